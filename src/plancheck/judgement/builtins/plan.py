"""Built-ins that look at what the plan sets out: targets, projects, tasks, periods, stated totals, the data file."""

from __future__ import annotations

from collections.abc import Callable

from plancheck.core.location import Evidence
from plancheck.facts.model import Passage, Period, Project, Target, Task
from plancheck.judgement.builtins.arguments import Arguments
from plancheck.judgement.builtins.names import contains
from plancheck.judgement.builtins.passages import mentions
from plancheck.judgement.context import Context, states
from plancheck.judgement.values import Items, Num, Value, absent, from_fact, from_quantity, show, unknown


def _value(target: Target) -> Value:
    return Value(target, target.evidence)


def _of_indicator(context: Context, args: Arguments, targets: tuple[Target, ...]) -> list[Target]:
    """Targets whose indicator is one of the entries: by canonical name for indicators, by words for terms and groups."""
    found: list[Target] = []
    for target in targets:
        for entity in args.entities("indicator"):
            by_name = entity.kind == "indicator" and target.canonical == entity.name
            if by_name or (entity.kind != "indicator" and contains(context, target.indicator, (entity,))):
                found.append(target)
                break
    return found


def _richness(target: Target) -> tuple[int, int]:
    stated = sum(
        1
        for f in (target.change, target.target_year, target.base_year, target.target)
        if f is not None and f.status == "stated"
    )
    return (target.change is not None, stated)


def target_(context: Context, args: Arguments) -> Value:
    """The park's target for an indicator: the fullest statement, those of the named level first."""
    (entity,) = args.entities("indicator")
    title = context.title(entity)
    found = _of_indicator(context, args, context.facts.targets)
    level = args.integer("level")
    if level is not None:
        found = [t for t in found if t.level == level] or [t for t in found if t.level is None]
    if not found:
        return absent(_goal_sections(context), what=f"没有找到“{title}”的目标")
    return _value(max(found, key=_richness))


def targets(context: Context, args: Arguments) -> Value:
    """The targets of the named indicators (all without a name), of a level, of a second-level group."""
    found = list(context.facts.targets)
    if args.entities("indicator"):
        found = _of_indicator(context, args, context.facts.targets)
    level = args.integer("level")
    if level is not None:
        found = [t for t in found if t.level == level]
    groups = args.entities("group")
    if groups:
        found = [t for t in found if t.group is not None and contains(context, t.group, groups)]
    named = args.value("group")
    if named is not None:
        found = [t for t in found if t.group is not None and t.group == named.data]
    return Value(Items(tuple(_value(t) for t in found)), (), ("没有找到相应的目标",), _goal_sections(context))


def _goal_sections(context: Context) -> tuple[Evidence, ...]:
    names = ("总体目标", "主要目标", "指导思想和主要目标")
    return tuple(m.evidence for n in names for m in context.facts.sections.get(n, ())[:1])[:1]


def region_target(context: Context, args: Arguments) -> Value:
    """The target of the park's own region for an indicator, from the plan or the data file."""
    (entity,) = args.entities("indicator")
    found = _of_indicator(context, args, context.facts.region_targets)
    if not found:
        return absent(what=f"没有给出所在地区的{context.title(entity)}目标（region_targets）")
    return _value(max(found, key=_richness))


def assigned_targets(context: Context, args: Arguments) -> Value:
    """What sentences of the plan state as handed down to the park, or demanded of it by its region, for an indicator."""
    (entity,) = args.entities("indicator")
    found = _of_indicator(context, args, context.facts.assigned_targets)
    return Value(Items(tuple(_value(t) for t in found)), (), (f"没有写到下达给园区的{context.title(entity)}目标",))


def projects(context: Context, args: Arguments) -> Value:
    """The projects that the plan and the data file list.

    Where the plan lists projects in tables, one that only its text tells of is not among them: as a rule it is one of
    the list under a shortened name.
    """
    known = context.facts.projects
    if any(e.location.table is not None for p in known for e in p.evidence):
        known = tuple(p for p in known if any(e.location.table or e.location.key for e in p.evidence))
    items = tuple(Value(p, p.evidence) for p in known)
    looked = tuple(m.evidence for m in context.facts.sections.get("重点工程", ())[:1])
    doubtful = tuple(
        Value(t, (t.evidence,)) for t in context.facts.tables if t.kind == "projects" and not t.read and not items
    )
    return Value(Items(items, doubtful), (), ("没有读到任何工程项目",), looked)


def _tasks(context: Context, chosen: list[Task]) -> Value:
    looked = tuple(m.evidence for m in context.facts.sections.get("主要任务", ())[:1])
    items = tuple(Value(t, (t.evidence,)) for t in chosen)
    return Value(Items(items), (), ("没有读到任何任务",), looked)


def tasks(context: Context, args: Arguments) -> Value:
    """The tasks as the plan divides its task chapter (first level)."""
    return _tasks(context, [t for t in context.facts.tasks if t.level == 1])


def subtasks(context: Context, args: Arguments) -> Value:
    """The items one level below the tasks; a task without items is its own item."""
    everything = context.facts.tasks
    parents = {t.parent for t in everything if t.level == 2}
    chosen = [t for i, t in enumerate(everything) if t.level == 2 or (t.level == 1 and i not in parents)]
    return _tasks(context, chosen)


def periods(context: Context, args: Arguments) -> Value:
    """The spans of years stated next to one of the terms (试点期为2014—2016年), and those of the data file."""
    from plancheck.facts.times import read_times

    found: dict[tuple[int, int], tuple[Evidence, ...]] = {}
    given = mentions(context, args).data
    assert isinstance(given, Items)
    for item in given.sure:
        passage = item.data
        text = str(getattr(passage, "text", ""))
        for span in read_times(text):
            if span.start_year is None or span.end_year is None or span.start_year >= span.end_year:
                continue
            if not _near_term(context, args, text, span.start, span.end):
                continue
            key = (span.start_year, span.end_year)
            found[key] = (*found.get(key, ()), *item.evidence)
    data = context.facts.submission.values.get("construction_period")
    if data is not None and isinstance(data.value, Period) and data.value.start and data.value.end:
        key = (data.value.start[0], data.value.end[0])
        found[key] = (*found.get(key, ()), *data.evidence)
    items = tuple(Value(Period((a, None), (b, None)), e) for (a, b), e in found.items())
    names = "、".join(context.title(e) for e in args.entities("terms"))
    return Value(Items(items), (), (f"没有写明{names}的起止年份",))


def _near_term(context: Context, args: Arguments, text: str, start: int, end: int) -> bool:
    """Whether a term stands in the same clause as the span (a long sentence may name other periods too)."""
    stops = "，；。、" if len(text) > 60 else "；。"
    left = max(text.rfind(c, 0, start) for c in stops)
    right = min((p for c in stops if (p := text.find(c, end)) >= 0), default=len(text))
    return contains(context, text[left + 1 : right], args.entities("terms"))


_TOTAL_KINDS = {
    "总投资": "investment",
    "项目数": "projects",
    "节能量": "energy-saving",
    "减碳量": "carbon-reduction",
    "资金来源": "funding",
}


def stated(context: Context, args: Arguments) -> Value:
    """The totals that the plan or the data file states: 总投资, 项目数, 节能量, 减碳量, 资金来源."""
    what = args.word("what") or ""
    kind = _TOTAL_KINDS[what]
    found = [_once(from_fact(t.quantity, what)) for t in context.facts.totals if t.kind == kind and t.group is None]
    return Value(Items(tuple(found)), (), (f"没有写明{what}",))


def _once(value: Value) -> Value:
    """A yearly effect counts as what the projects' effects are stated in: 吨标准煤/年 as 吨标准煤."""
    if isinstance(value.data, Num) and value.data.unit is not None:
        number = value.data._replace(unit=value.data.unit.removesuffix("/a"))
        return value._replace(data=number)
    return value


def data(context: Context, args: Arguments) -> Value:
    """A single value of the data file, by its key."""
    key = args.value("key")
    name = str(key.data) if key is not None else ""
    fact = context.facts.submission.values.get(name)
    value = from_fact(fact, f"数据文件的 {name}")
    return (
        value
        if isinstance(value.data, str | bool | Num | Period) or not value.known
        else Value(show(value), value.evidence)
    )


def amounts(context: Context, args: Arguments) -> Value:
    """The quantities stated in a region or text, of a kind where `stating:` names one."""
    from plancheck.facts.quantities import read_quantities

    value = args.value("region")
    kind = args.word("stating")
    if value is None or not value.known:
        return value if value is not None else unknown("范围不明")
    found: list[Value] = []
    if isinstance(value.data, str):
        found = [Value(from_quantity(s.quantity), value.evidence) for s in read_quantities(value.data)]
        found = [
            f
            for s, f in zip(read_quantities(value.data), found, strict=True)
            if not kind or states((s.quantity,), (), kind)
        ]
    elif isinstance(value.data, Project):
        found = [from_fact(e, "预期效果") for e in value.data.effects]
    else:
        from plancheck.judgement.builtins.passages import passages_

        inside = passages_(context, Arguments({"in": (value,)})).data
        assert isinstance(inside, Items)
        for item in inside.sure:
            for quantity in context.quantities(item.data) if isinstance(item.data, Passage) else ():
                if kind is None or states((quantity,), (), kind):
                    found.append(Value(from_quantity(quantity), item.evidence))
    return Value(Items(tuple(found)), looked=value.evidence)


def first(context: Context, args: Arguments) -> Value:
    """The first member of a list, doubtful ones last; absent where it is empty."""
    value = args.value("list")
    members = args.members("list")
    if members.sure:
        return members.sure[0]
    if members.doubtful:
        return unknown("只找到近似的内容，请人工确认", members.doubtful[0].evidence)
    return absent(value.looked if value is not None else ())


def distinct(context: Context, args: Arguments) -> Value:
    """The members that differ from each other, first appearances kept."""
    seen: dict[str, Value] = {}
    for member in args.members("list").sure:
        seen.setdefault(show(member), member)
    return Value(Items(tuple(seen.values())))


BUILTINS: dict[str, Callable[[Context, Arguments], Value]] = {
    "target": target_,
    "targets": targets,
    "region_target": region_target,
    "assigned_targets": assigned_targets,
    "projects": projects,
    "tasks": tasks,
    "subtasks": subtasks,
    "periods": periods,
    "stated": stated,
    "data": data,
    "amounts": amounts,
    "first": first,
    "distinct": distinct,
}
