"""Rows of the data file as facts: projects, targets and tasks."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

from plancheck.core.location import Evidence
from plancheck.core.quantity import Quantity
from plancheck.facts.model import Basis, Direction, Fact, Period, Project, Target
from plancheck.submission.effects import quantities_in
from plancheck.submission.evidenced import Source, show_period
from plancheck.submission.model import Level, ProjectRow, RegionTarget, TargetRow, TaskRow
from plancheck.submission.values import read_date, unify

Per = Literal["annual-average", "annual", "cumulative"]
_RANKS = {
    "1": 1, "一级": 1, "一级指标": 1, "总体": 1, "总体指标": 1, "总体目标": 1,
    "2": 2, "二级": 2, "二级指标": 2, "3": 3, "三级": 3, "三级指标": 3,
}  # fmt: skip
_PER: Mapping[str, Per] = {
    "annual-average": "annual-average", "年均": "annual-average", "年平均": "annual-average", "annual": "annual",
    "每年": "annual", "逐年": "annual", "cumulative": "cumulative", "累计": "cumulative",
}  # fmt: skip


def project(source: Source, row: ProjectRow, key: str) -> Project:
    """A project row: the eight fields by their Chinese names, and the effects read in its texts."""
    texts = {
        "项目类型": source.text(f"{key}.type", row.type),
        "项目名称": source.text(f"{key}.name", row.name),
        "实施主体": source.text(f"{key}.owner", row.owner),
        "主要内容": source.text(f"{key}.content", row.content),
        "投资方式": source.text(f"{key}.funding", row.funding),
        "预期效果": source.text(f"{key}.effect", row.effect),
        "所属任务": source.text(f"{key}.task", row.task),
        "实施计划": source.text(f"{key}.steps", row.steps),
    }
    fields: dict[str, Fact[str] | Fact[Period] | Fact[Quantity]] = {k: f for k, f in texts.items() if f is not None}
    period = _period(source, row, key)
    if period is not None:
        fields["项目起止时间"] = period
    investment = source.quantity(f"{key}.investment", row.investment, kinds=("CNY", "USD"))
    if investment is not None:
        fields["投资额"] = investment
    effects = [_effect(source, f"{key}.effect", quantity, span) for quantity, span in quantities_in(row.effect or "")]
    saving = source.quantity(f"{key}.saving", row.saving, usual="tce")
    reduction = source.quantity(f"{key}.reduction", row.reduction, usual="tCO2")
    effects += [fact for fact in (saving, reduction) if fact is not None]
    name = row.name or ""
    return Project(name, MappingProxyType(fields), (source.evidence(key, name),), tuple(effects))


def _effect(source: Source, key: str, quantity: Quantity, span: tuple[int, int]) -> Fact[Quantity]:
    place = source.submission.location(key).at_span(*span)
    return Fact(quantity, (Evidence(place, quantity.text, quantity.show()),))


def _period(source: Source, row: ProjectRow, key: str) -> Fact[Period] | None:
    whole = source.period(f"{key}.period", row.period)
    start = source.read(f"{key}.start", row.start, read_date)
    end = source.read(f"{key}.end", row.end, read_date)
    if start is None and end is None:
        return whole
    given = [fact for fact in (start, end) if fact is not None]
    evidence = tuple(e for fact in given for e in fact.evidence)
    for fact in given:
        if fact.value is None:
            return Fact(None, evidence, fact.status, fact.reason)
    period = Period(
        start.value[:2] if start is not None and start.value is not None else None,
        end.value[:2] if end is not None and end.value is not None else None,
    )
    shown = show_period(period)
    found = Fact(period, tuple(Evidence(e.location, e.excerpt, shown) for e in evidence))
    if whole is not None and whole.value != period:
        reason = f"“起止时间”（{row.period}）与“开始”“结束”（{shown}）不一致"
        return Fact(period, (*found.evidence, *whole.evidence), "resembles", reason)
    return found


def target(source: Source, row: TargetRow, key: str) -> Target:
    """A target row with its levels and its change."""
    canonical = source.canonical(row.indicator or "")
    usual = source.usual_unit(canonical)
    base, goal = row.base or Level(), row.target or Level()
    base_value = source.quantity(f"{key}.base.value", base.value, row.unit, usual=usual)
    goal_value = source.quantity(f"{key}.target.value", goal.value, row.unit, usual=usual)
    change, direction = _change(source, row, key)
    unit = next((f.value.unit for f in (goal_value, base_value) if f is not None and f.value is not None), None)
    if direction is None:
        direction = _direction(base_value, goal_value)
    source.used |= {f"{key}.{name}" for name in ("indicator", "unit", "level", "group", "per")}
    return Target(
        indicator=row.indicator or "",
        canonical=canonical,
        level=_RANKS.get(unify(row.level or "")),
        group=row.group,
        base_year=source.year(f"{key}.base.year", base.year),
        target_year=source.year(f"{key}.target.year", goal.year),
        base=base_value,
        target=goal_value,
        change=change,
        direction=direction,
        basis=_basis(change, unit or usual),
        unit=unit,
        evidence=(source.evidence(key, row.indicator or ""),),
        origin="data",
        per=_PER.get(unify(row.per or "").lower()),
    )


def region_target(source: Source, row: RegionTarget, key: str) -> Target:
    """What the region must reach: only a change over a span of years."""
    canonical = source.canonical(row.indicator or "")
    change, direction = _change(source, row, key)
    source.used.add(f"{key}.indicator")
    return Target(
        indicator=row.indicator or "",
        canonical=canonical,
        level=None,
        group=None,
        base_year=source.year(f"{key}.base_year", row.base_year),
        target_year=source.year(f"{key}.target_year", row.target_year),
        base=None,
        target=None,
        change=change,
        direction=direction,
        basis=_basis(change, source.usual_unit(canonical)),
        unit=None,
        evidence=(source.evidence(key, row.indicator or ""),),
        origin="data",
    )


def _change(source: Source, row: TargetRow | RegionTarget, key: str) -> tuple[Fact[Quantity] | None, Direction | None]:
    fall = source.quantity(f"{key}.reduction", row.reduction)
    rise = source.quantity(f"{key}.increase", row.increase)
    if fall is not None and rise is not None:
        reason = "“下降率”和“提高率”同时填写，不知道以哪个为准"
        return Fact(None, (*fall.evidence, *rise.evidence), "unreadable", reason), None
    direction: Direction | None = "decrease" if fall is not None else "increase" if rise is not None else None
    change = fall or rise
    if change is not None and change.value is not None and change.value.value is not None and change.value.value < 0:
        reason = f"{'下降率' if fall else '提高率'}写成了负数，含义不明"
        return Fact(change.value, change.evidence, "resembles", reason), None
    return change, direction


def _direction(base: Fact[Quantity] | None, goal: Fact[Quantity] | None) -> Direction | None:
    if base is None or goal is None or base.value is None or goal.value is None:
        return None
    before, after = base.value, goal.value.to(base.value.unit)
    if after is None or before.value is None or after.value is None:
        return None
    if after.value == before.value:
        return "hold"
    return "decrease_to" if after.value < before.value else "increase_to"


def _basis(change: Fact[Quantity] | None, unit: str | None) -> Basis | None:
    """How the change is meant; None for a change in % of an indicator that is itself a share (rate or points?)."""
    if change is None or change.value is None:
        return None
    if change.value.unit == "pp":
        return "percentage-point"
    if change.value.unit == "%":
        return None if unit == "%" else "relative-percent"
    return "absolute"


def task(source: Source, row: TaskRow, key: str) -> Mapping[str, Fact[str]]:
    """A task row by its keys; lists joined by 、."""
    given = {
        name: source.text(f"{key}.{name}", getattr(row, name))
        for name in type(row).model_fields
        if name != "indicators"
    }
    given["indicators"] = source.text(f"{key}.indicators", "、".join(row.indicators) or None)
    return MappingProxyType({name: fact for name, fact in given.items() if fact is not None})
