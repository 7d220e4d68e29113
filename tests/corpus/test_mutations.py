"""Every named change of a compliant plan changes exactly the outcomes that it should, and harmless ones change none."""

from __future__ import annotations

from collections import Counter

import pytest
from judged import PROOFS, Mutation, expected, flips, mutations, pack, proofs

OUTCOMES = {"pass", "fail", "review", "not-applicable"}


@pytest.mark.parametrize("mutation", mutations(), ids=lambda m: m.name)
def test_a_change_flips_exactly_these_rules(mutation: Mutation) -> None:
    assert flips(mutation) == expected(mutation)


def test_mutations_are_named_once_and_name_real_rules() -> None:
    assert [n for n, times in Counter(m.name for m in mutations()).items() if times > 1] == []
    numbers = {rule.id.split("/")[1] for rule in pack().rules}
    for mutation in mutations():
        assert {i for i in mutation.flips if not i.endswith("*")} <= numbers, mutation.name
        assert set(mutation.flips.values()) <= OUTCOMES, mutation.name


def test_both_plans_are_changed_and_many_changes_are_harmless() -> None:
    assert {m.plan for m in mutations()} == {"compliant-a", "compliant-b"}
    assert sum(not m.flips for m in mutations()) >= 10


def test_the_pack_lists_what_the_mutations_prove() -> None:
    """The list that `plancheck packs test` reads; renew it with `python tests/corpus/judged.py`."""
    assert PROOFS.read_text(encoding="utf-8") == proofs()
