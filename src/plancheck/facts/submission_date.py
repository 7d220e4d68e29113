"""The submission's own date: at which it is judged whether something is overdue or recent. Never today's."""

from __future__ import annotations

import re
from collections.abc import Iterable

from plancheck.core.location import Evidence, Location
from plancheck.facts.model import Date, Fact, SubmissionFacts
from plancheck.facts.numerals import DIGITS
from plancheck.facts.times import read_times

_ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?", re.ASCII)
_DAY = re.compile(r"([0-9]{1,2}) ?日?$")
_DAY_AFTER = re.compile(r"^([一二三四五六七八九十]{1,3})日")


def submission_date(cover: Iterable[str], submission: SubmissionFacts) -> Fact[Date] | None:
    """The date that the data file gives for the plan, else the last one on the cover; None where neither has one."""
    stated = submission.values.get("plan_date")
    if stated is not None and stated.status != "blank":
        day = read_iso_date(stated.value) if isinstance(stated.value, str) else None
        if day is not None:
            return Fact(day, stated.evidence)
        return Fact(None, stated.evidence, stated.status, stated.reason or "数据文件的编制日期读不懂")
    return _on_cover(tuple(cover))


def read_iso_date(text: str) -> Date | None:
    """`2024`, `2024-03` or `2024-03-01` as a date; None where the text is none."""
    found = _ISO.fullmatch(text.strip())
    if found is None:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    if year is None or not 1900 <= year < 2200 or (month is not None and not 1 <= month <= 12):
        return None
    made = Date(year, month, day)
    return made if day is None or 1 <= day <= Date(year, month).last[2] else None


def _on_cover(lines: tuple[str, ...]) -> Fact[Date] | None:
    """The last date that is written to the month at least: a plan's title may name years of its own."""
    for line in reversed(lines):
        for span in reversed(tuple(read_times(line))):
            alone = span.start_year == span.end_year and span.end_month in (None, span.start_month)
            if span.kind == "year" and alone and span.start_month is not None:
                day = Date(span.start_year, span.start_month, _day_of(span.text, line[span.end :]))
                return Fact(day, (Evidence(Location(section=("封面",)), line, day.show()),))
    return None


def _day_of(date: str, after: str) -> int | None:
    """The day of a date that is read to the month: 15 of 2024年3月15日 and of 二〇二四年三月十五日."""
    found = _DAY.search(date) if date.count("月") or len(re.findall("[./]", date)) == 2 else None
    if found is not None and "月" in date[found.start() :]:
        found = None
    written = int(found.group(1)) if found is not None else None
    if written is None:
        chinese = _DAY_AFTER.match(after)
        written = _chinese(chinese.group(1)) if chinese is not None else None
    return written if written is not None and 1 <= written <= 31 else None


def _chinese(text: str) -> int:
    tens, ten, ones = text.partition("十")
    if not ten:
        return int("".join(str(DIGITS.get(c, 0)) for c in text))
    return (DIGITS.get(tens, 1) if tens else 1) * 10 + (DIGITS.get(ones, 0) if ones else 0)
