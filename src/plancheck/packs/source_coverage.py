"""The source text of a pack, line by line: which entries of the registry stem from it, and what no entry covers.

Spans of the registry are half-open character offsets in the source text (UTF-8, line breaks as in the file).
"""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from plancheck.core.diagnostic import Diagnostic, Place, UserError
from plancheck.packs.coverage import CoverageRow

EXIT_UNREADABLE = 3
SHORT = 4  # words of fewer characters that no entry covers are counted, not listed: 和, 等, 包括
_WORDS = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A line of the source that is not blank: its number from 1, its text, the rows that stem from it in the order of
    their spans, each with the part of the line that it quotes, and the pieces that no entry covers."""

    number: int
    text: str
    rows: tuple[tuple[CoverageRow, str], ...]
    uncovered: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SourceCoverage:
    """All lines; the rows whose span does not lie in the text; whether the text is the one that the registry names (None
    where the registry keeps no digest)."""

    lines: tuple[SourceLine, ...]
    astray: tuple[CoverageRow, ...]
    same_text: bool | None

    @property
    def uncovered(self) -> tuple[str, ...]:
        """All pieces that no entry covers, in reading order."""
        return tuple(piece for line in self.lines for piece in line.uncovered)


def read_source_text(path: Path, sha256: str) -> tuple[str, bool | None]:
    """The source text, and whether it is the one with this digest (None: no digest to compare with).

    Raises UserError: exit code 3 for a file that cannot be read as UTF-8 text, 2 for a text with another digest.
    """
    try:
        content = path.read_bytes()
        text = content.decode("utf-8")
    except OSError as error:
        why = "没有这个文件" if isinstance(error, FileNotFoundError) else "它不是文件，或没有读取权限"
        found = Diagnostic("source", f"读不了原文 {path}：{why}", Place(""), "检查文件名和读取权限")
        raise UserError(EXIT_UNREADABLE, (found,)) from error
    except UnicodeDecodeError as error:
        found = Diagnostic("encoding", f"原文 {path} 不是 UTF-8 编码的文本", Place(""), "另存为 UTF-8 编码的文本文件")
        raise UserError(EXIT_UNREADABLE, (found,)) from error
    if not sha256:
        return text, None
    if hashlib.sha256(content).hexdigest() != sha256:
        message = f"{path} 与登记表所依据的原文不是同一份（校验值不同），按它对照会张冠李戴"
        help_ = f"换成 SHA-256 为 {sha256} 的文本；换行和空格也不能改动"
        raise UserError(2, (Diagnostic("source", message, Place(""), help_),))
    return text, True


def source_coverage(rows: Sequence[CoverageRow], text: str, same_text: bool | None) -> SourceCoverage:
    """The source text set against the registry's rows."""
    starts = _line_starts(text)
    ends = [*(start - 1 for start in starts[1:]), len(text)]
    held: list[list[tuple[CoverageRow, int, int]]] = [[] for _ in starts]
    covered = bytearray(len(text))
    astray = []
    for row in sorted(rows, key=lambda r: r.requirement.span):
        start, end = row.requirement.span
        if not 0 <= start < end <= len(text):
            astray.append(row)
            continue
        covered[start:end] = b"\1" * (end - start)
        for line in range(bisect_right(starts, start) - 1, bisect_right(starts, end - 1)):
            first, last = max(start, starts[line]), min(end, ends[line])
            if text[first:last].strip():
                held[line].append((row, first, last))
    lines = [
        SourceLine(
            number + 1,
            text[start:end].strip(),
            tuple((row, text[first:last].strip()) for row, first, last in held[number]),
            _uncovered(text, covered, start, end),
        )
        for number, (start, end) in enumerate(zip(starts, ends, strict=True))
        if text[start:end].strip()
    ]
    return SourceCoverage(tuple(lines), tuple(astray), same_text)


def _line_starts(text: str) -> list[int]:
    starts, at = [0], text.find("\n")
    while at >= 0:
        starts.append(at + 1)
        at = text.find("\n", at + 1)
    return starts


def _uncovered(text: str, covered: bytearray, start: int, end: int) -> tuple[str, ...]:
    """The pieces of a line that no span covers and that hold words (not only marks)."""
    pieces = []
    at = covered.find(0, start, end)
    while at >= 0:
        until = covered.find(1, at, end)
        until = end if until < 0 else until
        piece = text[at:until].strip()
        if _WORDS.search(piece):
            pieces.append(piece)
        at = covered.find(0, until, end)
    return tuple(pieces)


def is_short(piece: str) -> bool:
    """Whether a piece that no entry covers is only a word that joins others."""
    return sum(len(words) for words in _WORDS.findall(piece)) < SHORT
