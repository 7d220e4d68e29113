"""Targets in words, the region's targets, and the union of plan and data file."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from park_terms import park_terms

from plancheck.core.location import Evidence, Location
from plancheck.core.quantity import Quantity
from plancheck.document.plaintext import document_from_text
from plancheck.facts.agreement import agree
from plancheck.facts.gather import gather
from plancheck.facts.lexicon import Lexicons
from plancheck.facts.model import Fact, Point, Project, SubmissionFacts, Target
from plancheck.facts.passages import read_passages
from plancheck.facts.region_targets import region_targets_in_text
from plancheck.facts.target_text import targets_in_text

LEXICONS = Lexicons.of(park_terms())
GIVEN = Evidence(Location(source="data", key="series[1].values.2012"), "x")


def words(text: str) -> tuple[Target, ...]:
    return targets_in_text(document_from_text(text), LEXICONS)


def number(value: str, unit: str, step: str = "1/100") -> Quantity:
    return Quantity(Fraction(value), unit, step=Fraction(step))


def data_point(value: str, unit: str, *, indicator: str = "工业增加值", member: str | None = None) -> Point:
    dimension = "品种" if member else None
    return Point(indicator, None, 2012, Fact(number(value, unit), (GIVEN,)), dimension, member, origin="data")


PLAN = "# 一、园区概况\n表1 经济\n| 指标 | 2012年 |\n| 工业增加值（亿元） | 110.4 |\n"


def test_overall_specific_and_task_targets_have_their_levels() -> None:
    found = words(
        "# 二、主要目标\n## （一）总体目标\n到2016年，园区单位工业增加值二氧化碳排放比2012年下降22%。\n## （二）具体目标\n### 1.产业低碳化\n"
        "到2016年，高新技术产业产值占比达到30%。\n# 三、主要任务\n## （一）发展清洁能源\n到2016年，非化石能源占比达到8%以上。\n"
    )
    assert [(t.canonical, t.level, t.group, t.direction, t.basis) for t in found] == [
        ("单位工业增加值二氧化碳排放", 1, None, "decrease", "relative-percent"),
        ("高新技术产业产值占比", 3, "产业低碳化", "reach", "absolute"),
        ("非化石能源占比", None, None, "reach", "absolute"),
    ]
    assert found[0].change is not None and found[0].change.value is not None and found[0].change.value.show() == "22%"
    assert (found[0].base_year and found[0].base_year.value, found[0].target_year and found[0].target_year.value) == (
        2012,
        2016,
    )


def test_chapters_that_report_state_no_targets() -> None:
    assert words("# 一、园区概况\n到2016年，园区单位工业增加值能耗比2012年下降20%。\n") == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("四川省“十二五”单位地区生产总值能耗下降16%的目标", [("单位地区生产总值能耗", 2010, 2015, "16%", "stated")]),
        (
            "园区碳排放强度下降22%，高于所在地区碳排放强度到2015年比2010年下降17.5%的目标",
            [("单位工业增加值二氧化碳排放", 2010, 2015, "17.5%", "resembles")],
        ),
        ("省里下达园区的目标是单位工业增加值能耗下降18%", []),
        ("园区单位工业增加值能耗到2016年下降18%", []),
        (
            "四川省“十二五”单位地区生产总值能耗下降16%，折合年均下降3.43%",
            [("单位地区生产总值能耗", 2010, 2015, "16%", "stated")],
        ),
    ],
)
def test_targets_of_the_region(text: str, expected: list[tuple[object, ...]]) -> None:
    found = region_targets_in_text(read_passages(document_from_text(f"# 一、目标\n{text}。\n")), LEXICONS)
    assert [
        (
            t.canonical,
            t.base_year and t.base_year.value,
            t.target_year and t.target_year.value,
            t.change.value.show(),
            t.change.status,
        )
        for t in found
        if t.change is not None and t.change.value is not None
    ] == expected


def test_words_and_table_complete_one_target() -> None:
    facts = gather(
        document_from_text(
            "# 二、主要目标\n## （一）总体目标\n到2016年，园区单位工业增加值能耗比2012年下降19.5%。\n## （二）具体目标\n"
            "| 指标 | 单位 | 2012年 | 2016年目标 |\n| 单位工业增加值能耗 | 吨标准煤/万元 | 0.82 | 0.66 |\n"
        ),
        park_terms(),
    )
    (target,) = facts.targets
    assert (target.level, target.direction, target.basis, len(target.evidence)) == (
        1,
        "decrease",
        "relative-percent",
        2,
    )
    assert [
        f.value.show() for f in (target.base, target.target, target.change) if f is not None and f.value is not None
    ] == [
        "0.82吨标准煤/万元",
        "0.66吨标准煤/万元",
        "19.5%",
    ]
    assert facts.disagreements == ()


def test_a_level_in_words_is_not_mended_by_a_number_elsewhere() -> None:
    plan = "# 二、主要目标\n| 指标 | 单位 | 2012年 | 2016年目标 |\n| 绿色建筑比例 | % | 5 | {} |\n# 三、主要任务\n到2016年，绿色建筑比例达到40%。\n"
    (target,) = gather(document_from_text(plan.format("大幅提升")), park_terms()).targets
    assert (target.target is not None, target.target.value if target.target else 0) == (True, None)
    (target,) = gather(document_from_text(plan.format("")), park_terms()).targets
    assert target.target is not None
    assert target.target.value is not None


def test_an_amount_of_a_name_per_tonne_is_per_tonne() -> None:
    (target,) = words("# 三、主要任务\n到2016年，吨钢综合能耗降至595千克标准煤。")
    assert target.target is not None
    assert target.target.value is not None
    assert target.target.value.show() == "595千克标准煤/吨"
    (other,) = words("# 三、主要任务\n到2016年，吨标准煤利用电量达到595千瓦时。")
    assert other.unit == "kWh"


def test_two_statements_of_a_plan_that_differ_both_stay_and_are_left_to_the_rules() -> None:
    facts = gather(
        document_from_text(
            "# 二、主要目标\n## （一）总体目标\n到2016年，园区非化石能源占比达到12%。\n## （二）具体目标\n| 指标 | 2012年 | 2016年目标 |\n| 非化石能源占比（%） | 3 | 10 |\n"
        ),
        park_terms(),
    )
    assert len(facts.targets) == 2
    assert facts.disagreements == ()


def test_the_data_file_agrees_within_rounding() -> None:
    given = SubmissionFacts(points=(data_point("110.42", "100MCNY"),))
    facts = gather(document_from_text(PLAN), park_terms(), given)
    (point,) = facts.points
    assert (point.origin, point.canonical, len(point.value.evidence), point.value.value) == (
        "table",
        "工业增加值",
        2,
        number("110.42", "100MCNY"),
    )
    assert facts.disagreements == ()


def test_the_data_file_differs() -> None:
    facts = gather(document_from_text(PLAN), park_terms(), SubmissionFacts(points=(data_point("111", "100MCNY"),)))
    assert [p.origin for p in facts.points] == ["table", "data"]
    (difference,) = facts.disagreements
    assert (difference.subject, difference.data.location.source) == ("2012年工业增加值", "data")


def test_fuels_of_the_data_file_take_the_names_of_the_vocabulary_unless_two_share_one() -> None:
    one = SubmissionFacts(points=(data_point("5", "t", indicator="能源消费量", member="外购电力"),))
    assert [p.member for p in gather(document_from_text("# 一、概况\n"), park_terms(), one).points] == ["电力"]
    coal = data_point("5", "t", indicator="能源消费量", member="原煤")
    two = SubmissionFacts(points=(coal, replace(coal, member="烟煤")))
    assert [p.member for p in gather(document_from_text("# 一、概况\n"), park_terms(), two).points] == ["原煤", "烟煤"]


def test_projects_of_one_name_are_one() -> None:
    plan = "# 四、重点工程\n| 项目名称 | 建设单位 | 建设内容 | 总投资（万元） |\n| 余热利用工程 | 甲公司 | 建锅炉 | 1200 |\n"
    place = (Evidence(Location(source="data", key="projects[1]"), "余热利用工程"),)
    money = Fact(number("1500", "10kCNY").to("CNY"), place)
    given = Project("“余热利用工程”", {"投资方式": Fact("企业自筹", place), "投资额": money}, place)
    facts = gather(document_from_text(plan), park_terms(), SubmissionFacts(projects=(given,)))
    (project,) = facts.projects
    assert sorted(project.fields) == ["主要内容", "实施主体", "投资方式", "投资额", "项目名称"]
    assert [d.subject for d in facts.disagreements] == ["余热利用工程的投资额"]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (number("80", "tce", "1"), number("80.4", "tce", "1/10"), True),
        (number("80", "tce", "1"), number("80.6", "tce", "1/10"), False),
        (number("1", "100MCNY", "1/10"), number("10000", "10kCNY", "1"), True),
        (number("5", "%"), number("5", "pp"), False),
        (replace(number("90", "tce", "1"), approx=True), number("90.8", "tce", "1/10"), True),
    ],
)
def test_agreement_within_rounding(one: Quantity, other: Quantity, expected: bool) -> None:
    assert agree(one, other) is expected
