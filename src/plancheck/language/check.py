"""Static checks: names, kinds, fields, units, types, clauses, ids; turns names into variables, entities and settings.

Everything that can be known without a plan is known here, all mistakes together, each with its place and what to do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from fractions import Fraction

from plancheck.core.diagnostic import Diagnostic, Place
from plancheck.core.units import unit
from plancheck.language import syntax as s
from plancheck.language.hints import did_you_mean, near, signature
from plancheck.language.names import Names
from plancheck.language.schema import ANY, BOOL, PERIOD, RANGE, TEXT, Function, Parameter, Schema, Type, list_of, number

PlaceOf = Callable[[s.Pos], Place]


def check_rules(
    rules: Iterable[s.Rule], names: Names, schema: Schema, place_of: PlaceOf
) -> tuple[tuple[s.Rule, ...], tuple[Diagnostic, ...]]:
    """The rules with every name resolved, and all diagnostics (errors and warnings) in file order."""
    checked: list[s.Rule] = []
    found: list[Diagnostic] = []
    seen: dict[str, s.Pos] = {}
    for rule in rules:
        checker = _RuleChecker(rule, names, schema, place_of)
        checked.append(checker.run())
        found.extend(checker.found)
        if rule.id in seen:
            first = place_of(seen[rule.id])
            found.append(
                Diagnostic(
                    "duplicate-rule",
                    f"规则 {rule.id} 写了两次",
                    place_of(rule.pos),
                    f"第一次在 {first.file} 第{first.line}行；删去一处",
                )
            )
        seen.setdefault(rule.id, rule.pos)
    return tuple(checked), tuple(found)


class _RuleChecker:
    def __init__(self, rule: s.Rule, names: Names, schema: Schema, place_of: PlaceOf) -> None:
        self.rule, self.names, self.schema, self.place_of = rule, names, schema, place_of
        self.found: list[Diagnostic] = []
        self.used: set[str] = set()

    def error(self, code: str, message: str, pos: s.Pos, help_: str | None = None, *, severity: str = "error") -> None:
        self.found.append(Diagnostic(code, message, self.place_of(pos), help_, severity))

    # -- the rule as a whole
    def run(self) -> s.Rule:
        rule, names = self.rule, self.names
        self._whole_rule()
        scope: dict[str, Type] = {}
        for_each = rule.for_each
        whens: list[s.When] = []
        lets: list[s.Let] = []
        early = [let for let in rule.lets if for_each is None or _before(let.pos, for_each.pos)]
        late = [let for let in rule.lets if let not in early]
        for let in early:
            lets.append(self._let(let, scope))
        for when in rule.when:
            condition, kind = self.expr(when.condition, scope)
            self._expect(kind, BOOL, when.condition, "when 后面")
            whens.append(replace(when, condition=condition))
        if for_each is not None:
            collection, kind = self.expr(for_each.collection, scope)
            member = self._member(kind, for_each.collection)
            self._bind(for_each.variable, member, for_each.pos, scope)
            where = None
            if for_each.where is not None:
                where, w = self.expr(for_each.where, scope)
                self._expect(w, BOOL, for_each.where, "where 后面")
            for_each = replace(for_each, collection=collection, where=where)
            self.used.add(for_each.variable)
        for let in late:
            lets.append(self._let(let, scope))
        requires = []
        for require in rule.requires:
            condition, kind = self.expr(require.condition, scope)
            self._expect(kind, BOOL, require.condition, "require 后面")
            requires.append(replace(require, condition=condition, otherwise=self._message(require.otherwise, scope)))
        show = tuple(self.expr(e, scope)[0] for e in rule.show)
        ask = self._message(rule.ask, scope) if rule.ask is not None else None
        for name, _ in rule.needs:
            if name not in scope:
                self.error("name", f"needs 说的“{name}”没有定义", rule.pos, "先用 let 定义它")
        for let in rule.lets:
            if let.name not in self.used:
                self.error("unused", f"“{let.name}”定义了却没有用到", let.pos, "删去它，或在条件里用它")
        for other in (*rule.depends_on, *((rule.counted_under,) if rule.counted_under else ())):
            if other not in names.rule_ids:
                self.error("rule-id", f"没有规则 {other}", rule.pos, did_you_mean(near(other, names.rule_ids)))
        return replace(
            rule, when=tuple(whens), lets=tuple(lets), for_each=for_each, requires=tuple(requires), show=show, ask=ask
        )

    def _whole_rule(self) -> None:
        rule = self.rule
        if not rule.clause:
            self.error("clause", f"规则 {rule.id} 没有写条款", rule.pos, "加一行 clause，写出条款号")
        ids = self.names.registry_ids
        if ids is not None and rule.id not in ids:
            self.error("registry", f"要求登记表里没有 {rule.id}", rule.pos, did_you_mean(near(rule.id, ids)))
        if not rule.requires and rule.ask is None:
            self.error(
                "empty-rule", f"规则 {rule.id} 没有条件也没有问题", rule.pos, "写 require … otherwise …，或写 ask …"
            )
        if rule.ask is not None and not rule.show:
            self.error(
                "ask-without-show",
                f"规则 {rule.id} 提了问题却不出示依据",
                rule.pos,
                "加一行 show，列出要给专家看的内容",
            )

    def _let(self, let: s.Let, scope: dict[str, Type]) -> s.Let:
        value, kind = self.expr(let.value, scope)
        self._bind(let.name, kind, let.pos, scope)
        return replace(let, value=value)

    def _bind(self, name: str, kind: Type, pos: s.Pos, scope: dict[str, Type]) -> None:
        if name in scope or name in self.names.settings or name in self.schema.functions:
            self.error("shadowed", f"名称“{name}”已经有别的意思", pos, "换一个名称")
        scope[name] = kind

    def _message(self, message: s.Message, scope: dict[str, Type]) -> s.Message:
        return replace(message, parts=tuple(self.expr(part, scope)[0] for part in message.parts))

    def _expect(self, kind: Type, wanted: Type, node: s.Expr, where: str) -> None:
        if kind.name not in (wanted.name, "any"):
            self.error("type", f"{where}要的是{wanted.show()}，这里是{kind.show()}", node.pos)

    def _member(self, kind: Type, node: s.Expr) -> Type:
        if kind.name == "range":
            return number("")
        if kind.name == "list" and kind.of is not None:
            return kind.of
        if kind.name != "any":
            self.error("type", f"这里要一个集合，写的是{kind.show()}", node.pos)
        return ANY

    # -- expressions: each gives the resolved node and its type
    def expr(self, node: s.Expr, scope: dict[str, Type]) -> tuple[s.Expr, Type]:
        method = getattr(self, "_" + type(node).__name__.lower())
        result: tuple[s.Expr, Type] = method(node, scope)
        return result

    def _number(self, node: s.Number, scope: dict[str, Type]) -> tuple[s.Expr, Type]:
        if node.unit is None:
            return node, number("")
        known = unit(node.unit)
        return node, number(known.dimension if known else None)

    def _text(self, node: s.Text, scope: dict[str, Type]) -> tuple[s.Expr, Type]:
        return node, TEXT

    def _range(self, node: s.Range, scope: dict[str, Type]) -> tuple[s.Expr, Type]:
        if node.first > node.last:
            self.error("range", f"范围 {node.first}..{node.last} 的起点在终点之后", node.pos, "对调两个数")
        return node, RANGE

    def _variable(self, node: s.Variable, scope: dict[str, Type]) -> tuple[s.Expr, Type]:
        self.used.add(node.text)
        return node, scope.get(node.text, ANY)

    def _setting(self, node: s.Setting, scope: dict[str, Type]) -> tuple[s.Expr, Type]:
        return node, self.expr(self.names.settings[node.text], {})[1]

    def _entity(self, node: s.Entity, scope: dict[str, Type]) -> tuple[s.Expr, Type]:
        return node, ANY

    def _name(self, node: s.Name, scope: dict[str, Type]) -> tuple[s.Expr, Type]:
        if node.text in scope:
            self.used.add(node.text)
            return s.Variable(node.text, node.pos), scope[node.text]
        if node.text in self.names.settings:
            return s.Setting(node.text, node.pos), self.expr(self.names.settings[node.text], {})[1]
        function = self.schema.functions.get(node.text)
        if function is not None and all(p.optional for p in function.parameters):
            return s.Call(node.text, (), (), node.pos), function.returns
        known = [*scope, *self.names.settings, *self.schema.functions]
        self.error("name", f"不认识的名称“{node.text}”", node.pos, did_you_mean(near(node.text, known)))
        return node, ANY

    def _attribute(self, node: s.Attribute, scope: dict[str, Type]) -> tuple[s.Expr, Type]:
        base, kind = self.expr(node.base, scope)
        if kind.name == "any":
            return replace(node, base=base), ANY
        fields = self.schema.records.get(kind.name, {})
        if node.name not in fields:
            close = did_you_mean(near(node.name, fields))
            listed = f"可用的有：{'、'.join(fields)}" if fields else None
            self.error("field", f"{kind.show()}没有“{node.name}”这一项", node.pos, close or listed)
            return replace(node, base=base), ANY
        return replace(node, base=base), fields[node.name]

    def _call(self, node: s.Call, scope: dict[str, Type]) -> tuple[s.Expr, Type]:
        function = self.schema.functions.get(node.name)
        if function is None:
            close = near(node.name, self.schema.functions)
            self.error("function", f"没有“{node.name}”这个函数", node.pos, did_you_mean(close))
            return node, ANY
        positional = [p for p in function.parameters if not p.keyword]
        by_name = {p.name: p for p in function.parameters}
        args: list[s.Expr] = []
        unit_name: str | None = None
        for index, arg in enumerate(node.args):
            parameter = positional[min(index, len(positional) - 1)] if positional else None
            if parameter is None or (index >= len(positional) and not parameter.many):
                self.error("arguments", f"{node.name} 的参数太多", arg.pos, signature(function))
                break
            resolved = self._argument(arg, parameter, function, scope)
            args.append(resolved)
            if function.unit_of == parameter.name and isinstance(resolved, s.Entity):
                unit_name = self.names.entries.get("indicator", {}).get(resolved.text)
        required = [p for p in positional if not p.optional]
        if len(node.args) < len(required):
            self.error(
                "arguments", f"{node.name} 还缺参数“{required[len(node.args)].name}”", node.pos, signature(function)
            )
        named: list[tuple[str, s.Expr]] = []
        for key, arg in node.named:
            if key not in by_name:
                self.error(
                    "arguments",
                    f"{node.name} 没有参数“{key}”",
                    arg.pos,
                    did_you_mean(near(key, by_name)) or signature(function),
                )
                continue
            named.append((key, self._argument(arg, by_name[key], function, scope)))
        returns = function.returns
        if unit_name:
            known = unit(unit_name)
            returns = number(known.dimension if known else None)
        if function.results and args and isinstance(args[0], s.Entity):
            returns = function.results.get(args[0].text, returns)
        return s.Call(node.name, tuple(args), tuple(named), node.pos), returns

    def _argument(self, node: s.Expr, parameter: Parameter, function: Function, scope: dict[str, Type]) -> s.Expr:
        if isinstance(node, s.ListOf) and (parameter.entities or parameter.words):
            items = tuple(self._argument(item, parameter, function, scope) for item in node.items)
            return s.ListOf(items, node.pos)
        # a parameter that takes only names is not misled by a variable of the same name
        if isinstance(node, s.Name) and (node.text not in scope or not parameter.types):
            if node.text in parameter.words:
                return s.Entity("word", node.text, node.pos)
            for kind in parameter.entities:
                if node.text in self.names.entries.get(kind, {}):
                    return s.Entity(kind, node.text, node.pos)
            if not parameter.types or node.text not in {*self.names.settings, *self.schema.functions}:
                choices = [*parameter.words, *(n for k in parameter.entities for n in self.names.entries.get(k, {}))]
                kinds = "、".join(_KINDS[k] for k in parameter.entities) or "、".join(parameter.words) or "值"
                message = f"{function.name} 的参数“{parameter.name}”要{kinds}，不认识“{node.text}”"
                self.error("name", message, node.pos, did_you_mean(near(node.text, choices)))
                return node
        resolved, kind_found = self.expr(node, scope)
        if not parameter.types:
            if kind_found.name != "any":
                kinds = "、".join(_KINDS[k] for k in parameter.entities) or "、".join(parameter.words)
                self.error("type", f"{function.name} 的参数“{parameter.name}”要{kinds}的名称", node.pos)
        elif kind_found.name not in (*parameter.types, "any") and "any" not in parameter.types:
            wanted = "或".join(Type(t).show() for t in parameter.types)
            self.error(
                "type", f"{function.name} 的参数“{parameter.name}”要{wanted}，这里是{kind_found.show()}", node.pos
            )
        return resolved

    def _not(self, node: s.Not, scope: dict[str, Type]) -> tuple[s.Expr, Type]:
        operand, kind = self.expr(node.operand, scope)
        self._expect(kind, BOOL, node.operand, "not 后面")
        return replace(node, operand=operand), BOOL

    def _is(self, node: s.Is, scope: dict[str, Type]) -> tuple[s.Expr, Type]:
        operand, kind = self.expr(node.operand, scope)
        if kind.name == "bool" and not isinstance(operand, s.Attribute):
            self.error("type", f"是非值不能问 is {node.state}", node.pos, "直接写这个条件")
        return replace(node, operand=operand), BOOL

    def _listof(self, node: s.ListOf, scope: dict[str, Type]) -> tuple[s.Expr, Type]:
        items = [self.expr(item, scope) for item in node.items]
        return replace(node, items=tuple(i for i, _ in items)), list_of(items[0][1] if items else ANY)

    def _binary(self, node: s.Binary, scope: dict[str, Type]) -> tuple[s.Expr, Type]:
        left, a = self.expr(node.left, scope)
        right, b = self.expr(node.right, scope)
        within = None
        if node.within is not None:
            within, w = self.expr(node.within, scope)
            self._expect(w, number(), node.within, "within 后面")
        node = replace(node, left=left, right=right, within=within)
        if node.op in ("and", "or"):
            self._expect(a, BOOL, node.left, f"{node.op} 前面")
            self._expect(b, BOOL, node.right, f"{node.op} 后面")
            return node, BOOL
        if node.op == "else":
            return node, a if a.name != "any" else b
        if node.op == "inside":
            self._expect(b, RANGE, node.right, "inside 后面")
            if a.name not in ("number", "period", "date", "any"):
                self._expect(a, PERIOD, node.left, "inside 前面")
            return node, BOOL
        if node.op in ("+", "-", "*", "/"):
            return node, self._arithmetic(node, a, b)
        self._comparison(node, a, b)
        return node, BOOL

    def _arithmetic(self, node: s.Binary, a: Type, b: Type) -> Type:
        self._expect(a, number(), node.left, f"{node.op} 前面")
        self._expect(b, number(), node.right, f"{node.op} 后面")
        if node.op in ("+", "-"):
            self._same_dimension(a, b, node)
            return number(a.dimension if a.dimension is not None else b.dimension)
        if a.dimension is None or b.dimension is None:
            return number(None)
        if node.op == "*":
            return number(b.dimension if a.dimension == "" else a.dimension if b.dimension == "" else None)
        if a.dimension == b.dimension:
            return number("")
        return number(a.dimension if b.dimension == "" else f"{a.dimension}/{b.dimension}")

    def _comparison(self, node: s.Binary, a: Type, b: Type) -> None:
        if "any" in (a.name, b.name):
            return
        if a.name != b.name:
            self.error("type", f"不能拿{a.show()}和{b.show()}比较", node.pos)
        elif a.name == "number":
            self._same_dimension(a, b, node)
        elif node.op not in ("=", "!=") and a.name != "date":
            self.error("type", f"{a.show()}不能比大小", node.pos)
        elif a.name == "text":
            self._one_of_words(node.right, a)
            self._one_of_words(node.left, b)

    def _one_of_words(self, node: s.Expr, kind: Type) -> None:
        """A text that is compared with one of fixed words must be one of them."""
        if isinstance(node, s.Text) and kind.words and node.value not in kind.words:
            close = did_you_mean(near(node.value, kind.words))
            listed = f"可以写：{'、'.join(kind.words)}"
            self.error("word", f"这一项里没有“{node.value}”这个词", node.pos, close or listed)

    def _same_dimension(self, a: Type, b: Type, node: s.Binary) -> None:
        if a.dimension is None or b.dimension is None or a.dimension == b.dimension:
            return
        zero = any(
            isinstance(x, s.Number) and x.value == Fraction(0) and x.unit is None for x in (node.left, node.right)
        )
        if zero:
            return
        message = f"两边的量纲不同：左边是 {a.dimension or '纯数'}，右边是 {b.dimension or '纯数'}"
        self.error("dimension", message, node.pos, "换成同一量纲的单位，或检查指标是否写错")

    def _quantified(self, node: s.Quantified, scope: dict[str, Type]) -> tuple[s.Expr, Type]:
        collection, kind = self.expr(node.collection, scope)
        inner = dict(scope)
        self._bind(node.variable, self._member(kind, node.collection), node.pos, inner)
        where = None
        if node.where is not None:
            where, w = self.expr(node.where, inner)
            self._expect(w, BOOL, node.where, "where 后面")
        body, b = self.expr(node.body, inner)
        self._expect(b, BOOL, node.body, "has 后面")
        return replace(node, collection=collection, where=where, body=body), BOOL

    def _aggregate(self, node: s.Aggregate, scope: dict[str, Type]) -> tuple[s.Expr, Type]:
        collection, kind = self.expr(node.collection, scope)
        inner = dict(scope)
        member = self._member(kind, node.collection)
        if node.variable is not None:
            self._bind(node.variable, member, node.pos, inner)
        where = None
        if node.where is not None:
            where, w = self.expr(node.where, inner)
            self._expect(w, BOOL, node.where, "where 后面")
        body, result = node.expr, number("")
        if node.expr is not None:
            body, value = self.expr(node.expr, inner)
            result = list_of(value) if node.kind == "list" else value
            if node.kind != "list":
                self._expect(value, number(), node.expr, f"{node.kind} 里面")
        return replace(node, collection=collection, where=where, expr=body), result


_KINDS = {"section": "章节", "term": "用语", "indicator": "指标", "column": "表格栏目", "group": "分组"}


def _before(a: s.Pos, b: s.Pos) -> bool:
    return (a.file, a.line, a.column) < (b.file, b.line, b.column)
