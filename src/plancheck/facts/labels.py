"""Headers and row names taken apart: number in front, name, unit, years, and words such as 目标 or 基准年."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from plancheck.facts.fold import fold
from plancheck.facts.unit_words import parse_unit

_ENUMERATOR = re.compile(
    r"^(?:[0-9]{1,2}(?:\.[0-9]{1,2}){0,3}[.、)](?=[^0-9])|\([0-9一二三四五六七八九十]{1,3}\)|[一二三四五六七八九十]{1,3}[、.]|"
    r"[①-⑳]|其中[:：，,]?|[-·•*★▲△※◆]+)"
)
_NUMBER_AND_BLANK = re.compile(
    r"^\s*[0-9]{1,2}(?:\.[0-9]{1,2}){0,3}\s+(?=[一-鿿])(?![万亿千兆]?(?:瓦|吨|元|米|平方|立方|公里|亩|伏))"
)
_PARENTHESES = re.compile(r"[(\[【〔]([^()\[\]【】〔〕]{0,40})[)\]】〕]")
_UNIT_WORD = re.compile(r"^(?:计量)?单位[:：]?")
_UNIT_IN_NOTE = re.compile(r"单位[:：]\s*([^\s;；。)\]]{1,30})")
_BETWEEN_UNITS = re.compile(r"[，,、]|和|及")
_NOTE_OF_UNITS = re.compile(r"单位[:：]\s*([^。\n]{1,60})")
_UNITS_APART = re.compile(r"[，,、;；()\s]|和|及")
_YEAR = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})(?![0-9])年?")
# A standard's number (HJ 274-2009) ends with the year of its edition, which is no year of the values below it.
_EDITION = re.compile(
    r"[A-Za-z]{2,}(?:/[A-Za-z]+)? ?(?!(?:19|20)[0-9]{2}-)[0-9]+(?:\.[0-9]+)?-(?:19|20)[0-9]{2}(?![0-9])"
)
_PER_YEAR = re.compile(r"(?:/年|/a|·年)$")


class Label(NamedTuple):
    """A label in parts: `core` is the name alone, `unit` as written (万元), `marks` what else stood in brackets."""

    text: str
    core: str
    unit: str | None
    marks: tuple[str, ...] = ()
    inside: bool = False  # under an 其中 of the row above


def as_unit(text: str) -> str | None:
    """`text` as a written unit that is known, or None; a trailing 人民币 or 单位： is dropped."""
    core = _UNIT_WORD.sub("", "".join(fold(text).split())).removesuffix("人民币").strip(":：()")
    for candidate in (core, _PER_YEAR.sub("", core)):
        if candidate and parse_unit(candidate) is not None:
            return candidate
    return None


def unit_in_note(text: str) -> str | None:
    """The unit that a caption or note states for a whole table (单位：万元), or None where none or several are.

    A % beside another unit (单位：万吨标准煤，%) is that of the columns of shares.
    """
    found: set[str | None] = set()
    for match in _UNIT_IN_NOTE.finditer(fold(text)):
        pieces = [p for p in _BETWEEN_UNITS.split(match.group(1)) if p]
        units = {as_unit(p) for p in pieces} - {None}
        found |= units - {"%"} or units
    return found.pop() if len(found) == 1 else None


def units_in_note(text: str) -> tuple[str, ...]:
    """All units that a note states, those in its brackets included: 单位：万吨标准煤（碳排放：万吨二氧化碳）."""
    found: list[str] = []
    for match in _NOTE_OF_UNITS.finditer(fold(text)):
        for piece in _UNITS_APART.split(match.group(1)):
            unit = as_unit(piece.rpartition(":")[2])
            if unit is not None and unit not in found:
                found.append(unit)
    return tuple(found)


@lru_cache(maxsize=4096)
def split_label(text: str) -> Label:
    """Take a header or row name apart."""
    rest = "".join(_NUMBER_AND_BLANK.sub("", fold(text)).split())
    inside = "其中" in rest[:6]
    while True:
        shorter = _ENUMERATOR.sub("", rest, count=1)
        if shorter == rest or not shorter:
            break
        rest = shorter
    unit: str | None = None
    marks: list[str] = []
    for match in _PARENTHESES.finditer(rest):
        for part in re.split(r"[,，;；、]", match.group(1)):
            known = as_unit(part)
            if known is not None and unit is None:
                unit = known
            elif part:
                marks.append(part)
    core = _PARENTHESES.sub("", rest).strip(":：,，。;；")
    if unit is None:
        core, unit = _trailing_unit(core)
    return Label(text, core, unit, tuple(marks), inside)


def _trailing_unit(core: str) -> tuple[str, str | None]:
    """投资额/万元, 投资额:万元, 投资额，万元 → name and unit."""
    for separator in "/:：，,":
        head, found, tail = core.partition(separator)
        if found and head and as_unit(tail) and as_unit(head) is None:
            return head, as_unit(tail)
    return core, None


def years_in(text: str) -> tuple[int, ...]:
    """The calendar years written in a label, in order; the year of a standard's edition is none."""
    label = fold(text)
    return tuple(int(m.group(1)) for m in _YEAR.finditer(_EDITION.sub(" ", label) if "-" in label else label))


def without_years(text: str) -> str:
    """A label without its years."""
    return _YEAR.sub("", fold(text))
