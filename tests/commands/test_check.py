"""The commands as a user meets them: exit codes, one clear sentence for every mistake, nothing overwritten."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from plancheck.commands.main import main

CORPUS = Path(__file__).parents[2] / "corpus" / "lcip-2014"
GOOD, BAD = CORPUS / "compliant-a.docx", CORPUS / "defects.docx"
DATA = CORPUS / "compliant-a.data.yaml"


def run(capsys: pytest.CaptureFixture[str], *args: object) -> tuple[int, str, str]:
    try:
        code = main([str(a) for a in args])
    except SystemExit as stop:
        code = int(stop.code or 0)
    out, err = capsys.readouterr()
    return code, out, err


def test_a_sound_plan_ends_with_0(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, "check", GOOD, "--data", DATA, "--pack", "lcip-2014")
    assert (code, err) == (0, "")
    assert "预审结论：通过形式审查" in out


def test_findings_end_with_1_and_fail_on_never_with_0(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "check", BAD)[0] == 1
    assert run(capsys, "check", BAD, "--fail-on", "never")[0] == 0


def test_only_judges_the_rules_named(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, "check", GOOD, "--only", "3.4.k", "--only", "lcip-2014/3.4.a", "--format", "json")
    assert [r["rule"] for r in json.loads(out)["results"]] == ["lcip-2014/3.4.k", "lcip-2014/3.4.a"]


def test_the_same_input_gives_the_same_report(capsys: pytest.CaptureFixture[str]) -> None:
    first = run(capsys, "check", BAD, "--format", "json")
    assert first == run(capsys, "check", BAD, "--format", "json")


def test_a_report_file_is_not_overwritten_without_force(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    report = tmp_path / "报告.html"
    assert run(capsys, "check", GOOD, "-o", report)[0] == 0
    before = report.read_text(encoding="utf-8")
    assert before.startswith("<!DOCTYPE html>")
    code, _, err = run(capsys, "check", BAD, "-o", report)
    assert (code, "已经存在，没有覆盖" in err) == (2, True)
    assert report.read_text(encoding="utf-8") == before
    assert run(capsys, "check", BAD, "-o", report, "--force")[0] == 1
    assert report.read_text(encoding="utf-8") != before


def _file(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("空.docx", b"", "空"),
        ("文字.docx", "一、总则".encode("gbk"), "docx"),
        ("表.pdf", b"%PDF-1.7", "PDF"),
        ("半截.docx", GOOD.read_bytes()[:2000], ""),
    ],
    ids=["empty", "plain text", "PDF", "truncated"],
)
def test_a_plan_that_cannot_be_read_ends_with_3(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, name: str, content: bytes, said: str
) -> None:
    code, out, err = run(capsys, "check", _file(tmp_path, name, content))
    assert (code, out) == (3, "")
    assert err.startswith("错误：")
    assert "怎么办：" in err
    assert said in err
    assert "Traceback" not in err


def test_a_missing_plan_and_broken_data_end_with_3(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert run(capsys, "check", tmp_path / "无.docx")[0] == 3
    data = _file(tmp_path, "数据.yaml", "projets: []\n工程:\n  - 投资额: 很多".encode())
    code, _, err = run(capsys, "check", GOOD, "--data", data)
    assert code == 3
    assert "projects" in err


@pytest.mark.parametrize(
    "args",
    [
        (),
        ("chek", "x.docx"),
        ("check",),
        ("check", "x.docx", "--pack", "lcip-2015"),
        ("check", str(GOOD), "--set", "目标年"),
        ("check", str(GOOD), "--set", "目标=2015"),
        ("check", str(GOOD), "--only", "9.9.z"),
        ("check", str(GOOD), "--format", "docx"),
        ("explain", "9.9.z"),
        ("packs",),
        ("packs", "show", "无"),
    ],
)
def test_wrong_usage_ends_with_2_and_no_traceback(capsys: pytest.CaptureFixture[str], args: tuple[str, ...]) -> None:
    code, out, err = run(capsys, *args)
    assert code == 2
    assert "Traceback" not in out + err
    assert (out + err).strip()


def test_a_broken_pack_ends_with_4_and_shows_the_place(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "00-pack.rules").write_text(
        'pack a-b "x" { judges plan }\nrule a-b/1 shall "x" { claus 一 }', encoding="utf-8"
    )
    code, _, err = run(capsys, "check", GOOD, "--pack", tmp_path)
    assert code == 4
    assert "00-pack.rules 第2行第" in err
    assert "^^^^^" in err
    assert "您是不是想写 clause？" in err


def test_a_data_file_of_another_park_is_told(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    data = _file(tmp_path, "数据.yaml", "园区:\n  名称: 松原高新技术产业开发区\n".encode())
    _, out, _ = run(capsys, "check", GOOD, "--data", data)
    head = "".join(out.partition("得分")[0].split())
    assert "看来不是同一个园区" in head, "a reader must meet it with the verdict, not at the end"


def test_a_stage_that_no_rule_knows_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, "check", GOOD, "--stage", "初审")
    assert (code, out) == (2, "")
    assert "没有“初审”这个阶段" in err and "可以写：plan" in err


def test_inspect_tells_what_was_read(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "inspect", GOOD, "--format", "json")
    data = json.loads(out)
    assert code == 0
    assert (data["read"]["tables"], data["read"]["projects"]) == (13, 14)
    _, out, _ = run(capsys, "inspect", GOOD, "--projects")
    assert "浮法玻璃窑炉煤改气工程" in out
    assert "\n表格\n" not in out


def test_explain_words_the_rule_and_its_steps(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "explain", "3.4.a", BAD)
    assert code == 0
    assert "条款：三（四）" in out
    assert "正例" in out
    assert "逐个条件：" in out


def test_a_template_is_written_once(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "表.xlsx"
    assert run(capsys, "template", "--data", "--pack", "lcip-2014", path)[0] == 0
    assert run(capsys, "template", "--data", "--pack", "lcip-2014", path)[0] == 2
    assert run(capsys, "check", GOOD, "--data", path)[0] in (0, 1)  # an empty data file is a valid one


def test_entries_of_the_data_file_can_be_read_along(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    data = _file(
        tmp_path, "a.yaml", "goals: [{id: G1, indicator: 碳排放总量, base_value: 32.4 万吨二氧化碳}]\n".encode()
    )
    code, out, _ = run(capsys, "inspect", GOOD, "--data", data, "--entries")
    assert code == 0
    assert "管理目标 1 条\n    碳排放总量：编号 G1；基准值 32.4万吨二氧化碳（数据文件 管理目标 第1条）" in out
    shown = json.loads(run(capsys, "inspect", GOOD, "--data", data, "--format", "json")[1])
    parts = {part["part"]: part["entries"] for part in shown["entries"]}
    assert parts["goals"][0]["fields"] == {"id": "G1", "indicator": "碳排放总量", "base_value": "32.4万吨二氧化碳"}
    without = json.loads(run(capsys, "inspect", GOOD, "--format", "json")[1])["entries"]
    assert "goals" not in {part["part"] for part in without}


def test_a_date_to_judge_at(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, "check", GOOD, "--only", "3.4.a", "--as-of", "2015-06", "--format", "json")
    assert "按 --as-of 指定的日期 2015-06 判断是否到期" in json.loads(out)["notes"]
    code, _, err = run(capsys, "check", GOOD, "--as-of", "明天")
    assert (code, "--as-of 的日期“明天”读不懂" in err) == (2, True)
