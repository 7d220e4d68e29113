"""Sums of the parts of a split, values of a scope, and figures that the data file names."""

from __future__ import annotations

from pathlib import Path

import pytest

from plancheck.core.outcome import Outcome
from tests.rulekit import outcome

SUM = """
  let 和 = parts_sum(能源消费总量, 2012, by: 品种)
  require 和 = 60 万吨标准煤 within 1 % otherwise "相加是 {和}"
"""
PHYSICAL = """
一、园区概况
表1 2012年能源消费实物量
| 能源品种 | 单位 | 2012年 |
| 原煤 | 万吨 | 56.0 |
| 天然气 | 万立方米 | 1500 |
"""
STANDARD = """
表2 2012年能源消费品种结构（单位：万吨标准煤）
| 能源品种 | 2012年 |
| 原煤 | 40.0 |
| 天然气 | {gas} |
| 合计 | 60.0 |
"""


@pytest.mark.parametrize(("gas", "expected"), [("20.0", Outcome.PASS), ("15.0", Outcome.FAIL)])
def test_parts_are_added_within_the_table_that_can_be_added(tmp_path: Path, gas: str, expected: Outcome) -> None:
    assert outcome(tmp_path, SUM, PHYSICAL + STANDARD.format(gas=gas)).outcome is expected


def test_physical_amounts_alone_cannot_be_added(tmp_path: Path) -> None:
    judged = outcome(tmp_path, SUM, PHYSICAL)
    assert judged.outcome is Outcome.REVIEW


@pytest.mark.parametrize(("gas", "expected"), [("20.0", Outcome.PASS), ("15.0", Outcome.FAIL)])
def test_a_member_in_two_units_of_one_table_counts_once(tmp_path: Path, gas: str, expected: Outcome) -> None:
    plan = f"""
    一、园区概况
    表1 能源消费品种结构
    折标量单位：万吨标准煤
    | 能源品种 | 实物量单位 | 2012年 | < |
    | ^ | ^ | 实物量 | 折标量 |
    | 原煤 | 万吨 | 56.0 | 40.0 |
    | 天然气 | 万立方米 | 16500 | {gas} |
    | 合计 | — | — | 60.0 |
    """
    assert outcome(tmp_path, SUM, plan).outcome is expected


def test_shares_in_sentences_do_not_claim_to_be_complete(tmp_path: Path) -> None:
    body = 'let 和 = shares_sum(能源消费总量, 2012, by: 品种)\nrequire 和 = 100 % otherwise "是 {和}"'
    judged = outcome(tmp_path, body, "一、园区概况\n2012年煤炭占能源消费总量的51.6%，电力占41.3%。")
    assert judged.outcome is Outcome.REVIEW


@pytest.mark.parametrize(("scope", "expected"), [("工业", Outcome.PASS), ("全社会", Outcome.FAIL)])
def test_a_value_is_asked_for_by_scope(tmp_path: Path, scope: str, expected: Outcome) -> None:
    plan = """
    一、园区概况
    表1 2012年能源数据
    | 指标 | 单位 | 2012年 |
    | 能源消费总量 | 万吨标准煤 | 70.0 |
    | 工业能源消费量 | 万吨标准煤 | 62.0 |
    """
    body = f'require value(能源消费总量, 2012, scope: "{scope}") is given otherwise "没有"'
    assert outcome(tmp_path, body, plan).outcome is expected


FIGURE = """
  let 图 = figures(平台)
  require 图 is given otherwise "没有图"
  require some f in 图 has f.present otherwise "只有图名"
"""


def test_a_figure_attached_as_a_file_counts(tmp_path: Path) -> None:
    data = "figures:\n  - {name: 公共服务平台构架图, file: 平台.png}\n"
    assert outcome(tmp_path, FIGURE, "一、园区概况\n见附图。", data=data).outcome is Outcome.PASS


def test_a_figure_named_without_a_file_is_missing(tmp_path: Path) -> None:
    judged = outcome(tmp_path, FIGURE, "一、园区概况\n见附图。", data="figures:\n  - {name: 公共服务平台构架图}\n")
    assert (judged.outcome, judged.messages) == (Outcome.FAIL, ("只有图名",))


def test_a_picture_without_caption_where_the_thing_is_spoken_of_needs_a_look(tmp_path: Path) -> None:
    judged = outcome(tmp_path, FIGURE, "一、园区概况\n公共服务平台见下图。\n[图]")
    assert judged.outcome is Outcome.REVIEW
    assert outcome(tmp_path, FIGURE, "一、园区概况\n园区位置见下图。\n[图]").outcome is Outcome.FAIL


def test_the_value_of_one_firm_is_not_the_parks(tmp_path: Path) -> None:
    body = 'let 值 = value(能源消费总量, 2012)\nrequire 值 is given otherwise "没有"'
    plan = "一、园区概况\n货运企业顺航物流2012年能源消费总量2.4万吨标准煤。"
    assert outcome(tmp_path, body, plan).outcome is Outcome.FAIL
    assert outcome(tmp_path, body, plan.replace("货运企业顺航物流", "园区规模以上企业")).outcome is Outcome.PASS
