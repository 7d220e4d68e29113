"""Tables of a manual or plan that list what parts of the data file hold: a ledger of activities, a list of rules.

A table is read as such where its headers are the declared names of the part's fields (or those that a `column` of the
vocabulary adds to the record), enough of them and more than of any other part.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from plancheck.core.vocabulary import Vocabulary
from plancheck.document.model import Cell, Document
from plancheck.facts.cell_facts import Places, same_as_above
from plancheck.facts.choices import plain
from plancheck.facts.data_parts import Listed, listed_parts
from plancheck.facts.grid import GridView, view
from plancheck.facts.labels import split_label
from plancheck.facts.ledger_cells import Fields, read_field
from plancheck.facts.lexicon import groups_of
from plancheck.facts.model import Entry, TypedTable

_KINDS = ("other", "schedule", "series", "indicators", "benchmark")
_NUMBERING = frozenset({"序号", "no", "编号", "次序", "备注", "说明"})
_TOTALS = frozenset({"合计", "总计", "小计", "共计"})
_FEWEST = 3  # columns that must be named as declared
_SHARE = 0.6  # of all columns
_ENOUGH = 2.0  # weight of the names where nothing over the table says what it is, …
_SAID_ENOUGH = 1.0  # … and where its caption or heading does
_LEAD = 0.5  # by how much the best part must come before the next

Names = Mapping[str, tuple[tuple[str, str], ...]]


class _Match(NamedTuple):
    listed: Listed
    columns: Mapping[str, int]
    weight: float


def read_ledgers(
    document: Document, tables: tuple[TypedTable, ...], vocabulary: Vocabulary
) -> Mapping[str, tuple[Entry, ...]]:
    """The entries that the document's tables list, by the part's word, in reading order."""
    by_number = {table.number: table for table in document.tables()}
    names = _names(vocabulary)
    found: dict[str, list[Entry]] = {}
    for typed in tables:
        if typed.kind not in _KINDS or typed.header_of is not None:
            continue
        grid = view(by_number[typed.table])
        said = f"{typed.caption} {grid.title} {' '.join(document.path(typed.section)[-2:])}"
        match = _best(grid, names, said)
        if match is not None:
            places = Places(document, by_number[typed.table])
            found.setdefault(match.listed.word, []).extend(_entries(grid, match, places, typed.unit))
    return MappingProxyType({word: tuple(entries) for word, entries in found.items()})


@cache
def _declared_names() -> Names:
    """What headers may say (as compared) → the part's word and the field's key."""
    found: dict[str, dict[tuple[str, str], None]] = {}
    for word, listed in listed_parts().items():
        if listed.single or listed.field.part is None:
            continue
        for field in listed.field.part.fields:
            if field.kind not in ("part", "parts", "amounts"):
                for name in field.names:
                    found.setdefault(plain(name), {})[word, field.key] = None
    return {name: tuple(fields) for name, fields in found.items()}


def _names(vocabulary: Vocabulary) -> Names:
    """The declared names and those that columns of the vocabulary add: `column 活动日期 { of activity also "开展时间" }`."""
    declared = _declared_names()
    found: dict[str, dict[tuple[str, str], None]] = {}
    for entry in vocabulary.of("column").values():
        for word, listed in listed_parts().items():
            part = listed.field.part
            if part is None or listed.single or part.record not in groups_of(entry):
                continue
            own = {plain(name) for name in (entry.name, entry.title)}
            key = next((f.key for f in part.fields if own & {plain(n) for n in (f.key, *f.names)}), None)
            for name in entry.firm if key is not None else ():
                found.setdefault(plain(name), dict.fromkeys(declared.get(plain(name), ())))[word, key or ""] = None
    return {**declared, **{name: tuple(fields) for name, fields in found.items()}} if found else declared


def _best(grid: GridView, names: Names, said: str) -> _Match | None:
    """The part whose entries a table lists, None where it is none's or two may claim it."""
    if len(grid.body) < 1 or grid.width < _FEWEST:
        return None
    headed = [tuple(dict.fromkeys(f for t in texts[-1:] for f in _fields(t, names))) for texts in grid.headers]
    words = {word for fields in headed for word, _ in fields}
    matches = [m for word in words if (m := _match(listed_parts()[word], grid, headed, said)) is not None]
    matches.sort(key=lambda match: -match.weight)
    if not matches or (len(matches) > 1 and matches[0].weight - matches[1].weight < _LEAD):
        return None
    return matches[0]


def _fields(header: str, names: Names) -> tuple[tuple[str, str], ...]:
    return names.get(plain(header)) or names.get(plain(split_label(header).core), ())


def _match(listed: Listed, grid: GridView, headed: list[tuple[tuple[str, str], ...]], said: str) -> _Match | None:
    part = listed.field.part
    assert part is not None
    columns: dict[str, int] = {}
    weight = 0.0
    for index, fields in enumerate(headed):
        key = next((key for word, key in fields if word == listed.word and key not in columns), None)
        if key is not None:
            columns[key] = index
            weight += 1 / len({word for word, _ in fields})
    counted = sum(1 for text in grid.joined if plain(text) not in _NUMBERING)
    own = sum(1 for index in columns.values() if plain(grid.joined[index]) not in _NUMBERING)
    told = any(plain(name) in plain(said) for name in listed.field.names)
    named = any(key in columns for key in (*part.named_by, "kind"))
    enough = _SAID_ENOUGH if told else _ENOUGH
    if not named or own < _FEWEST or own < _SHARE * counted or weight < enough:
        return None
    return _Match(listed, columns, weight + (1.0 if told else 0.0))


def _entries(grid: GridView, match: _Match, places: Places, unit: str | None) -> Iterator[Entry]:
    part = match.listed.field.part
    assert part is not None
    above: dict[str, Cell | None] = {}
    for number, row in enumerate(grid.body):
        cells = {key: row[column] for key, column in match.columns.items()}
        for key, cell in cells.items():
            if cell is not None and same_as_above(cell.text):
                cells[key] = above.get(key, cell)
        above = cells
        texts = {key: " ".join(cell.text.split()) if cell is not None else "" for key, cell in cells.items()}
        if not any(texts.values()) or _repeats_header(grid, match, texts) or _TOTALS & set(map(plain, texts.values())):
            continue
        name = next((texts[key] for key in (*part.named_by, "kind") if texts.get(key)), part.title)
        fields: Fields = {}
        for field in part.fields:
            if field.key in cells:
                place = places.of(
                    cells[field.key], row=number + grid.header_rows + 1, column=match.columns[field.key] + 1
                )
                head = next(
                    (u for t in reversed(grid.headers[match.columns[field.key]]) if (u := split_label(t).unit)), None
                )
                beside = texts.get(field.unit_key) or None
                fields[field.key] = read_field(field, texts[field.key], place, head or beside or unit)
        first = next((cells[key] for key in (*part.named_by, "kind") if cells.get(key) is not None), None)
        evidence = places.of(first, row=number + grid.header_rows + 1)
        yield Entry(part.record, name, MappingProxyType(fields), (evidence,))


def _repeats_header(grid: GridView, match: _Match, texts: Mapping[str, str]) -> bool:
    return all(plain(text) == plain(grid.joined[match.columns[key]]) for key, text in texts.items())
