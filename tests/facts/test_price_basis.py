"""The prices that a sum of money in a sentence is counted in."""

from __future__ import annotations

import pytest

from plancheck.facts.fold import fold
from plancheck.facts.price_basis import price_basis
from plancheck.facts.quantities import read_quantities


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("工业增加值57.2亿元（现价）", ["现价"]),
        ("工业增加值57.2亿元（按2010年价格计算）", ["2010年价"]),
        ("工业增加值（2010年不变价）57.2亿元", ["2010年价"]),
        ("工业增加值（可比价）57.2亿元", ["可比价"]),
        ("按2010年可比价计算，工业增加值57.2亿元", ["2010年价"]),
        ("总产值300亿元，工业增加值57.2亿元（按2010年价格计算），税收8亿元", [None, "2010年价", None]),
        ("按当年价计算为60亿元，能源消费总量90万吨标准煤（等价值）", ["当年价", None]),
        ("工业增加值57.2亿元（比上年增长8%）", [None, None]),
    ],
)
def test_in_brackets_behind_a_sum_or_named_before_it(text: str, expected: list[str | None]) -> None:
    spans = read_quantities(text)
    assert [price_basis(fold(text), span, spans) for span in spans] == expected
