"""The XLSX form: a workbook within limits, each cell as the text that a person sees, each sheet as a grid.

What the cells mean is told in `sheets`; this module only opens, bounds and normalises.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from plancheck.core.diagnostic import Diagnostic, Place
from plancheck.submission.grid import Box, Grid
from plancheck.submission.sheets import workbook_tree
from plancheck.submission.tree import Reading
from plancheck.submission.values import surface

MAX_UNPACKED = 40 * 1024 * 1024
MAX_PARTS = 2_000
MAX_CELLS = 300_000
_SPREADING = rb"<(?:[a-z0-9]{1,9}:)?(?:mergeCell|hyperlink)\s"
_RANGED = re.compile(
    _SPREADING + rb"(?:[^<>]{0,400}?\s)?ref=[\"']([A-Z]{1,3})([0-9]{1,7})(?::([A-Z]{1,3})([0-9]{1,7}))?[\"']"
)
_OLE2 = b"\xd0\xcf\x11\xe0"


def read_xlsx(content: bytes, file: str) -> Reading:
    """The tree of a workbook; mistakes as diagnostics, root None where reading had to stop."""
    place = Place(file)
    refused = _refusal(content, place)
    if refused is not None:
        return Reading(None, (refused,))

    opened = _open(content)
    if opened is None:
        return Reading(None, (_unreadable(place),))
    grids: list[Grid] = []
    diagnostics: list[Diagnostic] = []
    cached: Any = None
    for sheet in opened.worksheets:
        if sheet.title.startswith("_"):
            continue
        if sheet.max_row * sheet.max_column > MAX_CELLS:
            message = f"工作表“{sheet.title}”的范围太大（{sheet.max_row} 行 × {sheet.max_column} 列）"
            where = Place(file, sheet=sheet.title)
            diagnostics.append(Diagnostic("data-too-large", message, where, "请删除数据区以外的行、列后再保存。"))
            continue
        if cached is None and any(cell.data_type == "f" for row in sheet.iter_rows() for cell in row):
            cached = _open(content, values=True)
        grids.append(_grid(sheet, cached[sheet.title] if cached is not None else None, file, diagnostics))
    reading = workbook_tree(grids, place)
    return Reading(reading.root, (*diagnostics, *reading.diagnostics))


def _refusal(content: bytes, place: Place) -> Diagnostic | None:
    if content.startswith(_OLE2):
        message = "文件已加密，或是旧版 .xls 格式"
        return Diagnostic("data-encrypted", message, place, "请取消打开密码，并另存为 .xlsx 格式。")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            parts = package.infolist()
            if len(parts) > MAX_PARTS:
                return _too_large(place)
            if any(part.flag_bits & 1 for part in parts):
                return Diagnostic("data-encrypted", "文件已加密", place, "请取消打开密码后再保存。")
            if "xl/workbook.xml" not in package.namelist() and "[Content_Types].xml" not in package.namelist():
                return _unreadable(place)
            left = MAX_UNPACKED
            for part in parts:
                with package.open(part) as stream:
                    data = stream.read(left + 1)
                left -= len(data)
                if left < 0:
                    return _too_large(place)
                if part.filename.endswith((".xml", ".rels")) and (b"<!DOCTYPE" in data or b"\0" in data):
                    return _unreadable(place)  # entities, or UTF-16, which no office program writes here
                if part.filename.startswith("xl/worksheets/") and _spread(data) > MAX_CELLS:
                    return _too_large(place)
    except (zipfile.BadZipFile, OSError, EOFError, NotImplementedError, ValueError, RuntimeError, zlib.error):
        return _unreadable(place)
    return None


def _spread(sheet: bytes) -> int:
    """How many cells merged ranges and links cover; openpyxl makes a cell object of each (too many if one is odd)."""
    ranges = _RANGED.findall(sheet)
    if len(ranges) != len(re.findall(_SPREADING, sheet)):
        return MAX_CELLS + 1
    total = 0
    for first, top, last, bottom in ranges:
        if last:
            total += (abs(_letters(last) - _letters(first)) + 1) * (abs(int(bottom) - int(top)) + 1)
    return total


def _letters(column: bytes) -> int:
    number = 0
    for letter in column:
        number = number * 26 + letter - 64
    return number


def _too_large(place: Place) -> Diagnostic:
    message = f"文件解开后超过 {MAX_UNPACKED // 1024 // 1024} MB，或格子、部件过多"
    return Diagnostic("data-too-large", message, place, "请只保留要填报的内容，去掉图片和空白格式。")


def _unreadable(place: Place) -> Diagnostic:
    return Diagnostic(
        "data-not-xlsx", "文件不是完好的 XLSX 工作簿", place, "请用 Excel 或 WPS 打开，另存为 .xlsx 后再试。"
    )


def _open(content: bytes, values: bool = False) -> Any:
    import warnings

    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl warns of features (validation, extensions) that it drops
            return load_workbook(io.BytesIO(content), data_only=values, keep_links=False)
    except Exception:  # a damaged workbook makes openpyxl raise nearly anything
        return None


def _grid(sheet: Any, cached: Any, file: str, diagnostics: list[Diagnostic]) -> Grid:
    merged = {(r.min_row, r.min_col): r for r in sheet.merged_cells.ranges}
    boxes: dict[tuple[int, int], Box] = {}
    for row in sheet.iter_rows():
        for cell in row:
            if cell.value is None:
                continue
            place = Place(file, sheet=sheet.title, cell=cell.coordinate)
            value, kind = cell.value, cell.data_type
            if kind == "f":
                twin = cached[cell.coordinate] if cached is not None else None
                value, kind = (twin.value, twin.data_type) if twin is not None else (None, "n")
                if value is None:
                    message = f"工作表“{sheet.title}”的 {cell.coordinate} 是公式，文件里没有保存它的结果"
                    help_ = "请用 Excel 或 WPS 打开后保存一次，或直接填写数值。"
                    diagnostics.append(Diagnostic("data-formula", message, place, help_))
                    continue
            if kind == "e":
                message = f"工作表“{sheet.title}”的 {cell.coordinate} 是错误值“{value}”"
                diagnostics.append(Diagnostic("data-cell-error", message, place, "请改正公式，或直接填写数值。"))
                continue
            text = cell_text(value, cell.number_format or "General").strip().strip("\u3000")
            if not text:
                continue
            span = merged.get((cell.row, cell.column))
            right = min(span.max_col, sheet.max_column) if span else cell.column
            bottom = min(span.max_row, sheet.max_row) if span else cell.row
            box = Box(text, place, right, bottom, cell.column, cell.row, isinstance(value, float))
            for r in range(cell.row, bottom + 1):
                for c in range(cell.column, right + 1):
                    boxes[r, c] = box
    return Grid(
        sheet.title,
        boxes,
        sheet.max_row,
        sheet.max_column,
        Place(file, sheet=sheet.title),
        sheet.sheet_state != "visible",
    )


def cell_text(value: object, number_format: str) -> str:
    """A cell's value as a person sees it: 0.18 shown as a percentage is `18%`, a date `2014-03-01`, a number exact.

    A number keeps at least the decimals that its format shows, and a unit that the format puts behind it.
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (datetime, date)):
        return _date_text(value, number_format.lower())
    if not isinstance(value, (int, float)):
        return str(value)
    number = Decimal(format(value, ".15g")) if isinstance(value, float) else Decimal(value)
    shown = number_format.partition(";")[0]
    percent = "%" in shown
    if percent:
        number *= 100
    decimals = _decimals(shown)
    exponent = number.as_tuple().exponent
    if isinstance(exponent, int) and -exponent < decimals:
        number = number.quantize(Decimal(1).scaleb(-decimals)) if abs(number) < Decimal(10) ** 15 else number
    text = format(number, "f")
    if "." in text and len(text.partition(".")[2]) > decimals:
        text = text.rstrip("0").rstrip(".") if decimals == 0 else _trim(text, decimals)
    return text + ("%" if percent else _suffix(shown))


def _trim(text: str, decimals: int) -> str:
    while text.endswith("0") and len(text.partition(".")[2]) > decimals:
        text = text[:-1]
    return text


def _decimals(shown: str) -> int:
    tail = shown.partition(".")[2]
    count = 0
    for char in tail:
        if char != "0":
            break
        count += 1
    return count


def _suffix(shown: str) -> str:
    parts = shown.split('"')
    unit = parts[-2].strip() if len(parts) >= 3 and not parts[-1].strip() else ""
    return unit if unit and surface(unit) is not None else ""


def _date_text(value: datetime | date, number_format: str) -> str:
    if number_format in ("general", "@") or "d" in number_format or "日" in number_format:
        return value.strftime("%Y-%m-%d")
    return value.strftime("%Y-%m" if "m" in number_format else "%Y")
