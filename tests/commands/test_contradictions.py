"""`plancheck inspect --contradictions`: both sides, the arithmetic, and what was compared."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from plancheck.commands.main import main

CORPUS = Path(__file__).parents[2] / "corpus" / "lcip-2014"


def contradictions(capsys: pytest.CaptureFixture[str], plan: str, *options: str) -> str:
    data = CORPUS / f"{plan}.data.yaml"
    given = ["--data", str(data)] if data.is_file() else []
    assert (
        main(["inspect", str(CORPUS / f"{plan}.docx"), "--pack", "lcip-2014", *given, "--contradictions", *options])
        == 0
    )
    return capsys.readouterr().out


@pytest.mark.parametrize("plan", ["compliant-a", "compliant-b"])
def test_a_plan_whose_numbers_agree_shows_none_and_says_what_was_compared(
    capsys: pytest.CaptureFixture[str], plan: str
) -> None:
    told = contradictions(capsys, plan)
    assert told.startswith("数字矛盾：没有发现\n\n比对情况\n  · 同一数值在各处相同：比对 ")
    assert "不符 0" in told
    assert json.loads(contradictions(capsys, plan, "--format", "json")) == {"contradictions": []}


def test_a_sum_that_does_not_hold_shows_its_terms_and_both_places(capsys: pytest.CaptureFixture[str]) -> None:
    found = json.loads(contradictions(capsys, "defects", "--format", "json"))["contradictions"]
    (wrong,) = [c for c in found if "common/parts-total" in c["rules"]]
    assert wrong["rules"] == ["lcip-2014/3.1.1.3.l", "common/parts-total"]
    assert wrong["left"]["value"] == "100.49万吨标准煤"
    assert wrong["left"]["working"] == [
        "煤炭70.72万吨标准煤 + 天然气1.73万吨标准煤 + 油品1.27万吨标准煤 + 电力23.72万吨标准煤 + 黑液3.05万吨标准煤 = 100.49万吨标准煤"
    ]
    assert (wrong["right"]["value"], wrong["right"]["working"]) == ("97.89万吨标准煤", [])
    assert [p["place"].rpartition(" › ")[2] for p in wrong["right"]["places"][:2]] == [
        "表2 第8行第4列",
        "表3 第8行第3列",
    ]


def test_two_numbers_for_one_matter_are_told_once_with_all_rules(capsys: pytest.CaptureFixture[str]) -> None:
    told = contradictions(capsys, "defects")
    assert told.count("4.132吨二氧化碳/万元（lcip-2014/1.2.d、common/same-value）") <= 1
    assert "写的：4.132吨二氧化碳/万元\n" in told
    assert "算式：258.74万吨二氧化碳 ÷ 66亿元 = 3.9203吨二氧化碳/万元" in told
