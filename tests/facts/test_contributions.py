"""What each task contributes, from a table of contributions."""

from __future__ import annotations

from park_terms import park_terms

from plancheck.document.plaintext import document_from_text
from plancheck.facts.contributions import read_contributions
from plancheck.facts.tables import type_tables


def test_rates_amounts_ranks_and_the_total() -> None:
    document = document_from_text(
        "# 三、主要任务\n| 优先级 | 主要任务 | 减碳量（万吨） | 贡献率（%） |\n| 1 | 1. 调整产业结构 | 5.2 | 52 |\n| 2 | 优化能源结构 | — | 48 |\n|  | 合计 | 10 | 100 |\n"
    )
    found = read_contributions(document, type_tables(document, park_terms()))
    assert [(c.task, c.rate and c.rate.value and c.rate.value.show(), c.priority, c.total) for c in found] == [
        ("调整产业结构", "52%", "1", False),
        ("优化能源结构", "48%", "2", False),
        ("合计", "100%", None, True),
    ]
    assert [c.amount and (c.amount.value.show() if c.amount.value else c.amount.status) for c in found] == [
        "5.2万吨二氧化碳",
        "blank",
        "10万吨二氧化碳",
    ]
