"""The sample plans in readable form: one module per plan, numbers computed, text written out."""

from __future__ import annotations

from importlib import import_module
from typing import Any

PLANS: dict[str, str | None] = {"compliant-a": "yaml", "compliant-b": "xlsx", "defects": "yaml", "draft": None}
"""Plan name → kind of its data file."""


def plan_module(name: str) -> Any:
    """The module of a plan; it has TITLE, PROFILE, blocks() and, where there is a data file, data()."""
    return import_module(f"corpus.sources.{name.replace('-', '_')}")
