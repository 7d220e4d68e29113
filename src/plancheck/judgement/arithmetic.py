"""Comparing and computing with values: units aligned, rounding carried along, every step written down for a reader."""

from __future__ import annotations

from fractions import Fraction

from plancheck.core.lazy_pattern import lazy_pattern
from plancheck.facts.model import Date, Period
from plancheck.judgement.values import UNKNOWN, Num, Value, align, merge, show, truth, unknown, working

_KEPT = lazy_pattern(r"\w|(?<=\d)\.(?=\d)|(?<!\w)-(?=\d)|[%°]")
TERMS = 12  # terms of a sum that its working writes out


def close(a: Num, b: Num, within: Num | None) -> bool | None:
    """Whether two numbers in one unit agree: within the tolerance, or within the rounding that both are printed with.

    A tolerance in % is relative to the second number, except that two percentages are compared in points, as is a
    tolerance in percentage points.
    """
    if a.low is None or a.high is None or b.low is None or b.high is None:
        return None
    gap = max(a.low - b.high, b.low - a.high, Fraction(0))
    allowed = (a.step + b.step) / 2
    if within is not None and within.exact is not None:
        percents = a.unit in ("%", "pp") and b.unit in ("%", "pp")
        if within.unit == "%" and not percents:
            allowed = max(allowed, abs(b.high) * within.exact / 100)
        else:
            allowed = max(allowed, within.exact)
    return gap <= allowed


def lacking_side(left: Value, right: Value) -> Value | None:
    """The unknown result where a side is not known, naming what is missing; None where both are."""
    if left.known and right.known:
        return None
    reasons = [m for v in (left, right) if not v.known for m in (v.missing or ("有一项数值没有给出",))]
    return truth(None, left, right, missing=reasons)


def compare(op: str, left: Value, right: Value, within: Value | None = None) -> Value:
    """A comparison; unknown where a side is, where units cannot be compared, or where intervals overlap."""
    lacking = lacking_side(left, right)
    if lacking is not None:
        return lacking
    a, b = left.data, right.data
    if isinstance(a, Num) and isinstance(b, Num):
        pair = align(a, b)
        if pair is None:
            return truth(None, left, right, missing=(f"{a.show()}与{b.show()}的单位不同，无法比较",))
        tolerance = within.data if within is not None and isinstance(within.data, Num) else None
        found = truth(_ordered(op, pair[0], pair[1], tolerance), left, right, missing=("数值是一个范围，无法断定",))
        return found._replace(sides=(left, right))
    if isinstance(a, str) and isinstance(b, str):
        same = _plain(a) == _plain(b)
        return truth(same if op == "=" else not same, left, right)._replace(sides=(left, right))
    if isinstance(a, bool) and isinstance(b, bool):
        return truth((a == b) if op == "=" else (a != b), left, right)
    if isinstance(a, Date) and isinstance(b, Date):
        reason = f"{a.show()}与{b.show()}写得不够具体，分不出先后"
        return truth(_dated(op, a, b), left, right, missing=(reason,))._replace(sides=(left, right))
    if isinstance(a, Period) and isinstance(b, Period):
        return truth((a == b) if op == "=" else (a != b), left, right)
    return truth(None, left, right, missing=("两边不能比较",))


def _dated(op: str, a: Date, b: Date) -> bool | None:
    """Which of two dates comes first; equal where both are written alike, not known where one lies within the other."""
    if a == b:
        return op in ("=", "<=", ">=")
    if op in ("=", "!="):
        apart = a.last < b.first or b.last < a.first or (a.day is not None and b.day is not None)
        return (op == "!=") if apart else None
    if op in (">", ">="):
        a, b, op = b, a, "<" if op == ">" else "<="
    if a.last < b.first or (op == "<=" and a.last == b.first):
        return True
    if a.first > b.last or (op == "<" and a.first == b.last):
        return False
    return None


def _plain(text: str) -> str:
    from plancheck.facts.fold import fold

    # Marks and blanks do not tell names apart, but the decimal point and the sign of a number do.
    return "".join(m.group() for m in _KEPT.finditer(fold(text)))


def _ordered(op: str, a: Num, b: Num, within: Num | None) -> bool | None:
    if op in ("=", "!="):
        same = close(a, b, within) if within is not None else _identical(a, b)
        return same if op == "=" or same is None else not same
    if op in (">=", ">"):
        return _at_least(a, b, strict=op == ">")
    return _at_least(b, a, strict=op == "<")


def _identical(a: Num, b: Num) -> bool | None:
    if a.exact is None or b.exact is None:
        return None
    return a.exact == b.exact


def _at_least(a: Num, b: Num, *, strict: bool) -> bool | None:
    if a.low is not None and b.high is not None and (a.low > b.high or (not strict and a.low == b.high)):
        return True
    if a.high is not None and b.low is not None and (a.high < b.low or (strict and a.high == b.low)):
        return False
    return None


def inside(left: Value, right: Value) -> Value:
    """Whether a year, a date or a span of time lies inside a range of years."""
    lacking = lacking_side(left, right)
    if lacking is not None:
        return lacking
    assert isinstance(right.data, range)
    first, last = right.data[0], right.data[-1]
    if isinstance(left.data, Num):
        year = left.data.exact
        return truth(None if year is None else first <= year <= last, left)
    if isinstance(left.data, Date):
        return truth(first <= left.data.year <= last, left)
    assert isinstance(left.data, Period)
    ends = [p[0] for p in (left.data.start, left.data.end) if p is not None]
    if any(not first <= year <= last for year in ends):
        return truth(False, left)
    return truth(True if len(ends) == 2 else None, left, missing=("起止时间不全，不能断定是否在期内",))


def arithmetic(op: str, left: Value, right: Value) -> Value:
    """The sum, difference, product or quotient with its unit and the worth of its last digit; unknown where it has none."""
    lacking = lacking_side(left, right)
    if lacking is not None:
        return Value(UNKNOWN, lacking.evidence, lacking.missing, lacking.looked)
    evidence, _, looked = merge(left, right)
    a, b = left.data, right.data
    assert isinstance(a, Num) and isinstance(b, Num)
    if a.exact is None or b.exact is None:
        return unknown("参与计算的数值是一个范围", evidence)
    x, y = a.exact, b.exact
    if op in ("+", "-"):
        pair = align(a, b)
        if pair is None or pair[1].exact is None:
            return unknown(f"{a.show()}与{b.show()}的单位不同，不能相加减", evidence)
        y = pair[1].exact
        total = x + y if op == "+" else x - y
        sum_ = Num(total, total, a.unit or b.unit, pair[0].step + pair[1].step)
        return Value(sum_, evidence, (), looked, _step(a, op, b, sum_, left, right))
    if op == "*":
        a, b = _cancelled(a, b)
        x, y = (n.exact or Fraction(0) for n in (a, b))
        step = a.step * abs(y) + b.step * abs(x)
        product = Num(x * y, x * y, _product_unit(a, b), step)
        return Value(product, evidence, (), looked, _step(a, "×", b, product, left, right))
    if y == 0:
        return unknown("除数为零", evidence)
    step = (a.step + b.step * abs(x / y)) / abs(y)
    quotient = Num(x / y, x / y, _quotient_unit(a, b), step)
    return Value(quotient, evidence, (), looked, _step(a, "÷", b, quotient, left, right))


def _step(a: Num, sign: str, b: Num, result: Num, left: Value, right: Value) -> tuple[str, ...]:
    return working(f"{a.show()} {sign.replace('-', '−')} {b.show()} = {result.show()}", left, right)


def _cancelled(a: Num, b: Num) -> tuple[Num, Num]:
    """吨/万元 times 亿元 is 吨: a divisor that the other side is measured in cancels out."""
    for one, other in ((a, b), (b, a)):
        top, _, below = (one.unit or "").partition("/")
        pair = align(Num(Fraction(0), Fraction(0), below), other) if below and other.unit else None
        if pair is not None:
            return Num(one.low, one.high, top, one.step), Num(pair[1].low, pair[1].high, None, pair[1].step)
    return a, b


def _product_unit(a: Num, b: Num) -> str | None:
    return b.unit if a.unit in (None, "1") else a.unit


def _quotient_unit(a: Num, b: Num) -> str | None:
    if b.unit in (None, "1"):
        return a.unit
    if a.unit == b.unit:
        return None
    return f"{a.unit or '1'}/{b.unit}"


def sum_step(shown: list[str], total: Value) -> str:
    """The addition of many terms as a reader redoes it; from `TERMS` on the rest is only counted."""
    terms = " + ".join(shown[:TERMS]) + (f" + …（共{len(shown)}项）" if len(shown) > TERMS else "")
    return f"{terms} = {show(total)}"
