"""Single values of a data file as facts: each with its key, what stands there, and how firm it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TypeVar

from plancheck.core.location import Evidence
from plancheck.core.quantity import Quantity
from plancheck.core.vocabulary import Vocabulary
from plancheck.facts.model import Fact, Period
from plancheck.submission.aliases import fold
from plancheck.submission.load import Submission
from plancheck.submission.values import (
    Problem,
    is_placeholder,
    read_date,
    read_flag,
    read_period,
    read_quantity,
    read_year,
    surface,
)

T = TypeVar("T")
_SPECIFIC = {
    "t": ("tCO2", "tCO2e", "tce"), "kg": ("kgCO2", "kgCO2e", "kgce"), "g": ("gCO2", "gce"),
}  # fmt: skip


@dataclass(slots=True)
class Source:
    """A submission with the vocabulary; `used` collects the keys that became facts."""

    submission: Submission
    vocabulary: Vocabulary
    used: set[str] = field(default_factory=set)
    names: dict[str, str | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name, entry in self.vocabulary.of("indicator").items():
            for firm in entry.firm:
                folded = fold(firm)
                self.names[folded] = name if self.names.get(folded, name) == name else None

    def canonical(self, indicator: str) -> str | None:
        """The vocabulary's name of an indicator that is called exactly so; None where none, or two, are.

        A unit in brackets behind the name does not count: 工业增加值（亿元）.
        """
        folded = fold(indicator)
        name, _, inner = folded.removesuffix(")").rpartition("(")
        if folded not in self.names and folded.endswith(")") and surface(inner) is not None:
            folded = name
        return self.names.get(folded)

    def usual_unit(self, canonical: str | None) -> str | None:
        """The canonical unit that the vocabulary gives for an indicator."""
        entry = self.vocabulary.of("indicator").get(canonical or "")
        written = entry.properties.get("unit", "") if entry else ""
        known = surface(written)
        return known[0] if known else written or None

    def evidence(self, key: str, excerpt: str, value: str | None = None) -> Evidence:
        """Evidence for what stands at a key."""
        return Evidence(self.submission.location(key), excerpt, value)

    def read(
        self, key: str, text: str | None, reader: Callable[[str], T | Problem], show: Callable[[T], str] = str
    ) -> Fact[T] | None:
        """The fact at a key: None where nothing is given, blank for a placeholder, unreadable with the reason."""
        self.used.add(key)
        if text is None:
            return None
        if is_placeholder(text):
            return Fact(None, (self.evidence(key, text),), "blank", f"“{text}”只是占位，没有内容")
        value = reader(text)
        if isinstance(value, Problem):
            return Fact(None, (self.evidence(key, text),), "unreadable", value.reason)
        return Fact(value, (self.evidence(key, text, show(value)),))

    def text(self, key: str, text: str | None) -> Fact[str] | None:
        """A text as written."""
        return self.read(key, text, lambda t: t)

    def quantity(
        self,
        key: str,
        text: str | None,
        unit: str | None = None,
        kinds: tuple[str, ...] = (),
        usual: str | None = None,
    ) -> Fact[Quantity] | None:
        """A quantity; `unit` is the row's written unit, `usual` the unit that tells which tonnes 吨 are."""

        def reader(t: str) -> Quantity | Problem:
            found = read_quantity(t, unit)
            if isinstance(found, Problem):
                return found
            found = specific(found, usual)
            if kinds and all(found.to(kind) is None for kind in kinds):
                return Problem(f"“{t}”的单位不合这一项的要求")
            return found

        return self.read(key, text, reader, Quantity.show)

    def year(self, key: str, text: str | None) -> Fact[int] | None:
        """A year."""
        return self.read(key, text, lambda t: read_year(t) or Problem(f"“{t}”不是年份，请写四位数，例如 2015"))

    def period(self, key: str, text: str | None) -> Fact[Period] | None:
        """A span of time."""
        return self.read(key, text, read_period, show_period)

    def date(self, key: str, text: str | None) -> Fact[str] | None:
        """A date as ISO text: `2014`, `2014-03` or `2014-03-01`."""

        def reader(t: str) -> str | Problem:
            found = read_date(t)
            return (
                found if isinstance(found, Problem) else "-".join(f"{part:02d}" for part in found if part is not None)
            )

        return self.read(key, text, reader)

    def flag(self, key: str, text: str | None) -> Fact[bool] | None:
        """是 or 否."""
        return self.read(key, text, read_flag, lambda flag: "是" if flag else "否")


def specific(quantity: Quantity, usual: str | None) -> Quantity:
    """吨 of an indicator that is measured in tonnes of CO2 (or coal equivalent) as such; anything else unchanged."""
    if usual is None or quantity.unit == usual:
        return quantity
    atoms, wanted = quantity.unit.split("/"), usual.split("/")
    family = {atom: bare for bare, atoms_ in _SPECIFIC.items() for atom in atoms_}
    if not atoms or atoms[0] not in _SPECIFIC or wanted[0] not in family:
        return quantity
    suffix = wanted[0].removeprefix(family[wanted[0]])
    precise = atoms[0] + suffix
    if precise not in _SPECIFIC[atoms[0]]:
        return quantity
    return replace(quantity, unit="/".join([precise, *atoms[1:]]))


def show_period(period: Period) -> str:
    """A span for a reader: `2014-03 至 2015-10`."""

    def point(at: tuple[int, int | None] | None) -> str:
        return "" if at is None else f"{at[0]}" if at[1] is None else f"{at[0]}-{at[1]:02d}"

    return f"{point(period.start)} 至 {point(period.end)}".strip()
