"""Lark's tree → our syntax tree: one method per grammar rule; a mistake inside a rule's text is raised with its place."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache
from typing import Any

from lark import Lark, Token, Transformer, v_args
from lark.exceptions import UnexpectedInput
from lark.tree import Meta

from plancheck.core.resources import read_resource
from plancheck.core.units import parse_surface
from plancheck.language import syntax as s


class BadUnit(Exception):
    def __init__(self, unit: str, pos: s.Pos) -> None:
        self.unit, self.pos = unit, pos


class BadTemplate(Exception):
    def __init__(self, text: str, pos: s.Pos) -> None:
        self.text, self.pos = text, pos


@lru_cache(maxsize=1)
def _grammar() -> str:
    return read_resource("grammars", "rules.lark")


@lru_cache(maxsize=1)
def expression_parser() -> Lark:
    return Lark(_grammar(), parser="lalr", start="expr", propagate_positions=True, maybe_placeholders=False)


@lru_cache(maxsize=1)
def file_parser() -> Lark:
    return Lark(_grammar(), parser="lalr", start="start", propagate_positions=True, maybe_placeholders=False)


_TEMPLATE = re.compile(r"\{([^{}]*)\}")


@v_args(meta=True)
class Build(Transformer[Token, Any]):
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
                tree = expression_parser().parse(found.group(1))
            except UnexpectedInput as error:
                raise BadTemplate(found.group(1), pos) from error
            parts.append(Build(self.file).transform(tree) if not isinstance(tree, Token) else s.Text(str(tree), pos))
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
            raise BadUnit(str(c[1]), pos)
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

    def titled(self, meta: Meta, c: list[Any]) -> Any:
        *words, last = c
        stage = str(last) if last.type == "STAGE" else None
        return ("titled", (stage, tuple(str(x)[1:-1] for x in (words if stage else c))))

    def period(self, meta: Meta, c: list[Any]) -> Any:
        return ("period", (int(Fraction(str(c[0]))), int(Fraction(str(c[1])))))

    def uses(self, meta: Meta, c: list[Any]) -> Any:
        return ("uses", tuple(str(x) for x in c))

    def includes(self, meta: Meta, c: list[Any]) -> Any:
        return ("includes", tuple(str(x) for x in c))

    def extends(self, meta: Meta, c: list[Any]) -> Any:
        return ("extends", str(c[0]))

    def pack(self, meta: Meta, c: list[Any]) -> Any:
        lines = dict(c[2:])
        titled = [line for key, line in c[2:] if key == "titled"]
        return s.PackDecl(
            str(c[0]),
            str(c[1])[1:-1],
            lines.get("issuer", ""),
            lines.get("judges", ()),
            lines.get("uses", ()),
            lines.get("extends"),
            lines.get("includes", ()),
            s.Pos(self.file, c[0].line, c[0].column, len(c[0])),
            tuple(words for stage, some in titled if stage is None for words in some),
            lines.get("period"),
            tuple((stage, words) for stage, some in titled if stage is not None for words in some),
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
