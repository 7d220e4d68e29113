"""Built-ins that find when something is to come about: the year of an event, for the park itself or for its region.

A plan names other years beside its own: the nation's, the region's, an enterprise's, those of a scenario that is not
adopted, those in the titles of documents. Clause by clause the words before the event say whose year it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Literal, NamedTuple

from plancheck.core.lazy_pattern import lazy_pattern
from plancheck.core.location import Evidence
from plancheck.facts.fold import fold
from plancheck.facts.model import Mention, Passage
from plancheck.facts.passages import CELL_GAP
from plancheck.facts.times import TimeSpan, read_times
from plancheck.judgement.builtins.arguments import Arguments
from plancheck.judgement.builtins.regions import region_of
from plancheck.judgement.context import Context
from plancheck.judgement.values import Items, Num, Value

Owner = Literal["park", "region", "nation", "part"]

_OWNERS: tuple[tuple[Owner, re.Pattern[str]], ...] = (
    ("nation", lazy_pattern(r"全国|我国|国家(?!级|高新|经开|经济技术|生态)|国务院|党中央|中央|世界|全球|全社会")),
    ("region", lazy_pattern(r"[全我本该]?(?:省|自治区)(?!级)|[全我本该]市|[一-鿿]{1,4}(?:市|县)(?![场级政民区])|(?:所在|本|该)(?:地区|区域|城市)|地区|上级")),
    ("part", lazy_pattern(r"企业|公司|集团|行业|领域|单位(?!工业|地区|产|增|面积|GDP|生产)|项目|片区|分园|电厂|化工厂|钢厂|装置|部门")),
    ("park", lazy_pattern(r"园区|本区|全区|我区|开发区|高新区|经开区|示范区|产业园|工业园|集中区|集聚区|本方案")),
)  # fmt: skip
_DEMANDED = re.compile(
    r"(?:[省市县州]|上级|地区)(?:政府|里|委)?[^，。；]{0,14}(?:要求|下达|明确|规定|核定)[^，。；]{0,6}(?:园区|[本我]区|开发区|高新区|经开区)"
)
_COMPARED = re.compile(
    r"(?:先于|早于|提前于|不晚于|不迟于|优于|快于|比|较|与|于|按照?|根据|落实|完成|对照|依据|结合|围绕|作为|为)$"
)
_BASELINE = re.compile(r"基准|基线|照常|惯性|常规|趋势|冻结|自然|BAU|现有强度|现状")
_SCENARIO = re.compile(r"([一-鿿A-Z]{1,8})情景|若(?:保持|维持|延续|按)")
_TITLE = re.compile(r"《[^《》]*》")
_LINK = re.compile(
    r"(?:的)?(?:时间|年份|年度|年|节点|目标)?(?:节点)?(?:初步|暂)?(?:确定|设定|定|出现|预计|预期|选定|明确)?(?:为|是|在|于|到)?[:(]?\s*(?:力争|到|于|在|约)?"
)
_BOUND_AFTER = re.compile(r"\s*(?:底|末)?(?:之前|以前|前|及以前)")
_BOUND_BEFORE = re.compile(r"(?:不晚于|不迟于|最迟|最晚|至迟)[^，。；]{0,4}$")
_BARE = re.compile(
    r"(?:力争|确保|争取|预计|计划|并|而|则|即|其中|努力|到|在|于|至|自|从|前后|左右|年|底|末|前|之|以|初|：|:|\s)*"
)
_TOPIC_BEFORE = re.compile(r"(?:对|关于|就|围绕|针对)[^，。；、]{0,6}$")
_TOPIC_AFTER = re.compile(
    r"(?:的)?(?:情况|工作|进展|成效|任务|方案|计划|行动|试点|示范|项目|考核|评估|培训|宣传|领导|管理|平台|专家|数据|路线|路径|情景|指标|要求|规划|意见|政策|知识|目标(?:完成|责任|评估|考核|分解))"
)
_SLOGAN = re.compile(r"奠定|打下|打好|贡献|助力|支撑")
_STOPS = "，；。,;！？!?|"
_LABEL = re.compile(r"年份|时间|年度|达峰年|节点")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")


class _Found(NamedTuple):
    year: int
    firm: Literal["exact", "bound", "scenario", "loose"]
    evidence: Evidence


def event_years(context: Context, args: Arguments) -> Value:
    """The years in which the plan says that an event comes about: the park's own (or, `whose: 地区`, its region's).

    An exact year speaks before a bound (2030年前), which stays in the list only where an exact year lies beyond it; a
    year of an adopted scenario speaks where no sentence states one plainly. What only a part of the park (an enterprise,
    a sector) reaches, or a five-year period, is doubtful.
    """
    wanted: Owner = "region" if args.word("whose") == "地区" else "park"
    found = list(_statements(context, args, wanted))
    exact = [f for f in found if f.firm == "exact"] or _one_scenario(found)
    bounds = sorted((f for f in found if f.firm == "bound"), key=lambda f: f.year)
    sure = exact + [b for b in bounds if any(b.year < e.year for e in exact)] if exact else bounds[:1]
    rest = [] if sure else [f for f in found if f.firm in ("loose", "scenario")]
    terms = "、".join(context.title(e) for e in args.entities("terms"))
    return Value(Items(_values(sure), _values(rest)), (), (f"没有写明{terms}的具体年份",), _looked(context, args))


def _one_scenario(found: list[_Found]) -> list[_Found]:
    adopted = [f for f in found if f.firm == "scenario"]
    return adopted if len({f.year for f in adopted}) == 1 else []


def _values(found: list[_Found]) -> tuple[Value, ...]:
    """One value a year, with all its evidence, in the order of the years."""
    places: dict[int, list[Evidence]] = {}
    for item in found:
        places.setdefault(item.year, []).append(item.evidence)
    years = sorted(places.items())
    return tuple(Value(Num(Fraction(y), Fraction(y)), tuple(dict.fromkeys(e))[:3]) for y, e in years)


def _looked(context: Context, args: Arguments) -> tuple[Evidence, ...]:
    hits = [m for e in args.entities("terms") for m in context.facts.mentions.get(e.key, ())]
    return tuple(dict.fromkeys(context.facts.passages[m.passage].evidence for m in hits))[:3]


def _statements(context: Context, args: Arguments, wanted: Owner) -> Iterator[_Found]:
    region = region_of(context, args)
    seen: set[tuple[int, int]] = set()
    for entity in args.entities("terms"):
        for mention in context.facts.mentions.get(entity.key, ()):
            passage = context.facts.passages[mention.passage]
            place = (mention.passage, mention.start)
            if mention.polarity != "affirmed" or mention.weak or place in seen or region.holds(passage) is not True:
                continue
            seen.add(place)
            yield from _stated(passage, mention, wanted)


def _stated(passage: Passage, mention: Mention, wanted: Owner) -> Iterator[_Found]:
    text = fold(passage.text)
    if len(text) != len(passage.text):
        return
    if passage.kind == "row":
        year = _in_row(text, mention)
        if year is not None and wanted == "park":
            yield _Found(year, "exact", passage.evidence)
        return
    if _TOPIC_AFTER.match(text, mention.end) or _TOPIC_BEFORE.search(text[: mention.start]):
        return  # 2028年对达峰情况作评估: spoken of, not said to come about
    titles = [m.span() for m in _TITLE.finditer(text)]
    if any(a <= mention.start < b for a, b in titles):
        return
    times = [t for t in read_times(text) if not any(a <= t.start < b for a, b in titles)]
    time = _time_of(text, mention, [t for t in times if t.kind != "anchor"])
    if time is None:
        return
    owner = _owner(text, min(mention.start, time.start), mention)
    if owner == "park" and _is_slogan(text, time, mention):
        owner = "nation"
    firm = _firmness(text, time, mention, titles)
    if firm is None or owner not in (wanted, "part") or (owner == "part" and wanted == "region"):
        return
    yield _Found(time.end_year, "loose" if owner == "part" else firm, passage.evidence)


def _in_row(text: str, mention: Mention) -> int | None:
    """The last year in the cells after a cell that asks for the year of the event (达峰年份 | 年 | 2028)."""
    start = text.rfind(CELL_GAP.strip(), 0, mention.start) + 1
    stop = text.find(CELL_GAP.strip(), mention.end)
    if stop < 0 or not _LABEL.search(text[start:stop]):
        return None
    years = _YEAR.findall(text[stop:])
    return int(years[-1]) if years else None


def _time_of(text: str, mention: Mention, times: list[TimeSpan]) -> TimeSpan | None:
    """The time that goes with an event: right after it (达峰时间为2028年), else the last before it in its clause, else
    one that stands alone in the clause before (到2028年，…达到峰值), or before a clause that begins with the event."""
    for time in times:
        if time.start >= mention.end and _LINK.fullmatch(text[mention.end : time.start]):
            return time
    before = [t for t in times if t.end <= mention.start]
    if not before:
        return None
    last = before[-1]
    between = text[last.end : mention.start]
    stops = [i for i, c in enumerate(between) if c in _STOPS]
    if not stops:
        return last
    if len(stops) > 1 or between[stops[0]] not in "，,":
        return None
    begins = max(text.rfind(c, 0, last.start) for c in _STOPS) + 1
    alone = _BARE.fullmatch(text[begins : last.start]) and _BARE.fullmatch(between[: stops[0]])
    follows = _BARE.fullmatch(between[stops[0] + 1 :])
    return last if alone or follows else None


def _owner(text: str, at: int, mention: Mention) -> Owner:
    """Whose event it is: the last owner named in its clause up to it, else in the sentence (the park's own first)."""
    begin = max(text.rfind(c, 0, at) for c in "；。;") + 1
    clause = max(text.rfind(c, 0, mention.start) for c in _STOPS) + 1
    named: list[tuple[int, Owner]] = []
    for owner, pattern in _OWNERS:
        for match in pattern.finditer(text, begin, mention.start):
            compared = owner in ("nation", "region") and _COMPARED.search(text[begin : match.start()])
            if not compared:
                named.append((match.end(), owner))
    if _DEMANDED.search(text, clause, mention.start):
        return "region"  # 市里要求园区2029年达峰
    here = [n for n in named if n[0] > clause]
    if here:
        return max(here)[1]
    if any(owner == "park" for _, owner in named):
        return "park"
    return max(named)[1] if named else "park"


def _is_slogan(text: str, time: TimeSpan, mention: Mention) -> bool:
    """A year that the nation has set and the sentence only refers to: 为2030年前碳达峰奠定基础; …、2060年前碳中和."""
    stop = min((p for c in "，；。" if (p := text.find(c, mention.end)) >= 0), default=len(text))
    for_others = re.search(r"为[^，。；]{0,10}$", text[: time.start]) is not None
    return (for_others and _SLOGAN.search(text, mention.end, stop) is not None) or (
        time.end_year == 2030 and "2060" in text[mention.end : mention.end + 20]
    )


def _firmness(
    text: str, time: TimeSpan, mention: Mention, titles: list[tuple[int, int]]
) -> Literal["exact", "bound", "scenario", "loose"] | None:
    if time.kind == "fyp":
        return "loose"
    scenarios = [
        m for m in _SCENARIO.finditer(text, 0, mention.start) if not any(a <= m.start() < b for a, b in titles)
    ]
    if scenarios:
        return None if _BASELINE.search(scenarios[-1].group()) or scenarios[-1].group(1) is None else "scenario"
    bound = _BOUND_AFTER.match(text, time.end) or _BOUND_BEFORE.search(text[: time.start])
    return "bound" if bound else "exact"


BUILTINS: dict[str, Callable[[Context, Arguments], Value]] = {"event_years": event_years}
