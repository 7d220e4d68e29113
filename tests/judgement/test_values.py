"""Three-valued logic and comparisons with units, tolerance and rounding."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plancheck.judgement.evaluate import compare
from plancheck.judgement.values import Num, Value, absent, unknown

NUMBERS = st.fractions(min_value=-1000, max_value=1000, max_denominator=100)


def num(value: object, unit: str | None = None, step: object = 0) -> Value:
    number = Fraction(str(value))
    return Value(Num(number, number, unit, Fraction(str(step))))


@pytest.mark.parametrize(
    ("left", "op", "right", "within", "expected"),
    [
        (num(1200, "CNY"), "=", num("0.12", "10kCNY"), None, True),
        (num(1, "tce"), "=", num(1000, "kgce"), None, True),
        (num(3, "%"), "=", num(3, "pp"), None, None),  # percent and percentage point are never compared
        (Value("24.06亿元"), "=", Value("240.6亿元"), None, False),  # the decimal point is no mere mark
        (Value("云泽·热电 公司"), "=", Value("云泽热电公司"), None, True),
        (num(3, "t"), "=", num(3, "tCO2"), None, True),  # a bare 吨 is read as the substance next to it
        (num(100, "tce"), "=", num("100.9", "tce"), num(1, "%"), True),
        (num(100, "tce"), "=", num("101.1", "tce"), num(1, "%"), False),
        (num(18, "%"), "=", num("18.3", "%"), num("0.5", "pp"), True),
        (num(18, "%"), "=", num("18.6", "%"), num("0.5", "pp"), False),
        (num(18, "%", 1), "=", num("18.4", "%", "0.1"), num("0.1", "pp"), True),  # 18 % printed without decimals
        (num(18, "%", 1), "=", num("18.8", "%", "0.1"), num("0.1", "pp"), False),
        (num(5, "CNY"), ">", num(5, "CNY"), None, False),
        (num(5, "CNY"), ">=", num(5, "CNY"), None, True),
        (num(5, "CNY"), ">", num(4, "tce"), None, None),
    ],
)
def test_comparison(left: Value, op: str, right: Value, within: Value | None, expected: bool | None) -> None:
    assert compare(op, left, right, within).truth is expected


def test_an_absent_side_is_unknown_and_names_what_is_missing() -> None:
    found = compare(">", num(3), absent(what="没有给出地区目标"))
    assert found.truth is None
    assert found.missing == ("没有给出地区目标",)


def test_an_unreadable_side_is_unknown() -> None:
    assert compare("=", unknown("读不懂"), num(3)).missing == ("读不懂",)


def test_a_range_decides_only_what_it_must() -> None:
    span = Value(Num(Fraction(10), Fraction(20), "%"))
    assert compare(">=", span, num(10, "%")).truth is True
    assert compare(">", span, num(25, "%")).truth is False
    assert compare(">", span, num(15, "%")).truth is None


@given(NUMBERS, NUMBERS)
def test_less_is_not_at_least(a: Fraction, b: Fraction) -> None:
    assert compare("<", num(a), num(b)).truth is not compare(">=", num(a), num(b)).truth


@given(NUMBERS, NUMBERS)
def test_comparison_mirrors(a: Fraction, b: Fraction) -> None:
    assert compare("<=", num(a), num(b)).truth is compare(">=", num(b), num(a)).truth
