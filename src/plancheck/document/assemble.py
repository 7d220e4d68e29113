"""From raw blocks to the document: contents and cover set apart, headings found, captions tied, everything numbered."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from plancheck.document.captions import (
    caption_kind,
)
from plancheck.document.cover import Cover, read_cover
from plancheck.document.heading import SENTENCE_END, SHORT_TITLE, Heading
from plancheck.document.labels import compact, tidy_title
from plancheck.document.levels import assign_levels
from plancheck.document.lines import Item, to_items
from plancheck.document.model import Block, Document, Figure, Paragraph, ParagraphKind, ReadingNote, Section
from plancheck.document.notes import content_notes, count_characters
from plancheck.document.outline import find_headings
from plancheck.document.raw import RawBlock, RawFigure, RawParagraph, RawTable
from plancheck.document.tables import Counter, build_table, figures_in, gap_after
from plancheck.document.ties import Ties, annex_heading, is_line, tie, visible
from plancheck.document.toc import split_contents


def assemble(
    blocks: Iterable[RawBlock],
    *,
    name: str,
    sha256: str,
    margins: Sequence[str] = (),
    notes: Sequence[ReadingNote] = (),
) -> Document:
    """The document of raw blocks in reading order. `margins` are header and footer texts, kept apart from the body."""
    kept, contents, contents_at = split_contents(list(blocks))
    items = to_items(kept)
    if contents_at is not None:
        contents_at = len(to_items(kept[:contents_at]))
    cover = read_cover([i.line for i in items], [i.title for i in items], [i.page_break for i in items], contents_at)
    _bar_cover(items, cover)
    ties = tie(items)
    wanted = {compact(entry) for entry in contents}
    for index, item in enumerate(items):
        if index in ties.lines:
            item.line.barred = item.line.barred or not annex_heading(item)
        if (
            wanted
            and item.line.solid
            and len(item.line.text) <= 60
            and compact(item.line.label + item.line.text) in wanted
        ):
            item.line.in_toc = True
    headings = find_headings([i.line for i in items])
    below = _titles_below(items, headings)
    headings = [h for h in headings if h.line - 1 not in below]
    made = _Maker(items, headings, assign_levels(headings), ties, below).make()
    every = [*made.blocks, *_margin_blocks(margins)]
    cover_lines = tuple(items[i].line.text for i in cover.lines)
    all_notes = [*notes, *content_notes(made.blocks, made.sections, contents)]
    return Document(
        name=name,
        title=cover.title,
        sha256=sha256,
        blocks=tuple(every),
        sections=tuple(made.sections),
        toc=tuple(contents),
        notes=tuple(all_notes),
        characters=sum(count_characters(b) for b in made.blocks),
        cover=cover_lines,
    )


def _bar_cover(items: Sequence[Item], cover: Cover) -> None:
    """Cover lines, and the title where it is repeated before the text, are no headings."""
    for index in cover.lines:
        items[index].line.barred = True
    if not cover.title:
        return
    title = compact(cover.title)
    for index, item in enumerate(items):
        text = compact(item.line.text) if len(item.line.text) <= 2 * len(title) else ""
        if text and text == title:
            item.line.barred = True
        elif (
            text
            and title.startswith(text)
            and index + 1 < len(items)
            and title == text + compact(items[index + 1].line.text)
        ):
            item.line.barred = items[index + 1].line.barred = True


def _titles_below(items: Sequence[Item], headings: Sequence[Heading]) -> set[int]:
    """Headings that are a number alone (第一章, 附件2) whose title stands in the line below."""
    found: set[int] = set()
    for heading in headings:
        at = heading.line + 1
        if (
            heading.label is None
            or not is_line(items, at)
            or heading.rest < len(items[heading.line].line.text.rstrip())
        ):
            continue
        if items[heading.line].line.text[heading.start :].strip():
            continue
        line, text = items[at].line, items[at].line.text.strip()
        if (
            line.barred
            or line.number is not None
            or not 1 < len(text) <= SHORT_TITLE
            or text[-1] in SENTENCE_END + "：:"
        ):
            continue
        found.add(heading.line)
    return found


class _Maker:
    """Makes blocks and sections in one pass over the items."""

    def __init__(
        self, items: Sequence[Item], headings: Sequence[Heading], levels: Sequence[int], ties: Ties, below: set[int]
    ) -> None:
        self.blocks: list[Block] = []
        self.sections: list[Section] = [Section(0, "", "", 0, 0, 0, 0)]
        self._items = items
        self._headings = {h.line: (h, level) for h, level in zip(headings, levels, strict=True)}
        self._ties = ties
        self._below = below
        self._tables = Counter()
        self._figures = 0
        self._open = [0]
        self._children: dict[int, list[int]] = {0: []}

    def make(self) -> _Maker:
        number = 0
        last_source = -1
        for index, item in enumerate(self._items):
            raw = item.raw
            if isinstance(raw, RawParagraph):
                if item.source != last_source:
                    number += 1
                last_source = item.source
                self._paragraph(index, raw, number)
            elif isinstance(raw, RawTable):
                self._table(index, raw)
            else:
                self._figure(raw, raw.caption or self._ties.captions.get(index, ""))
        while self._open:
            self._close()
        self.sections = [replace(s, children=tuple(self._children[s.index])) for s in self.sections]
        return self

    def _paragraph(self, index: int, raw: RawParagraph, number: int) -> None:
        found = self._headings.get(index)
        label = raw.label
        if found is None:
            kind: ParagraphKind = "heading" if index - 1 in self._below else raw.kind
            if index in self._ties.lines and kind in ("body", "textbox"):
                kind = "caption"
            self.blocks.append(Paragraph(number, visible(self._items[index]), self._open[-1], kind, label, raw.anchor))
            if index in self._ties.orphans:
                self._figure(RawFigure(present=False), visible(self._items[index]).strip())
            return
        heading, level = found
        shown = f"{label}{gap_after(label)}{raw.text[: heading.rest]}".rstrip()
        title = tidy_title(raw.text[heading.start : heading.end])
        if index in self._below:
            title = tidy_title(self._items[index + 1].line.text)
        section = self._open_section(heading, level, title)
        self.blocks.append(Paragraph(number, shown, section, "heading", label, raw.anchor))
        if index in self._ties.orphans:
            self._figure(RawFigure(present=False), shown)
        rest = raw.text[heading.rest :].strip()
        if rest:
            self.blocks.append(Paragraph(number, rest, section, "body", "", raw.anchor))

    def _open_section(self, heading: Heading, level: int, title: str) -> int:
        while len(self._open) > 1 and self.sections[self._open[-1]].level >= level:
            self._close()
        index = len(self.sections)
        parent = self._open[-1]
        label = heading.label.text if heading.label is not None else ""
        if not title and heading.label is not None and not heading.label.numbers:
            title, label = label, ""  # 附件 alone is the title itself
        at = len(self.blocks)
        self.sections.append(
            Section(index, title, label, level, parent, at + 1, at + 1, at, heading.origin, heading.sure)
        )
        self._children[parent].append(index)
        self._children[index] = []
        self._open.append(index)
        return index

    def _close(self) -> None:
        index = self._open.pop()
        self.sections[index] = replace(self.sections[index], last=len(self.blocks))

    def _table(self, index: int, raw: RawTable) -> None:
        caption = raw.caption or self._ties.captions.get(index, "")
        note = raw.note or self._ties.notes.get(index, "")
        self.blocks.append(build_table(raw, self._open[-1], self._tables, caption=caption, note=note))
        inside = list(figures_in(raw))
        if not inside:
            return
        lines = [
            t
            for row in raw.rows
            for c in row.cells
            for b in c.blocks
            if isinstance(b, RawParagraph)
            for t in b.text.split("\n")
        ]
        captions = [t.strip() for t in lines if caption_kind(t) == "图"]
        outside = next(
            (
                visible(self._items[n])
                for n in (index + 1, index - 1)
                if is_line(self._items, n) and caption_kind(visible(self._items[n])) == "图"
            ),
            "",
        )
        for order, (figure, _) in enumerate(inside):
            own = captions[order] if len(captions) == len(inside) else captions[0] if len(captions) == 1 else outside
            self._figure(figure, own)

    def _figure(self, raw: RawFigure, caption: str) -> None:
        self._figures += 1
        self.blocks.append(Figure(self._figures, self._open[-1], caption, raw.description, raw.present))


def _margin_blocks(margins: Sequence[str]) -> list[Block]:
    texts = dict.fromkeys(t.strip() for t in margins)
    return [
        Paragraph(0, t, 0, "header")
        for t in texts
        if len(t) > 1 and any(not c.isdigit() and not c.isspace() for c in t)
    ]
