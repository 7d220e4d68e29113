"""Every rule has an accepted and a rejected example, and every example is judged as it says."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from plancheck.checking.examples import Example, read_examples, try_example, unproved
from plancheck.packs.load import load_pack
from plancheck.packs.model import Pack

RULES = Path(__file__).parents[2] / "rules"
FILES = tuple(sorted(str(p.relative_to(RULES)) for p in RULES.glob("*/examples/*.yaml")))
PACKS = tuple(sorted(p.parent.name for p in RULES.glob("*/00-pack.rules")))


@cache
def pack(name: str) -> Pack:
    return load_pack(name)


@cache
def examples(name: str) -> tuple[Example, ...]:
    found, mistakes = read_examples(pack(name))
    assert mistakes == ()
    return found


@pytest.mark.parametrize("file", FILES)
def test_examples_are_judged_as_they_say(file: str) -> None:
    name = file.split("/", maxsplit=1)[0]
    chosen = [e for e in examples(name) if Path(e.place.file) == RULES / file]
    assert chosen
    tried = [try_example(e, pack(name)) for e in chosen]
    assert [(t.example.rule, t.example.expect, t.judged.outcome.value) for t in tried if not t.ok] == []


@pytest.mark.parametrize("name", PACKS)
def test_every_rule_has_an_accepted_and_a_rejected_example(name: str) -> None:
    assert unproved(pack(name).own_rules(), examples(name)) == ()
