"""Tables: the grid with all kinds of merges, header rows, captions and unit notes."""

from __future__ import annotations

from pathlib import Path

import pytest

from document.docx_parts import cell, p, row, run, table, write
from plancheck.document.model import Document, Paragraph, Table
from plancheck.document.plaintext import document_from_text
from plancheck.document.reader import read_document

START = '<w:vMerge w:val="restart"/>'
GO_ON = "<w:vMerge/>"


def span(count: int | str) -> str:
    return f'<w:gridSpan w:val="{count}"/>'


def read(tmp_path: Path, *blocks: str) -> Document:
    return read_document(write(tmp_path / "a.docx", "".join(blocks)))


def only(document: Document) -> Table:
    (found,) = document.tables()
    return found


def grid(found: Table) -> list[list[str | None]]:
    return [[c.text if c else None for c in line] for line in found.grid]


def test_spans(tmp_path: Path) -> None:
    found = only(
        read(
            tmp_path,
            table(
                row(cell("指标", START), cell("年份", span(2))),
                row(cell("", GO_ON), "2012", "2016"),
                row("碳强度", "1.2", "0.9"),
            ),
        )
    )
    assert grid(found) == [["指标", "年份", "年份"], ["指标", "2012", "2016"], ["碳强度", "1.2", "0.9"]]
    assert [(c.row, c.column, c.row_span, c.column_span, c.text) for c in found.cells][:3] == [
        (1, 1, 2, 1, "指标"),
        (1, 2, 1, 2, "年份"),
        (2, 2, 1, 1, "2012"),
    ]
    assert found.header_rows == 2


def test_grid_before_ragged_rows_and_old_merges(tmp_path: Path) -> None:
    rows = (
        row("甲", "乙", "丙"),
        row("二", "三", properties='<w:gridBefore w:val="1"/>'),
        row(cell("合", '<w:hMerge w:val="restart"/>'), cell("", "<w:hMerge/>"), "末"),
        row("独"),
    )
    assert grid(only(read(tmp_path, table(*rows)))) == [
        ["甲", "乙", "丙"],
        [None, "二", "三"],
        ["合", "合", "末"],
        ["独", None, None],
    ]


@pytest.mark.parametrize("value", ["99999999", "-5", "abc", "1e9"])
def test_absurd_spans_are_clamped(value: str, tmp_path: Path) -> None:
    found = only(read(tmp_path, table(row(cell("甲", span(value)), "乙"), row("一", "二"))))
    assert found.columns <= 500
    assert [c.text for c in found.cells] == ["甲", "乙", "一", "二"]


def test_rows_and_cells_behind_wrappers(tmp_path: Path) -> None:
    wrapped = f"<w:sdt><w:sdtContent>{row('丙', '丁')}</w:sdtContent></w:sdt>"
    inner = f"<w:tr><w:sdt><w:sdtContent>{cell('戊')}</w:sdtContent></w:sdt>{cell('己')}</w:tr>"
    gone = row("残", "留", properties="<w:del/>")
    assert grid(only(read(tmp_path, table(row("甲", "乙"), wrapped, gone, inner)))) == [
        ["甲", "乙"],
        ["丙", "丁"],
        ["戊", "己"],
    ]


def test_nested_tables_are_numbered_after_their_holder(tmp_path: Path) -> None:
    document = read(
        tmp_path, table(row("外", cell(p("前") + table(row("内一", "内二")) + p()))), table(row("甲", "乙"))
    )
    assert [(t.number, t.nested_in, t.cells[0].text) for t in document.tables()] == [
        (1, None, "外"),
        (2, 1, "内一"),
        (3, None, "甲"),
    ]
    assert next(document.tables()).cells[1].text == "前"


def test_cells_keep_paragraphs_apart_and_do_not_count(tmp_path: Path) -> None:
    document = read(tmp_path, p("前"), table(row(cell(p("一行") + p("二行")), "乙")), p("后"))
    assert only(document).cells[0].text == "一行\n二行"
    assert [b.number for b in document.blocks if isinstance(b, Paragraph)] == [1, 2]


HEADERS = {
    "one row": ("| 名称 | 2012年 | 2016年 |\n| 煤 | 1 | 2 |", 1),
    "years": ("| 年份 | 2012 | 2016 |\n| 煤 | 1 | 2 |", 1),
}


@pytest.mark.parametrize("case", HEADERS)
def test_text_tables_head_with_their_first_row(case: str) -> None:
    text, expected = HEADERS[case]
    assert only(document_from_text(text)).header_rows == expected


def test_marked_header_rows_win(tmp_path: Path) -> None:
    marked = row("1", "2", properties="<w:tblHeader/>")
    assert only(read(tmp_path, table(marked, row("3", "4")))).header_rows == 1


def test_transposed_table_has_no_header_row(tmp_path: Path) -> None:
    rows = (row("规划面积", "10"), row("总产值", "120"), row("企业数", "300"))
    assert only(read(tmp_path, table(*rows))).header_rows == 0


BY_LOOK = {
    "text only": ((row("序号", "任务", "责任部门"), row("1", "建设光伏", "管委会")), 1),
    "divided heads without merges": ((row("指标", cell("年份", span(2))), row("", "2012", "2016"), row("能耗", "1", "2")), 2),
    "text below a wide head": ((row("名称", cell("内容", span(2))), row("光伏", "屋顶", "三期"), row("余热", "发电", "二期")), 1),
    "form": ((row("单位名称", "东湖公司"), row("面积", "10"), row("产值", "120")), 0),
    "two columns": ((row("名称", "数量"), row("光伏", "三套")), 1),
    "groups from the top": ((row(cell("能源", START), "光伏", "屋顶"), row(cell("", GO_ON), "风电", "山地"), row("建筑", "改造", "厂房")), 0),
    "values from the top": ((row("煤", "1", "2"), row("油", "3", "4")), 0),
}  # fmt: skip


@pytest.mark.parametrize("case", BY_LOOK)
def test_header_rows_by_look(case: str, tmp_path: Path) -> None:
    rows, expected = BY_LOOK[case]
    assert only(read(tmp_path, table(*rows))).header_rows == expected


def test_title_row_inside_the_table(tmp_path: Path) -> None:
    rows = (row(cell("园区能耗", span(3))), row("名称", "2012年", "2013年"), row("煤", "1", "2"))
    assert only(read(tmp_path, table(*rows))).header_rows == 2


CAPTIONS = {
    "above": ([p("表1-1 能源消费"), "T"], "表1-1 能源消费", ""),
    "above with unit line": ([p("表 2　能源消费"), p("单位：万吨标准煤"), "T"], "表 2　能源消费", "单位：万吨标准煤"),
    "unit line first": ([p("（单位：万元）"), "T"], "", "单位：万元"),
    "unit inside": ([p("表3 投资（单位：万元）"), "T"], "表3 投资", "单位：万元"),
    "below": (["T", p("表4 能源消费"), p("正文。")], "表4 能源消费", ""),
    "sequence field": ([p(f"{run('表')}<w:fldSimple w:instr=' SEQ 表 '>{run('5')}</w:fldSimple>{run(' 投资')}"), "T"], "表5 投资", ""),
    "Word's own words": ([p("表格 2 投资"), "T"], "表格 2 投资", ""),
    "chart word over a table": ([p("图表 3 投资"), "T"], "图表 3 投资", ""),
    "attached table": ([p("附表1 重点项目"), "T"], "附表1 重点项目", ""),
    "no number": ([p("园区重点项目表", props='<w:jc w:val="center"/>'), "T"], "园区重点项目表", ""),
    "mere mention": ([p("表1中列出了全部项目。"), "T"], "", ""),
    "prose": ([p("主要指标如下表所示："), "T"], "", ""),
}  # fmt: skip


@pytest.mark.parametrize("case", CAPTIONS)
def test_captions(case: str, tmp_path: Path) -> None:
    blocks, caption, note = CAPTIONS[case]
    rows = table(row("名称", "数量"), row("煤", "1"))
    document = read(tmp_path, *(rows if b == "T" else b for b in blocks))
    assert (only(document).caption, only(document).note) == (caption, note)
    kinds = {b.text: b.kind for b in document.blocks if isinstance(b, Paragraph)}
    assert all(kind == "caption" for text, kind in kinds.items() if note and text.startswith(("单位", "（单位")))


def test_two_tables_keep_their_own_captions(tmp_path: Path) -> None:
    rows = table(row("名称", "数量"), row("煤", "1"))
    document = read(tmp_path, p("表1 甲"), rows, p("表2 乙"), rows)
    assert [t.caption for t in document.tables()] == ["表1 甲", "表2 乙"]
    assert {b.kind for b in document.blocks if isinstance(b, Paragraph)} == {"caption"}


def test_captions_all_below(tmp_path: Path) -> None:
    rows = table(row("名称", "数量"), row("煤", "1"))
    document = read(tmp_path, rows, p("表1 甲"), rows, p("表2 乙"))
    assert [t.caption for t in document.tables()] == ["表1 甲", "表2 乙"]


def test_text_table_with_merges_and_caption() -> None:
    found = only(
        document_from_text("表1 能耗\n单位：万吨\n| 名称 | 2012 | 2013 |\n|---|:-:|---|\n| 煤 | 1 | |\n| ^ | 3 | < |")
    )
    assert (found.caption, found.note, found.header_rows) == ("表1 能耗", "单位：万吨", 1)
    assert grid(found) == [["名称", "2012", "2013"], ["煤", "1", ""], ["煤", "3", "3"]]
