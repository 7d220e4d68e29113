"""Figures: what counts as one, its caption and description, and captions without a picture."""

from __future__ import annotations

from pathlib import Path

from document.docx_parts import cell, p, picture, row, table, write
from plancheck.document.model import Document, Figure
from plancheck.document.plaintext import document_from_text
from plancheck.document.reader import read_document

VML = '<w:p><w:r><w:pict><v:shape><v:imagedata o:title="厂区照片"/></v:shape></w:pict></w:r></w:p>'
TINY = picture().replace('cx="3000000" cy="2000000"', 'cx="100000" cy="100000"')
CHART = (
    '<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="图表 1"/><a:graphic><a:graphicData><c:chart r:id="rId7"/>'
    "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
)


def figures(document: Document) -> list[tuple[str, str, bool]]:
    return [(f.caption, f.description, f.present) for f in document.figures()]


def read(tmp_path: Path, *blocks: str) -> Document:
    return read_document(write(tmp_path / "a.docx", "".join(blocks)))


def test_caption_below_and_above(tmp_path: Path) -> None:
    document = read(tmp_path, picture("俯瞰"), p("图1 区位图"), p("正文。"), p("图2-1 布局图"), picture())
    assert figures(document) == [("图1 区位图", "俯瞰", True), ("图2-1 布局图", "", True)]


def test_several_pictures_under_one_caption(tmp_path: Path) -> None:
    assert figures(read(tmp_path, picture("左"), picture("右"), p("图1 现状"))) == [
        ("图1 现状", "左", True),
        ("图1 现状", "右", True),
    ]


def test_captions_all_above_without_text_between(tmp_path: Path) -> None:
    document = read(tmp_path, p("图1 甲"), picture("一"), p("图2 乙"), picture("二"))
    assert figures(document) == [("图1 甲", "一", True), ("图2 乙", "二", True)]


def test_captions_all_below_without_text_between(tmp_path: Path) -> None:
    document = read(tmp_path, picture("一"), p("图1 甲"), picture("二"), p("图2 乙"))
    assert figures(document) == [("图1 甲", "一", True), ("图2 乙", "二", True)]


def test_words_own_caption(tmp_path: Path) -> None:
    assert figures(read(tmp_path, picture(), p("图表 1 区位"))) == [("图表 1 区位", "", True)]


def test_attached_figure_heads_a_section(tmp_path: Path) -> None:
    document = read(tmp_path, p("附图1 区位图"), picture(), p("附图2 管网图"), p("正文。"))
    assert [s.label for s in document.sections[1:]] == ["附图1", "附图2"]
    assert figures(document) == [("附图1 区位图", "", True), ("附图2 管网图", "", False)]


def test_caption_without_picture(tmp_path: Path) -> None:
    assert figures(read(tmp_path, p("正文。"), p("图1 区位图"), p("正文。"), p("正文。"), p("正文。"))) == [
        ("图1 区位图", "", False)
    ]


def test_mention_is_no_caption(tmp_path: Path) -> None:
    assert figures(read(tmp_path, p("图1为园区区位图。"), p("图2所示的布局"))) == []


def test_old_pictures_count_and_icons_do_not(tmp_path: Path) -> None:
    assert figures(read(tmp_path, VML, TINY)) == [("", "厂区照片", True)]


def test_charts_tell_their_words(tmp_path: Path) -> None:
    part = "<c:chartSpace NS><c:chart><c:title><a:t>碳排放趋势</a:t></c:title><c:v>2012</c:v><c:v>煤炭</c:v></c:chart></c:chartSpace>"
    path = write(
        tmp_path / "a.docx",
        CHART + p("图1 趋势"),
        parts={"word/charts/c.xml": part},
        links={"rId7": ("chart", "charts/c.xml")},
    )
    assert figures(read_document(path)) == [("图1 趋势", "碳排放趋势；煤炭", True)]


def test_pictures_in_a_layout_table(tmp_path: Path) -> None:
    document = read(tmp_path, table(row(cell(picture("左")), cell(picture("右"))), row("图1 甲", "图2 乙")))
    assert figures(document) == [("图1 甲", "左", True), ("图2 乙", "右", True)]


def test_scanned_pages_are_noted(tmp_path: Path) -> None:
    assert [n.code for n in read(tmp_path, picture(), picture()).notes] == ["pictures-only"]


def test_figures_in_text() -> None:
    document = document_from_text("[图 园区区位图]\n[图1 布局图]\n[图缺 管网图]")
    assert [(f.number, f.caption, f.present) for f in document.figures()] == [
        (1, "园区区位图", True),
        (2, "图1 布局图", True),
        (3, "管网图", False),
    ]
    assert all(isinstance(b, Figure) for b in document.blocks)
