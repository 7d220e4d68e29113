"""Two intensities that share one head, in the park's targets and in those of its region."""

from __future__ import annotations

import pytest
from park_terms import park_terms

from plancheck.document.plaintext import document_from_text
from plancheck.facts.gather import gather
from plancheck.facts.shared_heads import shared_name


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("单位工业增加值能耗", "二氧化碳排放", "单位工业增加值二氧化碳排放"),
        ("万元工业增加值能耗", "碳排放强度", "万元工业增加值碳排放"),
        ("单位工业增加值二氧化碳排放", "能耗", "单位工业增加值能耗"),
        ("单位工业增加值能耗", "绿色建筑比例", "绿色建筑比例"),
        ("能源消费总量", "二氧化碳排放", "二氧化碳排放"),
    ],
)
def test_names_that_share_a_head(first: str, second: str, expected: str) -> None:
    assert shared_name(first, second) == expected


def test_targets_of_the_park() -> None:
    plan = "# 二、主要目标\n到2016年，园区单位工业增加值能耗和二氧化碳排放分别比2012年下降18%和20%。\n"
    facts = gather(document_from_text(plan), park_terms())
    assert [(t.canonical, t.change and t.change.value and t.change.value.show()) for t in facts.targets] == [
        ("单位工业增加值能耗", "18%"),
        ("单位工业增加值二氧化碳排放", "20%"),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "湖南省“十二五”期间（2011—2015年）单位GDP能耗和二氧化碳排放下降目标分别为16%和17%",
        "湖南省“十二五”单位地区生产总值能耗下降16%，单位地区生产总值二氧化碳排放下降17%",
    ],
)
def test_targets_of_the_region(sentence: str) -> None:
    facts = gather(document_from_text(f"# 二、主要目标\n{sentence}。\n"), park_terms())
    shown = [
        (t.canonical, t.base_year and t.base_year.value, t.change and t.change.value and t.change.value.show())
        for t in facts.region_targets
    ]
    assert shown == [("单位地区生产总值能耗", 2010, "16%"), ("单位地区生产总值二氧化碳排放", 2010, "17%")]
