"""A rule writer's mistakes: told with file, line, column, what was expected, and a near miss."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.rulekit import load, pack

SOUND = 'rule test-pack/1 shall "写明概况" { clause 一\nrequire section(概况) is given otherwise "没有概况" }'


def test_a_sound_rule_has_no_diagnostics(tmp_path: Path) -> None:
    loaded = load(tmp_path, SOUND)
    assert loaded.diagnostics == ()
    assert loaded.pack is not None


def rule(body: str) -> str:
    return f'rule test-pack/1 shall "一条" {{ clause 一\n{body} }}'


MISTAKES = [
    ("keyword", 'rule test-pack/1 shal "x" { clause 一 }', "syntax", "这里不能写“shal”", "您是不是想写 shall？"),
    ("end of file", 'rule test-pack/1 shall "x" { clause 一', "syntax", "文件在这里结束得太早", "右花括号"),
    ("unknown unit", rule('require 3 斤 > 2 otherwise "x"'), "unit", "不认识的单位“斤”", "单位表"),
    ("template", rule('require section(概况) is given otherwise "x{p.}"'), "template", "“{p.}”不是一个表达式", "花括号"),
    ("unknown section", rule('require section(概况章) is given otherwise "x"'), "name", "不认识“概况章”", "“概况”"),
    ("unknown name", rule('require 合记 > 2 otherwise "x"'), "name", "不认识的名称“合记”", ""),
    ("unknown function", rule('require mention(平台) is given otherwise "x"'), "function", "没有“mention”这个函数", "mentions"),
    ("unknown field", rule('for each p in projects require p.投资 is given otherwise "x"'), "field", "没有“投资”这一项", "“投资额”"),
    ("unknown argument", rule('require mentions(平台, im: 概况) is given otherwise "x"'), "arguments", "没有参数“im”", "“in”"),
    ("too few arguments", rule('require value(工业增加值) is given otherwise "x"'), "arguments", "还缺参数“year”", "value(indicator, year"),
    ("dimension", rule('for each p in projects require p.投资额 > 3 吨 otherwise "x"'), "dimension", "左边是 money，右边是 mass", "同一量纲"),
    ("percent and point", rule('require 3 % > 3 个百分点 otherwise "x"'), "dimension", "percent", "同一量纲"),
    ("intensity", rule('require value(工业增加值, 2012) = value(能源消费总量, 2012) otherwise "x"'), "dimension", "coal-equivalent", ""),
    ("condition that is a number", rule('require count(projects) otherwise "x"'), "type", "要的是是非", ""),
    ("text against number", rule('for each p in projects require p.name > 3 otherwise "x"'), "type", "不能拿文字和数比较", ""),
    ("loop over a number", rule('for each p in 3 require 3 > 2 otherwise "x"'), "type", "要一个集合", ""),
    ("unused let", rule('let 甲 = 3\nrequire 3 > 2 otherwise "x"'), "unused", "“甲”定义了却没有用到", "删去它"),
    ("shadowed", rule('let 基期 = 3\nrequire 基期 > 2 otherwise "x"'), "shadowed", "“基期”已经有别的意思", "换一个名称"),
    ("no clause", 'rule test-pack/1 shall "x" { require 3 > 2 otherwise "x" }', "clause", "没有写条款", "clause"),
    ("no condition", 'rule test-pack/1 shall "x" { clause 一\nfix "y" }', "empty-rule", "没有条件也没有问题", "require"),
    ("ask without show", rule('ask "好吗？"'), "ask-without-show", "却不出示依据", "show"),
    ("unknown dependency", rule('depends on test-pack/9\nrequire 3 > 2 otherwise "x"'), "rule-id", "没有规则 test-pack/9", ""),
    ("rule twice", SOUND + "\n" + SOUND, "duplicate-rule", "规则 test-pack/1 写了两次", "删去一处"),
    ("range backwards", 'setting 期 = 2016..2014 "x"\n' + rule('require 2015 inside 期 otherwise "x"'), "range", "起点在终点之后", ""),
    ("alias of two sections", 'section 甲 "甲章" { level 1 also "基本情况" }', "shared-alias", "别名“基本情况”同时属于“概况”和“甲”", "weak"),
    ("entry twice", 'term 平台 "又一个" { also "甲平台" }', "duplicate", "“平台”定义了两次", "amend"),
    ("unknown parent", 'section 甲 "甲" { level 2 under 概框 }', "under", "上级“概框”没有定义", "“概况”"),
    ("indicator unit", 'indicator 甲 "甲指标" { unit 斤 }', "unit", "“甲”的单位“斤”不认识", ""),
    ("amend nothing", 'amend term 平抬 { also "x" }', "amend", "没有“平抬”可以补充", "“平台”"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "code", "message", "help_"), [m[1:] for m in MISTAKES], ids=[m[0] for m in MISTAKES])
def test_each_mistake_is_told(tmp_path: Path, text: str, code: str, message: str, help_: str) -> None:
    found = [d for d in load(tmp_path, text).diagnostics if d.code == code]
    assert len(found) == 1, [d.message for d in load(tmp_path, text).diagnostics]
    assert message in found[0].message
    assert help_ in (found[0].help or "")
    assert found[0].place.line is not None
    assert found[0].place.source_line is not None


def test_all_mistakes_of_meaning_are_told_together(tmp_path: Path) -> None:
    text = rule('require section(甲) is given otherwise "x"\nrequire value(乙, 2012) is given otherwise "x"')
    assert [d.code for d in load(tmp_path, text).diagnostics] == ["name", "name"]


def test_the_place_points_at_the_word(tmp_path: Path) -> None:
    text = rule('require section(概况章) is given otherwise "x"')
    (found,) = load(tmp_path, text).diagnostics
    line = found.place.source_line or ""
    assert found.place.column is not None
    assert line[found.place.column - 1 : found.place.column - 1 + found.place.length] == "概况章"


def test_a_registry_binds_the_ids(tmp_path: Path) -> None:
    (tmp_path / "requirements.yaml").write_text(
        "source: {id: test-pack}\nrequirements:\n  - {id: test-pack/1.a, check: auto, modality: shall}\n",
        encoding="utf-8",
    )
    (found,) = load(tmp_path, SOUND).diagnostics
    assert (found.code, found.message) == ("registry", "要求登记表里没有 test-pack/1")
    assert found.help == "您是不是想写“test-pack/1.a”？"


def test_a_family_is_one_rule_a_row(tmp_path: Path) -> None:
    loaded = pack(
        tmp_path,
        """
family 字段 (栏, 提示) {
  test-pack/1 shall "写明投资额" (投资额, "万元")
  test-pack/2 should "写明类型" (项目类型, "如节能改造")
  each { clause 一
    for each p in projects
    require p.栏 is given otherwise "“{p.name}”没有写明{栏}（{提示}）"
    fix "补填{栏}" }
}""",
    )
    assert [(r.id, r.obligation, r.fix) for r in loaded.rules] == [
        ("test-pack/1", "shall", "补填投资额"),
        ("test-pack/2", "should", "补填项目类型"),
    ]
    assert [r.requires[0].otherwise.plain() for r in loaded.rules] == [
        "“…”没有写明投资额（万元）",
        "“…”没有写明项目类型（如节能改造）",
    ]
