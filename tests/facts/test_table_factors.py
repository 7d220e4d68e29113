"""Factors beside amounts and where their units stand: in the header, in a column of their own, nowhere."""

from __future__ import annotations

import pytest
from park_terms import park_terms

from plancheck.checking.examples import facts_of


def _coal(heads: str, cells: str) -> tuple[str, dict[str, str]]:
    plan = f"一、基础\n表1 2021年碳排放核算\n| 能源品种 | {heads} | 排放量（tCO2） |\n| 原煤 | {cells} | 11592 |\n"
    point = facts_of(plan, None, park_terms()).points[0]
    factors = {key: fact.value.show() for key, fact in point.factors.items() if fact.value}
    return point.value.value.show() if point.value.value else "", factors


@pytest.mark.parametrize(
    ("heads", "cells", "factors"),
    [
        ("消费量 | 单位 | 因子单位 | 排放因子", "6100 | 吨 | tCO2/t | 1.9003", {"tco2": "1.9003吨二氧化碳/吨"}),
        ("消费量（吨） | 排放因子 | 排放因子单位", "6100 | 1.9003 | tCO2/t", {"tco2": "1.9003吨二氧化碳/吨"}),
        ("消费量 | 单位 | 排放因子 | 单位", "6100 | 吨 | 1.9003 | tCO2/t", {"tco2": "1.9003吨二氧化碳/吨"}),
        (
            "消费量 | 单位 | 折标系数 | 系数单位 | 排放因子 | 因子单位",
            "6100 | 吨 | 0.7143 | kgce/kg | 1.9003 | tCO2/t",
            {"tce": "0.7143千克标准煤/千克", "tco2": "1.9003吨二氧化碳/吨"},
        ),
        ("消费量 | 单位 | 排放因子（tCO2/t）", "6100 | 吨 | 1.9003", {"tco2": "1.9003吨二氧化碳/吨"}),
        ("消费量 | 单位 | 排放因子", "6100 | 吨 | 1.9003", {"tco2": "1.9003"}),
    ],
)
def test_a_factor_takes_the_unit_that_stands_for_it(heads: str, cells: str, factors: dict[str, str]) -> None:
    assert _coal(heads, cells) == ("6100吨", factors)
