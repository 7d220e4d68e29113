"""A target as read, its draft while a sentence is read, and what its number means (direction, basis, percent)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from plancheck.core.quantity import Comparator, Quantity
from plancheck.facts.commitment import Owner
from plancheck.facts.quantities import QuantitySpan
from plancheck.facts.target_phrases import Sense
from plancheck.facts.times import TimeSpan

if TYPE_CHECKING:
    from plancheck.facts.model import Basis, Direction


class TargetReading(NamedTuple):
    """A target as stated: indicator verbatim, years, the quantity's numbers, and how they are meant.

    `q` is the index of the quantity; `start`/`end` the quantity's range in the text; `per` annual-average, annual or
    cumulative. `value` of a relative change is in percent (翻一番 is 100), whatever the printed unit. `base` is the
    level that the sentence starts from (由2012年的5%提高到20%), if it gives one.
    """

    indicator: str
    base_year: int | None
    target_year: int | None
    value: Fraction | None
    unit: str
    direction: Direction
    basis: Basis
    low: Fraction | None
    high: Fraction | None
    comparator: Comparator
    approx: bool
    per: str | None
    q: int
    start: int
    end: int
    base: QuantitySpan | None = None


@dataclass(slots=True)
class Draft:
    """A target in the making, with what other clauses may still supply (the years).

    `counts` is False for statements of others, scenarios and dropped aims, which only pass their words on; `inherits`
    marks an indicator taken over from the clause before; `flow` what is done within the period (减排二氧化碳);
    `copula` a plain 为 or 是; `aimed` words of intent in its own clause; `no_base` a change against no year (较峰值).
    """

    indicator: str
    sense: Sense
    to: bool
    span: QuantitySpan
    index: int
    per: str | None
    year: TimeSpan | None
    base: int | None
    counts: bool
    inherits: bool = False
    flow: bool = False
    copula: bool = False
    aimed: bool = False
    no_base: bool = False
    level: QuantitySpan | None = None  # the level that it starts from

    @property
    def changes(self) -> bool:
        """Whether it states a change by an amount, not a level."""
        return self.sense in ("decrease", "increase") and not self.to

    @property
    def rate(self) -> bool:
        """Whether the number is a share or multiple, not an amount in physical units."""
        return self.span.quantity.unit in ("%", "pp", "x", "1")

    def finish(self) -> TargetReading:
        """The target, with the number of a relative change turned into percent."""
        quantity = self.span.quantity
        direction, basis, factor, shift = _meaning(self, quantity)

        def turn(number: Fraction | None) -> Fraction | None:
            return None if number is None else (number + shift) * factor

        per = self.per
        if per == "each-year":
            per = "annual-average" if quantity.unit in ("%", "pp") else "annual"
        if per is None and re.match(r"年(?!均|末|底)", self.indicator):
            per = "annual"
        return TargetReading(
            indicator=self.indicator,
            base_year=self.base,
            target_year=self.year.end_year if self.year else None,
            value=turn(quantity.value),
            unit="%" if factor != 1 else quantity.unit,
            direction=direction,
            basis=basis,
            low=turn(quantity.low),
            high=turn(quantity.high),
            comparator=quantity.comparator,
            approx=quantity.approx,
            per=per,
            q=self.index,
            start=self.span.start,
            end=self.span.end,
            base=self.level,
        )


def _meaning(draft: Draft, quantity: Quantity) -> tuple[Direction, Basis, Fraction, int]:
    """Direction, basis, and how the printed number becomes percent: (value + shift) × factor."""
    one, hundred = Fraction(1), Fraction(100)
    if draft.sense == "equal":
        return "reach", "relative-percent", one if quantity.unit == "%" else hundred, 0
    if draft.sense in {"reach", "hold"}:
        return draft.sense, "absolute", one, 0
    up = draft.sense == "increase"
    if draft.to:
        return ("increase_to" if up else "decrease_to"), "absolute", one, 0
    direction: Direction = "increase" if up else "decrease"
    if quantity.unit == "%":
        return direction, "relative-percent", one, 0
    if quantity.unit == "pp":
        return direction, "percentage-point", one, 0
    if quantity.text == "一半" or (quantity.unit == "1" and "分之" in quantity.text):
        return direction, "relative-percent", hundred, 0
    if quantity.unit == "x":
        return direction, "relative-percent", hundred, -1 if quantity.text.startswith("翻") else 0
    return direction, "absolute", one, 0


@dataclass(slots=True)
class SentenceState:
    """What clauses of a sentence pass on: whose statement it is, indicators named, sense and years in force."""

    owner: Owner = "own"
    scenario: bool = False
    indicators: list[str] = field(default_factory=list)
    listed: list[str] = field(default_factory=list)
    units: dict[str, str] = field(default_factory=dict)
    sense: Sense | None = None
    per: str | None = None
    years: list[TimeSpan] = field(default_factory=list)
    base: int | None = None
    base_here: bool = False
    level_base: int | None = None
    levels: list[QuantitySpan] = field(default_factory=list)
    done: tuple[str, int] | None = None
    aimed: bool = False

    @property
    def year(self) -> TimeSpan | None:
        return self.years[-1] if self.years else None
