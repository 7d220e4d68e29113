"""Targets that sentences state in the chapters on aims and tasks, with level and group from the headings above them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Literal, NamedTuple

from plancheck.core.location import Evidence
from plancheck.core.quantity import Quantity
from plancheck.document.model import Document, Paragraph, Section
from plancheck.facts.fold import fold
from plancheck.facts.lexicon import Lexicons, Match
from plancheck.facts.model import Direction, Fact, Status, Target
from plancheck.facts.plan_years import NO_YEARS, PlanYears
from plancheck.facts.predictions import FORECAST, FORECAST_HEADING
from plancheck.facts.prose_targets import read_targets
from plancheck.facts.quantities import QuantitySpan, read_quantities
from plancheck.facts.substance import named_substance, usual_unit
from plancheck.facts.target_model import TargetReading

Per = Literal["annual-average", "annual", "cumulative"]
_AIMS = re.compile(r"目标|指标")
_ANCHOR = re.compile(r"[期年]末|基准年|基期|基年|目标年")
_OVERALL = re.compile(r"总体目标|总目标|总体指标")
_SPECIFIC = re.compile(r"具体目标|分项目标|具体指标|指标体系|分领域目标|专项目标")
_TASKS = re.compile(r"任务|措施|路径|行动")
_NO_AIMS = re.compile(r"指导思想|基本原则|总体思路|原则|形势|意义|现状|概况|基础(?!设施)|工程|项目|效益|保障")
_CONVERTED = re.compile(r"折合|折算|换算|相当")  # a rate worked out from a stated one, for comparison
_KEPT = re.compile(r"控制(?:在|到|至)")
_NO_PROMISES = re.compile(rf"{FORECAST_HEADING.pattern}|原则|工程|项目|效益")
_RUN_IN = re.compile(r"^\s*(?:[(（]?[0-9一二三四五六七八九十]{1,3}[)）、.．])?\s*(总体目标|总目标|具体目标|分项目标)")


_PER: Mapping[str, Per] = {"annual-average": "annual-average", "annual": "annual", "cumulative": "cumulative"}


class _Place(NamedTuple):
    level: int | None
    group: str | None


def targets_in_text(
    document: Document, lexicons: Lexicons, chapters: Iterable[int] = (), *, years: PlanYears = NO_YEARS
) -> tuple[Target, ...]:
    """The park's own targets in the sections on aims (levels 1 and 3) and on tasks (no level), in reading order.

    `chapters` are further sections to look in; elsewhere only a bound to be kept in a later year (控制在…以内) is one.
    What is stated for the plan's base year or before is no target, and 规划期末 and 基准年 mean the plan's own `years`
    where neither text nor heading tells.
    """
    extra = frozenset(chapters)
    places = {section.index: _place(document, section, extra) for section in document.sections}
    found: list[Target] = []
    lead, lead_section, run_in = "", -1, None
    for block in document.blocks:
        if not isinstance(block, Paragraph) or block.kind != "body" or not block.text.strip():
            continue
        place = places[block.section]
        if place is None:
            if _KEPT.search(block.text) is not None and not _NO_PROMISES.search(document.sections[block.section].title):
                found.extend(_promises(document, block, lexicons, years))
            continue
        if block.section != lead_section:
            lead, lead_section, run_in = "", block.section, None
        named = _RUN_IN.match(block.text)
        if named is not None:
            run_in = _Place(1 if "总" in named.group(1) else 3, None)
        context = " ".join((*document.path(block.section), lead)).strip()
        if any(map(str.isdigit, fold(block.text))) or "翻" in block.text or "百分之" in block.text:
            found.extend(_targets(document, block, context, run_in or place, lexicons, years))
        if block.text.rstrip().endswith(("：", ":")) or re.search(r"到\s*20\d\d\s*年", block.text):
            lead = block.text.strip()[-120:]
    return tuple(found)


def _place(document: Document, section: Section, extra: frozenset[int]) -> _Place | None:
    """Level and group of what a section states; None where it is no place for targets."""
    titles: list[str] = []
    here = section
    while here.index:
        titles.append(here.title)
        here = document.sections[here.parent]
    if not titles or (_NO_AIMS.search(titles[0]) and not _AIMS.search(titles[0]) and not _TASKS.search(titles[0])):
        return None
    for title in titles:
        if _OVERALL.search(title):
            return _Place(1, None)
        if _SPECIFIC.search(title):
            return _Place(3, None if title == titles[0] else titles[0])
    for title in reversed(titles):  # the outermost heading decides: 目标责任制 below the tasks is no section on aims
        if _AIMS.search(title):
            return _Place(1, None)
        if _TASKS.search(title):
            return _Place(None, None)
    inside = any(document.within(section.index, chapter) for chapter in extra)
    return _Place(None, None) if inside else None


def _targets(
    document: Document, block: Paragraph, context: str, place: _Place, lexicons: Lexicons, years: PlanYears
) -> Iterator[Target]:
    spans = read_quantities(block.text)
    if not spans:
        return
    fact_year = years.base.value if years.base is not None else None
    if _ANCHOR.search(block.text) is not None:
        context += years.in_words()
    for reading in read_targets(block.text, context, spans, fact_year=fact_year, share_heads=True):
        if _CONVERTED.match(reading.indicator):
            continue
        yield _target(document, block, reading, spans[reading.q], place, lexicons)


def _promises(document: Document, block: Paragraph, lexicons: Lexicons, years: PlanYears) -> Iterator[Target]:
    """The bounds that a text outside the chapters on aims promises to keep in years after those with figures."""
    known = years.base.value if years.base is not None else years.reported
    if known is None:
        return
    spans = read_quantities(block.text)
    for reading in read_targets(block.text, None, spans, fact_year=known, share_heads=True):
        span = spans[reading.q]
        sentence = block.text[block.text.rfind("。", 0, span.start) + 1 : span.start]
        kept = reading.comparator in ("<=", "<") and _KEPT.search(sentence[-8:]) is not None
        if kept and reading.target_year is not None and not FORECAST.search(sentence):
            target = _target(document, block, reading, span, _Place(None, None), lexicons)
            if target.canonical is not None:
                yield target


def _target(
    document: Document, block: Paragraph, reading: TargetReading, span: QuantitySpan, place: _Place, lexicons: Lexicons
) -> Target:
    match = lexicons.indicators.label(reading.indicator, short_suffix=False)
    usual = usual_unit(match.entry) if match is not None else None
    here = document.place_of(block).at_span(reading.start, reading.end)
    quantity = Quantity(
        reading.value,
        reading.unit,
        reading.low,
        reading.high,
        reading.comparator,
        reading.approx,
        span.text,
        span.quantity.step,
    )
    status, reason = firmness(match, reading.indicator)
    evidence = Evidence(here, _around(block.text, reading.start, reading.end), quantity.show())
    fact = Fact(quantity, (evidence,), status, reason)
    change: Fact[Quantity] | None = None
    level: Fact[Quantity] | None = None
    direction: Direction = reading.direction
    basis = reading.basis
    if reading.direction in ("decrease", "increase"):
        change = fact
    elif reading.basis == "relative-percent" and reading.value is not None:
        change = replace(fact, value=replace(quantity, value=abs(100 - reading.value), low=None, high=None))
        direction = "decrease" if reading.value < 100 else "increase"
    else:
        level = named_substance(fact, usual, reading.indicator)
    return Target(
        indicator=reading.indicator,
        canonical=match.entry.name if match is not None else None,
        level=place.level,
        group=place.group,
        base_year=_year(reading.base_year, evidence),
        target_year=_year(reading.target_year, evidence),
        base=_base(document, block, reading, change is None, usual),
        target=level,
        change=change,
        direction=direction,
        basis=basis,
        unit=level.value.unit if level is not None and level.value is not None else reading.unit,
        evidence=(evidence,),
        origin="prose",
        per=_PER.get(reading.per or ""),
        section=block.section,
    )


def _base(
    document: Document, block: Paragraph, reading: TargetReading, beside_level: bool, usual: str | None
) -> Fact[Quantity] | None:
    """The level that the sentence starts from; beside a level reached, only one of the same dimension."""
    span = reading.base
    if span is None or (beside_level and span.quantity.to(reading.unit) is None):
        return None
    here = document.place_of(block).at_span(span.start, span.end)
    evidence = Evidence(here, _around(block.text, span.start, span.end), span.quantity.show())
    return named_substance(Fact(span.quantity, (evidence,)), usual, reading.indicator)


def firmness(match: Match | None, name: str) -> tuple[Status, str]:
    """How firm a value is whose indicator was found by `match`: one found by a weak name only resembles."""
    if match is not None and match.how == "weak":
        return "resembles", f"“{name}”没有写明口径，可能是“{match.entry.title}”。"
    return "stated", ""


def loosened(fact: Fact[Quantity] | None, match: Match, name: str) -> Fact[Quantity] | None:
    """The fact of an indicator found by a weak name: it only resembles."""
    if fact is None or fact.status != "stated":
        return fact
    status, reason = firmness(match, name)
    return replace(fact, status=status, reason=reason)


def _year(year: int | None, evidence: Evidence) -> Fact[int] | None:
    return Fact(year, (Evidence(evidence.location, evidence.excerpt, str(year)),)) if year is not None else None


def _around(text: str, start: int, end: int) -> str:
    """The excerpt around a value, at most 120 characters."""
    if len(text) <= 120:
        return text.strip()
    first = max(0, min(start - 50, len(text) - 120))
    return (
        ("…" if first else "") + text[first : max(first + 118, end)].strip() + ("…" if first + 118 < len(text) else "")
    )
