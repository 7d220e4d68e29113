"""Rows of an accounting table: fuels in physical units are energy consumed, 排放量 beside them the emissions it makes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from plancheck.core.units import unit as known_unit
from plancheck.facts.fold import fold
from plancheck.facts.labels import split_label
from plancheck.facts.lexicon import Lexicon
from plancheck.facts.row_meaning import TOTAL_CARBON, TOTAL_ENERGY, Meaning
from plancheck.facts.unit_words import parse_unit

_COUNTS_ENERGY = frozenset({"volume", "electricity", "heat", "coal-equivalent"})  # no amount of emissions is given so
_CARBON = frozenset({"co2", "co2e"})


def dimension_of(canonical_unit: str | None, written: str | None) -> str | None:
    """The dimension of a canonical or written unit; None where neither is known."""
    if canonical_unit is None:
        parsed = parse_unit(fold(written)) if written else None
        canonical_unit = parsed[0] if parsed is not None else None
    found = known_unit(canonical_unit) if canonical_unit is not None else None
    return found.dimension if found is not None else None


def stated_unit(texts: tuple[str, ...]) -> str | None:
    """The unit that the labels of a row state, the innermost first."""
    return next((unit for unit in (split_label(t).unit for t in reversed(texts)) if unit), None)


def accounted(
    rows: Sequence[Meaning | None], units: Sequence[str | None], measures: Lexicon | None
) -> list[Meaning | None]:
    """The meanings of rows with their own written `units`, those of fuels in physical units made energy by fuel.

    Plain tonnes may be of a fuel or of the gas it gives off: they are of fuel where another fuel of the table is counted
    in a unit of energy or volume. A row 排放量 in tonnes of the gas is the total of emissions, 综合能耗 in coal
    equivalent that of energy. What a row says itself stays.
    """
    dimensions = [dimension_of(None, unit) for unit in units]
    found = list(rows)
    fuels = [i for i, m in enumerate(rows) if m is not None and _is_bare_fuel(m)]
    counted = {dimensions[i] for i in fuels} & _COUNTS_ENERGY
    for at in fuels:
        meaning = found[at]
        if meaning is not None and (dimensions[at] in _COUNTS_ENERGY or (counted and dimensions[at] == "mass")):
            found[at] = replace(meaning, canonical=TOTAL_ENERGY, indicator=TOTAL_ENERGY)
    for at, meaning in enumerate(rows):
        total = _measured_total(meaning, dimensions[at], measures)
        if meaning is not None and total is not None:
            found[at] = replace(meaning, canonical=total)
    return found


def _is_bare_fuel(meaning: Meaning) -> bool:
    return meaning.dimension == "品种" and meaning.member is not None and meaning.canonical is None


def _measured_total(meaning: Meaning | None, dimension: str | None, measures: Lexicon | None) -> str | None:
    """The total that a row stands for which is only named by a measure (排放量, 折标煤), settled by its unit."""
    if meaning is None or meaning.canonical or meaning.member or meaning.total or measures is None:
        return None
    named = measures.exact(meaning.indicator) if meaning.indicator else None
    if named is None:
        return None
    if named.entry.name == "排放量" and dimension in _CARBON:
        return TOTAL_CARBON
    if named.entry.name in ("消费量", "折标量") and dimension == "coal-equivalent":
        return TOTAL_ENERGY
    return None
