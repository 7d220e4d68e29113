"""Drawings: which are pictures a reader would call a figure, their alternative text, and the text boxes in them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from plancheck.document.ooxml import DGM, MC, OFFICE, PIC, WP, WPC, WPG, A, C, R, V, W, number
from plancheck.document.raw import RawFigure

if TYPE_CHECKING:
    from lxml.etree import _Element

_TINY = 250_000  # EMU, about 7 mm: bullets and rules, not figures
_ALIKE = (
    "图片",
    "picture",
    "image",
    "图表",
    "chart",
    "图",
    "文本框",
    "对象",
    "object",
    "text box",
    "组合",
    "group",
    "画布",
)


@dataclass(slots=True)
class Drawing:
    """What a drawing holds: a figure or none, text boxes, parts (charts, diagrams) to read for words, an OLE program."""

    figure: RawFigure | None = None
    boxes: list[_Element] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    program: str = ""


def read_drawing(element: _Element) -> Drawing:
    """Read a `w:drawing`, `w:pict` or `w:object`. A compatibility pair inside counts once (the first choice)."""
    found = Drawing()
    pictures = groups = 0
    words: list[str] = []
    stack = [element]
    extent: tuple[int, int] | None = None
    while stack:
        at = stack.pop()
        tag = at.tag
        if tag == W + "txbxContent":
            found.boxes.append(at)
            continue
        if tag == MC + "AlternateContent":
            choice = chosen(at)
            if choice is not None:
                stack.append(choice)
            continue
        if tag == WP + "docPr":
            words.extend(w for w in (at.get("descr"), at.get("title")) if w)
        elif tag == WP + "extent":
            cx, cy = number(at.get("cx"), 0, 10**12), number(at.get("cy"), 0, 10**12)
            extent = (cx, cy) if cx is not None and cy is not None else None
        elif tag in (PIC + "pic", V + "imagedata", C + "chart", DGM + "relIds"):
            pictures += 1
            if tag == C + "chart":
                found.parts.append(at.get(R + "id", ""))
            elif tag == DGM + "relIds":
                found.parts.append(at.get(R + "dm", ""))
            elif tag == V + "imagedata" and at.get(OFFICE + "title"):
                words.append(at.get(OFFICE + "title", ""))
        elif tag in (WPG + "wgp", WPC + "wpc", V + "group"):
            groups += 1
        elif tag == OFFICE + "OLEObject":
            found.program = at.get("ProgID", "")
        elif tag == V + "textpath" and at.get("string"):
            words.append(at.get("string", ""))
        stack.extend(reversed(at))
    equation = found.program.lower().startswith("equation")
    tiny = extent is not None and max(extent) < _TINY
    if (pictures or (groups and not found.boxes) or (groups and len(found.boxes) > 2)) and not equation and not tiny:
        found.figure = RawFigure("；".join(dict.fromkeys(w.strip() for w in words if not _automatic(w))))
    return found


def chosen(alternate: _Element) -> _Element | None:
    """The branch of a compatibility pair that is read: the first choice that has content, else the fallback."""
    for child in alternate:
        if child.tag == MC + "Choice" and len(child):
            return child
    return alternate.find(MC + "Fallback")


def words_of_part(root: _Element) -> str:
    """The words in a chart or diagram part, in order and without repeats, at most 500 characters."""
    words = dict.fromkeys(
        (e.text or "").strip() for e in root.iter(A + "t", C + "v") if e.text and not _is_number(e.text.strip())
    )
    return "；".join(w for w in words if w)[:500]


def _is_number(text: str) -> bool:
    return text.replace(".", "", 1).replace("-", "", 1).isdigit()


def _automatic(text: str) -> bool:
    """Whether an alternative text is only the name that Word gave (图片 1, Picture 3) and says nothing."""
    bare = text.strip().rstrip("0123456789 ").lower()
    return not bare or bare in _ALIKE
