"""Projects from tables: rows with merged cells, type bands, totals, repeated headers, and cards that describe one project."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from fractions import Fraction
from typing import NamedTuple

from plancheck.core.location import Evidence
from plancheck.core.quantity import Quantity
from plancheck.document.model import Cell, Document, Table
from plancheck.facts.cell_facts import Places, quantity_fact, same_as_above
from plancheck.facts.grid import GridView
from plancheck.facts.labels import split_label
from plancheck.facts.lexicon import Lexicons, squeeze
from plancheck.facts.model import Fact, Project, StatedTotal, TotalKind, TypedTable
from plancheck.facts.project_fields import RawField, as_substance, build_project
from plancheck.facts.quantities import read_quantities
from plancheck.facts.tables import card_cells, open_view

_TOTAL = re.compile(r"^(?:总计|合计|共计|总和|总投资合计|项目合计|投资合计|总投资|累计|总合计)")
_PART = re.compile(r"小计|分计")
_TOTALLED: Mapping[str, tuple[TotalKind, str]] = {
    "投资额": ("investment", "CNY"),
    "节能量": ("energy-saving", "tce"),
    "减碳量": ("carbon-reduction", "tCO2"),
}
_WHOLE = ("合计", "总计", "小计", "总额", "总投资", "总投资额", "投资额", "合计金额")
_SEPARATE = "；"


class TableProjects(NamedTuple):
    """What one table of projects gives."""

    projects: tuple[Project, ...] = ()
    totals: tuple[StatedTotal, ...] = ()


def projects_in_table(
    document: Document,
    tables: Mapping[int, Table],
    typed: TypedTable,
    lexicons: Lexicons,
    kind_above: RawField | None = None,
) -> TableProjects:
    """The projects and stated totals of a table of kind "projects". `kind_above` is the project type that the heading
    over the table names, for rows that name none."""
    table = tables[typed.table]
    places = Places(document, table)
    grid = open_view(tables, typed)
    if typed.card:
        return TableProjects(_card(grid, places, typed, lexicons))
    return _Rows(grid, places, typed, lexicons, kind_above).read()


def _card(grid: GridView, places: Places, typed: TypedTable, lexicons: Lexicons) -> tuple[Project, ...]:
    raw: dict[str, RawField] = {}
    for name, (row, column) in card_cells(grid, lexicons).items():
        cell = grid.table.grid[row - 1][column - 1]
        raw[name] = RawField(cell.text if cell else "", places.of(cell, row=row, column=column), typed.unit)
    title = " ".join(raw["项目名称"].text.split()) if "项目名称" in raw else ""
    return (build_project(title, raw, (raw["项目名称"].evidence,)),) if raw else ()


class _Rows:
    """Reads the body of a project table from top to bottom; remembers the band above and the project it is in."""

    def __init__(
        self, grid: GridView, places: Places, typed: TypedTable, lexicons: Lexicons, kind_above: RawField | None
    ) -> None:
        self.grid, self.places, self.typed, self.lexicons = grid, places, typed, lexicons
        self.columns = {name: place - 1 for name, place in typed.columns.items()}
        self.units = self._column_units()
        self.band = kind_above
        self.projects: list[Project] = []
        self.totals: list[StatedTotal] = []

    def read(self) -> TableProjects:
        for rows in self._row_groups():
            first = rows[0]
            if self._is_header(first) or self._is_empty(first):
                continue
            band = self._band(first)
            if band is not None:
                self.band = band
                continue
            if self._read_total(first):
                continue
            self._read_project(rows)
        return TableProjects(tuple(self.projects), tuple(self.totals))

    def _column_units(self) -> dict[str, str | None]:
        found: dict[str, str | None] = {}
        for name, column in self.columns.items():
            own = [split_label(text).unit for text in self.grid.headers[column]] if column < self.grid.width else []
            unit = next((u for u in reversed(own) if u is not None), None)
            found[name] = unit or (self._table_unit() if name == "投资额" else None)
        return found

    def _table_unit(self) -> str | None:
        unit = self.typed.unit
        return unit if unit is not None and "元" in unit else None

    def _row_groups(self) -> Iterator[list[int]]:
        """Rows that belong together because one merged name cell stands over them."""
        column = self.columns.get("项目名称")
        group: list[int] = []
        for row in range(len(self.grid.body)):
            cell = self.grid.body[row][column] if column is not None else None
            if (
                group
                and cell is not None
                and column is not None
                and cell is self.grid.body[group[-1]][column]
                and cell.text.strip()
            ):
                group.append(row)
                continue
            if group:
                yield group
            group = [row]
        if group:
            yield group

    def _is_empty(self, row: int) -> bool:
        return not any(cell is not None and cell.text.strip() for cell in self.grid.body[row])

    def _is_header(self, row: int) -> bool:
        """A header repeated on a new page."""
        same = sum(
            1
            for column, texts in enumerate(self.grid.headers)
            if texts and squeeze(self.grid.text(row, column)) in (squeeze(texts[-1]), squeeze(texts[0]))
        )
        return same >= max(2, sum(1 for texts in self.grid.headers if texts) - 1)

    def _band(self, row: int) -> RawField | None:
        """A row that one text fills names the type of the projects below it."""
        cells = {id(c): c for c in self.grid.body[row] if c is not None and c.text.strip()}
        if len(cells) != 1:
            return None
        cell = next(iter(cells.values()))
        name_column = self.columns.get("项目名称")
        spans = sum(1 for c in self.grid.body[row] if c is cell)
        if (
            name_column is not None
            and self.grid.body[row][name_column] is cell
            and spans == 1
            and self.grid.body[row][0] is not cell
        ):
            return None
        core = split_label(cell.text).core or cell.text.strip()
        if _TOTAL.match(core) or core.startswith(("注", "说明", "备注", "资料来源", "数据来源")):
            return RawField("", self.places.of(cell)) if core[0] in "注说备资数" else None
        core = re.sub(r"[，,：:（(]?共?计?\d+[个项].*$", "", core).strip("：:")
        return RawField(core, self.places.of(cell), alias="分组行")

    def _read_total(self, row: int) -> bool:
        """A row of totals: kept as stated totals, not as a project."""
        looked = [self.columns.get(n) for n in ("序号", "项目类型", "项目名称")] + [0, 1]
        texts = [self.grid.text(row, c) for c in looked if c is not None and c < self.grid.width]
        core = next(
            (c for c in ("".join(split_label(t).core.split()) for t in texts) if _TOTAL.match(c) or _PART.search(c)),
            None,
        )
        if core is None or len(core) > 20:
            return False
        name = self.grid.text(row, self.columns["项目名称"]) if "项目名称" in self.columns else ""
        if (
            name
            and not (_TOTAL.match(split_label(name).core) or _PART.search(name))
            and not any(c.isdigit() for c in name)
        ):
            return False
        group = None
        if _PART.search(core):
            group = self.band.text if self.band is not None and self.band.text else core
        for field, (kind, unit) in _TOTALLED.items():
            column = self.columns.get(field)
            cell = self.grid.body[row][column] if column is not None else None
            if cell is None or not any(c.isdigit() for c in cell.text):
                continue
            fact = quantity_fact(
                cell.text, self.places.of(cell), self.units[field], as_unit=unit if unit == "CNY" else None
            )
            if fact.value is not None and unit != "CNY":
                fact = replace(fact, value=as_substance(fact.value, unit))
            self.totals.append(StatedTotal(kind, fact, group, "table", self.typed.section))
        self._count_in(row, texts, group)
        return True

    def _count_in(self, row: int, texts: list[str], group: str | None) -> None:
        """合计（12项) also states how many projects there are."""
        cells = {id(c): c for c in self.grid.body[row] if c is not None}
        for cell in cells.values():
            for span in read_quantities(cell.text):
                if span.quantity.unit == "count" and span.text.rstrip().endswith(("项", "个")):
                    place = self.places.of(cell, span.quantity.show())
                    self.totals.append(
                        StatedTotal("projects", Fact(span.quantity, (place,)), group, "table", self.typed.section)
                    )
                    return

    def _read_project(self, rows: list[int]) -> None:
        raw: dict[str, RawField] = {}
        for field, column in self.columns.items():
            if column < self.grid.width:
                raw[field] = self._field(field, column, rows)
        name = " ".join(split_label(raw["项目名称"].text).text.split()) if "项目名称" in raw else ""
        if not name:
            if self._appended(rows[0], raw):
                return
            filled = [f for f in raw if f not in ("序号", "项目类型", "备注") and raw[f].text.strip()]
            if not filled:
                return
        if (
            self.band is not None
            and self.band.text
            and not raw.get("项目类型", RawField("", self.band.evidence)).text.strip()
        ):
            raw["项目类型"] = self.band
        evidence = tuple(raw[f].evidence for f in ("项目名称",) if f in raw)
        self.projects.append(build_project(name or "（未写名称）", raw, evidence))

    def _field(self, field: str, column: int, rows: list[int]) -> RawField:
        parts = self._parts(column) if field == "投资额" else ()
        if parts:
            return self._added(parts, rows)
        cells: dict[int, Cell] = {}
        for row in rows:
            cell = self.grid.body[row][column]
            if cell is not None:
                cells[id(cell)] = cell
        texts = [self._text(cell, column, rows[0]) for cell in cells.values()]
        filled = [t for t in texts if t.strip()]
        first = next(iter(cells.values()), None)
        evidence = self.places.of(first, row=rows[0] + self.grid.header_rows + 1, column=column + 1)
        text = _SEPARATE.join(dict.fromkeys(filled)) if field != "投资额" else self._sum(filled)
        if field == "项目名称" and text:
            text = _clean_name(text)
        return RawField(text, evidence, self.units.get(field), self._alias(column), field in self.typed.weak)

    def _text(self, cell: Cell, column: int, row: int) -> str:
        if not same_as_above(cell.text):
            return cell.text
        for above in range(row - 1, -1, -1):
            other = self.grid.body[above][column]
            if other is not None and not same_as_above(other.text) and other.text.strip():
                return other.text
        return cell.text

    def _parts(self, column: int) -> tuple[int, ...]:
        """The columns over which a spanning header (投资额) is split by year or source, where none holds the total."""
        texts = self.grid.headers[column]
        if len(texts) < 2 or split_label(texts[-1]).core in _WHOLE:
            return ()
        beside = [c for c, t in enumerate(self.grid.headers) if len(t) > 1 and t[0] == texts[0]]
        return tuple(beside) if len(beside) > 1 else ()

    def _added(self, columns: tuple[int, ...], rows: list[int]) -> RawField:
        """The sum of an investment that is split over several columns; a person confirms it."""
        total = Fraction(0)
        cells = [self.grid.body[rows[0]][c] for c in columns]
        place = self.places.of(cells[0], row=rows[0] + self.grid.header_rows + 1, column=columns[0] + 1)
        given = 0
        for column, cell in zip(columns, cells, strict=True):
            own = next((u for u in (split_label(t).unit for t in reversed(self.grid.headers[column])) if u), None)
            fact = quantity_fact(cell.text if cell else "", place, own or self._table_unit(), as_unit="CNY")
            if fact.value is not None and fact.value.value is not None:
                total, given = total + fact.value.value, given + 1
        text = Quantity(total, "CNY").show() if given else ""
        return RawField(text, place, None, "各分栏之和", given > 0)

    def _sum(self, texts: list[str]) -> str:
        """One investment as printed; several under one merged name cannot be told apart from a total, so all are shown."""
        return texts[0] if len(texts) == 1 else _SEPARATE.join(texts)

    def _alias(self, column: int) -> str:
        texts = self.grid.headers[column]
        return split_label(texts[-1]).core if texts else ""

    def _appended(self, row: int, raw: Mapping[str, RawField]) -> bool:
        """A row without number, name, owner and money goes on with the content of the project above."""
        if not self.projects or any(
            raw[f].text.strip() for f in ("序号", "实施主体", "投资额", "项目起止时间", "实施计划") if f in raw
        ):
            return False
        more = raw.get("主要内容")
        if more is None or not more.text.strip():
            return False
        last = self.projects[-1]
        before = last.fields.get("主要内容")
        if before is None or not isinstance(before.value, str):
            return False
        joined = Fact(
            before.value + " ".join(more.text.split()), (*before.evidence, more.evidence), before.status, before.reason
        )
        self.projects[-1] = replace(last, fields={**last.fields, "主要内容": joined})
        return True


def _clean_name(text: str) -> str:
    """A name without the number in front of it and without line breaks."""
    label = split_label(text)
    flat = "".join(text.split())
    at = flat.find(label.core[:4]) if label.core else 0
    return flat[at:] if 0 < at <= 6 else flat


def heading_type(title: str, evidence: Evidence) -> RawField | None:
    """The project type that a heading over a table names (节能改造类项目), or None for 重点工程一览表 and the like."""
    if re.search(r"一览|清单|汇总|概况|总体|列表|情况|安排|计划表", title):
        return None
    if re.search(r"(?:类|工程|项目)(?:项目|工程)?$", title) and not re.fullmatch(
        r"(?:园区|试点)?(?:重点|重大|支撑|建设)+(?:支撑)?(?:工程|项目)+", title
    ):
        return RawField(title, evidence, alias="标题")
    return None
