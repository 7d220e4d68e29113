"""The conversion factor that stands in the row of a fuel: what it makes of the amount, with and without a stated unit."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal, NamedTuple

from plancheck.core.lazy_pattern import lazy_pattern
from plancheck.core.quantity import Quantity, show_number, show_value
from plancheck.core.units import unit
from plancheck.facts.crosschecks.factors import Factor, Range, factor_range
from plancheck.facts.crosschecks.reckoning import CARBON_IN_CO2, Reckoning, base_amount, places, slip_of
from plancheck.facts.facts import Facts
from plancheck.facts.fold import fold
from plancheck.facts.model import Fact, Point
from plancheck.facts.unit_words import parse_unit

Yield = Literal["coal-equivalent", "co2"]
UNIT_OF = {"coal-equivalent": "tce", "co2": "tCO2"}
MARGIN = Fraction(1, 10)  # how far beyond the published factors one may lie and still be taken for one of them
_PER_CARBON = lazy_pattern(r"(?i)(kg碳|kgC|千克碳|吨碳|tC|t碳)/([^)\]】，,;；0-9]{1,8})")
_POWERS = tuple(Fraction(10) ** k for k in range(-9, 10))


class OwnFactor(NamedTuple):
    """The factor that stands in the row: its unit where stated, and whether it counts carbon (None: it may)."""

    fact: Fact[Quantity]
    value: Fraction
    unit: str | None
    carbon: bool | None


def own_factor(facts: Facts, result: Point, yields: Yield) -> OwnFactor | None:
    """The factor in the row of a stated coal equivalent (or emission), None where there is none."""
    fact = result.factors.get("tce" if yields == "coal-equivalent" else "tco2")
    if fact is None or fact.value is None or not fact.value.value:
        return None
    known = unit(fact.value.unit)
    if known is not None and "/" in fact.value.unit:
        return OwnFactor(fact, fact.value.value, fact.value.unit, False)
    if yields == "co2":
        written = _carbon_unit(_head(facts, fact))
        if written is not None:
            return OwnFactor(fact, fact.value.value * written[1], written[0], True)
    return OwnFactor(fact, fact.value.value, None, None if yields == "co2" else False)


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


def by_own_factor(
    own: OwnFactor, known: tuple[Factor, ...], result: Point, amounts: list[Point], yields: Yield
) -> Reckoning | None:
    """What the factor makes of the amount that its unit names; None where no amount fits."""
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
            return by_factor(result, point, own.fact, product, bool(own.carbon), yields)
    return None


def _without_unit(
    own: OwnFactor, known: tuple[Factor, ...], result: Point, amounts: list[Point], yields: Yield
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
    return by_factor(result, best[1], own.fact, best[2], best[3], yields) if best is not None else None


def _carbons(own: OwnFactor, span: Range | None, yields: Yield) -> tuple[bool, ...]:
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
    return span.low.base * (1 - MARGIN) <= value <= span.high.base * (1 + MARGIN)


def _apart(one: Fraction, other: Fraction) -> Fraction:
    """How far the ratio of two amounts lies from 1, the same both ways round."""
    ratio = abs(one / other)
    return max(ratio, 1 / ratio)


def by_factor(
    result: Point, amount: Point, factor: Fact[Quantity], product: Fraction, carbon: bool, yields: Yield
) -> Reckoning:
    """A stated result beside `product`, what the factor makes of the amount; the working shows both."""
    assert amount.value.value is not None and factor.value is not None and result.value.value is not None
    quantity, number = amount.value.value, factor.value
    assert quantity.value is not None and number.value is not None
    step = abs(product) * (_relative(quantity) + _relative(number))
    computed = Quantity(product, UNIT_OF[yields], step=step)
    times = " × 44/12" if carbon else ""
    told = f"{quantity.show()} × {show_factor(number)}{times} = {computed.show()}"
    return Reckoning(
        subject_of(result, yields),
        result.value,
        computed,
        (told,),
        places((amount.value, factor)),
        slip=slip(result.value.value, product),
    )


def _relative(quantity: Quantity) -> Fraction:
    return (quantity.step or Fraction(0)) / abs(quantity.value) if quantity.value else Fraction(0)


def show_factor(factor: Quantity) -> str:
    """A factor with all its digits: small ones per thousandth (1.2143千克标准煤/立方米)."""
    assert factor.value is not None
    for large, small in (("tce/", "kgce/"), ("tCO2/", "kgCO2/")):
        if factor.unit.startswith(large) and abs(factor.value) < Fraction(1, 20):
            return show_value(factor.value * 1000, small + factor.unit.removeprefix(large))
    return show_number(factor.value) if factor.unit == "1" else show_value(factor.value, factor.unit)


def dimension_of(point: Point) -> str:
    """The dimension of a point's value, "" where it has none that is known."""
    base = base_amount(point.value.value) if point.value.value is not None else None
    return base[1] if base is not None else ""


def covers(own: OwnFactor, known: tuple[Factor, ...], result: Point, amounts: list[Point], yields: Yield) -> bool:
    """Whether the plan's own factor lies near the published ones (or none is published)."""
    about = unit(own.unit) if own.unit is not None else None
    per = about.dimension.partition("/")[2] if about is not None else ""
    for below in (per,) if per else dict.fromkeys(dimension_of(p) for p in amounts):
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


def slip(stated: Quantity, computed: Fraction) -> str:
    """What the ratio of a stated quantity to the computed one (in base units) points at, "" where at nothing."""
    base = base_amount(stated)
    return slip_of(base[0] / computed) if base is not None and computed else ""


def subject_of(result: Point, yields: Yield) -> str:
    """What a reader calls the result: 2012年原煤的折标准煤量."""
    what = "折标准煤量" if yields == "coal-equivalent" else "二氧化碳排放量"
    return f"{result.year}年{result.scenario or ''}{result.member or ''}的{what}"
