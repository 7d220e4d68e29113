"""Why a rule came out as it did on a plan: its conditions taken apart, each part with its value and evidence.

The parts are evaluated by the same evaluator that judged them; there is no second code path.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from plancheck.core.location import Evidence
from plancheck.judgement.context import Context
from plancheck.judgement.evaluate import evaluate, select
from plancheck.judgement.values import Items, Value, show
from plancheck.language import syntax as s

MEMBERS = 6  # members of a collection that are taken apart; of the others only their number is told


@dataclass(frozen=True, slots=True)
class Step:
    """One part of a condition: the expression, its value in words, its evidence, and its own parts."""

    expr: s.Expr | None
    label: str
    value: str
    truth: bool | None
    evidence: tuple[Evidence, ...]
    missing: tuple[str, ...]
    parts: tuple[Step, ...] = ()


def explain(rule: s.Rule, context: Context) -> tuple[Step, ...]:
    """The steps of a rule on the submission of `context`, in the order in which they are judged."""
    scope: dict[str, Value] = {}
    steps: list[Step] = []
    loop = rule.for_each
    for let in rule.lets:
        if loop is None or (let.pos.line, let.pos.column) < (loop.pos.line, loop.pos.column):
            scope[let.name] = evaluate(let.value, context, scope)
            steps.append(_step(let.value, context, scope, f"{let.name} ="))
    for when in rule.when:
        steps.append(_step(when.condition, context, scope, "适用条件"))
    if loop is None:
        steps.extend(_step(r.condition, context, scope, "条件") for r in rule.requires)
    else:
        steps.append(_loop(rule, loop, context, scope))
    steps.extend(_step(e, context, scope, "依据") for e in rule.show)
    return tuple(steps)


def _loop(rule: s.Rule, loop: s.ForEach, context: Context, scope: Mapping[str, Value]) -> Step:
    collection = evaluate(loop.collection, context, scope)
    sure, doubtful = select(collection, loop.variable, loop.where, context, scope)
    parts: list[Step] = []
    for member in sure[:MEMBERS]:
        inner = {**scope, loop.variable: member}
        for let in rule.lets:
            if let.name not in inner:
                inner[let.name] = evaluate(let.value, context, inner)
        checks = tuple(_step(r.condition, context, inner, "条件") for r in rule.requires)
        parts.append(Step(None, show(member), "", None, member.evidence, (), checks))
    label = "逐个检查"
    total = f"{len(sure)} 个" + (f"，另有 {len(doubtful)} 个不能断定" if doubtful else "")
    if len(sure) > MEMBERS:
        total += f"（下面列出前 {MEMBERS} 个）"
    missing = () if sure else collection.missing
    return Step(loop.collection, label, total, None, collection.evidence, missing, tuple(parts))


def _step(node: s.Expr, context: Context, scope: Mapping[str, Value], label: str) -> Step:
    value = evaluate(node, context, scope)
    parts: tuple[Step, ...] = ()
    if isinstance(node, s.Binary) and node.op not in ("+", "-", "*", "/"):
        parts = (_step(node.left, context, scope, ""), _step(node.right, context, scope, ""))
    elif isinstance(node, s.Not | s.Is):
        parts = (_step(node.operand, context, scope, ""),)
    elif isinstance(node, s.Quantified):
        parts = _members(node, context, scope)
    found = [e for v in value.data.sure for e in v.evidence] if isinstance(value.data, Items) else []
    evidence = value.evidence or tuple(dict.fromkeys(found)) or value.looked
    return Step(node, label, show(value), value.truth, evidence, value.missing, parts)


def _members(node: s.Quantified, context: Context, scope: Mapping[str, Value]) -> tuple[Step, ...]:
    collection = evaluate(node.collection, context, scope)
    sure, _ = select(collection, node.variable, node.where, context, scope)
    return tuple(_step(node.body, context, {**scope, node.variable: m}, f"{show(m)}：") for m in sure[:MEMBERS])
