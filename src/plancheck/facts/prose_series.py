"""Yearly values from sentences: 2010—2012年工业增加值分别为…, 2012年能源消费总量达到…, 由2010年的…增加到2012年的…"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from plancheck.core.location import Evidence
from plancheck.document.model import Document
from plancheck.facts.commitment import aims, names_another_park, owner_of
from plancheck.facts.elsewhere import is_elsewhere, is_other_park, is_part
from plancheck.facts.fold import fold
from plancheck.facts.lexicon import Lexicons
from plancheck.facts.model import Fact, Passage, Point
from plancheck.facts.predictions import (
    CHANGED_TO,
    FORECAST,
    FORECAST_HEADING,
    IN_SCENARIO,
    PREDICTS,
    is_estimate,
    scenario_of,
)
from plancheck.facts.price_basis import price_basis
from plancheck.facts.prose_indicators import Named, fits, named_in, same_substance, with_substance
from plancheck.facts.quantities import QuantitySpan, outer_start, read_quantities
from plancheck.facts.row_meaning import scope_of
from plancheck.facts.times import TimeSpan, read_times
from plancheck.facts.value_columns import SCENARIO

_AIM_HEADING = re.compile(r"目标|任务|指标体系|重点工程|重点项目|保障|效益")
_CARBON = re.compile(r"碳|CO2|温室气体|达峰")
_CHANGE = re.compile(
    r"由|从|自|增长|下降|提高|降低|减少|增加|同比|增速|增幅|比(?![重例])|较|占(?!比)|上升|翻|提升|节约|每|贡献|目标|人均|提供|年均|累计"
)
_NOT_CONTEXT = re.compile(r"(?:比|较|自|从|由|与|同|以)\s*$")
_AT_ONCE = re.compile(r"^\s*年?(?:度)?的?\s*(?:分别)?(?:为|达到?|是|实现|完成|:|约|近|超过|仅)?\s*(?:约|近)?\s*$")
_LINK = re.compile(r"^\s*(?:、|，|和|及|与|以及)\s*$")
_FILLER = re.compile(r"^[^，。；;、0-9]{0,14}$")
_FUEL_USE = re.compile(r"^(?:的?(?:年)?(?:消费总?量?|消耗总?量?|用量|使用量|能耗))[^，。；;、0-9]{0,8}$")
_SHARE_OF_ENERGY = re.compile(
    r"占(?:园区)?(?:能源消费总?量?|总?能耗|综合能源消费量|能源消耗总量|一次能源消费总?量?|总量)的?(?:比重|比例)?[^，。；0-9]{0,6}$"
)
_COMPARISON = re.compile(r"作为(?:比较|对比|对照|参照)|相比之下|对标园区")  # what follows may be another park's
_OF_FIRMS = re.compile(
    r"及?(?:以[上下])?的?[^，。；;、,()0-9的]{0,6}(?:企业|单位(?![工增地G产生面])|工厂|用户|项目)"
)  # 1万吨以上的重点企业
_NAME_BEFORE = re.compile(r"([^，。；;、：:()│\d年月的]{2,})的?$")


_KEPT_BELOW = re.compile(r"控制(?:在|到|至|为)?\s*$")
_FROM = re.compile(r"[^，。；;0-9]{0,6}[由从]$")
_GREW_TO = re.compile(r"(?:增加|增长|提高|上升|提升|下降|降低|减少|增|升|降|变化)(?:到|至)(?=│)")


def points_in_text(
    document: Document, passages: tuple[Passage, ...], lexicons: Lexicons,
    target_year: int | None = None, reported: int | None = None, known: int | None = None,
) -> tuple[Point, ...]:  # fmt: skip
    """The points stated in sentences, in reading order. Aims, other regions' figures and changes are no points.

    In a part on what is to come, values up to the plan's target year are forecasts, whatever the words; among aims and
    measures only values up to the last year `reported` on by the plan's tables are taken for facts. What is estimated or
    to be kept below a bound for years after `known`, the last one with figures, is a forecast or a commitment.
    """
    found: list[Point] = []
    before: _Sentence | None = None
    section, titles = -1, ""
    for passage in passages:
        if passage.kind != "sentence" or not 8 <= len(passage.text) <= 1200:
            continue
        if not any(map(str.isdigit, passage.text)):
            continue
        if passage.section != section:
            section, titles = passage.section, "".join(document.path(passage.section))
        aimed = _AIM_HEADING.search(titles) is not None and not FORECAST_HEADING.search(titles)
        if aimed and (reported is None or re.search("工程|项目", titles)):
            continue
        if _COMPARISON.search(passage.text):
            continue
        sentence = _Sentence(passage, lexicons, bool(FORECAST_HEADING.search(titles)), target_year, document.title)
        sentence.known = known
        sentence.carbon = _CARBON.search(titles + passage.text) is not None
        if before is not None and before.passage.block == passage.block:
            sentence.carried, sentence.carried_years = before.only_year(), before.listed_years()
            sentence.carried_forecast = before.last if before.forecast else None
        found.extend(p for p in sentence.points() if not aimed or (reported is not None and p.year <= reported))
        before = sentence
    return tuple(found)


class _Sentence:
    """One sentence with its times, quantities and indicators."""

    def __init__(
        self, passage: Passage, lexicons: Lexicons, forecasts: bool, target_year: int | None, title: str = ""
    ) -> None:
        self.passage, self.lexicons, self.forecasts, self.target_year = passage, lexicons, forecasts, target_year
        self.title = title
        self.text = passage.text
        self.folded = fold(self.text)
        times = read_times(self.text) if any(map(str.isdigit, self.text)) else ()
        self.times = tuple(t for t in times if not self._is_no_date(t))
        self.known: int | None = None
        self.carbon = False  # whether 排放 alone means that of carbon dioxide
        self.carried: int | None = None
        self.carried_years: tuple[int, ...] = ()
        self.carried_forecast: tuple[Named, list[int]] | None = None
        self.last: tuple[Named, list[int]] | None = None  # the last indicator with the years of its values
        self.forecast = False

    def _is_no_date(self, time: TimeSpan) -> bool:
        """Whether a year only names the prices (按2010年价格, 2010年不变价) or a beginning (自2009年获批以来)."""
        before, after = self.folded[max(0, time.start - 1) : time.start], self.folded[time.end : time.end + 24]
        if before in ("自", "从") and "以来" in after.partition(",")[0]:
            return True
        return before == "按" or after.startswith(("价", "不变价", "可比价", "当年价"))

    def only_year(self) -> int | None:
        """The one year that the sentence speaks of (or takes over from the one before), None where there are several."""
        if all(_NOT_CONTEXT.search(self.folded[: t.start]) for t in self.times):
            return self.carried  # nothing but 比2010年下降 names no time
        years = {t.start_year for t in self.times if t.start_year == t.end_year}
        return years.pop() if len(years) == 1 else None

    def listed_years(self) -> tuple[int, ...]:
        """The years of the last list or span in the sentence, or of the sentence before where it names no time."""
        years = tuple(self._year_list(len(self.text))) if self.times else self.carried_years
        return years if len(years) > 1 else ()

    def points(self) -> Iterator[Point]:
        """The points of the sentence."""
        matches = named_in(self.text, self.folded, self.lexicons, carbon=self.carbon)
        if not matches:
            yield from self._next_scenario()
            return
        if not self.times and self.carried is None and not self.carried_years:
            return
        self.quantities = read_quantities(self.text)
        if not self.quantities:
            return
        masked = self._masked()
        estimated = is_estimate(self.folded, [t.start_year for t in self.times] or self.carried_years, self.known)
        self.forecast = estimated or bool(FORECAST.search(self.text)) or self._reaches_the_end()
        predicted = self.forecast and (self.forecasts or estimated or PREDICTS.search(self.text) is not None)
        if aims(_GREW_TO.sub("", masked)) and not predicted:
            return
        foreign = self._foreign(masked)
        for i, match in enumerate(matches):
            following = next((m.start for m in matches[i + 1 :] if m.start >= match.end), len(self.text))
            if any(a <= match.start < b for a, b in foreign) or is_elsewhere(
                self.folded[max(0, match.start - 24) : match.start]
            ):
                continue
            stated = [(y, q) for y, q in self._values(match, following) if not self._commits(y, q)]
            if stated and match.member is None:
                self.last = (match, [year for year, _ in stated])
                if self.forecast:
                    stated.extend(self._other_scenarios(*self.last, stated[-1][1].end, following))
            for year, span in stated:
                yield self._point(match, year, span)
            share = self._share(match) if match.member is not None else None
            if share is not None:
                yield replace(self._point(match, *share), measure="share")

    def _commits(self, year: int, span: QuantitySpan) -> bool:
        """Whether a value is a bound that is to be kept (控制在220万吨以内), which says nothing of what there is."""
        if self.forecast or not _KEPT_BELOW.search(self.folded, 0, outer_start(self.folded, span.start)):
            return False
        return span.quantity.comparator in ("<=", "<") or (self.known is not None and year > self.known)

    def _reaches_the_end(self) -> bool:
        """Whether a sentence on what is to come speaks of the target year (按照规划，2016年达到61.6亿元)."""
        end = self.target_year
        return self.forecasts and end is not None and any(t.end_year >= end for t in self.times)

    def _masked(self) -> str:
        chars = list(self.folded)
        for time in self.times:
            chars[time.start : time.end] = "│" * (time.end - time.start)
        return "".join(chars)

    def _foreign(self, masked: str) -> list[tuple[int, int]]:
        """Clauses that speak of the country, the province or another park."""
        found: list[tuple[int, int]] = []
        owner, at = owner_of("", "own"), 0
        for clause in re.split(r"(?<=[，。；;])", masked):
            owner = "other" if names_another_park(clause, self.title) else owner_of(clause, owner)
            if owner == "other":
                found.append((at, at + len(clause)))
            at += len(clause)
        return found

    def _values(self, match: Named, following: int) -> Iterator[tuple[int, QuantitySpan]]:
        """(year, value) pairs of one indicator: a list for a list of years, values with their own years, or one value."""
        end = min((i for i in (self.folded.find(c, match.end) for c in "；;。") if i >= 0), default=len(self.text))
        inside = [q for q in self.quantities if match.end <= q.start < min(following, end)]
        inside = [q for q in inside if _OF_FIRMS.match(self.folded, q.end) is None]
        if not inside:
            return
        listed = self._listed(match, inside)
        if listed:
            yield from listed
            return
        moved = self._moved(match, inside)
        if moved:
            yield from moved
            return
        dated = [(t.start_year, q) for q in inside if (t := self._right_before(q)) is not None and fits(match, q)]
        if dated:
            yield from dated
            return
        first = inside[0]
        gap = self.folded[match.end : first.start]
        year = self._year_in_force(match, first)
        if year is None or not fits(match, first):
            return
        if match.member is not None:
            if _FUEL_USE.match(gap) and not _CHANGE.search(gap):
                yield year, first
            return
        if (
            _FILLER.match(re.sub(r"│|\(.*?\)", "", gap))
            and not _CHANGE.search(CHANGED_TO.sub("", gap))
            and "分别" not in gap
        ):
            yield year, first

    def _share(self, match: Named) -> tuple[int, QuantitySpan] | None:
        """The share of all energy that the clause gives for a fuel (占能源消费总量的60%)."""
        end = min((i for i in (self.folded.find(c, match.end) for c in "；;。") if i >= 0), default=len(self.text))
        for span in self.quantities:
            if match.end <= span.start < end and span.quantity.unit == "%":
                between = self.folded[match.end : span.start]
                fuels = self.lexicons.members.get("品种")
                if fuels is not None and any(
                    f.end - f.start >= 2 and f.alias not in ("能源",) for f in fuels.find(between)
                ):
                    return None
                year = self._year_in_force(match, span)
                if year is not None and _SHARE_OF_ENERGY.search(between):
                    return year, span
        return None

    def _listed(self, match: Named, inside: list[QuantitySpan]) -> list[tuple[int, QuantitySpan]]:
        run = self._run(inside)
        gap = self.folded[match.end : run[0].start]
        if len(run) < 2 or len(gap) > 24 or (_CHANGE.search(gap) and "分别" not in gap) or not fits(match, run[0]):
            return []
        if re.search(r"增长|增速|增幅|下降|占|贡献|提高|降低", gap):
            return []
        years = self._year_list(run[0].start) if self.times else self.carried_years
        if len(years) != len(run):
            return []
        return list(zip(years, run, strict=True))

    def _moved(self, match: Named, inside: list[QuantitySpan]) -> list[tuple[int, QuantitySpan]]:
        """The values at both ends of a span of years (2018—2020年，…由1.6降到1.4), those of years with figures only."""
        if len(inside) < 2 or not (fits(match, inside[0]) and fits(match, inside[1])):
            return []
        first, last = inside[:2]
        to = CHANGED_TO.fullmatch(self.folded[first.end : outer_start(self.folded, last.start)].strip())
        if to is None or not _FROM.fullmatch(self.folded[match.end : outer_start(self.folded, first.start)].strip()):
            return []
        times = [t for t in self.times if t.end <= first.start]
        if not times or times[-1].kind != "period" or times[-1].start_year >= times[-1].end_year:
            return []
        ends = [(times[-1].start_year, first), (times[-1].end_year, last)]
        return [end for end in ends if self.forecast or self.known is None or end[0] <= self.known]

    def _run(self, spans: list[QuantitySpan]) -> list[QuantitySpan]:
        """The first spans that follow each other as a list (1.2、1.4和1.6)."""
        run = spans[:1]
        for span in spans[1:]:
            if not _LINK.match(self.folded[run[-1].end : span.start]):
                break
            run.append(span)
        return same_substance(run)

    def _next_scenario(self) -> Iterator[Point]:
        """The values of another scenario for what the sentence before forecasts."""
        if self.carried_forecast is None or self.times or SCENARIO.search(self.text) is None:
            return
        self.quantities, self.forecast, self.last = read_quantities(self.text), True, self.carried_forecast
        for year, span in self._other_scenarios(*self.last, 0, len(self.text)):
            yield self._point(self.last[0], year, span)

    def _other_scenarios(
        self, match: Named, years: list[int], start: int, end: int
    ) -> Iterator[tuple[int, QuantitySpan]]:
        """The values of the same years in the scenarios named next (基准情景下分别为…；低碳情景下分别为…)."""
        for scenario in SCENARIO.finditer(self.folded, start, end):
            run = self._run([q for q in self.quantities if scenario.end() <= q.start < end])
            if (
                len(run) == len(years)
                and IN_SCENARIO.fullmatch(self.folded[scenario.end() : run[0].start])
                and fits(match, run[0])
            ):
                yield from zip(years, run, strict=True)

    def _year_list(self, before: int) -> list[int]:
        """The years of a list or a span of years that stands nearest before a place."""
        times = [t for t in self.times if t.end <= before and t.kind in ("year", "period")]
        if not times:
            return []
        last = times[-1]
        if last.kind == "period" or last.end_year > last.start_year:
            return list(range(last.start_year, last.end_year + 1))
        years = [last.start_year]
        for time, after in zip(reversed(times[:-1]), reversed(times[1:]), strict=False):
            if not _LINK.match(self.folded[time.end : after.start]):
                break
            years.insert(0, time.start_year)
        return years

    def _right_before(self, span: QuantitySpan) -> TimeSpan | None:
        """The single year that stands right before a value (2010年的86.2亿元), or in brackets right after it."""
        for time in self.times:
            if time.kind != "year" or time.start_year != time.end_year:
                continue
            if time.end <= span.start and _AT_ONCE.match(self.folded[time.end : span.start]):
                before = self.folded[max(0, time.start - 1) : time.start]
                return None if before in ("比", "较") else time
            if time.start >= span.end and re.fullmatch(r"\s*\(", self.folded[span.end : time.start]):
                return time
        return None

    def _year_in_force(self, match: Named, span: QuantitySpan) -> int | None:
        times = [
            t for t in self.times
            if t.end <= span.start and t.kind == "year" and not _NOT_CONTEXT.search(self.folded[: t.start])
        ]  # fmt: skip
        if not self.times:
            return self.carried
        if not times or times[-1].start_year != times[-1].end_year:
            return None
        last = times[-1]
        if any(t.kind in ("period", "fyp") and last.end <= t.start < span.start for t in self.times):
            return None
        if len(times) > 1 and _LINK.match(self.folded[times[-2].end : last.start]):
            return None
        return last.start_year

    def _narrower(self, at: int) -> str | None:
        """Whom a value is of that stands behind a name: 重点用能企业, 化工行业, 恒川化工; None for the park itself."""
        at = next((t.start for t in self.times if t.end == at), at)
        before = _NAME_BEFORE.search(self.folded, max(0, at - 14), at)
        if before is None:
            return None
        name = before.group(1)
        industries = self.lexicons.members.get("行业")
        ends = industries.find(name) if industries is not None else ()
        named = any(m.end == len(name) and m.entry.name != "工业" for m in ends)
        return name if named or is_part(name) or is_other_park(name, self.title) else None

    def _point(self, match: Named, year: int, span: QuantitySpan) -> Point:
        quantity = with_substance(match, span.quantity)
        place = self.passage.evidence.location
        offset = place.span[0] if place.span is not None else 0
        evidence = Evidence(
            place.at_span(offset + span.start, offset + span.end), self.passage.evidence.excerpt, quantity.show()
        )
        named = self.text[match.start : span.start]
        named = named if named[match.end - match.start : match.end - match.start + 1] in ("(", "（") else match.name
        scope = scope_of(self.text[max(0, match.start - 5) : match.start], named)
        scope = scope or self._narrower(match.start)
        return Point(
            indicator=match.name,
            canonical=match.canonical,
            year=year,
            value=Fact(quantity, (evidence,)),
            dimension="品种" if match.member is not None else "产品" if match.product is not None else None,
            member=match.member or match.product,
            scope=scope if match.member is None else None,
            forecast=self.forecast,
            scenario=scenario_of(self.text, span.start) if self.forecast else None,
            origin="prose",
            section=self.passage.section,
            basis=price_basis(self.folded, span, self.quantities),
        )
