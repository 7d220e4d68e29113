"""What reaching the targets takes (saving, reduction): as the plan states it, as its numbers make it, as projects supply it."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from plancheck.core.lazy_pattern import lazy_pattern
from plancheck.core.location import Evidence
from plancheck.core.quantity import Quantity
from plancheck.core.units import factor_between, unit
from plancheck.facts.crosschecks.project_sums import effects_sum
from plancheck.facts.crosschecks.reckoning import Reckoning, places
from plancheck.facts.facts import Facts
from plancheck.facts.model import Fact, Point, Target, TotalKind
from plancheck.facts.row_meaning import TOTAL_CARBON, TOTAL_ENERGY

_VALUE_ADDED = "工业增加值"
_NEEDED = lazy_pattern(
    r"(?:需|(?<![对相适供响反])应|须)(?:要)?[^，。；、0-9]{0,8}(?:减排|减少|削减|降低|减碳|节能|节约)[^，。；、0-9]{0,10}$"
    r"|(?:减排|减碳|节能)(?:需求|任务)(?:量)?(?:约)?(?:为|是|达)[^，。；、0-9]{0,4}$"
)
_TAKEN = lazy_pattern(r"所需(?:要)?的?(?:约)?$")
_REDUCED = lazy_pattern(r"的?(?:二氧化碳)?(?:减排量|减碳量|节能量)")
_NOT_ALL = lazy_pattern(
    r"每年|年均|单位|万元|每吨|其中|剩余|其余|缺口|潜力|能力|空间|余地|工程|项目|企业|国家|全国|全省|全市"
)
_BASELINE = lazy_pattern(r"基准|冻结|照常|常规|BAU|惯性|趋势|自然|参考")
_AGREE = Fraction(1, 50)


class _Kind(NamedTuple):
    total: str
    intensity: str
    unit: str
    dimension: str
    effects: TotalKind
    name: str


_KINDS = (
    _Kind(TOTAL_CARBON, "单位工业增加值二氧化碳排放", "tCO2", "co2", "carbon-reduction", "减碳量"),
    _Kind(TOTAL_ENERGY, "单位工业增加值能耗", "tce", "coal-equivalent", "energy-saving", "节能量"),
)


class _Need(NamedTuple):
    """What a target takes, computed one way."""

    amount: Fraction
    step: Fraction
    working: str
    evidence: tuple[Evidence, ...]


def reduction_needs(facts: Facts) -> tuple[Reckoning, ...]:
    """Each stated need (实现目标需减排X万吨) with what the targets and scenarios make it, the nearest way of several.

    Where two ways agree with each other the plan leaves no room; else `doubt` asks a person.
    """
    found: list[Reckoning] = []
    for kind in _KINDS:
        ways = list(_ways(facts, kind))
        for stated in _stated(facts, kind) if ways else ():
            assert stated.value is not None and stated.value.value is not None
            amount = stated.value.value
            settled = [a for a in ways if any(a is not b and _near(a.amount, b.amount) for b in ways)]
            way = min(ways, key=lambda w: abs(w.amount - amount))
            if settled and not _near(way.amount, amount):
                way = min(settled, key=lambda w: abs(w.amount - amount))
            computed = Quantity(way.amount, kind.unit, step=way.step)
            doubt = "" if settled else f"写明所需的{kind.name}与由目标算出的不同（{way.working}），请核对是怎样算出来的"
            found.append(
                Reckoning(f"实现目标所需的{kind.name}", stated, computed, (way.working,), way.evidence, doubt=doubt)
            )
    return tuple(found)


def effect_sizes(facts: Facts) -> tuple[Reckoning, ...]:
    """The sum of the projects' effects beside what the targets take (basis 所需) and beside the greatest total of a
    year that the park had (basis 总量)."""
    found: list[Reckoning] = []
    for kind in _KINDS:
        supplied = effects_sum(facts, kind.effects)
        if supplied is None:
            continue
        stated = Fact(supplied.computed, supplied.evidence)
        subject = f"各项工程的{kind.name}之和"
        ways = list(_ways(facts, kind))
        if ways:
            way = min(ways, key=lambda w: w.amount)
            computed = Quantity(way.amount, kind.unit, step=way.step)
            found.append(Reckoning(subject, stated, computed, (way.working,), way.evidence, basis="所需"))
        total = _greatest(facts, kind.total)
        if total is not None and total.value.value is not None:
            turned = _turned(total.value.value, kind.unit)
            if turned is not None:
                told = f"{total.year}年{kind.total}{turned.show()}"
                found.append(Reckoning(subject, stated, turned, (told,), total.value.evidence, basis="总量"))
    return tuple(found)


def _near(one: Fraction, other: Fraction) -> bool:
    return abs(one - other) <= abs(other) * _AGREE


def _greatest(facts: Facts, name: str) -> Point | None:
    """The greatest yearly total of the park that is no forecast."""
    points = [p for p in _totals(facts, name) if not p.forecast]
    return max(points, key=lambda p: p.value.value.value or 0 if p.value.value is not None else 0, default=None)


def _totals(facts: Facts, name: str) -> list[Point]:
    return [
        p
        for p in facts.points
        if p.canonical == name
        and p.dimension is None
        and p.measure == "amount"
        and p.value.status == "stated"
        and p.value.value is not None
        and p.value.value.value is not None
        and p.value.value.unit != "%"
    ]


def _turned(quantity: Quantity, name: str) -> Quantity | None:
    factor = factor_between(quantity.unit, name)
    if factor is None or quantity.value is None:
        return None
    return Quantity(quantity.value * factor, name, step=(quantity.step or Fraction(0)) * factor)


def _stated(facts: Facts, kind: _Kind) -> Iterator[Fact[Quantity]]:
    for passage in facts.passages:
        if passage.kind != "sentence" or not any(c in passage.text for c in "需应须任"):
            continue
        for span in facts.quantities(passage.index):
            known = unit(span.quantity.unit)
            if known is None or span.quantity.value is None or span.quantity.comparator != "=":
                continue
            fits = known.dimension == kind.dimension or (known.dimension == "mass" and kind.unit == "tCO2")
            clause = max(passage.text.rfind(mark, 0, span.start) for mark in "，。；;") + 1
            before = passage.text[clause : span.start]
            saving = "节能" in before or "节约" in before
            after = passage.text[span.end : span.end + 8]
            needed = _NEEDED.search(before) or (_TAKEN.search(before) and _REDUCED.match(after))
            saving = saving or after.startswith(("节能", "的节能"))
            if not fits or saving != (kind.unit == "tce") or not needed or _NOT_ALL.search(before):
                continue
            turned = _turned(span.quantity, kind.unit)
            if turned is not None:
                yield Fact(turned, (Evidence(passage.evidence.location, passage.evidence.excerpt, turned.show()),))


def _ways(facts: Facts, kind: _Kind) -> Iterator[_Need]:
    """The ways to compute what a target takes: intensity × value added, scenario less scenario, base less target year."""
    for target in facts.targets:
        if target.canonical == kind.intensity:
            yield from _by_intensity(facts, target, kind)
    totals = _totals(facts, kind.total)
    for high in totals:
        for low in totals:
            if not (high.forecast and low.forecast and high.year == low.year == _target_year(facts, kind)):
                continue
            if _BASELINE.search(high.scenario or "") and not _BASELINE.search(low.scenario or ""):
                yield from _less(high, low, kind)
    for target in facts.targets:
        if target.canonical == kind.total and target.base is not None and target.target is not None:
            yield from _fall(target.base, target.target, kind)


def _target_year(facts: Facts, kind: _Kind) -> int | None:
    years = [t.target_year.value for t in facts.targets if t.canonical == kind.intensity and t.target_year is not None]
    return max((y for y in years if y is not None), default=None)


def _by_intensity(facts: Facts, target: Target, kind: _Kind) -> Iterator[_Need]:
    base, level = target.base, target.target
    year = target.target_year.value if target.target_year is not None else None
    if base is None or level is None or year is None or base.value is None or level.value is None:
        return
    per = f"{kind.unit}/10kCNY"
    one, other = _turned(base.value, per), _turned(level.value, per)
    for point in _totals(facts, _VALUE_ADDED):
        if point.year != year or point.value.value is None or one is None or other is None:
            continue
        money = point.value.value.to("10kCNY")
        if money is None or money.value is None or one.value is None or other.value is None or one.value <= other.value:
            continue
        gap = one.value - other.value
        step = ((one.step or Fraction(0)) + (other.step or Fraction(0))) * money.value + gap * (
            money.step or Fraction(0)
        )
        need = Quantity(gap * money.value, kind.unit)
        told = (
            f"（{base.value.show()} − {level.value.show()}）× {year}年增加值{point.value.value.show()} = {need.show()}"
        )
        yield _Need(gap * money.value, step, told, places((base, level, point.value)))


def _less(high: Point, low: Point, kind: _Kind) -> Iterator[_Need]:
    yield from _fall(high.value, low.value, kind, f"{high.year}年{high.scenario}", f"{low.scenario or '目标'}")


def _fall(
    high: Fact[Quantity], low: Fact[Quantity], kind: _Kind, one: str = "基准年", other: str = "目标年"
) -> Iterator[_Need]:
    if high.value is None or low.value is None:
        return
    a, b = _turned(high.value, kind.unit), _turned(low.value, kind.unit)
    if a is None or b is None or a.value is None or b.value is None or a.value <= b.value:
        return
    need = Quantity(a.value - b.value, kind.unit)
    step = (a.step or Fraction(0)) + (b.step or Fraction(0))
    told = f"{one}{a.show()} − {other}{b.show()} = {need.show()}"
    yield _Need(a.value - b.value, step, told, places((high, low)))
