"""The cover: lines before the text begins, and the title of the plan among them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from plancheck.core.lazy_pattern import lazy_pattern
from plancheck.document.heading import Line
from plancheck.document.labels import compact, parse_label, tidy_title

_DEPTH = 60
_TITLE_END = re.compile(
    r"(?:方案|规划|计划|报告|申报书|申请书|申请表|申报表|验收申请|纲要|大纲|办法|可研|说明书|任务书)"
    r"(?:[（(《<][^（）()]{1,24}[)）》>])?(?:文本|正文)?(?:[（(][^（）()]{1,12}[)）])?$"
)
_OF_A_PLAN = re.compile("实施方案|园区|开发区|产业园|工业园|高新区|基地|公司|示范|试点|集聚区|新区")
_COVERLIKE = lazy_pattern(
    r"\d{4} ?年|[〇○零一二三四五六七八九]{4} ?年|^[（(].{1,20}[)）]$|单位|编制|委员会|管委会|人民政府|有限公司|研究院|研究所|中心$|^附件|[稿版]$|：|:"
)
_PLACE = lazy_pattern(r"(?:开发区|园区|高新区|产业园|工业园|科技园|新区|集聚区|示范区|基地|[省市县])$")
_NOT_JOINED = lazy_pattern(r"^附件|\d{4}|单位|：|:|目录|[。；]$|^[（(]")


class Cover(NamedTuple):
    """The title, and the indexes of the lines that are cover."""

    title: str = ""
    lines: tuple[int, ...] = ()


def read_cover(lines: Sequence[Line], titles: Sequence[bool], breaks: Sequence[bool], contents_at: int | None) -> Cover:
    """Find the cover among `lines`. `titles` marks lines in the style Title, `breaks` lines that start a page,
    `contents_at` is where a table of contents stood."""
    end = _reach(lines, contents_at)
    if not end:
        return Cover()
    usable = [i for i in range(end) if lines[i].solid and lines[i].text.strip()]
    if not usable:
        return Cover()
    biggest = max(lines[i].size for i in usable)
    if biggest <= _common_size(lines):
        biggest = -1  # size tells nothing
    best, score = -1, 0
    for order, i in enumerate(usable):
        points = _score(lines[i], titles[i], biggest, order)
        if points > score:
            best, score = i, points
    if best < 0 or score < 4:
        return Cover()
    parts = _title_lines(lines, usable, best)
    title = "".join(
        tidy_title(lines[i].text.split("\n")[0] if "\n" not in lines[i].text else lines[i].text) for i in parts
    )
    last = max(parts)
    if contents_at is not None and contents_at <= end:
        covered = [i for i in usable if i < contents_at]
    else:
        covered = [i for i in usable if i <= last]
        page = next((i for i in range(last + 1, end) if breaks[i]), None)
        for i in usable:
            if i <= last:
                continue
            if (page is not None and i < page) or (
                len(lines[i].text) <= 40 and not lines[i].outline and _COVERLIKE.search(lines[i].text)
            ):
                covered.append(i)
            else:
                break
    return Cover(title, tuple(covered))


def _reach(lines: Sequence[Line], contents_at: int | None) -> int:
    """How far the cover can reach: to the table of contents, the first long line or the first numbered heading."""
    limit = len(lines)
    if contents_at is not None and contents_at <= _DEPTH:
        before = lines[:contents_at]
        if not any(len(line.text) > 80 and line.text.rstrip().endswith("。") for line in before):
            return min(limit, contents_at + 3)
    for index, line in enumerate(lines[:_DEPTH]):
        text = line.text.strip()
        if not line.solid and line.text == "table":
            return index
        if not text:
            continue
        if len(text) > 60 or (len(text) > 25 and text.endswith("。")):
            return index
        number = parse_label(line.label + line.text)
        if number is not None and number.kind != "annex" and not number.weak:
            return index
        if line.outline and not (_TITLE_END.search(text) and _OF_A_PLAN.search(text)):
            return index
    return min(limit, _DEPTH)


def _common_size(lines: Sequence[Line]) -> int:
    sizes: Counter[int] = Counter()
    for line in lines:
        sizes[line.size] += len(line.text)
    return sizes.most_common(1)[0][0]


def _score(line: Line, titled: bool, biggest: int, order: int) -> int:
    text = line.text.strip()
    if line.outline and not (len(text) >= 8 and _OF_A_PLAN.search(text)):
        return 0  # a chapter such as 监测方案
    if len(text) < 4 or text.startswith(("附件", "关于", "根据")) or text.endswith(("：", ":", "。")):
        return 0
    points = 5 if titled else 0
    if _TITLE_END.search(compact(text.replace("\n", ""))):
        points += 4
    if line.size and line.size == biggest:
        points += 2
    return points + line.centred + (order == 0) if points else 0


def _title_lines(lines: Sequence[Line], usable: Sequence[int], best: int) -> list[int]:
    """The title may run over several lines of the same look: take in those right above (and the one below)."""
    at = usable.index(best)
    parts = [best]
    look = (lines[best].size, lines[best].centred)
    ended = _TITLE_END.search(compact(lines[best].text)) is not None
    for i in reversed(usable[:at]):
        text = lines[i].text.strip()
        same = (lines[i].size, lines[i].centred) == look and (look[0] or look[1] or _PLACE.search(text))
        if not same or _NOT_JOINED.search(text) or len(text) > 30 or _TITLE_END.search(text):
            break
        parts.insert(0, i)
    if not ended:
        for i in usable[at + 1 : at + 3]:
            text = lines[i].text.strip()
            if (lines[i].size, lines[i].centred) != look or _NOT_JOINED.search(text):
                break
            parts.append(i)
            if _TITLE_END.search(text):
                break
    return parts
