"""Yearly values that stand out from their neighbours by a power of ten, and growth that only looks like it."""

from __future__ import annotations

import pytest

from plancheck.checking.examples import facts_of
from plancheck.facts.crosschecks.jumps import jumps
from tests.facts.park_terms import park_terms


def slipped(row: str, years: str = "2017年 | 2018年 | 2019年 | 2020年", after: str = "") -> list[tuple[str, str]]:
    plan = f"一、经济基础\n表1 主要指标\n| 指标 | 单位 | {years} |\n| {row} |\n{after}"
    return [(j.subject, j.times) for j in jumps(facts_of(plan, None, park_terms())) if j.slipped]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("工业增加值 | 亿元 | 51.2 | 53.4 | 5.58 | 58.1", [("2019年工业增加值", "10倍")]),
        ("工业增加值 | 亿元 | 51.2 | — | 5.58 | 58.1", [("2019年工业增加值", "10倍")]),
        ("工业增加值 | 亿元 | 51.2 | 53.4 | 55.8 | 5810", [("2020年工业增加值", "100倍")]),
        ("工业增加值 | 亿元 | 512000 | 53.4 | 55.8 | 58.1", [("2017年工业增加值", "1万倍")]),
        ("能源消费总量 | 万吨标准煤 | 71.0 | 0.0073 | 75.5 | 78.0", [("2018年能源消费总量", "1万倍")]),
    ],
)
def test_one_year_off_all_its_steady_neighbours(row: str, expected: list[tuple[str, str]]) -> None:
    assert slipped(row) == expected


@pytest.mark.parametrize(
    "row",
    [
        "工业增加值 | 亿元 | 51.2 | 53.4 | 55.8 | 58.1",
        "工业增加值 | 亿元 | 2.1 | 8.4 | 25.5 | 58.1",
        "工业增加值 | 亿元 | 5.1 | 5.3 | 55.8 | 58.1",
        "服务业增加值占比 | % | 1.2 | 12.1 | 12.4 | 13.0",
    ],
)
def test_growth_a_lasting_change_and_shares_are_no_slip(row: str) -> None:
    assert slipped(row) == []


def test_two_years_say_nothing() -> None:
    assert slipped("工业增加值 | 亿元 | 51.2 | 5.34", "2019年 | 2020年") == []


def test_a_year_that_two_places_state_differently_is_told_as_a_contradiction_only() -> None:
    row = "工业增加值 | 亿元 | 51.2 | 53.4 | 55.8 | 58.1"
    assert slipped(row, after="2020年，园区工业增加值581亿元。") == []
    wrong = "工业增加值 | 亿元 | 51.2 | 53.4 | 55.8 | 581"
    assert slipped(wrong, after="2020年，园区工业增加值581亿元。") == [("2020年工业增加值", "10倍")]
