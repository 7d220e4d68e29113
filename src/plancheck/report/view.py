"""How a report's results are put before a reader, decided once for all formats: findings, their order and groups."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from plancheck.core.location import Evidence
from plancheck.core.outcome import Obligation, Outcome
from plancheck.judgement.results import Comparison, Report, Result, Side

_STRENGTH = {Obligation.SHALL: 1, Obligation.SHOULD: 2, Obligation.MAY: 3}


@dataclass(frozen=True, slots=True)
class Finding:
    """One defect: the results that report it, the weightiest first; what they say and show, without repeats.

    `evidence` leaves out what the `comparisons` show already.
    """

    results: tuple[Result, ...]
    messages: tuple[str, ...]
    fixes: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    looked_in: tuple[Evidence, ...]
    comparisons: tuple[Comparison, ...] = ()

    @property
    def lead(self) -> Result:
        """The result whose title and obligation stand for the finding."""
        return self.results[0]


@dataclass(frozen=True, slots=True)
class Group:
    """Results under one heading (a chapter, or a reason why rules do not apply)."""

    title: str
    results: tuple[Result, ...]


def side_label(side: Side) -> str:
    """The label for one side of a comparison: stated as it is, or computed."""
    return "computed" if side.working else "written"


def value_key(evidence: Evidence) -> str:
    """The label for what was read at a place: a table row comes with the heads of its columns, not with a value."""
    return "heads" if evidence.value and " | " in evidence.value else "value"


def weight_of(result: Result) -> int:
    """0 for a veto, then 1 shall, 2 should, 3 may: the order in which findings are read."""
    return 0 if result.veto else _STRENGTH[result.obligation]


def findings(report: Report) -> tuple[Finding, ...]:
    """The failures, veto before shall before should before may, then in clause order; one for each defect.

    Failures that name one another in `same_finding` are one finding.
    """
    failed = of_outcome(report, Outcome.FAIL)
    position = {result.rule: index for index, result in enumerate(failed)}
    head = list(range(len(failed)))

    def root(index: int) -> int:
        while head[index] != index:
            head[index] = head[head[index]]
            index = head[index]
        return index

    for index, result in enumerate(failed):
        for other in result.same_finding:
            if other in position:
                a, b = sorted((root(index), root(position[other])))
                head[b] = a
    groups: dict[int, list[int]] = {}
    for index in range(len(failed)):
        groups.setdefault(root(index), []).append(index)
    ranked = sorted(
        (sorted(group, key=lambda i: (weight_of(failed[i]), -failed[i].weight, i)) for group in groups.values()),
        key=lambda group: (weight_of(failed[group[0]]), group[0]),
    )
    return tuple(_finding([failed[i] for i in group]) for group in ranked)


def _finding(results: list[Result]) -> Finding:
    shown: dict[tuple[str, str], Comparison] = {}
    for comparison in (c for r in results for c in r.comparisons):
        shown.setdefault((comparison.left.value, comparison.right.value), comparison)
    comparisons = tuple(shown.values())
    compared = {e for c in comparisons for side in (c.left, c.right) for e in side.evidence}
    return Finding(
        results=tuple(results),
        messages=tuple(dict.fromkeys(m for r in results for m in r.messages)),
        fixes=tuple(dict.fromkeys(r.fix for r in results if r.fix)),
        evidence=tuple(dict.fromkeys(e for r in results for e in r.evidence if e not in compared)),
        comparisons=comparisons,
        looked_in=tuple(dict.fromkeys(e for r in results for e in r.looked_in)),
    )


def of_outcome(report: Report, outcome: Outcome) -> tuple[Result, ...]:
    """The results of one outcome in clause order; advice (a `may` that is not taken up) is left to `advice`."""
    return tuple(r for r in report.results if r.outcome is outcome and not is_advice(r))


def is_advice(result: Result) -> bool:
    """Whether a result is mere advice: something the source only suggests and the plan does not take up."""
    return result.advice and result.outcome is Outcome.NOT_APPLICABLE


def advice(report: Report) -> tuple[Result, ...]:
    """What the source only suggests and the plan does not take up."""
    return tuple(r for r in report.results if is_advice(r))


def by_chapter(report: Report, results: Iterable[Result], *, pressing_first: bool = False) -> tuple[Group, ...]:
    """Results by chapter, chapters in the report's order (others after them as they come).

    Inside they stand in clause order, or where `pressing_first` the veto before shall, should, may, heavier first.
    """
    groups: dict[str, list[Result]] = {chapter.section: [] for chapter in report.chapters}
    for result in results:
        groups.setdefault(result.chapter, []).append(result)
    if pressing_first:
        for group in groups.values():
            group.sort(key=_pressing)
    return tuple(Group(title, tuple(group)) for title, group in groups.items() if group)


def _pressing(result: Result) -> tuple[int, Fraction]:
    return weight_of(result), -result.weight


def by_reason(results: Iterable[Result], unknown: str) -> tuple[Group, ...]:
    """Rules that do not apply by their reason (first message), the commonest first; `unknown` where none is given."""
    groups: dict[str, list[Result]] = {}
    for result in results:
        groups.setdefault(result.messages[0] if result.messages else unknown, []).append(result)
    ordered = sorted(groups.items(), key=lambda item: -len(item[1]))
    return tuple(Group(reason, tuple(group)) for reason, group in ordered)


def is_blank_cell(evidence: Evidence) -> bool:
    """Whether the piece is a cell of a table in which nothing stands."""
    return evidence.location.row is not None and not evidence.excerpt.strip() and not evidence.value
