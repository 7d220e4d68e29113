"""What a target's own figures say of its change: recomputed from base and target level, and as a yearly rate."""

from __future__ import annotations

from fractions import Fraction

from plancheck.core.units import unit
from plancheck.facts.model import Target
from plancheck.judgement.arithmetic import arithmetic
from plancheck.judgement.values import Items, Num, Value, absent, align, from_fact, merge, unknown, working

_FALLING = ("decrease", "decrease_to")


def recomputed(target: Target) -> Value:
    """The changes that base and target level give, in each sense in which the stated change can be meant.

    A change in % of a level that is itself a percentage may be relative or in points: both are given.
    """
    base, level, change = _levels(target)
    if not base.known or not level.known or not change.known or not isinstance(change.data, Num):
        return Value(Items(()), (), ("没有同时给出基准值、目标值和变化幅度",))
    found: list[Value] = []
    difference = arithmetic("-", level, base)
    both_percent = all(isinstance(v.data, Num) and v.data.unit == "%" for v in (base, level))
    kind = change.data.unit
    if kind == "%":
        found.append(relative_change(base, level))
    if both_percent and kind in ("%", "pp"):
        found.append(_in_unit(difference, kind))
    elif kind not in ("%", "pp") and isinstance(difference.data, Num):
        found.append(difference._replace(data=_sized(difference.data)))
    return Value(Items(tuple(v for v in found if v.known)), merge(base, level)[0])


def relative_change(base: Value, level: Value) -> Value:
    """(level − base) ÷ base in %, its size; the worth of its last digit follows from the printed digits of both."""
    if not isinstance(base.data, Num) or not isinstance(level.data, Num):
        return absent(what="没有基准值或目标值")
    pair = align(base.data, level.data)
    if pair is None or pair[0].exact is None or pair[1].exact is None or pair[0].exact == 0:
        return unknown("基准值与目标值的单位不同，或不是单个数值", merge(base, level)[0])
    a, b = pair[0].exact, pair[1].exact
    rate = abs(b - a) / abs(a) * 100
    found = Num(rate, rate, "%", (pair[0].step * abs(b / a) + pair[1].step) / abs(a) * 100)
    larger, smaller = (pair[1], pair[0]) if b > a else (pair[0], pair[1])
    step = f"（{larger.show()} − {smaller.show()}）÷ {pair[0].show()} = {found.show()}"
    return Value(found, merge(base, level)[0], working=working(step, base, level))


def yearly_rate(target: Target) -> Value:
    """The change per year in %: as stated where it is a yearly one, else derived from the whole change and its years."""
    base, level, change = _levels(target)
    stated = change.data if isinstance(change.data, Num) and change.data.unit == "%" else None
    if target.per == "annual-average":
        if stated is None:
            return absent(target.evidence, what=f"“{target.indicator}”没有年均变化率")
        return change._replace(data=_sized(stated))
    start = target.base_year.value if target.base_year is not None else None
    end = target.target_year.value if target.target_year is not None else None
    if start is None or end is None or end <= start or target.per is not None:
        return absent(target.evidence, what=f"“{target.indicator}”没有写明起止年份，折算不出年均变化率")
    whole = change._replace(data=_sized(stated)) if stated is not None and _relative(target) else None
    if whole is None:
        whole = relative_change(base, level)
    if not isinstance(whole.data, Num) or whole.data.exact is None:
        return absent(target.evidence, what=f"“{target.indicator}”没有变化幅度，折算不出年均变化率")
    rising = target.direction not in _FALLING and not _falls(base, level)
    return _per_year(whole, end - start, rising=rising)


def _per_year(whole: Value, years: int, *, rising: bool) -> Value:
    assert isinstance(whole.data, Num)
    assert whole.data.exact is not None
    rate = float(whole.data.exact) / 100
    if not rising and rate >= 1:
        return unknown("下降率不小于100%，不能折算年均率", whole.evidence)
    yearly = (1 + rate) ** (1 / years) - 1 if rising else 1 - (1 - rate) ** (1 / years)
    exact = Fraction(round(yearly * 10**6), 10**4)
    found = Num(exact, exact, "%", whole.data.step / years)
    shown = whole.data.show()
    step = f"(1 + {shown})^(1/{years}) − 1" if rising else f"1 − (1 − {shown})^(1/{years})"
    return Value(found, whole.evidence, working=working(f"{step} = {found.show()}", whole))


def _levels(target: Target) -> tuple[Value, Value, Value]:
    base, level, change = target.base, target.target, target.change
    name = f"“{target.indicator}”的"
    return from_fact(base, f"{name}基准值"), from_fact(level, f"{name}目标值"), from_fact(change, f"{name}变化幅度")


def _relative(target: Target) -> bool:
    if target.basis is not None:
        return target.basis == "relative-percent"
    level = target.target.value if target.target is not None else None
    known = unit(level.unit) if level is not None else None
    return known is None or known.dimension != "percent"


def _falls(base: Value, level: Value) -> bool:
    if not isinstance(base.data, Num) or not isinstance(level.data, Num):
        return False
    pair = align(base.data, level.data)
    return (
        pair is not None and pair[0].exact is not None and pair[1].exact is not None and pair[1].exact < pair[0].exact
    )


def _sized(number: Num) -> Num:
    exact = number.exact
    return number if exact is None else Num(abs(exact), abs(exact), number.unit, number.step)


def _in_unit(value: Value, name: str) -> Value:
    if not isinstance(value.data, Num) or value.data.exact is None:
        return value
    size = abs(value.data.exact)
    return value._replace(data=Num(size, size, name, value.data.step))
