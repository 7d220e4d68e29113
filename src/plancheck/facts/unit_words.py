"""The written names of units as they follow a number, read into canonical names (see `core.units`).

Magnitudes (万, 亿) belong to the numeral, denominators are read after `/` or 每; 万元 and 亿元 stay atoms there.
"""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from plancheck.core.lazy_pattern import lazy_pattern

_NAMES: dict[str, str] = {
    "%": "% %",
    "pp": "个百分点 百分点 个百分比点",
    "x": "倍",
    "tce": "吨标准煤 吨标煤 吨标准煤当量 tce 吨ce",
    "kgce": "千克标准煤 公斤标准煤 千克标煤 公斤标煤 kg标准煤 kg标煤 kgce",
    "gce": "克标准煤 克标煤 g标准煤 g标煤 gce",
    "t": "吨 t",
    "kg": "千克 公斤 kg",
    "g": "克 g",
    "tCO2": "吨二氧化碳 吨CO2 tCO2 t二氧化碳 t-CO2 吨碳二氧化碳",
    "kgCO2": "千克二氧化碳 公斤二氧化碳 千克CO2 公斤CO2 kgCO2 kg二氧化碳",
    "gCO2": "克二氧化碳 克CO2 gCO2",
    "tCO2e": "吨二氧化碳当量 吨CO2当量 吨CO2e 吨CO2eq 吨CO2-e tCO2e tCO2eq tCO2-e tCO2当量 t二氧化碳当量",
    "kgCO2e": "千克二氧化碳当量 公斤二氧化碳当量 kgCO2e kgCO2当量 kgCO2eq",
    "kL": "千升 kL",
    "m3": "立方米 标准立方米 标立方米 标立方 立方 标方 方 m3 Nm3 ㎥",
    "kWh": "千瓦时 千瓦小时 千瓦·时 度 kWh kW·h kW.h",
    "MWh": "兆瓦时 兆瓦·时 MWh MW·h",
    "GWh": "吉瓦时 GWh",
    "kW": "千瓦 kW kWp",
    "MW": "兆瓦 MW MWp",
    "GW": "吉瓦 GW",
    "kJ": "千焦 千焦耳 kJ",
    "MJ": "兆焦 兆焦耳 MJ",
    "GJ": "吉焦 吉焦耳 GJ",
    "TJ": "太焦 太焦耳 TJ",
    "kcal": "千卡 大卡 kcal",
    "t/h": "蒸吨 蒸吨/小时 蒸吨/时 蒸吨/h",
    "CNY": "元 元人民币 人民币",
    "USD": "美元",
    "mu": "亩",
    "ha": "公顷 ha hm2",
    "km2": "平方公里 平方千米 km2",
    "m2": "平方米 平米 平方 m2 ㎡",
    "km": "公里 千米 km",
    "m": "米 m",
    "a": "年 周年",
    "mo": "个月",
    "d": "天 个工作日",
    "h": "小时 h 个小时",
    "person": "人 名 人次 位",
    "count": "家 户 个 项 处 座 台 套 块 条 辆 根 盏 件 台套 台(套) 台/套 辆次 场 次 艘 栋 幢 所 口 株 棵 间 批 种 类 份 支 只 片 组 期 宗 例 篇 部 架 列 眼 路",
}  # fmt: skip
# Measure words that with a small Chinese numeral are nearly always part of a phrase (一次能源, 二期, 三类, 一批).
LOOSE_COUNTS = frozenset("场次所口间批种类份支只片组期宗例篇部架列眼路位株棵人名方度件") | {"平方", "立方"}
_ONLY_BELOW = {"日": "d", "时": "h", "人": "person", "a": "a", "d": "d", "月": "mo", "户": "count", "台": "count"}
_MAGNITUDES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}


class UnitRead(NamedTuple):
    """A unit read from text: canonical `name`, `factor` left over from magnitudes in denominators, end of the words."""

    name: str
    factor: Fraction
    end: int
    word: str


def _table() -> dict[str, tuple[tuple[str, str], ...]]:
    by_first: dict[str, list[tuple[str, str]]] = {}
    for canonical, words in _NAMES.items():
        for word in words.split():
            for form in {word, word.lower()} if word.isascii() and len(word) > 1 else {word}:
                by_first.setdefault(form[0], []).append((form, canonical))
                if form[0].isascii() and form[0].isalpha() and len(form) > 1:
                    by_first.setdefault(form[0].swapcase(), []).append((form, canonical))
    return {c: tuple(sorted(set(w), key=lambda p: -len(p[0]))) for c, w in by_first.items()}


_BY_FIRST = _table()
_ONE = Fraction(1)
_LETTER = lazy_pattern(r"[A-Za-z]")


def _word_at(text: str, i: int) -> tuple[str, str, int] | None:
    """The longest unit word at `i`: (word, canonical, end)."""
    choices = _BY_FIRST.get(text[i : i + 1])
    if not choices:
        return None
    for word, canonical in choices:
        end = i + len(word)
        piece = text[i:end]
        if piece != word and not (len(word) > 1 and word.isascii() and piece.lower() == word):
            continue
        if word[-1].isascii() and word[-1].isalnum() and _LETTER.match(text, end):
            continue
        if word[-1].isascii() and word[-1].isalnum() and word != "m" and text[end : end + 1].isdigit():
            continue
        return word, canonical, end
    return None


def _spaced_word(text: str, i: int) -> tuple[str, str, int] | None:
    """Like `_word_at`, also where a blank has crept into CO 2."""
    gap = text.find("CO 2", i, i + 10)
    if gap > 0:
        found = _word_at(text[i : gap + 2] + text[gap + 3 : gap + 12], 0)
        if found and found[2] > gap + 2 - i:
            return found[0], found[1], i + found[2] + 1
    return _word_at(text, i)


def begins_unit(text: str, i: int) -> bool:
    """Whether a unit with a magnitude character of its own (千瓦, 千克, 千米, 千焦, 千卡, 百分点) begins at `i`."""
    return text[i] in "千百" and _word_at(text, i) is not None


def unit_at(text: str, i: int) -> UnitRead | None:
    """The unit (with denominators) that begins at `i` of folded text, or None; blanks before it are skipped by callers."""
    found = _spaced_word(text, i)
    if found is None:
        return None
    _, name, end = found
    factor = _ONE
    while True:
        below = _below(text, end)
        if below is None:
            return UnitRead(name, factor, end, text[i:end])
        name, factor, end = f"{name}/{below.name}", factor / below.factor, below.end


def _below(text: str, end: int) -> UnitRead | None:
    """A denominator that begins at `end` (with its `/` or 每)."""
    i = end
    while text[i : i + 1] == " ":
        i += 1
    if text[i : i + 1] not in ("/", "每") or i + 1 >= len(text):
        return None
    i += 1
    while text[i : i + 1] == " ":
        i += 1
    for start, atom in (("万元", "10kCNY"), ("亿元", "100MCNY")):
        if text.startswith(start, i):
            return UnitRead(atom, _ONE, i + len(start), start)
    factor = 1
    if text[i : i + 1] in ("万", "亿", "百", "千") and not begins_unit(text, i):
        factor, i = _MAGNITUDES[text[i]], i + 1
    found = _spaced_word(text, i)
    if found is None and text[i : i + 1] in _ONLY_BELOW:
        char = text[i]
        if char.isascii() and _LETTER.match(text, i + 1):
            return None
        return UnitRead(_ONLY_BELOW[char], Fraction(factor), i + 1, char)
    if found is None:
        return None
    return UnitRead(found[1], Fraction(factor), found[2], found[0])


@lru_cache(maxsize=4096)
def parse_unit(text: str) -> tuple[str, Fraction] | None:
    """Canonical unit and magnitude of folded text that is a unit and nothing else: 万吨标准煤, 吨/万元, `%`, 万元."""
    text = text.strip().strip("()[]:").strip()
    if text.startswith("单位:"):
        text = text[3:].strip()
    i, factor = 0, 1
    while i < len(text) and text[i] in _MAGNITUDES and not begins_unit(text, i):
        factor *= _MAGNITUDES[text[i]]
        i += 1
    while text[i : i + 1] == " ":
        i += 1
    if i and i == len(text):
        return ("CNY", Fraction(factor)) if text == "亿" else None
    found = unit_at(text, i)
    if found is None or found.end != len(text):
        return None
    return found.name, factor * found.factor
