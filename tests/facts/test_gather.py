"""Facts are gathered from any document without raising, in the same way each time, and the coverage tells how much."""

from __future__ import annotations

import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_vocabulary import entry, vocabulary

from plancheck.document.plaintext import document_from_text
from plancheck.facts.coverage import FactsCoverage, coverage
from plancheck.facts.gather import gather

VOCABULARY = vocabulary(
    entry("section", "主要任务", "重点任务", level="1"),
    entry("section", "重点工程", "重点项目", level="1"),
    entry("term", "能源管理中心", "能管中心", "能源…中心"),
    entry("indicator", "能源消费总量", "能耗"),
    entry("group", "能源低碳化", "低碳能源", of="任务领域"),
)
LINES = st.sampled_from(
    [
        "一、主要任务", "# 重点工程", "（一）低碳能源", "1.发展光伏。建设10兆瓦。", "一是甲；二是乙。", "略", "", "|", "| |", "| a | b |",
        "| 项目名称 | 投资额（万元） |", "| ^ | < |", "[图 图1]", "表1 表", "……", "“", "（", "）", "能源 管理中心尚未建立。", "\u3000\u3000", "\0", "XX万元",
    ]
)  # fmt: skip


@settings(deadline=None, max_examples=60)
@given(st.lists(st.one_of(LINES, st.text(max_size=30)), max_size=25))
def test_any_plan_can_be_gathered(lines: list[str]) -> None:
    facts = gather(document_from_text("\n".join(lines)), VOCABULARY, None)
    for key, found in facts.mentions.items():
        for mention in found:
            assert facts.passages[mention.passage].text[mention.start : mention.end] == mention.alias
            assert key.endswith(mention.term)
    assert all(task.parent is None or task.parent < at for at, task in enumerate(facts.tasks))
    counts = coverage(facts)
    assert 0 <= counts.attributed <= counts.characters


def test_coverage_counts() -> None:
    facts = gather(
        document_from_text(
            "一、前言\n园区概况。\n二、主要任务\n建设10兆瓦光伏。\n| 名称 | 投资（万元） |\n| 光伏 | 300 |\n"
        ),
        VOCABULARY,
    )
    counts = coverage(facts)
    assert isinstance(counts, FactsCoverage)
    assert (counts.characters, counts.attributed, counts.tables) == (31, 24, 1)


def test_quantities_of_a_passage_are_read_once() -> None:
    facts = gather(document_from_text("建设10兆瓦光伏。\n"), VOCABULARY)
    assert [span.text for span in facts.quantities(0)] == ["10兆瓦"]
    assert facts.quantities(0) is facts.quantities(0)


def test_quantities_of_a_row_take_their_units_from_the_heads() -> None:
    facts = gather(document_from_text("| 项目名称 | 投资额（万元） |\n| 余热利用 | 1200 |\n"), VOCABULARY)
    (span,) = facts.quantities(1)
    assert facts.passages[1].text[span.start : span.end] == "1200"
    assert (span.quantity.value, span.quantity.unit) == (12_000_000, "CNY")


def test_equal_submissions_have_equal_facts() -> None:
    text = "一、主要任务\n（一）低碳能源\n建设能管中心。\n"
    one, two = (gather(document_from_text(text), VOCABULARY) for _ in range(2))
    one.quantities(0)
    assert one == two


@pytest.mark.parametrize("characters", [60_000])
def test_words_and_sections_of_a_long_plan_are_found_fast(characters: int) -> None:
    chance = random.Random(7)
    letters = "园区建设能源管理中心节约用能推广光伏发电改造锅炉余热回收淘汰落后产能清洁生产审核"
    words = ["".join(chance.choices(letters, k=chance.randint(3, 7))) for _ in range(5000)]
    entries = [entry("term", f"词{i}", *words[i * 8 : i * 8 + 8]) for i in range(625)]
    text = "\n".join("".join(chance.choices(letters + "，，。", k=120)) for _ in range(characters // 120))
    document = document_from_text(f"一、主要任务\n{text}\n")
    terms = vocabulary(*entries)
    started = time.process_time()
    gather(document, terms)
    assert time.process_time() - started < 0.6  # about a tenth of it is usual; the rest is room for a busy machine


def test_targets_below_the_tasks_are_no_overall_targets() -> None:
    plan = (
        "# 主要目标\n到2016年，绿色建筑比例达到40%。\n# 主要任务\n## 健全目标责任制\n到2016年，三级计量普及率达到90%。"
    )
    facts = gather(document_from_text(plan), VOCABULARY, None)
    assert [(t.indicator, t.level) for t in facts.targets] == [("绿色建筑比例", 1), ("三级计量普及率", None)]
