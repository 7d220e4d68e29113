"""The numbers of a submission that contradict each other, for reading along: both sides, arithmetic, and what was compared."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from plancheck.core.outcome import Outcome
from plancheck.judgement.results import Comparison, Report, Result, Side
from plancheck.report.clean import one_line
from plancheck.report.places import place_in_words
from plancheck.report.view import findings, side_label

_LABELS = {"written": "写的", "computed": "算出"}
_EXCERPT = 80


def contradictions(report: Report) -> list[dict[str, Any]]:
    """Every contradiction of a report as plain data: the rules that name it, the message, both sides."""
    return [
        {
            "rules": [r.rule for r in finding.results if r.comparisons],
            "message": comparison.message,
            "left": _side(comparison.left),
            "right": _side(comparison.right),
        }
        for finding in findings(report)
        for comparison in finding.comparisons
    ]


def _side(side: Side) -> dict[str, Any]:
    return {
        "value": side.value,
        "working": list(side.working),
        "places": [{"place": place_in_words(e.location), "excerpt": one_line(e.excerpt)} for e in side.evidence],
    }


def render_contradictions(report: Report, checks: Collection[str]) -> str:
    """The contradictions as text, then what the rules named in `checks` compared, and what they could not compare."""
    found = [(f, c) for f in findings(report) for c in f.comparisons]
    lines = [f"数字矛盾  {len(found)} 处" if found else "数字矛盾：没有发现"]
    for number, (finding, comparison) in enumerate(found, 1):
        rules = "、".join(r.rule for r in finding.results if r.comparisons)
        lines += ["", f"{number}. {one_line(comparison.message)}（{rules}）", *_sides(comparison)]
    lines += ["", "比对情况"]
    lines += [f"  · {one_line(r.title)}：{_compared(r)}" for r in report.results if r.rule in checks]
    return "\n".join(lines)


def _compared(result: Result) -> str:
    """How many places a rule compared, or why none."""
    reasons = one_line("；".join(result.missing_facts))
    if result.items is not None:
        passed, failed, unsettled, total = result.items
        said = f"比对 {total} 处，相符 {passed}，不符 {failed}，不能断定 {unsettled}"
        return f"{said}（{reasons}）" if unsettled and reasons else said
    if result.outcome is Outcome.NOT_APPLICABLE:
        return f"没有比对（{one_line('；'.join(result.messages)) or '没有可以比对的内容'}）"
    words = {Outcome.PASS: "相符", Outcome.FAIL: "不符", Outcome.REVIEW: "不能断定"}
    return words[result.outcome] + (f"（{reasons}）" if reasons else "")


def _sides(comparison: Comparison) -> list[str]:
    lines: list[str] = []
    for side in (comparison.left, comparison.right):
        lines.append(f"   {_LABELS[side_label(side)]}：{one_line(side.value)}")
        lines += [f"     算式：{one_line(step)}" for step in side.working]
        for evidence in side.evidence:
            excerpt = one_line(evidence.excerpt)
            shown = excerpt if len(excerpt) <= _EXCERPT else excerpt[:_EXCERPT] + "…"
            lines.append(f"     出处：{place_in_words(evidence.location)}" + (f"：{shown}" if shown else ""))
    return lines
