"""Results that depend on one large frozen value and are made once for it: indexes of a vocabulary, above all."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from functools import wraps
from typing import TypeVar

Given = TypeVar("Given")
Made = TypeVar("Made")

_KEPT = 8


def made_once(make: Callable[[Given], Made]) -> Callable[[Given], Made]:
    """`make`, with its results kept for the last few arguments.

    Arguments are told apart by identity: they are frozen, and to compare or hash them would cost as much as to make the
    result anew. Many texts that are read with one vocabulary (the examples of a pack) share what was made of it.
    """
    kept: deque[tuple[Given, Made]] = deque(maxlen=_KEPT)

    @wraps(make)
    def found_or_made(given: Given) -> Made:
        for known, result in kept:
            if known is given:
                return result
        result = make(given)
        kept.append((given, result))
        return result

    return found_or_made
