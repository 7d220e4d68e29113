"""Lines as the outline sees them, headings as it finds them, and how the look of a line tells one from the other."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from plancheck.core.lazy_pattern import lazy_pattern
from plancheck.document.labels import Label, compact
from plancheck.document.model import SectionOrigin

LONG_TITLE = 40
SHORT_TITLE = 30
LEAD = 20
FRONT_MATTER = frozenset(("前言", "引言", "序言", "绪论", "摘要", "结语", "后记", "参考文献"))
SENTENCE_END = "。；;！!？?，,、"
MID = re.compile(r"[。；！？]")
CJK = lazy_pattern(r"[一-鿿]")
_LEAD_END = re.compile(r"[。：:．]")
NUMERIC = lazy_pattern(r"\d{2}")


@dataclass(slots=True)
class Line:
    """A line of the body as the outline sees it. `solid` is False for what only counts as content (tables, figures)."""

    text: str = ""
    label: str = ""
    outline: int = 0
    outline_origin: SectionOrigin = "style"
    bold: int = 0
    size: int = 0
    heavy: bool = False
    centred: bool = False
    solid: bool = True
    in_cell: bool = False
    joined: bool = False
    in_toc: bool = False
    barred: bool = False  # a cover line or caption: never a heading
    number: Label | None = None


@dataclass(slots=True)
class Heading:
    """A line found to be a heading: where its title begins and ends in the text, and where a run-in body begins."""

    line: int
    label: Label | None
    start: int
    end: int
    rest: int
    origin: SectionOrigin
    sure: bool
    outline: int = 0
    look: tuple[int, bool, bool] = (0, False, False)
    front: bool = False


@dataclass(slots=True)
class Looks:
    size: int = 0
    bold_body: bool = False
    heavy_body: bool = False


def title_start(line: Line) -> int:
    """Where the title begins: after a typed number."""
    return 0 if line.label or line.number is None else line.number.end


def make_heading(
    index: int, line: Line, looks: Looks, end: int, rest: int, *, sure: bool, origin: SectionOrigin | None = None
) -> Heading:
    """The heading of a line: its title ends at `end`, a run-in body begins at `rest`; the origin is told unless given."""
    if origin is None:
        run_in = rest < len(line.text.rstrip())
        if line.outline:
            origin = line.outline_origin
        elif line.in_cell:
            origin = "table"
        else:
            origin = "run-in" if run_in else "numbering" if line.number else "format"
    label = line.number
    if label is not None and label.weak and not (line.outline or emphasised(line, looks) or line.in_toc):
        sure = False
    return Heading(
        index,
        label,
        title_start(line),
        end,
        rest,
        origin,
        sure,
        line.outline,
        (line.size, all_bold(line), line.heavy),
        label is None and compact(line.text) in FRONT_MATTER,
    )


def body_looks(lines: Sequence[Line]) -> Looks:
    """How the running text looks, told by the longer lines."""
    sizes: Counter[int] = Counter()
    total = bold = heavy = 0
    for line in lines:
        count = len(line.text)
        if not line.solid or count < 30:
            continue
        total += count
        sizes[line.size] += count
        if all_bold(line):
            bold += count
        if line.heavy:
            heavy += count
    if not total:
        return Looks()
    return Looks(sizes.most_common(1)[0][0], bold * 2 > total, heavy * 2 > total)


def all_bold(line: Line) -> bool:
    """Whether the whole line is bold."""
    return line.bold > 0 and line.bold >= len(line.text.rstrip())


def emphasised(line: Line, looks: Looks) -> bool:
    """Whether the line stands out from the running text: bold, in a heading font, or larger."""
    if all_bold(line) and not looks.bold_body:
        return True
    if line.heavy and not looks.heavy_body:
        return True
    return bool(line.size and looks.size and line.size >= looks.size + 2)


def lead_end(line: Line, start: int) -> int:
    """Where the leading phrase of a run-in heading ends (index of its full stop or colon); 0 for none."""
    limit = max(start + LEAD + 2, line.bold + 1 if line.bold < start + LONG_TITLE else 0)
    mark = _LEAD_END.search(line.text, start, min(limit, len(line.text)))
    if mark is None or mark.start() <= start + 1:
        return 0
    if len(line.text.rstrip()) - mark.end() < 6:
        return 0
    return mark.start()


def prose_lead(lead: str) -> bool:
    """Whether a leading phrase reads like the start of a sentence (a comma, a year, a quantity)."""
    return "，" in lead or "；" in lead or bool(NUMERIC.search(lead))


def bold_lead(line: Line, end: int, looks: Looks) -> bool:
    """Whether the bold type ends just where the leading phrase ends."""
    return not looks.bold_body and 0 < line.bold < len(line.text.rstrip()) and abs(line.bold - end) <= 1
