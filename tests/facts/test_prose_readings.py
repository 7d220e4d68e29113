"""Shares, predictions, parts of the park, products and lists in sentences; each with what it must not be taken for."""

from __future__ import annotations

import pytest
from park_terms import park_terms

from plancheck.document.plaintext import document_from_text
from plancheck.facts.gather import gather
from plancheck.facts.labels import split_label
from plancheck.facts.model import Point, Target
from plancheck.facts.quantities import read_quantities
from plancheck.facts.times import read_period


def points(sentence: str) -> tuple[Point, ...]:
    return gather(document_from_text(f"# 一、概况\n{sentence}\n"), park_terms()).points


def targets(sentence: str) -> tuple[Target, ...]:
    return gather(document_from_text(f"# 二、主要目标\n{sentence}\n"), park_terms()).targets


def test_a_share_in_words_that_hold_a_word_of_comparison() -> None:
    (point,) = points("2012年研发经费占主营业务收入的比重为1.31%。")
    assert (point.canonical, point.year, point.value.value and point.value.value.show()) == (
        "研发投入占销售收入比重", 2012, "1.31%",
    )  # fmt: skip
    assert points("2012年研发经费占主营业务收入的比重比2011年提高0.31个百分点。") == ()


@pytest.mark.parametrize(
    ("sentence", "scenario"),
    [
        ("若保持现有强度，2016年二氧化碳排放将达到1355万吨。", "保持现有强度"),
        ("按低碳情景，2016年二氧化碳排放1084万吨。", "低碳情景"),
        ("预计到2016年二氧化碳排放总量为1084万吨。", None),
    ],
)
def test_predictions_are_forecasts_wherever_they_stand(sentence: str, scenario: str | None) -> None:
    assert [(p.year, p.forecast, p.scenario) for p in points(sentence)] == [(2016, True, scenario)]
    assert points("到2016年二氧化碳排放总量控制在1084万吨。") == ()


@pytest.mark.parametrize("part", ["服务业及其他", "居民生活", "化工行业"])
def test_a_part_is_never_the_total(part: str) -> None:
    assert [p.scope for p in points(f"2012年{part}二氧化碳排放量9.79万吨。")] == [part]
    assert [p.scope for p in points("2012年园区二氧化碳排放量9.79万吨。")] == [None]


def test_consumption_of_power_per_product() -> None:
    found = points("2011年和2012年硅铁综合电耗分别为8480、8390千瓦时/吨。")
    assert [(p.canonical, p.dimension, p.member, p.year) for p in found] == [
        ("单位产品能耗", "产品", "硅铁", 2011),
        ("单位产品能耗", "产品", "硅铁", 2012),
    ]
    assert points("2012年园区综合电耗8390万千瓦时。") == ()


def test_one_number_for_all_indicators_before_it() -> None:
    both = targets("到2016年，单位工业增加值能耗、单位工业增加值二氧化碳排放均比2012年下降20%。")
    assert [(t.canonical, t.change and t.change.value and t.change.value.show()) for t in both] == [
        ("单位工业增加值能耗", "20%"),
        ("单位工业增加值二氧化碳排放", "20%"),
    ]
    assert len(targets("到2016年，优化产业结构、单位工业增加值能耗年均下降4%。")) == 1


def test_a_bound_behind_a_list_goes_for_all_of_it() -> None:
    def bounds(text: str) -> list[str]:
        return [q.quantity.comparator for q in read_quantities(text)]

    assert bounds("分别控制在320万吨、310万吨和300万吨以内") == ["<=", "<=", "<="]
    assert bounds("320万吨，其中工业300万吨以内") == ["=", "<="]
    assert bounds("320万吨、不高于300万吨") == ["=", "<="]


def test_two_digit_years_of_a_period() -> None:
    for text, start, end in (("14年—16年", (2014, None), (2016, None)), ("14.3-15.10", (2014, 3), (2015, 10))):
        period = read_period(text)
        assert period is not None and (period.start, period.end) == (start, end)
    assert read_period("14-16") is None


def test_a_quantity_at_the_start_of_a_name_is_no_number_of_it() -> None:
    assert split_label("40 兆瓦光伏发电工程").core == "40兆瓦光伏发电工程"
    assert split_label("4 光伏发电工程").core == "光伏发电工程"
