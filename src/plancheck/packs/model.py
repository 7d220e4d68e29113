"""A loaded pack: checked rules, vocabulary, settings, points and verdict lines; ready to judge with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path

from plancheck.core.vocabulary import Vocabulary
from plancheck.language import syntax as s


@dataclass(frozen=True, slots=True)
class Requirement:
    """One entry of the requirement registry (what the source asks, and how it is decided)."""

    id: str
    locator: str
    subject: str
    ask: str
    modality: str  # shall, should, may, info
    kind: str
    check: str  # auto, assist, context
    how: str = ""
    fails_when: str = ""
    span: tuple[int, int] = (0, 0)
    related: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()
    applies_to: tuple[str, ...] = ()
    why: str = ""
    deviation: str = ""


@dataclass(frozen=True)
class Registry:
    """The requirement registry of one source document, in the order of its clauses."""

    source: str
    title: str
    requirements: tuple[Requirement, ...]
    text_sha256: str = ""

    def by_id(self) -> dict[str, Requirement]:
        """The entries by id."""
        return {r.id: r for r in self.requirements}


@dataclass(frozen=True, slots=True)
class Setting:
    """A setting in force: its value as an expression, what it means, and who set it."""

    name: str
    value: s.Expr
    about: str
    by: str = ""


@dataclass(frozen=True)
class Pack:
    """A pack ready to judge with.

    `rules` stand in clause order, those of included packs last; `own` are the ids of the rules that the pack's own files
    declare. `files` are the rule files' paths, by the index that positions use. `related` names for a rule those whose failure
    may be the same defect (registry `related` and `same_as`, both ways round).
    """

    id: str
    title: str
    issuer: str
    judges: tuple[str, ...]
    rules: tuple[s.Rule, ...]
    vocabulary: Vocabulary
    settings: Mapping[str, Setting]
    chapters: Mapping[str, Fraction]
    verdict: tuple[s.VerdictLine, ...]
    digest: str
    files: tuple[str, ...]
    folder: Path
    related: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    own: frozenset[str] = frozenset()
    titled: tuple[str, ...] = ()
    period: tuple[int, int] | None = None
    stage_titled: tuple[tuple[str, str], ...] = ()  # stage, words of its submissions' titles
    overrides: tuple[tuple[str, str, str, str], ...] = field(default=())  # what, was, now, by

    def own_rules(self) -> tuple[s.Rule, ...]:
        """The rules that the pack declares itself: neither included nor inherited."""
        return tuple(rule for rule in self.rules if rule.id in self.own)

    def rule(self, rule_id: str) -> s.Rule | None:
        """The rule of an id; the pack's own prefix may be left out."""
        full = rule_id if "/" in rule_id else f"{self.id}/{rule_id}"
        return next((r for r in self.rules if r.id == full), None)
