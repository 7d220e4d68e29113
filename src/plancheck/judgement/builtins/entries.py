"""Built-ins that give the entries of the data file's declared parts, and those that compare dates."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date as calendar_date
from fractions import Fraction

from plancheck.core.location import Evidence, Location
from plancheck.facts.data_parts import Listed, listed_parts
from plancheck.facts.dates import read_iso_date
from plancheck.facts.model import Date
from plancheck.judgement.builtins.arguments import Arguments
from plancheck.judgement.context import Context
from plancheck.judgement.values import Items, Num, Value, absent, from_fact, merge, truth, unknown


def entries(context: Context, args: Arguments) -> Value:
    """The entries of a part of the data file, in its order; none where it is not given or declared empty (无)."""
    word = args.word("part") or ""
    listed = listed_parts()[word]
    found = context.facts.entries.get(word, ())
    reason = f"数据文件没有填写“{listed.field.title}”（{listed.key}）"
    declared = context.facts.submission.values.get(listed.key)
    looked = declared.evidence if declared is not None and not found else (_belongs(listed),)
    if listed.field.kind == "names":
        return Value(Items(tuple(Value(entry.name, entry.evidence) for entry in found)), (), (reason,), looked)
    return Value(Items(tuple(Value(entry, entry.evidence) for entry in found)), (), (reason,), looked)


def entry(context: Context, args: Arguments) -> Value:
    """The single entry of a part (organization); absent where the data file does not give it."""
    word = args.word("part") or ""
    listed = listed_parts()[word]
    found = context.facts.entries.get(word, ())
    if found:
        return Value(found[0], found[0].evidence)
    return absent((_belongs(listed),), what=f"数据文件没有填写“{listed.field.title}”（{listed.key}）")


def _belongs(listed: Listed) -> Evidence:
    """Where in the data file the part belongs."""
    return Evidence(Location(source="data", key=listed.key), "（没有填写）")


def submission_date(context: Context, args: Arguments) -> Value:
    """The submission's own date: as asked for (`--as-of`), else of the data file, else of the cover; never today's."""
    if context.facts.date is None:
        return absent(what="没有提交日期（数据文件的编制日期、封面上的日期，或 --as-of）")
    return from_fact(context.facts.date, "提交日期")


def date(context: Context, args: Arguments) -> Value:
    """The date that a rule writes: "2024", "2024-03" or "2024-03-01"."""
    given = args.value("text")
    if given is None or not given.known:
        return given if given is not None else unknown("日期不明")
    day = read_iso_date(str(given.data))
    return Value(day, given.evidence) if day is not None else unknown(f"“{given.data}”不是日期", given.evidence)


def end_of(context: Context, args: Arguments) -> Value:
    """The last day of a date that names a month or a year only: what is due 2024-11 is due by the 30th."""
    given = args.value("date")
    if given is None or not isinstance(given.data, Date):
        return given if given is not None else unknown("日期不明")
    return Value(Date(*given.data.last), given.evidence)


def _interval(args: Arguments) -> tuple[Date, Date, tuple[Value, Value]] | Value:
    first, last = args.value("from"), args.value("to")
    if first is None or last is None:
        return unknown("日期不明")
    if not isinstance(first.data, Date) or not isinstance(last.data, Date):
        reasons = [m for v in (first, last) if not v.known for m in (v.missing or ("有一个日期没有给出",))]
        return truth(None, first, last, missing=reasons)
    return first.data, last.data, (first, last)


def months_between(context: Context, args: Arguments) -> Value:
    """The months from one date to another, negative where the second comes first.

    Days count as parts of a month where both dates have them; dates to the month give whole months; a date to the year
    only gives a range.
    """
    found = _interval(args)
    if isinstance(found, Value):
        return found
    first, last, values = found
    evidence = merge(*values)[0]
    if first.month is None or last.month is None:
        whole = (last.year - first.year) * 12
        low = whole + (last.month or 1) - (first.month or 12)
        high = whole + (last.month or 12) - (first.month or 1)
        return Value(Num(Fraction(low), Fraction(high)), evidence)
    months = Fraction((last.year - first.year) * 12 + last.month - first.month)
    if first.day is not None and last.day is not None:
        months += Fraction(last.day - first.day, 30)
    return Value(Num(months, months), evidence)


def days_between(context: Context, args: Arguments) -> Value:
    """The days from one date to another, as a range where a date is given to the month or year only."""
    found = _interval(args)
    if isinstance(found, Value):
        return found
    first, last, values = found
    low = calendar_date(*last.first) - calendar_date(*first.last)
    high = calendar_date(*last.last) - calendar_date(*first.first)
    return Value(Num(Fraction(low.days), Fraction(high.days)), merge(*values)[0])


BUILTINS: dict[str, Callable[[Context, Arguments], Value]] = {
    "entries": entries,
    "entry": entry,
    "submission_date": submission_date,
    "date": date,
    "end_of": end_of,
    "months_between": months_between,
    "days_between": days_between,
}
