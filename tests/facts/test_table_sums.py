"""Totals in tables against their parts: mistakes are seen in many layouts, and sound or unclear tables give no alarm."""

from __future__ import annotations

import pytest

from plancheck.checking.examples import facts_of
from plancheck.facts.crosschecks.table_shares import table_shares
from plancheck.facts.crosschecks.table_sums import table_sums
from plancheck.packs.load import load_pack


def reckoned(table: str, caption: str = "表1 一览表") -> dict[str, tuple[str, str]]:
    """Every total that was compared: what it is, what is stated and what the parts make."""
    facts = facts_of(f"一、情况\n{caption}\n{table}", None, load_pack("common").vocabulary)
    found = table_sums(facts)
    return {
        one.subject.split("里", 1)[1]: (one.stated.value.show(), one.computed.show())
        for one in found
        if one.stated.value
    }


def different(table: str, caption: str = "表1 一览表") -> list[str]:
    """The totals that are not the sum of their parts, by more than a hundredth."""
    facts = facts_of(f"一、情况\n{caption}\n{table}", None, load_pack("common").vocabulary)
    return [one.subject.split("里", 1)[1] for one in table_sums(facts) if one.times is None or float(one.times) > 1.01]


def doubted(table: str, caption: str = "表1 一览表") -> list[str]:
    """The totals that may be greater because not all parts are listed."""
    facts = facts_of(f"一、情况\n{caption}\n{table}", None, load_pack("common").vocabulary)
    return [one.subject.split("里", 1)[1] for one in table_sums(facts) if one.doubt]


FIRMS = """
| 序号 | 企业 | 产值（亿元） | 用工（人） | 亩均税收（万元/亩） |
| 1 | 甲厂 | 12.5 | 320 | 15 |
| 2 | 乙厂 | 8.3 | 210 | 22 |
| 3 | 丙厂 | 4.1 | 95 | 9 |
| 合计 | < | 24.9 | 625 | 16 |
"""
PROJECTS = """
| 序号 | 项目名称 | 实施主体 | 建设内容 | 起止时间 | 总投资（万元） | 年节能量（吨标准煤） |
| 一 | 节能改造类 | < | < | < | < | < |
| 1 | 锅炉改造工程 | 甲公司 | 改造锅炉3台 | 2014-2015 | 1200 | 900 |
| 2 | 电机变频工程 | 乙公司 | 改造电机40台 | 2014-2015 | 800 | 350 |
| 小计 | < | < | < | < | 2000 | 1250 |
| 二 | 可再生能源类 | < | < | < | < | < |
| 3 | 屋顶光伏工程 | 丙公司 | 建设光伏5兆瓦 | 2014-2016 | 4500 | 1600 |
| 4 | 地源热泵工程 | 丁公司 | 建设机房2座 | 2015-2016 | 1500 | 400 |
| 小计 | < | < | < | < | 6000 | 2000 |
| 合计 | < | < | < | < | 8000 | 3250 |
"""
ACROSS = """
| 资金来源 | 2014年（万元） | 2015年（万元） | 2016年（万元） | 合计（万元） |
| 企业自筹 | 300 | 450 | 250 | 1000 |
| 银行贷款 | 200 | 300 | 100 | 600 |
| 财政补助 | 50 | 40 | 10 | 100 |
"""
PER_ROW = """
| 名称 | 单位 | 一厂 | 二厂 | 合计 |
| 用水量 | 万吨 | 12 | 20 | 32 |
| 固废产生量 | 吨 | 310 | 95 | 405 |
| 从业人员 | 人 | 120 | 60 | 180 |
"""
HEAD_FIRST = """
| 部门 | 补助资金（万元） |
| 合计 | 560 |
| 发展局 | 200 |
| 环保局 | 160 |
| 建设局 | 200 |
"""
FUNDS = """
| 来源 | 金额 |
| 企业自筹 | 1.2亿元 |
| 银行贷款 | 5000万元 |
| 财政资金 | 800万元 |
| 合计 | 1.78亿元 |
"""
SOUND = {
    "units in the heads": FIRMS,
    "sub-totals and bands": PROJECTS,
    "a total column": ACROSS,
    "units by row": PER_ROW,
    "the total first": HEAD_FIRST,
    "units in the cells": FUNDS,
    "shares rounded": "| 任务 | 减排量（吨） | 占比（%） |\n| 甲 | 333 | 33.3 |\n| 乙 | 333 | 33.3 |\n| 丙 | 334 | 33.3 |\n| 合计 | 1000 | 100 |\n",
    "rounded to 万元": "| 项目 | 投资（万元） |\n| 甲 | 12.3 |\n| 乙 | 45.4 |\n| 丙 | 7.4 |\n| 合计 | 65 |\n",
}
SILENT = {
    "其中 rows": "| 类别 | 产值（亿元） |\n| 工业 | 50 |\n| 其中：规上工业 | 42 |\n| 服务业 | 10 |\n| 合计 | 60 |\n",
    "numbers at two levels": "| 类别 | 面积（亩） |\n| 1.工业用地 | 500 |\n| 1.1 一类工业用地 | 300 |\n| 1.2 二类工业用地 | 200 |\n| 2.绿地 | 100 |\n| 合计 | 600 |\n",
    "parts without a word": "| 能源 | 数量（吨标准煤） |\n| 化石能源 | 90 |\n| 煤 | 60 |\n| 油 | 30 |\n| 光伏 | 10 |\n| 合计 | 100 |\n",
    "different units by row": "| 产品 | 单位 | 产量 |\n| 水泥 | 万吨 | 120 |\n| 玻璃 | 万重量箱 | 300 |\n| 合计 | 万元 | 4300 |\n",
    "units in the labels": "| 能源 | 实物 |\n| 原煤（吨） | 1200 |\n| 电力（万千瓦时） | 300 |\n| 合计（吨标准煤） | 1230 |\n",
    "rates and averages": "| 企业 | 单位产值能耗（吨标准煤/万元） | 增速（%） | 设备利用率 |\n| 甲 | 0.5 | 12 | 80 |\n| 乙 | 0.7 | 8 | 90 |\n| 合计 | 0.62 | 9.8 | 84 |\n",
    "a part of a part without a word": "| 产业 | 增加值（亿元） |\n| 第二产业 | 60 |\n| 工业 | 45 |\n| 第三产业 | 30 |\n| 合计 | 90 |\n",
    "something is taken off": "| 来源 | 排放量（吨） |\n| 燃料燃烧 | 900 |\n| 外购电力 | 300 |\n| 绿地碳汇 | 100 |\n| 合计 | 1100 |\n",
    "a blank among the parts": "| 项目 | 投资（万元） |\n| 甲 | 120 |\n| 乙 | — |\n| 丙 | 300 |\n| 合计 | 900 |\n",
    "a span of cells": "| 项目 | 一期（万元） | 二期（万元） |\n| 甲 | 120 | < |\n| 乙 | 50 | 60 |\n| 合计 | 170 | 180 |\n",
    "ranges": "| 项目 | 投资（万元） |\n| 甲 | 100～120 |\n| 乙 | 约50 |\n| 合计 | 200 |\n",
    "cumulative years": "| 指标 | 2014年 | 2015年 | 累计 |\n| 节能量（吨标准煤） | 100 | 250 | 250 |\n| 减碳量（吨） | 200 | 500 | 500 |\n",
}  # fmt: skip


@pytest.mark.parametrize("layout", SOUND)
def test_sound_totals_are_compared_and_agree(layout: str) -> None:
    assert reckoned(SOUND[layout])
    assert different(SOUND[layout]) == []


@pytest.mark.parametrize("layout", SILENT)
def test_tables_of_unclear_structure_give_no_alarm(layout: str) -> None:
    assert different(SILENT[layout]) == []


def test_a_choice_of_firms_may_have_a_greater_total() -> None:
    table = "| 企业 | 产值（亿元） |\n| 甲 | 10 |\n| 乙 | 20 |\n| 园区合计 | 95 |\n"
    assert different(table, "表1 主要企业情况") == []
    assert doubted(table, "表1 企业情况") == ["园区合计的产值（亿元）"]
    assert doubted(table.replace("| 甲 | 10 |", "| 甲 | 100 |"), "表1 企业情况") == []


@pytest.mark.parametrize(
    ("table", "old", "new", "wrong"),
    [
        (FIRMS, "24.9", "28.9", "合计的产值（亿元）"),
        (FIRMS, "625", "525", "合计的用工（人）"),
        (PROJECTS, "| 2000 | 1250 |", "| 2000 | 1350 |", "小计的年节能量（吨标准煤）"),
        (PROJECTS, "| 8000 | 3250 |", "| 9000 | 3250 |", "合计的总投资（万元）"),
        (PROJECTS, "| 4500 | 1600 |", "| 5400 | 1600 |", "小计的总投资（万元）"),
        (ACROSS, "| 250 | 1000 |", "| 250 | 1100 |", "合计（万元）的企业自筹"),
        (PER_ROW, "| 310 | 95 | 405 |", "| 310 | 95 | 450 |", "合计的固废产生量"),
        (HEAD_FIRST, "560", "540", "合计的补助资金（万元）"),
        (FUNDS, "800万元", "8000万元", "合计的金额"),
    ],
)
def test_a_wrong_number_is_seen(table: str, old: str, new: str, wrong: str) -> None:
    assert old in table
    assert wrong in different(table.replace(old, new))


def shares(table: str) -> dict[str, tuple[str, str]]:
    """Every share that was compared: stated and computed."""
    facts = facts_of(f"一、情况\n表1 构成\n{table}", None, load_pack("common").vocabulary)
    found = table_shares(facts)
    return {
        one.subject.split("里", 1)[1]: (one.stated.value.show(), one.computed.show())
        for one in found
        if one.stated.value
    }


INDUSTRIES = """
| 行业 | 2011年产值（亿元） | 2011年占比（%） | 2012年产值（亿元） | 2012年占比（%） |
| 机械 | 20 | 40.0 | 30 | 50.0 |
| 化工 | 20 | 40.0 | 20 | 33.3 |
| 其他 | 10 | 20.0 | 10 | 16.7 |
| 合计 | 50 | 100 | 60 | 100 |
"""


def test_shares_are_held_against_the_amounts_of_their_year() -> None:
    assert shares(INDUSTRIES)["化工的2012年占比（%）"] == ("33.3%", "33.33%")
    assert shares(INDUSTRIES.replace("33.3", "30.3"))["化工的2012年占比（%）"] == ("30.3%", "33.33%")
    assert len(shares(INDUSTRIES)) == 6


def test_shares_of_something_else_are_left_alone() -> None:
    table = "| 企业 | 产值（亿元） | 出口占比（%） |\n| 甲 | 20 | 35 |\n| 乙 | 30 | 12 |\n| 丙 | 10 | 60 |\n| 合计 | 60 | 28 |\n"
    assert shares(table) == {}
