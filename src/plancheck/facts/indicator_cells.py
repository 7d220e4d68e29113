"""What one target cell commits to: a level (≥80%), a change (下降20%, 提高3个百分点), or only words (显著提高)."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from fractions import Fraction

from plancheck.core.lazy_pattern import lazy_pattern
from plancheck.core.location import Evidence
from plancheck.core.quantity import Quantity
from plancheck.facts.cell_facts import quantity_fact
from plancheck.facts.fold import fold
from plancheck.facts.model import Basis, Direction, Fact, Target
from plancheck.facts.quantities import read_quantities

FALL = re.compile(r"下降|降低|减少|削减|降幅|压减|下调|减幅|节约|降比|降率")
RISE = re.compile(r"提高|增长|上升|增加|提升|增幅|涨幅|翻")
CHANGE_NAME = re.compile(
    r"(?:下降|降低|减少|削减|增长|提高|上升|增加|提升)(?:率|幅度|比例|比率|程度)|(?:降|增|减)幅|(?:下降|降低|减少)(?:\(%\))?$|累计(?:下降|降低|提高|增长)"
)
_SLOGAN = lazy_pattern(
    r"(?:显著|大幅度?|明显|稳步|逐步|逐年|进一步|不断|持续|较大幅?度?|有所|有效|切实|全面|力争|努力)+地?"
    r"(?:提高|提升|下降|降低|改善|增强|增长|增加|减少|优化|上升|加强|完善|好转)"
)  # a goal in words where a number is asked says no more than an empty cell
_TO = lazy_pattern(r"(?:到|至|为|达)\s*[≤≥<>约]?\s*$")


def names_change(text: str) -> tuple[bool, bool | None]:
    """Whether a row's name is that of a change (下降率), and whether it falls."""
    flat = "".join(text.split())
    if not CHANGE_NAME.search(flat):
        return False, None
    return True, bool(FALL.search(flat)) if FALL.search(flat) or RISE.search(flat) else None


@dataclass(frozen=True, slots=True)
class TargetCell:
    """What a cell states: a level or a change, with direction where the words give it."""

    level: Fact[Quantity] | None = None
    change: Fact[Quantity] | None = None
    direction: Direction | None = None
    basis: Basis | None = None


def read_target_cell(
    text: str, evidence: Evidence, unit: str | None, *, is_change: bool = False, falls: bool | None = None
) -> TargetCell:
    """Read a target cell. `is_change` says that row or column name a change (下降率); `falls` then its direction."""
    folded = fold(text)
    fall, rise = FALL.search(folded), RISE.search(folded)
    if fall or rise:
        spans = read_quantities(text, unit=unit)
        if spans:
            first = spans[0]
            before = folded[: first.start]
            direction: Direction = "decrease" if fall and not (rise and rise.start() < fall.start()) else "increase"
            place = Evidence(evidence.location, evidence.excerpt, first.quantity.show())
            fact = Fact(first.quantity, (place,))
            if _TO.search(before):
                return TargetCell(
                    level=fact, direction="decrease_to" if direction == "decrease" else "increase_to", basis="absolute"
                )
            return TargetCell(change=fact, direction=direction, basis=basis_of(first.quantity))
    fact_ = quantity_fact(text, evidence, unit)
    if not is_change:
        if fact_.status == "unreadable":
            reason = f"目标写的是“{text.strip()[:30]}”，没有可以比较的数值。"
            slogan = _SLOGAN.match(folded.strip()) is not None and not any(c.isdigit() for c in folded)
            fact_ = replace(fact_, status="blank" if slogan else "unreadable", reason=reason)
        return TargetCell(level=fact_)
    quantity = fact_.value
    if quantity is None:
        return TargetCell(change=fact_)
    down = falls
    if quantity.value is not None and quantity.value < 0:
        down = True if falls is None else falls
        quantity = turned_positive(quantity)
    way: Direction | None = None if down is None else ("decrease" if down else "increase")
    return TargetCell(change=replace(fact_, value=quantity), direction=way, basis=basis_of(quantity))


def turned_positive(quantity: Quantity) -> Quantity:
    """A change of -18 % as a fall of 18 %."""

    def turn(number: Fraction | None) -> Fraction | None:
        return None if number is None else -number

    return replace(quantity, value=turn(quantity.value), low=turn(quantity.high), high=turn(quantity.low))


def basis_of(quantity: Quantity) -> Basis:
    """What a stated change is relative to."""
    if quantity.unit == "%":
        return "relative-percent"
    return "percentage-point" if quantity.unit == "pp" else "absolute"


def direction_between(base: Fact[Quantity] | None, target: Fact[Quantity] | None) -> Direction | None:
    """Where a target level lies against the base level."""
    goal = target.value if target is not None else None
    if goal is None:
        return None
    start = base.value.to(goal.unit) if base is not None and base.value is not None else None
    if start is None or start.value is None or goal.value is None:
        return "reach"
    if goal.value == start.value:
        return "hold"
    return "decrease_to" if goal.value < start.value else "increase_to"


def is_difference(change: Quantity, base: Fact[Quantity] | None, target: Fact[Quantity] | None) -> bool:
    """Whether a change in % is the plain difference of two shares (85 % to 92 %: 7), that is, percentage points."""
    before = base.value if base is not None else None
    after = target.value if target is not None else None
    if before is None or after is None or before.unit != "%" or after.unit != "%":
        return False
    if before.value is None or after.value is None or change.value is None:
        return False
    return abs(abs(after.value - before.value) - abs(change.value)) <= (change.step or Fraction(1)) / 2


def empty_group(name: str, evidence: Evidence, section: int) -> Target:
    """A second-level group that a table names without any indicator below it: a target without values."""
    return Target(
        name, None, 2, None, None, None, None, None, None, None, None, None, (evidence,), origin="table", section=section
    )  # fmt: skip
