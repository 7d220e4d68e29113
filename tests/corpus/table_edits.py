"""Named edits of tables of a built sample plan, and the helpers that they share with `edits.py`.

A table is named by any part of its caption, a row by one of its first four cells, a column by its head.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy
from typing import Any

from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph

_FULL_WIDTH = {ord(c): ord(c) + 0xFEE0 for c in "0123456789.%"}


class NothingMatched(LookupError):
    """The edit names something that the document does not have (or has more than once where one is needed)."""


def set_cell(document: Any, caption: str, row: str, column: str, new: str) -> None:
    """Write a cell: the row that has `row` in one of its first four cells, the column headed `column`.

    A column under a two-row header is named `upper/lower` (`2012年/占比（%）`).
    """
    table = find_table(document, caption)
    cell = table.rows[_row(table, row)].cells[_column(table, column)]
    for spare in cell.paragraphs[1:]:
        remove(spare._p)
    write(cell.paragraphs[0], new)


def delete_row(document: Any, caption: str, row: str) -> None:
    """Remove a row of a table."""
    table = find_table(document, caption)
    remove(table.rows[_row(table, row)]._tr)


def copy_row(document: Any, caption: str, row: str) -> None:
    """Write a row of a table a second time below itself."""
    table = find_table(document, caption)
    element = table.rows[_row(table, row)]._tr
    element.addnext(deepcopy(element))


def delete_column(document: Any, caption: str, column: str) -> None:
    """Remove a column of a table that has no merged columns."""
    table = find_table(document, caption)
    position = _plain_column(table, caption, column)
    for row in table.rows:
        remove(row._tr.tc_lst[position])
    remove(table._tbl.tblGrid.gridCol_lst[position])


def insert_row(document: Any, caption: str, after: str, cells: Sequence[str]) -> None:
    """Write a new row behind the row `after`, in its format."""
    table = find_table(document, caption)
    position = _row(table, after)
    element = deepcopy(table.rows[position]._tr)
    table.rows[position]._tr.addnext(element)
    _fill(table.rows[position + 1].cells, cells)


def move_row(document: Any, caption: str, row: str, to: str, before: str) -> None:
    """Move a row to another table with the same columns, in front of its row `before`."""
    source, target = find_table(document, caption), find_table(document, to)
    target.rows[_row(target, before)]._tr.addprevious(source.rows[_row(source, row)]._tr)


def insert_column(document: Any, caption: str, after: str, cells: Sequence[str]) -> None:
    """Write a new column behind the column `after` of a table that has no merged columns."""
    table = find_table(document, caption)
    position = _plain_column(table, caption, after)
    for row, text in zip(table.rows, cells, strict=True):
        cell = deepcopy(row._tr.tc_lst[position])
        row._tr.tc_lst[position].addnext(cell)
        _fill(row.cells[position + 1 : position + 2], [text])
    grid = table._tbl.tblGrid.gridCol_lst[position]
    grid.addnext(deepcopy(grid))


def move_column(document: Any, caption: str, column: str, after: str) -> None:
    """Move a column of a table that has no merged columns behind another one."""
    table = find_table(document, caption)
    moved, anchor = _plain_column(table, caption, column), _plain_column(table, caption, after)
    for row in table.rows:
        cells = row._tr.tc_lst
        cells[anchor].addnext(cells[moved])


def split_table(document: Any, caption: str, row: str, new_caption: str) -> None:
    """Cut a table before a row: that row and those below it become a table of their own with the same heads."""
    table = find_table(document, caption)
    position = _row(table, row)
    second = deepcopy(table._tbl)
    rows = Table(second, document).rows
    for old in list(rows)[1:position]:
        remove(old._tr)
    for old in list(table.rows)[position:]:
        remove(old._tr)
    title = deepcopy(caption_of(document, caption)._p)
    put_after(table._tbl, [title, second])
    write(Paragraph(title, document), new_caption)


def widen_digits(document: Any, caption: str) -> None:
    """Write every digit, point and percent sign in a table in full width."""
    table = find_table(document, caption)
    for row in table.rows:
        for cell in dict.fromkeys(row.cells):
            for paragraph in cell.paragraphs:
                if paragraph.text:
                    write(paragraph, paragraph.text.translate(_FULL_WIDTH))


def find_table(document: Any, caption: str) -> Table:
    """The table below the caption (at most two short paragraphs between)."""
    element: Any = caption_of(document, caption)._p
    for _ in range(3):
        element = element.getnext()
        if element is not None and element.tag == qn("w:tbl"):
            return Table(element, document)
    raise NothingMatched(f"no table below caption {caption!r}")


def _plain_column(table: Table, caption: str, name: str) -> int:
    if any(len(row._tr.tc_lst) != len(table.columns) for row in table.rows):
        raise NothingMatched(f"{caption!r} has merged columns")
    return _column(table, name)


def _fill(cells: Sequence[Any], texts: Sequence[str]) -> None:
    for cell, text in zip(cells, texts, strict=True):
        for spare in cell.paragraphs[1:]:
            remove(spare._p)
        write(cell.paragraphs[0], text)


def _row(table: Table, key: str) -> int:
    for number, row in enumerate(table.rows):
        if any(cell.text.strip() == key for cell in row.cells[:4]):
            return number
    raise NothingMatched(f"row {key!r}")


def _column(table: Table, name: str) -> int:
    upper, _, lower = name.partition("/")
    tops = [cell.text.strip() for cell in table.rows[0].cells]
    lows = [cell.text.strip() for cell in table.rows[1].cells]
    for position, top in enumerate(tops):
        if top == name or (lower and top == upper and lows[position] == lower):
            return position
    raise NothingMatched(f"column {name!r}")


def caption_of(document: Any, caption: str) -> Paragraph:
    found = [p for name, p in styled(document) if name == "Caption" and caption in p.text]
    if len(found) != 1:
        raise NothingMatched(f"{len(found)} captions contain {caption!r}, one is needed")
    return found[0]


def styled(document: Any) -> Iterator[tuple[str, Paragraph]]:
    """Every paragraph that names a style, with that name (`paragraph.style` would search all styles each time)."""
    names = {style.style_id: style.name for style in document.styles}
    for paragraph in document.paragraphs:
        style = paragraph._p.style
        if style is not None:
            yield names[style], paragraph


def write(paragraph: Paragraph, text: str) -> None:
    """Give a paragraph another text: runs that still begin it stay (a bold lead), the next one takes the rest.

    Pictures and fields stay.
    """
    runs = [run for run in paragraph.runs if run.text]
    if not runs:
        paragraph.add_run(text)
        return
    while len(runs) > 1 and text.startswith(runs[0].text):
        text = text[len(runs.pop(0).text) :]
    runs[0].text = text
    for run in runs[1:]:
        remove(run._r)


def remove(element: Any) -> None:
    element.getparent().remove(element)


def put_after(anchor: Any, elements: Sequence[Any]) -> None:
    for element in elements:
        anchor.addnext(element)
        anchor = element
