"""Every sample plan is judged as its `*.expect.yaml` says: nothing fails that complies, nothing passes that does not."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import pytest
import yaml
from judged import FOLDER, pack, unchanged

from corpus.sources import PLANS

REGISTRY = Path(__file__).parents[2] / "rules" / "lcip-2014" / "requirements.yaml"


@lru_cache(maxsize=1)
def checks() -> dict[str, str]:
    """How each requirement is checked (auto, assist, context), by its number."""
    entries = yaml.safe_load(REGISTRY.read_text(encoding="utf-8"))["requirements"]
    return {entry["id"].removeprefix("lcip-2014/"): entry["check"] for entry in entries}


def wanted(name: str) -> dict[str, set[str]]:
    """The outcomes that are right for each rule on a sample plan."""
    told = yaml.safe_load((FOLDER / f"{name}.expect.yaml").read_text(encoding="utf-8"))
    right = {number: {"pass" if check == "auto" else "review"} for number, check in checks().items()}
    for outcome in ("fail", "review", "not-applicable"):
        right |= {number: {outcome} for number in told[outcome]}
    return right | {number: set(outcomes) for number, outcomes in told["either"].items()}


@pytest.mark.parametrize("name", PLANS)
def test_a_sample_plan_is_judged_as_expected(name: str) -> None:
    right = wanted(name)
    found = unchanged(name)
    assert {i: outcome for i, outcome in found.items() if outcome not in right[i]} == {}


@pytest.mark.parametrize("name", ["compliant-a", "compliant-b"])
def test_a_compliant_plan_needs_no_data_file(name: str) -> None:
    assert unchanged(name, with_data=False) == unchanged(name)


def test_every_requirement_of_a_plan_has_a_rule() -> None:
    numbers = {rule.id.removeprefix("lcip-2014/") for rule in pack().rules}
    assert numbers == {number for number, check in checks().items() if check != "context"}
