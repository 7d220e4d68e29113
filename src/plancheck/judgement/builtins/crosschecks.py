"""Built-ins that set the numbers of one submission against each other: matters told twice, splits, ratios, jumps."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from typing import NamedTuple

from plancheck.core.location import Evidence
from plancheck.core.units import parse_surface
from plancheck.facts.crosschecks.jumps import Jump, jumps
from plancheck.facts.crosschecks.matters import Matter, matters
from plancheck.facts.crosschecks.past_claims import PastClaim, past_claims
from plancheck.facts.model import Point, Target
from plancheck.judgement.arithmetic import arithmetic, compare
from plancheck.judgement.builtins.arguments import Arguments
from plancheck.judgement.builtins.numbers import points_of, price_basis, sum_of_parts, sum_of_shares
from plancheck.judgement.context import Context
from plancheck.judgement.values import Computed, Items, Num, Value, absent, align, from_fact, working

WHOLE_SPLITS = ("品种", "行业", "来源")  # splits whose members make up the whole (products and firms are a choice)
_REST = ("其他", "其它", "其余", "合计", "小计")


def _record(name: str, evidence: tuple[Evidence, ...], **fields: Value) -> Value:
    return Value(Computed(name, fields), evidence)


def _year(year: int | None) -> Value:
    return absent(what="没有年份") if year is None else Value(Num(Fraction(year), Fraction(year)))


def matters_(context: Context, args: Arguments) -> Value:
    """What the plan states in two places or more: an indicator's value of a year, a target; with its different values."""
    found: tuple[Matter, ...] = context.remember("matters", lambda: matters(context.facts))
    items = [
        _record(
            m.subject,
            m.evidence,
            subject=Value(m.subject, m.evidence),
            indicator=Value(m.indicator),
            year=_year(m.year),
            statements=Value(Items(tuple(from_fact(f, m.subject) for f in m.statements))),
            slip=Value(m.slip) if m.slip is not None else absent(what="数量级没有问题"),
        )
        for m in found
    ]
    return Value(Items(tuple(items)), (), ("方案里没有在两处以上写到的同一数值",))


def splits(context: Context, args: Arguments) -> Value:
    """Every split of an indicator's yearly value into fuels, industries or sources: sums, shares and the stated totals."""

    def build() -> tuple[Value, ...]:
        groups: dict[tuple[str, str, int, bool, str | None, str | None], list[Point]] = {}
        for point in context.facts.points:
            if point.origin == "prose":
                continue  # sentences name the large members and leave out the rest
            if point.canonical is not None and point.dimension in WHOLE_SPLITS and point.measure != "growth":
                key = (point.canonical, point.dimension, point.year, point.forecast, point.scenario, point.scope)
                groups.setdefault(key, []).append(point)
        return tuple(
            _split(context, key, points) for key, points in groups.items() if len({p.member for p in points}) > 1
        )

    found: tuple[Value, ...] = context.remember("splits", build)
    return Value(Items(found), (), ("方案里没有分品种或分行业的数据",))


def _split(context: Context, key: tuple[str, str, int, bool, str | None, str | None], points: list[Point]) -> Value:
    name, dimension, year, forecast, scenario, scope = key
    entry = context.facts.vocabulary.of("indicator").get(name)
    title = entry.title if entry else name
    subject = f"{year}年{title}"
    total = sum_of_parts(context, points, name, f"{subject}各{dimension}之和", dimension)
    shares = sum_of_shares(points, f"{subject}各{dimension}的占比")
    totals = points_of(context, name, year, forecast=forecast)
    stated = [p for p in totals if p.value.status == "stated" and (p.scenario, p.scope) == (scenario, scope)]
    whole = _is_whole([p for p in points if p.value.status == "stated"], stated)
    evidence = tuple(dict.fromkeys((*total.evidence, *shares.evidence)))
    return _record(
        f"{subject}分{dimension}",
        evidence,
        subject=Value(subject),
        by=Value(dimension),
        sum=_computable(total),
        shares=_computable(shares),
        totals=Value(Items(tuple(from_fact(p.value, subject) for p in stated)), (), (f"没有给出{subject}",)),
        whole=Value(whole, evidence),
    )


def _computable(value: Value) -> Value:
    """A sum that cannot be made (tonnes beside cubic metres) is nothing to compare; whoever asks for it is another rule."""
    return value if value.known else absent(value.looked, what=value.missing[0] if value.missing else "")


def _is_whole(parts: list[Point], totals: list[Point]) -> bool:
    """Whether the parts claim to be all: one is called 其他, or the total stands in the table of the parts."""
    if any(p.member is not None and p.member.startswith(_REST) for p in parts):
        return True
    tables = {e.location.table for p in parts for e in p.value.evidence if e.location.table is not None}
    return any(e.location.table in tables for t in totals for e in t.value.evidence)


def ratios(context: Context, args: Arguments) -> Value:
    """Every stated value of an indicator that is a ratio of two others (`ratio A,B`), beside the quotients of those.

    `comparable` is False where a price basis or a scope is stated on one side only and no other year of the plan shows
    that the plan divides these two: such a difference may be no mistake.
    """

    def build() -> tuple[Value, ...]:
        found: list[_Ratio] = []
        for name, entry in context.facts.vocabulary.of("indicator").items():
            above, _, below = entry.properties.get("ratio", "").partition(",")
            for point in points_of(context, name, None, forecast=None) if below else ():
                ratio = _ratio(context, point, entry.title, above, below)
                if ratio is not None:
                    found.append(ratio)
        return tuple(_ratio_record(ratio, found) for ratio in found)

    found: tuple[Value, ...] = context.remember("ratios", build)
    return Value(Items(found), (), ("方案里没有可以由总量和增加值复算的强度或比重",))


class _Ratio(NamedTuple):
    """A stated ratio and its quotients, by what was divided: (scope of the dividend, basis of the divisor, forecast)."""

    indicator: str
    subject: str
    stated: Value
    quotients: Mapping[tuple[object, ...], tuple[Value, ...]]
    alike: bool

    def agreeing(self) -> set[tuple[object, ...]]:
        """What was divided where the quotient agrees with the stated value within 1 %."""
        within = Value(Num(Fraction(1), Fraction(1), "%"))
        return {k for k, qs in self.quotients.items() if any(compare("=", self.stated, q, within).truth for q in qs)}


def _ratio(context: Context, point: Point, title: str, above: str, below: str) -> _Ratio | None:
    if point.value.status != "stated" or point.value.value is None:
        return None
    tops, bottoms = (
        [p for p in points_of(context, name, point.year, forecast=point.forecast) if p.value.status == "stated"]
        for name in (above, below)
    )
    if point.scenario is not None:  # a value without a scenario may belong to any
        tops, bottoms = ([p for p in side if p.scenario in (point.scenario, None)] for side in (tops, bottoms))
    subject = f"{point.year}年{title}"
    stated = from_fact(point.value, subject)
    quotients: dict[tuple[object, ...], tuple[Value, ...]] = {}
    for top in tops:
        for bottom in bottoms:
            found = _quotient(from_fact(top.value, above), from_fact(bottom.value, below), stated)
            if found.known:
                key = (top.scope, bottom.scope, bottom.basis, point.basis, top.scenario)
                known = quotients.get(key, ())  # a total that two places state differently has two: one may be right
                quotients[key] = known if any(k.data == found.data for k in known) else (*known, found)
    if not quotients:
        return None
    sides = [point, *tops, *bottoms]
    alike = len({p.scope for p in sides}) == 1 and len({price_basis(p) for p in sides}) == 1
    return _Ratio(point.canonical or title, subject, stated, quotients, alike)


def _ratio_record(ratio: _Ratio, known: list[_Ratio]) -> Value:
    practice = {k for r in known if r is not ratio and r.indicator == ratio.indicator for k in r.agreeing()}
    return _record(
        ratio.subject,
        ratio.stated.evidence,
        subject=Value(ratio.subject),
        stated=ratio.stated,
        quotients=Value(Items(tuple(q for qs in ratio.quotients.values() for q in qs))),
        comparable=Value(ratio.alike or bool(practice & set(ratio.quotients)), ratio.stated.evidence),
    )


def _quotient(above: Value, below: Value, like: Value) -> Value:
    """above ÷ below in the unit of `like` (a share in %)."""
    found = arithmetic("/", above, below)
    if not found.known or not isinstance(found.data, Num) or not isinstance(like.data, Num):
        return found
    number = found.data
    if like.data.unit == "%" and number.unit in (None, "1") and number.exact is not None:
        share = number.exact * 100
        found = found._replace(data=Num(share, share, "%", number.step * 100))
    pair = align(like.data, found.data) if isinstance(found.data, Num) else None
    if pair is None:
        return absent(what="两个数的单位相除，不是这个指标的单位")
    assert isinstance(above.data, Num) and isinstance(below.data, Num)
    step = f"{above.data.show()} ÷ {below.data.show()} = {pair[1].show()}"
    return found._replace(data=pair[1], working=working(step, above, below))


def others(context: Context, args: Arguments) -> Value:
    """The other targets for the indicator of a target."""
    value = args.value("target")
    if value is None or not isinstance(value.data, Target):
        return Value(Items(()))
    mine = value.data
    found = [
        t
        for t in context.facts.targets
        if t is not mine and t.canonical == mine.canonical and (mine.canonical or t.indicator == mine.indicator)
    ]
    return Value(Items(tuple(Value(t, t.evidence) for t in found)))


def counterparts(context: Context, args: Arguments) -> Value:
    """The park's own targets that a region's target is held against: the same indicator, per value added for per GDP."""
    value = args.value("target")
    if value is None or not isinstance(value.data, Target) or value.data.canonical is None:
        return Value(Items(()))
    region = value.data.canonical
    names = {region, region.replace("地区生产总值", "工业增加值")}
    found = [t for t in context.facts.targets if t.canonical in names and t is not value.data]
    return Value(Items(tuple(Value(t, t.evidence) for t in found)), (), (f"园区没有写与“{region}”相应的目标",))


def jumps_(context: Context, args: Arguments) -> Value:
    """Yearly values that stand out from the years beside them by about a power of ten."""
    found: tuple[Jump, ...] = context.remember("jumps", lambda: jumps(context.facts))
    items = [
        _record(
            j.subject,
            j.value.evidence,
            subject=Value(j.subject),
            value=from_fact(j.value, j.subject),
            beside=from_fact(j.beside, "相邻年份的数值"),
            times=Value(j.times),
            slipped=Value(j.slipped, j.value.evidence),
        )
        for j in found
    ]
    return Value(Items(tuple(items)), (), ("方案里没有逐年的数据",))


def magnitudes(context: Context, args: Arguments) -> Value:
    """Every stated value of an indicator with the bounds that its vocabulary entry declares.

    `possible A..B`: outside it no park can lie; `usual A..B`: outside it a person should look. Percentages of a whole
    are possible from 0 to 100. Bounds are in the indicator's unit.
    """

    def build() -> tuple[Value, ...]:
        found: list[Value] = []
        for name, entry in context.facts.vocabulary.of("indicator").items():
            bounds = {kind: _bounds(entry.properties, kind) for kind in ("possible", "usual")}
            if bounds["possible"] is None and bounds["usual"] is None:
                continue
            for subject, value in _told(context, name, entry.title):
                found.append(
                    _record(
                        subject,
                        value.evidence,
                        subject=Value(subject),
                        value=value,
                        possible=_inside(value, bounds["possible"]),
                        usual=_inside(value, bounds["usual"]),
                        bounds=Value(entry.properties.get("usual") or entry.properties.get("possible") or "0..100%"),
                    )
                )
        return tuple(found)

    found: tuple[Value, ...] = context.remember("magnitudes", build)
    return Value(Items(found), (), ("方案里没有可以核对数量级的指标",))


def _bounds(properties: Mapping[str, str], kind: str) -> tuple[Num, Num] | None:
    declared = properties.get(kind)
    if declared is None and kind == "possible" and properties.get("dimension") == "percent":
        return Num(Fraction(0), Fraction(0), "%"), Num(Fraction(100), Fraction(100), "%")
    surface = parse_surface(properties.get("unit", ""))
    if declared is None or surface is None:
        return None
    low, _, high = declared.partition("..")
    name, magnitude = surface
    a, b = Fraction(low) * magnitude, Fraction(high) * magnitude
    return Num(a, a, name), Num(b, b, name)


def _told(context: Context, name: str, title: str) -> Iterator[tuple[str, Value]]:
    for point in points_of(context, name, None, forecast=None):
        subject = f"{point.year}年{title}"
        yield subject, from_fact(point.value, subject)
    for target in context.facts.targets:
        if target.canonical == name:
            for level, what in ((target.base, "基准值"), (target.target, "目标值")):
                if level is not None:
                    yield f"{title}{what}", from_fact(level, f"{title}{what}")


def _inside(value: Value, bounds: tuple[Num, Num] | None) -> Value:
    """Whether a value lies within bounds; true where there are none, unknown where the units cannot be compared."""
    if bounds is None or not isinstance(value.data, Num) or value.data.exact is None:
        return Value(True, value.evidence)
    low, high = align(bounds[0], value.data), align(bounds[1], value.data)
    if low is None or high is None or low[1].exact is None or low[0].exact is None or high[0].exact is None:
        return Value(True, value.evidence)
    return Value(low[0].exact <= low[1].exact <= high[0].exact, value.evidence)


def past_claims_(context: Context, args: Arguments) -> Value:
    """Sentences that tell of a year as of something done."""
    found: tuple[PastClaim, ...] = context.remember("past claims", lambda: past_claims(context.facts))
    items = [
        _record(
            c.text,
            (c.evidence,),
            year=Value(Num(Fraction(c.year), Fraction(c.year)), (c.evidence,)),
            text=Value(c.text),
        )
        for c in found
    ]
    return Value(Items(tuple(items)), (), ("方案里没有写到已完成之事的年份",))


def region_targets(context: Context, args: Arguments) -> Value:
    """The targets of the park's own region, from the plan or the data file."""
    items = tuple(Value(t, t.evidence) for t in context.facts.region_targets)
    return Value(Items(items), (), ("没有给出所在地区的目标",))


BUILTINS: dict[str, Callable[[Context, Arguments], Value]] = {
    "matters": matters_,
    "splits": splits,
    "ratios": ratios,
    "others": others,
    "counterparts": counterparts,
    "jumps": jumps_,
    "magnitudes": magnitudes,
    "past_claims": past_claims_,
    "region_targets": region_targets,
}
