"""Telling content from placeholders: 略, 待补充, XX万元, ——, 【】 say nothing about a park."""

from __future__ import annotations

import re
from functools import lru_cache

from plancheck.facts.flat import flatten

_LONGEST = 40  # a placeholder is short; longer text is looked at piece by piece
_MARKS = re.compile(r"x{2,}|[×✕╳*＊]{1,}|_{2,}|\.{3,}|…+|\?{2,}|-{1,}|□+|[■●]+")
_PUNCTUATION = re.compile(r"(?:[^\w√✓✔☑]|_)+")
_UNITS = re.compile(
    r"(?:约|为|共|共计|合计|达到|总投资|投资|超过|不低于)*"
    r"(?:亿|万|千|百)*"
    r"(?:元|美元|吨标准煤|吨标煤|吨二氧化碳|吨|tce|tco2e?|千瓦时|度|千瓦|兆瓦|立方米|平方米|平方公里|公里|亩|公顷|家|个|项|人|台|套|"
    r"年|月|日|倍|百分点|个百分点)?"
    r"(?:/(?:万元|亿元|年|吨|平方米|平方公里))?(?:左右|以上|以下)?"
)
_DATE = re.compile(r"(?:20|19)?[年月日底至]*")
_NOTHING = re.compile(
    r"(?:(?:此|本)(?:处|节|章|项|部分|表|栏|页)|(?:相关|具体|有关|详细|部分|其他|以下)*(?:内容|数据|资料|信息|材料|情况|说明|图|表|图片|附图)|正文)*"
    r"(?:从|暂|尚|均|正)?(?:时)?(?:为)?"
    r"(?:略去|省略|从略|略|空白|空缺|空|留空|占位|(?:正在)?(?:编制|编写|整理|收集|统计)中|无数据|无资料|无此数据|"
    r"(?:有|需|尚|仍)?待(?:进一步|后续|再)?(?:补充完善|补充|完善|填写|填报|填|更新|核实|核定|确认|确定|落实|测算|统计|收集|提供|明确|编写|编制|细化|补|定|续|查)|"
    r"(?:以后|后续|后期|另行|日后|稍后|会后)(?:再)?(?:补充|补|填写|提供|完善|更新)|后补|"
    r"(?:请(?:在)?(?:此处|这里|此|本栏)?|(?:在)?(?:此处|这里|本栏))(?:请)?(?:填写|填入|插入|输入|补充|添加|粘贴|放置|写).{0,24})"
    r"(?:(?:相关|具体|有关)*(?:内容|数据|资料|信息|材料|情况|说明|处|中))?"
)
_WORDS = frozenset(
    [
        "na",
        "n/a",
        "nil",
        "null",
        "none",
        "tbd",
        "tba",
        "todo",
        "fixme",
        "xxx",
        "暂无",
        "暂缺",
        "缺",
        "不详",
        "未知",
        "未填",
        "未填写",
        "暂无数据",
        "暂无资料",
        "暂无相关数据",
        "暂无相关内容",
        "无数据",
        "同下",
        "示例",
        "样例",
        "模板",
        "文本",
        "正文",
        "标题",
        "单击此处编辑文字",
        "点击此处输入文字",
        "单击此处输入文字",
        "lorem",
        "loremipsum",
    ]
)
# Every placeholder of more than _SHORT characters holds one of these; all else need not be looked at closely.
_HINT = re.compile(r"[略待填插粘补×✕╳*＊_…?？□■]|[xXＸ]{2}")
_SHORT = 16
_BLANKED = re.compile(r"[xXＸ×✕╳]{2,}|[×✕╳＊*□■●]")
_ENDS = re.compile(r"[。；！？;!?\n]")


@lru_cache(maxsize=4096)
def is_placeholder(text: str) -> bool:
    """Whether `text` (a cell, a sentence) only holds a place: blank, dashes, 略, 待补充, XX万元, 请填写…

    同上, 无 and 0 are answers, not placeholders.
    """
    flat = flatten(text)
    if len(flat) > _LONGEST:
        return not _PUNCTUATION.sub("", _MARKS.sub("", flat))
    if flat in _WORDS:
        return True
    bare = _PUNCTUATION.sub("", flat)
    if not bare:
        return True
    if bare in _WORDS or _NOTHING.fullmatch(bare):
        return True
    if _MARKS.search(flat):
        rest = re.sub(r"[^\w/]+", "", _MARKS.sub("", flat).replace("x", ""))
        return _UNITS.fullmatch(rest) is not None or _DATE.fullmatch(rest) is not None
    return False


def substance(text: str) -> int:
    """How many characters of real content `text` has: letters, digits and Chinese characters outside placeholders."""
    total = 0
    for piece in _ENDS.split(text):
        if not piece:
            continue
        if _HINT.search(piece) is None:
            if len(piece) > _SHORT or not is_placeholder(piece):
                total += len(_PUNCTUATION.sub("", piece))
        elif not is_placeholder(piece):
            total += len(_PUNCTUATION.sub("", _BLANKED.sub("", piece)))
    return total
