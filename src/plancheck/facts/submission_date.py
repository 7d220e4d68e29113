"""The submission's own date: at which it is judged whether something is overdue or recent. Never today's."""

from __future__ import annotations

from collections.abc import Iterable

from plancheck.core.location import Evidence, Location
from plancheck.facts.dates import day_behind, one_month, read_iso_date
from plancheck.facts.model import Date, Fact, SubmissionFacts
from plancheck.facts.times import read_times


def submission_date(cover: Iterable[str], submission: SubmissionFacts) -> Fact[Date] | None:
    """The date that the data file gives for the plan, else the last one on the cover; None where neither has one."""
    stated = submission.values.get("plan_date")
    if stated is not None and stated.status != "blank":
        day = read_iso_date(stated.value) if isinstance(stated.value, str) else None
        if day is not None:
            return Fact(day, stated.evidence)
        return Fact(None, stated.evidence, stated.status, stated.reason or "数据文件的编制日期读不懂")
    return _on_cover(tuple(cover))


def _on_cover(lines: tuple[str, ...]) -> Fact[Date] | None:
    """The last date that is written to the month at least: a plan's title may name years of its own."""
    for line in reversed(lines):
        for span in reversed(tuple(read_times(line))):
            if one_month(span):
                day = Date(span.start_year, span.start_month, day_behind(span.text, line[span.end :]))
                return Fact(day, (Evidence(Location(section=("封面",)), line, day.show()),))
    return None
