"""The documents that a plan cites: title and number (of a standard or of an official letter) as they stand together."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from plancheck.core.lazy_pattern import lazy_pattern
from plancheck.core.location import Evidence
from plancheck.facts.fold import fold
from plancheck.facts.model import Passage
from plancheck.judgement.builtins.arguments import Arguments
from plancheck.judgement.builtins.regions import region_of
from plancheck.judgement.context import Context
from plancheck.judgement.values import Items, Value

_STANDARD = lazy_pattern(
    r"(?:GB|HJ|DB|T/|NB|DL|JB|YB|SH)[A-Z0-9/]{0,8}\s*\d{2,6}(?:\.\d+)?\s*-{1,2}\s*(?:19|20)?\d{2}(?!\d)"
)
_LETTER = lazy_pattern(r"[一-鿿A-Za-z]{2,12}\s*[〔\[(（]\s*(?:19|20)\d{2}\s*[〕\])）]\s*第?\d{1,5}\s*号")
_TITLE = lazy_pattern(r"《([^《》]{2,80})》")
_AFTER = lazy_pattern(r"\s*[(（]([^()（）]*(?:[(（][^()（）]*[)）][^()（）]*)?)[)）]")
_PLAIN_AFTER = lazy_pattern(r"\s*([一-鿿()（）0-9]{4,40})")
_PLAIN_BEFORE = lazy_pattern(r"([一-鿿]{4,40})\s*[(（]?\s*$")
_CUES = re.compile(r"标准|规范|通则|导则|指南|办法|条例|要求")


class Citation(NamedTuple):
    """A cited document; `title` or `number` is empty where the plan does not give it."""

    title: str
    number: str
    evidence: Evidence


def citations(context: Context, args: Arguments) -> Value:
    """The documents that a region (or the plan) cites, in reading order, each with what stands next to it."""
    region = region_of(context, args)
    found: tuple[tuple[Passage, Citation], ...] = context.remember(
        "citations", lambda: tuple((p, c) for p in context.facts.passages for c in _in_passage(p))
    )
    items = tuple(Value(c, (c.evidence,)) for p, c in found if region.holds(p) is True)
    return Value(Items(items), (), ("没有引用文件或标准",), region.evidence)


def _in_passage(passage: Passage) -> Iterator[Citation]:
    text = passage.text
    if "《" not in text and not _STANDARD.search(fold(text)):
        return
    folded = fold(text)
    if len(folded) != len(text):
        return
    used: list[tuple[int, int]] = []
    for match in _TITLE.finditer(folded):
        number, start, end = _number_beside(folded, match.start(), match.end())
        used.append((start, end))
        yield Citation(match.group(1), number, passage.evidence)
    for match in _STANDARD.finditer(folded):
        if any(a <= match.start() < b for a, b in used):
            continue
        yield Citation(_title_beside(folded, match.start(), match.end()), match.group(), passage.evidence)


def _number_beside(text: str, start: int, end: int) -> tuple[str, int, int]:
    """The number in the brackets after a title, or right before it, with the span that both take."""
    after = _AFTER.match(text, end)
    if after is not None:
        inner = after.group(1)
        number = _STANDARD.search(inner) or _LETTER.search(inner)
        if number is not None:
            return number.group(), start, after.end()
    following = _STANDARD.match(text, end)
    if following is not None:
        return following.group(), start, following.end()
    for number in _STANDARD.finditer(text, max(0, start - 40), start):
        if not text[number.end() : start].strip(" :"):
            return number.group(), number.start(), end
    return "", start, end


def _title_beside(text: str, start: int, end: int) -> str:
    """The title that follows a number without quotation marks, or stands before it in front of brackets."""
    following = _PLAIN_AFTER.match(text, end)
    if following is not None and _CUES.search(following.group(1)):
        return following.group(1)
    before = _PLAIN_BEFORE.search(text[max(0, start - 44) : start])
    return before.group(1) if before is not None and _CUES.search(before.group(1)) else ""


BUILTINS: dict[str, Callable[[Context, Arguments], Value]] = {"citations": citations}
