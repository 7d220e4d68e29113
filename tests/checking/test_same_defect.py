"""Failures that set the same two places against each other are told as one defect, both ways; others are not."""

from __future__ import annotations

from pathlib import Path

from plancheck.checking.assess import judge_all
from plancheck.checking.examples import facts_of
from plancheck.checking.same_defect import same_contradictions
from tests.rulekit import pack

RULES = """
rule test-pack/1 shall "前后一致" { clause 一
  for each m in matters
  require agree(m.statements) otherwise "{m.subject}：{m.statements}" }
rule test-pack/2 shall "能耗前后一致" { clause 二
  for each m in matters where m.indicator = "能源消费总量"
  require agree(m.statements) otherwise "{m.subject}：{m.statements}" }
rule test-pack/3 shall "强度相符" { clause 三
  for each r in ratios
  require (some q in r.quotients has r.stated = q.value within 1 %) otherwise "{r.subject}" }
"""
PLAN = """
一、园区概况
2020年园区工业增加值50亿元，能源消费总量{}万吨标准煤，单位工业增加值能耗{}吨标准煤/万元。
表1 主要指标
| 指标 | 2019年 | 2020年 |
| 能源消费总量（万吨标准煤） | 38 | 40 |
"""


def same(folder: Path, plan: str) -> dict[str, tuple[str, ...]]:
    loaded = pack(folder, RULES)
    judged = judge_all(facts_of(plan, None, loaded.vocabulary), loaded, "plan")
    return {
        rule.split("/")[1]: tuple(o.split("/")[1] for o in others)
        for rule, others in same_contradictions(judged).items()
    }


def test_two_rules_that_show_the_same_contradiction_are_one_defect(tmp_path: Path) -> None:
    found = same(tmp_path, PLAN.format("45", "0.80"))
    assert {rule: set(others) for rule, others in found.items()} == {"1": {"2"}, "2": {"1"}}


def test_another_contradiction_is_another_defect(tmp_path: Path) -> None:
    found = same(tmp_path, PLAN.format("45", "0.99"))
    assert "3" not in found
    assert all("3" not in others for others in found.values())


def test_nothing_is_joined_where_nothing_fails(tmp_path: Path) -> None:
    assert same(tmp_path, PLAN.format("40", "0.80")) == {}
