"""What was read of the parts of the data file, and of tables that list the same, for reading along."""

from __future__ import annotations

from typing import Any

from plancheck.core.quantity import Quantity
from plancheck.facts.data_parts import listed_parts, records
from plancheck.facts.facts import Facts
from plancheck.facts.model import Choice, Date, Entry, Fact, Period
from plancheck.report.clean import one_line
from plancheck.report.places import place_in_words

_STATUS = {"blank": "（空）", "unreadable": "（读不懂）", "resembles": "（待核实）"}


def entries_read(facts: Facts) -> list[dict[str, Any]]:
    """Every part with its entries, as plain data: stable English keys, values as a reader writes them."""
    parts = listed_parts()
    return [
        {"part": word, "title": parts[word].field.title, "entries": [_entry(entry) for entry in entries]}
        for word, entries in facts.entries.items()
    ]


def _entry(entry: Entry) -> dict[str, Any]:
    return {
        "name": entry.name,
        "places": [place_in_words(e.location) for e in entry.evidence],
        "fields": {key: _shown(field) for key, field in entry.fields.items()},
    }


def _shown(field: object) -> object:
    if isinstance(field, Entry):
        return _entry(field)
    if isinstance(field, tuple):
        return [_entry(member) if isinstance(member, Entry) else _shown(member) for member in field]
    assert isinstance(field, Fact)
    return f"{_value(field.value)}{_STATUS.get(field.status, '')}"


def _value(value: object) -> str:
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, Choice):
        return value.label
    if isinstance(value, Quantity | Date):
        return value.show()
    if isinstance(value, Period):
        from plancheck.judgement.values import show_period

        return show_period(value)
    return "" if value is None else str(value)


def render_entries(parts: list[dict[str, Any]]) -> list[str]:
    """The entries as lines of text: one an entry, with the fields that are given."""
    lines = ["数据文件和台账的各条"]
    known = listed_parts()
    for part in parts:
        lines.append(f"  {part['title']} {len(part['entries'])} 条")
        field = known[part["part"]].field
        record = field.part.record if field.part is not None else ""
        lines += [f"    {one_line(entry['name'])}：{_line(entry, record)}" for entry in part["entries"]]
    return lines if parts else [*lines, "  没有。"]


def _line(entry: dict[str, Any], record: str) -> str:
    part = records().get(record)
    said = []
    for key, shown in entry["fields"].items():
        title = part.field(key).title if part is not None else key
        if isinstance(shown, str) and shown != "（空）" and shown != entry["name"]:
            said.append(f"{title} {one_line(shown)}")
        elif isinstance(shown, list) and shown:
            names = (member["name"] if isinstance(member, dict) else member for member in shown)
            said.append(f"{title} {'、'.join(map(one_line, names))}")
        elif isinstance(shown, dict):
            said.append(f"{title} {one_line(shown['name'])}")
    return "；".join(said) + f"（{'；'.join(entry['places'][:2])}）"
