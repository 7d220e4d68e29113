"""Reading a field of a record (`p.投资额`, `t.base_year`): one reader a record type, fields as the schema lists them."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

from plancheck.core.location import Evidence
from plancheck.core.quantity import Quantity
from plancheck.document.model import Figure
from plancheck.facts.model import (
    Contribution,
    Date,
    Entry,
    Fact,
    Passage,
    Period,
    Point,
    Project,
    SectionMatch,
    Target,
    Task,
    TypedTable,
)
from plancheck.judgement.builtins.citations import Citation
from plancheck.judgement.context import Context
from plancheck.judgement.entry_fields import read_date_field, read_entry
from plancheck.judgement.target_changes import recomputed, yearly_rate
from plancheck.judgement.values import (
    ABSENT,
    Computed,
    Items,
    Num,
    Value,
    absent,
    align,
    from_fact,
    from_quantity,
    merge,
    unknown,
)


def _num(value: int | Fraction) -> Num:
    return Num(Fraction(value), Fraction(value))


def _text(text: str | None, base: Value, what: str) -> Value:
    return Value(text, base.evidence) if text else absent(base.evidence, what=f"没有{what}")


def _section(context: Context, record: SectionMatch, name: str, base: Value) -> Value:
    here = context.facts.document.sections[record.section]
    data: dict[str, object] = {
        "title": here.title,
        "level": _num(here.level),
        "substance": _num(record.substance),
        "position": _num(record.section),
    }
    return Value(data[name], base.evidence)


def _passage(context: Context, record: Passage, name: str, base: Value) -> Value:
    if name == "section":
        return _text(" › ".join(context.facts.document.path(record.section)), base, "所在章节")
    if name == "heading":
        return _text(context.facts.document.sections[record.section].title, base, "所在标题")
    return Value(record.text, base.evidence)


def _figure(context: Context, record: Figure, name: str, base: Value) -> Value:
    return Value(record.present if name == "present" else record.caption, base.evidence)


def _table(context: Context, record: TypedTable, name: str, base: Value) -> Value:
    if name == "rows":
        found = next((t for t in context.facts.document.tables() if t.number == record.table), None)
        return Value(_num(found.rows if found else 0), base.evidence)
    return Value(record.caption if name == "caption" else record.kind, base.evidence)


_PROJECT_SUMS = {"节能量": "coal-equivalent", "减碳量": "co2"}


def _project(context: Context, record: Project, name: str, base: Value) -> Value:
    if name == "name":
        return Value(record.name, record.evidence)
    if name == "engineering":
        return Value(record.engineering, record.evidence)
    if name == "described":
        return Value(bool(record.described), record.described or record.evidence)
    if name in _PROJECT_SUMS:
        return _effect(record, _PROJECT_SUMS[name], name)
    fact = record.fields.get(name)
    return from_fact(fact, f"工程“{record.name}”的{name}", record.evidence)


def _effect(record: Project, dimension: str, name: str) -> Value:
    from plancheck.core.units import unit

    total: Num | None = None
    used: list[Value] = []
    for effect in record.effects:
        if not isinstance(effect.value, Quantity):
            continue
        known = unit(effect.value.unit.removesuffix("/a"))
        if known is None or known.dimension not in (dimension, f"{dimension}e"):
            continue
        number = from_quantity(effect.value)
        if number.exact is None:
            return unknown(f"工程“{record.name}”的{name}是一个范围", effect.evidence)
        amount = number.exact * known.factor
        base = total.exact if total is not None and total.exact is not None else Fraction(0)
        unit_name = "tce" if dimension == "coal-equivalent" else "tCO2"
        step = (total.step if total is not None else Fraction(0)) + number.step * known.factor
        total = Num(base + amount, base + amount, unit_name, step)
        used.append(Value(number, effect.evidence))
    if total is None:
        return absent(record.evidence, what=f"工程“{record.name}”没有写明{name}")
    return Value(total, merge(*used)[0])


def _position(context: Context, task: Task) -> int:
    """Where a task stands among the facts' tasks."""
    tasks = context.facts.tasks
    known: dict[int, int] = context.remember("positions of tasks", lambda: {id(t): i for i, t in enumerate(tasks)})
    return known[id(task)] if id(task) in known else tasks.index(task)


def _task(context: Context, record: Task, name: str, base: Value) -> Value:
    if name == "name":
        return Value(record.name, base.evidence)
    if name == "field":
        return _text(record.field_, base, "任务领域")
    if name == "level":
        return Value(_num(record.level), base.evidence)
    if name == "substance":
        from plancheck.facts.placeholder import substance

        return Value(_num(substance(record.text)), base.evidence)
    if name == "children":
        index = _position(context, record)
        found = tuple(Value(t, (t.evidence,)) for t in context.facts.tasks if t.parent == index)
        return Value(Items(found), looked=base.evidence)
    if name == "parent":
        if record.parent is None:
            return absent(base.evidence, what=f"“{record.name}”没有上级任务")
        over = context.facts.tasks[record.parent]
        return Value(over, (over.evidence,))
    if name == "headed":
        first = record.passages[0]
        own = record.passages[1] > first and context.facts.passages[first].kind == "heading"
        return Value(own, base.evidence)
    if name in _TASK_GIVEN:
        return from_fact(record.given.get(_TASK_GIVEN[name]), f"任务“{record.name}”的{name}", base.evidence)
    return _task_contribution(context, record, name, base)


# What only the data file gives of a task as a value of its own; the plan's own words are looked up with `in: t`.
_TASK_GIVEN = {
    "预期效果": "effect",
    "完成时间": "schedule",
    "责任单位": "owner",
    "优先级": "priority",
    "对应指标": "indicators",
}


def _task_contribution(context: Context, record: Task, name: str, base: Value) -> Value:
    """贡献率 or 贡献量 (`contribution`: either) of a task: its own, else the sum of its parts' where each has one."""
    from plancheck.facts.task_contributions import TaskContributions, read_task_contributions

    read: TaskContributions = context.remember("contributions", lambda: read_task_contributions(context.facts))
    index = _position(context, record)
    if name == "contribution":
        share = _task_contribution(context, record, "贡献率", base)
        return share if share.known else _task_contribution(context, record, "贡献量", base)

    def one(at: int) -> Value:
        fact = read.of[at].share if name == "贡献率" else read.of[at].amount
        task = context.facts.tasks[at]
        return from_fact(fact, f"任务“{task.name}”的{name}", (task.evidence,))

    mine = one(index)
    if mine.known:
        return mine
    parts = [one(at) for at, task in enumerate(context.facts.tasks) if task.parent == index]
    if parts and all(part.known for part in parts):
        return _summed(parts)
    if read.unmatched:
        return unknown(f"贡献表里有对不上任务名称的行，“{record.name}”的贡献请人工核对", read.unmatched[:3])
    return absent(base.evidence, what=f"没有给出任务“{record.name}”的{name}")


def _summed(parts: list[Value]) -> Value:
    total = parts[0].data
    assert isinstance(total, Num)
    for part in parts[1:]:
        assert isinstance(part.data, Num)
        pair = align(total, part.data)
        if pair is None or pair[0].exact is None or pair[1].exact is None:
            return unknown("各分项的贡献单位不同，无法相加", merge(*parts)[0])
        amount = pair[0].exact + pair[1].exact
        total = Num(amount, amount, pair[0].unit or pair[1].unit, pair[0].step + pair[1].step)
    return Value(total, merge(*parts)[0])


def _contribution(context: Context, record: Contribution, name: str, base: Value) -> Value:
    if name == "task":
        return Value(record.task, base.evidence)
    if name == "total":
        return Value(record.total, base.evidence)
    if name == "优先级":
        return _text(record.priority, base, f"“{record.task}”的优先级")
    fact = record.rate if name == "贡献率" else record.amount
    return from_fact(fact, f"“{record.task}”的{name}", base.evidence)


def _target(context: Context, record: Target, name: str, base: Value) -> Value:
    if name in ("base_year", "target_year", "base", "target", "change", "definition"):
        titles = {
            "base_year": "基准年",
            "target_year": "目标年",
            "base": "基准值",
            "target": "目标值",
            "change": "变化幅度",
            "definition": "口径或数据来源",
        }
        fact: Fact[object] | None = getattr(record, name, None)
        if name == "definition" and (fact is None or fact.status != "stated"):
            fact = record.source or fact
        return from_fact(fact, f"“{record.indicator}”的{titles[name]}", record.evidence)
    if name == "at_least":
        bound = record.change.value.comparator if record.change is not None and record.change.value else "="
        return Value(bound in (">=", ">"), base.evidence)
    if name in ("recomputed", "yearly_rate"):
        return recomputed(record) if name == "recomputed" else yearly_rate(record)
    if name == "level":
        return Value(_num(record.level), base.evidence) if record.level else absent(base.evidence, what="指标没有分级")
    if name == "yearly":
        return Value(record.per in ("annual-average", "annual"), base.evidence)
    if name == "relative":
        return Value(record.basis == "relative-percent", base.evidence)
    if name == "trend":
        entry = context.facts.vocabulary.of("indicator").get(record.canonical or "")
        return _text(entry.properties.get("trend") if entry else None, base, "约定的变化方向")
    if name == "place":
        return Value(record.origin, base.evidence)
    texts = {"indicator": record.indicator, "group": record.group, "unit": record.unit, "direction": record.direction}
    words = {"group": "所属二级指标", "unit": "单位", "direction": "变化方向"}
    return _text(texts[name], base, f"“{record.indicator}”的{words.get(name, name)}")


def _point(context: Context, record: Point, name: str, base: Value) -> Value:
    if name == "year":
        return Value(_num(record.year), base.evidence)
    if name == "member":
        return _text(record.member, base, "分项名称")
    if name == "scope":
        return _text(record.scope, base, "统计范围")
    if name == "basis":
        return _text(record.basis, base, "口径")
    if name == "measure":
        return _text(record.measure, base, "数值种类")
    if name == "carbon_factor":
        return from_fact(record.factors.get("tco2"), f"{record.member or record.indicator}的排放因子", base.evidence)
    return from_fact(record.value, f"{record.year}年{record.member or record.indicator}")


def _citation(context: Context, record: Citation, name: str, base: Value) -> Value:
    words = {"title": "文件名称", "number": "文件编号"}
    return _text(record.title if name == "title" else record.number, base, words[name])


def _period(context: Context, record: Period, name: str, base: Value) -> Value:
    if name == "months":
        return _months(record, base)
    point = record.start if name == "start" else record.end
    if point is None:
        return absent(base.evidence, what="没有写明" + ("开始时间" if name == "start" else "结束时间"))
    return Value(_num(point[0]), base.evidence)


def _months(record: Period, base: Value) -> Value:
    """The months from start to end, both included; none or fewer where the end comes before the start."""
    if record.start is None or record.end is None:
        return absent(base.evidence, what="没有同时写明开始和结束时间")
    (first, begin), (last, finish) = record.start, record.end
    return Value(_num((last - first) * 12 + (finish or 12) - (begin or 1) + 1), base.evidence)


def _computed(context: Context, record: Computed, name: str, base: Value) -> Value:
    return record.fields[name]


_READERS: dict[type, Callable[[Context, Any, str, Value], Value]] = {
    SectionMatch: _section,
    Passage: _passage,
    Figure: _figure,
    TypedTable: _table,
    Project: _project,
    Task: _task,
    Target: _target,
    Point: _point,
    Contribution: _contribution,
    Period: _period,
    Computed: _computed,
    Entry: read_entry,
    Date: read_date_field,
    Citation: _citation,
}


def read_field(context: Context, base: Value, name: str) -> Value:
    """The field of a record; absent or unknown where the record itself is."""
    if not base.known:
        if base.data is ABSENT:
            return Value(ABSENT, base.evidence, base.missing, base.looked)
        return base
    reader = _READERS.get(type(base.data))
    if reader is None:
        if name in ("value", "text"):  # a statement is its own value
            return base
        return unknown(f"没有“{name}”这一项", base.evidence)
    return reader(context, base.data, name, base)


def evidence_of(record: object) -> tuple[Evidence, ...]:
    """The evidence that a record carries itself."""
    found = getattr(record, "evidence", ())
    return (found,) if isinstance(found, Evidence) else found
