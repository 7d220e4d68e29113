"""What a report on a finished pilot says was reached: rows that put a reached value beside the target."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from plancheck.core.location import Evidence
from plancheck.core.quantity import Quantity
from plancheck.document.model import Document, Table
from plancheck.facts.cell_facts import Places, quantity_fact
from plancheck.facts.fold import fold
from plancheck.facts.grid import GridView
from plancheck.facts.labels import as_unit, split_label
from plancheck.facts.lexicon import squeeze
from plancheck.facts.model import Fact, TypedTable
from plancheck.facts.placeholder import is_placeholder
from plancheck.facts.tables import open_view

_REACHED = re.compile(
    r"完成值|实际值|实际完成|达到值|实现值|实际达到|自评值|达成值|验收值|完成情况|实际情况|实际数值|现状完成"
)
_AIMED = re.compile(r"目标|规划值|指标值|计划值|要求值")
_BASE = re.compile(r"基准|基期|基数|起始")
_FALLS = re.compile(r"能耗|排放|煤炭|用水量|取水量|新鲜水耗|电耗|单耗|排放强度|碳强度")
_RISES = re.compile(r"率|占比|比重|比例|产出|产值|装机|生产力|生产率|覆盖|碳汇|数量|个数")


@dataclass(frozen=True, slots=True)
class Achievement:
    """A row of such a table: the indicator as written, with its base, target and reached value as far as they are given."""

    indicator: str
    base: Fact[Quantity] | None
    target: Fact[Quantity] | None
    achieved: Fact[Quantity]
    evidence: Evidence

    @property
    def falls(self) -> bool | None:
        """Whether less is better: as the target's bound, the way from base to target, or the name tells; else None."""
        target = self.target.value if self.target is not None else None
        base = self.base.value if self.base is not None else None
        if target is not None and target.comparator in ("<", "<="):
            return True
        if target is not None and target.comparator in (">", ">="):
            return False
        if target is not None and base is not None:
            here = base.to(target.unit)
            if here is not None and here.value is not None and target.value is not None and here.value != target.value:
                return target.value < here.value
        if re.search(r"下降率|降幅|下降比例|降低率", self.indicator):
            return False
        if _FALLS.search(self.indicator) and not re.search(r"占比|比重|比例", self.indicator):
            return True
        return False if _RISES.search(self.indicator) else None

    @property
    def met(self) -> bool | None:
        """Whether the target is reached; None where numbers or direction cannot be told. Rounding counts as reached."""
        target = self.target.value if self.target is not None else None
        reached = (
            self.achieved.value.to(target.unit) if self.achieved.value is not None and target is not None else None
        )
        if target is None or reached is None or target.value is None or reached.value is None:
            return None
        if reached.value == target.value:
            return True
        slack = (reached.step or Fraction(0)) / 2
        if self.falls is None:
            return None
        return reached.value - slack <= target.value if self.falls else reached.value + slack >= target.value


def read_achievements(document: Document, typed: Sequence[TypedTable]) -> tuple[Achievement, ...]:
    """The rows of every table with a column of targets and one of reached values, in reading order."""
    tables = {table.number: table for table in document.tables()}
    found: list[Achievement] = []
    for one in typed:
        heads = " ".join(one.headers)
        if _REACHED.search(heads) and _AIMED.search(heads):
            found.extend(_read_table(document, tables[one.table], open_view(tables, one), one))
    return tuple(found)


def _read_table(document: Document, table: Table, grid: GridView, typed: TypedTable) -> list[Achievement]:
    reached = _column(grid, lambda head: _REACHED.search(head) is not None and "率" not in head[-2:])
    aimed = _column(grid, lambda head: _AIMED.search(head) is not None and _REACHED.search(head) is None)
    base = _column(grid, lambda head: _BASE.search(head) is not None)
    unit = _column(grid, lambda head: squeeze(head) in {"单位", "计量单位"})
    taken = {column for column in (reached, aimed, base, unit) if column is not None}
    label = next((typed.columns[n] - 1 for n in ("三级指标", "指标名称", "二级指标") if n in typed.columns), None)
    if label is None or label in taken:
        free = (c for c in range(grid.width) if c not in taken and squeeze(grid.joined[c]) not in {"序号", "编号"})
        label = next(free, None)
    if reached is None or aimed is None or label is None:
        return []
    places = Places(document, table)
    rows: list[Achievement] = []
    for row in range(len(grid.body)):
        cell = grid.body[row][label]
        name = split_label(cell.text) if cell is not None else None
        if cell is None or name is None or not name.core or is_placeholder(cell.text):
            continue
        written = (as_unit(grid.text(row, unit)) if unit is not None else None) or name.unit

        def quantity(column: int | None, row: int = row, written: str | None = written) -> Fact[Quantity] | None:
            if column is None:
                return None
            value = grid.body[row][column]
            head = next((u for u in (split_label(t).unit for t in reversed(grid.headers[column])) if u), None)
            place = places.of(value, row=row + grid.header_rows + 1, column=column + 1)
            return quantity_fact(value.text if value is not None else "", place, written or head or typed.unit)

        achieved = quantity(reached)
        assert achieved is not None
        rows.append(
            Achievement(" ".join(name.core.split()), quantity(base), quantity(aimed), achieved, places.of(cell))
        )
    return rows


def _column(grid: GridView, fits: Callable[[str], bool]) -> int | None:
    return next((c for c in range(grid.width) if fits(fold(grid.joined[c]))), None)
