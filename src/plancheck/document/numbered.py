"""Numbered lines: runs that count on (1, 2, 3 …) are judged together, as headings, run-in headings or list items."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from plancheck.core.lazy_pattern import lazy_pattern
from plancheck.document.heading import (
    CJK,
    LEAD,
    LONG_TITLE,
    MID,
    NUMERIC,
    SENTENCE_END,
    SHORT_TITLE,
    Heading,
    Line,
    Looks,
    bold_lead,
    emphasised,
    lead_end,
    make_heading,
    prose_lead,
    title_start,
)
from plancheck.document.labels import compact

_HIGH = frozenset(("part", "chapter", "section", "cn", "annex"))


_DIGIT = lazy_pattern(r"\d")
_CLAUSE_END = lazy_pattern(r"[，。；,;]")
_FIELDS = frozenset(
    [
        "建设内容",
        "建设规模",
        "建设地点",
        "建设单位",
        "建设期限",
        "建设周期",
        "建设时间",
        "承担单位",
        "实施单位",
        "责任单位",
        "责任部门",
        "牵头单位",
        "配合单位",
        "主要内容",
        "投资",
        "总投资",
        "投资规模",
        "投资估算",
        "项目投资",
        "项目名称",
        "项目内容",
        "完成时间",
        "完成时限",
        "时间进度",
        "进度安排",
        "预期效益",
        "节能效益",
        "减排效益",
        "资金来源",
        "联系人",
        "联系电话",
        "地址",
        "时间",
        "地点",
    ]
)


class Survey(NamedTuple):
    """What all lines together tell: the look of the text, the classes typed with their proper mark (一、), all numbers,
    and the words before a colon that name fields and not sections."""

    looks: Looks
    typed: frozenset[str]
    numbers: frozenset[tuple[int, ...]]
    fields: frozenset[str]


@dataclass(slots=True)
class _Run:
    """Items of one numbering class that count on (1, 2, 3 …)."""

    kind: str
    items: list[int] = field(default_factory=list)


def runs(lines: Sequence[Line], found: dict[int, Heading]) -> list[_Run]:
    """Numbered lines in runs that count on; a run ends where the count restarts or a styled heading of another class
    or a higher class steps in with a new chapter."""
    runs: list[_Run] = []
    current: dict[str, tuple[_Run, tuple[int, ...]]] = {}
    for index, line in enumerate(lines):
        number = line.number
        if number is None or line.barred:
            continue
        kind = number.kind
        known = current.get(kind)
        follows = known is not None and _counts_on(known[1], number.numbers)
        if known is not None and follows:
            run = known[0]
        else:
            run = _Run(kind)
            runs.append(run)
        run.items.append(index)
        current[kind] = (run, number.numbers)
    return runs


def _counts_on(last: tuple[int, ...], now: tuple[int, ...]) -> bool:
    if len(now) > 1:
        return True  # decimal numbers carry their place with them
    if not last or not now:
        return True
    return now[-1] == last[-1] + 1


def survey(lines: Sequence[Line], looks: Looks) -> Survey:
    """Look over all lines once, for what a single run cannot tell."""
    typed: set[str] = set()
    numbers: set[tuple[int, ...]] = set()
    leads: Counter[str] = Counter()
    for line in lines:
        if line.number is None:
            continue
        numbers.add(line.number.numbers)
        if not line.number.weak:
            typed.add(line.number.kind)
        end = lead_end(line, title_start(line))
        if end and line.text[end] in "：:":
            leads[compact(line.text[title_start(line) : end])] += 1
    repeated = {lead for lead, count in leads.items() if count > 1}
    return Survey(looks, frozenset(typed), frozenset(numbers), frozenset(repeated) | _FIELDS)


def judge_run(run: _Run, lines: Sequence[Line], about: Survey, found: dict[int, Heading]) -> None:
    """Add to `found` those items of a run that are headings, whole or as leads of their paragraph."""
    items = [i for i in run.items if i not in found]
    if not items:
        return
    titles = [i for i in items if _is_title(lines[i], run.kind)]
    titled = set(titles)
    leads = [i for i in items if i not in titled and _usable_lead(lines[i], about)]
    valued = [
        i
        for i in leads
        if _states_value(lines[i]) and not bold_lead(lines[i], lead_end(lines[i], title_start(lines[i])), about.looks)
    ]
    if len(valued) * 2 > len(leads):
        stated = set(valued)
        leads = [i for i in leads if i not in stated]  # a list of values, not of sections
    formed = len(titles) + len(leads)
    standing_out = {i for i in titles if emphasised(lines[i], about.looks)}
    filled = {i for i in titles if _has_content(i, run.kind, lines)}
    # Text after the last item of a list often goes on with the text around the list.
    inner = items[:-1] or items
    divides = sum(i in filled for i in inner) * 2 >= len(inner) or len(standing_out) * 2 > len(items)
    all_alike = len(run.items) > len(items) or formed == len(items)
    fitting = titled
    if run.kind.startswith("decimal"):
        sequence = {n.numbers for i in run.items if (n := lines[i].number) is not None}
        fitting = (
            {i for i in titles if _fits(lines[i], sequence, about.numbers)} if len(titles) * 2 >= len(items) else set()
        )
    for i in titles:
        line = lines[i]
        flat = line.text.rstrip()[-1:] not in "。；;"
        weak = line.number is not None and line.number.weak
        firm = run.kind in _HIGH or run.kind == "cn-paren" or run.kind.startswith("decimal")
        if run.kind == "annex" and _listed_amid(i, lines):
            accept = False
        elif i in standing_out:
            accept = True
        elif weak and run.kind in about.typed:
            accept = False  # where 一、 is in use, "一 …" is a row of something
        elif not flat:
            accept = len(items) > 1 and divides and i in filled
        elif (run.kind in _HIGH and not weak) or len(run.items) > len(items):
            accept = True
        elif run.kind == "cn-paren":
            accept = bool(filled) or all_alike
        elif run.kind.startswith("decimal"):
            accept = i in fitting
        else:
            accept = divides and not (weak and len(items) == 1)
        if accept:
            sure = firm or i in standing_out or len(items) > 1
            found[i] = make_heading(i, line, about.looks, len(line.text), len(line.text), sure=sure)
    for i in leads:
        line = lines[i]
        end = lead_end(line, title_start(line))
        bold = bold_lead(line, end, about.looks)
        short = line.text[end] == "。" and end - title_start(line) <= 10 and run.kind in ("cn", "cn-paren")
        if bold or (short and formed == len(items)) or (formed >= 2 and formed * 5 >= len(items) * 3):
            found[i] = make_heading(i, line, about.looks, end, end + 1, sure=bold or run.kind in _HIGH, origin="run-in")


def _is_title(line: Line, kind: str) -> bool:
    title = line.text[title_start(line) :].strip()
    if kind == "annex":
        return _is_annex(line, title)
    if not title:
        return kind in ("part", "chapter", "section")
    if len(title) > (LONG_TITLE if kind in _HIGH or kind == "cn-paren" else SHORT_TITLE):
        return False
    if kind == "article" and len(title) > LEAD:
        return False
    if title[-1] in SENTENCE_END and not (title[-1] == "。" and len(title) <= LEAD and "，" not in title):
        return False
    if line.number is not None and line.number.weak and NUMERIC.search(title):
        return False
    return CJK.search(title) is not None and MID.search(title[:-1]) is None


def _is_annex(line: Line, title: str) -> bool:
    if len(title) > LONG_TITLE or title[-1:] in ("。", "；", "，", ";") or "。" in title or "，" in title:
        return False
    number = line.number
    if number is None or not number.numbers:
        if number is None or not title:
            # "附件：" alone opens a list of names; "附件" alone heads what follows.
            return number is not None and not line.text.rstrip().endswith(("：", ":"))
        return not (title[0].isdigit() or title[0] in "一《") and number.end > len(number.text)
    return not title.startswith(("所", "中", "为", "是", "的", "、", "和", "及", "和附", "至"))


def _usable_lead(line: Line, about: Survey) -> bool:
    start = title_start(line)
    end = lead_end(line, start)
    if not end:
        return False
    lead = line.text[start:end]
    colon = line.text[end] in "：:"
    if colon and compact(lead) in about.fields:
        return False  # 投资规模：… tells a property of what stands above
    if bold_lead(line, end, about.looks):
        return True
    if colon and len(line.text.rstrip()) - end < 12:
        return False
    return len(lead) <= LEAD and not prose_lead(lead) and CJK.search(lead) is not None and "、" not in lead[:2]


def _states_value(line: Line) -> bool:
    """Whether a colon is followed by a value in its first clause: 碳强度：比2012年下降18%."""
    end = lead_end(line, title_start(line))
    if not end or line.text[end] not in "：:":
        return False
    stop = _CLAUSE_END.search(line.text, end + 1)
    return _DIGIT.search(line.text, end + 1, stop.start() if stop else len(line.text)) is not None


def _has_content(index: int, kind: str, lines: Sequence[Line]) -> bool:
    """Whether something other than the next item of the same class stands under the line."""
    after = index + 1
    if after >= len(lines):
        return False
    follower = lines[after]
    if not follower.solid:
        return True
    if follower.outline or follower.barred:
        return follower.barred
    if follower.number is None:
        return True
    if follower.number.kind == kind:
        return False
    # A first item of another class stands under this line; a later one belongs to a list above it.
    return follower.number.numbers[-1:] == (1,)


def _fits(line: Line, sequence: set[tuple[int, ...]], numbers: frozenset[tuple[int, ...]]) -> bool:
    """Whether a decimal number fits into its `sequence`: 3.2 beside 3.1, 3.1 under chapter 3 or after 2.x; 10.5 alone is a
    quantity. `numbers` are all numbers of the document."""
    if line.number is None or not line.number.numbers:
        return True
    *front, last = line.number.numbers
    group = tuple(front)
    if last > 1:
        return (*group, last - 1) in sequence
    if len(group) > 1 or group == (1,) or (*group, 2) in sequence or (group[0] - 1, 1) in sequence:
        return True
    return group in numbers


def _listed_amid(index: int, lines: Sequence[Line]) -> bool:
    """Whether an annex line is only mentioned in a list: the next number counts on from before it (… 附录B, （二）).

    附图1 and 附表1 may be captions with text after them, before the plan goes on.
    """
    caption = lines[index].text.lstrip().startswith(("附图", "附表")) and not lines[index].outline
    for line in lines[index + 1 : index + 40]:
        if line.number is None and caption:
            continue
        if not line.solid or line.number is None:
            return False
        if line.number.kind != "annex":
            return bool(line.number.numbers) and line.number.numbers[-1] > 1
    return False
