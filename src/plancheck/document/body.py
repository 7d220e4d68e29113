"""The walk over a story (body, cell, text box, footnote): paragraphs, tables and figures in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from plancheck.document.fields import FieldStack, unclosed_begins
from plancheck.document.figures import Drawing, chosen, words_of_part
from plancheck.document.inline import Inline, Line, is_placeholder
from plancheck.document.numbering import Numbering
from plancheck.document.ooxml import MC, VAL, R, W, first, number, switch, val
from plancheck.document.package import Package, Relationship
from plancheck.document.raw import RawBlock, RawCell, RawFigure, RawKind, RawParagraph, RawRow, RawTable
from plancheck.document.styles import Look, Style, Styles, deleted_mark, numbering_of, separator_mark

if TYPE_CHECKING:
    from lxml.etree import _Element

MAX_SPAN = 200
_NOTE_PARTS = {"footnote": "footnotes", "endnote": "endnotes"}
_P, _TBL, _TR, _TC, _PPR, _STYLE = (W + n for n in ("p", "tbl", "tr", "tc", "pPr", "pStyle"))
_TCPR, _CELL_DEL, _SPAN, _VMERGE, _HMERGE = (W + n for n in ("tcPr", "cellDel", "gridSpan", "vMerge", "hMerge"))
_SDT, _CHUNK, _ALTERNATE = W + "sdt", W + "altChunk", MC + "AlternateContent"
_NO_MEMBERS = frozenset((_TR, _TC, _P, _TBL, W + "trPr", _TCPR))
_SKIP = frozenset(
    (
        W + "del",
        W + "moveFrom",
        W + "sectPr",
        W + "sdtPr",
        W + "sdtEndPr",
        W + "customXmlPr",
        W + "tblPr",
        W + "tblGrid",
        W + "trPr",
        _TCPR,
        _PPR,
    )
)


class Walk:
    """One walk over one part. `noticed` collects codes of what was not read or looks doubtful, with counts."""

    def __init__(
        self, package: Package, part: str, root: _Element, styles: Styles, numbering: Numbering, *, depth: int = 0
    ) -> None:
        self.noticed: dict[str, int] = {}
        self._package = package
        self._part = part
        self._styles = styles
        self._numbering = numbering
        self._depth = depth
        self._links: dict[str, Relationship] | None = None
        self._unclosed = unclosed_begins(root)
        self._anchors = {p: i for i, p in enumerate(root.iter(W + "p"))} if depth == 0 else {}
        self._inline = Inline(styles, FieldStack(self._unclosed))
        self._looks: dict[str | None, Look] = {}  # of the styles met, over the document's defaults
        self._kind: RawKind = "body"
        self._in_contents = 0
        self._in_table = 0
        self._carry = ""
        self._note_roots: dict[str, dict[str, _Element]] = {}

    def blocks(self, story: _Element) -> list[RawBlock]:
        """The blocks of a story in reading order."""
        found: list[RawBlock] = []
        self._collect(story, found)
        return found

    def _collect(self, parent: _Element, found: list[RawBlock]) -> None:
        for child in parent:
            tag = child.tag
            if tag == _P:
                self._paragraph(child, found)
            elif tag == _TBL:
                found.append(self._table(child))
            elif tag in _SKIP:
                continue
            elif tag == _SDT:
                if is_placeholder(child):
                    continue
                contents = _is_contents_control(child)
                self._in_contents += contents
                content = child.find(W + "sdtContent")
                if content is not None:
                    self._collect(content, found)
                self._in_contents -= contents
            elif tag == _CHUNK:
                self._chunk(child, found)
            elif tag == _ALTERNATE:
                branch = chosen(child)
                if branch is not None:
                    self._collect(branch, found)
            elif len(child):
                self._collect(child, found)

    def _paragraph(self, element: _Element, found: list[RawBlock]) -> None:
        properties = first(element, _PPR)
        style_id = val(properties, _STYLE)
        style = self._styles.get(style_id)
        look = self._looks.get(style_id)
        if look is None:
            look = self._looks[style_id] = style.look.over(self._styles.base)
        line = self._inline.read(element, look)
        text = self._carry + "".join(line.parts) if self._carry else "".join(line.parts)
        if properties is not None and deleted_mark(properties):
            self._carry = text
            self._hang(line, found)
            return
        self._carry = ""
        paragraph = RawParagraph(text, kind=self._kind, anchor=self._anchors.get(element))
        paragraph.in_table = self._in_table > 0
        self._state_properties(paragraph, properties, style, style_id)
        self._state_look(paragraph, line, style)
        if line.hidden:
            self._notice("hidden-text", line.hidden)
        if line.pale and not self._in_table:
            self._notice("pale-text", line.pale)
        found.append(paragraph)
        self._hang(line, found)

    def _state_properties(
        self, paragraph: RawParagraph, properties: _Element | None, style: Style, style_id: str | None
    ) -> None:
        numbering = style.numbering
        centred = style.centred
        if style.outline:
            paragraph.outline = style.outline
        if properties is not None:
            direct = number(val(properties, W + "outlineLvl"), 0, 9)
            if direct is not None and not (direct == 9 and style.outline):
                paragraph.outline = 0 if direct == 9 else direct + 1
                paragraph.outline_origin = "style" if paragraph.outline == style.outline else "outline"
            stated = numbering_of(properties)
            if stated is not None:
                ident, level = stated
                numbering = (ident or (numbering[0] if numbering else ""), level)
            align = val(properties, W + "jc")
            centred = centred if align is None else align == "center"
            paragraph.page_break = switch(properties, W + "pageBreakBefore") is True
            paragraph.joined = separator_mark(properties)
        if numbering is not None and numbering[0] and numbering[0] != "0":
            paragraph.label = self._numbering.label(numbering[0], numbering[1], style_id)
        paragraph.centred = bool(centred)

    def _state_look(self, paragraph: RawParagraph, line: Line, style: Style) -> None:
        # A lead set in another typeface (楷体 before 仿宋) stands out as a bold one does.
        paragraph.bold = line.bold if line.bold or line.font_open else line.font_lead
        sizes = line.sizes
        paragraph.size = max(sizes, key=sizes.__getitem__) if len(sizes) > 1 else next(iter(sizes), 0)
        paragraph.heavy = line.heavy * 2 > line.length
        paragraph.page_break = paragraph.page_break or line.page_break
        paragraph.toc = style.toc or self._in_contents > 0 or line.contents * 2 > line.length > 0
        paragraph.title = style.title
        if style.title:
            paragraph.outline = 0

    def _hang(self, line: Line, found: list[RawBlock]) -> None:
        for drawing in line.drawings:
            self._draw(drawing, found)
        if self._kind != "footnote":
            for kind, ident in line.notes:
                self._footnote(kind, ident, found)

    def _draw(self, drawing: Drawing, found: list[RawBlock]) -> None:
        if drawing.program:
            self._notice("equation-object" if drawing.program.lower().startswith("equation") else "embedded-object", 1)
        if drawing.figure is not None:
            for link in drawing.parts:
                root = self._linked_xml(link)
                words = words_of_part(root) if root is not None else ""
                drawing.figure.description = "；".join(w for w in (drawing.figure.description, words) if w)
            found.append(drawing.figure)
        for box in drawing.boxes:
            self._inner(box, "textbox", found)

    def _inner(self, story: _Element, kind: RawKind, found: list[RawBlock]) -> None:
        """Read a story inside a story: fields and joined paragraphs of the one have nothing to do with the other."""
        kept = (self._inline, self._kind, self._carry)
        self._inline, self._kind, self._carry = Inline(self._styles, FieldStack(self._unclosed)), kind, ""
        self._collect(story, found)
        self._inline, self._kind, self._carry = kept

    def _footnote(self, kind: str, ident: str, found: list[RawBlock]) -> None:
        if kind not in self._note_roots:
            self._note_roots[kind] = {}
            part = next(
                (r.target for r in self._relations().values() if r.kind == _NOTE_PARTS[kind] and not r.external), None
            )
            root = self._package.optional_xml(part) if part is not None else None
            if root is not None:
                self._unclosed |= unclosed_begins(root)
                self._note_roots[kind] = {e.get(W + "id", ""): e for e in root.iterchildren(W + kind)}
        story = self._note_roots[kind].pop(ident, None)
        if story is not None:
            self._inner(story, "footnote", found)

    def _chunk(self, element: _Element, found: list[RawBlock]) -> None:
        link = self._relations().get(element.get(R + "id", ""))
        if link is None or link.external or not self._package.has(link.target) or self._depth >= 2:
            self._notice("chunk-unread", 1)
            return
        from plancheck.document.altchunk import chunk_blocks

        found.extend(chunk_blocks(self._package, link.target, self._depth + 1, self.noticed))

    def _table(self, element: _Element) -> RawTable:
        table = RawTable()
        self._in_table += 1
        for tr in _members(element, _TR):
            properties = first(tr, W + "trPr")
            if properties is not None and (
                first(properties, W + "del") is not None or switch(properties, W + "hidden") is True
            ):
                continue
            before = number(val(properties, W + "gridBefore"), 0, MAX_SPAN) or 0
            row = RawRow(before, header=switch(properties, W + "tblHeader") is True)
            for tc in _members(tr, _TC):
                cell = self._cell(tc)
                if cell is not None:
                    row.cells.append(cell)
            table.rows.append(row)
        self._in_table -= 1
        return table

    def _cell(self, element: _Element) -> RawCell | None:
        properties = first(element, _TCPR)
        cell = RawCell([])
        if properties is not None:
            spans: list[str | None] = []
            for child in properties:
                tag = child.tag
                if tag == _VMERGE:
                    cell.vertical = "start" if child.get(VAL) == "restart" else "continue"
                elif tag == _SPAN:
                    spans.append(child.get(VAL))
                elif tag == _HMERGE:
                    cell.horizontal = "start" if child.get(VAL) == "restart" else "continue"
                elif tag == _CELL_DEL:
                    return None
            if spans:
                cell.span = number(spans[0], 1, MAX_SPAN) or 1
        self._collect(element, cell.blocks)
        return cell

    def _relations(self) -> dict[str, Relationship]:
        if self._links is None:
            self._links = self._package.relationship_ids(self._part)
        return self._links

    def _linked_xml(self, ident: str) -> _Element | None:
        link = self._relations().get(ident)
        return None if link is None or link.external else self._package.optional_xml(link.target)

    def _notice(self, code: str, count: int) -> None:
        self.noticed[code] = self.noticed.get(code, 0) + count


def _members(parent: _Element, tag: str) -> Iterator[_Element]:
    """Rows of a table or cells of a row, looking through content controls and tracked-change wrappers."""
    for child in parent:
        found = child.tag
        if found == tag:
            yield child
        elif found == _ALTERNATE:
            branch = chosen(child)
            if branch is not None:
                yield from _members(branch, tag)
        elif found not in _SKIP and found not in _NO_MEMBERS and len(child):
            yield from _members(child, tag)


def _is_contents_control(control: _Element) -> bool:
    gallery = control.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
    return gallery is not None and "contents" in gallery.get(VAL, "").lower()


def picture_only(blocks: list[RawBlock]) -> bool:
    """Whether the blocks hold pictures but hardly any text, as scanned pages do."""
    pictures = sum(isinstance(b, RawFigure) for b in blocks)
    letters = sum(len(b.text) for b in blocks if isinstance(b, RawParagraph))
    return pictures > 0 and letters < 200 and not any(isinstance(b, RawTable) for b in blocks)
