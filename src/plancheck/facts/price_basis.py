"""The prices that a sum of money in a sentence is counted in: 57.2亿元（2010年不变价）, 按2010年可比价计算为57.2亿元."""

from __future__ import annotations

import re
from collections.abc import Iterable

from plancheck.facts.quantities import QuantitySpan
from plancheck.facts.row_meaning import basis_in

_NOTE = re.compile(r"\s*\(([^()]{2,20})\)")


def price_basis(folded: str, span: QuantitySpan, others: Iterable[QuantitySpan]) -> str | None:
    """The basis in brackets behind a sum (or a ratio to one), else what is named since the number before it."""
    if "CNY" not in span.quantity.unit:
        return None
    after = _NOTE.match(folded, span.end)
    found = basis_in(after.group(1)) if after is not None else None
    if found is not None:
        return found
    start = max((q.end for q in others if q.end <= span.start), default=0)
    noted = _NOTE.match(folded, start)
    return basis_in(folded[noted.end() if noted is not None else start : span.start])
