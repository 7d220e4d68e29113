"""Units of yearly tables: physical amounts beside coal equivalent, and notes that state several units."""

from __future__ import annotations

import pytest
from park_terms import park_terms

from plancheck.document.captions import is_unit_line
from plancheck.document.plaintext import document_from_text
from plancheck.facts.gather import gather
from plancheck.facts.labels import units_in_note


def _points(plan: str) -> list[tuple[str | None, str | None, int, str]]:
    facts = gather(document_from_text(plan), park_terms())
    return [(p.canonical, p.member, p.year, p.value.value.show() if p.value.value else "") for p in facts.points]


def test_the_unit_of_a_table_is_that_of_the_coal_equivalent() -> None:
    assert _points(
        "# 现状\n表1 能源消费品种结构\n折标量单位：万吨标准煤\n"
        "| 能源品种 | 实物量单位 | 2011年 | < | 2012年 | < |\n| ^ | ^ | 实物量 | 折标量 | 实物量 | 折标量 |\n"
        "| 原煤 | 万吨 | 10 | 7.1 | 12 | 8.6 |\n"
    ) == [
        ("能源消费总量", "煤炭", 2011, "10万吨"),
        ("能源消费总量", "煤炭", 2011, "7.1万吨标准煤"),
        ("能源消费总量", "煤炭", 2012, "12万吨"),
        ("能源消费总量", "煤炭", 2012, "8.6万吨标准煤"),
    ]


def test_of_several_units_each_indicator_takes_its_own() -> None:
    assert _points(
        "# 现状\n表1 能源消费与碳排放（2011—2012年）\n单位：万吨标准煤（碳排放：万吨二氧化碳）\n"
        "| 年份 | 分品种能源消费 | < | 能源消费总量 | 二氧化碳排放总量 |\n| ^ | 煤炭 | 天然气 | ^ | ^ |\n"
        "| 2011年 | 2.5 | 2.7 | 5.2 | 13 |\n| 2012年 | 2.3 | 3.4 | 5.7 | 14 |\n"
    ) == [
        ("能源消费总量", "煤炭", 2011, "2.5万吨标准煤"),
        ("能源消费总量", "煤炭", 2012, "2.3万吨标准煤"),
        ("能源消费总量", "天然气", 2011, "2.7万吨标准煤"),
        ("能源消费总量", "天然气", 2012, "3.4万吨标准煤"),
        ("能源消费总量", None, 2011, "5.2万吨标准煤"),
        ("能源消费总量", None, 2012, "5.7万吨标准煤"),
        ("二氧化碳排放总量", None, 2011, "13万吨二氧化碳"),
        ("二氧化碳排放总量", None, 2012, "14万吨二氧化碳"),
    ]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("折标量单位：万吨标准煤", True),
        ("金额单位：万元", True),
        ("建设单位：某公司", False),
        ("责任单位：经发局", False),
    ],
)
def test_lines_that_state_a_unit(line: str, expected: bool) -> None:
    assert is_unit_line(line) is expected


def test_units_that_a_note_states() -> None:
    assert units_in_note("单位：万吨标准煤、万吨二氧化碳") == ("万吨标准煤", "万吨二氧化碳")
    assert units_in_note("单位：万元") == ("万元",)
    assert units_in_note("数据来源：统计年报") == ()


def test_a_column_of_coal_equivalent_in_plain_tonnes_is_in_coal_equivalent() -> None:
    from plancheck.checking.examples import facts_of

    plan = """
    一、能源消费
    表1 2015年能源消费结构
    | 品种 | 实物量 | 折标煤（万吨） | 比重（%） |
    | 原煤（万吨） | 38.6 | 27.6 | 55.0 |
    | 天然气（万立方米） | 5640 | 7.5 | 14.9 |
    """
    points = [p for p in facts_of(plan, None, park_terms()).points if p.value.value is not None]
    coal = [p.value.value.show() for p in points if p.value.value and p.value.value.unit == "tce"]
    assert coal == ["27.6万吨标准煤", "7.5万吨标准煤"]
