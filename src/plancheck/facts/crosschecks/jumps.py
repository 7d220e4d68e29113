"""Yearly series in which one value stands out from its neighbours by about a power of ten: a 万 or a digit forgotten."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from plancheck.core.quantity import Quantity
from plancheck.core.units import factor_between
from plancheck.facts.facts import Facts
from plancheck.facts.model import Fact, Point

_POWERS = ((10, "10倍"), (100, "100倍"), (1000, "1000倍"), (10**4, "1万倍"), (10**8, "1亿倍"))
_STEADY = 3  # neighbours whose values differ by more than this factor say nothing on what lies between them
_BAND = (Fraction(3, 5), Fraction(5, 3))  # how far the ratio may lie from a power of ten: yearly growth blurs it


@dataclass(frozen=True, slots=True)
class Jump:
    """A yearly value and the one beside it; `slipped` where it lies off all its steady neighbours by a power of ten."""

    subject: str
    value: Fact[Quantity]
    beside: Fact[Quantity]
    times: str
    slipped: bool


def jumps(facts: Facts) -> tuple[Jump, ...]:
    """One entry for each value of a series of three years or more, in reading order.

    A year that two places state differently is slipped only where both values are. Shares and growth rates are left out: they may change by any factor; so are small counts below ten.
    """
    series: dict[tuple[object, ...], dict[int, list[Point]]] = {}
    for point in facts.points:
        if point.measure != "amount" or point.value.status != "stated" or point.value.value is None:
            continue
        if point.value.value.unit in ("%", "pp", "1", "x") or not point.value.value.value:
            continue
        key = (point.canonical or point.indicator, point.dimension, point.member, point.scope, point.scenario)
        series.setdefault(key, {}).setdefault(point.year, []).append(point)
    found: list[Jump] = []
    for years in series.values():
        if len(years) < 3:
            continue
        order = sorted(years)
        for at, year in enumerate(order):
            beside = [years[y][0] for y in order[max(0, at - 2) : at + 3] if y != year]
            of_year = [_jump(point, beside) for point in years[year]]
            # where another place states a fitting value, the two contradict each other: that is said once, by `matters`
            found.extend(j if all(k.slipped for k in of_year) else replace(j, slipped=False, times="") for j in of_year)
    return tuple(found)


def _jump(point: Point, beside: list[Point]) -> Jump:
    subject = f"{point.year}年{point.member or ''}{'的' if point.member else ''}{point.canonical or point.indicator}"
    ratios = [r for b in beside if (r := _ratio(point, b)) is not None]
    told = [_power(r) for r in ratios]
    steady = bool(ratios) and max(ratios) <= _STEADY * min(ratios)
    slipped = steady and len(ratios) >= 2 and len(set(told)) == 1 and told[0] is not None
    nearest = min(beside, key=lambda b: abs(b.year - point.year))
    return Jump(subject, point.value, nearest.value, (told[0] or "") if slipped else "", slipped)


def _ratio(point: Point, other: Point) -> Fraction | None:
    mine, theirs = point.value.value, other.value.value
    if mine is None or theirs is None or not mine.value or not theirs.value:
        return None
    factor = factor_between(theirs.unit, mine.unit)
    return None if factor is None else abs(mine.value / (theirs.value * factor))


def _power(ratio: Fraction) -> str | None:
    size = max(ratio, 1 / ratio)
    return next((words for power, words in _POWERS if _BAND[0] <= size / power <= _BAND[1]), None)
