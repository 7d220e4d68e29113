"""Whose park a clause speaks of, where it names one with its province."""

from __future__ import annotations

import pytest

from plancheck.facts.commitment import aims, names_another_park, owner_of

TITLE = "云泽经济技术开发区国家低碳工业园区试点实施方案"


@pytest.mark.parametrize(
    ("clause", "another"),
    [
        ("安徽澄水开发区2012年工业增加值46.80亿元", True),
        ("浙江宁波石化经济技术开发区的能耗", True),
        ("江苏省云泽经济技术开发区2012年", False),
        ("江苏云泽经开区", False),
        ("位于江苏省云泽市东北部的园区", False),
        ("在江苏省22个国家级经开区中列第9位", False),
        ("江苏省内同类园区", False),
        ("园区2012年工业增加值", False),
    ],
)
def test_a_park_with_its_province(clause: str, another: bool) -> None:
    assert names_another_park(clause, TITLE) is another


def test_a_title_without_a_park_tells_nothing() -> None:
    assert not names_another_park("安徽澄水开发区2012年工业增加值46.80亿元", "低碳试点实施方案")


@pytest.mark.parametrize(
    ("clause", "owner"),
    [
        ("江城市要求到│单位地区生产总值二氧化碳排放比│下降□", "other"),
        ("│江城市政府明确", "other"),
        ("云泽县“十四五”规划提出", "other"),
        ("江城市要求园区到│单位工业增加值能耗下降□", "own"),
        ("按照江城市要求", "own"),
        ("落实江城市要求到│下降□", "own"),
        ("智慧城市要求能耗下降□", "own"),
        ("到│单位工业增加值能耗下降□", "own"),
    ],
)
def test_what_a_named_city_asks_is_its_own_aim(clause: str, owner: str) -> None:
    assert owner_of(clause, "own") == owner


@pytest.mark.parametrize(
    ("sentence", "intent"),
    [
        ("按在建楼宇投用计划测算，│碳排放量分别为□、□", False),
        ("计划投资□", False),
        ("园区计划│碳排放量降到□", True),
        ("按改造计划，到│碳排放量降到□", True),
    ],
)
def test_a_plan_that_an_estimate_goes_by_is_no_intent(sentence: str, intent: bool) -> None:
    assert aims(sentence) is intent
