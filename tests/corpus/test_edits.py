"""The named edits change exactly what they say, and complain when there is nothing to change."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import edits
import pytest
from docx import Document

PLANS = Path(__file__).parents[2] / "corpus" / "lcip-2014"


@pytest.fixture
def plan() -> Any:
    return Document(str(PLANS / "compliant-a.docx"))


@pytest.fixture
def chapters() -> Any:
    return Document(str(PLANS / "compliant-b.docx"))


def titles(document: Any, level: int) -> list[str]:
    return [edits.bare_title(p.text) for at, p in edits.headings(document) if at == level]


def all_text(document: Any) -> str:
    return "\n".join(p.text for p in document.paragraphs)


def test_drop_section_takes_heading_content_and_contents_line(plan: Any) -> None:
    edits.drop_section(plan, "社会效益")
    assert "社会效益" not in titles(plan, 2)
    assert "新增就业岗位" not in all_text(plan)
    assert "（三）社会效益" not in all_text(plan)
    assert "综合效益评价" in titles(plan, 2)


def test_drop_last_chapter_keeps_page_settings(plan: Any) -> None:
    edits.drop_section(plan, "保障措施")
    assert titles(plan, 1)[-1] == "园区创建效益分析"
    assert plan.sections[0].page_width is not None


def test_empty_section_leaves_heading_and_placeholder(plan: Any) -> None:
    edits.empty_section(plan, "经济效益", "待补充")
    _, heading = next((lv, p) for lv, p in edits.headings(plan) if edits.bare_title(p.text) == "经济效益")
    assert heading._p.getnext().xpath("string(.)") == "待补充"
    assert "静态投资回收期" not in all_text(plan)


def test_rename_heading_keeps_typed_number(plan: Any) -> None:
    edits.rename_heading(plan, "重点工程", "重点项目")
    assert "四、重点项目" in [p.text for _, p in edits.headings(plan)]


def test_rename_heading_with_automatic_number(chapters: Any) -> None:
    edits.rename_heading(chapters, "重点任务", "工作安排")
    assert titles(chapters, 1)[2] == "工作安排"


def test_swap_sections(plan: Any) -> None:
    edits.swap_sections(plan, "园区创建效益分析", "保障措施")
    assert titles(plan, 1)[-2:] == ["保障措施", "园区创建效益分析"]
    edits.swap_sections(plan, "组织保障", "宣传引导")
    assert titles(plan, 2)[-9:-4] == ["宣传引导", "制度保障", "资金保障", "智力保障", "组织保障"]


def test_move_section(plan: Any) -> None:
    edits.move_section(plan, "保障措施", after="主要任务")
    assert titles(plan, 1) == [
        "园区总体情况",
        "指导思想和主要目标",
        "主要任务",
        "保障措施",
        "重点工程",
        "园区创建效益分析",
    ]


def test_replace_text_everywhere_and_within(plan: Any) -> None:
    edits.replace_text(plan, "比2012年下降", "比2010年下降", within="总体目标")
    assert "比2010年下降22%" in all_text(plan)
    with pytest.raises(edits.NothingMatched):
        edits.replace_text(plan, "比2012年下降", "比2010年下降", within="智力保障")


def test_set_cell(plan: Any) -> None:
    edits.set_cell(plan, "表1 ", "服务业增加值", "2011年", "")
    table = edits.find_table(plan, "表1 ")
    assert [c.text for c in table.rows[3].cells] == ["服务业增加值", "亿元", "9.80", "", "13.70"]


def test_set_cell_under_two_header_rows(plan: Any) -> None:
    edits.set_cell(plan, "表4", "原煤", "2012年/占比（%）", "58.0")
    assert edits.find_table(plan, "表4").rows[2].cells[6].text == "58.0"


def test_set_cell_in_project_table_with_merges(chapters: Any) -> None:
    edits.set_cell(chapters, "表4-1", "涂装线废气余热回收项目", "建设单位", "相关企业")
    assert edits.find_table(chapters, "表4-1").rows[3].cells[3].text == "相关企业"


def test_rows_and_columns(plan: Any) -> None:
    before = len(edits.find_table(plan, "表12").rows)
    edits.delete_row(plan, "表12", "推广绿色建筑与厂房节能")
    assert len(edits.find_table(plan, "表12").rows) == before - 1
    edits.copy_row(plan, "表12", "推进低碳生产")
    assert len(edits.find_table(plan, "表12").rows) == before
    edits.delete_column(plan, "表12", "2016年")
    assert [c.text for c in edits.find_table(plan, "表12").rows[0].cells] == [
        "序号",
        "任务",
        "2014年",
        "2015年",
        "责任单位",
    ]


def test_figures(plan: Any) -> None:
    assert len(plan.inline_shapes) == 2
    edits.drop_picture(plan, "园区区位图")
    assert len(plan.inline_shapes) == 1
    assert "图1  园区区位图" in all_text(plan)
    edits.drop_figure(plan, "园区空间布局图")
    assert len(plan.inline_shapes) == 0
    assert "园区空间布局图" not in all_text(plan)


def test_paragraphs(plan: Any) -> None:
    edits.insert_paragraph(plan, "静态投资回收期", "另有间接收益。")
    assert "另有间接收益。" in all_text(plan)
    edits.drop_paragraph(plan, "另有间接收益")
    assert "另有间接收益" not in all_text(plan)


def test_drop_table(plan: Any) -> None:
    count = len(plan.tables)
    edits.drop_table(plan, "表6")
    assert len(plan.tables) == count - 1
    assert "单位：万吨二氧化碳" not in all_text(plan)


def test_new_and_moved_rows_and_columns(plan: Any, chapters: Any) -> None:
    edits.insert_column(plan, "表1 ", "2012年", ["2013年", "1", "2", "3", "4", "5"])
    edits.move_column(plan, "表1 ", "2010年", after="2013年")
    table = edits.find_table(plan, "表1 ")
    assert [c.text for c in table.rows[0].cells] == ["指标", "单位", "2011年", "2012年", "2013年", "2010年"]
    assert [c.text for c in table.rows[3].cells] == ["服务业增加值", "亿元", "11.60", "13.70", "3", "9.80"]
    edits.insert_row(plan, "表4", "柴油", ["其他", "0", "0", "0", "0", "0", "0"])
    assert edits.find_table(plan, "表4").rows[5].cells[0].text == "其他"
    moved = "滨河组团地源热泵供冷供热项目"
    edits.move_row(chapters, "表4-1", moved, to="表4-2", before="碳信息管理平台项目")
    assert [row.cells[2].text for row in edits.find_table(chapters, "表4-2").rows[2:4]] == [moved, "碳信息管理平台项目"]


def test_split_table_repeats_the_heads(plan: Any) -> None:
    edits.split_table(plan, "表1 ", "服务业增加值", "表1续  服务业和研发")
    assert [row.cells[0].text for row in edits.find_table(plan, "表1 ").rows] == [
        "指标",
        "工业总产值",
        "工业增加值（2010年价格）",
    ]
    assert [row.cells[0].text for row in edits.find_table(plan, "表1续").rows][:2] == ["指标", "服务业增加值"]


def test_widen_digits(plan: Any) -> None:
    edits.widen_digits(plan, "表1 ")
    assert edits.find_table(plan, "表1 ").rows[3].cells[2].text == "９．８０"


def test_levels_and_paragraphs(plan: Any, chapters: Any) -> None:
    edits.set_level(chapters, "综合效益分析", 2)
    assert "综合效益分析" in titles(chapters, 2)
    edits.rewrite_paragraph(plan, "静态投资回收期", "没有收益。")
    assert "没有收益。" in all_text(plan)
    edits.replace_pattern(plan, "贡献率[0-9.]+%", "贡献较大", within="主要任务")
    assert "贡献率22.0%" not in all_text(plan)


def test_a_bold_lead_stays_bold_unless_taken_back(chapters: Any) -> None:
    edits.replace_text(chapters, "每季度进行技术指导", "每年进行技术指导")
    (paragraph,) = (p for p in chapters.paragraphs if "每年进行技术指导" in p.text)
    assert paragraph.runs[0].bold and not paragraph.runs[-1].bold
    edits.plain(chapters, "每年进行技术指导")
    assert not any(run.bold for run in paragraph.runs)


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("drop_section", {"title": "没有这一章"}),
        ("rename_heading", {"old": "没有这一章", "new": "甲"}),
        ("replace_text", {"old": "没有这句话", "new": "甲"}),
        ("set_cell", {"caption": "表1 ", "row": "没有这一行", "column": "2011年", "new": "1"}),
        ("set_cell", {"caption": "表1 ", "row": "服务业增加值", "column": "2009年", "new": "1"}),
        ("delete_row", {"caption": "表99", "row": "甲"}),
        ("drop_figure", {"caption": "没有这张图"}),
        ("drop_paragraph", {"containing": "没有这句话"}),
        ("swap_sections", {"first": "重点工程", "second": "工程总体安排"}),
    ],
)
def test_nothing_matched_is_an_error(plan: Any, name: str, arguments: dict[str, str]) -> None:
    with pytest.raises(edits.NothingMatched):
        edits.EDITS[name](plan, **arguments)


def test_apply_saves_a_readable_file(tmp_path: Path) -> None:
    target = tmp_path / "changed.docx"
    edits.apply(PLANS / "compliant-a.docx", [("drop_section", {"title": "社会效益"})], target)
    assert "社会效益" not in titles(Document(str(target)), 2)
