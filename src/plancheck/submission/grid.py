"""A sheet of a workbook as a grid of texts: what a person sees in each cell, and where it stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from plancheck.core.diagnostic import Place


@dataclass(frozen=True, slots=True)
class Box:
    """A filled cell: its text, its place, the extent of its merged range, whether it holds a number."""

    text: str
    place: Place
    right: int
    bottom: int
    left: int
    top: int
    number: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A sheet: `boxes` by (row, column) from 1; a merged range shows its box at every position."""

    title: str
    boxes: Mapping[tuple[int, int], Box]
    rows: int
    columns: int
    place: Place
    hidden: bool = False

    def row(self, row: int) -> list[tuple[int, Box]]:
        """The filled cells of a row with their columns."""
        return [(c, self.boxes[row, c]) for c in range(1, self.columns + 1) if (row, c) in self.boxes]
