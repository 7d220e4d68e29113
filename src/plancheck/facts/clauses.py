"""A text with its times and numbers masked, and its pieces between punctuation."""

from __future__ import annotations

import re
from functools import lru_cache

from plancheck.facts.quantities import QuantitySpan
from plancheck.facts.times import TimeSpan


def mask(text: str, times: tuple[TimeSpan, ...], quantities: tuple[QuantitySpan, ...]) -> str:
    chars = list(text)
    for span in quantities:
        chars[span.start : span.end] = "□" * (span.end - span.start)
    for time in times:
        chars[time.start : time.end] = "│" * (time.end - time.start)
    return "".join(chars)


@lru_cache(maxsize=16)
def _stops(marks: str) -> re.Pattern[str]:
    return re.compile(f"[()《》{re.escape(marks)}]")


def pieces(masked: str, start: int, end: int, marks: str) -> list[tuple[int, int]]:
    """Ranges of masked[start:end] between the punctuation `marks`; brackets are kept whole."""
    found: list[tuple[int, int]] = []
    depth, at = 0, start
    for match in _stops(marks).finditer(masked, start, end):
        i, char = match.start(), match.group()
        if char in "(《":
            depth += 1
        elif char in ")》":
            depth = max(0, depth - 1)
        elif depth == 0 or char in "。\n":
            found.append((at, i))
            at, depth = i + 1, 0
    found.append((at, end))
    return [(a, b) for a, b in found if masked[a:b].strip()]
