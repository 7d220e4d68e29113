"""Amounts of fuels times factors against stated coal equivalents and emissions, in many layouts."""

from __future__ import annotations

from typing import Literal

import pytest

from plancheck.checking.examples import facts_of
from plancheck.facts.crosschecks.conversions import conversions
from plancheck.facts.crosschecks.reckoning import Reckoning
from plancheck.packs.load import load_pack


def reckoned(plan: str, into: Literal["coal-equivalent", "co2"] = "coal-equivalent") -> tuple[Reckoning, ...]:
    """What is reckoned on a plan of one section."""
    return conversions(facts_of(f"一、能源消费\n{plan}", None, load_pack("common").vocabulary), into)


def told(plan: str, into: Literal["coal-equivalent", "co2"] = "coal-equivalent") -> dict[str, tuple[str, str, str]]:
    """Subject → basis, whether both sides are near each other, and what a ratio points at."""
    return {
        one.subject: (one.basis, "近" if one.times is not None and one.times <= 1.1 else "远", one.slip)
        for one in reckoned(plan, into)
    }


UNIT_IN_THE_HEAD = """表1 2012年能源消费情况
| 能源品种 | 实物量（吨） | 折标系数（千克标准煤/千克） | 折标准煤（吨标准煤） |
| 原煤 | 20000 | 0.7143 | 14286 |
| 柴油 | 150 | 1.4571 | 218.6 |
| 液化石油气 | 60 | 1.7143 | 102.9 |
"""
UNIT_BY_ROW = """表1 2012年能源消费情况
| 品种 | 计量单位 | 消费量 | 折标系数 | 折标煤（万吨标煤） |
| 原煤 | 万吨 | 2.0 | 0.7143tce/t | 1.43 |
| 电力 | 万千瓦时 | 9800 | 1.229tce/万kWh | 1.20 |
| 天然气 | 万立方米 | 450 | 12.143tce/万m3 | 0.55 |
| 合计 | — | — | — | 3.18 |
"""
YEARS_ACROSS = """表1 2011—2012年园区能源消费
| 能源品种 | 实物量单位 | 折标系数 | 2011年 | < | 2012年 | < |
| ^ | ^ | ^ | 实物量 | 折标量（吨标准煤） | 实物量 | 折标量（吨标准煤） |
| 原煤 | 吨 | 0.7143 | 5200 | 3714 | 5600 | 4000 |
| 外购蒸汽 | 吉焦 | 0.03412 | 12000 | 409 | 15000 | 512 |
"""
TWO_TABLES = """表1 2011—2012年主要能源实物消费量
| 指标 | 单位 | 2011年 | 2012年 |
| 原煤 | 万吨 | 31.5 | 33.0 |
| 其中：发电用煤 | 万吨 | 12.0 | 12.5 |
| 电力 | 亿千瓦时 | 2.10 | 2.25 |
表2 2011—2012年能源消费量（单位：吨标准煤）
| 能源品种 | 2011年 | 2012年 |
| 原煤 | 225005 | 235719 |
| 电力 | 25809 | 27652 |
"""
SOUND = [UNIT_IN_THE_HEAD, UNIT_BY_ROW, YEARS_ACROSS, TWO_TABLES]


@pytest.mark.parametrize("plan", SOUND)
def test_sound_tables_are_reckoned_and_near(plan: str) -> None:
    found = told(plan)
    assert len(found) >= 3
    assert {near for _, near, _ in found.values()} == {"近"}


@pytest.mark.parametrize(
    ("plan", "old", "new", "subject", "basis", "slip"),
    [
        (UNIT_IN_THE_HEAD, "14286", "15286", "2012年煤炭的折标准煤量", "方案", ""),
        (UNIT_IN_THE_HEAD, "218.6", "218600", "2012年柴油的折标准煤量", "方案", "1000倍"),
        (UNIT_IN_THE_HEAD, "（吨标准煤）", "（万吨标准煤）", "2012年煤炭的折标准煤量", "方案", "1万倍"),
        (UNIT_BY_ROW, "| 1.20 |", "| 2.10 |", "2012年电力的折标准煤量", "方案", ""),
        (UNIT_BY_ROW, "| 天然气 | 万立方米 |", "| 天然气 | 立方米 |", "2012年天然气的折标准煤量", "方案", "1万倍"),
        (YEARS_ACROSS, "4000", "4500", "2012年煤炭的折标准煤量", "方案", ""),
        (TWO_TABLES, "| 原煤 | 万吨 |", "| 原煤 | 吨 |", "2012年煤炭的折标准煤量", "参考", ""),
        (TWO_TABLES, "27652", "2765", "2012年电力的折标准煤量", "参考", "10倍"),
    ],
)
def test_a_wrong_number_or_unit_is_told(plan: str, old: str, new: str, subject: str, basis: str, slip: str) -> None:
    assert old in plan
    found = {one.subject: one for one in reckoned(plan.replace(old, new))}
    one = found[subject]
    assert one.basis == basis
    assert one.times is not None
    assert one.times > 1.04
    assert one.slip == slip or basis == "参考"


def test_the_working_shows_both_factors() -> None:
    (one,) = reckoned(
        "表1 2012年能源消费\n| 能源品种 | 单位 | 实物量 | 折标系数 | 折标量（吨标准煤） |\n| 原煤 | 吨 | 5600 | 0.7143 | 4000 |\n"
    )
    assert one.working == ("5600吨 × 0.7143 = 4000.08吨标准煤",)


@pytest.mark.parametrize(
    "plan",
    [
        "2012年园区消费原煤42万吨，能源消费总量30万吨标准煤。",
        "表1 2012年能源消费\n| 能源品种 | 单位 | 2012年 |\n| 原煤 | 万吨 | 42 |\n| 电力 | 万千瓦时 | 3300 |\n",
        "表1 2012年能源消费\n| 能源品种 | 单位 | 2012年消费量 | 2012年折标量（万吨标准煤） |\n| 原煤 | 万吨 | — | 30 |\n",
        "表1 2012年能源消费\n| 能源品种 | 2012年消费量（万吨标准煤） | 2012年占比（%） |\n| 煤炭 | 30 | 75 |\n| 电力 | 10 | 25 |\n",
    ],
)
def test_nothing_is_reckoned_where_one_side_is_missing(plan: str) -> None:
    assert reckoned(plan) == ()


EMISSIONS = """表1 2012年能源活动二氧化碳排放量
| 能源品种 | 消费量（吨标准煤） | 排放因子（{unit}） | 二氧化碳排放量（吨二氧化碳） |
| 煤炭 | 52000 | {factor} | {stated} |
| 天然气 | 8100 | {gas} | {gas_stated} |
"""


@pytest.mark.parametrize(
    ("unit", "factor", "stated", "gas", "gas_stated", "slip", "near"),
    [
        ("tCO2/tce", "2.66", "138320", "1.63", "13203", "", "近"),
        ("tC/tce", "0.7476", "142543", "0.4435", "13172", "", "近"),
        ("吨碳/吨标准煤", "0.7476", "38875", "0.4435", "13172", "44/12（碳与二氧化碳之比）", "远"),
        ("无单位", "2.66", "138320", "1.63", "13203", "", "近"),
        ("无单位", "0.7476", "38875", "0.4435", "13172", "44/12（碳与二氧化碳之比）", "远"),
        ("tCO2/tce", "2.66", "128320", "1.63", "13203", "", "近"),
    ],
)
def test_emissions_by_the_factor_of_the_row(
    unit: str, factor: str, stated: str, gas: str, gas_stated: str, slip: str, near: str
) -> None:
    plan = EMISSIONS.format(unit=unit, factor=factor, stated=stated, gas=gas, gas_stated=gas_stated)
    found = told(plan, "co2")
    assert found["2012年煤炭的二氧化碳排放量"] == ("方案", near, slip)
    assert found["2012年天然气的二氧化碳排放量"] == ("方案", "近", "")


def test_the_grid_factor_of_the_text_is_used_and_only_asks() -> None:
    plan = (
        "外购电力按华东电网平均排放因子0.7035千克二氧化碳/千瓦时核算。\n"
        "表1 2012年能源消费和排放\n| 能源品种 | 单位 | 2012年消费量 | 2012年二氧化碳排放量（吨二氧化碳） |\n"
        "| 外购电力 | 万千瓦时 | 20000 | {} |\n| 原煤 | 吨 | 5000 | 9500 |\n"
    )
    sound = {one.subject: one for one in reckoned(plan.format("140700"), "co2")}
    assert sound["2012年电力的二氧化碳排放量"].computed.show() == "14.07万吨二氧化碳"
    asked = {one.subject: one for one in reckoned(plan.format("160700"), "co2")}["2012年电力的二氧化碳排放量"]
    assert (asked.basis, bool(asked.doubt)) == ("参考", True)
