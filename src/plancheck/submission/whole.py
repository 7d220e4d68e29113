"""The whole data file's model: the written one of `model` with the declared parts of `facts.data_parts` added."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from types import GenericAlias
from typing import Any

from pydantic import create_model

from plancheck.facts.data_parts import Field, Linked, Part, top_fields
from plancheck.submission import model as written
from plancheck.submission.aliases import fold, lookup


def whole_model() -> type[written.DataFile]:
    """`DataFile` with every declared key."""
    return _with_parts(frozenset(field.key for field in top_fields()))


def model_for(names: Iterable[str]) -> type[written.DataFile]:
    """`DataFile` with the declared keys among the names that a file has at its top: each model takes time to make."""
    paths = (lookup("DataFile").get(fold(name), "") for name in names)
    return _with_parts(frozenset(path.partition(".")[0] for path in paths))


@cache
def _with_parts(keys: frozenset[str]) -> type[written.DataFile]:
    fields = tuple(field for field in top_fields() if field.key in keys)
    return create_model("DataFile", __base__=written.DataFile, **_columns(fields)) if fields else written.DataFile


@cache
def part_model(part: Part) -> type[written.Part]:
    """The model of a declared part."""
    fields = tuple(field for field in part.fields if field.key != "note")
    return create_model(part.model, __base__=written.Part, **_columns(fields))


@cache
def linked_model(linked: Linked) -> type[written.Part]:
    """The model of the rows of a linked sheet: those of the nested part, and `of` for the entry that they belong to."""
    assert linked.field.part is not None
    return create_model(linked.model, __base__=part_model(linked.field.part), of=(written.Text, None))


def _columns(fields: tuple[Field, ...]) -> dict[str, Any]:
    return {field.key: _annotation(field) for field in fields}


def _annotation(field: Field) -> tuple[Any, Any]:
    if field.kind == "part" and field.part is not None:
        return part_model(field.part) | None, None
    if field.kind == "parts" and field.part is not None:
        return GenericAlias(tuple, (part_model(field.part), ...)), ()
    if field.kind == "names":
        return written.Names, ()
    if field.kind == "amounts":
        return written.Named, {}
    return written.Text, None
