"""Every cross-check catches mistakes put into compliant plans of other packs, and no other cross-check fires on them.

`python tests/corpus/test_cross_checks.py` writes what the changes prove to `rules/common/mutations.yaml`.
"""

from __future__ import annotations

import tempfile
from collections import Counter
from dataclasses import replace
from functools import cache
from pathlib import Path
from types import MappingProxyType

import edits
import pytest
from docx import Document
from judged import HEAD, ROOT, Mutation, changed_data, data_file, mutations, pack, proofs_file

from plancheck.checking.assess import judge_all
from plancheck.checking.run import read_submission

COMMON = "common"
ALL = mutations(COMMON)


def outcomes(plan: Path, data: Path | None = None) -> dict[str, str]:
    """The outcome of every cross-check on a plan, by its short number."""
    common = pack(COMMON)
    read = read_submission(plan, data, common.vocabulary)
    return {j.rule.id.removeprefix(f"{COMMON}/"): str(j.outcome.value) for j in judge_all(read.facts, common, "plan")}


@cache
def unchanged(plan: str, with_data: bool = False) -> MappingProxyType[str, str]:
    """The outcomes of a plan as built, without its data file where that is not asked for."""
    data = data_file(*plan.split("/")) if with_data else None
    return MappingProxyType(outcomes(ROOT / "corpus" / f"{plan}.docx", data))


def flips(mutation: Mutation) -> dict[str, str]:
    """The cross-checks that a mutation changes, with their new outcome."""
    document = Document(str(ROOT / "corpus" / f"{mutation.plan}.docx"))
    for edit in mutation.edits:
        for name, arguments in edit.items():
            edits.EDITS[name](document, **arguments)
    before = unchanged(mutation.plan, bool(mutation.data))
    with tempfile.TemporaryDirectory() as place:
        plan = Path(place) / "plan.docx"
        plan.write_bytes(edits.as_bytes(document))
        home, name = mutation.plan.split("/")
        data = changed_data(replace(mutation, pack=home, plan=name), Path(place)) if mutation.data else None
        return {rule: outcome for rule, outcome in outcomes(plan, data).items() if outcome != before[rule]}


@pytest.mark.parametrize("mutation", ALL, ids=lambda m: m.name)
def test_a_mistake_is_caught_by_this_check_alone(mutation: Mutation) -> None:
    assert flips(mutation) == dict(mutation.flips)


def proofs() -> str:
    """The list beside the rules: each change and the rules that it flips."""
    lines = [HEAD.replace("PACK", COMMON)]
    for mutation in ALL:
        flipped = ", ".join(f"{rule}: {outcome}" for rule, outcome in sorted(mutation.flips.items()))
        lines.append(f"{mutation.name}: {{{flipped}}}\n")
    return "".join(lines)


def test_the_pack_lists_what_the_changes_prove() -> None:
    assert proofs_file(COMMON).read_text(encoding="utf-8") == proofs()


def test_the_changes_are_named_once() -> None:
    assert [name for name, times in Counter(m.name for m in ALL).items() if times > 1] == []


def test_compliant_plans_pass_every_check_but_for_questions() -> None:
    for plan in sorted({m.plan for m in ALL}):
        assert [rule for rule, outcome in unchanged(plan).items() if outcome == "fail"] == [], plan


if __name__ == "__main__":
    proofs_file(COMMON).write_text(proofs(), encoding="utf-8")
