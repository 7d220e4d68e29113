"""The projects of a plan: from tables, cards and words, united by name, with the totals that the plan states for them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from types import MappingProxyType
from typing import NamedTuple

from plancheck.core.lazy_pattern import lazy_pattern
from plancheck.core.location import Evidence
from plancheck.core.quantity import Quantity
from plancheck.core.vocabulary import Vocabulary
from plancheck.document.model import Document, Section, Table
from plancheck.facts.agreement import agree
from plancheck.facts.lexicon import Lexicons
from plancheck.facts.model import Disagreement, Fact, Passage, Project, StatedTotal, TypedTable, Unread
from plancheck.facts.project_fields import FieldFact, RawField, build_project, is_engineering, name_key
from plancheck.facts.project_tables import heading_type, projects_in_table
from plancheck.facts.project_text import ProjectText, projects_in_text
from plancheck.facts.project_totals import totals_in_text

PROJECT_CHAPTER = lazy_pattern(
    r"(?:重点|重大|支撑|示范|专项|标志性|建设)(?:支撑|建设)?(?:工程|项目)|项目(?:清单|库|支撑)|工程项目"
)


_DONE = lazy_pattern(r"已(?:建|实施|完成|投产|淘汰)|完成情况|“十一五”")
_REPORT = lazy_pattern(r"基础|现状|成效|概况|情况|回顾|形势")
_AHEAD = lazy_pattern(r"工程|项目|任务|目标|附[表件录]")
_SEVERAL = lazy_pattern(
    r"(?:[2-9]|[0-9]{2,}|[二三四五六七八九十两]+)[项个](?:重点)?[^，。；]{0,8}(?:工程|项目)|各项目|等项目"
    r"|(?:工程|项目)[^，。；0-9]{0,4}(?:[2-9]|[0-9]{2,}|[二三四五六七八九十两]+)[项个]"
)
_ABOUT_ALL = lazy_pattern(
    r"情况$|总览|概况|概述|总述|汇总|一览|清单|估算|安排|小结|分析|思路|原则|总体|计划表|^投资|^资金|^(?:重点|重大|支撑)+(?:工程|项目)$|组成|布局"
)


class ProjectFacts(NamedTuple):
    """The projects in reading order, stated totals, and what was left unread or disagrees within the plan."""

    projects: tuple[Project, ...] = ()
    totals: tuple[StatedTotal, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    unread: tuple[Unread, ...] = ()


def read_projects(
    document: Document,
    typed: tuple[TypedTable, ...],
    vocabulary: Vocabulary,
    *,
    chapters: Iterable[int] = (),
    passages: tuple[Passage, ...] = (),
    lexicons: Lexicons | None = None,
) -> ProjectFacts:
    """All projects of the document. `chapters` are the sections that answer to 重点工程 (told by their titles if none are
    given); `passages` let stated totals in running text be found."""
    lexicons = lexicons or Lexicons.of(vocabulary)
    inside = project_sections(document, chapters)
    tables = {table.number: table for table in document.tables()}
    ours = [t for t in typed if t.kind == "projects" and (t.section in inside or not _reports(document, t))]
    several = len({t.section for t in ours}) > 1
    listed: list[Project] = []
    totals: list[StatedTotal] = []
    for one in ours:
        above = None
        section = document.sections[one.section]
        if several and section.index and section.parent:
            above = heading_type(
                section.title, Evidence(document.place_of(document.blocks[section.heading]), section.title)
            )
        read = projects_in_table(document, tables, one, lexicons, above)
        if above is not None and len(read.projects) < 2:  # a heading over one project names the project, not its type
            read = projects_in_table(document, tables, one, lexicons)
        listed.extend(read.projects)
        totals.extend(read.totals)
    unread = [
        Unread(f"表{t.table}", "认出是重点工程表，但没有读出一个项目。", t.evidence)
        for t in ours
        if not any(p.evidence and p.evidence[0].location.table == t.table for p in listed)
    ]
    unread += [
        Unread(f"表{t.table}", "重点工程一章的这个文本框没有逐项读出，请把项目列成表格。", t.evidence)
        for t in typed
        if t.kind == "other" and t.section in inside and tables[t.table].columns == 1 and _told_in(tables[t.table])
    ]
    projects, disagreements = unite_projects(listed)
    worded = _in_words(document, inside, ours, lexicons, projects)
    projects, more = unite_projects([*projects, *worded])
    described = {e.location.paragraph for p in projects for e in p.described}
    totals.extend(totals_in_text(document, passages, inside, described, [p.name for p in projects]))
    return ProjectFacts(tuple(projects), tuple(totals), (*disagreements, *more), tuple(unread))


def _told_in(table: Table) -> bool:
    """Whether a table of one column tells of projects and their money in running text."""
    text = "".join(cell.text for cell in table.cells)
    return "投资" in text and ("工程" in text or "项目" in text) and any(c.isdigit() for c in text)


def _reports(document: Document, typed: TypedTable) -> bool:
    """Whether a table outside the chapter on projects lists what has been done before (工作基础, 已实施项目)."""
    titles = "".join(document.path(typed.section))
    return bool(_DONE.search(typed.caption) or (_REPORT.search(titles) and not _AHEAD.search(titles)))


def project_sections(document: Document, chapters: Iterable[int] = ()) -> frozenset[int]:
    """The sections of the chapter on projects, with everything below them."""
    tops = set(chapters) or {s.index for s in document.sections if s.index and PROJECT_CHAPTER.search(s.title)}
    return frozenset(s.index for s in document.sections if any(document.within(s.index, top) for top in tops if top))


def _in_words(
    document: Document, inside: frozenset[int], ours: list[TypedTable], lexicons: Lexicons, listed: list[Project]
) -> list[Project]:
    lexicon = lexicons.columns.get("project")
    if lexicon is None:
        return []
    keys = {name_key(p.name) for p in listed}
    known = {p.name: p.name for p in listed}
    with_table = {t.section for t in ours}
    found: list[Project] = []
    for item in projects_in_text(document, inside, lexicon, known):
        section = document.sections[item.section]
        is_heading = bool(item.raw) and "项目名称" not in item.raw and item.place.location.paragraph is not None
        if name_key(item.name) not in keys and (
            (is_heading and item.name == section.title and _has_own_parts(document, section))
            or (item.section in with_table and item.name == section.title)
            or not _plausible(item, bool(listed))
        ):
            continue
        item.raw.setdefault("项目名称", RawField(item.name, item.place))
        above = document.sections[section.parent] if item.name == section.title and section.parent else section
        kind = heading_type(above.title, item.place) if above.index and above.title != item.name else None
        if (
            kind is not None
            and name_key(item.name) not in keys
            and name_key(above.title) not in {name_key(p.name) for p in found}
        ):
            item.raw.setdefault("项目类型", kind)
        project = build_project(item.name, item.raw, (item.place,))
        found.append(replace(project, described=tuple(item.described)))
    return found


def _has_own_parts(document: Document, section: Section) -> bool:
    """Whether a section is divided further (into projects, say), and not only into its fields (项目名称：…)."""
    return any(not re.search(r"[:：]", document.sections[child].title) for child in section.children)


def _plausible(item: ProjectText, listed: bool) -> bool:
    """Whether words alone make a project: two fields with labels, or a project's name and two fields; beside a list of
    projects, nothing short of three."""
    needed = 3 if listed else 2
    if "项目名称" in item.raw:
        return True
    if _ABOUT_ALL.search(item.name):
        return False
    named = bool(re.search(r"(?:工程|项目|改造|示范|平台|中心|系统|建设|计划|基地|电站|利用)", item.name))
    if item.labelled >= needed:
        return True
    if not named or any(_SEVERAL.search(e.excerpt) for e in item.described):
        return False
    if listed:
        return "投资额" in item.raw and ("实施主体" in item.raw or "项目起止时间" in item.raw or "实施计划" in item.raw)
    return item.claims() >= 1 or item.listed


def unite_projects(projects: Iterable[Project]) -> tuple[list[Project], list[Disagreement]]:
    """One project for each name, with the union of fields; a different investment is a disagreement. Rows of one table
    with the same name stay apart, for a list that names a project twice is to be seen."""
    united: list[Project] = []
    places: dict[str, int] = {}
    disagreements: list[Disagreement] = []
    for project in projects:
        key = name_key(project.name)
        at = places.get(key)
        if at is None or not key or key == "未写名称" or _same_list(united[at], project):
            places.setdefault(key, len(united))
            united.append(project)
            continue
        united[at], differences = merge_projects(united[at], project)
        disagreements.extend(differences)
    return united, disagreements


def _same_list(one: Project, other: Project) -> bool:
    tables = [{e.location.table for e in p.evidence if e.location.table is not None} for p in (one, other)]
    keys = [{e.location.key for e in p.evidence if e.location.key is not None} for p in (one, other)]
    return bool(tables[0] & tables[1]) or bool(keys[0] and keys[1])


def merge_projects(one: Project, other: Project) -> tuple[Project, list[Disagreement]]:
    """The union of two descriptions of one project: the first stated value of a field counts, its evidence grows."""
    fields: dict[str, FieldFact] = dict(one.fields)
    differences: list[Disagreement] = []
    for name, theirs in other.fields.items():
        mine = fields.get(name)
        if (
            mine is None
            or (mine.status != "stated" and theirs.status == "stated")
            or (mine.value is None and theirs.value is not None)
        ):
            fields[name] = theirs
        elif isinstance(mine.value, Quantity) and isinstance(theirs.value, Quantity):
            if agree(mine.value, theirs.value):
                fields[name] = Fact(mine.value, (*mine.evidence, *theirs.evidence), mine.status, mine.reason)
            elif mine.evidence and theirs.evidence:
                differences.append(Disagreement(f"{one.name}的{name}", mine.evidence[0], theirs.evidence[0]))
    effects = one.effects or other.effects
    united = Project(
        one.name, MappingProxyType(fields), (*one.evidence, *other.evidence), effects,
        is_engineering(one.name, fields), (*one.described, *other.described),
    )  # fmt: skip
    return united, differences
