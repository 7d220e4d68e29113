"""Small vocabularies for tests of the facts stage, written beside the assertions."""

from __future__ import annotations

from collections.abc import Iterable

from plancheck.core.vocabulary import Entry, Vocabulary


def entry(
    kind: str,
    name: str,
    *also: str,
    weak: Iterable[str] = (),
    never: Iterable[str] = (),
    **properties: str,
) -> Entry:
    """An entry whose title is its name."""
    return Entry(kind, name, name, also, tuple(weak), tuple(never), properties)


def vocabulary(*entries: Entry) -> Vocabulary:
    """A vocabulary of these entries."""
    kinds: dict[str, dict[str, Entry]] = {}
    for one in entries:
        kinds.setdefault(one.kind, {})[one.name] = one
    return Vocabulary(kinds)
