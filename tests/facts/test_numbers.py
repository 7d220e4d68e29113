"""Folding, numerals, units, cells: each in both directions, exact."""

from __future__ import annotations

import time
from fractions import Fraction

import pytest

from plancheck.facts.cell_numbers import is_blank, read_cell
from plancheck.facts.fold import fold
from plancheck.facts.numerals import read_number
from plancheck.facts.quantities import read_quantities
from plancheck.facts.rows import unit_in_label
from plancheck.facts.signed_numbers import read_numbers
from plancheck.facts.unit_words import parse_unit


def test_folding_keeps_every_offset() -> None:
    text = "单位：１，２００万ｍ³（约２５％）—— 吨CO₂／万元 兩萬億"
    assert len(fold(text)) == len(text)
    assert fold("２０％／ＣＯ₂") == "20%/CO2"
    assert fold("零碳") == "零碳"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,250.8", Fraction("1250.8")),
        ("1 200", Fraction(1200)),
        ("16.4亿", Fraction(1640000000)),
        ("3万5千", Fraction(35000)),
        ("二十八点六", Fraction("28.6")),
        ("一万二千", Fraction(12000)),
        ("三万五", Fraction(35000)),
        ("廿五", Fraction(25)),
        ("两百零六", Fraction(206)),
        ("二〇一六", Fraction(2016)),
        ("三分之一", Fraction(1, 3)),
        ("百分之十六", Fraction(16)),
        ("千分之五", Fraction(1, 2)),
        ("一半", Fraction(1, 2)),
        ("-3.2", Fraction("-3.2")),
        ("负五", Fraction(-5)),
        ("４．５", Fraction("4.5")),
    ],
)
def test_a_numeral_is_exact(text: str, value: Fraction) -> None:
    found = read_number(fold(text))
    assert found is not None
    assert found.value == value


@pytest.mark.parametrize("text", ["", "万", "吨", "一二个", "1.2.3", "五百分之", "-"])
def test_what_is_no_numeral(text: str) -> None:
    assert read_number(fold(text)) is None


def test_the_last_printed_digit_tells_the_step() -> None:
    steps = {q.text: q.quantity.step for q in read_quantities("下降18.3%，能耗12万吨，产值1.20亿元，人口三千人")}
    assert steps == {
        "18.3%": Fraction(1, 10), "12万吨": Fraction(10000), "1.20亿元": Fraction(10**6), "三千人": Fraction(1000),
    }  # fmt: skip


def test_words_with_numeral_characters_are_no_numbers() -> None:
    assert read_numbers("收拾一切，十足四川味") == ()
    assert [n.value for n in read_numbers("第三章共12节")] == [3, 12]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("万吨标准煤", ("tce", 10**4)),
        ("吨标准煤/万元", ("tce/10kCNY", 1)),
        ("万元", ("CNY", 10**4)),
        ("单位：亿元", ("CNY", 10**8)),
        ("（%）", ("%", 1)),
        ("吨/亿元", ("t/100MCNY", 1)),
        ("立方米/万元", ("m3/10kCNY", 1)),
        ("kWh/万m2", ("kWh/m2", Fraction(1, 10**4))),
        ("蒸吨", ("t/h", 1)),
        ("千克标准煤/千升", ("kgce/kL", 1)),
        ("万千升", ("kL", 10**4)),
    ],
)
def test_a_written_unit(text: str, unit: tuple[str, Fraction]) -> None:
    assert parse_unit(fold(text)) == unit


@pytest.mark.parametrize("text", ["", "万", "备注", "吨钢", "个数值", "元月"])
def test_what_is_no_unit(text: str) -> None:
    assert parse_unit(fold(text)) is None


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("总投资（亿元）", "亿元"),
        ("单位增加值能耗降幅/%", "%"),
        ("表5 能源消费（单位：万吨标准煤）", "万吨标准煤"),
        ("总投资，万元", "万元"),
        ("项目名称", None),
        ("建设内容（规模）", None),
    ],
)
def test_the_unit_of_a_label(text: str, unit: str | None) -> None:
    assert unit_in_label(text) == unit


@pytest.mark.parametrize("text", ["", "  ", "—", "——", "/", "-", "略", "待定", "（待定）", "××", "暂无", "…"])
def test_a_cell_without_content_is_blank(text: str) -> None:
    assert is_blank(text)
    assert read_cell(text, "万元").status == "blank"


@pytest.mark.parametrize(
    ("text", "unit", "value", "canonical"),
    [
        ("1,200", "万元", 12000000, "CNY"),
        ("2015", "万元", 20150000, "CNY"),
        ("1.2亿元", "万元", 120000000, "CNY"),
        ("[14]", "%", 14, "%"),
        ("≥90%", None, 90, "%"),
        ("约30", "家", 30, "count"),
        ("1200（其中设备800）", "万元", 12000000, "CNY"),
        ("0", "万吨", 0, "t"),
        ("8600*", "万元", 86000000, "CNY"),
    ],
)
def test_a_cell_with_a_number(text: str, unit: str | None, value: int, canonical: str) -> None:
    reading = read_cell(text, unit)
    assert reading.status == "stated"
    assert reading.quantity is not None
    assert (reading.quantity.value, reading.quantity.unit) == (value, canonical)


@pytest.mark.parametrize("text", ["企业自筹", "1000+200", "2015年", "见附件", "3200或4500"])
def test_a_cell_that_is_not_one_number_is_not_guessed(text: str) -> None:
    reading = read_cell(text, "万元")
    assert reading.status == "unreadable"
    assert reading.quantity is None


@pytest.mark.parametrize(
    "text",
    [
        "1" * 50000,
        "一" * 50000,
        "5%" * 10000,
        "比2012年" * 6000 + "降5%",
        "(" * 50000,
        "高于" * 20000 + "5%",
        "5" + " " * 50000,
    ],
)
def test_long_hostile_text_is_read_quickly(text: str) -> None:
    begun = time.process_time()
    read_quantities(text)
    assert time.process_time() - begun < 3
