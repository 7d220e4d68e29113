"""What a table is told to be, from its headers, whichever way round it stands."""

from __future__ import annotations

import pytest
from park_terms import park_terms

from plancheck.document.plaintext import document_from_text
from plancheck.facts.lexicon import Lexicons
from plancheck.facts.model import TypedTable
from plancheck.facts.tables import type_tables, unread_tables


def typed(text: str) -> tuple[TypedTable, ...]:
    return type_tables(document_from_text(text), park_terms())


@pytest.mark.parametrize(
    ("kind", "rows"),
    [
        (
            "projects",
            "| 序号 | 项目名称 | 建设单位 | 建设内容 | 总投资（万元） |\n| 1 | 甲工程 | 乙公司 | 建锅炉 | 100 |",
        ),
        (
            "projects",
            "| 名称 | 建设内容 | 实施计划 | 建设主体 | 建设周期 | 投资规模 |\n| 甲 | 乙 | 丙 | 丁 | 2014年 | 5万元 |",
        ),
        ("projects", "| 项目名称 | 甲工程 |\n| 建设单位 | 乙公司 |\n| 总投资 | 100万元 |\n| 建设期 | 2014-2015 |"),
        (
            "indicators",
            "| 类别 | 序号 | 指标名称 | 单位 | 2012年 | 2016年 | 属性 |\n| 产业 | 1 | 甲 | % | 1 | 2 | 约束性 |",
        ),
        ("indicators", "| 序号 | 指标 | 2012（现状值） | 2016（目标值） |\n| 1 | 绿化覆盖率 | 30% | 35% |"),
        ("indicators", "| 年份 | 非化石能源占比（%） |\n| 2012年 | 3.5 |\n| 2016年目标 | 8 |"),
        ("series", "| 指标 | 2010年 | 2011年 | 2012年 |\n| 工业增加值（亿元） | 1 | 2 | 3 |"),
        ("series", "| 年份 | 工业增加值（亿元） | 总产值（亿元） |\n| 2010 | 1 | 2 |\n| 2011 | 2 | 3 |"),
        ("energy", "| 能源品种 | 2010年 | 2011年 |\n| 原煤（吨） | 10 | 20 |"),
        ("benchmark", "| 产品 | 单位 | 2012年 | 国内先进水平 | 国际先进水平 |\n| 水泥 | kgce/t | 90 | 85 | 80 |"),
        (
            "benchmark",
            "| 产品名称 | 单位 | 2010年 | 2011年 | 2012年 | 行业先进水平 |\n| 白酒 | kgce/kL | 9 | 9 | 8 | 7 |",
        ),
        ("contribution", "| 主要任务 | 减碳量（万吨） | 贡献率（%） |\n| 调整产业结构 | 5 | 40 |"),
        ("contribution", "表1 任务减排贡献\n| 任务类别 | 减排量（万吨） | 占比 |\n| 调整产业结构 | 5 | 40% |"),
        ("schedule", "| 任务 | 责任单位 | 完成时限 |\n| 编制清单 | 经发局 | 2015年底前 |"),
        ("schedule", "| 主要任务 | 2014年 | 2015年 | 2016年 |\n| 编制清单 | 制定办法 | 开展盘查 | 发布清单 |"),
        ("other", "| 姓名 | 职务 |\n| 张三 | 主任 |"),
    ],
)
def test_the_headers_settle_what_a_table_is(kind: str, rows: str) -> None:
    (table,) = typed(f"# 一、内容\n{rows}\n")
    assert table.kind == kind


def test_columns_count_from_one_and_weak_headers_are_named() -> None:
    (table,) = typed("# 重点工程\n| 项目名称 | 责任单位 | 建设内容 | 投资额（万元） |\n| 甲 | 乙局 | 丙 | 10 |\n")
    assert dict(table.columns) == {"项目名称": 1, "主要内容": 3, "投资额": 4, "实施主体": 2}
    assert table.weak == ("实施主体",)


def test_a_unit_beside_the_table_applies_to_it() -> None:
    (table,) = typed("# 现状\n表1 能源消费\n单位：万吨标准煤\n| 品种 | 2010年 | 2011年 |\n| 煤炭 | 1 | 2 |\n")
    assert (table.caption, table.unit) == ("表1 能源消费", "万吨标准煤")


@pytest.mark.parametrize(
    ("unit", "expected"),
    [
        ("单位：万吨标准煤，%", "万吨标准煤"),
        ("（单位：万吨标准煤、%）", "万吨标准煤"),
        ("单位：%", "%"),
        ("单位：亿元、万吨", None),
    ],
)
def test_a_unit_line_may_name_the_unit_of_shares_too(unit: str, expected: str | None) -> None:
    first, second = typed(
        f"# 现状\n表1 能源\n{unit}\n| 品种 | 2010年 | 2011年 |\n| 煤炭 | 1 | 2 |\n\n表2 排放\n{unit}\n| 行业 | 2010年 | 2011年 |\n| 食品 | 1 | 2 |\n"
    )
    assert [(t.caption, t.unit) for t in (first, second)] == [("表1 能源", expected), ("表2 排放", expected)]


def test_a_table_that_goes_on_without_header_takes_the_one_before() -> None:
    first, second = typed(
        "# 重点工程\n表1 项目表\n| 项目名称 | 建设单位 | 建设内容 | 总投资（万元） |\n| 甲 | 乙 | 丙 | 1 |\n"
        "续表1\n| 丁 | 戊 | 己 | 2 |\n| 庚 | 辛 | 壬 | 3 |\n"
    )
    assert (second.kind, second.header_of, second.columns) == ("projects", first.table, first.columns)


def test_a_table_without_name_column_is_reported_and_not_passed_over() -> None:
    tables = typed("# 重点工程\n| 编码 | 建设单位 | 总投资（万元） | 建设期 |\n| A1 | 甲公司 | 10 | 2014年 |\n")
    (unread,) = unread_tables(tables)
    assert (tables[0].kind, tables[0].read, unread.what) == ("other", False, "表1")
    assert unread.reason == "看起来是重点工程表，但没有认出所需的表头，请核对表头的写法。"


def test_an_unrelated_table_is_not_reported() -> None:
    assert unread_tables(typed("# 概况\n| 姓名 | 职务 |\n| 张三 | 主任 |\n")) == ()


@pytest.mark.parametrize("name", ["单位生产总值CO2排放", "单位生产总值CO₂排放量", "单位生产总值二氧化碳排放"])
def test_co2_stands_for_its_name(name: str) -> None:
    match = Lexicons.of(park_terms()).indicators.exact(name)
    assert match is not None
    assert match.entry.name == "单位地区生产总值二氧化碳排放"
