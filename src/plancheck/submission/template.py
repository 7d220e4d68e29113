"""Writing the XLSX template: an empty workbook with headers, units, explanations and drop-down lists.

It loads as an empty data file; filled in, it gives the same facts as the YAML form.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Any

from plancheck.submission.aliases import title
from plancheck.submission.forms import GUIDE, Column, Form, general_form, sheets_for

_INK, _SHADE, _SOFT, _LINE = "FF1F4E5F", "FFE3EEF1", "FF6B7780", "FFC5D0D5"
_ROWS = 40
_NAMES_SHEET = "_名称"


def write_template(
    path: Path,
    *,
    pack_title: str,
    indicators: Sequence[tuple[str, str]],
    years: Sequence[int],
    targets: Sequence[str] = (),
    sheets: Collection[str] | None = None,
) -> None:
    """Write the empty data file of a rule pack to `path`.

    `indicators` are (name, unit as written, may be empty): they fill the sheet 序列 and the drop-down lists. `years` are
    the yearly columns. `sheets` are the keys of the parts that the pack looks at (None: all). `targets` are further indicator names for the lists of targets. Raises OSError where `path`
    cannot be written.
    """
    from openpyxl import Workbook

    book = Workbook()
    guide = book.active
    if guide is None:
        guide = book.create_sheet()
    general = general_form(sheets)
    singles, lists = sheets_for(sheets)
    _write_guide(guide, pack_title, (general, *singles, *lists))
    names = list(dict.fromkeys([*(name for name, _ in indicators), *targets]))
    shared = book.create_sheet(_NAMES_SHEET)
    shared.sheet_state = "hidden"
    for row, name in enumerate(names, start=1):
        shared.cell(row, 1, name)
    for form in (general, *singles):
        _write_pairs(book.create_sheet(sheet_title(form)), form)
    for form in lists:
        sheet = book.create_sheet(sheet_title(form))
        _write_list(sheet, form, years if form.yearly else (), len(names))
        if form.key == "series":
            for row, (name, unit) in enumerate(indicators, start=4):
                sheet.cell(row, 1, name)
                sheet.cell(row, 2, unit or None)
    book.move_sheet(shared, len(book.sheetnames))
    book.save(path)


def sheet_title(form: Form) -> str:
    """The name of a form's sheet."""
    return form.title or (title("DataFile", form.key) if form.key else "基本信息")


def header(form: Form, column: Column) -> str:
    """A column's header: its Chinese title, with its unit in brackets."""
    name = title(form.model, column.key)
    return f"{name}（{column.unit}）" if column.unit else name


def _write_guide(sheet: Any, pack_title: str, forms: Sequence[Form]) -> None:
    from openpyxl.styles import Alignment

    sheet.title = "填写说明"
    _heading(sheet, f"数据文件：{pack_title}", "随实施方案一起提交。每一项都可以不填；填了的，程序用来核对方案。")
    for row, line in enumerate(GUIDE, start=4):
        sheet.cell(row, 1, f"{row - 3}. {line}").alignment = Alignment(wrap_text=True, vertical="top")
    row = 5 + len(GUIDE)
    _style_header(sheet.cell(row, 1, "工作表"))
    _style_header(sheet.cell(row, 2, "填什么"))
    for offset, form in enumerate(forms, start=1):
        cell = sheet.cell(row + offset, 1, sheet_title(form))
        cell.hyperlink = f"#'{sheet_title(form)}'!A1"
        sheet.cell(row + offset, 2, form.purpose)
        for column in (1, 2):
            sheet.cell(row + offset, column).border = _border()
    for number in range(4, 4 + len(GUIDE)):
        sheet.merge_cells(start_row=number, end_row=number, start_column=1, end_column=2)
    sheet.column_dimensions["A"].width = 22
    sheet.column_dimensions["B"].width = 78
    _page(sheet, landscape=False)


def _write_pairs(sheet: Any, form: Form) -> None:
    from openpyxl.styles import Alignment

    _heading(sheet, sheet.title, form.purpose)
    for number, text in enumerate(("项目", "填写内容", "说明"), start=1):
        _style_header(sheet.cell(3, number, text))
    for row, column in enumerate(form.columns, start=4):
        sheet.cell(row, 1, header(form, column)).border = _border()
        value = sheet.cell(row, 2)
        value.border = _border()
        value.alignment = Alignment(wrap_text=True, vertical="top")
        if column.text:
            value.number_format = "@"
        _explain(sheet.cell(row, 3, column.explanation))
        _offer(sheet, column, f"B{row}", 0)
        sheet.row_dimensions[row].height = 20
    for letter, width in (("A", 26), ("B", 42), ("C", 52)):
        sheet.column_dimensions[letter].width = width
    sheet.freeze_panes = "A4"
    _page(sheet, landscape=False)


def _write_list(sheet: Any, form: Form, years: Sequence[int], names: int) -> None:
    from openpyxl.styles import Alignment
    from openpyxl.utils import get_column_letter

    _heading(sheet, sheet.title, form.purpose)
    for number, column in enumerate(form.columns, start=1):
        letter = get_column_letter(number)
        _explain(sheet.cell(2, number, column.explanation))
        _style_header(sheet.cell(3, number, header(form, column)))
        sheet.column_dimensions[letter].width = max(column.width, 2 * len(header(form, column)) + 2)
        _offer(sheet, column, f"{letter}4:{letter}{3 + _ROWS}", names)
    for number, year in enumerate(years, start=len(form.columns) + 1):
        _style_header(sheet.cell(3, number, year))
        sheet.column_dimensions[get_column_letter(number)].width = 11
    for row in range(4, 4 + _ROWS):
        for number in range(1, len(form.columns) + len(years) + 1):
            cell = sheet.cell(row, number)
            cell.border = _border()
            if number <= len(form.columns):
                cell.alignment = Alignment(wrap_text=True, vertical="top")
                if form.columns[number - 1].text:
                    cell.number_format = "@"
    sheet.row_dimensions[2].height = 44
    sheet.freeze_panes = "B4"
    sheet.print_title_rows = "3:3"
    _page(sheet, landscape=True)


def _heading(sheet: Any, text: str, purpose: str) -> None:
    from openpyxl.styles import Alignment, Font

    cell = sheet.cell(1, 1, f"{text}：{purpose}" if sheet.title != "填写说明" else text)
    cell.font = Font(bold=True, size=14 if sheet.title == "填写说明" else 12, color=_INK)
    cell.alignment = Alignment(vertical="center")
    sheet.row_dimensions[1].height = 26
    if sheet.title == "填写说明":
        sheet.cell(2, 1, purpose).font = Font(color=_SOFT)


def _style_header(cell: Any) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill

    cell.font = Font(bold=True, color=_INK)
    cell.fill = PatternFill("solid", start_color=_SHADE)
    cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
    cell.border = _border()


def _explain(cell: Any) -> None:
    from openpyxl.styles import Alignment, Font

    cell.font = Font(size=9, color=_SOFT)
    cell.alignment = Alignment(wrap_text=True, vertical="bottom" if cell.row == 2 else "center")


def _border() -> Any:
    from openpyxl.styles import Border, Side

    side = Side(style="thin", color=_LINE)
    return Border(left=side, right=side, top=side, bottom=side)


def _offer(sheet: Any, column: Column, cells: str, names: int) -> None:
    """A drop-down list that advises only: other words may be typed, the loader judges them."""
    from openpyxl.worksheet.datavalidation import DataValidation

    if not column.choices or (column.choices == ("@indicators",) and not names):
        return
    listed = (
        f"{_NAMES_SHEET}!$A$1:$A${names}" if column.choices == ("@indicators",) else f'"{",".join(column.choices)}"'
    )
    offer = DataValidation(type="list", formula1=listed, allow_blank=True, showErrorMessage=False)
    sheet.add_data_validation(offer)
    offer.add(cells)


def _page(sheet: Any, *, landscape: bool) -> None:
    sheet.page_setup.orientation = "landscape" if landscape else "portrait"
    sheet.page_setup.paperSize = 9
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.sheet_view.showGridLines = False
