"""Tables: spans resolved to grid positions, header rows told, nested tables kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from plancheck.document.model import Cell, Table
from plancheck.document.raw import RawBlock, RawCell, RawFigure, RawParagraph, RawTable

MAX_COLUMNS = 500
MAX_HEADER = 4
RUNNING_TEXT = 100  # characters in one paragraph of a cell
_HEAD_WORDS = (
    "名称",
    "序号",
    "指标",
    "单位",
    "内容",
    "备注",
    "类别",
    "类型",
    "项目",
    "数量",
    "数值",
    "年份",
    "合计",
    "完成时间",
    "责任",
    "投资",
)
_NUMBER_MARKS = frozenset("0123456789.,，%％-－—–+±≥≤<>＜＞~～/ 约不低于高超过万亿")


class Counter:
    """Numbers tables in reading order, nested ones after the one that holds them."""

    def __init__(self) -> None:
        self.last = 0

    def next(self) -> int:
        """The next number."""
        self.last += 1
        return self.last


@dataclass(slots=True)
class _Spot:
    row: int
    column: int
    span: int
    height: int
    raw: RawCell


def build_table(
    raw: RawTable, section: int, counter: Counter, *, caption: str, note: str, nested_in: int | None = None
) -> Table:
    """The table of a raw one: vertical and old horizontal merges become spans, ragged rows stay short."""
    number = counter.next()
    spots = _place(raw)
    rows = len(raw.rows)
    columns = min(MAX_COLUMNS, max((s.column + s.span for s in spots), default=0))
    cells: list[Cell] = []
    for spot in sorted(spots, key=lambda s: (s.row, s.column)):
        if spot.column >= columns:
            continue
        blocks = spot.raw.blocks
        inner = [
            build_table(b, section, counter, caption="", note="", nested_in=number)
            for b in blocks
            if isinstance(b, RawTable)
        ]
        anchors = [b.anchor for b in blocks if isinstance(b, RawParagraph)]
        cells.append(
            Cell(
                spot.row + 1,
                spot.column + 1,
                cell_text(blocks),
                spot.height,
                min(spot.span, columns - spot.column),
                tuple(inner),
                anchors[0] if anchors else None,
            )
        )
    marked = 0
    for row in raw.rows:
        if not row.header:
            break
        marked += 1
    plain = Table(number, section, rows, columns, tuple(cells))
    header = raw.header_rows
    if header is None:
        header = marked if 0 < marked < rows else header_rows_by_look(plain)
    return Table(number, section, rows, columns, tuple(cells), header, caption, note, nested_in)


def cell_text(blocks: list[RawBlock]) -> str:
    """The text of a cell: its paragraphs, one a line, with automatic numbers; nested tables are kept apart."""
    lines = []
    for block in blocks:
        if isinstance(block, RawParagraph):
            text = f"{block.label}{gap_after(block.label) if block.text.strip() else ''}{block.text}".strip()
            if text:
                lines.append(text)
    return "\n".join(lines)


def gap_after(label: str) -> str:
    """The blank that a reader sees after an automatic number that ends in a letter, a digit or 章/节."""
    return " " if label and (label[-1].isalnum() or label[-1] in ".") else ""


def _place(raw: RawTable) -> list[_Spot]:
    spots: list[_Spot] = []
    open_above: dict[int, _Spot] = {}
    for index, row in enumerate(raw.rows):
        column = row.before
        running: dict[int, _Spot] = {}
        last: _Spot | None = None
        for cell in row.cells:
            if column >= MAX_COLUMNS:
                break
            if cell.horizontal == "continue" and last is not None:
                last.span += cell.span
                column += cell.span
                continue
            above = open_above.get(column)
            if cell.vertical == "continue" and above is not None:
                above.height = index - above.row + 1
                running[column] = above
                column += max(cell.span, 1)
                last = None
                if any(isinstance(b, RawParagraph) and b.text.strip() for b in cell.blocks):
                    above.raw.blocks.extend(cell.blocks)
                continue
            last = _Spot(index, column, cell.span, 1, cell)
            spots.append(last)
            if cell.vertical:
                running[column] = last
            column += cell.span
        open_above = running
    return spots


def header_rows_by_look(table: Table) -> int:
    """Leading rows that head the columns, told by look; 0 where the first column is the header or nothing can be told."""
    if table.rows < 2 or table.columns < 2:
        return 0
    grid = table.grid
    first = grid[0]
    texts = [c.text if c is not None else None for c in first]
    if any(t is None for t in texts[1:]) or any(not t for t in texts[1:]):
        return 0
    wide = {id(c) for c in first}
    if len(wide) == 1:
        # One cell over the whole width is a title inside the table; what follows it heads the columns.
        rest = Table(0, 0, table.rows - 1, table.columns, _shifted(table, 1))
        below = header_rows_by_look(rest)
        return below + 1 if below else 0
    if any(is_value(t or "") and not _year(t or "") for t in texts[1:]):
        return 0
    if not _heads(table, [t or "" for t in texts]):
        return 0
    heads = [c for c in first if c is not None]
    count = max((c.row_span for c in heads), default=1)
    if count > 1 and not any(c.column_span > 1 for c in heads) and any(c.row_span != count for c in heads):
        return 0  # a group of data rows begins at the top: there is no row of heads
    if count >= table.rows or count > MAX_HEADER:
        return 0
    if count == 1:
        while count < min(table.rows - 1, MAX_HEADER) and _goes_on(grid[count - 1], grid[count]):
            count += 1
    return count


def _heads(table: Table, texts: list[str]) -> bool:
    """Whether the first row reads like column heads and not like the first line of a form."""
    if any(len(t) > 30 for t in texts[1:]):
        return False
    if table.columns > 2 or _year(texts[1]):
        return True
    # Two columns are as often a form (name, value) as a table.
    if all(len(t) <= 10 and any(w in t for w in _HEAD_WORDS) for t in texts):
        return True
    measure = texts[1][-1] in "量值额率比数度积" or any(m in texts[1] for m in "（(/")
    return measure and all(is_value(c.text) for c in table.cells if c.row > 1 and c.column == 2)


def _goes_on(above: tuple[Cell | None, ...], row: tuple[Cell | None, ...]) -> bool:
    """Whether `row` divides the spanned heads of the row above (年份 → 2012, 2016) and adds nothing else."""
    if not any(c is not None and c.column_span > 1 for c in above):
        return False
    for upper, cell in zip(above, row, strict=True):
        text = cell.text if cell is not None else ""
        divided = upper is not None and upper.column_span > 1
        if (divided and (not text or (is_value(text) and not _year(text)))) or (not divided and text):
            return False
    return True


def _shifted(table: Table, by: int) -> tuple[Cell, ...]:
    return tuple(Cell(c.row - by, c.column, c.text, c.row_span, c.column_span) for c in table.cells if c.row > by)


def is_value(text: str) -> bool:
    """Whether a cell holds a plain number (with signs, percent or bounds), as data cells do."""
    text = text.strip()
    return bool(text) and len(text) < 30 and any(c.isdigit() for c in text) and all(c in _NUMBER_MARKS for c in text)


def _year(text: str) -> bool:
    bare = text.strip().rstrip("年")
    return len(bare) == 4 and bare.isdecimal() and bare[:2] in ("19", "20")


def figures_in(raw: RawTable) -> Iterator[tuple[RawFigure, str]]:
    """Figures that stand in cells, each with the text of its cell, in reading order, nested tables included."""
    for row in raw.rows:
        for cell in row.cells:
            for block in cell.blocks:
                if isinstance(block, RawFigure):
                    yield block, cell_text(cell.blocks)
                elif isinstance(block, RawTable):
                    yield from figures_in(block)


def framed(raw: RawTable) -> list[RawBlock] | None:
    """What stands in a table that only frames text: one cell, or one column with running text; `None` for a real table."""
    if any(len(r.cells) > 1 for r in raw.rows):
        return None
    cells = [c for r in raw.rows for c in r.cells]
    blocks = [b for c in cells for b in c.blocks]
    if len(cells) > 1 and not any(isinstance(b, RawParagraph) and len(b.text) > RUNNING_TEXT for b in blocks):
        return None
    if any(isinstance(b, RawTable) and framed(b) is None for b in blocks) and len(cells) == 1:
        return blocks if any(isinstance(b, RawParagraph) and len(b.text) > RUNNING_TEXT for b in blocks) else None
    return blocks if cells else None
