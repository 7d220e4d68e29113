"""Which lines are headings: styles and outline levels first, then typed numbers, run-in leads and looks.

Works on neutral lines, so that Word files and plain text share it. What is a heading is decided here; `levels` orders
the headings into a tree.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from plancheck.document.labels import Label, automatic_label, compact, parse_label
from plancheck.document.model import SectionOrigin

LONG_TITLE = 40
SHORT_TITLE = 30
LEAD = 20
FRONT_MATTER = frozenset(("前言", "引言", "序言", "绪论", "摘要", "结语", "后记", "参考文献"))
_HIGH = frozenset(("part", "chapter", "section", "cn", "annex"))
_SENTENCE_END = "。；;！!？?，,、"
_MID = re.compile(r"[。；！？]")
_LEAD_END = re.compile(r"[。：:．]")
_NUMERIC = re.compile(r"\d{2}")
_NOT_TITLE = re.compile(r"^(?:\d{4} ?年|单位[：:]|资料来源|数据来源|注[：:\d]|说明[：:]|来源[：:]|[—\-－]|[（(]?续表)")
_FORM = re.compile(r"[，：:；。]")
_CJK = re.compile(r"[一-鿿]")


@dataclass(slots=True)
class Line:
    """A line of the body as the outline sees it. `solid` is False for what only counts as content (tables, figures)."""

    text: str = ""
    label: str = ""
    outline: int = 0
    outline_origin: SectionOrigin = "style"
    bold: int = 0
    size: int = 0
    heavy: bool = False
    centred: bool = False
    solid: bool = True
    in_cell: bool = False
    joined: bool = False
    in_toc: bool = False
    barred: bool = False  # a cover line or caption: never a heading
    number: Label | None = None


@dataclass(slots=True)
class Heading:
    """A line found to be a heading: where its title begins and ends in the text, and where a run-in body begins."""

    line: int
    label: Label | None
    start: int
    end: int
    rest: int
    origin: SectionOrigin
    sure: bool
    outline: int = 0
    look: tuple[int, bool, bool] = (0, False, False)
    front: bool = False


@dataclass(slots=True)
class _Looks:
    size: int = 0
    bold_body: bool = False
    heavy_body: bool = False


@dataclass(slots=True)
class _Run:
    """Items of one numbering class that count on (1, 2, 3 …)."""

    kind: str
    items: list[int] = field(default_factory=list)


def find_headings(lines: Sequence[Line]) -> list[Heading]:
    """The headings among `lines`, in order."""
    for line in lines:
        if line.solid and not line.barred and line.number is None:
            line.number = automatic_label(line.label) if line.label else parse_label(line.text)
    looks = _body_looks(lines)
    found: dict[int, Heading] = {}
    for index, line in enumerate(lines):
        if line.solid and not line.barred and line.text.strip() and (line.outline or line.in_toc):
            heading = _styled(index, line, looks)
            if heading is not None:
                found[index] = heading
    typed = {line.number.kind for line in lines if line.number is not None and not line.number.weak}
    for run in _runs(lines, found):
        _judge_run(run, lines, looks, found, typed)
    _judge_unnumbered(lines, looks, found)
    if len(found) < 2:
        _judge_bare(lines, looks, found)
    return [found[i] for i in sorted(found)]


def _title_start(line: Line) -> int:
    return 0 if line.label or line.number is None else line.number.end


def _styled(index: int, line: Line, looks: _Looks) -> Heading | None:
    start = _title_start(line)
    text = line.text
    title = text[start:].strip()
    if title[-1:] in "；;，," or compact(text) in ("目录", "目次"):
        return None
    if line.joined:
        return _heading(index, line, looks, len(text), len(text), sure=True)
    if len(title) > 60 or (len(title) > LONG_TITLE and title[-1:] in "。；;"):
        lead = _lead_end(line, start)
        if lead and (line.bold >= lead or lead - start <= LEAD) and not _prose_lead(text[start:lead]):
            return _heading(index, line, looks, lead, lead + 1, sure=True)
        return None
    stop = _MID.search(text, start, len(text.rstrip()) - 1)
    if stop is not None and stop[0] == "。" and line.bold and abs(line.bold - stop.start()) <= 1:
        return _heading(index, line, looks, stop.start(), stop.end(), sure=True)
    if not line.outline and title[-1:] in _SENTENCE_END:
        return None
    return _heading(index, line, looks, len(text), len(text), sure=True)


def _heading(
    index: int, line: Line, looks: _Looks, end: int, rest: int, *, sure: bool, origin: SectionOrigin | None = None
) -> Heading:
    if origin is None:
        run_in = rest < len(line.text.rstrip())
        if line.outline:
            origin = line.outline_origin
        elif line.in_cell:
            origin = "table"
        else:
            origin = "run-in" if run_in else "numbering" if line.number else "format"
    label = line.number
    if label is not None and label.weak and not (line.outline or _emphasised(line, looks) or line.in_toc):
        sure = False
    return Heading(
        index,
        label,
        _title_start(line),
        end,
        rest,
        origin,
        sure,
        line.outline,
        (line.size, _all_bold(line), line.heavy),
        label is None and compact(line.text) in FRONT_MATTER,
    )


def _body_looks(lines: Sequence[Line]) -> _Looks:
    sizes: Counter[int] = Counter()
    total = bold = heavy = 0
    for line in lines:
        count = len(line.text)
        if not line.solid or count < 30:
            continue
        total += count
        sizes[line.size] += count
        if _all_bold(line):
            bold += count
        if line.heavy:
            heavy += count
    if not total:
        return _Looks()
    return _Looks(sizes.most_common(1)[0][0], bold * 2 > total, heavy * 2 > total)


def _all_bold(line: Line) -> bool:
    return line.bold > 0 and line.bold >= len(line.text.rstrip())


def _emphasised(line: Line, looks: _Looks) -> bool:
    if _all_bold(line) and not looks.bold_body:
        return True
    if line.heavy and not looks.heavy_body:
        return True
    return bool(line.size and looks.size and line.size >= looks.size + 2)


def _lead_end(line: Line, start: int) -> int:
    """Where the leading phrase of a run-in heading ends (index of its full stop or colon); 0 for none."""
    limit = max(start + LEAD + 2, line.bold + 1 if line.bold < start + LONG_TITLE else 0)
    mark = _LEAD_END.search(line.text, start, min(limit, len(line.text)))
    if mark is None or mark.start() <= start + 1:
        return 0
    if len(line.text.rstrip()) - mark.end() < 6:
        return 0
    return mark.start()


def _prose_lead(lead: str) -> bool:
    return "，" in lead or "；" in lead or bool(_NUMERIC.search(lead))


def _runs(lines: Sequence[Line], found: dict[int, Heading]) -> list[_Run]:
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


def _judge_run(run: _Run, lines: Sequence[Line], looks: _Looks, found: dict[int, Heading], typed: set[str]) -> None:
    items = [i for i in run.items if i not in found]
    if not items:
        return
    high = run.kind in _HIGH
    firm_siblings = len(run.items) - len(items)
    titles = [i for i in items if _is_title(lines[i], run.kind)]
    leads = [i for i in items if i not in set(titles) and _usable_lead(lines[i], looks)]
    formed = len(titles) + len(leads)
    emphasised = {i for i in titles if _emphasised(lines[i], looks)}
    filled = {i for i in titles if _has_content(i, run.kind, lines)}
    decimal = run.kind.startswith("decimal")
    for i in titles:
        line = lines[i]
        weak = line.number is not None and line.number.weak
        ends_flat = line.text.rstrip()[-1:] not in "。；;"
        if i in emphasised:
            accept = True
        elif weak and run.kind in typed:
            accept = False  # where 一、 is in use, "一 …" is a row of something
        elif run.kind == "annex" and _listed_amid(i, lines):
            accept = False
        elif not ends_flat:
            accept = len(items) > 1 and len(filled) * 2 >= len(items) and i in filled
        elif (high and not weak) or firm_siblings:
            accept = True
        elif run.kind == "cn-paren":
            accept = bool(filled) or formed == len(items)
        elif decimal:
            accept = len(titles) * 2 >= len(items) and _has_predecessor(i, run, lines)
        else:
            accept = len(filled) * 2 >= len(items) or len(emphasised) * 2 > len(items)
            if accept and len(items) == 1 and weak:
                accept = False
        if accept:
            sure = i in emphasised or high or run.kind == "cn-paren" or decimal or len(items) > 1
            found[i] = _heading(i, line, looks, len(line.text), len(line.text), sure=sure)
    for i in leads:
        line = lines[i]
        end = _lead_end(line, _title_start(line))
        bold = _bold_lead(line, end, looks)
        if bold or (formed >= 2 and formed * 5 >= len(items) * 3):
            found[i] = _heading(i, line, looks, end, end + 1, sure=bold or high, origin="run-in")


def _is_title(line: Line, kind: str) -> bool:
    title = line.text[_title_start(line) :].strip()
    if kind == "annex":
        return _is_annex(line, title)
    if not title:
        return kind in ("part", "chapter", "section")
    if len(title) > (LONG_TITLE if kind in _HIGH or kind == "cn-paren" else SHORT_TITLE):
        return False
    if kind == "article" and len(title) > LEAD:
        return False
    if title[-1] in _SENTENCE_END and not (title[-1] == "。" and len(title) <= LEAD and "，" not in title):
        return False
    if line.number is not None and line.number.weak and _NUMERIC.search(title):
        return False
    return _CJK.search(title) is not None and _MID.search(title[:-1]) is None


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


def _usable_lead(line: Line, looks: _Looks) -> bool:
    start = _title_start(line)
    end = _lead_end(line, start)
    if not end:
        return False
    lead = line.text[start:end]
    if _bold_lead(line, end, looks):
        return True
    if line.text[end] in "：:" and len(line.text.rstrip()) - end < 12:
        return False
    return len(lead) <= LEAD and not _prose_lead(lead) and _CJK.search(lead) is not None and "、" not in lead[:2]


def _bold_lead(line: Line, end: int, looks: _Looks) -> bool:
    return not looks.bold_body and 0 < line.bold < len(line.text.rstrip()) and abs(line.bold - end) <= 1


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


def _has_predecessor(index: int, run: _Run, lines: Sequence[Line]) -> bool:
    """Whether a decimal number fits into its sequence: 3.2 after 3.1, 3.1 under chapter 3 or after 2.x; 10.5 alone is a
    quantity."""
    number = lines[index].number
    if number is None or not number.numbers:
        return True
    *front, last = number.numbers
    group = tuple(front)
    others = {o.numbers for i in run.items if i != index and (o := lines[i].number) is not None}
    if last > 1:
        return (*group, last - 1) in others
    if len(group) > 1 or group == (1,) or (*group, 2) in others or any(n[0] == group[0] - 1 for n in others):
        return True
    return any(o.number is not None and o.number.numbers == group for o in lines[:index])


def _listed_amid(index: int, lines: Sequence[Line]) -> bool:
    """Whether an annex line is only mentioned in a list: the next number counts on from before it (… 附录B, （二）)."""
    for line in lines[index + 1 :]:
        if not line.solid or line.number is None:
            return False
        if line.number.kind != "annex":
            return bool(line.number.numbers) and line.number.numbers[-1] > 1
    return False


def _judge_bare(lines: Sequence[Line], looks: _Looks, found: dict[int, Heading]) -> None:
    """Last resort where nothing marks headings: short lines without punctuation right above full sentences."""
    for index, line in enumerate(lines[:-1]):
        text = line.text.strip()
        if index in found or not line.solid or line.barred or line.number is not None or not 2 <= len(text) <= LEAD:
            continue
        below = lines[index + 1]
        sentence = below.solid and len(below.text) >= 20 and below.text.rstrip()[-1:] in "。：:；"
        if (
            sentence
            and not text[0].isdigit()
            and text[-1] not in _SENTENCE_END
            and _CJK.search(text)
            and not _FORM.search(text)
            and not _NOT_TITLE.match(text)
        ):
            found[index] = _heading(index, line, looks, len(line.text), len(line.text), sure=False)


def _judge_unnumbered(lines: Sequence[Line], looks: _Looks, found: dict[int, Heading]) -> None:
    """Lines without a number: short emphasised ones, and bold leads before text."""
    leads: list[tuple[int, int]] = []
    for index, line in enumerate(lines):
        if index in found or not line.solid or line.barred or line.number is not None:
            continue
        text = line.text.strip()
        if not text or _NOT_TITLE.match(text):
            continue
        if compact(text) in FRONT_MATTER:
            found[index] = _heading(index, line, looks, len(line.text), len(line.text), sure=True)
            continue
        if line.joined and len(text) <= LONG_TITLE:
            found[index] = _heading(index, line, looks, len(line.text), len(line.text), sure=True, origin="run-in")
        elif len(text) <= SHORT_TITLE and text[-1] not in _SENTENCE_END + "：:" and _emphasised(line, looks):
            if len(text) > 1 and _CJK.search(text) and not _FORM.search(text) and _content_below(index, lines, looks):
                found[index] = _heading(index, line, looks, len(line.text), len(line.text), sure=False)
        else:
            end = _lead_end(line, 0)
            if end and end <= LEAD + 2 and _bold_lead(line, end, looks) and len(text) - end >= 15:
                leads.append((index, end))
    # The same lead again and again (责任单位：…) is a label of a field, not a heading.
    repeated = Counter(compact(lines[i].text[:end]) for i, end in leads)
    kept = [(i, end) for i, end in leads if repeated[compact(lines[i].text[:end])] == 1]
    stops = [pair for pair in kept if lines[pair[0]].text[pair[1]] == "。"]
    chosen = kept if len(kept) >= 2 else stops
    for index, end in chosen:
        found[index] = _heading(index, lines[index], looks, end, end + 1, sure=False, origin="run-in")


def _content_below(index: int, lines: Sequence[Line], looks: _Looks) -> bool:
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
            _emphasised(follower, looks)
            and (follower.size, _all_bold(follower)) == (lines[index].size, _all_bold(lines[index]))
        )
    return True
