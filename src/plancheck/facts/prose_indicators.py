"""What the values of a sentence may be of: indicators, fuels that are used, and emissions named by their verb alone."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

from plancheck.core.lazy_pattern import lazy_pattern
from plancheck.core.quantity import Quantity
from plancheck.core.units import unit as known_unit
from plancheck.facts.lexicon import Lexicons, Match, groups_of
from plancheck.facts.model import Fact
from plancheck.facts.quantities import QuantitySpan
from plancheck.facts.row_meaning import TOTAL_CARBON, TOTAL_ENERGY, product_in
from plancheck.facts.substance import is_per_product, named_substance, usual_unit

_AMOUNTS_OF_FUEL = ("t", "tce", "m3", "kWh", "GJ", "MWh", "kgce", "TJ")
# 排放 as the verb of the whole park (2027年排放437万吨), not of a substance, an industry or a project in front of it.
_EMITS = lazy_pattern(
    r"(?:(?<=[，。；;、:│年])|(?<=园区)|(?<=全区)|(?<=[共将约])|^)排放(?:总?量|二氧化碳|CO2)?(?=(?:约|为|达到?|将|到|近|超过|\s){0,3}[0-9])"
)


class Named(NamedTuple):
    """A name in a sentence that a value may be of: as printed, its indicator, usual unit and place, fuel or product."""

    name: str
    canonical: str
    usual: str | None
    start: int
    end: int
    member: str | None = None
    product: str | None = None


def named_in(text: str, folded: str, lexicons: Lexicons, *, carbon: bool) -> list[Named]:
    """The names in a sentence by their place; `carbon` tells that it speaks of carbon wherever it says 排放 alone."""
    found = [_of(m, text) for m in lexicons.indicators.find(text)]
    fuels = lexicons.members.get("品种")
    for match in fuels.find(text) if fuels is not None else ():
        used = folded[match.end : match.end + 1] in ("消", "用", "使", "的", "能")
        if match.end - match.start >= 2 and used:
            found.append(Named(match.alias, TOTAL_ENERGY, None, match.start, match.end, match.entry.name))
    total = lexicons.indicators.exact(TOTAL_CARBON) if carbon else None
    for verb in _EMITS.finditer(folded) if total is not None else ():
        if total is not None and not any(n.start < verb.end() and n.end > verb.start() for n in found):
            name = text[verb.start() : verb.end()]
            found.append(Named(name, TOTAL_CARBON, usual_unit(total.entry), verb.start(), verb.end()))
    return sorted(found, key=lambda f: (f.start, f.member is not None))


def _of(match: Match, text: str) -> Named:
    product = None
    if "产品" in groups_of(match.entry, "splits"):
        product = product_in(text[max(0, match.start - 24) : match.start]) or None
    name, usual = text[match.start : match.end], usual_unit(match.entry)
    return Named(name, match.entry.name, usual, match.start, match.end, product=product)


def with_substance(named: Named, quantity: Quantity) -> Quantity:
    """The quantity with plain tonnes as those of what the indicator counts."""
    fact = named_substance(Fact(quantity, ()), named.usual, named.name)
    return fact.value or quantity


def fits(named: Named, span: QuantitySpan) -> bool:
    """Whether the value's unit is of the indicator's dimension."""
    quantity = with_substance(named, span.quantity)
    if named.member is not None:
        return quantity.unit.split("/")[0] in _AMOUNTS_OF_FUEL
    if named.usual is None or (named.product is not None and is_per_product(quantity.unit)):
        return True
    mine, usual = known_unit(quantity.unit), known_unit(named.usual)
    if mine is None or usual is None:
        return False
    carbon = usual.dimension.split("/")[0] == "co2" and mine.dimension == usual.dimension.replace("co2", "co2e")
    return mine.dimension == usual.dimension or carbon


def same_substance(run: list[QuantitySpan]) -> list[QuantitySpan]:
    """A list of values whose last names a substance (68.4万吨、72.9万吨和77.5万吨标准煤): all are of it."""
    unit = run[-1].quantity.unit if run else ""
    atom = unit.partition("/")[0]
    return [
        s._replace(quantity=replace(s.quantity, unit=unit))
        if s.quantity.unit in ("t", "kg") and re.fullmatch(f"{s.quantity.unit}(?:ce|CO2e?)", atom)
        else s
        for s in run
    ]
