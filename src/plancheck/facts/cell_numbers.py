"""Numbers in table cells: stated, blank (a dash, 待定) or unreadable are told apart, and nothing is guessed."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache
from typing import Literal, NamedTuple

from plancheck.core.quantity import Quantity
from plancheck.facts.fold import fold
from plancheck.facts.numerals import read_number
from plancheck.facts.quantities import QuantitySpan, scan_quantities
from plancheck.facts.times import scan_times
from plancheck.facts.unit_words import parse_unit

_BLANKS = frozenset({
    "略", "无", "暂无", "待定", "待补", "待补充", "待填", "待填写", "待核", "待核实", "待明确", "待确定", "未定", "未知", "不详", "暂缺",
    "空缺", "缺", "另定", "另行确定", "XX", "XXX", "N/A", "NA", "n/a", "na", "nil", "none", "TBD", "tbd",
})  # fmt: skip
_FILLER = re.compile(r"[\s/\\\-_~.…·—*×xX?？□○〇()\[\]、,，。:：]*")
_MARKS = "*#†‡①②③④⑤⑥⑦⑧⑨⑩ \t\n注"
_BRACKETS = re.compile(r"^[\[(【〔]\s*([^\[\]()【】〔〕]+?)\s*[\])】〕]$")


class CellReading(NamedTuple):
    """What a cell states: `quantity` is there exactly when status is "stated"; `reason` says why it is not read."""

    status: Literal["stated", "blank", "unreadable"]
    quantity: Quantity | None = None
    reason: str = ""
    bracketed: bool = False


def is_blank(text: str) -> bool:
    """Whether a cell holds nothing or only a placeholder: empty, —, /, 略, 待定, ××."""
    shown = fold(text).strip()
    return shown in _BLANKS or shown.strip("()") in _BLANKS or _FILLER.fullmatch(shown) is not None


@lru_cache(maxsize=8192)  # typed tables and the sums of tables read the same cells
def read_cell(text: str, unit: str | None = None) -> CellReading:
    """The one quantity of a table cell; `unit` is the written unit of column, row or title (万元) for bare numbers.

    A bracketed number ([14]) is marked, for it usually means a cumulative figure. Notes in brackets behind a number are
    left aside; a cell with several numbers is unreadable, not guessed.
    """
    if is_blank(text):
        return CellReading("blank")
    original = text.strip().rstrip(_MARKS)
    folded = fold(original)
    bracket = _BRACKETS.match(folded)
    if bracket:
        original, folded = original[bracket.start(1) : bracket.end(1)], bracket.group(1)
    written = parse_unit(fold(unit)) if unit else None
    if unit and written is None:
        return CellReading("unreadable", None, f"单位“{unit}”不认识")
    busy: list[tuple[int, int]] = []
    if "年" in folded or (written is None and read_number(folded) is None):
        times, unresolved = scan_times(folded)
        busy = [(t.start, t.end) for t in times] + unresolved
    spans = scan_quantities(folded, original, busy, written or ("1", Fraction(1)))
    first = _sole(folded, spans)
    if first is None:
        return CellReading("unreadable", None, "有不止一个数" if spans else "不是数")
    return CellReading("stated", first.quantity, "", bracket is not None)


def _sole(folded: str, spans: list[QuantitySpan]) -> QuantitySpan | None:
    """The only quantity, or the first where all others stand in brackets behind it."""
    if not spans:
        return None
    bracket = folded.find("(", spans[0].end)
    others = spans[1:]
    return spans[0] if not others or (0 <= bracket < others[0].start) else None
