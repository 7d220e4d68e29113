"""The resolved arguments of one call of a built-in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from plancheck.judgement.context import EntityRef
from plancheck.judgement.values import Items, Num, Value

Argument = EntityRef | Value | tuple[EntityRef, ...]


@dataclass(frozen=True, slots=True)
class Arguments:
    """Arguments by parameter name; a parameter that takes many has all of them in order."""

    given: Mapping[str, tuple[Argument, ...]]

    def entities(self, name: str) -> tuple[EntityRef, ...]:
        """The vocabulary entries given for a parameter, lists flattened."""
        if name not in self.given:
            return ()
        found: list[EntityRef] = []
        for argument in self.given[name]:
            if isinstance(argument, EntityRef):
                found.append(argument)
            elif not isinstance(argument, Value):
                found.extend(argument)
        return tuple(found)

    def words(self, name: str) -> tuple[str, ...]:
        """The words of a fixed list given for a parameter."""
        return tuple(e.name for e in self.entities(name))

    def word(self, name: str) -> str | None:
        """The one word given for a parameter, or None."""
        return next(iter(self.words(name)), None)

    def value(self, name: str) -> Value | None:
        """The value given for a parameter, or None."""
        return next((a for a in self.given.get(name, ()) if isinstance(a, Value)), None)

    def values(self, name: str) -> tuple[Value, ...]:
        """All values given for a parameter."""
        return tuple(a for a in self.given.get(name, ()) if isinstance(a, Value))

    def integer(self, name: str) -> int | None:
        """A whole number (a year, a level) given for a parameter, or None where it is not one."""
        value = self.value(name)
        if value is None or not isinstance(value.data, Num) or value.data.exact is None:
            return None
        return int(value.data.exact)

    def members(self, name: str) -> Items:
        """The members of a list argument (empty where it is not a list)."""
        value = self.value(name)
        return value.data if value is not None and isinstance(value.data, Items) else Items(())

    def number(self, name: str) -> Fraction | None:
        """A plain number given for a parameter, or None."""
        value = self.value(name)
        return value.data.exact if value is not None and isinstance(value.data, Num) else None
