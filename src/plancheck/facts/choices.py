"""The word of a choice (`facts.data_parts`) that a text means."""

from __future__ import annotations

from plancheck.facts.data_parts import Field, Word
from plancheck.facts.fold import fold
from plancheck.facts.model import Choice

_NOT = frozenset("未不无非没")  # right before a name, or one character before that: 未获批准


def plain(text: str) -> str:
    """Letters, digits and characters alone, folded and in lower case: how words and headers are compared."""
    return "".join(c for c in fold(text).lower() if c.isalnum())


def choose(text: str, field: Field) -> Choice | None:
    """The word that the whole text is a name of; the text itself where it is none and the list is open, else None."""
    written = plain(text)
    for word in field.words:
        if written in (plain(word.word), *map(plain, word.names)):
            return _choice(word)
    return None if field.closed else Choice(text, text)


def choose_within(text: str, field: Field) -> Choice | None:
    """As `choose`, but a name within a longer text counts too (甲公司能源审计), the longest one, unless it is negated."""
    whole = choose(text, field)
    if whole is not None and str(whole) in (word.word for word in field.words):
        return whole
    written = plain(text)
    found: dict[str, tuple[int, Word]] = {}
    for word in field.words:
        for name in map(plain, word.names):
            at = written.find(name)
            if at >= 0 and len(name) >= 2 and not set(written[max(0, at - 2) : at]) & _NOT:
                found[word.word] = max(found.get(word.word, (0, word)), (len(name), word), key=lambda f: f[0])
    longest = max((length for length, _ in found.values()), default=0)
    best = [word for length, word in found.values() if length == longest]
    return _choice(best[0]) if len(best) == 1 else whole


def _choice(word: Word) -> Choice:
    return Choice(word.word, word.names[0])
