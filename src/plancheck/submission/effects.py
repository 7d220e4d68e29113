"""Quantities inside a sentence of the data file (年节能3000吨标准煤，减排二氧化碳7800吨): numbers with a unit behind them."""

from __future__ import annotations

import re
import unicodedata
from fractions import Fraction

from plancheck.core.quantity import Quantity
from plancheck.submission.values import read_number, read_year, surface

_NUMBER = re.compile(r"(?<![\d.a-z])(?:\d{1,3}(?:,\d{3})+|\d{1,15})(?:\.\d{1,15})?", re.ASCII | re.IGNORECASE)
_LONGEST_UNIT = 12
_MAGNITUDES = {"万": 10**4, "亿": 10**8, "千": 10**3, "百": 100}
_SUBSTANCES = (
    ("二氧化碳当量", "CO2e"),
    ("co2e", "CO2e"),
    ("二氧化碳", "CO2"),
    ("co2", "CO2"),
    ("标准煤", "ce"),
    ("标煤", "ce"),
)
_OF_SUBSTANCE = {
    ("t", "CO2e"): "tCO2e", ("t", "CO2"): "tCO2", ("t", "ce"): "tce",
    ("kg", "CO2e"): "kgCO2e", ("kg", "CO2"): "kgCO2", ("kg", "ce"): "kgce",
}  # fmt: skip
_CLAUSE_ENDS = "，,。；;、\n"


def quantities_in(text: str) -> tuple[tuple[Quantity, tuple[int, int]], ...]:
    """The quantities of a sentence with their character spans in the NFKC form; numbers without a known unit are left."""
    flat = unicodedata.normalize("NFKC", text)
    found: list[tuple[Quantity, tuple[int, int]]] = []
    last = 0
    for match in _NUMBER.finditer(flat):
        stated = _unit_behind(flat, match.end())
        number = read_number(match.group())
        if stated is None or number is None or match.start() < last:
            continue
        unit, magnitude, end = stated
        if unit == "a" and read_year(match.group()) is not None:
            continue
        before = _clause_before(flat, max(last, match.start() - 16), match.start())
        unit = _OF_SUBSTANCE.get((unit, _substance(before)), unit)
        span = (match.start(), end)
        quantity = Quantity(number[0] * magnitude, unit, text=flat[slice(*span)], step=number[1] * magnitude)
        found.append((quantity, span))
        last = end
    return tuple(found)


def _unit_behind(text: str, start: int) -> tuple[str, Fraction, int] | None:
    while start < len(text) and text[start] == " ":
        start += 1
    more = _MAGNITUDES.get(text[start : start + 1])
    for end in range(min(len(text), start + _LONGEST_UNIT), start, -1):
        if text[end - 1].isspace():
            continue
        known = surface(text[start:end])
        if known is not None:
            return known[0], known[1], end
        inner = surface(text[start + 1 : end]) if more and end > start + 1 else None
        if inner is not None and more:
            return inner[0], inner[1] * more, end
    return None


def _clause_before(text: str, low: int, high: int) -> str:
    clause = text[low:high]
    for end in _CLAUSE_ENDS:
        clause = clause.rpartition(end)[2]
    return clause.lower()


def _substance(clause: str) -> str:
    return next((short for word, short in _SUBSTANCES if word in clause), "")
