"""Tables that list what parts of the data file hold, read from documents and united with the data file."""

from __future__ import annotations

from typing import Any

import pytest

from plancheck.core.vocabulary import Entry as Word
from plancheck.core.vocabulary import Vocabulary
from plancheck.document.plaintext import document_from_text
from plancheck.facts.facts import Facts
from plancheck.facts.gather import gather
from plancheck.facts.model import Date, Entry, Fact
from plancheck.submission.facts import submission_facts
from plancheck.submission.load import submission_from_text

NONE = Vocabulary({})
RULES = """
一、管理制度
表1 制度清单
| 序号 | 制度名称 | 制度类别 | 版本 | 批准单位 | 实施日期 |
| 1 | 低碳统计报告办法 | 统计制度 | 2.0 | 管委会 | 2024年2月1日 |
| 2 | 节能监管办法 | 监管 | 1.1 | 管委会 | 2023年底前 |
| 3 | 用车办法 | 其他办法 | —— | 同上 | 另行通知 |
"""
ACTIVITIES = """
一、活动
| 日期 | 活动名称 | 活动类别 | 组织单位 | 参加单位 | 结果 |
| 2024-03-12 | 一季度监测 | 甲公司节能监测 | 低碳办 | 甲公司、乙公司 | 合格 |
| 2024-06-05 | 春季培训 | 培训 | 低碳办 | 无 | |
| 合计 | | | | | |
"""


def read(text: str, data: str | None = None, vocabulary: Vocabulary = NONE) -> Facts:
    submission = submission_facts(submission_from_text(data), vocabulary) if data is not None else None
    return gather(document_from_text(text), vocabulary, submission)


def value(entry: Entry, key: str) -> Any:
    found = entry.fields.get(key)
    if isinstance(found, tuple):
        return [member.value if isinstance(member, Fact) else member.name for member in found]
    assert not isinstance(found, Entry)
    return found and (found.value if found.status == "stated" else found.status)


def test_a_list_of_rules() -> None:
    rules = read(RULES).entries["rules"]
    assert [r.name for r in rules] == ["低碳统计报告办法", "节能监管办法", "用车办法"]
    assert [value(r, "kind") for r in rules] == ["statistics", "supervision", "其他办法"]
    assert [value(r, "effective_on") for r in rules] == [Date(2024, 2, 1), Date(2023), "unreadable"]
    assert [value(r, "approved_by") for r in rules] == ["管委会"] * 3
    assert [value(r, "version") for r in rules] == ["2.0", "1.1", "blank"]
    fact = rules[0].fields["effective_on"]
    assert isinstance(fact, Fact)
    place = fact.evidence[0].location
    assert (place.table, place.row, place.column, fact.evidence[0].excerpt) == (1, 2, 6, "2024年2月1日")


def test_a_ledger_of_activities() -> None:
    first, second = read(ACTIVITIES).entries["activities"]
    assert (first.name, value(first, "kind"), value(first, "date")) == (
        "一季度监测",
        "energy-monitoring",
        Date(2024, 3, 12),
    )
    assert value(first, "participants") == ["甲公司", "乙公司"]
    assert (value(second, "kind"), value(second, "participants"), value(second, "result")) == ("training", [], "blank")


@pytest.mark.parametrize(
    "text",
    [
        "一、概况\n| 名称 | 日期 | 备注 |\n| 甲 | 2024年3月 | 无 |\n",  # may be anything
        "一、概况\n| 名称 | 数值 | 单位 |\n| 面积 | 12 | 平方公里 |\n",
        "一、概况\n| 企业名称 | 产值 | 产量 | 职工 | 用地 |\n| 甲公司 | 3 | 4 | 5 | 6 |\n",  # few columns are declared ones
        "一、制度\n| 制度名称 | 内容 |\n| 甲 | 乙 |\n",  # too few columns
        "一、工程\n表1 重点工程表\n| 项目名称 | 项目类型 | 实施主体 | 投资额（万元） |\n| 甲 | 节能改造 | 乙公司 | 12 |\n",
    ],
)
def test_other_tables_are_left_alone(text: str) -> None:
    assert dict(read(text).entries) == {}


def test_the_vocabulary_adds_names_of_columns() -> None:
    text = ACTIVITIES.replace("| 日期 |", "| 开展时间 |")
    column = Word("column", "活动日期", "活动日期", ("开展时间",), properties={"of": "activity"})
    plain, told = read(text).entries["activities"][0], read(text, None, Vocabulary({"column": {"活动日期": column}}))
    assert value(plain, "date") is None
    assert value(told.entries["activities"][0], "date") == Date(2024, 3, 12)


def test_document_and_data_file_are_united() -> None:
    data = """
rules:
  - {name: 用能办法, kind: management}
  - {name: 低碳统计报告办法, kind: statistics, version: "2.0", effective_on: 2024-03-01, file: a.pdf}
"""
    facts = read(RULES, data)
    rules = facts.entries["rules"]
    assert [r.name for r in rules] == ["用能办法", "低碳统计报告办法", "节能监管办法", "用车办法"]
    both = rules[1]
    assert [e.location.source for e in both.evidence] == ["data", "document"]
    version, effective = both.fields["version"], both.fields["effective_on"]
    assert isinstance(version, Fact) and isinstance(effective, Fact)
    assert [e.location.source for e in version.evidence] == ["data", "document"]
    assert (effective.value, effective.status) == (Date(2024, 3, 1), "resembles")
    assert effective.reason == "“低碳统计报告办法”的实施日期：文件中写“2024年2月1日”，数据文件写“2024-03-01”，不一致"
    assert (value(both, "approved_by"), value(both, "file")) == ("管委会", "a.pdf")
    assert [d.subject for d in facts.disagreements] == ["“低碳统计报告办法”的实施日期"]


def test_namesakes_of_other_dates_stay_apart() -> None:
    data = "activities:\n  - {kind: training, name: 春季培训, date: 2023-06-05}\n  - {kind: training, name: 春季培训, date: 2024-06}\n"
    activities = read(ACTIVITIES, data).entries["activities"]
    assert [(a.name, value(a, "date"), len(a.evidence)) for a in activities] == [
        ("春季培训", Date(2023, 6, 5), 1), ("春季培训", Date(2024, 6), 2), ("一季度监测", Date(2024, 3, 12), 1),
    ]  # fmt: skip


def test_negated_words_are_not_the_word() -> None:
    text = (
        "一、企业准入\n| 企业名称 | 申请日期 | 审批结果 | 审批单位 |\n| 甲公司 | 2024-03-01 | 经审查同意 | 管委会 |\n"
        "| 乙公司 | 2024-04-01 | 暂不同意 | 管委会 |\n| 丙公司 | 2024-05-01 | 未通过 | 管委会 |\n"
    )
    applications = read(text).entries["applications"]
    assert [value(a, "decision") for a in applications] == ["approved", "rejected", "未通过"]
