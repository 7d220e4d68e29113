"""Line breaks of Chinese text in cells."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from plancheck.report.wrap import breaks, lay_out


def lines(text: str, width: int, first: int | None = None) -> list[str]:
    return [text[a:b] for a, b in breaks(text, first or width, width)]


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("园区低碳发展", 8, ["园区低碳", "发展"]),
        ("园区低碳，发展", 8, ["园区低", "碳，发展"]),  # no line begins with a comma
        ("园区低（一）碳", 8, ["园区低", "（一）碳"]),  # none ends with an opening bracket
        ("单位能耗1.65吨", 10, ["单位能耗", "1.65吨"]),  # a number stays whole
        ("see the report", 8, ["see the", "report"]),
        ("abcdefghij", 4, ["abcd", "efgh", "ij"]),  # a word wider than the line is broken
        ("，，，，，，", 4, ["，，", "，，", "，，"]),
        ("", 10, [""]),
        ("甲   乙", 4, ["甲", "乙"]),
    ],
)
def test_breaks(text: str, width: int, expected: list[str]) -> None:
    assert lines(text, width) == expected


def test_first_line_has_its_own_room() -> None:
    assert lines("园区低碳发展", 8, 4) == ["园区", "低碳发展"]


@given(st.text(alphabet="园区，。（）“ab1. |—é", max_size=60), st.integers(4, 20), st.integers(4, 20))
def test_nothing_is_lost_and_nothing_too_wide(text: str, first: int, width: int) -> None:
    ranges = list(breaks(text, first, width))
    assert "".join(text[a:b] for a, b in ranges).replace(" ", "") == text.replace(" ", "")
    for number, (start, end) in enumerate(ranges):
        assert cell_len(text[start:end]) <= (first if number == 0 else width)


def test_styles_go_across_lines() -> None:
    found = list(lay_out([("园区", "bad"), ("低碳发展", "")], 6, first="- ", rest="  ", color=True))
    assert found == ["- \x1b[1;31m园区\x1b[0m", "  低碳", "  发展"]


def test_linear_time() -> None:
    began = time.process_time()
    for text in ("，" * 200_000, " " * 200_000 + "甲", "a" * 200_000, "（" * 200_000):
        list(breaks(text, 40, 40))
    assert time.process_time() - began < 2
