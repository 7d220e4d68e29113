"""Evaluating expressions of the rule language to values that carry evidence. Total: every expression ends on every input."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any

from plancheck.judgement.arithmetic import arithmetic, compare, inside, sum_step
from plancheck.judgement.builtins import BUILTINS
from plancheck.judgement.builtins.arguments import Argument, Arguments
from plancheck.judgement.context import Context, EntityRef
from plancheck.judgement.records import read_field
from plancheck.judgement.schema import SCHEMA
from plancheck.judgement.values import (
    ABSENT,
    UNKNOWN,
    Items,
    Num,
    Value,
    absent,
    merge,
    show,
    truth,
    unknown,
    working,
)
from plancheck.language import syntax as s

Scope = Mapping[str, Value]


def evaluate(node: s.Expr, context: Context, scope: Scope) -> Value:
    """The value of a checked expression. `scope` binds the rule's own names."""
    return _HANDLERS[type(node)](node, context, scope)


def _number(node: s.Number, context: Context, scope: Scope) -> Value:
    return Value(Num(node.value, node.value, node.unit))


def _text(node: s.Text, context: Context, scope: Scope) -> Value:
    return Value(node.value)


def _range(node: s.Range, context: Context, scope: Scope) -> Value:
    return Value(range(node.first, node.last + 1))


def _variable(node: s.Variable, context: Context, scope: Scope) -> Value:
    return scope[node.text]


def _setting(node: s.Setting, context: Context, scope: Scope) -> Value:
    return context.settings[node.text]


def _entity(node: s.Entity, context: Context, scope: Scope) -> Value:
    return Value(context.title(EntityRef(node.kind, node.text)))


def _attribute(node: s.Attribute, context: Context, scope: Scope) -> Value:
    return read_field(context, evaluate(node.base, context, scope), node.name)


def _listof(node: s.ListOf, context: Context, scope: Scope) -> Value:
    return Value(Items(tuple(evaluate(i, context, scope) for i in node.items)))


def _argument(node: s.Expr, context: Context, scope: Scope) -> Argument:
    if isinstance(node, s.Entity):
        return EntityRef(node.kind, node.text)
    if isinstance(node, s.ListOf) and node.items and all(isinstance(i, s.Entity) for i in node.items):
        return tuple(EntityRef(i.kind, i.text) for i in node.items if isinstance(i, s.Entity))
    return evaluate(node, context, scope)


def _call(node: s.Call, context: Context, scope: Scope) -> Value:
    function = SCHEMA.functions[node.name]
    positional = [p for p in function.parameters if not p.keyword]
    given: dict[str, tuple[Argument, ...]] = {}
    for index, argument in enumerate(node.args):
        name = positional[min(index, len(positional) - 1)].name
        given[name] = (*given.get(name, ()), _argument(argument, context, scope))
    for name, argument in node.named:
        given[name] = (*given.get(name, ()), _argument(argument, context, scope))
    if not any(isinstance(a, Value) for group in given.values() for a in group):
        key = (node.name, tuple(sorted(given.items())))
        found: Value = context.remember(key, lambda: BUILTINS[node.name](context, Arguments(given)))
        return found
    return BUILTINS[node.name](context, Arguments(given))


def _not(node: s.Not, context: Context, scope: Scope) -> Value:
    inner = evaluate(node.operand, context, scope)
    return truth(None if inner.truth is None else not inner.truth, inner)


def _is(node: s.Is, context: Context, scope: Scope) -> Value:
    value = evaluate(node.operand, context, scope)
    found = given(value) if node.state == "given" else quantified(value)
    if found.truth is None or not node.negated:
        return found
    return Value(not found.truth, found.evidence, (), found.looked)


def given(value: Value) -> Value:
    """Whether the submission gives something: absent is False, something that only resembles is unknown."""
    if value.data is ABSENT:
        return Value(False, value.evidence, (), value.looked)
    if value.data is UNKNOWN:
        return value
    if isinstance(value.data, Items):
        items = value.data
        if items.sure:
            here = tuple(e for v in items.sure[:6] for e in v.evidence)
            return Value(True, here or value.evidence)
        if items.doubtful:
            reasons = tuple(m for v in items.doubtful for m in v.missing) or (
                "只找到近似的说法，请人工确认是否就是所要求的内容",
            )
            here = tuple(e for v in items.doubtful[:6] for e in v.evidence)
            return Value(UNKNOWN, here, reasons, value.looked)
        return Value(False, value.evidence, (), value.looked)
    return Value(True, value.evidence, (), value.looked)


def quantified(value: Value) -> Value:
    """Whether a value is a number with a unit."""
    if not value.known:
        return given(value)
    if isinstance(value.data, Num):
        return Value(bool(value.data.unit) and value.data.unit != "1", value.evidence)
    return Value(False, value.evidence)


def _binary(node: s.Binary, context: Context, scope: Scope) -> Value:
    left = evaluate(node.left, context, scope)
    if node.op == "and":
        if left.truth is False:
            return left
        right = evaluate(node.right, context, scope)
        if right.truth is False:
            return right
        return truth(True if left.truth and right.truth else None, left, right)
    if node.op == "or":
        if left.truth is True:
            return left
        right = evaluate(node.right, context, scope)
        if right.truth is True:
            return right
        return truth(False if left.truth is False and right.truth is False else None, left, right)
    if node.op == "else":
        if left.data is ABSENT or (isinstance(left.data, Items) and not left.data.sure and not left.data.doubtful):
            return evaluate(node.right, context, scope)
        return left
    right = evaluate(node.right, context, scope)
    if node.op == "inside":
        return inside(left, right)
    if node.op in ("+", "-", "*", "/"):
        return arithmetic(node.op, left, right)
    within = evaluate(node.within, context, scope) if node.within is not None else None
    return compare(node.op, left, right, within)


def members_of(value: Value) -> Items:
    """The members of a collection: of a list, or the years of a range."""
    if isinstance(value.data, Items):
        return value.data
    if isinstance(value.data, range):
        return Items(tuple(Value(Num(Fraction(y), Fraction(y))) for y in value.data))
    return Items(())


def select(
    collection: Value, variable: str, where: s.Expr | None, context: Context, scope: Scope
) -> tuple[list[Value], list[Value]]:
    """The members that are in the collection for sure and meet `where`, and those of which this is not known."""
    items = members_of(collection)
    sure: list[Value] = []
    open_: list[Value] = list(items.doubtful)
    for member in items.sure:
        if where is None:
            sure.append(member)
            continue
        holds = evaluate(where, context, {**scope, variable: member}).truth
        if holds is True:
            sure.append(member)
        elif holds is None:
            open_.append(member)
    return sure, open_


def _quantified(node: s.Quantified, context: Context, scope: Scope) -> Value:
    collection = evaluate(node.collection, context, scope)
    if not collection.known:
        return truth(None, collection)
    sure, open_ = select(collection, node.variable, node.where, context, scope)
    results = [evaluate(node.body, context, {**scope, node.variable: m}) for m in sure]
    yes = [r for r in results if r.truth is True]
    no = [r for r in results if r.truth is False]
    unsure = [r for r in results if r.truth is None]
    doubt = bool(unsure or open_)
    looked = Value(None, looked=(*collection.looked, *collection.evidence))
    doubts = [*unsure, *(Value(UNKNOWN, m.evidence, m.missing) for m in open_)]
    if node.kind == "every":
        if no:
            return truth(False, *no)
        return truth(None, *doubts, missing=("其中有几项无法判断",)) if doubt else truth(True, *yes, looked)
    if node.kind == "some":
        if yes:
            return truth(True, *yes)
        return truth(None, *doubts, missing=("其中有几项无法判断",)) if doubt else truth(False, *no, looked)
    if yes:
        return truth(False, *yes)
    return truth(None, *doubts, missing=("其中有几项无法判断",)) if doubt else truth(True, *no, looked)


def _aggregate(node: s.Aggregate, context: Context, scope: Scope) -> Value:
    collection = evaluate(node.collection, context, scope)
    if not collection.known:
        return collection
    sure, open_ = select(collection, node.variable or "", node.where, context, scope)
    evidence = merge(*sure)[0]
    if node.kind == "count":
        low, high = Fraction(len(sure)), Fraction(len(sure) + len(open_))
        return Value(Num(low, high), evidence, collection.missing, collection.looked)
    assert node.expr is not None and node.variable is not None
    values = [evaluate(node.expr, context, {**scope, node.variable: m}) for m in sure]
    if node.kind == "list":  # members of which it is not known whether they belong stay in, as doubtful ones
        maybe = [evaluate(node.expr, context, {**scope, node.variable: m}) for m in open_]
        known, doubtful = (tuple(v for v in found if v.known) for found in (values, maybe))
        return Value(Items(known, doubtful), evidence, (), collection.looked)
    return _fold(node.kind, values, open_, collection)


def _fold(kind: str, values: list[Value], open_: list[Value], collection: Value) -> Value:
    for value in values:
        if not value.known:
            reason = value.missing[0] if value.missing else "有一项数值没有给出"
            return Value(UNKNOWN, value.evidence, (reason,))
    if open_:
        return unknown("其中有几项无法判断是否计入", open_[0].evidence)
    if not values:
        return absent(collection.looked, what="没有可以合计的数值")
    result = values[0]
    for value in values[1:]:
        if kind == "sum":
            result = arithmetic("+", result, value)._replace(working=())
            if not result.known:
                return result
        else:
            larger = compare(">", value, result).truth
            if (larger is True) == (kind == "greatest") and larger is not None:
                result = value
    if kind != "sum" or len(values) == 1:
        return Value(result.data, merge(*values)[0], working=result.working)
    return Value(result.data, merge(*values)[0], working=working(sum_step([show(v) for v in values], result), *values))


def render(message: s.Message, context: Context, scope: Scope) -> str:
    """A message with its values put in."""
    out = [message.texts[0]]
    for part, text in zip(message.parts, message.texts[1:], strict=True):
        out.append(show(evaluate(part, context, scope)))
        out.append(text)
    return "".join(out)


def _name(node: s.Name, context: Context, scope: Scope) -> Value:
    raise AssertionError(f"unresolved name {node.text}: the pack was not checked")


_HANDLERS: dict[type, Callable[[Any, Context, Scope], Value]] = {
    s.Number: _number,
    s.Text: _text,
    s.Range: _range,
    s.Name: _name,
    s.Variable: _variable,
    s.Setting: _setting,
    s.Entity: _entity,
    s.Attribute: _attribute,
    s.Call: _call,
    s.Not: _not,
    s.Binary: _binary,
    s.Is: _is,
    s.Quantified: _quantified,
    s.Aggregate: _aggregate,
    s.ListOf: _listof,
}
