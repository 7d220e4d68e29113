"""The table of points by chapter for a terminal, with bars where there is room."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from plancheck.core.outcome import Outcome
from plancheck.judgement.results import Interval, Report
from plancheck.report.clean import one_line
from plancheck.report.numbers import plain, points
from plancheck.report.texts import Texts
from plancheck.report.wrap import pad, width_of

_BAR = 20
_LONGEST_CHAPTER = 32


def score_table(report: Report, texts: Texts, width: int) -> Iterator[tuple[str, str]]:
    """Lines with their style: a row for each chapter, and the sum. A bar stands last where there is room for it."""
    tally = Counter((r.chapter, r.outcome) for r in report.results)
    rows = [
        _row(one_line(c.section), c.points, tally[c.section, Outcome.FAIL], tally[c.section, Outcome.REVIEW])
        for c in report.chapters
    ]
    counts = report.counts()
    rows.append(_row(texts("sum"), report.score, counts[Outcome.FAIL], counts[Outcome.REVIEW]))
    head = tuple(texts(key) for key in ("chapter", "points", "maximum", "failed", "open"))
    widths = [max(width_of(row[i]) for row in (head, *(r for r, _ in rows))) for i in range(5)]
    widths[0] = min(widths[0], _LONGEST_CHAPTER, max(8, width - 2 - sum(widths[1:]) - 2 * (len(widths) - 1)))
    room = width - 2 - sum(widths) - 2 * len(widths)
    yield _line(head, widths, ""), "dim"
    for index, (cells, interval) in enumerate(rows):
        bar = _bar(interval, min(_BAR, room)) if room >= 8 else ""
        yield _line(cells, widths, bar), "strong" if index == len(rows) - 1 else ""


_Row = tuple[str, str, str, str, str]


def _row(title: str, interval: Interval, failed: int, unsettled: int) -> tuple[_Row, Interval]:
    low, high = points(interval.low), points(interval.high)
    said = low if interval.low == interval.high else f"{low}～{high}"
    return (title, said, plain(interval.maximum), str(failed or "·"), str(unsettled or "·")), interval


def _line(cells: _Row | tuple[str, ...], widths: list[int], bar: str) -> str:
    first = cells[0]
    while width_of(first) > widths[0]:
        first = first[:-2] + "…"
    parts = [pad(first, widths[0])]
    parts += [pad(cell, size, right=True) for cell, size in zip(cells[1:], widths[1:], strict=True)]
    return ("  " + "  ".join([*parts, bar])).rstrip(" ")


def _bar(interval: Interval, size: int) -> str:
    if interval.maximum <= 0:
        return ""
    low = int(interval.low / interval.maximum * size)
    high = max(low, min(size, -int(-interval.high / interval.maximum * size)))
    return "█" * low + "▒" * (high - low) + "·" * (size - high)
