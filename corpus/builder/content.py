"""What a plan consists of, independent of its format, and the reader of the line-based plan source.

Source lines: `= title`, `~ cover line`, `#` to `####` headings, `!table key`, `!figure key`, `---` page break;
`**lead** rest` is a paragraph with a bold lead; any other line is a paragraph. `{name}` is filled from `values`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Title:
    """The plan's title on the cover."""

    text: str


@dataclass(frozen=True, slots=True)
class Cover:
    """A centred line on the cover."""

    text: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 4; the format profile decides how it is numbered."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A body paragraph; `lead` is its bold beginning (may be empty)."""

    text: str
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table: caption, note (such as a unit line), rows of cell texts, merged ranges (row, column, row, column)."""

    caption: str
    rows: Sequence[Sequence[str]]
    note: str = ""
    header_rows: int = 1
    merges: Sequence[tuple[int, int, int, int]] = ()
    widths: Sequence[float] = ()
    caption_below: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture with its caption below; without `png` only the caption stands."""

    caption: str
    png: bytes | None
    description: str = ""


@dataclass(frozen=True, slots=True)
class PageBreak:
    """A new page."""


@dataclass(frozen=True, slots=True)
class Contents:
    """A table of contents of heading levels 1 and 2."""


Block = Title | Cover | Heading | Paragraph | Table | Figure | PageBreak | Contents


def read_source(
    source: str,
    values: Mapping[str, str],
    tables: Mapping[str, Table] | None = None,
    figures: Mapping[str, Figure] | None = None,
) -> list[Block]:
    """The blocks of a plan source. An unknown name in `{}`, `!table` or `!figure` is an error (KeyError)."""
    blocks: list[Block] = []
    for raw in source.strip("\n").split("\n"):
        line = raw.rstrip().format_map(values)
        if line.strip():
            blocks.append(_block(line, tables or {}, figures or {}))
    return blocks


def _block(line: str, tables: Mapping[str, Table], figures: Mapping[str, Figure]) -> Block:
    mark, _, rest = line.partition(" ")
    if mark == "=":
        return Title(rest)
    if mark == "~":
        return Cover(rest)
    if mark in ("#", "##", "###", "####"):
        return Heading(len(mark), rest)
    if mark == "!table":
        return tables[rest]
    if mark == "!figure":
        return figures[rest]
    if line == "---":
        return PageBreak()
    if line == "!contents":
        return Contents()
    if line.startswith("**"):
        lead, _, text = line[2:].partition("**")
        return Paragraph(text.lstrip(" "), lead)
    return Paragraph(line)
