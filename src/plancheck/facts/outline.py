"""The headings of a plan as they are compared: form, depth, what stands below them and in their own line."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

from plancheck.core.location import Evidence, Location
from plancheck.document.model import Document, Figure, Paragraph, Table
from plancheck.facts.fold import fold
from plancheck.facts.headings import Form, bigrams, conjuncts, form, inline_text, park_names, shared_heads
from plancheck.facts.model import SectionMatch
from plancheck.facts.placeholder import is_placeholder, substance

How = Literal["exact", "contains", "joined", "resembles"]

FIGURE_SUBSTANCE = 20  # a figure that is there counts like so many characters


class Heading(NamedTuple):
    """A heading in comparable form."""

    form: Form
    parts: tuple[str, ...]
    shared: Mapping[str, str]
    pairs: frozenset[str]


class Outline:
    """The headings of a document with their depth, comparable form and substance."""

    def __init__(self, document: Document) -> None:
        self.document = document
        titles = [document.title, *document.cover]
        self.names = park_names(title for title in titles if title)
        self.wrappers = _wrappers(document)
        totals = [0]
        for block in document.blocks:
            totals.append(totals[-1] + block_substance(block))
        self._totals = totals

    def heading(self, index: int) -> Heading:
        """The comparable form of the heading of section `index`."""
        title = self.document.sections[index].title
        known = form(title, self.names)
        parts = conjuncts(title, self.names)
        return Heading(known, parts, shared_heads(parts), bigrams(known.core))

    def depth(self, index: int) -> int:
        """1 for a chapter, 2 for a section of it …; headings around the whole plan have depth 0."""
        depth = 0
        while index > 0:
            depth += index not in self.wrappers
            index = self.document.sections[index].parent
        return depth

    def substance(self, index: int) -> int:
        """Characters of real content below the heading, subsections included, and of what it says after a colon.

        A heading that says 略 or 待补充 of itself, and has no headings below, has none.
        """
        section = self.document.sections[index]
        said = inline_text(section.title)
        if said and not section.children and is_placeholder(said):
            return 0
        last = min(section.last, len(self._totals) - 1)
        below = max(0, self._totals[last] - self._totals[min(section.first, last)])
        return below + (substance(said) if ":" in fold(section.title) else 0)

    def evidence(self, index: int) -> Evidence:
        """The heading as a reader finds it."""
        section = self.document.sections[index]
        paragraph = None
        if 0 <= section.heading < len(self.document.blocks):
            block = self.document.blocks[section.heading]
            paragraph = block.number if isinstance(block, Paragraph) else None
        place = Location(section=self.document.path(index), paragraph=paragraph)
        return Evidence(place, section.shown)

    def match(self, name: str, index: int, how: How) -> SectionMatch:
        """A match of section entry `name`; whether it is in its place is settled later."""
        return SectionMatch(name, index, how, self.substance(index), self.evidence(index), self.depth(index))


def block_substance(block: Paragraph | Table | Figure) -> int:
    """Characters of real content of one block: headings and captions none, a table its cells below the header.

    A row's running number says nothing.
    """
    if isinstance(block, Paragraph):
        return substance(block.text) if block.kind in ("body", "textbox", "footnote") else 0
    if isinstance(block, Figure):
        return FIGURE_SUBSTANCE if block.present else 0
    total = 0
    for cell in block.cells:
        if cell.row > block.header_rows and not (cell.column == 1 and cell.text.strip().isdigit()):
            total += substance(cell.text)
        total += sum(block_substance(inner) for inner in cell.tables)
    return total


def _wrappers(document: Document) -> set[int]:
    """Headings that seem to stand around the whole plan: without number, and holding nearly all of it."""
    found: set[int] = set()
    here = document.sections[0]
    while True:
        for index in here.children:
            inner = document.sections[index]
            most = (inner.last - inner.first) * 10 >= len(document.blocks) * 8
            if most and not inner.label and len(inner.children) >= 2:
                found.add(index)
                here = inner
                break
        else:
            return found
