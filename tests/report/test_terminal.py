"""The report in a terminal: order, folds that say how many, widths, colour, hostile texts, nothing lost."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from dataclasses import replace

import pytest
from rich.cells import cell_len

from plancheck.core.outcome import Outcome, Verdict
from plancheck.judgement.results import Coverage, Report
from plancheck.report.terminal import render_terminal
from plancheck.report.texts import Language

from .hostile import poisoned
from .report_sample import paragraph


def plain(report: Report, *, width: int = 100, full: bool = False, lang: Language = "zh") -> str:
    return render_terminal(report, console_width=width, color=False, full=full, lang=lang)


def test_narrow_chinese(report: Report, golden: Callable[[str, str], None]) -> None:
    golden("terminal_80.txt", plain(report, width=80))


def test_wide_english(report: Report, golden: Callable[[str, str], None]) -> None:
    golden("terminal_120_en.txt", plain(report, width=120, lang="en"))


def test_small_report_in_full(small: Report, golden: Callable[[str, str], None]) -> None:
    golden("terminal_full.txt", plain(small, width=80, full=True))


@pytest.mark.parametrize(
    ("verdict", "words"),
    [(Verdict.ACCEPT, "通过形式审查"), (Verdict.SUPPLEMENT, "需补正"), (Verdict.RETURN, "不予受理")],
)
def test_verdict_comes_first(report: Report, verdict: Verdict, words: str) -> None:
    assert plain(replace(report, verdict=verdict)).splitlines()[0] == f"预审结论：{words}"


@pytest.mark.parametrize("width", [50, 80, 120])
@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("full", [False, True])
def test_no_line_is_wider_than_the_terminal(report: Report, width: int, lang: Language, full: bool) -> None:
    for line in plain(report, width=width, full=full, lang=lang).splitlines():
        assert cell_len(line) <= width, line


def test_every_result_is_there_in_full(report: Report) -> None:
    words = plain(report, full=True, width=200).split()
    for result in report.results:
        assert words.count(result.rule) >= 1, result.rule


def test_folded_reviews_are_counted(report: Report) -> None:
    text = plain(report)
    shown = len(re.findall(r"^  \? ", text, re.M))
    assert f"  还有 {80 - shown} 项，用 --full 查看\n" in text
    assert sum(map(int, re.findall(r"本章还有 (\d+) 项", text))) == 80 - shown
    assert "用 --full 查看" not in plain(report, full=True)


def test_same_defect_stands_once_with_all_clauses(report: Report) -> None:
    text = plain(report, width=120)
    assert text.count("任务“发展智慧物流”没有写明拟达到的效果。") == 1
    assert "同一问题：三（三）末段 分项任务定量化指标  lcip-2014/3.3.o" in text
    assert "21 处问题，涉及 25 条" in text


def test_many_messages_and_places_are_folded(report: Report) -> None:
    many = tuple(f"第{n}项缺投资额。" for n in range(30))
    places = tuple(paragraph(n, f"工程{n}", "四、重点工程") for n in range(1, 31))
    results = tuple(
        replace(r, messages=many, evidence=places) if r.rule == "lcip-2014/3.4.k" else r for r in report.results
    )
    text = plain(replace(report, results=results))
    assert "第2项缺投资额。\n    还有 27 项问题，用 --full 查看\n" in text
    assert "第3段：工程3\n    还有 27 处，用 --full 查看\n" in text


def test_long_excerpt_is_cut_with_its_rest_counted(report: Report) -> None:
    long = "节能降碳" * 50_000
    results = tuple(
        replace(r, evidence=(paragraph(9, long, "四、重点工程"),)) if r.rule == "lcip-2014/3.4.k" else r
        for r in report.results
    )
    changed = replace(report, results=results)
    assert "…（另有 199880 字）" in plain(changed).replace("\n    ", "")
    began = time.process_time()
    assert plain(changed, full=True).count("节能降碳") > 45_000  # the rest is broken across lines
    assert time.process_time() - began < 2


def test_rich_markup_of_the_plan_is_literal(report: Report) -> None:
    text = plain(poisoned(report, "[bold red]x[/] :smile: {0}"), full=True, width=400)
    assert "单位工业增加值碳排放下降率[bold red]x[/] :smile: {0}" in text


@pytest.mark.parametrize("color", [False, True])
def test_control_characters_cannot_reach_the_terminal(small: Report, color: bool) -> None:
    poison = "\x1b[2J\x1b]0;t\x07\x9b31m\r\u202e\x00\ud800\n- 否决项"
    text = render_terminal(poisoned(small, poison), console_width=80, color=color, full=True)
    rest = re.sub(r"\x1b\[[0-9;]+m", "", text) if color else text
    assert re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\ud800-\udfff]", rest) is None
    assert "␛[2J␛]0;t␇�31m ␀� - 否决项" in rest.replace("\n", "")[:400]
    assert "\n- 否决项" not in rest
    text.encode()


def test_colour_changes_no_text(report: Report) -> None:
    painted = render_terminal(report, console_width=80, color=True)
    assert "\x1b[" in painted
    assert re.sub(r"\x1b\[[0-9;]*m", "", painted) == plain(report, width=80)
    for line in painted.splitlines():
        assert line.count("\x1b[0m") * 2 == line.count("\x1b["), "each line ends the styles that it begins"


def test_nothing_judged(report: Report) -> None:
    empty = replace(report, results=(), chapters=(), reasons=(), notes=(), overrides=(), data=None,
                    coverage=Coverage(0, 0, 0, 0, 0, 0, 0))  # fmt: skip
    text = plain(empty)
    assert "没有发现不符合的条款。" in text
    assert "没有需要人工判断的条款。" in text
    assert "没有读不懂的内容。" in text
    assert "数据文件：未提供" in text
    assert "（——）" in text


def test_long_titles_hang_below_their_first_line(report: Report) -> None:
    results = tuple(replace(r, title="写明投资额" * 20) if r.veto else r for r in report.results)
    assert re.search(r"\n1\.  否决项 .*\n    \S", plain(replace(report, results=results)))


def test_failures_by_strength(report: Report) -> None:
    found = re.findall(r"^\d+\. +(否决项|应|宜|可) ", plain(report), re.M)
    assert found == sorted(found, key=["否决项", "应", "宜", "可"].index)
    assert (found[0], len(found)) == ("否决项", 21)


def test_reasons_for_not_applicable_are_grouped(report: Report) -> None:
    assert "  · 依赖的内容缺失：没有任务对目标的贡献数值。（2 条）\n" in plain(report)
    assert sum(r.outcome is Outcome.NOT_APPLICABLE for r in report.results) == 12
    assert "不适用的条款  6 条\n" in plain(report)
    assert "其中 4 条因为所取决于的要求没有满足，分值仍按失分计算" in plain(report)
    assert "不适用 12（其中建议 6）" in plain(report)
    assert "可以考虑的建议  6 条，用 --full 查看\n" in plain(report)


def test_fast_enough(report: Report) -> None:
    began = time.process_time()
    plain(report, full=True)
    assert time.process_time() - began < 0.5
