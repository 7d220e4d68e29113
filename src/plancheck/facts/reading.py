"""Reading a sentence or a table row by itself: the public face of the readers of numbers, times and targets."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from plancheck.core.quantity import Comparator
from plancheck.facts.fold import fold
from plancheck.facts.quantities import QuantitySpan
from plancheck.facts.quantities import read_quantities as read_spans
from plancheck.facts.rows import read_row_quantities, unit_in_label, unit_in_title

if TYPE_CHECKING:
    from plancheck.facts.target_model import TargetReading


@dataclass(frozen=True, slots=True)
class QuantityReading:
    """A quantity as stated; numbers are exact fractions with magnitudes (万, 亿) multiplied in, `value` None for a range.

    `text` is text[start:end] without comparators and hedges, which are in `comparator` and `approx`; `low` and `high`
    are the bounds that they (or a range) set. `unit_canonical` is a name of `core.units`.
    """

    text: str
    start: int
    end: int
    value: Fraction | None
    low: Fraction | None
    high: Fraction | None
    unit_canonical: str
    approx: bool
    comparator: Comparator


def _reading(span: QuantitySpan) -> QuantityReading:
    q = span.quantity
    return QuantityReading(span.text, span.start, span.end, q.value, q.low, q.high, q.unit, q.approx, q.comparator)


def read_quantities(text: str, context: str | None = None) -> tuple[QuantityReading, ...]:
    """The quantities of a sentence, or of a table row (cells parted by tabs, header lines in `context`)."""
    if "\t" in text:
        return tuple(_reading(s) for s in read_row_quantities(text, context))
    return tuple(_reading(s) for s in read_spans(text, unit=_unit_above(text, context)))


def _unit_above(text: str, context: str | None) -> str | None:
    """The unit for bare numbers: of the title (单位：万元), or of the column head above a cell with a number alone."""
    if not context:
        return None
    lines = context.split("\n")
    title = next((u for line in lines if (u := unit_in_title(line))), None)
    if title:
        return title
    alone = fold(text).strip().strip("≥≤<>约()[]").replace(".", "").replace(",", "").isdigit()
    return unit_in_label(lines[-1]) if alone and "\t" not in lines[-1] else None


def read_targets(text: str, context: str | None = None) -> tuple[TargetReading, ...]:
    """The targets that the park commits itself to in a sentence or a table row; `context` is what stands above it."""
    if "\t" in text:
        from plancheck.facts.row_targets import read_row_targets

        return read_row_targets(text, context)
    from plancheck.facts.prose_targets import read_targets as read_prose_targets

    return read_prose_targets(text, context)
