"""The plan's own base year and target year, where it states them: for columns headed 基准值 and 目标值 only."""

from __future__ import annotations

import re
from typing import NamedTuple

from plancheck.core.location import Evidence
from plancheck.facts.fold import fold
from plancheck.facts.model import Fact, Passage

_BASE = re.compile(
    r"(?:基准年份?|基期|基年)(?:统一)?(?:为|是|取|定为|确定为|采用|:|\()?\s*((?:19|20)[0-9]{2})(?!\d)|以\s*((?:19|20)[0-9]{2})\s*年?(?:的?数据)?为(?:基准|基期|基年|基数)|((?:19|20)[0-9]{2})\s*年?(?:\(|为|作为|是)?(?:基准年|基期|基年)"
)
_TARGET = re.compile(
    r"(?:目标年份?|规划期末|试点期末|规划末期|目标期末)(?:为|是|:|\(|即)?\s*((?:19|20)[0-9]{2})(?!\d)|((?:19|20)[0-9]{2})\s*年?(?:\(|为|作为|是)?(?:目标年|规划末年|规划期末)"
)
_PERIOD = re.compile(
    r"(?:试点期|规划期|创建期|实施期|建设期|试点期限|规划期限|实施期限|方案期限|规划年限)(?:限|间)?(?:为|是|:|确定为)?\s*((?:19|20)[0-9]{2})\s*年?\s*(?:-{1,2}|~|至|到)\s*((?:19|20)[0-9]{2})"
)


class PlanYears(NamedTuple):
    """Base and target year as the plan states them for itself; None where it does not, or states several.

    `reported` is the last year whose figures are out when the plan is written, two before its date: up to it values are
    facts, also in a table of predictions, where no base year is stated.
    """

    base: Fact[int] | None = None
    target: Fact[int] | None = None
    reported: int | None = None

    def in_words(self) -> str:
        """The years as a heading would give them, for resolving 基准年 and 规划期末."""
        base = f" 基准年为{self.base.value}年" if self.base is not None else ""
        return base + (f" 规划期末为{self.target.value}年" if self.target is not None else "")


NO_YEARS = PlanYears()


def plan_years(passages: tuple[Passage, ...]) -> PlanYears:
    """Read the stated base and target year; a target year may come from the plan's period."""
    base: dict[int, Evidence] = {}
    target: dict[int, Evidence] = {}
    ends: dict[int, Evidence] = {}
    for passage in passages:
        text = passage.text
        if "年" not in text or len(text) > 400:
            continue
        if "基" in text:
            _collect(_BASE, text, passage, base)
        if "末" in text or "目标年" in text:
            _collect(_TARGET, text, passage, target)
        if "期" in text or "年限" in text:
            for match in _PERIOD.finditer(fold(text)):
                ends.setdefault(int(match.group(2)), passage.evidence)
    return PlanYears(_only(base), _only(target) or _only(ends))


def _collect(pattern: re.Pattern[str], text: str, passage: Passage, found: dict[int, Evidence]) -> None:
    for match in pattern.finditer(fold(text)):
        year = next(int(g) for g in match.groups() if g)
        found.setdefault(year, Evidence(passage.evidence.location, passage.evidence.excerpt, str(year)))


def _only(found: dict[int, Evidence]) -> Fact[int] | None:
    if len(found) != 1:
        return None
    year, evidence = next(iter(found.items()))
    return Fact(year, (evidence,))
