"""Energy per unit of product that sentences give, product by product and year by year."""

from __future__ import annotations

from park_terms import park_terms

from plancheck.document.plaintext import document_from_text
from plancheck.facts.gather import gather


def _products(sentence: str) -> list[tuple[str | None, int, str]]:
    facts = gather(document_from_text(f"# 一、概况\n## （一）能源消费状况\n{sentence}\n"), park_terms())
    return [(p.member, p.year, p.value.value.show() if p.value.value else "") for p in facts.points]


def test_each_product_has_its_own_values() -> None:
    assert _products(
        "主要产品单耗方面，2011年、2012年铸件单位产品综合能耗分别为590千克标准煤/吨和568千克标准煤/吨，"
        "电路板单位产品电耗分别为179千瓦时/平方米和171千瓦时/平方米。"
    ) == [
        ("铸件", 2011, "590千克标准煤/吨"),
        ("铸件", 2012, "568千克标准煤/吨"),
        ("电路板", 2011, "179千瓦时/平方米"),
        ("电路板", 2012, "171千瓦时/平方米"),
    ]


def test_words_that_hold_a_word_of_intent_do_not_make_an_aim() -> None:
    for word in ("主要产品", "供应紧张，", "模拟计算，"):
        assert _products(f"{word}2012年铸件单位产品综合能耗为568千克标准煤/吨。") == [
            ("铸件", 2012, "568千克标准煤/吨")
        ]
    assert _products("2012年铸件单位产品综合能耗应为568千克标准煤/吨。") == []
