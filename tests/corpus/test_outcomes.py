"""Every sample plan is judged as its `*.expect.yaml` says: nothing fails that complies, nothing passes that does not."""

from __future__ import annotations

import pytest
import yaml
from judged import data_file, folder, pack, stage, unchanged

from corpus.sources import packs, plans
from tests.packs.progress import complete

PLANS = [(pack_id, name) for pack_id in packs() for name in plans(pack_id)]
COMPLIANT = [
    (i, n) for i, n in PLANS if plans(i)[n].compliant and not plans(i)[n].needs_data and data_file(i, n) is not None
]


def wanted(pack_id: str, name: str) -> dict[str, set[str]]:
    """The outcomes that are right for each rule on a sample plan."""
    told = yaml.safe_load((folder(pack_id) / f"{name}.expect.yaml").read_text(encoding="utf-8"))
    right: dict[str, set[str]] = {}
    elsewhere: set[str] = set()  # rules for submissions of other stages
    for rule in pack(pack_id).rules:
        number = rule.id.removeprefix(f"{pack_id}/")
        right[number] = {"review" if rule.ask is not None else "pass"}
        if (
            rule.id not in pack(pack_id).own
        ):  # a cross-check finds nothing wrong, whether or not there is something to check
            right[number] = {"pass", "not-applicable"}
        if rule.stages and stage(pack_id, name) not in rule.stages:
            elsewhere.add(number)
    for outcome in ("fail", "review", "not-applicable"):
        right |= {number: {outcome} for number in told[outcome]}
    right |= {number: set(outcomes) for number, outcomes in told["either"].items()}
    return right | {number: {"not-applicable"} for number in elsewhere}


@pytest.mark.parametrize(("pack_id", "name"), PLANS)
def test_a_sample_plan_is_judged_as_expected(pack_id: str, name: str) -> None:
    if not complete(pack_id):
        pytest.skip("the pack is still in progress")
    right = wanted(pack_id, name)
    found = unchanged(pack_id, name)
    assert {i: outcome for i, outcome in found.items() if outcome not in right[i]} == {}


@pytest.mark.parametrize(("pack_id", "name"), COMPLIANT)
def test_a_compliant_plan_needs_no_data_file(pack_id: str, name: str) -> None:
    own = {rule_id.removeprefix(f"{pack_id}/") for rule_id in pack(pack_id).own}
    with_data, without = unchanged(pack_id, name), unchanged(pack_id, name, with_data=False)
    assert {i: without[i] for i in own} == {i: with_data[i] for i in own}
