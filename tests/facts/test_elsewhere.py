"""Whose value an indicator in a sentence is: the park's, or of the city around it, a neighbour, a part."""

from __future__ import annotations

import pytest

from plancheck.facts.elsewhere import is_elsewhere, is_other_park, is_part


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("2020年,所在的海州市", True),
        ("2020年，海州市", True),
        ("邻近的石桥工业园", True),
        ("周边园区", True),
        ("每平方公里", True),
        ("亩均", True),
        ("2020年，园区", False),
        ("海州市经济开发区", False),
        ("所在地为海州市，园区", False),
        ("", False),
    ],
)
def test_the_clause_before_an_indicator_names_another_place(before: str, expected: bool) -> None:
    assert is_elsewhere(before) is expected


@pytest.mark.parametrize(
    ("name", "title", "expected"),
    [
        ("石桥工业园", "云泽经济技术开发区低碳发展规划", True),
        ("云泽经开区", "云泽经济技术开发区低碳发展规划", False),
        ("经开区", "云泽经济技术开发区低碳发展规划", False),
        ("全部园区", "云泽经济技术开发区低碳发展规划", False),
        ("石桥工业园", "低碳发展规划", False),
        ("化工行业", "云泽经济技术开发区低碳发展规划", False),
    ],
)
def test_a_park_that_shares_no_word_with_the_title_is_another(name: str, title: str, expected: bool) -> None:
    assert is_other_park(name, title) is expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [("化工行业", True), ("货运企业顺航物流", True), ("恒川热电", True), ("园区", False), ("企业园区", False)],
)
def test_names_of_parts_of_a_park(name: str, expected: bool) -> None:
    assert is_part(name) is expected
