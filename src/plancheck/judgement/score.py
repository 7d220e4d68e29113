"""Points and verdict: the score as an interval that open questions span, by chapter and in all; the verdict with reasons.

Points of a chapter are shared out by the rules' weights. A rule that judges a collection earns the share that passes.
A review earns nothing at the low end and all at the high end. A rule that is not applicable because the thing itself
is missing keeps its weight and earns nothing (leaving a thing out must not raise the score); one that does not apply
otherwise leaves the sum. A rule `counted under` another carries no weight, so that one defect costs points once.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from plancheck.core.outcome import Obligation, Outcome, Verdict
from plancheck.judgement.judge import Judged
from plancheck.judgement.results import ChapterScore, Interval
from plancheck.language import syntax as s

_DEFAULT_WEIGHT = {Obligation.SHALL: Fraction(1), Obligation.SHOULD: Fraction(1, 2), Obligation.MAY: Fraction(0)}


@dataclass(frozen=True, slots=True)
class Scores:
    """Points of the whole, of its decided part, of each chapter and of each rule."""

    total: Interval
    decided: Interval
    chapters: tuple[ChapterScore, ...]
    rules: Mapping[str, Interval]


def weight_of(rule: s.Rule) -> Fraction:
    """The weight of a rule: declared, else by obligation; 0 where another rule carries it or where it asks a person.

    A question for a person weighs half as much as a rule that the program decides, unless the rule says otherwise.
    """
    if rule.counted_under is not None:
        return Fraction(0)
    if rule.weight is not None:
        return rule.weight
    default = _DEFAULT_WEIGHT[Obligation(rule.obligation)]
    return default / 2 if rule.ask is not None else default


def score(judged: Sequence[Judged], chapters: Mapping[str, Fraction]) -> Scores:
    """The points of all rules; chapters in the order in which the pack declares them."""
    per_rule: dict[str, Interval] = {}
    rows: list[ChapterScore] = []
    decided = [Fraction(0), Fraction(0)]
    for title, points in chapters.items():
        mine = [j for j in judged if j.rule.chapter == title]
        if not mine:
            continue
        counted = [j for j in mine if j.outcome is not Outcome.NOT_APPLICABLE or j.counts]
        whole = sum((weight_of(j.rule) for j in counted), Fraction(0))
        low = high = Fraction(0)
        for item in mine:
            weight = weight_of(item.rule) if item in counted and whole else Fraction(0)
            worth = points * weight / whole if whole else Fraction(0)
            earned = Interval(worth * item.low, worth * item.high, worth)
            per_rule[item.rule.id] = earned
            low, high = low + earned.low, high + earned.high
            settled = earned.maximum - (earned.high - earned.low)
            decided[0] += earned.low
            decided[1] += settled
        maximum = points if whole else Fraction(0)
        rows.append(ChapterScore(title, Interval(low, high, maximum)))
    total = Interval(
        sum((r.points.low for r in rows), Fraction(0)),
        sum((r.points.high for r in rows), Fraction(0)),
        sum((r.points.maximum for r in rows), Fraction(0)),
    )
    return Scores(total, Interval(decided[0], decided[0], decided[1]), tuple(rows), per_rule)


def verdict(
    judged: Sequence[Judged], total: Interval, lines: Sequence[s.VerdictLine]
) -> tuple[Verdict, tuple[str, ...]]:
    """The first verdict line that holds, with all reasons for it; accept where none holds.

    A score line holds only where even the high end lies below it (open questions are not held against a plan).
    """
    for wanted in (Verdict.RETURN, Verdict.SUPPLEMENT):
        reasons = [r for line in lines if line.verdict == wanted if (r := _reason(line, judged, total))]
        if reasons:
            return wanted, tuple(reasons)
    open_ = sum(1 for j in judged if j.outcome is Outcome.REVIEW)
    said = f"没有发现必须补正的问题；还有 {open_} 项要由专家判断" if open_ else "没有发现必须补正的问题"
    return Verdict.ACCEPT, (said,)


def _reason(line: s.VerdictLine, judged: Sequence[Judged], total: Interval) -> str | None:
    if line.below is not None:
        share = total.high / total.maximum * 100 if total.maximum else Fraction(100)
        if share < line.below:
            return f"即使待判事项全部成立，得分率也只有 {float(share):.1f}%，低于 {float(line.below):g}%"
        return None
    failed = [j for j in judged if j.outcome is Outcome.FAIL]
    if line.on == "veto":
        vetoed = [j for j in failed if j.rule.veto]
        return "否决项没有满足：" + _titles(vetoed) if vetoed else None
    hit = [j for j in failed if j.rule.obligation == line.on]
    word = "必须满足（应）" if line.on == "shall" else "宜满足"
    return f"{len(hit)} 项{word}的要求没有满足：{_titles(hit)}" if hit else None


def _titles(items: Sequence[Judged], shown: int = 5) -> str:
    titles = "、".join(f"“{j.rule.title}”" for j in items[:shown])
    return titles + (f"等 {len(items)} 项" if len(items) > shown else "")
