"""Whether a text that is no passage of its own (a cell, a caption, a field of a record) carries a term's name."""

from __future__ import annotations

from functools import lru_cache

from plancheck.judgement.context import Context, EntityRef


def contains(context: Context, text: str, terms: tuple[EntityRef, ...]) -> bool:
    """Whether one of the terms' names stands in a text."""
    folded = _squeezed(text)
    for entity in terms:
        entry = context.facts.vocabulary.of(entity.kind).get(entity.name)
        for parts in _folded(entry.firm) if entry else ():
            position = 0
            for part in parts:
                position = folded.find(part, position)
                if position < 0:
                    break
                position += len(part)
            if position >= 0:
                return True
    return False


@lru_cache(maxsize=512)
def _squeezed(text: str) -> str:
    from plancheck.facts.fold import fold

    return "".join(fold(text).split())


@lru_cache(maxsize=4096)
def _folded(names: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """The parts of each name, folded: the same names are looked for in many texts."""
    from plancheck.facts.fold import fold

    return tuple(tuple(fold(part) for part in name.split("…")) for name in names)
