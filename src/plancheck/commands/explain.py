"""`plancheck explain RULE [PLAN]`: a rule in Chinese, and why it came out as it did on a plan."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from plancheck.commands.main import ChineseParser
from plancheck.commands.options import add_pack_options, chosen_settings
from plancheck.judgement.explain import Step
from plancheck.language import syntax as s
from plancheck.language.wording import Wording
from plancheck.packs.model import Pack

_OBLIGATION = {"shall": "应（必须满足）", "should": "宜（最好满足）", "may": "可（可写可不写）"}
_OUTCOME = {"pass": "符合", "fail": "不符合", "review": "待人工判断", "not-applicable": "不适用"}
SHOWN_ALIASES = 24
_JOINS = {"or": "下面有一条成立就算成立：", "and": "下面各条都成立才算成立："}


def run(args: Sequence[str]) -> int:
    """0 where the rule exists and the plan, if named, could be read."""
    parser = ChineseParser(
        prog="plancheck explain", description="用中文解释一条规则；给出方案时，逐个条件说明它为什么这样判"
    )
    parser.add_argument("rule", metavar="规则编号", help="规则编号，如 lcip-2014/3.4.k 或 3.4.k")
    parser.add_argument("plan", type=Path, nargs="?", metavar="方案", help="方案（.docx）")
    add_pack_options(parser)
    parser.add_argument("--data", type=Path, metavar="文件", help="数据文件")
    options = parser.parse_args(list(args))
    from plancheck.checking.run import rule_ids
    from plancheck.packs.load import load_pack

    pack = load_pack(options.pack or _pack_of(options.rule, options.plan), chosen_settings(options))
    (rule_id,) = rule_ids(pack, [options.rule])
    rule = pack.rule(rule_id)
    assert rule is not None
    print("\n".join(_rule_lines(rule, pack)))
    if options.plan is not None:
        print("\n".join(_plan_lines(rule, pack, options.plan, options.data)))
    return 0


def _pack_of(rule: str, plan: Path | None) -> str:
    """The pack of a rule where none is named: by the rule's full id, else by the plan, else the only one that has it."""
    from plancheck.commands.choose import pack_for, pack_of_rule

    if plan is None or "/" in rule:
        return pack_of_rule(rule)
    from plancheck.document.reader import read_document

    return pack_for(read_document(plan))[0]


def _wording(pack: Pack) -> Wording:
    from plancheck.judgement.schema import SCHEMA

    titles = {(kind, name): e.title for kind, entries in pack.vocabulary.entries.items() for name, e in entries.items()}
    return Wording(SCHEMA, titles)


def _rule_lines(rule: s.Rule, pack: Pack) -> list[str]:
    from plancheck.checking.examples import read_examples
    from plancheck.judgement.score import weight_of

    place = f"{Path(pack.files[rule.pos.file]).name} 第{rule.pos.line}行"
    lines = [
        f"{rule.id}　{rule.title}",
        f"条款：{rule.clause}　约束：{_OBLIGATION[rule.obligation]}{'　否决项' if rule.veto else ''}　权重：{float(weight_of(rule)):g}（各章的分数按权重分给本章的规则）",
        f"所在章：{rule.chapter}　判定：{'专家判断' if rule.ask is not None else '程序判定'}　规则文件：{place}",
    ]
    if rule.depends_on:
        lines.append(f"取决于：{'、'.join(rule.depends_on)}（那一条不符合时，这一条不适用）")
    if rule.counted_under:
        lines.append(f"不单独计分：同一问题的分数算在 {rule.counted_under}")
    lines += ["", *_wording(pack).rule(rule)]
    if rule.fix:
        lines.append(f"补正建议：{rule.fix}")
    lines += [f"说明：{note}" for note in rule.notes]
    lines += _alias_lines(rule, pack)
    examples, _ = read_examples(pack)
    for word, title in (("accepts", "正例（应判符合）"), ("rejects", "反例（应判不符合或提出疑点）")):
        chosen = next((e for e in examples if e.rule == rule.id and e.expect == word), None)
        if chosen is not None:
            lines += ["", f"{title}：", *(f"  | {line}" for line in chosen.plan.strip().splitlines())]
    return lines


def _entities(node: object) -> list[s.Entity]:
    import dataclasses

    if isinstance(node, s.Entity):
        return [node] if node.kind != "word" else []
    if isinstance(node, tuple):
        return [e for item in node for e in _entities(item)]
    if dataclasses.is_dataclass(node) and not isinstance(node, type):
        return [e for f in dataclasses.fields(node) for e in _entities(getattr(node, f.name))]
    return []


def _alias_lines(rule: s.Rule, pack: Pack) -> list[str]:
    lines = []
    for kind, name in dict.fromkeys((e.kind, e.text) for e in _entities(rule)):
        entry = pack.vocabulary.of(kind).get(name)
        if entry is None:
            continue
        firm, weak = entry.firm, entry.weak
        shown = "、".join(firm[:SHOWN_ALIASES]) + (f" 等{len(firm)}种" if len(firm) > SHOWN_ALIASES else "")
        lines.append(f"“{entry.title}”的叫法：{shown}" + (f"；只算近似：{'、'.join(weak)}" if weak else ""))
    return ["", *lines] if lines else []


def _plan_lines(rule: s.Rule, pack: Pack, plan: Path, data: Path | None) -> list[str]:
    from plancheck.checking.assess import context_for, judge_all
    from plancheck.checking.run import read_submission
    from plancheck.checking.titles import stage_of
    from plancheck.judgement.explain import explain

    read = read_submission(plan, data, pack.vocabulary)
    stage, _ = stage_of(pack, read.facts.document)
    (judged,) = judge_all(read.facts, pack, stage, only=(rule.id,))
    lines = ["", f"在“{plan.name}”上：{_OUTCOME[judged.outcome]}"]
    lines += [f"  {m}" for m in (*judged.messages, *(f"待核实：{m}" for m in judged.missing))]
    if judged.depends_on is not None:
        lines.append(f"  请先看 {judged.depends_on}")
    lines += ["", "逐个条件："]
    wording = _wording(pack)
    wording.rule(rule)  # so that the steps name the members as the sentences above do
    for step in explain(rule, context_for(read.facts, pack)):
        lines += _step_lines(step, wording, 1)
    return lines


def _step_lines(step: Step, wording: Wording, depth: int) -> list[str]:
    from plancheck.report.clean import one_line
    from plancheck.report.places import place_in_words

    mark = {True: "✓", False: "✗", None: "·"}[step.truth]
    op = _joined_by(step)
    words = _JOINS[op] if op else wording.expr(step.expr)
    head = step.label + words if step.label.endswith("：") else " ".join(p for p in (step.label, words) if p)
    value = f"：{one_line(step.value)}" if step.value and step.truth is None else ""
    lines = [f"{'  ' * depth}{mark} {head}{value}"]
    empty = step.value.startswith("（")  # what was looked for in vain is said only where nothing else was found
    if step.truth is None and step.missing and step.expr is not None and (empty or not step.value):
        lines.append(f"{'  ' * depth}    {one_line(step.missing[0])}")
    if not step.parts:
        for piece in step.evidence[:2]:
            lines.append(f"{'  ' * depth}    {place_in_words(piece.location)}：{one_line(piece.excerpt)}")
    for part in _flat(step, op) if op else step.parts:
        if not isinstance(part.expr, s.Number | s.Text):  # a literal explains itself
            lines += _step_lines(part, wording, depth + 1)
    return lines


def _joined_by(step: Step) -> str:
    """`and` or `or` where the step joins conditions by it, else empty."""
    return step.expr.op if isinstance(step.expr, s.Binary) and step.expr.op in _JOINS and step.parts else ""


def _flat(step: Step, op: str) -> list[Step]:
    """The conditions that a chain of one operator joins, however it is bracketed."""
    return [part for inner in step.parts for part in (_flat(inner, op) if _joined_by(inner) == op else [inner])]
