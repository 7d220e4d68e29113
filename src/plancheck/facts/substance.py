"""Plain tonnes of an indicator that counts a substance are tonnes of it: 碳排放总量 160万吨 is in tonnes of CO2."""

from __future__ import annotations

from dataclasses import replace

from plancheck.core.quantity import Quantity
from plancheck.core.vocabulary import Entry
from plancheck.facts.fold import fold
from plancheck.facts.model import Fact
from plancheck.facts.unit_words import parse_unit

_SUBSTANCES = frozenset({"tCO2", "tCO2e"})


def usual_unit(entry: Entry | None) -> str | None:
    """The canonical unit that an indicator is usually given in, or None where the vocabulary states none."""
    written = entry.properties.get("unit") if entry is not None else None
    parsed = parse_unit(fold(written)) if written else None
    return parsed[0] if parsed is not None else None


def named_substance(fact: Fact[Quantity], usual: str | None) -> Fact[Quantity]:
    """The fact with tonnes (t, t/10kCNY, kg/t) taken as the substance of the indicator's usual unit."""
    quantity = fact.value
    if quantity is None or usual is None:
        return fact
    atom, _, below = quantity.unit.partition("/")
    wanted, _, usual_below = usual.partition("/")
    if below.removesuffix("/a") != usual_below or wanted.removeprefix("k") not in _SUBSTANCES | {"gCO2"}:
        return fact
    substance = "CO2e" if wanted.endswith("e") else "CO2"
    if atom not in ("t", "kg"):
        return fact
    return replace(fact, value=replace(quantity, unit=f"{atom}{substance}" + (f"/{below}" if below else "")))
