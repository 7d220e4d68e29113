"""The years that a plan says it is made for: in its title, else next to words such as 试点期 and 规划期限."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from plancheck.facts.fold import fold
from plancheck.facts.model import Passage
from plancheck.facts.times import read_times

_PERIOD_WORD = re.compile(r"(?:试点|规划|创建|实施|建设|方案|编制|行动)(?:的)?(?:期限|时限|年限|期间|期|时间)")
_NEAR = 12  # most characters between the word and its years
_LONGEST = 400
_ENOUGH = 8  # periods stated so often are not looked for further


class PlanPeriod(NamedTuple):
    """Years from `first` to `last` (both included), and the words that state them."""

    first: int
    last: int
    stated: str


def plan_periods(title: str, passages: Sequence[Passage]) -> tuple[PlanPeriod, ...]:
    """The different periods that the title states, else those that the text does, in reading order."""
    found: dict[tuple[int, int], PlanPeriod] = {}
    for span in read_times(title):
        if span.end_year > span.start_year:
            found.setdefault((span.start_year, span.end_year), PlanPeriod(span.start_year, span.end_year, span.text))
    if found:
        return tuple(found.values())
    for passage in passages:
        if "期" not in passage.text and "限" not in passage.text and "时间" not in passage.text:
            continue
        text = fold(passage.text)
        words = [m.end() for m in _PERIOD_WORD.finditer(text)] if len(text) <= _LONGEST else []
        spans = read_times(passage.text) if words else ()
        for span in spans:
            if span.end_year > span.start_year and any(0 <= span.start - end <= _NEAR for end in words):
                period = PlanPeriod(span.start_year, span.end_year, span.text)
                found.setdefault((span.start_year, span.end_year), period)
        if len(found) >= _ENOUGH:
            break
    return tuple(found.values())
