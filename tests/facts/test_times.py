"""Years, periods, plans and anchors in text, and the period of a project's cell."""

from __future__ import annotations

import pytest

from plancheck.facts.model import Period
from plancheck.facts.times import read_period, read_times


@pytest.mark.parametrize(
    ("text", "context", "expected"),
    [
        ("到2016年末", None, [("2016年末", 2016, 2016, "year")]),
        ("二○二五年底前", None, [("二○二五年底", 2025, 2025, "year")]),
        ("2014-2016年实施", None, [("2014-2016年", 2014, 2016, "period")]),
        ("2014年3月至2015年10月", None, [("2014年3月至2015年10月", 2014, 2015, "period")]),
        ("“十二五”期间", None, [("“十二五”期间", 2011, 2015, "fyp")]),
        ("“十三五”末", None, [("“十三五”末", 2020, 2020, "fyp")]),
        ("“十二五”后三年", None, [("“十二五”后三年", 2013, 2015, "fyp")]),
        ("较基准年下降", "基准年：2012年，目标年：2016年", [("基准年", 2012, 2012, "anchor")]),
        ("规划期末达到", "规划期限：2016—2020年", [("规划期末", 2020, 2020, "anchor")]),
        ("2012年增长，比上年高", None, [("2012年", 2012, 2012, "year"), ("上年", 2011, 2011, "anchor")]),
        (
            "2014、2015和2016年",
            None,
            [("2014", 2014, 2014, "year"), ("2015", 2015, 2015, "year"), ("2016年", 2016, 2016, "year")],
        ),
        ("到15年底", None, [("15年底", 2015, 2015, "year")]),
        ("国发〔2011〕26号", None, []),
        ("GB/T 2589-2020", None, []),
        ("投资2015万元、产能2000吨", None, []),
        ("较基准年下降", None, []),
        ("建设期2年，三年行动", None, []),
    ],
)
def test_times(text: str, context: str | None, expected: list[tuple[str, int, int, str]]) -> None:
    found = read_times(text, context)
    assert [(t.text, t.start_year, t.end_year, t.kind) for t in found] == expected
    assert all(text[t.start : t.end] == t.text for t in found)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2014.6-2016.12", (2014, 6), (2016, 12)),
        ("2013.10—2015.6", (2013, 10), (2015, 6)),
        ("2014/06-2015/12", (2014, 6), (2015, 12)),
        ("2014-06至2015-12", (2014, 6), (2015, 12)),
        ("201406-201512", (2014, 6), (2015, 12)),
        ("2014年3月至2015年10月", (2014, 3), (2015, 10)),
        ("2014年6月-12月", (2014, 6), (2014, 12)),
        ("2014年6月—2015年", (2014, 6), (2015, None)),
        ("2014-2016", (2014, None), (2016, None)),
        ("2014—15年", (2014, None), (2015, None)),
        ("2014年", (2014, None), (2014, None)),
        ("2014年6月1日-2015年12月31日", (2014, 6), (2015, 12)),
        ("2015年底前完成", None, (2015, None)),
        ("2015年前", None, (2015, None)),
        ("2016年11月", None, (2016, 11)),
        ("2015年起", (2015, None), None),
        ("“十二五”期间", (2011, None), (2015, None)),
        ("建设期2年", None, None),
        ("18个月", None, None),
    ],
)
def test_the_period_of_a_project(
    text: str, start: tuple[int, int | None] | None, end: tuple[int, int | None] | None
) -> None:
    assert read_period(text) == Period(start, end)


@pytest.mark.parametrize("text", ["长期", "已建成", "", "持续推进"])
def test_what_gives_no_period(text: str) -> None:
    assert read_period(text) is None
