"""Points and shares as a reader sees them: the same rounding in every format, so that no two headlines disagree."""

from __future__ import annotations

from fractions import Fraction


def points(value: Fraction) -> str:
    """Points with one decimal, halves away from zero: 61.5, 83.0."""
    tenths = int(abs(value) * 10 + Fraction(1, 2))
    return f"{'-' if value < 0 and tenths else ''}{tenths // 10}.{tenths % 10}"


def plain(value: Fraction) -> str:
    """A number with at most two decimals and no trailing zeros: 100, 0.95."""
    hundredths = int(abs(value) * 100 + Fraction(1, 2))
    whole, part = divmod(hundredths, 100)
    tail = f".{part:02d}".rstrip("0") if part else ""
    return f"{'-' if value < 0 and hundredths else ''}{whole}{tail}"


def share(part: int, whole: int) -> str:
    """`part` of `whole` in percent with one decimal; a dash where there is nothing to share."""
    return f"{points(Fraction(100 * part, whole))}%" if whole else "——"
