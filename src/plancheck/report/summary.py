"""What a report says of the whole submission, as sentences: the score, and how much was read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plancheck.core.outcome import Outcome
from plancheck.judgement.results import Coverage, Report, Result
from plancheck.report.numbers import plain, points, share
from plancheck.report.texts import Texts
from plancheck.report.view import advice


def score_lines(report: Report, texts: Texts) -> Iterator[str]:
    """The score as sentences: the interval, what is decided, what is open."""
    score, decided = report.score, report.decided
    key = "score.exact" if score.low == score.high else "score.range"
    whole = texts(key, low=points(score.low), high=points(score.high), maximum=plain(score.maximum))
    yield texts("label", label=texts("score")) + whole
    key = "score.decided" if decided.low == decided.high else "score.decided_range"
    if decided.maximum > 0:
        yield texts(key, low=points(decided.low), high=points(decided.high), maximum=points(decided.maximum))
    if score.high > score.low:
        opened = points(score.high - score.low)
        yield texts("score.open", open=opened, low=points(score.low), high=points(score.high))


def coverage_lines(coverage: Coverage, texts: Texts) -> Iterator[str]:
    """How much of the submission was read, in sentences."""
    part = share(coverage.attributed, coverage.characters)
    yield texts("read.characters", characters=coverage.characters, attributed=coverage.attributed, share=part)
    yield texts("read.tables", tables=coverage.tables, recognised=coverage.tables_recognised)
    yield texts(
        "read.facts",
        projects=coverage.projects,
        targets=coverage.targets,
        points=coverage.series_points,
    )


def outcome_aside(report: Report, outcome: Outcome, texts: Texts) -> str:
    """What is to be said after the count of an outcome: how many of those not applicable are mere advice."""
    suggested = len(advice(report)) if outcome is Outcome.NOT_APPLICABLE else 0
    return texts("counts.advice", count=suggested) if suggested else ""


def lost_without_judgement(results: Iterable[Result], texts: Texts) -> str:
    """What rules that do not apply still cost, because what they rest on is missing; empty where nothing."""
    lost = sum(result.earned.maximum > result.earned.high for result in results)
    return texts("not_applicable.lost", count=lost) if lost else ""
