"""Headings and section names in comparable forms: what is said, without numbers, marks, park names and filler words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from plancheck.facts.flat import flatten
from plancheck.facts.fold import fold

_LABEL = re.compile(
    r"(?:第[一二三四五六七八九十百零〇\d]{1,4}[章节篇部分条]+|专栏\d{0,3}|附[件表录]?[一二三四五六七八九十\d]{0,2}[:：、]|"
    r"[(（]?(?:[一二三四五六七八九十]{1,3}|\d{1,2}|[a-z])[)）、.．]|\d{1,2}(?:[.．]\d{1,2}){1,4}[.．、]?|[①-⑳]|[ivx]{1,4}[.、])+"
)
_REMARK = re.compile(r"\([^()]*\)|【[^【】]*】|\[[^\[\]]*\]")
_LAST_REMARK = re.compile(r"(?:\([^()]*\)|【[^【】]*】|\[[^\[\]]*\])$")
_MARKS = re.compile(r"[^\w]+|_")
_CONJUNCTION = re.compile(r"以及|[、与和及暨/+＋,，;；。]|-+|[:：]")
# Words that say nothing about which section it is; they are left out on both sides.
_FILLER = re.compile(
    "国家低碳工业园区|低碳工业园区|低碳园区|工业园区|产业园区|近零碳园区|零碳园区|园区|国家级|开发区|高新区|经开区|示范区|试点|创建|"
    "编制|实施方案|进一步|加强|推进|推动|大力|开展|建立|强化|完善|落实|健全|加快|着力|切实|积极|全面|深入|不断|构建|做好|优化|"
    "有关|相关|我区|我园|整体|以及|[的之与和及暨]"
)
# Words that may follow a name without changing what the section is about.
_TAIL = re.compile(
    "(?:工作|情况|分析|概述|介绍|说明|内容|部分|一览|清单|列表|汇总|名单|明细|安排|建设|体系|状况|现状|综述|评估|评价|阐述|描述|简介|设计|表|篇|章|节|"
    "方面|要求|力度|机构|论述|总结|梳理|如下|研究|设定|确定|规划|部署|措施|机制)*"
)


class Form(NamedTuple):
    """A heading or a name as it is compared: `plain` keeps every word, `core` leaves the filler words out, `stem` also
    the words at the end that say nothing (情况, 状况, 现状)."""

    plain: str
    core: str
    stem: str


def strip_label(text: str) -> str:
    """`text` without a visible number in front of it (第一章, 一、, （二）, 1.1)."""
    found = _LABEL.match(text)
    return text[found.end() :] if found and found.end() < len(text) else text


def form(text: str, without: Sequence[str] = ()) -> Form:
    """The comparable forms of `text`; `without` are names (of the park) that are left out of a heading."""
    plain = _MARKS.sub("", _bare(text, without))
    core = _FILLER.sub("", plain)
    core = core if len(core) >= 2 else plain
    return Form(plain, core, _stem(core))


def _stem(core: str) -> str:
    """`core` without the tail words at its end; `core` itself where less than four characters would remain."""
    for at in range(max(4, len(core) - 12), len(core)):
        if _TAIL.fullmatch(core.replace("概况", "情况"), at):
            return core[:at]
    return core


def conjuncts(text: str, without: Sequence[str] = ()) -> tuple[str, ...]:
    """The plain parts of a heading that 与, 和, 及, 、 or a dash join; the whole where nothing joins."""
    return tuple(part for part in (_MARKS.sub("", piece) for piece in _CONJUNCTION.split(_bare(text, without))) if part)


def shared_heads(parts: Sequence[str]) -> dict[str, str]:
    """Names that joined parts make with the head of the last one: 组织和制度保障 means 组织保障, too (name → part)."""
    if len(parts) < 2 or len(parts[-1]) < 4:
        return {}
    head = parts[-1][-2:]
    return {part + head: part for part in parts[:-1] if 2 <= len(part) <= 3}


def _bare(text: str, without: Sequence[str]) -> str:
    """A flat heading without number, bracketed remarks and the park's name."""
    flat = strip_label(flatten(text))
    flat = _REMARK.sub("", flat) or flat
    for name in without:
        if name in flat and len(name) < len(flat):
            flat = flat.replace(name, "")
    return flat


def inline_text(title: str) -> str:
    """What a heading says of its matter in the same line: after a colon, or in a remark at its end; "" where nothing."""
    folded = fold(title)
    at = folded.find(":")
    if at >= 0:
        return title[at + 1 :].strip()
    remark = _LAST_REMARK.search(folded)
    return title[remark.start() + 1 : remark.end() - 1].strip() if remark else ""


def is_filler(text: str) -> bool:
    """Whether `text` consists of filler and tail words only."""
    return _TAIL.fullmatch(_FILLER.sub("", text)) is not None


def ends_with(part: str, name: str) -> bool:
    """Whether `name` is what `part` is about: nothing but tail words follow its last occurrence."""
    at = part.rfind(name)
    if at < 0:
        return False
    rest = part[at + len(name) :]
    return len(rest) <= 1 or is_filler(rest)


def bigrams(text: str) -> frozenset[str]:
    """The character pairs of `text` (the text itself where it has one character)."""
    return frozenset(text[i : i + 2] for i in range(len(text) - 1)) or frozenset((text,))


def park_names(titles: Iterable[str]) -> tuple[str, ...]:
    """Names of the park that a plan's title holds, longest first: what stands before 国家低碳, 实施方案 and the like."""
    found: set[str] = set()
    for title in titles:
        flat = _MARKS.sub("", flatten(title))
        for stop in (
            "国家低碳工业园区",
            "低碳工业园区",
            "近零碳",
            "碳达峰",
            "低碳",
            "试点",
            "实施方案",
            "规划",
            "建设",
            "创建",
        ):
            at = flat.find(stop)
            if at >= 3:
                found.add(flat[:at])
                break
    names = set(found)
    for name in found:
        for kind in (
            "经济技术开发区",
            "高新技术产业开发区",
            "工业园区",
            "产业园区",
            "开发区",
            "高新区",
            "园区",
            "工业园",
            "产业园",
        ):
            at = name.find(kind)
            if at >= 2:
                names.add(name[: at + len(kind)])
    return tuple(sorted((n for n in names if len(n) >= 3), key=lambda n: (-len(n), n)))
