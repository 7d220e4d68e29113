"""What each table is: projects, indicators, yearly values, a schedule, a comparison; told by its headers alone or with its caption."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise
from typing import NamedTuple

from plancheck.core.lazy_pattern import lazy_pattern
from plancheck.core.location import Evidence
from plancheck.core.vocabulary import Vocabulary
from plancheck.document.model import Document, Paragraph, Table
from plancheck.facts.columns import Columns, find_columns
from plancheck.facts.grid import GridView, view
from plancheck.facts.labels import split_label, unit_in_note, years_in
from plancheck.facts.lexicon import Lexicons
from plancheck.facts.model import TableKind, TypedTable, Unread
from plancheck.facts.value_columns import ValueColumn, numeric_share, only_value, value_columns

PROJECT_FIELDS = (
    "项目类型", "实施主体", "主要内容", "项目起止时间", "实施计划", "开始时间", "结束时间", "投资额", "投资方式", "预期效果", "节能量", "减碳量",
)  # fmt: skip
INDICATOR_LABELS = ("三级指标", "指标名称", "二级指标", "一级指标")
SPLIT_LABELS = ("能源品种", "所属行业", "产品名称", "排放源", "企业")
_MOST_FIELDS = 80  # a table with more rows than this has no fields down its side
_BENCHMARKS = ("国内先进值", "国际先进值", "行业平均值", "能耗限额")
_AMOUNTS = ("消费量", "折标量", "排放量", "占比")
_TARGETS_SAID = re.compile(r"目标|指标体系|考核指标|规划指标|创建指标")
_PROJECTS_SAID = re.compile(
    r"(?:项目|工程)(?:清单|一览|汇总|列表|表|名录|明细|库|情况)|重点(?:项目|工程)|附表.{0,12}(?:项目|工程)"
)
_REPORTS = lazy_pattern(r"概况|现状|基础|情况|形势|经济|产业")
_FORECAST_SAID = re.compile(r"预测|情景|趋势|展望")
_ENERGY_SAID = re.compile(r"能源|能耗|碳排放|二氧化碳|煤|用能|折标")


class _Reading(NamedTuple):
    kind: TableKind
    score: float
    grid: GridView
    columns: Columns
    card: bool = False
    looks_like: str = ""


def type_tables(document: Document, vocabulary: Vocabulary, lexicons: Lexicons | None = None) -> tuple[TypedTable, ...]:
    """Every table of the document with its kind and columns, in reading order; what is not recognised is "other"."""
    lexicons = lexicons or Lexicons.of(vocabulary)
    found: list[TypedTable] = []
    before: TypedTable | None = None
    for table in document.tables():
        typed = _type_table(document, table, lexicons)
        if typed.kind == "other" and before is not None and _goes_on(document, table, before):
            typed = _continued(typed, before)
        found.append(typed)
        before = typed
    return tuple(found)


def unread_tables(typed: tuple[TypedTable, ...]) -> tuple[Unread, ...]:
    """The tables that seem to hold projects, targets or yearly values but could not be recognised."""
    return tuple(Unread(f"表{t.table}", t.reason, t.evidence) for t in typed if t.kind == "other" and t.looks_like)


def open_view(tables: Mapping[int, Table], typed: TypedTable) -> GridView:
    """The table turned as it was recognised; a continued table gets the headers of the one it continues."""
    table = tables[typed.table]
    if typed.header_of is None:
        return view(table, transposed=typed.transposed)
    own = view(table, header_rows=0)
    head = view(tables[typed.header_of])
    return GridView(table, False, own.header_rows, head.headers, own.body, own.title)


def caption_of(document: Document, typed: TypedTable) -> str:
    """What is said over a table: its caption, else the nearest heading."""
    return typed.caption or document.sections[typed.section].title


def _type_table(document: Document, table: Table, lexicons: Lexicons) -> TypedTable:
    said = f"{table.caption} {table.note}"
    heading = "".join(document.path(table.section))
    upright = _read(view(table), lexicons, said, heading)
    turnable = table.columns > 1 and 1 < table.rows <= _MOST_FIELDS
    turned = _read(view(table, transposed=True), lexicons, said, heading) if turnable else upright
    best = turned if turned.score > upright.score else upright
    if best.kind in ("other", "schedule") or best.grid.transposed:
        card = _card(upright.grid, lexicons)
        if card is not None and (best.kind != "projects" or len(card.columns.at) > len(best.columns.at)):
            best = card
    grid = best.grid
    title = table.caption or grid.title
    unit = (
        unit_in_note(table.note)
        or unit_in_note(table.caption)
        or unit_in_note(grid.title)
        or split_label(table.caption).unit
    )
    reason = ""
    looks_like = best.looks_like
    if best.kind == "other" and not looks_like and table.rows > 1 and _PROJECTS_SAID.search(table.caption):
        looks_like = "重点工程表"
    if best.kind == "other" and looks_like:
        reason = f"看起来是{looks_like}，但没有认出所需的表头，请核对表头的写法。"
    return TypedTable(
        table=table.number,
        kind=best.kind,
        columns={name: index + 1 for name, index in best.columns.at.items()},
        section=table.section,
        evidence=Evidence(document.place_of(table), title or "｜".join(grid.joined)[:80]),
        caption=title,
        headers=grid.joined,
        read=best.kind != "other",
        transposed=grid.transposed,
        card=best.card,
        weak=best.columns.weak,
        unit=unit,
        looks_like=looks_like,
        reason=reason,
    )


def _read(grid: GridView, lexicons: Lexicons, said: str, heading: str) -> _Reading:
    """The best reading of a table in one orientation."""
    if not grid.body or grid.width < 2:
        return _Reading("other", 0, grid, Columns())
    said = f"{said} {grid.title}"
    values = value_columns(grid)
    numeric = numeric_share(grid, values) if values else 0.0
    columns = {group: find_columns(grid, lexicons.columns.get(group)) for group in
               ("project", "indicator", "series", "schedule", "benchmark", "contribution")}  # fmt: skip
    readings = [
        _projects(grid, columns["project"], values, said + heading),
        _indicators(grid, columns["indicator"], values, numeric, f"{said} {heading}"),
        _benchmark(grid, columns["benchmark"], values, said),
        _contribution(grid, columns["contribution"], said),
        _series(grid, columns["series"], values, numeric, said),
        _schedule(grid, columns["schedule"], values, numeric),
    ]
    best = max(readings, key=lambda reading: reading.score)
    if best.score > 0:
        return best
    loose = columns["project"].firm(*PROJECT_FIELDS)
    if columns["project"].firm("实施主体", "投资额", "项目起止时间", "实施计划", "投资方式") >= 2 or (
        loose >= 3 and "投资额" in columns["project"].at
    ):
        return _Reading("other", 0, grid, columns["project"], looks_like="重点工程表")
    if len([v for v in values if v.year]) >= 2 and numeric > 0.6:
        return _Reading("other", 0, grid, columns["series"], looks_like="分年数据表")
    return _Reading("other", 0, grid, Columns())


def _projects(grid: GridView, columns: Columns, values: tuple[ValueColumn, ...], said: str) -> _Reading:
    others = columns.firm(*PROJECT_FIELDS) - (0.5 if columns.firm("项目类型") else 0)
    named = columns.how.get("项目名称")
    weak = sum(1 for name in columns.weak if name in PROJECT_FIELDS)
    needed: float = 2
    if _PROJECTS_SAID.search(said):
        needed = 1 if named != "weak" else 1.5
        others += 0.5 * weak
    elif named == "weak" or columns.alias.get("项目名称") == "名称":
        needed = 2 if columns.has("投资额", "投资方式") else 3
    if named is None or others < needed or (len(values) >= 3 and "投资额" not in columns.at):
        return _Reading("projects", 0, grid, columns)
    if grid.transposed and all(len(texts) == 0 for texts in grid.headers):
        return _Reading("projects", 0, grid, columns)
    if named == "weak" and others >= 2.5:
        columns.how["项目名称"] = "contains"  # 项目 or 工程 over a column beside three sure ones leaves no doubt
    return _Reading("projects", 4 + 2 * others + 0.5 * weak, grid, columns)


def _indicators(
    grid: GridView, columns: Columns, values: tuple[ValueColumn, ...], numeric: float, said: str
) -> _Reading:
    label = columns.firm(*INDICATOR_LABELS)
    weak_label = columns.how.get("指标名称") == "weak"
    targets = [v for v in values if v.role == "target"]
    years = [v for v in values if v.year is not None]
    levels = columns.firm("一级指标", "二级指标", "三级指标")
    extra = columns.firm("单位", "指标属性", "变化幅度", "数据来源", "责任单位", "指标解释")
    score = 0.0
    forecast = any(v.role == "forecast" for v in values) or bool(_FORECAST_SAID.search(said))
    if targets and (
        label or weak_label or "单位" in columns.at or any(v.role == "base" for v in values) or len(values) >= 2
    ):
        score = 3 + extra + levels + len(values)
    elif (
        years
        and not forecast
        and (label or "单位" in columns.at or (columns.firm("变化幅度") and len(years) >= 2))
        and (
            _TARGETS_SAID.search(said)
            or "指标属性" in columns.at
            or levels >= 2
            or ("三级指标" in columns.at)
            or (_skips(years) and not _REPORTS.search(said))
        )
    ):
        score = 2 + extra + levels + len(values) + (2 if _TARGETS_SAID.search(said) else 0)
    elif columns.firm("三级指标") and (levels >= 2 or extra) and not values:
        score = 2 + extra + levels
    elif columns.firm("指标名称") and columns.firm("变化幅度", "指标属性") and not years:
        score = 2 + extra
    return _Reading("indicators", score if (label or weak_label or score) else 0, grid, columns)


def _skips(years: list[ValueColumn]) -> bool:
    """Whether the year columns are few and far between, as base and target years are."""
    found = sorted({v.year for v in years if v.year is not None})
    return 2 <= len(found) <= 3 and found[-1] - found[-2] >= 2 and all(v.role in ("value", "base") for v in years)


def _benchmark(grid: GridView, columns: Columns, values: tuple[ValueColumn, ...], said: str) -> _Reading:
    hits = columns.firm(*_BENCHMARKS)
    labels = columns.firm("产品名称", "指标名称")
    if not hits or not (labels or hits >= 2):
        return _Reading("benchmark", 0, grid, columns)
    years = [v for v in values if v.year is not None]
    aims = any(v.role == "target" for v in values) or _TARGETS_SAID.search(said) or _skips(years)
    # A table of yearly values with a column to compare with is both; as benchmark its years are read, too.
    yearly = 0 if aims else len(years) + columns.firm("产品名称", "单位")
    return _Reading("benchmark", 2 + 3 * hits + labels + yearly, grid, columns)


def _contribution(grid: GridView, columns: Columns, said: str) -> _Reading:
    if columns.how.get("贡献率") == "weak" and "贡献" in said:
        columns.how["贡献率"] = "contains"  # 占比 in a table of contributions
    rate, amount = columns.firm("贡献率"), columns.firm("贡献量")
    labels = columns.firm("重点任务", "指标名称")
    if not (rate or (amount and columns.firm("重点任务"))) or not labels:
        return _Reading("contribution", 0, grid, columns)
    return _Reading("contribution", 3 + 2 * rate + amount + columns.firm("优先级"), grid, columns)


def _series(grid: GridView, columns: Columns, values: tuple[ValueColumn, ...], numeric: float, said: str) -> _Reading:
    split = columns.firm(*SPLIT_LABELS)
    energy = columns.firm("能源品种") or (split and _ENERGY_SAID.search(said))
    kind: TableKind = "energy" if energy else "series"
    years = [v for v in values if v.year is not None and v.role != "target"]
    if years and numeric >= 0.6 and len(years) < grid.width:
        return _Reading(kind, 2 + len(years) + split + columns.firm("指标名称", "单位"), grid, columns)
    amounts = columns.firm(*_AMOUNTS)
    named = set(years_in(f"{said} {' '.join(grid.joined)}"))
    if not years and split and amounts and len(named) == 1:  # of several years, none would be told apart
        return _Reading(kind, 2 + split + amounts, grid, columns)
    if not years and columns.firm("指标名称", "单位") == 2 and only_value(grid, said):
        return _Reading(kind, 3, grid, columns)
    if (
        not years
        and not columns.firm("年份")
        and columns.firm("能源品种")
        and (amounts or columns.firm("折标系数", "排放因子"))
    ):
        return _Reading("energy", 1 + split + amounts, grid, columns)
    return _Reading(kind, 0, grid, columns)


def _schedule(grid: GridView, columns: Columns, values: tuple[ValueColumn, ...], numeric: float) -> _Reading:
    times = columns.firm("完成时间", "阶段目标")
    years = len([v for v in values if v.year is not None]) if numeric < 0.6 else 0
    task = columns.firm("重点任务")
    dated = columns.firm("年份")
    if (task and (times or years >= 2 or columns.firm("责任单位"))) or (dated and task):
        return _Reading("schedule", 1.5 + times + columns.firm("责任单位") + min(years, 3), grid, columns)
    if years >= 2 or (times and columns.firm("责任单位")):
        return _Reading("schedule", 1 + times, grid, columns)
    return _Reading("schedule", 0, grid, columns)


def card_cells(grid: GridView, lexicons: Lexicons) -> dict[str, tuple[int, int]]:
    """In a table of label and value pairs: canonical project field → table row and column (from 1) of its value."""
    lexicon = lexicons.columns.get("project")
    found: dict[str, tuple[int, int]] = {}
    if lexicon is None:
        return found
    for row in grid.table.grid:
        cells = list({id(c): c for c in row if c is not None}.values())
        for cell, value in pairwise(cells):
            match = lexicon.exact(split_label(cell.text).core)
            if match is None or match.entry.name in found or match.entry.name == "序号":
                continue
            other = lexicon.exact(split_label(value.text).core)
            if other is None or other.entry.name == match.entry.name:
                found[match.entry.name] = (value.row, value.column)
    return found


def _card(grid: GridView, lexicons: Lexicons) -> _Reading | None:
    cells = card_cells(grid, lexicons)
    hits = sum(1 for name in PROJECT_FIELDS if name in cells)
    if "项目名称" not in cells or hits < 3:
        return None
    columns = Columns({name: place[1] - 1 for name, place in cells.items()}, dict.fromkeys(cells, "exact"))
    return _Reading("projects", 4 + 2 * hits, grid, columns, card=True)


def _goes_on(document: Document, table: Table, before: TypedTable) -> bool:
    """Whether `table` follows another of the same width with no more between than a remark that it continues."""
    if before.kind == "other" or before.transposed or before.card or table.columns != len(before.headers):
        return False
    places = [
        i
        for i, block in enumerate(document.blocks)
        if isinstance(block, Table) and block.number in (before.table, table.number)
    ]
    if len(places) != 2:
        return False
    between = document.blocks[places[0] + 1 : places[1]]
    for block in between:
        if (
            not isinstance(block, Paragraph)
            or block.kind == "heading"
            or (len(block.text) > 15 and "续表" not in block.text)
        ):
            return False
    return not table.caption or "续" in table.caption


def _continued(typed: TypedTable, before: TypedTable) -> TypedTable:
    return TypedTable(
        table=typed.table, kind=before.kind, columns=before.columns, section=typed.section, evidence=typed.evidence,
        caption=typed.caption or before.caption, headers=before.headers, weak=before.weak,
        header_of=before.header_of or before.table, unit=typed.unit or before.unit,
    )  # fmt: skip
