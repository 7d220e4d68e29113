"""What the data file states as facts: values, how firm they are, and where they stand."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from plancheck.core.vocabulary import Entry, Vocabulary
from plancheck.facts.model import Fact, Period, SubmissionFacts
from plancheck.submission.facts import submission_facts

from .conftest import Write, loaded

VOCABULARY = Vocabulary({
    "indicator": {
        "碳强度": Entry(
            "indicator", "碳强度", "单位工业增加值二氧化碳排放", ("碳排放强度",), properties={"unit": "吨二氧化碳/万元"}
        ),
        "可再生能源占比": Entry("indicator", "可再生能源占比", "可再生能源比重", properties={"unit": "%"}),
        "能源消费总量": Entry("indicator", "能源消费总量", "能源消费总量", ("能源消费量",)),
        "增加值甲": Entry("indicator", "增加值甲", "增加值甲", ("增加值",)),
        "增加值乙": Entry("indicator", "增加值乙", "增加值乙", ("增加值",)),
    }
})  # fmt: skip
CONTRACT = Path(__file__).parents[3] / "shared" / "contracts" / "data.example.yaml"


def facts_of(write: Write, text: str) -> SubmissionFacts:
    return submission_facts(loaded(write("a.yaml", text)), VOCABULARY)


def test_an_empty_file_states_nothing(write: Write) -> None:
    assert facts_of(write, "") == SubmissionFacts()


def test_project_fields_and_effects(write: Write) -> None:
    project = facts_of(
        write,
        "projects:\n- {name: 余热利用, type: 节能改造, owner: 甲公司, content: 新建锅炉, start: 2014-03, end: 2015年10月,\n"
        "   investment: 1200 万元, funding: 企业自筹, effect: 年节能3000吨标准煤, reduction: 7800 吨, task: T1}\n",
    ).projects[0]
    assert project.name == "余热利用"
    assert {name: fact.value for name, fact in project.fields.items() if isinstance(fact.value, str)} == {
        "项目名称": "余热利用", "项目类型": "节能改造", "实施主体": "甲公司", "主要内容": "新建锅炉", "投资方式": "企业自筹",
        "预期效果": "年节能3000吨标准煤", "所属任务": "T1",
    }  # fmt: skip
    assert project.fields["项目起止时间"].value == Period((2014, 3), (2015, 10))
    investment = project.fields["投资额"]
    assert investment.evidence[0].location.key == "projects[1].investment"
    assert (investment.evidence[0].excerpt, investment.evidence[0].value) == ("1200 万元", "1200万元")
    effects = [f.value for f in project.effects if f.value is not None]
    assert [(q.value, q.unit) for q in effects] == [(3000, "tce"), (7800, "tCO2")]


@pytest.mark.parametrize(
    ("field", "name", "status", "reason"),
    [
        ("investment: 1200", "投资额", "unreadable", "“1200”没有写单位"),
        ("investment: 3 吨", "投资额", "unreadable", "“3 吨”的单位不合这一项的要求"),
        ("investment: 待定", "投资额", "blank", "“待定”只是占位，没有内容"),
        ("owner: XX", "实施主体", "blank", "“XX”只是占位，没有内容"),
        ("start: 上半年", "项目起止时间", "unreadable", "“上半年”不是日期，请写成 2014-03 或 2014年3月"),
        ("period: 近期", "项目起止时间", "unreadable", "“近期”不是起止时间，请写成 2014-03 至 2015-10"),
    ],
)
def test_what_cannot_be_read_is_said(write: Write, field: str, name: str, status: str, reason: str) -> None:
    project = facts_of(write, f"projects:\n- {{name: 甲, {field}}}\n").projects[0]
    fact = project.fields[name]
    assert (fact.value, fact.status, fact.reason) == (None, status, reason)


def test_absent_fields_are_absent(write: Write) -> None:
    project = facts_of(write, "projects:\n- {name: 甲, investment: null, owner: '', end: 2015}\n").projects[0]
    assert set(project.fields) == {"项目名称", "项目起止时间"}
    assert project.fields["项目起止时间"].value == Period(None, (2015, None))


def test_two_statements_of_time_that_differ_are_not_settled(write: Write) -> None:
    project = facts_of(write, "projects:\n- {name: 甲, start: 2014-03, end: 2015-10, period: 2014-2016}\n").projects[0]
    fact = project.fields["项目起止时间"]
    assert (fact.status, fact.reason) == (
        "resembles",
        "“起止时间”（2014-2016）与“开始”“结束”（2014-03 至 2015-10）不一致",
    )


def test_target_with_levels_and_change(write: Write) -> None:
    target = facts_of(
        write,
        "targets:\n- {indicator: 碳排放强度, level: 1, base: {year: 2012, value: 1.65}, target: {year: 2016, value: 1.29},\n"
        "   unit: 吨/万元, reduction: 21.8%}\n",
    ).targets[0]
    assert (target.canonical, target.level, target.unit, target.direction, target.basis, target.origin) == (
        "碳强度", 1, "tCO2/10kCNY", "decrease", "relative-percent", "data",
    )  # fmt: skip
    assert target.base is not None and target.base.value is not None and target.base.value.value == Fraction("1.65")
    assert (
        target.change is not None and target.change.value is not None and target.change.value.value == Fraction("21.8")
    )
    assert target.base_year is not None and target.base_year.value == 2012


@pytest.mark.parametrize(
    ("row", "direction", "basis"),
    [
        ("indicator: 可再生能源占比, increase: 3个百分点", "increase", "percentage-point"),
        ("indicator: 可再生能源占比, increase: 3%", "increase", None),
        ("indicator: 碳强度, reduction: 0.3 吨二氧化碳/万元", "decrease", "absolute"),
        ("indicator: 甲, unit: 吨, base: {value: 3}, target: {value: 2}", "decrease_to", None),
        ("indicator: 甲, unit: 吨, base: {value: 3}, target: {value: 4}", "increase_to", None),
        ("indicator: 甲, unit: 吨, target: {value: 4}", None, None),
    ],
)
def test_direction_and_basis(write: Write, row: str, direction: str | None, basis: str | None) -> None:
    target = facts_of(write, f"targets:\n- {{{row}}}\n").targets[0]
    assert (target.direction, target.basis) == (direction, basis)


def test_contradicting_and_negative_changes_are_not_firm(write: Write) -> None:
    both, negative = facts_of(
        write, "region_targets:\n- {indicator: 甲, reduction: 3%, increase: 4%}\n- {indicator: 甲, reduction: -3%}\n"
    ).region_targets
    assert both.change is not None and (both.change.status, both.direction) == ("unreadable", None)
    assert negative.change is not None and (negative.change.status, negative.change.reason) == (
        "resembles",
        "下降率写成了负数，含义不明",
    )


def test_names_are_matched_exactly_only(write: Write) -> None:
    rows = "".join(
        f"- {{indicator: {n}, unit: 吨, values: {{2010: 1}}}}\n"
        for n in ("碳排放强度", "碳排放强度目标", "增加值", "增加值甲", "增加值甲（亿元）", "增加值甲（全部）")
    )
    assert [p.canonical for p in facts_of(write, "series:\n" + rows).points] == [
        "碳强度",
        None,
        None,
        "增加值甲",
        "增加值甲",
        None,
    ]


def test_points_of_energy_emissions_and_splits(write: Write) -> None:
    points = facts_of(
        write,
        "energy: [{fuel: 原煤, unit: 万吨, values: {2010: 5.1, 2011: 待补充}}]\n"
        "emissions: [{source: 能源活动, unit: 万吨, values: {2010: 21.5}}]\n"
        "series: [{indicator: 增加值甲, unit: 亿元, dimension: 行业, member: 化工, scope: 规模以上, forecast: 是, scenario: 基准, values: {2015: 3}}]\n"
        "products: [{name: 水泥, unit: 万吨, values: {2010: 3}}]\n",
    ).points
    assert [
        (p.indicator, p.canonical, p.year, p.dimension, p.member, p.value.value and (p.value.value.value, p.value.value.unit))
        for p in points
    ] == [
        ("增加值甲", "增加值甲", 2015, "行业", "化工", (300_000_000, "CNY")),
        ("能源消费量", "能源消费总量", 2010, "品种", "原煤", (51_000, "t")),
        ("能源消费量", "能源消费总量", 2011, "品种", "原煤", None),
        ("二氧化碳排放量", None, 2010, "来源", "能源活动", (215_000, "tCO2")),
        ("产量", None, 2010, "产品", "水泥", (30_000, "t")),
    ]  # fmt: skip
    assert points[2].value.status == "blank"
    assert (points[0].scope, points[0].forecast, points[0].scenario) == ("规模以上", True, "基准")


def test_values(write: Write) -> None:
    values = facts_of(
        write,
        "park: {name: 甲园区, level: 国家级, area: 12.5 平方公里}\nplan_date: 2014年3月\nconstruction_period: 2014-2016\n"
        "total_investment: 12.6 亿元\neligibility: {catalogue_listed: 是, accidents_last_3_years: 无, boundary_defined: 不详}\n"
        "projects: 无\nsteps: [{year: 2014, content: 启动}]\n"
        "energy: [{fuel: 电力, unit: 万千瓦时, factor: {tce: 1.229, tco2: 0.58 千克二氧化碳/千瓦时}, values: {2010: 3}}]\n",
    ).values
    shown = {key: fact.evidence[0].value if fact.value is not None else fact.status for key, fact in values.items()}
    assert shown == {
        "park.name": "甲园区", "park.level": "national", "park.area": "12.5平方公里", "plan_date": "2014-03",
        "construction_period": "2014 至 2016", "total_investment": "12.6亿元", "eligibility.catalogue_listed": "是",
        "eligibility.accidents_last_3_years": "0个", "eligibility.boundary_defined": "unreadable", "projects": None,
        "energy[1].factor.tce": "0.0001吨标准煤/千瓦时",
        "energy[1].factor.tco2": "0.58千克二氧化碳/千瓦时",
    }  # fmt: skip
    assert values["projects"] == Fact("无", values["projects"].evidence)


@pytest.mark.skipif(not CONTRACT.exists(), reason="the contract folder is not at hand")
def test_the_contract_example_is_read_whole() -> None:
    facts = submission_facts(loaded(CONTRACT), VOCABULARY)
    counts = [len(c) for c in (facts.projects, facts.targets, facts.points, facts.tasks, facts.region_targets)]
    assert counts == [1, 1, 9, 1, 1]
    assert [k for k, f in facts.values.items() if f.status != "stated"] == []
    assert {k: len(v) for k, v in facts.entries.items()} == {"eligibility": 1, "steps": 1, "records": 1}
    record = facts.entries["records"][0]
    assert [k for k, f in record.fields.items() if isinstance(f, Fact) and f.status != "stated"] == ["name", "file"]


@pytest.mark.parametrize(
    ("written", "meant"), [("已建成", "built"), ("在建", "under-construction"), ("申报中", "proposed")]
)
def test_the_status_of_the_park_is_one_of_three(write: Write, written: str, meant: str) -> None:
    assert facts_of(write, f"园区: {{建设状态: {written}}}\n").values["park.status"].value == meant


def test_another_status_is_not_guessed(write: Write) -> None:
    fact = facts_of(write, "园区: {建设状态: 提升期}\n").values["park.status"]
    assert (fact.value, fact.status) == (None, "unreadable")
