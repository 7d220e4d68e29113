"""What belongs together: captions and unit lines with their tables, captions with their figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from plancheck.document.captions import (
    caption_kind,
    is_unit_line,
    looks_like_title_of_table,
    one_blank,
    split_unit,
    unit_note,
)
from plancheck.document.labels import parse_label
from plancheck.document.lines import Item
from plancheck.document.raw import RawFigure, RawParagraph, RawTable
from plancheck.document.tables import figures_in, gap_after

_OF_TABLES = ("表", "图表")
_OF_FIGURES = ("图", "图表")
MAX_GROUP = 12  # pictures that share one caption


@dataclass(slots=True)
class Ties:
    """Captions and notes by item: what belongs to a table or figure, and which lines are captions."""

    captions: dict[int, str] = field(default_factory=dict)
    notes: dict[int, str] = field(default_factory=dict)
    lines: set[int] = field(default_factory=set)
    orphans: set[int] = field(default_factory=set)


def tie(items: Sequence[Item]) -> Ties:
    """Tie captions and unit lines to tables, captions to figures; a caption of a figure without one is an orphan."""
    ties = Ties()
    kinds = [caption_kind(visible(i)) if isinstance(i.raw, RawParagraph) and not i.line.outline else "" for i in items]
    used: set[int] = set()
    below = not _captions_stand_above(items, kinds, RawTable, _OF_TABLES, tie=1)
    for index, item in enumerate(items):
        if isinstance(item.raw, RawTable):
            _tie_table(items, index, kinds, ties, used, below_first=below)
    above = _captions_stand_above(items, kinds, RawFigure, _OF_FIGURES, tie=0)
    for index, item in enumerate(items):
        if isinstance(item.raw, RawFigure) and not item.raw.caption:
            _tie_figure(items, index, kinds, ties, used, above=above)
    for index, item in enumerate(items):
        if isinstance(item.raw, RawTable):
            at = next(
                (n for n in (index + 1, index - 1) if is_line(items, n) and kinds[n] == "图" and n not in used), None
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


def _tie_table(
    items: Sequence[Item], index: int, kinds: Sequence[str], ties: Ties, used: set[int], *, below_first: bool
) -> None:
    above, below = index - 1, index + 1
    note = ""
    while is_line(items, above) and is_unit_line(items[above].line.text):
        note = note or unit_note(items[above].line.text)
        ties.lines.add(above)
        above -= 1
    over = above not in used and _is_caption_over(items, above, kinds, beside_unit=bool(note))
    under = is_line(items, below) and kinds[below] in _OF_TABLES and below not in used
    if under and not below_first:
        after = below + 1
        while is_line(items, after) and is_unit_line(items[after].line.text):
            after += 1
        under = after >= len(items) or not isinstance(items[after].raw, RawTable)
    if over or under:
        caption_at = below if under and (below_first or not over) else above
        used.add(caption_at)
        ties.lines.add(caption_at)
        caption, inside = split_unit(visible(items[caption_at]))
        ties.captions[index] = one_blank(caption)
        note = note or inside
    if not note and is_line(items, below) and is_unit_line(items[below].line.text):
        note = unit_note(items[below].line.text)
        ties.lines.add(below)
    if note:
        ties.notes[index] = note


def _is_caption_over(items: Sequence[Item], at: int, kinds: Sequence[str], *, beside_unit: bool) -> bool:
    """Whether the line above a table is its caption: numbered, or set apart and worded like the title of a table."""
    if not is_line(items, at):
        return False
    if kinds[at] in _OF_TABLES:
        return True
    line = items[at].line
    if line.outline or line.barred or not looks_like_title_of_table(line.text):
        return False
    return parse_label(line.label + line.text) is None and bool(line.centred or line.bold or beside_unit)


def _captions_stand_above(
    items: Sequence[Item], kinds: Sequence[str], what: type[RawTable | RawFigure], words: tuple[str, ...], *, tie: int
) -> bool:
    """Whether this plan sets the captions of its tables (or figures) above them, told by those that leave no doubt;
    `tie` settles an even count."""
    balance = tie
    for index, item in enumerate(items):
        if isinstance(item.raw, what):
            over = is_line(items, index - 1) and (kinds[index - 1] in words or is_unit_line(items[index - 1].line.text))
            under = is_line(items, index + 1) and kinds[index + 1] in words
            balance += int(over) - int(under)
    return balance > 0


def _tie_figure(
    items: Sequence[Item], index: int, kinds: Sequence[str], ties: Ties, used: set[int], *, above: bool
) -> None:
    """The caption below (after further pictures and at most one line) or above, in the order that the plan keeps to."""
    below = index + 1
    while below < min(len(items), index + MAX_GROUP) and isinstance(items[below].raw, RawFigure):
        below += 1
    under, over = (below, below + 1), (index - 1, index - 2)
    for at in (*over, *under) if above else (*under, *over):
        if not is_line(items, at) or kinds[at] not in _OF_FIGURES:
            continue
        shared = at + 1 < index and all(isinstance(i.raw, RawFigure) for i in items[at + 1 : index])
        if (at < index and at in used and not shared) or (at > index and annex_heading(items[at])):
            continue  # 附图2 below a picture heads the next one
        if any(isinstance(items[b].raw, RawTable) for b in range(min(at, index) + 1, max(at, index))):
            continue
        used.add(at)
        ties.captions[index] = one_blank(visible(items[at]))
        return


def annex_heading(item: Item) -> bool:
    """Whether the item begins like 附件1, 附表1 or 附图1, which head sections of their own."""
    number = parse_label(item.line.label + item.line.text)
    return number is not None and number.kind == "annex"


def visible(item: Item) -> str:
    """The text of an item as a reader sees it, with its automatic number."""
    return f"{item.line.label}{gap_after(item.line.label)}{item.line.text}"


def is_line(items: Sequence[Item], index: int) -> bool:
    """Whether there is an item at `index` and it is a paragraph."""
    return 0 <= index < len(items) and isinstance(items[index].raw, RawParagraph)
