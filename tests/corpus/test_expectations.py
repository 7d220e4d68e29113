"""The expected outcomes name real requirements, each once, and agree with the notes on planted defects."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from corpus.sources import PLANS

FOLDER = Path(__file__).parents[2] / "corpus" / "lcip-2014"
REGISTRY = Path(__file__).parents[3] / "shared" / "requirements" / "lcip-2014.yaml"
OUTCOMES = {"pass", "fail", "review", "not-applicable"}


def expected(name: str) -> dict[str, Any]:
    return yaml.safe_load((FOLDER / f"{name}.expect.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", PLANS)
def test_each_requirement_is_named_once(name: str) -> None:
    content = expected(name)
    assert set(content) == {"fail", "review", "not-applicable", "either"}
    listed = [i for key in ("fail", "review", "not-applicable") for i in content[key]]
    assert [i for i, n in Counter(listed).items() if n > 1] == []
    assert all(set(outcomes) <= OUTCOMES for outcomes in content["either"].values())


@pytest.mark.parametrize("name", PLANS)
def test_named_requirements_exist(name: str) -> None:
    if not REGISTRY.exists():
        pytest.skip("the registry of requirements is not at hand")
    known = {
        r["id"].removeprefix("lcip-2014/"): r
        for r in yaml.safe_load(REGISTRY.read_text(encoding="utf-8"))["requirements"]
    }
    content = expected(name)
    for key in ("fail", "review", "not-applicable", "either"):
        assert set(content[key]) <= set(known)
    assert all(known[i]["check"] == "auto" for i in content["fail"])


@pytest.mark.parametrize("name", ["compliant-a", "compliant-b"])
def test_compliant_plans_fail_nothing(name: str) -> None:
    assert expected(name)["fail"] == []


def test_every_planted_defect_fails_what_its_note_says() -> None:
    notes = yaml.safe_load((FOLDER / "defects.notes.yaml").read_text(encoding="utf-8"))
    assert {i for note in notes for i in note["fails"]} == set(expected("defects")["fail"])
