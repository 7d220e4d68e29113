"""The template: loads empty, names every key, and filled in states the same as the YAML form."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from plancheck.core.vocabulary import Vocabulary
from plancheck.facts.data_parts import linked_parts, records
from plancheck.facts.model import SubmissionFacts
from plancheck.submission import model
from plancheck.submission.aliases import KEYS, lookup, title
from plancheck.submission.facts import submission_facts
from plancheck.submission.forms import forms_by_key, sheets_for
from plancheck.submission.template import header, sheet_title, write_template
from plancheck.submission.whole import linked_model, part_model, whole_model

from .conftest import Write, comparable, loaded

YAML = """
park: {name: 甲经济技术开发区, level: 国家级, area: 12.5平方公里}
plan_date: 2014-03
total_investment: 126000万元
eligibility: {catalogue_listed: 是, accidents_last_3_years: 0}
series: [{indicator: 工业增加值, unit: 亿元, values: {2010: 100.2, 2012: 125.3}}]
energy: [{fuel: 原煤, unit: 吨, factor: {tce: 0.7143}, values: {2010: 51000}}]
targets: [{indicator: 碳强度, level: 1, unit: 吨二氧化碳/万元, base: {year: 2012, value: 1.65}, target: {year: 2016, value: 1.29}, reduction: 21.8%}]
projects: [{name: 余热利用, start: 2014-03, end: 2015-10, investment: 1200万元, reduction: 7800吨二氧化碳}]
"""
FILLED: dict[str, dict[str, Any]] = {
    "园区": {"B4": "甲经济技术开发区", "B5": "国家级", "B7": 12.5},
    "基本信息": {"B4": "2014-03", "B6": 126000},
    "资格": {"B4": "是", "B6": 0},
    "序列": {"I4": 100.2, "K4": 125.3},
    "能源": {"A4": "原煤", "B4": "吨", "C4": 0.7143, "I4": 51000},
    "指标目标": {
        "A4": "碳强度",
        "B4": 1,
        "D4": "吨二氧化碳/万元",
        "E4": 2012,
        "F4": 1.65,
        "G4": 2016,
        "H4": 1.29,
        "I4": 21.8,
    },
    "工程": {"A4": "余热利用", "E4": "2014-03", "F4": "2015-10", "G4": 1200, "K4": 7800},
}


@pytest.fixture
def template(tmp_path: Path) -> Path:
    path = tmp_path / "template.xlsx"
    indicators = [("工业增加值", "亿元"), ("碳强度", "吨二氧化碳/万元")]
    write_template(
        path, pack_title="低碳试点", indicators=indicators, years=range(2010, 2017), targets=["可再生能源比重"]
    )
    return path


def test_the_empty_template_is_an_empty_submission(template: Path) -> None:
    submission = loaded(template)
    assert submission.warnings == ()
    assert submission_facts(submission, Vocabulary({})) == SubmissionFacts()


def test_every_sheet_and_header_is_understood(template: Path) -> None:
    workbook = load_workbook(template)
    assert workbook.sheetnames[:4] == ["填写说明", "基本信息", "园区", "组织机构"]
    for form in sheets_for(None)[1]:
        sheet = workbook[sheet_title(form)]
        for number, column in enumerate(form.columns, start=1):
            assert sheet.cell(3, number).value == header(form, column)
        assert sheet.freeze_panes == "B4"
    assert [c.value for c in workbook["序列"][3]][-7:] == list(range(2010, 2017))
    assert [c[0].value for c in workbook["_名称"]["A1:A3"]] == ["工业增加值", "碳强度", "可再生能源比重"]
    assert workbook["_名称"].sheet_state == "hidden"


def test_filled_in_it_states_the_same_as_yaml(template: Path, write: Write) -> None:
    workbook = load_workbook(template)
    for sheet, cells in FILLED.items():
        for cell, value in cells.items():
            workbook[sheet][cell] = value
    workbook.save(template)
    vocabulary = Vocabulary({})
    from_book = submission_facts(loaded(template), vocabulary)
    from_yaml = submission_facts(loaded(write("a.yaml", YAML)), vocabulary)
    assert comparable(from_book) == comparable(from_yaml)


def test_forms_cover_every_key_of_the_model() -> None:
    forms = forms_by_key()
    missing = {
        (name, key)
        for name, form in forms.items()
        for key in KEYS[form.model]
        if name
        and "." not in key
        and f"{name}.{key}" not in forms
        and key not in {c.key.partition(".")[0] for c in form.columns} | {"values"}
    }
    assert missing == {
        ("series", "note"), ("energy", "note"), ("emissions", "note"), ("products", "note"), ("products", "indicator"),
        ("projects", "id"), ("projects", "period"), ("enterprises", "assessments"), ("goals", "progress"),
    }  # fmt: skip


def test_aliases_and_models_agree() -> None:
    models = {"DataFile": whole_model(), **{part.model: part_model(part) for part in records().values()}}
    models |= {linked.model: linked_model(linked) for linked in linked_parts().values()}
    for name, keys in KEYS.items():
        fields = set(models.get(name, getattr(model, name, None)).model_fields)
        assert {key for key in keys if "." not in key} | {"note"} == fields | {"note"}, name


def test_chinese_titles_are_unambiguous() -> None:
    for name, keys in KEYS.items():
        for key in keys:
            assert lookup(name)[title(name, key).lower()] == key, (name, key)
