"""Columns of shares beside the column of amounts that they are shares of: each share is its amount over the total."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from plancheck.core.lazy_pattern import lazy_pattern
from plancheck.core.quantity import Quantity
from plancheck.core.units import factor_between
from plancheck.facts.crosschecks.reckoning import Reckoning, is_exact, places
from plancheck.facts.crosschecks.sheets import Line, Sheet, per_something, same_unit, sheets
from plancheck.facts.facts import Facts
from plancheck.facts.fold import fold
from plancheck.facts.labels import split_label, years_in
from plancheck.facts.model import Fact

_SHARE = lazy_pattern(r"占比|比重|所占比例|比例|份额|构成|占总|贡献率|贡献度")
_OF_ANOTHER = lazy_pattern(r"占.{1,12}(?:比|重|例)|(?<!贡献)率$|同比|增")
_TOTAL_NAME = lazy_pattern(r"总量$|总额$|总消费量?$|总排放量?$|总产值$|总能耗$")
_NO_AMOUNT = lazy_pattern(r"率|比|占|%|％|强度|系数|因子|指数|均|增速|增长|序号|次序|排序|排名|名次|编号")
_NOISE = lazy_pattern(
    r"[（(][^（）()]*[)）]|(?:19|20)\d\d年?|占比|所占比例|比重|比例|份额|构成|占总量?|贡献率|贡献度|贡献量?|消费量|排放量|数量|总量|量|额|的|值"
)
_POINTS = Fraction(1, 2)  # how far a share may lie from the quotient before it counts as another one


def table_shares(facts: Facts, turned: tuple[Sheet, ...] | None = None) -> tuple[Reckoning, ...]:
    """Each share in a table with its amount over the stated total, where the columns belong together without doubt:
    most of the shares are the quotients of the amounts."""
    found: list[Reckoning] = []
    for sheet in sheets(facts) if turned is None else turned:
        totals = [line for line in sheet.lines if line.role == "total"] or [
            line for line in sheet.lines if line.role == "part" and _TOTAL_NAME.search(line.label)
        ]
        if len(totals) != 1:
            continue
        for at, head in enumerate(sheet.heads):
            if _SHARE.search(head) and sheet.units[at] in (None, "%") and not _OF_ANOTHER.search(_core(head)):
                found.extend(_best(sheet, at, totals[0]))
    return tuple(found)


def _best(sheet: Sheet, at: int, total: Line) -> Iterator[Reckoning]:
    """The reckonings by the amount column that the shares fit; none where they fit no column or two."""
    fitting: list[list[Reckoning]] = []
    for other in _amounts_for(sheet, at):
        read = list(_column(sheet, at, other, total))
        right = sum(1 for one in read if _agrees(one))
        if right >= 2 and right * 2 > len(read):
            fitting.append(read)
    if len(fitting) == 1:
        yield from fitting[0]


def _amounts_for(sheet: Sheet, at: int) -> list[int]:
    """The columns of amounts whose year, or whose name, is that of the shares; of those the nearest before others."""
    mine = set(years_in(sheet.heads[at]))
    amounts = [
        other
        for other, head in enumerate(sheet.heads)
        if other != at and not _NO_AMOUNT.search(_core(head)) and not per_something(sheet.units[other])
    ]
    dated = [o for o in amounts if set(years_in(sheet.heads[o])) == mine] or ([] if mine else amounts)
    named = [o for o in dated if _bare(sheet.heads[o]) == _bare(sheet.heads[at])]
    return named or dated


def _core(head: str) -> str:
    return split_label(head).core


def _bare(head: str) -> str:
    return _NOISE.sub("", fold(head))


def _column(sheet: Sheet, at: int, other: int, total: Line) -> Iterator[Reckoning]:
    parts = [line for line in sheet.lines if line.role == "part" and line is not total]
    whole = sheet.number(total, other)
    if not is_exact(whole) or whole.value is None or not same_unit([*parts, total], sheet, other):
        return
    for line in parts:
        share, amount = _percent(sheet, line, at), sheet.number(line, other)
        if share is None or share.value is None or amount.status != "stated" or amount.value is None:
            continue
        one = _reckoning(sheet, line, at, share, amount, whole)
        if one is not None:
            yield one


def _percent(sheet: Sheet, line: Line, at: int) -> Fact[Quantity] | None:
    fact = sheet.number(line, at)
    if fact.status != "stated" or fact.value is None or fact.value.value is None or fact.value.approx:
        return None
    quantity = fact.value
    if quantity.unit != "%":
        quantity = Quantity(quantity.value, "%", text=quantity.text, step=quantity.step)
    return Fact(quantity, fact.evidence)


def _reckoning(
    sheet: Sheet, line: Line, at: int, share: Fact[Quantity], amount: Fact[Quantity], whole: Fact[Quantity]
) -> Reckoning | None:
    part, over = amount.value, whole.value
    if part is None or over is None or part.value is None or not over.value or part.approx:
        return None
    factor = factor_between(part.unit, over.unit)
    if factor is None:
        return None
    quotient = part.value * factor / over.value * 100
    step = ((part.step or Fraction(0)) * factor + (over.step or Fraction(0)) * quotient / 100) / over.value * 100
    computed = Quantity(quotient, "%", step=step)
    return Reckoning(
        f"{sheet.title}里{line.label}的{sheet.heads[at]}",
        share,
        computed,
        (f"{part.show()} ÷ {over.show()} = {computed.show()}",),
        places((amount, whole)),
    )


def _agrees(one: Reckoning) -> bool:
    if one.stated.value is None or one.stated.value.value is None or one.computed.value is None:
        return False
    rounding = ((one.stated.value.step or Fraction(0)) + (one.computed.step or Fraction(0))) / 2
    return abs(one.stated.value.value - one.computed.value) <= max(rounding, _POINTS)
