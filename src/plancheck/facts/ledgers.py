"""Tables of a manual or plan that list what parts of the data file hold: a ledger of activities, a list of rules.

A table is read as such where its headers are the declared names of the part's fields (or those that a `column` of the
vocabulary adds to the record), enough of them and more than of any other part.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from plancheck.core.location import Evidence
from plancheck.core.vocabulary import Vocabulary
from plancheck.document.model import Cell, Document
from plancheck.facts.cell_facts import Places, same_as_above
from plancheck.facts.choices import choose_within, plain
from plancheck.facts.data_parts import Field, Listed, listed_parts
from plancheck.facts.grid import GridView, view
from plancheck.facts.labels import split_label, without_years, years_in
from plancheck.facts.ledger_cells import Fields, read_field
from plancheck.facts.lexicon import groups_of
from plancheck.facts.model import Choice, Entry, Fact, TypedTable

_KINDS = ("other", "schedule", "series", "indicators", "benchmark")
_NUMBERING = frozenset({"序号", "no", "编号", "次序", "备注", "说明"})
_TOTALS = frozenset({"合计", "总计", "小计", "共计"})
_YEAR_OF = {"base_value": "base_year", "target_value": "year", "value": "year"}  # whose header may name which year
_FEWEST = 3  # columns that must be named as declared
_SHARE = 0.6  # of all columns
_ENOUGH = 2.0  # weight of the names where nothing over the table says what it is, …
_SAID_ENOUGH = 1.0  # … and where its caption or heading does
_LEAD = 0.5  # by how much the best part must come before the next

Names = Mapping[str, tuple[tuple[str, str], ...]]


class _Match(NamedTuple):
    """A part, the columns of its fields, how well it fits, and the kind of entry that headers or caption imply."""

    listed: Listed
    columns: Mapping[str, int]
    weight: float
    implied: Choice | None = None


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
        said = f"{typed.caption} {grid.title}\0{' '.join(document.path(typed.section)[-2:])}"
        match = _best(grid, names, said)
        if match is not None:
            places = Places(document, by_number[typed.table])
            found.setdefault(match.listed.word, []).extend(_entries(grid, match, places, typed.unit))
    return MappingProxyType({word: tuple(entries) for word, entries in found.items()})


@cache
def _lists() -> Mapping[str, Listed]:
    """The parts that are lists of entries, by their word."""
    return {
        word: listed for word, listed in listed_parts().items() if not listed.single and listed.field.part is not None
    }


@cache
def _declared_names() -> Names:
    """What headers may say (as compared) → the part's word and the field's key."""
    found: dict[str, dict[tuple[str, str], None]] = {}
    for word, listed in _lists().items():
        for field in listed.field.part.fields if listed.field.part is not None else ():
            if field.kind not in ("part", "parts", "amounts"):
                for name in field.names:
                    found.setdefault(plain(name), {})[word, field.key] = None
    return {name: tuple(fields) for name, fields in found.items()}


def _names(vocabulary: Vocabulary) -> Names:
    """The declared names and those that columns of the vocabulary add: `column 活动日期 { of activity also "开展时间" }`."""
    declared = _declared_names()
    found: dict[str, dict[tuple[str, str], None]] = {}
    for entry in vocabulary.of("column").values():
        for word, listed in _lists().items():
            part = listed.field.part
            if part is None or part.record not in groups_of(entry):
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
    headed = [_fields(texts[-1], names) if texts else () for texts in grid.headers]
    matches = [m for listed in _lists().values() if (m := _match(listed, grid, headed, said)) is not None]
    matches.sort(key=lambda match: -match.weight)
    if not matches or (len(matches) > 1 and matches[0].weight - matches[1].weight < _LEAD):
        return None
    return matches[0]


def _fields(header: str, names: Names) -> tuple[tuple[str, str], ...]:
    """The fields that a header may be: by its whole text, without its unit, without its year (2024年目标值)."""
    core = split_label(header).core
    bare = plain(without_years(core)).removeprefix("年度").removeprefix("年")
    return names.get(plain(header)) or names.get(plain(core)) or names.get(bare, ())


def _match(listed: Listed, grid: GridView, headed: list[tuple[tuple[str, str], ...]], said: str) -> _Match | None:
    part = listed.field.part
    assert part is not None
    columns: dict[str, int] = {}
    weight = 0.0
    kind = next((field for field in part.fields if field.key == "kind" and field.words), None)
    implied: Choice | None = None
    for index, fields in enumerate(headed):
        own = [key for word, key in fields if word == listed.word]
        share = 1 / len({word for word, _ in fields}) if fields else 0.0
        if not own and kind is not None:
            own, word = _behind_kind(grid.joined[index], kind, listed.word)
            implied, share = word or implied, 1.0
        key = next((key for key in own if key not in columns), None)
        if key is not None:
            columns[key] = index
            weight += share
    counted = sum(1 for text in grid.joined if plain(text) not in _NUMBERING)
    found = sum(1 for index in columns.values() if plain(grid.joined[index]) not in _NUMBERING)
    if implied is None and kind is not None:
        implied = _said_kind(said, kind)
    told = implied is not None or any(plain(name) in plain(said) for name in listed.field.names)
    named = implied is not None or any(key in columns for key in (*part.named_by, "kind"))
    enough = _SAID_ENOUGH if told else _ENOUGH
    if not named or found < _FEWEST or found < _SHARE * counted or weight < enough:
        return None
    return _Match(listed, columns, weight + (1.0 if told else 0.0), implied)


def _behind_kind(header: str, kind: Field, part: str) -> tuple[list[str], Choice | None]:
    """The field of a header that names a kind first (培训日期), and the kind."""
    written = plain(header)
    for word in kind.words:
        for name in map(plain, word.names):
            if len(name) >= 2 and written.startswith(name):
                fields = _declared_names().get(written.removeprefix(name), ())
                own = [key for listed, key in fields if listed == part]
                if own:
                    return own, Choice(word.word, word.names[0])
    return [], None


def _said_kind(said: str, kind: Field) -> Choice | None:
    """The one kind that caption and headings speak of (表3 培训台账)."""
    found = choose_within(said.partition("\0")[0], kind)
    known = {word.word for word in kind.words}
    return found if found is not None and str(found) in known else None


def _entries(grid: GridView, match: _Match, places: Places, unit: str | None) -> Iterator[Entry]:
    part = match.listed.field.part
    assert part is not None
    usual = match.implied.label if match.implied is not None else part.title
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
        name = next((texts[key] for key in (*part.named_by, "kind") if texts.get(key)), usual)
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
        _imply(fields, match, grid, places.of(None))
        first = next((cells[key] for key in (*part.named_by, "kind") if cells.get(key) is not None), None)
        evidence = places.of(first, row=number + grid.header_rows + 1)
        yield Entry(part.record, name, MappingProxyType(fields), (evidence,))


def _imply(fields: Fields, match: _Match, grid: GridView, table: Evidence) -> None:
    """What headers and caption say of every row: its kind, the year of a value."""
    part = match.listed.field.part
    assert part is not None
    if match.implied is not None and "kind" not in fields and any(f.key == "kind" for f in part.fields):
        fields["kind"] = Fact(match.implied, (table,))
    for value, year in _YEAR_OF.items():
        if value in match.columns and year not in fields and any(f.key == year for f in part.fields):
            stated = set(years_in(grid.joined[match.columns[value]]))
            if len(stated) == 1:
                fields[year] = Fact(stated.pop(), (table._replace(excerpt=grid.joined[match.columns[value]]),))


def _repeats_header(grid: GridView, match: _Match, texts: Mapping[str, str]) -> bool:
    return all(plain(text) == plain(grid.joined[match.columns[key]]) for key, text in texts.items())
