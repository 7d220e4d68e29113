"""Plans written as plain text, for the examples beside rules: the same outline, tables and figures as from Word files.

A line is a paragraph. Typed numbers or leading `#` mark headings. `| a | b |` rows make a table whose first row heads the
columns (a `|---|` line is ignored, `^` merges with the cell above, `<` with the cell to the left). A line `表1 …` right
above a table is its caption, `单位：万元` its note. `[图 园区区位图]` is a figure with its caption, `[图缺 …]` a caption
without a picture.
"""

from __future__ import annotations

import hashlib

from plancheck.document.assemble import assemble
from plancheck.document.model import Document
from plancheck.document.raw import RawBlock, RawCell, RawFigure, RawParagraph, RawRow, RawTable


def document_from_text(text: str, name: str = "示例") -> Document:
    """The document of a short plan in plain text; never raises for any text."""
    blocks: list[RawBlock] = []
    rows: list[list[str]] = []
    for raw in text.splitlines():
        line = raw.strip()
        if line.startswith("|"):
            cells = [c.strip() for c in line.strip("|").split("|")] if line.strip("|") else [""]
            if not all(c and set(c) <= set("-: ") for c in cells):
                rows.append(cells)
            continue
        if rows:
            blocks.append(_table(rows))
            rows = []
        if line:
            blocks.append(_block(line))
    if rows:
        blocks.append(_table(rows))
    return assemble(blocks, name=name, sha256=hashlib.sha256(text.encode("utf-8", "replace")).hexdigest())


def _block(line: str) -> RawBlock:
    if line.startswith("[图") and line.endswith("]"):
        absent = line.startswith("[图缺")
        caption = line[3:-1].strip() if absent else line[1:-1].strip()
        if not absent and (caption == "图" or caption.startswith("图 ")):
            caption = caption[2:].strip()
        return RawFigure(caption=caption, present=not absent)
    if line.startswith("#"):
        title = line.lstrip("#")
        level = len(line) - len(title)
        if title.strip() and level <= 9:
            return RawParagraph(title.strip(), outline=level)
    return RawParagraph(line)


def _table(rows: list[list[str]]) -> RawTable:
    table = RawTable(header_rows=1 if len(rows) > 1 else 0)
    wide = max(len(r) for r in rows)
    above: list[RawCell] = []
    for cells in rows:
        row = RawRow()
        now: list[RawCell] = []
        for column, text in enumerate(cells[:wide]):
            cell = RawCell([RawParagraph(text, in_table=True)] if text else [])
            if text == "^" and column < len(above):
                cell = RawCell([], vertical="continue")
                if not above[column].vertical:
                    above[column].vertical = "start"
            elif text == "<" and column:
                cell = RawCell([], horizontal="continue")
            row.cells.append(cell)
            now.append(cell)
        above = now
        table.rows.append(row)
    return table
