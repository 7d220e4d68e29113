"""Years, months, periods, five-year plans and anchors (基准年, 规划期末) in text, resolved to years."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Literal, NamedTuple

from plancheck.core.lazy_pattern import lazy_pattern
from plancheck.facts.fold import fold
from plancheck.facts.numerals import DIGITS

if TYPE_CHECKING:
    from plancheck.facts.model import Period

TimeKind = Literal["year", "period", "fyp", "anchor"]


class TimeSpan(NamedTuple):
    """A time as written, with the years it covers (both included) and the months where they are given."""

    start: int
    end: int
    text: str
    start_year: int
    end_year: int
    start_month: int | None = None
    end_month: int | None = None
    kind: TimeKind = "year"


_Y = r"(?:(?:19|20)[0-9]{2}|[二一][〇零九][〇零一二三四五六七八九]{2})"
_M = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
_TAIL = r"(?: ?年?(?:底|末|初))?"
_DAY = r"(?: ?[0-9]{1,2} ?日)?"
_POINT = rf"(?P<y1>{_Y})(?:(?: ?年度? ?)(?:(?P<m1>{_M}) ?月份?{_DAY})?|(?P<dot>[./])(?P<m1b>1[0-2]|0?[1-9])(?![0-9%])(?:[./][0-9]{{1,2}}(?![0-9]))?)?"
_END = (
    rf"(?: ?(?:-{{1,2}}|~|至|到) ?)(?:(?P<y2>{_Y}|(?<=[0-9][-~])[0-9]{{2}}(?=年))"
    rf"(?:(?: ?年度? ?)(?:(?P<m2>{_M}) ?月份?{_DAY})?|[./](?P<m2b>1[0-2]|0?[1-9])(?![0-9%])(?:[./][0-9]{{1,2}}(?![0-9]))?)?"
    rf"|(?P<m3>{_M}) ?月份?)"
)
_DATE = re.compile(rf"(?<![0-9A-Za-z.,/])(?<![0-9A-Za-z]-){_POINT}(?:{_END})?(?P<tail>{_TAIL})")
_YEAR_BEGINS = re.compile(r"19|20|[二一][〇零九]")  # every date holds one of these: most cells need no closer look
_TIME_BEGINS = re.compile(r"[年期前五]|19|20|[二一][〇零九]")  # and every other time one of these
_DOCUMENT = re.compile(r"[〕\])] ?第?[0-9]{1,5} ?号")
_BARE_BEFORE = re.compile(r"(?:^|[\s\t(（,，、。;:=“‘至到从自于在比较与和及])$")
_BARE_AFTER = re.compile(r"[\s\t()）,，、。;:”’/]|$|[至到与和及](?!.{0,1}[%])|目标|基准|现状")
_UNITLIKE = re.compile(r" ?(?:[万亿千百个家户项座台套辆吨元米亩名人度公平立兆千%+]|[A-Za-z])")
_SHORT = re.compile(
    r"(?<=[到至比较从由])(?P<s>[0-9]{2})年(?P<t>底|末|初)?(?![前内间来多以]|时间|期)|(?<![0-9])(?P<u>[0-9]{2})年(?:底|末)"
)
_FYP = re.compile(
    r"(?:[“‘\"「『](?P<q>十[一二三四五六七]五|十五|九五|八五)[”’\"」』]|(?<![二三四五六七八九])(?P<p>十[一二三四五六七]五)(?![十百千万亿%个项家]))"
    r"(?P<tail>期末|末期|期初|期间|时期|末|初|后[一二两三四2-4]年|前[一二两三四2-4]年)?"
)
_FYP_FIRST = {"八五": 1991, "九五": 1996, "十五": 2001, "十一五": 2006, "十二五": 2011, "十三五": 2016, "十四五": 2021,
              "十五五": 2026, "十六五": 2031, "十七五": 2036}  # fmt: skip
_ANCHOR = re.compile(
    r"近 ?(?P<n>[一二两三四五六七八九十]|[0-9]{1,2}) ?年(?!前)|上一?年度?(?=[^级]|$)|去年|同期|基准年份?|基期年?|目标年份?|规划期末|规划末期?|规划期(?:内|间)?|"
    r"(?:试点|建设|创建|实施|方案|行动)期(?:末|满|内|间)|(?:试点|规划|建设|创建)前|期末|近期|中期|远期"
)
_CN = {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10}


def _year(text: str) -> int:
    return int(text) if text[0] in "12" else int("".join(str(DIGITS[c]) for c in text))


def _month(text: str | None) -> int | None:
    if not text:
        return None
    if text.isdigit():
        return int(text)
    return 10 + _CN.get(text[1:], 0) if text[0] == "十" else _CN[text]


def _date_at(text: str, match: re.Match[str]) -> TimeSpan | None:
    """A date or period from a match, or None where the digits are a number, a document or a standard."""
    start, end = match.span()
    first = _year(match["y1"])
    named = "年" in match.group() or match["dot"] is not None
    last = first
    month1, month2 = _month(match["m1"] or match["m1b"]), None
    kind: TimeKind = "year"
    if match["y2"]:
        short = len(match["y2"]) == 2
        last = first // 100 * 100 + int(match["y2"]) if short else _year(match["y2"])
        month2 = _month(match["m2"] or match["m2b"])
        kind = "period"
    elif match["m3"]:
        month2, kind = _month(match["m3"]), "period"
    if match["y2"] and last < first:
        return None
    while end > start and text[end - 1] == " ":
        end -= 1
    if not named:
        before, after = text[max(0, start - 1) : start], text[end : end + 2]
        if text[end : end + 1] == "号" or _DOCUMENT.match(text, end):
            return None
        if _UNITLIKE.match(after) and kind == "year":
            return None
        if not (_BARE_BEFORE.search(before) or start == 0 or kind == "period"):
            return None
        if not _BARE_AFTER.match(after) and kind == "year":
            return None
    elif match["dot"] and kind == "year" and "年" not in match.group() and _UNITLIKE.match(text[end : end + 2]):
        return None
    if kind == "year" and month1 is not None:
        month2 = month1
    return TimeSpan(start, end, text[start:end], first, last, month1, month2, kind)


def _fyp_at(text: str, match: re.Match[str]) -> TimeSpan:
    first = _FYP_FIRST[match["q"] or match["p"]]
    tail = match["tail"] or ""
    years = (first, first + 4)
    if tail in ("末", "期末", "末期"):
        years = (first + 4, first + 4)
    elif tail in ("初", "期初"):
        years = (first, first)
    elif tail[:1] in ("后", "前"):
        count = int(tail[1]) if tail[1].isdigit() else _CN[tail[1]]
        years = (first + 5 - count, first + 4) if tail[0] == "后" else (first, first + count - 1)
    return TimeSpan(match.start(), match.end(), match.group(), *years, kind="fyp")


def _resolve(
    word: str, count: str | None, before: list[TimeSpan], context: list[TimeSpan], ctx: str
) -> tuple[int, int] | None:
    """The years of an anchor, from the times before it in the text and from the heading above; None where neither tells."""
    if word.startswith("近") and count:
        size = int(count) if count.isdigit() else _CN[count]
        for span in context:
            if span.end_year - span.start_year + 1 == size:
                return span.start_year, span.end_year
        return None
    if word[0] in "上去":
        return (before[-1].start_year - 1,) * 2 if before else None
    if word == "同期":
        years = [s.start_year for s in before] + [s.end_year for s in before]
        return (min(years), max(years)) if len(set(years)) > 1 else None
    if not context:
        return None
    if word in ("近期", "中期", "远期"):
        at = ctx.find(word)
        after = [s for s in context if at >= 0 and s.start >= at]
        return (after[0].start_year, after[0].end_year) if after else None
    first, last = min(s.start_year for s in context), max(s.end_year for s in context)
    marked = _marked(word, context, ctx)
    if marked is not None:
        return marked, marked
    if word.startswith(("基准年", "基期")):
        return first, first
    if word.startswith("目标年") or word.endswith(("末", "末期", "满")):
        return last, last
    if word.endswith("前"):
        return first - 1, first - 1
    return (first, last) if first < last else None


def _marked(word: str, context: list[TimeSpan], ctx: str) -> int | None:
    """The year that the heading gives for just this word: 基准年：2012年, 以2015年为基期."""
    if not word.startswith(("基准年", "基期", "目标年")):
        return None
    at = ctx.find(word[:2])
    if at < 0:
        return None
    near = [s for s in context if s.start >= at and s.start - at <= 8] or [s for s in context if 0 <= at - s.end <= 3]
    return near[0].start_year if near else None


def scan_times(text: str, context: str | None = None) -> tuple[list[TimeSpan], list[tuple[int, int]]]:
    """Times of folded `text` in order, and the spans of time words that could not be resolved (近三年)."""
    if _TIME_BEGINS.search(text) is None:
        return [], []
    above = scan_times(context)[0] if context else []
    found: list[TimeSpan] = []
    if _YEAR_BEGINS.search(text):
        for match in _DATE.finditer(text):
            span = _date_at(text, match)
            if span is not None:
                found.append(span)
    if "五" in text:
        found.extend(_fyp_at(text, m) for m in _FYP.finditer(text))
    if "年" in text:
        _short_years(text, found)
        _listed_years(text, found)
    found.sort(key=lambda s: (s.start, -s.end))
    kept: list[TimeSpan] = []
    for span in found:
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    starts = [span.start for span in kept]
    unresolved: list[tuple[int, int]] = []
    anchors: list[TimeSpan] = []
    for match in _ANCHOR.finditer(text) if "年" in text or "期" in text or "前" in text else ():
        start, end = match.span()
        place = bisect_left(starts, end)
        if place and kept[place - 1].end > start:
            continue
        years = _resolve(match.group(), match["n"], kept[max(0, place - 8) : place], above, context or "")
        if years is None:
            unresolved.append((start, end))
        else:
            anchors.append(TimeSpan(start, end, match.group(), *years, kind="anchor"))
    return sorted((*kept, *anchors), key=lambda s: s.start), unresolved


def _short_years(text: str, found: list[TimeSpan]) -> None:
    for match in _SHORT.finditer(text):
        digits = match["s"] or match["u"]
        if 5 <= int(digits) <= 60:
            year = 2000 + int(digits)
            start = match.start("s" if match["s"] else "u")
            found.append(TimeSpan(start, match.end(), text[start : match.end()], year, year))


_LISTED = re.compile(rf"(?<![0-9.])(?P<y>{_Y})(?= ?[、和及与,])")


def _listed_years(text: str, found: list[TimeSpan]) -> None:
    """Years of a list that share one trailing 年: 2014、2015和2016年."""
    taken = {s.start for s in found}
    for match in _LISTED.finditer(text):
        if match.start() in taken:
            continue
        rest = text[match.end() : match.end() + 40]
        if re.match(rf"(?: ?[、和及与,] ?{_Y})* ?年", rest) and re.match(rf" ?[、和及与,] ?{_Y}", rest):
            year = _year(match["y"])
            found.append(TimeSpan(match.start(), match.end(), match.group(), year, year))


def read_times(text: str, context: str | None = None) -> tuple[TimeSpan, ...]:
    """The times of `text` in order; `context` (heading or table header above) resolves 基准年, 规划期末 and the like."""
    spans, _ = scan_times(fold(text), fold(context) if context else None)
    return tuple(
        TimeSpan(s.start, s.end, text[s.start : s.end], s.start_year, s.end_year, s.start_month, s.end_month, s.kind)
        for s in spans
    )


_END_ONLY = re.compile(r"^ ?(?:年?底|年?末)?(?:之?前|以前|完成|建成|投产|竣工|完工|投入|验收|达产)")
_START_ONLY = lazy_pattern(r"^ ?(?:年?初)?(?:起|开始|启动|开工|以后|之后|后|立项)")
_COMPACT = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})(0[1-9]|1[0-2])(?![0-9])")
_DASHED = re.compile(
    r"(?<![0-9])((?:19|20)[0-9]{2})-(0[1-9]|1[0-2](?= ?(?:[至到~]|-{1,2} ?(?:19|20)))|(?<=[至到~]....-)1[0-2])(?![0-9])"
)
_LENGTH = lazy_pattern(r"(?:[0-9]{1,2}|[一二两三四五六七八九十]{1,3}) ?(?:年|个月|月|天|日)")


# From a later to an earlier date (2016—2014), which is no span: kept as printed, so that the mistake can be told.
_BACKWARDS = re.compile(
    r"(20[0-9]{2})\s*(?:[.年/]\s*([0-9]{1,2})?)?\s*月?\s*[-—–~～至到]+\s*(20[0-9]{2})\s*(?:[.年/]\s*([0-9]{1,2})?)?"
)
# Two-digit years in a cell for periods: 14年—16年, 14.3-15.10.
_SHORT_SPAN = re.compile(
    r"^([0-9]{2})(年|\.(?:1[0-2]|0?[1-9])(?![0-9]))(.{0,4}?[-~至到]+ ?)([0-9]{2})(年|\.(?:1[0-2]|0?[1-9])(?![0-9]))"
)
_MONTHS = re.compile(r"^[^0-9]{0,10}(?:工期|建设期|周期|期限|历时|为期)[^0-9]{0,4}([0-9]{1,2})\s*(?:个月|年)")


def read_period(text: str) -> Period | None:
    """The period of a cell such as 起止时间: 2014.6-2016.12, 2015年底前 and 2016年11月 (end only), 2014年 (both), 18个月 (neither).

    None where nothing of the kind is found.
    """
    from plancheck.facts.model import Period

    folded = _COMPACT.sub(r"\1.\2", _DASHED.sub(r"\1.\2", fold(text).strip()))
    folded = _SHORT_SPAN.sub(r"20\1\2\g<3>20\4\5", folded)
    spans, _ = scan_times(folded)
    dates = [s for s in spans if s.kind in ("year", "period", "fyp")]
    backwards = _BACKWARDS.search(folded)
    if not dates and backwards is not None:
        from_year, from_month, to_year, to_month = (int(g) if g else None for g in backwards.groups())
        assert from_year is not None and to_year is not None
        return Period((from_year, from_month), (to_year, to_month))
    if not dates:
        return Period(None, None) if _LENGTH.search(folded) else None
    first, last = dates[0], dates[-1]
    starts, ends = (first.start_year, first.start_month), (last.end_year, last.end_month)
    if len(dates) == 1 and first.kind == "year":
        after, before = folded[first.end :], folded[: first.start]
        length = _MONTHS.search(after)
        if length is not None and first.start_year is not None and not before:
            months = int(length.group(1)) * (12 if "年" in length.group() else 1)
            last_month = first.start_year * 12 + (first.start_month or 1) - 1 + months - 1
            return Period(starts, (last_month // 12, last_month % 12 + 1 if first.start_month else None))
        late = first.text.endswith(("底", "末")) and not _START_ONLY.match(after)
        if late or _END_ONLY.match(after) or before.endswith(("至", "到", "完成时间:", "竣工时间:")):
            return Period(None, ends)
        if _START_ONLY.match(after) or before.endswith(("自", "从", "始于", "开工时间:")):
            return Period(starts, None)
        if first.start_month is not None and first.start_month == first.end_month:
            return Period(None, ends)  # a month alone is no span: the month of completion
    return Period(starts, ends)
