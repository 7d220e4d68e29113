"""One set of facts from plan and data file: what agrees is one fact with all its evidence, what differs stays and is named."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction
from typing import NamedTuple, TypeVar

from plancheck.core.quantity import Quantity
from plancheck.core.units import unit as known_unit
from plancheck.facts.agreement import agree
from plancheck.facts.data_names import named_point, named_target
from plancheck.facts.lexicon import Lexicons, squeeze
from plancheck.facts.model import Disagreement, Fact, Point, Project, StatedTotal, SubmissionFacts, Target
from plancheck.facts.placeholder import is_placeholder
from plancheck.facts.projects import unite_projects

T = TypeVar("T")
_OWN = re.compile(r"^(?:本|全|试点)?(?:园区|全区|开发区|高新区|经开区|示范区)的?")
_NOTE = re.compile(r"[（(][^（）()]{1,20}[)）]")
_TAIL = re.compile(r"(?:累计)?(?:下降|降低|减少|提高|增长)(?:率|幅度|比例)?$|(?:目标值?|水平)$")
_ORDER = {"table": 0, "prose": 1, "data": 2}


class United(NamedTuple):
    """Facts of plan and data file together, and where two of them differ."""

    projects: tuple[Project, ...]
    targets: tuple[Target, ...]
    points: tuple[Point, ...]
    totals: tuple[StatedTotal, ...]
    disagreements: tuple[Disagreement, ...]


def unite(
    projects: Iterable[Project],
    targets: Iterable[Target],
    points: Iterable[Point],
    totals: Iterable[StatedTotal],
    submission: SubmissionFacts,
    lexicons: Lexicons,
) -> United:
    """Unite what the plan says with what the data file states."""
    all_projects, differences = unite_projects([*projects, *submission.projects])
    all_targets, more = unite_targets([*targets, *(named_target(t, lexicons) for t in submission.targets)], lexicons)
    all_points, most = unite_points([*points, *(named_point(p, lexicons) for p in submission.points)], lexicons)
    return United(
        tuple(all_projects),
        tuple(all_targets),
        tuple(all_points),
        (*totals, *_data_totals(submission)),
        (*differences, *more, *most),
    )


def unite_points(points: Iterable[Point], lexicons: Lexicons) -> tuple[list[Point], list[Disagreement]]:
    """Points of one indicator, year, member and scope: those that agree become one, those that differ all stay."""
    groups: dict[tuple[object, ...], list[Point]] = {}
    given = list(points)
    members = _data_members(given, lexicons)
    for point in (_named_member(p, members) for p in given):
        kept = groups.setdefault(_point_key(point), [])
        for i, other in enumerate(kept):
            if _same(other.value, point.value):
                kept[i] = _merged_point(other, point)
                break
        else:
            kept.append(point)
    united: list[Point] = []
    differences: list[Disagreement] = []
    for kept in groups.values():
        filled = [p for p in kept if p.value.value is not None] or kept[:1]
        united.extend(filled)
        for other in filled[1:]:
            first = filled[0]
            if (first.origin == "data") == (other.origin == "data"):
                continue
            if first.value.status == other.value.status == "stated" and first.value.evidence and other.value.evidence:
                subject = f"{first.year}年{first.member or ''}{first.canonical or first.indicator}"
                differences.append(Disagreement(subject, first.value.evidence[0], other.value.evidence[0]))
    return united, differences


def _data_members(points: list[Point], lexicons: Lexicons) -> dict[tuple[str, str], str]:
    """What the members that the data file names are called in the vocabulary; those that share an entry keep their names."""
    named: dict[tuple[str, str], set[str]] = {}
    for point in points:
        lexicon = lexicons.members.get(point.dimension or "")
        found = lexicon.exact(point.member) if lexicon is not None and point.member is not None else None
        if found is not None and point.origin == "data" and point.member is not None:
            named.setdefault((point.dimension or "", found.entry.name), set()).add(point.member)
    return {(dimension, next(iter(members))): name for (dimension, name), members in named.items() if len(members) == 1}


def _named_member(point: Point, members: dict[tuple[str, str], str]) -> Point:
    if point.origin != "data" or point.member is None:
        return point
    return replace(point, member=members.get((point.dimension or "", point.member), point.member))


def _point_key(point: Point) -> tuple[object, ...]:
    quantity = point.value.value
    unit = known_unit(quantity.unit) if quantity is not None else None
    return (
        point.canonical or squeeze(point.indicator),
        point.year,
        point.dimension,
        squeeze(point.member or ""),
        point.scope,
        point.basis,
        point.measure,
        point.forecast,
        point.scenario,
        unit.dimension if unit is not None else None,
    )


def _merged_point(one: Point, other: Point) -> Point:
    """One point with the evidence of both and the finer number; the plan's name of it stays, a table before words."""
    first, second = sorted((one, other), key=lambda p: _ORDER[p.origin])
    finer = min((first, second), key=lambda p: _step(p.value.value)).value
    evidence = (*first.value.evidence, *second.value.evidence)
    status, reason = min(((p.value.status, p.value.reason) for p in (first, second)), key=lambda s: s[0] != "stated")
    value = Fact(finer.value, evidence, status, reason)
    return replace(first, value=value, factors={**second.factors, **first.factors})


def _step(quantity: Quantity | None) -> Fraction:
    return quantity.step if quantity is not None and quantity.step is not None else Fraction(10**12)


def _same(one: Fact[Quantity], other: Fact[Quantity]) -> bool:
    """Whether two facts state the same within rounding (or are both without value)."""
    if one.value is None or other.value is None:
        return one.value is None and other.value is None
    return agree(one.value, other.value)


def unite_targets(targets: Iterable[Target], lexicons: Lexicons) -> tuple[list[Target], list[Disagreement]]:
    """Targets for one indicator under one of its own names: those that complete each other become one.

    A target found by a longer or weaker name stays apart: it may count something narrower.
    """
    united: list[Target] = []
    places: dict[str, list[int]] = {}
    differences: list[Disagreement] = []
    for target in targets:
        key = target_key(target, lexicons)
        if key is None:
            united.append(target)
            continue
        for at in places.get(key, []):
            if not _years_fit(united[at], target):
                continue
            if _levels_fit(united[at], target):
                united[at] = _merged_target(united[at], target)
                break
            clash = _clash(united[at], target)
            if clash is not None:
                differences.append(clash)
        else:
            places.setdefault(key, []).append(len(united))
            united.append(target)
    return united, differences


def target_key(target: Target, lexicons: Lexicons) -> str | None:
    """What makes two targets the same: the canonical name, or `=name` for a longer name of its own; None: not to be united."""
    if any(f is not None and f.status == "resembles" for f in (target.target, target.change, target.base)):
        return None
    core = _TAIL.sub("", _OWN.sub("", squeeze(_NOTE.sub("", target.indicator) or target.indicator)))
    match = lexicons.indicators.exact(core)
    if target.canonical is None:
        return core or None
    if match is None or match.how == "weak" or match.entry.name != target.canonical:
        return f"={core}"  # a longer name of its own: only the very same name is the same target
    return core if match.entry.properties.get("splits") == "产品" else target.canonical


def _years_fit(one: Target, other: Target) -> bool:
    """Whether no stated year of one contradicts the other's, and both mean the same span."""
    if one.per != other.per and "annual-average" in (one.per, other.per):
        return False
    for mine, theirs in ((one.target_year, other.target_year), (one.base_year, other.base_year)):
        if mine is not None and theirs is not None and mine.value != theirs.value:
            return False
    return True


def _levels_fit(one: Target, other: Target) -> bool:
    pairs = ((one.base, other.base), (one.target, other.target), (one.change, other.change))
    if one.change is not None and other.change is not None and one.basis != other.basis:
        return False
    return all(
        a is None or b is None or a.value is None or b.value is None or _fits(a.value, b.value) for a, b in pairs
    )


def _fits(one: Quantity, other: Quantity) -> bool:
    """Whether two levels agree; where one has no known unit, the numbers decide."""
    if "1" in (one.unit, other.unit) and one.unit != other.unit:
        return one.value == other.value
    return agree(one, other)


def _clash(one: Target, other: Target) -> Disagreement | None:
    if (one.origin == "data") == (other.origin == "data"):
        return None  # what the plan says in several places is for the rules to compare
    for mine, theirs, what in (
        (one.base, other.base, "基准值"),
        (one.target, other.target, "目标值"),
        (one.change, other.change, "变化幅度"),
    ):
        if (
            mine is None
            or theirs is None
            or mine.value is None
            or theirs.value is None
            or _fits(mine.value, theirs.value)
        ):
            continue
        if mine.evidence and theirs.evidence and mine.status == theirs.status == "stated":
            return Disagreement(f"{one.canonical or one.indicator}的{what}", mine.evidence[0], theirs.evidence[0])
    return None


def _merged_target(one: Target, other: Target) -> Target:
    """The union of two statements of one target."""
    change = _joined(one.change, other.change)
    lead = one if _ORDER[one.origin] <= _ORDER[other.origin] else other
    target = lead.target if _in_words(lead) else _joined(one.target, other.target)
    levels = [t.level for t in (one, other) if t.level is not None]
    with_change = one if one.change is not None else other
    return replace(
        lead,
        level=min(levels) if levels else None,
        group=lead.group or one.group or other.group,
        base_year=_joined(one.base_year, other.base_year),
        target_year=_joined(one.target_year, other.target_year),
        base=_joined(one.base, other.base),
        target=target,
        change=change,
        direction=with_change.direction if change is not None else lead.direction or one.direction or other.direction,
        basis=with_change.basis if change is not None else lead.basis or one.basis or other.basis,
        unit=next((f.value.unit for f in (target, change) if f is not None and f.value is not None), lead.unit),
        evidence=(*lead.evidence, *(other if lead is one else one).evidence),
        per=one.per or other.per,
        definition=one.definition or other.definition,
        source=one.source or other.source,
        responsible=one.responsible or other.responsible,
        attribute=one.attribute or other.attribute,
    )


def _in_words(target: Target) -> bool:
    """Whether the table of indicators states the level in words (大幅提升): a number elsewhere does not mend the table."""
    fact = target.target
    return (
        target.origin == "table"
        and fact is not None
        and fact.value is None
        and any(e.excerpt and not is_placeholder(e.excerpt) for e in fact.evidence)
    )


def _joined(one: Fact[T] | None, other: Fact[T] | None) -> Fact[T] | None:
    """The stated one of two facts, with the evidence of both where both state it."""
    if one is None or other is None:
        return one if other is None else other
    if one.value is None:
        return other if other.value is not None else one
    return one if other.value is None else replace(one, evidence=(*one.evidence, *other.evidence))


def _data_totals(submission: SubmissionFacts) -> list[StatedTotal]:
    found: list[StatedTotal] = []
    fact = submission.values.get("total_investment")
    if fact is not None and (fact.value is None or isinstance(fact.value, Quantity)):
        given: Fact[Quantity] = Fact(fact.value, fact.evidence, fact.status, fact.reason)
        found.append(StatedTotal("investment", given, None, "data"))
    funding = _data_funding(submission)
    if funding is not None:
        found.append(StatedTotal("funding", funding, None, "data"))
    return found


def _data_funding(submission: SubmissionFacts) -> Fact[Quantity] | None:
    """The sum of the amounts of all sources of funds, where each row that names a source has one."""
    rows = {k.split(".")[0] for k in submission.values if k.startswith("funding[")}
    facts = [submission.values.get(f"{row}.amount") for row in sorted(rows)]
    amounts = [f.value for f in facts if f is not None and isinstance(f.value, Quantity)]
    if not amounts or len(amounts) < len(rows):
        return None
    sums = [a.value for a in amounts if a.value is not None and a.unit == "CNY"]
    if len(sums) < len(amounts):
        return None
    total = Quantity(sum(sums, Fraction(0)), "CNY", step=sum((a.step or Fraction(0) for a in amounts), Fraction(0)))
    return Fact(total, tuple(e for f in facts if f is not None for e in f.evidence))
