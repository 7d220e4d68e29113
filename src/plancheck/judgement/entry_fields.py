"""Reading a field of an entry of the data file (`g.base_value`), and of a date (`d.year`)."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from plancheck.facts.data_parts import records
from plancheck.facts.model import Choice, Date, Entry, Fact
from plancheck.judgement.context import Context
from plancheck.judgement.values import Items, Num, Value, absent, from_fact


def read_entry(context: Context, entry: Entry, name: str, base: Value) -> Value:
    """The field of an entry: a value, a nested entry, or the members of a list (none where nothing is given)."""
    field = records()[entry.record].field(name)
    found = entry.fields.get(name)
    what = f"“{entry.name}”的{field.title}"
    looked = entry.evidence
    if isinstance(found, Entry):
        return Value(found, found.evidence)
    if isinstance(found, tuple) or field.kind in ("names", "parts", "amounts"):
        given = found if isinstance(found, tuple) else ()
        members = (Value(m, m.evidence) if isinstance(m, Entry) else from_fact(m, what, looked) for m in given)
        return Value(Items(tuple(members)), (), (f"没有给出{what}",), looked)
    if found is None:
        return absent(looked, what=f"没有给出{what}")
    return from_fact(found, what, looked)


def texts_of(entry: Entry) -> str:
    """All texts that an entry gives, those of nested entries included, each on a line of its own."""
    return "\n".join(_texts(entry))


def _texts(content: object) -> Iterator[str]:
    if isinstance(content, Entry):
        for field in content.fields.values():
            yield from _texts(field)
    elif isinstance(content, tuple):
        for member in content:
            yield from _texts(member)
    elif isinstance(content, Fact) and isinstance(content.value, str) and content.status != "unreadable":
        yield content.value.label if isinstance(content.value, Choice) else content.value


def read_date_field(context: Context, day: Date, name: str, base: Value) -> Value:
    """The year, month or day of a date; absent where the date is not given so exactly."""
    number = {"year": day.year, "month": day.month, "day": day.day}[name]
    if number is None:
        return absent(base.evidence, what="日期没有写到" + ("月" if name == "month" else "日"))
    return Value(Num(Fraction(number), Fraction(number)), base.evidence)
