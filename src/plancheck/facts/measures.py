"""The scan behind `quantities`: numerals with their units in folded text, before ranges, lists and comparators."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from plancheck.core.lazy_pattern import lazy_pattern
from plancheck.facts.numerals import MORE, Numeral, next_start, numeral_at, skip_from
from plancheck.facts.unit_words import LOOSE_COUNTS, UnitRead, begins_unit, unit_at


@dataclass(slots=True)
class Measure:
    """A number seen at `start`..`end` (with its unit, if any): `value` with magnitudes, `scale` the shareable 万/亿."""

    start: int
    end: int
    value: Fraction
    step: Fraction
    unit: str | None
    scale: int = 1
    more: bool = False
    arabic: bool = True
    number_end: int = 0
    low: Fraction | None = None
    high: Fraction | None = None

    def multiply(self, factor: Fraction | int) -> None:
        """Multiply value and step (a shared magnitude or a unit's factor)."""
        if factor == 1:
            return
        self.value *= factor
        self.step *= factor


# After a measure word, characters that make another word of it: 处理, 天然气, 条件, 方面 ….
_OTHER_WORD = {
    "家": "电庭具园居", "户": "外籍口型", "个": "体性别股", "处": "理置于罚长", "座": "谈位标", "台": "账阶风湾州山", "套": "餐期",
    "块": "状", "条": "件例款码", "根": "据本治源", "件": "套", "场": "地所景馆内", "次": "能生要性品级日", "所": "有以在得属需", "口": "岸径",
    "间": "接歇隔距", "批": "复准发示", "种": "植子", "类": "型似别", "份": "额", "支": "持撑付出队", "只": "有能要是", "片": "区", "组": "织建成团件分",
    "期": "末初间望限", "例": "如", "部": "门分署", "架": "构", "列": "入出车为", "路": "径线灯网", "位": "于置一列", "名": "称录牌优单", "人": "才均工口民员大居为",
    "天": "然津气际", "元": "素化件旦月器", "方": "面式案向法位针", "度": "假", "年": "代级均龄轮", "克": "服拉", "米": "粒", "名录": "", "平方": "和",
    "人次": "", "倍": "增数率", "立方": "体", "支撑": "", "项": "",
}  # fmt: skip
_AFTER_NUMBERED = re.compile(r"(?:第|表|图|附件|附表|附图|附录|专栏|公式|卷|令|No\.?|NO\.?) ?[0-9.-]*$")
_INDICATOR_AFTER_MONEY = re.compile(
    r" ?(?:GDP|地区生产|国内生产|生产总值|规模以上|规上|工业|增加值|产值|总产值|产出|单位)"
)
_DIGITS_PUNCTUATED = re.compile(r"[0-9.-]+")
_ONE = Fraction(1)
_SINGLE = frozenset("一二三四五六七八九两")
_NOT_ONE = frozenset("每某任同这那哪另统唯逐前后上下第之是成为")
_DOUBLING = lazy_pattern(r"翻(?:了)?(?P<n>[一二两三四五]|[0-9])?(?:个)?番")
_PLAN_YEARS = re.compile(r"规划|计划(?!投)|远景")
_TENTHS = frozenset("立为本果功员品熟都效就长分年交套份型")
_HEAVY = re.compile(r"《[^《》]{0,80}》")


def _quoted_phrase(text: str, start: int, end: int) -> bool:
    """Whether the place is inside a short quotation, which is then a catchword (“一轴两带”), no count."""
    for mark, closing in (("“", "”"), ('"', '"'), ("‘", "’")):
        opening = text.rfind(mark, max(0, start - 8), start)
        if opening >= 0 and closing not in text[opening + 1 : start] and text.find(closing, end, end + 10) >= 0:
            return True
    return False


def _blocked(text: str, start: int, numeral: Numeral) -> bool:
    """Whether the digits are part of a model, formula, standard, table or document number."""
    before = text[start - 1] if start else ""
    if before.isascii() and before.isalpha():
        return True
    if before in "-_" and start > 1 and text[start - 2].isascii() and text[start - 2].isalpha():
        return True
    if before == "第" or _AFTER_NUMBERED.search(text, max(0, start - 12), start):
        return True
    after = text[numeral.end : numeral.end + 2]
    return after[:1] in ("号", "#") or after == " 号"


def _fits(text: str, start: int, numeral: Numeral, unit: UnitRead) -> bool:
    """Whether number and measure word really are a quantity here (not 一次能源, 五年规划, 一户一档, 2天然气)."""
    word, end = unit.word, unit.end
    following = text[end : end + 1]
    if following and following in _OTHER_WORD.get(word, ""):
        return False
    shown = text[start : numeral.end]
    before = text[start - 1] if start else ""
    if unit.name.startswith("CNY") and numeral.scale in (1, 10**4) and _INDICATOR_AFTER_MONEY.match(text, end):
        return not (text[numeral.end - 1] == "万" and len(shown) <= 3)
    if word == "年":
        if numeral.value >= 1000 or _PLAN_YEARS.match(text, end):
            return False
        return not (shown == "一" and before in _NOT_ONE)
    if unit.name in ("count", "person", "m3", "kWh", "m2") and numeral.chinese and len(shown) == 1:
        if word in LOOSE_COUNTS or (shown == "一" and before in _NOT_ONE):
            return False
        if len(word) == 1 and following in _SINGLE and text[end + 1 : end + 2] not in ("", "是"):
            return False
        if _quoted_phrase(text, start, end):
            return False
    if word == "度":
        return numeral.scale > 1 or following == "电" or text[max(0, start - 6) : start].find("电") >= 0
    return True


def _tenths(text: str, numeral: Numeral) -> tuple[Fraction, int] | None:
    """N成 as percent, with the place where it ends: 三成, 二成五, 三成半."""
    end = numeral.end
    if text[end : end + 1] != "成" or numeral.value > 10 or text[end + 1 : end + 2] in _TENTHS:
        return None
    tail = text[end + 1 : end + 2]
    if tail == "半":
        return numeral.value * 10 + 5, end + 2
    if tail and tail in "一二三四五六七八九" and text[end + 2 : end + 3] not in ("成", "个", "家", "年", "项"):
        return numeral.value * 10 + "〇一二三四五六七八九".index(tail), end + 2
    return numeral.value * 10, end + 1


def _negative(text: str, start: int) -> int:
    """1 where a sign stands before the number, else 0."""
    if not start or text[start - 1] not in "-负":
        return 0
    if text[start - 1] == "负":
        return 1
    before = text[start - 2] if start > 1 else ""
    return int(not before or before in " \t(:,=，、;。~为达是至约到于降长")


def _at(text: str, original: str, start: int) -> tuple[Measure | None, int]:
    """The measure at `start` (None where it is no quantity) and the place to go on from."""
    numeral = numeral_at(text, start, original, begins_unit)
    if numeral is None:
        return None, skip_from(text, start)
    end = numeral.end
    if _blocked(text, start, numeral):
        run = _DIGITS_PUNCTUATED.match(text, start)
        return None, max(end, run.end() if run else end)
    arabic = not numeral.chinese
    if numeral.chinese and end == start + 1 and text[start] in "百千〇零":
        return None, end
    if numeral.kind == "percent":
        return Measure(start, end, numeral.value, numeral.step, "%", number_end=end), end
    minus = _negative(text, start)
    number = -numeral.value if minus else numeral.value
    tenths = _tenths(text, numeral)
    if tenths is not None:
        return Measure(start, tenths[1], tenths[0], _ONE, "%", number_end=end), tenths[1]
    i, more = end, numeral.more
    if text[i : i + 1] == " " and text[i + 1 : i + 2] in ("余", "多"):
        i += 1
    if text[i : i + 1] in MORE and text[i : i + 1]:
        ahead = i + 1 + (text[i + 1 : i + 2] == " ")
        if unit_at(text, ahead) is not None:
            more, i = True, i + 1
    blank = text[i : i + 1] == " "
    while text[i : i + 1] == " " and i - end < 3:
        i += 1
    unit = unit_at(text, i) if i < len(text) else None
    if unit is not None and blank and numeral.chinese and len(unit.word) == 1:
        unit = None
    if unit is None or numeral.kind in ("ratio", "half"):
        name = "1" if numeral.kind in ("ratio", "half") else None
        found = Measure(start - minus, end, number, numeral.step, name, numeral.scale, more, arabic, end)
        return found, end
    if not _fits(text, start, numeral, unit):
        return None, max(end, unit.end if unit.word != "年" else end)
    stop = unit.end
    if unit.word in ("倍", "年") and text[stop : stop + 1] == "半":
        number, stop = number + Fraction(-1 if minus else 1, 2), stop + 1
    found = Measure(start - minus, stop, number, numeral.step, unit.name, numeral.scale, more, arabic, end)
    found.multiply(unit.factor)
    return found, stop


def measures(text: str, original: str, busy: list[tuple[int, int]]) -> list[Measure]:
    """All measures and bare numbers of folded `text` in order, outside the `busy` spans (times, titles)."""
    busy = list(busy)
    found: list[Measure] = []
    if "《" in text:
        busy.extend(m.span() for m in _HEAVY.finditer(text))
    if "翻" in text:
        for match in _DOUBLING.finditer(text):
            count = "零一二三四五".find(match["n"]) if match["n"] and not match["n"].isdigit() else int(match["n"] or 1)
            count = 2 if match["n"] == "两" else count
            found.append(Measure(*match.span(), Fraction(2**count), Fraction(1), "x", number_end=match.end()))
            busy.append(match.span())
    busy.sort()
    at, size = 0, len(busy)
    position = next_start(text, 0)
    while position >= 0:
        while at < size and busy[at][1] <= position:
            at += 1
        if at < size and busy[at][0] <= position:
            position = next_start(text, busy[at][1])
            continue
        measure, after = _at(text, original, position)
        if measure is not None:
            found.append(measure)
        position = next_start(text, after)
    found.sort(key=lambda m: m.start)
    return found
