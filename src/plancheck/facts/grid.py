"""A table turned so that its fields head columns: title rows dropped, header rows joined, transposed where asked."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from plancheck.document.model import Cell, Table

_MOST_HEADER_ROWS = 4


@dataclass(frozen=True)
class GridView:
    """A table seen with its headers on top. `headers` holds for each column the header texts from top to bottom
    (a spanning text stands over each column it covers, once); `body` the rows below, each cell its own grid place."""

    table: Table
    transposed: bool
    header_rows: int
    headers: tuple[tuple[str, ...], ...]
    body: tuple[tuple[Cell | None, ...], ...]
    title: str = ""

    @cached_property
    def joined(self) -> tuple[str, ...]:
        """The header of each column in one text."""
        return tuple("".join(texts) for texts in self.headers)

    @property
    def width(self) -> int:
        """The number of columns."""
        return len(self.headers)

    def text(self, row: int, column: int) -> str:
        """The text at a body row and column (from 0), empty where no cell is."""
        cell = self.body[row][column]
        return cell.text.strip() if cell is not None else ""


def view(table: Table, *, transposed: bool = False, header_rows: int | None = None) -> GridView:
    """See `table` with headers on top; `header_rows` 0 means that it continues another table and has none."""
    grid: tuple[tuple[Cell | None, ...], ...] = table.grid
    if transposed:
        grid = tuple(zip(*grid, strict=True)) if grid else ()
    titles = _title_rows(grid, transposed)
    depth = header_rows
    if depth is None:
        depth = _header_depth(grid, titles, transposed)
        if not transposed and titles < table.header_rows < len(grid):
            depth = max(depth, min(table.header_rows - titles, _MOST_HEADER_ROWS))
    first = titles + depth
    headers = tuple(_column_header(grid, column, titles, first) for column in range(len(grid[0]) if grid else 0))
    title = " ".join(dict.fromkeys(c.text.strip() for row in grid[:titles] for c in row if c is not None))
    return GridView(table, transposed, first, headers, grid[first:], title)


def _title_rows(grid: tuple[tuple[Cell | None, ...], ...], transposed: bool) -> int:
    """Leading rows that one cell fills from side to side (a caption inside the table)."""
    count = 0
    for row in grid[:-1]:
        filled = {id(cell) for cell in row if cell is not None and cell.text.strip()}
        spanning = len(row) > 1 and row[0] is not None and all(cell is row[0] for cell in row)
        alone = not transposed and len(row) > 2 and len(filled) == 1 and row[0] is not None and row[0].text.strip()
        if not (spanning or alone):
            break
        count += 1
    return count


def _header_depth(grid: tuple[tuple[Cell | None, ...], ...], titles: int, transposed: bool) -> int:
    """How many rows head the columns: a cell that spans columns has sub-headers beneath it."""
    if titles >= len(grid):
        return 0
    depth = 1
    while depth < min(_MOST_HEADER_ROWS, len(grid) - titles - 1):
        row = grid[titles + depth - 1]
        across = 0
        for cell in row:
            if cell is None or not cell.text.strip():
                continue
            if sum(1 for other in row if other is cell) > 1 and _bottom(cell, transposed) <= titles + depth:
                across += 1
        if not across or _looks_like_data(grid[titles + depth]):
            break
        depth += 1
    down = 0
    for cell in grid[titles]:
        if cell is not None:
            below = _bottom(cell, transposed) - titles
            down = max(down, below if below <= 3 and below < len(grid) - titles else 0)
    if down > depth and not any(_looks_like_data(grid[titles + i]) for i in range(depth, down)):
        depth = down
    return depth


def _bottom(cell: Cell, transposed: bool) -> int:
    """The number of the last row (from 1) that the cell covers in the turned grid."""
    if transposed:
        return cell.column - 1 + cell.column_span
    return cell.row - 1 + cell.row_span


def _looks_like_data(row: tuple[Cell | None, ...]) -> bool:
    """Whether a row holds values: a number that is no year."""
    for cell in row:
        text = cell.text.strip().replace(",", "") if cell is not None else ""
        if text and text[0].isdigit() and not text.startswith(("19", "20")):
            return True
        if text and text[0].isdigit() and "." in text:
            return True
    return False


def _column_header(grid: tuple[tuple[Cell | None, ...], ...], column: int, first: int, last: int) -> tuple[str, ...]:
    texts: list[str] = []
    seen: set[int] = set()
    for row in grid[first:last]:
        cell = row[column]
        if cell is not None and id(cell) not in seen and cell.text.strip():
            texts.append("".join(cell.text.split()))
            seen.add(id(cell))
    return tuple(texts)
