"""Rows of reports that set the reached value beside the target."""

from __future__ import annotations

from pathlib import Path

import pytest

from plancheck.checking.examples import facts_of
from plancheck.facts.achievements import Achievement, read_achievements
from plancheck.packs.load import load_pack

RULES = Path(__file__).parents[2] / "rules"


def rows(head: str, *body: str) -> tuple[Achievement, ...]:
    table = "\n".join(f"| {line} |" for line in (head, *body))
    facts = facts_of(
        f"一、完成情况\n表1 建设目标完成情况\n{table}", None, load_pack(str(RULES / "lcip-2014")).vocabulary
    )
    return read_achievements(facts.document, facts.tables)


HEAD = "序号 | 指标名称 | 单位 | 2020年基准值 | 2025年目标值 | 2025年完成值"


@pytest.mark.parametrize(
    ("row", "met"),
    [
        ("1 | 可再生能源占比 | % | 22 | 40 | 41.2", True),
        ("1 | 可再生能源占比 | % | 22 | 40 | 32", False),
        ("1 | 单位工业增加值能耗 | 吨标准煤/万元 | 0.52 | 0.42 | 0.42", True),
        ("1 | 单位工业增加值能耗 | 吨标准煤/万元 | 0.52 | 0.42 | 0.45", False),
        ("1 | 绿化指标 | 公顷 |  | ≥40 | 44", True),
        ("1 | 绿化指标 | 公顷 |  | ≤40 | 44", False),
        ("1 | 某项水平 | 分 |  | 40 | 44", None),
        ("1 | 可再生能源占比 | % | 22 | 40 | 待统计", None),
    ],
)
def test_whether_a_target_is_met(row: str, met: bool | None) -> None:
    (found,) = rows(HEAD, row)
    assert found.met is met


def test_names_units_and_values_of_the_rows() -> None:
    found = rows(HEAD, "1 | 碳排放总量（万吨二氧化碳） |  | 64.2 | 58 | 56.8", "2 |  |  |  |  |")
    assert [
        (a.indicator, a.achieved.value.show() if a.achieved.value else "", a.target is not None) for a in found
    ] == [("碳排放总量", "56.8万吨二氧化碳", True)]


@pytest.mark.parametrize("head", ["指标 | 2020年 | 2025年目标值", "项目名称 | 建设内容 | 完成情况"])
def test_other_tables_hold_none(head: str) -> None:
    assert rows(head, "可再生能源占比 | 22 | 40") == ()
