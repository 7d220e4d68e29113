"""What a judgement comes to: plain frozen data that every report format reads."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from plancheck.core.location import Evidence
from plancheck.core.outcome import Obligation, Outcome, Verdict


@dataclass(frozen=True, slots=True)
class Interval:
    """Points from `low` (every open question decided against the plan) to `high` (decided for it), of `maximum`."""

    low: Fraction
    high: Fraction
    maximum: Fraction


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a comparison: its value in normal form, the arithmetic that led to it (empty: as stated), its places."""

    value: str
    working: tuple[str, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two values that a rule set against each other, so that a reader can redo it; `message` says what is wrong."""

    message: str
    left: Side
    right: Side


@dataclass(frozen=True, slots=True)
class Result:
    """One rule on one submission.

    `messages` say what is wrong (fail), what cannot be known (review) or why the rule does not apply; `question` is
    what a person is asked (rules of kind assist); `missing_facts` name what would decide a review; `items` counts the
    members of a judged collection (passed, failed, open, total) or is None; `same_finding` names the rules whose
    failure is the same defect; `comparisons` show the numbers that contradict each other, side by side.
    """

    rule: str
    title: str
    clause: str
    obligation: Obligation
    veto: bool
    kind: str  # "auto" or "assist"
    outcome: Outcome
    weight: Fraction
    earned: Interval
    chapter: str
    messages: tuple[str, ...] = ()
    fix: str | None = None
    question: str | None = None
    missing_facts: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    looked_in: tuple[Evidence, ...] = ()
    items: tuple[int, int, int, int] | None = None
    same_finding: tuple[str, ...] = ()
    depends_on: str | None = None
    advice: bool = False
    comparisons: tuple[Comparison, ...] = ()


@dataclass(frozen=True, slots=True)
class ChapterScore:
    """Points of one chapter of the pack."""

    section: str
    points: Interval


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of the submission was read: characters attributed to a known chapter, tables recognised, and so on."""

    characters: int
    attributed: int
    tables: int
    tables_recognised: int
    projects: int
    targets: int
    series_points: int


@dataclass(frozen=True, slots=True)
class Override:
    """A setting, alias or rule that the pack's user changed, named in every report."""

    what: str
    was: str
    now: str
    by: str


@dataclass(frozen=True, slots=True)
class FileInfo:
    """A file that was judged."""

    path: str
    sha256: str
    title: str = ""
    characters: int = 0


@dataclass(frozen=True, slots=True)
class Report:
    """Everything a report shows, counted and sorted once (results stand in clause order)."""

    pack_id: str
    pack_title: str
    pack_digest: str
    tool_version: str
    plan: FileInfo
    data: FileInfo | None
    verdict: Verdict | None  # None where only some of the rules were judged
    reasons: tuple[str, ...]
    score: Interval
    decided: Interval
    chapters: tuple[ChapterScore, ...]
    results: tuple[Result, ...]
    coverage: Coverage
    notes: tuple[str, ...] = ()  # what was not read, or read with doubt
    overrides: tuple[Override, ...] = ()
    stage: str = "plan"
    choices: tuple[str, ...] = ()  # what the program chose for the user (pack, stage, date), and why

    def counts(self) -> dict[Outcome, int]:
        """How many rules came to each outcome, in the fixed order pass, fail, review, not-applicable."""
        found = dict.fromkeys(Outcome, 0)
        for result in self.results:
            found[result.outcome] += 1
        return found
