"""The frozen tree that a plan is read into: every piece knows its place, everything a person sees is in it once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, NamedTuple

from plancheck.core.location import Location

ParagraphKind = Literal["body", "heading", "caption", "footnote", "textbox", "header"]
SectionOrigin = Literal["root", "style", "outline", "numbering", "format", "run-in", "table"]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One visible paragraph. `text` includes the computed automatic number (`label`) as a reader sees it.

    `number` counts non-empty paragraphs in reading order from 1. `section` is an index into `Document.sections`.
    A run-in heading (bold words, full stop, text) appears as a heading paragraph followed by a body paragraph with
    the same `number`. `anchor` is the position of the source paragraph among all `w:p` of the main part (from 0), so
    that an annotator finds it again. Paragraphs of kind `header` (page headers and footers) stand after the body, outside
    every section, with number 0.
    """

    number: int
    text: str
    section: int
    kind: ParagraphKind = "body"
    label: str = ""
    anchor: int | None = None


class Cell(NamedTuple):
    """A cell at its grid position (`row`, `column` count from 1), with its spans; text appears once, not per span.

    `anchor` is the position of its first source paragraph, as in `Paragraph`.
    """

    row: int
    column: int
    text: str
    row_span: int = 1
    column_span: int = 1
    tables: tuple[Table, ...] = ()
    anchor: int | None = None


@dataclass(frozen=True)
class Table:
    """A table with its grid resolved.

    `caption` is the visible caption (表1-1 重点工程), `note` the short line next to the table that applies to all of it
    (单位：万元). `header_rows` counts the leading rows that head the columns (0 where none could be told).
    `number` counts top-level and nested tables in reading order from 1.
    """

    number: int
    section: int
    rows: int
    columns: int
    cells: tuple[Cell, ...]
    header_rows: int = 0
    caption: str = ""
    note: str = ""
    nested_in: int | None = None

    @cached_property
    def grid(self) -> tuple[tuple[Cell | None, ...], ...]:
        """Rows of cells where a spanned cell stands at every position that it covers."""
        rows: list[list[Cell | None]] = [[None] * self.columns for _ in range(self.rows)]
        for cell in self.cells:
            for r in range(cell.row - 1, min(cell.row - 1 + cell.row_span, self.rows)):
                for c in range(cell.column - 1, min(cell.column - 1 + cell.column_span, self.columns)):
                    rows[r][c] = cell
        return tuple(tuple(r) for r in rows)


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture, chart or drawing: its caption (text beneath or above), its alternative text, and whether it is there.

    `present` is False where only a caption stands and no picture was found next to it.
    """

    number: int
    section: int
    caption: str = ""
    description: str = ""
    present: bool = True


Block = Paragraph | Table | Figure


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it. Section 0 is the whole document (level 0, no title).

    `title` has no number; `label` is the visible number (第一章, 一、, 1.1). `first`/`last` are half-open indexes into
    `Document.blocks` of everything below the heading, subsections included; `heading` is the index of its heading
    block (-1 for the root). `sure` is False where the heading was told from its looks only.
    """

    index: int
    title: str
    label: str
    level: int
    parent: int
    first: int
    last: int
    heading: int = -1
    origin: SectionOrigin = "root"
    sure: bool = True
    children: tuple[int, ...] = ()

    @property
    def shown(self) -> str:
        """The heading with its number as a reader writes it: 1.1.3 能源消费, but 一、能源消费."""
        last = self.label[-1:]
        gap = " " if last.isascii() and last.isalnum() and self.title else ""
        return f"{self.label}{gap}{self.title}"


@dataclass(frozen=True, slots=True)
class ReadingNote:
    """Something that was not read, or read with doubt: shown to the user, never silent. `code` is stable."""

    code: str
    message: str
    location: Location | None = None


@dataclass(frozen=True)
class Document:
    """A plan as read. `characters` counts the visible Chinese characters, letters and digits of the body."""

    name: str
    title: str
    sha256: str
    blocks: tuple[Block, ...]
    sections: tuple[Section, ...]
    toc: tuple[str, ...] = ()
    notes: tuple[ReadingNote, ...] = ()
    characters: int = 0
    cover: tuple[str, ...] = field(default=())

    def path(self, section: int) -> tuple[str, ...]:
        """Headings (with numbers) from the top chapter down to `section`; empty for the root."""
        return self._paths[section] if section > 0 else ()

    @cached_property
    def _paths(self) -> tuple[tuple[str, ...], ...]:
        return tuple(self._path(section) for section in range(len(self.sections)))

    def _path(self, section: int) -> tuple[str, ...]:
        found: list[str] = []
        while section > 0:
            here = self.sections[section]
            found.append(here.shown)
            section = here.parent
        return tuple(reversed(found))

    def within(self, section: int, ancestor: int) -> bool:
        """Whether `section` is `ancestor` or lies below it."""
        while section > 0 and section != ancestor:
            section = self.sections[section].parent
        return section == ancestor

    def tables(self) -> Iterator[Table]:
        """All tables in reading order, nested ones after the table that holds them."""
        for block in self.blocks:
            if isinstance(block, Table):
                yield from _with_nested(block)

    def figures(self) -> Iterator[Figure]:
        """All figures in reading order."""
        return (b for b in self.blocks if isinstance(b, Figure))

    def place_of(self, block: Block) -> Location:
        """The location of a whole block."""
        if isinstance(block, Paragraph):
            return Location(section=self.path(block.section), paragraph=block.number)
        if isinstance(block, Table):
            return Location(section=self.path(block.section), table=block.number)
        return Location(section=self.path(block.section))


def _with_nested(table: Table) -> Iterator[Table]:
    yield table
    for cell in table.cells:
        for inner in cell.tables:
            yield from _with_nested(inner)
