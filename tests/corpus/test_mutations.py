"""Every named change of a sample plan changes exactly the outcomes that it should, and harmless ones change none."""

from __future__ import annotations

from collections import Counter

import pytest
from judged import Mutation, expected, flips, mutations, noticed, pack, proofs, proofs_file

from corpus.sources import packs, plans
from tests.packs.progress import complete

OUTCOMES = {"pass", "fail", "review", "not-applicable"}
ALL = [m for pack_id in packs() for m in mutations(pack_id)]
CHANGED = [pack_id for pack_id in packs() if mutations(pack_id)]


@pytest.mark.parametrize("mutation", ALL, ids=lambda m: f"{m.pack}-{m.name}")
def test_a_change_flips_exactly_these_rules(mutation: Mutation) -> None:
    assert noticed(mutation, flips(mutation)) == noticed(mutation, expected(mutation))


@pytest.mark.parametrize("pack_id", CHANGED)
def test_mutations_are_named_once_and_name_real_rules(pack_id: str) -> None:
    assert [n for n, times in Counter(m.name for m in mutations(pack_id)).items() if times > 1] == []
    numbers = {rule.id.removeprefix(f"{pack_id}/") for rule in pack(pack_id).rules}
    for mutation in mutations(pack_id):
        assert {i for i in mutation.flips if not i.endswith("*")} <= numbers, mutation.name
        assert set(mutation.flips.values()) <= OUTCOMES, mutation.name


@pytest.mark.parametrize("pack_id", packs())
def test_all_compliant_plans_are_changed_and_many_changes_are_harmless(pack_id: str) -> None:
    if not complete(pack_id):
        pytest.skip("the pack is still in progress")
    assert {m.plan for m in mutations(pack_id)} >= {name for name, sample in plans(pack_id).items() if sample.compliant}
    assert sum(not m.flips for m in mutations(pack_id)) >= 10


@pytest.mark.parametrize("pack_id", CHANGED)
def test_the_pack_lists_what_the_mutations_prove(pack_id: str) -> None:
    """The list that `plancheck packs test` reads; renew it with `python tests/corpus/judged.py PACK`."""
    assert proofs_file(pack_id).read_text(encoding="utf-8") == proofs(pack_id)
