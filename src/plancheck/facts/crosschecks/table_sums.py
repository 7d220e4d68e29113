"""Totals in tables of any kind beside the sum of what they total, where the structure of the table leaves no doubt."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from plancheck.core.lazy_pattern import lazy_pattern
from plancheck.core.location import Location
from plancheck.core.quantity import Quantity
from plancheck.core.units import factor_between
from plancheck.facts.crosschecks.reckoning import Reckoning, is_exact, places
from plancheck.facts.crosschecks.sheets import Line, Sheet, exact_count, per_something, same_unit, sheets
from plancheck.facts.facts import Facts
from plancheck.facts.model import Fact

_SHARE = lazy_pattern(r"占比|比重|比例|份额|构成|占总|贡献率|贡献度")
_NO_SUM = lazy_pattern(
    r"率|比|占|%|％|强度|系数|因子|指数|均|增速|增长|增幅|单价|价格|年份|时间|日期|单耗|密度|温度|限额|标准值|水平|排名|名次|"
    r"优先|排序|变化|备注|热值|参考|年限|期限|周期|工期|实物量|单位产品|等级|级别|寿命|基准|累计|因数"
)
_TERMS = 12
_TIGHT = Fraction(1, 500)  # how near a part must lie to the sum of those below it to be taken for their sub-total
_UNCLEAR = "这张表没有一个合计等于各项之和，也许合计另有算法，请核对"
_SPLITS = ("品种", "行业", "来源")


def table_sums(facts: Facts, turned: tuple[Sheet, ...] | None = None) -> tuple[Reckoning, ...]:
    """Each total or sub-total in a table with the sum of its parts; totals of splits by fuel, industry or source are left
    out, for `splits` judges them, and tables whose structure is not plain. `turned` are the sheets of `facts`, if at hand."""
    known = _totals_of_splits(facts)
    several = sum(1 for t in facts.tables if t.kind == "projects" and t.read and not t.card) > 1
    found: list[Reckoning] = []
    for sheet in sheets(facts) if turned is None else turned:
        if sheet.nested or sheet.signed:
            continue
        read = [
            one
            for at, head in enumerate(sheet.heads)
            for one in _under(sheet, at, head, several and sheet.kind == "projects")
        ]
        right, wrong = sum(1 for one in read if _agrees(one)), sum(1 for one in read if not _agrees(one))
        if sheet.turned and wrong > right:  # the columns beside the total are not its parts
            continue
        listed = sheet.kind in ("projects", "contribution")
        complete = listed or sheet.rest or right > 0
        if wrong > 1 and not right and not listed:
            read = [replace(one, doubt=f"{_UNCLEAR}：{one.subject}，{'；'.join(one.working)}") for one in read]
        for one in read:
            if not any((e.location.table, e.location.row, e.location.column) in known for e in one.stated.evidence):
                found.append(one if complete or not _exceeds(one) else replace(one, doubt=_lacking(one)))
    return tuple(found)


def _exceeds(one: Reckoning) -> bool:
    """Whether the total is greater than its parts together, so that parts may be left out."""
    stated, computed = one.stated.value, one.computed.value
    return stated is not None and stated.value is not None and computed is not None and stated.value > computed


def _lacking(one: Reckoning) -> str:
    assert one.stated.value is not None
    return (
        f"{one.subject}是{one.stated.value.show()}，各项相加只有{one.computed.show()}，看来没有列全，请看其余部分是什么"
        if not _agrees(one)
        else ""
    )


def _totals_of_splits(facts: Facts) -> frozenset[tuple[int | None, int | None, int | None]]:
    """The cells that total a split by fuel, industry or source of an indicator."""
    members: set[tuple[int | None, str | None, int]] = set()
    for point in facts.points:
        if point.dimension in _SPLITS:
            members |= {(e.location.table, point.canonical, point.year) for e in point.value.evidence}

    def cell(place: Location) -> tuple[int | None, int | None, int | None]:
        return place.table, place.row, place.column

    return frozenset(
        cell(e.location)
        for p in facts.points
        if p.dimension is None
        for e in p.value.evidence
        if (e.location.table, p.canonical, p.year) in members and e.location.table is not None
    )


def _under(sheet: Sheet, at: int, head: str, several: bool) -> Iterator[Reckoning]:
    share = _SHARE.search(head) is not None or (sheet.units[at] == "%" and not _NO_SUM.search(head))
    if not share and (_NO_SUM.search(head) or per_something(sheet.units[at])):
        return
    lines = [line for line in sheet.lines if line.role in ("part", "sub-total", "total", "band")]
    if not same_unit(lines, sheet, at) or any(_spans(line, at) for line in lines):
        return
    read: dict[int, Reckoning] = {}
    for total, parts in _groups(lines):
        if several and total.role == "total":
            continue
        one = _sum(sheet, at, total, parts, share)
        if one is not None and (id(total) not in read or _agrees(one)):
            read[id(total)] = one
    right = [one for one in read.values() if _agrees(one)]
    wrong = [one for one in read.values() if not _agrees(one)]
    yield from right
    # several totals none of which adds up: the table means something else by them
    if len(wrong) == 1 or (right and len(wrong) <= len(right)):
        yield from wrong


def _spans(line: Line, at: int) -> bool:
    """Whether the cell under a head reaches over other heads: whose number it is cannot be told."""
    cell = line.cells[at]
    return (
        cell is not None
        and line.role != "band"
        and cell.text.strip() != ""
        and any(other is cell for i, other in enumerate(line.cells) if i != at)
    )


def _groups(lines: list[Line]) -> Iterator[tuple[Line, list[Line]]]:
    """Each total with the parts that it totals: a total at the end or the head, sub-totals behind their parts; such a
    total once more with the sub-totals.

    Nothing is given for an order that could be read in two ways.
    """
    totals = [i for i, line in enumerate(lines) if line.role == "total"]
    subs = [i for i, line in enumerate(lines) if line.role == "sub-total"]
    parts = [line for line in lines if line.role == "part"]
    first = next((i for i, line in enumerate(lines) if line.role != "band"), 0)
    behind = bool(subs) and subs[0] != first and not (totals and totals[0] == first and subs[0] == first + 1)
    if subs and behind:
        run: list[Line] = []
        for line in lines:
            if line.role == "part":
                run.append(line)
            elif line.role == "band":
                run = []
            else:
                if line.role == "sub-total" and run:
                    yield line, run
                run = []
    if len(totals) == 1 and len(parts) >= 2:
        at = totals[0]
        after = [line for line in lines[at + 1 :] if line.role in ("part", "sub-total")]
        before = [line for line in lines[:at] if line.role in ("part", "sub-total")]
        if not after or not before:
            yield lines[at], parts
            if behind and len(subs) >= 2:
                yield lines[at], [lines[i] for i in subs]


def _sum(sheet: Sheet, at: int, total: Line, parts: list[Line], share: bool) -> Reckoning | None:
    """The total beside the sum of its parts; None where one of them is no plain number or the parts may not be all."""
    stated = sheet.number(total, at)
    if not is_exact(stated) or stated.value is None or stated.value.value is None:
        return None
    if any(line.cells[at] is total.cells[at] for line in parts):
        return None
    cells = {id(line.cells[at]): line for line in parts if line.cells[at] is not None}
    facts: list[Fact[Quantity]] = []
    names: list[str] = []
    gaps = len(cells) < len(parts)
    for line in cells.values():
        fact = sheet.number(line, at)
        if fact.status == "blank":
            gaps = True
            continue
        if fact.status != "stated" or fact.value is None or fact.value.value is None or fact.value.approx:
            return None
        if fact.value.comparator != "=" or fact.value.value < 0:
            return None
        facts.append(fact)
        names.append(line.label)
    if len(facts) < 2:
        return None
    if share and abs(stated.value.value - 100) > 5:
        return None
    values = [_in_unit(fact.value, stated.value.unit) for fact in facts if fact.value is not None]
    if any(v is None or v.value is None for v in values):
        return None
    numbers = [exact_count(v) for v in values if v is not None]
    amount = sum((v.value for v in numbers if v.value is not None), Fraction(0))
    step = sum((v.step or Fraction(0) for v in numbers), Fraction(0))
    computed = Quantity(amount, stated.value.unit, step=step)
    terms = " + ".join(v.show() for v in numbers[:_TERMS])
    more = f" + …（共{len(numbers)}项）" if len(numbers) > _TERMS else ""
    one = Reckoning(
        f"{sheet.title}里{total.label}的{sheet.heads[at] or '数值'}",
        Fact(exact_count(stated.value), stated.evidence),
        computed,
        (f"{terms}{more} = {computed.show()}",),
        places(facts),
        basis="占比" if share else "数量",
    )
    if _agrees(one):
        return one
    if amount < stated.value.value and (gaps or not sheet.whole):
        return None
    amounts = [v.value for v in numbers if v.value is not None]
    return None if _hidden_parts(amounts, stated.value.value, loose=sheet.kind != "projects") else one


def _in_unit(quantity: Quantity | None, name: str) -> Quantity | None:
    if quantity is None or quantity.value is None:
        return None
    factor = factor_between(quantity.unit, name)
    if factor is None:
        return None
    return Quantity(quantity.value * factor, name, step=(quantity.step or Fraction(0)) * factor)


def _agrees(one: Reckoning) -> bool:
    """Whether both sides are the same within rounding or one per cent (one point of a share)."""
    stated = one.stated.value
    if stated is None or stated.value is None or one.computed.value is None:
        return False
    gap = abs(stated.value - one.computed.value)
    rounding = ((stated.step or Fraction(0)) + (one.computed.step or Fraction(0))) / 2
    return gap <= max(rounding, abs(one.computed.value) / 100)


def _hidden_parts(values: list[Fraction], total: Fraction, *, loose: bool) -> bool:
    """Whether a part seems to be the sum of those below it (煤炭, then 原煤 and 焦炭): then nothing can be said.

    With `loose` it is enough that leaving out one part makes the total right: it may be a part of another (第二产业, then 工业).
    """
    if loose and any(abs(sum(values) - value - total) <= abs(total) * _TIGHT for value in values if value):
        return True
    for at, value in enumerate(values):
        below = Fraction(0)
        for length, other in enumerate(values[at + 1 :], 1):
            below += other
            if length >= 2 and value and abs(below - value) <= abs(value) * _TIGHT:
                return True
            if below > value * (1 + _TIGHT):
                break
    return False
