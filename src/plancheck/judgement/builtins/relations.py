"""Built-ins that relate things of the plan to each other: what stands around a sentence, where a target is stated again."""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction

from plancheck.core.location import Evidence
from plancheck.core.quantity import Quantity
from plancheck.facts.commitment import heading_reports
from plancheck.facts.flat import flatten
from plancheck.facts.model import Fact, Passage, SectionMatch, Target, Task
from plancheck.judgement.builtins.arguments import Arguments
from plancheck.judgement.context import Context, states
from plancheck.judgement.values import Items, Num, Value, align, from_quantity


def around(context: Context, args: Arguments) -> Value:
    """Passages with what stands next to them: the sentences before and after in the same paragraph, below a heading
    all that it heads, below a caption the rows of its table. Passages that are doubtful only stay out."""
    value = args.value("passages")
    if value is None:
        return Value(Items(()))
    members = value.data.sure if isinstance(value.data, Items) else (value,)
    passages, document = context.facts.passages, context.facts.document
    found: set[int] = set()
    for member in members:
        here = member.data
        if not isinstance(here, Passage):
            continue
        found.add(here.index)
        if here.kind == "heading":
            at = here.index + 1
            while at < len(passages) and document.within(passages[at].section, here.section):
                found.add(at)
                at += 1
        elif here.kind == "caption":
            at = here.index + 1
            while (
                at < len(passages)
                and passages[at].kind == "row"
                and _table(passages[at]) == _table(passages[here.index + 1])
            ):
                found.add(at)
                at += 1
        elif here.kind != "row":
            near = (i for i in (here.index - 1, here.index + 1) if 0 <= i < len(passages))
            found.update(i for i in near if passages[i].block == here.block and passages[i].kind == here.kind)
    return Value(Items(tuple(Value(passages[i], (passages[i].evidence,)) for i in sorted(found))), looked=value.looked)


def _table(row: Passage) -> int | None:
    return row.evidence.location.table


def restated(context: Context, args: Arguments) -> Value:
    """The values that other places (of a region) state for a target's indicator and year.

    A statement whose name may mean something narrower is left out where it agrees and doubtful where it does not.
    """
    value = args.value("target")
    target = value.data if value is not None else None
    if not isinstance(target, Target) or target.target is None or target.target.value is None:
        return Value(Items(()))
    region = _paths(context, args)
    sure: list[Value] = []
    doubtful: list[Value] = []
    own = _number(target.target)
    for evidence in target.target.evidence[1:]:
        if _inside(evidence, region):
            sure.append(Value(own, (evidence,)))
    for other in context.facts.targets:
        same = _same_indicator(context, target, other)
        fact = other.target
        if other is target or not same or fact is None or fact.value is None or fact.status != "stated":
            continue
        places = tuple(e for e in fact.evidence if _inside(e, region))
        years = (target.target_year, other.target_year)
        if not places or any(y is not None and y.value is None for y in years):
            continue
        if years[0] is not None and years[1] is not None and years[0].value != years[1].value:
            continue
        number = _in_unit(_number(fact), own)
        certain = same == "name" and years[0] is not None and years[1] is not None
        (sure if certain or number.exact == own.exact else doubtful).append(Value(number, places))
    sure.extend(_said_in_text(context, target, own, region))
    reasons = (f"别处没有写“{target.indicator}”的目标值",)
    return Value(Items(tuple(sure), tuple(doubtful)), (), reasons)


def restated_years(context: Context, args: Arguments) -> Value:
    """The years for which other places (of a region) state the very value of a target under its own name."""
    value = args.value("target")
    target = value.data if value is not None else None
    if not isinstance(target, Target) or target.target is None or target.target.value is None:
        return Value(Items(()))
    region, own = _paths(context, args), _number(target.target)
    found: dict[int, Value] = {}
    for other in context.facts.targets:
        fact, year = other.target, other.target_year
        if fact is None or fact.value is None or year is None or year.value is None:
            continue
        places = tuple(e for e in (fact.evidence[1:] if other is target else fact.evidence) if _inside(e, region))
        if places and _same_indicator(context, target, other) == "name" and _in_unit(_number(fact), own) == own:
            found.setdefault(year.value, Value(Num(Fraction(year.value), Fraction(year.value)), places))
    return Value(Items(tuple(found[y] for y in sorted(found))))


def contributions(context: Context, args: Arguments) -> Value:
    """The rows of the tables that say what each task contributes, totals among them."""
    return Value(Items(tuple(Value(c, (c.evidence,)) for c in context.facts.contributions)), (), ("没有贡献表",))


_REACHES = re.compile(
    "(?:达到|达|降到|降至|下降到|降低到|提高到|提高至|提升到|提升至|增加到|控制在|上升到|减少到)(?:了)?(?:不低于|不高于|不超过|约)?$"
)
_NOW = re.compile("目前|现有|现状|截至|已经|已达|年均|每年|若|如果")


def _said_in_text(context: Context, target: Target, own: Num, region: list[tuple[str, ...]] | None) -> list[Value]:
    """Values in sentences of a region that carry the target's own name and say what it is to reach (no other year)."""
    name = flatten(target.indicator)
    year = target.target_year.value if target.target_year is not None else None
    texts: tuple[tuple[Passage, str], ...] = context.remember(
        "flat-sentences", lambda: tuple((p, flatten(p.text)) for p in context.facts.passages if p.kind == "sentence")
    )
    known = {e.location for e in (*target.evidence, *(target.target.evidence if target.target else ()))}
    found: list[Value] = []
    for passage, text in texts:
        if len(name) < 4 or name not in text or not _inside(passage.evidence, region) or _NOW.search(text):
            continue
        if any(y != year for y in context.years(passage)) or passage.evidence.location in known:
            continue
        if not context.years(passage) and not _of_the_year(context, passage, target):
            continue
        at = passage.text.find(target.indicator)
        spans = [
            s for s in context.facts.quantities(passage.index) if at >= 0 and s.start >= at + len(target.indicator)
        ]
        stop = next(
            (i for i in range(at + len(target.indicator), len(passage.text)) if passage.text[i] in "，,；;"), None
        )
        for span in spans:
            if stop is not None and span.start > stop:
                break
            if not _REACHES.search(passage.text[at : span.start].rstrip()):
                continue
            number = from_quantity(span.quantity)
            if align(own, number) is not None:
                found.append(Value(number, (passage.evidence,)))
            break
    return found


def _of_the_year(context: Context, passage: Passage, target: Target) -> bool:
    """Whether a sentence without a year may speak of the target's: so does the nearest one before it in its paragraph that
    names more than the year of comparison; where none does, it stands in no part that reports what has been reached."""
    year = target.target_year.value if target.target_year is not None else None
    base = target.base_year.value if target.base_year is not None else None
    for index in range(passage.index - 1, -1, -1):
        before = context.facts.passages[index]
        if before.block != passage.block or before.kind != passage.kind:
            break
        named = set(context.years(before)) - {base}
        if named:
            return year in named
    titles = context.facts.document.path(passage.section)
    return not any(heading_reports(title) for title in titles)


_CLOSE = 8  # characters between a word and the number that it goes with


def amounts_near(context: Context, args: Arguments) -> Value:
    """The quantities of a kind that stand next to a term in passages that mention it, the nearest one for each mention."""
    value, kind = args.value("passages"), args.word("stating")
    members = () if value is None else value.data.sure if isinstance(value.data, Items) else (value,)
    found: list[Value] = []
    for member in members:
        here = member.data
        if not isinstance(here, Passage):
            continue
        spans = [s for s in context.facts.quantities(here.index) if kind is None or states((s.quantity,), (), kind)]
        for entity in args.entities("terms"):
            for mention in context.facts.mentions.get(entity.key, ()):
                if mention.passage != here.index or mention.polarity != "affirmed":
                    continue
                near = [(_gap(here.text, mention.start, mention.end, s.start, s.end), n) for n, s in enumerate(spans)]
                near = [(gap, n) for gap, n in near if gap <= _CLOSE]
                if near:
                    found.append(Value(from_quantity(spans[min(near)[1]].quantity), (here.evidence,)))
    return Value(Items(tuple(found)), (), ("没有写明相应的数量",), value.looked if value is not None else ())


def _gap(text: str, start: int, end: int, first: int, last: int) -> int:
    """How many characters stand between a mention and a number; more than allowed where a clause ends between them."""
    between = text[end:first] if first >= end else text[last:start] if last <= start else ""
    return len(between) if not re.search("[，,；;。]", between) else _CLOSE + 1


def _number(fact: Fact[Quantity]) -> Num:
    assert fact.value is not None
    return from_quantity(fact.value)


def _in_unit(number: Num, own: Num) -> Num:
    """A number whose unit is unknown, or next to one whose unit is, compared by the figure alone."""
    return Num(number.low, number.high, own.unit, number.step) if "1" in (number.unit, own.unit) else number


def _same_indicator(context: Context, one: Target, other: Target) -> str | None:
    """ "name" where both carry the same name or plain names of one indicator, "kind" where only the indicator is one."""
    mine, theirs = _flat(context, one.indicator), _flat(context, other.indicator)
    if mine == theirs:
        return "name"
    if one.canonical is None or one.canonical != other.canonical:
        return None
    entry = context.facts.vocabulary.of("indicator").get(one.canonical)
    if entry is None or entry.properties.get("splits") == "产品":
        return None
    plain = {_flat(context, name) for name in (entry.name, *entry.firm)}
    return "name" if {mine, theirs} <= plain else "kind"


def _flat(context: Context, name: str) -> str:
    flat: str = context.remember(("flat", name), lambda: flatten(name))
    return flat


def _paths(context: Context, args: Arguments) -> list[tuple[str, ...]] | None:
    """The section paths of the region, or None where there is no `in:`."""
    entities, value = args.entities("in"), args.value("in")
    if not entities and value is None:
        return None
    document = context.facts.document
    found = [document.path(m.section) for e in entities for m in context.headings(e) if m.how != "resembles"]
    members = () if value is None else value.data.sure if isinstance(value.data, Items) else (value,)
    found.extend(document.path(m.data.section) for m in members if isinstance(m.data, SectionMatch | Task))
    return found


def _inside(evidence: Evidence, region: list[tuple[str, ...]] | None) -> bool:
    section = evidence.location.section
    return region is None or any(section[: len(path)] == path for path in region if path)


BUILTINS: dict[str, Callable[[Context, Arguments], Value]] = {
    "around": around,
    "amounts_near": amounts_near,
    "contributions": contributions,
    "restated": restated,
    "restated_years": restated_years,
}
