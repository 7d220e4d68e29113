"""Stated intensities and shares beside the quotients of the totals: which totals are divided, and when that says nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from plancheck.core.outcome import Outcome
from tests.rulekit import outcome

RULE = """
  for each r in ratios
  require (some q in r.quotients has r.stated = q.value within 1 %)
       or (not r.comparable and unclear("口径不同")) otherwise "{r.subject}写的是{r.stated}，算出的是{r.quotients}"
"""
HEAD = "一、园区概况\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2020年园区工业增加值50亿元，能源消费总量40万吨标准煤，单位工业增加值能耗0.80吨标准煤/万元。", Outcome.PASS),
        ("2020年园区工业增加值50亿元，能源消费总量40万吨标准煤，单位工业增加值能耗0.88吨标准煤/万元。", Outcome.FAIL),
        ("2020年园区工业增加值50亿元，能源消费总量400000吨标准煤，单位工业增加值能耗800千克标准煤/万元。", Outcome.PASS),
        ("2020年园区工业增加值50亿元，2019年能源消费总量40万吨标准煤，2020年单位工业增加值能耗0.88吨标准煤/万元。", Outcome.NOT_APPLICABLE),
        ("2020年园区单位工业增加值能耗0.88吨标准煤/万元。", Outcome.NOT_APPLICABLE),
        ("2020年园区工业增加值50亿元（2015年可比价），能源消费总量40万吨标准煤，单位工业增加值能耗0.88吨标准煤/万元。", Outcome.REVIEW),
        ("2020年园区工业增加值50亿元（现价），能源消费总量40万吨标准煤，单位工业增加值能耗0.88吨标准煤/万元。", Outcome.FAIL),
        ("2020年园区地区生产总值200亿元，服务业增加值50亿元，服务业增加值占比25.0%。", Outcome.PASS),
        ("2020年园区地区生产总值200亿元，服务业增加值50亿元，服务业增加值占比35.0%。", Outcome.FAIL),
    ],
)  # fmt: skip
def test_a_stated_ratio_against_the_quotient_of_its_year(tmp_path: Path, text: str, expected: Outcome) -> None:
    assert outcome(tmp_path, RULE, HEAD + text).outcome is expected


def test_one_of_two_stated_totals_may_be_the_one_divided(tmp_path: Path) -> None:
    table = "\n表1 主要指标\n| 指标 | 2019年 | 2020年 |\n| 能源消费总量（万吨标准煤） | 38 | 44 |\n"
    text = "2020年园区工业增加值50亿元，能源消费总量40万吨标准煤，单位工业增加值能耗{}吨标准煤/万元。"
    assert outcome(tmp_path, RULE, HEAD + text.format("0.80") + table).outcome is Outcome.PASS
    assert outcome(tmp_path, RULE, HEAD + text.format("0.88") + table).outcome is Outcome.PASS
    assert outcome(tmp_path, RULE, HEAD + text.format("0.95") + table).outcome is Outcome.FAIL


def test_the_practice_of_another_year_settles_which_prices_are_divided(tmp_path: Path) -> None:
    plan = HEAD + (
        "表1 主要指标\n| 指标 | 2019年 | 2020年 |\n| 工业增加值（亿元，2015年价格） | 40.0 | 50.0 |\n"
        "| 能源消费总量（万吨标准煤） | 36.0 | 40.0 |\n| 单位工业增加值能耗（吨标准煤/万元） | {} | 0.80 |\n"
    )
    assert outcome(tmp_path, RULE, plan.format("0.90")).outcome is Outcome.PASS
    assert outcome(tmp_path, RULE, plan.format("0.99")).outcome is Outcome.FAIL


def test_both_sides_and_the_arithmetic_are_shown(tmp_path: Path) -> None:
    text = "2020年园区工业增加值50亿元，能源消费总量40万吨标准煤，单位工业增加值能耗0.88吨标准煤/万元。"
    (comparison,) = outcome(tmp_path, RULE, HEAD + text).comparisons
    assert comparison.left.value == "0.88吨标准煤/万元"
    assert comparison.right.value == "0.8吨标准煤/万元"
    assert any("÷" in step for step in comparison.right.working)
    assert comparison.left.evidence
    assert comparison.right.evidence
