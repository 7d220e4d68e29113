"""What an indicator table tells of: which value column holds the base and which the target, or what was reached."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from plancheck.facts.value_columns import ValueColumn

_REPORT = re.compile(r"基础|现状|成效|概况|回顾|完成情况")
_VERDICT = re.compile(r"是否(?:达标|达到|完成)|达标情况|完成情况|考核结果")
_AIM = re.compile(r"目标|指标体系|任务|方案|规划")


def tells_what_was_met(caption: str, headers: Sequence[str]) -> bool:
    """Whether a table tells how earlier targets were met: by its caption, or by a column for the verdict."""
    return "完成情况" in caption or "达标情况" in caption or any(map(_VERDICT.search, headers))


def tells_what_there_is(titles: str, caption: str) -> bool:
    """Whether a table stands in a chapter on what there is, not on what is aimed at."""
    return _REPORT.search(titles) is not None and _AIM.search(titles + caption) is None


def indicator_columns(
    values: tuple[ValueColumn, ...], stated_base: int | None
) -> tuple[ValueColumn | None, ValueColumn | None, tuple[ValueColumn, ...]]:
    """The base column, the target column (the last one) and the rest."""
    plain = [v for v in values if v.measure != "growth"]
    targets = [v for v in plain if v.role == "target"]
    rest = [v for v in plain if v.role in ("base", "value")]
    dated = [v for v in rest if v.role == "value" and v.year is not None]
    target: ValueColumn | None = None
    if targets:
        target = max(targets, key=lambda v: (v.year or 0, v.index))
    elif dated:
        target = max(dated, key=lambda v: v.year or 0)
    rest = [v for v in rest if v is not target]
    based = [v for v in rest if v.role == "base"]
    before = [v for v in rest if target is None or target.year is None or v.year is None or v.year < target.year]
    base = based[0] if based else (_base_among(before, stated_base) if before else None)
    return base, target, tuple(v for v in plain if v is not base and v is not target)


def _base_among(before: list[ValueColumn], stated: int | None) -> ValueColumn:
    """The base among plain year columns: the year that the plan states, else the end of the history (before a gap in
    the years), else the first."""
    ordered = sorted(before, key=lambda v: v.year or 0)
    for column in ordered:
        if stated is not None and column.year == stated:
            return column
    for column, after in pairwise(ordered):
        if (after.year or 0) - (column.year or 0) > 1:
            return column
    history = [v.year for v in ordered if v.year is not None]
    return ordered[-1] if len(history) == len(ordered) and len(ordered) <= 3 else ordered[0]
