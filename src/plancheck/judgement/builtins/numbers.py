"""Built-ins that look at yearly values and their parts: value, statements, members, sums, rates."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from plancheck.core.location import Evidence
from plancheck.core.quantity import Quantity, show_value
from plancheck.core.units import convert, unit
from plancheck.facts.elsewhere import is_firm
from plancheck.facts.model import Point
from plancheck.judgement.arithmetic import close, sum_step
from plancheck.judgement.builtins.arguments import Arguments
from plancheck.judgement.context import Context
from plancheck.judgement.values import (
    Items,
    Num,
    Value,
    absent,
    align,
    from_fact,
    from_quantity,
    merge,
    truth,
    unknown,
    working,
)


def points_of(context: Context, name: str, year: int | None, *, forecast: bool | None = False) -> list[Point]:
    """Park totals of an indicator (no split, no scope before narrower scopes, none of one firm), in reading order."""

    def build() -> dict[str, list[Point]]:
        table: dict[str, list[Point]] = {}
        for point in context.facts.points:
            of_park = point.dimension is None and not (point.scope is not None and is_firm(point.scope))
            if point.canonical is not None and of_park and point.measure == "amount":
                table.setdefault(point.canonical, []).append(point)
        return table

    by_name: dict[str, list[Point]] = context.remember("points", build)
    found = [
        p
        for p in by_name.get(name, ())
        if (year is None or p.year == year) and (forecast is None or p.forecast == forecast)
    ]
    return sorted(found, key=lambda p: (p.scope is not None, price_basis(p) != ""))


def price_basis(point: Point) -> str:
    """The price or conversion basis of a value; "" for current prices, which are meant where none is stated."""
    return "" if point.basis in (None, "现价", "当年价") else point.basis or ""


def _indicator(context: Context, args: Arguments) -> tuple[str, str]:
    (entity,) = args.entities("indicator")
    return entity.name, context.title(entity)


def value(context: Context, args: Arguments) -> Value:
    """The stated value of an indicator in a year (facts, not forecasts); `scope:` asks for what is counted so only."""
    name, title = _indicator(context, args)
    year = args.integer("year")
    if year is None:
        return unknown(f"要查的{title}年份不明")
    points, scope = _scoped(points_of(context, name, year), args)
    return _best(context, points, f"{year}年的{scope}{title}", name)


def _scoped(points: list[Point], args: Arguments) -> tuple[list[Point], str]:
    """The points whose scope (工业, 可比价 …) names what `scope:` asks for, all where it is not given; and its words."""
    asked = args.value("scope")
    if asked is None or not isinstance(asked.data, str):
        return points, ""
    word = asked.data
    return [p for p in points if p.scope is not None and word in p.scope], f"（{word}）"


def forecast(context: Context, args: Arguments) -> Value:
    """The predicted value of an indicator in a year: of the adopted scenario where several stand side by side.

    `scenario:` asks for one by its words (parted by blanks); then only what stands under such a scenario counts.
    """
    name, title = _indicator(context, args)
    year = args.integer("year")
    given, scope = _scoped(points_of(context, name, year, forecast=None), args)
    asked = args.value("scenario")
    if asked is not None and isinstance(asked.data, str):
        words = asked.data.split()
        points = [p for p in given if p.scenario is not None and any(w in p.scenario for w in words)]
        return _best(context, points, f"{year}年的{scope}{title}（{words[0] if words else ''}情景）", name)
    points = [p for p in given if p.forecast] or given
    scenarios = {p.scenario for p in points}
    if len(scenarios) > 1:
        adopted = [
            p
            for p in points
            if p.scenario and any(w in p.scenario for w in ("达峰", "低碳", "规划", "目标", "推荐", "强化"))
        ]
        points = adopted or points
    return _best(context, points, f"{year}年的{scope}{title}预测值", name)


def _best(context: Context, points: list[Point], what: str, name: str) -> Value:
    if not points:
        seen = tuple(p.value.evidence[0] for p in points_of(context, name, None) if p.value.evidence)[:3]
        return absent(seen, what=f"没有给出{what}")
    firm = [p for p in points if p.value.status == "stated"]
    chosen = firm[0] if firm else points[0]
    return from_fact(chosen.value, what)


def statements(context: Context, args: Arguments) -> Value:
    """Every place that states the value of an indicator in a year, same scope only."""
    name, title = _indicator(context, args)
    year = args.integer("year")
    points = [p for p in points_of(context, name, year, forecast=None) if p.value.status == "stated"]
    scopes = {p.scope for p in points}
    if len(scopes) > 1 and None in scopes:
        points = [p for p in points if p.scope is None]
    points = [
        p for p in points if price_basis(p) == price_basis(points[0])
    ]  # 现价 and 可比价 do not contradict each other
    found = [from_fact(p.value, f"{year}年的{title}") for p in points]
    for target in context.facts.targets:
        if target.canonical != name:
            continue
        for at, level in ((target.base_year, target.base), (target.target_year, target.target)):
            if at is not None and at.value == year and level is not None and level.status == "stated":
                found.append(from_fact(level, f"{year}年的{title}"))
    return Value(Items(tuple(found)), (), (f"没有给出{year}年的{title}",))


def series_years(context: Context, args: Arguments) -> Value:
    """The years for which an indicator has a stated value (forecasts left out)."""
    name, _ = _indicator(context, args)
    years: dict[int, tuple[Evidence, ...]] = {}
    for point in points_of(context, name, None):
        if point.value.status == "stated":
            years.setdefault(point.year, point.value.evidence)
    return Value(Items(tuple(Value(Num(Fraction(y), Fraction(y)), e) for y, e in sorted(years.items()))))


def agree(context: Context, args: Arguments) -> Value:
    """Whether all numbers of a list are the same within rounding (or within a tolerance); shows the first two that differ."""
    members = args.members("statements").sure
    within = args.value("within")
    if len(members) < 2:
        return truth(True, *members)
    for index, first in enumerate(members):
        for second in members[index + 1 :]:
            same = _same(first, second, within.data if within is not None else None)
            if same is not True:
                found = truth(same, first, second, missing=("单位不同，无法比较",))
                return found._replace(sides=(first, second))
    return truth(True, *members)


def _same(first: Value, second: Value, within: object) -> bool | None:
    if not isinstance(first.data, Num) or not isinstance(second.data, Num):
        return None
    pair = align(first.data, second.data)
    if pair is None:
        return None
    a, b = pair
    return close(a, b, within if isinstance(within, Num) else None)


def _parts(context: Context, args: Arguments) -> tuple[list[Point], str, str, int | None]:
    name, title = _indicator(context, args)
    dimension = args.word("by") or ""
    year = args.integer("year")
    return _parts_of(context, name, dimension, year), title, dimension, year


def _parts_of(context: Context, name: str, dimension: str, year: int | None) -> list[Point]:
    def build() -> dict[tuple[str, str], list[Point]]:
        table: dict[tuple[str, str], list[Point]] = {}
        for point in context.facts.points:
            if point.canonical is not None and point.dimension is not None and point.measure != "growth":
                table.setdefault((point.canonical, point.dimension), []).append(point)
        return table

    by_key: dict[tuple[str, str], list[Point]] = context.remember("parts", build)
    return [p for p in by_key.get((name, dimension), ()) if p.year == year and not p.forecast]


def members(context: Context, args: Arguments) -> Value:
    """The members of a split (fuels, industries, products) of an indicator in a year that have a number."""
    points, title, dimension, year = _parts(context, args)
    sure: list[Value] = []
    doubtful: list[Value] = []
    for point in _once(points, lambda p: p.value.status == "stated"):
        if point.value.status == "blank":
            continue
        item = Value(point, point.value.evidence)
        (sure if point.value.status == "stated" else doubtful).append(item)
    return Value(Items(tuple(sure), tuple(doubtful)), (), (f"没有{year}年{title}按{dimension}的分项数据",))


def parts_sum(context: Context, args: Arguments) -> Value:
    """The sum of the amounts of a split in the indicator's unit; unknown where an amount cannot be converted."""
    points, title, dimension, year = _parts(context, args)
    (entity,) = args.entities("indicator")
    return sum_of_parts(context, points, entity.name, f"{year}年{title}各{dimension}之和", dimension)


def sum_of_parts(context: Context, points: list[Point], name: str, what: str, dimension: str) -> Value:
    """The sum of the amounts among the points of a split of indicator `name`; `what` names it in reasons."""
    entry = context.facts.vocabulary.of("indicator").get(name)
    wanted = entry.properties.get("canonical_unit") if entry else None
    total, step, used = Fraction(0), Fraction(0), []
    amounts = [p for p in points if not _is_share(p) and p.measure == "amount"]
    if not amounts:
        return absent(what=f"没有{what}所需的分项数据")
    target = _common_unit(amounts, wanted)

    def usable(point: Point) -> bool:
        return point.value.value is not None and _converted(point.value.value, target) is not None

    def same(point: Point) -> bool:  # 万吨 beside 万吨标准煤 is no coal equivalent
        return point.value.value is not None and convert(Fraction(1), point.value.value.unit, target) is not None

    amounts, whole = _one_source(_once(amounts, same), usable)
    for point in amounts:
        fact = point.value
        if fact.status == "blank":
            continue
        if fact.status != "stated" or fact.value is None or fact.value.value is None:
            return unknown(fact.reason or f"“{point.member}”的数值读不懂，{what}算不出来", fact.evidence)
        turned = _converted(fact.value, target)
        if turned is None:
            return unknown(f"“{point.member}”的单位不能与其他{dimension}相加，{what}算不出来", fact.evidence)
        total += turned
        step += (fact.value.step or Fraction(0)) * abs(turned / fact.value.value if fact.value.value else Fraction(1))
        used.append(Value(point, fact.evidence))
    evidence, _, _ = merge(*used)
    if not whole:
        return unknown(f"{what}只能从正文里找到，是否列全请人工核对", evidence)
    result = Value(Num(total, total, target, step), evidence)
    return result._replace(working=(sum_step(_terms(used), result),))


def _once(points: list[Point], usable: Callable[[Point], bool]) -> list[Point]:
    """Each member by what is usable of it, where anything is: 70万吨 beside 50万吨标准煤 is the same coal."""
    known = {p.member for p in points if usable(p)}
    return [p for p in points if usable(p) or p.member not in known]


def _one_source(points: list[Point], usable: Callable[[Point], bool]) -> tuple[list[Point], bool]:
    """The parts as one table (or the prose, or the data file) gives them, and whether they may claim to be all of them.

    The same split may stand in several places (physical amounts in one table, coal equivalent in the next, shares in
    the data file); adding over them would count members twice. The source with most that can be added is taken, prose
    only where there is nothing else: sentences name the large members and leave out the rest.
    """
    sources: dict[int | str, list[Point]] = {}
    for point in points:
        for place in {e.location.table or e.location.source for e in point.value.evidence}:
            sources.setdefault(place, []).append(point)

    def rank(place: int | str) -> tuple[bool, int]:
        return place != "document", sum(1 for p in sources[place] if usable(p))

    best = max(sources, key=rank, default=None)
    return (points, False) if best is None else (sources[best], best != "document")


def _common_unit(points: list[Point], wanted: str | None) -> str:
    units = [p.value.value.unit for p in points if p.value.value is not None]
    if wanted is not None and any(convert(Fraction(1), u, wanted) is not None for u in units):
        return wanted
    return units[0] if units else (wanted or "1")


def _converted(quantity: Quantity, target: str) -> Fraction | None:
    pair = align(Num(Fraction(0), Fraction(0), target), from_quantity(quantity))
    return pair[1].exact if pair is not None else None


def _is_share(point: Point) -> bool:
    return point.measure == "share"


def shares_sum(context: Context, args: Arguments) -> Value:
    """The sum of the shares (%) of a split; absent where the split is given in amounts only."""
    points, title, dimension, year = _parts(context, args)
    return sum_of_shares(points, f"{year}年{title}各{dimension}的占比")


def sum_of_shares(points: list[Point], what: str) -> Value:
    """The sum of the shares among the points of a split; `what` names them in reasons."""
    shares = [p for p in points if _is_share(p) and p.value.value is not None and p.value.value.value is not None]
    if not shares:
        return absent(what=f"没有{what}")
    shares, whole = _one_source(shares, lambda p: True)
    total = Fraction(0)
    step = Fraction(0)
    for point in shares:
        assert point.value.value is not None and point.value.value.value is not None
        total += point.value.value.value
        step += point.value.value.step or Fraction(0)
    evidence, _, _ = merge(*(Value(p, p.value.evidence) for p in shares))
    if not whole:
        return unknown(f"{what}只能从正文里找到，是否列全请人工核对", evidence)
    result = Value(Num(total, total, "%", step), evidence)
    return result._replace(working=(sum_step(_terms([Value(p) for p in shares]), result),))


def _terms(points: list[Value]) -> list[str]:
    """The members of a split as terms of a sum: 原煤46.13万吨标准煤."""
    return [
        f"{p.data.member or ''}{p.data.value.value.show()}"
        for p in points
        if isinstance(p.data, Point) and p.data.value.value
    ]


def annual_rate(context: Context, args: Arguments) -> Value:
    """The yearly rate of a change over a span: 1 − (1 − r)^(1/n), in % with four decimals (ruling on comparisons)."""
    change, start, end = args.value("change"), args.integer("from"), args.integer("to")
    if change is None or not isinstance(change.data, Num) or change.data.exact is None:
        return truth(None, *((change,) if change is not None else ()), missing=("下降率不明",))
    if start is None or end is None or end <= start:
        return unknown("起止年份不明，不能折算年均率", change.evidence)
    rate = abs(float(change.data.exact)) / 100
    if rate >= 1:
        return unknown("下降率不小于100%，不能折算年均率", change.evidence)
    yearly = Fraction(round((1 - (1 - rate) ** (1 / (end - start))) * 10**6), 10**4)
    found = Num(yearly, yearly, "%", Fraction(1, 10**4))
    step = f"1 − (1 − {show_value(abs(change.data.exact), '%')})^(1/{end - start}) = {found.show()}"
    return Value(found, change.evidence, working=working(step, change))


def fall(context: Context, args: Arguments) -> Value:
    """(base − target) / base in percent; its rounding step follows from the printed digits of both numbers."""
    base, target = args.value("base"), args.value("target")
    parts = tuple(v for v in (base, target) if v is not None)
    if base is None or target is None or not isinstance(base.data, Num) or not isinstance(target.data, Num):
        return truth(None, *parts)
    pair = align(base.data, target.data)
    if pair is None or pair[0].exact is None or pair[1].exact is None or pair[0].exact == 0:
        return truth(None, *parts, missing=("基准值与目标值的单位不同或不是单个数值",))
    a, b = pair[0].exact, pair[1].exact
    assert a is not None and b is not None
    rate = (a - b) / a * 100
    step = (pair[0].step * abs(b / a) + pair[1].step) / abs(a) * 100
    evidence, _, _ = merge(*parts)
    found = Num(rate, rate, "%", step)
    told = f"（{pair[0].show()} − {pair[1].show()}）÷ {pair[0].show()} = {found.show()}"
    return Value(found, evidence, working=working(told, *parts))


def size(context: Context, args: Arguments) -> Value:
    """The size of a change without its sign (下降18% and −18% are the same fall)."""
    change = args.value("change")
    if change is None or not isinstance(change.data, Num) or change.data.exact is None:
        return change if change is not None else unknown("变化幅度不明")
    number = abs(change.data.exact)
    return Value(Num(number, number, change.data.unit, change.data.step), change.evidence)


def dimension_of(name: str) -> str | None:
    """The dimension of a unit name."""
    known = unit(name)
    return known.dimension if known else None


BUILTINS: dict[str, Callable[[Context, Arguments], Value]] = {
    "value": value,
    "forecast": forecast,
    "statements": statements,
    "series_years": series_years,
    "agree": agree,
    "members": members,
    "parts_sum": parts_sum,
    "shares_sum": shares_sum,
    "annual_rate": annual_rate,
    "fall": fall,
    "size": size,
}
