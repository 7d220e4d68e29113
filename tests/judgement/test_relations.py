"""What stands around a sentence, next to a word, in a task, and where a target is stated again."""

from __future__ import annotations

from pathlib import Path

import pytest

from plancheck.core.outcome import Outcome
from tests.rulekit import HEAD, load, outcome, outcomes

TASKS = """section 主要任务 "主要任务" { order 1 level 1 }
term 运营 "运营单位" { also "运营" "提供" }
term 需要量 "需要的减排量" { also "需要减排" }
"""
TABLE = """一、目标
表1 低碳指标体系
| 三级指标 | 单位 | 2012年 | 2016年目标值 |
| 非化石能源占能源消费总量比重 | % | 4 | 10 |
二、主要任务
（一）调整能源
{}
"""


def judged(tmp_path: Path, body: str, plan: str) -> tuple[Outcome, tuple[str, ...]]:
    rule = f'rule test-pack/1 shall "一条规则" {{ clause 一\n{body} }}'
    loaded = load(tmp_path, rule, HEAD + TASKS)
    assert loaded.pack is not None, [d.message for d in loaded.diagnostics]
    found = outcomes(loaded.pack, plan)["1"]
    return found.outcome, found.messages


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("建设公共服务平台。平台由研究院运营。", Outcome.PASS),
        ("建设公共服务平台。\n检测中心提供化验。", Outcome.FAIL),
        ("1. 公共服务平台\n研究院选址城东。\n建成后提供检测。", Outcome.PASS),
        ("表1 公共服务平台\n| 名称 | 内容 |\n| 检测 | 由研究院运营 |", Outcome.PASS),
        ("表1 公共服务平台\n| 名称 | 内容 |\n| 检测 | 化验 |\n由研究院运营。", Outcome.FAIL),
    ],
)
def test_around_is_the_paragraph_or_what_a_heading_heads(tmp_path: Path, text: str, expected: Outcome) -> None:
    body = 'require mentions(运营, in: around(mentions(平台))) is given otherwise "没有"'
    assert judged(tmp_path, body, f"一、主要任务\n（一）技术\n{text}")[0] is expected


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("排放量为157万吨，需要减排31万吨。", "31万吨"),
        ("需要减排的量见下文，排放量为157万吨。", "（未给出）"),
    ],
)
def test_amounts_near_takes_the_number_next_to_the_word(tmp_path: Path, text: str, message: str) -> None:
    body = 'let 量 = first(amounts_near(mentions(需要量), 需要量, stating: mass))\nrequire count(tasks) > 9 otherwise "{量}"'
    assert judged(tmp_path, body, f"一、主要任务\n{text}")[1] == (message,)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("到2016年，非化石能源占能源消费总量比重达到10%。", Outcome.PASS),
        ("到2016年，非化石能源占能源消费总量比重达到12%。", Outcome.FAIL),
        ("非化石能源占能源消费总量比重提高到12%。", Outcome.FAIL),
        ("2012年非化石能源占能源消费总量比重达到4%。", Outcome.NOT_APPLICABLE),
        ("加快发展光伏。", Outcome.NOT_APPLICABLE),
        (
            "到2014年，光伏装机达到20兆瓦，比2012年增加12兆瓦；非化石能源占能源消费总量比重提高到7%。",
            Outcome.NOT_APPLICABLE,
        ),
        (
            "到2016年，光伏装机达到20兆瓦；风电比2012年增加12兆瓦；非化石能源占能源消费总量比重提高到7%。",
            Outcome.FAIL,
        ),
        ("（一）工作基础\n“十一五”以来成效显著；非化石能源占能源消费总量比重提高到3%。", Outcome.NOT_APPLICABLE),
    ],
)
def test_restated_finds_the_same_target_in_a_region(tmp_path: Path, text: str, expected: Outcome) -> None:
    body = """for each g in targets where g.place = "table" and restated(g, in: 主要任务) is given
    require every v in restated(g, in: 主要任务) has v = g.target otherwise "不一致" """
    assert judged(tmp_path, body, TABLE.format(text))[0] is expected


def test_a_table_is_a_region_of_its_rows(tmp_path: Path) -> None:
    plan = "一、主要任务\n表1 2014—2016年工作计划\n| 任务 | 2014年 | 责任单位 |\n| 光伏 | 开工 | 建设局 |\n"
    body = 'require every b in tables(schedule) has no y in years(b) has y = 2016 otherwise "2016"'
    assert judged(tmp_path, body, plan)[0] is Outcome.PASS


def test_the_head_of_a_filled_cell_speaks_for_its_row(tmp_path: Path) -> None:
    plan = "一、主要任务\n表1 任务表\n| 任务 | 运营单位 | 完成时间 |\n| 光伏 | {} | 2015年 |\n"
    body = 'require quoting("光伏", with: 运营) is given otherwise "没有"'
    assert judged(tmp_path, body, plan.format("供电公司"))[0] is Outcome.PASS
    assert judged(tmp_path, body, plan.format("——"))[0] is Outcome.FAIL


def test_an_intensity_times_what_it_is_per_gives_the_amount(tmp_path: Path) -> None:
    body = 'require 2 吨二氧化碳/万元 * 3 亿元 = 6 万吨二氧化碳 otherwise "{2 吨二氧化碳/万元 * 3 亿元}"'
    assert outcome(tmp_path, body, "一、园区概况\n园区位于城东。").outcome is Outcome.PASS


def test_a_task_of_the_data_file_alone_has_no_place_in_the_plan(tmp_path: Path) -> None:
    rule = """rule test-pack/1 shall "一条规则" { clause 一
      for each t in tasks
      require mentions(运营, in: t) is given otherwise "任务“{t.name}”没有写运营单位" }"""
    loaded = load(tmp_path, rule, HEAD + TASKS)
    assert loaded.pack is not None
    plan = "二、主要任务\n（一）建设平台\n平台由研究院运营。"
    data = "tasks:\n  - name: 建设平台\n  - name: 建设检测中心"
    found = outcomes(loaded.pack, plan, data)["1"]
    assert (found.outcome, found.messages) == (Outcome.FAIL, ("任务“建设检测中心”没有写运营单位",))


@pytest.mark.parametrize(
    ("heads", "outcome_"), [("年份 | 平台投资 | 产值", Outcome.PASS), ("年份 | 投资 | 产值", Outcome.FAIL)]
)
def test_tables_are_known_by_their_headers_either_way_round(tmp_path: Path, heads: str, outcome_: Outcome) -> None:
    plan = f"一、园区概况\n表1 数据\n| {heads} |\n| 2010 | 3 | 40 |\n| 2011 | 4 | 50 |\n| 2012 | 5 | 60 |\n"
    body = 'require tables(series, in: 概况, with: 平台) is given otherwise "没有"'
    assert outcome(tmp_path, body, plan).outcome is outcome_
