"""What the built-ins that compare texts say, through rules."""

from __future__ import annotations

from pathlib import Path

import pytest

from plancheck.core.outcome import Outcome
from tests.rulekit import outcome

PLAN = """
一、园区概况
园区位于平原地区。园区推进余热利用，更换路灯。
四、重点工程
表1 工程表
| 项目名称 | 实施主体 | 主要内容 | 项目起止时间 |
| {name} | {owner} | {content} | {period} |
"""


def plan(
    name: str = "余热发电工程", owner: str = "远山水泥", content: str = "机组1套", period: str = "2014-2015"
) -> str:
    return PLAN.format(name=name, owner=owner, content=content, period=period)


@pytest.mark.parametrize(
    ("owner", "vague"),
    [("相关企业", True), ("各有关企业", True), ("相关企业和远山水泥", False), ("远山水泥", False)],
)
def test_only(tmp_path: Path, owner: str, vague: bool) -> None:
    body = 'for each p in projects\nrequire not only(p.实施主体, "相关 有关 企业") otherwise "笼统"'
    assert outcome(tmp_path, body, plan(owner=owner)).outcome is (Outcome.FAIL if vague else Outcome.PASS)


def test_has_word(tmp_path: Path) -> None:
    body = 'for each p in projects\nrequire has_word(p.主要内容, "锅炉 机组") otherwise "没有"'
    assert outcome(tmp_path, body, plan()).outcome is Outcome.PASS
    assert outcome(tmp_path, body, plan(content="道路")).outcome is Outcome.FAIL


@pytest.mark.parametrize(("listed", "missing"), [("锅炉、 机组", "锅炉"), ("机组", None), ("", None)])
def test_words_are_gone_through_one_by_one(tmp_path: Path, listed: str, missing: str | None) -> None:
    body = (
        f'for each w in words("{listed}")\nrequire some p in projects has has_word(p.主要内容, w) otherwise "没有{{w}}"'
    )
    found = outcome(tmp_path, body, plan())
    assert found.outcome is (Outcome.FAIL if missing else Outcome.PASS if listed else Outcome.NOT_APPLICABLE)
    assert not missing or missing in str(found)


@pytest.mark.parametrize(
    ("content", "same"),
    [("余热发电工程", True), ("建设余热发电工程", True), ("余热发电", True), ("余热发电机组1套，装机9兆瓦", False)],
)
def test_repeats(tmp_path: Path, content: str, same: bool) -> None:
    body = 'for each p in projects\nrequire not repeats(p.主要内容, p.name) otherwise "重复"'
    assert outcome(tmp_path, body, plan(content=content)).outcome is (Outcome.FAIL if same else Outcome.PASS)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("水泥窑余热利用工程", Outcome.PASS),
        ("路灯改造工程", Outcome.PASS),
        ("路灯杆维护工程", Outcome.REVIEW),  # half of its word only
        ("会展中心建设工程", Outcome.FAIL),
        ("节能改造项目", Outcome.REVIEW),  # no word of its own
    ],
)
def test_related(tmp_path: Path, name: str, expected: Outcome) -> None:
    body = 'for each p in projects\nrequire related(p.name, in: 概况) is given otherwise "无关"'
    assert outcome(tmp_path, body, plan(name=name)).outcome is expected


@pytest.mark.parametrize(("period", "expected"), [("2014年6月—2014年6月", 1), ("2014-2015", 24), ("2016—2014", -12)])
def test_months_of_a_period(tmp_path: Path, period: str, expected: int) -> None:
    body = f'for each p in projects\nrequire p.项目起止时间.months + 100 = {expected + 100} otherwise "不等"'
    assert outcome(tmp_path, body, plan(period=period)).outcome is Outcome.PASS


def test_unclear_leaves_it_to_a_person(tmp_path: Path) -> None:
    judged = outcome(tmp_path, 'require unclear("请看原件") otherwise "不"', plan())
    assert judged.outcome is Outcome.REVIEW
    assert judged.missing == ("请看原件",)


def test_outside_leaves_a_chapter_out(tmp_path: Path) -> None:
    body = 'require mentions(专家组, outside: 概况) is given otherwise "没有"'
    past, promised = "一、园区概况\n园区有专家组。\n", "六、保障措施\n园区成立专家组。\n"
    assert outcome(tmp_path, body, past).outcome is Outcome.FAIL
    assert outcome(tmp_path, body, past + promised).outcome is Outcome.PASS
