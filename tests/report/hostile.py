"""Reports that try to do harm: the same hostile text in every place where a report holds text."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import Any

from plancheck.core.location import Evidence, Location


def poisoned(value: Any, poison: str, keep: frozenset[str] = frozenset({"kind", "source"})) -> Any:
    """`value` with `poison` after every text within, except in the fields named in `keep` (closed sets of words)."""
    if isinstance(value, Enum) or value is None:
        return value
    if isinstance(value, str):
        return value + poison
    if isinstance(value, Location | Evidence):
        changed = {f: poisoned(getattr(value, f), poison, keep) for f in value._fields if f not in keep}
        return value._replace(**changed)
    if isinstance(value, tuple):
        return tuple(poisoned(one, poison, keep) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(
            value,
            **{f.name: poisoned(getattr(value, f.name), poison, keep) for f in fields(value) if f.name not in keep},
        )
    return value
