"""A rule as a Chinese sentence, so that a reviewer who reads no code can check and trust it."""

from __future__ import annotations

from collections.abc import Mapping

from plancheck.language import syntax as s
from plancheck.language.schema import Schema

Titles = Mapping[tuple[str, str], str]

_COMPARE = {"=": "等于", "!=": "不等于", ">=": "不小于", "<=": "不大于", ">": "大于", "<": "小于"}
_WORDS = {
    "number": "数量", "percent": "百分比", "area": "面积", "money": "金额", "energy": "能源量", "carbon": "碳排放量", "mass": "重量",
    "power": "功率", "year": "年份", "pieces": "个数", "projects": "工程", "indicators": "指标", "series": "年度数据",
    "schedule": "进度", "benchmark": "对标", "contribution": "贡献", "other": "其他",
}  # fmt: skip
_FIELDS = {
    "name": "名称", "engineering": "是实际工程", "described": "有文字介绍", "title": "标题", "level": "级别", "substance": "实际内容的字数",
    "position": "先后位置", "text": "文字", "section": "所在章节", "caption": "题名", "present": "有图", "kind": "类别", "rows": "行数",
    "field": "所属领域", "children": "下级任务", "parent": "上级任务", "headed": "有自己的标题", "contribution": "贡献", "indicator": "指标", "group": "所属二级指标", "unit": "单位",
    "base_year": "基准年", "target_year": "目标年", "base": "基准值", "target": "目标值", "change": "变化幅度", "direction": "变化方向",
    "trend": "应有的变化方向", "definition": "口径或来源", "relative": "是相对变化", "yearly": "是每年的变化", "place": "出处", "value": "数值", "member": "名称",
    "year": "年份", "start": "开始年份", "end": "结束年份",
}  # fmt: skip
_PLACES = {"prose": "正文", "table": "表格", "data": "数据文件"}  # where a target is stated

_MEMBERS = {
    "project": "该工程", "task": "该任务", "target": "该目标", "section": "该部分", "passage": "该语句", "figure": "该图",
    "table": "该表", "statement": "该陈述", "point": "该分项", "period": "该时段",
}  # fmt: skip


class Wording:
    """Words expressions of checked rules; `titles` gives what readers call an entry of the vocabulary."""

    def __init__(self, schema: Schema, titles: Titles) -> None:
        self.schema, self.titles = schema, titles
        self.members: dict[str, str] = {}  # a variable and what a reader calls a member of its collection

    def rule(self, rule: s.Rule) -> list[str]:
        """The rule as sentences: what it looks at, when it applies, what must hold, what is asked."""
        lines = []
        if rule.for_each is not None:
            self._name_member(rule.for_each.variable, rule.for_each.collection)
        for let in rule.lets:
            lines.append(f"记“{let.name}”为{self.expr(let.value)}。")
        for when in rule.when:
            lines.append(f"适用条件：{self.expr(when.condition)}；否则不适用（{when.because}）。")
        if rule.for_each is not None:
            where = f"中符合“{self.expr(rule.for_each.where)}”的" if rule.for_each.where is not None else "中的"
            lines.append(f"逐个检查{self.expr(rule.for_each.collection)}{where}每一个：")
        for require in rule.requires:
            head = "疑点" if rule.ask is not None else "要求"
            lines.append(f"{head}：{self.expr(require.condition)}。不成立时说明：{require.otherwise.plain()}")
        if rule.ask is not None:
            lines.append(f"由专家判断：{rule.ask.plain()}")
        if rule.show:
            lines.append(f"出示的依据：{'；'.join(self.expr(e) for e in rule.show)}。")
        return lines

    def expr(self, node: s.Expr | None) -> str:
        """One expression in Chinese."""
        if node is None:
            return ""
        if isinstance(node, s.Number):
            return node.text
        if isinstance(node, s.Text):
            return (
                f"“{_PLACES.get(node.value) or self.schema.texts.get(node.value, node.value)}”" if node.value else "空"
            )
        if isinstance(node, s.Range):
            return f"{node.first}—{node.last}年"
        if isinstance(node, s.Variable):
            return self.members.get(node.text, node.text)
        if isinstance(node, s.Name | s.Setting):
            return node.text
        if isinstance(node, s.Entity):
            if node.kind == "word":
                return _WORDS.get(node.text) or self.schema.words.get(node.text, node.text)
            return f"“{self.titles.get((node.kind, node.text), node.text)}”"
        if isinstance(node, s.Attribute):
            word = _FIELDS.get(node.name) or self.schema.field_words.get(node.name, node.name)
            return f"{self.expr(node.base)}{'' if word.startswith(('是', '有')) else '的'}{word}"
        if isinstance(node, s.Not):
            return f"并非（{self.expr(node.operand)}）"
        if isinstance(node, s.Is):
            words, state = self.expr(node.operand), _state(node)
            return f"{state}{words}" if node.state == "given" else f"{words}{state}"
        if isinstance(node, s.ListOf):
            return "、".join(self.expr(i) for i in node.items)
        if isinstance(node, s.Binary):
            return self._binary(node)
        if isinstance(node, s.Call):
            return self._call(node)
        return self._over(node)

    def _name_member(self, variable: str, collection: s.Expr) -> None:
        if isinstance(collection, s.Call):
            function = self.schema.functions.get(collection.name)
            given = function.returns if function is not None else None
            first = collection.args[0] if collection.args else None
            if function is not None and isinstance(first, s.Entity):
                given = function.results.get(first.text, given)
            member = given.of if given is not None else None
            word = (_MEMBERS.get(member.name) or (f"该{member.label}" if member.label else None)) if member else None
        else:
            word = "该年" if isinstance(collection, s.Range | s.Setting) else None
        self.members[variable] = word or f"该项（{variable}）"

    def _binary(self, node: s.Binary) -> str:
        left, right = self.expr(node.left), self.expr(node.right)
        if node.op == "and":
            return f"{left}，并且{right}"
        if node.op == "or":
            return f"（{left}，或者{right}）"
        if node.op == "else":
            return f"{left}（没有时用{right}）"
        if node.op == "inside":
            return f"{left}在{right}之内"
        if node.op in _COMPARE:
            within = f"（允许相差{self.expr(node.within)}）" if node.within is not None else ""
            return f"{left}{_COMPARE[node.op]}{right}{within}"
        sign = {"+": "加", "-": "减", "*": "乘以", "/": "除以"}[node.op]
        return f"{left}{sign}{right}"

    def _over(self, node: s.Quantified | s.Aggregate) -> str:
        collection = self.expr(node.collection)
        if node.variable is not None:
            self._name_member(node.variable, node.collection)
        where = f"（只看{self.expr(node.where)}的）" if node.where is not None else ""
        if isinstance(node, s.Quantified):
            head = {"every": "中的每一个", "some": "中至少有一个", "no": "中没有一个"}[node.kind]
            return f"{collection}{where}{head}满足：{self.expr(node.body)}"
        if node.kind == "count":
            return f"{collection}{where}的个数"
        word = {"sum": "之和", "list": "", "greatest": "的最大值", "least": "的最小值"}[node.kind]
        inner = self.expr(node.expr).replace(self.members.get(node.variable or "", "") or "…", "", 1)
        return f"{collection}{where}{inner}{word}"

    def _call(self, node: s.Call) -> str:
        function = self.schema.functions.get(node.name)
        if function is None:
            return node.name
        positional = [p for p in function.parameters if not p.keyword]
        given: dict[str, list[str]] = {}
        for index, argument in enumerate(node.args):
            given.setdefault(positional[min(index, len(positional) - 1)].name, []).append(self.expr(argument))
        named = dict(node.named)
        text = function.words
        for parameter in function.parameters:
            value = "、".join(given.get(parameter.name, []))
            if parameter.name in named and "{" + parameter.name + "}" in text:
                value = self.expr(named[parameter.name])
            text = text.replace("{" + parameter.name + "}", value).replace("年年", "年")
        extra = []
        if "in" in named:
            extra.append(f"限于{self.expr(named['in'])}")
        if "usually" in named:
            extra.append(f"一般在{self.expr(named['usually'])}，写在别处也算")
        if "with" in named:
            extra.append(f"同时提到{self.expr(named['with'])}")
        if "stating" in named:
            extra.append(f"并写出{self.expr(named['stating'])}")
        if "scope" in named:
            extra.append(f"只看{self.expr(named['scope'])}口径")
        if "level" in named:
            extra.append(f"第{self.expr(named['level'])}级")
        if "group" in named:
            extra.append(f"属于{self.expr(named['group'])}")
        if "within" in named:
            extra.append(f"允许相差{self.expr(named['within'])}")
        return text + (f"（{'，'.join(extra)}）" if extra else "")


def _state(node: s.Is) -> str:
    if node.state == "given":
        return "没有写明" if node.negated else "写明"
    return "没有数值或单位" if node.negated else "有数值和单位"
