"""The names that a pack declares, as its rules may use them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from plancheck.language import syntax as s


@dataclass(frozen=True, slots=True)
class Names:
    """What the pack declares: entries by kind (name → canonical unit of an indicator, else ""), settings and rule ids."""

    entries: Mapping[str, Mapping[str, str]]
    settings: Mapping[str, s.Expr]
    rule_ids: frozenset[str]
    registry_ids: frozenset[str] | None = None
