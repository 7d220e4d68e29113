"""The entries of the declared parts (`facts.data_parts`) as facts, each value read as its field is declared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from pydantic import BaseModel

from plancheck.core.quantity import Quantity
from plancheck.facts.choices import choose
from plancheck.facts.data_parts import Field, Part, listed_parts
from plancheck.facts.model import Choice, Date, Entry, Fact, Unread
from plancheck.submission.aliases import fold
from plancheck.submission.evidenced import Source
from plancheck.submission.load import Submission
from plancheck.submission.shape import NOTHING, told
from plancheck.submission.values import Problem, read_date, read_number, read_quantity

EntryField = Fact[Any] | tuple[Fact[str], ...] | Entry | tuple[Entry, ...]


def read_entries(source: Source) -> Mapping[str, tuple[Entry, ...]]:
    """The entries of every declared part that the file gives, by the part's word."""
    found: dict[str, tuple[Entry, ...]] = {}
    for word, listed in listed_parts().items():
        given: object = source.submission.model
        for step in listed.key.split("."):
            given = getattr(given, step, None)
        part = listed.field.part
        if listed.field.kind == "names" and isinstance(given, tuple) and given:
            found[word] = tuple(_named(source, f"{listed.key}[{i}]", name) for i, name in enumerate(given, 1))
        elif isinstance(given, BaseModel) and part is not None and any(value for _, value in given):
            found[word] = (_entry(source, given, part, listed.key),)
        elif isinstance(given, tuple) and given and part is not None:
            found[word] = tuple(_rows(source, given, part, listed.key))
    return MappingProxyType(found)


def _named(source: Source, key: str, name: str) -> Entry:
    fact = Fact(name, (source.evidence(key, name),))
    return Entry("name", name, MappingProxyType({"name": fact}), fact.evidence)


def _rows(source: Source, rows: tuple[BaseModel, ...], part: Part, key: str) -> Iterator[Entry]:
    for index, row in enumerate(rows, 1):
        yield _entry(source, row, part, f"{key}[{index}]")


def _entry(source: Source, row: BaseModel, part: Part, key: str) -> Entry:
    fields: dict[str, EntryField] = {}
    for field in part.fields:
        value = _field(source, row, field, f"{key}.{field.key}")
        if value is not None:
            fields[field.key] = value
    name = _name(row, part)
    return Entry(part.record, name, MappingProxyType(fields), (source.evidence(key, name),))


def _name(row: BaseModel, part: Part) -> str:
    """What a reader calls the entry: the first of its naming fields that is filled, else what it is."""
    for key in part.named_by:
        text = getattr(row, key, None)
        if isinstance(text, str):
            word = choose(text, part.field(key)) if part.field(key).words else None
            return word.label if word is not None else text
    return part.title


def _field(source: Source, row: BaseModel, field: Field, key: str) -> EntryField | None:
    given = getattr(row, field.key, None)
    if isinstance(given, str):
        return read_value(source, field, key, given, getattr(row, field.unit_key, None) if field.unit_key else None)
    if field.kind == "names" and given:
        return tuple(Fact(name, (source.evidence(f"{key}[{i}]", name),)) for i, name in enumerate(given, 1))
    if field.kind == "amounts" and given and field.part is not None:
        units = _units(source)
        return tuple(
            _amount(source, field.part, f"{key}.{name}", (name, text), units.get(fold(name)))
            for name, text in given.items()
        )
    if field.kind == "part" and field.part is not None and given is not None:
        return _entry(source, given, field.part, key)
    if field.kind == "parts" and field.part is not None and given:
        return tuple(_rows(source, given, field.part, key))
    if field.kind not in ("part", "parts", "names", "amounts") and key in source.submission.places:
        return Fact(None, (source.evidence(key, "（空）"),), "blank", "没有填写")
    return None


def unread_values(
    submission: Submission, values: Mapping[str, Fact[Any]], entries: Mapping[str, tuple[Entry, ...]]
) -> Iterator[Unread]:
    """What could not be read among the values and entries, each once, with its place in the file."""
    facts = {fact.evidence[0].location.key or "": fact for fact in _unreadable((*values.values(), *entries.values()))}
    for fact in facts.values():
        key = (fact.evidence[0].location.key or "").partition("（")[0]
        place = submission.places.get(key)
        spot = f"第 {place.line} 行" if place is not None and place.line else ""
        if place is not None and place.sheet and place.cell:
            spot = f"工作表“{place.sheet}” {place.cell}"
        yield Unread(f"数据文件“{told(key)}”" + (f"（{spot}）" if spot else ""), fact.reason, fact.evidence[0])


def _unreadable(content: Iterable[object]) -> Iterator[Fact[Any]]:
    for item in content:
        if isinstance(item, Fact) and item.status == "unreadable":
            yield item
        elif isinstance(item, Entry):
            yield from _unreadable(item.fields.values())
        elif isinstance(item, tuple):
            yield from _unreadable(item)


def _units(source: Source) -> Mapping[str, str]:
    """The written units of the goals, by their ids, names and indicators: an amount named so is meant in it ("": in which is open)."""
    found: dict[str, str] = {}
    for goal in getattr(source.submission.model, "goals", ()):
        for key in ("indicator", "name", "id"):
            if getattr(goal, key) and goal.unit:
                name = fold(getattr(goal, key))
                found[name] = goal.unit if found.get(name, goal.unit) == goal.unit else ""
    return found


def _amount(source: Source, part: Part, key: str, given: tuple[str, str | None], unit: str | None) -> Entry:
    name, text = given
    fields: dict[str, EntryField] = {"name": Fact(name, (source.evidence(key, name),))}
    value = read_value(source, part.field("value"), key, text or "", unit or None)
    if value is not None:
        fields["value"] = value
    return Entry(part.record, name, MappingProxyType(fields), (source.evidence(key, f"{name}：{text or ''}"),))


def read_value(source: Source, field: Field, key: str, text: str, unit: str | None) -> Fact[Any] | None:
    """A single value as its field is declared; `unit` is the written unit beside it."""
    if not text or (fold(text) in NOTHING and field.kind not in ("flag", "number")):
        return Fact(None, (source.evidence(key, text or "（空）"),), "blank", f"写的是“{text}”" if text else "没有填写")
    if field.kind == "number":
        return source.read(key, text, lambda t: _number(t, field, unit), Quantity.show)
    if field.kind == "year":
        return source.year(key, text)
    if field.kind == "date":
        return source.read(key, text, read_day, Date.show)
    if field.kind == "period":
        return source.period(key, text)
    if field.kind == "flag":
        return source.flag(key, text)
    if field.kind == "choice":
        return source.read(key, text, lambda t: _chosen(t, field), lambda c: c.label)
    return source.text(key, text)


def _number(text: str, field: Field, unit: str | None) -> Quantity | Problem:
    """A number in the unit beside it, in its field's own, or bare where no unit is given at all."""
    if field.unit == "次" and fold(text) in NOTHING:
        return read_quantity("0", field.unit)
    found = read_quantity(text, unit or field.unit or None)
    if isinstance(found, Problem) and not unit and not field.unit:
        bare = read_number(text)
        if bare is not None:
            return Quantity(bare[0], "1", text=text.strip(), step=bare[1])
    return found


def _chosen(text: str, field: Field) -> Choice | Problem:
    """The word that the text is a name of; the text itself where the list is open."""
    found = choose(text, field)
    names = "、".join(word.names[0] for word in field.words)
    return found or Problem(f"“{text}”不是“{field.title}”里可以写的词，请写{names}之一")


def read_day(text: str) -> Date | Problem:
    """A date to the day, the month or the year."""
    found = read_date(text)
    if isinstance(found, Problem):
        return found
    date = Date(*found)
    if date.day is not None and date.day > Date(date.year, date.month).last[2]:
        return Problem(f"“{text.strip()}”不是日历上有的日期")
    return date
