"""Targets in prose: what this park commits itself to, read clause by clause over times, quantities and phrases."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import pairwise

from plancheck.core.quantity import Comparator, Quantity
from plancheck.facts.commitment import (
    Owner,
    aims,
    heading_reports,
    is_done,
    is_dropped,
    is_past,
    is_project_effect,
    is_subsidy,
    owner_of,
    scenario_after,
)
from plancheck.facts.fold import fold
from plancheck.facts.model import Basis, Direction
from plancheck.facts.quantities import QuantitySpan, outer_start, read_quantities
from plancheck.facts.target_phrases import Sense, measurable, read_phrase
from plancheck.facts.times import TimeSpan, read_times

_BASE_BEFORE = r"(?:相比于|相较于|相对于|较之|对比|相比|比|较|与|同|以|在)\s?│+(?:的?水平|年度?)*(?:相比较|相比|的?基础上|为基准年?|为基期|为基数|为基础|比|来看)?"
_BASE = re.compile(_BASE_BEFORE)
_BASE_FIRM = re.compile(r"^(?:相|较|比|对比)|(?:相比较|相比|基础上|为基准年?|为基期|为基数|为基础|比)$")
_LEVEL_OF = re.compile(r"(?:相当于|(?:是|为)(?=│+的?水平?的?[^，]{0,4}□))│+")
_CLAUSE = re.compile(r"[，,;；。！？!?\n]")
_JOIN = re.compile(r"\s?(?:、|和|及|与|以及|或)\s?$")
_COMPARED = re.compile(r"(?:快于|高于|低于|优于|慢于|领先|好于)[^，]*(?:平均|水平|目标|增速|全市|全省|全国)")
_AFTER_NOUN = re.compile(r"(?:及?以[上下]|左右|以内)?+的?+([^，,、;；。│□()和]{2,20}?)(?=[，,、;；。()和]|$)")
_SHARE = re.compile(r"(?:率|比|比重|比例|占比|份额|系数)$")


@dataclass(frozen=True, slots=True)
class TargetReading:
    """A target as stated: indicator verbatim, years, the quantity's numbers, and how they are meant (see UNITS rules).

    `q` is the index of the quantity; `start`/`end` the quantity's range in the text; `per` annual-average, annual or
    cumulative. `value` of a relative change is in percent (翻一番 is 100), whatever the printed unit.
    """

    indicator: str
    base_year: int | None
    target_year: int | None
    value: Fraction | None
    unit: str
    direction: Direction
    basis: Basis
    low: Fraction | None
    high: Fraction | None
    comparator: Comparator
    approx: bool
    per: str | None
    q: int
    start: int
    end: int


@dataclass(slots=True)
class _Draft:
    """A target in the making, with what later clauses may still supply (years)."""

    indicator: str
    sense: Sense
    to: bool
    span: QuantitySpan
    index: int
    per: str | None
    year: TimeSpan | None
    base: int | None
    counts: bool
    inherits: bool
    own_base: bool = False
    segment: int = 0
    position: int = 0


@dataclass(slots=True)
class _State:
    """What clauses of a sentence pass on: owner, scenario, last indicators, sense, years."""

    owner: Owner = "own"
    scenario: bool = False
    indicators: list[str] = field(default_factory=list)
    sense: Sense | None = None
    takes_object: bool = False
    per: str | None = None
    year: TimeSpan | None = None
    years: list[TimeSpan] = field(default_factory=list)
    base: int | None = None
    level_base: int | None = None
    done: tuple[str, int] | None = None


def _mask(text: str, times: tuple[TimeSpan, ...], quantities: tuple[QuantitySpan, ...]) -> str:
    chars = list(text)
    for span in quantities:
        chars[span.start : span.end] = "□" * (span.end - span.start)
    for time in times:
        chars[time.start : time.end] = "│" * (time.end - time.start)
    return "".join(chars)


def _pieces(masked: str, start: int, end: int, marks: str) -> list[tuple[int, int]]:
    """Ranges of masked[start:end] between the punctuation `marks`, brackets kept whole."""
    found: list[tuple[int, int]] = []
    depth, at = 0, start
    for i in range(start, end):
        char = masked[i]
        if char in "(《":
            depth += 1
        elif char in ")》":
            depth = max(0, depth - 1)
        elif char in marks and depth == 0:
            found.append((at, i))
            at = i + 1
    found.append((at, end))
    return [(a, b) for a, b in found if masked[a:b].strip()]


class _Reader:
    """Reads the targets of one text; sentence by sentence, with a fresh state for each."""

    def __init__(
        self, text: str, context: str | None, quantities: tuple[QuantitySpan, ...], times: tuple[TimeSpan, ...]
    ):
        self.text, self.context = text, context
        self.quantities, self.times = quantities, times
        self.folded = fold(text)
        self.masked = _mask(self.folded, times, quantities)
        self.above = list(read_times(context)) if context else []
        self.bases: list[tuple[int, TimeSpan]] = []
        self.base_times: set[int] = set()
        self.drafts: list[_Draft] = []
        self._find_bases()

    def _find_bases(self) -> None:
        """Times that are a base of comparison: 比2012年, 与2012年相比, 以2012年为基准, 在2014年基础上, 由2012年的."""
        for match in _BASE.finditer(self.masked):
            word = match.group()
            time = next((t for t in self.times if match.start() <= t.start < match.end()), None)
            if time is None or (word[0] in "与同以在" and not _BASE_FIRM.search(word)):
                continue
            if word[0] in "与同" and not word.endswith(("比", "相比", "相比较")):
                continue
            self.base_times.add(time.start)
            self._hide(match.start(), match.end())
        for match in _LEVEL_OF.finditer(self.masked):
            self.base_times.update(t.start for t in self.times if match.start() <= t.start < match.end())
        for time in self.times:
            before = self.masked[max(0, time.start - 1) : time.start]
            if before and before in "由从" and self.masked[time.end : time.end + 1] not in ("起", "开"):
                self.base_times.add(time.start)
            if re.match(r"为(?:基准|基期|基数|基础)", self.masked[time.end : time.end + 4]):
                self.base_times.add(time.start)

    def _hide(self, start: int, end: int) -> None:
        self.masked = self.masked[:start] + "│" * (end - start) + self.masked[end:]

    def read(self) -> tuple[TargetReading, ...]:
        for start, end in _pieces(self.masked, 0, len(self.masked), "。！？!?\n"):
            self._sentence(start, end)
        return tuple(self._finish(d) for d in self.drafts)

    def _sentence(self, start: int, end: int) -> None:
        words, shown = self.masked[start:end], self.folded[start:end]
        first = len(self.drafts)
        silent = is_past(shown) or is_project_effect(shown) or is_subsidy(shown)
        if heading_reports(self.context) and not aims(words):
            silent = True
        state = _State()
        for number, (a, b) in enumerate(_pieces(self.masked, start, end, ";；")):
            state.year, state.years, state.base = None, [], None
            for left, right in _pieces(self.masked, a, b, "，,"):
                self._clause(left, right, state, number)
        drafts = self.drafts[first:]
        self.drafts[first:] = [] if silent else self._with_years(drafts, start, end)

    def _clause(self, start: int, end: int, state: _State, segment: int) -> None:
        words = self.masked[start:end]
        state.owner = owner_of(words, state.owner)
        state.scenario = scenario_after(words, state.scenario)
        for time in self.times:
            if not start <= time.start < end:
                continue
            if time.text == "同期" and time.kind == "anchor":
                state.level_base = time.start_year
                state.year, state.years = time, [time]
            elif time.start in self.base_times:
                state.base = time.end_year
            elif state.year is not None and self.masked[state.year.end : time.start].strip() in (
                "、",
                "和",
                "及",
                "与",
            ):
                state.years.append(time)
                state.year = time
            else:
                state.year, state.years = time, [time]
        done = is_done(words)
        counts = state.owner == "own" and not state.scenario and not done and not is_dropped(words)
        for group in self._groups(start, end):
            self._group(group, start, end, state, counts, done, segment)

    def _groups(self, start: int, end: int) -> list[list[int]]:
        """Indexes of the clause's quantities, those of one list (15%和18%) together; durations are left out."""
        groups: list[list[int]] = []
        for index, span in enumerate(self.quantities):
            if not start <= span.start < end or span.quantity.unit in ("a", "mo", "d", "h"):
                continue
            last = self.quantities[groups[-1][-1]] if groups else None
            gap = self.masked[last.end : span.start] if last else ""
            if last and (_JOIN.match(_bare(gap)) or gap.strip() == "/") and len(gap) <= 12:
                groups[-1].append(index)
            else:
                groups.append([index])
        return groups

    def _group(
        self, group: list[int], start: int, end: int, state: _State, counts: bool, done: bool, segment: int
    ) -> None:
        first, last = self.quantities[group[0]], self.quantities[group[-1]]
        earlier = [
            s.end
            for i, s in enumerate(self.quantities)
            if i < group[0] and s.end > start and not self._qualifies(i, end)
        ]
        begin = max([start, *[e for e in earlier if e <= first.start]])
        if self._qualifies(group[-1], end):
            return
        stop = max(begin, outer_start(self.masked, first.start))
        joined = begin > start and self.masked[begin:stop].lstrip().startswith(("、", "和", "及", "与", "并"))
        begin = self._skip_after(begin, stop) if begin > start else begin
        compared = _COMPARED.search(self.masked, start, first.start) if first.quantity.unit in ("pp", "%") else None
        if compared:
            phrase = read_phrase(self.masked, begin, max(begin, compared.start()))
            state.indicators.extend(self.text[a:b].strip() for a, b in phrase.indicators)
            return
        phrase = read_phrase(self.masked, begin, stop)
        names = [self.text[a:b].strip() for a, b in phrase.indicators]
        sense, to = phrase.sense, phrase.to
        inherits = False
        if phrase.repeats:
            names = list(dict.fromkeys(state.indicators))[-len(group) :]
        if (phrase.takes_object or joined) and not names:
            names = self._noun_after(last.end, end)
        if phrase.takes_object and names and phrase.indicators and self._counted(first):
            names = self._noun_after(last.end, end) or names
        if sense is None and joined and names:
            sense = state.sense
        if phrase.copula and names and state.sense and state.indicators and not measurable(names[-1]):
            names = []
        if first.text.startswith("翻"):
            sense, to = "increase", False
        if not names:
            if sense is None and not joined:
                if first.quantity.comparator in ("=", "range") and phrase.per is None:
                    return
                sense = "reach"
            names, inherits = state.indicators[-1:], True
            if phrase.copula or sense is None:
                sense = state.sense
        if not names:
            return
        if phrase.level_before:
            state.indicators.extend(names)
            state.level_base, state.base = state.base or state.level_base, None
            return
        if done:
            state.indicators.extend(names)
            state.done = (names[-1], state.year.end_year) if state.year else None
            state.year, state.years = None, []
            return
        if sense is None:
            if first.quantity.comparator == "=" and not measurable(names[-1]):
                return
            sense = "reach"
        per = phrase.per or (state.per if joined else None)
        state.sense, state.takes_object, state.per = sense, phrase.takes_object, per
        if not inherits:
            state.indicators.extend(names)
        years = state.years if len(state.years) == len(group) > 1 else [state.year] * len(group)
        if len(names) != len(group):
            names = [names[-1] if phrase.respectively is False or len(names) == 1 else names[0]] * len(group)
        base = state.base
        level = state.level_base if to or sense in ("reach", "hold") else None
        if level is None and state.done and state.done[0] == names[-1] and (to or sense == "reach"):
            level = state.done[1]
        for name, index, year in zip(names, group, years, strict=True):
            self.drafts.append(
                _Draft(name, sense, to, self.quantities[index], index, per, year, level if level else base, counts, inherits,
                       level is not None, segment, self.quantities[index].start)
            )  # fmt: skip
        state.level_base = None

    def _counted(self, span: QuantitySpan) -> bool:
        return span.quantity.unit in ("count", "person") and self._noun_after(span.end, span.end + 16) != []

    def _qualifies(self, index: int, end: int) -> bool:
        """Whether the number only qualifies a noun that is counted by the next number (10蒸吨及以下燃煤锅炉15台)."""
        if index + 1 >= len(self.quantities):
            return False
        span, following = self.quantities[index], self.quantities[index + 1]
        between = self.masked[span.end : following.start]
        return following.start < end and bool(re.fullmatch(r"(?:及?以[上下])的?[^，、;；和及与│□()]{2,14}", between))

    def _skip_after(self, begin: int, stop: int) -> int:
        """Past what still belongs to the number before: 以上, 左右, and the joining 、 or 和."""
        match = re.compile(r"\s?(?:\([^()]*\))?(?:及?以[上下内]|之内|左右|上下)?\s?(?:、|和|及|与|并|以及)?").match(
            self.masked, begin, stop
        )
        return match.end() if match else begin

    def _noun_after(self, start: int, end: int) -> list[str]:
        match = _AFTER_NOUN.match(self.masked, start, min(end + 1, len(self.masked)))
        return [self.text[match.start(1) : match.end(1)].strip()] if match else []

    def _with_years(self, drafts: list[_Draft], start: int, end: int) -> list[_Draft]:
        """Fill in target and base years from the rest of the sentence and the heading; drop what has no target year."""
        inside = [t for t in self.times if start <= t.start < end]
        free = [t for t in inside if t.start not in self.base_times]
        bases = [t for t in inside if t.start in self.base_times]
        kept: list[_Draft] = []
        last: TimeSpan | None = None
        for draft in drafts:
            if draft.year is None:
                after = [t for t in free if t.start > draft.position]
                before = [t for t in free if t.start < draft.position and last is not None]
                draft.year = after[0] if after else (before[-1] if before else self._year_above())
            last = draft.year
            if draft.year is None:
                continue
            if draft.base is None and _is_change(draft):
                earlier = [t for t in bases if t.start < draft.position] or bases
                draft.base = earlier[-1 if earlier is not bases else 0].end_year if earlier else None
                if draft.base is None:
                    draft.base = self._implied_base(draft)
            elif (
                draft.base is not None
                and not _is_change(draft)
                and not draft.own_base
                and not self._near_base(draft, drafts)
            ):
                draft.base = None
            if draft.base is not None and draft.base >= draft.year.end_year:
                draft.base = None
            kept.append(draft)
        for draft, following in pairwise(kept):
            if (
                not _is_change(draft)
                and following.inherits
                and _is_change(following)
                and following.indicator == draft.indicator
            ):
                draft.base = draft.base or (following.base if following.per is None else None)
        return [d for d in kept if d.counts]

    def _near_base(self, draft: _Draft, drafts: list[_Draft]) -> bool:
        """Whether a level is stated as a share of the base-year level (相当于2012年的81%)."""
        return draft.sense == "equal"

    def _year_above(self) -> TimeSpan | None:
        """The target year of the heading: the last year that is not the base."""
        years = [t for t in self.above if not self._is_base_above(t)]
        return max(years, key=lambda t: t.end_year) if years else None

    def _is_base_above(self, time: TimeSpan) -> bool:
        heading = fold(self.context or "")
        before, after = heading[max(0, time.start - 5) : time.start], heading[time.end : time.end + 5]
        return bool(
            re.search(r"基准年?份?[:为是]?$|基期[:为是]?$|[较比]$|相比于?$", before)
            or re.match(r"\)?为?(?:基准|基期|基数|现状|实际)", after)
        )

    def _implied_base(self, draft: _Draft) -> int | None:
        """The year before a five-year period; else the base year of the heading."""
        year = draft.year
        change = draft.span.quantity.unit in ("%", "pp", "x", "1")
        flow = draft.per in ("cumulative", "annual", "each-year") and not change
        if year is not None and not flow and (year.kind == "fyp" or year.end_year - year.start_year == 4):
            return (year.end_year - 5) if year.start_year == year.end_year else year.start_year - 1
        above = [t for t in self.above if self._is_base_above(t)]
        if above:
            return above[0].end_year
        if year is not None and not flow and any(t.kind == "anchor" for t in (year,)):
            return year.start_year - 1 if year.end_year - year.start_year == 4 else None
        return None

    def _finish(self, draft: _Draft) -> TargetReading:
        quantity = draft.span.quantity
        direction, basis, factor, shift = _meaning(draft, quantity)
        unit = "%" if factor != 1 or shift else quantity.unit

        def turn(number: Fraction | None) -> Fraction | None:
            return None if number is None else (number + shift) * factor

        per = draft.per
        if per == "each-year":
            per = "annual-average" if quantity.unit in ("%", "pp") else "annual"
        if per is None and re.match(r"年(?!均|末|底)", draft.indicator):
            per = "annual"
        return TargetReading(
            draft.indicator,
            draft.base,
            draft.year.end_year if draft.year else None,
            turn(quantity.value),
            unit,
            direction,
            basis,
            turn(quantity.low),
            turn(quantity.high),
            quantity.comparator,
            quantity.approx,
            per,
            draft.index,
            draft.span.start,
            draft.span.end,
        )


def _bare(gap: str) -> str:
    """A gap between numbers without the 以上 or 左右 of the first."""
    return re.sub(r"^\s?(?:及?以[上下内]|之内|左右|上下)", "", gap)


def _is_change(draft: _Draft) -> bool:
    return draft.sense in ("decrease", "increase") and not draft.to


def _meaning(draft: _Draft, quantity: Quantity) -> tuple[Direction, Basis, Fraction, int]:
    """Direction, basis, and how the printed number becomes percent: (value + shift) × factor."""
    sense, unit = draft.sense, quantity.unit
    if sense == "equal":
        return "reach", "relative-percent", Fraction(1), 0
    if sense in ("reach", "hold"):
        return ("hold" if sense == "hold" else "reach"), "absolute", Fraction(1), 0
    up = sense == "increase"
    if draft.to:
        return ("increase_to" if up else "decrease_to"), "absolute", Fraction(1), 0
    direction: Direction = "increase" if up else "decrease"
    if unit == "%":
        return direction, "relative-percent", Fraction(1), 0
    if unit == "pp":
        return direction, "percentage-point", Fraction(1), 0
    if quantity.text == "一半" or (unit == "1" and "分之" in quantity.text):
        return direction, "relative-percent", Fraction(100), 0
    if unit == "x":
        return direction, "relative-percent", Fraction(100), -1 if quantity.text.startswith("翻") else 0
    return direction, "absolute", Fraction(1), 0


def read_prose_targets(
    text: str,
    context: str | None = None,
    quantities: tuple[QuantitySpan, ...] | None = None,
    times: tuple[TimeSpan, ...] | None = None,
) -> tuple[TargetReading, ...]:
    """The targets that the park commits itself to in a sentence or paragraph; `context` is the heading above."""
    spans = read_quantities(text) if quantities is None else quantities
    if not spans:
        return ()
    return _Reader(text, context, spans, read_times(text, context) if times is None else times).read()
