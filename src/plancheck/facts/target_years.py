"""The years of targets: which times are bases of comparison, and what sentence and heading supply where a clause is silent."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from plancheck.facts.fold import fold
from plancheck.facts.target_model import Draft
from plancheck.facts.times import TimeSpan, read_times

_BASE = re.compile(
    r"(?:相比于|相较于|相对于|相对|较之|对比|相比|同比|比|较|与|同|以|在) ?│+(?: ?的?(?:\(□+\)|□+(?=的?(?:基础上|水平))))?(?:的?水平|年度?)*"
    r"(?:相比较|相比|的?基础上|为基准年?|为基期|为基数|为基础|比)?"
)
_FIRM = re.compile(r"(?:比|相比较|基础上|为基准年?|为基期|为基数|为基础)$")
_SHARE_OF = re.compile(r"相当于 ?│+")
_AS_BASE = re.compile(r"为(?:基准|基期|基数|基础)")
_HEADING_BASE_BEFORE = re.compile(r"(?:基准年?份?|基期年?)[:为是]?$|[较比]$|相比于?$")
_HEADING_BASE_AFTER = re.compile(r"\)?为?(?:基准|基期|基数|现状|实际)")


def base_phrases(masked: str, times: Sequence[TimeSpan]) -> tuple[set[int], list[tuple[int, int]]]:
    """Starts of the times that are compared with, and the ranges of the phrases (比2012年, 在2014年基础上) to be hidden.

    `masked` has `│` for times and `□` for numbers; a number inside such a range is the base-year level.
    """
    begins = [t.start for t in times]
    starts: set[int] = set()
    hidden: list[tuple[int, int]] = []
    for match in _BASE.finditer(masked):
        word = match.group()
        if word[0] in "与同以在" and not word.startswith("同比") and not _FIRM.search(word):
            continue
        starts.update(begins[bisect_left(begins, match.start()) : bisect_left(begins, match.end())])
        hidden.append(match.span())
    for match in _SHARE_OF.finditer(masked):
        starts.update(begins[bisect_left(begins, match.start()) : bisect_left(begins, match.end())])
    for time in times:
        before = masked[max(0, time.start - 2) : time.start].rstrip()[-1:]
        from_level = before != "" and before in "由从" and masked[time.end : time.end + 1] not in ("起", "开")
        if from_level or _AS_BASE.match(masked, time.end):
            starts.add(time.start)
    return starts, hidden


class Heading:
    """The years that the heading (or header) above a sentence gives."""

    def __init__(self, context: str | None) -> None:
        self._text = fold(context or "")
        times = read_times(context) if context else ()
        self._bases = [t for t in times if self._is_base(t)]
        self._targets = [t for t in times if t not in self._bases]

    def _is_base(self, time: TimeSpan) -> bool:
        before, after = self._text[max(0, time.start - 5) : time.start], self._text[time.end : time.end + 5]
        return bool(_HEADING_BASE_BEFORE.search(before) or _HEADING_BASE_AFTER.match(after))

    @property
    def target(self) -> TimeSpan | None:
        """The last year or period that is not the base."""
        return max(self._targets, key=lambda t: t.end_year, default=None)

    @property
    def base(self) -> int | None:
        """The base year, where the heading marks one."""
        return self._bases[0].end_year if self._bases else None


def settle_years(drafts: list[Draft], times: list[TimeSpan], bases: set[int], heading: Heading) -> list[Draft]:
    """Fill in the years of a sentence's drafts; those without a target year are left out (they are no targets)."""
    free = [t for t in times if t.start not in bases]
    compared = [t for t in times if t.start in bases]
    kept: list[Draft] = []
    before: TimeSpan | None = None
    for draft in drafts:
        if draft.year is None:
            after = [t for t in free if t.start > draft.span.start]
            draft.year = after[0] if after else (before or heading.target)
        before = draft.year
        if draft.year is None:
            continue
        if draft.changes and draft.base is None and not draft.no_base:
            draft.base = _base_of_change(draft, compared, heading)
        if draft.base is not None and draft.base >= draft.year.end_year:
            reversed_ = len(free) == len(compared) == 1 and draft.base > draft.year.end_year  # no other years to mix up
            draft.base = draft.base if reversed_ else None
        kept.append(draft)
    return _without_starting_levels(_share_bases(kept))


def _base_of_change(draft: Draft, compared: list[TimeSpan], heading: Heading) -> int | None:
    """The base year of a change whose own clause names none: of the sentence, of a five-year period, of the heading."""
    if compared and not draft.flow:
        earlier = [t for t in compared if t.start < draft.span.start]
        return (earlier[-1] if earlier else compared[0]).end_year
    year = draft.year
    amount = not draft.rate and not draft.indicator.endswith("增量")
    if year is None or amount:
        return None
    if year.kind == "fyp" or year.end_year - year.start_year == 4:
        return year.end_year - 5 if year.start_year == year.end_year else year.start_year - 1
    return heading.base


def _share_bases(drafts: list[Draft]) -> list[Draft]:
    """A level beside a stated change of the same indicator (降到…，较2017年降低…) has the base year of the change."""
    for first, second in pairwise(drafts):
        if not second.inherits or first.indicator != second.indicator or first.changes == second.changes:
            continue
        change, level = (first, second) if first.changes else (second, first)
        if _later(level, change.base):  # a base year of another stage of the target
            continue
        if level.base is None and change.per is None and level.sense != "equal":
            level.base = change.base
    return drafts


def _later(level: Draft, base: int | None) -> bool:
    """Whether a base year is not before the year of a level."""
    return base is not None and level.year is not None and base >= level.year.end_year


def _without_starting_levels(drafts: list[Draft]) -> list[Draft]:
    """Drop 2013年为0.71 before 到2016年降至0.60: the plain level of an earlier year is where the target starts from."""
    kept: list[Draft] = []
    for index, draft in enumerate(drafts):
        following = drafts[index + 1] if index + 1 < len(drafts) else None
        if (
            following is not None
            and draft.copula
            and not draft.aimed
            and following.inherits
            and following.indicator == draft.indicator
            and draft.year is not None
            and following.year is not None
            and draft.year.end_year < following.year.end_year
        ):
            following.base = following.base or draft.year.end_year
            following.level = following.level or draft.span
            continue
        kept.append(draft)
    return kept
