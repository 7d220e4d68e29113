"""The plan cut into passages: sentences, headings, captions, footnotes and table rows, each with its place and excerpt."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from plancheck.core.location import Evidence, Location
from plancheck.document.model import Cell, Document, Figure, Paragraph, Table
from plancheck.facts.model import Passage

Kind = Literal["sentence", "heading", "caption", "row", "footnote"]

EXCERPT = 120  # characters of an excerpt; longer passages are shortened around what was found
CELL_GAP = " | "
_LONG_CELL = 150  # a row with one cell longer than this is laid-out text, read sentence by sentence
_LONGEST_ASIDE = 60  # a bracket or quotation up to this long stays within its sentence

_ENDS = "。；！？;!?\n"
_CLOSERS = {"（": "）", "(": ")", "“": "”", "「": "」", "『": "』", "《": "》", "【": "】", "[": "]"}
_EVENT = re.compile(f"[{re.escape(_ENDS + ''.join(_CLOSERS) + ''.join(_CLOSERS.values()))}]")
_ANY_END = re.compile(f"[{re.escape(_ENDS)}]")


def read_passages(document: Document) -> tuple[Passage, ...]:
    """All passages of `document` in reading order; their `index` is their position in the tuple."""
    reader = _Reader(document)
    for number, block in enumerate(document.blocks):
        if isinstance(block, Paragraph):
            reader.paragraph(number, block)
        elif isinstance(block, Table):
            reader.table(number, block)
        else:
            reader.figure(number, block)
    return tuple(reader.found)


def split_sentences(text: str) -> list[tuple[int, int]]:
    """Half-open spans of the sentences of `text`, without the blanks around them.

    Sentences end at 。；！？ and line breaks; an end within a short closed bracket or quotation does not count, and a
    closing mark right after an end belongs to the sentence that it closes.
    """
    if _ANY_END.search(text, 0, max(0, len(text.rstrip()) - 1)) is None:
        return _trimmed(text, [len(text)])
    cuts: list[int] = []
    opened: list[tuple[str, int, int]] = []  # the closer awaited, where it was opened, how many cuts stood before it
    for event in _EVENT.finditer(text):
        mark, at = event.group(), event.start()
        if mark in _ENDS:
            cuts.append(at + 1)
            if mark == "\n":
                opened.clear()
        elif mark in _CLOSERS:
            opened.append((_CLOSERS[mark], at, len(cuts)))
        elif opened and any(closer == mark for closer, _, _ in opened[-3:]):
            while opened[-1][0] != mark:
                opened.pop()
            _, start, before = opened.pop()
            ends_here = bool(cuts) and cuts[-1] == at
            if at - start <= _LONGEST_ASIDE:
                del cuts[before:]
            elif ends_here:
                cuts.pop()
            # “……。” ends its sentence only where a quotation ends with a full stop, not after a bracketed aside.
            if ends_here and text[at - 1] in "。！？!?":
                cuts.append(at + 1)
    cuts.append(len(text))
    return _trimmed(text, cuts)


def _trimmed(text: str, cuts: list[int]) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    start = 0
    for cut in cuts:
        piece = text[start:cut]
        left = start + len(piece) - len(piece.lstrip())
        right = start + len(piece.rstrip())
        if left < right:
            spans.append((left, right))
        start = cut
    return spans


def shorten(text: str, start: int = 0, end: int = 0, width: int = EXCERPT) -> str:
    """`text` cut to about `width` characters around its span `start`..`end`, with … where something was left out."""
    if len(text) <= width:
        return text
    if end <= start:
        return text[: width - 1] + "…"
    room = max(0, width - (end - start))
    left = max(0, min(start - room // 2, len(text) - width))
    right = min(len(text), max(left + width, end))
    return ("…" if left else "") + text[left:right] + ("…" if right < len(text) else "")


def quote(passage: Passage, start: int, end: int) -> Evidence:
    """The evidence for characters `start`..`end` of a passage: its place narrowed to them, its text shortened around them."""
    place = passage.evidence.location
    if place.span is not None:
        place = place.at_span(place.span[0] + start, place.span[0] + end)
    return Evidence(place, shorten(passage.text, start, end), passage.evidence.value)


class _Reader:
    def __init__(self, document: Document) -> None:
        self.document = document
        self.found: list[Passage] = []
        self.heading_of = {s.heading: s.index for s in document.sections if s.heading >= 0}
        self.paths: dict[int, tuple[str, ...]] = {}

    def path(self, section: int) -> tuple[str, ...]:
        known = self.paths.get(section)
        if known is None:
            known = self.paths[section] = self.document.path(section)
        return known

    def add(self, text: str, kind: Kind, section: int, block: int, place: Location, value: str | None = None) -> None:
        evidence = Evidence(place, shorten(text), value)
        self.found.append(Passage(len(self.found), text, kind, section, block, evidence))

    def paragraph(self, block: int, paragraph: Paragraph) -> None:
        if paragraph.kind == "header" or not paragraph.text.strip():
            return
        kind: Kind = "sentence"
        if paragraph.kind in ("heading", "caption"):
            kind = "heading" if paragraph.kind == "heading" else "caption"
            section = self.heading_of.get(block, paragraph.section)
            place = Location(section=self.path(section), paragraph=paragraph.number, span=(0, len(paragraph.text)))
            self.add(paragraph.text, kind, section, block, place)
            return
        if paragraph.kind == "footnote":
            kind = "footnote"
        path = self.path(paragraph.section)
        for start, end in split_sentences(paragraph.text):
            place = Location(section=path, paragraph=paragraph.number, span=(start, end))
            self.add(paragraph.text[start:end], kind, paragraph.section, block, place)

    def figure(self, block: int, figure: Figure) -> None:
        place = Location(section=self.path(figure.section))
        for text in (figure.caption, figure.description):
            if text.strip() and not self._captioned(block, text):
                self.add(text.strip(), "caption", figure.section, block, place)

    def table(self, block: int, table: Table) -> None:
        place = Location(section=self.path(table.section), table=table.number)
        for text in (table.caption, table.note):
            if text.strip() and not self._captioned(block, text):
                self.add(text.strip(), "caption", table.section, block, place)
        rows: dict[int, list[Cell]] = {}
        for cell in table.cells:
            rows.setdefault(cell.row, []).append(cell)
        headers = _headers(table)
        for number in sorted(rows):
            self._row(block, table, number, sorted(rows[number], key=lambda c: c.column), headers)
        for cell in table.cells:
            for inner in cell.tables:
                self.table(block, inner)

    def _row(self, block: int, table: Table, number: int, cells: list[Cell], headers: dict[int, str]) -> None:
        filled = [cell for cell in cells if cell.text.strip()]
        if not filled:
            return
        path = self.path(table.section)
        if len(filled) == 1 and len(filled[0].text) > _LONG_CELL:
            text = filled[0].text
            for start, end in split_sentences(text):
                place = Location(
                    section=path, table=table.number, row=number, column=filled[0].column, span=(start, end)
                )
                self.add(text[start:end], "sentence", table.section, block, place)
            return
        joined = CELL_GAP.join(cell.text.strip().replace("\n", " ") for cell in cells)
        value = None
        if number > table.header_rows and headers:
            value = CELL_GAP.join(headers.get(cell.column, "") for cell in cells)
        self.add(joined, "row", table.section, block, Location(section=path, table=table.number, row=number), value)

    def _captioned(self, block: int, text: str) -> bool:
        """Whether a paragraph near `block` already carries this caption (it is then a passage of its own)."""
        wanted = text.strip()
        for near in self.document.blocks[max(0, block - 3) : block + 4]:
            if isinstance(near, Paragraph) and near.text.strip() == wanted:
                return True
        return False


def _headers(table: Table) -> dict[int, str]:
    """The header text of each column; words of stacked header rows one after the other."""
    found: dict[int, list[str]] = {}
    for cell in table.cells:
        if cell.row <= table.header_rows and cell.text.strip():
            for column in range(cell.column, cell.column + cell.column_span):
                found.setdefault(column, []).append(cell.text.strip().replace("\n", " "))
    return {column: "/".join(words) for column, words in found.items()}


def sentences(passages: tuple[Passage, ...]) -> Iterator[Passage]:
    """The passages that are running text: sentences and footnotes."""
    return (p for p in passages if p.kind in ("sentence", "footnote"))
