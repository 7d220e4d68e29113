"""Named edits of a built sample plan, for mutation tests: change one thing, save, judge.

Every edit takes the opened python-docx document and raises `NothingMatched` when what it names is not there (so that a
mutation can never silently do nothing). Titles are given without their number; captions by any part of their text.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from docx import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from table_edits import (
    NothingMatched,
    caption_of,
    copy_row,
    delete_column,
    delete_row,
    find_table,
    insert_column,
    insert_row,
    move_column,
    move_row,
    put_after,
    remove,
    set_cell,
    split_table,
    styled,
    widen_digits,
    write,
)

_NUMBER = re.compile(r"^(?:第[一二三四五六七八九十]+[章节] ?|[一二三四五六七八九十]+、 ?|（[一二三四五六七八九十\d]+）|\d+(?:\.\d+)+ |\d+[. ] ?)")  # fmt: skip
_DRAWING = f".//{qn('w:drawing')}"


def apply(source: Path, edits: Sequence[tuple[str, Mapping[str, Any]]], target: Path) -> None:
    """Open `source`, apply the named edits with their arguments in order, save as `target`."""
    document = Document(str(source))
    for name, arguments in edits:
        EDITS[name](document, **arguments)
    document.save(str(target))


def as_bytes(document: Any) -> bytes:
    """The document as the bytes of a Word file."""
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def bare_title(text: str) -> str:
    """A heading's text without its typed number."""
    return _NUMBER.sub("", text.strip(), count=1).strip()


def headings(document: Any) -> Iterator[tuple[int, Paragraph]]:
    """Level and paragraph of every heading that has a heading style."""
    for style, paragraph in styled(document):
        if style.startswith("Heading "):
            yield int(style.removeprefix("Heading ")), paragraph


def drop_section(document: Any, title: str) -> None:
    """Remove a heading and everything below it, and its line in the table of contents."""
    for element in _section(document, title):
        element.getparent().remove(element)
    _contents_line(document, title, None)


def empty_section(document: Any, title: str, placeholder: str = "") -> None:
    """Remove what stands below a heading; `placeholder` (待补充, 略) takes its place when given."""
    heading, *body = _section(document, title)
    for element in body:
        element.getparent().remove(element)
    if placeholder:
        _after(document, heading, placeholder)


def rename_heading(document: Any, old: str, new: str) -> None:
    """Give a heading another title; its number stays."""
    _, paragraph = _heading(document, old)
    number = paragraph.text[: len(paragraph.text) - len(bare_title(paragraph.text))]
    write(paragraph, number + new)
    _contents_line(document, old, new)


def swap_sections(document: Any, first: str, second: str) -> None:
    """Exchange two sections (with their numbers as they are)."""
    one, two = _section(document, first), _section(document, second)
    if set(one) & set(two):
        raise NothingMatched(f"{first} and {second} lie within each other")
    mark = one[0].makeelement(qn("w:p"), {})
    one[0].addprevious(mark)
    put_after(two[-1], one)
    put_after(mark, two)
    mark.getparent().remove(mark)


def move_section(document: Any, title: str, after: str) -> None:
    """Move a section behind the end of another one."""
    moved, anchor = _section(document, title), _section(document, after)
    if set(moved) & set(anchor):
        raise NothingMatched(f"{title} and {after} lie within each other")
    put_after(anchor[-1], moved)


def replace_text(document: Any, old: str, new: str, within: str | None = None) -> None:
    """Replace a text everywhere (paragraphs and table cells), or only below the heading `within`."""
    scope = document.element.body if within is None else None
    elements = [scope] if scope is not None else _section(document, within or "")
    found = False
    for element in elements:
        marks = [element] if element.tag == qn("w:p") else list(element.iter(qn("w:p")))
        for mark in marks:
            paragraph = Paragraph(mark, document)
            if old in paragraph.text:
                write(paragraph, paragraph.text.replace(old, new))
                found = True
    if not found:
        raise NothingMatched(f"text {old!r}")


def drop_paragraph(document: Any, containing: str) -> None:
    """Remove every body paragraph that contains the text."""
    for paragraph in _paragraphs(document, containing):
        remove(paragraph._p)


def rewrite_paragraph(document: Any, containing: str, text: str) -> None:
    """Give the (only) body paragraph that contains `containing` another text."""
    found = _paragraphs(document, containing)
    if len(found) != 1:
        raise NothingMatched(f"{len(found)} paragraphs contain {containing!r}, one is needed")
    write(found[0], text)


def plain(document: Any, containing: str) -> None:
    """Take the bold lead of every paragraph that contains the text back to plain type."""
    for paragraph in _paragraphs(document, containing):
        for run in paragraph.runs:
            run.bold = False


def insert_paragraph(document: Any, after: str, text: str) -> None:
    """Put a new body paragraph behind the (only) one that contains `after`."""
    found = _paragraphs(document, after)
    if len(found) != 1:
        raise NothingMatched(f"{len(found)} paragraphs contain {after!r}, one is needed")
    _after(document, found[0]._p, text)


def drop_figure(document: Any, caption: str) -> None:
    """Remove a figure: the picture and its caption."""
    paragraph = caption_of(document, caption)
    drop_picture(document, caption)
    remove(paragraph._p)


def drop_picture(document: Any, caption: str) -> None:
    """Remove only the picture that stands above a caption; the caption stays."""
    picture = caption_of(document, caption)._p.getprevious()
    if picture is None or picture.find(_DRAWING) is None:
        raise NothingMatched(f"no picture above {caption!r}")
    remove(picture)


def drop_table(document: Any, caption: str) -> None:
    """Remove a table with its caption and the note between them."""
    table = find_table(document, caption)
    element: Any = caption_of(document, caption)._p
    while element is not table._tbl:
        following = element.getnext()
        remove(element)
        element = following
    remove(table._tbl)


def set_level(document: Any, title: str, level: int) -> None:
    """Give a heading another level; what stands below it stays as it is."""
    _, paragraph = _heading(document, title)
    paragraph.style = document.styles[f"Heading {level}"]


def replace_pattern(document: Any, pattern: str, new: str, within: str) -> None:
    """Replace every match of a regular expression in the paragraphs and table cells below a heading."""
    found = False
    for element in _section(document, within):
        for mark in [element] if element.tag == qn("w:p") else element.iter(qn("w:p")):
            paragraph = Paragraph(mark, document)
            text = re.sub(pattern, new, paragraph.text)
            if text != paragraph.text:
                write(paragraph, text)
                found = True
    if not found:
        raise NothingMatched(f"pattern {pattern!r}")


def _heading(document: Any, title: str) -> tuple[int, Paragraph]:
    found = [(level, p) for level, p in headings(document) if bare_title(p.text) == title]
    if len(found) != 1:
        raise NothingMatched(f"{len(found)} headings {title!r}, one is needed")
    return found[0]


def _section(document: Any, title: str) -> list[Any]:
    level, paragraph = _heading(document, title)
    levels: dict[Any, int] = {p._p: at for at, p in headings(document)}
    elements: list[Any] = [paragraph._p]
    element: Any = paragraph._p.getnext()
    while element is not None and element.tag != qn("w:sectPr") and levels.get(element, 9) > level:
        elements.append(element)
        element = element.getnext()
    return elements


def _paragraphs(document: Any, containing: str) -> list[Paragraph]:
    found = [p for p in document.paragraphs if containing in p.text]
    if not found:
        raise NothingMatched(f"no paragraph contains {containing!r}")
    return found


def _contents_line(document: Any, title: str, new: str | None) -> None:
    """The typed line of the table of contents follows its heading (nothing to do where there is none)."""
    for paragraph in document.paragraphs:
        text, tab, _ = paragraph.text.partition("\t")
        if tab and bare_title(text) == title:
            for mark in paragraph._p.iter(qn("w:t")):
                mark.text = (mark.text or "").replace(title, new) if new is not None else ""


def _after(document: Any, element: Any, text: str) -> None:
    mark = element.makeelement(qn("w:p"), {})
    element.addnext(mark)
    Paragraph(mark, document).add_run(text)


EDITS: dict[str, Callable[..., None]] = {
    edit.__name__: edit
    for edit in (
        drop_section, empty_section, rename_heading, swap_sections, move_section, replace_text, drop_paragraph,
        insert_paragraph, drop_figure, drop_picture, drop_table, set_cell, delete_row, copy_row, delete_column, set_level,
        replace_pattern, rewrite_paragraph, plain, insert_row, move_row, insert_column, move_column, split_table, widen_digits,
    )
}  # fmt: skip
"""Every edit by its name, for mutations that are written down as data."""
