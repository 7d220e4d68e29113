"""Words of the vocabulary found in the plan: all aliases of all entries in one pass, overlapping, with their polarity.

What is masked: an entry's own confusables (`never`) mask its overlapping, not longer hits; a hit of an indicator that
lies inside a longer hit of another indicator is that other indicator's word. Nothing else depends on other entries.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick, MatchKind

from plancheck.core.vocabulary import Entry, Vocabulary
from plancheck.facts.flat import GAP, Flat, flatten
from plancheck.facts.model import Mention, Passage
from plancheck.facts.polarity import Polarities

KINDS = ("term", "indicator", "group")  # the kinds whose words are looked for in running text
REACH = 20  # most characters between the parts of a gap pattern
_CLAUSE_END = re.compile(f"[，,。；;：:！!？?|{GAP}]")
_LISTED = re.compile("[、和与及或]")


@dataclass(frozen=True, slots=True)
class _Use:
    """One alias of one entry: which (`entry` is a position), how firm, and its parts (more than one: a gap pattern)."""

    entry: int
    weak: bool
    never: bool
    parts: tuple[int, ...]


@dataclass(slots=True)
class _Hit:
    start: int
    end: int
    weak: bool
    gapped: bool


def find_mentions(
    passages: Sequence[Passage], vocabulary: Vocabulary, kinds: Iterable[str] = KINDS, flat: Flat | None = None
) -> dict[str, tuple[Mention, ...]]:
    """All mentions of the entries of `kinds`, keyed `kind:name`, each in reading order (empty tuples included).

    `flat` is the flattened text of exactly these passages, where the caller has it already.
    """
    entries = [entry for kind in kinds for entry in vocabulary.of(kind).values()]
    flat = Flat([passage.text for passage in passages]) if flat is None else flat
    hits, nevers = _search(flat, entries)
    _mask_confusables(hits, nevers)
    _mask_indicators(flat.text, hits, entries)
    polarities = Polarities(flat)
    found: dict[str, tuple[Mention, ...]] = {f"{entry.kind}:{entry.name}": () for entry in entries}
    for position, entry in enumerate(entries):
        mentions = []
        for hit in _without_repeats(hits.get(position, [])):
            passage = flat.passage(hit.start)
            start, end = flat.span(hit.start, hit.end, passage)
            alias = passages[passage].text[start:end]
            polarity = polarities.of(hit.start, hit.end, passage)
            mentions.append(Mention(entry.name, alias, passage, start, end, hit.weak, polarity))
        if mentions:
            found[f"{entry.kind}:{entry.name}"] = tuple(mentions)
    return found


def alias_parts(alias: str) -> tuple[str, ...]:
    """The literal parts of an alias, flattened: one, or several for a gap pattern `甲…乙`; empty where it has none."""
    return tuple(part for part in map(flatten, alias.replace("...", "…").split("…")) if part)


def _search(flat: Flat, entries: Sequence[Entry]) -> tuple[dict[int, list[_Hit]], dict[int, list[_Hit]]]:
    """Hits of aliases and of confusables, by entry position, each list in order of start."""
    literals: dict[str, int] = {}
    uses: list[_Use] = []
    for position, entry in enumerate(entries):
        for names, weak, never in ((entry.firm, False, False), (entry.weak, True, False), (entry.never, False, True)):
            for name in names:
                parts = alias_parts(name)
                if parts:
                    numbers = tuple(literals.setdefault(part, len(literals)) for part in parts)
                    uses.append(_Use(position, weak, never, numbers))
    hits: dict[int, list[_Hit]] = {}
    nevers: dict[int, list[_Hit]] = {}
    if not literals or not flat.text:
        return hits, nevers
    spans = _spans(flat, list(literals))
    for use in uses:
        first = spans.get(use.parts[0])
        if first is None:
            continue
        into = (nevers if use.never else hits).setdefault(use.entry, [])
        if len(use.parts) == 1:
            into.extend(_Hit(start, end, use.weak, False) for start, end in first)
        else:
            into.extend(_Hit(start, end, use.weak, True) for start, end in _gapped(flat.text, use.parts, spans))
    return hits, nevers


def _spans(flat: Flat, literals: Sequence[str]) -> dict[int, list[tuple[int, int]]]:
    """Every occurrence of every literal; ASCII ends of a literal must be ends of words in the printed text."""
    automaton = AhoCorasick(literals, matchkind=MatchKind.Standard)
    bounded = [(_wordlike(literal[0]), _wordlike(literal[-1])) for literal in literals]
    found: dict[int, list[tuple[int, int]]] = {}
    for number, start, end in automaton.find_matches_as_indexes(flat.text, overlapping=True):
        left, right = bounded[number]
        if (left or right) and not _at_bounds(flat, start, end, left, right):
            continue
        found.setdefault(number, []).append((start, end))
    return found


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


def _mask_confusables(hits: dict[int, list[_Hit]], nevers: Mapping[int, list[_Hit]]) -> None:
    for position, masks in nevers.items():
        if position in hits and masks:
            hits[position] = _uncovered(hits[position], masks)


def _mask_indicators(text: str, hits: dict[int, list[_Hit]], entries: Sequence[Entry]) -> None:
    """Drop hits of an indicator that lie within a longer hit of another one."""
    indicators = [p for p, entry in enumerate(entries) if entry.kind == "indicator" and hits.get(p)]
    everything = sorted(
        ((hit.start, -hit.end, position, hit) for position in indicators for hit in hits[position]),
        key=lambda item: item[:3],
    )
    dropped: set[int] = set()
    reaching: list[tuple[int, int, int]] = []  # (end, start, entry) of earlier hits that still reach on
    for start, minus_end, position, hit in everything:
        end = -minus_end
        reaching = [other for other in reaching if other[0] > start]
        if any(o_end >= end and o_end - o_start > end - start and o != position for o_end, o_start, o in reaching):
            dropped.add(id(hit))
        if not (hit.gapped and _LISTED.search(text, start, end)):  # a gap over a list may hold another indicator
            reaching.append((end, start, position))
    if dropped:
        for position in indicators:
            hits[position] = [hit for hit in hits[position] if id(hit) not in dropped]


def _uncovered(hits: list[_Hit], masks: list[_Hit]) -> list[_Hit]:
    """The hits that no mask of at least their length overlaps."""
    ordered = sorted(masks, key=lambda m: m.start)
    longest = max(mask.end - mask.start for mask in ordered)
    starts = [mask.start for mask in ordered]
    kept = []
    for hit in hits:
        low, high = bisect_left(starts, hit.start - longest), bisect_left(starts, hit.end)
        size = hit.end - hit.start
        if not any(mask.end > hit.start and mask.end - mask.start >= size for mask in ordered[low:high]):
            kept.append(hit)
    return kept


def _without_repeats(hits: list[_Hit]) -> list[_Hit]:
    """One hit per place of an entry, in reading order: firm before weak, literal before gapped, then the longest.

    Among gap patterns the shortest wins: it joins the nearest parts.
    """
    if len(hits) < 2:
        return hits

    def rank(hit: _Hit) -> tuple[bool, bool, int, int]:
        size = hit.end - hit.start
        return hit.weak, hit.gapped, size if hit.gapped else -size, hit.start

    kept: list[_Hit] = []
    starts: list[int] = []
    for hit in sorted(hits, key=rank):
        at = bisect_left(starts, hit.start)
        crosses = (at > 0 and kept[at - 1].end > hit.start) or (at < len(kept) and kept[at].start < hit.end)
        if not crosses:
            kept.insert(at, hit)
            starts.insert(at, hit.start)
    return kept
