"""A cell of a ledger as the value that its field is declared to hold."""

from __future__ import annotations

from typing import Any

from plancheck.core.location import Evidence
from plancheck.facts.cell_facts import period_fact, quantity_fact, text_fact
from plancheck.facts.choices import choose_within, plain
from plancheck.facts.data_parts import Field
from plancheck.facts.dates import read_day
from plancheck.facts.labels import years_in
from plancheck.facts.model import Entry, Fact
from plancheck.facts.placeholder import is_placeholder

Fields = dict[str, Fact[Any] | tuple[Fact[str], ...] | Entry | tuple[Entry, ...]]

_NOTHING = frozenset({"无", "没有", "不涉及", "不适用"})
_YES = frozenset({"是", "有", "已", "√", "✓", "☑", "符合", "y", "yes"})
_NO = frozenset({"否", "无", "未", "×", "✗", "☒", "不符合", "n", "no"})
_SEPARATORS = "、，,；;\n"


def read_field(field: Field, text: str, place: Evidence, unit: str | None) -> Fact[Any] | tuple[Fact[str], ...]:
    """The cell's value; `unit` is the one written in its header, beside it or over the table."""
    clean = " ".join(text.split())
    if field.kind == "names":
        return tuple(
            Fact(name, (place,)) for name in _split(clean) if not is_placeholder(name) and name not in _NOTHING
        )
    if field.kind == "flag":
        return _flag(clean, place)
    if not clean or is_placeholder(clean) or clean in _NOTHING:
        return Fact(None, (place,), "blank", f"写的是“{clean[:20]}”。" if clean else "这一格没有填写内容。")
    if field.kind == "number":
        return quantity_fact(clean, place, unit or field.unit or None)
    if field.kind == "year":
        years = years_in(clean)
        return _read(years[0] if len(set(years)) == 1 else None, clean, place, "年份")
    if field.kind == "date":
        return _read(read_day(clean), clean, place, "日期")
    if field.kind == "period":
        return period_fact(clean, place)
    if field.kind == "choice":
        return _read(choose_within(clean, field), clean, place, f"“{field.title}”里可以写的词")
    return text_fact(clean, place)


def _read(value: object, text: str, place: Evidence, what: str) -> Fact[Any]:
    if value is None:
        return Fact(None, (place,), "unreadable", f"“{text[:30]}”不是{what}。")
    return Fact(value, (place,))


def _flag(text: str, place: Evidence) -> Fact[bool]:
    word = plain(text) or text
    if word in _YES or word in _NO:
        return Fact(word in _YES, (place,))
    if not text or is_placeholder(text):
        return Fact(None, (place,), "blank", "这一格没有填写内容。")
    return Fact(None, (place,), "unreadable", f"“{text[:30]}”不是“是”或“否”。")


def _split(text: str) -> list[str]:
    for separator in _SEPARATORS:
        text = text.replace(separator, "\0")
    return [part.strip() for part in text.split("\0") if part.strip()]
