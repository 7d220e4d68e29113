"""Headings of the plan that answer to the sections of the vocabulary: which, how surely, and with how much content."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from plancheck.core.made_once import made_once
from plancheck.core.vocabulary import Entry, Vocabulary
from plancheck.document.model import Document
from plancheck.facts.headings import (
    Form,
    bigrams,
    conjuncts,
    ends_with,
    form,
    is_filler,
)
from plancheck.facts.model import SectionMatch
from plancheck.facts.outline import Heading, How, Outline

_ALIKE = 0.6  # from this share of common character pairs on, a heading resembles a name …
_ALIKE_HEAD = 0.5  # … or from this one on (doubled over both), where both end in the same pair: the head of the words
_HOW: dict[How, int] = {"exact": 0, "contains": 1, "joined": 2, "resembles": 3}


Sections = Mapping[str, tuple[SectionMatch, ...]]


def sections_for(vocabulary: Vocabulary, role: str, usual: str) -> str:
    """The name of the section entry that has the property `role`; its usual name where none declares it."""
    entries = vocabulary.of("section")
    return next((name for name, entry in entries.items() if entry.properties.get("role") == role), usual)


def match_sections(document: Document, vocabulary: Vocabulary) -> dict[str, tuple[SectionMatch, ...]]:
    """For each section entry its matching headings, best first.

    Best is: firm before resembling, inside the declared parent (`under`), at the declared depth (`level`), exact before
    contained, and first in the plan. Entries without a match have an empty tuple.
    """
    entries = vocabulary.of("section")
    found: dict[str, list[SectionMatch]] = {name: [] for name in entries}
    if not entries:
        return {}
    outline = Outline(document)
    names, holding, composed = _prepared(vocabulary)
    answers: list[tuple[int, dict[str, _Hit]]] = []
    for index in range(1, len(document.sections)):
        heading = outline.heading(index)
        hits = {}
        for name in _candidates(heading, holding):
            hit = _compare(heading, names[name])
            if hit is not None:
                hits[name] = hit
        _drop_likeness(hits)
        _compose(hits, composed)
        _mark_joined(hits, entries, heading)
        answers.append((index, hits))
        if any(hit.how != "resembles" for hit in hits.values()):
            outline.wrappers.discard(index)
    for index, hits in answers:
        for name, hit in hits.items():
            found[name].append(outline.match(name, index, hit.how))
    _settle_places(found, entries, document)
    return {name: _ordered(matches, entries[name]) for name, matches in found.items()}


class _Names(NamedTuple):
    firm: tuple[Form, ...]
    weak: tuple[Form, ...]
    never: tuple[str, ...]
    pairs: tuple[frozenset[str], ...]

    @classmethod
    def of(cls, entry: Entry) -> _Names:
        firm = tuple(dict.fromkeys(form(name) for name in entry.firm if name))
        weak = tuple(dict.fromkeys(form(name) for name in entry.weak if name))
        never = tuple(form(name).plain for name in entry.never if name)
        return cls(firm, weak, never, tuple(bigrams(known.core) for known in firm))


@made_once
def _prepared(
    vocabulary: Vocabulary,
) -> tuple[dict[str, _Names], dict[str, list[str]], dict[str, tuple[str, ...]]]:
    """The names of all sections, the sections by character pair, and those composed of others."""
    entries = vocabulary.of("section")
    names = {name: _Names.of(entry) for name, entry in entries.items()}
    return names, _index(names), _composed(entries, names)


def _index(names: Mapping[str, _Names]) -> dict[str, list[str]]:
    """Which entries have a name with a given character pair; only these need comparing with a heading that has it."""
    holding: dict[str, list[str]] = {}
    for name, known in names.items():
        for pair in {
            p for known_as in (*known.firm, *known.weak) for p in bigrams(known_as.plain) | bigrams(known_as.core)
        }:
            holding.setdefault(pair, []).append(name)
    return holding


def _candidates(heading: Heading, holding: Mapping[str, list[str]]) -> list[str]:
    pairs = bigrams(heading.form.plain) | heading.pairs
    return list(dict.fromkeys(name for pair in sorted(pairs) for name in holding.get(pair, ())))


class _Hit(NamedTuple):
    how: How
    named: bool = True  # False where only likeness, or a name that merely modifies, was found
    span: tuple[int, int] = (0, 0)  # of the name in the heading's plain form


def _compare(heading: Heading, names: _Names) -> _Hit | None:
    """How a heading answers to the names of one entry, or None."""
    plain, core, stem = heading.form.plain, heading.form.core, heading.form.stem
    if not plain:
        return None
    for never in names.never:
        if never and never in plain:
            return None
    best: _Hit | None = None
    modifier = False
    for name in names.firm:
        if name.plain == plain or name.core == core:
            return _Hit("exact", span=(0, len(plain)))
        if name.plain in plain:
            at = plain.rfind(name.plain)
            span = (at, at + len(name.plain))
            if _answers(heading, name.plain) and (len(name.plain) >= 4 or is_filler(plain[:at] + plain[span[1] :])):
                if best is None or len(name.plain) > best.span[1] - best.span[0]:
                    best = _Hit("contains", span=span)
            elif len(name.plain) >= 4:
                modifier = True
        elif name.plain in heading.shared and best is None:
            at = plain.find(heading.shared[name.plain])
            best = _Hit("contains", span=(at, at + len(heading.shared[name.plain])))
        elif best is None and (name.core in core or name.stem == stem) and _ends_or_stems(heading.form, name):
            best = _Hit("contains")
    if best is not None:
        return best
    if any(_resembles(heading, weak) for weak in names.weak):
        return _Hit("resembles")
    return _Hit("resembles", named=False) if modifier or _alike(heading, names) else None


def _ends_or_stems(heading: Form, name: Form) -> bool:
    """Whether a heading is about a name, both without filler words or both without the words at their ends."""
    if len(name.core) >= 4 and name.core in heading.core and ends_with(heading.core, name.core):
        return True
    return len(name.stem) >= 4 and name.stem == heading.stem


def _answers(heading: Heading, name: str) -> bool:
    """Whether the heading, or one of the parts that 与 or 、 join, is about `name` (it does not only modify)."""
    return ends_with(heading.form.plain, name) or any(ends_with(part, name) for part in heading.parts)


def _resembles(heading: Heading, weak: Form) -> bool:
    return weak.plain in heading.form.plain or weak.core == heading.form.core


def _alike(heading: Heading, names: _Names) -> bool:
    for name, pairs in zip(names.firm, names.pairs, strict=True):
        if len(heading.pairs & pairs) < 2:  # as nearly always
            continue
        common = len(heading.pairs & pairs)
        same_head = heading.form.core[-2:] == name.core[-2:]
        if common >= _ALIKE * len(heading.pairs | pairs):
            return True
        if same_head and 2 * common >= _ALIKE_HEAD * (len(heading.pairs) + len(pairs)):
            return True
        if _stems_alike(heading.form.stem, name.stem):
            return True
    return False


def _stems_alike(one: str, other: str) -> bool:
    """Whether two names are alike once the words at their ends that say nothing are left out."""
    mine, theirs = bigrams(one), bigrams(other)
    return len(mine & theirs) >= 3 and len(mine & theirs) >= _ALIKE * len(mine | theirs)


def _composed(entries: Mapping[str, Entry], names: Mapping[str, _Names]) -> dict[str, tuple[str, ...]]:
    """Entries whose name joins the names of sections under them (指导思想和主要目标), with those sections."""
    found: dict[str, tuple[str, ...]] = {}
    for name, entry in entries.items():
        parts = conjuncts(entry.title)
        under = [other for other, below in entries.items() if below.properties.get("under") == name]
        members = [next((o for o in under if any(f.plain == part for f in names[o].firm)), None) for part in parts]
        if len(parts) >= 2 and all(members):
            found[name] = tuple(member for member in members if member is not None)
    return found


def _compose(hits: dict[str, _Hit], composed: Mapping[str, tuple[str, ...]]) -> None:
    """A heading with firm names of all the parts of a composed section answers to it: 总体思路、原则与发展目标."""
    for name, members in composed.items():
        known = hits.get(name)
        parts = [hits.get(member) for member in members]
        if all(part is not None and part.how == "contains" for part in parts) and (
            known is None or known.how == "resembles"
        ):
            hits[name] = _Hit("contains")


def _drop_likeness(hits: dict[str, _Hit]) -> None:
    """A heading that is exactly the name of one section does not resemble another one by likeness."""
    if any(hit.how == "exact" for hit in hits.values()):
        for name in [name for name, hit in hits.items() if not hit.named]:
            del hits[name]


def _mark_joined(hits: dict[str, _Hit], entries: Mapping[str, Entry], heading: Heading) -> None:
    """One heading that carries the names of two sections of one level, neither within the other, joins them."""
    contained = {name: hit for name, hit in hits.items() if hit.how == "contains" and hit.span[1] > 0}
    if len(contained) < 2:
        return
    levels = Counter(entries[name].properties.get("level", "") for name in contained)
    for name, hit in contained.items():
        level = entries[name].properties.get("level", "")
        if not level or levels[level] < 2:
            continue
        for other, beside in contained.items():
            apart = hit.span[1] <= beside.span[0] or beside.span[1] <= hit.span[0]
            if other != name and entries[other].properties.get("level", "") == level and apart:
                hits[name] = _Hit("joined", span=hit.span)


def _settle_places(found: dict[str, list[SectionMatch]], entries: Mapping[str, Entry], document: Document) -> None:
    """Tell for each match whether it stands under the section that its entry names, or is merged with it.

    Outside a parent that the plan has, only the very name counts: one that merely contains it resembles, and one that
    merely resembles says nothing (能力建设 among the tasks is not the safeguard of that name).
    """
    hosts: dict[str, set[int]] = {
        name: {m.section for m in matches if m.how != "resembles"} for name, matches in found.items()
    }
    chapters = {
        m.section: name
        for name, matches in found.items()
        if entries[name].properties.get("level") == "1"
        for m in matches
        if m.depth == 1 and m.how in ("exact", "contains")
    }
    for name, matches in found.items():
        parent = entries[name].properties.get("under", "")
        if entries[name].properties.get("level") == "1":
            # Part of another chapter, or two levels down, a heading that is not the very name speaks of other matter.
            found[name] = [
                m
                for m in matches
                if m.how == "exact" or (m.depth <= 2 and not _within_another(m, chapters, hosts[name], document))
            ]
        if not parent or parent not in entries:
            continue
        settled: list[SectionMatch] = []
        for match in found[name]:
            here = match.section
            while here > 0 and here not in hosts[parent]:
                here = document.sections[here].parent
            if here > 0:
                settled.append(match)
            elif match.how == "exact" or not hosts[parent]:
                settled.append(replace(match, inside=False))
            elif match.how == "contains":
                settled.append(replace(match, how="resembles", inside=False))
        found[name] = settled


def _within_another(match: SectionMatch, chapters: Mapping[int, str], own: set[int], document: Document) -> bool:
    here = document.sections[match.section].parent
    while here > 0:
        if here in own:
            return False
        if here in chapters:
            return chapters[here] != match.name
        here = document.sections[here].parent
    return False


def _ordered(matches: list[SectionMatch], entry: Entry) -> tuple[SectionMatch, ...]:
    level = entry.properties.get("level", "")
    wanted = int(level) if level.isdecimal() else None

    def rank(match: SectionMatch) -> tuple[bool, bool, int, int, bool, int]:
        off = 0 if wanted is None else abs(match.depth - wanted)
        return match.how == "resembles", not match.inside, off, _HOW[match.how], match.substance == 0, match.section

    return tuple(sorted(matches, key=rank))
