"""The declared parts: read as declared, alike from YAML, JSON, Chinese keys and the filled-in template."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml
from openpyxl import load_workbook

from plancheck.core.vocabulary import Vocabulary
from plancheck.facts.data_parts import Part, listed_parts, records, top_fields
from plancheck.facts.model import Choice, Date, Entry, Fact
from plancheck.submission.aliases import title
from plancheck.submission.facts import submission_facts
from plancheck.submission.forms import Form, sheets_for
from plancheck.submission.load import submission_from_text
from plancheck.submission.template import sheet_title, write_template

from .conftest import Book, Write, comparable, loaded, mistakes

CONTRACT = Path(__file__).parents[3] / "shared" / "contracts" / "data.management.example.yaml"
SAMPLE = """
organization:
  top_manager: 赵某
  lead: {name: 钱某, post: 副主任, appointed_on: 2024-01-08}
  department: {name: 低碳办, duties: [统计, 核查], authority: [调取数据]}
goals:
  - {id: G1, factor: a, indicator: 碳排放总量, unit: 万吨二氧化碳, base_year: 2023, base_value: 32.4, target_value: 31.5,
     change_rate: -2.8%, year: 2024, set_on: 2024-01-12, progress: [{date: 2024-06-30, planned: 16, actual: 15.7, unit: 万吨二氧化碳}]}
  - {id: G2, factor: c, indicator: 单位产值能耗, base_value: 0.5 吨标准煤/万元, target_value: 0.48}
measures:
  - {id: M1, goals: [G1, G2], level: enterprise, action: 余热回收, owner: 甲公司, start: 2024-02, due: 2024-11, status: 在建}
enterprises:
  - {name: 甲公司, entered_on: 2016-05-01, energy_tce: 21000, key_energy_user: true, key_emitter: false,
     quota: {value: 0.41, limit: 0.45, unit: 吨标准煤/吨, standard: GB 1}, products: [水泥, 熟料],
     assessments: [{kind: 能源审计, date: 2024-05-06, result: 合格}, {kind: 对标, date: 2024-06}]}
  - {name: 乙公司, left_on: 2024-06-30}
rules: [{name: 统计办法, kind: statistics, version: "2.0", approved_on: 2024-01-05, interval: 12个月}]
activities:
  - {kind: training, date: 2024-03-12, organiser: 低碳办, participants: [甲公司, 乙公司], result: 合格}
  - {kind: 植树, date: 2024-03}
admission:
  list: 准入清单
  applications: [{enterprise: 丙公司, applied_on: 2024-04-01, decision: approved, class: encouraged}]
  exits: [{enterprise: 丁公司, on: 2024-06-30, reason: 落后产能}]
statistics:
  report: {title: 年度报告, year: 2024, issued_on: 2025-02-20}
  items: [{indicator: 能源消费量, energy_type: 电力, value: 21000, unit: 万千瓦时, year: 2024}]
evaluations:
  - {id: E1, kind: performance, scope: park, year: 2024, date: 2025-03-01, values: {G1: 31.4, 企业数: 12}, findings: [F1]}
improvements: [{finding: F1, evaluation: E1, owner: 低碳办, due: 2025-09-30}]
laws: [{type: standard, name: 某通则, number: GB/T 1, superseded_by: 无, checked_on: 2025-01-10}]
buildings: [{name: 厂房A, new: true, date: 2024-05, emissions: 1200}]
system_modules: [直报, 评估]
publications: [{title: 公报, date: 2025-03-20, contains: [绩效, 名单]}]
records: [{kind: a, name: 规划, date: 2023-12-01}]
eligibility: {grounds: [目录], catalogue_listed: true, accident_free_years: 3, approvals: [{name: 批复, level: 省级, area: 12.5, date: 2010}]}
form: {applicant: 管委会, area: 12.5, enterprises: 86, construction_period: 2022-2025, signed: 是}
attachments: [{number: 附件1, name: 核算报告, file: a.pdf}]
accounting: {boundary: 全园区, method: 排放因子法, gases: [二氧化碳], base_year: 2020, grid_factor: 0.581}
steps: [{year: 2023, content: 清单编制, value: 12, unit: 万吨二氧化碳, due: 2023-06}]
"""


def entries_of(text: str) -> dict[str, tuple[Entry, ...]]:
    return dict(submission_facts(submission_from_text(text), Vocabulary({})).entries)


def value(entry: Entry, key: str) -> Any:
    """What a field holds: the value, the status of one that is none, or None where nothing is given."""
    found = entry.fields.get(key)
    if isinstance(found, Fact):
        return found.value if found.status == "stated" else found.status
    if isinstance(found, tuple):
        return [member.value if isinstance(member, Fact) else member.name for member in found]
    return found.name if isinstance(found, Entry) else None


def test_every_part_is_in_the_sample() -> None:
    assert set(entries_of(SAMPLE)) == set(listed_parts())


def test_fields_are_read_as_declared() -> None:
    found = entries_of(SAMPLE)
    goal, other = found["goals"]
    assert (value(goal, "factor"), value(goal, "year"), value(goal, "set_on")) == ("a", 2024, Date(2024, 1, 12))
    base, rate = value(goal, "base_value"), value(goal, "change_rate")
    assert (base.value, base.unit, rate.value, rate.unit) == (Fraction(324000), "tCO2", Fraction(-28, 10), "%")
    assert value(other, "base_value").unit == "tce/10kCNY"
    assert value(other, "target_value").unit == "1"  # no unit at all: a bare number
    assert value(found["measures"][0], "goals") == ["G1", "G2"]
    assert value(found["measures"][0], "due") == Date(2024, 11)
    first, second = found["enterprises"]
    assert (value(first, "key_energy_user"), value(first, "key_emitter"), value(second, "key_emitter")) == (
        True,
        False,
        None,
    )
    assert value(first, "energy_tce").unit == "tce"
    assert value(first, "assessments") == ["能源审计", "对标"]
    assert [a.name for a in found["activities"]] == ["培训", "植树"]
    kinds = [value(a, "kind") for a in found["activities"]]
    assert [(str(k), k.label) for k in kinds if isinstance(k, Choice)] == [("training", "培训"), ("植树", "植树")]
    assert (value(found["rules"][0], "interval").unit, value(found["laws"][0], "superseded_by")) == ("mo", "blank")
    assert [e.name for e in found["system_modules"]] == ["直报", "评估"]
    amounts = found["evaluations"][0].fields["values"]
    assert isinstance(amounts, tuple)
    shown = [(e.name, value(e, "value").show()) for e in amounts if isinstance(e, Entry)]
    assert shown == [("G1", "31.4万吨二氧化碳"), ("企业数", "12")]  # a goal's amount is meant in the goal's unit


def test_evidence_leads_to_the_key() -> None:
    found = entries_of(SAMPLE)
    due = found["measures"][0].fields["due"]
    assert isinstance(due, Fact)
    assert (due.evidence[0].location.key, due.evidence[0].excerpt, due.evidence[0].value) == (
        "measures[1].due", "2024-11", "2024-11",
    )  # fmt: skip
    decision = found["applications"][0].fields["decision"]
    assert isinstance(decision, Fact)
    assert (decision.evidence[0].location.key, decision.evidence[0].value) == (
        "admission.applications[1].decision",
        "同意",
    )
    assert found["applications"][0].evidence[0].location.key == "admission.applications[1]"


@pytest.mark.parametrize(
    ("field", "written", "status"),
    [
        ("due", "2024-11-31", "unreadable"), ("due", "年底", "unreadable"), ("due", "待补充", "blank"), ("due", "null", "blank"),
        ("due", "无", "blank"), ("due", "2024年11月", Date(2024, 11)), ("level", "车间", "unreadable"), ("level", "企业", "enterprise"),
        ("owner", "——", "blank"), ("owner", "甲公司", "甲公司"), ("goals", "G1、G2", ["G1", "G2"]), ("goals", "[]", None),
    ],
)  # fmt: skip
def test_blank_unreadable_and_given(field: str, written: str, status: object) -> None:
    (measure,) = entries_of(f"measures: [{{action: 改造, {field}: {written}}}]")["measures"]
    assert value(measure, field) == status


def test_a_closed_list_tells_its_words() -> None:
    (goal,) = entries_of("goals: [{indicator: 碳排放, factor: 甲}]")["goals"]
    factor = goal.fields["factor"]
    assert isinstance(factor, Fact)
    assert factor.reason == (
        "“甲”不是“要素”里可以写的词，请写碳排放总量和强度控制、其他温室气体排放管理、能源消耗总量和强度降低、低碳生产与技术创新、"
        "基础能力管理与保障之一"
    )


def test_nothing_given_is_no_entry() -> None:
    assert entries_of("eligibility: {}\norganization: {top_manager: null}\ngoals: []\n") == {}
    facts = submission_facts(submission_from_text("goals: 无\n"), Vocabulary({}))
    assert (dict(facts.entries), facts.values["goals"].value) == ({}, "无")


def test_single_parts_are_values_by_dotted_key() -> None:
    values = submission_facts(submission_from_text(SAMPLE), Vocabulary({})).values
    assert values["organization.lead.name"].value == "钱某"
    assert plain(values["statistics.report.issued_on"]) == ("stated", Date(2025, 2, 20), None)
    assert values["eligibility.catalogue_listed"].value is True
    assert not any(key.startswith(("goals", "admission.applications", "statistics.items")) for key in values)


def chinese(content: Any, part: Part | None) -> Any:
    """The content with the Chinese titles for its keys and the Chinese words for the chosen ones."""
    if isinstance(content, list):
        return [chinese(item, part) for item in content]
    if part is None or not isinstance(content, dict):
        return content
    found = {}
    for key, inner in content.items():
        field = part.field(key)
        word = next((word.names[-1] for word in field.words if word.word == inner), inner)
        found[field.title] = chinese(word, None if field.kind == "amounts" else field.part)
    return found


def test_json_and_chinese_keys_say_the_same(write: Write) -> None:
    content = yaml.load(SAMPLE, Loader=yaml.BaseLoader)  # every value as the text that it is written as
    whole = Part("file", "", top_fields())
    paths = [
        write("a.yaml", SAMPLE),
        write("a.json", json.dumps(content, ensure_ascii=False)),
        write("b.yaml", yaml.safe_dump(chinese(content, whole), allow_unicode=True)),
    ]
    first, *others = (submission_facts(loaded(path), Vocabulary({})) for path in paths)
    assert comparable(others[0]) == comparable(first)
    assert plain(others[1].entries) == plain(first.entries)


def plain(content: Any) -> Any:
    """The values without what stood there: 同意 and approved are one."""
    if isinstance(content, Fact):
        shown = content.value
        return (content.status, getattr(shown, "value", shown), getattr(shown, "unit", None))
    if isinstance(content, Entry):
        return (content.record, {key: plain(field) for key, field in content.fields.items()})
    if isinstance(content, tuple):
        return [plain(member) for member in content]
    return {key: plain(inner) for key, inner in content.items()}


def fill(sheet: Any, form: Form, rows: list[dict[str, Any]], *, single: bool) -> None:
    for offset, row in enumerate(rows):
        for number, column in enumerate(form.columns):
            given: Any = row
            for step in column.key.split("."):
                given = given.get(step) if isinstance(given, dict) else None
            if isinstance(given, dict):
                given = "；".join(f"{name}：{text}" for name, text in given.items())
            if isinstance(given, list):
                given = None if any(isinstance(item, dict) for item in given) else "、".join(given)
            if given not in (None, ""):
                place = (4 + number, 2) if single else (4 + offset, 1 + number)
                sheet.cell(*place, given)


def test_the_filled_in_template_says_the_same(tmp_path: Path, write: Write) -> None:
    content = yaml.load(SAMPLE, Loader=yaml.BaseLoader)
    path = tmp_path / "template.xlsx"
    write_template(path, pack_title="管理", indicators=(), years=())
    workbook = load_workbook(path)
    singles, lists = sheets_for(None)
    for form in (*singles, *lists):
        at: Any = content
        parent, _, inner = form.key.rpartition(".")
        if form.title:
            named = records()["goal" if parent == "goals" else "enterprise"].named_by[-1 if parent == "goals" else 0]
            at = [{**child, "of": row[named]} for row in content[parent] for child in row.get(inner, [])]
        else:
            for step in form.key.split("."):
                at = at.get(step) if isinstance(at, dict) else None
        if at:
            fill(workbook[sheet_title(form)], form, at if isinstance(at, list) else [at], single=isinstance(at, dict))
    general = workbook["基本信息"]
    (row,) = (r for r in range(4, 20) if general.cell(r, 1).value == title("DataFile", "system_modules"))
    general.cell(row, 2, "、".join(content["system_modules"]))
    workbook.save(path)
    from_book = submission_facts(loaded(path), Vocabulary({})).entries
    from_yaml = submission_facts(loaded(write("a.yaml", SAMPLE)), Vocabulary({})).entries
    assert {k: plain(v) for k, v in from_book.items()} == {k: plain(v) for k, v in from_yaml.items()}


def test_a_row_that_belongs_to_nothing_is_reported(book: Book) -> None:
    path = book(
        {"企业": [["名称"], ["甲公司"]], "企业评估": [["企业", "种类"], ["甲公司", "审计"], ["丙公司", "审计"]]}
    )
    (mistake,) = mistakes(path)
    assert (mistake.code, mistake.message, mistake.help, mistake.place.cell) == (
        "data-stray-row", "工作表“企业评估”的一行：“企业”表里没有“丙公司”", "请填“企业”表中已有的名称或编号。", "A3",
    )  # fmt: skip


def test_wrong_keys_and_kinds_are_reported_with_their_place(write: Write) -> None:
    text = "goals:\n  - {indcator: 碳排放}\norganization: [甲]\nmeasures: {M1: 改造}\nactivities: [{目期: 2024}]\n"
    shown = [(m.code, m.message, m.place.line, (m.help or "")[:25]) for m in mistakes(write("a.yaml", text))]
    assert shown == [
        ("data-unknown-key", "“管理目标第1条”里没有“indcator”这一项", 2, "您是不是想写“指标”（indicator）？"),
        (
            "data-wrong-kind",
            "“组织机构”应当由“名称: 值”组成，现在不是",
            3,
            "可以写的项有：最高管理者（top_manager）",
        ),
        ("data-wrong-kind", "“管理措施”应当是列表，现在不是", 4, "请写成列表，每一条前面加“- ”；确实没有的，写“"),
        ("data-unknown-key", "“活动第1条”里没有“目期”这一项", 5, "您是不是想写“日期”（date）？"),
    ]


def test_values_that_cannot_be_read_are_told_with_their_place(write: Write, book: Book) -> None:
    text = (
        "goals:\n  - {indicator: 碳排放, factor: 甲}\nmeasures:\n  - {action: 改造, due: 年底}\n"
        "eligibility: {catalogue_listed: 待定, boundary_defined: 不详}\n"
    )
    unread = submission_facts(loaded(write("a.yaml", text)), Vocabulary({})).unread
    assert [(u.what, u.reason[:11]) for u in unread] == [
        ("数据文件“资格的边界明确”（第 5 行）", "“不详”不是“是”或“"),
        ("数据文件“管理目标第1条的要素”（第 2 行）", "“甲”不是“要素”里可"),
        ("数据文件“管理措施第1条的完成期限”（第 4 行）", "“年底”不是日期，请写"),
    ]
    path = book({"管理措施": [["措施", "完成期限"], ["改造", "年底"]]})
    (only,) = submission_facts(loaded(path), Vocabulary({})).unread
    assert only.what == "数据文件“管理措施第1条的完成期限”（工作表“管理措施” B2）"
    assert submission_facts(loaded(write("b.yaml", SAMPLE)), Vocabulary({})).unread == ()


@pytest.mark.skipif(not CONTRACT.exists(), reason="the contract folder is not at hand")
def test_the_contract_example_is_read_whole() -> None:
    facts = submission_facts(loaded(CONTRACT), Vocabulary({}))
    assert facts.unread == ()
    assert set(facts.entries) == set(listed_parts()) - {
        "eligibility", "form", "attachments", "accounting", "steps", "approvals",
    }  # fmt: skip
