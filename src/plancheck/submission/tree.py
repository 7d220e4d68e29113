"""The data file as written, whatever its format: texts, lists and mappings that know their place.

Numbers stay texts here, so that no reader can turn 0.1 into a binary float. Keys stay as the user wrote them.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from plancheck.core.diagnostic import Diagnostic, Place

MAX_BYTES = 5 * 1024 * 1024
MAX_DEPTH = 24
MAX_NODES = 200_000


@dataclass(frozen=True, slots=True)
class Scalar:
    """One value as text; None where the user wrote nothing (null, an empty text)."""

    text: str | None
    place: Place


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    items: tuple[Node, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Entries:
    """A mapping in the order written; a repeated key is still there twice."""

    entries: tuple[tuple[str, Place, Node], ...]
    place: Place


Node = Scalar | Items | Entries


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader made of a file: the root (None where it could not go on) and all mistakes that it saw."""

    root: Node | None
    diagnostics: tuple[Diagnostic, ...] = field(default=())


def plain(text: str | None) -> str | None:
    """A value's text without outer blanks, None where nothing is left."""
    text = text.strip().strip("\u3000\ufeff").strip() if text is not None else None
    return text or None
