"""Targets in prose: what this park commits itself to, read clause by clause over times, quantities and phrases."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import replace

from plancheck.facts.clauses import mask, pieces
from plancheck.facts.commitment import (
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
from plancheck.facts.quantities import QuantitySpan, outer_start, read_quantities
from plancheck.facts.shared_heads import shared_name
from plancheck.facts.starting_levels import bare_levels
from plancheck.facts.target_model import Draft, SentenceState, TargetReading
from plancheck.facts.target_phrases import Phrase, Sense, for_all, measurable, read_phrase
from plancheck.facts.target_years import Heading, base_phrases, settle_years
from plancheck.facts.times import TimeSpan, read_times

_JOIN = re.compile(r" ?(?:、|和|及|与|以及|或|/) ?$")
_TAIL = re.compile(r" ?(?:\([^()]*\))?(?:及?以[上下内]|之内|左右|上下)?")
_JOINING = re.compile(r" ?(?:、|和|及|与|并|以及)")
_COMPARED = re.compile(r"(?:快于|高于|低于|优于|慢于|领先|好于)[^，]{0,40}(?:平均|水平|目标|增速|全市|全省|全国)")
_PRICES = re.compile(r" ?年?(?:可比|不变)?价")
_AFTER_NOUN = re.compile(
    r"(?:及?以[上下]|左右|以内)?+的?+(?:□+(?:及?以[上下])?的?)?([^，,、;；。│□()和]{2,20}?)(?=[，,、;；。()和]|用于|用来|达到|实现|$)"
)
_QUALIFIED = re.compile(r"(?:(?:及?以[上下])的?|的)[^，、;；和及与│□()]{2,14}")
_QUALIFIER = re.compile(r"及以[上下]的?[^，、;；和及与│□()]{2}")
_NOTE = re.compile(r"\([^()]{1,60}\)")
_OF_BASE = re.compile(r" ?(?:水平|排放量|消费量|总量)?的 ?")
_LONGEST = 4000  # a longer "sentence" is no prose; its numbers are read, but no targets
_STATES = ("为", "是", "占")  # verbs that by themselves tell what is, not what shall be
_DURATIONS = frozenset({"a", "mo", "d", "h"})


def _multiple_of(masked: str, time: TimeSpan, span: QuantitySpan) -> bool:
    """Whether the number is a multiple of the level in that year (2012年的1.3倍)."""
    between = masked[time.end : outer_start(masked, span.start)] if 0 <= span.start - time.end <= 12 else ""
    return span.quantity.unit in ("x", "1") and _OF_BASE.fullmatch(between) is not None


class _Reader:
    """Reads the targets of one text; sentence by sentence, with a fresh state for each."""

    def __init__(
        self,
        text: str,
        context: str | None,
        quantities: tuple[QuantitySpan, ...],
        times: tuple[TimeSpan, ...],
        share_heads: bool,
    ) -> None:
        self.share_heads = share_heads
        self.text, self.quantities, self.times = text, quantities, times
        self.folded = fold(text)
        self.reports = heading_reports(context)
        self.aiming = context is not None and aims(context)
        self.heading = Heading(context)
        masked = mask(self.folded, times, quantities)
        self.bases, hidden = base_phrases(masked, times)
        starts = [t.start for t in times]
        self.time_starts, self.starts = starts, [q.start for q in quantities]
        self.inside, self.indexes = times, range(len(quantities))
        self.multiples: set[int] = set()
        for index, span in enumerate(quantities):
            place = bisect_left(starts, span.start)
            if place and _multiple_of(masked, times[place - 1], span):
                self.multiples.add(index)
                self.bases.add(times[place - 1].start)
        begins = [q.start for q in quantities]
        self.base_levels: set[int] = set()
        chars = list(masked)
        for a, b in hidden:
            chars[a:b] = "│" * (b - a)
            self.base_levels.update(range(bisect_left(begins, a), bisect_left(begins, b)))
        self.bare = bare_levels("".join(chars), self.text)
        for level in self.bare:
            chars[level.start : level.end] = "│" * (level.end - level.start)
        self.masked = "".join(chars)
        self.notes = [m.span() for m in _NOTE.finditer(self.masked)]
        self.drafts: list[Draft] = []

    def read(self, fact_year: int | None) -> tuple[TargetReading, ...]:
        """All targets of the text in order, those for years up to `fact_year` left out."""
        found: list[TargetReading] = []
        for start, end in pieces(self.masked, 0, len(self.masked), "。！？!?\n"):
            found.extend(draft.finish() for draft in self._sentence(start, end) if draft.counts)
        return tuple(t for t in found if fact_year is None or t.target_year is None or t.target_year > fact_year)

    def _sentence(self, start: int, end: int) -> list[Draft]:
        shown, words = self.folded[start:end], self.masked[start:end]
        if "□" not in words or end - start > _LONGEST:
            return []
        self.inside = self.times[bisect_left(self.time_starts, start) : bisect_left(self.time_starts, end)]
        self.indexes = range(bisect_left(self.starts, start), bisect_left(self.starts, end))
        if is_past(shown) or is_project_effect(shown) or is_subsidy(shown) or (self.reports and not aims(words)):
            return []
        self.drafts = []
        state = SentenceState()
        for a, b in pieces(self.masked, start, end, ";；"):
            state.years, state.base = [], None
            for left, right in pieces(self.masked, a, b, "，,"):
                self._clause(left, right, state)
        inside = [t for t in self.inside if not _PRICES.match(self.masked, t.end)]
        return settle_years(self.drafts, inside, self.bases, self.heading)

    def _clause(self, start: int, end: int, state: SentenceState) -> None:
        words = self.masked[start:end]
        state.owner = owner_of(words, state.owner)
        state.scenario = scenario_after(words, state.scenario)
        state.aimed = state.aimed or self.aiming or aims(words)
        self._times(start, end, state)
        done = is_done(words)
        counts = state.owner == "own" and not state.scenario and not done and not is_dropped(words)
        for group in self._groups(start, end):
            self._group(group, start, end, state, counts, done)

    def _times(self, start: int, end: int, state: SentenceState) -> None:
        """Take over the years that a clause names, as base of comparison or as target."""
        state.base_here = False
        for time in self.inside:
            if not start <= time.start < end or _PRICES.match(self.masked, time.end):
                continue
            if time.kind == "anchor" and time.text == "同期":
                state.level_base, state.years = time.start_year, [time]
            elif time.start in self.bases:
                state.base, state.base_here = time.end_year, True
            elif state.year is not None and self._noted(time.start):
                continue
            elif state.year and self.masked[state.year.end : time.start].strip() in ("、", "和", "及", "与"):
                state.years.append(time)
            else:
                state.years = [time]

    def _groups(self, start: int, end: int) -> list[list[int]]:
        """Indexes of the clause's quantities, those of one list (15%和18%) together; durations and base levels left out."""
        groups: list[list[int]] = []
        for index in self.indexes:
            span = self.quantities[index]
            if not start <= span.start < end or self._passed_over(index):
                continue
            last = self.quantities[groups[-1][-1]] if groups else None
            if last and _JOIN.fullmatch(self.masked, self._after(last.end, span.start), span.start):
                groups[-1].append(index)
            else:
                groups.append([index])
        return groups

    def _passed_over(self, index: int) -> bool:
        """Whether a number is no target by nature: a duration, the level of the base year, a note in brackets."""
        span = self.quantities[index]
        return span.quantity.unit in _DURATIONS or index in self.base_levels or self._noted(span.start)

    def _noted(self, place: int) -> bool:
        """Whether a place is inside a note in brackets (2015年为16.5立方米)."""
        index = bisect_right(self.notes, (place, len(self.masked)))
        return index > 0 and place < self.notes[index - 1][1]

    def _after(self, start: int, stop: int) -> int:
        """Past what still belongs to the number before: 以上, 左右, a note in brackets."""
        match = _TAIL.match(self.masked, start, stop)
        return match.end() if match else start

    def _group(self, group: list[int], start: int, end: int, state: SentenceState, counts: bool, done: bool) -> None:
        """Read the target(s) of one number or list of numbers, with the words since the number before."""
        first = self.quantities[group[0]]
        if self._qualifies(group[-1], end):
            return
        ends = [
            self.quantities[i].end
            for i in range(self.indexes.start, group[0])
            if self.quantities[i].end > start and not self._passed_over(i) and not self._qualifies(i, end)
        ]
        begin = self._after(ends[-1], first.start) if ends else start
        stop = max(begin, outer_start(self.masked, first.start))
        joining = _JOINING.match(self.masked, begin, stop) if ends else None
        begin = joining.end() if joining else begin
        compared = _COMPARED.search(self.masked, start, first.start) if first.quantity.unit in ("pp", "%") else None
        phrase = read_phrase(self.masked, begin, max(begin, compared.start()) if compared else stop)
        names, inherits = self._names(phrase, group, end, state, joining is not None)
        if compared or phrase.level_before or done:
            state.indicators.extend(names)
            if phrase.level_before:
                state.level_base, state.base = state.base or state.level_base, None
                state.levels = [self.quantities[i] for i in group]
            elif done and names and state.year:
                state.done, state.years = (names[-1], state.year.end_year), []
            return
        sense = self._sense(phrase, first, names, inherits, joining is not None, group[0] in self.multiples, state)
        if sense is None or not names or (inherits and not self._comparable(names[-1], sense, phrase.to, first, state)):
            return
        state.sense, state.per = sense, phrase.per or (state.per if joining else None)
        if not inherits:
            state.indicators.extend(names)
            state.listed = names if len(names) == len(group) > 1 else []
        if not state.aimed and sense == "reach" and phrase.verb in _STATES and first.quantity.comparator == "=":
            counts = False  # 2020年排放总量为186万吨: without any word of intent so far a bare level is a fact
        self._draft(group, phrase, sense, names, inherits, state, counts, aims(self.masked[start:end]))

    def _names(
        self, phrase: Phrase, group: list[int], end: int, state: SentenceState, joined: bool
    ) -> tuple[list[str], bool]:
        """The indicator(s) of a phrase, verbatim, and whether they are taken over from before."""
        names = [self.text[a:b].strip() for a, b in phrase.indicators]
        if self.share_heads and names:
            names = [names[0], *(shared_name(names[0], name) for name in names[1:])]
        first, last = self.quantities[group[0]], self.quantities[group[-1]]
        if phrase.repeats:
            return list(dict.fromkeys(state.indicators))[-len(group) :], False
        if phrase.takes_object and first.quantity.unit in ("count", "person"):
            names = self._noun_after(last.end, end) or names
        elif (phrase.takes_object or joined) and not names:
            names = self._noun_after(last.end, end)
        if phrase.copula and names and state.sense and state.indicators and not measurable(names[-1]):
            names = []
        if not names and len(group) == len(state.listed):
            return state.listed, True  # A和B分别下降…，分别达到…和…
        return (names, False) if names else (state.indicators[-1:], True)

    def _sense(
        self,
        phrase: Phrase,
        first: QuantitySpan,
        names: list[str],
        inherits: bool,
        joined: bool,
        multiple: bool,
        state: SentenceState,
    ) -> Sense | None:
        """The sense of a phrase: its own, that of the list it goes on with, or a level where a bound or measure says so."""
        if first.text.startswith("翻"):
            return "increase"
        if multiple:
            return "equal"
        if inherits and (phrase.copula or (phrase.sense is None and self._assigned(first))):
            return state.sense or phrase.sense
        if phrase.sense is not None:
            return phrase.sense
        if joined:
            return state.sense
        if phrase.per and names and not inherits:
            return "reach"
        bounded = first.quantity.comparator not in ("=", "range")
        if inherits and self._striving(first) and state.sense is not None:
            return state.sense
        if inherits and names and state.sense == "reach" and state.units.get(names[-1]) == first.quantity.unit:
            return (
                "reach"
                if bounded or self.masked[max(0, first.start - 2) : first.start].rstrip()[-1:] in ("│", ":")
                else None
            )
        if inherits:
            return "reach" if bounded or phrase.per else None
        return "reach" if bounded or first.quantity.comparator == "range" or measurable(names[-1]) else None

    def _assigned(self, span: QuantitySpan) -> bool:
        return re.search(r"下达|分解|核定", self.folded[max(0, span.start - 16) : span.start]) is not None

    def _striving(self, span: QuantitySpan) -> bool:
        """Whether only words of effort stand before the number (下降14.5%，力争15%)."""
        return (
            self.folded[max(0, span.start - 4) : span.start]
            .rstrip()
            .endswith(("力争", "争取", "确保", "力争达", "努力"))
        )

    def _comparable(self, name: str, sense: Sense, to: bool, span: QuantitySpan, state: SentenceState) -> bool:
        """Whether a level or change can be one of the indicator taken over: not 400家, nor one boiler less, of a share."""
        known = state.units.get(name)
        level = to or sense in ("reach", "hold")
        if not level and span.quantity.unit in ("%", "pp", "x", "1"):
            return True
        return known is None or known == span.quantity.unit

    def _draft(
        self,
        group: list[int],
        phrase: Phrase,
        sense: Sense,
        names: list[str],
        inherits: bool,
        state: SentenceState,
        counts: bool,
        aimed: bool,
    ) -> None:
        if len(group) == 1 < len(names) and self._of_all(group[0]):
            group = group * len(names)
        years: list[TimeSpan | None] = (
            list(state.years) if len(state.years) == len(group) > 1 else [state.year] * len(group)
        )
        if len(names) != len(group):
            names = names[-1:] * len(group)
        to = phrase.to and not self.quantities[group[0]].text.startswith("翻")
        levels = self._levels(group, state)
        for place, (name, index, year) in enumerate(zip(names, group, years, strict=True)):
            span = self.quantities[index]
            draft = Draft(
                name,
                sense,
                to,
                span,
                index,
                state.per,
                year,
                None,
                counts,
                inherits,
                phrase.flow,
                phrase.copula or not phrase.verb,
                aimed,
                phrase.other_base,
                levels[place] if len(levels) == len(group) else None,
            )
            if draft.changes or sense == "equal":
                draft.base = None if phrase.other_base or (phrase.flow and not state.base_here) else state.base
            elif state.level_base is not None:
                draft.base = state.level_base
            elif state.done and state.done[0] == name:
                draft.base = state.done[1]
            if not draft.changes and sense != "equal":
                state.units[name] = span.quantity.unit
            self.drafts.append(draft)
        state.level_base, state.levels = None, []

    def _of_all(self, index: int) -> bool:
        """Whether one number goes for every indicator named before it (A、B均下降20%)."""
        start = self.quantities[index].start
        return for_all(self.masked, max(0, start - 24), start)

    def _levels(self, group: list[int], state: SentenceState) -> list[QuantitySpan]:
        """The levels that the number(s) of a group start from: 由…提高到, 在…的基础上, a bare number included."""
        first = self.quantities[group[0]]
        if state.levels:
            return state.levels
        if group[0] - 1 in self.base_levels and group[0] - 1 >= self.indexes.start:
            return [self.quantities[group[0] - 1]]
        before = self.quantities[group[0] - 1].end if group[0] > self.indexes.start else 0
        bare = [level for level in self.bare if before <= level.start < first.start]
        if bare and state.base_here:
            state.level_base = state.level_base or state.base
        unit = first.quantity.unit
        return [level._replace(quantity=replace(level.quantity, unit=unit)) for level in bare[-1:]]

    def _qualifies(self, index: int, end: int) -> bool:
        """Whether the number only qualifies a noun (10蒸吨及以下燃煤锅炉15台)."""
        if _QUALIFIER.match(self.masked, self.quantities[index].end, end):
            return True
        if index + 1 >= len(self.quantities):
            return False
        span, following = self.quantities[index], self.quantities[index + 1]
        return following.start < end and _QUALIFIED.fullmatch(self.masked, span.end, following.start) is not None

    def _noun_after(self, start: int, end: int) -> list[str]:
        match = _AFTER_NOUN.match(self.masked, start, min(end + 1, len(self.masked)))
        return [self.text[match.start(1) : match.end(1)].strip()] if match else []


def read_targets(
    text: str,
    context: str | None = None,
    quantities: tuple[QuantitySpan, ...] | None = None,
    times: tuple[TimeSpan, ...] | None = None,
    *,
    fact_year: int | None = None,
    share_heads: bool = False,
) -> tuple[TargetReading, ...]:
    """The targets that the park commits itself to in a sentence or paragraph; `context` is the heading above.

    `quantities` and `times` are taken over where they have been read already. `fact_year` is the last year that the plan
    reports on (its base year, say): what is stated for it or an earlier year is a fact and no target. Names are as
    printed; with `share_heads` the second of 单位增加值能耗和碳排放 takes the head that it shares with the first.
    """
    spans = read_quantities(text) if quantities is None else quantities
    if not spans:
        return ()
    when = read_times(text, context) if times is None else times
    return _Reader(text, context, spans, when, share_heads).read(fact_year)
