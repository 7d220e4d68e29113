"""Entries of the data file and dates, through rules; and what the checker says of them when a pack loads."""

from __future__ import annotations

from pathlib import Path

import pytest

from plancheck.core.outcome import Outcome
from plancheck.judgement.schema import SCHEMA
from plancheck.language.wording import Wording
from tests.rulekit import load, outcome, pack

PLAN = "一、园区概况\n园区位于平原地区。\n"
DATA = """
plan_date: 2024-12-01
organization: {lead: {name: 钱某, appointed_on: 2024-01-08}}
goals:
  - {id: G1, factor: a, indicator: 碳排放总量, unit: 万吨二氧化碳, base_year: 2023, base_value: 32.4, target_value: 31.5}
  - {id: G2, factor: c, indicator: 能耗, target_value: 0.48}
measures:
  - {action: 改造, goals: [G1], level: enterprise, start: 2024-02, due: 2024-11, done_on: 2024-11-20}
activities:
  - {kind: training, date: 2024-03-12}
  - {kind: training, date: 2024-09-12, participants: [甲公司, 专家委员会]}
evaluations: [{id: E1, values: {G1: 31.4}}]
enterprises: [{name: 甲公司, key_emitter: false, quota: {value: 0.41, limit: 0.45, unit: 吨标准煤/吨}}, {name: 乙公司}]
system_modules: [直报]
"""
PASS, FAIL, REVIEW, NONE = Outcome.PASS, Outcome.FAIL, Outcome.REVIEW, Outcome.NOT_APPLICABLE


def judged(folder: Path, condition: str, data: str = DATA, plan: str = PLAN) -> Outcome:
    return outcome(folder, f'require {condition} otherwise "不成立"', plan, data=data).outcome


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ("count(entries(goals)) = 2", PASS),
        ('(some g in entries(goals) has g.factor = "a")', PASS),
        ('(some g in entries(goals) has g.factor = "e")', FAIL),
        ("(every g in entries(goals) has g.target_value is quantified)", FAIL),
        ("(some g in entries(goals) has g.target_value < g.base_value)", PASS),
        ("(some g in entries(goals) has g.target_value = 315000 吨二氧化碳)", PASS),
        ("entries(laws) is given", FAIL),
        ("(every m in entries(measures) has (some g in entries(goals) has (some x in m.goals has x = g.id)))", PASS),
        ("(every e in entries(enterprises) has e.key_emitter is given)", FAIL),
        ("(some e in entries(enterprises) has e.key_emitter)", REVIEW),  # 乙公司 does not say
        ("(no e in entries(enterprises) where e.key_emitter is given has e.key_emitter)", PASS),
        ("count(list(e for e in entries(enterprises) where e.key_emitter)) = 0", REVIEW),
        ("list(e for e in entries(enterprises) where e.key_emitter) is given", REVIEW),
        ("count(list(e for e in entries(enterprises) where e.key_emitter is not given)) = 1", PASS),
        ("(some e in entries(enterprises) has e.quota.value <= e.quota.limit)", PASS),
        ("(every e in entries(enterprises) has e.quota.value <= e.quota.limit)", REVIEW),
        ("entry(organization).lead.name is given", PASS),
        ("entry(organization).department.name is given", FAIL),
        ("entry(statistics).report.year = 2024", REVIEW),
        ("entry(statistics).report is given", FAIL),
        ('(some x in entries(system_modules) has x = "直报")', PASS),
        ("(some a in entries(activities) has says(a, 专家组))", PASS),
        ("(every a in entries(activities) has says(a, 专家组))", FAIL),
        ("(some a in entries(measures) has says(a, 专家组))", FAIL),
        ("(some e in entries(evaluations) has (every v in e.values has v.value < 31.5 万吨二氧化碳))", PASS),
    ],
)  # fmt: skip
def test_entries(tmp_path: Path, condition: str, expected: Outcome) -> None:
    assert judged(tmp_path, condition) is expected


def test_members_are_judged_one_by_one(tmp_path: Path) -> None:
    body = (
        "for each g in entries(goals)\n"
        'require g.base_value is given otherwise "目标“{g}”（{g.factor}）没有基准值"\n'
    )  # fmt: skip
    found = outcome(tmp_path, body, PLAN, data=DATA)
    assert (found.outcome, found.messages) == (FAIL, ("目标“能耗”（能源消耗总量和强度降低）没有基准值",))
    assert found.evidence[0].location.key == "goals[2]"
    assert outcome(tmp_path, body, PLAN, data="park: {name: 甲}").outcome is NONE


def test_evidence_is_the_key_in_the_data_file(tmp_path: Path) -> None:
    body = 'for each m in entries(measures)\nrequire m.done_on < m.start otherwise "{m.done_on}"'
    found = outcome(tmp_path, body, PLAN, data=DATA)
    assert found.messages == ("2024-11-20",)
    assert [e.location.key for e in found.evidence[:2]] == ["measures[1].done_on", "measures[1].start"]


def test_what_is_missing_is_shown_where_it_belongs(tmp_path: Path) -> None:
    found = outcome(tmp_path, 'require entries(laws) is given otherwise "没有"', PLAN, data=DATA)
    assert [e.location.key for e in found.looked or found.evidence] == ["laws"]
    inner = outcome(tmp_path, 'require entry(admission).list is given otherwise "没有"', PLAN, data=DATA)
    assert [e.location.key for e in inner.looked or inner.evidence] == ["admission"]


DATES = "measures: [{action: 甲, start: %s, due: %s}]\n"


@pytest.mark.parametrize(
    ("first", "second", "operator", "expected"),
    [
        ("2024-03-01", "2024-03-02", "<", PASS), ("2024-03-02", "2024-03-02", "<", FAIL), ("2024-03-02", "2024-03-02", "<=", PASS),
        ("2024-03", "2024-03", "=", PASS), ("2024-03", "2024-03", "<=", PASS), ("2024-03", "2024-03", "<", FAIL),
        ("2024-03-15", "2024-03", "<=", REVIEW), ("2024-03-15", "2024-03", "=", REVIEW), ("2024-03-31", "2024-03", ">=", PASS),
        ("2024-03-01", "2024-03", "<=", PASS), ("2024-03", "2024", "<=", REVIEW), ("2023-12-31", "2024", "<", PASS),
        ("2024", "2023-12-31", "<=", FAIL), ("2024-04", "2024-03-31", ">", PASS), ("2024-03-15", "2024-04", "!=", PASS),
        ("无", "2024", "<", REVIEW), ("年底", "2024", "<", REVIEW),
    ],
)  # fmt: skip
def test_dates_are_compared_as_far_as_they_are_written(
    tmp_path: Path, first: str, second: str, operator: str, expected: Outcome
) -> None:
    condition = f"(every m in entries(measures) has m.start {operator} m.due)"
    assert judged(tmp_path, condition, DATES % (first, second)) is expected


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ("(every m in entries(measures) has m.done_on <= end_of(m.due))", PASS),
        ("(every m in entries(measures) has end_of(m.due) < submission_date)", PASS),
        ("(every m in entries(measures) has months_between(m.start, m.due) = 9)", PASS),
        ("(every m in entries(measures) has days_between(m.due, m.done_on) < 20)", PASS),
        ("(every m in entries(measures) has days_between(m.due, m.done_on) < 0)", REVIEW),
        ("(every m in entries(measures) has m.done_on.day = 20)", PASS),
        ("(every m in entries(measures) has m.due.day is given)", FAIL),
        ("(every m in entries(measures) has m.due inside 2022..2025)", PASS),
        ("(every m in entries(measures) has m.due inside 2014..2016)", FAIL),
        ('submission_date > date("2024-11")', PASS),
        ('submission_date > date("明天")', REVIEW),
        ('months_between(date("2024-03-12"), date("2024-09-12")) = 6', PASS),
        ('months_between(date("2023"), date("2024")) > 0', PASS),
        ('months_between(date("2023"), date("2024")) > 12', REVIEW),
        ('months_between(date("2024-09"), date("2024-03")) < 0', PASS),
        ('months_between(date("2024-01"), date("2024-11")) * 1 个月 <= 1 年', PASS),
        ('months_between(date("2024-01"), date("2025-03")) * 1 个月 <= 12 个月', FAIL),
        ('days_between(date("2024-02-28"), date("2024-03-01")) = 2', PASS),
    ],
)
def test_intervals_and_due_dates(tmp_path: Path, condition: str, expected: Outcome) -> None:
    assert judged(tmp_path, condition) is expected


def test_without_any_date_a_due_date_is_for_a_person(tmp_path: Path) -> None:
    body = 'for each m in entries(measures)\nrequire m.due > submission_date otherwise "过期"'
    found = outcome(tmp_path, body, PLAN, data=DATES % ("2024-01", "2024-02"))
    assert (found.outcome, found.missing) == (REVIEW, ("没有提交日期（数据文件的编制日期、封面上的日期，或 --as-of）",))
    assert judged(tmp_path, "submission_date is given", "park: {name: 甲}") is FAIL


@pytest.mark.parametrize(
    ("body", "message", "help_"),
    [
        ("require entries(goal) is given", "entries 的参数“part”要", "您是不是想写“goals”？"),
        ("require entries(organization) is given", "entries 的参数“part”要", None),
        ("for each g in entries(goals)\nrequire g.bas_value is given", "管理目标没有“bas_value”这一项", "您是不是想写“base_value”？"),
        ("for each a in entries(activities)\nrequire a.kind = \"trainin\"", "这一项里没有“trainin”这个词", "您是不是想写“training”？"),
        ("for each m in entries(measures)\nrequire m.due > 2024", "不能拿日期和数比较", None),
        ("for each m in entries(measures)\nrequire m.due + 1 > 2", "+ 前面要的是数，这里是日期", None),
        ("for each m in entries(measures)\nrequire m.goals = \"G1\"", "不能拿文字的集合和文字比较", None),
        ("for each e in entries(enterprises)\nrequire e.energy_tce > 1 万元", "两边的量纲不同", None),
        ("require entry(organization).lead.nam is given", "低碳管理负责人没有“nam”这一项", "您是不是想写“name”？"),
    ],
)  # fmt: skip
def test_what_the_checker_says(tmp_path: Path, body: str, message: str, help_: str | None) -> None:
    rule = f'rule test-pack/1 shall "一" {{ clause 一\n{body} otherwise "不成立" }}'
    first = load(tmp_path, rule).diagnostics[0]
    assert first.message.startswith(message), first.message
    if help_ is not None:
        assert first.help == help_


def test_entries_and_dates_are_sound(tmp_path: Path) -> None:
    body = """
    for each a in entries(activities) where a.kind = "training" and a.date.year = 2024
    require (some e in entries(enterprises) has (e.name = a.enterprise or e.quota.limit >= e.quota.value)) otherwise "{a}"
    require months_between(a.date, submission_date) <= 12 otherwise "{a.date}"
    """
    assert pack(tmp_path, f'rule test-pack/1 shall "一" {{ clause 一\n{body} }}').rules


def test_rules_about_entries_are_worded_in_chinese(tmp_path: Path) -> None:
    body = """
    for each a in entries(activities) where a.kind = "training"
    require a.date <= end_of(submission_date) and a.organiser is given otherwise "晚"
    """
    (rule,) = pack(tmp_path, f'rule test-pack/1 shall "一" {{ clause 一\n{body} }}').rules
    assert Wording(SCHEMA, {}).rule(rule) == [
        "逐个检查“活动”各条中符合“该活动的类别等于“培训””的每一个：",
        "要求：该活动的日期不大于提交日期的最后一天，并且写明该活动的组织单位。不成立时说明：晚",
    ]
