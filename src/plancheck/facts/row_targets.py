"""Targets in a table row given as tab-separated text under its title and header lines."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from plancheck.core.quantity import Quantity
from plancheck.facts.fold import fold
from plancheck.facts.quantities import QuantitySpan
from plancheck.facts.rows import RowCell, read_row_quantities, row_cells
from plancheck.facts.target_model import TargetReading
from plancheck.facts.times import read_times
from plancheck.facts.unit_words import parse_unit

if TYPE_CHECKING:
    from plancheck.facts.model import Basis, Direction

Role = Literal["base", "target", "forecast", "change", "cumulative", "year", "other"]

_CHANGE_BASES: dict[str, Basis] = {"%": "relative-percent", "pp": "percentage-point"}
_BASE = re.compile(r"基准|基期|现状|实际|基础值|完成值|历史|当前|初值")
_AIM = re.compile(r"目标|规划|预期|计划|末期")
_FORECAST = re.compile(r"预测|预计|情景")
_CHANGE = re.compile(r"变化|增减|变动|降幅|增幅|幅度|年均|比.*[增降提减]|较.*[增降提减]")
_CUMULATIVE = re.compile(r"\[?累计\]?|合计")
_TABLE_OF_AIMS = re.compile(r"目标|指标|规划|任务")
_YEAR_BY_YEAR = re.compile(r"分年度|逐年|年度分解|年度目标|分解")
_DECREASE = re.compile(r"下降|降低|减少|削减|压减|降幅|减排|[-↓]")
_INCREASE = re.compile(r"提高|提升|增长|增加|上升|增幅|增速|[+↑]")
_CHANGE_NOUN = re.compile(r"(?:累计|年均)?(?:下降|降低|减少|削减|降幅|增长|提高|增幅|增速|增加)(?:幅度|比例|率|值)?$")
_UNIT_TAIL = re.compile(r"\s*(?:[(\[（【][^()（）]*(?:\([^()]*\))?[^()（）]*[)\]）】]|[/,，、].*)$")


@dataclass(frozen=True, slots=True)
class _Column:
    role: Role
    year: int | None


def _column(head: str) -> _Column:
    years = read_times(head)
    year = years[-1].end_year if years else None
    folded = fold(head)
    if _CUMULATIVE.search(folded) and year is None:
        return _Column("cumulative", None)
    if _BASE.search(folded):
        return _Column("base", year)
    if _FORECAST.search(folded) and not _AIM.search(folded):
        return _Column("forecast", year)
    if year is None and _CHANGE.search(folded):
        return _Column("change", None)
    if _AIM.search(folded):
        return _Column("target", year)
    return _Column("year" if year is not None else "other", year)


def _label(cells: tuple[RowCell, ...], spans: tuple[QuantitySpan, ...]) -> RowCell | None:
    """The cell that names the indicator: the first with words, which is neither number nor unit."""
    busy = {index for index, cell in enumerate(cells) for s in spans if cell.start <= s.start < cell.end}
    for index, cell in enumerate(cells):
        words = fold(cell.text).strip()
        if index in busy or not words or parse_unit(words) or not re.search(r"[A-Za-z\u4e00-\u9fff]{2}", words):
            continue
        if cell.head and re.search(r"类别|一级|分类|序号|属性|性质", cell.head):
            continue
        return cell
    return None


def _name(label: str) -> str:
    """The indicator in a row label, without the unit behind it."""
    name = label.strip()[:200]
    cut = _UNIT_TAIL.search(name)
    while cut and cut.start() >= 2:
        inside = cut.group().strip().strip("/,，、()（）[]【】")
        if parse_unit(fold(inside)) is None and not any(parse_unit(p) for p in re.split(r"[,，、;；]", fold(inside))):
            break
        name = name[: cut.start()].rstrip()
        cut = _UNIT_TAIL.search(name)
    return name


def _roles(columns: list[_Column], context: str) -> list[_Column]:
    """Settle year columns that carry no mark: the first is the base, the last (or each, year by year) the target."""
    plain = [i for i, c in enumerate(columns) if c.role == "year"]
    if not plain:
        return columns
    marked = any(c.role == "target" for c in columns)
    based = any(c.role == "base" for c in columns)
    settled = list(columns)
    each = _YEAR_BY_YEAR.search(context) is not None
    for place, index in enumerate(plain):
        year = columns[index].year
        first, last = place == 0, place == len(plain) - 1
        role: Role = "other"
        if each:
            role = "target"
        elif first and not based and (len(plain) > 1 or marked):
            role = "base"
        elif last and not marked:
            role = "target"
        settled[index] = _Column(role, year)
    return settled


def read_row_targets(text: str, context: str | None = None) -> tuple[TargetReading, ...]:
    """The targets of a table row; `context` holds title and header lines. Rows of other tables give none."""
    heading = context or ""
    cells, spans = row_cells(text, context), read_row_quantities(text, context)
    columns = _roles([_column(cell.head) for cell in cells], heading)
    if not _TABLE_OF_AIMS.search(heading) or not any(c.role in ("target", "change", "cumulative") for c in columns):
        return ()
    label = _label(cells, spans)
    if label is None:
        return ()
    name = _name(label.text)
    noun = _CHANGE_NOUN.search(name)
    name = name[: noun.start()] if noun and noun.start() >= 2 else name
    title_years = [t.end_year for line in heading.split("\n") if "\t" not in line for t in read_times(line)]
    target_years = [c.year for c in columns if c.role == "target" and c.year] or title_years[-1:]
    base_years = [c.year for c in columns if c.role == "base" and c.year]
    if not target_years:
        years = [c.year for c in columns if c.year]
        target_years = [max(years)] if years else []
    base, target = (base_years[0] if base_years else None), (max(target_years) if target_years else None)
    found: list[TargetReading] = []
    for q, span in enumerate(spans):
        at = next((i for i, c in enumerate(cells) if c.start <= span.start < c.end), None)
        if at is None or columns[at].role not in ("target", "change", "cumulative"):
            continue
        column, cell = columns[at], cells[at]
        bracketed = re.fullmatch(r"\s*[\[【].*[\]】]\s*", cell.text) is not None
        year = column.year or target
        direction, basis = _meaning(span.quantity, cell, column, noun.group() if noun else "")
        since, per = base, None
        if column.role == "cumulative" or bracketed:
            per = "cumulative"
        elif noun and _YEAR_BY_YEAR.search(heading) and year is not None:
            since, per = year - 1, "annual"
        elif "年均" in cell.head or (noun and "年均" in noun.group()):
            per = "annual-average"
        found.append(_reading(name, since, year, span, direction, basis, per, q))
    return tuple(found)


def _meaning(quantity: Quantity, cell: RowCell, column: _Column, noun: str) -> tuple[Direction, Basis]:
    said = noun or (cell.text if column.role == "change" else "") or (cell.head if column.role == "change" else "")
    falling, rising = _DECREASE.search(fold(said)), _INCREASE.search(fold(said))
    if column.role == "change" and not falling and not rising:
        falling = _DECREASE.search(fold(cell.head))
        rising = None if falling else re.search("", "")
    if not (falling or rising):
        return "reach", "absolute"
    basis = _CHANGE_BASES.get(quantity.unit, "absolute")
    return ("decrease" if falling else "increase"), basis


def _reading(
    name: str,
    base: int | None,
    year: int | None,
    span: QuantitySpan,
    direction: Direction,
    basis: Basis,
    per: str | None,
    q: int,
) -> TargetReading:
    quantity = span.quantity
    return TargetReading(
        name, base, year, quantity.value, quantity.unit, direction, basis, quantity.low, quantity.high,
        quantity.comparator, quantity.approx, per, q, span.start, span.end,
    )  # fmt: skip
