"""The declared parts of the data file: what an entry of each holds. The one declaration that model, rules and guide share.

From it come the keys that the data file takes, their Chinese names, the columns of the template, the record types of
the rule language and the guide to the data file. A new part is one `Part` in a table; no code.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Literal, NamedTuple

Kind = Literal["text", "number", "year", "date", "period", "flag", "choice", "names", "amounts", "part", "parts"]


class Word(NamedTuple):
    """One of the words that a field may hold: as rules write it, and as people may write it (first: what is shown)."""

    word: str
    names: tuple[str, ...]


class Field(NamedTuple):
    """A key of a part.

    `names` are its Chinese names, the title first. `unit` is the written unit of a number that has none beside it,
    `unit_key` the key of the same entry that holds the unit. A `choice` takes its `words` in any of their names; with
    `closed` no others. `part` is what a nested entry holds.
    """

    key: str
    kind: Kind
    names: tuple[str, ...]
    example: str = ""
    purpose: str = ""
    unit: str = ""
    unit_key: str = ""
    words: tuple[Word, ...] = ()
    closed: bool = False
    part: Part | None = None

    @property
    def title(self) -> str:
        """The Chinese title."""
        return self.names[0]


class Part(NamedTuple):
    """What an entry holds: `record` is its type in rules, `named_by` the keys that may serve as its name, best first."""

    record: str
    title: str
    fields: tuple[Field, ...]
    named_by: tuple[str, ...] = ("name",)

    @property
    def model(self) -> str:
        """The name of its model: `Goal` for goal."""
        return "".join(word.capitalize() for word in self.record.split("_"))

    def field(self, key: str) -> Field:
        """The field of a key. Raises KeyError where there is none."""
        for field in self.fields:
            if field.key == key:
                return field
        raise KeyError(key)


class Listed(NamedTuple):
    """A part where rules find it: the `word` that they write, and the dotted `key` of the data file that holds it."""

    word: str
    key: str
    field: Field

    @property
    def single(self) -> bool:
        """Whether there is one entry only (organization), and not a list of them."""
        return self.field.kind == "part"


def fields_of(*groups: Field | tuple[Field, ...]) -> tuple[Field, ...]:
    """Fields and groups of them in one row, the general remark last."""
    found: list[Field] = []
    for group in groups:
        found.extend((group,) if isinstance(group, Field) else group)
    return (*found, Field("note", "text", ("备注", "说明", "remark", "remarks"), "", "选填"))


@cache
def top_fields() -> tuple[Field, ...]:
    """The declared keys of the data file itself."""
    from plancheck.facts.application_parts import APPLICATION
    from plancheck.facts.management_parts import MANAGEMENT

    return (*MANAGEMENT, *APPLICATION)


@cache
def listed_parts() -> dict[str, Listed]:
    """Every part that rules may name, by its word: the declared keys, and the lists that stand inside a single part.

    A list inside a single part goes by its own key (`applications` of admission), or by both keys joined where its own
    says too little (`statistics_items`).
    """
    found: dict[str, Listed] = {}
    for field in top_fields():
        found[field.key] = Listed(field.key, field.key, field)
    for field in top_fields():
        if field.kind != "part" or field.part is None:
            continue
        for inner in field.part.fields:
            if inner.kind == "parts":
                word = f"{field.key}_{inner.key}" if inner.key == "items" else inner.key
                found.setdefault(word, Listed(word, f"{field.key}.{inner.key}", inner))
    return found


class Linked(NamedTuple):
    """A list inside the entries of a list (assessments of an enterprise): in a workbook a sheet of its own, each row of
    which names the entry that it belongs to.
    """

    parent: Listed
    field: Field

    @property
    def key(self) -> str:
        """The dotted key: `enterprises.assessments`."""
        return f"{self.parent.key}.{self.field.key}"

    @property
    def title(self) -> str:
        """The name of the sheet: 企业评估."""
        return self.parent.field.title + self.field.title

    @property
    def model(self) -> str:
        """The name of the model of its rows."""
        parent, part = self.parent.field.part, self.field.part
        assert parent is not None and part is not None
        return parent.model + part.model


@cache
def linked_parts() -> dict[str, Linked]:
    """The lists inside entries of lists, by their dotted key."""
    found: dict[str, Linked] = {}
    for listed in listed_parts().values():
        if listed.field.part is not None and not listed.single:
            for inner in listed.field.part.fields:
                if inner.kind == "parts":
                    linked = Linked(listed, inner)
                    found[linked.key] = linked
    return found


@cache
def records() -> dict[str, Part]:
    """Every type of record that the declared parts use, by its name."""
    found: dict[str, Part] = {}

    def walk(fields: tuple[Field, ...]) -> Iterator[Part]:
        for field in fields:
            if field.part is not None:
                yield field.part
                yield from walk(field.part.fields)

    for part in walk(top_fields()):
        found.setdefault(part.record, part)
    return found
