"""Levels that a target starts from and that are printed without a unit: 由2012年的0提高到100%."""

from __future__ import annotations

import re
from fractions import Fraction

from plancheck.core.quantity import Quantity
from plancheck.facts.quantities import QuantitySpan

_BARE_LEVEL = re.compile(r"[由从] ?(?:│+ ?的? ?)?([0-9]{1,6}(?:\.[0-9]{1,4})?|零) ?(?=提高|提升|增|上升|下降|降|减)")


def bare_levels(masked: str, text: str) -> list[QuantitySpan]:
    """Numbers without unit that a level starts from (由2012年的0提高到100%); their unit is that of the level reached."""
    found: list[QuantitySpan] = []
    for match in _BARE_LEVEL.finditer(masked):
        printed = match.group(1).replace("零", "0")
        step = Fraction(1, 10 ** len(printed.partition(".")[2]))
        quantity = Quantity(Fraction(printed), "1", text=text[match.start(1) : match.end(1)], step=step)
        found.append(QuantitySpan(match.start(1), match.end(1), quantity.text, quantity))
    return found
