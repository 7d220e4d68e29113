"""The part of a plan that a built-in looks at (`in:`): sections by name, or what a value stands for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from plancheck.core.location import Evidence
from plancheck.facts.model import Passage, Project, SectionMatch, Task, TypedTable
from plancheck.judgement.builtins.arguments import Arguments
from plancheck.judgement.context import Context
from plancheck.judgement.values import Items, Value


@dataclass(frozen=True, slots=True)
class Region:
    """Passages by section (with all below it), by table and by number. `loose` sections only resemble the one named.

    `everywhere` is the whole plan; `evidence` shows the region itself (its headings).
    """

    everywhere: bool
    firm: frozenset[int]
    loose: frozenset[int]
    tables: frozenset[int]
    spans: tuple[tuple[int, int], ...]
    evidence: tuple[Evidence, ...]
    barred: frozenset[int] = frozenset()  # sections left out (`outside:`)

    def holds(self, passage: Passage) -> bool | None:
        """True inside, False outside, None inside a section that only resembles the one named."""
        if passage.section in self.barred:
            return False
        if self.everywhere or passage.section in self.firm:
            return True
        for first, last in self.spans:
            if first <= passage.index < last:
                return True
        place = passage.evidence.location
        if self.tables and place.row is not None and place.table in self.tables:  # rows only: a caption is no content
            return True
        return None if passage.section in self.loose else False

    @property
    def stretch(self) -> tuple[int, int] | None:
        """The half-open range of passages that the region is, where it is no more than that."""
        plain = len(self.spans) == 1 and not (self.barred or self.everywhere or self.firm or self.loose or self.tables)
        return self.spans[0] if plain else None

    def passages(self, context: Context) -> Iterator[Passage]:
        """The passages surely inside, in reading order."""
        everything = context.facts.passages
        if self.everywhere and not self.barred:
            yield from everything
        elif self.stretch is not None:
            yield from everything[self.stretch[0] : self.stretch[1]]
        elif self.everywhere or self.tables:
            yield from (p for p in everything if self.holds(p))
        else:
            within = {i for s in self.firm - self.barred for i in _by_section(context).get(s, ())}
            for first, last in self.spans:
                within.update(i for i in range(first, last) if everything[i].section not in self.barred)
            yield from (everything[i] for i in sorted(within))


def _by_section(context: Context) -> dict[int, list[int]]:
    """The numbers of the passages that stand right under each heading."""

    def build() -> dict[int, list[int]]:
        found: dict[int, list[int]] = {}
        for passage in context.facts.passages:
            found.setdefault(passage.section, []).append(passage.index)
        return found

    table: dict[int, list[int]] = context.remember("passages by section", build)
    return table


EVERYWHERE = Region(True, frozenset(), frozenset(), frozenset(), (), ())


def region_of(context: Context, args: Arguments) -> Region:
    """The region that the argument `in` names; the whole plan without one."""
    entities, value = args.entities("in"), args.value("in")
    barred = _barred(context, args)
    if not entities and value is None:
        return replace(EVERYWHERE, barred=barred) if barred else EVERYWHERE
    firm: set[int] = set()
    loose: set[int] = set()
    tables: set[int] = set()
    spans: list[tuple[int, int]] = []
    evidence: list[Evidence] = []
    for entity in entities:
        matches = context.headings(entity)
        # a heading elsewhere that only shares the name is not this section where there is one in its place
        for match in [m for m in matches if m.inside] or matches:
            evidence.append(match.evidence)
            (loose if match.how == "resembles" else firm).add(match.section)
    members = () if value is None else value.data.sure if isinstance(value.data, Items) else (value,)
    for item in members:
        _add(context, item, firm, tables, spans)
        evidence.extend(item.evidence)
    below = _below(context)
    return Region(
        False,
        frozenset(s for top in firm for s in below.get(top, (top,))),
        frozenset(s for top in loose for s in below.get(top, (top,))),
        frozenset(tables),
        tuple(spans),
        tuple(dict.fromkeys(evidence))[:4],
        barred,
    )


def _barred(context: Context, args: Arguments) -> frozenset[int]:
    """The sections that `outside` names, with all below them; what only resembles them is not left out."""
    below = _below(context) if args.entities("outside") else {}
    matches = (m for e in args.entities("outside") for m in context.headings(e) if m.how != "resembles" and m.inside)
    return frozenset(s for m in matches for s in below.get(m.section, (m.section,)))


def _add(context: Context, item: Value, firm: set[int], tables: set[int], spans: list[tuple[int, int]]) -> None:
    data = item.data
    if isinstance(data, Task) and data.passages[1] > data.passages[0]:
        spans.append(data.passages)
    elif isinstance(data, SectionMatch) or (isinstance(data, Task) and data.section):
        firm.add(data.section)  # a task that only the data file names has no place in the plan
    elif isinstance(data, Passage):
        spans.append((data.index, data.index + 1))
    elif isinstance(data, TypedTable):
        tables.add(data.table)
    elif isinstance(data, Project):
        firm.update(_sections_of(context, data))


def _sections_of(context: Context, project: Project) -> set[int]:
    """The sections that describe a project: those whose heading carries its name."""
    paths = {e.location.section for e in project.described if e.location.section}
    document = context.facts.document
    return {
        s.index for s in document.sections if s.index and document.path(s.index) in paths and project.name in s.title
    }


def _below(context: Context) -> dict[int, frozenset[int]]:
    """For each section itself and all sections below it."""

    def build() -> dict[int, frozenset[int]]:
        found: dict[int, set[int]] = {}
        sections = context.facts.document.sections
        for section in sections:
            here = section.index
            while True:
                found.setdefault(here, set()).add(section.index)
                if here == 0:
                    break
                here = sections[here].parent
        return {top: frozenset(inner) for top, inner in found.items()}

    table: dict[int, frozenset[int]] = context.remember("sections below", build)
    return table


def sections_below(context: Context, tops: set[int]) -> frozenset[int]:
    """The sections named and all below them."""
    below = _below(context)
    return frozenset(s for top in tops for s in below.get(top, (top,)))
