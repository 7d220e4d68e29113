"""The words of the field as plain data: what plans call a chapter, a term, an indicator, a column, a fuel.

A pack (and the shared vocabulary it uses) declares entries; the facts stage reads plans with them. Every alias is a
literal text or a gap pattern `甲…乙` (甲, then 乙 within the same clause). Weak aliases only resemble: what rests on
them alone is for a person to confirm.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: `name` is how rules refer to it, `also` what plans call it (the name itself counts), `weak` what only
    resembles, `never` what looks alike but is another thing (confusable), `properties` further declared settings
    (`level`, `order`, `under` of a section; `unit`, `trend`, `dimension` of an indicator …)."""

    kind: str
    name: str
    title: str
    also: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    properties: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def firm(self) -> tuple[str, ...]:
        """The names that settle it: title, rule name and aliases, without repeats."""
        return tuple(dict.fromkeys((self.title, self.name, *self.also)))


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All entries by kind and name: kinds are `section`, `term`, `indicator`, `column`, `group`, `factor`."""

    entries: Mapping[str, Mapping[str, Entry]]

    def of(self, kind: str) -> Mapping[str, Entry]:
        """The entries of one kind, by name; empty where the kind has none."""
        return self.entries.get(kind, {})
