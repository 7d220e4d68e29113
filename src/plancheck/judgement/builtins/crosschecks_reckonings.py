"""Built-ins that redo the plan's arithmetic: what it states beside what its own numbers or published factors make it."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Literal

from plancheck.facts.crosschecks.conversions import conversions
from plancheck.facts.crosschecks.reckoning import Reckoning
from plancheck.facts.crosschecks.table_shares import table_shares
from plancheck.facts.crosschecks.table_sums import table_sums
from plancheck.judgement.builtins.arguments import Arguments
from plancheck.judgement.context import Context
from plancheck.judgement.values import Computed, Items, Num, Value, absent, from_fact, from_quantity

_INTO: dict[str, Literal["coal-equivalent", "co2"]] = {"折标量": "coal-equivalent", "排放量": "co2"}


def _record(reckoning: Reckoning) -> Value:
    """A reckoning as rules see it: `stated` with its place, `computed` with its parts' places and its working."""
    times = _rounded(reckoning.times)
    stated = from_fact(reckoning.stated, reckoning.subject)
    computed = Value(from_quantity(reckoning.computed), reckoning.evidence, working=reckoning.working)
    fields = {
        "subject": Value(reckoning.subject, stated.evidence),
        "stated": stated,
        "computed": computed,
        "basis": Value(reckoning.basis),
        "firm": Value(reckoning.firm, stated.evidence),
        "times": Value(Num(times, times)) if times is not None else absent(what="一边是零，算不出倍数"),
        "slip": Value(reckoning.slip) if reckoning.slip else absent(what="没有单位或数量级写错的迹象"),
        "doubt": Value(reckoning.doubt),
    }
    evidence = tuple(dict.fromkeys((*stated.evidence, *reckoning.evidence)))
    return Value(Computed(reckoning.subject, fields), evidence)


def _rounded(times: Fraction | None) -> Fraction | None:
    """A ratio as a reader wants it: one decimal below ten, none above."""
    if times is None:
        return None
    return Fraction(int(times * 10), 10) if times < 10 else Fraction(int(times))


def _list(found: tuple[Reckoning, ...], nothing: str) -> Value:
    return Value(Items(tuple(_record(one) for one in found)), (), (nothing,))


def conversions_(context: Context, args: Arguments) -> Value:
    """Fuels whose coal equivalent (or emission) can be computed from an amount and a factor, by fuel and year."""
    word = args.word("into") or "折标量"
    found: tuple[Reckoning, ...] = context.remember(
        ("conversions", word), lambda: conversions(context.facts, _INTO[word])
    )
    return _list(found, f"方案里没有可以由实物量和系数复算的{word}")


def table_sums_(context: Context, args: Arguments) -> Value:
    """Totals and sub-totals in tables beside the sums of their parts, where the structure of the table is plain."""
    found: tuple[Reckoning, ...] = context.remember("table sums", lambda: table_sums(context.facts))
    return _list(found, "方案里没有可以复算的合计")


def table_shares_(context: Context, args: Arguments) -> Value:
    """Shares in tables beside their amounts over the total."""
    found: tuple[Reckoning, ...] = context.remember("table shares", lambda: table_shares(context.facts))
    return _list(found, "方案里没有可以由同表数值复算的占比")


BUILTINS: dict[str, Callable[[Context, Arguments], Value]] = {
    "conversions": conversions_,
    "table_sums": table_sums_,
    "table_shares": table_shares_,
}
