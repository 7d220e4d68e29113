"""What an evaluation has at hand: the facts, the pack's settings, and a memo for look-ups that many rules share."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from plancheck.core.location import Evidence
from plancheck.core.quantity import Quantity
from plancheck.core.units import unit
from plancheck.facts.facts import Facts
from plancheck.facts.model import Passage, SectionMatch
from plancheck.judgement.values import Items, Value


class EntityRef(NamedTuple):
    """A vocabulary entry named in a rule."""

    kind: str
    name: str

    @property
    def key(self) -> str:
        """The key under which its mentions stand in the facts."""
        return f"{self.kind}:{self.name}"


@dataclass
class Context:
    """One submission under judgement. Nothing in it changes but the memo (pure look-ups)."""

    facts: Facts
    settings: Mapping[str, Value]
    memo: dict[Any, Any] = field(default_factory=dict)

    def remember(self, key: Any, make: Callable[[], Any]) -> Any:
        """The memoised result of a pure look-up."""
        if key not in self.memo:
            self.memo[key] = make()
        return self.memo[key]

    def title(self, entity: EntityRef) -> str:
        """What a reader calls the entry."""
        entry = self.facts.vocabulary.of(entity.kind).get(entity.name)
        return entry.title if entry else entity.name

    def quantities(self, passage: Passage) -> tuple[Quantity, ...]:
        """The quantities stated in a passage (read when first asked for)."""
        if passage.index < 0:
            return ()
        return tuple(span.quantity for span in self.facts.quantities(passage.index))

    def years(self, passage: Passage) -> tuple[int, ...]:
        """The years named in a passage, spans expanded, in order."""
        found: tuple[int, ...] = self.remember(("years", passage.index), lambda: years_in(passage.text))
        return found

    def headings(self, entity: EntityRef) -> tuple[SectionMatch, ...]:
        """The headings of the plan that answer to a section entry, best first."""
        return self.facts.sections.get(entity.name, ())


def years_in(text: str) -> tuple[int, ...]:
    """The years named in a text, spans expanded, in order."""
    from plancheck.facts.times import read_times

    found: list[int] = []
    for span in read_times(text):
        if span.start_year is None or span.end_year is None:
            continue
        found.extend(range(span.start_year, span.end_year + 1))
    return tuple(dict.fromkeys(found))


_KINDS = {
    "percent": ("percent", "percentage-point"),
    "area": ("area",),
    "money": ("money", "money-usd"),
    "energy": ("coal-equivalent", "electricity", "heat"),
    "carbon": ("co2", "co2e"),
    "mass": ("mass", "co2", "co2e", "coal-equivalent"),
    "power": ("power",),
    "pieces": ("count", "person"),
}


def states(quantities: tuple[Quantity, ...], years: tuple[int, ...], kind: str) -> bool:
    """Whether there is a number of a kind: `number` any quantity, `year` a year, else by the unit's dimension."""
    if kind == "year":
        return bool(years)
    if kind == "number":
        return bool(quantities)
    wanted = _KINDS[kind]
    for quantity in quantities:
        known = unit(quantity.unit)
        if known is not None and known.dimension.split("/")[0] in wanted:
            return True
    return False


def values_of(items: list[tuple[object, Evidence, bool]]) -> Items:
    """A collection from (record, evidence, sure)."""
    sure = tuple(Value(record, (evidence,)) for record, evidence, certain in items if certain)
    doubtful = tuple(Value(record, (evidence,)) for record, evidence, certain in items if not certain)
    return Items(sure, doubtful)
