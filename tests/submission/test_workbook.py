"""The XLSX form: headers wherever they stand, cells as people see them, mistakes with sheet and cell."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from plancheck.core.vocabulary import Vocabulary
from plancheck.submission.facts import submission_facts
from plancheck.submission.xlsxform import cell_text

from .conftest import Book, loaded, mistakes


def test_header_below_title_and_explanations(book: Book) -> None:
    path = book({"工程": [
        ["重点工程一览表"], ["选填", "全称"], [None], ["序号", "项目名称", "实施主体", "投资额（万元）", "开始时间", "结束时间"],
        [1, "余热利用", "甲公司", 1200, (datetime(2014, 3, 1), "yyyy/m"), "2015年10月"], [None],
        [2, "光伏", "乙公司", "3 亿元", (datetime(2014, 5, 6), "yyyy-mm-dd"), (2015, "General")],
    ]})  # fmt: skip
    submission = loaded(path)
    rows = [(p.name, p.owner, p.investment, p.start, p.end) for p in submission.model.projects]
    assert rows == [
        ("余热利用", "甲公司", "1200万元", "2014-03", "2015年10月"),
        ("光伏", "乙公司", "3 亿元", "2014-05-06", "2015"),
    ]
    place = submission.places["projects[2].investment"]
    assert (place.sheet, place.cell) == ("工程", "D7")
    assert submission.location("projects[2].investment").key == "projects[2].investment（工程!D7）"
    assert submission.warnings == ()


def test_one_column_a_year(book: Book) -> None:
    path = book(
        {
            "序列": [
                ["指标", "单位", 2010, "2011年", "2012（亿元）"],
                ["工业增加值", "亿元", 100.2, (112, "0.0"), "１２５．３"],
            ]
        }
    )
    assert loaded(path).model.series[0].values == {2010: "100.2", 2011: "112.0", 2012: "１２５．３亿元"}


def test_two_header_rows_with_merged_cells(tmp_path: Path) -> None:
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet.title = "指标目标"
    for row in (["指标", "单位", "基准", None, "目标", None], [None, None, "年份", "值", "年份", "值"]):
        sheet.append(row)
    sheet.append(["碳排放强度", "吨二氧化碳/万元", 2012, 1.65, 2016, 1.29])
    for cells in ("A1:A2", "B1:B2", "C1:D1", "E1:F1"):
        sheet.merge_cells(cells)
    workbook.save(tmp_path / "a.xlsx")
    row = loaded(tmp_path / "a.xlsx").model.targets[0]
    assert row.base is not None and row.target is not None
    assert (row.base.year, row.base.value, row.target.year, row.target.value) == ("2012", "1.65", "2016", "1.29")


def test_cells_merged_down_hold_for_every_row(tmp_path: Path) -> None:
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet.title = "工程"
    for row in (["项目名称", "对应任务"], ["甲", "T1"], ["乙", None], ["丙", "T2"]):
        sheet.append(row)
    sheet.merge_cells("B2:B3")
    workbook.save(tmp_path / "a.xlsx")
    assert [(p.name, p.task) for p in loaded(tmp_path / "a.xlsx").model.projects] == [
        ("甲", "T1"),
        ("乙", "T1"),
        ("丙", "T2"),
    ]


@pytest.mark.parametrize(
    "rows",
    [
        [
            ["园区基本情况"],
            ["项目", "填写内容", "说明"],
            ["名称", "甲经开区", "全称"],
            ["级别", None, "选填"],
            ["面积（平方公里）", 12.5],
        ],
        [["园区名称", "规划面积（平方公里）"], ["甲经开区", 12.5]],
        [["名称", "甲经开区", "面积", "12.5平方公里"]],
    ],
)
def test_park_in_any_layout(book: Book, rows: list[list[object]]) -> None:
    park = loaded(book({"园区": rows})).model.park
    assert park is not None
    assert (park.name, park.level, park.area) == ("甲经开区", None, "12.5平方公里")


def test_general_sheet_and_single_values(book: Book) -> None:
    sheets = {
        "基本信息": [["编制日期", (datetime(2014, 3, 1), "yyyy年m月")], ["总投资（万元）", 126000]],
        "建设期": [["建设期"], ["2014-2016"]],
    }
    model = loaded(book(sheets)).model
    assert (model.plan_date, model.total_investment, model.construction_period) == (
        "2014-03",
        "126000万元",
        "2014-2016",
    )


def test_notes_and_totals_are_left_out_and_told(book: Book) -> None:
    path = book({"工程": [["项目名称", "投资额（万元）"], ["甲", 1], ["合计", 1], ["注：投资按现价计算"]]})
    submission = loaded(path)
    assert [p.name for p in submission.model.projects] == ["甲"]
    assert [(d.code, d.message, d.place.cell) for d in submission.warnings] == [
        ("data-total-row", "工作表“工程”第 3 行是“合计”，没有作为一条数据读取", "A3"),
        ("data-note-row", "工作表“工程”第 4 行像是表注，没有作为数据读取", "A4"),
    ]


def test_cells_without_a_header_are_told(book: Book) -> None:
    submission = loaded(book({"工程": [["项目名称", "项目类型"], ["甲", "节能", "旁注"]]}))
    assert [d.message for d in submission.warnings] == ["工作表“工程”的 C2 上方没有表头，这一格没有读取"]


def test_declared_empty_and_unfilled_sheets(book: Book) -> None:
    model = loaded(
        book(
            {"工程": [["项目名称", "项目类型"], ["无"]], "任务": [["编号", "名称"]], "Sheet1": [], "_草稿": [["随便"]]}
        )
    ).model
    assert (model.empty, model.projects, model.tasks) == (("projects",), (), ())


def test_mistakes_name_sheet_and_cell(book: Book) -> None:
    path = book({
        "园区": [["名称", "甲"], ["面机", "3 平方公里"]],
        "工成": [["项目名称", "投资额"], ["甲", "1 万元"]],
        "能源": [["品种", "单位", "数量级"], ["原煤", "吨", 3]],
        "任务": [["甲", "乙"], ["丙", "丁"]],
        "序列": [["指标", "单位", 2010, 2010], ["甲", "吨", 3, 4]],
        "排放": [["来源", "单位", 2010], ["能源活动", "吨二氧化碳", "=A1+1"], ["其他", "吨二氧化碳", "#REF!"]],
    })  # fmt: skip
    workbook = load_workbook(path)
    workbook["排放"]["C3"].data_type = "e"
    workbook.save(path)
    assert sorted((d.place.sheet, d.place.cell, d.message, d.help) for d in mistakes(path)) == sorted([
        ("园区", "A2", "工作表“园区”没有“面机”这一项", "您是不是想写“面积”（area）？"),
        ("工成", None, "不认识工作表“工成”", "您是不是想写“工程”？"),
        ("能源", "C1", "工作表“能源”没有“数量级”这一列", MISSING_COLUMN),
        ("任务", None, "工作表“任务”里找不到表头", "请保留模板的表头，例如：编号、名称、领域、内容。"),
        ("序列", "D2", "“序列第1条的数值”中 2010 年写了两次", "请只保留一处。"),
        ("排放", "C2", "工作表“排放”的 C2 是公式，文件里没有保存它的结果", "请用 Excel 或 WPS 打开后保存一次，或直接填写数值。"),
        ("排放", "C3", "工作表“排放”的 C3 是错误值“#REF!”", "请改正公式，或直接填写数值。"),
    ])  # fmt: skip


MISSING_COLUMN = (
    "可以写的项有：品种（fuel）、单位（unit）、因子（factor）、口径（scope）、预测（forecast）、情景（scenario）、"
    "数据来源（source）、数值（values）、备注（note）。"
)


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        (0.18, "0%", "18%"),
        (0.183, "0%", "18.3%"),
        (0.18, "0.0%", "18.0%"),
        (0.1 + 0.2, "General", "0.3"),
        (112, "0.0", "112.0"),
        (100.25, "0.0", "100.25"),
        (1200, "#,##0", "1200"),
        (1200, '0"万元"', "1200万元"),
        (2014, '0"年"', "2014年"),
        (True, "General", "true"),
        (1e15, "General", "1000000000000000"),
        (datetime(2014, 3, 1), "yyyy-mm", "2014-03"),
        (datetime(2014, 3, 1), "yyyy", "2014"),
        ("文字", "@", "文字"),
    ],
)
def test_cell_text_is_what_a_person_sees(value: object, number_format: str, text: str) -> None:
    assert cell_text(value, number_format) == text


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "data-encrypted"),
        (b"PK\x03\x04broken", "data-not-xlsx"),
        (b"", "data-not-xlsx"),
        ("园区".encode(), "data-not-xlsx"),
    ],
)
def test_other_files_named_xlsx_are_refused(tmp_path: Path, content: bytes, code: str) -> None:
    (tmp_path / "a.xlsx").write_bytes(content)
    assert [d.code for d in mistakes(tmp_path / "a.xlsx")] == [code]


@pytest.mark.parametrize(
    ("parts", "code"),
    [
        ({"xl/workbook.xml": b"0" * (41 * 1024 * 1024)}, "data-too-large"),
        ({"xl/workbook.xml": b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}, "data-not-xlsx"),
        ({"word/document.xml": b"<a/>"}, "data-not-xlsx"),
        ({"xl/workbook.xml": b"<a/>", "[Content_Types].xml": b"<a/>"}, "data-not-xlsx"),
    ],
)
def test_hostile_packages_are_refused(tmp_path: Path, parts: dict[str, bytes], code: str) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    (tmp_path / "a.xlsx").write_bytes(buffer.getvalue())
    assert [d.code for d in mistakes(tmp_path / "a.xlsx")] == [code]


@pytest.mark.parametrize("cells", ["A1:XFD1048576", "B2:Z60000"])
def test_a_huge_merged_range_is_refused_before_it_is_spread_out(book: Book, tmp_path: Path, cells: str) -> None:
    path = book({"工程": [["项目名称", "项目类型"], ["甲", "节能"]]})
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    merged = f'</sheetData><mergeCells count="1"><mergeCell ref="{cells}"/></mergeCells>'.encode()
    parts[sheet] = parts[sheet].replace(b"</sheetData>", merged)
    with zipfile.ZipFile(tmp_path / "b.xlsx", "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    assert [d.message for d in mistakes(tmp_path / "b.xlsx")] == ["文件解开后超过 40 MB，或格子、部件过多"]


def test_a_month_typed_as_a_number_is_not_guessed(book: Book) -> None:
    path = book({"工程": [["项目名称", "开始时间", "结束时间"], ["甲", 2014.1, 2015.3]]})
    assert [(d.message, d.help) for d in mistakes(path)] == [
        ("工作表“工程”的 B2 是数值“2014.1”，不知道是 1 月还是 10 月", "请写成 2014-01 或 2014-10。")
    ]


def test_a_sheet_that_reaches_too_far_is_refused(book: Book, tmp_path: Path) -> None:
    path = book({"工程": [["项目名称", "项目类型"], ["甲", "节能"]]})
    workbook = load_workbook(path)
    workbook["工程"].cell(900_000, 5, "远处")
    workbook.save(path)
    assert [d.message for d in mistakes(path)] == ["工作表“工程”的范围太大（900000 行 × 5 列）"]


def test_unfilled_rows_of_a_yearly_form_give_no_points(book: Book) -> None:
    path = book({"能源": [["品种", "单位", 2010], ["原煤", "吨", None], ["电力", "万千瓦时", 3]]})
    facts = submission_facts(loaded(path), Vocabulary({}))
    assert [(p.member, p.year) for p in facts.points] == [("电力", 2010)]


def test_hidden_sheets_of_other_programs_are_told(book: Book) -> None:
    path = book({"工程": [["项目名称", "项目类型"], ["甲", "节能"]], "WpsReserved": [["x"]]})
    workbook = load_workbook(path)
    workbook["WpsReserved"].sheet_state = "hidden"
    workbook.save(path)
    assert [d.message for d in loaded(path).warnings] == ["隐藏的工作表“WpsReserved”没有读取"]
