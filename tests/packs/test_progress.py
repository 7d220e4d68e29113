"""A shipped pack is complete, or is named among those still in progress."""

from __future__ import annotations

import pytest

from plancheck.packs.load import installed_packs
from tests.packs.progress import IN_PROGRESS, complete


@pytest.mark.parametrize("name", sorted({*installed_packs()} - {*IN_PROGRESS}))
def test_every_requirement_of_a_submission_has_a_rule(name: str) -> None:
    assert complete(name)
