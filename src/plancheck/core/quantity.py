"""A stated number with its unit, exact (a fraction, never a binary float)."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from plancheck.core.units import convert, show_unit

Comparator = Literal["=", ">=", "<=", ">", "<", "range"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity as stated: `value` (None for a range), bounds, canonical unit, comparator, hedge, and its text.

    Magnitude words (万, 亿) are multiplied into the numbers; `step` is the worth of the last printed digit in `unit`
    (18.3 % has 1/10, 12万吨 has 10000), which tells how far rounding can explain a difference.
    """

    value: Fraction | None
    unit: str
    low: Fraction | None = None
    high: Fraction | None = None
    comparator: Comparator = "="
    approx: bool = False
    text: str = ""
    step: Fraction | None = None

    def to(self, unit: str) -> Quantity | None:
        """The same quantity in another unit of its dimension, or None where the dimensions differ."""

        def turn(number: Fraction | None) -> Fraction | None:
            return None if number is None else convert(number, self.unit, unit)

        if convert(Fraction(1), self.unit, unit) is None:
            return None
        return Quantity(
            turn(self.value),
            unit,
            turn(self.low),
            turn(self.high),
            self.comparator,
            self.approx,
            self.text,
            turn(self.step),
        )

    def show(self) -> str:
        """For a reader: `1.65吨标准煤/万元`, `18%`, `12.6亿元`."""
        if self.value is None:
            if self.low is not None and self.high is not None:
                return f"{show_number(self.low)}～{show_value(self.high, self.unit)}"
            return self.text
        return show_value(self.value, self.unit)


def show_number(value: Fraction, digits: int = 4) -> str:
    """A number for reading: at most `digits` decimals, no trailing zeros, no exponent."""
    if value.denominator == 1:
        return str(value.numerator)
    scaled = round(value * 10**digits)
    if scaled == 0 and value != 0:
        return f"{float(value):.3g}"
    sign, scaled = ("-", -scaled) if scaled < 0 else ("", scaled)
    whole, part = divmod(scaled, 10**digits)
    tail = str(part).zfill(digits).rstrip("0")
    return f"{sign}{whole}.{tail}" if tail else f"{sign}{whole}"


_BIG = {"tce", "t", "tCO2", "tCO2e", "CNY", "m3", "kWh", "person", "count", "m2", "mu"}


def show_value(value: Fraction, unit: str) -> str:
    """A value with its unit, large ones in 万 or 亿 as a reader expects; per 元 is shown per 万元."""
    if unit.endswith("/CNY"):
        value, unit = value * 10**4, unit.removesuffix("CNY") + "10kCNY"
    if unit in _BIG and abs(value) >= 10**8 and unit == "CNY":
        return f"{show_number(value / 10**8)}亿{show_unit(unit)}"
    if unit in _BIG and abs(value) >= 10**4:
        return f"{show_number(value / 10**4)}万{show_unit(unit)}"
    return f"{show_number(value, 2 if unit in ('%', 'pp') else 4)}{show_unit(unit)}"
