"""The facts that rules look at. Every value carries its evidence and says how firm it is.

Three states are told apart for a single value: *stated* (a `Fact`), *absent* (`None`: the submission gives nothing) and
*blank* (a `Fact` with status "blank": there is a place for it, and it is empty or a placeholder). A value that is there
but cannot be read has status "unreadable"; one that rests on a weak alias or a guess has status "resembles".
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Generic, Literal, NamedTuple, TypeVar

from plancheck.core.location import Evidence
from plancheck.core.quantity import Quantity

T_co = TypeVar("T_co", covariant=True)
Status = Literal["stated", "blank", "unreadable", "resembles"]
Direction = Literal["decrease", "increase", "decrease_to", "increase_to", "reach", "hold"]
Basis = Literal["relative-percent", "percentage-point", "absolute"]
TotalKind = Literal["projects", "investment", "energy-saving", "carbon-reduction", "funding"]
Measure = Literal["amount", "share", "growth"]
TableKind = Literal["projects", "indicators", "series", "energy", "schedule", "benchmark", "contribution", "other"]


@dataclass(frozen=True, slots=True)
class Fact(Generic[T_co]):
    """A value with where it came from. `value` is None exactly when status is blank or unreadable."""

    value: T_co | None
    evidence: tuple[Evidence, ...]
    status: Status = "stated"
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Period:
    """A span of time in months: `start`/`end` are (year, month) with month None where only the year is given."""

    start: tuple[int, int | None] | None
    end: tuple[int, int | None] | None


@dataclass(frozen=True, slots=True)
class Date:
    """A day, or only a month or a year where no more is stated: month and day None then."""

    year: int
    month: int | None = None
    day: int | None = None

    def show(self) -> str:
        """As ISO text, as far as it is given."""
        return "-".join(f"{part:02d}" for part in (self.year, self.month, self.day) if part is not None)

    @property
    def first(self) -> tuple[int, int, int]:
        """The first day that it may be."""
        return (self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> tuple[int, int, int]:
        """The last day that it may be."""
        month = self.month or 12
        return (self.year, month, self.day or monthrange(self.year, month)[1])


@dataclass(frozen=True, slots=True)
class Passage:
    """The smallest piece that is judged for what it says: a sentence, a heading, a caption or a table row.

    `text` is as printed; a row is its cells joined by ` | `, and its evidence's value the heads of its columns joined
    alike. `quantities` and `years` are left empty: `Facts.quantities` reads them on first use. Polarity is found per
    mention, not per passage. `section` indexes `Document.sections`; `block` indexes `Document.blocks` (the host block).
    """

    index: int
    text: str
    kind: Literal["sentence", "heading", "caption", "row", "footnote"]
    section: int
    block: int
    evidence: Evidence
    quantities: tuple[Quantity, ...] = ()
    years: tuple[int, ...] = ()


class Mention(NamedTuple):
    """A term of the vocabulary found in a passage, `alias` as printed; `polarity` tells having from not having."""

    term: str
    alias: str
    passage: int
    start: int
    end: int
    weak: bool = False
    polarity: Literal["affirmed", "negated", "hypothetical"] = "affirmed"


@dataclass(frozen=True, slots=True)
class SectionMatch:
    """A heading of the plan that answers to a section of the vocabulary.

    `how` is "exact" (the heading is one of the names), "contains" (a name with qualifying words around it), "joined"
    (one heading carries the names of two sections: merged chapters) or "resembles" (alike only: for a person).
    `substance` counts the characters of real content below it; placeholders and slogans of one clause do not count.
    `depth` is the heading's depth in the plan (1 for a chapter; wrapper headings around the whole plan do not count);
    `inside` is False where the vocabulary names a parent section (`under`) and the heading stands elsewhere.
    """

    name: str
    section: int
    how: Literal["exact", "contains", "joined", "resembles"]
    substance: int
    evidence: Evidence
    depth: int = 0
    inside: bool = True


@dataclass(frozen=True, slots=True)
class Project:
    """A project (or an item of capacity building): its eight fields by their canonical names, each maybe absent.

    Text fields: 项目类型 项目名称 实施主体 主要内容 投资方式 预期效果 所属任务 实施计划; 项目起止时间 is a Period, 投资额 a Quantity (CNY).
    `effects` are the quantities read in 预期效果 (tce, tCO2 …). `sections` is where it is described beyond its row.
    """

    name: str
    fields: Mapping[str, Fact[str] | Fact[Period] | Fact[Quantity]]
    evidence: tuple[Evidence, ...]
    effects: tuple[Fact[Quantity], ...] = ()
    engineering: bool = True
    described: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Task:
    """A task (or sub-task) of the plan: its heading, the section below it, and the task field it belongs to.

    `level` is 1 for what the task chapter is divided into (fields or tasks), 2 for the items below; `parent` is a
    position in `Facts.tasks`. `passages` is the half-open range of `Facts.passages` that the task covers, its heading
    included, (0, 0) for a task of the data file. `given` is what the data file says of it (by key); `sure` is False where
    the task chapter only resembles one.
    """

    name: str
    section: int
    level: int
    field_: str | None
    parent: int | None
    evidence: Evidence
    text: str = ""
    passages: tuple[int, int] = (0, 0)
    given: Mapping[str, Fact[str]] = field(default_factory=dict)
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Target:
    """What the park commits itself to for an indicator.

    `change` is the stated change (18 %, 3 pp), `base`/`target` the stated levels; `level` 1 overall, 2 second, 3 third;
    `group` the second-level group of a third-level indicator; `origin` where it was stated.
    """

    indicator: str
    canonical: str | None
    level: int | None
    group: str | None
    base_year: Fact[int] | None
    target_year: Fact[int] | None
    base: Fact[Quantity] | None
    target: Fact[Quantity] | None
    change: Fact[Quantity] | None
    direction: Direction | None
    basis: Basis | None
    unit: str | None
    evidence: tuple[Evidence, ...]
    origin: Literal["prose", "table", "data"] = "prose"
    per: Literal["annual-average", "annual", "cumulative"] | None = None
    section: int = 0
    definition: Fact[str] | None = None
    source: Fact[str] | None = None
    responsible: Fact[str] | None = None
    attribute: str | None = None


@dataclass(frozen=True, slots=True)
class Point:
    """One value of one indicator in one year: park total (`dimension` None) or one member of a split.

    `dimension` is 品种 (fuel), 行业 (industry) or 产品 (product), `member` its name; `scope` narrows what is counted
    (规模以上, 全社会 …) where the plan says so; `forecast` marks values of a scenario or a plan, `scenario` names it.
    `basis` is the price or conversion basis that the plan states (可比价, 当量值). A `share` is the member's part of the total in %, a `growth` the change over the year before. `factors` are the
    conversion factors that stand in the row, by what they yield: `tce` and `tco2`.
    """

    indicator: str
    canonical: str | None
    year: int
    value: Fact[Quantity]
    dimension: str | None = None
    member: str | None = None
    scope: str | None = None
    forecast: bool = False
    scenario: str | None = None
    origin: Literal["prose", "table", "data"] = "table"
    section: int = 0
    measure: Measure = "amount"
    basis: str | None = None
    factors: Mapping[str, Fact[Quantity]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TypedTable:
    """A table and what it was recognised as, with the columns found (canonical column name → grid column from 1).

    In a `transposed` table the fields head the rows, and `columns` holds row numbers. `weak` names the columns found by
    a weak alias only. A `card` describes one project in pairs of label and value. A table that goes on without header
    takes the one of table `header_of`. `unit` is the unit stated for the whole table; `looks_like` says in Chinese what a
    table of kind "other" seems to be, and `reason` why it was not read.
    """

    table: int
    kind: TableKind
    columns: Mapping[str, int]
    section: int
    evidence: Evidence
    caption: str = ""
    headers: tuple[str, ...] = ()
    read: bool = True
    transposed: bool = False
    card: bool = False
    weak: tuple[str, ...] = ()
    header_of: int | None = None
    unit: str | None = None
    looks_like: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class StatedTotal:
    """A total that the plan states: of the projects' number (count) or investment (CNY), of one of their effects,
    or of the sources that fund them.

    `group` names the part it totals (小计 of a project type), None for all. `origin` as of a target.
    """

    kind: TotalKind
    quantity: Fact[Quantity]
    group: str | None = None
    origin: Literal["prose", "table", "data"] = "prose"
    section: int = 0


@dataclass(frozen=True, slots=True)
class Contribution:
    """What a task contributes to the target: its share (%) and amount (CO2 or coal equivalent), and its rank as printed.

    `total` marks the row that adds the others up.
    """

    task: str
    rate: Fact[Quantity] | None
    amount: Fact[Quantity] | None
    priority: str | None
    total: bool
    evidence: Evidence
    section: int = 0


@dataclass(frozen=True, slots=True)
class Disagreement:
    """The plan and the data file say different things of the same matter."""

    subject: str
    document: Evidence
    data: Evidence


@dataclass(frozen=True, slots=True)
class Unread:
    """What was seen but not understood, with the reason: shown to the user, and a ground for `review`."""

    what: str
    reason: str
    evidence: Evidence


class Choice(str):
    """One of the words that a field may hold, as rules write it; `label` is what readers call it."""

    label: str

    def __new__(cls, word: str, label: str) -> Choice:
        """The word with its label."""
        made = super().__new__(cls, word)
        made.label = label
        return made


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a declared part of the data file (`facts.data_parts`): a goal, an activity, a law.

    `record` is the declared type of record; `name` what a reader calls the entry. `fields` holds what is given by key:
    a `Fact` of the declared kind, a tuple of facts for a list of names, an `Entry` or a tuple of them for a nested part.
    A key that is not there was not given.
    """

    record: str
    name: str
    fields: Mapping[str, Fact[object] | tuple[Fact[str], ...] | Entry | tuple[Entry, ...]]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class SubmissionFacts:
    """What the data file states in the same types as the plan's own facts (all optional; empty where not given).

    `entries` holds the declared parts by their word (`goals`, `activities`), in the order of the file; `unread` tells of
    values in them, and of values that stand alone, that could not be read.
    """

    projects: tuple[Project, ...] = ()
    targets: tuple[Target, ...] = ()
    points: tuple[Point, ...] = ()
    tasks: tuple[Mapping[str, Fact[str]], ...] = ()
    region_targets: tuple[Target, ...] = ()
    values: Mapping[str, Fact[str] | Fact[Quantity] | Fact[Period] | Fact[bool]] = field(default_factory=dict)
    entries: Mapping[str, tuple[Entry, ...]] = field(default_factory=dict)
    unread: tuple[Unread, ...] = ()
