"""A location in the words of a reader: heading path, paragraph, table cell, key of the data file, workbook cell."""

from __future__ import annotations

from plancheck.core.lazy_pattern import lazy_pattern
from plancheck.core.location import Location
from plancheck.facts.data_parts import records, top_fields
from plancheck.report.clean import one_line
from plancheck.report.texts import Language, Texts
from plancheck.submission.aliases import KEYS

SEPARATOR = " › "
_LONGEST_HEADING = 40  # a paragraph that was taken for a heading must not flood every line of a report


def place_in_words(location: Location, lang: Language = "zh") -> str:
    """Where `location` is, on one line: `四、重点工程 › 表3 第7行第5列` or `数据文件 工程 第3条 投资额（工作表 工程 E7）`.

    A location that names nothing is the whole submission (全文). A workbook's sheet and cell
    are read from the key (`projects[3].investment（工程!E7）`), or from the last part of `section`, row and column.
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
    sheet = one_line(location.section[-1]) if location.section else ""
    cell = ""
    if location.key:
        key, there, cell_of_key = _workbook_cell(one_line(location.key))
        words = texts("place.key", key=_titled(key) if texts.lang == "zh" else key)
        if cell_of_key:
            return words + texts("place.sheet_cell", sheet=there, cell=cell_of_key)
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


_STEP = lazy_pattern(r"([^\[\]]+)(?:\[(\d+)\])?")
_MODELS = {
    "park": "Park", "region_targets": "RegionTarget", "series": "Series", "energy": "Energy",
    "emissions": "Emission", "products": "Product", "targets": "TargetRow", "tasks": "TaskRow", "projects": "ProjectRow",
    "funding": "Funding", "figures": "FigureRow",
}  # fmt: skip


def _titled(key: str) -> str:
    """A key by the titles of the blank data file: `projects[3].investment` → `工程 第3条 投资额`; others as they are."""
    steps = [_STEP.fullmatch(step) for step in key.split(".")]
    words: list[str] = []
    model = "DataFile"
    while steps:
        step, after = steps[0], steps[1] if len(steps) > 1 else None
        if step is None:
            return key
        if words and model in ("", "Amount"):  # a year or a name that the user wrote
            words.append(f"{step[1]}年" if step[1].isdigit() else step[0])
            steps = steps[1:]
            continue
        names = KEYS.get(model, {})
        joined = f"{step[1]}.{after[1]}" if after is not None and step[2] is None else ""
        name, last = (joined, after) if joined in names else (step[1], step)
        if name not in names or last is None:
            return key
        words.append(names[name][0] + (f" 第{last[2]}条" if last[2] else ""))
        for part in name.split("."):
            model = _model_of(model, part)
        steps = steps[2 if name == joined else 1 :]
        if steps and name == "values" and model != "Amount":
            words.pop()  # the year alone says it
    return " ".join(words)


def _model_of(model: str, key: str) -> str:
    """The model of what a key of a model holds, "" for a plain value."""
    if model == "DataFile":
        fields = top_fields()
        if key in _MODELS:
            return _MODELS[key]
    else:
        fields = next((part.fields for part in records().values() if part.model == model), ())
    return next((f.part.model for f in fields if f.key == key and f.part is not None), "")


def _workbook_cell(key: str) -> tuple[str, str, str]:
    """A key such as `projects[3].investment（工程!E7）` as key, sheet and cell; sheet and cell empty where it has none."""
    if not key.endswith("）"):
        return key, "", ""
    depth = 0
    for index in range(len(key) - 1, -1, -1):  # a sheet's name may hold brackets itself
        depth += {"）": 1, "（": -1}.get(key[index], 0)
        if depth == 0:
            sheet, mark, cell = key[index + 1 : -1].rpartition("!")
            return (key[:index], sheet, cell) if mark and sheet and cell.isalnum() else (key, "", "")
    return key, "", ""


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
