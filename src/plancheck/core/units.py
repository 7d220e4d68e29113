"""Units of the field: canonical names, their dimension and the exact factor to the dimension's base unit.

Canonical names follow UCUM-like ASCII spelling (`tce/10kCNY`, `tCO2`, `pp`). Percent (`%`) and percentage point
(`pp`) are different dimensions, so that a rule can never compare one with the other by accident.
"""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple


class Unit(NamedTuple):
    """A unit: `value` in this unit times `factor` is the value in the base unit of `dimension`."""

    name: str
    dimension: str
    factor: Fraction


_ATOMS: dict[str, tuple[str, str]] = {
    # name: (dimension, factor to base)
    "%": ("percent", "1"),
    "pp": ("percentage-point", "1"),
    "1": ("number", "1"),
    "x": ("number", "1"),
    "count": ("count", "1"),
    "tce": ("coal-equivalent", "1"),
    "kgce": ("coal-equivalent", "1/1000"),
    "gce": ("coal-equivalent", "1/1000000"),
    "t": ("mass", "1"),
    "kg": ("mass", "1/1000"),
    "g": ("mass", "1/1000000"),
    "tCO2": ("co2", "1"),
    "kgCO2": ("co2", "1/1000"),
    "gCO2": ("co2", "1/1000000"),
    "tCO2e": ("co2e", "1"),
    "kgCO2e": ("co2e", "1/1000"),
    "m3": ("volume", "1"),
    "kL": ("volume", "1"),
    "kWh": ("electricity", "1"),
    "MWh": ("electricity", "1000"),
    "GWh": ("electricity", "1000000"),
    "kW": ("power", "1"),
    "MW": ("power", "1000"),
    "GW": ("power", "1000000"),
    "kJ": ("heat", "1/1000"),
    "MJ": ("heat", "1"),
    "GJ": ("heat", "1000"),
    "TJ": ("heat", "1000000"),
    "kcal": ("heat", "4.1868/1000"),
    "CNY": ("money", "1"),
    "USD": ("money-usd", "1"),
    "10kCNY": ("money", "10000"),
    "100MCNY": ("money", "100000000"),
    "mu": ("area", "10000/15"),
    "ha": ("area", "10000"),
    "km2": ("area", "1000000"),
    "m2": ("area", "1"),
    "km": ("length", "1000"),
    "m": ("length", "1"),
    "a": ("duration", "365"),
    "mo": ("duration", "30"),
    "d": ("duration", "1"),
    "h": ("duration", "1/24"),
    "person": ("person", "1"),
}


def _fraction(text: str) -> Fraction:
    if "/" in text:
        top, _, bottom = text.partition("/")
        return Fraction(top) / Fraction(bottom)
    return Fraction(text)


_CACHE: dict[str, Unit | None] = {}


def unit(name: str) -> Unit | None:
    """The unit of a canonical name such as `tce` or `kgce/t`, or `None` where an atom of it is not known."""
    if name in _CACHE:
        return _CACHE[name]
    found = _build(name)
    _CACHE[name] = found
    return found


def _build(name: str) -> Unit | None:
    atoms = name.split("/")
    dimension: list[str] = []
    factor = Fraction(1)
    for index, atom in enumerate(atoms):
        known = _ATOMS.get(atom)
        if known is None:
            return None
        dimension.append(known[0])
        factor = factor * _fraction(known[1]) if index == 0 else factor / _fraction(known[1])
    return Unit(name, "/".join(dimension), factor)


def convert(value: Fraction, source: str, to: str) -> Fraction | None:
    """`value` in unit `source` expressed in unit `to`; `None` where the dimensions differ or a name is unknown."""
    if source == to:
        return value
    a, b = unit(source), unit(to)
    if a is None or b is None or a.dimension != b.dimension:
        return None
    return value * a.factor / b.factor


_MASS_LIKE = {"mass", "co2", "coal-equivalent", "co2e"}


def factor_between(source: str, to: str) -> Fraction | None:
    """What a value in unit `source` is multiplied by to be in unit `to`; None where the two cannot be compared.

    A bare 吨 next to 吨二氧化碳 or 吨标准煤 is read as that substance: plans often leave it out in a column about it.
    """
    if source == to:
        return Fraction(1)
    a, b = unit(source), unit(to)
    if a is None or b is None:
        return None
    if a.dimension == b.dimension:
        return a.factor / b.factor
    one, other = a.dimension.split("/"), b.dimension.split("/")
    alike = one[0] in _MASS_LIKE and other[0] in _MASS_LIKE and "mass" in (one[0], other[0])
    return a.factor / b.factor if alike and one[1:] == other[1:] else None


# What a rule writer or a table header writes, and the canonical unit with its magnitude (万, 亿 multiply the value).
SURFACE: dict[str, tuple[str, int]] = {
    "%": ("%", 1), "％": ("%", 1), "百分点": ("pp", 1), "个百分点": ("pp", 1), "倍": ("x", 1),
    "吨标准煤": ("tce", 1), "吨标煤": ("tce", 1), "tce": ("tce", 1), "万吨标准煤": ("tce", 10**4), "万吨标煤": ("tce", 10**4),
    "万tce": ("tce", 10**4), "千克标准煤": ("kgce", 1), "公斤标准煤": ("kgce", 1), "kgce": ("kgce", 1), "克标准煤": ("gce", 1),
    "gce": ("gce", 1),
    "吨": ("t", 1), "t": ("t", 1), "万吨": ("t", 10**4), "亿吨": ("t", 10**8), "千克": ("kg", 1), "公斤": ("kg", 1), "kg": ("kg", 1),
    "吨二氧化碳": ("tCO2", 1), "吨CO2": ("tCO2", 1), "tCO2": ("tCO2", 1), "万吨二氧化碳": ("tCO2", 10**4),
    "万吨CO2": ("tCO2", 10**4), "万tCO2": ("tCO2", 10**4), "亿吨二氧化碳": ("tCO2", 10**8), "千克二氧化碳": ("kgCO2", 1),
    "kgCO2": ("kgCO2", 1),
    "吨二氧化碳当量": ("tCO2e", 1), "万吨二氧化碳当量": ("tCO2e", 10**4), "tCO2e": ("tCO2e", 1), "吨CO2e": ("tCO2e", 1),
    "万吨CO2e": ("tCO2e", 10**4), "万tCO2e": ("tCO2e", 10**4), "吨CO2当量": ("tCO2e", 1), "万吨CO2当量": ("tCO2e", 10**4),
    "立方米": ("m3", 1), "万立方米": ("m3", 10**4), "亿立方米": ("m3", 10**8), "m3": ("m3", 1), "m³": ("m3", 1), "方": ("m3", 1),
    "万m3": ("m3", 10**4), "Nm3": ("m3", 1), "万Nm3": ("m3", 10**4), "标准立方米": ("m3", 1), "万标准立方米": ("m3", 10**4), "千升": ("kL", 1), "万千升": ("kL", 10**4),
    "千瓦时": ("kWh", 1), "度": ("kWh", 1), "kWh": ("kWh", 1), "万千瓦时": ("kWh", 10**4), "亿千瓦时": ("kWh", 10**8),
    "万kWh": ("kWh", 10**4), "万度": ("kWh", 10**4), "兆瓦时": ("MWh", 1), "MWh": ("MWh", 1), "GWh": ("GWh", 1),
    "千瓦": ("kW", 1), "kW": ("kW", 1), "kWp": ("kW", 1), "万千瓦": ("kW", 10**4), "兆瓦": ("MW", 1), "MW": ("MW", 1),
    "MWp": ("MW", 1), "GW": ("GW", 1),
    "千焦": ("kJ", 1), "kJ": ("kJ", 1), "兆焦": ("MJ", 1), "MJ": ("MJ", 1), "吉焦": ("GJ", 1), "GJ": ("GJ", 1), "万吉焦": ("GJ", 10**4),
    "万GJ": ("GJ", 10**4), "百万千焦": ("GJ", 1), "太焦": ("TJ", 1), "TJ": ("TJ", 1), "千卡": ("kcal", 1), "大卡": ("kcal", 1), "kcal": ("kcal", 1),
    "元": ("CNY", 1), "万元": ("CNY", 10**4), "亿元": ("CNY", 10**8), "千元": ("CNY", 10**3), "百万元": ("CNY", 10**6), "美元": ("USD", 1),
    "万美元": ("USD", 10**4), "亿美元": ("USD", 10**8), "亿": ("CNY", 10**8),
    "亩": ("mu", 1), "万亩": ("mu", 10**4), "公顷": ("ha", 1), "万公顷": ("ha", 10**4), "ha": ("ha", 1), "hm2": ("ha", 1), "平方公里": ("km2", 1),
    "平方千米": ("km2", 1), "km2": ("km2", 1), "km²": ("km2", 1), "平方米": ("m2", 1), "平米": ("m2", 1), "万平方米": ("m2", 10**4),
    "万平米": ("m2", 10**4), "m2": ("m2", 1), "m²": ("m2", 1), "万m2": ("m2", 10**4), "万m²": ("m2", 10**4),
    "公里": ("km", 1), "千米": ("km", 1), "km": ("km", 1), "米": ("m", 1), "m": ("m", 1),
    "年": ("a", 1), "个月": ("mo", 1), "月": ("mo", 1), "天": ("d", 1), "日": ("d", 1), "小时": ("h", 1), "h": ("h", 1),
    "家": ("count", 1), "户": ("count", 1), "个": ("count", 1), "项": ("count", 1), "处": ("count", 1), "座": ("count", 1),
    "台": ("count", 1), "套": ("count", 1), "块": ("count", 1), "条": ("count", 1), "辆": ("count", 1), "根": ("count", 1),
    "台套": ("count", 1), "万台": ("count", 10**4), "万套": ("count", 10**4), "万辆": ("count", 10**4), "盏": ("count", 1),
    "件": ("count", 1), "次": ("count", 1), "期": ("count", 1), "场": ("count", 1), "人": ("person", 1), "人次": ("person", 1),
    "万人": ("person", 10**4), "万人次": ("person", 10**4), "名": ("person", 1),
}  # fmt: skip


def parse_surface(text: str) -> tuple[str, Fraction] | None:
    """Canonical unit and magnitude of a written unit such as `万吨标准煤`, `吨标准煤/万元` or `元/吨`; `None` if unknown.

    A denominator 万元 or 亿元 stays an atom (`tce/10kCNY`): plans compare intensities in exactly these units.
    """
    head, *rest = text.replace("每", "/").replace("／", "/").replace("₂", "2").replace("·", "").split("/")
    first = SURFACE.get(head)
    if first is None:
        return None
    name, magnitude = first[0], Fraction(first[1])
    for part in rest:
        if part in ("万元", "亿元"):
            name += "/10kCNY" if part == "万元" else "/100MCNY"
            continue
        lower = SURFACE.get(part)
        if lower is None:
            return None
        name += "/" + lower[0]
        magnitude /= lower[1]
    return name, magnitude


_SHOW = {
    "tce": "吨标准煤", "kgce": "千克标准煤", "gce": "克标准煤", "t": "吨", "kg": "千克", "tCO2": "吨二氧化碳", "kgCO2": "千克二氧化碳",
    "tCO2e": "吨二氧化碳当量", "m3": "立方米", "kL": "千升", "kWh": "千瓦时", "MWh": "兆瓦时", "kW": "千瓦", "MW": "兆瓦", "CNY": "元",
    "USD": "美元", "mu": "亩", "ha": "公顷", "km2": "平方公里", "m2": "平方米", "km": "公里", "m": "米", "a": "年", "mo": "个月",
    "d": "天", "h": "小时", "10kCNY": "万元", "100MCNY": "亿元", "pp": "个百分点", "x": "倍", "count": "个", "1": "", "person": "人",
}  # fmt: skip


def show_unit(name: str) -> str:
    """A canonical unit as a Chinese reader writes it: `tce/10kCNY` → 吨标准煤/万元."""
    return "/".join(_SHOW.get(a, a) for a in name.split("/"))
