"""Single values: what is understood exactly, and what is refused with a reason."""

from __future__ import annotations

from fractions import Fraction

import pytest

from plancheck.facts.model import Period
from plancheck.submission.effects import quantities_in
from plancheck.submission.values import (
    Problem,
    is_placeholder,
    read_date,
    read_flag,
    read_period,
    read_quantity,
    read_year,
)


@pytest.mark.parametrize(
    ("text", "unit", "value", "canonical", "step"),
    [
        ("1200 万元", None, 12_000_000, "CNY", 10_000),
        ("１２００万元", None, 12_000_000, "CNY", 10_000),
        ("1,200.5 万元", None, 12_005_000, "CNY", 1_000),
        ("18%", None, 18, "%", 1),
        ("18.30％", None, Fraction(183, 10), "%", Fraction(1, 100)),
        ("12.5 平方公里", None, Fraction(25, 2), "km2", Fraction(1, 10)),
        ("3个百分点", None, 3, "pp", 1),
        ("100.2", "亿元", 10_020_000_000, "CNY", 10_000_000),
        ("0.1", "吨", Fraction(1, 10), "t", Fraction(1, 10)),
        ("7800 吨二氧化碳", "吨", 7800, "tCO2", 1),
        ("1.29", "吨标准煤/万元", Fraction(129, 100), "tce/10kCNY", Fraction(1, 100)),
        ("12万", "元", 120_000, "CNY", 10_000),
        ("-2.8%", None, Fraction(-14, 5), "%", Fraction(1, 10)),
        ("1.5e3", "吨", 1500, "t", 100),
        ("2万吨标准煤", None, 20_000, "tce", 10_000),
    ],
)
def test_quantity_is_exact(text: str, unit: str | None, value: Fraction, canonical: str, step: Fraction) -> None:
    found = read_quantity(text, unit)
    assert not isinstance(found, Problem)
    assert (found.value, found.unit, found.step, found.comparator, found.approx) == (value, canonical, step, "=", False)


@pytest.mark.parametrize(
    ("text", "comparator", "approx", "low", "high"),
    [
        ("不少于 5 万元", ">=", False, None, None),
        ("≤18%", "<=", False, None, None),
        ("约 5 万元", "=", True, None, None),
        ("5 万元左右", "=", True, None, None),
        ("5 万元以上", ">=", False, None, None),
        ("10-12 %", "range", False, 10, 12),
        ("10%～12%", "range", False, 10, 12),
    ],
)
def test_quantity_keeps_comparators_hedges_and_ranges(
    text: str, comparator: str, approx: bool, low: int | None, high: int | None
) -> None:
    found = read_quantity(text)
    assert not isinstance(found, Problem)
    assert (found.comparator, found.approx, found.low, found.high) == (comparator, approx, low, high)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("1200", "“1200”没有写单位"),
        ("较多", "“较多”不是数值"),
        ("12 弗隆", "“12 弗隆”的单位“弗隆”不认识"),
        ("1,2 万元", "“1,2 万元”不是数值"),
        ("1.2.3 万元", "“1.2.3 万元”不是数值"),
        ("12-10 %", "“12-10 %”不像一个范围"),
        ("9" * 300, "“99999999999999999999…”太长，不像一个数值"),
    ],
)
def test_quantity_refuses_with_a_reason(text: str, reason: str) -> None:
    assert read_quantity(text) == Problem(reason)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2012", (2012, None, None)),
        ("2012年", (2012, None, None)),
        ("2014-03", (2014, 3, None)),
        ("2014年3月", (2014, 3, None)),
        ("2014.3", (2014, 3, None)),
        ("2014/03/15", (2014, 3, 15)),
        ("2014年3月15日", (2014, 3, 15)),
        ("201403", (2014, 3, None)),
        ("2014-03-15 00:00:00", (2014, 3, 15)),
    ],
)
def test_date_is_read(text: str, date: tuple[int, int | None, int | None]) -> None:
    assert read_date(text) == date


@pytest.mark.parametrize("text", ["2014-13", "14-03", "三月", "2014-03-32", "上半年", "20140", "2014年底前后"])
def test_date_is_refused(text: str) -> None:
    assert read_date(text) == Problem(f"“{text}”不是日期，请写成 2014-03 或 2014年3月")


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2022-2025", (2022, None), (2025, None)),
        ("2022年至2025年", (2022, None), (2025, None)),
        ("2014-03-2015-10", (2014, 3), (2015, 10)),
        ("2014.3—2015.10", (2014, 3), (2015, 10)),
        ("2014年3月～2015年10月", (2014, 3), (2015, 10)),
        ("2014年3-10月", (2014, 3), (2014, 10)),
        ("2014年", (2014, None), (2014, None)),
        ("2014-03", (2014, 3), (2014, 3)),
        ("2015-2014", (2015, None), (2014, None)),
    ],
)
def test_period_is_read(text: str, start: tuple[int, int | None], end: tuple[int, int | None]) -> None:
    assert read_period(text) == Period(start, end)


@pytest.mark.parametrize("text", ["近三年", "2014-", "2014至", "“十二五”期间"])
def test_period_is_refused(text: str) -> None:
    assert read_period(text) == Problem(f"“{text}”不是起止时间，请写成 2014-03 至 2015-10")


def test_years_flags_and_placeholders() -> None:
    assert [read_year(t) for t in ("2012", "2012年", "２０１２年度", "12", "20121", "二〇一二")] == [
        2012,
        2012,
        2012,
        None,
        None,
        None,
    ]
    assert [read_flag(t) for t in ("true", "是", "√", "false", "否")] == [True, True, True, False, False]
    assert read_flag("大概") == Problem("“大概”不是“是”或“否”")
    assert all(is_placeholder(t) for t in ("略", "待补充", "XX", "——", "…", "xxx", "***"))
    assert not any(is_placeholder(t) for t in ("0", "无", "甲", "X射线检测", "2014"))


def test_quantities_inside_a_sentence() -> None:
    found = quantities_in("2015年建成后，年节能3000吨标准煤，减排二氧化碳1.2万吨，新增3台锅炉")
    assert [(q.value, q.unit, q.text) for q, _ in found] == [
        (3000, "tce", "3000吨标准煤"),
        (12000, "tCO2", "1.2万吨"),
        (3, "count", "3台"),
    ]
    assert quantities_in("节能效果显著") == ()
