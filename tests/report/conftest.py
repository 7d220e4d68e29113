"""Reports and golden files for the tests of this folder.

`RESET_GOLDEN=1 pytest tests/report` writes the golden files anew; `git diff` then shows what changed.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from plancheck.judgement.results import Report

from .report_sample import sample_report

GOLDEN = Path(__file__).with_name("golden")
CHOSEN = ("1.1.a", "2.4.g", "3.1.1.1.a", "3.1.1.3.l", "3.1.1.3.m", "3.2.2.1.b", "3.2.2.1.k", "3.3.1.w", "3.3.g", "3.3.o", "3.3.r", "3.4.k", "3.4.n", "3.6.3.b")  # fmt: skip


@pytest.fixture(scope="session")
def report() -> Report:
    """297 results, as many as a whole plan has."""
    return sample_report()


@pytest.fixture(scope="session")
def small(report: Report) -> Report:
    """A few results of every kind, for golden files that a person can read."""
    wanted = {f"lcip-2014/{name}" for name in CHOSEN}
    return replace(report, results=tuple(r for r in report.results if r.rule in wanted))


@pytest.fixture
def golden() -> Callable[[str, str], None]:
    """Compares a text with `golden/<name>`, or writes it there (see above)."""

    def compare(name: str, text: str) -> None:
        path = GOLDEN / name
        if os.environ.get("RESET_GOLDEN"):
            path.write_text(text, encoding="utf-8")
        assert text == path.read_text(encoding="utf-8")

    return compare
