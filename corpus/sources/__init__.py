"""The sample plans in readable form: a folder per pack with one module per plan; helpers that packs share stand here.

A pack's folder is its id with underscores. Its `__init__.py` names the plans (`PLANS`: plan name → `Sample`); the module
of a plan has `TITLE`, `PROFILE`, `blocks()` and, where there is a data file, `data()` (and `DATA_HEADERS`, other Chinese
column heads of a workbook, where it has its own).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any, Literal


@dataclass(frozen=True, slots=True)
class Sample:
    """What a sample plan is besides its text.

    `data`: the kind of its data file. `stage`: as which submission it is judged (the pack's first where None).
    `compliant`: nothing fails, with and without its data file (with it only where it `needs_data`: records). `characters`: the Chinese characters it has at least.
    """

    data: Literal["yaml", "xlsx"] | None = None
    stage: str | None = None
    compliant: bool = False
    needs_data: bool = False
    characters: int = 8000


def packs() -> tuple[str, ...]:
    """The ids of the packs that have sample plans, in name order."""
    folders = (path.parent.name for path in Path(__file__).parent.glob("*/__init__.py"))
    return tuple(sorted(name.replace("_", "-") for name in folders))


def plans(pack: str) -> Mapping[str, Sample]:
    """The sample plans of a pack, by name."""
    found: Mapping[str, Sample] = import_module(_module(pack)).PLANS
    return found


def plan_module(pack: str, name: str) -> Any:
    """The module of a plan."""
    return import_module(f"{_module(pack)}.{name.replace('-', '_')}")


def _module(pack: str) -> str:
    return f"corpus.sources.{pack.replace('-', '_')}"
