"""From headings in a row to a tree: styles where they are consistent, else classes in the order they first appear."""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from plancheck.document.heading import Heading

_NEVER_BELOW = frozenset(("annexes", "annex", "part", "front"))
_ABOVE_CHAPTER = frozenset(("annexes", "annex", "part"))


@dataclass(slots=True)
class _Open:
    kind: str
    outline: int
    numbers: tuple[int, ...]


def assign_levels(headings: Sequence[Heading]) -> list[int]:
    """The level (from 1, no gaps) of each heading.

    A class of numbers that first appears under another is below it; it may reappear directly under a higher one. Outline
    levels win where one level does not hold two classes that are nested in each other.
    """
    outlines = _trusted_outlines(headings)
    above: set[tuple[str, str]] = set()
    stack: list[_Open] = []
    levels: list[int] = []
    for heading, outline in zip(headings, outlines, strict=True):
        kind = _kind(heading, outline)
        numbers = heading.label.numbers if heading.label is not None else ()
        kind = _restarted(stack, kind, outline, numbers)
        _unwind(stack, kind, outline, numbers, above)
        above.update((entry.kind, kind) for entry in stack if entry.kind != kind and (kind, entry.kind) not in above)
        stack.append(_Open(kind, outline, numbers))
        levels.append(min(len(stack), 9))
    return levels


def _kind(heading: Heading, outline: int) -> str:
    if heading.label is not None:
        # 附件 without a number is the part that 附件1, 附件2 make up
        return "annexes" if heading.label.kind == "annex" and not heading.label.numbers else heading.label.kind
    if heading.front and not outline:
        return "front"
    if outline:
        return f"outline{outline}"
    size, bold, heavy = heading.look
    if heading.origin == "run-in":
        return "lead"
    return f"look{size}{'b' if bold else ''}{'h' if heavy else ''}"


def _restarted(stack: list[_Open], kind: str, outline: int, numbers: tuple[int, ...]) -> str:
    """A typed 1. below a styled 1. starts a list of its own, one level further down (`n~`)."""
    if outline or not numbers or len(numbers) > 1:
        return kind
    nested = kind + "~"
    for entry in reversed(stack):
        if entry.kind == nested and entry.numbers and numbers[0] == entry.numbers[0] + 1:
            return nested
    for entry in stack:
        if entry.kind == kind and entry.outline and numbers == (1,):
            return nested
    return kind


def _unwind(stack: list[_Open], kind: str, outline: int, numbers: tuple[int, ...], above: set[tuple[str, str]]) -> None:
    """Close the open headings that the new one is not below."""
    if stack and stack[-1].kind == "front":
        stack.pop()
    if kind in _NEVER_BELOW:
        if kind == "annex" and stack and stack[0].kind == "annexes":
            del stack[1:]
            return
        higher = [i for i, e in enumerate(stack) if e.kind == "part"] if kind == "annex" else []
        del stack[higher[0] if higher else 0 :]
        return
    if outline:
        _unwind_styled(stack, kind, outline, numbers, above)
        return
    for index, entry in enumerate(stack):
        if entry.kind == kind:
            del stack[index:]
            return
    if kind == "chapter":
        while stack and stack[-1].kind not in _ABOVE_CHAPTER and not stack[-1].outline:
            stack.pop()
        return
    if kind.startswith("decimal"):
        _unwind_decimal(stack, numbers)
        return
    while stack and (kind, stack[-1].kind) in above:
        stack.pop()


def _unwind_styled(
    stack: list[_Open], kind: str, outline: int, numbers: tuple[int, ...], above: set[tuple[str, str]]
) -> None:
    """A heading with an outline level closes its equals and what is below them. One whose number counts on from an open
    heading of its class is its equal even where its level was set by mistake (一 and 二 on level 1, 三 on level 2)."""
    same_level = any(e.kind == kind and e.outline == outline for e in stack)
    for index, entry in enumerate(stack):
        if entry.outline and entry.outline >= outline:
            del stack[index:]
            break
    for index, entry in enumerate(stack):
        if entry.kind != kind:
            continue
        counts_on = bool(numbers) and entry.numbers == (*numbers[:-1], numbers[-1] - 1)
        if entry.outline in (0, outline) or (counts_on and not same_level):
            del stack[index:]
            return
    while stack and not stack[-1].outline and (kind, stack[-1].kind) in above:
        stack.pop()


def _unwind_decimal(stack: list[_Open], numbers: tuple[int, ...]) -> None:
    """1.2.1 goes under 1.2; deeper decimals close, shorter ones stay."""
    depth = len(numbers)
    for index, entry in enumerate(stack):
        if entry.kind.startswith("decimal") and len(entry.numbers) >= depth:
            del stack[index:]
            return
    while stack and not stack[-1].kind.startswith("decimal") and any(e.kind.startswith("decimal") for e in stack):
        stack.pop()


def _trusted_outlines(headings: Sequence[Heading]) -> list[int]:
    """Outline levels, 0 where one level was given to two classes of numbers that are nested in each other."""
    by_level: dict[int, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for index, heading in enumerate(headings):
        if heading.outline and heading.label is not None and heading.label.numbers:
            by_level[heading.outline][heading.label.kind].append(index)
    distrusted: set[int] = set()
    for level, kinds in by_level.items():
        if len(kinds) < 2:
            continue
        counts = {k: sum(1 for i in items if _first(headings[i])) for k, items in kinds.items()}
        if any(counts[k] >= 2 for k in kinds if k not in _NEVER_BELOW) or _interleaved(headings, kinds):
            distrusted.add(level)
    return [0 if h.outline in distrusted else h.outline for h in headings]


def _first(heading: Heading) -> bool:
    return heading.label is not None and heading.label.numbers[-1:] == (1,)


def _interleaved(headings: Sequence[Heading], kinds: dict[str, list[int]]) -> bool:
    """Whether a class counts on across items of another class (一、 1. 2. 二、), which shows that they are nested."""
    for kind, items in kinds.items():
        if kind in _NEVER_BELOW:
            continue
        others = sorted(i for k, v in kinds.items() if k != kind and k not in _NEVER_BELOW for i in v)
        for one, next_one in itertools.pairwise(items):
            a, b = headings[one].label, headings[next_one].label
            counts_on = a is not None and b is not None and len(a.numbers) == 1 and b.numbers == (a.numbers[0] + 1,)
            if counts_on and bisect_left(others, next_one) > bisect_left(others, one):
                return True
    return False
