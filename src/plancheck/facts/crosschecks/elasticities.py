"""Stated elasticities (能源消费弹性系数) beside growth of energy or emissions over growth of the economy."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from plancheck.core.lazy_pattern import lazy_pattern
from plancheck.core.location import Evidence
from plancheck.core.quantity import Quantity, show_number
from plancheck.facts.crosschecks.reckoning import Reckoning, places
from plancheck.facts.facts import Facts
from plancheck.facts.fold import fold
from plancheck.facts.model import Fact, Passage, Point
from plancheck.facts.row_meaning import TOTAL_CARBON, TOTAL_ENERGY
from plancheck.facts.times import read_times

_ECONOMY = ("工业增加值", "地区生产总值", "总产值")
_NUMBER = r"(?<![\d.])(\d{1,2}(?:\.\d{1,4})?)(?![\d.%])"
_STATED = lazy_pattern(
    r"(能源消费|能源消耗|能源|能耗|碳排放|二氧化碳排放|CO2排放)(?:总量|量)?(?:增长)?(?:的)?弹性系数(?:\([^()]{0,12}\))?"
    r"(?:平均|约|仅|则|分别){0,2}(?:为|是|达到|达|等于|下降到|降至|降为|降到)?(?:约)?" + _NUMBER
)
_RATE = r"[^,，。；;0-9]{0,6}?(?:年均)?(?:增长率?|增速|增幅|上升|递增)[^,，。；;0-9%]{0,6}(\d{1,2}(?:\.\d{1,3})?)%"
_GROWTH = {
    TOTAL_ENERGY: lazy_pattern(r"(?:能源消费|能源消耗|综合能耗|能耗)(?:总量|量)?" + _RATE),
    TOTAL_CARBON: lazy_pattern(r"(?:碳排放|二氧化碳排放|CO2排放)(?:总量|量)?" + _RATE),
}
_ECONOMIC_GROWTH = lazy_pattern(r"(?:工业增加值|增加值|GDP|生产总值|总产值|经济)" + _RATE)
_AIMED = lazy_pattern(r"控制在|不超过|不高于|低于|以内|以下|目标|预测|预计|力争")


def elasticities(facts: Facts) -> tuple[Reckoning, ...]:
    """Each stated elasticity with the quotient of the growth rates of its sentence, else of the yearly totals.

    What rests on yearly totals is left to a person (`doubt`): the plan may have used comparable prices.
    """
    found: list[Reckoning] = []
    for passage in facts.passages:
        if passage.kind == "sentence" and "弹性系数" in passage.text:
            found.extend(_in_sentence(facts, passage))
    for point in facts.points:
        quantity = point.value.value
        if "弹性系数" not in point.indicator or point.value.status not in ("stated", "resembles") or quantity is None:
            continue
        name = TOTAL_CARBON if re.search(r"碳|CO2", point.indicator) else TOTAL_ENERGY
        if quantity.value and not point.forecast and "电力" not in point.indicator:
            stated = Fact(quantity, point.value.evidence)
            ways = [
                one
                for start in _years(facts, name, point.year)
                for one in _by_totals(facts, name, stated, start, point.year)
            ]
            found.extend(sorted(ways, key=lambda one: one.times or 0)[:1])  # over the year, or over several
    return tuple(found)


def _in_sentence(facts: Facts, passage: Passage) -> Iterator[Reckoning]:
    text = fold(passage.text)
    told = list(_STATED.finditer(text))
    if len(told) != 1 or _AIMED.search(text):
        return
    match = told[0]
    name = TOTAL_CARBON if "碳" in match.group(1) or "CO2" in match.group(1) else TOTAL_ENERGY
    stated = Fact(_number(match.group(2)), (passage.evidence,))
    if not stated.value or not stated.value.value:
        return
    above, below = list(_GROWTH[name].finditer(text)), list(_ECONOMIC_GROWTH.finditer(text))
    if len(above) == 1 and len(below) == 1:
        one = _quotient(name, stated, _number(above[0].group(1)), _number(below[0].group(1)), passage.evidence)
        if one is not None:
            yield one
        return
    spans = {
        (t.start_year, t.end_year) for t in read_times(text) if t.start_year is not None and t.end_year is not None
    }
    if len(spans) == 1:
        start, end = next(iter(spans))
        if start is not None and end is not None:
            yield from _by_totals(facts, name, stated, start if start < end else end - 1, end)


def _number(text: str) -> Quantity:
    digits = len(text.partition(".")[2])
    return Quantity(Fraction(text), "1", text=text, step=Fraction(1, 10**digits))


def _quotient(name: str, stated: Fact[Quantity], above: Quantity, below: Quantity, place: Evidence) -> Reckoning | None:
    if not below.value or above.value is None:
        return None
    value = above.value / below.value
    step = ((above.step or Fraction(0)) + value * (below.step or Fraction(0))) / below.value
    told = f"{show_number(above.value)}% ÷ {show_number(below.value)}% = {show_number(value)}"
    return Reckoning(_subject(name), stated, Quantity(value, "1", step=step), (told,), (place,))


def _by_totals(facts: Facts, name: str, stated: Fact[Quantity], start: int, end: int) -> Iterator[Reckoning]:
    """The quotient of the growth from `start` to `end` (whole or per year, of whichever measure fits best)."""
    above = _growth(facts, name, start, end)
    ways: list[tuple[Fraction, str, tuple[Evidence, ...]]] = []
    for economy in _ECONOMY:
        below = _growth(facts, economy, start, end)
        for up, up_told, up_at in above:
            for down, down_told, down_at in below:
                if down:
                    value = up / down
                    told = f"（{up_told}）÷（{down_told}）= {show_number(up * 100, 2)}% ÷ {show_number(down * 100, 2)}% = {show_number(value)}"
                    ways.append((value, told, (*up_at, *down_at)))
    if not ways or stated.value is None or stated.value.value is None:
        return
    wanted = stated.value.value
    value, told, at = min(ways, key=lambda w: abs(w[0] - wanted))
    rounded = Fraction(round(value * 10**4), 10**4)
    doubt = f"{_subject(name)}写的是{show_number(wanted)}，由{start}—{end}年的总量算出的是{show_number(rounded)}，请核对增速的口径（可比价还是现价）"
    computed = Quantity(rounded, "1", step=Fraction(1, 100))
    yield Reckoning(f"{start}—{end}年{_subject(name)}", stated, computed, (told,), at, doubt=doubt)


def _years(facts: Facts, name: str, end: int) -> list[int]:
    """The years before `end` with a total of the park that is no forecast."""
    return sorted({p.year for p in facts.points if p.canonical == name and p.year < end and not p.forecast})


def _growth(facts: Facts, name: str, start: int, end: int) -> list[tuple[Fraction, str, tuple[Evidence, ...]]]:
    points: dict[int, list[Point]] = {}
    for point in facts.points:
        quantity = point.value.value
        fits = point.canonical == name and point.dimension is None and point.measure == "amount"
        if fits and point.value.status == "stated" and quantity is not None and quantity.value and not point.forecast:
            points.setdefault(point.year, []).append(point)
    found = []
    for one in points.get(start, ()):
        for other in points.get(end, ()):
            a, b = one.value.value, other.value.value
            turned = b.to(a.unit) if a is not None and b is not None else None
            if a is None or turned is None or not a.value or turned.value is None or one.scope != other.scope:
                continue
            growth = turned.value / a.value - 1
            told = f"{turned.show()} ÷ {a.show()} − 1"
            found.append((growth, told, places((one.value, other.value))))
    return found


def _subject(name: str) -> str:
    return "碳排放弹性系数" if name == TOTAL_CARBON else "能源消费弹性系数"
