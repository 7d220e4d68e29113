"""Whose statement is it, and is it a commitment: tells the park's own aims from facts, others' targets and scenarios."""

from __future__ import annotations

import re
from typing import Literal

from plancheck.core.lazy_pattern import lazy_pattern

Owner = Literal["own", "other"]

_OWN = re.compile(
    r"园区|[本我全]区|[本我]园|全园|开发区|高新区|经开区|示范区|试验区|保税区|管委会|片区|新区(?!域)|我们|自加压力|示范基地|产业基地"
)
_FOREIGN = re.compile(r"某|其他|其它|同类|先进|标杆|对标|兄弟|周边|国内外|全国|对照|参照|借鉴")
_PROVINCES = (
    "北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|"
    "陕西|甘肃|青海|内蒙古|广西|西藏|宁夏|新疆"
)
_OTHER = re.compile(
    rf"(?:{_PROVINCES})(?![^，。；]{{0,16}}(?:园区|开发区|高新区|经开区|新区|示范区|试验区|产业园|工业园|集中区))|"
    r"国家(?=提出|要求|明确|承诺|确定|规定|下达给?[^园区本我开]|的|到|“|在|层面|计划|《|规划)|(?:我国|全国|中国|中央|党中央|国务院|欧盟|欧洲|美国|日本|德国|英国|韩国|国际|世界|全球|发达国家)|"
    r"(?<![占与和同高低快于较比及为])(?:全省|我省|本省|省里|省政府|省委|省级|全市|我市|本市|市里|市政府|市委|全县|县政府)(?!平均|同步|同类|级|内)|"
    r"参照|对照|借鉴|行业准入|同行业|行业[^，。；]{0,6}(?:标杆|限额|准入值|先进值|基准值)|行业平均|行业标杆|先进地区|先进水平|其他园区|其它园区|兄弟园区|同类园区|标杆园区|周边园区|"
    r"(?:公司|集团|酒店|电厂|钢厂|水泥厂|化工厂)(?=[计拟将力承提到至“│])"
)
# A city, county or district that is named as the one who sets the aim (江城市要求…), unless it sets it for the park.
_NAMED_REGION = lazy_pattern(
    r"^[│ ]*(?:其中|同时|此外|另外|而|但)?(?!按|依|遵|根据|对照|结合|落实|贯彻|符合|满足|达到|完成|围绕|对标|[本我]|园区)"
    r"(?!(?:城|智慧|低碳|零碳|无废|海绵|绿色|生态|文明|试点|示范|创新|中心|超|上)城?市)"
    r"[一-鿿]{1,6}[市州盟县](?:委|(?:人民)?政府|“?十[一二三四五六]五”?)?(?:规划|方案)?(?:明确|已)?(?:要求|提出|明确|下达|确定|规定|承诺)"
    r"(?![^，。；]{0,10}(?:园区|[本我]区|开发区|高新区|经开区))"
)
_NAMED_PARK = re.compile(
    rf"(?:{_PROVINCES})省?((?:(?![的部内外市县区省等和与个级家])[一-鿿]){{2,4}}?)(?:国家级)?(?:经济技术|高新技术产业|高新技术|经济|工业|产业)?(?:开发区|高新区|经开区|工业园|产业园|园区)"
)
_PARK = lazy_pattern(r"[^的]{2}(?:开发区|高新区|经开区|工业园|产业园|园区|高新技术产业|经济技术)")
_ASSIGNED = re.compile(r"(?:下达|分解|分配|分到|交办|核定|给)[^，。；]{0,8}(?:园区|[本我]区|开发区|高新区|新区|片区)")
_LEVEL_PLACE = re.compile(r"(?:分解|落实|下达)(?:到|至|给)(?:我?市|我?省|全市|全省|各)")
_PAST = re.compile(
    r"以来|超额完成|上年|上一年|去年|同比|未能|未完成|没有完成|未达到|截至|截止|提前[^，。；]{0,6}(?:完成|实现|达到)|圆满完成|顺利完成|较好完成|已提前|实际完成"
)
_DONE = re.compile(
    r"已(?!有基础上)|曾|现有|目前|当前|现状|达到了|完成了|实现了|下降了|增长了|提高了|降低了|减少了|累计完成了|分别为了|均已"
)
_FUTURE = re.compile(
    r"力争|争取|确保|计划(?!投资|测算|推算|估算)|(?<![模虚])拟|将|目标|须|必须|(?<![主重首摘纪概])要(?!素|求|点)|"
    r"(?<![供相适反响效对感])应(?![用对急])|预期|规划(?!面积)|底线|努力|有望|承诺"
)
_BY_YEAR = re.compile(r"(?:到|至|截至) ?│|│+(?:之?前|以前|以内)")
_DROPPED = re.compile(r"不再|取消|放弃|不设|未能|未完成|未达到|没有达到|没有完成|不作为|暂不")
_SCENARIO = re.compile(r"若不|如果不|如不|假如|倘若|按现有趋势|照此趋势|不采取|情景|情形|BAU|惯性")
_ADOPTED = re.compile(
    r"(?:采用|选定|选择|选取|推荐|确定|采纳)[^，。；]{0,12}(?:情景|方案)|(?:推荐|规划|目标|采用|低碳)情景(?:作为|为)"
)
_PROJECT = re.compile(
    r"^[^，。；]{0,2}(?:该|此|上述)[^，。；]{0,16}(?:项目|工程|生产线)|(?:项目|工程|生产线)(?:计划)?总投资|[│年]投产后|投产后年|达产后年|(?<!全部)(?<!各)(?:项目|工程)[^，。；]{0,4}(?:建成后|投产后|投运后|达产后|实施后)|^(?:建成|投产|达产|投运)后"
)
_SUBSIDY = re.compile(
    r"(?:给予|按照?|予以|最高)[^。；]{0,30}(?:补助|奖励|补贴|资助|支持|贴息)|(?:补助|奖励|补贴)(?:标准|[0-9])"
)
_FACT_HEADING = re.compile(r"现状|基础|概况|回顾|成效|情况|背景|形势|问题")
_AIM_HEADING = re.compile(r"目标|指标|任务|规划期|展望")


def owner_of(clause: str, before: Owner) -> Owner:
    """Whose statement a clause is, `before` being the owner of the clause before; `│` stands for a time."""
    if _ASSIGNED.search(clause) and not _LEVEL_PLACE.search(clause):
        return "own"
    other = _OTHER.search(clause) or _LEVEL_PLACE.search(clause) or _NAMED_REGION.match(clause)
    own = [m for m in _OWN.finditer(clause) if not _FOREIGN.search(clause, max(0, m.start() - 8), m.start())]
    if other and own:
        return "own" if own[-1].start() > other.end() and "，" in clause[other.end() : own[-1].start()] else "other"
    if other:
        return "other"
    return "own" if own else before


def names_another_park(clause: str, title: str) -> bool:
    """Whether a clause names a park with its province (安徽澄水开发区) that the plan's title, if it names one, does not."""
    named = _NAMED_PARK.search(clause)
    return named is not None and _PARK.search(title) is not None and named.group(1) not in title


def is_past(sentence: str) -> bool:
    """Whether a sentence as a whole reports what has happened (and aims at nothing)."""
    return _PAST.search(sentence) is not None and not re.search(r"力争|确保|争取|计划|拟|将", sentence)


def is_done(clause: str) -> bool:
    """Whether a clause states what is there already."""
    return _DONE.search(clause) is not None


def aims(sentence: str) -> bool:
    """Whether words of intent or of a deadline stand in the sentence (`│` stands for a time)."""
    return _FUTURE.search(sentence) is not None or _BY_YEAR.search(sentence) is not None


def is_dropped(clause: str) -> bool:
    """Whether a clause says that an aim was given up or missed."""
    return _DROPPED.search(clause) is not None


def scenario_after(clause: str, before: bool) -> bool:
    """Whether the statement belongs to a scenario that is not the adopted one, `before` being the state so far."""
    if _ADOPTED.search(clause):
        return False
    return before or _SCENARIO.search(clause) is not None


def is_project_effect(sentence: str) -> bool:
    """Whether the sentence tells what one named project costs or brings."""
    return _PROJECT.search(sentence) is not None


def is_subsidy(sentence: str) -> bool:
    """Whether the sentence sets what is paid to firms."""
    return _SUBSIDY.search(sentence) is not None


def heading_reports(context: str | None) -> bool:
    """Whether the heading above announces a report of facts (现状, 基础) rather than aims."""
    return bool(context) and _FACT_HEADING.search(context or "") is not None and not _AIM_HEADING.search(context or "")
