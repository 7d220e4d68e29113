"""What to do about a rule writer's mistake: near misses and how a built-in is called."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from plancheck.language.schema import Function


def near(word: str, known: Iterable[str]) -> str | None:
    """“did you mean”: the closest known word, or None."""
    close = difflib.get_close_matches(word, list(known), n=1, cutoff=0.5)
    return close[0] if close else None


def did_you_mean(word: str | None) -> str | None:
    """The question that offers a near miss; None where there is none."""
    return f"您是不是想写“{word}”？" if word else None


def signature(function: Function) -> str:
    """How a built-in is written, optional parameters in brackets."""
    shown = []
    for p in function.parameters:
        text = f"{p.name}: …" if p.keyword else p.name + ("…" if p.many else "")
        shown.append(f"[{text}]" if p.optional else text)
    return f"写法：{function.name}({', '.join(shown)})"
