"""Entries of document and data file together: what is the same entry is one, with the evidence of both."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from plancheck.core.quantity import Quantity
from plancheck.facts.agreement import agree
from plancheck.facts.choices import plain
from plancheck.facts.data_parts import listed_parts, records
from plancheck.facts.model import Date, Disagreement, Entry, Fact

_APART = ("date", "year", "on", "applied_on", "enterprise", "version", "number", "energy_type")  # tell namesakes apart

Entries = Mapping[str, tuple[Entry, ...]]


def unite_entries(listed: Entries, given: Entries) -> tuple[Entries, tuple[Disagreement, ...]]:
    """The data file's entries (`given`) with what the document's tables (`listed`) say of them, then the others listed."""
    found: dict[str, tuple[Entry, ...]] = {}
    differences: list[Disagreement] = []
    for word in listed_parts():
        united = list(given.get(word, ()))
        for entry in listed.get(word, ()):
            same = [i for i, other in enumerate(united[: len(given.get(word, ()))]) if _same_entry(entry, other)]
            if len(same) == 1:
                united[same[0]], more = _united(united[same[0]], entry)
                differences += more
            else:
                united.append(entry)
        if united:
            found[word] = tuple(united)
    return MappingProxyType(found), tuple(differences)


def _same_entry(listed: Entry, given: Entry) -> bool:
    """Whether two entries are one: alike in id, else in name, and apart in nothing that tells namesakes apart."""
    ids = [_stated(entry, "id") for entry in (listed, given)]
    if all(ids):
        return plain(str(ids[0])) == plain(str(ids[1]))
    if plain(listed.name) != plain(given.name):
        return False
    for key in _APART:
        one, other = _stated(listed, key), _stated(given, key)
        if one is not None and other is not None and not _same_value(one, other):
            return False
    return True


def _stated(entry: Entry, key: str) -> Any:
    fact = entry.fields.get(key)
    return fact.value if isinstance(fact, Fact) and fact.status == "stated" else None


def _united(given: Entry, listed: Entry) -> tuple[Entry, list[Disagreement]]:
    part = records()[given.record]
    fields = dict(given.fields)
    differences: list[Disagreement] = []
    for key, said in listed.fields.items():
        own = fields.get(key)
        if isinstance(said, Fact) and isinstance(own, Fact) and own.status == said.status == "stated":
            if _same_value(own.value, said.value):
                fields[key] = replace(own, evidence=(*own.evidence, *said.evidence))
                continue
            what = f"“{given.name}”的{part.field(key).title}"
            reason = f"{what}：文件中写“{said.evidence[0].excerpt}”，数据文件写“{own.evidence[0].excerpt}”，不一致"
            fields[key] = Fact(own.value, (*own.evidence, *said.evidence), "resembles", reason)
            differences.append(Disagreement(what, said.evidence[0], own.evidence[0]))
        elif not own or (isinstance(own, Fact) and own.status == "blank"):
            fields[key] = said
    evidence = (*given.evidence, *listed.evidence)
    return replace(given, fields=MappingProxyType(fields), evidence=evidence), differences


def _same_value(one: object, other: object) -> bool:
    if isinstance(one, Quantity) and isinstance(other, Quantity):
        return agree(one, other) is not False
    if isinstance(one, Date) and isinstance(other, Date):
        return one.first <= other.last and other.first <= one.last
    if isinstance(one, str) and isinstance(other, str):
        return plain(one) == plain(other)
    return one == other
