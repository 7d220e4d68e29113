"""One plan against several packs: read once, a report each, and a summary with what several packs name."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from plancheck.checking import run as checking
from plancheck.commands.main import main
from tests.rulekit import HEAD

CORPUS = Path(__file__).parents[2] / "corpus" / "lcip-2014"
PLAN = CORPUS / "defects.docx"
RULES = """
rule PACK/1 shall "列出投资" { clause 一
  for each p in projects()
  require p.投资额 is given otherwise "工程“{p.name}”没有投资额" }
rule PACK/2 shall "提到专家组" { clause 二
  require mentions(专家组) is given otherwise "没有专家组（PACK）" }
"""


@pytest.fixture
def packs(tmp_path: Path) -> tuple[str, str]:
    for name in ("first-pack", "second-pack"):
        folder = tmp_path / name
        folder.mkdir()
        text = (HEAD + RULES).replace("test-pack", name).replace("PACK", name)
        (folder / "00-pack.rules").write_text(text, encoding="utf-8")
    return str(tmp_path / "first-pack"), str(tmp_path / "second-pack")


def check(packs: tuple[str, str], *args: str) -> int:
    return main(["check", str(PLAN), "--pack", packs[0], "--pack", packs[1], *args])


def test_all_reports_and_the_summary_are_one_json_document(
    packs: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert check(packs, "--format", "json") == 1
    data = json.loads(capsys.readouterr().out)
    assert [report["pack"]["id"] for report in data["reports"]] == ["first-pack", "second-pack"]
    assert [p["fails"] for p in data["summary"]["packs"]] == [
        ["first-pack/1", "first-pack/2"],
        ["second-pack/1", "second-pack/2"],
    ]
    assert [[n["rule"] for n in shared["named"]] for shared in data["summary"]["shared"]] == [
        ["first-pack/1", "second-pack/1"]
    ]


def test_in_the_terminal_each_report_is_announced_and_the_summary_comes_last(
    packs: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert check(packs) == 1
    out = capsys.readouterr().out
    order = [
        "【第 1 份报告，共 2 份】测试（first-pack）",
        "【第 2 份报告，共 2 份】测试（second-pack）",
        "汇总：同一份方案按 2 个规则包检查",
    ]
    assert sorted(out.index(line) for line in order) == [out.index(line) for line in order]


def test_the_plan_is_read_once(
    packs: tuple[str, str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    times = 0
    opened = checking.open_submission

    def counted(plan: Path, data: Path | None) -> checking.Opened:
        nonlocal times
        times += 1
        return opened(plan, data)

    monkeypatch.setattr(checking, "open_submission", counted)
    check(packs, "--data", str(CORPUS / "defects.data.yaml"), "--format", "json")
    data = json.loads(capsys.readouterr().out)
    assert times == 1
    assert all(report["data"] is not None for report in data["reports"])


def test_files_are_named_by_pack_and_all_or_none_are_written(
    packs: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "结果" / "报告.html"
    assert check(packs, "-o", str(target)) == 1
    names = ["报告-first-pack.html", "报告-second-pack.html", "报告-汇总.txt"]
    assert sorted(p.name for p in target.parent.iterdir()) == names
    assert "second-pack　测试" in (target.parent / names[2]).read_text(encoding="utf-8")
    assert "几个规则包都指出的问题（1 处" in capsys.readouterr().out
    (target.parent / names[0]).unlink()
    (target.parent / names[1]).write_text("旧", encoding="utf-8")
    assert check(packs, "-o", str(target)) == 2
    assert not (target.parent / names[0]).exists()
    assert (target.parent / names[1]).read_text(encoding="utf-8") == "旧"


def test_a_setting_goes_to_the_packs_that_have_it(packs: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    head = Path(packs[1]) / "00-pack.rules"
    head.write_text(head.read_text(encoding="utf-8") + '\nsetting 门槛 = 3 "门槛"\n', encoding="utf-8")
    assert check(packs, "--set", "门槛=5", "--format", "json") == 1
    told = [report["overrides"] for report in json.loads(capsys.readouterr().out)["reports"]]
    assert [len(overrides) for overrides in told] == [0, 1]
    assert check(packs, "--set", "门坎=5") == 2
    assert "这几个规则包都没有“门坎”这个设置" in capsys.readouterr().err


def test_single_rules_belong_to_one_pack(packs: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert check(packs, "--only", "1") == 2
    assert "--only 只能配一个规则包" in capsys.readouterr().err
