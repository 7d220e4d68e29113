"""Rule text → syntax tree, with precise diagnostics (file, line, column, what was expected, did you mean)."""

from __future__ import annotations

import difflib
import re
from dataclasses import replace
from typing import Any

from lark.exceptions import UnexpectedCharacters, UnexpectedEOF, UnexpectedInput, UnexpectedToken

from plancheck.core.diagnostic import Diagnostic, Place
from plancheck.language import syntax as s
from plancheck.language.build import BadTemplate, BadUnit, Build, file_parser

_KEYWORDS = [
    "pack",
    "vocabulary",
    "setting",
    "chapter",
    "verdict",
    "section",
    "term",
    "indicator",
    "column",
    "group",
    "amend",
    "rule",
    "family",
    "each",
    "clause",
    "weight",
    "veto",
    "counted",
    "under",
    "depends",
    "on",
    "when",
    "because",
    "let",
    "for",
    "in",
    "where",
    "require",
    "otherwise",
    "needs",
    "fix",
    "ask",
    "show",
    "nothing",
    "note",
    "accepts",
    "rejects",
    "also",
    "weak",
    "never",
    "issuer",
    "judges",
    "titled",
    "period",
    "uses",
    "includes",
    "extends",
    "points",
    "below",
    "and",
    "or",
    "not",
    "has",
    "is",
    "given",
    "quantified",
    "within",
    "inside",
    "every",
    "some",
    "no",
    "count",
    "sum",
    "list",
    "greatest",
    "least",
    "stages",
    "shall",
    "should",
    "may",
]

_EXPECTED = {
    "STRING": "一段加引号的文字",
    "NAME": "一个名称",
    "NUMBER": "一个数",
    "RULE_ID": "规则编号（如 lcip-2014/3.4.a）",
    "PACK_ID": "规则包编号（如 lcip-2014）",
    "REST": "条款号",
    "LBRACE": "{",
    "RBRACE": "}",
    "LPAR": "(",
    "RPAR": ")",
    "COMMA": ",",
    "COMPARE": "比较符（= != >= <= > <）",
    "OBLIGATION": "shall、should 或 may",
    "STATE": "given 或 quantified",
    "LONG_STRING": '三引号文字（"""…"""）',
    "VALUE": "一个值",
    "UNIT": "单位",
    "QUANTIFIER": "every、some 或 no",
}


def parse_source(text: str, path: str, file: int) -> tuple[s.Source | None, tuple[Diagnostic, ...]]:
    """The declarations of one rule file, or what is wrong with its form.

    `file` is the index by which positions name this file. Of several mistakes of form only the first is told (what
    follows one is guesswork); mistakes of meaning are found together by `check`.
    """
    try:
        tree = file_parser().parse(text)
        items = Build(file).transform(tree).children if tree.children else []
    except UnexpectedInput as error:
        return None, (_syntax_diagnostic(error, text, path),)
    except Exception as error:
        inner = getattr(error, "orig_exc", error)
        if isinstance(inner, BadUnit):
            message, help_ = f"不认识的单位“{inner.unit}”", "改用单位表里的写法，如 万元、吨标准煤/万元、个百分点、%"
            return None, (Diagnostic("unit", message, place_of(inner.pos, path, text), help_),)
        if isinstance(inner, BadTemplate):
            message = f"说明文字里的“{{{inner.text}}}”不是一个表达式"
            help_ = "花括号里写名称或表达式，如 {p.项目名称}"
            return None, (Diagnostic("template", message, place_of(inner.pos, path, text), help_),)
        raise
    return _collect(items, path), ()


def _collect(items: list[Any], path: str) -> s.Source:
    kinds: dict[str, list[Any]] = {k: [] for k in ("p", "v", "s", "c", "x", "e", "r", "a")}
    chapter = ""
    for item in items:
        if isinstance(item, s.PackDecl):
            kinds["p"].append(item)
        elif isinstance(item, s.VocabularyDecl):
            kinds["v"].append(item)
        elif isinstance(item, s.SettingDecl):
            kinds["s"].append(item)
        elif isinstance(item, s.ChapterDecl):
            kinds["c"].append(item)
            chapter = item.title
        elif isinstance(item, s.EntryDecl):
            kinds["e"].append(item)
        elif isinstance(item, s.Rule):
            kinds["r"].append(replace(item, chapter=chapter))
        elif isinstance(item, s.RuleAmendment):
            kinds["a"].append(item)
        elif isinstance(item, list):
            kinds["r"].extend(replace(rule, chapter=chapter) for rule in item)
        elif isinstance(item, tuple):
            kinds["x"].extend(item)
    return s.Source(path, *(tuple(kinds[k]) for k in ("p", "v", "s", "c", "x", "e", "r", "a")))


def place_of(pos: s.Pos, path: str, text: str | None) -> Place:
    """The place of a node, with its source line where the text is at hand."""
    lines = text.splitlines() if text is not None else []
    line = lines[pos.line - 1] if 0 < pos.line <= len(lines) else None
    return Place(path, pos.line, pos.column, pos.length, line)


def _syntax_diagnostic(error: UnexpectedInput, text: str, path: str) -> Diagnostic:
    lines = text.splitlines() or [""]
    if isinstance(error, UnexpectedEOF) or (isinstance(error, UnexpectedToken) and error.token.type == "$END"):
        place = Place(path, len(lines), len(lines[-1]) + 1, 1, lines[-1])
        return Diagnostic("syntax", "文件在这里结束得太早", place, "补上缺少的内容，通常是右花括号 }")
    line, column = max(1, error.line), max(1, error.column)
    source = lines[line - 1] if line <= len(lines) else ""
    word = re.match(r"[A-Za-z_]+|[\w\u4e00-\u9fff]+|.", source[column - 1 :])
    seen = word.group(0) if word else ""
    expected: list[str] = []
    if isinstance(error, UnexpectedToken):
        expected = sorted(error.accepts or error.expected)
    elif isinstance(error, UnexpectedCharacters):
        expected = sorted(error.allowed or ())
    shown = [_EXPECTED.get(e, e.lower()) for e in expected if not e.startswith("__")]
    near = difflib.get_close_matches(seen, _KEYWORDS, n=1, cutoff=0.7)
    help_ = f"您是不是想写 {near[0]}？" if near and near[0] != seen else ""
    if shown:
        help_ += ("" if not help_ else " ") + "这里可以写：" + "、".join(shown[:12]) + ("等" if len(shown) > 12 else "")
    message = f"这里不能写“{seen}”" if seen else "这里的写法不对"
    return Diagnostic("syntax", message, Place(path, line, column, max(1, len(seen)), source), help_ or None)
