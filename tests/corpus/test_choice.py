"""Every sample plan is told to be its own pack's, and of its own stage, from what the packs say of their plans."""

from __future__ import annotations

import pytest
from judged import folder, pack, stage

from corpus.sources import packs, plans
from plancheck.checking.propose import propose
from plancheck.checking.titles import stage_of
from plancheck.document.reader import read_document
from plancheck.packs.heads import installed_heads

PLANS = [(pack_id, name) for pack_id in packs() for name in plans(pack_id)]


@pytest.mark.parametrize(("pack_id", "name"), PLANS)
def test_pack_and_stage_are_told_from_the_plan(pack_id: str, name: str) -> None:
    document = read_document(folder(pack_id) / f"{name}.docx")
    found = propose(document, installed_heads())
    assert found.chosen is not None, [fit.reason for fit in found.fits]
    assert found.chosen.head.id == pack_id
    assert stage_of(pack(pack_id), document)[0] == stage(pack_id, name)
