"""Regular expressions that are compiled when first used: most plans never meet the texts that the rarer ones are for."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, cast

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn")


class _LazyPattern:
    """Stands for a pattern. The first method asked for compiles it; from then on the methods are those of the pattern."""

    __slots__ = ("_source", *_METHODS)

    _source: str

    def __init__(self, source: str) -> None:
        self._source = source

    def __getattr__(self, name: str) -> Callable[..., Any]:
        # Reached only while the slot is empty.
        if name not in _METHODS:
            raise AttributeError(name)
        compiled = re.compile(self._source)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return cast("Callable[..., Any]", getattr(compiled, name))


def lazy_pattern(source: str) -> re.Pattern[str]:
    """A pattern of `source` that is compiled when one of its methods is first called.

    For patterns that the check of a usual plan does not need. It has the methods of a pattern and no other attributes;
    a wrong `source` raises `re.error` only then, so each needs a test that uses it.
    """
    return cast("re.Pattern[str]", _LazyPattern(source))
