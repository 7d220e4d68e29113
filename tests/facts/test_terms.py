"""Words of the vocabulary are found wherever they stand, whatever other words there are."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_vocabulary import entry, vocabulary

from plancheck.core.vocabulary import Entry
from plancheck.document.plaintext import document_from_text
from plancheck.facts.model import Mention
from plancheck.facts.passages import read_passages
from plancheck.facts.terms import find_mentions


def mentions(text: str, *entries: Entry) -> dict[str, tuple[Mention, ...]]:
    return find_mentions(read_passages(document_from_text(text)), vocabulary(*entries))


def seen(text: str, *entries: Entry) -> dict[str, list[str]]:
    return {key: [m.alias for m in found] for key, found in mentions(text, *entries).items()}


def test_aliases_and_places() -> None:
    found = mentions("一、任务\n建设能源管理中心。能管中心投用。\n", entry("term", "能源管理中心", "能管中心"))
    assert found["term:能源管理中心"] == (
        Mention("能源管理中心", "能源管理中心", 1, 2, 8),
        Mention("能源管理中心", "能管中心", 2, 0, 4),
    )


def test_nothing_found_is_an_empty_tuple() -> None:
    assert mentions("没有这样的词。", entry("term", "甲乙丙")) == {"term:甲乙丙": ()}


@pytest.mark.parametrize(
    ("text", "alias"),
    [
        ("建设能 源 管理中心。", "能 源 管理中心"),
        ("建设能源　管理中心。", "能源　管理中心"),
        ("| 项目 | 内容 |\n| 能源\n管理中心 | 1 |", None),
        ("安装ＴＲＴ装置。", "ＴＲＴ"),
        ("建设“能源管理”中心。", "能源管理”中心"),
        ("建设能源\u200b管理中心。", "能源\u200b管理中心"),
        ("安装trt装置。", "trt"),
    ],
)
def test_blanks_and_widths_hide_nothing(text: str, alias: str | None) -> None:
    found = seen(text, entry("term", "设施", "能源管理中心", "TRT"))["term:设施"]
    assert found == ([alias] if alias else [])


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("TRT装置", 1),
        ("建设TRT 项目", 1),
        ("ATRT装置", 0),
        ("TRTs", 0),
        ("the trt unit", 1),
        ("TRT2期", 0),
        ("CDM、TRT", 1),
    ],
)
def test_short_latin_aliases_are_whole_words(text: str, count: int) -> None:
    assert len(mentions(text, entry("term", "余压发电", "TRT"))["term:余压发电"]) == count


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("建立园区碳排放统计体系。", ["建立园区碳排放统计体系"]),
        ("建立制度，完善统计体系。", []),
        ("统计体系已经建立。", []),
        ("建立" + "很" * 30 + "体系", []),
        ("建立甲制度、建立乙体系", ["建立乙体系"]),
    ],
)
def test_gap_patterns_stay_within_a_clause(text: str, found: list[str]) -> None:
    assert seen(text, entry("term", "碳统计", "建立…体系"))["term:碳统计"] == found


def test_gap_patterns_with_three_parts() -> None:
    assert seen("建立健全碳排放的统计和核算体系", entry("term", "甲", "建立…碳排放…体系"))["term:甲"] == [
        "建立健全碳排放的统计和核算体系"
    ]


def test_a_confusable_masks_only_its_own_entry() -> None:
    text = "单位GDP能耗下降。能耗下降。"
    found = seen(text, entry("term", "能耗", never=["单位GDP能耗"]), entry("term", "能耗二", "能耗"))
    assert found == {"term:能耗": ["能耗"], "term:能耗二": ["能耗", "能耗"]}


def test_a_longer_word_of_another_indicator_masks() -> None:
    text = "单位工业增加值能耗下降，能耗下降。"
    found = seen(text, entry("indicator", "能源消费总量", "能耗"), entry("indicator", "单位工业增加值能耗"))
    assert found == {"indicator:能源消费总量": ["能耗"], "indicator:单位工业增加值能耗": ["单位工业增加值能耗"]}


def test_terms_do_not_mask_each_other_nor_indicators() -> None:
    text = "能源管理中心"
    found = seen(text, entry("term", "能源管理"), entry("term", "能源管理中心"), entry("indicator", "管理"))
    assert found == {"term:能源管理": ["能源管理"], "term:能源管理中心": ["能源管理中心"], "indicator:管理": ["管理"]}


def test_one_mention_per_place_firm_before_weak_longest_first() -> None:
    found = mentions(
        "建设能源管理中心", entry("term", "甲", "能源管理", "能源管理中心", weak=["建设能源管理中心", "能源"])
    )
    assert [(m.alias, m.weak) for m in found["term:甲"]] == [("能源管理中心", False)]
    assert [
        (m.alias, m.weak) for m in mentions("节约能源", entry("term", "甲", "能源管理", weak=["能源"]))["term:甲"]
    ] == [("能源", True)]


def test_neighbouring_passages_are_not_joined() -> None:
    assert seen("建设能源\n管理中心", entry("term", "能源管理"))["term:能源管理"] == []
    assert seen("| 能源 | 管理 |\n| a | b |", entry("term", "能源管理"))["term:能源管理"] == []


WORDS = st.text(alphabet="甲乙丙丁", min_size=1, max_size=4)


@settings(deadline=None)
@given(st.text(alphabet="甲乙丙丁，", min_size=1, max_size=60), st.lists(WORDS, min_size=1, max_size=8, unique=True))
def test_every_occurrence_is_found_whatever_the_other_words(text: str, words: list[str]) -> None:
    found = seen(text, *(entry("term", word) for word in words))
    for word in words:
        alone = seen(text, entry("term", word))
        assert found[f"term:{word}"] == alone[f"term:{word}"]
        assert bool(alone[f"term:{word}"]) == (word in text)


@settings(deadline=None)
@given(st.text(alphabet="甲乙丙丁，", max_size=60), st.lists(WORDS, min_size=2, max_size=6, unique=True), st.randoms())
def test_the_order_of_aliases_and_entries_does_not_matter(text: str, words: list[str], chance: random.Random) -> None:
    shuffled = list(words)
    chance.shuffle(shuffled)
    one = mentions(text, entry("term", "名", *words), entry("indicator", "指标", *words[:2]))
    two = mentions(text, entry("indicator", "指标", *reversed(words[:2])), entry("term", "名", *shuffled))
    assert one == two
