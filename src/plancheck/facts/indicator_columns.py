"""Which value column of an indicator table holds the base and which the target."""

from __future__ import annotations

from itertools import pairwise

from plancheck.facts.value_columns import ValueColumn


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
