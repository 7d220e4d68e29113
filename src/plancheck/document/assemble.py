"""From raw blocks to the document: contents and cover set apart, headings found, captions tied, everything numbered."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from plancheck.document.captions import (
    caption_kind,
    is_unit_line,
    looks_like_title_of_table,
    split_unit,
    unit_note,
)
from plancheck.document.cover import Cover, read_cover
from plancheck.document.heading import SENTENCE_END, SHORT_TITLE, Heading
from plancheck.document.labels import compact, parse_label, tidy_title
from plancheck.document.levels import assign_levels
from plancheck.document.lines import Item, to_items
from plancheck.document.model import Block, Document, Figure, Paragraph, ParagraphKind, ReadingNote, Section, Table
from plancheck.document.outline import find_headings
from plancheck.document.raw import RawBlock, RawFigure, RawParagraph, RawTable
from plancheck.document.tables import Counter, build_table, figures_in, gap_after
from plancheck.document.toc import split_contents

MAX_GROUP = 12  # pictures that share one caption


@dataclass(slots=True)
class _Ties:
    """Captions and notes by item: what belongs to a table or figure, and which lines are captions."""

    captions: dict[int, str] = field(default_factory=dict)
    notes: dict[int, str] = field(default_factory=dict)
    lines: set[int] = field(default_factory=set)
    orphans: set[int] = field(default_factory=set)


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
        before = {id(b) for b in kept[:contents_at]}
        contents_at = sum(1 for i in items if id(i.raw) in before)
    cover = read_cover([i.line for i in items], [i.title for i in items], [i.page_break for i in items], contents_at)
    _bar_cover(items, cover)
    ties = _tie(items)
    wanted = {compact(entry) for entry in contents}
    for index, item in enumerate(items):
        if index in ties.lines:
            item.line.barred = item.line.barred or not _annex_heading(item)
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
    all_notes = [*notes, *_notes(made.blocks, made.sections, contents)]
    return Document(
        name=name,
        title=cover.title,
        sha256=sha256,
        blocks=tuple(every),
        sections=tuple(made.sections),
        toc=tuple(contents),
        notes=tuple(all_notes),
        characters=sum(_count(b) for b in made.blocks),
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
        elif text and index + 1 < len(items) and title == text + compact(items[index + 1].line.text):
            item.line.barred = items[index + 1].line.barred = True


def _annex_heading(item: Item) -> bool:
    number = parse_label(item.line.label + item.line.text)
    return number is not None and number.kind == "annex"


def _titles_below(items: Sequence[Item], headings: Sequence[Heading]) -> set[int]:
    """Headings that are a number alone (第一章, 附件2) whose title stands in the line below."""
    found: set[int] = set()
    for heading in headings:
        at = heading.line + 1
        if (
            heading.label is None
            or not _is_line(items, at)
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


def _visible(item: Item) -> str:
    return f"{item.line.label}{gap_after(item.line.label)}{item.line.text}"


def _is_line(items: Sequence[Item], index: int) -> bool:
    return 0 <= index < len(items) and isinstance(items[index].raw, RawParagraph)


def _tie(items: Sequence[Item]) -> _Ties:
    ties = _Ties()
    kinds = [caption_kind(_visible(i)) if isinstance(i.raw, RawParagraph) and not i.line.outline else "" for i in items]
    used: set[int] = set()
    for index, item in enumerate(items):
        if isinstance(item.raw, RawTable):
            _tie_table(items, index, kinds, ties, used)
    for index, item in enumerate(items):
        if isinstance(item.raw, RawFigure) and not item.raw.caption:
            _tie_figure(items, index, kinds, ties, used)
    for index, item in enumerate(items):
        if isinstance(item.raw, RawTable):
            at = next(
                (n for n in (index + 1, index - 1) if _is_line(items, n) and kinds[n] == "图" and n not in used), None
            )
            if at is not None and any(True for _ in figures_in(item.raw)):
                used.add(at)
                ties.captions.setdefault(index, "")
                ties.notes.setdefault(index, "")
                ties.lines.add(at)
    for index, kind in enumerate(kinds):
        if kind:
            ties.lines.add(index)
            if kind == "图" and index not in used:
                ties.orphans.add(index)
    return ties


def _tie_table(items: Sequence[Item], index: int, kinds: Sequence[str], ties: _Ties, used: set[int]) -> None:
    above = index - 1
    note = ""
    while _is_line(items, above) and is_unit_line(items[above].line.text):
        note = note or unit_note(items[above].line.text)
        ties.lines.add(above)
        above -= 1
    caption_at = -1
    if _is_line(items, above) and above not in used:
        line = items[above].line
        unlabelled = parse_label(line.label + line.text) is None and not line.outline and not line.barred
        if kinds[above] == "表" or (
            unlabelled and looks_like_title_of_table(line.text) and (line.centred or line.bold or note)
        ):
            caption_at = above
    below = index + 1
    if caption_at < 0 and _is_line(items, below) and kinds[below] == "表" and below not in used:
        after = below + 1
        while _is_line(items, after) and is_unit_line(items[after].line.text):
            after += 1
        if after >= len(items) or not isinstance(items[after].raw, RawTable):
            caption_at = below
    if caption_at >= 0:
        used.add(caption_at)
        ties.lines.add(caption_at)
        caption, inside = split_unit(_visible(items[caption_at]))
        ties.captions[index] = caption
        note = note or inside
    if not note and _is_line(items, below) and is_unit_line(items[below].line.text):
        note = unit_note(items[below].line.text)
        ties.lines.add(below)
    if note:
        ties.notes[index] = note


def _tie_figure(items: Sequence[Item], index: int, kinds: Sequence[str], ties: _Ties, used: set[int]) -> None:
    """The caption below (after further pictures and at most one line), else above."""
    below = index + 1
    while below < min(len(items), index + MAX_GROUP) and isinstance(items[below].raw, RawFigure):
        below += 1
    for at in (below, below + 1, index - 1, index - 2):
        if _is_line(items, at) and kinds[at] == "图":
            if at in used and at < index:
                continue
            between = range(min(at, index) + 1, max(at, index))
            if any(isinstance(items[b].raw, RawTable) for b in between):
                continue
            used.add(at)
            ties.captions[index] = _visible(items[at]).strip()
            return


class _Maker:
    """Makes blocks and sections in one pass over the items."""

    def __init__(
        self, items: Sequence[Item], headings: Sequence[Heading], levels: Sequence[int], ties: _Ties, below: set[int]
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
            self.blocks.append(Paragraph(number, _visible(self._items[index]), self._open[-1], kind, label, raw.anchor))
            if index in self._ties.orphans:
                self._figure(RawFigure(present=False), _visible(self._items[index]).strip())
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
                _visible(self._items[n])
                for n in (index + 1, index - 1)
                if _is_line(self._items, n) and caption_kind(_visible(self._items[n])) == "图"
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


def _count(block: Block) -> int:
    if isinstance(block, Paragraph):
        return sum(map(str.isalnum, block.text))
    if isinstance(block, Table):
        return sum(sum(map(str.isalnum, c.text)) + sum(_count(t) for t in c.tables) for c in block.cells)
    return 0


def _notes(blocks: Sequence[Block], sections: Sequence[Section], contents: Sequence[str]) -> list[ReadingNote]:
    notes: list[ReadingNote] = []
    written = any(isinstance(b, (Paragraph, Table)) for b in blocks)
    if not written:
        if any(isinstance(b, Figure) for b in blocks):
            notes.append(ReadingNote("pictures-only", "文档只有图片，没有可读的文字，可能是扫描件。请提交文字版。"))
        else:
            notes.append(ReadingNote("empty-document", "正文为空，没有读到任何内容。"))
        return notes
    letters = sum(_count(b) for b in blocks)
    pictures = sum(isinstance(b, Figure) and b.present for b in blocks)
    if pictures and letters < 200 and pictures * 100 > letters:
        notes.append(
            ReadingNote("pictures-only", "文字很少而图片较多，正文可能是扫描图片。图片里的文字没有读取，请提交文字版。")
        )
    if len(sections) == 1:
        notes.append(ReadingNote("no-headings", "没有识别到章节标题，按章节检查的内容需要人工核对。"))
    notes.extend(_contents_note(sections, contents))
    return notes


def _contents_note(sections: Sequence[Section], contents: Sequence[str]) -> list[ReadingNote]:
    seen = {compact(s.label + s.title) for s in sections} | {compact(s.title) for s in sections}
    missing = [
        e for e in contents if compact(e) not in seen and not caption_kind(e) and not _known_without_label(e, seen)
    ]
    if not missing:
        return []
    shown = "、".join(f"“{m[:30]}”" for m in missing[:3])
    more = f"等 {len(missing)} 条" if len(missing) > 3 else ""
    return [ReadingNote("contents-differ", f"目录中的{shown}{more}在正文里没有找到同名标题，目录可能没有更新。")]


def _known_without_label(entry: str, seen: set[str]) -> bool:
    label = parse_label(entry)
    return label is not None and compact(tidy_title(entry[label.end :])) in seen
