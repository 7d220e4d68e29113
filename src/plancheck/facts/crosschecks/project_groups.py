"""Sentences that divide the projects into groups (其中节能改造类6项，投资1.2亿元): parts against the whole and the list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from plancheck.core.lazy_pattern import lazy_pattern
from plancheck.core.location import Evidence
from plancheck.core.quantity import Quantity
from plancheck.facts.crosschecks.project_sums import listed_projects
from plancheck.facts.crosschecks.reckoning import Reckoning
from plancheck.facts.facts import Facts
from plancheck.facts.lexicon import squeeze
from plancheck.facts.model import Fact, Passage, Project
from plancheck.facts.quantities import QuantitySpan, read_quantities

_PART = lazy_pattern(r"其中|包括|分别[为是]|即")
_STOPS = "，。；;：:、,"
_NAME = lazy_pattern(
    r"([一-鿿A-Za-z和与及、]{2,16}?)(?:类|领域|方面)?(?:重点|支撑|示范|建设)*(?:工程|项目)?(?:共|有|为|计|各)?$"
)
_OUR_PROJECTS = lazy_pattern(r"工程|项目")
_PAST = lazy_pattern(
    r"累计完成|已完成|已建成|已实施|“十一五”|“十五”|申报|备选|储备|在谈|意向|签约|招商|引进|落户|入驻|协议"
)
_TYPE_WORDS = lazy_pattern(r"类|工程|项目|建设|重点|领域|方面|的")


class Group(NamedTuple):
    """A group of projects that a sentence names, with its number and investment where stated."""

    name: str
    number: QuantitySpan
    money: QuantitySpan | None


class Division(NamedTuple):
    """A sentence that divides a number of projects into groups, with the whole that it states."""

    text: str
    place: Evidence
    number: QuantitySpan
    money: QuantitySpan | None
    groups: tuple[Group, ...]


def project_groups(facts: Facts) -> tuple[Reckoning, ...]:
    """What sentences say of groups of projects, beside their sum and beside the projects of that type in the list."""
    found: list[Reckoning] = []
    projects = listed_projects(facts)
    for division in _divisions(facts):
        found.extend(_parts_and_whole(division))
        found.extend(_in_list(division, projects))
    return tuple(found)


def _divisions(facts: Facts) -> Iterator[Division]:
    for text, place in _sentences(facts.passages):
        part = _PART.search(text)
        if part is None or not _OUR_PROJECTS.search(text) or _PAST.search(text):
            continue
        spans = read_quantities(text)
        counts = [s for s in spans if _counts(s)]
        whole = [s for s in counts if s.end <= part.start()]
        inside = [s for s in counts if s.start >= part.end()]
        if len(inside) < 2 or len(whole) != 1:
            continue
        money = [s for s in spans if s.quantity.unit == "CNY" and s.quantity.value is not None]
        groups = tuple(_groups(text, part.end(), inside, money))
        over = [s for s in money if s.end <= part.start()]
        if len(groups) == len(inside):
            yield Division(text, place, whole[0], over[0] if len(over) == 1 else None, groups)


def _sentences(passages: tuple[Passage, ...]) -> Iterator[tuple[str, Evidence]]:
    """Whole sentences that count something, up to the full stop; one that begins with 其中 goes with the one before it."""
    text, start = "", None
    for passage in (*passages, None):
        if passage is not None and start is not None and _goes_on(text, start, passage):
            text += passage.text
            continue
        if start is not None and ("项" in text or "个" in text):
            yield text, Evidence(start.evidence.location._replace(span=None), text[:160])
        text, start = (passage.text, passage) if passage is not None and passage.kind == "sentence" else ("", None)


def _goes_on(text: str, start: Passage, passage: Passage) -> bool:
    here, there = start.evidence.location, passage.evidence.location
    if passage.kind != "sentence" or here.paragraph is None or here.paragraph != there.paragraph or here.table:
        return False
    return not text.rstrip().endswith(("。", "！", "？")) or passage.text.startswith(("其中", "包括", "分别"))


def _counts(span: QuantitySpan) -> bool:
    return (
        span.quantity.unit == "count" and span.text.rstrip().endswith(("项", "个")) and span.quantity.value is not None
    )


def _groups(text: str, start: int, counts: list[QuantitySpan], money: list[QuantitySpan]) -> Iterator[Group]:
    """One group for each count; its name stands right before it, its money before the next count."""
    last = start
    for at, count in enumerate(counts):
        end = counts[at + 1].start if at + 1 < len(counts) else len(text)
        before = text[last : count.start]
        cut = max((before.rfind(mark) for mark in "，。；;：:,"), default=-1)
        name = _NAME.search(before[cut + 1 :].strip())
        amounts = [s for s in money if count.end <= s.start < end]
        if name is not None:
            yield Group(name.group(1).strip("、和与及"), count, amounts[0] if len(amounts) == 1 else None)
        last = amounts[-1].end if amounts else count.end


def _parts_and_whole(division: Division) -> Iterator[Reckoning]:
    """The groups' numbers beside the whole; their investments where the numbers show that the groups are all."""
    numbers = [g.number.quantity.value or Fraction(0) for g in division.groups]
    whole = division.number.quantity.value or Fraction(0)
    place = division.place
    shown = " + ".join(f"{g.name}{g.number.quantity.show()}" for g in division.groups)
    counted = Quantity(sum(numbers, Fraction(0)), "count", step=Fraction(0))
    if _claims_all(division) or sum(numbers) > whole:
        yield _one("各类工程项数之和", division.number, counted, f"{shown} = {counted.show()}", place)
    if division.money is None or sum(numbers) != whole or any(g.money is None for g in division.groups):
        return
    amounts = [g.money.quantity for g in division.groups if g.money is not None]
    total = sum((a.value or Fraction(0) for a in amounts), Fraction(0))
    step = sum((a.step or Fraction(0) for a in amounts), Fraction(0))
    added = Quantity(total, "CNY", step=step)
    told = " + ".join(a.show() for a in amounts)
    yield _one("各类工程投资之和", division.money, added, f"{told} = {added.show()}", place)


def _claims_all(division: Division) -> bool:
    """Whether the sentence divides the whole (分为…类, 分别为) or the groups make it up; 其中 may name some only."""
    text = division.text
    numbers = sum((g.number.quantity.value or Fraction(0) for g in division.groups), Fraction(0))
    return (
        numbers == division.number.quantity.value
        or re.search(r"分为|分别[为是]|[两二三四五六七八九十]大?类", text) is not None
    )


def _one(subject: str, stated: QuantitySpan, computed: Quantity, told: str, place: Evidence) -> Reckoning:
    quantity = stated.quantity
    if quantity.unit == "count":
        quantity = Quantity(quantity.value, "count", text=quantity.text, step=Fraction(0))
    here = Evidence(place.location, place.excerpt, quantity.show())
    return Reckoning(subject, Fact(quantity, (here,)), computed, (told,), (place,))


def _in_list(division: Division, projects: tuple[Project, ...]) -> Iterator[Reckoning]:
    """Each group beside the projects of the list whose type it names, where all groups find theirs and none shares."""
    if not projects:
        return
    chosen = [[p for p in projects if _is_of(p, group.name)] for group in division.groups]
    taken = [id(p) for part in chosen for p in part]
    if any(not part for part in chosen) or len(taken) != len(set(taken)) or len(taken) != len(projects):
        return
    for group, part in zip(division.groups, chosen, strict=True):
        counted = Quantity(Fraction(len(part)), "count", step=Fraction(0))
        names = "、".join(p.name for p in part[:12])
        places = tuple(dict.fromkeys(e for p in part for e in p.evidence[:1]))
        told = f"清单里属于这一类的有{len(part)}项：{names}"
        one = _one(f"“{group.name}”一类的工程项数", group.number, counted, told, division.place)
        yield Reckoning(one.subject, one.stated, counted, one.working, places)


def _is_of(project: Project, group: str) -> bool:
    kind = project.fields.get("项目类型")
    if kind is None or not isinstance(kind.value, str):
        return False
    mine, theirs = (_TYPE_WORDS.sub("", squeeze(t)) for t in (kind.value, group))
    return len(mine) >= 2 and mine == theirs
