"""Targets from indicator tables: level columns with merges, bands or headings as groups, base and target by year or word."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from plancheck.core.location import Evidence
from plancheck.core.quantity import Quantity
from plancheck.document.model import Cell, Document, Table
from plancheck.facts.cell_facts import Places, quantity_fact, text_fact
from plancheck.facts.fold import fold
from plancheck.facts.indicator_cells import (
    FALL,
    RISE,
    TargetCell,
    direction_between,
    empty_group,
    is_difference,
    names_change,
    read_target_cell,
)
from plancheck.facts.indicator_columns import indicator_columns, tells_what_there_is, tells_what_was_met
from plancheck.facts.labels import as_unit, split_label, years_in
from plancheck.facts.lexicon import Lexicons, squeeze
from plancheck.facts.model import Fact, Point, Target, TypedTable, Unread
from plancheck.facts.placeholder import is_placeholder
from plancheck.facts.plan_years import PlanYears
from plancheck.facts.row_meaning import PRODUCT_ENERGY
from plancheck.facts.substance import counts_something_else, is_per_product, named_substance, usual_unit
from plancheck.facts.tables import caption_of, open_view
from plancheck.facts.target_text import loosened
from plancheck.facts.unit_words import parse_unit
from plancheck.facts.value_columns import ValueColumn, change_column, value_columns

_OVERALL = re.compile(r"总体|核心|综合|总目标|约束性指标|一级指标|关键指标|总量")
_TOP = re.compile(r"总体|总目标|^一级")
_NOT_GROUP = re.compile(r"指标体系|一览|具体目标|指标表|主要指标|主要目标|目标与指标|总体目标|目标指标|指标分解")
_LEVELS = (("三级指标", 3), ("指标名称", 3), ("二级指标", 2), ("一级指标", 1))
_DASHES = frozenset({"—", "-", "--", "——", "/", "－", "–", "―", "－－"})


class IndicatorFacts(NamedTuple):
    """Targets, values of further years that the tables also hold, and rows that were not understood."""

    targets: tuple[Target, ...] = ()
    points: tuple[Point, ...] = ()
    unread: tuple[Unread, ...] = ()


def read_indicator_tables(
    document: Document, typed: tuple[TypedTable, ...], lexicons: Lexicons, years: PlanYears
) -> IndicatorFacts:
    """The targets of every table of kind "indicators"."""
    tables = {table.number: table for table in document.tables()}
    targets: list[Target] = []
    points: list[Point] = []
    unread: list[Unread] = []
    for one in typed:
        titles = "".join(document.path(one.section))
        met = tells_what_was_met(one.caption, one.headers)
        if one.kind != "indicators" or (not met and tells_what_there_is(titles, one.caption)):
            continue
        reader = _Reader(document, tables, one, lexicons, years)
        if met:
            points.extend(reader.reached())
            continue
        reader.read()
        targets.extend(reader.targets)
        points.extend(reader.points)
        if not reader.targets:
            unread.append(Unread(f"表{one.table}", "认出是指标表，但没有读出一个指标。", one.evidence))
    return IndicatorFacts(tuple(targets), tuple(points), tuple(unread))


class _Reader:
    """Reads one indicator table row by row."""

    def __init__(
        self, document: Document, tables: Mapping[int, Table], typed: TypedTable, lexicons: Lexicons, years: PlanYears
    ) -> None:
        self.typed, self.lexicons, self.years = typed, lexicons, years
        self.grid = open_view(tables, typed)
        self.places = Places(document, tables[typed.table])
        self.columns = {name: place - 1 for name, place in typed.columns.items()}
        self.values = value_columns(self.grid)
        self.base, self.target, self.others = indicator_columns(self.values, years.base.value if years.base else None)
        self.said = f"{typed.caption} {caption_of(document, typed)}"
        self.change = self.columns.get("变化幅度", change_column(self.grid, self.base, self.target))
        self.labels = self._label_columns()
        self.heading = self._heading_group(document)
        self.band: tuple[str, int] | None = None
        self.targets: list[Target] = []
        self.points: list[Point] = []

    def reached(self) -> list[Point]:
        """The values that the dated columns state; what was aimed at is no target any more."""
        self.base = self.target = self.change = None
        self.others = tuple(v for v in self.values if v.role == "value" and v.measure != "growth")
        self.read()
        return self.points

    def read(self) -> None:
        """Fill `targets` and `points`."""
        pending: int | None = None  # a row that names a second-level group alone: its indicators may stand below it
        for row in range(len(self.grid.body)):
            cells = {id(c): c for c in self.grid.body[row] if c is not None and c.text.strip()}
            if not cells or self._is_header(row):
                continue
            if self._is_band(row, cells):
                core = split_label(next(iter(cells.values())).text).core
                if not core.startswith(("注", "说明", "备注", "数据来源", "资料来源")):
                    self.band = (core, 1 if _OVERALL.search(core) else 2)
                    self._close(pending)
                    pending = row
                continue
            group = self._group_cell(row)
            if pending is not None and group is not None and group is not self._group_cell(pending):
                self._close(pending)
            pending = row if self._names_group_only(row, cells) else None
            if pending is None:
                self._read_row(row)
        self._close(pending)

    def _names_group_only(self, row: int, cells: Mapping[int, Cell]) -> bool:
        """Whether a row has nothing but its number, its group and what stands above that."""
        outer = [column for column, level in self.labels if level < 3] + [self.columns.get("序号", -1)]
        known = {id(self.grid.body[row][column]) for column in outer if column >= 0}
        return self._group_cell(row) is not None and known >= set(cells)

    def _group_cell(self, row: int) -> Cell | None:
        """The cell of a row that names its second-level group in the column for it."""
        column = self.columns.get("二级指标")
        cell = self.grid.body[row][column] if column is not None and self.labels[0][1] == 3 else None
        return cell if cell is not None and cell.text.strip() else None

    def _close(self, row: int | None) -> None:
        """A second-level group without any indicator below it is a target of its own, without values."""
        cell = self._group_cell(row) if row is not None else None
        if cell is not None and cell.column_span == 1:
            self.targets.append(empty_group(split_label(cell.text).core, self.places.of(cell), self.typed.section))

    def _label_columns(self) -> list[tuple[int, int]]:
        """(column, level) of the columns that name indicators, deepest first."""
        found = [(self.columns[name], level) for name, level in _LEVELS if name in self.columns]
        if found:
            return found
        taken = {v.index for v in self.values} | set(self.columns.values())
        first = next((c for c in range(self.grid.width) if c not in taken), 0)
        return [(first, 3)]

    def _heading_group(self, document: Document) -> str | None:
        title = document.sections[self.typed.section].title
        lexicon = self.lexicons.members.get("任务领域")
        for text in (self.typed.caption, title):
            match = lexicon.label(text, short_suffix=False) if lexicon is not None and text else None
            if match is not None:
                return match.alias
        if title.endswith("指标") and not _NOT_GROUP.search(title):
            return title
        return None

    def _is_header(self, row: int) -> bool:
        same = [
            squeeze(self.grid.text(row, c)) in {squeeze(t) for t in texts}
            for c, texts in enumerate(self.grid.headers)
            if texts
        ]
        return sum(same) >= max(2, len(same) - 1)

    def _is_band(self, row: int, cells: Mapping[int, Cell]) -> bool:
        """Whether one text fills the row, or stands alone at its left."""
        if len(cells) != 1 or not self.values:
            return False
        cell = next(iter(cells.values()))
        spans = sum(1 for c in self.grid.body[row] if c is cell)
        return spans > 1 or cell is self.grid.body[row][0]

    def _item(self, row: int) -> tuple[Cell, int, str | None] | None:
        """The cell that names the indicator of a row, its level and its group."""
        seen: list[tuple[Cell, int]] = []
        for column, level in self.labels:
            cell = self.grid.body[row][column]
            if (
                cell is not None
                and cell.text.strip()
                and not is_placeholder(cell.text)
                and all(cell is not c for c, _ in seen)
            ):
                seen.append((cell, level))
            elif cell is not None and seen and cell is seen[-1][0]:
                seen[-1] = (cell, level)
        if not seen:
            return None
        cell, level = seen[0]
        outer = seen[-1][0]
        above = [split_label(c.text).core for c, _ in seen[1:]]
        if len(above) > 1 and outer.row_span >= len(self.grid.body) > 1:
            above.pop()  # one word over the whole table (低碳园区指标) sorts nothing
        return cell, *self._place(level, above)

    def _place(self, level: int, above: list[str]) -> tuple[int, str | None]:
        """Level and group from the labels to the left, the band and the heading.

        A leaf below a group is of the third level, below the overall targets of the first, however the plan numbers them.
        """
        if level < 3 and not above and ("三级指标" in self.columns or "指标名称" in self.columns):
            return level, None
        group = above[0] if above else (self.band[0] if self.band else self.heading)
        if group is None:
            return (
                (1, None) if re.search(r"总体目标|总目标", self.said) else (level if len(self.labels) > 1 else 3, None)
            )
        if _OVERALL.search(group) or (len(above) > 1 and _TOP.search(above[-1])):
            return 1, None
        return 3, group

    def _read_row(self, row: int) -> None:
        item = self._item(row)
        if item is None:
            return
        cell, level, group = item
        label = split_label(cell.text)
        name = label.core or cell.text.strip()
        match = self.lexicons.indicators.label(name, short_suffix=False)
        canonical = match.entry.name if match is not None else None
        weak = match if match is not None and match.how == "weak" else None
        row_unit = self._row_unit(row) or label.unit
        written = parse_unit(fold(row_unit)) if row_unit else None
        stated = written[0] if written is not None else row_unit
        if match is not None and counts_something_else(usual_unit(match.entry), stated):
            match, weak = None, None
            canonical = PRODUCT_ENERGY if is_per_product(stated) else None
        is_change, falls = names_change(cell.text)
        base = self._quantity(row, self.base, row_unit)
        if (
            is_change
            and base is not None
            and base.value is not None
            and base.value.value != 0
            and canonical
            and self._is_share(canonical)
        ):
            is_change = False
        goal = self._goal(row, row_unit, is_change, falls)
        goal = self._stated_change(row, goal, base, canonical, falls)
        change, direction, basis = goal.change, goal.direction, goal.basis
        if is_change and base is not None and (base.value is None or base.value.value == 0):
            base = None if base.value is not None else base
        usual = usual_unit(match.entry) if match is not None and canonical else None
        base = named_substance(base, usual, name) if base is not None else None
        goal = replace(goal, level=named_substance(goal.level, usual, name)) if goal.level is not None else goal
        if weak is not None:
            base, change, goal = (
                loosened(base, weak, name),
                loosened(change, weak, name),
                replace(goal, level=loosened(goal.level, weak, name)),
            )
        if direction is None:
            direction = direction_between(base, goal.level)
        units = [f.value.unit for f in (goal.level, base, change) if f is not None and f.value is not None]
        unit = next((u for u in units if u != "1"), row_unit or (units[0] if units else None))
        target = Target(
            indicator=" ".join(name.split()),
            canonical=canonical,
            level=level,
            group=group,
            base_year=self._year(self.base, self.years.base, row),
            target_year=self._year(self.target, self.years.target, row),
            base=base,
            target=goal.level,
            change=change,
            direction=direction,
            basis=basis or ("absolute" if goal.level is not None and goal.level.value is not None else None),
            unit=unit,
            evidence=(self.places.of(cell),),
            origin="table",
            section=self.typed.section,
            definition=self._text(row, "指标解释"),
            source=self._text(row, "数据来源"),
            responsible=self._text(row, "责任单位"),
            attribute=self._plain(row, "指标属性"),
        )
        self.targets.append(target)
        self._other_years(row, target, row_unit)

    def _row_unit(self, row: int) -> str | None:
        column = self.columns.get("单位")
        text = self.grid.text(row, column) if column is not None else ""
        return as_unit(text) or (text if text and text not in _DASHES and not is_placeholder(text) else None)

    def _is_share(self, canonical: str) -> bool:
        entry = self.lexicons.indicators.exact(canonical)
        return entry is not None and entry.entry.properties.get("unit") == "%"

    def _quantity(self, row: int, column: ValueColumn | None, row_unit: str | None) -> Fact[Quantity] | None:
        if column is None:
            return None
        cell = self.grid.body[row][column.index]
        place = self.places.of(cell, row=row + self.grid.header_rows + 1, column=column.index + 1)
        return quantity_fact(
            cell.text if cell else "", place, row_unit or column.unit or self.typed.unit, none_is_zero=True
        )

    def _goal(self, row: int, row_unit: str | None, is_change: bool, falls: bool | None) -> TargetCell:
        column = self.target
        if column is None:
            return TargetCell()
        cell = self.grid.body[row][column.index]
        place = self.places.of(cell, row=row + self.grid.header_rows + 1, column=column.index + 1)
        unit = row_unit or column.unit or self.typed.unit
        return read_target_cell(
            cell.text if cell else "", place, as_unit(unit) if unit else None, is_change=is_change, falls=falls
        )

    def _stated_change(
        self, row: int, goal: TargetCell, base: Fact[Quantity] | None, canonical: str | None, falls: bool | None
    ) -> TargetCell:
        """Change, direction and basis from the target cell or from the column of changes."""
        if goal.change is not None or self.change is None:
            return goal
        cell = self.grid.body[row][self.change]
        if cell is None or not cell.text.strip() or is_placeholder(cell.text):
            return goal
        header = self.grid.joined[self.change]
        unit = split_label(self.grid.headers[self.change][-1]).unit if self.grid.headers[self.change] else None
        down = falls if falls is not None else (True if FALL.search(header) else False if RISE.search(header) else None)
        read = read_target_cell(
            cell.text, self.places.of(cell), unit or self._change_unit(canonical), is_change=True, falls=down
        )
        if read.change is not None and read.change.value is not None:
            change = read.change.value
            if change.unit == "1":
                missing: Fact[Quantity] = Fact(
                    None, read.change.evidence, "unreadable", f"“{cell.text.strip()[:20]}”没有写明单位。"
                )
                return TargetCell(goal.level, missing, goal.direction, None)
            if change.unit == "%" and is_difference(change, base, goal.level):
                points = replace(change, unit="pp")
                return TargetCell(goal.level, replace(read.change, value=points), read.direction, "percentage-point")
        return TargetCell(goal.level, read.change, read.direction or goal.direction, read.basis)

    def _change_unit(self, canonical: str | None) -> str | None:
        """A bare change of a share counts percentage points; that of anything else says nothing without a unit."""
        return "百分点" if canonical is not None and self._is_share(canonical) else None

    def _year(self, column: ValueColumn | None, stated: Fact[int] | None, row: int) -> Fact[int] | None:
        cell = self.grid.body[row][column.years_at] if column is not None else None
        written = dict.fromkeys(years_in(cell.text)) if cell is not None and len(cell.text) < 30 else {}
        if len(written) == 1 and not re.search(r"[比较]", cell.text if cell is not None else ""):
            year = next(iter(written))
            return Fact(year, (self.places.of(cell, str(year)),))
        if column is not None and column.year is not None:
            header = self.grid.joined[column.index]
            place = self.places.of(None, row=1, column=column.index + 1)
            return Fact(column.year, (Evidence(place.location, header, str(column.year)),))
        if column is not None and len(years_in(self.typed.caption)) == 1 and column is self.target:
            return Fact(years_in(self.typed.caption)[0], (self.typed.evidence,))
        return stated if column is not None or self.change is not None else None

    def _text(self, row: int, name: str) -> Fact[str] | None:
        column = self.columns.get(name)
        if column is None:
            return None
        cell = self.grid.body[row][column]
        return text_fact(
            cell.text if cell else "", self.places.of(cell, row=row + self.grid.header_rows + 1, column=column + 1)
        )

    def _plain(self, row: int, name: str) -> str | None:
        column = self.columns.get(name)
        return (self.grid.text(row, column) or None) if column is not None else None

    def _other_years(self, row: int, target: Target, row_unit: str | None) -> None:
        """Values of years between or before base and target are points of the indicator."""
        for column in self.others:
            if column.year is None:
                continue
            fact = self._quantity(row, column, row_unit)
            if fact is None or fact.status != "stated":
                continue
            later = column.role in ("target", "forecast") or bool(
                self.base and self.base.year and column.year > self.base.year
            )
            self.points.append(
                Point(
                    target.indicator,
                    target.canonical,
                    column.year,
                    fact,
                    forecast=later,
                    origin="table",
                    section=self.typed.section,
                )
            )
