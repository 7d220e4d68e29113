"""One matter stated in several places: what counts as the same value, what as another matter, and slips of size."""

from __future__ import annotations

from fractions import Fraction

import pytest

from plancheck.checking.examples import facts_of
from plancheck.core.quantity import Quantity
from plancheck.facts.crosschecks.matters import Matter, matters, slip_between
from tests.facts.park_terms import park_terms

TABLE = """
一、园区概况
表1 园区主要指标
| 指标 | 单位 | 2019年 | 2020年 |
| 工业增加值 | 亿元 | 54.10 | 57.20 |
| 能源消费总量 | 万吨标准煤 | 87.0 | 90.3 |
"""


def found(plan: str) -> list[Matter]:
    return list(matters(facts_of(plan, None, park_terms())))


def told(plan: str) -> list[tuple[str, list[str], str | None]]:
    """The matters whose statements differ: subject, values and slip."""
    differing = (m for m in found(plan) if len(m.statements) > 1)
    return [(m.subject, [f.value.show() for f in m.statements if f.value is not None], m.slip) for m in differing]


@pytest.mark.parametrize(
    "sentence",
    [
        "2020年，园区工业增加值57.2亿元。",
        "2020年，园区工业增加值572000万元。",
        "2020年，园区工业增加值５７．２０亿元。",
        "2020年，园区工业增加值约57亿元。",
        "2020年，园区工业增加值超过57亿元。",
        "2020年，园区工业增加值近60亿元。",
        "2020年，园区工业增加值不低于50亿元。",
        "2020年，园区工业增加值五十七点二亿元。",
    ],
)
def test_the_same_number_in_other_words_agrees(sentence: str) -> None:
    assert told(f"{TABLE}\n{sentence}") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "2018年，园区工业增加值52.6亿元。",
        "2020年，园区规模以上工业增加值49.8亿元。",
        "2020年，园区工业增加值55.1亿元（2015年可比价）。",
        "2020年，所在的海州市工业增加值1260亿元。",
        "2020年，全省工业增加值37000亿元。",
        "2020年，化工行业工业增加值21.4亿元。",
        "预计2020年，园区工业增加值将达到60亿元。",
        "2020年，园区工业增加值比上年增长5.7%。",
        "2020年，园区工业增加值占全市的18%。",
        "2020年，每平方公里工业增加值2.3亿元。",
    ],
)
def test_another_year_scope_basis_or_owner_is_another_matter(sentence: str) -> None:
    assert told(f"{TABLE}\n{sentence}") == []


@pytest.mark.parametrize(
    ("sentence", "values", "slip"),
    [
        ("2020年，园区工业增加值55.1亿元。", ["57.2亿元", "55.1亿元"], None),
        ("2020年，园区工业增加值超过60亿元。", ["57.2亿元", "60亿元"], None),
        ("2020年，园区工业增加值约75亿元。", ["57.2亿元", "75亿元"], None),
        ("2020年，园区工业增加值57.2万元。", ["57.2亿元", "57.2万元"], "1万倍"),
        ("2020年，园区工业增加值5.72亿元。", ["57.2亿元", "5.72亿元"], "10倍"),
    ],
)
def test_another_value_of_the_same_matter_is_told(sentence: str, values: list[str], slip: str | None) -> None:
    assert told(f"{TABLE}\n{sentence}") == [("2020年工业增加值", values, slip)]


def test_current_prices_are_meant_where_no_prices_are_named() -> None:
    assert told(f"{TABLE}\n2020年，园区工业增加值59.9亿元（现价）。") == [
        ("2020年工业增加值", ["57.2亿元", "59.9亿元"], None)
    ]


def test_prices_of_one_year_are_alike_however_they_are_named() -> None:
    plan = """
    一、园区概况
    2020年，园区工业增加值55.1亿元（按2015年可比价格计算）。
    表1 园区主要指标
    | 指标 | 单位 | 2020年 |
    | 工业增加值（2015年不变价） | 亿元 | {} |
    """
    assert told(plan.format("55.1")) == []
    assert [m.subject for m in found(plan.format("55.1"))] == ["2020年工业增加值"]
    assert told(plan.format("56.3")) == [("2020年工业增加值", ["56.3亿元", "55.1亿元"], None)]


def test_two_changes_of_one_target_differ_and_those_of_other_years_do_not() -> None:
    plan = "一、发展目标\n到2025年，单位工业增加值能耗比2020年下降18%。\n二、重点任务\n{}"
    again = "围绕到2025年单位工业增加值能耗比2020年下降{}的目标，推进改造。"
    assert told(plan.format(again.format("18%"))) == []
    assert [s for s, _, _ in told(plan.format(again.format("20%")))] == ["2020—2025年单位工业增加值能耗变化幅度"]
    assert told(plan.format("到2023年，单位工业增加值能耗比2020年下降10%。")) == []


def test_a_bare_level_of_a_year_reported_on_is_a_fact_among_aims() -> None:
    plan = f"{TABLE}\n二、发展目标\n到2025年，能源消费总量控制在100万吨标准煤以内，{{}}。"
    assert told(plan.format("2020年能源消费总量为90.3万吨标准煤")) == []
    assert told(plan.format("2020年能源消费总量为93.0万吨标准煤")) == [
        ("2020年能源消费总量", ["90.3万吨标准煤", "93万吨标准煤"], None)
    ]
    assert told(plan.format("2020年能源消费总量目标为95.0万吨标准煤")) == []


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (("57.2", "CNY"), ("572", "CNY"), "10倍"),
        (("57.2", "CNY"), ("5720", "CNY"), "100倍"),
        (("57.2", "CNY"), ("57200", "CNY"), "1000倍"),
        (("57.2", "CNY"), ("572000", "CNY"), "1万倍"),
        (("1", "CNY"), ("100000000", "CNY"), "1亿倍"),
        (("57.2", "CNY"), ("578", "CNY"), "10倍"),
        (("57.2", "CNY"), ("600", "CNY"), None),
        (("57.2", "CNY"), ("114.4", "CNY"), None),
        (("12", "tCO2"), ("44", "tCO2"), "44/12，即碳与二氧化碳之比"),
        (("12", "tCO2"), ("45", "tCO2"), None),
        (("12", "tce"), ("44", "tce"), None),
        (("0", "CNY"), ("10", "CNY"), None),
    ],
)
def test_slips_of_size(one: tuple[str, str], other: tuple[str, str], expected: str | None) -> None:
    a, b = (Quantity(Fraction(v), u) for v, u in (one, other))
    assert slip_between(a, b) == slip_between(b, a) == expected


def test_places_that_agree_are_one_statement_with_all_of_them() -> None:
    (matter,) = found(f"{TABLE}\n2020年，园区工业增加值572000万元。")
    assert matter.subject == "2020年工业增加值"
    assert len(matter.statements) == 1
    assert len({e.location for e in matter.evidence}) == 2


def test_a_value_without_basis_that_equals_one_with_a_basis_is_of_that_basis() -> None:
    plan = """
    一、园区概况
    2020年，园区工业增加值{}亿元（现价）。
    表1 园区主要指标
    | 指标 | 单位 | 2020年 |
    | 工业增加值（2015年价格） | 亿元 | 55.1 |
    表2 逐年指标
    | 指标 | 单位 | 2019年 | 2020年 |
    | 工业增加值 | 亿元 | 52.0 | {} |
    """
    assert told(plan.format("57.2", "55.10")) == []
    ((subject, values, _),) = told(plan.format("57.2", "58.3"))
    assert (subject, set(values)) == ("2020年工业增加值", {"57.2亿元", "58.3亿元"})
