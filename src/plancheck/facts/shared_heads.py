"""Names that share the head of the name before them: 单位工业增加值能耗和二氧化碳排放 names two intensities."""

from __future__ import annotations

import re

from plancheck.core.lazy_pattern import lazy_pattern

_HEAD = re.compile(
    r"(?:每?单位|每?万元|每?亿元)(?:地区|国内)?(?:生产总值|GDP|gdp|工业增加值|规模工业增加值|增加值|工业总产值|总产值|产值)的?"
)
_TAIL = lazy_pattern(
    r"(?:综合)?(?:能耗|能源消[耗费]|二氧化碳排放|CO2排放|co2排放|碳排放|温室气体排放|水耗|用水|取水|电耗)(?:总?量|强度)?"
)
_LINK = re.compile(r"\s*(?:和|与|及|以及|、)\s*")


def shared_name(first: str, second: str) -> str:
    """`second` with the head of `first` where it needs one: 单位GDP能耗, 碳排放 → 单位GDP碳排放; else as it is."""
    head = _HEAD.search(first)
    if head is None or _TAIL.fullmatch(second) is None or _TAIL.match(first, head.end()) is None:
        return second
    return head.group() + second.removesuffix("强度")


def shared_names(text: str, start: int, end: int) -> tuple[tuple[str, int, int], ...]:
    """The names after the one at text[start:end] that share its head, each with its place."""
    found: list[tuple[str, int, int]] = []
    first, at = text[start:end], end
    while True:
        link = _LINK.match(text, at)
        tail = _TAIL.match(text, link.end()) if link is not None else None
        if tail is None:
            return tuple(found)
        name = shared_name(first, tail.group())
        if name == tail.group():
            return tuple(found)
        found.append((name, tail.start(), tail.end()))
        at = tail.end()
