"""How a plan divides running text into items: numbered paragraphs, 一是…二是, leading sentences, rows of a task table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from plancheck.core.lazy_pattern import lazy_pattern
from plancheck.facts.model import Passage
from plancheck.facts.passages import CELL_GAP

_STYLES = {
    "chapter": lazy_pattern(r"第[一二三四五六七八九十]{1,3}[，,、.．:：\s]"),
    "chinese": lazy_pattern(r"[一二三四五六七八九十]{1,3}[、.．]"),
    "chinese-bracket": lazy_pattern(r"[（(][一二三四五六七八九十]{1,3}[)）]"),
    "task": lazy_pattern(r"(?:专项|重点)?(?:任务|行动|工程)[一二三四五六七八九十\d]{1,3}[、.．:：\s]"),
    "number": lazy_pattern(r"\d{1,2}(?:[、．]|\.(?!\d))"),
    "decimal": lazy_pattern(r"\d{1,2}(?:[.．]\d{1,2}){1,3}[.．、\s]?(?![\d%％万亿个倍吨元家])"),
    "number-bracket": lazy_pattern(r"(?:[（(]\d{1,2}[)）]|\d{1,2}[)）])"),
    "circled": lazy_pattern(r"[①-⑳]"),
    "one-is": lazy_pattern(r"[一二三四五六七八九十]{1,2}是(?!否)"),
}
STRUCTURAL = ("chapter", "chinese", "chinese-bracket", "task", "number", "decimal", "number-bracket")
_ANY_STYLE = (*STRUCTURAL, "circled", "one-is")
_LEAD = lazy_pattern("[^，,：:。]{5,20}。")
_NAME_END = lazy_pattern(r"[。：:；;！!？?]")
_LONGEST_NAME = 40
_OTHERS_TASK = ("所属", "对应", "支撑", "关联")


class Item(NamedTuple):
    """One item: its name, and the half-open range of passages that it covers."""

    name: str
    first: int
    last: int


def numbered_items(passages: Sequence[Passage], first: int, last: int, *, rhetorical: bool) -> list[Item]:
    """The items that passages `first`..`last` are divided into by their outermost numbering; empty for fewer than two.

    `rhetorical` also accepts ①, 一是…二是 and leading sentences, which in other places only order an argument.
    """
    styles = _ANY_STYLE if rhetorical else STRUCTURAL
    outer: str | None = None
    starts: list[tuple[int, str]] = []
    for at in range(first, last):
        passage = passages[at]
        if passage.kind != "sentence":
            continue
        found = _marked(passage, styles)
        if found is None or (outer is not None and found[0] != outer):
            continue
        outer = found[0]
        starts.append((at, found[1]))
    if len(starts) < 2 and rhetorical:
        starts = _leads(passages, first, last)
    if len(starts) < 2:
        return []
    ends = [at for at, _ in starts[1:]] + [last]
    return [Item(item_name(text), at, end) for (at, text), end in zip(starts, ends, strict=True)]


def item_name(text: str) -> str:
    """What an item is called: its words up to the first full stop or colon (or comma, where that is long)."""
    stop = _NAME_END.search(text)
    name = (text[: stop.start()] if stop and stop.start() > 0 else text).strip()
    if len(name) > 25:
        name = re.split("[，,]", name, maxsplit=1)[0]
    return name[:_LONGEST_NAME]


def table_items(passages: Sequence[Passage], first: int, last: int) -> list[tuple[int, Item]]:
    """Items of a task table among the passages, as (level, item): its columns headed 任务 in order give levels 1 and 2."""
    found: list[tuple[int, Item]] = []
    for at in range(first, last):
        passage = passages[at]
        headers = (passage.evidence.value or "").split(CELL_GAP)
        cells = passage.text.split(CELL_GAP)
        if passage.kind != "row" or len(headers) != len(cells):
            continue
        columns = [i for i, header in enumerate(headers) if "任务" in header and not header.startswith(_OTHERS_TASK)]
        width = max((len(columns), *(level for level, _ in found)), default=0)
        for level, column in enumerate(columns[:2], start=1 + max(0, min(width, 2) - len(columns[:2]))):
            if cells[column].strip():
                found.append((level, Item(item_name(cells[column].strip()), at, at + 1)))
    return found


def _marked(passage: Passage, styles: Sequence[str]) -> tuple[str, str] | None:
    """The numbering style that a passage starts with, and its text after the number."""
    span = passage.evidence.location.span
    starts_paragraph = span is None or span[0] == 0 or passage.evidence.location.table is not None
    for style in styles:
        if not starts_paragraph and style != "one-is":
            continue
        mark = _STYLES[style].match(passage.text)
        if mark and mark.end() < len(passage.text):
            return style, passage.text[mark.end() :].strip()
    return None


def _leads(passages: Sequence[Passage], first: int, last: int) -> list[tuple[int, str]]:
    """Paragraphs that open with a short sentence like a heading, where most paragraphs do."""
    paragraphs = 0
    starts: list[tuple[int, str]] = []
    for at in range(first, last):
        passage = passages[at]
        span = passage.evidence.location.span
        if passage.kind != "sentence" or span is None or span[0] != 0:
            continue
        paragraphs += 1
        goes_on = at + 1 < last and passages[at + 1].block == passage.block
        if goes_on and _LEAD.fullmatch(passage.text):
            starts.append((at, passage.text))
    return starts if len(starts) * 5 >= paragraphs * 3 else []
