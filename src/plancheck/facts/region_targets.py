"""What the plan says its region must reach: 四川省“十二五”单位工业增加值能耗下降18%."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plancheck.core.location import Evidence
from plancheck.facts.fold import fold
from plancheck.facts.lexicon import Lexicons, Match
from plancheck.facts.model import Fact, Passage, Target
from plancheck.facts.quantities import QuantitySpan, read_quantities
from plancheck.facts.shared_heads import shared_names
from plancheck.facts.target_text import firmness
from plancheck.facts.times import TimeSpan, read_times

_REGION = re.compile(
    r"[全我本该]?(?:省|自治区)(?:[级委里]|政府)?|[全我本该]市|[一-鿿]{2,4}市(?![场政民])|(?:所在|本|该)(?:地区|区域|省|市|城市|省份)|地区(?=[^生]{0,6}(?:目标|要求|碳|节能|能耗|同期|平均))|市(?:政府)?下达|上级下达"
)
_OWN = re.compile(r"园区|本区|全区|我区|开发区|高新区|经开区|示范区|新区|试点")
_TO_PARK = re.compile(r"(?:下达|分解|分配|核定)[^，。；]{0,6}(?:园区|本区|开发区|高新区|我区)")
_CONVERTED = re.compile(r"折合|换算|折算|年均|每年|相当")
_FALL = re.compile(r"下降|降低|减少|降幅|节能目标")
_LINK = re.compile(r"[^0-9，。；]{0,3}(?:和|与|及|、|以及)\s*")
_REGIONAL = ("单位工业增加值能耗", "单位工业增加值二氧化碳排放", "单位地区生产总值能耗", "单位地区生产总值二氧化碳排放")
_AIM = re.compile(r"目标|要求|下达|任务|“?十[一二三四]五|到20|规划|确定|明确|提出|承诺|高于|力争|应")


def region_targets_in_text(passages: tuple[Passage, ...], lexicons: Lexicons) -> tuple[Target, ...]:
    """Falls in energy or carbon intensity that sentences set for the province, city or region of the park."""
    found: list[Target] = []
    for passage in passages:
        text = passage.text
        if (
            passage.kind != "sentence"
            or len(text) > 1500
            or "%" not in fold(text)
            or not _REGION.search(text)
            or not _AIM.search(text)
        ):
            continue
        found.extend(_targets(passage, lexicons))
    return tuple(found)


def _targets(passage: Passage, lexicons: Lexicons) -> Iterator[Target]:
    text = passage.text
    folded = fold(text)
    indicators = [m for m in _indicators(text, lexicons) if m.entry.name in _REGIONAL]
    if not indicators:
        return
    times = read_times(text)
    regional = False
    at = 0
    spans = [s for s in read_quantities(text) if s.quantity.unit == "%"]
    own_indicator = _in_turn(spans, indicators, folded)
    for piece in re.split(r"(?<=[，；])", folded):
        region = [m.end() for m in _REGION.finditer(piece)]
        own = [m.end() for m in _OWN.finditer(piece)]
        assigned = _TO_PARK.search(piece) is not None
        for span in spans:
            if not at <= span.start < at + len(piece):
                continue
            here = [p for p in region if at + p <= span.start]
            mine = [p for p in own if at + p <= span.start]
            if _CONVERTED.search(piece, 0, span.start - at) or (regional and _CONVERTED.search(folded[:at])):
                continue  # a rate worked out from the region's target, for comparison
            is_region = not assigned and ((bool(here) and (not mine or here[-1] > mine[-1])) or (regional and not mine))
            before = own_indicator.get(span.start) or [m for m in indicators if m.end <= span.start]
            falls = _FALL.search(folded, before[-1].end if before else 0, min(len(folded), span.end + 10))
            if is_region and before and falls is not None:
                yield _target(passage, before[-1], span, times, folded)
        regional = (bool(region) and (not own or region[-1] > own[-1]) and not assigned) if region or own else regional
        at += len(piece)


def _in_turn(spans: list[QuantitySpan], indicators: list[Match], folded: str) -> dict[int, list[Match]]:
    """For each number of a list (17%和16%) by its start the indicator that it belongs to in turn."""
    found: dict[int, list[Match]] = {}
    run: list[QuantitySpan] = []
    for span, following in zip(spans, [*spans[1:], None], strict=True):
        run.append(span)
        if following is not None and _LINK.fullmatch(folded, span.end, following.start):
            continue
        named = [m for m in indicators if m.end <= run[0].start][-len(run) :]
        if len(run) > 1 and len(named) == len(run):
            found.update({s.start: [m] for s, m in zip(run, named, strict=True)})
        run = []
    return found


def _indicators(text: str, lexicons: Lexicons) -> list[Match]:
    """Indicators in the sentence, also those named without their denominator (碳排放强度)."""
    found = list(lexicons.indicators.find(text))
    for word in ("碳排放强度", "二氧化碳排放强度", "碳强度", "能耗强度"):
        match = lexicons.indicators.exact(word)
        start = text.find(word)
        while match is not None and start >= 0:
            if not any(m.start <= start < m.end and m.end >= start + len(word) for m in found):
                found.append(Match(match.entry, word, "weak", start, start + len(word)))
            start = text.find(word, start + 1)
    for first in tuple(found):
        for name, start, end in shared_names(text, first.start, first.end):
            match = lexicons.indicators.exact(name)
            if match is not None:
                found = [m for m in found if m.end <= start or m.start >= end]
                found.append(Match(match.entry, name, match.how, start, end))
    return sorted(found, key=lambda m: m.end)


def _target(passage: Passage, match: Match, span: QuantitySpan, times: tuple[TimeSpan, ...], folded: str) -> Target:
    place = passage.evidence.location
    offset = place.span[0] if place.span is not None else 0
    evidence = Evidence(
        place.at_span(offset + span.start, offset + span.end), passage.evidence.excerpt, span.quantity.show()
    )
    status, reason = firmness(match, match.alias)
    base, target = _years(times, span, folded)
    return Target(
        indicator=match.alias,
        canonical=match.entry.name,
        level=None,
        group=None,
        base_year=Fact(base, (evidence,)) if base is not None else None,
        target_year=Fact(target, (evidence,)) if target is not None else None,
        base=None,
        target=None,
        change=Fact(span.quantity, (evidence,), status, reason),
        direction="decrease",
        basis="relative-percent",
        unit="%",
        evidence=(evidence,),
        origin="prose",
        section=passage.section,
    )


def _years(times: tuple[TimeSpan, ...], span: QuantitySpan, folded: str) -> tuple[int | None, int | None]:
    """Base and target year: a five-year plan runs from the year before it, 比2010年 names the base."""
    base: int | None = None
    ends: list[TimeSpan] = []
    for time in times:
        before = folded[max(0, time.start - 2) : time.start]
        if before.endswith(("比", "较")) or folded[time.end :].startswith(("为基", "相比")):
            base = time.end_year
        else:
            ends.append(time)
    near = [t for t in ends if t.start <= span.start] or ends[:1]
    if not near:
        return base, None
    last = near[-1]
    if base is None and last.kind in ("fyp", "period") and last.end_year > last.start_year:
        years = last.end_year - last.start_year
        base = (
            last.start_year - 1 if last.kind == "fyp" or years == 4 else last.start_year
        )  # 2011—2015年 is a plan, too
    plan = next((t for t in near if t.kind == "fyp"), None)
    if base is None and plan is not None and last.end_year == plan.end_year:
        base = plan.start_year - 1
    return base, last.end_year
