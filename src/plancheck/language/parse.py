"""Rule text → syntax tree, with precise diagnostics (file, line, column, what was expected, did you mean)."""

from __future__ import annotations

import difflib
import re
from fractions import Fraction
from functools import lru_cache
from typing import Any

from lark import Lark, Token, Transformer, v_args
from lark.exceptions import UnexpectedCharacters, UnexpectedEOF, UnexpectedInput, UnexpectedToken
from lark.tree import Meta

from plancheck.core.diagnostic import Diagnostic, Place
from plancheck.core.resources import read_resource
from plancheck.core.units import parse_surface
from plancheck.language import syntax as s

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
    "uses",
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


class _BadUnit(Exception):
    def __init__(self, unit: str, pos: s.Pos) -> None:
        self.unit, self.pos = unit, pos


class _BadTemplate(Exception):
    def __init__(self, text: str, pos: s.Pos) -> None:
        self.text, self.pos = text, pos


@lru_cache(maxsize=1)
def _grammar() -> str:
    return read_resource("grammars", "rules.lark")


@lru_cache(maxsize=1)
def _expression_parser() -> Lark:
    return Lark(_grammar(), parser="lalr", start="expr", propagate_positions=True, maybe_placeholders=False)


@lru_cache(maxsize=1)
def _file_parser() -> Lark:
    return Lark(_grammar(), parser="lalr", start="start", propagate_positions=True, maybe_placeholders=False)


_TEMPLATE = re.compile(r"\{([^{}]*)\}")


@v_args(meta=True)
class _Build(Transformer[Token, Any]):
    """Turns lark's tree into our own; one method per grammar rule."""

    def __init__(self, file: int) -> None:
        super().__init__()
        self.file = file
        self._chapter = ""

    def _pos(self, meta: Meta) -> s.Pos:
        if getattr(meta, "empty", False):
            return s.Pos(self.file, 1, 1)
        same_line = meta.end_line == meta.line
        return s.Pos(self.file, meta.line, meta.column, max(1, meta.end_column - meta.column) if same_line else 1)

    def _message(self, token: Any, pos: s.Pos) -> s.Message:
        raw = str(token)[1:-1]
        texts: list[str] = []
        parts: list[s.Expr] = []
        last = 0
        for found in _TEMPLATE.finditer(raw):
            texts.append(raw[last : found.start()])
            try:
                tree = _expression_parser().parse(found.group(1))
            except UnexpectedInput as error:
                raise _BadTemplate(found.group(1), pos) from error
            parts.append(_Build(self.file).transform(tree) if not isinstance(tree, Token) else s.Text(str(tree), pos))
            last = found.end()
        texts.append(raw[last:])
        return s.Message(tuple(texts), tuple(parts), pos)

    # expressions
    def or_(self, meta: Meta, c: list[Any]) -> Any:
        return s.Binary("or", c[0], c[1], None, self._pos(meta))

    def and_(self, meta: Meta, c: list[Any]) -> Any:
        return s.Binary("and", c[0], c[1], None, self._pos(meta))

    def not_(self, meta: Meta, c: list[Any]) -> Any:
        return s.Not(c[0], self._pos(meta))

    def quantified(self, meta: Meta, c: list[Any]) -> Any:
        where = c[3] if len(c) == 5 else None
        return s.Quantified(str(c[0]), str(c[1]), c[2], where, c[-1], self._pos(meta))

    def compare(self, meta: Meta, c: list[Any]) -> Any:
        return s.Binary(str(c[1]), c[0], c[2], c[3] if len(c) > 3 else None, self._pos(meta))

    def inside(self, meta: Meta, c: list[Any]) -> Any:
        return s.Binary("inside", c[0], c[1], None, self._pos(meta))

    def is_(self, meta: Meta, c: list[Any]) -> Any:
        return s.Is(c[0], str(c[1]), False, self._pos(meta))

    def is_not(self, meta: Meta, c: list[Any]) -> Any:
        return s.Is(c[0], str(c[1]), True, self._pos(meta))

    def arithmetic(self, meta: Meta, c: list[Any]) -> Any:
        return s.Binary(str(c[1]), c[0], c[2], None, self._pos(meta))

    def else_(self, meta: Meta, c: list[Any]) -> Any:
        return s.Binary("else", c[0], c[1], None, self._pos(meta))

    def attribute(self, meta: Meta, c: list[Any]) -> Any:
        return s.Attribute(c[0], str(c[1]), self._pos(meta))

    def text(self, meta: Meta, c: list[Any]) -> Any:
        return s.Text(str(c[0])[1:-1], self._pos(meta))

    def name(self, meta: Meta, c: list[Any]) -> Any:
        return s.Name(str(c[0]), self._pos(meta))

    def named(self, meta: Meta, c: list[Any]) -> Any:
        return (str(c[0]), c[1])

    def call(self, meta: Meta, c: list[Any]) -> Any:
        args = tuple(a for a in c[1:] if not isinstance(a, tuple))
        named = tuple(a for a in c[1:] if isinstance(a, tuple))
        return s.Call(str(c[0]), args, named, self._pos(meta))

    def aggregate(self, meta: Meta, c: list[Any]) -> Any:
        where = c[4] if len(c) > 4 else None
        return s.Aggregate(str(c[0]), c[1], str(c[2]), c[3], where, self._pos(meta))

    def count_where(self, meta: Meta, c: list[Any]) -> Any:
        return s.Aggregate("count", None, str(c[0]), c[1], c[2], self._pos(meta))

    def count(self, meta: Meta, c: list[Any]) -> Any:
        return s.Aggregate("count", None, None, c[0], None, self._pos(meta))

    def list_(self, meta: Meta, c: list[Any]) -> Any:
        return s.ListOf(tuple(c), self._pos(meta))

    def quantity(self, meta: Meta, c: list[Any]) -> Any:
        pos, value = self._pos(meta), Fraction(str(c[0]))
        if len(c) == 1:
            return s.Number(value, None, str(c[0]), pos)
        if str(c[1]) == "年" and value.denominator == 1 and 1900 <= value <= 2100:
            return s.Number(value, None, str(c[0]), pos)
        known = parse_surface(str(c[1]))
        if known is None:
            raise _BadUnit(str(c[1]), pos)
        return s.Number(value * known[1], known[0], f"{c[0]}{c[1]}", pos)

    def range_(self, meta: Meta, c: list[Any]) -> Any:
        return s.Range(int(float(c[0])), int(float(c[1])), self._pos(meta))

    # statements: each returns (key, value)
    def clause(self, meta: Meta, c: list[Any]) -> Any:
        return ("clause", str(c[0]).split(" #")[0].strip())

    def weight(self, meta: Meta, c: list[Any]) -> Any:
        return ("weight", Fraction(str(c[0])))

    def veto(self, meta: Meta, c: list[Any]) -> Any:
        return ("veto", True)

    def counted(self, meta: Meta, c: list[Any]) -> Any:
        return ("counted_under", str(c[0]))

    def depends(self, meta: Meta, c: list[Any]) -> Any:
        return ("depends_on", tuple(str(x) for x in c))

    def stages(self, meta: Meta, c: list[Any]) -> Any:
        return ("stages", tuple(str(x) for x in c))

    def when(self, meta: Meta, c: list[Any]) -> Any:
        return ("when", s.When(c[0], str(c[1])[1:-1], self._pos(meta)))

    def let(self, meta: Meta, c: list[Any]) -> Any:
        return ("lets", s.Let(str(c[0]), c[1], self._pos(meta)))

    def for_each(self, meta: Meta, c: list[Any]) -> Any:
        return ("for_each", s.ForEach(str(c[0]), c[1], c[2] if len(c) > 2 else None, self._pos(meta)))

    def require(self, meta: Meta, c: list[Any]) -> Any:
        pos = self._pos(meta)
        return ("requires", s.Require(c[0], self._message(c[1], pos), pos))

    def needs(self, meta: Meta, c: list[Any]) -> Any:
        return ("needs", (str(c[0]), str(c[1])[1:-1]))

    def fix(self, meta: Meta, c: list[Any]) -> Any:
        return ("fix", str(c[0])[1:-1])

    def ask(self, meta: Meta, c: list[Any]) -> Any:
        return ("ask", self._message(c[0], self._pos(meta)))

    def show(self, meta: Meta, c: list[Any]) -> Any:
        return ("show", tuple(c))

    def nothing(self, meta: Meta, c: list[Any]) -> Any:
        return ("nothing", str(c[0])[1:-1])

    def note(self, meta: Meta, c: list[Any]) -> Any:
        return ("notes", str(c[0])[1:-1])

    def accepts(self, meta: Meta, c: list[Any]) -> Any:
        return ("accepts", str(c[0])[3:-3])

    def rejects(self, meta: Meta, c: list[Any]) -> Any:
        return ("rejects", str(c[0])[3:-3])

    def body(self, meta: Meta, c: list[Any]) -> Any:
        return (self._pos(meta), c)

    # declarations
    def rule(self, meta: Meta, c: list[Any]) -> Any:
        pos = s.Pos(self.file, c[0].line, c[0].column, len(c[0]))
        return make_rule(str(c[0]), str(c[1]), str(c[2])[1:-1], pos, c[3][1], self._chapter, None)

    def row(self, meta: Meta, c: list[Any]) -> Any:
        pos = s.Pos(self.file, c[0].line, c[0].column, len(c[0]))
        return ("row", str(c[0]), str(c[1]), str(c[2])[1:-1], tuple(c[3:]), pos)

    def family(self, meta: Meta, c: list[Any]) -> Any:
        from plancheck.language.family import expand_family

        name = str(c[0])
        parameters = tuple(str(x) for x in c[1:] if isinstance(x, Token))
        rows = [x for x in c if isinstance(x, tuple) and x and x[0] == "row"]
        return expand_family(name, parameters, rows, c[-1][1], self._chapter, self._pos(meta))

    def amend_rule(self, meta: Meta, c: list[Any]) -> Any:
        pos = s.Pos(self.file, c[0].line, c[0].column, len(c[0]))
        statements = c[1][1]
        changed = tuple(dict.fromkeys(key for key, _ in statements))
        return s.RuleAmendment(make_rule(str(c[0]), "shall", "", pos, statements, "", None), pos, changed)

    def words(self, meta: Meta, c: list[Any]) -> Any:
        return (str(c[0]), tuple(str(x)[1:-1] for x in c[1:]))

    def property(self, meta: Meta, c: list[Any]) -> Any:
        return ("property", (str(c[0]), str(c[1])))

    def entry(self, meta: Meta, c: list[Any]) -> Any:
        return self._entry(meta, str(c[0]), c[1], str(c[2])[1:-1], c[3:], amends=False)

    def amend_entry(self, meta: Meta, c: list[Any]) -> Any:
        return self._entry(meta, str(c[0]), c[1], "", c[2:], amends=True)

    def _entry(self, meta: Meta, kind: str, name: Token, title: str, lines: list[Any], *, amends: bool) -> s.EntryDecl:
        words: dict[str, list[str]] = {"also": [], "weak": [], "never": []}
        properties: list[tuple[str, str]] = []
        for key, value in lines:
            if key == "property":
                properties.append(value)
            else:
                words[key].extend(value)
        pos = s.Pos(self.file, name.line or 1, name.column or 1, len(name))
        return s.EntryDecl(
            kind,
            str(name),
            title,
            tuple(words["also"]),
            tuple(words["weak"]),
            tuple(words["never"]),
            tuple(properties),
            pos,
            amends,
        )

    def setting(self, meta: Meta, c: list[Any]) -> Any:
        pos = s.Pos(self.file, c[0].line, c[0].column, len(c[0]))
        return s.SettingDecl(str(c[0]), c[1], str(c[2])[1:-1], pos)

    def chapter(self, meta: Meta, c: list[Any]) -> Any:
        return s.ChapterDecl(str(c[0])[1:-1], Fraction(str(c[1])), self._pos(meta))

    def below(self, meta: Meta, c: list[Any]) -> Any:
        return s.VerdictLine(str(c[0]), Fraction(str(c[1])), None, self._pos(meta))

    def on(self, meta: Meta, c: list[Any]) -> Any:
        return s.VerdictLine(str(c[0]), None, str(c[1]), self._pos(meta))

    def verdict(self, meta: Meta, c: list[Any]) -> Any:
        return tuple(c)

    def issuer(self, meta: Meta, c: list[Any]) -> Any:
        return ("issuer", str(c[0])[1:-1])

    def judges(self, meta: Meta, c: list[Any]) -> Any:
        return ("judges", tuple(str(x) for x in c))

    def uses(self, meta: Meta, c: list[Any]) -> Any:
        return ("uses", tuple(str(x) for x in c))

    def extends(self, meta: Meta, c: list[Any]) -> Any:
        return ("extends", str(c[0]))

    def pack(self, meta: Meta, c: list[Any]) -> Any:
        lines = dict(c[2:])
        return s.PackDecl(
            str(c[0]),
            str(c[1])[1:-1],
            lines.get("issuer", ""),
            lines.get("judges", ()),
            lines.get("uses", ()),
            lines.get("extends"),
            s.Pos(self.file, c[0].line, c[0].column, len(c[0])),
        )

    def vocabulary(self, meta: Meta, c: list[Any]) -> Any:
        return s.VocabularyDecl(str(c[0]), str(c[1])[1:-1], self._pos(meta))


_MANY = {"when", "lets", "requires", "needs", "notes", "accepts", "rejects"}


def make_rule(
    rule_id: str,
    obligation: str,
    title: str,
    pos: s.Pos,
    statements: list[tuple[str, Any]],
    chapter: str,
    family: str | None,
) -> s.Rule:
    """A rule from its statements; those that may stand several times are collected in order, others the last wins."""
    fields: dict[str, Any] = {}
    for key, value in statements:
        if key in _MANY:
            fields[key] = (*fields.get(key, ()), value)
        elif key == "show":
            fields[key] = (*fields.get(key, ()), *value)
        else:
            fields[key] = value
    clause = fields.pop("clause", "")
    return s.Rule(rule_id, obligation, title, clause, pos, chapter=chapter, family=family, **fields)


def parse_source(text: str, path: str, file: int) -> tuple[s.Source | None, tuple[Diagnostic, ...]]:
    """The declarations of one rule file, or what is wrong with its form.

    `file` is the index by which positions name this file. Of several mistakes of form only the first is told (what
    follows one is guesswork); mistakes of meaning are found together by `check`.
    """
    try:
        tree = _file_parser().parse(text)
        items = _Build(file).transform(tree).children if tree.children else []
    except UnexpectedInput as error:
        return None, (_syntax_diagnostic(error, text, path),)
    except Exception as error:
        inner = getattr(error, "orig_exc", error)
        if isinstance(inner, _BadUnit):
            message, help_ = f"不认识的单位“{inner.unit}”", "改用单位表里的写法，如 万元、吨标准煤/万元、个百分点、%"
            return None, (Diagnostic("unit", message, place_of(inner.pos, path, text), help_),)
        if isinstance(inner, _BadTemplate):
            message = f"说明文字里的“{{{inner.text}}}”不是一个表达式"
            help_ = "花括号里写名称或表达式，如 {p.项目名称}"
            return None, (Diagnostic("template", message, place_of(inner.pos, path, text), help_),)
        raise
    return _collect(items, path), ()


def _collect(items: list[Any], path: str) -> s.Source:
    from dataclasses import replace

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
