"""What a walk over a source hands to the assembly: paragraphs with their looks, tables and figures, not yet ordered
into sections. Word files and plain text both end here, so that one outline code serves both."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

RawKind = Literal["body", "footnote", "textbox", "header"]


@dataclass(slots=True)
class RawParagraph:
    """A visible paragraph before the outline is known; soft breaks are `\\n` in `text`.

    `label` is the automatic number. `outline` is the outline level from 1 (`outline_origin` tells whence). `bold` is the
    length of the leading text that is bold or set in another typeface than the rest. `size` is the type size in half points (0 unknown), `heavy` whether the East Asian
    font is one that headings are set in (黑体 …). `toc` marks an entry of an automatic table of contents; `joined` the
    lead of a paragraph that goes on in the next one (style separator).
    """

    text: str
    label: str = ""
    kind: RawKind = "body"
    outline: int = 0
    outline_origin: Literal["style", "outline"] = "style"
    bold: int = 0
    size: int = 0
    heavy: bool = False
    centred: bool = False
    toc: bool = False
    joined: bool = False
    page_break: bool = False
    anchor: int | None = None
    in_table: bool = False
    title: bool = False


@dataclass(slots=True)
class RawFigure:
    """A picture, chart or drawing as met; `caption` only where the source itself ties it to the picture."""

    description: str = ""
    caption: str = ""
    present: bool = True


@dataclass(slots=True)
class RawCell:
    """A cell as written: its span, how it merges (`start` or `continue` of a vertical or old horizontal merge)."""

    blocks: list[RawBlock]
    span: int = 1
    vertical: Literal["", "start", "continue"] = ""
    horizontal: Literal["", "start", "continue"] = ""


@dataclass(slots=True)
class RawRow:
    """A row as written: grid columns left out before its first cell, its cells, whether it is marked as header."""

    before: int = 0
    cells: list[RawCell] = field(default_factory=list)
    header: bool = False


@dataclass(slots=True)
class RawTable:
    """A table as written; `caption` and `note` only where the source itself ties them to the table."""

    rows: list[RawRow] = field(default_factory=list)
    caption: str = ""
    note: str = ""
    header_rows: int | None = None


RawBlock = RawParagraph | RawTable | RawFigure
