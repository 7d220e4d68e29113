"""Words of the vocabulary found in the plan: all aliases of all entries in one pass, overlapping, with their polarity.

What is masked: an entry's own confusables (`never`) mask its overlapping, not longer hits; a hit of an indicator that
lies inside a longer hit of another indicator is that other indicator's word. Nothing else depends on other entries.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from ahocorasick_rs import AhoCorasick, MatchKind

from plancheck.core.made_once import made_once
from plancheck.core.vocabulary import Entry, Vocabulary
from plancheck.facts.flat import GAP, Flat, flatten_all
from plancheck.facts.model import Mention, Passage
from plancheck.facts.polarity import Polarities

KINDS = ("term", "indicator", "group")  # the kinds whose words are looked for in running text
REACH = 20  # most characters between the parts of a gap pattern
_CLAUSE_END = re.compile(f"[，,。；;：:！!？?|{GAP}]")
_LISTED = re.compile("[、和与及或]")


_Hit = tuple[int, int, bool, bool]  # start, end, weak, gapped
_Use = tuple[bool, bool, tuple[int, ...]]  # weak, confusable, the parts of the alias


def find_mentions(
    passages: Sequence[Passage], vocabulary: Vocabulary, kinds: Iterable[str] = KINDS, flat: Flat | None = None
) -> Mentions:
    """All mentions of the entries of `kinds`, keyed `kind:name`, each in reading order (empty tuples included).

    `flat` is the flattened text of exactly these passages, where the caller has it already.
    """
    words = _usual_words(vocabulary) if kinds is KINDS else Words.of(vocabulary, kinds)
    return Mentions(passages, words, Flat([passage.text for passage in passages]) if flat is None else flat)


@dataclass(frozen=True, slots=True)
class Words:
    """What is looked for: the entries, their positions by `kind:name`, for each of them every alias by the numbers of its
    literals, and the search for all literals at once (None where there are none). `bounded` are the literals that have
    an ASCII character at their start or end, and at which."""

    entries: Sequence[Entry]
    positions: Mapping[str, int]
    uses: Sequence[Sequence[_Use]]
    search: AhoCorasick | None
    bounded: Mapping[int, tuple[bool, bool]]

    @classmethod
    def of(cls, vocabulary: Vocabulary, kinds: Iterable[str]) -> Words:
        """The words of the entries of `kinds`."""
        entries = [entry for kind in kinds for entry in vocabulary.of(kind).values()]
        positions = {f"{entry.kind}:{entry.name}": position for position, entry in enumerate(entries)}
        literals, uses = _aliases(entries)
        bounded = {
            number: (_wordlike(literal[0]), _wordlike(literal[-1]))
            for number, literal in enumerate(literals)
            if literal[0] < "\x80" or literal[-1] < "\x80"
        }
        search = AhoCorasick(literals, matchkind=MatchKind.Standard) if literals else None
        return cls(entries, positions, uses, search, bounded)


@made_once
def _usual_words(vocabulary: Vocabulary) -> Words:
    return Words.of(vocabulary, KINDS)


class Mentions(Mapping[str, tuple[Mention, ...]]):
    """The mentions of each entry by `kind:name`. The plan is searched once for all words; what the hits of an entry
    come to is made out when it is first asked for, as rules ask for a part of the vocabulary only."""

    def __init__(self, passages: Sequence[Passage], words: Words, flat: Flat) -> None:
        self._passages, self._entries, self._uses, self._flat = passages, words.entries, words.uses, flat
        self._positions = words.positions
        self._spans = _spans(flat, words) if flat.text else {}
        self._found: dict[str, tuple[Mention, ...]] = {}

    def __getitem__(self, key: str) -> tuple[Mention, ...]:
        known = self._found.get(key)
        if known is None:
            known = self._found[key] = self._mentions(self._positions[key])
        return known

    def __iter__(self) -> Iterator[str]:
        return iter(self._positions)

    def __len__(self) -> int:
        return len(self._positions)

    @cached_property
    def _polarities(self) -> Polarities:
        return Polarities(self._flat)

    @cached_property
    def _indicator_hits(self) -> dict[int, list[_Hit]]:
        """The hits of all indicators, which mask one another."""
        positions = [p for p, entry in enumerate(self._entries) if entry.kind == "indicator"]
        hits = {position: self._hits(position) for position in positions}
        _mask_indicators(self._flat.text, hits)
        return hits

    def _mentions(self, position: int) -> tuple[Mention, ...]:
        entry, passages, flat = self._entries[position], self._passages, self._flat
        starts, even, polarity, cued = flat.starts, flat.even, self._polarities.of, self._polarities.cued
        hits = self._indicator_hits[position] if entry.kind == "indicator" else self._hits(position)
        mentions = []
        for at, until, weak, _ in _without_repeats(hits):
            passage = bisect_right(starts, at) - 1
            base = starts[passage]
            start, end = (at - base, until - base) if even[passage] else flat.span(at, until, passage)
            polar = polarity(at, until, passage) if passage in cued else "affirmed"
            mentions.append(Mention(entry.name, passages[passage].text[start:end], passage, start, end, weak, polar))
        return tuple(mentions)

    def _hits(self, position: int) -> list[_Hit]:
        """Where the aliases of an entry stand, but for what its confusables mask."""
        hits: list[_Hit] = []
        nevers: list[_Hit] = []
        for weak, never, parts in self._uses[position]:
            first = self._spans.get(parts[0])
            if first is None:
                continue
            into = nevers if never else hits
            if len(parts) == 1:
                into.extend([(start, end, weak, False) for start, end in first])
            else:
                into.extend([(start, end, weak, True) for start, end in _gapped(self._flat.text, parts, self._spans)])
        return _without_confusables(hits, nevers)


def _aliases(entries: Sequence[Entry]) -> tuple[list[str], list[list[_Use]]]:
    """The distinct literals to look for, and for each entry every alias by the numbers of its literals."""
    names: list[str] = []
    owners: list[tuple[int, bool, bool]] = []
    for position, entry in enumerate(entries):
        for group, weak, never in ((entry.firm, False, False), (entry.weak, True, False), (entry.never, False, True)):
            names.extend(group)
            owners.extend([(position, weak, never)] * len(group))
    literals: dict[str, int] = {}
    uses: list[list[_Use]] = [[] for _ in entries]
    for (position, weak, never), alias in zip(owners, flatten_all(names), strict=True):
        if "…" in alias or "..." in alias:
            parts = [part for part in alias.replace("...", "…").split("…") if part]
            if parts:
                numbers = tuple([literals.setdefault(part, len(literals)) for part in parts])
                uses[position].append((weak, never, numbers))
        elif alias:
            uses[position].append((weak, never, (literals.setdefault(alias, len(literals)),)))
    return list(literals), uses


def _spans(flat: Flat, words: Words) -> dict[int, list[tuple[int, int]]]:
    """Every occurrence of every literal; ASCII ends of a literal must be ends of words in the printed text."""
    found: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    if words.search is None:
        return found
    bounded = words.bounded
    for number, start, end in words.search.find_matches_as_indexes(flat.text, overlapping=True):
        if number not in bounded or _at_bounds(flat, start, end, *bounded[number]):
            found[number].append((start, end))
    return dict(found)


def _wordlike(letter: str) -> bool:
    return letter.isascii() and letter.isalnum()


def _at_bounds(flat: Flat, start: int, end: int, left: bool, right: bool) -> bool:
    folded = flat.folded
    if left:
        at = flat.place(start)
        if at > 0 and _wordlike(folded[at - 1]):
            return False
    if right:
        at = flat.place(end - 1) + 1
        if at < len(folded) and _wordlike(folded[at]):
            return False
    return True


def _gapped(text: str, parts: tuple[int, ...], spans: Mapping[int, list[tuple[int, int]]]) -> Iterable[tuple[int, int]]:
    """Spans where the parts follow one another within a clause, each at most `REACH` characters after the one before."""
    runs = spans.get(parts[0], [])
    for part in parts[1:]:
        nexts = spans.get(part, [])
        starts = [start for start, _ in nexts]
        longer = []
        for start, end in runs:
            at = bisect_left(starts, end)
            if at < len(nexts) and starts[at] - end <= REACH and not _CLAUSE_END.search(text, end, starts[at]):
                longer.append((start, nexts[at][1]))
        runs = longer
    return runs


def _without_confusables(hits: list[_Hit], masks: list[_Hit]) -> list[_Hit]:
    """The hits but for those that a confusable of their own entry overlaps and that are not longer than it."""
    if not hits or not masks:
        return hits
    ordered = sorted(masks)
    longest = max(mask[1] - mask[0] for mask in ordered)
    starts = [mask[0] for mask in ordered]
    kept = []
    for hit in hits:
        near = ordered[bisect_left(starts, hit[0] - longest) : bisect_left(starts, hit[1])]
        if not any(mask[1] > hit[0] and mask[1] - mask[0] >= hit[1] - hit[0] for mask in near):
            kept.append(hit)
    return kept


def _mask_indicators(text: str, hits: dict[int, list[_Hit]]) -> None:
    """Drop hits of an indicator that lie within a longer hit of another one (`hits` by indicator)."""
    ordered = sorted(((hit[0], -hit[1], p, hit) for p in hits for hit in hits[p]), key=lambda item: item[:3])
    dropped: set[tuple[int, _Hit]] = set()
    reaching: list[tuple[int, int, int]] = []  # (end, start, entry) of earlier hits that still reach on
    for start, minus_end, position, hit in ordered:
        end = -minus_end
        reaching = [other for other in reaching if other[0] > start]
        if any(o_end >= end and o_end - o_start > end - start and o != position for o_end, o_start, o in reaching):
            dropped.add((position, hit))
        if not (hit[3] and _LISTED.search(text, start, end)):  # a gap over a list may hold another indicator
            reaching.append((end, start, position))
    for position in {position for position, _ in dropped}:
        hits[position] = [hit for hit in hits[position] if (position, hit) not in dropped]


def _without_repeats(hits: list[_Hit]) -> list[_Hit]:
    """One hit per place of an entry, in reading order: firm before weak, literal before gapped, then the longest.

    Among gap patterns the shortest wins: it joins the nearest parts.
    """
    hits.sort()
    kept: list[_Hit] = []
    run: list[_Hit] = []  # hits that overlap one another
    reach = 0
    for hit in hits:
        if hit[0] >= reach and run:
            kept.extend(run if len(run) == 1 else _best(run))
            run = []
        run.append(hit)
        reach = hit[1] if hit[1] > reach else reach
    kept.extend(_best(run))
    return kept


def _best(run: list[_Hit]) -> list[_Hit]:
    kept: list[_Hit] = []
    for hit in sorted(run, key=_rank):
        at = bisect_left(kept, hit)
        if not ((at > 0 and kept[at - 1][1] > hit[0]) or (at < len(kept) and kept[at][0] < hit[1])):
            kept.insert(at, hit)
    return kept


def _rank(hit: _Hit) -> tuple[bool, bool, int, int]:
    start, end, weak, gapped = hit
    return weak, gapped, end - start if gapped else start - end, start
