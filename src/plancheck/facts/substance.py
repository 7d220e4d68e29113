"""Plain tonnes of an indicator that counts a substance are tonnes of it: 碳排放总量 160万吨 is in tonnes of CO2."""

from __future__ import annotations

import re
from dataclasses import replace

from plancheck.core.lazy_pattern import lazy_pattern
from plancheck.core.quantity import Quantity
from plancheck.core.units import unit as known_unit
from plancheck.core.vocabulary import Entry
from plancheck.facts.fold import fold
from plancheck.facts.model import Fact
from plancheck.facts.unit_words import parse_unit

_PER_10K = lazy_pattern(r"(?:园区|全区|规模以上|规上|工业|每|平均){0,2}(?:每)?万元")
_PER_TONNE = re.compile(r"(?:每|单位)?吨(?!标准煤|标煤|二氧化碳|CO2)[^0-9]{1,10}(?:耗|能源消耗|用电量?|用能)量?$")
_SUBSTANCES = frozenset({"tCO2", "tCO2e"})


def usual_unit(entry: Entry | None) -> str | None:
    """The canonical unit that an indicator is usually given in, or None where the vocabulary states none."""
    written = entry.properties.get("unit") if entry is not None else None
    parsed = parse_unit(fold(written)) if written else None
    return parsed[0] if parsed is not None else None


def counts_something_else(usual: str | None, unit: str | None) -> bool:
    """Whether a stated unit (canonical or as written) cannot be that of the indicator: per tonne of product where the
    indicator is an amount or per unit of money. Per cent says nothing, for changes are in per cent too."""
    if usual is None or unit is None or unit in ("%", "pp", "1", "百分点"):
        return False
    stated, expected = known_unit(unit), known_unit(usual)
    if stated is None:
        return unit.count("/") != usual.count("/") and "/" in unit
    if expected is None or stated.dimension == expected.dimension:
        return False
    return _plain(stated.dimension) != _plain(expected.dimension)


def _plain(dimension: str) -> str:
    """A dimension with every mass of a substance as plain mass: tonnes are often written without their substance."""
    return "/".join("mass" if part in ("co2", "co2e", "mass") else part for part in dimension.split("/"))


def is_per_product(unit: str | None) -> bool:
    """Whether a unit is an amount of energy per amount of product (kgce/t, kWh/m2, 千克标准煤/重量箱)."""
    if unit is None or "/" not in unit:
        return False
    top, _, below = unit.partition("/")
    return top in (
        "kgce",
        "tce",
        "gce",
        "kWh",
        "GJ",
        "MJ",
        "千克标准煤",
        "公斤标准煤",
        "吨标准煤",
        "克标准煤",
        "千瓦时",
        "度",
    ) and not (below.startswith(("10kCNY", "100MCNY", "万元", "亿元", "tce", "a", "人", "person")))


def named_substance(fact: Fact[Quantity], usual: str | None, name: str = "") -> Fact[Quantity]:
    """The fact with tonnes (t, t/10kCNY, kg/t) taken as the substance of the indicator's usual unit.

    Where the printed `name` says per 万元 (万元工业增加值能耗) or per tonne (吨钢综合能耗), an amount alone (0.25吨标准煤) is
    meant so.
    """
    quantity = fact.value
    per_tonne = f"{quantity.unit}/t" if quantity is not None and "/" not in quantity.unit else None
    if quantity is not None and is_per_product(per_tonne) and per_tonne and _PER_TONNE.match(fold(name)):
        return replace(fact, value=replace(quantity, unit=per_tonne))
    if quantity is None or usual is None:
        return fact
    if usual.endswith("/10kCNY") and "/" not in quantity.unit and _PER_10K.match(fold(name)):
        per = f"{quantity.unit}/10kCNY"
        if not counts_something_else(usual, per):
            quantity = replace(quantity, unit=per)
            fact = replace(fact, value=quantity)
    atom, _, below = quantity.unit.partition("/")
    wanted, _, usual_below = usual.partition("/")
    if below.removesuffix("/a") != usual_below or wanted.removeprefix("k") not in _SUBSTANCES | {"gCO2"}:
        return fact
    substance = "CO2e" if wanted.endswith("e") else "CO2"
    if atom not in ("t", "kg"):
        return fact
    return replace(fact, value=replace(quantity, unit=f"{atom}{substance}" + (f"/{below}" if below else "")))
