"""Numerals, Arabic, Chinese and mixed, as exact fractions: 1,250.8, 3万5千, 二十八点六, 三分之一, 百分之十六.

Works on folded text (see `fold`). Every function reads forward once from a given place.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

DIGITS = {
    **{c: i for i, c in enumerate("〇一二三四五六七八九")},
    **{c: i for i, c in enumerate("零壹贰叁肆伍陆柒捌玖")},
    "两": 2,
}
_SMALL = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000, "廿": 20, "卅": 30}
_LARGE = {"万": 10**4, "亿": 10**8}
_GOES_ON = frozenset(" 余多几来") | _SMALL.keys() | _LARGE.keys()  # what a numeral of Arabic digits may go on with
_GOES_ON_CHINESE = frozenset(" 点.0123456789") | _GOES_ON | DIGITS.keys()  # … and one of Chinese digits
MORE = "余多几来"
LONGEST = 40  # more digits than that are no number a plan states
_ARABIC = re.compile(
    r"(?>[0-9]{1,3}(?:,[0-9]{3}){1,6}+(?![0-9])|[0-9]{1,3}(?:，[0-9]{3}){1,6}+(?![0-9])|[0-9]{1,3}(?: [0-9]{3}){1,6}+(?![0-9])|[0-9]++)"
    r"(?:\.[0-9]++(?!\.[0-9])(?:[eE]-?[0-9]{1,3}+)?)?|\.[0-9]++"
)
_START = re.compile(r"[0-9〇零一二三四五六七八九十百千两廿卅壹贰叁肆伍陆柒捌玖拾佰仟]|(?<![0-9.])\.(?=[0-9])")

_RUN = re.compile(r"[0-9]++|[〇零一二三四五六七八九两壹贰叁肆伍陆柒捌玖]++")
Stops = Callable[[str, int], bool]


def _never(text: str, i: int) -> bool:
    return False


class Numeral(NamedTuple):
    """A numeral in folded text. `step` is the worth of its last printed digit; `scale` the trailing 万 or 亿 (else 1),
    which a list or range shares with its earlier members; `more` an 余 or 多 inside; `kind` how it is written:
    "plain", "percent" (百分之, 千分之), "ratio" (分之) or "half" (一半)."""

    start: int
    end: int
    value: Fraction
    step: Fraction
    scale: int = 1
    more: bool = False
    kind: str = "plain"
    chinese: bool = False


def exact(number: int | Fraction) -> Fraction:
    """`number` as a fraction; adding up whole numbers as such saves most of the work."""
    return _whole(number) if isinstance(number, int) else number


@lru_cache(maxsize=1024)
def _whole(number: int) -> Fraction:
    return Fraction(number)


def next_start(text: str, position: int) -> int:
    """The next place at or after `position` where a numeral may begin, or -1."""
    match = _START.search(text, position)
    return match.start() if match else -1


def skip_from(text: str, start: int) -> int:
    """Where to look on after a place that begins no numeral: past the whole run of digits."""
    match = _RUN.match(text, start)
    return match.end() if match else start + 1


def _grouped(text: str, match: re.Match[str], original: str) -> int:
    """The end of the digits that really belong together: a full-width comma groups only full-width digits."""
    comma = original.find("，", match.start(), match.end())
    if comma < 0:
        return match.end()
    inside = original[match.start() : match.end()]
    return comma if any("0" <= c <= "9" for c in inside) else match.end()


class _Sum:
    """Adds up one numeral: 万/亿 sections in `total`, the running section in `section`, the last digits in `number`.

    `lower` marks a last digit that counts the next lower place (三万五, 两千六).
    """

    def __init__(self) -> None:
        self.total: int | Fraction = 0
        self.section: int | Fraction = 0
        self.number: int | Fraction | None = None
        self.unit = 1  # the worth of the last unit read
        self.after_unit = False
        self.lower = False
        self.step: int | Fraction = 1
        self.count = 0

    def small(self, unit: int) -> bool:
        if self.number is None and self.after_unit and self.unit <= unit:
            return False
        if self.number == 0:
            self.number = None
        worth = 10 if unit in (20, 30) else unit
        one = unit // worth if self.number is None else self.number
        self.section += one * worth
        self.step = (self.step if self.number is not None else 1) * worth
        self.number, self.unit, self.after_unit = None, worth, True
        self.count += 1
        return True

    def large(self, unit: int) -> bool:
        if self.number is None and self.section == 0 and self.total == 0:
            return False
        if self.number is not None:
            self.section += self.number
        elif self.unit >= 10**4 and unit < self.unit:
            return False
        if unit == 10**8:
            self.total = (self.total + self.section) * unit
        else:
            self.total += self.section * unit
        self.step *= unit
        self.section, self.number = 0, None
        self.unit, self.after_unit = unit, True
        self.count += 1
        return True

    def digits(self, value: int | Fraction, step: int | Fraction, single: bool) -> None:
        self.lower = single and self.after_unit and self.unit > 10
        self.step = self.unit // 10 if self.lower else step
        self.number = value
        self.count += 1

    def value(self) -> int | Fraction:
        number = self.number or 0
        return self.total + self.section + (number * (self.unit // 10) if self.lower else number)


def _chinese_digits(text: str, i: int) -> int:
    """The end of the run of Chinese digits that begins at `i`."""
    size = len(text)
    while i < size and text[i] in DIGITS:
        i += 1
    return i


def _decimals(text: str, i: int) -> tuple[int, Fraction, Fraction] | None:
    """After 点: end, value and worth of the last digit of the decimals, or None where no digit follows."""
    end = _chinese_digits(text, i)
    shown = "".join(str(DIGITS[c]) for c in text[i:end])
    if not shown:
        end = i
        while end < len(text) and "0" <= text[end] <= "9":
            end += 1
        shown = text[i:end]
    if not shown or len(shown) > LONGEST:
        return None
    step = Fraction(1, 10 ** len(shown))
    return end, int(shown) * step, step


class _Scan:
    """Reads a numeral without 分之 forward from `start`; each step takes digits, a magnitude or a decimal part."""

    def __init__(self, text: str, start: int, original: str, stops: Stops) -> None:
        self.text, self.original, self.stops = text, original, stops
        self.start = self.at = start
        self.sum = _Sum()
        self.zero = self.more = self.chinese = False
        self.scale = 1

    def read(self) -> Numeral | None:
        size = len(self.text)
        while self.at < size and self._step(self.text[self.at]):
            pass
        if not self.sum.count:
            return None
        value, step = exact(self.sum.value()), exact(self.sum.step)
        return Numeral(self.start, self.at, value, step, self.scale, self.more, "plain", self.chinese)

    def _step(self, char: str) -> bool:
        if char in DIGITS:
            return self._chinese_run()
        if "0" <= char <= "9" or char == ".":
            return self._arabic_run()
        if char in _SMALL or char in _LARGE:
            return self._magnitude(char)
        if char == "点" and self.sum.count and self.chinese:
            return self._decimals_at(self.at + 1)
        if char == " " and self.sum.count == 1 and not self.chinese and self.text[self.at + 1 : self.at + 2] in _LARGE:
            self.at += 1
            return True
        if char in MORE and self.sum.count and self.text[self.at + 1 : self.at + 2] in _LARGE:
            self.more = True
            self.at += 1
            return True
        return False

    def _chinese_run(self) -> bool:
        end = _chinese_digits(self.text, self.at)
        if self.sum.number is not None or end - self.at > LONGEST:
            return False
        run, follows = self.text[self.at : end], self.text[end : end + 1]
        self.chinese = True
        if run[0] in "零〇" and self.sum.count and len(run) <= 2:
            self.zero, run = True, run[1:]
            if not run:
                return self._empty_place(end, follows)
        elif len(run) > 1 and self.sum.count:
            end, run = self.at + 1, run[0]
        value = int("".join([str(DIGITS[c]) for c in run]))
        self.sum.digits(value, 1, len(run) == 1 and not self.zero)
        self.at, self.scale = end, 1
        return True

    def _empty_place(self, end: int, follows: str) -> bool:
        """零 before a smaller part (一万零五十, 2千零30)."""
        if (not follows or follows not in MORE) and follows not in _SMALL and not "0" <= follows <= "9":
            return False
        self.sum.after_unit, self.sum.unit = True, max(self.sum.unit, 10**4)
        self.at = end
        return True

    def _arabic_run(self) -> bool:
        match = _ARABIC.match(self.text, self.at)
        if match is None or self.sum.number is not None or match.end() - self.at > LONGEST:
            return False
        end = _grouped(self.text, match, self.original)
        shown = self.text[self.at : end].replace(",", "").replace("，", "").replace(" ", "")
        if self.sum.count and "." in shown:
            return False
        value, step = _number(shown)
        self.sum.digits(value, step, len(shown) == 1 and not self.zero)
        self.at, self.scale = end, 1
        return True

    def _magnitude(self, char: str) -> bool:
        if char in _SMALL:
            if self.stops(self.text, self.at) or not self.sum.small(_SMALL[char]):
                return False
            self.chinese = self.chinese or self.sum.count == 1
            self.scale = 1 if self.chinese else self.scale * _SMALL[char]
        else:
            if not self.sum.large(_LARGE[char]):
                return False
            self.scale *= _LARGE[char]
        self.zero = False
        self.at += 1
        return True

    def _decimals_at(self, place: int) -> bool:
        tail = _decimals(self.text, place)
        if tail is None:
            return False
        whole, self.sum = self.sum.value(), _Sum()
        self.sum.digits(whole + tail[1], tail[2], False)
        self.at, self.scale = tail[0], 1
        return True


def _number(shown: str) -> tuple[int | Fraction, int | Fraction]:
    """The value of Arabic digits (12, 18.3, 1.2e3), and the worth of the last one before an exponent."""
    whole, point, places = shown.partition(".")
    if not point:
        return int(whole), 1
    if not places.isdigit():
        return Fraction(shown), _worth(len(places.lower().partition("e")[0]))
    return Fraction(int(whole + places), 10 ** len(places)), _worth(len(places))


@lru_cache(maxsize=64)
def _worth(places: int) -> Fraction:
    """What the last of so many decimals is worth."""
    return Fraction(1, 10**places)


def _simple(text: str, start: int, original: str, stops: Stops) -> Numeral | None:
    """A numeral without 分之. A magnitude where `stops` says yes begins a unit (千瓦) and ends the numeral."""
    digit = DIGITS.get(text[start])
    if digit is not None and text[start + 1 : start + 2] not in _GOES_ON_CHINESE:
        return Numeral(start, start + 1, exact(digit), exact(1), chinese=True)
    match = _ARABIC.match(text, start)
    if match is not None and text[match.end() : match.end() + 1] not in _GOES_ON and "，" not in match.group():
        shown = match.group().replace(",", "").replace(" ", "")
        if match.end() - start <= LONGEST:  # the most common numeral: Arabic digits and nothing more
            value, step = _number(shown)
            return Numeral(start, match.end(), exact(value), exact(step))
    return _Scan(text, start, original, stops).read()


_PARTS = {"百": 100, "千": 1000, "万": 10000, "佰": 100, "仟": 1000}


def numeral_at(text: str, start: int, original: str = "", stops: Stops = _never) -> Numeral | None:
    """The longest numeral of folded `text` that begins at `start`, or None.

    `original` (the text before folding) settles whether a full-width comma groups digits; `stops` tells where a unit
    begins, so that 千 of 100千瓦 is not taken for a magnitude.
    """
    original = original or text
    char = text[start]
    if char in _PARTS and text.startswith("分之", start + 1):
        sign = -1 if text.startswith("负", start + 3) else 1
        part = _simple(text, start + 3 + (sign < 0), original, stops) if start + 3 < len(text) else None
        if part is not None:
            times = Fraction(100, _PARTS[char])
            return Numeral(start, part.end, sign * part.value * times, part.step * times, 1, False, "percent", True)
    if text.startswith("一半", start) and not text.startswith("一半以", start + 2):
        return Numeral(start, start + 2, Fraction(1, 2), Fraction(1, 10), 1, False, "half", True)
    first = _simple(text, start, original, stops)
    if first is None:
        return None
    end = first.end
    whole = Fraction(0)
    if text.startswith("又", end) and end + 1 < len(text):
        second = _simple(text, end + 1, original, stops)
        if second is not None and text.startswith("分之", second.end):
            whole, first, end = first.value, second, second.end
    if text.startswith("分之", end) and end + 2 < len(text) and first.value != 0:
        sign = -1 if text[end + 2] == "负" else 1
        top = _simple(text, end + 2 + (sign < 0), original, stops) if end + 3 <= len(text) else None
        if top is not None:
            value = whole + sign * top.value / first.value
            return Numeral(start, top.end, value, Fraction(1, 100), 1, False, "ratio", True)
    if whole:
        return _simple(text, start, original, stops)
    if text.startswith("/", end) and not first.chinese and first.value.denominator == 1:
        below = _ARABIC.match(text, end + 1)
        alone = start <= 1 and below is not None and below.end() == len(text)
        if (
            below
            and below.group().isdigit()
            and 0 < int(below.group()) <= 10
            and (alone or first.value < int(below.group()))
        ):
            after = text[below.end() : below.end() + 1]
            if after not in ("/", "-", "月", "号") and (alone or text[start - 1 : start] not in ("/", "-")):
                value = first.value / int(below.group())
                return Numeral(start, below.end(), value, Fraction(1, 100), 1, False, "ratio", False)
    return first


def read_number(text: str) -> Numeral | None:
    """The numeral that makes up the whole of (folded) `text`, with an optional sign; None where it is no numeral."""
    sign, i = 1, 0
    if text[:1] in ("-", "+", "负"):
        sign, i = (1 if text[0] == "+" else -1), 1
    if i >= len(text):
        return None
    found = numeral_at(text, i)
    if found is None or found.end != len(text):
        return None
    return Numeral(0, found.end, sign * found.value, found.step, found.scale, found.more, found.kind, found.chinese)


def numerals(text: str, original: str = "") -> Iterator[Numeral]:
    """All numerals of folded `text` in order, as written, whatever they count (signs not included)."""
    position = next_start(text, 0)
    while position >= 0:
        found = numeral_at(text, position, original)
        if found is not None:
            yield found
        position = next_start(text, found.end if found else skip_from(text, position))


# Ordinary words that are written with numeral characters.
_NO_NUMBERS = ("一切", "壹切", "一看", "一样", "一起", "一直", "一定", "一般", "一致", "统一", "唯一", "四川", "十足", "十分", "两两", "九九")  # fmt: skip
_FORMAL = frozenset("壹贰叁肆伍陆柒捌玖拾佰仟")
_PRICE = re.compile(r"美元|美刀|欧元|英镑|折")


def in_word(text: str, numeral: Numeral) -> bool:
    """Whether Chinese digits are part of an ordinary word or a price rather than a number (收拾, 四川, 一美元)."""
    size = numeral.end - numeral.start
    if not numeral.chinese or size > 2:
        return False
    if size == 1 and text[numeral.start] in "百千":
        return True
    if size == 1 and text[numeral.start] in _FORMAL:
        around = text[max(0, numeral.start - 1) : numeral.start] + text[numeral.end : numeral.end + 1]
        return any("\u4e00" <= c <= "\u9fff" for c in around.replace("是", ""))
    near = max(0, numeral.start - 1)
    return _PRICE.match(text, numeral.end) is not None or any(
        text.startswith(word, at) for word in _NO_NUMBERS for at in range(near, numeral.end)
    )
