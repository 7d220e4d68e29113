"""The report as JSON: plain data in a fixed order of keys, the form that `schema` describes and other programs read."""

from __future__ import annotations

import json
import re
from fractions import Fraction
from typing import Any

from plancheck.core.location import Evidence
from plancheck.judgement.results import Comparison, FileInfo, Interval, Report, Result, Side
from plancheck.report.places import place_in_words

SCHEMA_NAME = "plancheck.report/1"

# JSON itself escapes only C0. These could steer a terminal or turn the order of reading about.
_CONTROL = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")


def _escaped(match: re.Match[str]) -> str:
    code = ord(match[0])
    return "\ufffd" if 0xD800 <= code < 0xE000 else f"\\u{code:04x}"  # half of a broken pair is not UTF-8


def report_to_json(report: Report) -> str:
    """The report as JSON: UTF-8 text, a line for each key and each result, so that two reports can be compared by line.

    Ends with a line break; the same report gives the same bytes.
    """
    encode = json.JSONEncoder(ensure_ascii=False, check_circular=False, allow_nan=False).encode
    lines = []
    for key, value in report_to_dict(report).items():
        if isinstance(value, list) and value:
            said = "[\n" + ",\n".join(f"  {encode(one)}" for one in value) + "\n ]"
        else:
            said = encode(value)
        lines.append(f" {encode(key)}: {said}")
    return _CONTROL.sub(_escaped, "{\n" + ",\n".join(lines) + "\n}\n")


def report_to_dict(report: Report) -> dict[str, Any]:
    """The report as dicts and lists. Points are floats of at most four decimals; results stand in clause order."""
    return {
        "schema": SCHEMA_NAME,
        "tool": {"name": "plancheck", "version": report.tool_version},
        "pack": {"id": report.pack_id, "title": report.pack_title, "digest": report.pack_digest},
        "stage": report.stage,
        "choices": list(report.choices),
        "plan": _file(report.plan),
        "data": _file(report.data) if report.data else None,
        "verdict": report.verdict.value if report.verdict is not None else None,
        "reasons": list(report.reasons),
        "score": {
            **_interval(report.score),
            "decided": _interval(report.decided),
            "chapters": [{"section": chapter.section, **_interval(chapter.points)} for chapter in report.chapters],
        },
        "counts": {outcome.value: count for outcome, count in report.counts().items()},
        "results": [_result(result) for result in report.results],
        "coverage": {
            "characters": report.coverage.characters,
            "attributed": report.coverage.attributed,
            "tables": report.coverage.tables,
            "tables_recognised": report.coverage.tables_recognised,
            "projects": report.coverage.projects,
            "targets": report.coverage.targets,
            "series_points": report.coverage.series_points,
        },
        "notes": list(report.notes),
        "overrides": [{"what": o.what, "was": o.was, "now": o.now, "by": o.by} for o in report.overrides],
    }


def _result(result: Result) -> dict[str, Any]:
    items = result.items
    return {
        "rule": result.rule,
        "title": result.title,
        "clause": result.clause,
        "chapter": result.chapter,
        "obligation": result.obligation.value,
        "veto": result.veto,
        "kind": result.kind,
        "outcome": result.outcome.value,
        "advice": result.advice,
        "weight": _number(result.weight),
        "earned": _interval(result.earned),
        "items": dict(zip(("passed", "failed", "open", "total"), items, strict=True)) if items else None,
        "messages": list(result.messages),
        "fix": result.fix,
        "question": result.question,
        "missing_facts": list(result.missing_facts),
        "same_finding": list(result.same_finding),
        "depends_on": result.depends_on,
        "comparisons": [_comparison(one) for one in result.comparisons],
        "evidence": [_evidence(one) for one in result.evidence],
        "looked_in": [_evidence(one) for one in result.looked_in],
    }


def _comparison(comparison: Comparison) -> dict[str, Any]:
    def side(one: Side) -> dict[str, Any]:
        return {
            "value": one.value,
            "working": list(one.working),
            "evidence": [_evidence(place) for place in one.evidence],
        }

    return {"message": comparison.message, "left": side(comparison.left), "right": side(comparison.right)}


def _evidence(evidence: Evidence) -> dict[str, Any]:
    location = evidence.location
    return {
        "source": location.source,
        "section": list(location.section),
        "paragraph": location.paragraph,
        "table": location.table,
        "row": location.row,
        "column": location.column,
        "span": list(location.span) if location.span else None,
        "key": location.key,
        "place": place_in_words(location),
        "excerpt": evidence.excerpt,
        "value": evidence.value,
    }


def _file(file: FileInfo) -> dict[str, Any]:
    return {"path": file.path, "sha256": file.sha256, "title": file.title, "characters": file.characters}


def _interval(interval: Interval) -> dict[str, float]:
    return {"low": _number(interval.low), "high": _number(interval.high), "maximum": _number(interval.maximum)}


def _number(value: Fraction) -> float:
    return float(round(value, 4))
