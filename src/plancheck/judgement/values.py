"""Values of the rule language: each carries its evidence, and what is missing where it cannot be known.

A value is known, absent (the submission gives nothing) or unknown (there is something that only a person can settle:
unreadable, resembling, contradictory). Truth is three-valued (Kleene, Introduction to Metamathematics, §64).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from typing import NamedTuple

from plancheck.core.location import Evidence
from plancheck.core.quantity import Quantity, show_number, show_value
from plancheck.core.units import factor_between
from plancheck.facts.model import Choice, Date, Fact, Period

LIMIT = 40  # pieces of evidence that one value carries at most; reports show fewer


class Blank(Enum):
    """Why a value has no data."""

    ABSENT = "absent"
    UNKNOWN = "unknown"


ABSENT = Blank.ABSENT
UNKNOWN = Blank.UNKNOWN


class Num(NamedTuple):
    """A number as an interval (a plain one has low == high; None: open end), with unit and worth of its last digit."""

    low: Fraction | None
    high: Fraction | None
    unit: str | None = None
    step: Fraction = Fraction(0)

    @property
    def exact(self) -> Fraction | None:
        """The number where it is one number."""
        return self.low if self.low is not None and self.low == self.high else None

    def show(self) -> str:
        """For a reader."""
        name = self.unit or "1"

        def one(value: Fraction) -> str:
            return show_value(value, name) if self.unit else show_number(value)

        if self.exact is not None:
            return one(self.exact)
        if self.low is None and self.high is None:
            return "不明"
        if self.low is None or self.high is None:
            bound = self.low if self.low is not None else self.high
            assert bound is not None
            return ("不低于" if self.low is not None else "不高于") + one(bound)
        return f"{one(self.low)}～{one(self.high)}"


class Items(NamedTuple):
    """A collection: members that are there for sure, and members that may be (weak words, doubtful tables)."""

    sure: tuple[Value, ...]
    doubtful: tuple[Value, ...] = ()


class Value(NamedTuple):
    """A value with its evidence. `missing` says in words what is not known; `looked` where one looked in vain.

    `working` are the steps of arithmetic that led to a computed number, in order, for a reader to redo; `sides` the two
    values that a comparison set against each other.
    """

    data: object
    evidence: tuple[Evidence, ...] = ()
    missing: tuple[str, ...] = ()
    looked: tuple[Evidence, ...] = ()
    working: tuple[str, ...] = ()
    sides: tuple[Value, Value] | None = None

    @property
    def known(self) -> bool:
        """Whether there is data."""
        return not isinstance(self.data, Blank)

    @property
    def truth(self) -> bool | None:
        """The truth value of a condition; None where it cannot be known."""
        return self.data if isinstance(self.data, bool) else None


@dataclass(frozen=True, slots=True, eq=False)
class Computed:
    """A record that a built-in put together from several facts: what readers call it, and its fields by name."""

    name: str
    fields: Mapping[str, Value]


def absent(looked: tuple[Evidence, ...] = (), evidence: tuple[Evidence, ...] = (), what: str = "") -> Value:
    """The submission gives nothing; `evidence` is a blank place for it, `looked` where it should stand."""
    return Value(ABSENT, evidence, (what,) if what else (), looked)


def unknown(missing: str, evidence: tuple[Evidence, ...] = ()) -> Value:
    """Something only a person can settle, with the reason."""
    return Value(UNKNOWN, evidence, (missing,))


def merge(*parts: Value) -> tuple[tuple[Evidence, ...], tuple[str, ...], tuple[Evidence, ...]]:
    """Evidence, missing facts and looked-in places of several values, without repeats."""
    return (
        tuple(dict.fromkeys(e for p in parts for e in p.evidence))[:LIMIT],
        tuple(dict.fromkeys(m for p in parts for m in p.missing)),
        tuple(dict.fromkeys(e for p in parts for e in p.looked))[:LIMIT],
    )


def truth(data: bool | None, *parts: Value, missing: Iterable[str] = ()) -> Value:
    """A condition's value resting on `parts`."""
    evidence, lacking, looked = merge(*parts)
    sides = next((p.sides for p in parts if p.sides is not None), None)
    if data is None:
        return Value(UNKNOWN, evidence, lacking or tuple(dict.fromkeys(missing)), looked, sides=sides)
    return Value(data, evidence, (), looked, sides=sides)


def working(step: str, *parts: Value) -> tuple[str, ...]:
    """The steps of a number computed from `parts`, the last of them `step`."""
    return tuple(dict.fromkeys((*(w for p in parts for w in p.working), step)))


def from_quantity(quantity: Quantity) -> Num:
    """The number of a stated quantity; a comparator (不低于) does not widen it, a range does."""
    step = quantity.step or Fraction(0)
    if quantity.value is not None:
        return Num(quantity.value, quantity.value, quantity.unit, step)
    return Num(quantity.low, quantity.high, quantity.unit, step)


def from_fact(fact: Fact[object] | None, what: str, looked: tuple[Evidence, ...] = ()) -> Value:
    """The value of a fact that may be absent, blank, unreadable or only resembling; `what` names it in reasons."""
    if fact is None:
        return absent(looked, what=f"没有给出{what}")
    if fact.status == "blank":
        return absent(looked, fact.evidence, f"{what}是空的或只有占位文字")
    if fact.status == "unreadable" or fact.value is None:
        return unknown(fact.reason or f"{what}读不懂", fact.evidence)
    if fact.status == "resembles":
        return unknown(fact.reason or f"{what}只是近似，请人工确认", fact.evidence)
    data: object = fact.value
    if isinstance(data, Quantity):
        data = from_quantity(data)
    elif isinstance(data, int) and not isinstance(data, bool):
        data = Num(Fraction(data), Fraction(data))
    return Value(data, fact.evidence)


def align(a: Num, b: Num) -> tuple[Num, Num] | None:
    """Both numbers in one unit, or None where their dimensions differ.

    A bare 吨 counts as the substance that the other side names (`core.units.factor_between`).
    """
    if a.unit == b.unit or a.unit is None or b.unit is None:
        return a, b
    factor = factor_between(b.unit, a.unit)
    return None if factor is None else (a, _scale(b, factor, a.unit))


def _scale(number: Num, factor: Fraction, name: str) -> Num:
    low = None if number.low is None else number.low * factor
    high = None if number.high is None else number.high * factor
    return Num(low, high, name, number.step * factor)


def show(value: Value) -> str:
    """A value for a message or an explanation."""
    data = value.data
    if data is ABSENT:
        return "（未给出）"
    if data is UNKNOWN:
        return "（不明）"
    if isinstance(data, bool):
        return "是" if data else "否"
    if isinstance(data, Num):
        return data.show()
    if isinstance(data, Period):
        return show_period(data)
    if isinstance(data, Items):
        shown = "、".join(show(v) for v in data.sure[:8])
        return shown + (f" 等{len(data.sure)}个" if len(data.sure) > 8 else "") if shown else "（无）"
    if isinstance(data, Choice):
        return data.label
    if isinstance(data, str):
        return data
    if isinstance(data, Date):
        return data.show()
    name = getattr(data, "name", None) or getattr(data, "indicator", None) or getattr(data, "text", None)
    return str(name) if name else "（有）"


def show_period(period: Period) -> str:
    """起止时间 for a reader: 2014年3月—2015年10月."""

    def one(point: tuple[int, int | None] | None) -> str:
        if point is None:
            return "？"
        return f"{point[0]}年" + (f"{point[1]}月" if point[1] else "")

    return one(period.start) if period.start == period.end else f"{one(period.start)}—{one(period.end)}"
