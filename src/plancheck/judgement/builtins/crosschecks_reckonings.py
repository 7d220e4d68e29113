"""Built-ins that redo the plan's arithmetic: what it states beside what its own numbers or published factors make it."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Literal

from plancheck.core.location import Evidence
from plancheck.facts.crosschecks.conversions import conversions
from plancheck.facts.crosschecks.elasticities import elasticities
from plancheck.facts.crosschecks.project_doubles import Double, project_doubles
from plancheck.facts.crosschecks.project_groups import project_groups
from plancheck.facts.crosschecks.project_sums import project_sums
from plancheck.facts.crosschecks.reckoning import Reckoning
from plancheck.facts.crosschecks.reduction_needs import effect_sizes, reduction_needs
from plancheck.facts.crosschecks.sheets import Sheet, sheets
from plancheck.facts.crosschecks.table_shares import table_shares
from plancheck.facts.crosschecks.table_sums import table_sums
from plancheck.facts.model import TotalKind
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
        "doubt": Value(reckoning.doubt) if reckoning.doubt else absent(what="没有疑点"),
    }
    evidence = tuple(dict.fromkeys((*stated.evidence, *reckoning.evidence)))
    return Value(Computed(reckoning.subject, fields), evidence)


def _rounded(times: Fraction | None) -> Fraction | None:
    """A ratio as a reader wants it: two decimals below ten, none above."""
    if times is None:
        return None
    return Fraction(round(times * 100), 100) if times < 10 else Fraction(int(times))


def _list(found: tuple[Reckoning, ...], nothing: str) -> Value:
    return Value(Items(tuple(_record(one) for one in found)), (), (nothing,))


def conversions_(context: Context, args: Arguments) -> Value:
    """Fuels whose coal equivalent (or emission) can be computed from an amount and a factor, by fuel and year."""
    word = args.word("into") or "折标量"
    found: tuple[Reckoning, ...] = context.remember(
        ("conversions", word), lambda: conversions(context.facts, _INTO[word])
    )
    return _list(found, f"方案里没有可以由实物量和系数复算的{word}")


def _sheets(context: Context) -> tuple[Sheet, ...]:
    found: tuple[Sheet, ...] = context.remember("sheets", lambda: tuple(sheets(context.facts)))
    return found


def table_sums_(context: Context, args: Arguments) -> Value:
    """Totals and sub-totals in tables beside the sums of their parts, where the structure of the table is plain."""
    found: tuple[Reckoning, ...] = context.remember("table sums", lambda: table_sums(context.facts, _sheets(context)))
    return _list(found, "方案里没有可以复算的合计")


def table_shares_(context: Context, args: Arguments) -> Value:
    """Shares in tables beside their amounts over the total."""
    found: tuple[Reckoning, ...] = context.remember(
        "table shares", lambda: table_shares(context.facts, _sheets(context))
    )
    return _list(found, "方案里没有可以由同表数值复算的占比")


_KIND: dict[str, TotalKind] = {
    "总投资": "investment",
    "项目数": "projects",
    "节能量": "energy-saving",
    "减碳量": "carbon-reduction",
}


def project_sums_(context: Context, args: Arguments) -> Value:
    """What the plan states for all projects beside what the listed ones add up to."""
    word = args.word("what") or "总投资"
    found: tuple[Reckoning, ...] = context.remember(
        ("project sums", word), lambda: project_sums(context.facts, _KIND[word])
    )
    return _list(found, f"方案没有写明全部工程的{word}，或者没有可以相加的工程")


def project_groups_(context: Context, args: Arguments) -> Value:
    """What sentences say of groups of projects beside the whole and the list."""
    found: tuple[Reckoning, ...] = context.remember("project groups", lambda: project_groups(context.facts))
    return _list(found, "方案没有分类写明工程的项数和投资")


def reduction_needs_(context: Context, args: Arguments) -> Value:
    """The saving or reduction that the plan says its targets take, beside what its numbers make it."""
    found: tuple[Reckoning, ...] = context.remember("reduction needs", lambda: reduction_needs(context.facts))
    return _list(found, "方案没有写明实现目标所需的减排量，或者没有可以复算的数值")


def effect_sizes_(context: Context, args: Arguments) -> Value:
    """The projects' effects together beside what the targets take and beside the park's total."""
    found: tuple[Reckoning, ...] = context.remember("effect sizes", lambda: effect_sizes(context.facts))
    return _list(found, "方案没有可以相加的工程效果，或者没有可以比较的总量")


def elasticities_(context: Context, args: Arguments) -> Value:
    """Stated elasticities beside growth of energy or emissions over growth of the economy."""
    found: tuple[Reckoning, ...] = context.remember("elasticities", lambda: elasticities(context.facts))
    return _list(found, "方案没有写明弹性系数，或者没有可以复算的增速")


def doubles_(context: Context, args: Arguments) -> Value:
    """The pairs of a project with later ones that may be the same, or count the same effect."""
    pairs: tuple[Double, ...] = context.remember("doubles", lambda: project_doubles(context.facts))
    value = args.value("project")
    project = value.data if value is not None else None
    return Value(Items(tuple(_double(pair) for pair in pairs if pair.first is project)), looked=_places(value))


def _places(value: Value | None) -> tuple[Evidence, ...]:
    return value.evidence if value is not None else ()


def _double(pair: Double) -> Value:
    evidence = (*pair.first.evidence[:1], *pair.second.evidence[:1])
    fields = {
        "first": Value(pair.first.name, pair.first.evidence),
        "second": Value(pair.second.name, pair.second.evidence),
        "same": Value(pair.same),
        "sure": Value(pair.sure, evidence),
        "doubt": Value(
            f"工程“{pair.first.name}”与“{pair.second.name}”的{pair.same}相同，请核对是否同一项工程、效果有没有重复计算"
        ),
    }
    return Value(Computed(pair.first.name, fields), evidence)


BUILTINS: dict[str, Callable[[Context, Arguments], Value]] = {
    "conversions": conversions_,
    "table_sums": table_sums_,
    "table_shares": table_shares_,
    "project_sums": project_sums_,
    "project_groups": project_groups_,
    "reduction_needs": reduction_needs_,
    "effect_sizes": effect_sizes_,
    "elasticities": elasticities_,
    "doubles": doubles_,
}
