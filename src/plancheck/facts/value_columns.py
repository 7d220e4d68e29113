"""Columns that hold values of a year: which year, what role (base, target, forecast), which measure and unit."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from plancheck.core.lazy_pattern import lazy_pattern
from plancheck.facts.fold import fold
from plancheck.facts.grid import GridView
from plancheck.facts.labels import split_label, without_years, years_in
from plancheck.facts.model import Measure

Role = Literal["value", "base", "target", "forecast"]

_TARGET = re.compile(r"目标|规划|指标值|期末|预期值|计划值|参考值")
_BASE = re.compile(r"基准|基期|基年|基数|现状|当前|现值|起始")
_FORECAST = re.compile(r"预测|预计|情景|趋势|展望")
_GROWTH = re.compile(r"增长率|增速|增长|增幅|同比|环比|涨幅|增长\(%\)")
_SHARE = re.compile(r"占比|比重|比例|份额|构成|百分比|所占|占总|^占|结构")
_CHANGE = lazy_pattern(r"下降|降低|降幅|变化|累计|提高|年均|减少|变动|升降|上升|较20|比20|增减|增幅|增长")
SCENARIO = re.compile(
    r"((?:基准|基线|达峰|推荐|照常发展|低碳|强化|冻结|常规|参考|惯性|政策|节能|规划|目标|达标|绿色|趋势|照常|自然|高碳|BAU|减排|发展|高|中|低){1,3}情景[一二三123ABC]?"
    r"|情景[一二三1-3A-C]|(?:高|中|低)方案)"
)
_CHANGE_SINCE = re.compile(r"[较比](?:19|20)\d\d年?(?:基准值?|的?值)?(?:下降|降低|提高|上升|增长|减少|增加|变化|升降)")
_YEAR_ONLY = re.compile(
    r"(?:基准|基期|基|目标|规划|现状)年(?:份|度)?|基期"
)  # heads a column of years beside one of values
_NO_VALUE = re.compile(
    r"(?:19|20)\d\d(?:年\d{1,2}月(?:\d{1,2}日)?|-\d{1,2}|([-/.])\d{1,2}\1\d{1,2})|[A-Za-z]{1,8}(?:[-/.]?[A-Za-z0-9]{1,8}){0,6}"
)
_PLAIN_HEADS = ("数值", "数量", "指标值", "实际值", "完成值", "数据", "实绩")
_ROLE_WORDS = re.compile(
    r"目标年?值?|规划值?|基准年?值?|现状年?值?|预测值?|预计值?|实际值?|完成值?|^数值$|年度|年末|年底|^年|年$|^值$|^指标值?$"
)


@dataclass(frozen=True, slots=True)
class ValueColumn:
    """A column (index from 0) of values. `name` is what its header says beyond year, role and unit.

    `dated` is the column whose cells name the year of each value (基准年 beside 基准值), None where there is none.
    """

    index: int
    year: int | None
    role: Role
    measure: Measure | None
    unit: str | None
    name: str
    scenario: str | None = None
    dated: int | None = None

    @property
    def years_at(self) -> int:
        """The column whose cells may name a year: the one beside it for years, else the column itself."""
        return self.index if self.dated is None else self.dated


def value_columns(view: GridView) -> tuple[ValueColumn, ...]:
    """The columns headed by one year, or by a word for base or target."""
    found: list[ValueColumn] = []
    for index, texts in enumerate(view.headers):
        column = _value_column(index, texts)
        if column is not None:
            found.append(column)
    return _with_years(view, found)


def _with_years(view: GridView, found: list[ValueColumn]) -> tuple[ValueColumn, ...]:
    """The columns without those that only hold years (基准年 beside 基准值); these date the column of their role."""
    years: dict[Role, int] = {}
    for column in found:
        beside = [c for c in found if c.role == column.role and c is not column]
        named = column.year is None and _YEAR_ONLY.fullmatch(fold(view.headers[column.index][-1]).strip())
        if named and beside and all(c.year is None for c in beside):
            years.setdefault(column.role, column.index)
    kept = (c for c in found if c.index not in years.values())
    return tuple(replace(c, dated=years[c.role]) if c.role in years else c for c in kept)


def only_value(view: GridView, said: str) -> tuple[ValueColumn, ...]:
    """The one column headed 数值 of a table whose caption names a single year."""
    years = tuple(dict.fromkeys(years_in(said)))
    heads = [(index, split_label(texts[-1])) for index, texts in enumerate(view.headers) if texts]
    found = [(index, label) for index, label in heads if label.core in _PLAIN_HEADS]
    if len(years) != 1 or len(found) != 1:
        return ()
    return (ValueColumn(found[0][0], years[0], "value", None, found[0][1].unit, ""),)


def change_column(view: GridView, base: ValueColumn | None, target: ValueColumn | None) -> int | None:
    """The column (from 0) of changes from the base to the target year: 2016年比2012年下降（%）, 比2012年提高."""
    ends = {column.year for column in (base, target) if column is not None}
    for index, texts in enumerate(view.headers):
        joined = "".join(dict.fromkeys(fold(t) for t in texts))
        if len(joined) > 60 or "年均" in joined or _CHANGE_SINCE.search(joined) is None:
            continue
        years = tuple(dict.fromkeys(year for t in texts for year in years_in(t)))
        if base is not None and base.year in years and set(years) <= ends:
            return index
    return None


def _value_column(index: int, texts: tuple[str, ...]) -> ValueColumn | None:
    joined = "".join(fold(t) for t in texts)
    if len(joined) > 60:
        return None
    years = tuple(dict.fromkeys(year for t in texts for year in years_in(t)))
    if len(years) > 1 or (years and _is_change(joined)):
        return None
    role: Role = "value"
    if _FORECAST.search(joined):
        role = "forecast"
    elif _TARGET.search(joined) and (years or _short_role(joined, _TARGET)):
        role = "target"
    elif _BASE.search(joined) and (years or _short_role(joined, _BASE)):
        role = "base"
    if not years and role in ("value", "forecast"):
        return None
    unit = None
    names: list[str] = []
    for text in texts:
        label = split_label(text)
        unit = label.unit or unit
        name = _ROLE_WORDS.sub("", SCENARIO.sub("", without_years(label.core))).strip("-—()/、，,:：")
        if name and name not in names:
            names.append(name)
    name = "".join(names)
    measure: Measure | None = None
    if _GROWTH.search(joined):
        measure = "growth"
    elif _SHARE.search(joined):
        measure = "share"
    scenario = SCENARIO.search(joined)
    return ValueColumn(
        index, years[0] if years else None, role, measure, unit, name, scenario.group(1) if scenario else None
    )


def _short_role(joined: str, words: re.Pattern[str]) -> bool:
    """Whether a header without a year is little more than the word for base or target (目标值, 现状值（2012年）)."""
    label = split_label(joined)
    rest = words.sub("", label.core)
    return len(_ROLE_WORDS.sub("", rest)) <= 2 and not _CHANGE.search(rest)


def _is_change(joined: str) -> bool:
    """Whether a header names a change against another year (比2012年下降, 年均增长) and not a value of the year."""
    return bool(re.search(r"[较比][12]|[较比]基准|下降|降低|降幅|累计|年均|升降|变化|减少", joined))


def numeric_share(view: GridView, columns: tuple[ValueColumn, ...]) -> float:
    """The part of the filled cells in `columns` that hold a short text with a digit; 1 where none is filled.

    Dates and numbers of documents (2024-03-05, A-01) are no values.
    """
    filled = numeric = 0
    for row in view.body:
        for column in columns:
            cell = row[column.index]
            text = cell.text.strip() if cell is not None else ""
            if not text or text in ("—", "-", "--", "——", "/"):
                continue
            filled += 1
            numeric += len(text) <= 24 and any(c.isdigit() for c in text) and not _NO_VALUE.fullmatch(fold(text))
    return numeric / filled if filled else 1.0
