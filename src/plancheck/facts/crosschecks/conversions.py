"""Fuels by fuel and year: the physical amount times a factor beside the stated coal equivalent or emissions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from plancheck.core.lazy_pattern import lazy_pattern
from plancheck.core.quantity import Quantity, show_number, show_value
from plancheck.core.units import unit
from plancheck.facts.crosschecks.factors import Factor, Range, factor_range, published
from plancheck.facts.crosschecks.own_factors import (
    MARGIN,
    UNIT_OF,
    Yield,
    by_factor,
    by_own_factor,
    covers,
    dimension_of,
    own_factor,
    show_factor,
    slip,
    subject_of,
)
from plancheck.facts.crosschecks.reckoning import Reckoning, base_amount, is_exact
from plancheck.facts.facts import Facts
from plancheck.facts.lexicon import squeeze
from plancheck.facts.model import Fact, Point
from plancheck.facts.row_meaning import TOTAL_CARBON, TOTAL_ENERGY

_AMOUNTS = ("mass", "volume", "electricity", "heat")  # what fuels are counted in before conversion
_FACTOR_WORDS = lazy_pattern(r"因子|系数")
_GREAT_POWERS = tuple(Fraction(10) ** k for k in (-8, -7, -6, -5, -4, -3, 3, 4, 5, 6, 7, 8))


def conversions(facts: Facts, yields: Yield) -> tuple[Reckoning, ...]:
    """Each stated coal equivalent (or emission) of a fuel in a year with what its amount times a factor makes.

    The factor of the plan's own row comes first (basis 方案); where it lies outside the published ones, or there is none,
    the published ones give a range (basis 参考).
    """
    known = published(facts.vocabulary)
    grid = _grid_factor(facts) if yields == "co2" else None
    found: list[Reckoning] = []
    for result, amounts in _pairs(facts, yields):
        factor = own_factor(facts, result, yields)
        own = by_own_factor(factor, known, result, amounts, yields) if factor is not None else None
        if own is not None:
            found.append(own)
        if own is None and yields == "co2" and result.member == "电力" and grid is not None:
            told = _by_grid_factor(grid, result, amounts)
            if told is not None:
                found.append(told)
                continue
        reference = _by_published(known, result, amounts, yields)
        if reference is not None and (
            own is None or factor is None or not covers(factor, known, result, amounts, yields)
        ):
            found.append(reference)
    return tuple(found)


def _pairs(facts: Facts, yields: Yield) -> Iterator[tuple[Point, list[Point]]]:
    """Every stated result with the amounts of the same fuel and year: those of its own row, else the only others."""
    groups: dict[tuple[object, ...], tuple[list[Point], list[Point]]] = {}
    for point in facts.points:
        if point.dimension != "品种" or point.measure != "amount" or not is_exact(point.value):
            continue
        assert point.value.value is not None
        known = unit(point.value.value.unit)
        dimension = known.dimension if known is not None else ""
        is_energy, is_carbon = point.canonical == TOTAL_ENERGY, point.canonical == TOTAL_CARBON
        result = (is_energy if yields == "coal-equivalent" else is_carbon) and dimension == yields
        amount = is_energy and (dimension in _AMOUNTS or (yields == "co2" and dimension == "coal-equivalent"))
        if not (result or amount):
            continue
        key = (squeeze(point.member or ""), point.year, point.scope, point.forecast, point.scenario)
        groups.setdefault(key, ([], []))[0 if result else 1].append(point)
    for results, amounts in groups.values():
        for one in results:
            beside = [a for a in amounts if _row(a) is not None and _row(a) == _row(one)]
            if not beside:
                beside = _only(amounts)
            if beside:
                yield one, beside


def _only(amounts: list[Point]) -> list[Point]:
    """The amounts of other tables, where each dimension has one value only."""
    kinds: dict[str, set[Fraction]] = {}
    for point in amounts:
        assert point.value.value is not None
        base = base_amount(point.value.value)
        if base is not None:
            kinds.setdefault(base[1], set()).add(base[0])
    return [p for p in amounts if p.value.value and len(kinds.get(dimension_of(p), ())) == 1]


def _row(point: Point) -> tuple[int, int] | None:
    place = next((e.location for e in point.value.evidence if e.location.table is not None and e.location.row), None)
    return (place.table, place.row) if place is not None and place.table and place.row else None


def _by_published(known: tuple[Factor, ...], result: Point, amounts: list[Point], yields: Yield) -> Reckoning | None:
    # coal equivalents vary least with the quality of a fuel, so emissions are held against them where they are known
    for point in sorted(amounts, key=lambda p: dimension_of(p) != "coal-equivalent"):
        assert point.value.value is not None
        amount = base_amount(point.value.value)
        if amount is None:
            continue
        span = factor_range(known, result.member or "", yields, amount[1])
        if span is not None:
            return _reference(result, point, amount[0], span, yields)
    return None


def _reference(result: Point, amount: Point, base: Fraction, span: Range, yields: Yield) -> Reckoning:
    assert amount.value.value is not None and result.value.value is not None
    low, high = base * span.low.base, base * span.high.base
    single = low == high
    name = UNIT_OF[yields]
    computed = Quantity(low, name) if single else Quantity(None, name, low, high, "range")
    factors = _show(span.low) if single else f"{show_number(span.low.value)}～{_show(span.high)}"
    shown = show_value(low, name) if single else f"{show_value(low, name)}～{show_value(high, name)}"
    told = f"{amount.value.value.show()} × {factors} = {shown}（{span.sources}）"
    value = result.value.value.value
    assert value is not None
    stated = base_amount(result.value.value)
    nearest = low if stated is not None and stated[0] < low else high
    slipped = stated is not None and any(
        low * (1 - MARGIN) <= stated[0] * p <= high * (1 + MARGIN) for p in _GREAT_POWERS
    )
    apart = _row(result) is None or _row(result) != _row(amount)
    doubt = (
        f"{subject_of(result, yields)}是{result.value.value.show()}，按公开发布的系数估算是{shown}"
        f"（{amount.value.value.show()} × {factors}），请核对数值、单位和所用的系数"
        f"{'，两处说的如果不是同一范围，请分别写明' if apart else ''}"
    )
    return Reckoning(
        subject_of(result, yields),
        result.value,
        computed,
        (told,),
        amount.value.evidence,
        basis="参考",
        firm=span.firm and (slipped or not apart),  # two tables may speak of two things
        doubt=doubt,
        slip=slip(result.value.value, nearest),
    )


def _show(factor: Factor) -> str:
    return show_factor(Quantity(factor.value, factor.unit))


def _grid_factor(facts: Facts) -> Fact[Quantity] | None:
    """The emission factor of the grid that the text states (华东电网…0.7035千克二氧化碳/千瓦时), where it is one only."""
    found: dict[Fraction, Fact[Quantity]] = {}
    for passage in facts.passages:
        if passage.kind == "row" or "电" not in passage.text or not _FACTOR_WORDS.search(passage.text):
            continue
        for span in facts.quantities(passage.index):
            known = unit(span.quantity.unit)
            if known is not None and known.dimension == "co2/electricity" and span.quantity.value:
                found.setdefault(span.quantity.value * known.factor, Fact(span.quantity, (passage.evidence,)))
    return next(iter(found.values())) if len(found) == 1 else None


def _by_grid_factor(grid: Fact[Quantity], result: Point, amounts: list[Point]) -> Reckoning | None:
    """Emissions of electricity by the factor that the text names: left to a person, for not all power may be bought."""
    known = unit(grid.value.unit) if grid.value is not None else None
    for point in amounts:
        amount = base_amount(point.value.value) if point.value.value is not None else None
        if amount is None or amount[1] != "electricity" or known is None:
            continue
        assert grid.value is not None and grid.value.value is not None and result.value.value is not None
        found = by_factor(result, point, grid, amount[0] * grid.value.value * known.factor, False, "co2")
        doubt = (
            f"{found.subject}是{result.value.value.show()}，按文中写明的电力排放因子计算是{found.computed.show()}"
            f"（{found.working[0]}），请核对是否只计外购电力、因子和单位是否用对"
        )
        return replace(found, basis="参考", doubt=doubt)
    return None
