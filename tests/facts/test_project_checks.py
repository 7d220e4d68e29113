"""Totals, groups, needs and effects of projects, and projects that stand twice in a list: mistakes seen, no false alarms."""

from __future__ import annotations

import pytest

from plancheck.checking.examples import facts_of
from plancheck.facts.crosschecks.elasticities import elasticities
from plancheck.facts.crosschecks.project_doubles import project_doubles
from plancheck.facts.crosschecks.project_groups import project_groups
from plancheck.facts.crosschecks.project_sums import project_sums
from plancheck.facts.crosschecks.reckoning import Reckoning
from plancheck.facts.crosschecks.reduction_needs import effect_sizes, reduction_needs
from plancheck.facts.facts import Facts
from plancheck.facts.model import TotalKind
from plancheck.packs.load import load_pack

TABLE = """表1 重点工程项目表
| 序号 | 项目类型 | 项目名称 | 实施主体 | 主要内容 | 起止时间 | 投资额（万元） | 年节能量（吨标准煤） | 年减碳量（吨二氧化碳） |
| 1 | 节能改造 | 烧结余热回收工程 | 青川冶金有限公司 | 建设余热锅炉2台和发电机组1套 | 2014年2月—2015年8月 | 5600 | 12000 | 28800 |
| 2 | 节能改造 | 风机变频改造工程 | 青川冶金有限公司 | 改造风机36台 | 2014年6月—2015年2月 | 750 | 1400 | 3360 |
| 3 | 清洁能源 | 物流仓库屋顶光伏工程 | 川北光伏电力有限公司 | 建设屋顶光伏8兆瓦并接入企业配电网 | 2014年9月—2016年3月 | 6400 | 2600 | 5900 |
| 4 | 能力建设 | 能碳数据平台 | 园区管委会 | 建设平台和采集终端 | 2015年1月—2015年12月 | 900 | — | — |
"""


def read(plan: str) -> Facts:
    """The facts of a plan whose chapter on projects is given."""
    return facts_of(plan if "、" in plan[:4] else f"四、重点工程\n{plan}", None, load_pack("common").vocabulary)


def outcome(found: tuple[Reckoning, ...]) -> list[tuple[str, str, str]]:
    """Stated, computed, and 同, 疑 or 异."""
    shown = []
    for one in found:
        assert one.stated.value is not None
        same = one.times is not None and one.times <= 1.01
        shown.append((one.stated.value.show(), one.computed.show(), "同" if same else "疑" if one.doubt else "异"))
    return shown


@pytest.mark.parametrize(
    ("intro", "kind", "expected"),
    [
        ("共安排重点工程4项，总投资13650万元。", "investment", [("1.365亿元", "1.365亿元", "同")]),
        ("共安排重点工程4项，总投资1.37亿元。", "investment", [("1.37亿元", "1.365亿元", "同")]),
        ("共安排重点工程4项，总投资约1.4亿元。", "investment", [("1.4亿元", "1.365亿元", "异")]),
        ("共安排重点工程4项，总投资1.63亿元。", "investment", [("1.63亿元", "1.365亿元", "异")]),
        ("共安排重点工程4项，总投资超过1亿元。", "investment", []),
        ("共安排重点工程4项。", "projects", [("4个", "4个", "同")]),
        ("共安排重点工程3项和能力建设项目1项。", "projects", []),
        ("共安排重点工程6项。", "projects", [("6个", "4个", "异")]),
        ("全部工程建成后年节能16000吨标准煤。", "energy-saving", [("1.6万吨标准煤", "1.6万吨标准煤", "同")]),
        ("全部工程建成后年节能1.4万吨标准煤。", "energy-saving", [("1.4万吨标准煤", "1.6万吨标准煤", "异")]),
        ("全部工程扣除重叠部分后，年节能1.4万吨标准煤。", "energy-saving", [("1.4万吨标准煤", "1.6万吨标准煤", "疑")]),
        ("全部工程建成后年减排二氧化碳3.81万吨。", "carbon-reduction", [("3.81万吨二氧化碳", "3.806万吨二氧化碳", "同")]),
    ],
)  # fmt: skip
def test_totals_of_all_projects(intro: str, kind: TotalKind, expected: list[tuple[str, str, str]]) -> None:
    assert outcome(project_sums(read(f"{intro}\n{TABLE}"), kind)) == expected


def test_a_missing_investment_leaves_a_greater_total_open_but_not_a_smaller_one() -> None:
    table = TABLE.replace("| 6400 |", "| 待定 |")
    assert outcome(project_sums(read(f"重点工程总投资13650万元。\n{table}"), "investment"))[0][2] == "疑"
    assert outcome(project_sums(read(f"重点工程总投资5000万元。\n{table}"), "investment"))[0][2] == "异"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("共安排重点工程4项，其中节能改造类2项，清洁能源类1项，能力建设类1项。", ["同"] * 4),
        ("共安排重点工程4项，其中节能改造类3项，清洁能源类1项，能力建设类1项。", ["异", "异", "同", "同"]),
        ("共安排重点工程4项，其中节能改造类2项、清洁能源类1项。", []),
        ("重点工程共4项，总投资13650万元。其中，节能类2项，投资6350万元；其他类2项，投资7300万元。", ["同", "同"]),
        ("重点工程共4项，总投资13650万元。其中，节能类2项，投资6350万元；其他类2项，投资8300万元。", ["同", "异"]),
        ("园区在谈项目9个，其中机械项目4个、食品项目6个。", []),
        ("共安排重点工程4项，总投资1.37亿元，其中2014年开工3项、2015年开工1项。", ["同"]),
    ],
)
def test_groups_of_projects(sentence: str, expected: list[str]) -> None:
    assert [state for _, _, state in outcome(project_groups(read(f"{sentence}\n{TABLE}")))] == expected


ROW = "| 5 | {} | {} | {} | {} | {} | {} | {} | {} |\n"
PHOTOVOLTAIC = (
    "川北光伏电力有限公司",
    "建设屋顶光伏8兆瓦并接入企业配电网",
    "2014年9月—2016年3月",
    "6400",
    "2600",
    "5900",
)


@pytest.mark.parametrize(
    ("row", "sure"),
    [
        (("清洁能源", "仓库屋顶分布式光伏发电项目", *PHOTOVOLTAIC), True),
        (("可再生能源", "物流仓库光伏屋顶示范工程", "川北光伏电力有限公司", "屋顶铺设光伏组件8兆瓦", *PHOTOVOLTAIC[2:]), True),
        (("清洁能源", "物流仓库光伏屋顶工程", "川北光伏电力有限公司", "光伏8兆瓦", "2014年9月—2016年3月", "6400", "2500", "5800"), False),
        (("清洁能源", "绿色电力工程", *PHOTOVOLTAIC[:3], "7100", "3100", "6100"), False),
        (("清洁能源", "物流仓库二号屋顶光伏工程", *PHOTOVOLTAIC), None),
        (("清洁能源", "物流仓库屋顶光伏二期工程", *PHOTOVOLTAIC), None),
        (("清洁能源", "物流仓库屋顶光伏工程", "川南光伏电力有限公司", *PHOTOVOLTAIC[1:]), None),
        (("节能改造", "电机更换工程", "青川冶金有限公司", "更换电机52台", "2014年6月—2015年2月", "750", "1300", "3100"), None),
        (("能力建设", "低碳培训中心", "园区管委会", "建设培训教室", "2015年1月—2015年12月", "900", "—", "—"), None),
    ],
)  # fmt: skip
def test_projects_that_stand_twice(row: tuple[str, ...], sure: bool | None) -> None:
    found = project_doubles(read(TABLE + ROW.format(*row)))
    assert [pair.sure for pair in found] == ([] if sure is None else [sure])


AIMS = """二、主要目标
到2016年，单位工业增加值二氧化碳排放由2012年的3.00吨二氧化碳/万元下降到2.40吨二氧化碳/万元，下降20%。
三、排放预测
表1 排放预测
| 指标 | 2015年 | 2016年 |
| 工业增加值（亿元） | 55.0 | 60.0 |
| 基准情景二氧化碳排放总量（万吨二氧化碳） | 165.0 | 180.0 |
| 低碳情景二氧化碳排放总量（万吨二氧化碳） | 140.0 | 144.0 |
"""


@pytest.mark.parametrize(
    ("sentence", "state"),
    [
        ("实现上述目标需减排36万吨二氧化碳。", ["同"]),
        ("实现上述目标需减少二氧化碳排放63万吨。", ["异"]),
        ("实现总体目标所需的30万吨减排量将逐项落实。", ["异"]),
        ("全市需减排二氧化碳300万吨。", []),
        ("对应的二氧化碳减排潜力约50万吨。", []),
        ("每年需减排9万吨二氧化碳。", []),
    ],
)
def test_what_the_targets_take(sentence: str, state: list[str]) -> None:
    assert [s for _, _, s in outcome(reduction_needs(read(AIMS + sentence + "\n")))] == state


def test_a_single_way_to_compute_the_need_only_asks() -> None:
    lines = [line for line in AIMS.splitlines() if "情景二氧化碳" not in line]
    plan = "\n".join([*lines, "实现上述目标需减排二氧化碳63万吨。"])
    assert [s for _, _, s in outcome(reduction_needs(read(plan)))] == ["疑"]


def test_effects_stand_beside_the_need_and_the_total() -> None:
    plan = f"一、概况\n2012年园区二氧化碳排放总量150.0万吨。\n{AIMS}四、重点工程\n{TABLE}"
    found = {one.basis: one for one in effect_sizes(read(plan)) if "减碳" in one.subject}
    assert found["所需"].computed.show() == "36万吨二氧化碳"
    assert found["总量"].computed.show() == "150万吨二氧化碳"
    assert {one.stated.value.show() for one in found.values() if one.stated.value} == {"3.806万吨二氧化碳"}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("2010—2012年能源消费总量年均增长5.0%，GDP年均增长10.0%，能源消费弹性系数为0.50。", [("0.5", "0.5", "同")]),
        ("2010—2012年能源消费总量年均增长5.0%，GDP年均增长10.0%，能源消费弹性系数为0.80。", [("0.8", "0.5", "异")]),
        ("2012年碳排放总量增长4.0%，工业增加值增长16.0%，碳排放弹性系数约为0.25。", [("0.25", "0.25", "同")]),
        ("到2016年能源消费弹性系数控制在0.5以内，能源消费年均增长8%，增加值年均增长10%。", []),
        ("能源消费弹性系数由0.8降到0.5。", []),
        ("2012年电力消费弹性系数为0.9，用电量增长9%，工业增加值增长10%。", []),
    ],
)
def test_elasticities_in_sentences(sentence: str, expected: list[tuple[str, str, str]]) -> None:
    assert outcome(elasticities(read(f"三、能源消费\n{sentence}"))) == expected


def test_an_elasticity_by_yearly_totals_only_asks() -> None:
    plan = (
        "三、能源消费\n表1 主要指标\n| 指标 | 单位 | 2011年 | 2012年 |\n| 工业增加值 | 亿元 | 40.0 | 44.0 |\n"
        "| 能源消费总量 | 万吨标准煤 | 50.0 | 52.5 |\n| 能源消费弹性系数 | — | — | {} |\n"
    )
    assert outcome(elasticities(read(plan.format("0.50")))) == [("0.5", "0.5", "同")]
    assert outcome(elasticities(read(plan.format("0.85")))) == [("0.85", "0.5", "疑")]
