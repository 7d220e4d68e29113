"""The expected outcomes name real requirements, each once, and agree with the notes on planted defects."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import Any

import pytest
import yaml
from judged import folder, pack

from corpus.sources import packs, plans
from plancheck.packs.registry import read_registry

PLANS = [(pack_id, name) for pack_id in packs() for name in plans(pack_id)]
COMPLIANT = [(pack_id, name) for pack_id, name in PLANS if plans(pack_id)[name].compliant]
NOTES = [(i, p.name.removesuffix(".notes.yaml")) for i in packs() for p in sorted(folder(i).glob("*.notes.yaml"))]
OUTCOMES = {"pass", "fail", "review", "not-applicable"}


def expected(pack_id: str, name: str) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((folder(pack_id) / f"{name}.expect.yaml").read_text(encoding="utf-8"))
    return found


@cache
def checks(pack_id: str) -> dict[str, str]:
    """How each requirement and each further rule is checked (auto, assist, context), by its number."""
    rules = pack(pack_id).rules
    found = {rule.id.removeprefix(f"{pack_id}/"): "assist" if rule.ask is not None else "auto" for rule in rules}
    registry = read_registry(pack(pack_id).folder)
    assert registry is not None
    return found | {r.id.removeprefix(f"{pack_id}/"): r.check for r in registry.requirements}


@pytest.mark.parametrize(("pack_id", "name"), PLANS)
def test_each_requirement_is_named_once(pack_id: str, name: str) -> None:
    content = expected(pack_id, name)
    assert set(content) == {"fail", "review", "not-applicable", "either"}
    listed = [i for key in ("fail", "review", "not-applicable") for i in content[key]]
    assert [i for i, n in Counter(listed).items() if n > 1] == []
    assert all(set(outcomes) <= OUTCOMES for outcomes in content["either"].values())


@pytest.mark.parametrize(("pack_id", "name"), PLANS)
def test_named_requirements_exist(pack_id: str, name: str) -> None:
    known = checks(pack_id)
    content = expected(pack_id, name)
    for key in ("fail", "review", "not-applicable", "either"):
        assert set(content[key]) <= set(known)
    assert all(known[i] == "auto" for i in content["fail"])


@pytest.mark.parametrize(("pack_id", "name"), COMPLIANT)
def test_compliant_plans_fail_nothing(pack_id: str, name: str) -> None:
    assert expected(pack_id, name)["fail"] == []


@pytest.mark.parametrize(("pack_id", "name"), NOTES)
def test_every_planted_defect_fails_what_its_note_says(pack_id: str, name: str) -> None:
    notes = yaml.safe_load((folder(pack_id) / f"{name}.notes.yaml").read_text(encoding="utf-8"))
    assert {i for note in notes for i in note["fails"]} == set(expected(pack_id, name)["fail"])
