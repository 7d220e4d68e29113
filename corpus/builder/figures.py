"""Exact decimal arithmetic for plan numbers: what is printed is what every later number is computed from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal

Number = Decimal | int | str


def exact(value: Number) -> Decimal:
    """A decimal from its written form."""
    return Decimal(value)


def rounded(value: Decimal, places: int) -> Decimal:
    """Rounded half up, as people round."""
    return value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def total(values: Sequence[Decimal]) -> Decimal:
    """The sum of printed values."""
    return sum(values, Decimal(0))


def shares(values: Sequence[Decimal], places: int = 1) -> list[Decimal]:
    """Percentages of the sum that add to exactly 100 (the largest remainders take up what rounding leaves)."""
    whole = total(values)
    step = Decimal(1).scaleb(-places)
    raw = [v * 100 / whole for v in values]
    floors = [(r // step) * step for r in raw]
    missing = int((Decimal(100) - total(floors)) / step)
    order = sorted(range(len(raw)), key=lambda i: (floors[i] - raw[i], i))
    for i in order[:missing]:
        floors[i] += step
    return [f.quantize(step) for f in floors]


def split(whole: Decimal, weights: Sequence[Decimal], places: int = 2) -> list[Decimal]:
    """`whole` divided by weights into printed parts that add to it exactly (the last part takes the rest)."""
    base = total(weights)
    parts = [rounded(whole * w / base, places) for w in weights[:-1]]
    return [*parts, whole - total(parts)]


def yearly_rate(percent: Decimal, years: int) -> Decimal:
    """The yearly rate of fall, in percent, that gives a fall of `percent` in so many years (two decimals)."""
    factor = float(1 - percent / 100) ** (1 / years)
    return rounded(Decimal(repr((1 - factor) * 100)), 2)


def over_years(percent: Decimal, years: int, target_years: int) -> Decimal:
    """A fall of `percent` in `years` converted to `target_years` at the same yearly rate (one decimal)."""
    factor = float(1 - percent / 100) ** (target_years / years)
    return rounded(Decimal(repr((1 - factor) * 100)), 1)


def written(values: Mapping[str, Decimal | int | str]) -> dict[str, str]:
    """All values as text for filling into a plan source."""
    return {name: value if isinstance(value, str) else str(value) for name, value in values.items()}
