"""Any table as lines of numbers, either way round: which lines are parts, sub-totals and totals, and what each counts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal, NamedTuple

from plancheck.core.lazy_pattern import lazy_pattern
from plancheck.core.quantity import Quantity
from plancheck.core.units import unit as known_unit
from plancheck.document.model import Cell, Document, Table
from plancheck.facts.cell_facts import Places, quantity_fact
from plancheck.facts.cell_numbers import is_blank, read_cell
from plancheck.facts.facts import Facts
from plancheck.facts.fold import fold
from plancheck.facts.grid import GridView
from plancheck.facts.labels import as_unit, split_label
from plancheck.facts.lexicon import squeeze
from plancheck.facts.model import Fact, TypedTable
from plancheck.facts.tables import open_view
from plancheck.facts.unit_words import parse_unit

Role = Literal["part", "sub-total", "total", "band", "aside"]
_TOTAL = lazy_pattern(r"^(?:.{0,10}(?:合计|总计|共计|总合计)|总和|总量|汇总|(?:合计|总计).{1,4})$")
_SAYS_TOTAL = re.compile(r"[合总共小分][ 　]*计|总[和量额]|汇[ 　]*总|总消费|总排放|总产值|总能耗")
_PLAIN = lazy_pattern(r"-?\d[\d,]*(?:\.\d+)?%?$")
_SUB_TOTAL = lazy_pattern(r"小计|分计")
_ASIDE = lazy_pattern(
    r"平均|均值|增长|增速|增幅|占比|比重|比例|同比|环比|变化|较上年|比上年|强度|系数|指数|率$|^注|^备注|^说明|^单位|来源|累计"
)
_INSIDE = lazy_pattern(r"其中")
_TAKEN_OFF = lazy_pattern(r"碳汇|扣减|扣除|抵扣|抵消|外送|外供|输出|调出|加工转换|重复|损失|自发自用|回收利用|减[：:]")
_CORRECTED = lazy_pattern(
    r"扣除|已扣|不含|未列|仅列|含未|重复计算|重叠|不计入|未计入|(?:^|\n)(?:注|备注|说明)[：:].*(?:含|包括|另)"
)
_NUMBER_HEAD = lazy_pattern(r"^(?:序号|编号|No\.?|NO\.?|序|项目编号|№)$")
_LEVELS = (
    lazy_pattern(r"^[一二三四五六七八九十]{1,3}[、.．]"),
    lazy_pattern(r"^[(（][一二三四五六七八九十]{1,3}[)）]"),
    lazy_pattern(r"^\d{1,2}\.\d{1,2}"),
    lazy_pattern(r"^\d{1,2}[、.．)）]?(?=\D)"),
    lazy_pattern(r"^[(（]\d{1,2}[)）]"),
    lazy_pattern(r"^[①-⑳]"),
)


class Line(NamedTuple):
    """A row (or a column, where the sheet is turned): its label, role and unit, and its cells in order of the heads."""

    label: str
    role: Role
    unit: str | None
    cells: tuple[Cell | None, ...]
    places: Places
    table: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """Lines of numbers under heads. `nested` says that parts stand within parts (其中, 1.1): their sum means nothing.

    `signed` says that some parts are taken off. `whole` is False where the table says that it shows a choice only; `rest`
    where a line for all others (其他) is there. `turned`: the lines are the table's columns.
    """

    table: int
    title: str
    kind: str
    lines: tuple[Line, ...]
    heads: tuple[str, ...]
    units: tuple[str | None, ...]
    nested: bool
    signed: bool
    whole: bool
    rest: bool
    unit: str | None
    turned: bool = False

    def number(self, line: Line, at: int) -> Fact[Quantity]:
        """The number of a line under a head; its unit is that of the head, else of the line, else of the table."""
        cell = line.cells[at]
        return quantity_fact(cell.text if cell is not None else "", line.places.of(cell), self.unit_at(line, at))

    def unit_at(self, line: Line, at: int) -> str | None:
        """The written unit that a number stands under."""
        return self.units[at] or line.unit or self.unit


def sheets(facts: Facts) -> Iterator[Sheet]:
    """Every table of the plan down its columns and along its rows, where either has a line that totals others.

    A table that goes on in further ones is one sheet with them.
    """
    document = facts.document
    tables = {table.number: table for table in document.tables()}
    parts: dict[int, list[TypedTable]] = {}
    for typed in facts.tables:
        if (
            typed.table in tables
            and not typed.card
            and _names_a_total(tables[typed.header_of or typed.table], tables[typed.table])
        ):
            parts.setdefault(typed.header_of or typed.table, []).append(typed)
    for chain in parts.values():
        yield from _sheets_of(document, tables, chain)


def _names_a_total(*tables: Table) -> bool:
    """Whether a cell of the tables has a word for totals: all others have nothing to add up."""
    return any(_SAYS_TOTAL.search(cell.text) for table in tables for cell in table.cells)


def _sheets_of(document: Document, tables: Mapping[int, Table], chain: list[TypedTable]) -> Iterator[Sheet]:
    upright = [open_view(tables, _upright(typed)) for typed in chain]
    first = upright[0]
    if first.width < 2 or any(view.width != first.width for view in upright):
        return
    body = [row for view in upright for row in view.body]
    label_columns = tuple(c for c in range(first.width) if not _is_numeric(body, c, first.headers[c]))
    value_columns = tuple(c for c in range(first.width) if c not in label_columns)
    if not label_columns or not value_columns:
        return
    about = _About(document, tables, chain)
    down = _down(about, upright, label_columns, value_columns)
    if any(line.role in {"total", "sub-total"} for line in down.lines):
        yield down
    if len(chain) == 1:
        across = _across(about, first, label_columns, value_columns)
        if any(line.role in {"total", "sub-total"} for line in across.lines):
            yield across


def _upright(typed: TypedTable) -> TypedTable:
    return replace(typed, transposed=False) if typed.transposed else typed


class _About:
    """What is said of a whole table."""

    def __init__(self, document: Document, tables: Mapping[int, Table], chain: list[TypedTable]) -> None:
        self.typed = chain[0]
        self.places = [Places(document, tables[typed.table]) for typed in chain]
        self.numbers = [typed.table for typed in chain]
        said = f"{self.typed.caption} {tables[self.typed.table].note} {tables[self.typed.table].caption}"
        self.whole = not _CHOICE.search(said)
        cells = (cell.text for typed in chain for cell in tables[typed.table].cells)
        self.remarks = "\n".join([said, *(text.strip() for text in cells if len(text) > 3)])
        caption = self.typed.caption.strip()
        self.title = f"“{caption[:30]}”" if caption else f"第{self.typed.table}张表"


_CHOICE = lazy_pattern(r"部分|典型|代表性?|主要|前[十二三五\d]+|TOP|排名|示例|节选|重点用能|重点企业|骨干")


def _is_numeric(body: list[tuple[Cell | None, ...]], column: int, head: tuple[str, ...]) -> bool:
    if head and _NUMBER_HEAD.match("".join(head[-1].split())):
        return False
    cells = {id(row[column]): row[column] for row in body if column == 0 or row[column] is not row[column - 1]}
    texts = [c.text.strip() for c in cells.values() if c is not None and c.text.strip() and not is_blank(c.text)]
    numbers = sum(1 for t in texts if _PLAIN.match(t) or (len(t) <= 24 and read_cell(t).status == "stated"))
    return bool(texts) and numbers * 5 >= len(texts) * 4


def _down(about: _About, views: list[GridView], labels: tuple[int, ...], values: tuple[int, ...]) -> Sheet:
    heads = tuple("".join(views[0].headers[c]) for c in values)
    units = tuple(_unit_of(views[0].headers[c]) for c in values)
    unit_column = next((c for c in labels if squeeze("".join(views[0].headers[c])) in _UNIT_HEADS), None)
    named = _naming(labels, values, unit_column)
    lines: list[Line] = []
    for view, places, number in zip(views, about.places, about.numbers, strict=True):
        for row in view.body:
            texts = _texts(row, named)
            beside = row[unit_column] if unit_column is not None else None
            unit = as_unit(beside.text) if beside is not None else None
            cells = tuple(row[c] for c in values)
            role = _role(texts, cells)
            own = unit or next((u for t in reversed(texts) if (u := split_label(t).unit)), None)
            lines.append(Line(_name(texts, role), role, own, cells, places, number))
    printed = [_texts(row, named) for view in views for row in view.body]
    return _sheet(about, lines, heads, units, printed)


def _naming(labels: tuple[int, ...], values: tuple[int, ...], unit_column: int | None) -> tuple[int, ...]:
    """The columns that name the rows: those of words in front of the numbers, else all of words."""
    words = tuple(c for c in labels if c != unit_column)
    return tuple(c for c in words if c < values[0]) or words


def _across(about: _About, view: GridView, labels: tuple[int, ...], values: tuple[int, ...]) -> Sheet:
    unit_column = next((c for c in labels if squeeze("".join(view.headers[c])) in _UNIT_HEADS), None)
    named = _naming(labels, values, unit_column)
    rows = [row for row in view.body if _role(_texts(row, named), tuple(row[c] for c in values)) != "band"]
    heads = tuple(_name(_texts(row, named)) for row in rows)
    units: list[str | None] = []
    for row in rows:
        cell = row[unit_column] if unit_column is not None else None
        own = as_unit(cell.text) if cell is not None else None
        units.append(own or next((u for t in reversed(_texts(row, named)) if (u := split_label(t).unit)), None))
    lines = []
    for column in values:
        texts = view.headers[column]
        cells = tuple(row[column] for row in rows)
        lines.append(
            Line("".join(texts), _role(texts[-1:], cells), _unit_of(texts), cells, about.places[0], about.numbers[0])
        )
    found = _sheet(about, lines, heads, tuple(units), [view.headers[c] for c in values])
    return replace(found, turned=True)


def _sheet(
    about: _About,
    lines: list[Line],
    heads: tuple[str, ...],
    units: tuple[str | None, ...],
    printed: list[tuple[str, ...]],
) -> Sheet:
    texts = [t for line in printed for t in line]
    nested = any(_INSIDE.search(t[:8]) for t in texts) or _levels(printed) > 1
    signed = any(_TAKEN_OFF.search(t) for t in texts) or _CORRECTED.search(about.remarks) is not None
    rest = any(squeeze(line.label).startswith(("其他", "其它", "其余")) for line in lines)
    kind = about.typed.kind
    return Sheet(
        about.typed.table,
        about.title,
        kind,
        tuple(lines),
        heads,
        units,
        nested,
        signed,
        about.whole or rest,
        rest,
        about.typed.unit,
    )


_UNIT_HEADS = frozenset({"单位", "计量单位", "实物量单位", "实物单位", "数据单位"})


def _levels(printed: list[tuple[str, ...]]) -> int:
    """How many kinds of numbering the labels have: more than one means that parts stand within parts."""
    found = {
        level
        for texts in printed
        for text in texts[:2]
        for level, pattern in enumerate(_LEVELS)
        if pattern.match(fold(text).strip())
    }
    return len(found)


def _texts(row: tuple[Cell | None, ...], columns: tuple[int, ...]) -> tuple[str, ...]:
    cells = {id(row[c]): row[c] for c in columns}
    return tuple(" ".join(c.text.split()) for c in cells.values() if c is not None and c.text.strip())


def _name(texts: tuple[str, ...], role: Role = "part") -> str:
    """The innermost label, without number and unit; of a total the one that says so."""
    if role in {"total", "sub-total"}:
        cores = ("".join(split_label(t).core.split()) for t in texts)
        return next((c for c in cores if _TOTAL.match(c) or _SUB_TOTAL.search(c)), "合计")
    words = [t for t in texts if not t.replace(".", "").isdigit()]
    return split_label(words[-1]).core if words else ""


def _unit_of(texts: tuple[str, ...]) -> str | None:
    return next((u for u in (split_label(t).unit for t in reversed(texts)) if u is not None), None)


def _role(texts: tuple[str, ...], cells: tuple[Cell | None, ...]) -> Role:
    filled = any(c is not None and c.text.strip() for c in cells)
    cores = ["".join(split_label(t).core.split()) for t in texts[:3]]
    if any(_SUB_TOTAL.search(core) and len(core) <= 16 for core in cores):
        return "sub-total"
    if any(_TOTAL.match(core) for core in cores):
        return "total"
    if not filled:
        return "band"
    if any(_ASIDE.search(core) for core in cores[-1:]):
        return "aside"
    words = {id(c) for c in cells if c is not None and c.text.strip()}
    spanning = len(cells) > 1 and len(words) == 1 and all(c is cells[0] for c in cells)
    return "band" if spanning and not any(ch.isdigit() for ch in (cells[0].text if cells[0] else "")) else "part"


def same_unit(lines: list[Line], sheet: Sheet, at: int) -> bool:
    """Whether the numbers of lines under a head are in one unit (万元 and 亿元 are two)."""
    if sheet.units[at] is not None:
        units = {sheet.units[at]}
    else:
        units = {line.unit for line in lines if line.role == "part"}
        totals = {line.unit for line in lines if line.role != "part"} - {None}
        units |= totals if len(units) == 1 else set()
    return len(units) == 1


def per_something(written: str | None) -> bool:
    """Whether a written unit is a ratio (吨标准煤/万元, %, ℃); per year counts as an amount."""
    parsed = parse_unit(fold(written)) if written is not None else None
    if parsed is None:
        return False
    known = known_unit(parsed[0].removesuffix("/a"))
    return known is None or "/" in known.dimension or known.dimension in ("percent", "percentage-point")


def exact_count(quantity: Quantity) -> Quantity:
    """A quantity whose printed digits are exact where it counts things (12家), as it is otherwise."""
    known = known_unit(quantity.unit)
    if known is None or known.dimension not in ("count", "person") or quantity.value is None:
        return quantity
    if quantity.step is not None and quantity.step > 1:
        return quantity
    return Quantity(quantity.value, quantity.unit, text=quantity.text, step=Fraction(0))
