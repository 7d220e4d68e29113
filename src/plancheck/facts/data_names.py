"""The data file's names of indicators read as the plan's are: in part, by unit, with scope and price basis."""

from __future__ import annotations

from dataclasses import replace

from plancheck.facts.labels import split_label
from plancheck.facts.lexicon import Lexicons
from plancheck.facts.model import Point, Target
from plancheck.facts.row_meaning import PRODUCT_ENERGY, basis_of, scope_of
from plancheck.facts.substance import counts_something_else, is_per_product, usual_unit


def named_point(point: Point, lexicons: Lexicons) -> Point:
    """A point of the data file with canonical indicator, scope and basis as its name tells them."""
    label = split_label(point.indicator)
    unit = point.value.value.unit if point.value.value is not None else None
    return replace(
        point,
        canonical=point.canonical or _canonical(label.core, unit, lexicons),
        scope=point.scope or scope_of("", label.core),
        basis=point.basis or basis_of((point.indicator,)),
    )


def named_target(target: Target, lexicons: Lexicons) -> Target:
    """A target of the data file with its canonical indicator as its name tells it."""
    if target.canonical is not None:
        return target
    return replace(target, canonical=_canonical(split_label(target.indicator).core, target.unit, lexicons))


def _canonical(name: str, unit: str | None, lexicons: Lexicons) -> str | None:
    match = lexicons.indicators.label(name, short_suffix=False)
    if match is None or match.how == "weak":
        return None
    if counts_something_else(usual_unit(match.entry), unit):
        return PRODUCT_ENERGY if is_per_product(unit) else None
    return match.entry.name
