"""Built-ins that compare what texts say: nothing but set phrases, nothing beyond a name, the same matter as a name."""

from __future__ import annotations

import re
from collections.abc import Callable

from plancheck.core.location import Evidence, Location
from plancheck.facts.fold import fold
from plancheck.facts.model import Passage
from plancheck.judgement.builtins.arguments import Arguments
from plancheck.judgement.builtins.passages import passages_
from plancheck.judgement.context import Context
from plancheck.judgement.values import ABSENT, Items, Value, truth, unknown

_LINKS = "和与及或等各的内大较很有为"
# What names of projects and tasks share, so that it does not tell one from another.
_COMMON = re.compile(
    r"工程|项目|建设|改造|示范|试点|园区|企业|推广|应用|系统|技术|重点|综合|利用|中心|平台|低碳|节能|减排|减碳|发展|实施|开展|推进|加快|加强|"
    r"提升|提高|优化|升级|新建|扩建|改扩建|新增|一期|二期|三期|设施|设备|装置|生产线|生产|年产|产业|有限公司|信息|管理|服务|体系|能力|产品|"
    r"新型|高效|先进|工业|国际|国内|建筑面积|面积|投资|规模|总|新|及其|以及|相关|配套|[及与和的等、，。（）()/·“”\-—\d.]+|兆瓦|千瓦|万吨|吨|平方米|公里"
)
_MEASURED = re.compile(r"[\d.]|平方|立方|万米|千瓦|小时|公里|万元")
_DOING = re.compile(r"工程|项目|建设|新建|实施|开展|进行|完成|推进|推动|加快|加强|拟|本|的|内容|及其?相关工作|相关工作")
_COVER_LINES, _COVER_LENGTH = 12, 40
_LONG_RUN = 4  # characters in a row that two texts share by no accident, unless all are common words


def only(context: Context, args: Arguments) -> Value:
    """Whether a text consists of nothing but words of a list (parted by blanks) and what links them: 相关企业、有关单位."""
    value, words = args.value("text"), args.value("words")
    if value is None or words is None or not value.known:
        return truth(None, *((value,) if value is not None else ()))
    text = _letters(str(value.data))
    covered = [False] * len(text)
    for word in str(words.data).split():
        name = _letters(word)
        at = text.find(name) if name else -1
        while at >= 0:
            covered[at : at + len(name)] = [True] * len(name)
            at = text.find(name, at + 1)
    left = "".join(c for c, hit in zip(text, covered, strict=True) if not hit)
    return truth(any(covered) and not left.strip(_LINKS), value)


def has_word(context: Context, args: Arguments) -> Value:
    """Whether one of the words of a list (parted by blanks) stands in a text; for words too common for a term."""
    value, words = args.value("text"), args.value("words")
    if value is None or words is None or not value.known:
        return truth(None, *((value,) if value is not None else ()))
    text = _letters(str(value.data))
    return truth(any(_letters(word) in text for word in str(words.data).split()), value)


def words(context: Context, args: Arguments) -> Value:
    """The words of a list in a text setting, parted by blanks, commas or 、, so that a rule can go through them."""
    value = args.value("text")
    if value is None or not value.known:
        return value if value is not None else Value(Items(()))
    found = dict.fromkeys(w for w in re.split(r"[\s、，,；;]+", str(value.data)) if w)
    return Value(Items(tuple(Value(w, value.evidence) for w in found)), (), ("没有列出任何一项",), value.evidence)


def repeats(context: Context, args: Arguments) -> Value:
    """Whether a text says nothing beyond another: the same words, or fewer, or with 建设…工程 around them."""
    one, other = args.value("text"), args.value("other")
    given = [v for v in (one, other) if v is not None]
    if len(given) < 2 or not all(v.known for v in given):
        return truth(None, *given)
    text, name = (_letters(str(v.data)) for v in given)
    core, whole = _DOING.sub("", text), _DOING.sub("", name)
    return truth(text in name or core in whole, *given)


def related(context: Context, args: Arguments) -> Value:
    """The passages of a region that speak of the same matter as a text: they share its characteristic words.

    Sharing a single word within a longer run of words is doubtful. A text without characteristic words leaves the question open.
    """
    value = args.value("text")
    if value is None or not value.known:
        return value if value is not None else Value(Items(()))
    text = fold(str(value.data)).replace(" ", "")
    pieces = [p for p in _COMMON.split(text) if p and len(p) >= 2]
    bare = re.sub(r"(?:工程|项目|建设)+$", "", text)
    runs = (bare[i : i + _LONG_RUN] for i in range(len(bare) - _LONG_RUN + 1))
    long_runs = {run for run in runs if _COMMON.sub("", run) and not _MEASURED.search(run)}
    if not pieces and not long_runs:
        return unknown(f"“{value.data}”没有能与别处对照的用词", value.evidence)
    firm = {p for p in pieces if len(p) == 2} | {p[i : i + 3] for p in pieces for i in range(len(p) - 2)} | long_runs
    half = [p[i : i + 2] for p in pieces if len(p) > 2 for i in range(len(p) - 1)]
    inside = passages_(context, Arguments({"in": args.given["in"]} if "in" in args.given else {}))
    assert isinstance(inside.data, Items)
    sure: list[Value] = []
    maybe: list[Value] = []
    for item in inside.data.sure:
        if not isinstance(item.data, Passage):
            continue
        said = fold(item.data.text).replace(" ", "")
        shared = [i for i, run in enumerate(half) if run in said]
        if any(run in said for run in firm) or any(j - i > 1 for i in shared for j in shared):
            sure.append(item)
        elif shared:
            maybe.append(item)
    return Value(Items(tuple(sure), tuple(maybe)), (), (f"没有找到与“{value.data}”有关的内容",), inside.looked)


def unclear(context: Context, args: Arguments) -> Value:
    """A condition that only a person can settle, for the reason named: `A or (B and unclear("…"))`."""
    value = args.value("reason")
    return truth(None, missing=(str(value.data) if value is not None and value.data is not ABSENT else "",))


def cover(context: Context, args: Arguments) -> Value:
    """The lines of the cover as texts, the plan's title first, and short lines before the first heading with them."""
    document = context.facts.document
    before = (p.text for p in context.facts.passages[:_COVER_LINES] if p.section == 0 and len(p.text) <= _COVER_LENGTH)
    lines = dict.fromkeys(line.strip() for line in (document.title, *document.cover, *before) if line and line.strip())
    items = tuple(Value(line, (Evidence(Location(section=("封面",)), line),)) for line in lines)
    return Value(Items(items), (), ("没有封面或题名",))


def _letters(text: str) -> str:
    return "".join(c for c in fold(text) if c.isalnum())


BUILTINS: dict[str, Callable[[Context, Arguments], Value]] = {
    "only": only,
    "has_word": has_word,
    "words": words,
    "repeats": repeats,
    "related": related,
    "unclear": unclear,
    "cover": cover,
}
