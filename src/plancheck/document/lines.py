"""From raw blocks to the flat row of items that the outline works on: soft breaks split, framed text unwrapped."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from plancheck.document.heading import Line
from plancheck.document.labels import parse_label
from plancheck.document.raw import RawBlock, RawFigure, RawParagraph
from plancheck.document.tables import framed

_CLOSED = "。；！？：.;!?:"


@dataclass(slots=True)
class Item:
    """A block with its line; pieces of one source paragraph share `source`."""

    raw: RawBlock
    line: Line
    source: int
    page_break: bool = False
    title: bool = False


def to_items(blocks: Iterable[RawBlock]) -> list[Item]:
    """Items in reading order; empty paragraphs are gone."""
    items: list[Item] = []
    _extend(items, blocks, in_cell=False, counter=[0])
    return items


def _extend(items: list[Item], blocks: Iterable[RawBlock], *, in_cell: bool, counter: list[int]) -> None:
    pending_break = joined = False
    for block in blocks:
        if isinstance(block, RawParagraph):
            pending_break = pending_break or block.page_break
            if not block.text.strip():
                continue
            if not joined:
                counter[0] += 1
            joined = block.joined
            for order, piece in enumerate(_pieces(block)):
                line = _line(piece, in_cell=in_cell)
                if block.kind != "body":
                    line.barred = True
                items.append(Item(piece, line, counter[0], pending_break and order == 0, block.title))
            pending_break = False
        elif isinstance(block, RawFigure):
            counter[0] += 1
            items.append(Item(block, Line("figure", solid=False), counter[0], pending_break))
        else:
            inside = framed(block)
            if inside is not None:
                _extend(items, inside, in_cell=True, counter=counter)
                continue
            counter[0] += 1
            items.append(Item(block, Line("table", solid=False), counter[0], pending_break))
            pending_break = False


def _line(piece: RawParagraph, *, in_cell: bool) -> Line:
    return Line(
        piece.text, piece.label, piece.outline, piece.outline_origin, piece.bold, piece.size, piece.heavy, piece.centred,
        in_cell=in_cell, joined=piece.joined,
    )  # fmt: skip


def _pieces(block: RawParagraph) -> list[RawParagraph]:
    """Split at soft breaks where a new line begins a new thought; lines broken for looks are put together again."""
    text = block.text
    if "\n" not in text:
        lead = len(text) - len(text.lstrip())
        if lead or text[-1:].isspace():
            block.text = text.strip()
            block.bold = max(0, block.bold - lead)
        return [block]
    pieces: list[tuple[str, int]] = []  # text, offset of its start in the paragraph
    offset = 0
    for part in text.split("\n"):
        stripped = part.strip()
        at = offset + len(part) - len(part.lstrip())
        offset += len(part) + 1
        if not stripped:
            continue
        if pieces and not _begins_new(pieces[-1][0], stripped):
            last, start = pieces[-1]
            glue = " " if last[-1:].isascii() and stripped[:1].isascii() and last[-1:].isalnum() else ""
            pieces[-1] = (last + glue + stripped, start)
        else:
            pieces.append((stripped, at))
    made = []
    for order, (piece, start) in enumerate(pieces):
        made.append(
            RawParagraph(
                piece, block.label if order == 0 else "", block.kind, block.outline, block.outline_origin,
                max(0, min(len(piece), block.bold - start)), block.size, block.heavy, block.centred, block.toc,
                block.joined and order == len(pieces) - 1, False, block.anchor, block.in_table, block.title,
            )
        )  # fmt: skip
    return made


def _begins_new(before: str, piece: str) -> bool:
    if before[-1] in _CLOSED:
        return True
    number = parse_label(before)
    if number is not None and number.end >= len(before):
        return False  # a number alone on its line belongs to the title below
    number = parse_label(piece)
    if number is not None and not number.weak:
        return True
    # A short line that ends openly, followed by a long one, is a heading over its text.
    return (len(before) <= 25 and len(piece) > 40) or (parse_label(before) is not None and len(before) <= 40)
