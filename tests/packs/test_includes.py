"""Packs that include another: its rules come last, its chapters carry the points that the including pack says."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from plancheck.core.outcome import Outcome
from plancheck.packs.load import load_pack, read_pack
from plancheck.packs.model import Pack
from tests.rulekit import outcomes

HEAD = """
pack own-pack "自己的包" {{ issuer "测试" judges plan uses park-terms includes common }}
chapter "自己的一章" points 100
{more}
rule own-pack/1 shall "写了工业增加值" {{ clause 一
  require value(工业增加值, 2020) is given otherwise "没有写" }}
"""
PLAN = "一、概况\n2020年园区工业增加值{}亿元。\n表1 指标\n| 指标 | 2019年 | 2020年 |\n| 工业增加值（亿元） | 52 | 57 |"


def including(folder: Path, more: str = "") -> Pack:
    (folder / "00-pack.rules").write_text(HEAD.format(more=more), encoding="utf-8")
    loaded = read_pack(str(folder), use_cache=False)
    assert loaded.pack is not None, [d.message for d in loaded.diagnostics]
    return loaded.pack


def test_included_rules_come_last_and_are_not_the_packs_own(tmp_path: Path) -> None:
    made, common = including(tmp_path), load_pack("common")
    assert [r.id for r in made.rules] == ["own-pack/1", *(r.id for r in common.rules)]
    assert [r.id for r in made.own_rules()] == ["own-pack/1"]
    assert made.id == "own-pack"
    assert made.judges == ("plan",)


def test_included_rules_judge_along(tmp_path: Path) -> None:
    made = including(tmp_path)
    right, wrong = outcomes(made, PLAN.format("57")), outcomes(made, PLAN.format("75"))
    assert (right["1"].outcome, wrong["1"].outcome) == (Outcome.PASS, Outcome.PASS)
    assert (right["same-value"].outcome, wrong["same-value"].outcome) == (Outcome.PASS, Outcome.FAIL)


def test_included_chapters_come_last_without_points_unless_the_pack_gives_some(tmp_path: Path) -> None:
    made = including(tmp_path)
    titles = list(load_pack("common").chapters)
    assert list(made.chapters) == ["自己的一章", *titles]
    assert {made.chapters[t] for t in titles} == {Fraction(0)}
    title = titles[0]
    valued = including(tmp_path, f'chapter "{title}" points 5')
    assert valued.chapters[title] == Fraction(5)
    assert all(r.chapter == title for r in valued.rules if r.id == "common/same-value")


def test_included_settings_can_be_changed(tmp_path: Path) -> None:
    (tmp_path / "00-pack.rules").write_text(HEAD.format(more=""), encoding="utf-8")
    changed = read_pack(str(tmp_path), {"核对率允差": "3 个百分点"}, use_cache=False).pack
    assert changed is not None
    assert [o[:3] for o in changed.overrides] == [("设置 核对率允差", "0.5个百分点", "3 个百分点")]
    plan = "一、目标\n到2025年，单位工业增加值能耗由2020年的1.00吨标准煤/万元降到0.82吨标准煤/万元，下降20%。"
    assert outcomes(including(tmp_path), plan)["stated-change"].outcome is Outcome.FAIL
    assert outcomes(changed, plan)["stated-change"].outcome is Outcome.PASS


def test_an_extension_inherits_what_its_base_includes(tmp_path: Path) -> None:
    extension = tmp_path / "city.rules"
    extension.write_text(
        'pack city-pack "某市补充要求" { extends lcip-2014 }\namend rule common/same-value { weight 3 }\n',
        encoding="utf-8",
    )
    made, base = load_pack(str(extension)), load_pack("lcip-2014")
    assert [r.id for r in made.rules] == [r.id for r in base.rules]
    assert made.own_rules() == ()
    amended = made.rule("common/same-value")
    assert amended is not None
    assert amended.weight == 3
    assert [r.id for r in made.rules][-len(load_pack("common").rules) :] == [r.id for r in load_pack("common").rules]


@pytest.mark.parametrize("name", ["lcip-2014"])
def test_shipped_packs_include_the_cross_checks(name: str) -> None:
    assert {r.id for r in load_pack("common").rules} <= {r.id for r in load_pack(name).rules}


def test_an_unknown_included_pack_is_told(tmp_path: Path) -> None:
    from plancheck.core.diagnostic import UserError

    (tmp_path / "00-pack.rules").write_text(
        HEAD.format(more="").replace("includes common", "includes commons"), "utf-8"
    )
    with pytest.raises(UserError) as caught:
        read_pack(str(tmp_path), use_cache=False)
    assert "commons" in caught.value.diagnostics[0].message
