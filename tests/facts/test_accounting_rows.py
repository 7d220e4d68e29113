"""Accounting tables that give fuels in physical units beside the emissions they make."""

from __future__ import annotations

import pytest
from park_terms import park_terms

from plancheck.checking.examples import facts_of

_Row = tuple[str | None, str | None, str]


def _of_2021(table: str, caption: str = "表3 2020—2021年碳排放核算") -> list[_Row]:
    plan = f"一、基础\n（二）碳排放情况\n{caption}\n{table}\n"
    points = facts_of(plan, None, park_terms()).points
    return [(p.canonical, p.member, p.value.value.show() if p.value.value else "") for p in points if p.year == 2021]


PHYSICAL: list[_Row] = [
    ("能源消费总量", "煤炭", "6100吨"),
    ("能源消费总量", "天然气", "150万立方米"),
    ("能源消费总量", "电力", "3900万千瓦时"),
    ("二氧化碳排放总量", None, "2.13万吨二氧化碳"),
]


def test_fuels_in_physical_units_are_energy_and_the_tonnes_of_gas_the_emissions() -> None:
    across = (
        "| 年份 | 原煤（吨） | 天然气（万m3） | 购电（万kWh） | 排放量（tCO2） |\n"
        "| 2020 | 6500 | 135 | 3700 | 21500 |\n| 2021 | 6100 | 150 | 3900 | 21300 |"
    )
    down = (
        "| 项目 | 单位 | 2020年 | 2021年 |\n| 原煤 | 吨 | 6500 | 6100 |\n| 天然气 | 万m3 | 135 | 150 |\n"
        "| 购电 | 万kWh | 3700 | 3900 |\n| 排放量 | tCO2 | 21500 | 21300 |"
    )
    assert _of_2021(across) == _of_2021(down) == PHYSICAL


@pytest.mark.parametrize("unit", ["（吨）", "（tCO2）"])
def test_fuels_all_in_tonnes_below_emissions_are_parts_of_them(unit: str) -> None:
    table = (
        f"| 年份 | 原煤{unit} | 天然气{unit} | 购电{unit} | 合计{unit} |\n"
        "| 2020 | 9000 | 2500 | 10000 | 21500 |\n| 2021 | 8500 | 2800 | 10000 | 21300 |"
    )
    assert [(name, value) for name, _, value in _of_2021(table, "表3 2020—2021年分品种碳排放量")] == [
        ("二氧化碳排放总量", "8500吨二氧化碳"),
        ("二氧化碳排放总量", "2800吨二氧化碳"),
        ("二氧化碳排放总量", "1万吨二氧化碳"),
        ("二氧化碳排放总量", "2.13万吨二氧化碳"),
    ]


def test_the_emissions_of_another_substance_are_no_carbon() -> None:
    table = "| 年份 | 二氧化硫排放量（吨） | 排放量（吨） |\n| 2020 | 21 | 30 |\n| 2021 | 20 | 28 |"
    assert [name for name, _, _ in _of_2021(table, "表3 2020—2021年污染物")][1] is None


def test_columns_that_name_what_they_count_decide_for_their_values() -> None:
    table = "| 能源品种 | 单位 | 消费量 | 排放量（吨CO2） |\n| 原煤 | 吨 | 6100 | 11600 |\n| 天然气 | 万立方米 | 150 | 3250 |"
    assert _of_2021(table, "表3 2021年碳排放核算") == [
        ("能源消费总量", "煤炭", "6100吨"),
        ("二氧化碳排放总量", "煤炭", "1.16万吨二氧化碳"),
        ("能源消费总量", "天然气", "150万立方米"),
        ("二氧化碳排放总量", "天然气", "3250吨二氧化碳"),
    ]
