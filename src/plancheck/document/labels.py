"""Numbers that authors put before headings: 第一章, 一、, （一）, 1., 1.1, （1）, 1）, ①, 附件1 and their variants."""

from __future__ import annotations

import re
from typing import NamedTuple

_HEAD = 48  # a number and what decides about it stands in the first characters; nothing longer is scanned
_FULL = {0xFF10 + i: ord("0") + i for i in range(10)}
_FULL.update({0xFF21 + i: ord("A") + i for i in range(26)})
_FULL.update(
    {
        ord("　"): ord(" "),
        ord("\t"): ord(" "),
        ord("\xa0"): ord(" "),
        ord("．"): ord("."),
        ord("（"): ord("("),
        ord("）"): ord(")"),
    }
)
_CN = "一二三四五六七八九十百零〇"
_NEVER_TITLE = "%％‰.0123456789°℃~～–—-×*/"
# Without a blank after the number, a unit makes it a quantity (1.5万吨), unless the unit begins a word (1.1项目概况).
_UNIT = re.compile(
    "[万亿千兆]?(?:吨|元|亩|米|公顷|公里|公斤|千克|平方|平米|立方|瓦|倍|小时|人次|左右|以上|以下|美元|个(?![性体人别])|项(?!目)"
    "|家(?![电具庭底])|年(?![度均产限])|月(?!度)|日(?![常照用])|度(?!假))|[万亿兆]"
)

# 一、二期工程, 二、三产业: the mark enumerates and does not number.
_ENUMERATED = re.compile(rf"[{_CN}][期级类线次季档种层批阶产]")

_PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "ordinal",
        re.compile(rf" *第 *([{_CN}]{{1,4}}|[{_CN}](?: [{_CN}]){{1,3}}|\d{{1,3}}) *(部 *分|章|节|節|篇|编|条)[ :、.]*"),
    ),
    (
        "annex",
        re.compile(
            r" *附 *(件|表|图|录) *(\d{1,2}(?:[-.]\d{1,2})?|[一二三四五六七八九十]{1,3}|[A-Z](?![A-Za-z]))? *[:：、.]* *"
        ),
    ),
    (
        "word",
        re.compile(
            rf" *((?:重点)?(?:任务|工程|项目|行动|专项|措施)) *([{_CN}]{{1,3}}|\d{{1,2}}) *(?:[:：、.]|(?<= )) *"
        ),
    ),
    ("cn-paren", re.compile(rf" *\( *([{_CN}]{{1,4}}) *\) *[、.]? *")),
    ("cn", re.compile(rf" *([{_CN}]{{1,4}}) *[、.] *")),
    ("cn-half", re.compile(rf" *([{_CN}]{{1,4}}) *\) *[、.]? *")),
    ("n-paren", re.compile(r" *\( *(\d{1,2}) *\) *[、.]? *")),
    ("n-half", re.compile(r" *(\d{1,2}) *\) *[、.]? *")),
    ("annex-decimal", re.compile(r" *([A-Z](?: ?\. ?\d{1,2}){1,3})(?!\d) ?[.、]? *")),
    ("decimal", re.compile(r" *(\d{1,2}(?: ?\. ?\d{1,2}){1,4})(?!\d) ?[.、]? *")),
    ("n", re.compile(r" *(\d{1,2}) *(?:[、.](?!\d)) *")),
    ("circle", re.compile(r" *([①-⑳]) *[、.]? *")),
    ("roman", re.compile(r" *([Ⅰ-Ⅻ]|(?:I|II|III|IV|V|VI|VII|VIII|IX|X)(?=[.、])) *[、.]? *")),
    ("letter", re.compile(r" *([A-Z]) *[、.](?![A-Za-z0-9]) *")),
)
_WEAK: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("n", re.compile(r" *(\d{1,2}) +(?=[一-鿿“《])")),
    ("cn", re.compile(rf" *([{_CN}]{{1,3}}) +(?=[一-鿿“《])")),
)
_BEFORE_QUANTITY = re.compile(r"[ \u3000\xa0\t]*([0-9０-９]{1,2}) *([.．])([ \u3000\xa0\t]*)(?=[0-9０-９])")
_DIGIT = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0}
_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "X": 10}
_ORDINAL_KIND = {
    "部分": "part",
    "篇": "part",
    "编": "part",
    "章": "chapter",
    "节": "section",
    "節": "section",
    "条": "article",
}


class Label(NamedTuple):
    """A number before a heading: its class (`kind`), its numbers, its visible text without blanks, where the title
    begins, and whether only a blank parts it from the title (`weak`)."""

    kind: str
    numbers: tuple[int, ...]
    text: str
    end: int
    weak: bool = False


def parse_label(text: str) -> Label | None:
    """The number that `text` begins with, or `None`. Dates, quantities (1.5万吨) and years are no numbers of headings."""
    first = text.lstrip()[:1]
    if first in _MARKS and first:
        skipped = text.index(first) + 1
        behind = text[skipped : skipped + _HEAD]
        label = None if behind.lstrip()[:1] in _MARKS else parse_label(behind)
        return None if label is None else label._replace(end=label.end + skipped)
    if first not in _STARTS:
        return None
    head = text[:_HEAD].translate(_FULL)
    for kind, pattern in _PATTERNS:
        found = pattern.match(head)
        if found is not None:
            return _label(kind, found, head, text)
    for kind, pattern in _WEAK:
        found = pattern.match(head)
        if found is not None:
            return Label(kind, (_value(found[1]),), found[1], found.end(), weak=True)
    return None


_MARKS = frozenset("▲★※■◆●△☆▶►")
_STARTS = frozenset(
    "第附重任工项行专措(（0123456789０１２３４５６７８９ABCDEFGHIJKLMNOPQRSTUVWXYZⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
    + _CN
)


def number_before_quantity(text: str) -> Label | None:
    """The number of a heading whose title begins with a quantity (7．40兆瓦光伏工程: 7), if the text can be read so.

    With a plain dot it may as well be one number (7.40兆瓦): only the numbers around it tell.
    """
    found = _BEFORE_QUANTITY.match(text[:_HEAD])
    if found is None:
        return None
    rest = text[found.end() : found.end() + _HEAD].translate(_FULL).lstrip("0123456789.")
    if not _UNIT.match(rest):
        return None
    return Label("n", (int(found[1]),), found[1] + found[2], found.end())


def automatic_label(label: str) -> Label:
    """The class of an automatic number; shapes that nobody types get a class of their own."""
    found = parse_label(label + " 题")
    if found is None or found.end < len(label):
        shape = "".join("#" if c.isalnum() else c for c in label.translate(_FULL) if c != " ")
        return Label(f"auto{shape}", (), label, 0)
    return Label(found.kind, found.numbers, label.strip(), 0)


def _label(kind: str, found: re.Match[str], head: str, text: str) -> Label | None:
    end = found.end()
    after = head[end : end + 1]
    shown = "".join(text[:end].split()).rstrip(":：")
    if kind == "ordinal":
        unit = found[2].replace(" ", "")
        return Label(_ORDINAL_KIND[unit], (_value(found[1].replace(" ", "")),), shown.rstrip("、.．"), end)
    if kind == "annex":
        return Label("annex", (_value(found[2]),) if found[2] else (), shown.rstrip("、.．"), end)
    if kind == "word":
        return Label(f"word{found[1]}", (_value(found[2]),), shown, end)
    if kind == "annex-decimal":
        first, *others = found[1].replace(" ", "").split(".")
        return Label(f"decimalA{len(others)}", (ord(first) - 64, *map(int, others)), shown.rstrip("、.．"), end)
    if kind == "decimal":
        numbers = tuple(int(p) for p in found[1].replace(" ", "").split("."))
        if (
            0 in numbers
            or (after and after in _NEVER_TITLE)
            or (not text[end - 1].isspace() and _UNIT.match(text, end))
        ):
            before = number_before_quantity(text)
            # A full-width dot or a blank parts number and title; nobody sets a decimal point like that.
            return (
                before
                if before is not None and (before.text.endswith("．") or text[before.end - 1].isspace())
                else None
            )
        return Label(f"decimal{len(numbers)}", numbers, shown.rstrip("、.．"), end)
    if kind == "n" and found[0].rstrip(" ").endswith(".") and after.isdigit():
        return None
    if kind == "cn" and _ENUMERATED.match(text, end):
        return None
    if kind == "letter":
        return Label(kind, (ord(found[1]) - 64,), shown, end)
    return Label(kind, (_value(found[1]),), shown, end)


def _value(text: str) -> int:
    if text.isdecimal():
        return int(text)
    if text in _ROMAN:
        return _ROMAN[text]
    if len(text) == 1 and "①" <= text <= "⑳":
        return ord(text) - 0x245F
    if len(text) == 1 and "Ⅰ" <= text <= "Ⅻ":
        return ord(text) - 0x215F
    if len(text) == 1 and "A" <= text <= "Z":
        return ord(text) - 64
    total = digit = 0
    for char in text:
        if char in _DIGIT:
            digit = _DIGIT[char]
        elif char == "十":
            total += (digit or 1) * 10
            digit = 0
        elif char == "百":
            total += (digit or 1) * 100
            digit = 0
    return total + digit


def tidy_title(text: str) -> str:
    """A heading without the blanks that authors set for looks (总　则 → 总则), and without closing colon or full stop."""
    text = (
        text.replace("　", " ")
        .replace("\t", " ")
        .replace("\n", " ")
        .replace("\xa0", " ")
        .strip()
        .rstrip("：:。．")
        .strip()
    )
    pieces = text.split(" ")
    if len(pieces) == 1:
        return text
    joined = pieces[0]
    for piece in pieces[1:]:
        if not piece:
            continue
        spaced = joined[-1:].isascii() and piece[:1].isascii()
        joined += (" " if spaced else "") + piece
    return joined


def compact(text: str) -> str:
    """A text for comparing headings with table-of-contents entries: no blanks, half-width, no closing punctuation."""
    return "".join(text.translate(_FULL).split()).rstrip(":：。.、").replace("、", ".")
