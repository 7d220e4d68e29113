"""Yearly values from tables: indicators by years either way round, splits by fuel, industry or product, forecasts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from plancheck.core.quantity import Quantity
from plancheck.document.model import Cell, Document, Table
from plancheck.facts.accounting_rows import accounted, dimension_of, stated_unit
from plancheck.facts.cell_facts import Places, quantity_fact
from plancheck.facts.fold import fold
from plancheck.facts.labels import as_unit, split_label, units_in_note, years_in
from plancheck.facts.lexicon import Lexicons, groups_of, squeeze
from plancheck.facts.model import Fact, Measure, Point, TypedTable, Unread
from plancheck.facts.placeholder import is_placeholder
from plancheck.facts.plan_years import PlanYears
from plancheck.facts.row_meaning import (
    PRODUCT_ENERGY,
    SPLIT_COLUMNS,
    TOTAL_CARBON,
    TOTAL_ENERGY,
    Meaning,
    TableMeaning,
    basis_of,
    column_indicator,
)
from plancheck.facts.split_rows import bought_as_sources, unnamed_before_total, with_unnamed_members
from plancheck.facts.substance import counts_something_else, is_per_product, named_substance, usual_unit
from plancheck.facts.table_factors import TableFactors
from plancheck.facts.tables import caption_of, open_view
from plancheck.facts.value_columns import ValueColumn, only_value, value_columns

_OF_FACTORS = {"序号", "能源品种", "单位", "折标系数", "排放因子", "数据来源", "备注"}
_FORECAST = re.compile(r"预测|情景|展望|预计|未来")
_NOT_LABELS = frozenset({
    "序号", "单位", "备注", "数据来源", "折标系数", "排放因子", "国内先进值", "国际先进值", "行业平均值", "能耗限额", "消费量",
    "折标量", "排放量", "占比", "责任单位",
})  # fmt: skip
_PLAIN_AMOUNTS = ("消费量", "折标量", "排放量", "占比")
_NO_UNIT = "没有写明单位。"


class SeriesFacts(NamedTuple):
    """Points in reading order, and what looked like yearly values but was not read."""

    points: tuple[Point, ...] = ()
    unread: tuple[Unread, ...] = ()


def read_series_tables(
    document: Document, typed: tuple[TypedTable, ...], lexicons: Lexicons, years: PlanYears
) -> SeriesFacts:
    """The points of every table of yearly values (kinds "series", "energy", "benchmark")."""
    tables = {table.number: table for table in document.tables()}
    points: list[Point] = []
    unread: list[Unread] = []
    for one in typed:
        if one.kind not in ("series", "energy", "benchmark"):
            continue
        reader = _Reader(document, tables, one, lexicons, years)
        found = list(reader.read())
        points.extend(found)
        if not found and one.kind != "benchmark" and not _only_factors(one):
            unread.append(Unread(f"表{one.table}", "看起来是分年数据表，但没有读出数值。", one.evidence))
        unread.extend(reader.unread)
    return SeriesFacts(tuple(points), tuple(unread))


def _only_factors(table: TypedTable) -> bool:
    """Whether a table lists factors by fuel (品种, 折标系数, 排放因子, 来源) and thus holds no yearly value."""
    factors = {"折标系数", "排放因子"} & set(table.columns)
    return bool(factors) and set(table.columns) <= _OF_FACTORS


class _Reader:
    """Walks one table row by row; remembers the indicator under which members are listed."""

    def __init__(
        self, document: Document, tables: Mapping[int, Table], typed: TypedTable, lexicons: Lexicons, years: PlanYears
    ) -> None:
        self.typed, self.lexicons = typed, lexicons
        self.grid = open_view(tables, typed)
        self.places = Places(document, tables[typed.table])
        self.columns = {name: place - 1 for name, place in typed.columns.items()}
        self.factors = TableFactors(self.grid, self.columns, self.places)
        if self.columns.get("单位") in self.factors.unit_columns:
            self.columns.pop("单位")
        said = f"{typed.caption} {caption_of(document, typed)}"
        note = tables[typed.table].note if typed.table in tables else ""
        self.note_units = units_in_note(f"{note} {typed.caption}")
        self.values = self._values(said)
        self.kinds = {v.index: self._kind(v.name) for v in self.values}
        self.labels = self._label_columns()
        headers = tuple(n for n, c in self.columns.items() if c in self.labels and n in SPLIT_COLUMNS)
        self.headed = {c: SPLIT_COLUMNS[n] for n, c in self.columns.items() if n in SPLIT_COLUMNS}
        self.meaning = TableMeaning(lexicons, said, headers)
        self.forecast = bool(_FORECAST.search(said))
        self.base_year = years.base.value if years.base else years.reported
        self.current: tuple[str, str | None, str | None] = ("", None, None)  # indicator, canonical, unit
        self.band_unit: str | None = None
        self.basis: str | None = None
        self.shared: frozenset[str] = frozenset()
        self.meanings: list[Meaning | None] = []
        self.unread: list[Unread] = []

    def read(self) -> Iterator[Point]:
        """The points of the table in reading order."""
        self.shared, self.meanings = self._shared_members(), self._meanings()
        for row in range(len(self.grid.body)):
            cells = {id(c): c for c in self.grid.body[row] if c is not None and c.text.strip()}
            if not cells or self._is_header(row):
                continue
            if len(cells) == 1:
                self._band(next(iter(cells.values())))
                continue
            yield from self._row(row)

    def _shared_members(self) -> frozenset[str]:
        """Members that several differently named rows stand for (水泥 and 陶瓷 are both 非金属矿物制品业)."""
        names: dict[str, set[str]] = {}
        for row in range(len(self.grid.body)):
            for column in self.labels:
                meaning = self.meaning.resolve((self.grid.text(row, column),), (self.headed.get(column),))
                if meaning.member is not None and meaning.printed:
                    names.setdefault(meaning.member, set()).add(meaning.printed)
        return frozenset(member for member, printed in names.items() if len(printed) > 1)

    def _apart(self, meaning: Meaning) -> Meaning:
        """The meaning with the printed name of a member that shares its entry with another row of the table."""
        return replace(meaning, member=meaning.printed) if meaning.member in self.shared else meaning

    def _values(self, said: str) -> tuple[ValueColumn, ...]:
        values = tuple(v for v in value_columns(self.grid) if v.year is not None)
        years = dict.fromkeys([*(v.year for v in values if v.year), *years_in(f"{said} {self.typed.caption}")])
        if len(years) != 1:
            return values
        year = next(iter(years))
        found = list(values)
        for name in _PLAIN_AMOUNTS:
            if name in self.columns and self.columns[name] not in {v.index for v in values}:
                label = split_label(self.grid.headers[self.columns[name]][-1])
                measure: Measure | None = "share" if name == "占比" else None
                found.append(ValueColumn(self.columns[name], year, "value", measure, label.unit, label.core))
        return tuple(found) or only_value(self.grid, said)

    def _label_columns(self) -> tuple[int, ...]:
        taken = (
            {v.index for v in self.values}
            | self.factors.unit_columns
            | {self.columns[n] for n in _NOT_LABELS if n in self.columns}
        )
        return tuple(c for c in range(self.grid.width) if c not in taken and self._is_label(c))

    def _is_label(self, column: int) -> bool:
        """Whether a column holds words: not the growth rates and remarks beside the years."""
        texts = [self.grid.text(r, column) for r in range(len(self.grid.body))]
        filled = [t for t in texts if t]
        numeric = sum(1 for t in filled if fold(t)[0].isdigit() or fold(t)[0] == "-")
        return bool(filled) and numeric * 2 < len(filled)

    def _is_header(self, row: int) -> bool:
        same = [
            squeeze(self.grid.text(row, c)) in {squeeze(t) for t in texts}
            for c, texts in enumerate(self.grid.headers)
            if texts
        ]
        return sum(same) >= max(2, len(same) - 1)

    def _band(self, cell: Cell) -> None:
        """A row that one text fills may name the indicator of the rows below it."""
        label = split_label(cell.text)
        match = self.lexicons.indicators.label(label.core, short_suffix=False)
        if match is not None and match.how != "weak":
            self.current = (label.core, match.entry.name, label.unit)
        else:
            self.current = ("", None, None)
        self.band_unit = label.unit

    def _labelled(self, row: int) -> tuple[tuple[str, ...], tuple[str | None, ...]]:
        """The label texts of a row, left to right, and for each the split that its column is headed by."""
        cells: dict[int, Cell] = {}
        headed: dict[int, str | None] = {}
        for column in self.labels:
            cell = self.grid.body[row][column]
            if cell is not None and cell.text.strip() and not is_placeholder(cell.text):
                cells[id(cell)] = cell
                headed[id(cell)] = self.headed.get(column) or headed.get(id(cell))
        texts = tuple(c.text for c in cells.values())
        if texts and texts[0].strip().startswith(("注", "数据来源", "资料来源", "说明")):
            return (), ()
        return texts, tuple(headed.values())

    def _meanings(self) -> list[Meaning | None]:
        """What each row stands for; rows of unknown names under an 其中 belong to the split that goes on there."""
        found: list[Meaning | None] = []
        units: list[str | None] = []
        for row in range(len(self.grid.body)):
            texts, headed = self._labelled(row)
            units.append(self._row_unit(row) or stated_unit(texts))
            found.append(self.meaning.resolve(texts, headed) if texts else None)
        if self.meaning.carbon and not any(column_indicator(self.lexicons, v.name)[1] for v in self.values):
            found = accounted(found, units, self.lexicons.columns.get("series"))
        rows = [(m, _mass_like(dimension_of(None, u))) for m, u in zip(found, units, strict=True)]
        named = with_unnamed_members(rows, self._splits_of)
        if self.meaning.carbon and not self.meaning.energy:
            named = bought_as_sources(named)
        return unnamed_before_total(rows, named)

    def _splits_of(self, canonical: str) -> tuple[str, ...]:
        match = self.lexicons.indicators.exact(canonical)
        return groups_of(match.entry, "splits") if match is not None else ()

    def _row(self, row: int) -> Iterator[Point]:
        texts, _ = self._labelled(row)
        resolved = self.meanings[row]
        if resolved is None:
            return
        meaning = self._apart(resolved)
        row_unit = self._row_unit(row) or stated_unit(texts)
        if meaning.canonical and meaning.member is None:
            self.current = (meaning.indicator, meaning.canonical, row_unit)
        factors = self.factors.of(row)
        self.basis = basis_of(texts)
        for value in self.values:
            point = self._point(row, value, meaning, row_unit)
            if point is not None:
                yield replace(point, factors=factors) if factors else point

    def _row_unit(self, row: int) -> str | None:
        column = self.columns.get("单位")
        return as_unit(self.grid.text(row, column)) if column is not None else None

    def _point(self, row: int, column: ValueColumn, meaning: Meaning, row_unit: str | None) -> Point | None:
        cell = self.grid.body[row][column.index]
        text = cell.text if cell is not None else ""
        named, by_column, share = column_indicator(self.lexicons, column.name)
        share = share or column.measure == "share"
        own = self._unit(column, by_column, share, row_unit, meaning)
        place = self.places.of(cell, row=row + self.grid.header_rows + 1, column=column.index + 1)
        written = own or (None if self._is_physical(column) else self._table_unit(meaning, by_column))
        fact = quantity_fact(text, place, written, none_is_zero=True)
        dimension_of_unit = dimension_of(fact.value.unit if fact.value is not None else None, written)
        indicator, canonical = self._indicator(meaning, named, by_column, dimension_of_unit)
        if not indicator and canonical is None:
            return None
        stated = fact.value.unit if fact.value is not None else None
        if is_per_product(stated) and counts_something_else(self._usual(canonical), stated):
            canonical = PRODUCT_ENERGY
        if fact.value is not None:
            fact = named_substance(fact, self._usual(canonical), indicator)
            fact = self._checked(row, fact, canonical, own is not None, share or dimension_of_unit == "percent")
        measure: Measure = (
            "growth"
            if column.measure == "growth"
            else "share"
            if share or self._is_share(canonical, dimension_of_unit, meaning)
            else "amount"
        )
        if column.year is None:
            return None
        if meaning.weak and fact.status == "stated":
            fact = replace(fact, status="resembles", reason=f"“{indicator}”没有写明口径，可能是“{canonical}”。")
        later = self.base_year is None or column.year > self.base_year
        scenario = meaning.scenario or column.scenario
        forecast = column.role in ("forecast", "target") or ((self.forecast or scenario is not None) and later)
        return Point(
            indicator=indicator or canonical or "",
            canonical=canonical,
            year=column.year,
            value=fact,
            dimension=None if meaning.total else meaning.dimension,
            member=None if meaning.total else meaning.member,
            scope=meaning.scope,
            forecast=forecast,
            scenario=scenario if forecast else None,
            origin="table",
            section=self.typed.section,
            measure=measure,
            basis=self.basis,
        )

    def _unit(
        self, column: ValueColumn, by_column: str | None, share: bool, row_unit: str | None, meaning: Meaning
    ) -> str | None:
        """The written unit of a value: a column of a measure of its own (折标煤) goes by its header, others by the row."""
        if share:
            return column.unit or "%"
        if by_column is not None and (column.unit is not None or self.kinds.get(column.index) == "折标量"):
            unit = column.unit or self._table_unit(meaning, by_column)
            in_coal = self.kinds.get(column.index) == "折标量" and dimension_of(None, unit) == "mass"
            return f"{unit}标准煤" if in_coal else unit  # 折标煤（万吨）
        return row_unit or column.unit or self.band_unit or self._inherited(meaning)

    def _kind(self, name: str) -> str:
        """What a column of values measures by its header: 消费量, 折标量 …; "" where it does not say."""
        series = self.lexicons.columns.get("series")
        found = series.exact(name) if series is not None and name else None
        return found.entry.name if found is not None else ""

    def _is_physical(self, column: ValueColumn) -> bool:
        """Whether a column gives amounts in physical units beside others in coal equivalent."""
        return self.kinds.get(column.index) == "消费量" and "折标量" in self.kinds.values()

    def _table_unit(self, meaning: Meaning, by_column: str | None) -> str | None:
        """The unit that the table states for all values, or of several the one that fits the indicator."""
        if self.typed.unit is not None:
            return self.typed.unit
        canonical = meaning.canonical or by_column or (TOTAL_ENERGY if meaning.dimension == "品种" else None)
        usual = dimension_of(self._usual(canonical), None)
        for wanted in (usual, "mass" if usual in ("co2", "co2e") else None):
            fitting = [u for u in self.note_units if wanted is not None and dimension_of(None, u) == wanted]
            if len(fitting) == 1:
                return fitting[0]
        return None

    def _inherited(self, meaning: Meaning) -> str | None:
        """The unit of the indicator above, for its members."""
        return self.current[2] if meaning.member is not None or meaning.total else None

    def _indicator(
        self, meaning: Meaning, named: str, by_column: str | None, dimension: str | None
    ) -> tuple[str, str | None]:
        """The indicator of a value: what the row says, else the column, the rows above, the caption, in that order."""
        if meaning.canonical is not None:
            return meaning.indicator, meaning.canonical
        if meaning.indicator and meaning.member is None:
            return meaning.indicator, None
        if by_column is not None:
            return named, by_column
        if self.current[1] is not None and (
            meaning.inside or meaning.total or self._splits(self.current[1], meaning.dimension)
        ):
            return self.current[0], self.current[1]
        caption = self.meaning.indicator_for(dimension)
        if caption is not None:
            return caption, caption
        if meaning.dimension == "品种" and not meaning.total:
            name = TOTAL_CARBON if dimension in ("co2", "co2e") else TOTAL_ENERGY
            return name, name
        return meaning.indicator or named or self.typed.caption, None

    def _splits(self, canonical: str, dimension: str | None) -> bool:
        return dimension is not None and dimension in self._splits_of(canonical)

    def _is_share(self, canonical: str | None, dimension: str | None, meaning: Meaning) -> bool:
        """Per cent of a member whose indicator is an amount is its share."""
        if dimension != "percent" or (meaning.member is None and not meaning.total):
            return False
        match = self.lexicons.indicators.exact(canonical) if canonical else None
        return match is None or match.entry.properties.get("unit") != "%"

    def _usual(self, canonical: str | None) -> str | None:
        match = self.lexicons.indicators.exact(canonical) if canonical else None
        return usual_unit(match.entry) if match is not None else None

    def _foreign_unit(self, row: int) -> bool:
        """Whether the row states a unit that is not known (千克标准煤/重量箱): the number is stated all the same."""
        column = self.columns.get("单位")
        return column is not None and len(self.grid.text(row, column)) > 1 and self._row_unit(row) is None

    def _checked(
        self, row: int, fact: Fact[Quantity], canonical: str | None, own_unit: bool, share: bool
    ) -> Fact[Quantity]:
        """A value without unit, or with the table's unit that does not fit the indicator, only resembles."""
        usual = self._usual(canonical)
        if fact.value is None or usual is None or share:
            return fact
        if fact.value.unit == "1":
            if self._foreign_unit(row):
                return fact
            return replace(fact, status="resembles", reason=f"“{fact.value.text or fact.value.show()}”{_NO_UNIT}")
        wanted = dimension_of(usual, None)
        if not own_unit and wanted is not None and dimension_of(fact.value.unit, None) != wanted:
            return replace(fact, status="resembles", reason=f"表的单位与“{canonical}”不相符。")
        return fact


def _mass_like(dimension: str | None) -> str | None:
    """A dimension for comparing a part with its whole: 吨 stands for tonnes of what the whole counts."""
    return "mass" if dimension in ("co2", "co2e", "coal-equivalent") else dimension
