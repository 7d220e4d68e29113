"""Fuels by fuel and year: the physical amount times a factor beside the stated coal equivalent or emissions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from typing import Literal, NamedTuple

from plancheck.core.quantity import Quantity, show_number, show_value
from plancheck.core.units import unit
from plancheck.facts.crosschecks.factors import Factor, Range, factor_range, published
from plancheck.facts.crosschecks.reckoning import (
    CARBON_IN_CO2,
    Reckoning,
    base_amount,
    is_exact,
    places,
    slip_of,
)
from plancheck.facts.facts import Facts
from plancheck.facts.fold import fold
from plancheck.facts.lexicon import squeeze
from plancheck.facts.model import Fact, Point
from plancheck.facts.row_meaning import TOTAL_CARBON, TOTAL_ENERGY
from plancheck.facts.unit_words import parse_unit

Yield = Literal["coal-equivalent", "co2"]
_AMOUNTS = ("mass", "volume", "electricity", "heat")  # what fuels are counted in before conversion
_MARGIN = Fraction(1, 10)  # how far beyond the published factors a plan's own may lie
_PER_CARBON = re.compile(r"(kg碳|kgC|千克碳|吨碳|tC|t碳)/([^)\]】，,;；0-9]{1,8})", re.I)
_FACTOR_WORDS = re.compile(r"因子|系数")
_UNIT_OF = {"coal-equivalent": "tce", "co2": "tCO2"}
_GREAT_POWERS = tuple(Fraction(10) ** k for k in (-8, -7, -6, -5, -4, -3, 3, 4, 5, 6, 7, 8))
_POWERS = tuple(Fraction(10) ** k for k in range(-9, 10))


def conversions(facts: Facts, yields: Yield) -> tuple[Reckoning, ...]:
    """Each stated coal equivalent (or emission) of a fuel in a year with what its amount times a factor makes.

    The factor of the plan's own row comes first (basis 方案); where it lies outside the published ones, or there is none,
    the published ones give a range (basis 参考).
    """
    known = published(facts.vocabulary)
    grid = _grid_factor(facts) if yields == "co2" else None
    found: list[Reckoning] = []
    for result, amounts in _pairs(facts, yields):
        factor = _own_factor(facts, result, yields)
        own = _by_own_factor(factor, known, result, amounts, yields) if factor is not None else None
        if own is not None:
            found.append(own)
        if own is None and yields == "co2" and result.member == "电力" and grid is not None:
            told = _by_grid_factor(grid, result, amounts)
            if told is not None:
                found.append(told)
                continue
        reference = _by_published(known, result, amounts, yields)
        if reference is not None and (
            own is None or factor is None or not _covers(factor, known, result, amounts, yields)
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
    return [p for p in amounts if p.value.value and len(kinds.get(_dimension(p.value.value), ())) == 1]


def _dimension(quantity: Quantity) -> str:
    base = base_amount(quantity)
    return base[1] if base is not None else ""


def _row(point: Point) -> tuple[int, int] | None:
    place = next((e.location for e in point.value.evidence if e.location.table is not None and e.location.row), None)
    return (place.table, place.row) if place is not None and place.table and place.row else None


# ---- the factor of the row -------------------------------------------------------------------------------------------


class _OwnFactor(NamedTuple):
    """The factor that stands in the row: its unit where stated, and whether it counts carbon (None: it may)."""

    fact: Fact[Quantity]
    value: Fraction
    unit: str | None
    carbon: bool | None


def _own_factor(facts: Facts, result: Point, yields: Yield) -> _OwnFactor | None:
    fact = result.factors.get("tce" if yields == "coal-equivalent" else "tco2")
    if fact is None or fact.value is None or not fact.value.value:
        return None
    known = unit(fact.value.unit)
    if known is not None and "/" in fact.value.unit:
        return _OwnFactor(fact, fact.value.value, fact.value.unit, False)
    if yields == "co2":
        written = _carbon_unit(_head(facts, fact))
        if written is not None:
            return _OwnFactor(fact, fact.value.value * written[1], written[0], True)
    return _OwnFactor(fact, fact.value.value, None, None if yields == "co2" else False)


def _head(facts: Facts, fact: Fact[Quantity]) -> str:
    """The head over a cell together with its own text."""
    for evidence in fact.evidence:
        place = evidence.location
        typed = next((t for t in facts.tables if t.table == place.table), None)
        if typed is not None and place.column is not None and place.column <= len(typed.headers):
            return f"{typed.headers[place.column - 1]}{evidence.excerpt}"
    return ""


def _carbon_unit(head: str) -> tuple[str, Fraction] | None:
    """The unit of a factor that counts carbon (tC/tce, 吨碳/吨标准煤), with CO2 for carbon; None where it does not."""
    found = _PER_CARBON.search(fold(head).replace(" ", ""))
    if found is None:
        return None
    mass = "kgCO2" if found.group(1)[0] in "k千" else "tCO2"
    parsed = parse_unit(f"{mass}/{found.group(2)}")
    return parsed if parsed is not None else None


def _by_own_factor(
    own: _OwnFactor, known: tuple[Factor, ...], result: Point, amounts: list[Point], yields: Yield
) -> Reckoning | None:
    if own.unit is None:
        return _without_unit(own, known, result, amounts, yields)
    about = unit(own.unit)
    if about is None:
        return None
    top, _, below = about.dimension.partition("/")
    for point in amounts:
        assert point.value.value is not None
        amount = base_amount(point.value.value)
        if amount is not None and top == yields and amount[1] == below:
            product = amount[0] * own.value * about.factor * (CARBON_IN_CO2 if own.carbon else 1)
            return _own(result, point, own.fact, product, bool(own.carbon), yields)
    return None


def _without_unit(
    own: _OwnFactor, known: tuple[Factor, ...], result: Point, amounts: list[Point], yields: Yield
) -> Reckoning | None:
    """A factor whose unit the plan does not state: the power of ten that its unit would bring is taken as it fits best."""
    assert result.value.value is not None
    stated = base_amount(result.value.value)
    if stated is None:
        return None
    best: tuple[Fraction, Point, Fraction, bool] | None = None
    for point in amounts:
        assert point.value.value is not None
        amount = base_amount(point.value.value)
        if amount is None:
            continue
        span = factor_range(known, result.member or "", yields, amount[1])
        for carbon in _carbons(own, span, yields):
            factor = own.value * (CARBON_IN_CO2 if carbon else 1)
            product = amount[0] * min(
                (factor * p for p in _fitting(factor, span)), key=lambda f: _apart(stated[0], amount[0] * f)
            )
            apart = _apart(stated[0], product)
            if best is None or apart < best[0]:
                best = (apart, point, product, carbon)
    return _own(result, best[1], own.fact, best[2], best[3], yields) if best is not None else None


def _carbons(own: _OwnFactor, span: Range | None, yields: Yield) -> tuple[bool, ...]:
    """Whether a factor without unit counts carbon, told from the published ones; both where that does not tell."""
    if yields != "co2":
        return (False,)
    if span is None:
        return (False, True)
    plain = any(_within(own.value * p, span) for p in _POWERS)
    as_carbon = any(_within(own.value * CARBON_IN_CO2 * p, span) for p in _POWERS)
    return (False, True) if plain == as_carbon else (as_carbon,)


def _fitting(factor: Fraction, span: Range | None) -> tuple[Fraction, ...]:
    """The powers of ten with which a factor without unit lies among the published ones; all where none does."""
    fitting = tuple(p for p in _POWERS if span is not None and _within(factor * p, span))
    return fitting or _POWERS


def _not_far(value: Fraction, span: Range) -> bool:
    """Whether a factor that the plan states may be that of its fuel: lignite has half the heat of hard coal."""
    return span.low.base / 2 <= value <= span.high.base * 2


def _within(value: Fraction, span: Range) -> bool:
    return span.low.base * (1 - _MARGIN) <= value <= span.high.base * (1 + _MARGIN)


def _apart(one: Fraction, other: Fraction) -> Fraction:
    """How far the ratio of two amounts lies from 1, the same both ways round."""
    ratio = abs(one / other)
    return max(ratio, 1 / ratio)


def _own(
    result: Point, amount: Point, factor: Fact[Quantity], product: Fraction, carbon: bool, yields: Yield
) -> Reckoning:
    assert amount.value.value is not None and factor.value is not None and result.value.value is not None
    quantity, number = amount.value.value, factor.value
    assert quantity.value is not None and number.value is not None
    step = abs(product) * (_relative(quantity) + _relative(number))
    computed = Quantity(product, _UNIT_OF[yields], step=step)
    times = " × 44/12" if carbon else ""
    told = f"{quantity.show()} × {_show_factor(number)}{times} = {computed.show()}"
    return Reckoning(
        _subject(result, yields),
        result.value,
        computed,
        (told,),
        places((amount.value, factor)),
        slip=_slip(result.value.value, product),
    )


def _relative(quantity: Quantity) -> Fraction:
    return (quantity.step or Fraction(0)) / abs(quantity.value) if quantity.value else Fraction(0)


def _show_factor(factor: Quantity) -> str:
    """A factor with all its digits: small ones per thousandth (1.2143千克标准煤/立方米)."""
    assert factor.value is not None
    for large, small in (("tce/", "kgce/"), ("tCO2/", "kgCO2/")):
        if factor.unit.startswith(large) and abs(factor.value) < Fraction(1, 20):
            return show_value(factor.value * 1000, small + factor.unit.removeprefix(large))
    return show_number(factor.value) if factor.unit == "1" else show_value(factor.value, factor.unit)


# ---- published factors -----------------------------------------------------------------------------------------------


def _by_published(known: tuple[Factor, ...], result: Point, amounts: list[Point], yields: Yield) -> Reckoning | None:
    # coal equivalents vary least with the quality of a fuel, so emissions are held against them where they are known
    for point in sorted(amounts, key=lambda p: _dimension_of(p) != "coal-equivalent"):
        assert point.value.value is not None
        amount = base_amount(point.value.value)
        if amount is None:
            continue
        span = factor_range(known, result.member or "", yields, amount[1])
        if span is not None:
            return _reference(result, point, amount[0], span, yields)
    return None


def _dimension_of(point: Point) -> str:
    return _dimension(point.value.value) if point.value.value is not None else ""


def _reference(result: Point, amount: Point, base: Fraction, span: Range, yields: Yield) -> Reckoning:
    assert amount.value.value is not None and result.value.value is not None
    low, high = base * span.low.base, base * span.high.base
    single = low == high
    name = _UNIT_OF[yields]
    computed = Quantity(low, name) if single else Quantity(None, name, low, high, "range")
    factors = _show(span.low) if single else f"{show_number(span.low.value)}～{_show(span.high)}"
    shown = show_value(low, name) if single else f"{show_value(low, name)}～{show_value(high, name)}"
    told = f"{amount.value.value.show()} × {factors} = {shown}（{span.sources}）"
    value = result.value.value.value
    assert value is not None
    stated = base_amount(result.value.value)
    nearest = low if stated is not None and stated[0] < low else high
    slipped = stated is not None and any(
        low * (1 - _MARGIN) <= stated[0] * p <= high * (1 + _MARGIN) for p in _GREAT_POWERS
    )
    apart = _row(result) is None or _row(result) != _row(amount)
    doubt = (
        f"{_subject(result, yields)}是{result.value.value.show()}，按公开发布的系数估算是{shown}"
        f"（{amount.value.value.show()} × {factors}），请核对数值、单位和所用的系数"
        f"{'，两处说的如果不是同一范围，请分别写明' if apart else ''}"
    )
    return Reckoning(
        _subject(result, yields),
        result.value,
        computed,
        (told,),
        amount.value.evidence,
        basis="参考",
        firm=span.firm and (slipped or not apart),  # two tables may speak of two things
        doubt=doubt,
        slip=_slip(result.value.value, nearest),
    )


def _show(factor: Factor) -> str:
    return _show_factor(Quantity(factor.value, factor.unit))


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
        found = _own(result, point, grid, amount[0] * grid.value.value * known.factor, False, "co2")
        doubt = (
            f"{found.subject}是{result.value.value.show()}，按文中写明的电力排放因子计算是{found.computed.show()}"
            f"（{found.working[0]}），请核对是否只计外购电力、因子和单位是否用对"
        )
        return replace(found, basis="参考", doubt=doubt)
    return None


def _covers(own: _OwnFactor, known: tuple[Factor, ...], result: Point, amounts: list[Point], yields: Yield) -> bool:
    """Whether the plan's own factor lies near the published ones (or none is published)."""
    about = unit(own.unit) if own.unit is not None else None
    per = about.dimension.partition("/")[2] if about is not None else ""
    for below in (per,) if per else dict.fromkeys(_dimension_of(p) for p in amounts):
        span = factor_range(known, result.member or "", yields, below)
        if span is None:
            continue
        value = own.value * (about.factor if about is not None else 1)
        carbons = (
            (CARBON_IN_CO2,) if own.carbon else (Fraction(1),) if own.carbon is False else (Fraction(1), CARBON_IN_CO2)
        )
        powers = (Fraction(1),) if per else _POWERS
        return any(_not_far(value * c * p, span) for c in carbons for p in powers)
    return True


def _slip(stated: Quantity, computed: Fraction) -> str:
    base = base_amount(stated)
    return slip_of(base[0] / computed) if base is not None and computed else ""


def _subject(result: Point, yields: Yield) -> str:
    what = "折标准煤量" if yields == "coal-equivalent" else "二氧化碳排放量"
    return f"{result.year}年{result.scenario or ''}{result.member or ''}的{what}"
