"""Write blocks as a Word file in one of several format profiles that real plans show."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor

from corpus.builder.archive import reproducible
from corpus.builder.content import Block, Contents, Cover, Figure, Heading, PageBreak, Paragraph, Table, Title

Numbering = Literal["typed-chinese", "automatic-chapters", "typed-decimal", "none"]
_DIGITS = "零一二三四五六七八九"


@dataclass(frozen=True, slots=True)
class Profile:
    """How a plan looks: numbering of headings, real heading styles or bold paragraphs, fonts, table habits."""

    numbering: Numbering
    heading_styles: bool = True
    body_font: str = "仿宋_GB2312"
    heading_font: str = "黑体"
    repeat_table_header: bool = False
    number_captions: bool = True
    contents_level: int = 2


def chinese_number(value: int) -> str:
    """1 to 99 in Chinese digits: 12 → 十二."""
    tens, ones = divmod(value, 10)
    head = "" if tens == 0 else ("十" if tens == 1 else f"{_DIGITS[tens]}十")
    return head + (_DIGITS[ones] if ones or not tens else "")


def heading_labels(blocks: Sequence[Block], numbering: Numbering) -> list[str]:
    """The visible number of every heading, in order (also for automatic numbering, for the table of contents)."""
    counts = [0, 0, 0, 0]
    labels: list[str] = []
    for block in blocks:
        if not isinstance(block, Heading):
            continue
        counts[block.level - 1] += 1
        counts[block.level :] = [0] * (4 - block.level)
        labels.append(_label(counts, block.level, numbering))
    return labels


def _label(counts: Sequence[int], level: int, numbering: Numbering) -> str:
    number = counts[level - 1]
    if numbering == "typed-chinese":
        return (f"{chinese_number(number)}、", f"（{chinese_number(number)}）", f"{number}.", f"（{number}）")[
            level - 1
        ]
    if numbering == "automatic-chapters":
        name = chinese_number(number)
        return (f"第{name}章 ", f"第{name}节 ", f"{name}、", f"（{name}）")[level - 1]
    if numbering == "typed-decimal":
        return ".".join(str(c) for c in counts[:level]) + " "
    return ""


def write_word(blocks: Sequence[Block], profile: Profile, title: str) -> bytes:
    """The Word file of a plan; the same blocks and profile always give the same bytes."""
    document = Document()
    _set_up(document, profile, title)
    labels = heading_labels(blocks, profile.numbering)
    if profile.numbering == "automatic-chapters":
        _number_headings(document)
    waiting = iter(labels)
    for block in blocks:
        if isinstance(block, Heading):
            _heading(document, block, next(waiting), profile)
        elif isinstance(block, Contents):
            _contents(document, blocks, labels, profile)
        else:
            _other(document, block, profile)
    buffer = io.BytesIO()
    document.save(buffer)
    return reproducible(buffer.getvalue())


def _set_up(document: Any, profile: Profile, title: str) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.6)
    normal = document.styles["Normal"]
    normal.font.size = Pt(12)
    _font(normal, profile.body_font)
    for level in range(1, 5):
        style = document.styles[f"Heading {level}"]
        style.font.size = Pt(18 - 2 * level)
        style.font.color.rgb = RGBColor(0, 0, 0)
        _font(style, profile.heading_font)
    caption = document.styles["Caption"]
    caption.font.size, caption.font.color.rgb = Pt(10.5), RGBColor(0, 0, 0)
    _font(caption, profile.heading_font)
    core = document.core_properties
    core.title, core.author, core.comments, core.language = title, "", "", "zh-CN"


def _font(style: Any, name: str) -> None:
    style.font.name = "Times New Roman"
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    fonts.set(qn("w:eastAsia"), name)
    for theme in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
        fonts.attrib.pop(qn(theme), None)


def _number_headings(document: Any) -> None:
    """Chapter, section and item numbers that Word itself counts (no digits in the heading text)."""
    formats = (("chineseCountingThousand", "第%1章"), ("chineseCountingThousand", "第%2节"), ("chineseCounting", "%3、"), ("chineseCounting", "（%4）"))  # fmt: skip
    levels = "".join(
        f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:pStyle w:val="Heading{i + 1}"/>'
        f'<w:suff w:val="space"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/></w:lvl>'
        for i, (kind, text) in enumerate(formats)
    )
    numbering = document.part.numbering_part.element
    abstract = f'<w:abstractNum {nsdecls("w")} w:abstractNumId="90"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
    numbering.insert(0, parse_xml(abstract))
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'))
    for i in range(4):
        properties = document.styles[f"Heading {i + 1}"].element.get_or_add_pPr()
        properties.insert(0, parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{i}"/><w:numId w:val="90"/></w:numPr>'))
        _order_numbering(properties)


def _order_numbering(properties: Any) -> None:
    """`numPr` stands after keepNext/keepLines in the schema's order."""
    number = properties.find(qn("w:numPr"))
    for name in ("w:keepLines", "w:keepNext"):
        before = properties.find(qn(name))
        if before is not None:
            before.addnext(number)
            return


def _heading(document: Any, block: Heading, label: str, profile: Profile) -> None:
    text = block.text if profile.numbering in ("automatic-chapters", "none") else f"{label}{block.text}"
    if profile.heading_styles:
        document.add_heading(text, level=block.level)
        return
    paragraph = document.add_paragraph()
    run = paragraph.add_run(text)
    run.bold = True
    if block.level == 1:
        run.font.size = Pt(15)


def _contents(document: Any, blocks: Sequence[Block], labels: Sequence[str], profile: Profile) -> None:
    head = document.add_paragraph("目  录")
    head.alignment = WD_ALIGN_PARAGRAPH.CENTER
    headings = [b for b in blocks if isinstance(b, Heading)]
    entries = [
        (h.level, f"{label}{h.text}")
        for h, label in zip(headings, labels, strict=True)
        if h.level <= profile.contents_level
    ]
    first = None
    for count, (level, text) in enumerate(entries):
        paragraph = document.add_paragraph()
        paragraph.paragraph_format.left_indent = Cm(0.74 * (level - 1))
        if first is None:
            first = paragraph
            _field(paragraph, "begin")
            instruction = OxmlElement("w:instrText")
            instruction.set(qn("xml:space"), "preserve")
            instruction.text = ' TOC \\o "1-2" \\h \\z \\u '
            paragraph.add_run()._r.append(instruction)
            _field(paragraph, "separate")
        paragraph.add_run(f"{text}\t{2 + count // 3}")
        if count == len(entries) - 1:
            _field(paragraph, "end")
    _other(document, PageBreak(), profile)


def _field(paragraph: Any, kind: str) -> None:
    mark = OxmlElement("w:fldChar")
    mark.set(qn("w:fldCharType"), kind)
    paragraph.add_run()._r.append(mark)


def _other(document: Any, block: Block, profile: Profile) -> None:
    if isinstance(block, Title | Cover):
        paragraph = document.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        run = paragraph.add_run(block.text)
        if isinstance(block, Title):
            run.bold, run.font.size = True, Pt(22)
    elif isinstance(block, Paragraph):
        paragraph = document.add_paragraph()
        paragraph.paragraph_format.first_line_indent = Pt(24)
        if block.lead:
            paragraph.add_run(block.lead).bold = True
        paragraph.add_run(block.text)
    elif isinstance(block, PageBreak):
        document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    elif isinstance(block, Figure):
        if block.png is not None:
            paragraph = document.add_paragraph()
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            picture = paragraph.add_run().add_picture(io.BytesIO(block.png), width=Cm(11))
            picture._inline.docPr.set("descr", block.description or block.caption)
        _caption(document, block.caption, profile)
    elif isinstance(block, Table):
        _table(document, block, profile)


def _caption(document: Any, text: str, profile: Profile) -> None:
    paragraph = document.add_paragraph(style="Caption" if profile.heading_styles else "Normal")
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.add_run(text)


def _table(document: Any, block: Table, profile: Profile) -> None:
    if not block.caption_below:
        _caption(document, block.caption, profile)
    if block.note:
        note = document.add_paragraph(block.note)
        note.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    columns = max(len(row) for row in block.rows)
    table = document.add_table(rows=len(block.rows), cols=columns)
    table.style = "Table Grid"
    for r, row in enumerate(block.rows):
        if len(row) != columns:
            raise ValueError(f"{block.caption}: row {r} has {len(row)} cells, not {columns}")
        for cell, text in zip(table.rows[r].cells, row, strict=True):
            _fill(cell, text, bold=r < block.header_rows)
    for top, left, bottom, right in block.merges:
        for r in range(top, bottom + 1):
            for c in range(left, right + 1):
                if (r, c) != (top, left):
                    _fill(table.cell(r, c), "", bold=False)
        merged = table.cell(top, left).merge(table.cell(bottom, right))
        for spare in [p for p in merged.paragraphs[1:] if not p.text]:
            spare._p.getparent().remove(spare._p)
    if profile.repeat_table_header:
        for row in table.rows[: block.header_rows]:
            row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    if block.widths:
        for row in table.rows:
            for cell, width in zip(row.cells, block.widths, strict=False):
                cell.width = Cm(width)
    if block.caption_below:
        _caption(document, block.caption, profile)
    else:
        document.add_paragraph()


def _fill(cell: Any, text: str, *, bold: bool) -> None:
    paragraph = cell.paragraphs[0]
    for run in paragraph.runs:
        run._r.getparent().remove(run._r)
    if text:
        run = paragraph.add_run(text)
        run.font.size, run.bold = Pt(9), bold or None
