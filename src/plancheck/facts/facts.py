"""Everything read from one submission, in one frozen value; what rules are judged against."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from plancheck.core.vocabulary import Vocabulary
from plancheck.document.model import Document
from plancheck.facts.model import (
    Contribution,
    Date,
    Disagreement,
    Entry,
    Fact,
    Mention,
    Passage,
    Point,
    Project,
    SectionMatch,
    StatedTotal,
    SubmissionFacts,
    Target,
    Task,
    TypedTable,
    Unread,
)
from plancheck.facts.quantities import QuantitySpan, read_quantities
from plancheck.facts.rows import read_row_quantities


@dataclass(frozen=True)
class Facts:
    """The facts of one submission (document and data file united).

    `mentions` is keyed by `kind:name` of the vocabulary entry (`term:园区性质`, `indicator:总产值`, `group:煤炭`), each in
    reading order; negated and hypothetical ones are kept and marked. `sections` holds for each section name of the
    vocabulary its matching headings, best first (empty tuple: none). `tasks` are in reading order, parents before
    children. `projects`, `targets` and `points` unite document and data file; where the two state different values of
    one thing both stay and a `Disagreement` names them. `date` is the submission's own date.
    """

    document: Document
    vocabulary: Vocabulary
    submission: SubmissionFacts
    passages: tuple[Passage, ...] = ()
    mentions: Mapping[str, tuple[Mention, ...]] = field(default_factory=dict)
    sections: Mapping[str, tuple[SectionMatch, ...]] = field(default_factory=dict)
    tables: tuple[TypedTable, ...] = ()
    projects: tuple[Project, ...] = ()
    tasks: tuple[Task, ...] = ()
    targets: tuple[Target, ...] = ()
    region_targets: tuple[Target, ...] = ()
    assigned_targets: tuple[Target, ...] = ()
    points: tuple[Point, ...] = ()
    totals: tuple[StatedTotal, ...] = ()
    contributions: tuple[Contribution, ...] = ()
    entries: Mapping[str, tuple[Entry, ...]] = field(default_factory=dict)
    date: Fact[Date] | None = None
    disagreements: tuple[Disagreement, ...] = ()
    unread: tuple[Unread, ...] = ()
    _quantities: dict[int, tuple[QuantitySpan, ...]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def quantities(self, passage: int) -> tuple[QuantitySpan, ...]:
        """The quantities stated in passage number `passage`, with their spans in its text; read on first use.

        Numbers of a table row take their units from the column heads.
        """
        known = self._quantities.get(passage)
        if known is None:
            known = self._quantities[passage] = _quantities_of(self.passages[passage])
        return known


def _quantities_of(passage: Passage) -> tuple[QuantitySpan, ...]:
    if passage.kind != "row" or passage.evidence.value is None:
        return read_quantities(passage.text)
    # The reader of rows parts cells at tabs; the replacement keeps every position.
    row, heads = (text.replace(" | ", " \t ") for text in (passage.text, passage.evidence.value))
    return read_row_quantities(row, heads)
