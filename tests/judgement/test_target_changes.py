"""The change that base and target level give, and the rate per year, for falls and rises, in per cent and in points."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

import pytest

from plancheck.core.quantity import Quantity
from plancheck.facts.model import Basis, Direction, Fact, Target
from plancheck.judgement.target_changes import recomputed, yearly_rate
from plancheck.judgement.values import Items, Num


def stated(text: str | None) -> Fact[Quantity] | None:
    """A quantity written as `12.5 %`; None for None."""
    if text is None:
        return None
    number, unit = text.split()
    digits = len(number.partition(".")[2])
    return Fact(Quantity(Fraction(number), unit, step=Fraction(1, 10**digits)), ())


def target(
    base: str | None,
    level: str | None,
    change: str | None,
    direction: Direction = "decrease",
    basis: Basis | None = None,
    per: Literal["annual-average", "annual"] | None = None,
    years: tuple[int | None, int | None] = (2015, 2020),
) -> Target:
    first, last = (None if y is None else Fact(y, ()) for y in years)
    return Target(
        "指标", None, None, None, first, last, stated(base), stated(level), stated(change), direction, basis, None, (),
        per=per,
    )  # fmt: skip


def rates(found: Target) -> list[tuple[float, str | None]]:
    items = recomputed(found).data
    assert isinstance(items, Items)
    nums = [v.data for v in items.sure]
    return [(round(float(n.exact or 0), 2), n.unit) for n in nums if isinstance(n, Num)]


@pytest.mark.parametrize(
    ("base", "level", "change", "expected"),
    [
        ("1.25 tce/10kCNY", "1.00 tce/10kCNY", "20 %", [(20.0, "%")]),
        ("1.00 tce/10kCNY", "1.25 tce/10kCNY", "25 %", [(25.0, "%")]),
        ("40 %", "50 %", "10 pp", [(10.0, "pp")]),
        ("40 %", "50 %", "25 %", [(25.0, "%"), (10.0, "%")]),
        ("500000 tce", "400000 tce", "100000 tce", [(100000.0, "tce")]),
        ("1.25 tce/10kCNY", None, "20 %", []),
        ("0 %", "50 %", "50 %", [(50.0, "%")]),
        ("1.25 tce/10kCNY", "50 %", "20 %", []),
    ],
)
def test_the_change_between_two_levels(
    base: str, level: str | None, change: str, expected: list[tuple[float, str]]
) -> None:
    assert rates(target(base, level, change)) == expected


def per_year(found: Target) -> float | None:
    data = yearly_rate(found).data
    return round(float(data.exact or 0), 2) if isinstance(data, Num) else None


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (target(None, None, "20 %"), 4.36),  # 1 - 0.8^(1/5)
        (target(None, None, "20 %", "increase"), 3.71),  # 1.2^(1/5) - 1
        (target("1.25 tce/10kCNY", "1.00 tce/10kCNY", None), 4.36),
        (target("100000 tce", "120000 tce", None, "reach"), 3.71),
        (target(None, None, "4 %", per="annual-average"), 4.0),
        (target(None, None, "20 %", per="annual-average", years=(None, None)), 20.0),
        (target(None, None, "20 %", years=(None, 2020)), None),
        (target(None, None, "20 %", years=(2020, 2020)), None),
        (target(None, None, "100 %"), None),
        (target("40 %", "50 %", "10 pp", "increase", "percentage-point"), 4.56),
        (target(None, None, "4 %", per="annual"), None),
    ],
)
def test_the_rate_per_year(found: Target, expected: float | None) -> None:
    assert per_year(found) == expected
