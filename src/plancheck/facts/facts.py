"""Everything read from one submission, in one frozen value; what rules are judged against."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from plancheck.core.vocabulary import Vocabulary
from plancheck.document.model import Document
from plancheck.facts.model import (
    Disagreement,
    Mention,
    Passage,
    Point,
    Project,
    SectionMatch,
    SubmissionFacts,
    Target,
    Task,
    TypedTable,
    Unread,
)


@dataclass(frozen=True)
class Facts:
    """The facts of one submission (document and data file united).

    `mentions` is keyed by `kind:name` of the vocabulary entry (`term:园区性质`, `indicator:总产值`, `group:煤炭`), each in
    reading order; negated and hypothetical ones are kept and marked. `sections` holds for each section name of the
    vocabulary its matching headings, best first (empty tuple: none). `tasks` are in reading order, parents before
    children. `projects`, `targets` and `points` unite document and data file; where the two state different values of
    one thing both stay and a `Disagreement` names them.
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
    points: tuple[Point, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    unread: tuple[Unread, ...] = ()
