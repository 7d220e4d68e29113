"""What differs between two packs is told completely, in sentences, and nothing is told where nothing differs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from plancheck.commands.main import main
from plancheck.packs.diff import pack_changes
from plancheck.packs.load import load_pack
from tests.rulekit import HEAD, pack

RULES = """
rule test-pack/1 shall "工业增加值达到门槛" { clause 一
  weight 2
  require value(工业增加值, 基期) >= 门槛 otherwise "低于门槛" }
rule test-pack/2 should "提到平台" { clause 二
  require mentions(平台) is given otherwise "没有提到平台" }
setting 门槛 = 50 亿元 "规模门槛"
"""


def sentences(folder: Path, old: str, new: str) -> list[str]:
    for name in ("old", "new"):
        (folder / name).mkdir()
    before, after = pack(folder / "old", RULES), pack(folder / "new", RULES.replace(old, new))
    return [change.sentence for change in pack_changes(before, after)]


def test_the_same_rules_elsewhere_do_not_differ(tmp_path: Path) -> None:
    assert sentences(tmp_path, "\nrule test-pack/1", "\n\n# 注\nrule test-pack/1") == []


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("门槛 = 50 亿元", "门槛 = 60 亿元", "设置“门槛”的值由“50亿元”改为“60亿元”。"),
        ("weight 2", "weight 3", "规则 test-pack/1（工业增加值达到门槛）的权重由“2”改为“3”。"),
        ("weight 2", "", "规则 test-pack/1（工业增加值达到门槛）的权重原来是“2”，现在没有了。"),
        ("should", "shall", "规则 test-pack/2（提到平台）的约束由“宜”改为“应”。"),
        ("clause 二", "clause 二\n  veto", "规则 test-pack/2（提到平台）的否决由“否”改为“是”。"),
    ],
)
def test_a_change_is_told_in_a_sentence(tmp_path: Path, old: str, new: str, told: str) -> None:
    assert sentences(tmp_path, old, new) == [told]


def test_a_changed_condition_is_told_by_the_part_that_differs(tmp_path: Path) -> None:
    (told,) = sentences(tmp_path, ">= 门槛", "> 门槛")
    assert told.startswith("规则 test-pack/1（工业增加值达到门槛）的判定内容改了。原来：")
    assert "不小于门槛" in told
    assert "大于门槛" in told.partition("现在：")[2]
    assert "低于门槛" not in told  # what both say is left out


def test_rules_and_settings_that_come_and_go(tmp_path: Path) -> None:
    told = sentences(
        tmp_path,
        'rule test-pack/2 should "提到平台" { clause 二\n  require mentions(平台) is given otherwise "没有提到平台" }',
        'rule test-pack/3 may "提到专家组" { clause 三\n  require mentions(专家组) is given otherwise "没有提到专家组" }\n'
        'setting 末年 = 2016 "期末"',
    )
    assert told == [
        "新增设置“末年”，值是“2016”（期末）。",
        "新增规则 test-pack/3（可）：提到专家组。",
        "去掉规则 test-pack/2：提到平台。",
    ]


def test_words_and_points(tmp_path: Path) -> None:
    for name in ("old", "new"):
        (tmp_path / name).mkdir()
    changed = (
        HEAD.replace('also "专家委员会" weak "顾问"', 'also "专家委员会" "专家库"')
        .replace("points 100", "points 90")
        .replace(
            'term 平台 "平台" { also "公共服务平台" }', 'term 平台 "平台" { also "公共服务平台" } term 基金 "基金" { }'
        )
    )
    before = pack(tmp_path / "old", "")
    (tmp_path / "new" / "00-pack.rules").write_text(changed, encoding="utf-8")
    after = load_pack(str(tmp_path / "new"))
    assert [change.sentence for change in pack_changes(before, after)] == [
        "“全部”的分值由“100分”改为“90分”。",
        "词语“专家组”新增叫法“专家库”。",
        "词语“专家组”去掉近似叫法“顾问”。",
        "新增词语“基金”，方案里可以叫“基金”。",
    ]


def test_a_new_version_under_another_id_is_compared_by_numbers(tmp_path: Path) -> None:
    for name in ("old", "new"):
        (tmp_path / name).mkdir()
    before = pack(tmp_path / "old", RULES)
    text = (HEAD + RULES).replace("test-pack", "next-pack")
    (tmp_path / "new" / "00-pack.rules").write_text(text, encoding="utf-8")
    changes = pack_changes(before, load_pack(str(tmp_path / "new")))
    assert [(c.part, c.field) for c in changes] == [("包头", "编号")]


def test_the_command_tells_an_extension_in_words_and_as_json(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    extension = tmp_path / "city.rules"
    extension.write_text(
        'pack city-pack "某市" { extends lcip-2014 }\nsetting 目标年 = 2015 "到2015年"', encoding="utf-8"
    )
    assert main(["packs", "diff", "lcip-2014", str(extension)]) == 0
    out = capsys.readouterr().out
    assert "设置“目标年”的值由“2016”改为“2015”。" in out
    assert main(["packs", "diff", "lcip-2014", str(extension), "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["before"]["id"], told["after"]["id"]) == ("lcip-2014", "city-pack")
    assert {
        "part": "设置",
        "kind": "changed",
        "name": "目标年",
        "field": "值",
        "was": "2016",
        "now": "2015",
    }.items() <= next(c for c in told["changes"] if c["name"] == "目标年").items()


def test_two_loads_of_a_pack_do_not_differ() -> None:
    assert pack_changes(load_pack("lcip-2014"), load_pack("lcip-2014", use_cache=False)) == ()
