"""Automatic numbers as a reader sees them, computed from numbering.xml.

Counters belong to the abstract definition and are shared by all its lists; a start override restarts once, at the first
use of its list; a level that was skipped counts as started; level 8 → 8.1.1 makes the next second level 8.2.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from plancheck.document.ooxml import VAL, W, number, switch, val

if TYPE_CHECKING:
    from lxml.etree import _Element

    from plancheck.document.styles import Styles

_MAX = 30_000
_DIGITS = "零一二三四五六七八九"
_FORMAL = "零壹贰叁肆伍陆柒捌玖"
_CHINESE = {
    "chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting", "taiwaneseCountingThousand",
    "japaneseDigitalTenThousand", "ideographDigital", "koreanCounting", "koreanDigital2", "taiwaneseDigital",
}  # fmt: skip


def chinese_number(value: int, digits: str = _DIGITS, units: tuple[str, ...] = ("", "十", "百", "千")) -> str:
    """1..9999 in Chinese counting: 10 十, 11 十一, 23 二十三, 105 一百零五."""
    if not 0 < value < 10_000:
        return str(value)
    text = ""
    gap = False
    for place in range(3, -1, -1):
        digit = value // 10**place % 10
        if digit:
            if gap and text:
                text += digits[0]
            text += digits[digit] + units[place]
            gap = False
        else:
            gap = True
    return text[1:] if text.startswith(digits[1] + units[1]) and digits is _DIGITS else text


def roman_number(value: int) -> str:
    """1..3999 in Roman numerals; others in digits."""
    if not 0 < value < 4000:
        return str(value)
    text = ""
    for worth, mark in (
        (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
        (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ):  # fmt: skip
        count, value = divmod(value, worth)
        text += mark * count
    return text


def format_number(value: int, kind: str) -> str:
    """A counter in a number format of OOXML (`w:numFmt`); unknown formats and huge values fall back to digits."""
    if kind == "none":
        return ""
    if kind in _CHINESE:
        return chinese_number(value)
    if kind in ("chineseLegalSimplified", "ideographLegalTraditional", "japaneseLegal"):
        return chinese_number(value, _FORMAL, ("", "拾", "佰", "仟"))
    if kind in ("lowerRoman", "upperRoman"):
        text = roman_number(value)
        return text.lower() if kind == "lowerRoman" else text
    if kind in ("lowerLetter", "upperLetter"):
        if not 0 < value <= 26 * 10:
            return str(value)
        letter = chr(ord("a" if kind == "lowerLetter" else "A") + (value - 1) % 26)
        return letter * ((value - 1) // 26 + 1)
    if kind.startswith("decimalEnclosedCircle") and 0 < value <= 20:
        return chr(0x2460 + value - 1)
    if kind == "decimalEnclosedParen" and 0 < value <= 20:
        return f"（{value}）"
    if kind in ("decimalFullWidth", "decimalFullWidth2"):
        return str(value).translate({ord("0") + i: 0xFF10 + i for i in range(10)})
    if kind == "ideographTraditional" and 0 < value <= 10:
        return "甲乙丙丁戊己庚辛壬癸"[value - 1]
    if kind == "ideographZodiac" and 0 < value <= 12:
        return "子丑寅卯辰巳午未申酉戌亥"[value - 1]
    if kind == "decimalZero":
        return f"{value:02d}"
    return str(value)


@dataclass(slots=True)
class _Level:
    start: int = 1
    kind: str = "decimal"
    text: str = ""
    legal: bool = False
    restart: int | None = None
    style: str | None = None


@dataclass(slots=True)
class _Abstract:
    levels: dict[int, _Level] = field(default_factory=dict)
    link: str | None = None
    counters: dict[int, int] = field(default_factory=dict)


@dataclass(slots=True)
class _List:
    abstract: str
    overrides: dict[int, _Level] = field(default_factory=dict)
    starts: dict[int, int] = field(default_factory=dict)
    used: set[int] = field(default_factory=set)


class Numbering:
    """The lists of a document with their running counters; ask `label` once per paragraph, in reading order."""

    def __init__(self, root: _Element | None, styles: Styles) -> None:
        self._styles = styles
        self._abstracts: dict[str, _Abstract] = {}
        self._lists: dict[str, _List] = {}
        self._by_style: dict[tuple[str, str], int] = {}
        if root is None:
            return
        for element in root.iterchildren(W + "abstractNum"):
            ident = element.get(W + "abstractNumId", "")
            abstract = _Abstract(link=val(element, W + "numStyleLink"))
            for level in element.iterchildren(W + "lvl"):
                at = number(level.get(W + "ilvl"), 0, 8)
                if at is not None:
                    abstract.levels[at] = _level(level)
                    style = abstract.levels[at].style
                    if style is not None:
                        self._by_style.setdefault((ident, style), at)
            self._abstracts.setdefault(ident, abstract)
        for element in root.iterchildren(W + "num"):
            entry = _List(val(element, W + "abstractNumId") or "")
            for override in element.iterchildren(W + "lvlOverride"):
                at = number(override.get(W + "ilvl"), 0, 8)
                if at is None:
                    continue
                start = number(val(override, W + "startOverride"), 0, 2**31)
                if start is not None:
                    entry.starts[at] = start
                level_element = override.find(W + "lvl")
                if level_element is not None:
                    entry.overrides[at] = _level(level_element)
            self._lists.setdefault(element.get(W + "numId", ""), entry)

    def label(self, ident: str, level: int | None, style: str | None) -> str:
        """Advance the list `ident` (`w:numId`) at `level` (from 0) and return the visible number, "" for none or a bullet.

        Without a level, the level whose definition is linked to the paragraph's `style` counts, else the first.
        """
        entry = self._lists.get(ident)
        if entry is None or ident == "0":
            return ""
        key = self._resolve(entry.abstract)
        abstract = self._abstracts.get(key)
        if abstract is None:
            return ""
        at = level
        if at is None:
            at = self._by_style.get((key, style or ""), 0)
        definition = entry.overrides.get(at) or abstract.levels.get(at)
        if definition is None:
            return ""
        self._advance(entry, abstract, at, definition)
        if definition.kind == "bullet":
            return ""
        return self._text(entry, abstract, at, definition)

    def _resolve(self, key: str) -> str:
        for _ in range(8):
            abstract = self._abstracts.get(key)
            if abstract is None or abstract.link is None or abstract.levels:
                return key
            linked = self._styles.get(abstract.link).numbering
            entry = self._lists.get(linked[0]) if linked else None
            if entry is None:
                return key
            key = entry.abstract
        return key

    def _advance(self, entry: _List, abstract: _Abstract, at: int, definition: _Level) -> None:
        counters = abstract.counters
        if at in entry.starts and at not in entry.used:
            counters[at] = entry.starts[at]
        elif at in counters:
            counters[at] = min(counters[at] + 1, 2**31)
        else:
            counters[at] = definition.start
        entry.used.add(at)
        for above in range(at):
            if above not in counters:
                upper = entry.overrides.get(above) or abstract.levels.get(above)
                counters[above] = upper.start if upper else 1
        for below in range(at + 1, 9):
            if below in counters:
                lower = entry.overrides.get(below) or abstract.levels.get(below)
                if lower is not None and lower.restart is not None and (lower.restart == 0 or lower.restart <= at):
                    continue
                del counters[below]

    def _text(self, entry: _List, abstract: _Abstract, at: int, definition: _Level) -> str:
        text = definition.text
        if "%" not in text:
            return text.strip()
        for other in range(9):
            mark = f"%{other + 1}"
            if mark not in text:
                continue
            upper = entry.overrides.get(other) or abstract.levels.get(other)
            kind = upper.kind if upper else "decimal"
            if definition.legal and other != at:
                kind = "decimal"
            value = abstract.counters.get(other, upper.start if upper else 1)
            text = text.replace(mark, str(value) if value > _MAX else format_number(value, kind))
        return text.strip()


def _level(element: _Element) -> _Level:
    start = number(val(element, W + "start"), 0, 2**31)
    kind = val(element, W + "numFmt")
    if kind is None:
        kind = "decimal"
        for choice in element.iter(W + "numFmt"):
            kind = choice.get(VAL) or kind
    return _Level(
        start=1 if start is None else start,
        kind=kind,
        text=(val(element, W + "lvlText") or "")[:100],
        legal=switch(element, W + "isLgl") is True,
        restart=number(val(element, W + "lvlRestart"), 0, 9),
        style=val(element, W + "pStyle"),
    )
