"""Whatever is written, gathering facts ends, and a fact has a value exactly when it is stated or resembles one."""

from __future__ import annotations

import random

import pytest
from park_terms import park_terms

from plancheck.document.plaintext import document_from_text
from plancheck.facts.gather import gather
from plancheck.facts.model import Fact

WORDS = [
    name
    for kind in ("column", "indicator", "group")
    for entry in park_terms().of(kind).values()
    for name in (*entry.firm, *entry.weak)
]
CELLS = [
    "2010年",
    "2012年",
    "2016年目标",
    "2010",
    "12.5",
    "1,200",
    "—",
    "^",
    "<",
    "合计",
    "小计",
    "其中：煤炭",
    "一、节能类",
    "下降20%",
    "显著提高",
    "≥8%",
    "[5]",
    "万元",
    "%",
    "吨标准煤/万元",
    "2014-2016年",
    "2014.3—2015.10",
    "待定",
    "略",
    "同上",
    "（1）",
    "1",
    "项目名称：甲",
    "基准情景",
    "2012年（基准年）",
    "占比（%）",
    "消费量（万吨标准煤）",
    "总投资（万元）",
]
LINES = (
    "# 一、园区概况", "# 二、主要目标", "## （一）总体目标", "# 四、重点工程", "## （一）余热利用工程", "表1 指标体系", "单位：万元",
    "表2 2012年能源消费构成", "1. 甲工程。建设单位：乙；投资：100万元", "到2016年，单位工业增加值能耗下降20%，",
    "2010—2012年工业增加值分别为1亿元、2亿元和3亿元。", "项目名称：丙", "四川省“十二五”单位GDP能耗下降16%。", "重点工程共12项，总投资2亿元。",
)  # fmt: skip


def odd_plan(seed: int) -> str:
    chance = random.Random(seed)
    lines: list[str] = []
    for _ in range(chance.randint(1, 8)):
        lines.append(chance.choice(LINES))
        for row in range(chance.choice((0, 1, 3, 6))):
            known = 0.8 if row == 0 else 0.3
            cells = (chance.choice(WORDS) if chance.random() < known else chance.choice(CELLS) for _ in range(5))
            lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines)


def whole(fact: Fact[object] | None) -> bool:
    return fact is None or (fact.value is None) == (fact.status in ("blank", "unreadable"))


@pytest.mark.parametrize("seed", range(120))
def test_every_plan_gives_whole_facts(seed: int) -> None:
    facts = gather(document_from_text(odd_plan(seed)), park_terms())
    assert all(whole(fact) for project in facts.projects for fact in project.fields.values())
    assert all(whole(fact) for target in facts.targets for fact in (target.base, target.target, target.change))
    assert all(whole(point.value) for point in facts.points)
