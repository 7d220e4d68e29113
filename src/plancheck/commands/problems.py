"""Showing a user's mistakes: the sentence, the place with its line and caret, and what to do."""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Iterable
from typing import TextIO

from plancheck.core.diagnostic import Diagnostic, Place


def show_diagnostics(diagnostics: Iterable[Diagnostic], stream: TextIO | None = None) -> None:
    """Print all diagnostics to standard error (or `stream`), one block each."""
    out = stream or sys.stderr
    for diagnostic in diagnostics:
        print("\n".join(lines_of(diagnostic)), file=out)


def lines_of(diagnostic: Diagnostic) -> list[str]:
    """One diagnostic as lines: message, place, source line with caret, help."""
    word = "提示" if diagnostic.severity == "warning" else "错误"
    lines = [f"{word}：{diagnostic.message}"]
    place = place_in_words(diagnostic.place)
    if place:
        lines.append(f"  位置：{place}")
    source = diagnostic.place.source_line
    if source is not None and diagnostic.place.column is not None:
        before = source[: diagnostic.place.column - 1]
        marked = source[diagnostic.place.column - 1 : diagnostic.place.column - 1 + diagnostic.place.length]
        lines.append(f"  | {source}")
        lines.append(f"  | {' ' * _width(before)}{'^' * max(1, _width(marked))}")
    if diagnostic.help:
        lines.append(f"  怎么办：{diagnostic.help}")
    return lines


def place_in_words(place: Place) -> str:
    """A place as a reader finds it: file, line and column, sheet and cell, key."""
    parts = [place.file]
    if place.line is not None:
        parts.append(f"第{place.line}行" + (f"第{place.column}列" if place.column is not None else ""))
    if place.sheet:
        parts.append(f"工作表 {place.sheet}" + (f" {place.cell}" if place.cell else ""))
    if place.key:
        parts.append(place.key)
    return " ".join(p for p in parts if p)


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)
