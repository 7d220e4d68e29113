"""What the cells of a workbook mean: one sheet a key, a header row found wherever it stands, one column a year.

A sheet of a single part (园区) reads as pairs of label and value; a sheet of a list (工程) as a header row and rows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from pydantic import BaseModel

from plancheck.core.diagnostic import Diagnostic, Place
from plancheck.facts.data_parts import Linked, records
from plancheck.submission.aliases import KEYS, fold, lookup, title
from plancheck.submission.grid import Box, Grid
from plancheck.submission.shape import NOTHING, expected, expected_at, nearest, suggest
from plancheck.submission.sheets_linked import attach, linked_sheet
from plancheck.submission.tree import Entries, Items, Node, Reading, Scalar
from plancheck.submission.values import read_number, read_year, surface, unify
from plancheck.submission.whole import linked_model, model_for

GENERAL = "基本信息"
GUIDE = "填写说明"
_GENERAL_NAMES = frozenset({"基本信息", "基本数据", "总体信息", "其他", "其他信息"})
_GUIDES = frozenset({"填写说明", "说明", "填表说明", "使用说明", "目录", "封面", "填报说明", "readme"})
_LABEL_HEADS = frozenset({"项目", "字段", "填报项", "项", "填写项"})
_VALUE_HEADS = frozenset({"填写内容", "内容", "值", "填报内容", "数值"})
_NUMBERING = frozenset({"序号", "no", "no.", "№", "序"})
_TOTALS = frozenset({"合计", "总计", "小计", "共计", "总和"})
_NOTES = ("注", "备注", "说明", "※", "数据来源", "资料来源", "填表人", "填报人", "填报单位", "审核人")
_LABELS = frozenset({"indicator", "fuel", "source", "name", "unit", "dimension", "member", "scope"})
_TIMES = frozenset({"start", "end", "period", "plan_date", "construction_period", "approved_on"}) | {
    field.key for part in records().values() for field in part.fields if field.kind in ("date", "period")
}
_SEARCHED_ROWS = 40


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a list: the `name` that its header stands for, or its `year`; `unit` is written in the header."""

    name: str | None
    year: int | None
    unit: str | None


@dataclass(slots=True)
class _Findings:
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def error(self, code: str, message: str, place: Place, help_: str) -> None:
        self.diagnostics.append(Diagnostic(code, message, place, help_))

    def warn(self, code: str, message: str, place: Place, help_: str) -> None:
        self.diagnostics.append(Diagnostic(code, message, place, help_, "warning"))


def workbook_tree(grids: Sequence[Grid], place: Place) -> Reading:
    """The tree of all sheets; sheets that are only explanations are left out, unknown ones reported."""
    found = _Findings()
    entries: list[tuple[str, Place, Node]] = []
    linked: list[tuple[Linked, Node]] = []
    whole = model_for(_sheet_name(grid.title) for grid in grids)
    for grid in grids:
        name = _sheet_name(grid.title)
        if not grid.boxes or fold(name) in _GUIDES:
            continue
        key = lookup("DataFile").get(fold(name))
        nested = linked_sheet(name)
        if fold(name) in _GENERAL_NAMES:
            entries += _general(grid, found)
        elif nested is not None:
            linked.append((nested, _rows(grid, linked_model(nested), found)))
        elif key is None and grid.hidden:
            message = f"隐藏的工作表“{grid.title}”没有读取"
            found.warn("data-hidden-sheet", message, grid.place, "如果是要填报的内容，请取消隐藏，并用模板中的名称。")
        elif key is None:
            found.error("data-unknown-sheet", f"不认识工作表“{grid.title}”", grid.place, _suggest_sheet(name))
        else:
            wanted = expected_at(whole, key)
            if wanted.kind == "parts" and wanted.model is not None:
                node: Node = _rows(grid, wanted.model, found)
            elif wanted.kind == "part" and wanted.model is not None:
                node = _part(grid, wanted.model, found)
            else:
                node = _single(grid, key, found)
            entries.append((grid.title if name == grid.title else name, grid.place, node))
    entries = attach(entries, linked, found.diagnostics)
    return Reading(Entries(tuple(entries), place), tuple(found.diagnostics))


def _sheet_name(written: str) -> str:
    """A sheet's title without a leading number (1.园区, 附表2 工程)."""
    name = written.strip()
    for prefix in ("附表", "表"):
        if name.startswith(prefix) and name[len(prefix) : len(prefix) + 1].isdigit():
            name = name[len(prefix) :]
    return name.lstrip("0123456789.、-_ 　") or written


def _suggest_sheet(name: str) -> str:
    key = nearest(name, "DataFile")
    if key is not None:
        return f"您是不是想写“{title('DataFile', key)}”？"
    names = "、".join(title("DataFile", k) for k in KEYS["DataFile"] if k not in ("empty", "note"))
    return f"工作表可以是：{GENERAL}、{names}；自用的工作表请以下划线“_”开头命名。"


def _clean(header: str) -> tuple[str, str | None]:
    """A header's name and the unit written behind it in brackets: 投资额（万元） → 投资额, 万元."""
    text = unify(header).lstrip("*").rstrip("*:")
    if text.endswith(")") and "(" in text:
        name, _, inner = text[:-1].rpartition("(")
        unit = inner.removeprefix("单位:").removeprefix("单位")
        return name.rstrip("*:"), unit if surface(unit) is not None else None
    return text, None


def _column(header: str, model: type[BaseModel]) -> Column | None:
    name, unit = _clean(header)
    if fold(header) in lookup(model.__name__):
        return Column(header, None, unit)
    if fold(name) in lookup(model.__name__):
        return Column(name, None, unit)
    year = read_year(name)
    if year is not None and "values" in expected(model):
        return Column(None, year, unit)
    return None


def _value(box: Box, column: Column, model: type[BaseModel], found: _Findings) -> Scalar:
    """A cell's value with the unit of its header; 2014.1 as a number may have been typed as 2014.10, which is told."""
    text = box.text
    key = lookup(model.__name__).get(fold(column.name)) if column.name else None
    if box.number and key in _TIMES and len(text) == 6 and text.endswith(".1"):
        message = f"工作表“{box.place.sheet}”的 {box.place.cell} 是数值“{text}”，不知道是 1 月还是 10 月"
        found.error("data-unclear-month", message, box.place, f"请写成 {text[:4]}-01 或 {text[:4]}-10。")
    if column.unit is not None and read_number(text) is not None:
        text += column.unit
    return Scalar(text, box.place)


def _rows(grid: Grid, model: type[BaseModel], found: _Findings) -> Node:
    if {fold(b.text) for b in grid.boxes.values()} <= NOTHING:
        return Scalar("无", grid.place)
    header = _header_row(grid, model)
    if header is None:
        names = "、".join(title(model.__name__, k) for k in list(KEYS[model.__name__])[:4])
        found.error(
            "data-no-header", f"工作表“{grid.title}”里找不到表头", grid.place, f"请保留模板的表头，例如：{names}。"
        )
        return Scalar(None, grid.place)
    columns, first = _columns(grid, model, header, found)
    rows: list[Node] = []
    declared = False
    for number in range(first, grid.rows + 1):
        boxes = [(c, b) for c, b in grid.row(number) if b.top >= first or b.top == number]
        filled = [(c, b) for c, b in boxes if c in columns]
        _stray(grid, number, boxes, columns, found)
        if not filled or _left_out(grid, number, filled, columns, model, found):
            continue
        if len({b.place.cell for _, b in filled}) == 1 and fold(filled[0][1].text) in NOTHING:
            declared = True
            continue
        place = Place(grid.place.file, sheet=grid.title, cell=f"A{number}")
        rows.append(_row(filled, columns, model, place, found))
    return Scalar("无", grid.place) if declared and not rows else Items(tuple(rows), grid.place)


def _header_row(grid: Grid, model: type[BaseModel]) -> int | None:
    best, best_score = None, 0
    for number in range(1, min(grid.rows, _SEARCHED_ROWS) + 1):
        boxes = grid.row(number)
        score = len({b.place.cell for _, b in boxes if _column(b.text, model) is not None})
        distinct = {b.place.cell for _, b in boxes}
        if score > best_score and (score >= 2 or score == len(distinct)):
            best, best_score = number, score
    return best


def _columns(grid: Grid, model: type[BaseModel], header: int, found: _Findings) -> tuple[dict[int, Column | None], int]:
    """The columns by their number (None: known and left out), and the first row below the header."""
    upper = dict(grid.row(header))
    below = dict(grid.row(header + 1))
    two_rows = any(
        c in below and b is not below[c] and (_column(b.text + below[c].text, model) or _column(below[c].text, model))
        for c, b in upper.items()
        if b.right > b.left
    )
    lower = below if two_rows else {}
    columns: dict[int, Column | None] = {}
    for number in sorted({*upper, *lower}):
        high, low = upper.get(number), lower.get(number)
        candidates = [high.text + low.text] if high and low and high is not low else []
        candidates += [b.text for b in (low, high) if b is not None]
        column = next((c for c in (_column(text, model) for text in candidates) if c is not None), None)
        if column is not None:
            columns[number] = column
        elif any(fold(_clean(text)[0]) in _NUMBERING for text in candidates):
            columns[number] = None
        else:
            box = low or high
            if box is not None:
                message = f"工作表“{grid.title}”没有“{box.text}”这一列"
                found.error("data-unknown-key", message, box.place, suggest(_clean(box.text)[0], model))
                columns[number] = None
    return columns, header + (2 if two_rows else 1)


def _stray(
    grid: Grid, number: int, boxes: list[tuple[int, Box]], columns: dict[int, Column | None], found: _Findings
) -> None:
    for column, box in boxes:
        if column not in columns and box.left == column and box.top == number and box.left not in columns:
            message = f"工作表“{grid.title}”的 {box.place.cell} 上方没有表头，这一格没有读取"
            found.warn("data-stray-cell", message, box.place, "如果是要填报的内容，请放到有表头的列里。")


def _left_out(
    grid: Grid,
    number: int,
    filled: list[tuple[int, Box]],
    columns: dict[int, Column | None],
    model: type[BaseModel],
    found: _Findings,
) -> bool:
    cells = {b.place.cell for _, b in filled}
    first = filled[0][1]
    if len(cells) == 1 and first.text.startswith(_NOTES):
        message = f"工作表“{grid.title}”第 {number} 行像是表注，没有作为数据读取"
        found.warn("data-note-row", message, first.place, "如果是要填报的内容，请按表头分列填写。")
        return True
    named = next((b for c, b in filled if columns[c] is not None), first)
    if (model.__name__ != "Series" and fold(named.text) in _TOTALS) or fold(first.text) in _TOTALS:
        message = f"工作表“{grid.title}”第 {number} 行是“{first.text}”，没有作为一条数据读取"
        found.warn("data-total-row", message, first.place, "总数请填在“基本信息”或“序列”里。")
        return True
    return all(columns[c] is None or _only_labels(columns[c], model) for c, _ in filled)


def _only_labels(column: Column | None, model: type[BaseModel]) -> bool:
    """Whether a column of a yearly list only names the row: a row without values is a form not yet filled in."""
    name = lookup(model.__name__).get(fold(column.name)) if column is not None and column.name else None
    return "values" in expected(model) and name in _LABELS


def _row(
    filled: list[tuple[int, Box]],
    columns: dict[int, Column | None],
    model: type[BaseModel],
    place: Place,
    found: _Findings,
) -> Entries:
    entries: list[tuple[str, Place, Node]] = []
    years: list[tuple[str, Place, Node]] = []
    seen: set[tuple[str | None, Column]] = set()
    for number, box in filled:
        column = columns[number]
        if column is None or (box.place.cell, column) in seen:
            continue
        seen.add((box.place.cell, column))
        value = _value(box, column, model, found)
        if column.year is not None:
            years.append((str(column.year), box.place, value))
        elif column.name is not None:
            entries.append((column.name, box.place, value))
    if years:
        entries.append(("values", place, Entries(tuple(years), place)))
    return Entries(tuple(entries), place)


def _part(grid: Grid, model: type[BaseModel], found: _Findings) -> Node:
    header = _header_row(grid, model)
    if header is not None and _lies_flat(grid, header, model) and not _headed_as_pairs(grid):
        rows = _rows(grid, model, found)
        if isinstance(rows, Items) and len(rows.items) == 1:
            return rows.items[0]
        if isinstance(rows, Items) and rows.items:
            found.error("data-several-rows", f"工作表“{grid.title}”只应填写一行", grid.place, "请只保留一行内容。")
        return Scalar(None, grid.place)
    pairs = _pairs(grid, (model,), found)
    return Entries(tuple((name, place, value) for _, name, place, value in pairs), grid.place)


def _headed_as_pairs(grid: Grid) -> bool:
    """Whether a row says that labels stand left of their values (项目 | 填写内容), as in the template."""
    rows = (dict(grid.row(number)) for number in range(1, min(grid.rows, _SEARCHED_ROWS) + 1))
    return any(
        fold(box.text) in _LABEL_HEADS and column + 1 in row and fold(row[column + 1].text) in _VALUE_HEADS
        for row in rows
        for column, box in row.items()
    )


def _lies_flat(grid: Grid, row: int, model: type[BaseModel]) -> bool:
    """Whether the labels stand side by side in one row (a header), not one below the other."""
    resolved = [c for c, b in grid.row(row) if _column(b.text, model) is not None]
    return any(b - a == 1 for a, b in pairwise(resolved))


def _pairs(grid: Grid, models: tuple[type[BaseModel], ...], found: _Findings) -> list[tuple[int, str, Place, Node]]:
    """Label and value pairs of a sheet: index of the model, name, place of the value, value."""
    pairs: list[tuple[int, str, Place, Node]] = []
    for number in range(1, grid.rows + 1):
        column, row = 1, dict(grid.row(number))
        first = True
        while column <= grid.columns:
            label = row.get(column)
            if label is None or label.top != number:
                column += 1
                continue
            value = row.get(label.right + 1)
            if value is not None and fold(label.text) in _LABEL_HEADS and fold(value.text) in _VALUE_HEADS:
                break
            match = next(((i, c) for i, m in enumerate(models) if (c := _column(label.text, m)) is not None), None)
            if match is not None and match[1].name is not None:
                if value is not None:
                    pairs.append(
                        (match[0], match[1].name, value.place, _value(value, match[1], models[match[0]], found))
                    )
                column = value.right + 1 if value is not None else label.right + 2
            else:
                if first and value is not None and fold(_clean(label.text)[0]) not in _LABEL_HEADS:
                    message = f"工作表“{grid.title}”没有“{label.text}”这一项"
                    found.error("data-unknown-key", message, label.place, suggest(_clean(label.text)[0], models[0]))
                break
            first = False
    return pairs


def _general(grid: Grid, found: _Findings) -> list[tuple[str, Place, Node]]:
    """The sheet 基本信息: values that stand alone, and fields of the park."""
    from plancheck.submission.model import DataFile, Park

    pairs = _pairs(grid, (DataFile, Park), found)
    entries = [(name, place, value) for index, name, place, value in pairs if index == 0]
    park = tuple((name, place, value) for index, name, place, value in pairs if index == 1)
    if park:
        entries.append(("park", grid.place, Entries(park, grid.place)))
    return entries


def _single(grid: Grid, key: str, found: _Findings) -> Node:
    """A sheet that holds one value, with or without its label."""
    from plancheck.submission.model import DataFile

    names = {n for n, k in lookup("DataFile").items() if k == key}
    boxes = [b for (r, c), b in sorted(grid.boxes.items()) if (b.top, b.left) == (r, c)]
    values = [b for b in boxes if fold(_clean(b.text)[0]) not in names and fold(b.text) not in _LABEL_HEADS]
    if len(values) > 1:
        found.error("data-several-values", f"工作表“{grid.title}”只应填写一个值", grid.place, "请只保留一个值。")
    return _value(values[0], Column(key, None, None), DataFile, found) if values else Scalar(None, grid.place)
