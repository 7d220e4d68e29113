"""One rule on one submission: applicability, then every member of its collection, then the outcome with its reasons."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from plancheck.core.location import Evidence
from plancheck.core.outcome import Obligation, Outcome
from plancheck.judgement.context import Context
from plancheck.judgement.evaluate import evaluate, members_of, render, select
from plancheck.judgement.results import Comparison, Side
from plancheck.judgement.values import ABSENT, UNKNOWN, Items, Num, Value, merge, show
from plancheck.language import syntax as s

SIDE_EVIDENCE = 4  # places that one side of a comparison names
SHOWN = 12  # messages of one rule that a result carries; the rest are counted


@dataclass(frozen=True, slots=True)
class Judged:
    """The outcome of one rule before points are given. `share` is (low, high) of what it earns, from 0 to 1.

    `open_share` says that a not-applicable outcome still counts in the points (the thing itself is missing).
    """

    rule: s.Rule
    outcome: Outcome
    low: Fraction
    high: Fraction
    messages: tuple[str, ...] = ()
    question: str | None = None
    missing: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    looked: tuple[Evidence, ...] = ()
    items: tuple[int, int, int, int] | None = None
    depends_on: str | None = None
    counts: bool = True
    found: bool = True
    doubts: tuple[str, ...] = ()
    comparisons: tuple[Comparison, ...] = ()


def judge(rule: s.Rule, context: Context, before: Mapping[str, Judged], stage: str) -> Judged:
    """The outcome of `rule`; `before` holds the outcomes of the rules that it depends on."""
    if rule.stages and stage not in rule.stages:
        return _not_applicable(rule, "这一阶段不评这一条", counts=False)
    for other in rule.depends_on:
        dependency = before.get(other)
        if dependency is None:
            continue
        if dependency.outcome is Outcome.FAIL:
            reason = f"取决于“{dependency.rule.title}”，那一条没有满足"
            return _not_applicable(rule, reason, counts=True, depends_on=other, evidence=dependency.evidence)
        if dependency.outcome is Outcome.NOT_APPLICABLE:
            inherited = dependency.depends_on or other
            reason = dependency.messages[0] if dependency.messages else "所取决的一条不适用"
            return _not_applicable(rule, reason, counts=dependency.counts, depends_on=inherited)
    scope: dict[str, Value] = {}
    early, late = _lets(rule)
    _bind(early, rule, context, scope)
    for when in rule.when:
        value = evaluate(when.condition, context, scope)
        if value.truth is False:
            return _not_applicable(rule, when.because, counts=False, evidence=value.looked or value.evidence)
        if value.truth is None and rule.ask is None:
            return _review(rule, value.missing, value)
    if rule.ask is not None:
        return _assist(rule, context, scope, late)
    if rule.for_each is not None:
        return _each(rule, rule.for_each, context, scope, late)
    _bind(late, rule, context, scope)
    return _single(rule, context, scope)


def _lets(rule: s.Rule) -> tuple[tuple[s.Let, ...], tuple[s.Let, ...]]:
    if rule.for_each is None:
        return rule.lets, ()
    at = (rule.for_each.pos.line, rule.for_each.pos.column)
    early = tuple(let for let in rule.lets if (let.pos.line, let.pos.column) < at)
    return early, tuple(let for let in rule.lets if let not in early)


def _bind(lets: tuple[s.Let, ...], rule: s.Rule, context: Context, scope: dict[str, Value]) -> None:
    needed = dict(rule.needs)
    for let in lets:
        value = evaluate(let.value, context, scope)
        if let.name in needed and value.data in (ABSENT, UNKNOWN):
            value = Value(value.data, value.evidence, (needed[let.name],), value.looked)
        scope[let.name] = value


def _not_applicable(
    rule: s.Rule, reason: str, *, counts: bool, depends_on: str | None = None, evidence: tuple[Evidence, ...] = ()
) -> Judged:
    zero = Fraction(0)
    return Judged(
        rule,
        Outcome.NOT_APPLICABLE,
        zero,
        zero,
        (reason,),
        evidence=evidence,
        depends_on=depends_on,
        counts=counts,
        found=False,
    )


def _review(rule: s.Rule, missing: tuple[str, ...], *values: Value, messages: tuple[str, ...] = ()) -> Judged:
    evidence, lacking, looked = merge(*values)
    reasons = tuple(dict.fromkeys((*missing, *lacking))) or ("缺少判断所需的内容",)
    return Judged(
        rule, Outcome.REVIEW, Fraction(0), Fraction(1), messages, missing=reasons, evidence=evidence, looked=looked
    )


def _check(rule: s.Rule, context: Context, scope: dict[str, Value]) -> tuple[bool | None, list[str], list[Value]]:
    """All conditions in order: the first that fails settles it (later ones often presuppose it)."""
    values: list[Value] = []
    open_ = False
    for require in rule.requires:
        value = evaluate(require.condition, context, scope)
        if value.truth is False:
            return False, [render(require.otherwise, context, scope)], [value]
        open_ = open_ or value.truth is None
        values.append(value)
    return (None if open_ else True), [], values


def _single(rule: s.Rule, context: Context, scope: dict[str, Value]) -> Judged:
    holds, messages, values = _check(rule, context, scope)
    if holds is None:
        return _review(rule, (), *(v for v in values if v.truth is None))
    evidence, _, looked = merge(*values)
    if holds:
        return Judged(rule, Outcome.PASS, Fraction(1), Fraction(1), evidence=evidence, looked=looked)
    if rule.obligation == Obligation.MAY and not rule.when:
        return _not_applicable(rule, messages[0], counts=False, evidence=looked)
    told = tuple(messages)
    sides = _comparisons(messages, values)
    return Judged(
        rule, Outcome.FAIL, Fraction(0), Fraction(0), told, evidence=evidence, looked=looked, comparisons=sides
    )


def _comparisons(messages: list[str], values: list[Value]) -> tuple[Comparison, ...]:
    """The two sides of the comparison that a failed condition rests on, with the message that it gave."""
    found = []
    for message, value in zip(messages, values, strict=False):
        if value.sides is not None and _worth_showing(*value.sides):
            left, right = (Side(show(side), side.working, side.evidence[:SIDE_EVIDENCE]) for side in value.sides)
            found.append(Comparison(message, left, right))
    return tuple(found)


def _worth_showing(left: Value, right: Value) -> bool:
    """Whether two sides say more together than the message: stated at two places, or computed."""
    if not left.known or not right.known:
        return False
    measured = any(
        (isinstance(v.data, Num) and v.data.unit is not None) or isinstance(v.data, str) for v in (left, right)
    )
    return bool(left.working or right.working or (measured and left.evidence and right.evidence))


def _each(rule: s.Rule, loop: s.ForEach, context: Context, scope: dict[str, Value], late: tuple[s.Let, ...]) -> Judged:
    collection = evaluate(loop.collection, context, scope)
    if not collection.known:
        return _review(rule, collection.missing, collection)
    sure, doubtful = select(collection, loop.variable, loop.where, context, scope)
    if not sure:
        if doubtful:
            return _review(rule, collection.missing, *(Value(UNKNOWN, m.evidence, m.missing) for m in doubtful))
        nothing = not members_of(collection).sure and not members_of(collection).doubtful
        missing = collection.missing[0] if collection.missing and nothing else "没有可以检查的内容"
        return _not_applicable(rule, missing, counts=False, evidence=collection.looked)
    passed, failed, open_ = 0, 0, len(doubtful)
    messages: list[str] = []
    sides: list[Comparison] = []
    failing: list[Value] = []
    lacking: list[Value] = [Value(UNKNOWN, m.evidence, m.missing) for m in doubtful]
    passing: list[Value] = []
    for member in sure:
        inner = {**scope, loop.variable: member}
        _bind(late, rule, context, inner)
        holds, said, values = _check(rule, context, inner)
        if holds is True:
            passed += 1
            passing.extend(values or [member])
        elif holds is False:
            failed += 1
            messages.extend(said)
            sides.extend(_comparisons(said, values))
            failing.extend(_leading(member, values))
        else:
            open_ += 1
            lacking.extend(v for v in values if v.truth is None)
    total = passed + failed + open_
    items = (passed, failed, open_, total)
    low, high = Fraction(passed, total), Fraction(passed + open_, total)
    told = tuple(dict.fromkeys(messages))
    if len(told) > SHOWN:
        told = (*told[:SHOWN], f"还有 {len(told) - SHOWN} 处同样的问题")
    if failed:
        evidence, _, looked = merge(*failing)
        unsettled = merge(*lacking)[1]
        return Judged(
            rule,
            Outcome.FAIL,
            low,
            high,
            told,
            missing=unsettled,
            evidence=evidence,
            looked=looked,
            items=items,
            comparisons=tuple(dict.fromkeys(sides))[:SHOWN],
        )
    if open_:
        evidence, lacking_facts, looked = merge(*lacking)
        reasons = lacking_facts or ("其中有几项无法判断",)
        return Judged(
            rule, Outcome.REVIEW, low, high, (), missing=reasons, evidence=evidence, looked=looked, items=items
        )
    evidence, _, looked = merge(*passing)
    return Judged(rule, Outcome.PASS, low, high, evidence=evidence, looked=looked, items=items)


def _leading(member: Value, values: list[Value]) -> list[Value]:
    """What shows a member's failure, its own place first: a condition may rest on other places too."""
    places = {
        e.location.section[: len(m.location.section)] == m.location.section
        for m in member.evidence
        for v in values
        for e in v.evidence[:1]
    }
    own = [] if True in places or not member.evidence else [Value(None, member.evidence[:1])]
    return [*own, *(v if v.evidence or v.looked else member for v in values)]


def _assist(rule: s.Rule, context: Context, scope: dict[str, Value], late: tuple[s.Let, ...]) -> Judged:
    """A question for a person: the evidence gathered, and the doubts that the program has about it."""
    doubts: list[str] = []
    if rule.for_each is None:
        _bind(late, rule, context, scope)
        doubts.extend(_doubts(rule, context, scope))
    else:
        collection = evaluate(rule.for_each.collection, context, scope)
        sure, _ = select(collection, rule.for_each.variable, rule.for_each.where, context, scope)
        for member in sure:
            inner = {**scope, rule.for_each.variable: member}
            _bind(late, rule, context, inner)
            doubts.extend(_doubts(rule, context, inner))
    shown = [evaluate(e, context, scope) for e in rule.show]
    evidence = tuple(dict.fromkeys(e for v in shown for e in _shown_evidence(v)))
    looked = tuple(dict.fromkeys(e for v in shown for e in v.looked))
    assert rule.ask is not None
    question = render(rule.ask, context, scope)
    found = bool(evidence)
    if not found and rule.obligation == Obligation.MAY:
        reason = rule.nothing or "方案没有写这一项；可写可不写"
        return _not_applicable(rule, reason, counts=False, evidence=looked)
    told = tuple(dict.fromkeys(doubts))
    if found:
        messages = list(told[:SHOWN])
        if len(told) > SHOWN:
            messages.append(f"还有 {len(told) - SHOWN} 处同样的疑点")
    else:  # the doubts are about what was found; where there is nothing, that alone is told
        messages = [rule.nothing or f"全文没有找到与“{rule.title}”有关的内容"]
    return Judged(
        rule,
        Outcome.REVIEW,
        Fraction(0),
        Fraction(1),
        tuple(messages),
        question,
        evidence=evidence,
        looked=looked,
        found=found,
        doubts=told,
    )


def _doubts(rule: s.Rule, context: Context, scope: dict[str, Value]) -> list[str]:
    said = []
    for require in rule.requires:
        if evaluate(require.condition, context, scope).truth is False:
            said.append(render(require.otherwise, context, scope))
    return said


def _shown_evidence(value: Value) -> tuple[Evidence, ...]:
    if isinstance(value.data, Items):
        members = (*value.data.sure, *value.data.doubtful)
        return tuple(e for v in members if v.known or v.evidence for e in v.evidence[:2])
    return value.evidence if value.data is not ABSENT else ()
