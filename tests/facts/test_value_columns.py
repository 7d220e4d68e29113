"""Columns of years beside columns of values, and the one column of values of a dated table."""

from __future__ import annotations

import pytest
from park_terms import park_terms

from plancheck.checking.examples import facts_of


def test_columns_of_years_date_the_values_beside_them() -> None:
    plan = """
    一、发展目标
    表1 指标体系
    | 指标 | 单位 | 基准年 | 基准值 | 目标年 | 目标值 |
    | 单位工业增加值能耗 | 吨标准煤/万元 | 2015年 | 1.32 | 2020年 | 1.08 |
    | 工业固体废物综合利用率 | % | 2014 | 85 | 2019 | 96 |
    """
    read = [
        tuple(f.value if isinstance(f.value, int) else f.value.show() for f in (t.base_year, t.base, t.target_year, t.target) if f and f.value)
        for t in facts_of(plan, None, park_terms()).targets
    ]  # fmt: skip
    assert read == [(2015, "1.32吨标准煤/万元", 2020, "1.08吨标准煤/万元"), (2014, "85%", 2019, "96%")]


@pytest.mark.parametrize("heads", ["基准年 | 目标年", "2015年 | 2020年"])
def test_a_head_that_names_the_year_alone_still_heads_the_values(heads: str) -> None:
    plan = f"一、发展目标\n表1 指标体系\n| 指标 | 单位 | {heads} |\n| 再生水利用率 | % | 12 | 30 |\n"
    (target,) = facts_of(plan, None, park_terms()).targets
    assert [f.value.show() for f in (target.base, target.target) if f and f.value] == ["12%", "30%"]


@pytest.mark.parametrize(
    ("caption", "expected"),
    [("2015年总量指标", [("工业增加值", 2015, "120亿元")]), ("2013—2015年总量指标", []), ("总量指标", [])],
)
def test_a_caption_dates_the_only_column_of_values(caption: str, expected: list[tuple[str, int, str]]) -> None:
    plan = f"一、现状\n表1 {caption}\n| 指标 | 单位 | 数值 |\n| 工业增加值 | 亿元 | 120 |\n"
    points = facts_of(plan, None, park_terms()).points
    assert [(p.canonical, p.year, p.value.value.show()) for p in points if p.value.value] == expected


@pytest.mark.parametrize(
    ("dates", "series"),
    [
        (("2024-03-05", "2025-01-06"), False),
        (("2024年3月5日", "2025年1月"), False),
        (("2024/3/5", "2025.1.6"), False),
        (("2024.3", "2025.1"), True),  # may as well be amounts
        (("410", "2,050.5"), True),
    ],
)
def test_dates_and_numbers_of_documents_are_no_yearly_values(dates: tuple[str, str], series: bool) -> None:
    plan = (
        "一、记录\n表1 记录清单\n| 名称 | 数据 | 保管人 | 文件 |\n"
        f"| 2023年度台账 | {dates[0]} | 1 | 12 |\n| 2024年度公报 | {dates[1]} | 王某 | A-02 |\n"
    )
    facts = facts_of(plan, None, park_terms())
    assert ([t.kind for t in facts.tables] == ["series"], bool(facts.points)) == (series, series)
