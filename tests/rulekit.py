"""A small pack written in a test, and its outcomes on a small plan."""

from __future__ import annotations

from pathlib import Path

from plancheck.checking.assess import judge_all
from plancheck.checking.examples import facts_of
from plancheck.judgement.judge import Judged
from plancheck.packs.load import Loaded, read_pack
from plancheck.packs.model import Pack

HEAD = """
pack test-pack "测试" { issuer "测试" judges plan uses park-terms }
chapter "全部" points 100
section 概况 "园区概况" { level 1 also "基本情况" }
section 工程章 "重点工程" { level 1 also "重点项目" weak "项目库" }
section 保障章 "保障措施" { level 1 }
term 专家组 "专家组" { also "专家委员会" weak "顾问" }
term 平台 "平台" { also "公共服务平台" }
setting 基期 = 2012 "基准年"
setting 三年 = 2010..2012 "近三年"
"""


def load(folder: Path, rules: str, head: str = HEAD, **settings: str) -> Loaded:
    """The pack of `head` and `rules`, written to a folder and loaded without a cache."""
    (folder / "00-pack.rules").write_text(head + rules, encoding="utf-8")
    return read_pack(str(folder), settings, use_cache=False)


def pack(folder: Path, rules: str, **settings: str) -> Pack:
    """The same, for rules that must be sound."""
    loaded = load(folder, rules, **settings)
    assert loaded.pack is not None, [d.message for d in loaded.diagnostics]
    return loaded.pack


def outcomes(loaded: Pack, plan: str, data: str | None = None) -> dict[str, Judged]:
    """What became of each rule on a plan text, by the rule's own number."""
    facts = facts_of(plan, data, loaded.vocabulary)
    return {j.rule.id.split("/")[1]: j for j in judge_all(facts, loaded, "plan")}


def outcome(folder: Path, body: str, plan: str, *, obligation: str = "shall", data: str | None = None) -> Judged:
    """What becomes of one rule with this body on a plan text."""
    rule = f'rule test-pack/1 {obligation} "一条规则" {{ clause 一\n{body} }}'
    return outcomes(pack(folder, rule), plan, data)["1"]
