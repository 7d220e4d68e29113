"""Dates to the day, the month or the year, as plans write them."""

from __future__ import annotations

import re

from plancheck.facts.fold import fold
from plancheck.facts.model import Date
from plancheck.facts.numerals import DIGITS
from plancheck.facts.times import TimeSpan, read_times

_ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?", re.ASCII)
_WRITTEN = re.compile(
    r"([0-9]{4})(?:[年./-](?:([0-9]{1,2})(?:[月./-](?:([0-9]{1,2})日?)?)?)?|([0-9]{2})([0-9]{2}))?", re.ASCII
)
_BY = re.compile(r"(?:以前|之前|底前|末前|前|底|末)$")
_LONGEST = 24
_DAY = re.compile(r"([0-9]{1,2}) ?日?$")
_DAY_AFTER = re.compile(r"^([一二三四五六七八九十]{1,3})日")


def read_iso_date(text: str) -> Date | None:
    """`2024`, `2024-03` or `2024-03-01` as a date; None where the text is none."""
    found = _ISO.fullmatch(text.strip())
    return _made(*found.groups()) if found is not None else None


def read_day(text: str) -> Date | None:
    """The date that a whole text is: 2024年3月5日, 2024.3, 20240305, 二〇二四年三月五日; 2024年11月底前 is the month.

    None where the text is no date or more than one.
    """
    whole = "".join(fold(text).split())
    if not whole or len(whole) > _LONGEST:
        return None
    whole = _BY.sub("", whole)
    found = _WRITTEN.fullmatch(whole)
    if found is not None:
        year, month, day, packed_month, packed_day = found.groups()
        return _made(year, month or packed_month, day or packed_day)
    spans = tuple(read_times(whole))
    if len(spans) != 1 or not one_month(spans[0]) or spans[0].start:
        return None
    rest = whole[spans[0].end :]
    if rest and not _DAY_AFTER.fullmatch(rest):
        return None
    return Date(spans[0].start_year, spans[0].start_month, day_behind(spans[0].text, rest))


def _made(year: str, month: str | None, day: str | None) -> Date | None:
    if not 1900 <= int(year) < 2200 or (month is not None and not 1 <= int(month) <= 12):
        return None
    made = Date(int(year), int(month) if month else None, int(day) if day else None)
    return made if made.day is None or 1 <= made.day <= Date(made.year, made.month).last[2] else None


def one_month(span: TimeSpan) -> bool:
    """Whether a time is one month of one year."""
    alone = span.start_year == span.end_year and span.end_month in (None, span.start_month)
    return span.kind == "year" and alone and span.start_month is not None


def day_behind(date: str, after: str) -> int | None:
    """The day of a date that is read to the month: 15 of 2024年3月15日 and of 二〇二四年三月十五日."""
    found = _DAY.search(date) if "月" in date or len(re.findall("[./]", date)) == 2 else None
    if found is not None:
        written = int(found.group(1))
    else:
        chinese = _DAY_AFTER.match(after)
        written = _chinese(chinese.group(1)) if chinese is not None else 0
    return written if 1 <= written <= 31 else None


def _chinese(text: str) -> int:
    tens, ten, ones = text.partition("十")
    if not ten:
        return DIGITS[text] if len(text) == 1 else 0
    return (DIGITS.get(tens, 1) if tens else 1) * 10 + (DIGITS.get(ones, 0) if ones else 0)
