"""Sentences that tell of a year as of something done, and those that only aim at it."""

from __future__ import annotations

import pytest

from plancheck.checking.examples import facts_of
from plancheck.facts.crosschecks.past_claims import past_claims
from tests.facts.park_terms import park_terms


def years(sentence: str) -> list[int]:
    return [c.year for c in past_claims(facts_of(f"一、工作基础\n{sentence}", None, park_terms()))]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("截至2022年底，园区已建成集中供热管网36公里。", [2022]),
        ("2019年园区工业增加值同比增长8.6%。", [2019]),
        ("2018年完成了供热站改造，2020年单位能耗比上年下降3.1%。", [2020]),
        ("“十三五”期间，园区能耗强度下降了16%。", []),
        ("2021年，园区获批省级循环化改造试点，累计建成光伏12兆瓦。", []),
        ("2021年，园区已获批省级循环化改造试点。", [2021]),
        ("2021年，园区已印发《节能监察办法》。", [2021]),
        ("2021年，园区已印发《2030年前碳达峰实施方案》。", [2021]),
    ],
)
def test_what_is_told_as_done(sentence: str, expected: list[int]) -> None:
    assert years(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "到2025年，园区将建成集中供热管网60公里。",
        "预计2025年工业增加值同比增长7%。",
        "2025年底前完成全部锅炉改造。",
        "计划2024年建成投产，2025年实现稳定运行。",
        "按照2025年已完成改造的情景测算。",
        "力争2025年碳排放强度比上年下降4%。",
        "园区已印发《2030年前碳达峰实施方案》。",
    ],
)
def test_what_is_to_come_is_no_claim(sentence: str) -> None:
    assert years(sentence) == []
