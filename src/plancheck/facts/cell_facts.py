"""Single table cells as facts: text, quantity or period, each stated, blank, unreadable or only resembling."""

from __future__ import annotations

from fractions import Fraction

from plancheck.core.location import Evidence, Location
from plancheck.core.quantity import Quantity
from plancheck.document.model import Cell, Document, Table
from plancheck.facts.cell_numbers import is_blank, read_cell
from plancheck.facts.fold import fold
from plancheck.facts.model import Fact, Period, Status
from plancheck.facts.placeholder import is_placeholder
from plancheck.facts.times import read_period
from plancheck.facts.unit_words import parse_unit

_NONE_AT_ALL = frozenset({"无", "没有", "零", "无此项"})
_SAME_AS_ABOVE = frozenset({"同上", "〃", "″", "同前"})


class Places:
    """Makes evidence for the cells of one table."""

    def __init__(self, document: Document, table: Table) -> None:
        self._section = document.path(table.section)
        self._number = table.number

    def of(
        self, cell: Cell | None, value: str | None = None, row: int | None = None, column: int | None = None
    ) -> Evidence:
        """Evidence at a cell, or at a place of the table where no cell is."""
        if cell is None:
            return Evidence(Location(section=self._section, table=self._number, row=row, column=column), "", value)
        place = Location(section=self._section, table=self._number, row=cell.row, column=cell.column)
        return Evidence(place, _short(cell.text), value)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 120 else line[:119] + "…"


def same_as_above(text: str) -> bool:
    """Whether a cell repeats the one above it in words (同上)."""
    return text.strip() in _SAME_AS_ABOVE


def text_fact(text: str, evidence: Evidence, *, status: Status = "stated", reason: str = "") -> Fact[str]:
    """A text; blank where it is empty or a placeholder."""
    clean = " ".join(text.split())
    if not clean or is_placeholder(clean):
        return Fact(
            None, (evidence,), "blank", "这一格没有填写内容。" if not clean else f"“{clean[:20]}”不是实际内容。"
        )
    return Fact(clean, (Evidence(evidence.location, evidence.excerpt, clean[:80]),), status, reason)


def quantity_fact(
    text: str,
    evidence: Evidence,
    unit: str | None = None,
    *,
    as_unit: str | None = None,
    status: Status = "stated",
    reason: str = "",
    none_is_zero: bool = False,
) -> Fact[Quantity]:
    """A number with its unit (`unit` as written in header or note). `as_unit` is the canonical unit that is wanted:
    a number of another dimension or without unit is unreadable."""
    clean = " ".join(text.split())
    stated_none = none_is_zero and clean in _NONE_AT_ALL
    if not stated_none and (is_blank(clean) or is_placeholder(clean)):
        return Fact(None, (evidence,), "blank", "这一格没有填写数值。" if not clean else f"“{clean[:20]}”不是数值。")
    quantity = one_quantity(clean, unit, none_is_zero=none_is_zero)
    if quantity is None:
        return Fact(None, (evidence,), "unreadable", f"“{clean[:30]}”没有读出数值。")
    if as_unit is not None:
        turned = quantity.to(as_unit)
        if turned is None:
            why = "没有写明单位" if quantity.unit == "1" else "单位不相符"
            return Fact(None, (evidence,), "unreadable", f"“{clean[:30]}”{why}。")
        quantity = turned
    return Fact(quantity, (Evidence(evidence.location, evidence.excerpt, quantity.show()),), status, reason)


def one_quantity(text: str, unit: str | None, *, none_is_zero: bool = False) -> Quantity | None:
    """The one quantity that a cell states (further numbers in brackets explain it); None where unclear.

    A unit that is not known leaves the number without unit. With `none_is_zero` a plain 无 states that there is none.
    """
    written = unit if unit is not None and parse_unit(fold(unit)) is not None else None
    if none_is_zero and text in _NONE_AT_ALL:
        parsed = parse_unit(fold(written)) if written else None
        return Quantity(Fraction(0), parsed[0] if parsed else "1", text=text, step=Fraction(1))
    return read_cell(text, written).quantity


def period_fact(
    text: str, evidence: Evidence, *, end_only: bool = False, status: Status = "stated", reason: str = ""
) -> Fact[Period]:
    """A span of time. With `end_only` (完成时限) a single date is the end and the start is not given."""
    clean = " ".join(text.split())
    if not clean or is_placeholder(clean):
        return Fact(None, (evidence,), "blank", "这一格没有填写时间。" if not clean else f"“{clean[:20]}”不是时间。")
    period = read_period(clean)
    if period is None:
        return Fact(None, (evidence,), "unreadable", f"“{clean[:30]}”没有读出起止时间。")
    if end_only and period.start == period.end:
        period = Period(None, period.end)
    if period.start is None and period.end is None:
        return Fact(None, (evidence,), "blank", f"“{clean[:30]}”只写了时长，没有写起止时间。")
    return Fact(period, (Evidence(evidence.location, evidence.excerpt, show_period(period)),), status, reason)


def show_period(period: Period) -> str:
    """For a reader: 2014年3月—2015年10月."""

    def point(value: tuple[int, int | None] | None) -> str:
        if value is None:
            return "（未写）"
        return f"{value[0]}年{value[1]}月" if value[1] else f"{value[0]}年"

    return f"{point(period.start)}—{point(period.end)}"
