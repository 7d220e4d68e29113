"""What differs between two packs (two versions of one, or a pack and its extension), as data and as Chinese sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from fractions import Fraction
from typing import Any, Literal

from plancheck.core.vocabulary import Entry
from plancheck.language import syntax as s
from plancheck.language.wording import Wording
from plancheck.packs import cache
from plancheck.packs.model import Pack, Setting

Kind = Literal["added", "removed", "changed"]
_KINDS = {"section": "章节", "term": "词语", "indicator": "指标", "column": "表格列", "group": "分项"}
_PROPERTIES = {"level": "级别", "order": "次序", "under": "上级章节", "unit": "单位", "role": "用途", "of": "所属", "trend": "应有的变化方向"}  # fmt: skip
_ALIASES = (("also", "叫法"), ("weak", "近似叫法"), ("never", "易混叫法"))
_OBLIGATION = {"shall": "应", "should": "宜", "may": "可"}
_VERDICT = {"return": "退回", "supplement": "补正", "pass": "通过"}
_CONTENT = ("when", "lets", "for_each", "requires", "ask", "show")  # told by the rule's own sentences
_CLAUSES = "，；。："
_UNSAID = ("id", "pos", "accepts", "rejects", "family", *_CONTENT)  # not compared, or not by their value
_FIELDS = {
    "obligation": "约束", "title": "名称", "clause": "条款", "weight": "权重", "veto": "否决", "counted_under": "计分所归的规则",
    "depends_on": "取决于的规则", "stages": "针对的提交材料", "needs": "所需资料", "fix": "补正建议", "nothing": "没有找到时的说法",
    "notes": "说明", "chapter": "所在章",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Change:
    """One difference: the part of the pack (包头, 设置, 用语, 分值, 结论, 规则), what it names, and a sentence for readers.

    `field` is what of it changed (empty where it is added or removed as a whole); `was` and `now` are in words.
    """

    part: str
    kind: Kind
    name: str
    field: str
    was: str
    now: str
    sentence: str


def pack_changes(before: Pack, after: Pack) -> tuple[Change, ...]:
    """All differences from one pack to the other: head, settings, points, verdict, vocabulary, rules, each in pack order."""
    return (
        *_head(before, after),
        *_settings(before.settings, after.settings),
        *_points(before.chapters, after.chapters),
        *_verdict(before.verdict, after.verdict),
        *_vocabulary(before, after),
        *_rules(before, after),
    )


def _changed(part: str, name: str, field: str, was: str, now: str, subject: str) -> Change:
    if not was:
        sentence = f"{subject}原来没有写，现在是“{now}”。"
    elif not now:
        sentence = f"{subject}原来是“{was}”，现在没有了。"
    else:
        sentence = f"{subject}由“{was}”改为“{now}”。"
    return Change(part, "changed", name, field, was, now, sentence)


def _head(before: Pack, after: Pack) -> Iterator[Change]:
    stages = ("、".join(before.judges), "、".join(after.judges))
    for field, was, now in (
        ("编号", before.id, after.id),
        ("名称", before.title, after.title),
        ("发布单位", before.issuer, after.issuer),
        ("所评的材料", *stages),
        ("方案题名用语", "、".join(before.titled), "、".join(after.titled)),
        ("针对的年份", _years(before), _years(after)),
    ):
        if was != now:
            yield _changed("包头", after.id, field, was, now, f"规则包的{field}")


def _years(pack: Pack) -> str:
    return f"{pack.period[0]}—{pack.period[1]}年" if pack.period is not None else ""


def _settings(before: Mapping[str, Setting], after: Mapping[str, Setting]) -> Iterator[Change]:
    for name, setting in after.items():
        now = shown(setting.value)
        known = before.get(name)
        if known is None:
            yield Change("设置", "added", name, "", "", now, f"新增设置“{name}”，值是“{now}”（{setting.about}）。")
            continue
        was = shown(known.value)
        if _plain(known.value) != _plain(setting.value):
            yield _changed("设置", name, "值", was, now, f"设置“{name}”的值")
        if known.about != setting.about:
            yield _changed("设置", name, "说明", known.about, setting.about, f"设置“{name}”的说明")
    for name, setting in before.items():
        if name not in after:
            was = shown(setting.value)
            yield Change("设置", "removed", name, "", was, "", f"去掉设置“{name}”（原来是“{was}”）。")


def _points(before: Mapping[str, Fraction], after: Mapping[str, Fraction]) -> Iterator[Change]:
    for title, points in after.items():
        now = f"{float(points):g}分"
        if title not in before:
            yield Change("分值", "added", title, "", "", now, f"新增计分的章“{title}”，{now}。")
        elif before[title] != points:
            yield _changed("分值", title, "分值", f"{float(before[title]):g}分", now, f"“{title}”的分值")
    for title, points in before.items():
        if title not in after:
            was = f"{float(points):g}分"
            yield Change("分值", "removed", title, "", was, "", f"去掉计分的章“{title}”（原来{was}）。")


def _verdict(before: Sequence[s.VerdictLine], after: Sequence[s.VerdictLine]) -> Iterator[Change]:
    was, now = ("；".join(_verdict_line(line) for line in lines) for lines in (before, after))
    if was != now:
        yield _changed("结论", "", "", was, now, "得出预审结论的规定")


def _verdict_line(line: s.VerdictLine) -> str:
    verdict = _VERDICT.get(line.verdict, line.verdict)
    if line.below is not None:
        return f"不到{float(line.below):g}分{verdict}"
    word = {"veto": "否决项", "shall": "“应”的要求", "should": "“宜”的要求"}.get(line.on or "", line.on or "")
    return f"{word}不符合时{verdict}"


def _vocabulary(before: Pack, after: Pack) -> Iterator[Change]:
    kinds = dict.fromkeys((*before.vocabulary.entries, *after.vocabulary.entries))
    for kind in kinds:
        old, new = before.vocabulary.of(kind), after.vocabulary.of(kind)
        word = _KINDS.get(kind, kind)
        for name, entry in new.items():
            if name in old:
                yield from _entry(f"{word}“{name}”", old[name], entry)
                continue
            names = _listed(entry.firm)
            yield Change("用语", "added", name, "", "", names, f"新增{word}“{name}”，方案里可以叫{names}。")
        for name, entry in old.items():
            if name not in new:
                yield Change("用语", "removed", name, "", _listed(entry.firm), "", f"去掉{word}“{name}”。")


def _entry(subject: str, before: Entry, after: Entry) -> Iterator[Change]:
    if before.title != after.title:
        yield _changed("用语", after.name, "名称", before.title, after.title, f"{subject}的名称")
    for field, word in _ALIASES:
        was, now = getattr(before, field), getattr(after, field)
        more, less = [a for a in now if a not in was], [a for a in was if a not in now]
        if more:
            yield Change(
                "用语", "changed", after.name, word, "", _listed(more), f"{subject}新增{word}{_listed(more)}。"
            )
        if less:
            yield Change(
                "用语", "changed", after.name, word, _listed(less), "", f"{subject}去掉{word}{_listed(less)}。"
            )
    for key in dict.fromkeys((*before.properties, *after.properties)):
        was, now = before.properties.get(key, ""), after.properties.get(key, "")
        if was != now and key != "canonical_unit":
            word = _PROPERTIES.get(key, key)
            yield _changed("用语", after.name, word, was, now, f"{subject}的{word}")


def _listed(names: Sequence[str]) -> str:
    return "、".join(f"“{name}”" for name in names)


def _rules(before: Pack, after: Pack) -> Iterator[Change]:
    pairs = _paired(before, after)
    for rule in after.rules:
        old = pairs.get(rule.id)
        if old is None:
            word = _OBLIGATION.get(rule.obligation, rule.obligation)
            yield Change("规则", "added", rule.id, "", "", rule.title, f"新增规则 {rule.id}（{word}）：{rule.title}。")
        else:
            yield from _rule(old, rule, before, after)
    kept = {rule.id for rule in pairs.values()}
    for rule in before.rules:
        if rule.id not in kept:
            yield Change("规则", "removed", rule.id, "", rule.title, "", f"去掉规则 {rule.id}：{rule.title}。")


def _paired(before: Pack, after: Pack) -> dict[str, s.Rule]:
    """For each rule of `after` the one of `before` that it stands for: of the same id, else (where the pack itself has
    another id) of the same number."""
    by_id = {rule.id: rule for rule in before.rules}
    pairs = {rule.id: by_id[rule.id] for rule in after.rules if rule.id in by_id}
    if before.id != after.id:
        for rule in after.rules:
            other = by_id.get(f"{before.id}/{rule.id.removeprefix(f'{after.id}/')}")
            if rule.id not in pairs and other is not None and other.id not in pairs:
                pairs[rule.id] = other
    return pairs


def _rule(old: s.Rule, new: s.Rule, before: Pack, after: Pack) -> Iterator[Change]:
    subject = f"规则 {new.id}（{new.title}）"
    for field in fields(s.Rule):
        was, now = getattr(old, field.name), getattr(new, field.name)
        if field.name not in _UNSAID and was != now:
            word = _FIELDS[field.name]
            yield _changed("规则", new.id, word, _said(was), _said(now), f"{subject}的{word}")
    if all(_plain(getattr(old, name)) == _plain(getattr(new, name)) for name in _CONTENT):
        return
    first, second = _wording(before).rule(old), _wording(after).rule(new)
    was = " ".join(line for line in first if line not in second)
    now = " ".join(line for line in second if line not in first)
    if was or now:
        first_said, second_said = _apart(was, now)
        nothing = "（没有这一句）"
        sentence = f"{subject}的判定内容改了。原来：{first_said or nothing}　现在：{second_said or nothing}"
    else:
        sentence = f"{subject}的判定内容换了写法，用中文说出来没有不同。"
    yield Change("规则", "changed", new.id, "判定内容", was, now, sentence)


def _apart(was: str, now: str) -> tuple[str, str]:
    """Two sentences with what they share at both ends shortened to `…` and the clause around the difference."""
    start = _shared(was, now)
    end = _shared(was[start:][::-1], now[start:][::-1])
    start = max(was.rfind(mark, 0, start) + 1 for mark in _CLAUSES)
    after = [was.find(mark, len(was) - end) for mark in _CLAUSES]
    end = len(was) - min((at for at in after if at >= 0), default=len(was))
    head, tail = ("…" if start else ""), ("…" if end else "")
    first, second = (head + text[start : len(text) - end] + tail if text else "" for text in (was, now))
    return first, second


def _shared(one: str, other: str) -> int:
    """How many characters both begin with."""
    return next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _wording(pack: Pack) -> Wording:
    from plancheck.judgement.schema import SCHEMA

    titles = {(kind, name): e.title for kind, entries in pack.vocabulary.entries.items() for name, e in entries.items()}
    return Wording(SCHEMA, titles)


def _said(value: Any) -> str:
    """A plain statement of a rule in words."""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, Fraction):
        return f"{float(value):g}"
    if isinstance(value, tuple):
        return "、".join(_said(part) for part in value)
    return _OBLIGATION.get(str(value), str(value)) if value is not None else ""


def _plain(value: Any) -> Any:
    """A syntax value without positions, for comparing what is said and not where."""

    def without(node: Any) -> Any:
        if not isinstance(node, list):
            return node
        return None if node and node[0] == "@" else [without(part) for part in node]

    return without(cache.encode(value))


def shown(value: s.Expr) -> str:
    """A setting's value as its author wrote it."""
    if isinstance(value, s.Number):
        return value.text
    if isinstance(value, s.Range):
        return f"{value.first}..{value.last}"
    return value.value if isinstance(value, s.Text) else "…"
