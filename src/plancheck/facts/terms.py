"""Words of the vocabulary found in the plan: all aliases of all entries in one pass, overlapping, with their polarity.

What is masked: an entry's own confusables (`never`) mask its overlapping, not longer hits; a hit of an indicator that
lies inside a longer hit of another indicator is that other indicator's word. Nothing else depends on other entries.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence

from ahocorasick_rs import AhoCorasick, MatchKind

from plancheck.core.vocabulary import Entry, Vocabulary
from plancheck.facts.flat import GAP, Flat, flatten_all
from plancheck.facts.model import Mention, Passage
from plancheck.facts.polarity import Polarities

KINDS = ("term", "indicator", "group")  # the kinds whose words are looked for in running text
REACH = 20  # most characters between the parts of a gap pattern
_CLAUSE_END = re.compile(f"[，,。；;：:！!？?|{GAP}]")
_LISTED = re.compile("[、和与及或]")


_Hit = tuple[int, int, bool, bool]  # start, end, weak, gapped
_Use = tuple[int, bool, bool, tuple[int, ...]]  # position of the entry, weak, confusable, the parts of the alias


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
        for at, until, weak, _ in _without_repeats(hits.get(position, [])):
            passage, start, end = flat.locate(at, until)
            alias = passages[passage].text[start:end]
            polarity = polarities.of(at, until, passage)
            mentions.append(Mention(entry.name, alias, passage, start, end, weak, polarity))
        if mentions:
            found[f"{entry.kind}:{entry.name}"] = tuple(mentions)
    return found


def _search(flat: Flat, entries: Sequence[Entry]) -> tuple[dict[int, list[_Hit]], dict[int, list[_Hit]]]:
    """Hits of aliases and of confusables, by entry position."""
    literals, uses = _aliases(entries)
    hits: dict[int, list[_Hit]] = {}
    nevers: dict[int, list[_Hit]] = {}
    if not literals or not flat.text:
        return hits, nevers
    spans = _spans(flat, literals)
    for position, weak, never, parts in uses:
        first = spans.get(parts[0])
        if first is None:
            continue
        into = (nevers if never else hits).setdefault(position, [])
        if len(parts) == 1:
            into.extend([(start, end, weak, False) for start, end in first])
        else:
            into.extend([(start, end, weak, True) for start, end in _gapped(flat.text, parts, spans)])
    return hits, nevers


def _aliases(entries: Sequence[Entry]) -> tuple[list[str], list[_Use]]:
    """The distinct literals to look for, and every alias of every entry by the numbers of its literals."""
    names: list[str] = []
    owners: list[tuple[int, bool, bool]] = []
    for position, entry in enumerate(entries):
        for group, weak, never in ((entry.firm, False, False), (entry.weak, True, False), (entry.never, False, True)):
            names.extend(group)
            owners.extend([(position, weak, never)] * len(group))
    literals: dict[str, int] = {}
    uses: list[_Use] = []
    for (position, weak, never), alias in zip(owners, flatten_all(names), strict=True):
        if "…" in alias or "..." in alias:
            parts = [part for part in alias.replace("...", "…").split("…") if part]
            if parts:
                numbers = tuple([literals.setdefault(part, len(literals)) for part in parts])
                uses.append((position, weak, never, numbers))
        elif alias:
            uses.append((position, weak, never, (literals.setdefault(alias, len(literals)),)))
    return list(literals), uses


def _spans(flat: Flat, literals: Sequence[str]) -> dict[int, list[tuple[int, int]]]:
    """Every occurrence of every literal; ASCII ends of a literal must be ends of words in the printed text."""
    automaton = AhoCorasick(literals, matchkind=MatchKind.Standard)
    bounded = {
        number: (_wordlike(literal[0]), _wordlike(literal[-1]))
        for number, literal in enumerate(literals)
        if literal[0] < "\x80" or literal[-1] < "\x80"
    }
    found: dict[int, list[tuple[int, int]]] = {}
    for number, start, end in automaton.find_matches_as_indexes(flat.text, overlapping=True):
        if number in bounded and not _at_bounds(flat, start, end, *bounded[number]):
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
    """Drop hits that a confusable of their own entry overlaps and that are not longer than it."""
    for position, masks in nevers.items():
        if position not in hits or not masks:
            continue
        ordered = sorted(masks)
        longest = max(mask[1] - mask[0] for mask in ordered)
        starts = [mask[0] for mask in ordered]
        kept = []
        for hit in hits[position]:
            near = ordered[bisect_left(starts, hit[0] - longest) : bisect_left(starts, hit[1])]
            if not any(mask[1] > hit[0] and mask[1] - mask[0] >= hit[1] - hit[0] for mask in near):
                kept.append(hit)
        hits[position] = kept


def _mask_indicators(text: str, hits: dict[int, list[_Hit]], entries: Sequence[Entry]) -> None:
    """Drop hits of an indicator that lie within a longer hit of another one."""
    positions = [p for p, entry in enumerate(entries) if entry.kind == "indicator" and hits.get(p)]
    ordered = sorted(((hit[0], -hit[1], p, hit) for p in positions for hit in hits[p]), key=lambda item: item[:3])
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
    if all(hits[i][1] <= hits[i + 1][0] for i in range(len(hits) - 1)):
        return hits
    kept: list[_Hit] = []
    for hit in sorted(hits, key=_rank):
        at = bisect_left(kept, hit)
        if not ((at > 0 and kept[at - 1][1] > hit[0]) or (at < len(kept) and kept[at][0] < hit[1])):
            kept.insert(at, hit)
    return kept


def _rank(hit: _Hit) -> tuple[bool, bool, int, int]:
    start, end, weak, gapped = hit
    return weak, gapped, end - start if gapped else start - end, start
