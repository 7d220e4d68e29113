"""Fields: which text between their marks is their result, and which fields make a table of contents."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from plancheck.document.ooxml import VAL, W

if TYPE_CHECKING:
    from lxml.etree import _Element

_STORIES = frozenset((W + "txbxContent", W + "body", W + "footnote", W + "endnote", W + "hdr", W + "ftr"))
_GONE = frozenset((W + "del", W + "moveFrom"))


@dataclass(slots=True)
class _Field:
    instruction: str = ""
    in_result: bool = False


def unclosed_begins(root: _Element) -> frozenset[_Element]:
    """The begin marks that no end mark closes in the same story: a reader that trusted one would lose all that follows."""
    stacks: dict[_Element | None, list[_Element]] = {}
    for mark in root.iter(W + "fldChar"):
        kind = mark.get(W + "fldCharType")
        if kind not in ("begin", "end"):
            continue
        story: _Element | None = mark.getparent()
        gone = False
        while story is not None and story.tag not in _STORIES:
            gone = gone or story.tag in _GONE
            story = story.getparent()
        if gone:
            continue
        stack = stacks.setdefault(story, [])
        if kind == "begin":
            stack.append(mark)
        elif stack:
            stack.pop()
    return frozenset(mark for stack in stacks.values() for mark in stack)


class FieldStack:
    """The fields open at the present place of a story. Text is visible unless an open field is in its instruction."""

    def __init__(self, unclosed: frozenset[_Element]) -> None:
        self._unclosed = unclosed
        self._open: list[_Field] = []
        self.visible = True
        self.in_contents = False

    def mark(self, element: _Element) -> str:
        """Take a `w:fldChar`; returns the visible text of a form field (check box, drop-down) where it has none itself."""
        kind = element.get(W + "fldCharType")
        if kind == "begin":
            if element in self._unclosed:
                return ""
            shown = _form_value(element) if self.visible and len(element) else ""
            self._open.append(_Field())
            self._update()
            return shown
        if kind == "separate" and self._open:
            self._open[-1].in_result = True
        elif kind == "end" and self._open:
            self._open.pop()
        self._update()
        return ""

    def instruct(self, text: str) -> None:
        """Take the text of a `w:instrText`."""
        if self._open and not self._open[-1].in_result and len(self._open[-1].instruction) < 200:
            self._open[-1].instruction += text

    def _update(self) -> None:
        self.visible = all(f.in_result for f in self._open)
        self.in_contents = any(f.in_result and is_contents(f.instruction) for f in self._open)


def is_contents(instruction: str) -> bool:
    """Whether a field instruction makes a table of contents (or a list of tables or figures)."""
    return instruction.split(maxsplit=1)[:1] in (["TOC"], ["toc"])


def _form_value(element: _Element) -> str:
    data = element.find(W + "ffData")
    if data is None:
        return ""
    box = data.find(W + "checkBox")
    if box is not None:
        state = box.find(W + "checked")
        if state is None:
            state = box.find(W + "default")
        on = state is not None and state.get(VAL, "1") not in ("0", "false", "off")
        return "☑" if on else "☐"
    choices = data.find(W + "ddList")
    if choices is None:
        return ""
    entries = [e.get(VAL, "") for e in choices.iterchildren(W + "listEntry")]
    chosen = choices.find(W + "result")
    if chosen is None:
        chosen = choices.find(W + "default")
    index = chosen.get(VAL, "0") if chosen is not None else "0"
    return entries[int(index)] if index.isdecimal() and len(index) < 6 and int(index) < len(entries) else ""
