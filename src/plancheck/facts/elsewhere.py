"""Whether words in front of an indicator make it another's, not the whole park's: the city, a neighbour, each 平方公里."""

from __future__ import annotations

import re

_CLAUSE = re.compile(r"[，。；;:：(]")
_PLACE = re.compile(r"(?:市|县|州|盟|镇|街道)的?$")
_BESIDE = re.compile(r"(?:所在|邻近|相邻|毗邻|附近|周边|隔壁|近邻)(?:地|地区|区域)?的?[^，。；、]{0,14}$")
_EACH = re.compile(r"(?:每[^，。；0-9]{1,6}|[人亩户]均|单位(?:用地|土地)?面积)的?$")
_PART_OF_PARK = re.compile(r"(?:企业|行业|产业|公司|集团|厂|领域|部门|组团|片区|项目|单位|车间)$")
_FIRM = re.compile(r"(?:公司|集团|厂|物流|热电|股份|科技|铝业|酒业|制药|印染|纸业|钢铁|水泥)$|企业[^，的园区]{2,8}$")
_PARK = r"(?:园区|开发区|高新区|经开区|工业园|产业园|化工园|示范区)"
_A_PARK = re.compile(_PARK)
_ENDS_AS_PARK = re.compile(_PARK + "$")
_GENERAL = re.compile(
    r"^(?:本|我|全|该|整个?|试点|示范|核心|国家|省级|所有|全部|各|上述|为|使|是|实现|完成|达到)*" + _PARK + "$"
)


def is_elsewhere(before: str) -> bool:
    """Whether the clause in front of an indicator (`before`, folded) names a city, a neighbour or a measure of its own."""
    clause = _CLAUSE.split(before)[-1]
    if _EACH.search(clause) is not None:
        return True
    return _BESIDE.search(clause) is not None or (_PLACE.search(clause) is not None and _A_PARK.search(clause) is None)


def is_part(name: str) -> bool:
    """Whether a name is of a part of a park: an industry, a firm, a project (重点用能企业, 顺航物流)."""
    return _PART_OF_PARK.search(name) is not None or is_firm(name)


def is_firm(name: str) -> bool:
    """Whether a name is of one firm (顺航物流, 恒川化工集团), not of a kind of firms (规模以上企业)."""
    return _FIRM.search(name) is not None


def is_other_park(name: str, title: str) -> bool:
    """Whether a name is of a park that shares no two characters with the plan's title, as its own short forms do."""
    if _ENDS_AS_PARK.search(name) is None or _GENERAL.match(name) or _A_PARK.search(title) is None:
        return False
    core = _ENDS_AS_PARK.sub("", name)
    return not any(core[i : i + 2] in title for i in range(max(1, len(core) - 1)))
