"""Factors that a table gives beside its amounts (折标系数, 排放因子), with the unit from their header or a column of its own."""

from __future__ import annotations

from collections.abc import Mapping

from plancheck.core.quantity import Quantity
from plancheck.facts.cell_facts import Places, quantity_fact
from plancheck.facts.grid import GridView
from plancheck.facts.labels import as_unit, split_label
from plancheck.facts.model import Fact

_KEYS = {"折标系数": "tce", "排放因子": "tco2"}
_UNIT = "单位"
_ABOUT_FACTORS = ("系数", "因子")


class TableFactors:
    """The factors of one table: `columns` gives the column (from 0) of each name."""

    def __init__(self, grid: GridView, columns: Mapping[str, int], places: Places) -> None:
        self._grid, self._places = grid, places
        self._columns = {name: columns[name] for name in _KEYS if name in columns}
        self._units = {name: self._unit_column(column) for name, column in self._columns.items()}

    @property
    def unit_columns(self) -> frozenset[int]:
        """The columns that hold the units of factors, not those of the amounts."""
        return frozenset(c for c in self._units.values() if c is not None)

    def of(self, row: int) -> dict[str, Fact[Quantity]]:
        """The factors of a body row (from 0) by what they convert to: tce or tco2."""
        found: dict[str, Fact[Quantity]] = {}
        for name, column in self._columns.items():
            cell = self._grid.body[row][column]
            if cell is None or not any(c.isdigit() for c in cell.text):
                continue
            beside = self._units[name]
            own = as_unit(self._grid.text(row, beside)) if beside is not None else None
            headed = next((u for u in (split_label(t).unit for t in reversed(self._grid.headers[column])) if u), None)
            fact = quantity_fact(cell.text, self._places.of(cell), own or headed)
            if fact.value is not None:
                found[_KEYS[name]] = fact
        return found

    def _unit_column(self, column: int) -> int | None:
        """The column of the factor's unit: one that says so (因子单位), the one for this factor first, else a second
        column of units that stands beside it."""
        heads = [split_label(texts[-1]).core if texts else "" for texts in self._grid.headers]
        own = split_label(self._grid.joined[column]).core
        said = [i for i, head in enumerate(heads) if head.endswith(_UNIT) and any(w in head for w in _ABOUT_FACTORS)]
        fitting = [i for i in said if heads[i].removesuffix("计量单位").removesuffix(_UNIT).removesuffix("的") in own]
        if fitting:
            return min(fitting, key=lambda i: abs(i - column))
        plain = [i for i, head in enumerate(heads) if head == _UNIT]
        beside = [i for i in plain[1:] if abs(i - column) == 1]
        return beside[0] if beside else None
