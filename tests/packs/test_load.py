"""Packs on disk: the shipped ones are sound, the cache is safe, settings and extensions take effect and are named."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from plancheck.core.diagnostic import UserError
from plancheck.core.outcome import Outcome
from plancheck.packs import cache
from plancheck.packs.load import installed_packs, load_pack, read_pack
from plancheck.packs.registry import read_registry
from tests.packs.progress import complete
from tests.rulekit import HEAD, outcomes, pack

RULE = """
rule test-pack/1 shall "工业增加值达到门槛" { clause 一
  require value(工业增加值, 基期) >= 门槛 otherwise "低于门槛" }
setting 门槛 = 50 亿元 "规模门槛"
"""
PLAN = "一、园区概况\n表1 经济指标\n| 指标 | 单位 | 2012年 |\n| 工业增加值 | 亿元 | 60 |"


@pytest.mark.parametrize("name", installed_packs())
def test_shipped_packs_have_no_errors_and_no_warnings(name: str) -> None:
    assert [d.message for d in read_pack(name, use_cache=False).diagnostics] == []


def test_an_unknown_pack_is_named_with_those_there_are() -> None:
    with pytest.raises(UserError) as caught:
        load_pack("lcip-2015")
    assert caught.value.exit_code == 2
    assert "lcip-2014" in (caught.value.diagnostics[0].help or "")


def test_the_cached_form_is_the_checked_form(tmp_path: Path) -> None:
    (tmp_path / "00-pack.rules").write_text(HEAD + RULE, encoding="utf-8")
    first = read_pack(str(tmp_path)).pack
    second = read_pack(str(tmp_path)).pack
    assert first is not None
    assert second is not None
    assert (first.rules, first.settings, first.vocabulary) == (second.rules, second.settings, second.vocabulary)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda f: f.write_bytes(b""),
        lambda f: f.write_bytes(b"\x80\x04\x95not json"),
        lambda f: f.write_text('{"rules": []}', encoding="utf-8"),
        lambda f: f.write_text(f"{cache.FORMAT} another-digest x\n[]", encoding="utf-8"),
        lambda f: f.write_text(f.read_text(encoding="utf-8").replace("低于门槛", "被人改过"), encoding="utf-8"),
        lambda f: f.write_text("[" * 100_000, encoding="utf-8"),
    ],
    ids=["empty", "binary", "not ours", "another digest", "tampered", "deep"],
)
def test_a_cache_that_is_not_ours_or_not_whole_is_passed_over(tmp_path: Path, spoil: Callable[[Path], object]) -> None:
    (tmp_path / "00-pack.rules").write_text(HEAD + RULE, encoding="utf-8")
    loaded = read_pack(str(tmp_path)).pack
    assert loaded is not None
    file = cache.cache_file(loaded.digest.removeprefix("sha256:"))
    assert file.is_file()
    spoil(file)
    again = read_pack(str(tmp_path)).pack
    assert again is not None
    assert again.rules == loaded.rules


def test_a_changed_rule_is_seen_at_once(tmp_path: Path) -> None:
    (tmp_path / "00-pack.rules").write_text(HEAD + RULE, encoding="utf-8")
    assert read_pack(str(tmp_path)).pack is not None
    (tmp_path / "00-pack.rules").write_text(HEAD + RULE.replace("低于门槛", "没有达到"), encoding="utf-8")
    changed = read_pack(str(tmp_path)).pack
    assert changed is not None
    assert changed.rules[0].requires[0].otherwise.texts == ("没有达到",)


def test_a_cache_folder_that_cannot_be_written_does_no_harm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLANCHECK_CACHE", "/proc/nowhere")
    (tmp_path / "00-pack.rules").write_text(HEAD + RULE, encoding="utf-8")
    assert read_pack(str(tmp_path)).pack is not None


def test_a_setting_of_the_user_takes_effect_and_is_named(tmp_path: Path) -> None:
    assert outcomes(pack(tmp_path, RULE), PLAN)["1"].outcome is Outcome.PASS
    stricter = pack(tmp_path, RULE, 门槛="70亿元")
    assert outcomes(stricter, PLAN)["1"].outcome is Outcome.FAIL
    assert stricter.overrides == (("设置 门槛", "50亿元", "70亿元", "--set"),)


@pytest.mark.parametrize(
    ("name", "value", "message", "help_"),
    [
        ("门坎", "70亿元", "没有“门坎”这个设置", "您是不是想写“门槛”？"),
        ("门槛", "70吨", "设置“门槛”的值“70吨”不合适", "写成与“50亿元”同类的值"),
        ("门槛", "很高", "设置“门槛”的值“很高”不合适", "写成与“50亿元”同类的值"),
        ("三年", "2012..2010", "设置“三年”的值“2012..2010”不合适", "写成与“2010..2012”同类的值"),
    ],
)
def test_a_wrong_setting_is_refused(tmp_path: Path, name: str, value: str, message: str, help_: str) -> None:
    with pytest.raises(UserError) as caught:
        pack(tmp_path, RULE, **{name: value})
    (found,) = caught.value.diagnostics
    assert (caught.value.exit_code, found.message, found.help) == (2, message, help_)


def test_an_extension_adds_and_amends_and_says_so(tmp_path: Path) -> None:
    extension = tmp_path / "city.rules"
    extension.write_text(
        """
pack city-pack "某市补充要求" { extends lcip-2014 }
setting 目标年 = 2015 "本市试点到2015年"
amend section 重点工程 { also "落地项目" }
amend rule lcip-2014/3.4.a { weight 5 }
rule city/1 shall "写明碳账户" { clause 市一
  require mentions(重点工程章名) is given otherwise "没有写碳账户" }
term 重点工程章名 "碳账户" { also "企业碳账户" }
""",
        encoding="utf-8",
    )
    loaded = load_pack(str(extension))
    base = load_pack("lcip-2014")
    assert len(loaded.rules) == len(base.rules) + 1
    assert loaded.own == {"city/1"}
    assert "落地项目" in loaded.vocabulary.of("section")["重点工程"].also
    amended = loaded.rule("lcip-2014/3.4.a")
    assert amended is not None
    assert amended.weight == 5
    assert [o[0] for o in loaded.overrides] == ["设置 目标年", "用语 重点工程", "规则 lcip-2014/3.4.a"]


def test_the_registry_and_the_rules_hold_together() -> None:
    for name in installed_packs():
        loaded = load_pack(name)
        registry = read_registry(loaded.folder)
        if registry is None:
            continue
        asked = {r.id: r for r in registry.requirements if r.check != "context"}
        rules = {r.id: r for r in loaded.own_rules()}
        if complete(name):
            assert sorted(set(asked) - set(rules)) == []
        for rule_id, rule in rules.items():
            entry = asked[rule_id]
            assert (rule_id, rule.obligation) == (rule_id, entry.modality)
            assert (rule_id, "assist" if rule.ask else "auto") == (rule_id, entry.check)


def test_the_head_says_what_its_plans_are_called_and_when(tmp_path: Path) -> None:
    head = HEAD.replace("judges plan", 'judges plan titled "低碳园区" "低碳…试点"\n period 2014..2016')
    (tmp_path / "00-pack.rules").write_text(head, encoding="utf-8")
    for _ in range(2):  # parsed, then from the cache
        loaded = load_pack(str(tmp_path))
        assert (loaded.titled, loaded.period) == (("低碳园区", "低碳…试点"), (2014, 2016))
