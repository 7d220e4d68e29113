"""plancheck: checks low-carbon park plans against the requirements of their compilation guides."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from plancheck.facts.reading import QuantityReading
    from plancheck.facts.target_model import TargetReading

__version__ = "0.1.0"
__all__ = ["__version__", "read_quantities", "read_targets"]


def read_quantities(text: str, context: str | None = None) -> tuple[QuantityReading, ...]:
    """The quantities of a sentence or table row (cells parted by tabs); `context` is the heading or header above it."""
    from plancheck.facts.reading import read_quantities as read

    return read(text, context)


def read_targets(text: str, context: str | None = None) -> tuple[TargetReading, ...]:
    """The targets that the park commits itself to in a sentence or table row; `context` as for `read_quantities`."""
    from plancheck.facts.reading import read_targets as read

    return read(text, context)
