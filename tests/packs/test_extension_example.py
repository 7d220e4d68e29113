"""The worked example of an extension: sound, proved by its own examples, and doing exactly what it says."""

from __future__ import annotations

from pathlib import Path

import pytest

from plancheck.checking.assess import judge_all
from plancheck.checking.examples import facts_of, read_examples, try_example, unproved
from plancheck.checking.run import read_submission
from plancheck.core.resources import resource_dir
from plancheck.judgement.judge import Judged
from plancheck.packs.diff import pack_changes
from plancheck.packs.load import load_pack, read_pack
from plancheck.packs.model import Pack

FILE = str(resource_dir("rules") / "examples" / "qinghe-city.rules")
SAMPLE = Path(__file__).parents[2] / "corpus" / "lcip-2014" / "compliant-a.docx"


@pytest.fixture(scope="module")
def city() -> Pack:
    return load_pack(FILE)


def outcomes(pack: Pack, text: str) -> dict[str, Judged]:
    return {j.rule.id: j for j in judge_all(facts_of(text, None, pack.vocabulary), pack, "plan")}


def test_it_is_sound_and_its_rules_are_proved(city: Pack) -> None:
    assert read_pack(FILE, use_cache=False).diagnostics == ()
    examples, mistakes = read_examples(city)
    assert (mistakes, unproved(city.own_rules(), examples)) == ((), ())
    assert [e.rule for e in examples if not try_example(e, city).ok] == []


def test_it_says_what_it_changes(city: Pack) -> None:
    changes = pack_changes(load_pack("lcip-2014"), city)
    assert [(c.part, c.kind, c.name) for c in changes if c.part != "包头"] == [
        ("设置", "changed", "占比允差"),
        ("设置", "changed", "占比允差"),
        ("设置", "added", "碳强度降幅下限"),
        ("设置", "added", "本市指标"),
        ("分值", "changed", "指导思想和主要目标"),
        ("分值", "added", "本市补充要求"),
        ("用语", "changed", "重点工程"),
        ("规则", "added", "qinghe/1"),
        ("规则", "added", "qinghe/2"),
    ]
    assert [what for what, _, _, _ in city.overrides] == ["设置 占比允差", "用语 重点工程"]
    assert sum(city.chapters.values()) == sum(load_pack("lcip-2014").chapters.values())


def test_the_alias_is_known_to_the_city_only(city: Pack) -> None:
    text = "四、落地项目\n表1 工程表\n| 项目名称 | 投资额（万元） |\n| 余热利用工程 | 300 |"
    assert outcomes(city, text)["lcip-2014/3.4.a"].outcome == "pass"
    assert outcomes(load_pack("lcip-2014"), text)["lcip-2014/3.4.a"].outcome == "fail"


def test_a_plan_that_meets_the_guide_is_held_to_the_city_s_list(city: Pack) -> None:
    read = read_submission(SAMPLE, None, city.vocabulary)
    judged = {j.rule.id: j for j in judge_all(read.facts, city, "plan", only=("qinghe/1", "qinghe/2"))}
    assert judged["qinghe/1"].outcome == "fail"
    assert judged["qinghe/1"].messages == ("没有设“光伏装机容量”这项指标", "没有设“余热利用率”这项指标")
    assert judged["qinghe/2"].outcome == "pass"


def test_the_city_s_threshold_can_be_set() -> None:
    text = "二、指导思想和主要目标\n到2016年，单位工业增加值二氧化碳排放比2012年下降20%。"
    assert outcomes(load_pack(FILE), text)["qinghe/2"].outcome == "pass"
    assert outcomes(load_pack(FILE, {"碳强度降幅下限": "25%"}), text)["qinghe/2"].outcome == "fail"
