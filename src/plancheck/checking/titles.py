"""What a submission is called, and which of a pack's stages its title tells."""

from __future__ import annotations

from itertools import islice

from plancheck.document.model import Document, Paragraph
from plancheck.facts.flat import flatten
from plancheck.packs.model import Pack

GAP = "…"
_FIRST_LINES = 4
_SHORT = 60


def plan_title(document: Document) -> str:
    """The plan's title; where none was made out, the first short lines, in which it must stand."""
    if document.title:
        return document.title
    paragraphs = (block.text.strip() for block in document.blocks if isinstance(block, Paragraph))
    lines = [text for text in islice(paragraphs, _FIRST_LINES) if 0 < len(text) <= _SHORT]
    return " ".join(dict.fromkeys((*document.cover, *lines)))


def says(title: str, pattern: str) -> bool:
    """Whether a title has the parts of a pattern in their order, however it is printed."""
    text, at = flatten(title), 0
    for part in (flatten(p) for p in pattern.split(GAP)):
        found = text.find(part, at)
        if found < 0:
            return False
        at = found + len(part)
    return True


def stage_of(pack: Pack, document: Document) -> tuple[str, str]:
    """The stage that a submission is judged at, and why, as a sentence: the one that the title tells, else the pack's
    first (no sentence)."""
    title = plan_title(document)
    for stage, words in pack.stage_titled:
        if says(title, words):
            return stage, f"没有写 --stage，题名里有“{words}”，按 {stage} 阶段评；要按别的阶段评，请写 --stage"
    return pack.judges[0], ""
