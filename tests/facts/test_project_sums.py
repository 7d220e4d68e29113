"""What sentences state for all projects together: saving, reduction and the sources of funds."""

from __future__ import annotations

import pytest

from plancheck.checking.examples import facts_of
from plancheck.facts.facts import Facts
from tests.facts.park_terms import park_terms


def stated(chapter: str, sentence: str, kind: str) -> list[str]:
    facts: Facts = facts_of(f"一、{chapter}\n{sentence}\n", None, park_terms())
    return [t.quantity.value.show() for t in facts.totals if t.kind == kind and t.quantity.value is not None]


@pytest.mark.parametrize(
    ("chapter", "sentence", "expected"),
    [
        ("重点工程", "全部建成后年节能5万吨标准煤，年减排12万吨二氧化碳。", ["12万吨二氧化碳"]),
        ("效益分析", "试点建设完成后，每年可减少二氧化碳排放50万吨。", ["50万吨二氧化碳"]),
        ("效益分析", "其中余热利用工程每年减排二氧化碳3万吨。", []),
        ("效益分析", "实现总体目标需要减排二氧化碳70万吨。", []),
        ("园区概况", "园区每年可减少二氧化碳排放50万吨。", []),
    ],
)
def test_reduction_of_all(chapter: str, sentence: str, expected: list[str]) -> None:
    assert stated(chapter, sentence, "carbon-reduction") == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("工程总投资2亿元，资金来源为企业自筹12000万元、银行贷款6000万元、财政资金2000万元。", ["2亿元"]),
        ("设立专项资金，每年安排2000万元。", []),
    ],
)
def test_sources_of_funds(sentence: str, expected: list[str]) -> None:
    assert stated("资金保障", sentence, "funding") == expected
