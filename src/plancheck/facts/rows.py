"""Quantities of a table row given as tab-separated text under its header lines, and units in labels and titles."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from plancheck.facts.fold import fold
from plancheck.facts.quantities import QuantitySpan, scan_quantities
from plancheck.facts.times import scan_times
from plancheck.facts.unit_words import parse_unit

_TITLE_UNIT = re.compile(r"(?:计量)?单位 ?: ?([^()\n\t]+)")
_BRACKET = re.compile(r"[(\[]([^()\[\]]*+(?:\([^()]*+\))?+[^()\[\]]*+)[)\]]")
_NUMBERING = re.compile(r"序号|编号|代码|电话|邮编|联系")
_TIME_COLUMN = re.compile(r"时间|年限|工期|建设期|周期|期限|进度|年份|日期")
_NUMBER_LIKE = re.compile(r"[\s(\[≥≤><=约近±+-]*[0-9.〇零一二三四五六七八九十百千万亿两]")
_LINK = re.compile(r" ?[,，、;:/] ?")


@lru_cache(maxsize=4096)
def unit_in_label(text: str) -> str | None:
    """The written unit in a column head, row label or title: 总投资（亿元）, 降幅/%, 单位：万元; None where there is none."""
    folded = fold(text)
    title = _TITLE_UNIT.search(folded)
    if title and parse_unit(title.group(1)):
        return title.group(1).strip()
    for match in reversed(list(_BRACKET.finditer(folded))):
        inside = match.group(1).strip()
        if parse_unit(inside):
            return inside
        for part in _LINK.split(inside):
            if parse_unit(part):
                return part.strip()
    for match in _LINK.finditer(folded):
        rest = folded[match.end() :].strip()
        if rest and parse_unit(rest):
            return rest
    whole = folded.strip()
    return whole if parse_unit(whole) else None


class RowCell(NamedTuple):
    """A cell of a row: its range in the row's text, its head, and the unit (canonical, magnitude) for bare numbers."""

    start: int
    end: int
    text: str
    head: str
    unit: tuple[str, Fraction] | None


def row_cells(text: str, context: str | None) -> tuple[RowCell, ...]:
    """The cells of a tab-separated row with head and unit; unit column first, then row label, head and title."""
    lines = (context or "").split("\n")
    pieces = text.split("\t")
    headed = [line for line in lines if "\t" in line]
    heads = next((line.split("\t") for line in reversed(headed) if line.count("\t") == len(pieces) - 1), [])
    title = next((u for line in lines if line not in headed and (u := unit_in_title(line))), None)
    row_unit = _row_unit(pieces, heads)
    cells: list[RowCell] = []
    at = 0
    for index, piece in enumerate(pieces):
        head = heads[index] if index < len(heads) else ""
        written = row_unit or unit_in_label(head) or title
        cells.append(RowCell(at, at + len(piece), piece, head, parse_unit(fold(written)) if written else None))
        at += len(piece) + 1
    return tuple(cells)


def unit_in_title(line: str) -> str | None:
    """The unit that a title line gives for the whole table (单位：万元)."""
    match = _TITLE_UNIT.search(fold(line))
    return match.group(1).strip() if match and parse_unit(match.group(1)) else None


def _row_unit(pieces: list[str], heads: list[str]) -> str | None:
    for index, piece in enumerate(pieces):
        if parse_unit(fold(piece)) and (index >= len(heads) or "单位" in heads[index]):
            return piece
    for piece in pieces:
        if piece.strip() and not _NUMBER_LIKE.match(fold(piece)):
            return unit_in_label(piece) if parse_unit(fold(piece)) is None else None
    return None


def read_row_quantities(text: str, context: str | None = None) -> tuple[QuantitySpan, ...]:
    """The quantities of a tab-separated table row; `context` holds the title and header lines above it."""
    found: list[QuantitySpan] = []
    for cell in row_cells(text, context):
        if _NUMBERING.search(cell.head):
            continue
        folded = fold(cell.text)
        times, unresolved = scan_times(folded)
        timed = cell.unit is None or "年" in folded or _TIME_COLUMN.search(cell.head) is not None
        busy = [(t.start, t.end) for t in times] + unresolved if timed else []
        number = _NUMBER_LIKE.match(folded) is not None and not (timed and times)
        unit = (cell.unit or ("1", Fraction(1))) if number else None
        for span in scan_quantities(folded, cell.text, busy, unit):
            found.append(QuantitySpan(span.start + cell.start, span.end + cell.start, span.text, span.quantity))
    return tuple(found)
