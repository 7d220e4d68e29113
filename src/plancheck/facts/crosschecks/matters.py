"""The same matter stated in several places: one indicator, year, member and scope, or one target, and all its values."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import NamedTuple

from plancheck.core.location import Evidence
from plancheck.core.quantity import Quantity
from plancheck.core.units import factor_between, unit
from plancheck.facts.agreement import agree
from plancheck.facts.assigned import is_assigned
from plancheck.facts.commitment import aims
from plancheck.facts.facts import Facts
from plancheck.facts.fold import fold
from plancheck.facts.lexicon import Lexicons, squeeze
from plancheck.facts.model import Fact, Point, Target
from plancheck.facts.unite import target_key

_CLOSE = Fraction(1, 50)  # how near to a power of ten (or 44/12) the ratio of two values must lie to be a slip of size
_ROUGH = Fraction(1, 10)  # 约 and 近 leave a tenth open
_POWERS = {10: "10倍", 100: "100倍", 1000: "1000倍", 10**4: "1万倍", 10**5: "10万倍", 10**6: "100万倍", 10**8: "1亿倍"}
_CARBON = Fraction(44, 12)


@dataclass(frozen=True, slots=True)
class Matter:
    """One matter that the plan states in two places or more.

    `statements` are its different values, each with all places that state it; a single one means that all places agree.
    `slip` says how two values relate where a unit or magnitude word was probably mistaken (1万倍, 44/12), else None.
    """

    subject: str
    indicator: str
    year: int | None
    statements: tuple[Fact[Quantity], ...]
    slip: str | None = None

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """All places, the first of each value first."""
        leading = [f.evidence[0] for f in self.statements]
        return tuple(dict.fromkeys((*leading, *(e for f in self.statements for e in f.evidence))))


class _Told(NamedTuple):
    key: tuple[object, ...]
    subject: str
    indicator: str
    year: int | None
    fact: Fact[Quantity]


def matters(facts: Facts) -> tuple[Matter, ...]:
    """Every matter with two places or more in the plan itself, in order of first mention.

    The data file is left out: where it differs from the plan is a `Disagreement`.
    """
    lexicons = Lexicons.of(facts.vocabulary)
    groups: dict[tuple[object, ...], list[_Told]] = {}
    kinds = facts.vocabulary.of("indicator")
    of_products = {name for name, entry in kinds.items() if entry.properties.get("splits") == "产品"}
    points = (p for p in facts.points if p.canonical not in of_products or p.member is not None)
    wanted = {name: entry.properties.get("canonical_unit", "") for name, entry in kinds.items()}
    last = _last_years(facts.points)
    targets = (
        t
        for t in facts.targets
        if t.canonical not in of_products
        and (_of_the_park(t) or _reports(t, last.get(t.canonical or "", 0)))
        and _measured_so(t, wanted.get(t.canonical or "", ""))
    )
    for told in (*_points(_with_bases(tuple(points))), *_targets(targets, lexicons, last)):
        groups.setdefault(told.key, []).append(told)
    found = (_matter(group) for group in groups.values())
    return tuple(m for m in found if m is not None)


def _matter(group: list[_Told]) -> Matter | None:
    values = _distinct(_plain([t.fact for t in group]))
    if len({e.location for f in values for e in f.evidence}) < 2:
        return None
    first = group[0]
    return Matter(first.subject, first.indicator, first.year, tuple(values), _slip(values))


def _distinct(facts: list[Fact[Quantity]]) -> list[Fact[Quantity]]:
    """Each value once, with all its places; values that print the same number in one unit are the same."""
    found: dict[tuple[Fraction | None, str], Fact[Quantity]] = {}
    for fact in facts:
        assert fact.value is not None
        key = (fact.value.value, fact.value.unit)
        known = found.get(key)
        merged = fact.evidence if known is None else (*known.evidence, *fact.evidence)
        found[key] = Fact(fact.value, tuple(dict.fromkeys(merged)))
    return list(found.values())


def _plain(facts: list[Fact[Quantity]]) -> list[Fact[Quantity]]:
    """The exact statements, and those with 约, 超过 or a range only where no exact one agrees with them."""
    exact = [f for f in facts if f.value is not None and _is_exact(f.value)]
    rough = [f for f in facts if f.value is not None and not _is_exact(f.value)]
    return [*exact, *(f for f in rough if exact and not any(_admits(f.value, e.value) for e in exact))]


def _is_exact(quantity: Quantity) -> bool:
    return quantity.value is not None and quantity.comparator == "=" and not quantity.approx


def _admits(rough: Quantity | None, exact: Quantity | None) -> bool:
    """Whether a rough statement (超过50亿元, 约60亿元) leaves room for an exact one; another dimension: yes, unknown."""
    if rough is None or exact is None or exact.value is None:
        return True
    turned = exact.to(rough.unit)
    if turned is None or turned.value is None:
        return True
    slack = (rough.step or Fraction(0)) / 2 + (turned.step or Fraction(0)) / 2
    if rough.value is not None and (rough.approx or rough.comparator == "="):
        slack = max(slack, abs(rough.value) * _ROUGH)
    low = rough.low if rough.comparator in (">=", ">", "range") else None
    high = rough.high if rough.comparator in ("<=", "<", "range") else None
    if rough.comparator == "=":
        low = high = rough.value
    low_fits = low is None or turned.value >= low - slack
    return low_fits and (high is None or turned.value <= high + slack)


def _slip(values: list[Fact[Quantity]]) -> str | None:
    numbers = [f.value for f in values if f.value is not None and f.value.value]
    for index, one in enumerate(numbers):
        for other in numbers[index + 1 :]:
            told = slip_between(one, other)
            if told is not None:
                return told
    return None


def slip_between(one: Quantity, other: Quantity) -> str | None:
    """How two amounts of one matter relate where a magnitude (万, 亿, 千克) or tC for tCO2 was probably mistaken."""
    if not one.value or not other.value:
        return None
    factor = factor_between(other.unit, one.unit) or Fraction(1)
    ratio = abs(one.value / (other.value * factor))
    ratio = max(ratio, 1 / ratio)
    for power, words in _POWERS.items():
        if abs(ratio / power - 1) <= _CLOSE:
            return words
    carbon = one.unit.partition("/")[0] in ("t", "tCO2", "tCO2e")
    return "44/12，即碳与二氧化碳之比" if carbon and abs(ratio / _CARBON - 1) <= _CLOSE / 4 else None


def _of_the_park(target: Target) -> bool:
    """Whether a target speaks of the whole park: rows of tables do; in prose amounts are often the part of one task."""
    if target.origin == "table":
        return True
    if is_assigned(target):
        return False  # what the region asks of the park; its own target may go further
    facts = (target.target, target.change, target.base)
    units = [f.value.unit for f in facts if f is not None and f.value is not None]
    return target.canonical is not None and all(u in ("%", "pp") or "/" in u for u in units)


def _measured_so(target: Target, wanted: str) -> bool:
    """Whether the level has a unit of the indicator's kind: 减碳量…21.7% is a part of something else."""
    level = target.target.value if target.target is not None else None
    if level is None or not wanted or level.unit == "1":
        return True
    return factor_between(level.unit, wanted) is not None


def _with_bases(points: tuple[Point, ...]) -> Iterator[Point]:
    """The points; one without price basis takes that of an equal value of its year (57.20 beside 57.2亿元（2010年价））."""
    based: dict[tuple[object, ...], list[Point]] = {}
    for p in points:
        if p.basis is not None:
            based.setdefault(_without_basis(p), []).append(p)
    for p in points:
        alike = based.get(_without_basis(p), ()) if p.basis is None else ()
        equal = next((o.basis for o in alike if _same(o.value.value, p.value.value)), None)
        yield p if equal is None else replace(p, basis=equal)


def _same(one: Quantity | None, other: Quantity | None) -> bool:
    return one is not None and other is not None and agree(one, other)


def _without_basis(point: Point) -> tuple[object, ...]:
    return (point.canonical or point.indicator, point.year, point.member, point.scope, point.scenario, point.measure)


def _points(points: Iterable[Point]) -> Iterator[_Told]:
    for point in points:
        fact = _in_plan(point.value)
        if fact is None or point.measure == "growth":
            continue
        name = point.canonical or point.indicator
        member = point.member or ""
        kind = "占比" if point.measure == "share" else ""
        scope = f"（{point.scope}）" if point.scope else ""
        basis = None if point.basis in (None, "现价", "当年价") else point.basis
        scenario = f"{point.scenario}" if point.scenario else ""
        key = (
            point.canonical or squeeze(point.indicator),
            point.year,
            point.dimension,
            squeeze(member),
            point.scope,
            basis,
            point.measure,
            point.forecast,
            point.scenario,
            _kind(fact.value),
        )
        subject = f"{point.year}年{scenario}{member}{'的' if member else ''}{name}{kind}{scope}"
        yield _Told(key, subject, name, point.year, fact)


def _last_years(points: Iterable[Point]) -> Mapping[str, int]:
    """The last year for which a table reports an indicator's value of the whole park."""
    found: dict[str, int] = {}
    for p in points:
        if p.canonical is not None and p.origin == "table" and p.dimension is None and not p.forecast:
            found[p.canonical] = max(p.year, found.get(p.canonical, 0))
    return found


def _reports(target: Target, last: int) -> bool:
    """Whether a bare level for a year that the plan reports on is a fact among aims: 2015年能源消费总量为53.6万吨标准煤."""
    level, year = target.target, target.target_year
    if target.origin != "prose" or level is None or level.value is None or year is None or (year.value or 0) > last:
        return False
    if target.change is not None or target.base is not None or not _is_exact(level.value):
        return False
    clauses = re.split("[，。；]", level.evidence[0].excerpt)
    own = [c for c in clauses if f"{year.value}年" in c and squeeze(target.indicator) in squeeze(c)]
    return len(own) == 1 and not aims(fold(own[0])) and "控制" not in own[0]


def _targets(targets: Iterable[Target], lexicons: Lexicons, last: Mapping[str, int]) -> Iterator[_Told]:
    for target in targets:
        key = target_key(target, lexicons)
        if key is None:
            continue
        name = target.canonical or target.indicator
        base_year = target.base_year.value if target.base_year is not None else None
        target_year = target.target_year.value if target.target_year is not None else None
        base, level, change = (_in_plan(f) for f in (target.base, target.target, target.change))
        if base is not None and base_year is not None and target.canonical == key:
            kind = _kind(base.value)
            yield _Told(
                (key, base_year, None, "", None, None, "amount", False, None, kind),
                f"{base_year}年{name}",
                name,
                base_year,
                base,
            )
        if level is not None and target_year is not None and target.per is None:
            kind = _kind(level.value)
            if target.canonical == key and _reports(target, last.get(key, 0)):
                place: tuple[object, ...] = (key, target_year, None, "", None, None, "amount", False, None, kind)
                yield _Told(place, f"{target_year}年{name}", name, target_year, level)
            else:
                yield _Told(
                    ("目标值", key, target_year, kind), f"{target_year}年{name}目标值", name, target_year, level
                )
        if change is not None and base_year is not None and target_year is not None:
            what = "年均变化幅度" if target.per == "annual-average" else "变化幅度"
            yield _Told(
                ("变化幅度", key, base_year, target_year, target.per, target.basis, _kind(change.value)),
                f"{base_year}—{target_year}年{name}{what}",
                name,
                target_year,
                change,
            )


def _in_plan(fact: Fact[Quantity] | None) -> Fact[Quantity] | None:
    """What the plan itself states of a fact, None where only the data file does or nothing is stated."""
    if fact is None or fact.status != "stated" or fact.value is None:
        return None
    here = tuple(e for e in fact.evidence if e.location.source == "document")
    return Fact(fact.value, here) if here else None


def _kind(quantity: Quantity | None) -> str | None:
    """The dimension that a value is compared in: tonnes of a thing are alike whether the thing is named or not."""
    known = unit(quantity.unit) if quantity is not None else None
    if known is None:
        return None
    head, _, rest = known.dimension.partition("/")
    return f"{'mass' if head in ('co2', 'co2e') else head}/{rest}"
