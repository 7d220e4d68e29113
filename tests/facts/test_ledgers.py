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
        "| 丁公司 | 2024-05-01 | 未获批准 | 管委会 |\n"
    )
    applications = read(text).entries["applications"]
    assert [value(a, "decision") for a in applications] == ["approved", "rejected", "rejected", "未获批准"]


@pytest.mark.parametrize(
    ("part", "text", "shown"),
    [
        ("goals", "| 序号 | 目标要素 | 指标名称 | 单位 | 2023年基准值 | 2024年目标值 | 责任部门 |\n| 1 | 碳排放 | 碳排放总量 | 万吨二氧化碳 | 32.4 | 31.5 | 综合部 |",
         {"factor": "a", "base_year": 2023, "year": 2024, "owner": "综合部"}),
        ("measures", "| 措施编号 | 对应目标 | 措施内容 | 责任单位 | 完成时限 | 完成情况 |\n| M1 | G1、G2 | 余热回收 | 甲公司 | 2024年11月底前 | 在建 |",
         {"goals": ["G1", "G2"], "due": Date(2024, 11), "status": "在建"}),
        ("laws", "| 序号 | 法律法规名称 | 文号 | 实施日期 | 适用性 |\n| 1 | 节约能源法 | 主席令第77号 | 2018-10-26 | 适用 |",
         {"number": "主席令第77号", "effective_on": Date(2018, 10, 26), "result": "适用"}),
        ("activities", "| 培训日期 | 培训内容 | 培训对象 | 组织部门 |\n| 2024年5月8日 | 碳核算 | 重点企业 | 综合部 |",
         {"kind": "training", "date": Date(2024, 5, 8), "participants": ["重点企业"]}),
        ("improvements", "| 问题描述 | 原因分析 | 整改措施 | 责任部门 | 整改期限 | 验证结果 |\n| 计量缺失 | 未校准 | 更换 | 综合部 | 2025.9 | 有效 |",
         {"cause": "未校准", "due": Date(2025, 9), "verification_result": "有效"}),
        ("enterprises", "| 企业名称 | 年综合能源消费量（吨标准煤） | 是否重点用能单位 | 数据负责人 |\n| 甲公司 | 21000 | √ | 王某 |",
         {"key_energy_user": True, "data_officer": "王某"}),
        ("records", "| 记录名称 | 记录种类 | 形成日期 | 保管部门 | 保存期限 |\n| 低碳发展规划 | 低碳发展规划 | 2023-12 | 综合部 | 5年 |",
         {"kind": "a", "date": Date(2023, 12), "retention": "5年"}),
        ("publications", "| 公布内容 | 公布时间 | 公布渠道 |\n| 绩效、名单 | 2025年3月20日 | 官网 |",
         {"contains": ["绩效", "名单"], "date": Date(2025, 3, 20)}),
        ("evaluations", "| 评价编号 | 评价类别 | 评价范围 | 评价日期 | 评价结论 |\n| E1 | 绩效 | 园区 | 2025-03-01 | 达标 |",
         {"kind": "performance", "scope": "park", "result": "达标"}),
        ("buildings", "| 建筑名称 | 建筑面积（平方米） | 绿色建筑等级 | 认证时间 |\n| 厂房A | 8600 | 二星 | 2024年5月 |",
         {"rating": "二星", "date": Date(2024, 5)}),
    ],
)  # fmt: skip
def test_ledgers_as_manuals_write_them(part: str, text: str, shown: dict[str, Any]) -> None:
    found = read(f"一、运行记录\n{text}\n").entries
    assert list(found) == [part]
    (entry,) = found[part]
    assert {key: value(entry, key) for key in shown} == shown


def test_a_caption_tells_the_kind() -> None:
    rows = "| 日期 | 组织单位 | 参加单位 | 结果 |\n| 2024-05-08 | 综合部 | 甲公司 | 完成 |\n"
    (entry,) = read(f"一、记录\n表1 2024年节能诊断台账\n{rows}").entries["activities"]
    assert (value(entry, "kind"), entry.name) == ("diagnosis", "诊断")
