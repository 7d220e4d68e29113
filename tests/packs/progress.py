"""Which packs are complete: every requirement that a submission has to meet has a rule."""

from __future__ import annotations

from functools import cache

from plancheck.packs.coverage import coverage_rows
from plancheck.packs.load import load_pack

IN_PROGRESS: tuple[str, ...] = ()
"""Packs that may still lack rules. A pack leaves this list when it is complete; in the end the list is empty."""


@cache
def complete(name: str) -> bool:
    """No entry of the pack's registry waits for a rule."""
    return not any(row.state == "缺规则" for row in coverage_rows(load_pack(name)))
