"""Captions of tables and figures and the unit lines beside them, told by their words and their neighbours."""

from __future__ import annotations

import re

from plancheck.core.lazy_pattern import lazy_pattern

_HEAD = 40
_CAPTION = re.compile(
    r"\s*(续|附)?\s*(表格|图表|表|图)\s*(?:([0-9０-９]{1,2}|[一二三四五六七八九十]{1,3}|[A-Z](?=[\d.\-]))"
    r"((?:\s?[-－—–.．]\s?[0-9０-９]{1,3}){0,3}))(?![0-9])\s*[：:、.．]?(\s*)"
)
_PROSE = (
    "中",
    "为",
    "是",
    "给",
    "列",
    "所",
    "显",
    "反",
    "和",
    "与",
    "、",
    "至",
    "及",
    "可",
    "的",
    "，",
    "。",
    "示",
    "说明了",
    "展示",
    "表明",
)
_UNIT = re.compile(
    r"[（(]?\s*(?:计量|折标量?|消费量|能耗|能源|金额|投资|投资额|货币|数量|产量|产值|面积|碳?排放量?)?单\s*位\s*[：:]\s*[^，,、。；;]{1,24}(?:[，,、；;]\s*[^，,、。；;：:]{1,12}){0,3}$"
)
_BLANKS = re.compile(r"\s{2,}")
_UNNUMBERED = lazy_pattern(r"(?:表|一览|清单|汇总|统计)(?:[（(][^（）()]{1,20}[)）])?$")


def caption_kind(text: str) -> str:
    """`表` or `图` where the line is a numbered caption (`图表` may be either), else ""."""
    if len(text) > 90:
        return ""
    found = _CAPTION.match(text[:_HEAD])
    if found is None:
        return ""
    rest = text[found.end() :].strip()
    if rest.startswith(_PROSE) and not (found[5] and not rest.startswith(("，", "。", "、"))):
        return ""
    if rest.endswith(("。", "；", "，", "：")) or "。" in rest:
        return ""
    return "表" if found[2] == "表格" else found[2]


def is_unit_line(text: str) -> bool:
    """Whether a line only states the unit of the table beside it (单位：万元)."""
    text = text.strip()
    return len(text) <= 40 and _UNIT.match(text.rstrip(")）")) is not None


def one_blank(text: str) -> str:
    """A caption with runs of blanks shortened to one."""
    return _BLANKS.sub(" ", text.strip())


def split_unit(caption: str) -> tuple[str, str]:
    """A caption without the unit remark at its end, and that remark (表1 能耗（单位：万吨） → 表1 能耗, 单位：万吨)."""
    at = max(caption.rfind("单位："), caption.rfind("单位:"), caption.rfind("单位 ："))
    if at <= 0:
        return caption.strip(), ""
    front = caption[:at].rstrip()
    front = front.removesuffix("计量").rstrip(" \t　（(")
    start = len(front)
    note = caption[at:].strip().rstrip(")）").strip()
    if len(note) > 30 or start == 0:
        return caption.strip(), ""
    return caption[:start].strip(), note


def unit_note(text: str) -> str:
    """A unit line without its brackets."""
    return text.strip().strip("（()）").strip()


def looks_like_title_of_table(text: str) -> bool:
    """Whether an unnumbered line right above a table reads like its title (园区重点项目表)."""
    text = text.strip()
    return 3 < len(text) <= 40 and _UNNUMBERED.search(text) is not None and "，" not in text and "如" not in text[:1]
