"""Quantities in prose: numbers with unit, range, comparator and hedge, exact and with their place in the text."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from plancheck.core.lazy_pattern import lazy_pattern
from plancheck.core.quantity import Comparator, Quantity
from plancheck.facts.fold import fold
from plancheck.facts.measures import Measure, measures
from plancheck.facts.times import scan_times
from plancheck.facts.unit_words import parse_unit


class QuantitySpan(NamedTuple):
    """A quantity with the half-open character range it has in the text (comparators and hedges stand outside)."""

    start: int
    end: int
    text: str
    quantity: Quantity


_RANGE = re.compile(r" ?(?:-{1,2}|~|至|到) ?$")
_LIST = lazy_pattern(r" ?(?:、|和|及|与|或|以及) ?$")
_CHANGED = lazy_pattern(
    r"[年的 ]{0,2}(?:下降|降低|减少|削减|压减|提高|提升|增加|增长|上升|扩大|降|增|升|减)(?:到|至|为)[0-9年的约 ]{0,7}$"
)
_LEFT = frozenset(" 了是有为达到在")
_HEDGES = ("约有", "约为", "约占", "约达", "约合", "大约", "大概", "接近", "将近", "约", "近")
_NO_HEDGE = {"约": frozenset("节集签合公契制违条预履简"), "近": frozenset("附最临就邻毗靠相")}
_BASES: dict[str, tuple[Comparator, Comparator]] = {
    # word: (what it says, what it says after 不)
    "低于": ("<", ">="), "少于": ("<", ">="), "小于": ("<", ">="), "不足": ("<", "<"), "不到": ("<", "<"), "不满": ("<", "<"),
    "高于": (">", "<="), "超过": (">", "<="), "多于": (">", "<="), "大于": (">", "<="), "突破": (">", "<="), "超出": (">", "<="),
    "超": (">", "<="), "至少": (">=", ">="), "最少": (">=", ">="), "不下": (">=", ">="), "至多": ("<=", "<="), "最多": ("<=", "<="),
    "≥": (">=", ">="), "≤": ("<=", "<="), ">=": (">=", ">="), "<=": ("<=", "<="), ">": (">", ">"), "<": ("<", "<"),
    "大于等于": (">=", ">="), "大于或等于": (">=", ">="), "小于等于": ("<=", "<="), "小于或等于": ("<=", "<="),
}  # fmt: skip
_WORDS: dict[str, tuple[str, ...]] = {
    last: tuple(sorted((w for w in _BASES if w[-1] == last), key=len, reverse=True)) for last in {w[-1] for w in _BASES}
}
_NEGATIONS = ("不得", "不能", "不应", "不宜", "不可", "不", "未", "勿")
_AFTER = re.compile(
    r" ?(?:\(含\))?(?:(?P<up>(?:及|或|及其)?以上)|(?P<down>(?:及|或|及其)?(?:以内|之内|以下|之下))|(?P<about>左右|上下))"
)
_SUBSTANCES = (
    ("二氧化碳当量", "CO2e"),
    ("CO2当量", "CO2e"),
    ("CO2e", "CO2e"),
    ("二氧化碳", "CO2"),
    ("CO2", "CO2"),
    ("标准煤", "ce"),
    ("标煤", "ce"),
)
_LINKS = (
    "排放总量",
    "减排量",
    "排放量",
    "减排",
    "排放",
    "当量",
    "总量",
    "量",
    "合计",
    "累计",
    "为",
    "达到",
    "达",
    "共",
    "(",
    ":",
    "共计",
)
_SUBSTANCE_AFTER = re.compile(r" ?(?:\(|的)(二氧化碳当量|CO2当量|CO2e|二氧化碳|CO2|标准煤|标煤)\)?")
_PLAIN_BEFORE = re.compile(r"(?:为|达|达到|至|到|在|于|约|近|≥|≤|>|<|=|过|取|是|:) ?$")
_PLAIN_AFTER = re.compile(r" ?(?:[，。；;、,)（(]|以[上下内]|之[内间]|左右|上下|及以|$|的)")
_ALONE = re.compile(r" {0,2}([0-9]{1,20})(?:\.([0-9]{1,10}))? {0,2}")
_FROM = re.compile(r"[由从自][^，。；,;、]*$")


def _compare_before(text: str, start: int) -> tuple[Comparator | None, bool, int]:
    """What stands before the number: comparator, hedge, and where these words begin."""
    comparator: Comparator | None = None
    approx, i = False, start
    for _ in range(4):
        while i and text[i - 1] == " ":
            i -= 1
        j = i
        head = text[max(0, i - 6) : i]
        hedge = next((h for h in _HEDGES if head.endswith(h)), None) if head.endswith(_HEDGES) else None
        if hedge and text[max(0, i - len(hedge) - 1) : i - len(hedge)] not in _NO_HEDGE.get(hedge[0], ()):
            approx, i = True, i - len(hedge)
            continue
        word = next((w for w in _WORDS.get(head[-1:], ()) if head.endswith(w)), None)
        if word is None:
            k = i
            while k and text[k - 1] in _LEFT and i - k < 3:
                k -= 1
            head = text[max(0, k - 6) : k]
            word = (
                next((w for w in _WORDS.get(head[-1:], ()) if len(w) > 1 and head.endswith(w)), None) if k < i else None
            )
            j = k
        if word is None:
            break
        i = j - len(word)
        negation = next((n for n in _NEGATIONS if text.endswith(n, max(0, i - 2), i)), None)
        if negation and word not in ("不足", "不到", "不满", "不下"):
            i -= len(negation)
        comparator = comparator or _BASES[word][1 if negation else 0]
    return comparator, approx, i


def _compare_after(text: str, end: int) -> tuple[Comparator | None, bool]:
    comparator: Comparator | None = None
    approx = False
    for _ in range(2):
        match = _AFTER.match(text, end)
        if match is None:
            break
        if match["up"]:
            comparator = ">="
        elif match["down"]:
            comparator = "<="
        else:
            approx = True
        end = match.end()
    return comparator, approx


def _substance(text: str, before: int, end: int) -> str | None:
    """The substance named next to a mass: just before the number (and its comparator) or in brackets after it."""
    after = _SUBSTANCE_AFTER.match(text, end)
    if after:
        return dict(_SUBSTANCES)[after.group(1)]
    i = before
    for _ in range(3):
        while i and text[i - 1] in " 约近将":
            i -= 1
        head = text[max(0, i - 8) : i]
        for word, substance in _SUBSTANCES:
            if head.endswith(word):
                return substance
        if not head.endswith(_LINKS):
            return None
        link = next(w for w in _LINKS if head.endswith(w))
        i -= len(link)
    return None


def _with_substance(unit: str, substance: str | None) -> str:
    first, slash, rest = unit.partition("/")
    if substance is None or first not in ("t", "kg"):
        return unit
    return f"{first}{substance}{slash}{rest}"


def _share_scale(bare: Measure, other: Measure) -> None:
    """Give a bare member of a range or list the 万 or 亿 that only the last member shows."""
    if bare.scale == 1 and other.scale > 1 and bare.value < 10**4:
        bare.multiply(other.scale)


def _ranges(text: str, found: list[Measure]) -> list[Measure]:
    """Join the two ends of ranges; the first end takes unit and magnitude of the second."""
    joined: list[Measure] = []
    for measure in found:
        last = joined[-1] if joined else None
        gap = text[last.end : measure.start] if last else ""
        if last is None or last.low is not None or len(gap) > 4 or not _RANGE.match(gap):
            joined.append(measure)
            continue
        worded = "至" in gap or "到" in gap
        if worded and _FROM.search(text, max(0, last.start - 30), last.start) and last.unit is not None:
            joined.append(measure)
            continue
        if measure.unit is None or (last.unit is not None and last.unit != measure.unit):
            joined.append(measure)
            continue
        low = Measure(last.start, last.end, last.value, last.step, last.unit, last.scale, last.more, last.arabic)
        if last.unit is None and last.scale == 1 and measure.scale > 1 and last.value * measure.scale <= measure.value:
            low.multiply(measure.scale)
        if low.value > measure.value:
            joined.append(measure)
            continue
        measure.low, measure.high, measure.start = low.value, measure.value, last.start
        joined[-1] = measure
    return joined


def _lists(text: str, found: list[Measure]) -> None:
    """Give bare numbers of a list the unit (and magnitude) at its end: 1.62、1.51和1.40吨二氧化碳/万元."""
    for index in range(len(found) - 2, -1, -1):
        measure, following = found[index], found[index + 1]
        gap = text[measure.end : following.start]
        if measure.unit is not None or following.unit is None or not measure.arabic or len(gap) > 14:
            continue
        changed = text[max(0, measure.start - 2) : measure.start].rstrip()[-1:] in ("由", "从") and _CHANGED.match(gap)
        if changed or (len(gap) <= 4 and _LIST.match(gap)):
            _share_scale(measure, following)
            measure.unit, measure.scale = following.unit, following.scale


def _plain(text: str, measure: Measure) -> bool:
    """Whether a number without unit is stated as a value of its own (弹性系数控制在0.5以内)."""
    if not measure.arabic:
        return measure.start == 0 and measure.end == len(text)
    if measure.start == 0 and measure.end == len(text):
        return True
    if not _PLAIN_AFTER.match(text, measure.end):
        return False
    if measure.value.denominator == 1 and measure.step == 1:
        return _compare_before(text, measure.start)[0] is not None
    return _PLAIN_BEFORE.search(text, max(0, measure.start - 4), measure.start) is not None


def finish(text: str, original: str, measure: Measure, unit: str) -> QuantitySpan:
    """A measure with its final unit as a quantity, with comparator, hedge and substance from the words around it."""
    before, approx, outer = _compare_before(text, measure.start)
    after, approx_after = _compare_after(text, measure.end)
    if unit.startswith(("t", "kg")):
        unit = _with_substance(unit, _substance(text, outer, measure.end))
    shown = original[measure.start : measure.end]
    approx = approx or approx_after or measure.more
    if measure.low is not None:
        quantity = Quantity(None, unit, measure.low, measure.high, "range", approx, shown, measure.step)
        return QuantitySpan(measure.start, measure.end, shown, quantity)
    comparator: Comparator = before or after or (">" if measure.more else "=")
    low = measure.value if comparator in (">=", ">") else None
    high = measure.value if comparator in ("<=", "<") else None
    quantity = Quantity(measure.value, unit, low, high, comparator, approx, shown, measure.step)
    return QuantitySpan(measure.start, measure.end, shown, quantity)


def _alone(match: re.Match[str], original: str, unit: tuple[str, Fraction]) -> QuantitySpan:
    """The quantity of a cell that holds Arabic digits and nothing more, which most cells with numbers do."""
    whole, places = match.groups("")
    start, end, worth = match.start(1), match.end(2) if places else match.end(1), 10 ** len(places)
    value, step = Fraction(int(whole + places), worth), Fraction(1, worth)
    if unit[1] != 1:
        value, step = value * unit[1], step * unit[1]
    shown = original[start:end]
    return QuantitySpan(start, end, shown, Quantity(value, unit[0], None, None, "=", False, shown, step))


def scan_quantities(
    text: str, original: str, busy: list[tuple[int, int]], unit: tuple[str, Fraction] | None = None
) -> list[QuantitySpan]:
    """Quantities of folded `text` outside the `busy` spans; `unit` (canonical, magnitude) is for numbers without one."""
    if unit is not None and not busy and (alone := _ALONE.fullmatch(text)) is not None:
        return [_alone(alone, original, unit)]
    found = measures(text, original, busy)
    if unit is not None:
        for measure in found:
            if measure.unit is None and (measure.arabic or measure.end - measure.start == len(text.strip())):
                measure.unit = unit[0]
                measure.multiply(unit[1])
    found = _ranges(text, found)
    _lists(text, found)
    spans: list[QuantitySpan] = []
    for measure in found:
        name = measure.unit
        if name is None:
            if not _plain(text, measure):
                continue
            name = "1"
        span = finish(text, original, measure, name)
        if spans and text[spans[-1].end : span.start].strip() == "/" and span.quantity.comparator == "=":
            span = _same_bound(span, spans[-1].quantity.comparator)
        spans.append(span)
    _bound_lists(text, spans)
    return spans


def _bound_lists(text: str, spans: list[QuantitySpan]) -> None:
    """Let a bound behind the last number of a list go for all of it (320万吨、300万吨以内)."""
    for at in range(len(spans) - 1, 0, -1):
        last, before = spans[at], spans[at - 1]
        bound = last.quantity.comparator
        if bound not in ("<=", ">=") or before.quantity.comparator != "=" or before.quantity.unit != last.quantity.unit:
            continue
        listed = text[before.end : last.start].strip() in ("、", "和", "及", "与")
        behind = _compare_after(text, last.end)[0] == bound or (
            at + 1 < len(spans) and _listed(text, last, spans[at + 1])
        )
        if listed and behind:
            spans[at - 1] = _same_bound(before, bound)


def _listed(text: str, one: QuantitySpan, other: QuantitySpan) -> bool:
    """Whether a list goes on from one number to the other under a bound that stands behind it."""
    same = one.quantity.comparator == other.quantity.comparator and one.quantity.unit == other.quantity.unit
    return same and text[one.end : other.start].strip() in ("、", "和", "及", "与")


def _same_bound(span: QuantitySpan, comparator: Comparator) -> QuantitySpan:
    """The second of a pair (20MW/40MWh) under the comparator of the first."""
    value = span.quantity.value
    low = value if comparator in (">=", ">") else None
    high = value if comparator in ("<=", "<") else None
    if low is None and high is None:
        return span
    return span._replace(quantity=replace(span.quantity, low=low, high=high, comparator=comparator))


@lru_cache(maxsize=4096)  # readers of different facts read the same sentences
def read_quantities(text: str, *, unit: str | None = None) -> tuple[QuantitySpan, ...]:
    """The quantities of `text` in order of reading.

    `unit` is the written unit of the column, row or title (万元, 万吨标准煤) and applies, with its magnitude, to numbers
    that have none of their own. Years, dates, ordinals, numbers of documents, standards and tables are not quantities.
    """
    folded = fold(text)
    times, unresolved = scan_times(folded)
    busy = [(t.start, t.end) for t in times] + unresolved
    return tuple(scan_quantities(folded, text, busy, parse_unit(fold(unit)) if unit else None))


def outer_start(text: str, start: int) -> int:
    """Where the comparators and hedges before a number at `start` of folded text begin (`start` where there are none)."""
    return _compare_before(text, start)[2]
