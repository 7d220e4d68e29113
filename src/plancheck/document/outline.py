"""Which lines are headings: styles and outline levels first, then typed numbers, run-in leads and looks.

Works on neutral lines, so that Word files and plain text share it. What is a heading is decided here and in `numbered`;
`levels` orders the headings into a tree.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from plancheck.core.lazy_pattern import lazy_pattern
from plancheck.document.heading import (
    CJK,
    FRONT_MATTER,
    LEAD,
    LONG_TITLE,
    MID,
    SENTENCE_END,
    SHORT_TITLE,
    Heading,
    Line,
    Looks,
    all_bold,
    body_looks,
    bold_lead,
    emphasised,
    lead_end,
    make_heading,
    prose_lead,
    title_start,
)
from plancheck.document.labels import automatic_label, compact, number_before_quantity, parse_label
from plancheck.document.numbered import judge_run, runs, survey

_NOT_TITLE = re.compile(r"^(?:\d{4} ?年|单位[：:]|资料来源|数据来源|注[：:\d]|说明[：:]|来源[：:]|[—\-－]|[（(]?续表)")
_FORM = lazy_pattern(r"[，：:；。]")


def find_headings(lines: Sequence[Line]) -> list[Heading]:
    """The headings among `lines`, in order."""
    for line in lines:
        if line.solid and not line.barred and line.number is None:
            line.number = automatic_label(line.label) if line.label else parse_label(line.text)
    _number_quantities(lines)
    looks = body_looks(lines)
    found: dict[int, Heading] = {}
    for index, line in enumerate(lines):
        if line.solid and not line.barred and line.text.strip() and (line.outline or line.in_toc):
            heading = _styled(index, line, looks)
            if heading is not None:
                found[index] = heading
    about = survey(lines, looks)
    for run in runs(lines, found):
        judge_run(run, lines, about, found)
    _judge_unnumbered(lines, looks, found)
    if len(found) < 2:
        _judge_bare(lines, looks, found)
    return [found[i] for i in sorted(found)]


def _number_quantities(lines: Sequence[Line]) -> None:
    """Tell 7.40兆瓦光伏工程 between 6. and 8. from a quantity: the numbers around it leave a gap for just this one."""
    plain = [i for i, line in enumerate(lines) if line.number is not None and line.number.kind == "n"]
    for before, after in pairwise(plain):
        first, last = lines[before].number, lines[after].number
        if first is None or last is None or last.numbers[0] != first.numbers[0] + 2:
            continue
        for line in lines[before + 1 : after]:
            found = (
                number_before_quantity(line.text) if line.number is None and line.solid and not line.barred else None
            )
            if found is not None and found.numbers[0] == first.numbers[0] + 1:
                line.number = found
                break


def _styled(index: int, line: Line, looks: Looks) -> Heading | None:
    start = title_start(line)
    text = line.text
    title = text[start:].strip()
    if title[-1:] in "；;，," or compact(text) in ("目录", "目次"):
        return None
    if line.joined:
        return make_heading(index, line, looks, len(text), len(text), sure=True)
    if len(title) > 60 or (len(title) > LONG_TITLE and title[-1:] in "。；;"):
        lead = lead_end(line, start)
        if lead and (line.bold >= lead or lead - start <= LEAD) and not prose_lead(text[start:lead]):
            return make_heading(index, line, looks, lead, lead + 1, sure=True)
        return None
    stop = MID.search(text, start, len(text.rstrip()) - 1)
    if stop is not None and stop[0] == "。" and line.bold and abs(line.bold - stop.start()) <= 1:
        return make_heading(index, line, looks, stop.start(), stop.end(), sure=True)
    if not line.outline and title[-1:] in SENTENCE_END:
        return None
    return make_heading(index, line, looks, len(text), len(text), sure=True)


def _judge_bare(lines: Sequence[Line], looks: Looks, found: dict[int, Heading]) -> None:
    """Last resort where nothing marks headings: short lines without punctuation right above full sentences. Three of them
    make an outline; fewer may be anything."""
    bare: list[int] = []
    for index, line in enumerate(lines[:-1]):
        text = line.text.strip()
        if index in found or not line.solid or line.barred or line.number is not None or not 2 <= len(text) <= LEAD:
            continue
        below = lines[index + 1]
        sentence = below.solid and len(below.text) >= 20 and below.text.rstrip()[-1:] in "。：:；"
        worded = CJK.search(text) and not text[0].isdigit() and text[-1] not in SENTENCE_END
        if sentence and worded and not _FORM.search(text) and not _NOT_TITLE.match(text):
            bare.append(index)
    if len(bare) >= 3:
        for index in bare:
            line = lines[index]
            found[index] = make_heading(index, line, looks, len(line.text), len(line.text), sure=False)


def _judge_unnumbered(lines: Sequence[Line], looks: Looks, found: dict[int, Heading]) -> None:
    """Lines without a number: short emphasised ones, and bold leads before text."""
    leads: list[tuple[int, int]] = []
    for index, line in enumerate(lines):
        if index in found or not line.solid or line.barred or line.number is not None:
            continue
        text = line.text.strip()
        if not text or _NOT_TITLE.match(text):
            continue
        if compact(text) in FRONT_MATTER:
            found[index] = make_heading(index, line, looks, len(line.text), len(line.text), sure=True)
            continue
        if line.joined and len(text) <= LONG_TITLE:
            found[index] = make_heading(index, line, looks, len(line.text), len(line.text), sure=True, origin="run-in")
        elif len(text) <= SHORT_TITLE and text[-1] not in SENTENCE_END + "：:" and emphasised(line, looks):
            if len(text) > 1 and CJK.search(text) and not _FORM.search(text) and _content_below(index, lines, looks):
                found[index] = make_heading(index, line, looks, len(line.text), len(line.text), sure=False)
        else:
            end = lead_end(line, 0)
            if end and end <= LEAD + 2 and bold_lead(line, end, looks) and len(text) - end >= 15:
                leads.append((index, end))
    # The same lead again and again (责任单位：…) is a label of a field, not a heading.
    repeated = Counter(compact(lines[i].text[:end]) for i, end in leads)
    kept = [(i, end) for i, end in leads if repeated[compact(lines[i].text[:end])] == 1]
    stops = [pair for pair in kept if lines[pair[0]].text[pair[1]] == "。"]
    chosen = kept if len(kept) >= 2 else stops
    for index, end in chosen:
        found[index] = make_heading(index, lines[index], looks, end, end + 1, sure=False, origin="run-in")


def _content_below(index: int, lines: Sequence[Line], looks: Looks) -> bool:
    after = index + 1
    if after >= len(lines):
        return False
    follower = lines[after]
    if (
        follower.solid
        and follower.number is None
        and not follower.outline
        and len(follower.text.strip()) <= SHORT_TITLE
    ):
        # Two emphasised short lines in a row are more likely a cover or a signature than headings.
        return not (
            emphasised(follower, looks)
            and (follower.size, all_bold(follower)) == (lines[index].size, all_bold(lines[index]))
        )
    return True
