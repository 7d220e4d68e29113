"""Totals that running text states for the projects: 共安排重点工程12项，总投资21.6亿元."""

from __future__ import annotations

import re
from collections.abc import Collection, Container, Iterator

from plancheck.core.lazy_pattern import lazy_pattern
from plancheck.core.location import Evidence
from plancheck.core.quantity import Quantity
from plancheck.document.model import Document
from plancheck.facts.model import Fact, Passage, StatedTotal, TotalKind
from plancheck.facts.project_sums import effect_totals, funding_totals
from plancheck.facts.quantities import QuantitySpan, read_quantities

_ABOUT_PROJECTS = re.compile(
    r"重点(?:支撑|建设|工程|项目)|(?:各项|全部|所有|上述|以上|这些|本方案)(?:重点)?(?:工程|项目)|(?:工程|项目)(?:建设)?(?:总投资|投资合计|投资总额|共|合计|总计)|(?:共|合计|总计)[^，。；]{0,12}(?:工程|项目)|[0-9一二三四五六七八九十]+[项个][^，。；]{0,10}(?:工程|项目)"
)
_TOTAL_MONEY = re.compile(
    r"(?:总投资额?|投资总额|投资总量|总投资规模|计划投资|估算投资|预计投资|投资合计|合计投资|共计投资|投资共计|共需投资|累计投资|资金需求|共投资|投资估算|投资)[^0-9，。；、]{0,8}$"
)
_GROUP = re.compile(r"([一-鿿]{2,12}类|[一-鿿]{2,10}(?:领域|方面))(?:重点)?(?:工程|项目)?")
_ALL = lazy_pattern(r"共|总|全部|合计|各|[一二三四五六七八九十两几]大?类|实施|安排|包括")
_ELSEWHERE = re.compile(r"效益|资金|保障|总体目标|主要目标|投资|概述|前言|摘要")
_PAST = re.compile(r"累计完成|已完成|“十一五”|“十五”|招商|引进|去年|截至|已建成|已实施|在谈|意向|入驻|落户")
_OURS = re.compile(
    r"重点|支撑|上述|以上|这些|本方案|各项|全部|所有|试点|项目总|工程总"
)  # the plan's own, outside their chapter
_PART = re.compile(r"其中|包括|分别")


def totals_in_text(
    document: Document,
    passages: tuple[Passage, ...],
    inside: frozenset[int],
    described: Container[int | None] = (),
    names: Collection[str] = (),
) -> Iterator[StatedTotal]:
    """Stated totals in the chapter on projects (`inside`) and in the chapters on benefits, funds and safeguards.

    `described` holds the numbers of paragraphs that describe a single project: their figures are the project's own.
    A count after `names` of projects (甲改造、乙改造两个项目) counts just these.
    """
    elsewhere = frozenset(
        s.index for s in document.sections if any(_ELSEWHERE.search(t) for t in document.path(s.index))
    )
    for passage in passages:
        if passage.kind not in ("sentence", "caption", "heading") or passage.section not in inside | elsewhere:
            continue
        if passage.evidence.location.paragraph in described:
            continue
        text = passage.text
        if not any(c.isdigit() for c in text) and not re.search(r"[一二三四五六七八九十]+[项个]", text):
            continue
        if _PAST.search(text):
            continue
        if _ABOUT_PROJECTS.search(text) and (passage.section in inside or _OURS.search(text)):
            yield from _totals(passage, names)
        yield from effect_totals(document, passage, inside)
        yield from funding_totals(document, passage, inside)


def _totals(passage: Passage, names: Collection[str]) -> Iterator[StatedTotal]:
    text = passage.text
    spans = read_quantities(text)
    counted = [s for s in spans if s.quantity.unit == "count" and _counts_projects(text, s)]
    for span in counted:
        yield _total("projects", passage, span, _group(text, span.start) or _named_before(text, span.start, names))
    for span in spans:
        if span.quantity.unit != "CNY" or not _TOTAL_MONEY.search(text[max(0, span.start - 40) : span.start]):
            continue
        if counted or re.search(r"总投资|合计|总计|共|投资总额|总额", text[max(0, span.start - 16) : span.start]):
            yield _total("investment", passage, span, _group(text, span.start))


def _counts_projects(text: str, span: QuantitySpan) -> bool:
    if not span.text.rstrip().endswith(("项", "个")):
        return False
    before, after = text[max(0, span.start - 14) : span.start], text[span.end : span.end + 14]
    return bool(re.search(r"(?:工程|项目)[^，。；]{0,6}$", before) or re.match(r"[^，。；、]{0,8}(?:工程|项目)", after))


def _group(text: str, at: int) -> str | None:
    """The part of the projects that a figure totals (节能改造类), None for all of them."""
    start = max(text.rfind(mark, 0, at) for mark in "；。;：:") + 1
    clause = text[start:at]
    named = _GROUP.search(clause)
    if named is not None and not _ALL.search(named.group(1)):
        return named.group(1)
    part = _PART.search(text[:at])
    return text[part.end() : at].strip("：:，,为")[:12] or "其中一部分" if part is not None else None


def _named_before(text: str, at: int, names: Collection[str]) -> str | None:
    """The first project that the sentence names before a count of projects, None where it names none."""
    before = "".join(text[:at].split())
    return next((name for name in names if len(name) >= 4 and "".join(name.split()) in before), None)


def _total(kind: TotalKind, passage: Passage, span: QuantitySpan, group: str | None) -> StatedTotal:
    place = Evidence(passage.evidence.location, passage.evidence.excerpt, span.quantity.show())
    fact: Fact[Quantity] = Fact(span.quantity, (place,))
    return StatedTotal(kind, fact, group, "prose", passage.section)
