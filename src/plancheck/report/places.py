"""A location in the words of a reader: heading path, paragraph, table cell, key of the data file, workbook cell."""

from __future__ import annotations

from plancheck.core.location import Location
from plancheck.report.clean import one_line
from plancheck.report.texts import Language, Texts

SEPARATOR = " › "
_LONGEST_HEADING = 40  # a paragraph that was taken for a heading must not flood every line of a report


def place_in_words(location: Location, lang: Language = "zh") -> str:
    """Where `location` is, on one line: `四、重点工程 › 表3 第7行第5列` or `数据文件 projects[3].investment（工作表 工程 E7）`.

    A location that names nothing is the whole submission (全文). A workbook's sheet is the last part of `section`.
    """
    texts = Texts(lang)
    return _in_data(location, texts) if location.source == "data" else _in_document(location, texts)


def _in_document(location: Location, texts: Texts) -> str:
    parts = [_heading(part) for part in location.section]
    spot = ""
    if location.table is not None:
        spot = texts("place.table", number=location.table) + _cell(location, texts)
    elif location.paragraph is not None:
        spot = texts("place.paragraph", number=location.paragraph)
    if not parts:
        return spot or texts("place.whole")
    path = SEPARATOR.join(parts)
    if not spot:
        return path
    return path + (texts("place.comma") if location.table is None else SEPARATOR) + spot


def _cell(location: Location, texts: Texts) -> str:
    if location.row is not None and location.column is not None:
        return texts("place.cell", row=location.row, column=location.column)
    if location.row is not None:
        return texts("place.row", row=location.row)
    if location.column is not None:
        return texts("place.column", column=location.column)
    return ""


def _in_data(location: Location, texts: Texts) -> str:
    words = texts("place.data")
    if location.key:
        words = texts("place.key", key=one_line(location.key))
    sheet = one_line(location.section[-1]) if location.section else ""
    cell = ""
    if location.row is not None:
        cell = f"{column_letters(location.column)}{location.row}" if location.column is not None else str(location.row)
    if sheet and cell:
        key = "place.sheet_cell" if location.column is not None else "place.sheet_row"
        return words + texts(key, sheet=sheet, cell=cell)
    if sheet:
        return words + texts("place.sheet", sheet=sheet)
    if cell:
        return words + texts("place.line" if location.column is None else "place.at_cell", cell=cell)
    return words


def column_letters(column: int) -> str:
    """The workbook's name of a column counted from 1: 1 → A, 27 → AA."""
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _heading(text: str) -> str:
    heading = one_line(text)
    return heading if len(heading) <= _LONGEST_HEADING else heading[: _LONGEST_HEADING - 1] + "…"
