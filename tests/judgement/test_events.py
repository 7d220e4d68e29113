"""Years of an event: the park's own are told from those of others, exact ones from bounds; cited documents by number."""

from __future__ import annotations

from pathlib import Path

import pytest

from plancheck.checking.examples import facts_of
from plancheck.judgement.builtins.arguments import Arguments
from plancheck.judgement.builtins.citations import Citation, citations
from plancheck.judgement.builtins.events import event_years
from plancheck.judgement.context import Context, EntityRef
from plancheck.judgement.values import Items, Num, Value
from tests.rulekit import pack

TERM = 'term 达峰 "达峰" { also "达峰" "达到峰值" "排放峰值" never "碳达峰实施方案" "碳达峰行动方案" "达峰后" }'


def found(folder: Path, text: str, whose: str = "园区") -> tuple[list[int], list[int]]:
    """The sure and the doubtful years that a text gives."""
    vocabulary = pack(folder, TERM).vocabulary
    context = Context(facts_of(f"一、碳达峰目标\n{text}", None, vocabulary), {})
    value = event_years(
        context, Arguments({"terms": (EntityRef("term", "达峰"),), "whose": (EntityRef("word", whose),)})
    )
    assert isinstance(value.data, Items)
    return years(value.data.sure), years(value.data.doubtful)


def years(values: tuple[Value, ...]) -> list[int]:
    return [int(v.data.exact or 0) for v in values if isinstance(v.data, Num)]


@pytest.mark.parametrize(
    ("text", "sure", "doubtful"),
    [
        ("园区二氧化碳排放力争于2028年达峰。", [2028], []),
        ("到2028年，园区二氧化碳排放达到峰值，约130万吨。", [2028], []),
        ("碳达峰时间确定为2027年。", [2027], []),
        ("园区确保2030年前达峰，力争2028年达峰。", [2028], []),
        ("园区2030年前达峰。", [2030], []),
        ("园区2026年达峰。到2028年，园区碳排放达峰。", [2026, 2028], []),
        ("落实《2030年前碳达峰行动方案》，园区2028年达峰。", [2028], []),
        ("全市提出2029年达峰，园区力争2028年达峰。", [2028], []),
        ("全国2030年前碳达峰、2060年前碳中和。", [], []),
        ("为全省2030年前碳达峰奠定基础。", [], []),
        ("到2025年，单位工业增加值碳排放下降18%，为尽早达峰打好基础。", [], []),
        ("基准情景下2033年达峰，达峰情景下2028年达峰。", [2028], []),
        ("低碳情景下2029年达峰，强化情景下2027年达峰。", [], [2027, 2029]),
        ("2029年对达峰情况作总结评估。", [], []),
        ("2026年底前完成碳达峰工作评估。", [], []),
        ("十五五期间园区达峰。", [], [2030]),
        ("恒泰化工公司2026年达峰。", [], [2026]),
        ("尚未确定2028年达峰。", [], []),
        ("最迟不晚于2029年达峰，力争2028年达峰。", [2028], []),
        ("先于全市一年，园区于2028年达峰。", [2028], []),
        ("园区2031年达峰。园区确保2030年前达峰。", [2030, 2031], []),
        ("| 指标 | 单位 | 目标 |\n| 达峰年份 | 年 | 2028 |", [2028], []),
    ],
)
def test_the_year_of_an_event_is_the_parks_own(tmp_path: Path, text: str, sure: list[int], doubtful: list[int]) -> None:
    assert found(tmp_path, text) == (sure, doubtful)


def test_the_regions_year_is_asked_for_apart(tmp_path: Path) -> None:
    assert found(tmp_path, "江城市提出2029年达峰，园区力争2028年达峰。", "地区") == ([2029], [])
    assert found(tmp_path, "江城市要求园区不晚于2029年达峰。", "地区") == ([2029], [])
    assert found(tmp_path, "江城市要求园区不晚于2029年达峰。") == ([], [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "依据《工业园区循环经济管理通则》（GB/T 31088-2014）和《循环经济促进法》。",
            [("工业园区循环经济管理通则", "GB/T 31088-2014"), ("循环经济促进法", "")],
        ),
        ("按GB/T 33567-2017《工业园区循环经济评价规范》执行。", [("工业园区循环经济评价规范", "GB/T 33567-2017")]),
        ("执行GB/T 33567-2017 工业园区循环经济评价规范。", [("工业园区循环经济评价规范", "GB/T 33567-2017")]),
        ("《2030年前碳达峰行动方案》（国发〔2021〕23号）", [("2030年前碳达峰行动方案", "国发〔2021〕23号")]),
        ("园区面积12平方公里。", []),
    ],
)
def test_documents_are_cited_by_title_and_number(tmp_path: Path, text: str, expected: list[tuple[str, str]]) -> None:
    context = Context(facts_of(f"一、编制依据\n{text}", None, pack(tmp_path, "").vocabulary), {})
    value = citations(context, Arguments({}))
    assert isinstance(value.data, Items)
    assert [(v.data.title, v.data.number) for v in value.data.sure if isinstance(v.data, Citation)] == expected
