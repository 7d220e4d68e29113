"""Projects that a plan seems to list twice under slightly different names, or whose effect two rows claim."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import NamedTuple

from plancheck.core.lazy_pattern import lazy_pattern
from plancheck.core.quantity import Quantity
from plancheck.facts.crosschecks.project_sums import listed_projects
from plancheck.facts.facts import Facts
from plancheck.facts.fold import fold
from plancheck.facts.lexicon import squeeze
from plancheck.facts.model import Period, Project

_GENERIC = lazy_pattern(
    r"项目|工程|建设|改造|示范|升级|提升|技术|公司|有限|新建|园区|综合|系统|及|与|和|的|[（）()、“”\"·\-—]"
)
_APART = lazy_pattern(
    r"[0-9一二三四五六七八九十甲乙丙丁东西南北]+(?:期|号|#|段|标|区|厂|车间|线|路|组|炉|机组|片|栋)|[A-Za-z]区|#\d+|\d+#|其他"
)
_SIZE = lazy_pattern(r"\d+(?:\.\d+)?(?:MW|kW|t/h|兆瓦|万?千瓦|台|吨|万吨|公里|亩)")
_ALIKE = Fraction(3, 5)  # shared pairs of characters from which two names are alike
_ENOUGH = 10  # characters of content that two projects share by chance no more


class Double(NamedTuple):
    """Two listed projects that may be one, or count one effect. `same` says in words what both have in common; `sure`
    where that leaves no doubt."""

    first: Project
    second: Project
    same: str
    sure: bool


def project_doubles(facts: Facts) -> tuple[Double, ...]:
    """Pairs of listed projects with one owner and one content (or amount, period and effects) under names that differ.

    Phases, lots and sites (一期 and 二期) are different projects.
    """
    projects = listed_projects(facts)
    found: list[Double] = []
    for at, one in enumerate(projects):
        for other in projects[at + 1 :]:
            double = _double(one, other)
            if double is not None:
                found.append(double)
    return tuple(found)


def _double(one: Project, other: Project) -> Double | None:
    sizes = _found(_SIZE, one), _found(_SIZE, other)
    if _found(_APART, one) != _found(_APART, other) or (all(sizes) and sizes[0] != sizes[1]):
        return None
    owner = _text(one, "实施主体")
    if not owner or owner != _text(other, "实施主体"):
        return None
    if _same_table_merged(one, other):
        return None
    alike = squeeze(one.name) == squeeze(other.name) or _alike(one.name, other.name)
    content = _text(one, "主要内容")
    same_content = len(content) >= _ENOUGH and content == _text(other, "主要内容")
    amount = _amount(one) is not None and _amount(one) == _amount(other)
    period = _period(one) is not None and _period(one) == _period(other)
    effects = bool(_effects(one)) and _effects(one) == _effects(other)
    said = [
        w
        for w, holds in (
            ("建设内容", same_content),
            ("投资额", amount),
            ("起止时间", period),
            ("节能减碳效果", effects),
        )
        if holds
    ]
    common = "、".join(["实施主体", *said])
    if same_content and (amount or effects or alike):
        return Double(one, other, common, True)
    if alike and amount and (effects or period):
        return Double(one, other, common, effects)
    if same_content or (effects and len(_effects(one)) >= 2 and not _round(one)):
        return Double(one, other, common, False)
    return None


def _found(marks: re.Pattern[str], project: Project) -> tuple[str, ...]:
    """The marks in a name that tell phases, lots and sites (or sizes) apart."""
    return tuple(sorted(m.group() for m in marks.finditer(fold(project.name))))


def _same_table_merged(one: Project, other: Project) -> bool:
    """Whether the amounts of both stand in one merged cell: they share it on purpose."""
    for field in ("投资额", "预期效果", "主要内容"):
        a, b = one.fields.get(field), other.fields.get(field)
        if a is not None and b is not None and a.evidence and b.evidence:
            here, there = a.evidence[0].location, b.evidence[0].location
            if here.table is not None and here == there:
                return True
    return False


def _text(project: Project, field: str) -> str:
    fact = project.fields.get(field)
    return squeeze(fact.value) if fact is not None and isinstance(fact.value, str) else ""


def _amount(project: Project) -> Fraction | None:
    fact = project.fields.get("投资额")
    return fact.value.value if fact is not None and isinstance(fact.value, Quantity) else None


def _period(project: Project) -> Period | None:
    fact = project.fields.get("项目起止时间")
    return fact.value if fact is not None and isinstance(fact.value, Period) else None


def _effects(project: Project) -> frozenset[tuple[str, Fraction]]:
    return frozenset(
        (f.value.unit.removesuffix("/a"), f.value.value)
        for f in project.effects
        if f.value is not None and f.value.value
    )


def _round(project: Project) -> bool:
    """Whether the effects are round numbers, which two projects may share by chance."""
    return any(len(str(abs(int(value))).rstrip("0")) < 3 for _, value in _effects(project))


def _alike(one: str, other: str) -> bool:
    """Whether two names share most of their pairs of characters, words that any project has left out."""
    a, b = _pairs(one), _pairs(other)
    if not a or not b:
        return False
    return Fraction(2 * len(a & b), len(a) + len(b)) >= _ALIKE


def _pairs(name: str) -> frozenset[str]:
    core = _GENERIC.sub("", fold(name))
    return frozenset(core[i : i + 2] for i in range(len(core) - 1))
