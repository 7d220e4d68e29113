"""What the plan states for all projects (number, investment, saving, reduction) beside what the listed ones add up to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from fractions import Fraction

from plancheck.core.lazy_pattern import lazy_pattern
from plancheck.core.location import Evidence
from plancheck.core.quantity import Quantity
from plancheck.core.units import unit
from plancheck.facts.crosschecks.reckoning import Reckoning, places
from plancheck.facts.facts import Facts
from plancheck.facts.lexicon import squeeze
from plancheck.facts.model import Fact, Project, StatedTotal, TotalKind
from plancheck.facts.quantities import read_quantities

NAMES: dict[TotalKind, str] = {
    "projects": "工程项数",
    "investment": "总投资",
    "energy-saving": "总节能量",
    "carbon-reduction": "总减碳量",
}
_UNITS = {"investment": "CNY", "energy-saving": "tce", "carbon-reduction": "tCO2"}
_TERMS = 12
_CLOSE = Fraction(1, 100)
_LESS_BY_OVERLAP = lazy_pattern(r"重叠|重复计算|扣除|折减|折算后|保守")
_PART_OF_IT = lazy_pattern(r"投资中|固定资产|流动资金|设备|土建|安装|建筑|首期|一期|年度|当年")
_OF_PROJECTS = lazy_pattern(r"工程|项目|建成|投产|投运")
_NO_EFFECT = lazy_pattern(r"不直接|无直接|不产生|支撑类|间接|无节能|不涉及|—|^无$")


def listed_projects(facts: Facts) -> tuple[Project, ...]:
    """The projects of the plan's lists; those that only its text tells of where it has no list."""
    known = facts.projects
    if any(e.location.table is not None for p in known for e in p.evidence):
        return tuple(p for p in known if any(e.location.table or e.location.key for e in p.evidence))
    return known


def project_sums(facts: Facts, kind: TotalKind) -> tuple[Reckoning, ...]:
    """Each stated total of a kind for all projects with the sum of the listed ones, each different value once.

    Totals in the list itself are left out where there is one list only (`table_sums` has them). `doubt` says why a
    difference may be no mistake: values that are missing, effects beyond the projects.
    """
    projects = listed_projects(facts)
    if not projects:
        return ()
    lists = sum(1 for t in facts.tables if t.kind == "projects" and t.read and not t.card)
    unread = any(t.kind == "other" and t.looks_like == "重点工程表" for t in facts.tables)
    in_text_only = not any(e.location.table or e.location.key for p in projects for e in p.evidence)
    found: dict[Fraction, Reckoning] = {}
    totals = [t for t in facts.totals if t.kind == kind and t.group is None and _usable(t)]
    read = [(t, _reckoning(t, projects, kind)) for t in totals if t.origin != "table" or lists > 1]
    for one in _one_a_sentence([(t, one) for t, one in read if one is not None]):
        shown = one
        if unread:
            shown = replace(one, doubt="有的工程表没有认出来，不能断定工程是否列全")
        elif in_text_only and not one.doubt:
            shown = replace(one, doubt="工程只在正文里介绍，没有列表，不能断定是否读全")
        quantity = one.stated.value
        value = quantity.value if quantity is not None and quantity.value is not None else Fraction(0)
        known = found.get(value)
        if known is not None:
            evidence = tuple(dict.fromkeys((*known.stated.evidence, *one.stated.evidence)))
            shown = replace(known, stated=replace(known.stated, evidence=evidence))
        found[value] = shown
    return tuple(found.values())


def _one_a_sentence(read: list[tuple[StatedTotal, Reckoning]]) -> Iterator[Reckoning]:
    """Of several totals in one sentence (重点工程3项和能力建设项目1项) the one that is the sum; none where all add up to it."""
    sentences: dict[object, list[tuple[StatedTotal, Reckoning]]] = {}
    for total, one in read:
        place = total.quantity.evidence[0]
        key = (place.location, place.excerpt) if total.origin == "prose" else id(total)
        sentences.setdefault(key, []).append((total, one))
    for group in sentences.values():
        right = [pair for pair in group if not _differs(pair[1])]
        values = {one.stated.value.value for _, one in group if one.stated.value is not None}
        if len(values) < 2 or right:
            yield from (one for _, one in right or group)
        elif not _adds_up([one for _, one in group]):
            yield from (replace(o, doubt=o.doubt or "这一句写了几个数，分不清哪一个是总数") for _, o in group)


def _adds_up(parts: list[Reckoning]) -> bool:
    total = sum((p.stated.value.value or Fraction(0) for p in parts if p.stated.value is not None), Fraction(0))
    known = unit(parts[0].stated.value.unit) if parts[0].stated.value is not None else None
    wanted = parts[0].computed.value or Fraction(0)
    return abs(total * (known.factor if known is not None else 1) - wanted) <= abs(wanted) * _CLOSE


def effects_sum(facts: Facts, kind: TotalKind) -> Reckoning | None:
    """The sum of what the listed projects state of a kind (each name once), None where fewer than two state any.

    Both sides of the reckoning are the sum; `working` and `evidence` show its parts.
    """
    once = tuple({squeeze(p.name): p for p in listed_projects(facts)}.values())
    return _added(Fact(Quantity(Fraction(0), _UNITS[kind]), ()), once, kind)


def _usable(total: StatedTotal) -> bool:
    fact = total.quantity
    return (
        fact.status == "stated" and fact.value is not None and bool(fact.value.value) and fact.value.comparator == "="
    )


def _reckoning(total: StatedTotal, projects: tuple[Project, ...], kind: TotalKind) -> Reckoning | None:
    stated = _plain(total.quantity)
    assert stated.value is not None
    best: Reckoning | None = None
    for chosen in _readings(projects):
        one = _counted(stated, chosen) if kind == "projects" else _added(stated, chosen, kind)
        if one is None:
            continue
        if not _differs(one):
            return one
        if best is None or _gap(one) < _gap(best):
            best = one
    if best is None or (total.origin == "prose" and _told_otherwise(total, best)):
        return None
    return replace(best, doubt=best.doubt or _beyond(total, best, kind))


def _told_otherwise(total: StatedTotal, one: Reckoning) -> bool:
    """Whether the sentence states the sum of the projects beside this figure, or the figure is but a part of the total."""
    wanted, stated = one.computed.value, total.quantity.value
    spans = [(e.excerpt, span) for e in total.quantity.evidence for span in read_quantities(e.excerpt)]
    for text, span in spans:
        turned = span.quantity.to(one.computed.unit)
        if turned is None or turned.value is None or wanted is None or stated is None:
            continue
        rounding = ((turned.step or Fraction(0)) + (one.computed.step or Fraction(0))) / 2
        clause = text[max(0, span.start - 16) : span.start]
        if abs(turned.value - wanted) <= max(rounding, abs(wanted) * _CLOSE):
            return True
        if span.quantity.value == stated.value and _PART_OF_IT.search(clause):
            return True
    return False


def _readings(projects: tuple[Project, ...]) -> Iterator[tuple[Project, ...]]:
    """The ways in which projects may be counted: all, each name once, without capacity building."""
    yield projects
    yield tuple({squeeze(p.name): p for p in reversed(projects)}.values())[::-1]
    works = tuple(p for p in projects if p.engineering)
    if works:
        yield works


def _plain(fact: Fact[Quantity]) -> Fact[Quantity]:
    """A yearly effect as an amount (吨标准煤/年 as 吨标准煤); 约 leaves a twentieth open either way."""
    quantity = fact.value
    assert quantity is not None
    assert quantity.value is not None
    step = quantity.step or Fraction(0)
    if quantity.approx:
        step = max(step, abs(quantity.value) / 10)
    return replace(fact, value=replace(quantity, unit=quantity.unit.removesuffix("/a"), step=step))


def _counted(stated: Fact[Quantity], projects: tuple[Project, ...]) -> Reckoning:
    assert stated.value is not None
    number = Fraction(len(projects))
    computed = Quantity(number, stated.value.unit, step=Fraction(0))
    exact = replace(stated, value=replace(stated.value, step=Fraction(0)))
    names = "、".join(p.name for p in projects[:_TERMS]) + (" 等" if len(projects) > _TERMS else "")
    told = f"清单里读到{len(projects)}项：{names}"
    return Reckoning("工程项数", exact, computed, (told,), _first_places(projects))


def _added(stated: Fact[Quantity], projects: tuple[Project, ...], kind: TotalKind) -> Reckoning | None:
    assert stated.value is not None
    facts: list[Fact[Quantity]] = []
    shown: list[str] = []
    total, step, lacking = Fraction(0), Fraction(0), 0
    cells: set[tuple[object, ...]] = set()
    for project in projects:
        amounts = _amounts(project, kind)
        if amounts is None:
            return None
        if amounts and _in_a_cell_of(amounts[0][0], cells):  # one merged cell for several projects counts once
            continue
        lacking += not amounts and project.engineering and not _without_effect(project, kind)
        for fact, number, rounding in amounts:
            total, step = total + number, step + rounding
            facts.append(fact)
            shown.append(Quantity(number, _UNITS[kind]).show())
    if len(facts) < 2:
        return None
    computed = Quantity(total, _UNITS[kind], step=step)
    terms = " + ".join(shown[:_TERMS]) + (f" + …（共{len(shown)}项）" if len(shown) > _TERMS else "")
    one = Reckoning(NAMES[kind], stated, computed, (f"{terms} = {computed.show()}",), places(facts))
    if lacking and (stated.value.value or 0) > total:
        what = {"investment": "投资额", "energy-saving": "节能量"}.get(kind, "减碳量")
        return replace(one, doubt=f"有{lacking}项工程没有写明{what}，不能断定各项之和是否等于写明的{NAMES[kind]}")
    return one


def _amounts(project: Project, kind: TotalKind) -> list[tuple[Fact[Quantity], Fraction, Fraction]] | None:
    """A project's amounts of a kind in its plain unit with their rounding; None where one cannot be read surely."""
    given: Iterable[Fact[Quantity]]
    if kind == "investment":
        field = project.fields.get("投资额")
        given = (
            [Fact(field.value, field.evidence, field.status)]
            if field is not None and isinstance(field.value, Quantity)
            else []
        )
        if field is not None and field.status in ("unreadable", "resembles"):
            return None
    else:
        given = project.effects
    wanted = "money" if kind == "investment" else "coal-equivalent" if kind == "energy-saving" else "co2"
    found: list[tuple[Fact[Quantity], Fraction, Fraction]] = []
    for fact in given:
        if fact.value is None:
            continue
        known = unit(fact.value.unit.removesuffix("/a"))
        if known is None or known.dimension not in (wanted, f"{wanted}e"):
            continue
        if fact.value.value is None:
            return None
        found.append((fact, fact.value.value * known.factor, (fact.value.step or Fraction(0)) * known.factor))
    return found


def _in_a_cell_of(fact: Fact[Quantity], cells: set[tuple[object, ...]]) -> bool:
    """Whether the cell of a fact was met before; it is kept as met."""
    place = fact.evidence[0].location if fact.evidence else None
    if place is None or place.table is None:
        return False
    cell = (place.table, place.row, place.column)
    met = cell in cells
    cells.add(cell)
    return met


def _without_effect(project: Project, kind: TotalKind) -> bool:
    """Whether a project says that it has no effect of its own (支撑类项目，不直接减排)."""
    fact = project.fields.get("预期效果")
    said = fact is not None and isinstance(fact.value, str) and _NO_EFFECT.search(fact.value) is not None
    return said and kind != "investment"


def _gap(one: Reckoning) -> Fraction:
    times = one.times
    return times - 1 if times is not None else Fraction(10**9)


def _differs(one: Reckoning) -> bool:
    assert one.stated.value is not None and one.computed.value is not None and one.stated.value.value is not None
    base = unit(one.stated.value.unit)
    stated = one.stated.value.value * (base.factor if base is not None else 1)
    rounding = ((one.stated.value.step or Fraction(0)) + (one.computed.step or Fraction(0))) / 2
    return abs(stated - one.computed.value) > max(rounding, abs(one.computed.value) * _CLOSE)


def _beyond(total: StatedTotal, one: Reckoning, kind: TotalKind) -> str:
    """Why a stated effect may differ from the sum of the projects' without a mistake, "" where it may not."""
    if kind not in ("energy-saving", "carbon-reduction"):
        return ""
    said = " ".join(e.excerpt for e in total.quantity.evidence)
    more = (one.stated.value.value or Fraction(0)) > (one.computed.value or Fraction(0)) if one.stated.value else False
    if more and not _OF_PROJECTS.search(said):
        return f"写明的{NAMES[kind]}多于各项工程之和，请核对其余部分来自哪里，方案有没有说明"
    if not more and _LESS_BY_OVERLAP.search(said):
        return f"写明的{NAMES[kind]}少于各项工程之和，方案说已扣除重叠部分，请核对扣除是否合理"
    return ""


def _first_places(projects: tuple[Project, ...]) -> tuple[Evidence, ...]:
    return tuple(dict.fromkeys(e for p in projects for e in p.evidence[:1]))
