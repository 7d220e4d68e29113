"""Yearly values from tables of many shapes."""

from __future__ import annotations

from park_terms import park_terms

from plancheck.document.plaintext import document_from_text
from plancheck.facts.lexicon import Lexicons
from plancheck.facts.model import Point
from plancheck.facts.passages import read_passages
from plancheck.facts.plan_years import plan_years
from plancheck.facts.series import SeriesFacts, read_series_tables
from plancheck.facts.tables import type_tables


def read(text: str) -> SeriesFacts:
    document = document_from_text(text)
    vocabulary = park_terms()
    lexicons = Lexicons.of(vocabulary)
    years = plan_years(read_passages(document))
    return read_series_tables(document, type_tables(document, vocabulary, lexicons), lexicons, years)


def shown(point: Point) -> tuple[object, ...]:
    quantity = point.value.value
    return (
        point.canonical,
        point.year,
        point.member,
        point.measure,
        quantity.show() if quantity else point.value.status,
    )


UPRIGHT = """# 现状
| 指标 | 单位 | 2011年 | 2012年 |
| 工业总产值 | 亿元 | 366 | 412.3 |
| 服务业增加值 | 亿元 | 无 | 4.2 |
| 六大高耗能行业增加值占工业增加值的比重 | % | 39.2 |  |
"""
EXPECTED = [
    ("总产值", 2011, None, "amount", "366亿元"),
    ("总产值", 2012, None, "amount", "412.3亿元"),
    ("服务业增加值", 2011, None, "amount", "0元"),
    ("服务业增加值", 2012, None, "amount", "4.2亿元"),
    ("六大高耗能行业增加值比重", 2011, None, "amount", "39.2%"),
    ("六大高耗能行业增加值比重", 2012, None, "amount", "blank"),
]


def test_indicators_by_years() -> None:
    found = read(UPRIGHT).points
    assert [shown(p) for p in found] == EXPECTED
    assert (found[1].value.evidence[0].location.row, found[1].value.evidence[0].location.column) == (2, 4)


def test_years_down_the_side_give_the_same() -> None:
    found = read(
        "# 现状\n| 年份 | 工业总产值（亿元） | 服务业增加值（亿元） | 六大高耗能行业增加值占工业增加值的比重（%） |\n"
        "| 2011年 | 366 | 无 | 39.2 |\n| 2012年 | 412.3 | 4.2 |  |\n"
    ).points
    assert [shown(p) for p in found] == EXPECTED
    assert (found[1].value.evidence[0].location.row, found[1].value.evidence[0].location.column) == (3, 2)


def test_columns_in_another_order_give_the_same() -> None:
    found = read(
        "# 现状\n| 2012年 | 指标 | 2011年 | 单位 |\n| 412.3 | 工业总产值 | 366 | 亿元 |\n| 4.2 | 服务业增加值 | 无 | 亿元 |\n"
        "|  | 六大高耗能行业增加值占工业增加值的比重 | 39.2 | % |\n"
    ).points
    assert sorted(map(shown, found), key=str) == sorted(EXPECTED, key=str)


def test_a_split_by_fuel_with_amounts_shares_and_the_total() -> None:
    found = read(
        "# 现状\n表1 能源消费品种构成\n单位：万吨标准煤\n| 品种 | 2011年 | < | 2012年 | < |\n| ^ | 消费量 | 占比（%） | 消费量 | 占比（%） |\n"
        "| 原煤 | 52 | 62 | 54 | 60 |\n| 外购电力 | 32 | 38 | 36 | 40 |\n| 合 计 | 84 | 100 | 90 | 100 |\n"
    ).points
    assert [shown(p)[1:] for p in found if p.year == 2012] == [
        (2012, "煤炭", "amount", "54万吨标准煤"),
        (2012, "煤炭", "share", "60%"),
        (2012, "电力", "amount", "36万吨标准煤"),
        (2012, "电力", "share", "40%"),
        (2012, None, "amount", "90万吨标准煤"),
        (2012, None, "share", "100%"),
    ]
    assert {(p.canonical, p.dimension) for p in found if p.member} == {("能源消费总量", "品种")}


def test_members_listed_under_their_total() -> None:
    found = read(
        "# 现状\n表1 能源与排放\n| 项目 | 2012年 | 2013年 |\n| 能源消费总量（万吨标准煤） | 90 | 95 |\n| 其中：煤炭 | 54 | 55 |\n| 天然气 | 36 | 40 |\n"
        "| 二氧化碳排放总量（万吨） | 160 | 170 |\n| 其中：工业 | 150 | 160 |\n"
    ).points
    assert [shown(p) for p in found if p.year == 2012] == [
        ("能源消费总量", 2012, None, "amount", "90万吨标准煤"),
        ("能源消费总量", 2012, "煤炭", "amount", "54万吨标准煤"),
        ("能源消费总量", 2012, "天然气", "amount", "36万吨标准煤"),
        ("二氧化碳排放总量", 2012, None, "amount", "160万吨二氧化碳"),
        ("二氧化碳排放总量", 2012, "工业", "amount", "150万吨二氧化碳"),
    ]


def test_unknown_names_among_parts_belong_to_the_split_beside_them() -> None:
    table = (
        "# 现状\n表1 园区排放\n| 项目 | 2012年 |\n| CO2排放量（万t） | 160 |\n| 其中：光电（万t） | 60 |\n| 海工装备（万t） | 72 |\n"
        "| 化工（万t） | 28 |\n| 钢材产量（万t） | 500 |\n| 邻区（万t） | 9 |\n"
    )
    found = [(p.canonical, p.dimension, p.member) for p in read(table).points]
    assert found == [
        ("二氧化碳排放总量", None, None),
        ("二氧化碳排放总量", "行业", "光电"),
        ("二氧化碳排放总量", "行业", "海工装备"),
        ("二氧化碳排放总量", "行业", "化学原料制造业"),
        (None, None, None),
        (None, None, None),
    ]


def test_names_of_one_character_stand_only_for_themselves() -> None:
    table = "# 现状\n表1 能源消费品种构成（万吨标准煤）\n| 品种 | 2012年 |\n| 电 | 60 |\n| 光电 | 72 |\n| 煤 | 28 |\n"
    assert [p.member for p in read(table).points] == ["电力", "光电", "煤炭"]


def test_physical_amounts_keep_their_units_and_factors() -> None:
    found = read(
        "# 现状\n表1 2012年能源消费实物量\n| 能源品种 | 实物量 | 单位 | 折标系数（千克标准煤/千克） | 折标煤（吨标准煤） |\n| 原煤 | 700000 | 吨 | 0.7143 | 500010 |\n"
    ).points
    assert [shown(p) for p in found] == [
        ("能源消费总量", 2012, "煤炭", "amount", "70万吨"),
        ("能源消费总量", 2012, "煤炭", "amount", "50.001万吨标准煤"),
    ]
    assert [f.value.show() for f in found[0].factors.values() if f.value] == ["0.7143千克标准煤/千克"]
    assert list(found[0].factors) == ["tce"]


def test_rows_that_share_an_industry_stay_apart() -> None:
    found = read(
        "# 现状\n表1 分行业二氧化碳排放量（万吨）\n| 行业 | 2012年 |\n| 水泥 | 20 |\n| 陶瓷 | 20 |\n| 钢铁 | 10 |\n"
    ).points
    assert [(p.dimension, p.member, p.value.value.show()) for p in found if p.value.value] == [
        ("行业", "水泥", "20万吨二氧化碳"),
        ("行业", "陶瓷", "20万吨二氧化碳"),
        ("行业", "黑色金属冶炼业", "10万吨二氧化碳"),
    ]


def test_products_keep_their_names_and_unknown_units() -> None:
    found = read(
        "# 现状\n表1 主要产品单位能耗\n| 产品名称 | 单位 | 2011年 | 2012年 | 国内先进水平 |\n| 水泥熟料 | 千克标准煤/吨 | 115 | 112 | 105 |\n"
        "| 平板玻璃 | 千克标准煤/重量箱 | 15.2 | 14.8 | 14 |\n"
    ).points
    assert [(p.canonical, p.dimension, p.member, p.year, p.value.status) for p in found] == [
        ("单位产品能耗", "产品", name, year, "stated") for name in ("水泥熟料", "平板玻璃") for year in (2011, 2012)
    ]


def test_forecasts_and_scenarios_are_marked_after_the_base_year() -> None:
    found = read(
        "# 形势\n本方案以2012年为基准年。\n表1 二氧化碳排放预测\n| 指标 | 情景 | 2012年 | 2016年 |\n| 二氧化碳排放总量（万吨） | 基准情景 | 160 | 190 |\n| ^ | 低碳情景 | 160 | 170 |\n"
    ).points
    assert [(p.year, p.forecast, p.scenario) for p in found] == [
        (2012, False, None),
        (2016, True, "基准情景"),
        (2012, False, None),
        (2016, True, "低碳情景"),
    ]


def test_scope_and_price_basis() -> None:
    first, second = read(
        "# 现状\n| 指标 | 2012年 |\n| 规模以上工业增加值（亿元，可比价） | 80 |\n| 工业能源消费量（万吨标准煤） | 60 |\n"
    ).points
    assert (first.canonical, first.scope, first.basis) == ("工业增加值", "规模以上", "可比价")
    assert (second.canonical, second.scope) == ("能源消费总量", "工业")


def test_a_value_without_unit_only_resembles() -> None:
    (point,) = read("# 现状\n| 指标 | 2012年 |\n| 工业增加值 | 80 |\n").points
    assert (point.value.status, point.value.reason) == ("resembles", "“80”没有写明单位。")


def test_the_share_of_gdp_is_not_the_value_added() -> None:
    (point,) = read("# 现状\n| 指标 | 2012年 |\n| 单位GDP二氧化碳排放（吨/万元） | 1.2 |\n").points
    assert point.canonical == "单位地区生产总值二氧化碳排放"


def test_a_column_of_sources_holds_sources_even_where_a_fuel_is_named() -> None:
    found = read(
        "# 现状\n表1 2012年碳排放构成\n| 排放源 | 排放量（万吨CO2） |\n| 化石燃料燃烧 | 100 |\n| 购入电力及热力 | 40 |\n"
    ).points
    assert [(p.dimension, p.member) for p in found] == [("来源", "能源活动排放"), ("来源", "购入电力及热力")]


SOURCES_ACROSS = """# 排放历史
表2 分类排放量
单位：万吨二氧化碳
| 年度 | 燃料燃烧 | 外购电力 | 合计 |
| 2021年 | 46.1 | 22.8 | 68.9 |
| 2022年 | 48.0 | 23.8 | 71.8 |
"""


def test_bought_electricity_beside_other_sources_is_a_source() -> None:
    points = [p for p in read(SOURCES_ACROSS).points if p.year == 2022]
    assert [(p.dimension, p.value.value and p.value.value.show()) for p in points] == [
        ("来源", "48万吨二氧化碳"),
        ("来源", "23.8万吨二氧化碳"),
        (None, "71.8万吨二氧化碳"),
    ]


def test_an_unknown_source_before_the_total_is_a_member() -> None:
    table = SOURCES_ACROSS.replace("| 外购电力 |", "| 外购电力 | 煅烧尾气 |").replace("| 23.8 |", "| 23.8 | 2.0 |")
    table = table.replace("| 22.8 |", "| 22.8 | 1.9 |").replace("71.8", "73.8").replace("68.9", "70.8")
    members = [p.member for p in read(table).points if p.year == 2022 and p.dimension == "来源"]
    assert members == ["能源活动排放", "外购电力", "煅烧尾气"]


HALF_DATED = """# 核算
表1 2022年能源消费与排放
| 燃料种类 | 单位 | 2022年消费量 | 二氧化碳排放量（万吨） |
| 原煤 | 万吨 | 21.4 | 41.7 |
"""


def test_a_column_without_year_beside_one_with_the_only_year_of_the_table_is_of_that_year() -> None:
    assert [shown(p) for p in read(HALF_DATED).points] == [
        ("能源消费总量", 2022, "煤炭", "amount", "21.4万吨"),
        ("二氧化碳排放总量", 2022, "煤炭", "amount", "41.7万吨二氧化碳"),
    ]


def test_a_table_of_factors_holds_no_yearly_values_and_is_no_gap() -> None:
    factors = """# 附录 核算系数
表9 折标系数与排放因子
| 能源品种 | 折标系数 | 排放因子 | 来源 |
| 煤炭 | 0.7143千克标准煤/千克 | 1.981吨二氧化碳/吨 | 省级清单指南 |
| 天然气 | 1.2143千克标准煤/立方米 | 21.65吨二氧化碳/万立方米 | 省级清单指南 |
"""
    assert read(factors) == SeriesFacts()
    amounts = factors.replace("| 来源 |", "| 消费量 |").replace("省级清单指南", "若干")
    assert read(amounts).unread != ()
