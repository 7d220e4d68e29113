"""Quantities and targets of whole sentences and table rows, exactly as a careful reviewer reads them."""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction

import pytest
import sentences
import sentences_longer
import sentences_notations
from sentences import Number, Sentence

import plancheck
from plancheck.facts.prose_targets import read_targets

ALL = sentences.SENTENCES + sentences_longer.SENTENCES + sentences_notations.SENTENCES


def _number(value: Fraction | None, low: Fraction | None, high: Fraction | None) -> Number:
    if value is not None:
        return round(float(value), 6)
    assert low is not None and high is not None
    return (round(float(low), 6), round(float(high), 6))


def _rounded(number: Number) -> Number:
    return (round(number[0], 6), round(number[1], 6)) if isinstance(number, tuple) else round(number, 6)


@pytest.mark.parametrize("sentence", ALL, ids=lambda s: s.text[:24])
def test_quantities(sentence: Sentence) -> None:
    read = plancheck.read_quantities(sentence.text, sentence.context)
    found = [
        (q.text, _number(q.value, q.low, q.high), q.unit_canonical, q.comparator + ("~" if q.approx else ""))
        for q in read
    ]
    assert found == [(text, _rounded(number), unit, mark) for text, number, unit, mark in sentence.quantities]
    assert all(sentence.text[q.start : q.end] == q.text for q in read)


@pytest.mark.parametrize("sentence", ALL, ids=lambda s: s.text[:24])
def test_targets(sentence: Sentence) -> None:
    found = [
        (t.indicator, t.base_year, t.target_year, _number(t.value, t.low, t.high), t.unit, t.direction, t.basis, t.per)
        for t in plancheck.read_targets(sentence.text, sentence.context)
    ]
    assert found == [(i, b, y, _rounded(v), u, d, s, p) for i, b, y, v, u, d, s, p in sentence.targets]


def _spaced(text: str) -> str:
    return re.sub(r"(?<=[\u4e00-\u9fff])(?=[0-9])|(?<=[0-9%])(?=[\u4e00-\u9fff])", " ", text)


def _full_width(text: str) -> str:
    return text.translate({code: code + 0xFEE0 for code in (*range(48, 58), ord("%"))})


@pytest.mark.parametrize("rewrite", [_spaced, _full_width])
@pytest.mark.parametrize("sentence", ALL, ids=lambda s: s.text[:24])
def test_blanks_and_full_width_forms_change_nothing(sentence: Sentence, rewrite: Callable[[str], str]) -> None:
    def numbers(text: str) -> list[tuple[object, ...]]:
        read = plancheck.read_quantities(text, sentence.context)
        return [(q.value, q.low, q.high, q.unit_canonical, q.comparator, q.approx) for q in read]

    def aims(text: str) -> list[tuple[object, ...]]:
        read = plancheck.read_targets(text, sentence.context)
        return [(t.base_year, t.target_year, t.value, t.unit, t.direction, t.basis, t.per) for t in read]

    rewritten = rewrite(sentence.text)
    assert numbers(rewritten) == numbers(sentence.text)
    assert aims(rewritten) == aims(sentence.text)


def test_a_year_reported_on_has_no_targets() -> None:
    from plancheck.facts.prose_targets import read_targets

    text = "2012年综合能耗达到80万吨标准煤，2016年控制在95万吨标准煤以内。"
    assert [t.target_year for t in read_targets(text)] == [2012, 2016]
    assert [t.target_year for t in read_targets(text, fact_year=2012)] == [2016]


@pytest.mark.parametrize(
    ("text", "context", "wanted"),
    [
        ("园区2020年碳排放总量为186.4万吨，其中能源活动占88.7%。", None, []),
        ("园区2020年碳排放总量为186.4万吨，其中能源活动占88.7%。", "总体目标", [186.4, 88.7]),
        ("2020年能源消费总量为98.6万吨标煤，到2025年总量控制在110万吨标煤以内。", None, [110]),
        ("全省下达“十四五”能耗强度下降目标为14%，园区承诺完成15.5%。", None, [15.5]),
        ("用三年时间（2014年至2016年）把单位产值碳排放压减两成。", None, [20]),
    ],
)
def test_a_bare_level_without_a_word_of_intent_is_a_fact(text: str, context: str | None, wanted: list[float]) -> None:
    told = [float(t.value or 0) / (10**4 if t.unit in ("t", "tce") else 1) for t in read_targets(text, context)]
    assert told == wanted


def test_names_are_as_printed_and_share_their_head_only_on_request() -> None:
    text = "到2016年，单位工业增加值能耗和碳排放分别比2012年下降15%和18%。"
    assert [t.indicator for t in read_targets(text)] == ["单位工业增加值能耗", "碳排放"]
    assert [t.indicator for t in read_targets(text, share_heads=True)] == ["单位工业增加值能耗", "单位工业增加值碳排放"]
    (target,) = read_targets("用三年时间（2014年至2016年）把单位产值碳排放压减两成。")
    assert target.indicator == "单位产值碳排放"
