"""Strict readers of single values: a whole text is a number, a quantity, a time or a yes/no, or it is not understood.

Each reader returns the value or a `Problem` with one Chinese sentence saying why; nothing is guessed. Numbers are
exact fractions; `Quantity.step` is the worth of the last printed digit.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from fractions import Fraction

from plancheck.core.quantity import Comparator, Quantity
from plancheck.core.units import convert, parse_surface
from plancheck.facts.model import Period

_LIMIT = 200
_NUMBER = re.compile(r"[+-]?(?:\d{1,3}(?:,\d{3})+|\d{1,40})(?:\.\d{0,40})?(?:e[+-]?\d{1,2})?(?![\d,.])", re.ASCII)
_MAGNITUDES = {"亿": 10**8, "千万": 10**7, "百万": 10**6, "万": 10**4, "千": 10**3, "百": 100}
_COMPARATORS: tuple[tuple[str, Comparator], ...] = (
    ("大于等于", ">="), ("大于或等于", ">="), ("小于等于", "<="), ("小于或等于", "<="), ("不少于", ">="), ("不低于", ">="),
    ("不小于", ">="), ("至少", ">="), ("不超过", "<="), ("不高于", "<="), ("不多于", "<="), ("不大于", "<="), ("至多", "<="),
    ("大于", ">"), ("超过", ">"), ("高于", ">"), ("小于", "<"), ("低于", "<"), ("少于", "<"),
    (">=", ">="), ("<=", "<="), ("≥", ">="), ("≤", "<="), (">", ">"), ("<", "<"),
)  # fmt: skip
_SUFFIXES: tuple[tuple[str, Comparator], ...] = (("以上", ">="), ("以下", "<="), ("以内", "<="))
_HEDGES = ("大约", "约为", "约", "近", "左右", "上下")
_RANGE = ("~", "～", "—", "–", "至", "到", "-")
_PLACEHOLDERS = frozenset(
    [
        "略",
        "待补充",
        "待填",
        "待填写",
        "待定",
        "待核实",
        "待核定",
        "待统计",
        "暂缺",
        "tbd",
        "todo",
        "n/a",
        "-",
        "--",
        "---",
        "—",
        "——",
        "———",
        "/",
        "//",
        "…",
        "……",
        "...",
        "?",
        "？",
        "??",
        "？？",
        "（略）",
        "(略)",
    ]
)
_TRUE = frozenset(
    ["true", "yes", "y", "是", "有", "对", "已", "√", "✓", "☑", "符合", "已列入", "已具备", "明确", "列入"]
)
_FALSE = frozenset(
    ["false", "no", "n", "否", "无", "不是", "没有", "未", "×", "✗", "✕", "☒", "不符合", "未列入", "不具备", "不明确"]
)


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a text was not understood, as one Chinese sentence."""

    reason: str


def unify(text: str) -> str:
    """Compatibility forms united (full-width digits, ％, ㎡), inner blanks removed, minus signs made one."""
    text = unicodedata.normalize("NFKC", text[: _LIMIT + 1]).replace("−", "-").replace("﹣", "-")
    return "".join(c for c in text if not c.isspace())


def is_placeholder(text: str) -> bool:
    """Whether a text only holds a place (待补充, XX, ——) and states nothing."""
    folded = unify(text).lower()
    if folded in _PLACEHOLDERS or text.strip() in _PLACEHOLDERS:
        return True
    return bool(folded) and len(folded) <= 12 and set(folded) <= set("x×*_○〇□●…．。.")


def read_year(text: str) -> int | None:
    """2012, 2012年 or 2012年度 as a year between 1900 and 2199."""
    digits = unify(text).removesuffix("度").removesuffix("年")
    if len(digits) == 4 and digits.isascii() and digits.isdigit() and 1900 <= int(digits) < 2200:
        return int(digits)
    return None


def read_number(text: str) -> tuple[Fraction, Fraction] | None:
    """A plain number and the worth of its last printed digit; None where the whole text is not one."""
    text = unify(text).lower()
    found = _NUMBER.match(text)
    return _worth(found.group()) if found and found.end() == len(text) else None


def _worth(text: str) -> tuple[Fraction, Fraction]:
    mantissa, _, exponent = text.replace(",", "").partition("e")
    decimals = len(mantissa.partition(".")[2])
    return Fraction(text.replace(",", "")), Fraction(10) ** (int(exponent or 0) - decimals)


def read_quantity(text: str, unit: str | None = None, kinds: tuple[str, ...] = ()) -> Quantity | Problem:
    """The quantity that the whole text states.

    `unit` is the written unit that applies where the text has none (a column's or row's unit). `kinds` are canonical
    units of which the result must be convertible to one (`("CNY",)` for money).
    """
    whole = text.strip()
    if len(whole) > _LIMIT:
        return Problem(f"“{whole[:20]}…”太长，不像一个数值")
    rest, comparator, approx = _strip_words(unify(whole))
    numbers, rest = _numbers(rest)
    if not numbers:
        return Problem(f"“{whole}”不是数值")
    stated = _unit_of(rest, unit)
    if stated is None:
        if not rest:
            return Problem(f"“{whole}”没有写单位")
        return Problem(f"“{whole}”的单位“{rest}”不认识")
    name, magnitude = stated
    if kinds and all(convert(Fraction(1), name, kind) is None for kind in kinds):
        return Problem(f"“{whole}”的单位不合要求")
    step = numbers[-1][1] * magnitude
    first = numbers[0][0] * magnitude
    if len(numbers) == 1:
        return Quantity(first, name, comparator=comparator, approx=approx, text=whole, step=step)
    low, high = first, numbers[1][0] * magnitude
    if low > high or comparator != "=":
        return Problem(f"“{whole}”不像一个范围")
    return Quantity(None, name, low, high, "range", approx, whole, step)


def _strip_words(text: str) -> tuple[str, Comparator, bool]:
    comparator: Comparator = "="
    approx = False
    for word, meaning in _COMPARATORS:
        if text.startswith(word):
            text, comparator = text[len(word) :], meaning
            break
    for word, meaning in _SUFFIXES:
        if comparator == "=" and text.endswith(word):
            text, comparator = text[: -len(word)], meaning
    for word in _HEDGES:
        if text.startswith(word):
            text, approx = text[len(word) :], True
        elif text.endswith(word):
            text, approx = text[: -len(word)], True
    return text, comparator, approx


def _numbers(text: str) -> tuple[list[tuple[Fraction, Fraction]], str]:
    first = _NUMBER.match(text.lower())
    if first is None:
        return [], text
    numbers, rest = [_worth(first.group())], text[first.end() :]
    body = rest[1:] if rest.startswith("%") and rest[1:2] in _RANGE else rest
    for sign in _RANGE:
        if body.startswith(sign):
            second = _NUMBER.match(body.lower(), len(sign))
            if second is None:
                return [], text
            return [*numbers, _worth(second.group())], body[second.end() :]
    return numbers, rest


def _unit_of(written: str, default: str | None) -> tuple[str, Fraction] | None:
    """Canonical unit and magnitude of a written unit; the row's unit where nothing, or only 万 or 亿, is written."""
    if written:
        found = surface(written)
        if found is not None and not (written in _MAGNITUDES and default):
            return found
    base = surface(default) if default else None
    if base is None:
        return None
    if not written:
        return base
    more = _MAGNITUDES.get(written)
    return (base[0], Fraction(more)) if more is not None and base[1] == 1 else None


def surface(written: str) -> tuple[str, Fraction] | None:
    """`core.units.parse_surface` on a unit as users type it: blanks and compatibility forms united."""
    text = unify(written).replace("₂", "2").replace("人民币", "")
    found = parse_surface(text)
    if found is None and text.startswith("(") and text.endswith(")"):
        found = parse_surface(text[1:-1])
    return found


_POINT = r"(\d{4})(?:年|(?:[-./年](\d{1,2})(?:月|(?:[-./月](\d{1,2})日?))?)|(\d{2})(\d{2})?)?"
_DATE = re.compile(_POINT, re.ASCII)
_SPAN = re.compile(_POINT + r"(?:-{1,2}|~|～|—{1,2}|–|―|至|到)" + _POINT, re.ASCII)
_MONTHS = re.compile(r"(\d{4})年(\d{1,2})月?(?:-|~|—{1,2}|–|至|到)(\d{1,2})月", re.ASCII)
_CLOCK = re.compile(r"(?:t|T)?00:00(?::00(?:\.0+)?)?$")


def read_date(text: str) -> tuple[int, int | None, int | None] | Problem:
    """Year, month, day (each but the year maybe None) of `2014-03`, `2014年3月`, `2014/03/15`, `2012`."""
    whole = _CLOCK.sub("", unify(text))
    found = _DATE.fullmatch(whole) if len(whole) <= 20 else None
    parts = _parts(found.groups()) if found else None
    return parts if parts is not None else Problem(f"“{text.strip()}”不是日期，请写成 2014-03 或 2014年3月")


def _parts(groups: tuple[str | None, ...]) -> tuple[int, int | None, int | None] | None:
    year, month, day = int(groups[0] or 0), groups[1] or groups[3], groups[2] or groups[4]
    m, d = int(month) if month else None, int(day) if day else None
    if not 1900 <= year < 2200 or (m is not None and not 1 <= m <= 12) or (d is not None and not 1 <= d <= 31):
        return None
    return year, m, d


def read_period(text: str) -> Period | Problem:
    """A span of time: `2022-2025`, `2014.3-2015.10`, `2014年3月至2015年10月`, `2014年3-10月`; one time is both ends."""
    whole = unify(text).replace("起", "").removesuffix("止").removesuffix("底")
    wrong = Problem(f"“{text.strip()}”不是起止时间，请写成 2014-03 至 2015-10")
    if len(whole) > 40:
        return wrong
    months = _MONTHS.fullmatch(whole)
    if months:
        year, first, last = (int(g) for g in months.groups())
        if 1900 <= year < 2200 and 1 <= first <= last <= 12:
            return Period((year, first), (year, last))
        return wrong
    single = _DATE.fullmatch(whole)
    if single:
        parts = _parts(single.groups())
        if parts:
            return Period(parts[:2], parts[:2])
    span = _SPAN.fullmatch(whole)
    if span is None:
        return wrong
    start, end = _parts(span.groups()[:5]), _parts(span.groups()[5:])
    if start is None or end is None:
        return wrong
    return Period(start[:2], end[:2])


def read_flag(text: str) -> bool | Problem:
    """是 or 否, in the words that people use."""
    folded = unify(text).lower()
    if folded in _TRUE or folded in _FALSE:
        return folded in _TRUE
    return Problem(f"“{text.strip()}”不是“是”或“否”")
