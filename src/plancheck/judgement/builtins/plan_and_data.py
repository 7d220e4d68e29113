"""What the plan and its data file both state, agreeing or not, and where they differ."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from plancheck.core.location import Evidence
from plancheck.core.quantity import Quantity
from plancheck.facts.facts import Facts
from plancheck.facts.model import Disagreement, Fact
from plancheck.judgement.builtins.arguments import Arguments
from plancheck.judgement.context import Context
from plancheck.judgement.values import Computed, Items, Value


def disagreements(context: Context, args: Arguments) -> Value:
    """Where the plan and its data file say different things of one matter; `plan` and `data` are what each says."""
    items = tuple(_difference(d) for d in context.facts.disagreements)
    return Value(Items(items), (), ("方案与数据文件没有不一致之处（或没有交数据文件）",))


def double_statements(context: Context, args: Arguments) -> Value:
    """Every value that plan and data file both state: those that agree, and then the disagreements."""

    def build() -> tuple[Value, ...]:
        return (*_agreements(context.facts), *(_difference(d) for d in context.facts.disagreements))

    found: tuple[Value, ...] = context.remember("double statements", build)
    return Value(Items(found), (), ("没有交数据文件，或方案与数据文件没有写到同一数值",))


def _difference(difference: Disagreement) -> Value:
    plan, data = difference.document, difference.data
    return _record(difference.subject, plan, data, plan.value or plan.excerpt, data.value or data.excerpt)


def _agreements(facts: Facts) -> Iterator[Value]:
    for subject, fact in _stated(facts):
        places = {e.location.source: e for e in reversed(fact.evidence)}
        if fact.status == "stated" and len(places) == 2:
            said = fact.value.show() if isinstance(fact.value, Quantity) else str(fact.value)
            yield _record(subject, places["document"], places["data"], said, said)


def _stated(facts: Facts) -> Iterator[tuple[str, Fact[Quantity] | Fact[int]]]:
    for point in facts.points:
        yield f"{point.year}年{point.member or ''}{point.canonical or point.indicator}", point.value
    for target in facts.targets:
        name = target.canonical or target.indicator
        levels = (("基准值", target.base), ("目标值", target.target), ("变化幅度", target.change))
        for what, level in levels:
            if level is not None:
                yield f"{name}的{what}", level
    for project in facts.projects:
        for name, field in project.fields.items():
            if isinstance(field.value, Quantity):
                yield f"工程“{project.name}”的{name}", Fact(field.value, field.evidence, field.status)


def _record(subject: str, plan: Evidence, data: Evidence, says: str, file_says: str) -> Value:
    fields = {"subject": Value(subject), "plan": Value(says, (plan,)), "data": Value(file_says, (data,))}
    return Value(Computed(subject, fields), (plan, data))


BUILTINS: dict[str, Callable[[Context, Arguments], Value]] = {
    "disagreements": disagreements,
    "double_statements": double_statements,
}
