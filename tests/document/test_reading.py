"""Everything that a reader sees is read once, in order; what a reader does not see is not."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from document.docx_parts import bold, level, listed, numbering, p, row, run, table, write
from plancheck.document.model import Document, Paragraph
from plancheck.document.numbering import chinese_number, format_number
from plancheck.document.reader import read_document

PLACEHOLDER = (
    "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>单击此处</w:t></w:r></w:sdtContent></w:sdt>"
)
BOX = "<w:txbxContent><w:p><w:r><w:t>框内文字</w:t></w:r></w:p></w:txbxContent>"


def mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def instruction(text: str) -> str:
    return f"<w:r><w:instrText>{text}</w:instrText></w:r>"


def texts(document: Document) -> list[str]:
    return [b.text for b in document.blocks if isinstance(b, Paragraph)]


INLINE = {
    "hyperlink with a control inside": (f"<w:hyperlink>{run('见')}<w:sdt><w:sdtContent>{run('链接')}</w:sdtContent></w:sdt></w:hyperlink>", "见链接"),
    "tracked insertion and deletion": (f"{run('下降')}<w:del><w:r><w:delText>10%</w:delText></w:r></w:del><w:ins>{run('18%')}</w:ins>", "下降18%"),
    "moved text": (f"<w:moveFrom>{run('旧处')}</w:moveFrom><w:moveTo>{run('新处')}</w:moveTo>", "新处"),
    "smart tags": (f"{run('在')}<w:smartTag><w:smartTag>{run('北京')}</w:smartTag></w:smartTag>", "在北京"),
    "simple field": (f"{run('表')}<w:fldSimple w:instr=' SEQ 表 '>{run('1-1')}</w:fldSimple>", "表1-1"),
    "complex field": (mark("begin") + instruction(" SEQ 图 ") + mark("separate") + run("3") + mark("end"), "3"),
    "nested field": (
        mark("begin") + instruction("IF") + mark("begin") + instruction("X") + mark("separate") + run("内") + mark("end")
        + mark("separate") + run("外") + mark("end"), "外",
    ),
    "unclosed field": (mark("begin") + instruction("PAGE") + run("后文"), "后文"),
    "stray field end": (mark("end") + run("后文"), "后文"),
    "hidden run": (run("可见") + run("隐藏", "<w:vanish/>") + run("样式隐藏", '<w:rStyle w:val="H"/>'), "可见"),
    "symbols": ('<w:r><w:sym w:font="Symbol" w:char="F0A3"/></w:r><w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>', "≤☑"),
    "ruby": ("<w:r><w:ruby><w:rt><w:r><w:t>pin</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>拼</w:t></w:r></w:rubyBase></w:ruby></w:r>", "拼"),
    "fraction": ("<m:oMath><m:f><m:num><m:r><m:t>E</m:t></m:r></m:num><m:den><m:r><m:t>a+b</m:t></m:r></m:den></m:f></m:oMath>", "E/(a+b)"),
    "power": ("<m:oMath><m:sSup><m:e><m:r><m:t>10</m:t></m:r></m:e><m:sup><m:r><m:t>8</m:t></m:r></m:sup></m:sSup></m:oMath>", "10⁸"),
    "superscript run": (run("面积10m") + run("2", '<w:vertAlign w:val="superscript"/>'), "面积10m²"),
    "check box": ('<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData></w:fldChar></w:r>'
                  + mark("end") + run("是"), "☑是"),
    "placeholder": (run("单位：") + PLACEHOLDER, "单位："),
    "no-break hyphen and tab": ("<w:r><w:t>甲</w:t><w:noBreakHyphen/><w:t>乙</w:t><w:tab/><w:t>丙</w:t></w:r>", "甲-乙\t丙"),
}  # fmt: skip


@pytest.mark.parametrize("case", INLINE)
def test_inside_a_paragraph(case: str, tmp_path: Path) -> None:
    content, expected = INLINE[case]
    assert texts(read_document(write(tmp_path / "a.docx", p(content)))) == [expected]


BLOCKS = {
    "block controls": (f"<w:sdt><w:sdtContent>{p('控件内')}</w:sdtContent></w:sdt>", ["控件内"]),
    "custom XML": (f"<w:customXml>{p('标记内')}</w:customXml>", ["标记内"]),
    "deleted paragraph mark": (p("上半句", props="<w:rPr><w:del/></w:rPr>") + p("下半句"), ["上半句下半句"]),
    "deleted paragraph": ("<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:del><w:r><w:delText>删</w:delText></w:r></w:del></w:p>" + p("后"), ["后"]),
    "text box, once": (
        f"<w:p>{run('正文')}<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:anchor><wps:txbx>{BOX}</wps:txbx></wp:anchor></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{BOX}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>",
        ["正文", "框内文字"],
    ),
    "blank paragraphs": (p() + p("甲") + p("<w:r><w:t> </w:t></w:r>") + p("乙"), ["甲", "乙"]),
}  # fmt: skip


@pytest.mark.parametrize("case", BLOCKS)
def test_between_paragraphs(case: str, tmp_path: Path) -> None:
    content, expected = BLOCKS[case]
    document = read_document(write(tmp_path / "a.docx", content))
    assert texts(document) == expected
    assert [b.number for b in document.blocks if isinstance(b, Paragraph)] == list(range(1, len(expected) + 1))


def test_footnotes_follow_their_paragraph(tmp_path: Path) -> None:
    notes = f'<w:footnotes NS><w:footnote w:id="2">{p("脚注文字")}</w:footnote></w:footnotes>'
    path = write(
        tmp_path / "a.docx",
        p(f'{run("正文")}<w:r><w:footnoteReference w:id="2"/></w:r>') + p("后文"),
        parts={"word/footnotes.xml": notes},
        links={"rId9": ("footnotes", "footnotes.xml")},
    )
    document = read_document(path)
    assert [(b.text, b.kind) for b in document.blocks if isinstance(b, Paragraph)] == [
        ("正文", "body"),
        ("脚注文字", "footnote"),
        ("后文", "body"),
    ]


def test_headers_stand_apart(tmp_path: Path) -> None:
    path = write(
        tmp_path / "a.docx",
        p("一、概况") + p("正文"),
        parts={
            "word/header1.xml": f"<w:hdr NS>{p('东湖园区实施方案')}</w:hdr>",
            "word/footer1.xml": f"<w:ftr NS>{p('12')}</w:ftr>",
        },
        links={"rId8": ("header", "header1.xml"), "rId9": ("footer", "footer1.xml")},
    )
    document = read_document(path)
    last = document.blocks[-1]
    assert isinstance(last, Paragraph)
    assert (last.text, last.kind, last.section, last.number) == ("东湖园区实施方案", "header", 0, 0)
    assert document.sections[0].last == len(document.blocks) - 1
    assert document.characters == len("一概况正文")


def test_automatic_contents_are_set_apart(tmp_path: Path) -> None:
    field = p(mark("begin") + instruction(' TOC \\o "1-3" ') + mark("separate") + run("一、概况\t1")) + p(
        run("二、目标\t2") + mark("end")
    )
    document = read_document(
        write(tmp_path / "a.docx", p("目 录") + field + p("一、概况", style="1") + p("二、目标", style="1"))
    )
    assert document.toc == ("一、概况", "二、目标")
    assert texts(document) == ["一、概况", "二、目标"]
    assert document.notes == ()


def test_contents_control_and_style(tmp_path: Path) -> None:
    control = (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>'
        f"{p('目录')}{p('总则 1', style='TOC1')}</w:sdtContent></w:sdt>"
    )
    document = read_document(write(tmp_path / "a.docx", control + p("总则", style="1") + p("正文")))
    assert texts(document) == ["总则", "正文"]
    assert len(document.toc) == 1


def test_style_separator_makes_a_run_in_heading(tmp_path: Path) -> None:
    lead = p("（一）目标。", style="2", props="<w:rPr><w:vanish/><w:specVanish/></w:rPr>")
    document = read_document(write(tmp_path / "a.docx", p("一、总则", style="1") + lead + p("到2025年下降18%。")))
    assert [(b.number, b.text, b.kind) for b in document.blocks if isinstance(b, Paragraph)] == [
        (1, "一、总则", "heading"),
        (2, "（一）目标。", "heading"),
        (2, "到2025年下降18%。", "body"),
    ]


def test_anchors_point_into_the_main_part(tmp_path: Path) -> None:
    document = read_document(
        write(tmp_path / "a.docx", p() + p("甲") + table(row("格")) + table(row("一", "二")) + p("乙"))
    )
    assert [(b.text, b.anchor) for b in document.blocks if isinstance(b, Paragraph)] == [
        ("甲", 1),
        ("格", 2),
        ("乙", 5),
    ]


def test_counting_rules(tmp_path: Path) -> None:
    numbers = numbering(level(0, "decimal", "%1"), level(1, "decimal", "%1.%2"), level(2, "decimal", "%1.%2.%3"))
    body = "".join(listed("题", n) for n in (0, 2, 1, 0, 1, 1, 2))
    document = read_document(write(tmp_path / "a.docx", body, numbers=numbers))
    labels = [b.label for b in document.blocks if isinstance(b, Paragraph)]
    assert labels == ["1", "1.1.1", "1.2", "2", "2.1", "2.2", "2.2.1"]


def test_shared_counters_and_start_override(tmp_path: Path) -> None:
    nums = (
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )
    numbers = numbering(level(0, "japaneseCounting", "%1、"), nums=nums)
    body = "".join(listed("题", 0, n) for n in (1, 1, 2, 2, 1))
    document = read_document(write(tmp_path / "a.docx", body, numbers=numbers))
    assert [b.label for b in document.blocks if isinstance(b, Paragraph)] == ["一、", "二、", "一、", "二、", "三、"]


def test_bullets_and_removed_numbers_print_nothing(tmp_path: Path) -> None:
    numbers = numbering(level(0, "bullet", "•"))
    document = read_document(write(tmp_path / "a.docx", listed("甲", 0) + listed("乙", 0, 0), numbers=numbers))
    assert [b.label for b in document.blocks if isinstance(b, Paragraph)] == ["", ""]


@pytest.mark.parametrize(
    ("value", "shown"),
    [(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (23, "二十三"), (105, "一百零五"), (110, "一百一十"), (0, "0")],
)
def test_chinese_numbers(value: int, shown: str) -> None:
    assert chinese_number(value) == shown


@pytest.mark.parametrize(
    ("kind", "value", "shown"),
    [
        ("upperRoman", 4, "IV"), ("lowerLetter", 27, "aa"), ("decimalEnclosedCircle", 3, "③"), ("chineseLegalSimplified", 12, "壹拾贰"),
        ("decimalZero", 7, "07"), ("none", 3, ""), ("unheardOf", 3, "3"), ("upperRoman", 2**31, "2147483648"),
    ],
)  # fmt: skip
def test_number_formats(kind: str, value: int, shown: str) -> None:
    assert format_number(value, kind) == shown


def test_web_page_inside(tmp_path: Path) -> None:
    page = "<html><head><title>x</title></head><body><h1>概况</h1><p>正文&nbsp;内容</p><table><tr><td>甲</td><td>乙</td></tr></table></body></html>"
    path = write(
        tmp_path / "a.docx",
        '<w:altChunk r:id="rId9"/>',
        parts={"word/a.html": page},
        links={"rId9": ("aFChunk", "a.html")},
    )
    document = read_document(path)
    assert texts(document) == ["概况", "正文 内容"]
    assert [c.text for t in document.tables() for c in t.cells] == ["甲", "乙"]
    assert document.sections[1].title == "概况"


def test_hidden_and_pale_text_are_noted(tmp_path: Path) -> None:
    body = p(run("正文") + run("藏", "<w:vanish/>") + run("白字", '<w:color w:val="FFFFFF"/>'))
    assert [n.code for n in read_document(write(tmp_path / "a.docx", body)).notes] == [
        "hidden-text",
        "pale-text",
        "no-headings",
    ]


def test_an_empty_document_is_noted(tmp_path: Path) -> None:
    document = read_document(write(tmp_path / "a.docx", p()))
    assert [n.code for n in document.notes] == ["empty-document"]
    assert (document.blocks, document.characters) == ((), 0)


def test_same_file_same_document(tmp_path: Path) -> None:
    path = write(tmp_path / "a.docx", p("一、概况") + p(bold("正文")))
    assert read_document(path) == read_document(path)
    assert len(read_document(path).sha256) == 64


def test_strict_namespaces(tmp_path: Path) -> None:
    path = write(tmp_path / "a.docx", p("正文"))
    other = tmp_path / "b.docx"
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(other, "w") as out:
        for name in source.namelist():
            data = source.read(name)
            data = data.replace(
                b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                b"http://purl.oclc.org/ooxml/wordprocessingml/main",
            )
            out.writestr(name, data)
    assert texts(read_document(other)) == ["正文"]
