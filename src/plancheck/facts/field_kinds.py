"""Short ways to write the fields of a declared part."""

from __future__ import annotations

from plancheck.facts.data_parts import Field, Kind, Part, Word

Written = tuple[tuple[str, tuple[str, ...]], ...]


def _plain(kind: Kind, key: str, names: tuple[str, ...], example: str, purpose: str) -> Field:
    return Field(key, kind, names, example, purpose)


def text(key: str, *names: str, example: str = "", purpose: str = "") -> Field:
    """A text as written."""
    return _plain("text", key, names, example, purpose)


def date(key: str, *names: str, example: str = "2024-03-01", purpose: str = "") -> Field:
    """A day, a month or a year."""
    return _plain("date", key, names, example, purpose)


def year(key: str, *names: str, example: str = "2024", purpose: str = "") -> Field:
    """A year."""
    return _plain("year", key, names, example, purpose)


def period(key: str, *names: str, example: str = "2022-2025", purpose: str = "") -> Field:
    """A span of time."""
    return _plain("period", key, names, example, purpose)


def flag(key: str, *names: str, example: str = "是", purpose: str = "") -> Field:
    """是 or 否."""
    return _plain("flag", key, names, example, purpose)


def several(key: str, *names: str, example: str = "", purpose: str = "") -> Field:
    """A list of names."""
    return _plain("names", key, names, example, purpose)


def number(key: str, *names: str, unit: str = "", unit_key: str = "", example: str = "", purpose: str = "") -> Field:
    """A number; its unit stands with it, in the field `unit_key`, or is `unit`."""
    return Field(key, "number", names, example, purpose, unit, unit_key)


def amounts(key: str, *names: str, example: str = "", purpose: str = "") -> Field:
    """Numbers by name (of a goal, an indicator): entries of the record `amount`."""
    return Field(key, "amounts", names, example, purpose, part=AMOUNT)


def choice(key: str, *names: str, words: Written, closed: bool = False, example: str = "", purpose: str = "") -> Field:
    """One of several words; others are kept as written unless the list is closed."""
    known = tuple(Word(word, other) for word, other in words)
    return Field(key, "choice", names, example or known[0].names[0], purpose, words=known, closed=closed)


def nested(key: str, *names: str, part: Part, purpose: str = "") -> Field:
    """One entry of another part."""
    return Field(key, "part", names, "", purpose, part=part)


def rows(key: str, *names: str, part: Part, purpose: str = "") -> Field:
    """A list of entries of another part."""
    return Field(key, "parts", names, "", purpose, part=part)


AMOUNT = Part(
    "amount",
    "按名称写的数值",
    (text("name", "名称", purpose="目标编号或指标名称"), number("value", "数值", purpose="数值，连同单位")),
)
