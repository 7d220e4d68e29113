"""Whether a plan's title and a data file's park name speak of the same park."""

from __future__ import annotations

import re
import unicodedata

_KINDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("经开", ("经济技术开发区", "经济技术产业开发区", "经济开发区", "经开区")),
    ("高新", ("高新技术产业开发区", "高新技术开发区", "高新技术产业园区", "高新技术产业园", "高新产业开发区", "高新园区", "高新区")),
    ("综保", ("综合保税区", "综保区")),
    ("保税", ("保税港区", "保税区")),
    ("循环", ("循环经济产业园区", "循环经济产业园", "循环经济园区", "循环经济园")),
    ("生态", ("生态工业园区", "生态工业示范园区", "生态产业园区", "生态工业园", "生态产业园")),
    ("化工", ("化学工业园区", "化学工业区", "化工产业园区", "化工产业园", "化工园区", "化工园", "化工区")),
    ("集中", ("工业集中发展区", "工业集中区", "产业集中区", "工业集聚区", "产业集聚区")),
    ("科技", ("科技产业园区", "科技产业园", "科技园区", "科技园")),
    ("产业", ("工业园区", "产业园区", "工业园", "产业园", "工业区", "园区")),
    ("开发", ("开发区",)),
    ("新区", ("新区",)),
)  # fmt: skip
_WEAK_KINDS = frozenset({"开发", "新区"})
_QUALIFIERS = (
    "国家级", "省级", "市级", "县级", "国家", "近零碳排放", "近零碳", "零碳", "低碳", "绿色", "循环化改造", "循环化", "碳达峰", "示范", "试点",
    "创建", "建设",
)  # fmt: skip
_ABOUT = ("实施方案", "建设方案", "行动方案", "工作方案", "申报书", "申请书", "规划", "方案", "报告")
_TOPICS = ("国家低碳", "低碳", "近零碳", "零碳", "绿色", "循环化", "碳达峰", "碳排放", "创建国家", "建设国家")
_PROVINCE = re.compile(r"[^省]{2,3}省|(?:内蒙古|广西壮族|宁夏回族|新疆维吾尔|西藏)自治区")
_CITY = re.compile(r"[^市]{2,4}市")
_BRACKETS = re.compile(r"\([^()]{0,40}\)|\[[^\[\]]{0,40}\]|《|》|“|”|\"")
_PLACEHOLDER = frozenset("xX×*_某○〇")


def same_park(plan_title: str, park_name: str) -> bool | None:
    """Whether both name the same park: True or False where that is sure, None where it cannot be told.

    Abbreviations (经开区), levels (国家级) and leading provinces or cities may differ. Two names of the same kind
    whose proper parts have nothing in common are different parks; all other doubts are None.
    """
    title, name = _plain(plan_title), _plain(park_name)
    wanted = _parts(name)
    if wanted is None or not title:
        return None
    kind, city, proper = wanted
    if proper and name in title:
        return True
    other = _parts(_head(title))
    if other is None or not proper or not other[2]:
        return None
    other_kind, other_city, other_proper = other
    if kind == other_kind and _same_place(proper, other_proper):
        return None if city and other_city and city != other_city else True
    if {kind, other_kind} == {"经开", "高新"} and proper == other_proper:
        return False
    if kind != other_kind and {kind, other_kind} & _WEAK_KINDS:
        return None
    return None if _related(city + proper, other_city + other_proper) else False


def _plain(text: str) -> str:
    text = unicodedata.normalize("NFKC", text[:200])
    text = "".join(c for c in text if not c.isspace())
    text = _BRACKETS.sub("", text)
    for suffix in ("管理委员会", "管委会"):
        text = text.replace(suffix, "")
    return text


def _head(title: str) -> str:
    """The part of a plan's title that names the park: what stands before its topic (低碳…) and its kind (实施方案)."""
    ends = [at for at in (title.find(word, 2) for word in (*_TOPICS, *_ABOUT)) if at > 0]
    return title[: min(ends)] if ends else title


def _parts(name: str) -> tuple[str, str, str] | None:
    """The kind of park, the city and the proper part of its name (maybe empty); None where no kind is named."""
    found = [(name.find(word), -len(word), kind) for kind, words in _KINDS for word in words if word in name]
    if not found:
        return None
    at, _, kind = min(found)
    proper = name[:at]
    for word in _QUALIFIERS:
        proper = proper.replace(word, "")
    if set(proper) & _PLACEHOLDER:
        return kind, "", ""
    province = _PROVINCE.match(proper)
    if province is not None and province.end() < len(proper):
        proper = proper[province.end() :]
    city = _CITY.match(proper)
    if city is not None and city.end() < len(proper):
        return kind, city.group(), proper[city.end() :]
    return kind, "", proper


def _same_place(a: str, b: str) -> bool:
    """Whether two proper parts are equal, or one is the other with its city before it (成都双流 / 双流)."""
    short, long = sorted((_bare(a), _bare(b)), key=len)
    return len(short) >= 2 and long.endswith(short)


def _bare(proper: str) -> str:
    return proper.rstrip("市区县州盟旗") if len(proper) > 2 else proper


def _related(a: str, b: str) -> bool:
    """Whether two places share two neighbouring characters: maybe the same place, maybe not."""
    pairs = {a[i : i + 2] for i in range(len(a) - 1)}
    return any(b[i : i + 2] in pairs for i in range(len(b) - 1))
