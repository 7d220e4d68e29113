"""Loading YAML and JSON: what is accepted, and what is refused with which words and where."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from .conftest import Write, loaded, mistakes

SYNTAX_HELP = "请检查缩进（只用空格）、冒号后的空格、引号和括号是否成对。"


def test_chinese_and_english_keys_are_the_same(write: Write) -> None:
    english = loaded(
        write(
            "a.yaml",
            "park: {name: 甲园区, area: 12.50 平方公里}\nprojects:\n- {name: 余热利用, investment: 1200 万元}\n",
        )
    )
    chinese = loaded(
        write(
            "b.yaml", "园区: {名称: 甲园区, 面积: 12.50 平方公里}\n工程:\n- {项目名称: 余热利用, 投资额: 1200 万元}\n"
        )
    )
    assert english.model == chinese.model
    assert english.model.park is not None and english.model.park.area == "12.50 平方公里"


def test_numbers_keep_their_text(write: Write) -> None:
    yaml_model = loaded(
        write("a.yaml", "series:\n- {indicator: 甲, unit: 亿元, values: {2010: 0.10, 2011: 112.0, 2012: null}}\n")
    ).model
    json_model = loaded(
        write("a.json", '{"series":[{"indicator":"甲","unit":"亿元","values":{"2010":0.10,"2011":112.0,"2012":null}}]}')
    ).model
    assert yaml_model == json_model
    assert yaml_model.series[0].values == {2010: "0.10", 2011: "112.0", 2012: None}


def test_places_and_digest(write: Write) -> None:
    path = write("a.yaml", "park:\n  name: 甲园区\nprojects:\n- name: 一\n- name: 二\n  investment: 3 万元\n")
    submission = loaded(path)
    assert submission.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    place = submission.places["projects[2].investment"]
    assert (place.line, place.column, place.key) == (6, 15, "projects[2].investment")


def test_dotted_columns_fill_the_nested_part(write: Write) -> None:
    nested = loaded(write("a.yaml", "targets:\n- {indicator: 甲, base: {year: 2012, value: 1.65}}\n"))
    flat = loaded(write("b.yaml", "指标目标:\n- {指标: 甲, 基准年: 2012, 基准值: 1.65}\n"))
    assert nested.model == flat.model


def test_declared_empty_list(write: Write) -> None:
    model = loaded(write("a.yaml", "工程: 无\nempty: [产品]\n")).model
    assert model.empty == ("产品", "projects")
    assert model.projects == ()


def test_all_mistakes_are_reported_at_once(write: Write) -> None:
    path = write(
        "a.yaml",
        "park: {nmae: 甲}\nprojects:\n- {name: 一, investmnt: 3 万元}\n- 二\nseries: 三\n"
        "energy:\n- {fuel: 原煤, values: {首年: 3, 2010: 1, 2010年: 2}}\nname: 甲\n",
    )
    assert [(d.code, d.message, d.help, d.place.line, d.place.key) for d in mistakes(path)] == [
        ("data-unknown-key", "“园区”里没有“nmae”这一项", "您是不是想写“名称”（name）？", 1, "park.nmae"),
        (
            "data-unknown-key",
            "“工程第1条”里没有“investmnt”这一项",
            "您是不是想写“投资额”（investment）？",
            3,
            "projects[1].investmnt",
        ),
        (
            "data-wrong-kind",
            "“工程第2条”应当由“名称: 值”组成，现在不是",
            "可以写的项有：编号（id）、项目名称（name）、项目类型（type）、实施主体（owner）、主要内容（content）、开始（start）、"
            "结束（end）、起止时间（period）、实施计划（steps）、投资额（investment）、投资方式（funding）、预期效果（effect）、节能量（saving）、"
            "减排量（reduction）、对应任务（task）、备注（note）。",
            4,
            "projects[2]",
        ),
        (
            "data-wrong-kind",
            "“序列”应当是列表，现在不是",
            "请写成列表，每一条前面加“- ”；确实没有的，写“无”。",
            5,
            "series",
        ),
        (
            "data-bad-year",
            "“能源第1条的数值”中的“首年”不是年份",
            "请写四位数的年份，例如 2010。",
            7,
            "energy[1].values.首年",
        ),
        ("data-duplicate-key", "“能源第1条的数值”中 2010 年写了两次", "请只保留一处。", 7, "energy[1].values.2010"),
        (
            "data-unknown-key",
            "数据文件里没有“name”这一项",
            "可以写的项有：园区（park）、编制日期（plan_date）、建设期（construction_period）、总投资（total_investment）、"
            "所在地区目标（region_targets）、序列（series）、能源（energy）、排放（emissions）、产品（products）、"
            "指标目标（targets）、任务（tasks）、工程（projects）、资金来源（funding）、图件（figures）、"
            "组织机构（organization）、管理目标（goals）、管理措施（measures）、企业（enterprises）、制度（rules）、"
            "活动（activities）、准入与退出（admission）、统计报告（statistics）、评价（evaluations）、改进（improvements）、"
            "法规标准（laws）、建筑（buildings）、信息系统模块（system_modules）、公布信息（publications）、记录（records）、"
            "资格（eligibility）、申请表（form）、附件（attachments）、碳排放核算（accounting）、年度步骤（steps）、"
            "声明为无（empty）、备注（note）。",
            8,
            "name",
        ),
    ]


@pytest.mark.parametrize(
    ("name", "text", "code", "message", "line"),
    [
        ("a.yaml", "park:\n  name: 甲\n  name: 乙\n", "data-duplicate-key", "“name”写了两次", 3),
        ("a.yaml", "park: {name: 甲, 名称: 乙}\n", "data-duplicate-key", "“名称”与“name”是同一项，写了两次", 1),
        ("a.yaml", "park:\n\tname: 甲\n", "data-yaml-syntax", "第 2 行不符合 YAML 的写法", 2),
        ("a.yaml", "park: [甲\n", "data-yaml-syntax", "第 2 行不符合 YAML 的写法", 2),
        (
            "a.yaml",
            "park: !!python/object:os.system {}\n",
            "data-bad-tag",
            "不接受“tag:yaml.org,2002:python/object:os.system”这种写法",
            1,
        ),
        (
            "a.yaml",
            "park: {name: 甲}\n---\npark: {name: 乙}\n",
            "data-several-documents",
            "一个文件里有几份数据（以“---”分开）",
            2,
        ),
        ("a.yaml", "? [a]\n: b\n", "data-bad-key", "项的名称应当是文字，这里是一组内容", 1),
        ("a.yaml", "park: *nothing\n", "data-yaml-syntax", "引用“*nothing”没有对应的“&nothing”", 1),
        ("a.yaml", "a: " + "[" * 60 + "]" * 60, "data-too-deep", "内容嵌套超过 24 层", 1),
        ("a.json", '{"park": {"name": "甲", "name": "乙"}}', "data-duplicate-key", "“name”写了两次", None),
        ("a.json", '{"park": {"name": "甲",}}', "data-json-syntax", "第 1 行不符合 JSON 的写法", 1),
        ("a.json", "[" * 100_000, "data-too-deep", "内容嵌套超过 24 层", None),
        ("a.json", "[" * 60 + "]" * 60, "data-too-deep", "内容嵌套超过 24 层", None),
        ("a.json", "[1]", "data-wrong-kind", "数据文件应当由“名称: 值”组成，现在不是", None),
        ("a.txt", "甲", "data-kind", "“a.txt”不是能读的数据文件", None),
        ("a.yaml", "a\0b", "data-not-text", "“a.yaml”不是文本文件", None),
        ("a.yaml", "park: {name: [甲]}\n", "data-wrong-kind", "“园区的名称”应当是一个值，现在是一组内容", 1),
    ],
)
def test_refused(write: Write, name: str, text: str, code: str, message: str, line: int | None) -> None:
    found = mistakes(write(name, text))
    assert [(d.code, d.message, d.place.line) for d in found] == [(code, message, line)]
    assert all(d.help for d in found)


def test_alias_bomb_is_refused(write: Write) -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]" for i in range(1, 9)]
    found = mistakes(write("a.yaml", "\n".join(lines)))
    assert [d.code for d in found] == ["data-too-large"]


def test_aliases_within_limits_are_accepted(write: Write) -> None:
    model = loaded(write("a.yaml", "projects:\n- &one {name: 甲, type: 节能}\n- *one\n")).model
    assert [p.name for p in model.projects] == ["甲", "甲"]


def test_missing_folder_and_large_files(tmp_path: Path, write: Write) -> None:
    assert [d.message for d in mistakes(tmp_path / "没有.yaml")] == ["找不到数据文件“没有.yaml”"]
    assert [d.code for d in mistakes(tmp_path)] == ["data-not-a-file"]
    assert [d.message for d in mistakes(write("a.yaml", "#" * (5 * 1024 * 1024 + 1)))] == ["数据文件超过 5 MB"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
def test_usual_encodings(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes("园区: {名称: 甲园区}\n".encode(encoding))
    park = loaded(path).model.park
    assert park is not None and park.name == "甲园区"


@pytest.mark.parametrize(
    ("name", "text"), [("a.yaml", ""), ("a.yaml", "# 只有说明\n"), ("a.json", "{}"), ("a.yaml", "park:\nprojects:\n")]
)
def test_empty_files_are_empty_submissions(write: Write, name: str, text: str) -> None:
    model = loaded(write(name, text)).model
    assert (model.park, model.projects, model.empty) == (None, (), ())
