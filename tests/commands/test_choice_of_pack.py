"""Without --pack a command tells from the plan which pack it is made for, says why, and asks where it is not clear."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from docx import Document

from plancheck.checking.propose import propose
from plancheck.commands.main import main
from plancheck.document.plaintext import document_from_text
from plancheck.document.reader import read_document
from plancheck.packs.heads import Head, installed_heads, read_head
from plancheck.packs.load import load_pack, read_pack

CORPUS = Path(__file__).parents[2] / "corpus" / "lcip-2014"
PILOT = Head("pilot-2014", "试点指南", ("低碳工业园区", "低碳…园区…试点"), (2014, 2016))
PEAK = Head("peak-2022", "达峰指南", ("碳达峰",), (2021, 2030))
MANUAL = Head("manual", "管理要求", ("低碳管理",), None)
HEADS = (PILOT, PEAK, MANUAL)


def plan(folder: Path, title: str, body: str = "一、总则\n本方案依据有关要求编制。") -> Path:
    document = Document()
    document.add_paragraph(title, style="Title")
    for line in body.splitlines():
        document.add_paragraph(line)
    path = folder / "方案.docx"
    document.save(str(path))
    return path


@pytest.mark.parametrize(
    ("title", "body", "chosen"),
    [
        ("云泽经济技术开发区国家低碳工业园区试点实施方案", "试点期为2014—2016年。", "pilot-2014"),
        ("云泽开发区低碳示范园区试点方案", "没有写明年份。", "pilot-2014"),
        ("云泽工业园区碳达峰实施方案", "规划期限为2022年至2030年。", "peak-2022"),
        ("云泽低碳工业园区碳达峰实施方案", "规划期：2022—2030年。", "peak-2022"),  # both names, one period
        (
            "云泽低碳工业园区碳达峰实施方案（2022—2030年）",
            "试点期为2014—2016年。",
            "peak-2022",
        ),  # the title's comes first
        ("云泽工业园区低碳管理手册", "规划期限为1990年至1995年。", "manual"),
        ("云泽低碳工业园区碳达峰实施方案", "没有写明年份。", None),
        ("云泽低碳工业园区试点实施方案", "试点期为2031—2035年。", None),
        ("云泽工业园区食堂管理办法", "规划期限为2014—2016年。", None),
        ("", "试点期为2014—2016年。", None),
    ],
)
def test_the_pack_is_told_from_title_and_period(tmp_path: Path, title: str, body: str, chosen: str | None) -> None:
    document = read_document(plan(tmp_path, title, f"一、总则\n{body}"))
    found = propose(document, HEADS).chosen
    assert (found.head.id if found else None) == chosen


def test_a_text_without_a_title_is_told_by_its_first_lines_or_not_at_all() -> None:
    found = propose(document_from_text("云泽低碳工业园区试点\n一、总则\n试点期为2014—2016年。"), HEADS).chosen
    assert found is not None
    assert found.head.id == "pilot-2014"
    later = "一、总则\n第一段。\n第二段。\n第三段。\n二、目标\n建成低碳工业园区。试点期为2014—2016年。"
    assert propose(document_from_text(later), HEADS).chosen is None


def test_the_choice_is_said_and_kept_in_the_report(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(CORPUS / "compliant-a.docx"), "--format", "json"]) == 0
    out, err = capsys.readouterr()
    report = json.loads(out)
    assert report["pack"]["id"] == "lcip-2014"
    assert err.startswith("没有写 --pack，按规则包 lcip-2014《")
    assert "题名里有“低碳工业园区”" in err
    assert "要用别的规则包，请写 --pack 编号。" in err
    assert report["choices"][0].startswith("没有写 --pack，按规则包 lcip-2014《")


def test_a_named_pack_is_taken_without_a_word(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(CORPUS / "compliant-a.docx"), "--format", "json", "--pack", "lcip-2014"]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert not any("没有写 --pack" in note for note in json.loads(out)["choices"])


@pytest.mark.parametrize("command", ["check", "inspect"])
def test_a_plan_of_no_pack_is_asked_about(command: str, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = plan(tmp_path, "云泽工业园区食堂管理办法")
    assert main([command, str(path)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    for head in installed_heads():
        assert f"{head.id}《{head.title}》：题名里没有" in err
    assert "怎么办：加上 --pack 和编号再运行一次" in err


def test_a_plan_that_two_packs_fit_is_asked_about(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = plan(tmp_path, "云泽低碳工业园区碳达峰实施方案")
    assert main(["check", str(path)]) == 2
    err = capsys.readouterr().err
    assert "与 2 个规则包都对得上，请您选定" in err
    assert "lcip-2014《" in err
    assert "cace-peaking-2022《" in err


def test_a_rule_names_its_pack(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "lcip-2014/3.4.k"]) == 0
    assert capsys.readouterr().out.startswith("lcip-2014/3.4.k")


def test_a_template_needs_a_pack(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["template", "--data", str(tmp_path / "表.xlsx")]) == 2
    assert "--pack" in capsys.readouterr().err


def test_heads_read_alone_are_those_of_the_loaded_packs() -> None:
    heads = installed_heads()
    assert "lcip-2014" in {head.id for head in heads}
    for head in heads:
        pack = load_pack(head.id)
        assert (head.title, head.titled, head.period) == (pack.title, pack.titled, pack.period)


def test_a_head_is_read_whatever_its_layout() -> None:
    text = '# pack no-pack "注释"\npack a-b "甲 乙" { judges plan # titled "不算"\n titled "丙" "丁…戊" period 2014 .. 2016 }\nterm 词 "词" { }'
    assert read_head(text) == Head("a-b", "甲 乙", ("丙", "丁…戊"), (2014, 2016))
    assert read_head('vocabulary a-b "词表"') is None


STAGES = """
pack staged-pack "分阶段" { judges plan, acceptance, summary uses park-terms
  titled "低碳园区" "低碳…试点"
  titled "验收" "自评价报告" as acceptance
  titled "年度…总结" as summary }
rule staged-pack/1 shall "写明总结" { clause 一
  stages summary
  require mentions(总结) is given otherwise "没有写总结" }
term 总结 "工作总结" { }
"""


@pytest.mark.parametrize(
    ("title", "stage", "outcome"),
    [
        ("云泽低碳园区2013年度工作总结", "summary", "pass"),
        ("云泽低碳园区验收申请报告", "acceptance", "not-applicable"),
        ("云泽低碳园区实施方案", "plan", "not-applicable"),
    ],
)
def test_the_stage_is_told_from_the_title_too(
    title: str, stage: str, outcome: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    folder = tmp_path / "staged-pack"
    folder.mkdir()
    (folder / "00-pack.rules").write_text(STAGES, encoding="utf-8")
    path = plan(tmp_path, title)
    main(["check", str(path), "--pack", str(folder), "--format", "json"])
    report = json.loads(capsys.readouterr().out)
    assert (report["stage"], report["results"][0]["outcome"]) == (stage, outcome)
    said = [note for note in report["choices"] if "没有写 --stage" in note]
    assert len(said) == (stage != "plan")
    main(["check", str(path), "--pack", str(folder), "--format", "json", "--stage", "acceptance"])
    report = json.loads(capsys.readouterr().out)
    assert report["stage"] == "acceptance"
    assert not any("没有写 --stage" in note for note in report["choices"])
    head = read_head(STAGES)
    assert head is not None
    assert head.titled == load_pack(str(folder)).titled == ("低碳园区", "低碳…试点")


def test_a_stage_that_the_pack_does_not_judge_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "00-pack.rules").write_text(STAGES.replace("as summary", "as sumary"), encoding="utf-8")
    messages = [d.message for d in read_pack(str(tmp_path)).diagnostics]
    assert messages == ["titled … as sumary：judges 里没有这个阶段"]
