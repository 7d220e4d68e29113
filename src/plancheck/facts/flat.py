"""The whole plan as one folded string without blanks and quotation marks, with the way back to every passage.

Words are searched in it: a blank or a mark inside a word (能 源, “十二五”规划) hides nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from plancheck.facts.fold import fold

GAP = "\0"  # stands between passages; no alias holds it
_BLANKS = re.compile('(?:[^\\S\0]|["“”„‟‘’「」『』\u200b-\u200f\u2060\ufeff\u00ad])+')  # zero-width ones, too
_LOWER = {code: chr(code + 32) for code in range(ord("A"), ord("Z") + 1)}


def flatten(text: str) -> str:
    """`text` as words are compared: folded, lower case, without blanks and quotation marks (for aliases, single texts)."""
    return _BLANKS.sub("", lower(fold(text)))


def flatten_all(texts: Sequence[str]) -> list[str]:
    """`flatten` of many texts at once (folding one long text is much faster than many short ones)."""
    return flatten(GAP.join(text.replace(GAP, "") for text in texts)).split(GAP) if texts else []


def lower(text: str) -> str:
    """`text` in lower case, of the same length (a few letters of other scripts grow when lowered; they stay)."""
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else text.translate(_LOWER)


class Flat:
    """Passages joined and flattened. `text` is what is searched, `starts` where each passage begins in it, `even` whether
    the passage has lost no characters; `span` tells where a character of it came from."""

    def __init__(self, texts: Sequence[str]) -> None:
        folded = lower(fold(GAP.join(text.replace(GAP, " ") for text in texts)))
        kept: list[str] = []
        self._flat_from: list[int] = []  # start of each run of kept characters in the flat text …
        self._folded_from: list[int] = []  # … and in the folded text
        start = length = 0
        for blank in _BLANKS.finditer(folded):
            if blank.start() > start:
                kept.append(folded[start : blank.start()])
                self._flat_from.append(length)
                self._folded_from.append(start)
                length += blank.start() - start
            start = blank.end()
        if start < len(folded) or not kept:
            kept.append(folded[start:])
            self._flat_from.append(length)
            self._folded_from.append(start)
        self.folded = folded
        self.text = "".join(kept)
        self.starts = _after_gaps(self.text)
        self._passage_starts = _after_gaps(folded)
        ends = zip([*self.starts[1:], len(self.text) + 1], [*self._passage_starts[1:], len(folded) + 1], strict=True)
        self.even = [
            flat_end - flat_start == folded_end - folded_start
            for flat_start, folded_start, (flat_end, folded_end) in zip(
                self.starts, self._passage_starts, ends, strict=True
            )
        ]

    def passage(self, at: int) -> int:
        """The number of the passage that character `at` of the flat text belongs to."""
        return bisect_right(self.starts, at) - 1

    def bounds(self, passage: int) -> tuple[int, int]:
        """Where a passage begins and ends in the flat text."""
        end = self.starts[passage + 1] - 1 if passage + 1 < len(self.starts) else len(self.text)
        return self.starts[passage], end

    def place(self, at: int) -> int:
        """Where character `at` of the flat text stands in the folded text (blanks kept)."""
        run = bisect_right(self._flat_from, at) - 1
        return self._folded_from[run] + at - self._flat_from[run]

    def span(self, start: int, end: int, passage: int) -> tuple[int, int]:
        """Characters `start`..`end` of the flat text as a span of the printed text of `passage`."""
        if self.even[passage]:
            base = self.starts[passage]
            return start - base, end - base
        base, runs = self._passage_starts[passage], self._flat_from
        first = bisect_right(runs, start) - 1
        shift = self._folded_from[first] - runs[first] - base
        if first + 1 == len(runs) or end <= runs[first + 1]:  # within one run, as nearly all words are
            return start + shift, end + shift
        return start + shift, self.place(end - 1) + 1 - base


def _after_gaps(text: str) -> list[int]:
    return [0, *(gap.end() for gap in re.finditer(GAP, text))]
