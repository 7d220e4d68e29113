"""One plan under several packs: a line per pack, and the defects that more than one of them names."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from plancheck.core.location import Evidence, Location
from plancheck.core.outcome import Outcome
from plancheck.judgement.results import Comparison, Report, Result
from plancheck.report.clean import one_line
from plancheck.report.json_ import report_to_json
from plancheck.report.numbers import plain, points
from plancheck.report.places import place_in_words
from plancheck.report.texts import Texts

SCHEMA_NAME = "plancheck.reports/1"
Place = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """A failed rule of one pack."""

    pack: str
    result: Result


@dataclass(frozen=True, slots=True)
class SharedDefect:
    """Failures of different packs that rest on the same: the same rule, the same contradiction, or the same place."""

    why: str
    named: tuple[Named, ...]


def shared_defects(reports: Sequence[Report]) -> tuple[SharedDefect, ...]:
    """The defects that several packs name, in the order of the first pack's results.

    Failures belong together where they are the same rule (of a pack that both include), say the same, show a
    contradiction between the same two places, or rest on the same datum of the submission.
    """
    failed = [Named(r.pack_id, result) for r in reports for result in r.results if result.outcome is Outcome.FAIL]
    groups: list[tuple[str, list[Named]]] = []
    taken: set[int] = set()
    for position, one in enumerate(failed):
        if position in taken:
            continue
        group, why = [one], ""
        for other_position in range(position + 1, len(failed)):
            other = failed[other_position]
            found = "" if other.pack == one.pack or other_position in taken else _shared(one.result, other.result)
            if found:
                group.append(other)
                taken.add(other_position)
                why = why or found
        if len(group) > 1:
            groups.append((why, group))
    return tuple(SharedDefect(why, tuple(group)) for why, group in groups)


def _shared(one: Result, other: Result) -> str:
    """What two failures rest on alike, in words; empty where nothing shows that they are one defect."""
    if one.rule == other.rule:
        return "同一条规则"
    if one.messages and one.messages == other.messages:
        return "说明相同"
    if any(_sides(a) == _sides(b) and all(_sides(a)) for a in one.comparisons for b in other.comparisons):
        return "同样两处的数字不一致"
    if one.evidence and other.evidence and _same_datum(one.evidence[0], other.evidence[0]):
        return "依据是同一处的同一个数据"
    return ""


def _same_datum(one: Evidence, other: Evidence) -> bool:
    """Whether two pieces of evidence are one cell, one entry of the data file, or one value read in one place (a heading
    or a sentence alone may lack several things)."""
    place = one.location
    exact = place.key is not None or (place.row is not None and place.column is not None)
    return _at(place) == _at(other.location) and (exact or (one.value is not None and one.value == other.value))


def _at(place: Location) -> Place:
    return (place.source, place.section, place.paragraph, place.table, place.row, place.column, place.key)


def _sides(comparison: Comparison) -> frozenset[frozenset[Place]]:
    return frozenset(frozenset(_at(e.location) for e in side.evidence) for side in (comparison.left, comparison.right))


def summary_lines(reports: Sequence[Report]) -> Iterator[str]:
    """The summary as Chinese lines: verdict, score and failures of each pack, then the shared defects."""
    texts = Texts("zh")
    yield f"汇总：同一份方案按 {len(reports)} 个规则包检查"
    for report in reports:
        failures = report.counts()[Outcome.FAIL]
        open_ones = report.counts()[Outcome.REVIEW]
        verdict = texts(f"verdict.{report.verdict or 'none'}")
        low, high = points(report.score.low), points(report.score.high)
        score = low if low == high else f"{low}—{high}"
        yield f"  {report.pack_id}　{report.pack_title}"
        yield (
            f"    {verdict}；得分 {score}（满分 {plain(report.score.maximum)}）；"
            f"不符合 {failures} 条，待人工判断 {open_ones} 条"
        )
    shared = shared_defects(reports)
    if not shared:
        yield "没有几个规则包都指出的问题。"
        return
    yield f"几个规则包都指出的问题（{len(shared)} 处）："
    for number, defect in enumerate(shared, 1):
        evidence = defect.named[0].result.evidence
        place = f"：{one_line(place_in_words(evidence[0].location))}" if evidence else ""
        yield f"  {number}. {defect.why}{place}"
        for named in defect.named:
            said = named.result.messages[0] if named.result.messages else named.result.title
            rule = named.result.rule
            who = rule if rule.startswith(f"{named.pack}/") else f"{named.pack} 的 {rule}"
            yield f"     {who}：{one_line(said)}"


def reports_to_json(reports: Sequence[Report]) -> str:
    """All reports and their summary as one JSON document; ends with a line break."""
    summary = json.dumps(summary_to_dict(reports), ensure_ascii=False)
    said = ",\n".join(report_to_json(report).strip() for report in reports)
    return f'{{\n "schema": "{SCHEMA_NAME}",\n "summary": {summary},\n "reports": [\n{said}\n ]\n}}\n'


def summary_to_json(reports: Sequence[Report]) -> str:
    """The summary alone as a JSON document; ends with a line break."""
    return json.dumps({"schema": SCHEMA_NAME, "summary": summary_to_dict(reports)}, ensure_ascii=False, indent=1) + "\n"


def summary_to_dict(reports: Sequence[Report]) -> dict[str, Any]:
    """The summary as plain data."""
    return {
        "packs": [
            {
                "id": report.pack_id,
                "verdict": report.verdict.value if report.verdict is not None else None,
                "score": [float(round(v, 4)) for v in (report.score.low, report.score.high, report.score.maximum)],
                "fails": [r.rule for r in report.results if r.outcome is Outcome.FAIL],
            }
            for report in reports
        ],
        "shared": [
            {"why": d.why, "named": [{"pack": n.pack, "rule": n.result.rule} for n in d.named]}
            for d in shared_defects(reports)
        ],
    }
