"""Defects that several packs name are found where failures rest on the same, and only there."""

from __future__ import annotations

import json
from dataclasses import replace
from fractions import Fraction

from plancheck.core.location import Evidence
from plancheck.core.outcome import Obligation, Outcome
from plancheck.judgement.results import Comparison, Interval, Report, Result, Side
from plancheck.report.several import reports_to_json, shared_defects, summary_lines, summary_to_json
from tests.report.report_sample import cell, data, paragraph, sample_report

NOTHING = Interval(Fraction(0), Fraction(0), Fraction(1))


def failure(rule: str, *evidence: Evidence, said: str = "", comparison: Comparison | None = None) -> Result:
    return Result(
        rule, "名称", "一", Obligation.SHALL, False, "auto", Outcome.FAIL, Fraction(1), NOTHING, "全部",
        messages=(said or f"{rule}的说明",), evidence=evidence, comparisons=(comparison,) if comparison else (),
    )  # fmt: skip


def report(pack: str, *results: Result) -> Report:
    return replace(sample_report(), pack_id=pack, pack_title=f"规则包{pack}", results=results)


def pairs(*reports: Report) -> list[list[str]]:
    return [[named.result.rule for named in defect.named] for defect in shared_defects(reports)]


def against(left: Evidence, right: Evidence) -> Comparison:
    return Comparison("不一致", Side("1", (), (left,)), Side("2", (), (right,)))


def test_a_rule_that_both_packs_include_is_one_defect() -> None:
    assert pairs(report("a", failure("common/1")), report("b", failure("common/1"))) == [["common/1", "common/1"]]


def test_the_same_cell_or_key_is_one_defect_and_a_neighbour_is_not() -> None:
    one, other = cell(1, 2, 3, "待定", "四、重点工程"), cell(1, 2, 4, "待定", "四、重点工程")
    key = data("projects[3].investment", "待定")
    assert pairs(report("a", failure("a/1", one)), report("b", failure("b/1", one))) == [["a/1", "b/1"]]
    assert pairs(report("a", failure("a/1", key)), report("b", failure("b/1", key))) == [["a/1", "b/1"]]
    assert pairs(report("a", failure("a/1", one)), report("b", failure("b/1", other))) == []


def test_a_sentence_is_one_defect_only_with_the_same_value_in_it() -> None:
    place = ("二、目标",)
    plain, valued = paragraph(7, "到2016年下降12%", *place), paragraph(7, "到2016年下降12%", *place, value="12%")
    assert pairs(report("a", failure("a/1", plain)), report("b", failure("b/1", plain))) == []
    assert pairs(report("a", failure("a/1", valued)), report("b", failure("b/1", valued))) == [["a/1", "b/1"]]


def test_the_same_contradiction_counts_whichever_side_is_first() -> None:
    one, other = cell(1, 2, 3, "45", "一"), paragraph(9, "46万吨", "二")
    first, second = failure("a/1", comparison=against(one, other)), failure("b/1", comparison=against(other, one))
    assert pairs(report("a", first), report("b", second)) == [["a/1", "b/1"]]
    bare = Comparison("不一致", Side("1", (), ()), Side("2", (), ()))
    assert pairs(report("a", failure("a/1", comparison=bare)), report("b", failure("b/1", comparison=bare))) == []


def test_failures_within_one_pack_are_not_shared_and_passes_do_not_count() -> None:
    place = cell(1, 2, 3, "待定")
    passed = replace(failure("b/1", place), outcome=Outcome.PASS)
    assert pairs(report("a", failure("a/1", place), failure("a/2", place)), report("b", passed)) == []


def test_the_summary_has_a_line_per_pack_and_names_the_shared_defects() -> None:
    place = cell(1, 2, 3, "待定", "四、重点工程")
    reports = (report("a", failure("a/1", place)), report("b", failure("b/1", place)), report("c"))
    lines = list(summary_lines(reports))
    assert lines[0] == "汇总：同一份方案按 3 个规则包检查"
    assert [line.strip() for line in lines[1:7:2]] == ["a　规则包a", "b　规则包b", "c　规则包c"]
    assert lines[7].startswith("几个规则包都指出的问题（1 处）")
    assert lines[8:] == [
        "  1. 依据是同一处的同一个数据：四、重点工程 › 表1 第2行第3列",
        "     a/1：a/1的说明",
        "     b/1：b/1的说明",
    ]
    assert list(summary_lines((report("a"), report("c"))))[-1] == "没有几个规则包都指出的问题。"


def test_the_json_forms_agree() -> None:
    reports = (report("a", failure("common/1", said="坏\u202e字")), report("b", failure("common/1")))
    whole, alone = json.loads(reports_to_json(reports)), json.loads(summary_to_json(reports))
    assert whole["summary"] == alone["summary"]
    assert [one["pack"]["id"] for one in whole["reports"]] == ["a", "b"]
    assert whole["summary"]["shared"] == [
        {"why": "同一条规则", "named": [{"pack": "a", "rule": "common/1"}, {"pack": "b", "rule": "common/1"}]}
    ]
    assert "\u202e" not in reports_to_json(reports)
