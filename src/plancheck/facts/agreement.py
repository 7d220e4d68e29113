"""When two stated quantities say the same: within the rounding of the coarser one."""

from __future__ import annotations

from fractions import Fraction

from plancheck.core.quantity import Quantity


def agree(one: Quantity, other: Quantity) -> bool:
    """Whether two quantities agree within the rounding of the coarser one; 约 allows one per cent."""
    turned = other.to(one.unit)
    if turned is None:
        return False
    if one.value is None or turned.value is None:
        return (one.low, one.high) == (turned.low, turned.high)
    slack = max(one.step or Fraction(0), turned.step or Fraction(0)) / 2
    if one.approx or other.approx:
        slack = max(slack, abs(one.value) / 100)
    return abs(one.value - turned.value) <= slack
