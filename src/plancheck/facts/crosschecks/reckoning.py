"""What the plan states, beside what other numbers make it: the two sides of one piece of arithmetic."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from plancheck.core.location import Evidence
from plancheck.core.quantity import Quantity
from plancheck.core.units import unit
from plancheck.facts.model import Fact

CARBON_IN_CO2 = Fraction(44, 12)
_NEAR = Fraction(1, 50)  # how near to a power of ten (or 44/12) a ratio must lie to be told as one


@dataclass(frozen=True, slots=True, eq=False)
class Reckoning:
    """A stated number and the same number computed from others.

    `computed` is a range (`low`, `high`) where a factor is only known within bounds; `working` are its steps and
    `evidence` the places of its parts. `basis` tells by what it was computed (方案: the plan's own numbers; 参考:
    published factors). `firm` is False where the numbers behind it are only remembered. `doubt` says, where it does not
    settle the matter, what a person should look at; `slip` names a ratio that points at a wrong unit.
    """

    subject: str
    stated: Fact[Quantity]
    computed: Quantity
    working: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    basis: str = "方案"
    firm: bool = True
    doubt: str = ""
    slip: str = ""

    @property
    def times(self) -> Fraction | None:
        """How many times one side is of the other, at least 1 (1 within the computed range); None where one is zero."""
        stated = self.stated.value
        if stated is None or stated.value is None:
            return None
        turned = stated.to(self.computed.unit)
        value = abs((turned or stated).value or Fraction(0))
        low, high = (abs(b) if b is not None else None for b in bounds(self.computed))
        if not value or not low or not high:
            return None
        return max(value / high, low / value, Fraction(1))


def bounds(quantity: Quantity) -> tuple[Fraction | None, Fraction | None]:
    """The least and the greatest value of a quantity."""
    if quantity.value is not None:
        return quantity.value, quantity.value
    return quantity.low, quantity.high


def is_exact(fact: Fact[Quantity] | None) -> bool:
    """Whether a fact states one number, without 约 or a bound, that is not zero."""
    if fact is None or fact.status != "stated" or fact.value is None or not fact.value.value:
        return False
    return fact.value.comparator == "=" and not fact.value.approx


def base_amount(quantity: Quantity) -> tuple[Fraction, str] | None:
    """An exact quantity in the base unit of its dimension, and that dimension; None where its unit is not known."""
    known = unit(quantity.unit)
    if known is None or quantity.value is None:
        return None
    return quantity.value * known.factor, known.dimension


def slip_of(ratio: Fraction) -> str:
    """What a ratio of two sides points at: a power of ten (a wrong 万 or 千), or carbon told as CO2; "" where neither."""
    if not ratio:
        return ""
    size = max(abs(ratio), 1 / abs(ratio))
    if abs(size / CARBON_IN_CO2 - 1) <= _NEAR:
        return "44/12（碳与二氧化碳之比）"
    for power, words in (
        (10, "10倍"),
        (100, "100倍"),
        (1000, "1000倍"),
        (10**4, "1万倍"),
        (10**6, "100万倍"),
        (10**8, "1亿倍"),
    ):
        if abs(size / power - 1) <= _NEAR:
            return words
    return ""


def places(facts: Iterable[Fact[Quantity]]) -> tuple[Evidence, ...]:
    """The places of several facts, each once."""
    return tuple(dict.fromkeys(e for f in facts for e in f.evidence))
