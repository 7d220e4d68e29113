"""Targets from indicator tables of many shapes."""

from __future__ import annotations

import pytest
from park_terms import park_terms

from plancheck.document.plaintext import document_from_text
from plancheck.facts.indicator_tables import IndicatorFacts, read_indicator_tables
from plancheck.facts.lexicon import Lexicons
from plancheck.facts.model import Fact, Target
from plancheck.facts.passages import read_passages
from plancheck.facts.plan_years import plan_years
from plancheck.facts.tables import type_tables


def read(text: str) -> IndicatorFacts:
    document = document_from_text(text)
    vocabulary = park_terms()
    lexicons = Lexicons.of(vocabulary)
    years = plan_years(read_passages(document))
    return read_indicator_tables(document, type_tables(document, vocabulary, lexicons), lexicons, years)


def value(fact: Fact | None) -> object:
    if fact is None:
        return None
    if fact.value is None:
        return fact.status
    return fact.value.show() if hasattr(fact.value, "show") else fact.value


def core(target: Target) -> tuple[object, ...]:
    return (
        target.canonical,
        target.level,
        target.group,
        value(target.base),
        value(target.target),
        value(target.change),
        target.direction,
    )


LEVELS = """# 二、目标
表1 低碳园区指标体系
| 一级指标 | 二级指标 | 三级指标 | 单位 | 2012年 | 2016年 | 属性 | 数据来源 |
| 总体目标 | 碳排放强度 | 单位工业增加值二氧化碳排放 | 吨/万元 | 1.45 | 1.13 | 约束性 | 统计局 |
| ^ | 能源强度 | 单位工业增加值能耗 | 吨标准煤/万元 | 0.82 | 0.66 | 约束性 |  |
| 分项目标 | 产业低碳化 | 高新技术产业产值占比 | % | 22 | 30 | 预期性 | 统计局 |
| ^ | ^ | 单位产品能耗下降率 | % | — | 8 | 预期性 | 企业 |
| ^ | 能源低碳化 | 非化石能源占比 | % | 3.5 | ≥8 | 预期性 | 企业 |
| ^ | ^ | 煤炭消费比重 | % | 60 | 下降5个百分点 | 约束性 | 企业 |
| ^ | 基础设施低碳化 | 绿色建筑比例 | % | 5 | 显著提高 | 预期性 | 建设局 |
"""


def test_levels_groups_bases_and_targets() -> None:
    found = read(LEVELS).targets
    assert [core(t) for t in found] == [
        ("单位工业增加值二氧化碳排放", 1, None, "1.45吨二氧化碳/万元", "1.13吨二氧化碳/万元", None, "decrease_to"),
        ("单位工业增加值能耗", 1, None, "0.82吨标准煤/万元", "0.66吨标准煤/万元", None, "decrease_to"),
        ("高新技术产业产值占比", 3, "产业低碳化", "22%", "30%", None, "increase_to"),
        ("单位产品能耗", 3, "产业低碳化", "blank", None, "8%", "decrease"),
        ("非化石能源占比", 3, "能源低碳化", "3.5%", "8%", None, "increase_to"),
        ("煤炭消费占比", 3, "能源低碳化", "60%", None, "5个百分点", "decrease"),
        ("绿色建筑比例", 3, "基础设施低碳化", "5%", "blank", None, None),
    ]
    assert {(value(t.base_year), value(t.target_year)) for t in found} == {(2012, 2016)}
    assert [value(t.source) for t in found][:3] == ["统计局", "blank", "统计局"]
    assert found[0].attribute == "约束性"
    assert (
        found[4].target is not None and found[4].target.value is not None and found[4].target.value.comparator == ">="
    )
    assert found[6].target is not None and found[6].target.reason == "目标写的是“显著提高”，没有可以比较的数值。"


def test_bands_group_the_rows_below_them_and_notes_are_no_rows() -> None:
    found = read(
        "# 目标\n表1 主要指标\n| 序号 | 指标名称 | 2012年（基准年） | 2014年 | 2016年目标 |\n| 一、产业低碳化 | < | < | < | < |\n"
        "| 1 | 服务业增加值占比（%） | 10 | 11 | 13 |\n| 二、管理低碳化 | < | < | < | < |\n| 2 | 能源管理体系认证率（%） | 5 | 20 | 60 |\n"
        "| 注：以2012年为基准。 | < | < | < | < |\n"
    )
    assert [core(t)[:5] for t in found.targets] == [
        ("服务业增加值占比", 3, "产业低碳化", "10%", "13%"),
        ("能源管理体系认证率", 3, "管理低碳化", "5%", "60%"),
    ]
    assert [(p.canonical, p.year, value(p.value), p.forecast) for p in found.points] == [
        ("服务业增加值占比", 2014, "11%", True),
        ("能源管理体系认证率", 2014, "20%", True),
    ]


def test_headings_stand_for_the_groups_and_the_plan_for_the_base_year() -> None:
    found = read(
        "# 二、目标\n本方案以2012年为基准年，试点期为2014年—2016年。\n## （一）产业低碳化指标\n| 指标 | 目标值 | 现状值 |\n| 高新技术产业产值占比 | 35% | 27.5% |\n"
        "## （二）能源低碳化指标\n| 指标 | 现状值 | 目标值 |\n| 非化石能源占比 | 3.5% | 8% |\n"
    ).targets
    assert [core(t)[:5] for t in found] == [
        ("高新技术产业产值占比", 3, "产业低碳化", "27.5%", "35%"),
        ("非化石能源占比", 3, "能源低碳化", "3.5%", "8%"),
    ]
    assert {(value(t.base_year), value(t.target_year)) for t in found} == {(2012, 2016)}


def test_columns_in_any_order_and_years_down_the_side_give_the_same() -> None:
    upright = read(
        "# 目标\n表1 目标指标\n| 指标 | 单位 | 2012年 | 2016年目标 |\n| 非化石能源占比 | % | 3.5 | 8 |\n| 集中供热率 | % | 70 | 90 |\n"
    )
    mixed = read(
        "# 目标\n表1 目标指标\n| 2016年目标 | 单位 | 指标 | 2012年 |\n| 8 | % | 非化石能源占比 | 3.5 |\n| 90 | % | 集中供热率 | 70 |\n"
    )
    turned = read(
        "# 目标\n表1 目标指标\n| 指标 | 非化石能源占比 | 集中供热率 |\n| 单位 | % | % |\n| 2012年 | 3.5 | 70 |\n| 2016年目标 | 8 | 90 |\n"
    )
    assert [core(t) for t in upright.targets] == [core(t) for t in mixed.targets] == [core(t) for t in turned.targets]


@pytest.mark.parametrize(
    ("cell", "change", "direction", "basis"),
    [
        ("-19.5%", "19.5%", "decrease", "relative-percent"),
        ("下降19.5%", "19.5%", "decrease", "relative-percent"),
        ("提高3个百分点", "3个百分点", "increase", "percentage-point"),
    ],
)
def test_a_column_of_changes(cell: str, change: str, direction: str, basis: str) -> None:
    (target,) = read(
        f"# 目标\n| 指标 | 2012年 | 2016年目标 | 变化幅度 |\n| 能耗总量（万吨标准煤） | 80 | 70 | {cell} |\n"
    ).targets
    assert (value(target.change), target.direction, target.basis) == (change, direction, basis)


def test_a_bare_change_of_a_share_counts_points_and_of_an_amount_says_nothing() -> None:
    share, amount = read(
        "# 目标\n| 指标 | 2012年 | 2016年目标 | 累计变化 |\n| 非化石能源占比（%） | 3 | 8 | [5] |\n| 能源消费总量（万吨标准煤） | 80 | 70 | 10 |\n"
    ).targets
    assert value(share.change) == "5个百分点"
    assert amount.change is not None and (amount.change.status, amount.change.reason) == (
        "unreadable",
        "“10”没有写明单位。",
    )


def test_a_year_in_the_base_cell_is_the_base_year_of_that_row() -> None:
    first, second = read(
        "# 目标\n| 指标 | 2012年 | 2016年目标 |\n| 绿化覆盖率 | 30%（2010年） | 35% |\n| 集中供热率 | 70% | 90% |\n"
    ).targets
    assert (value(first.base_year), value(second.base_year)) == (2010, 2012)


def test_an_indicator_without_its_denominator_only_resembles() -> None:
    (target,) = read("# 目标\n| 指标 | 单位 | 2012年 | 2016年目标 |\n| 碳排放强度 | 吨/万元 | 1.4 | 1.1 |\n").targets
    assert target.canonical == "单位工业增加值二氧化碳排放"
    assert target.target is not None
    assert (target.target.status, target.target.reason) == (
        "resembles",
        "“碳排放强度”没有写明口径，可能是“单位工业增加值二氧化碳排放”。",
    )


def test_energy_per_product_is_not_total_energy() -> None:
    found = read(
        "# 目标\n| 指标 | 单位 | 2012年 | 2016年目标 |\n| 白酒综合能耗 | 千克标准煤/千升 | 1050 | 970 |\n| 综合能耗 | 万吨标准煤 | 80 | 70 |\n"
    )
    assert [t.canonical for t in found.targets] == ["单位产品能耗", "能源消费总量"]


def test_the_energy_of_gdp_is_another_indicator() -> None:
    (target,) = read("# 目标\n| 指标 | 2012年 | 2016年目标 |\n| 单位GDP能耗（吨标准煤/万元） | 0.8 | 0.7 |\n").targets
    assert target.canonical == "单位地区生产总值能耗"


def test_a_table_without_values_still_gives_its_indicators() -> None:
    (target,) = read("# 目标\n| 一级指标 | 二级指标 | 三级指标 |\n| 分项 | 能源低碳化 | 非化石能源占比 |\n").targets
    assert (target.canonical, target.base, target.target, target.change) == ("非化石能源占比", None, None, None)


def test_how_earlier_targets_were_met_is_no_target() -> None:
    text = "# 一、园区概况\n表1 “十一五”节能目标完成情况\n| 指标 | 2005年 | 2010年目标 |\n| 能源消费总量（万吨标准煤） | 80 | 70 |\n"
    assert read(text).targets == ()


def test_a_second_level_group_without_indicators_stands_alone() -> None:
    head = "# 目标\n表1 指标体系\n| 二级指标 | 三级指标 | 单位 | 2012年 | 2016年目标 |\n"
    found = read(head + "| 能源低碳化 | 煤炭消费占比 | % | 62 | 52 |\n| 管理低碳化 | | | | |\n").targets
    assert [(t.indicator, t.level, t.group) for t in found] == [
        ("煤炭消费占比", 3, "能源低碳化"),
        ("管理低碳化", 2, None),
    ]
    wide = head.replace("| 二级", "| 一级指标 | 二级")
    found = read(wide + "| 低碳 | 管理低碳化 | | | | |\n| ^ | 能源低碳化 | 煤炭消费占比 | % | 62 | 52 |\n").targets
    assert [(t.indicator, t.level, t.group) for t in found] == [
        ("管理低碳化", 2, None),
        ("煤炭消费占比", 3, "能源低碳化"),
    ]
    found = read(head + "| 能源低碳化 | | | | |\n| | 煤炭消费占比 | % | 62 | 52 |\n").targets
    assert [(t.indicator, t.level, t.group) for t in found] == [("煤炭消费占比", 3, "能源低碳化")]


@pytest.mark.parametrize(
    ("header", "change"),
    [
        ("2016年比2012年下降（%）", "20%"),
        ("较2012年降低（%）", "20%"),
        ("2016年比2010年下降（%）", None),
        ("比2012年年均下降（%）", None),
    ],
)
def test_a_column_of_changes_since_the_base_year(header: str, change: str | None) -> None:
    head = f"| 指标 | 单位 | 2012年基准值 | 2016年目标值 | {header} |"
    found = read(f"# 二、目标\n表1 总目标\n{head}\n| 单位工业增加值能耗 | 吨标准煤/万元 | 0.80 | 0.64 | 20 |\n").targets
    assert [value(t.change) for t in found] == [change]


@pytest.mark.parametrize("standard", ["标准值（HJ 274-2009）", "HJ/T 273-2006要求"])
def test_the_edition_of_a_standard_is_no_year_of_its_column(standard: str) -> None:
    found = read(
        f"# 二、目标\n表1 指标\n| 指标 | 单位 | 2010年基准值 | 2015年目标值 | {standard} |\n"
        "| 单位工业增加值能耗 | 吨标准煤/万元 | 0.53 | 0.39 | ≤0.5 |\n"
    )
    assert [core(t)[3:5] for t in found.targets] == [("0.53吨标准煤/万元", "0.39吨标准煤/万元")]
    assert {p.year for p in found.points} <= {2010, 2015}


@pytest.mark.parametrize("caption", ["2014年指标完成情况", "指标达标情况", "低碳指标"])
def test_a_table_of_targets_met_gives_what_was_reached_and_no_target(caption: str) -> None:
    found = read(
        f"# 二、低碳工作\n表1 {caption}\n| 指标 | 单位 | 规划目标值 | 2014年完成值 | 是否达标 |\n"
        "| 单位工业增加值能耗 | 吨标准煤/万元 | 0.44 | 0.41 | 达标 |\n"
    )
    assert found.targets == ()
    assert [(p.canonical, p.year, value(p.value), p.forecast) for p in found.points] == [
        ("单位工业增加值能耗", 2014, "0.41吨标准煤/万元", False)
    ]


@pytest.mark.parametrize(
    ("first", "rows"),
    [
        ("指标", ("2020年基准值", "2025年目标值", "累计下降（%）")),
        ("项目", ("基准值（2020年）", "目标值（2025年）", "累计下降（%）")),
        ("年份", ("2020年", "2025年", "累计下降（%）")),
    ],
)
def test_indicators_across_with_base_target_and_change_below(first: str, rows: tuple[str, str, str]) -> None:
    table = (
        f"| {first} | 单位工业增加值能耗（吨标准煤/万元） | 可再生能源占比（%） |\n"
        f"| {rows[0]} | 0.62 | 8.2 |\n| {rows[1]} | 0.53 | 12 |\n| {rows[2]} | 14.5 | — |\n"
    )
    found = read(f"# 二、主要目标\n表1 主要目标\n{table}").targets
    assert [(t.canonical, value(t.base), value(t.target), value(t.change)) for t in found] == [
        ("单位工业增加值能耗", "0.62吨标准煤/万元", "0.53吨标准煤/万元", "14.5%"),
        ("可再生能源占比", "8.2%", "12%", None),
    ]
    assert {(value(t.base_year), value(t.target_year)) for t in found} == {(2020, 2025)}


def test_a_report_of_changes_over_the_years_sets_no_targets() -> None:
    table = "| 年份 | 单位工业增加值能耗（吨标准煤/万元） |\n| 2018年 | 0.62 |\n| 2020年 | 0.58 |\n| 累计下降（%） | 6.5 |\n"
    assert read(f"# 一、现状\n表1 历年变化情况\n{table}").targets == ()
