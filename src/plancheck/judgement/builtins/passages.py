"""Built-ins that look at words: sections, mentions, quotations, figures, tables."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable
from fractions import Fraction
from operator import attrgetter

from plancheck.core.location import Evidence
from plancheck.document.model import Figure
from plancheck.facts.model import Entry, Mention, Passage, SectionMatch, TypedTable
from plancheck.facts.passages import CELL_GAP
from plancheck.facts.placeholder import is_placeholder, substance
from plancheck.judgement.builtins.arguments import Argument, Arguments
from plancheck.judgement.builtins.names import contains
from plancheck.judgement.builtins.regions import Region, region_of, sections_below
from plancheck.judgement.context import Context, EntityRef, states, years_in
from plancheck.judgement.entry_fields import texts_of
from plancheck.judgement.values import Items, Num, Value, absent, truth, unknown


def section(context: Context, args: Arguments) -> Value:
    """The best heading for a section entry; unknown where it only resembles, absent where there is none."""
    (entity,) = args.entities("name")
    return _section(context, entity)


def _section(context: Context, entity: EntityRef) -> Value:
    matches = [m for m in context.headings(entity) if not _names_its_part(context, entity, m)]
    title = context.title(entity)
    if not matches:
        return absent(_parent_evidence(context, entity), what=f"没有“{title}”这样的标题")
    best = matches[0]
    if best.how in ("exact", "contains") and _fits(context, entity, best):
        return Value(best, (best.evidence,))
    heading = best.evidence.excerpt
    if best.how == "joined":
        return unknown(f"“{title}”与别的部分合写在标题“{heading}”下，请确认是否单独成章", (best.evidence,))
    if best.how in ("exact", "contains"):
        return unknown(f"标题“{heading}”的层级或位置与要求不同，请确认它是否就是“{title}”", (best.evidence,))
    return unknown(f"标题“{heading}”与“{title}”只是相近，请确认是否同一内容", (best.evidence,))


def _fits(context: Context, entity: EntityRef, match: SectionMatch) -> bool:
    """Whether a heading stands where its entry says: a chapter (level 1) is a top-level heading.

    For lower levels content counts wherever the plan puts it, as plans divide their chapters in their own ways.
    """
    entry = context.facts.vocabulary.of("section").get(entity.name)
    if entry is None or entry.properties.get("level") != "1":
        return True
    return match.inside and match.depth <= 1


def heading(context: Context, args: Arguments) -> Value:
    """The heading that carries the name of a section entry, also where it carries another's name too."""
    (entity,) = args.entities("name")
    return _heading(context, entity)


def _heading(context: Context, entity: EntityRef) -> Value:
    found = _section(context, entity)
    if found.known:
        return found
    for match in context.headings(entity):
        if match.how == "joined" and _fits(context, entity, match) and not _names_its_part(context, entity, match):
            return Value(match, (match.evidence,))
    return found


def _names_its_part(context: Context, entity: EntityRef, match: SectionMatch) -> bool:
    """Whether the heading is the chapter that the part belongs to: its title names the part, which stands below it.

    A chapter without headings of its own may well hold the part itself.
    """
    entry = context.facts.vocabulary.of("section").get(entity.name)
    above = context.facts.sections.get(entry.properties.get("under", ""), ()) if entry else ()
    if match.how != "joined" or not any(m.section == match.section and m.how != "resembles" for m in above):
        return False
    return any(s.parent == match.section for s in context.facts.document.sections if s.index)


def _parent_evidence(context: Context, entity: EntityRef) -> tuple[Evidence, ...]:
    entry = context.facts.vocabulary.of("section").get(entity.name)
    parent = entry.properties.get("under") if entry else None
    if not parent:
        return ()
    return tuple(m.evidence for m in context.facts.sections.get(parent, ())[:1])


def sections(context: Context, args: Arguments) -> Value:
    """One member per named section, in the order named; those that are absent stay in the list as absent."""
    return Value(Items(tuple(_section(context, e) for e in args.entities("names"))))


def ordered(context: Context, args: Arguments) -> Value:
    """Whether the headings that are there stand in the order named; absent ones are passed over."""
    found = [(e, v) for e in args.entities("names") if isinstance((v := _heading(context, e)).data, SectionMatch)]
    doubtful = [v for e in args.entities("names") if not (v := _heading(context, e)).known and v.evidence]
    positions = [v.data.section for _, v in found if isinstance(v.data, SectionMatch)]
    values = [v for _, v in found]
    if positions != sorted(positions):
        wrong = [
            v
            for i, v in enumerate(values)
            if any(positions[j] > positions[i] for j in range(i))
            or any(positions[j] < positions[i] for j in range(i, len(values)))
        ]
        return truth(False, *wrong)
    if doubtful or len(found) < 2:
        return truth(
            None if doubtful or not found else True, *values, *doubtful, missing=("没有足够的章节可以比较先后",)
        )
    return truth(True, *values)


def mentions(context: Context, args: Arguments) -> Value:
    """The passages that affirm one of the terms; weakly named ones are doubtful; negated ones are shown as looked at."""
    terms = args.entities("terms")
    hits = [m for entity in terms for m in context.facts.mentions.get(entity.key, ())]
    if len(terms) > 1:  # those of one term are in reading order
        hits.sort(key=attrgetter("passage", "start"))
    return _select(context, args, hits, _names(context, terms))


def _names(context: Context, entities: Iterable[EntityRef]) -> str:
    return "、".join(context.title(e) for e in entities)


def _within(hits: list[Mention], region: Region) -> list[Mention]:
    """The hits that can lie in a region: of one stretch of passages (a task) only those, found by their order."""
    if region.stretch is None:
        return hits
    first, last = region.stretch
    return hits[bisect_left(hits, first, key=lambda m: m.passage) : bisect_left(hits, last, key=lambda m: m.passage)]


def _select(context: Context, args: Arguments, hits: list[Mention], what: str) -> Value:
    facts = context.facts
    region = region_of(context, args)
    sure: dict[int, Passage] = {}
    doubtful: dict[int, Passage] = {}
    denied: list[Evidence] = []
    number, inside = -1, None
    for hit in _within(hits, region):
        passage = facts.passages[hit.passage]
        if hit.passage != number:
            number, inside = hit.passage, region.holds(passage)
        if inside is False:
            continue
        if hit.polarity != "affirmed":
            denied.append(passage.evidence)
            continue
        if hit.passage in sure or not _qualifies(context, args, passage):
            continue
        (doubtful if hit.weak or inside is None else sure).setdefault(passage.index, passage)
    ranked = _usual_first(context, args, list(sure.values()))
    items = Items(
        tuple(Value(p, (p.evidence,)) for p in ranked),
        tuple(Value(p, (p.evidence,)) for i, p in doubtful.items() if i not in sure),
    )
    usual = tuple(m.evidence for e in args.entities("usually") for m in context.headings(e)[:1])
    reasons = (f"没有找到关于“{what}”的内容",) if what else ()
    return Value(items, (), reasons, tuple(dict.fromkeys((*denied, *region.evidence, *usual))))


def _qualifies(context: Context, args: Arguments, passage: Passage) -> bool:
    if passage.kind == "heading" and _heading_is_empty(context, passage):
        return False
    for entity in args.entities("with"):
        if not any(m.polarity == "affirmed" for m in _in_passage(context, entity, passage.index)) and not _headed(
            context, entity, passage
        ):
            return False
    kind = args.word("stating")
    return kind is None or states(context.quantities(passage), context.years(passage), kind)


def _headed(context: Context, entity: EntityRef, passage: Passage) -> bool:
    """Whether a table row has something in a column whose head names the term."""
    if passage.kind != "row" or not passage.evidence.value:
        return False
    heads, cells = passage.evidence.value.split(CELL_GAP), passage.text.split(CELL_GAP)
    filled = (head for head, cell in zip(heads, cells, strict=False) if not is_placeholder(cell))
    return any(contains(context, head, (entity,)) for head in filled)


def _heading_is_empty(context: Context, passage: Passage) -> bool:
    def substances() -> dict[int, int]:
        return {m.section: m.substance for ms in context.facts.sections.values() for m in ms}

    known: dict[int, int] = context.remember("substances", substances)
    if passage.section in known:
        return known[passage.section] == 0
    here = context.facts.document.sections[passage.section]
    return here.first >= here.last or not substance(_below(context, passage))


def _below(context: Context, heading: Passage) -> str:
    """The text below a heading, its sub-headings included."""
    passages, document = context.facts.passages, context.facts.document
    last = heading.index + 1
    while last < len(passages) and document.within(passages[last].section, heading.section):
        last += 1
    return "\n".join(p.text for p in passages[heading.index + 1 : last])


def _in_passage(context: Context, entity: EntityRef, index: int) -> tuple[Mention, ...]:
    def build() -> dict[int, list[Mention]]:
        table: dict[int, list[Mention]] = {}
        for mention in context.facts.mentions.get(entity.key, ()):
            table.setdefault(mention.passage, []).append(mention)
        return table

    by_passage: dict[int, list[Mention]] = context.remember(("by-passage", entity.key), build)
    return tuple(by_passage.get(index, ()))


def _usual_first(context: Context, args: Arguments, found: list[Passage]) -> list[Passage]:
    usual = {m.section for e in args.entities("usually") for m in context.headings(e)}
    if not usual:
        return found
    inside = sections_below(context, usual)
    return sorted(found, key=lambda p: p.section not in inside)


def quoting(context: Context, args: Arguments) -> Value:
    """The passages that quote a text (a task's or project's name), whole or by its core; the core alone is doubtful."""
    value = args.value("text")
    if value is None or not isinstance(value.data, str) or not value.data.strip():
        return Value(Items(()))
    from plancheck.facts.quoting import find_quotes, quotable

    region = region_of(context, args)
    whole, core = find_quotes(value.data, context.remember("quotable", lambda: quotable(context.facts.passages)))
    sure = [p for p in whole if region.holds(p) and _qualifies(context, args, p)]
    maybe = [p for p in core if region.holds(p) is not False and _qualifies(context, args, p)]
    items = Items(
        tuple(Value(p, (p.evidence,)) for p in sure),
        tuple(Value(p, (p.evidence,)) for p in maybe),
    )
    return Value(items, (), (f"没有找到写到“{value.data}”的内容",), (*value.evidence, *region.evidence))


def passages_(context: Context, args: Arguments) -> Value:
    """All passages of a region that meet the named conditions."""
    region = region_of(context, args)
    kept = [p for p in region.passages(context) if p.kind != "heading" and _qualifies(context, args, p)]
    return Value(Items(tuple(Value(p, (p.evidence,)) for p in kept)), (), (), region.evidence)


def says(context: Context, args: Arguments) -> Value:
    """Whether a text, an entry of the data file, or what stands in a region contains one of the terms."""
    value = args.value("text")
    if value is None or not value.known:
        return truth(None, *((value,) if value is not None else ()))
    if isinstance(value.data, Passage):
        found = any(
            m.polarity == "affirmed" for e in args.entities("terms") for m in _in_passage(context, e, value.data.index)
        )
        return truth(found, value)
    if isinstance(value.data, str | Entry):
        text = texts_of(value.data) if isinstance(value.data, Entry) else value.data
        return truth(contains(context, text, args.entities("terms")), value)
    inner = Arguments({"terms": args.given.get("terms", ()), "in": (value,)})
    found_in = mentions(context, inner)
    assert isinstance(found_in.data, Items)
    if found_in.data.sure:
        return truth(True, found_in.data.sure[0])
    return truth(None if found_in.data.doubtful else False, value, *found_in.data.doubtful[:2])


def years(context: Context, args: Arguments) -> Value:
    """The years named in a region, or (`of:`) in passages that mention a term; the whole plan without a region."""
    value = args.value("region")
    terms = args.entities("of")
    if value is not None and isinstance(value.data, str):
        return _years(((y, value.evidence) for y in years_in(value.data)), value)
    if terms:
        given: dict[str, tuple[Argument, ...]] = {"terms": terms, **({"in": (value,)} if value is not None else {})}
        found = mentions(context, Arguments(given))
        assert isinstance(found.data, Items)
        chosen = [v.data for v in found.data.sure]
    else:
        region = region_of(context, Arguments({"in": (value,)} if value is not None else {}))
        chosen = list(region.passages(context))
    pairs = ((y, (p.evidence,)) for p in chosen if isinstance(p, Passage) for y in context.years(p))
    return _years(pairs, value)


def _years(pairs: Iterable[tuple[int, tuple[Evidence, ...]]], value: Value | None) -> Value:
    first: dict[int, tuple[Evidence, ...]] = {}
    for year, evidence in pairs:
        first.setdefault(year, evidence)
    items = tuple(Value(Num(Fraction(y), Fraction(y)), e) for y, e in sorted(first.items()))
    return Value(Items(items), looked=value.evidence if value is not None else ())


def figures(context: Context, args: Arguments) -> Value:
    """The figures whose caption or description names one of the terms, those named in the data file included.

    A caption without a picture has present = no. A picture without caption in a section that speaks of one of the
    terms is doubtful: nobody but a reader can tell what it shows.
    """
    terms = args.entities("terms")
    names = _names(context, terms)
    document = context.facts.document
    hits = [context.facts.passages[m.passage] for e in terms for m in context.facts.mentions.get(e.key, ())]
    spoken_of = {p.section for p in hits}
    found: list[Value] = []
    doubtful: list[Value] = []
    for figure in document.figures():
        title = f"{figure.caption} {figure.description}"
        evidence = Evidence(document.place_of(figure), figure.caption or figure.description)
        if contains(context, title, terms):
            found.append(Value(figure, (evidence,)))
        elif figure.present and not title.strip() and figure.section in spoken_of:
            doubtful.append(Value(figure, (evidence,), (f"有一张图没有图题，不能断定是不是“{names}”",)))
    for figure, place in _attached(context):
        if contains(context, figure.caption, terms):
            found.append(Value(figure, place))
    looked = tuple(p.evidence for p in hits)[:3]
    return Value(Items(tuple(found), tuple(doubtful)), (), (f"没有找到题名为“{names}”的图",), looked)


def _attached(context: Context) -> Iterable[tuple[Figure, tuple[Evidence, ...]]]:
    """The figures that the data file names: one row each, there where a file is named."""
    values = context.facts.submission.values
    number = 1
    while any(key in values for key in (f"figures[{number}].{k}" for k in ("name", "file", "kind"))):
        facts = {k: values.get(f"figures[{number}].{k}") for k in ("name", "kind", "file")}
        words = [str(f.value) for k, f in facts.items() if f is not None and f.value is not None and k != "file"]
        evidence = tuple(e for f in facts.values() if f is not None for e in f.evidence)
        there = facts["file"] is not None and facts["file"].status == "stated"
        yield Figure(0, 0, " ".join(words), "", there), evidence
        number += 1


def tables(context: Context, args: Arguments) -> Value:
    """The tables of the kinds named; those that could not be read are doubtful."""
    kinds = args.words("kind")
    region = region_of(context, args)
    terms = args.entities("with")
    sure: list[Value] = []
    doubtful: list[Value] = []
    for table in context.facts.tables:
        probe = Passage(-1, table.caption, "caption", table.section, -1, table.evidence)
        if (kinds and table.kind not in kinds) or region.holds(probe) is False:
            continue
        if terms and not contains(context, _said_over(context, table), terms):
            continue
        (sure if table.read else doubtful).append(Value(table, (table.evidence,)))
    return Value(Items(tuple(sure), tuple(doubtful)), looked=region.evidence)


def _said_over(context: Context, table: TypedTable) -> str:
    """The caption and the headers of a table; of one that is read turned, also the first row as it is printed."""
    said = [table.caption, *table.headers]
    if table.transposed:
        printed = {t.number: t for t in context.facts.document.tables()}
        said += [c.text for c in printed[table.table].grid[0] if c is not None]
    return " ".join(said)


def columns(context: Context, args: Arguments) -> Value:
    """The named columns that a table has."""
    value = args.value("table")
    found = getattr(value.data, "columns", {}) if value is not None else {}
    evidence = value.evidence if value is not None else ()
    items = tuple(Value(e.name, evidence) for e in args.entities("names") if e.name in found)
    return Value(Items(items), looked=evidence)


BUILTINS: dict[str, Callable[[Context, Arguments], Value]] = {
    "section": section,
    "heading": heading,
    "sections": sections,
    "ordered": ordered,
    "mentions": mentions,
    "quoting": quoting,
    "passages": passages_,
    "says": says,
    "years": years,
    "figures": figures,
    "tables": tables,
    "columns": columns,
}
