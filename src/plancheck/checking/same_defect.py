"""Failures that are one defect because they set the same two places against each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from plancheck.core.location import Location
from plancheck.core.outcome import Outcome
from plancheck.judgement.judge import Judged
from plancheck.judgement.results import Comparison

Sides = tuple[frozenset[Location], frozenset[Location]]


def same_contradictions(judged: Sequence[Judged]) -> Mapping[str, tuple[str, ...]]:
    """For each failed rule those that show all its contradictions too, both ways round."""
    shown = {j.rule.id: [_sides(c) for c in j.comparisons] for j in judged if j.outcome is Outcome.FAIL}
    found: dict[str, list[str]] = {}
    for rule, mine in shown.items():
        for other, theirs in shown.items():
            if rule != other and mine and all(any(_alike(a, b) for b in theirs) for a in mine):
                found.setdefault(rule, []).append(other)
                found.setdefault(other, []).append(rule)
    return {rule: tuple(others) for rule, others in found.items()}


def _sides(comparison: Comparison) -> Sides:
    left, right = (frozenset(e.location for e in side.evidence) for side in (comparison.left, comparison.right))
    return left, right


def _alike(one: Sides, other: Sides) -> bool:
    """Whether both sides of one stand at places of the other's sides; a side without a place must be so in both."""
    straight = _meet(one[0], other[0]) and _meet(one[1], other[1])
    return straight or (_meet(one[0], other[1]) and _meet(one[1], other[0]))


def _meet(one: frozenset[Location], other: frozenset[Location]) -> bool:
    return bool(one & other) or (not one and not other)
