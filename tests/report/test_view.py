"""How results are put in order and in groups before any format shows them; the fixed texts; what is imported."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import replace
from fractions import Fraction

import pytest

from plancheck.core.outcome import Obligation, Outcome
from plancheck.judgement.results import Report, Result
from plancheck.report import view
from plancheck.report.clean import one_line, shorten
from plancheck.report.numbers import plain, points, share
from plancheck.report.texts import ENTRIES


def failing(report: Report, **same: tuple[str, ...]) -> Report:
    """A report of three failures a, b, c with the given `same_finding`."""
    base = next(r for r in report.results if r.outcome is Outcome.FAIL)
    made = [replace(base, rule=name, veto=False, same_finding=same.get(name, ())) for name in "abc"]
    return replace(report, results=tuple(made))


def groups(report: Report) -> list[str]:
    return ["".join(r.rule for r in finding.results) for finding in view.findings(report)]


def test_one_direction_is_enough(report: Report) -> None:
    assert groups(failing(report, c=("a",))) == ["ac", "b"]
    assert groups(failing(report, a=("c",))) == ["ac", "b"]
    assert groups(failing(report, a=("b",), b=("c",))) == ["abc"]
    assert groups(failing(report)) == ["a", "b", "c"]


def test_rules_that_did_not_fail_join_nothing(report: Report) -> None:
    assert groups(failing(report, a=("lcip-2014/9.9", "a"))) == ["a", "b", "c"]


def test_weightiest_leads(report: Report) -> None:
    three = failing(report, a=("b", "c"))
    a, b, c = three.results
    assert groups(replace(three, results=(a, replace(b, weight=Fraction(9)), c))) == ["bac"]
    assert groups(replace(three, results=(a, b, replace(c, veto=True)))) == ["cab"]
    assert groups(replace(three, results=(replace(a, obligation=Obligation.SHOULD), b, c))) == ["bca"]


def test_every_result_is_in_exactly_one_place(report: Report) -> None:
    placed: list[Result] = [r for f in view.findings(report) for r in f.results]
    for outcome in (Outcome.PASS, Outcome.REVIEW, Outcome.NOT_APPLICABLE):
        placed += view.of_outcome(report, outcome)
    placed += view.advice(report)
    assert sorted(r.rule for r in placed) == sorted(r.rule for r in report.results)


def test_chapter_that_the_report_does_not_list_comes_last(report: Report) -> None:
    results = (replace(report.results[0], chapter="附件"), *report.results[1:3])
    assert [g.title for g in view.by_chapter(report, results)] == ["总体要求", "附件"]


@pytest.mark.parametrize("key", sorted(ENTRIES))
def test_both_languages_take_the_same_values(key: str) -> None:
    chinese, english = ENTRIES[key]
    assert chinese
    assert english
    assert set(re.findall(r"{(\w+)}", chinese)) == set(re.findall(r"{(\w+)}", english))
    assert not re.search(r"[\u4e00-\u9fff]", english)


@pytest.mark.parametrize(
    ("value", "one", "two"),
    [(Fraction(123, 2), "61.5", "61.5"), (Fraction(100), "100.0", "100"), (Fraction(19, 20), "1.0", "0.95"),
     (Fraction(0), "0.0", "0"), (Fraction(1, 3), "0.3", "0.33"), (Fraction(-1, 2), "-0.5", "-0.5"), (Fraction(1, 1000), "0.0", "0")],
)  # fmt: skip
def test_numbers(value: Fraction, one: str, two: str) -> None:
    assert (points(value), plain(value)) == (one, two)


def test_share() -> None:
    assert (share(1, 3), share(0, 0)) == ("33.3%", "——")


def test_one_line() -> None:
    assert one_line("甲\n\n乙\t丙") == "甲 乙 丙"
    assert one_line("甲　乙") == "甲　乙"
    assert one_line("[b]\x1b[0m") == "[b]␛[0m"


def test_shorten_does_not_cut_for_a_few_characters() -> None:
    assert shorten("甲" * 125, 100) == ("甲" * 125, 0)
    assert shorten("甲" * 126, 100) == ("甲" * 100, 26)
    assert shorten("甲" * 126, None) == ("甲" * 126, 0)


@pytest.mark.parametrize(
    ("module", "heavy"),
    [("terminal", ("pydantic", "rich.console")), ("html", ("pydantic", "rich")), ("json_", ("pydantic", "rich"))],
)
def test_imports_stay_light(module: str, heavy: tuple[str, ...]) -> None:
    code = f"import sys, plancheck.report.{module}; print(*(m for m in {heavy!r} if m in sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
