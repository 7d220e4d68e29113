"""Look-up of vocabulary entries by what plans call them: whole labels (headers, row names) and running text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, NamedTuple

from plancheck.core.made_once import made_once
from plancheck.core.vocabulary import Entry, Vocabulary
from plancheck.facts.fold import fold

How = Literal["exact", "contains", "weak"]
GAP = "…"
_CLAUSE_END = "，,。；;：:！？\n"
_GAP_REACH = 30


class Match(NamedTuple):
    """An entry found by one of its names; `start`/`end` delimit it in the text that was searched."""

    entry: Entry
    alias: str
    how: How
    start: int = 0
    end: int = 0


@lru_cache(maxsize=8192)
def squeeze(text: str) -> str:
    """`text` folded, in lower case and without any blank, for comparing labels."""
    return "".join(fold(text).lower().split())


def _spellings(name: str) -> tuple[str, ...]:
    """A name as it is compared, and with CO2 for 二氧化碳."""
    key = squeeze(name)
    return (key, key.replace("二氧化碳", "co2")) if "二氧化碳" in key else (key,)


def groups_of(entry: Entry, key: str = "of") -> tuple[str, ...]:
    """The values of a property that may list several (`of project,series`)."""
    return tuple(part for part in entry.properties.get(key, "").split(",") if part)


class Lexicon:
    """A fixed set of entries, indexed once. Firm names settle a match, weak ones only resemble."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._exact: dict[str, Match] = {}
        self._starts: dict[str, list[tuple[str, str, Entry]]] = {}
        self._never: dict[str, list[str]] = {}
        self._labels: dict[tuple[str, bool], Match | None] = {}  # what labels were found to be: tables repeat them
        kept = tuple(entries)
        for entry in kept:
            for name, key in ((n, k) for n in entry.firm for k in _spellings(n)):
                if GAP not in key:
                    self._exact.setdefault(key, Match(entry, name, "exact", 0, len(key)))
                head, _, tail = key.partition(GAP)
                if head:
                    self._starts.setdefault(head[:1], []).append((head, tail, entry))
            self._never[entry.name] = [key for n in entry.never for key in _spellings(n)]
        for entry in kept:
            for name, key in ((n, k) for n in entry.weak for k in _spellings(n)):
                self._exact.setdefault(key, Match(entry, name, "weak", 0, len(key)))
        for bucket in self._starts.values():
            bucket.sort(key=lambda item: -len(item[0]) - len(item[1]))

    def label(self, text: str, *, short_suffix: bool = True) -> Match | None:
        """What a whole label stands for: by its exact name, else by the longest firm name that it contains.

        A name of two characters counts inside a longer label only at its end (主要设备投资), and not at all unless
        `short_suffix`; a name of one character (电) only stands for itself, for it ends many other words (光电).
        """
        key = squeeze(text)
        if not key:
            return None
        exact = self._exact.get(key)
        if exact is not None:
            return exact
        asked = (key, short_suffix)
        if asked not in self._labels:
            self._labels[asked] = self._longest(key, short_suffix)
        return self._labels[asked]

    def _longest(self, key: str, short_suffix: bool) -> Match | None:
        best: Match | None = None
        for found in self._scan(key):
            size = found.end - found.start
            if size <= 2 and not (size == 2 and short_suffix and found.end == len(key)):
                continue
            if best is None or size > best.end - best.start:
                best = found
        return best

    def exact(self, text: str) -> Match | None:
        """The entry that has exactly this name (firm or weak)."""
        return self._exact.get(squeeze(text))

    def find(self, text: str) -> tuple[Match, ...]:
        """Every firm name in running text, leftmost longest, without overlaps; offsets are those of `text`."""
        return tuple(self._scan(fold(text).lower()))

    def _scan(self, key: str) -> Iterable[Match]:
        starts, position = self._starts, 0
        while position < len(key):
            found = self._at(key, position) if key[position] in starts else None
            if found is None:
                position += 1
                continue
            yield found
            position = found.end

    def _at(self, key: str, position: int) -> Match | None:
        best: Match | None = None
        for head, tail, entry in self._starts[key[position]]:
            if not key.startswith(head, position):
                continue
            end = position + len(head)
            if tail:
                end = _tail_end(key, end, tail)
                if end < 0:
                    continue
            if best is not None and end <= best.end:
                continue
            if not self._denied(entry, key, position, end):
                best = Match(entry, key[position:end], "contains", position, end)
        return best

    def _denied(self, entry: Entry, key: str, start: int, end: int) -> bool:
        """Whether the place lies inside (or overlaps the start of) a confusable name of the entry."""
        for name in self._never[entry.name]:
            at = key.find(name, max(0, start - len(name) + 1), end + len(name))
            while 0 <= at < end:
                if at + len(name) > start and not (start <= at and at + len(name) <= end and len(name) < end - start):
                    return True
                at = key.find(name, at + 1, end + len(name))
        return False


def _tail_end(key: str, start: int, tail: str) -> int:
    """The end of `tail` after a gap that stays within the clause, or -1."""
    at = key.find(tail, start, start + _GAP_REACH + len(tail))
    if at < 0 or any(c in _CLAUSE_END for c in key[start:at]):
        return -1
    return at + len(tail)


@dataclass(frozen=True)
class Lexicons:
    """The look-ups that the readers of tables and series need, built once from the vocabulary."""

    columns: dict[str, Lexicon]
    indicators: Lexicon
    members: dict[str, Lexicon]

    @classmethod
    def of(cls, vocabulary: Vocabulary) -> Lexicons:
        """Index columns by the kind of table they belong to, and group entries by their dimension (品种, 行业 …)."""
        return _lexicons(vocabulary)


@made_once
def _lexicons(vocabulary: Vocabulary) -> Lexicons:
    columns: dict[str, list[Entry]] = {}
    for entry in vocabulary.of("column").values():
        for group in groups_of(entry):
            columns.setdefault(group, []).append(entry)
    members: dict[str, list[Entry]] = {}
    for entry in vocabulary.of("group").values():
        for group in groups_of(entry):
            members.setdefault(group, []).append(entry)
    return Lexicons(
        {group: Lexicon(entries) for group, entries in columns.items()},
        Lexicon(vocabulary.of("indicator").values()),
        {group: Lexicon(entries) for group, entries in members.items()},
    )
