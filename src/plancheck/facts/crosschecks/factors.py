"""Published conversion and emission factors, as the vocabulary lists them: what a tonne or a cubic metre yields."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from plancheck.core.units import parse_surface, unit
from plancheck.core.vocabulary import Vocabulary
from plancheck.facts.lexicon import groups_of


class Factor(NamedTuple):
    """One published factor: `value` in `unit` (`kgce/kg`), for the fuels `of`; `firm` where its source was seen."""

    name: str
    of: tuple[str, ...]
    value: Fraction
    unit: str
    source: str
    firm: bool

    @property
    def yields(self) -> str:
        """The dimension of what it yields: coal-equivalent or co2."""
        return _dimensions(self.unit)[0]

    @property
    def per(self) -> str:
        """The dimension of what it is multiplied with: mass, volume, electricity, heat or coal-equivalent."""
        return _dimensions(self.unit)[1]

    @property
    def base(self) -> Fraction:
        """The factor between the base units of both dimensions."""
        known = unit(self.unit)
        return self.value * known.factor if known is not None else self.value


class Range(NamedTuple):
    """The least and the greatest of the published factors that fit, in base units, and where they are from."""

    low: Factor
    high: Factor
    firm: bool

    @property
    def sources(self) -> str:
        """The sources of both ends."""
        return "、".join(dict.fromkeys((self.low.source, self.high.source)))


def published(vocabulary: Vocabulary) -> tuple[Factor, ...]:
    """The factors that the vocabulary declares (`factor NAME "source" { of 煤炭 value 0.7143 unit 千克标准煤/千克 certainty seen }`)."""
    found: list[Factor] = []
    for entry in vocabulary.of("factor").values():
        surface = parse_surface(entry.properties.get("unit", ""))
        given = entry.properties.get("value", "")
        if surface is None or "/" not in surface[0] or not given.replace(".", "", 1).isdigit():
            continue
        name, magnitude = surface
        firm = entry.properties.get("certainty") == "seen"
        found.append(Factor(entry.name, groups_of(entry), Fraction(given) * magnitude, name, entry.title, firm))
    return tuple(found)


def factor_range(factors: tuple[Factor, ...], fuel: str, yields: str, per: str) -> Range | None:
    """What the published factors of a fuel span between two dimensions; None where none is known.

    It is firm where the sources of both ends were seen.
    """
    fitting = [f for f in factors if fuel in f.of and f.yields == yields and f.per == per]
    if not fitting:
        return None
    low, high = min(fitting, key=lambda f: f.base), max(fitting, key=lambda f: f.base)
    return Range(low, high, any(f.firm for f in fitting))


def _dimensions(name: str) -> tuple[str, str]:
    known = unit(name)
    top, _, below = (known.dimension if known is not None else "").partition("/")
    return top, below
