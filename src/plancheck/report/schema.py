"""The published form of the JSON report, as models: what each key means, and the JSON Schema made from them.

Reports are written by `json_` without these models (they are slow to import); a test holds both together. Keys may be
added within `plancheck.report/1`; a key that goes or changes its meaning makes `/2`.
"""

from __future__ import annotations

import json
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from plancheck.core.outcome import Obligation, Outcome, Verdict

Count = Annotated[int, Field(ge=0)]
Position = Annotated[int, Field(ge=1)]


class Model(BaseModel):
    """Read-only; keys that a later version adds are let pass."""

    model_config = ConfigDict(frozen=True, strict=True, serialize_by_alias=True)


class Tool(Model):
    """The program that judged."""

    name: Literal["plancheck"]
    version: str


class Pack(Model):
    """The rule pack that was applied; `digest` covers all of its rules and settings."""

    id: str
    title: str
    digest: str


class File(Model):
    """A file that was judged."""

    path: str
    sha256: str
    title: str
    characters: Count


class Interval(Model):
    """Points: `low` if every open question is decided against the plan, `high` if for it."""

    low: float
    high: float
    maximum: float


class ChapterScore(Interval):
    """Points of one chapter of the source document."""

    section: str


class Score(Interval):
    """Points of the whole submission; `decided` counts the rules that pass or fail, without the open ones."""

    decided: Interval
    chapters: tuple[ChapterScore, ...]


class Counts(Model):
    """How many rules came to each outcome."""

    passed: Count = Field(alias="pass")
    fail: Count
    review: Count
    not_applicable: Count = Field(alias="not-applicable")


class Items(Model):
    """Members of a judged collection (projects, indicators …) by what they came to."""

    passed: Count
    failed: Count
    open: Count
    total: Count


class Evidence(Model):
    """A place and what stands there. All numbers count from 1; `span` is half open in the text of the place.

    `key` names a value of the data file; `place` is the location in Chinese words; `value` is what was read from it.
    """

    source: Literal["document", "data"]
    section: tuple[str, ...]
    paragraph: Position | None
    table: Position | None
    row: Position | None
    column: Position | None
    span: tuple[Count, Count] | None
    key: str | None
    place: str
    excerpt: str
    value: str | None


class Side(Model):
    """One side of a comparison: the value in normal form, the arithmetic that led to it, and where it stands."""

    value: str
    working: tuple[str, ...]
    evidence: tuple[Evidence, ...]


class Comparison(Model):
    """Two values that contradict each other."""

    message: str
    left: Side
    right: Side


class Result(Model):
    """One rule on the submission.

    `messages` say what is wrong, what is not known, or why the rule does not apply; `question` is what a person is
    asked; `missing_facts` would decide a review; `same_finding` names rules that report the same defect; `depends_on`
    the rule whose failure makes this one not applicable; `advice` marks what the source merely suggests.
    """

    rule: str
    title: str
    clause: str
    chapter: str
    obligation: Obligation
    veto: bool
    kind: Literal["auto", "assist"]
    outcome: Outcome
    advice: bool
    weight: float
    earned: Interval
    items: Items | None
    messages: tuple[str, ...]
    fix: str | None
    question: str | None
    missing_facts: tuple[str, ...]
    same_finding: tuple[str, ...]
    depends_on: str | None
    comparisons: tuple[Comparison, ...]
    evidence: tuple[Evidence, ...]
    looked_in: tuple[Evidence, ...]


class Coverage(Model):
    """How much of the submission was read."""

    characters: Count
    attributed: Count
    tables: Count
    tables_recognised: Count
    projects: Count
    targets: Count
    series_points: Count


class Override(Model):
    """A setting, alias or rule that the pack's user changed."""

    what: str
    was: str
    now: str
    by: str


class ReportModel(Model):
    """A report of plancheck on one submission. Results stand in the order of the source's clauses."""

    schema_: Literal["plancheck.report/1"] = Field(alias="schema")
    tool: Tool
    pack: Pack
    stage: str
    choices: tuple[str, ...]
    plan: File
    data: File | None
    verdict: Verdict | None
    reasons: tuple[str, ...]
    score: Score
    counts: Counts
    results: tuple[Result, ...]
    coverage: Coverage
    notes: tuple[str, ...]
    overrides: tuple[Override, ...]


def json_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of the report."""
    schema = ReportModel.model_json_schema(by_alias=True, mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


def json_schema_text() -> str:
    """What `docs/report.schema.json` holds."""
    return json.dumps(json_schema(), ensure_ascii=False, indent=2, sort_keys=True) + "\n"
