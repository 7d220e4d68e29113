"""What a row and a column of a yearly table stand for together: indicator, member of a split (fuel, industry), scope, total."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from plancheck.core.lazy_pattern import lazy_pattern
from plancheck.facts.labels import Label, split_label, without_years
from plancheck.facts.lexicon import Lexicon, Lexicons, Match, groups_of, squeeze
from plancheck.facts.value_columns import SCENARIO

SPLIT_COLUMNS = {"能源品种": "品种", "所属行业": "行业", "产品名称": "产品", "排放源": "来源", "企业": "企业"}
_TOTAL = re.compile(
    r"^(?:园区|全园区|全部|能源|能耗|消费|排放)?(?:合计|总计|共计|总量|小计|总和|汇总|总合计|总消费量|总排放量|总额|全园区|园区)(?:值|量)?$"
)
_SCOPE = (
    ("规模以上", re.compile(r"规模以上|规上|规模工业")),
    ("工业", re.compile(r"^(?:园区)?工业(?=能|综合能|二氧化碳|碳排放|CO2|企业能)")),
    ("全社会", re.compile(r"全社会")),
)
_BASIS = re.compile(r"((?:19|20)\d\d)年?(?:度)?的?(?:不变|可比)?价|当年价|现价|可比价|不变价|当量值|等价值")
_SCENARIO = re.compile(r"情景|^(?:高|中|低)方案")
_INDUSTRY_END = lazy_pattern(r"(?:行业|产业|制造业|加工业|供应业|制品业|冶炼业|工业|业)$")
_QUALIFIER_NOISE = lazy_pattern(
    r"园区|全区|本区|开发区|高新区|试点|年度?|工业|规模以上|规上|全社会|区内|企业|其中|的|总|主要|全部|实现|完成"
)
_SAID = (
    ("品种", re.compile(r"分品种|品种|能源结构|能源消费结构|能源构成|能源消费构成|用能结构")),
    ("行业", re.compile(r"分行业|各行业|行业构成|行业结构|行业分布|主要行业|行业")),
    ("产品", re.compile(r"产品")),
    ("来源", re.compile(r"排放源|排放来源|排放构成")),
)
_ENERGY = re.compile(r"能源消费|能耗|能源消耗|用能|能源利用|能源结构|能源构成|能源品种|能源使用")
_CARBON = re.compile(r"碳排放|二氧化碳|CO2|排放量|温室气体")
_ENERGY_MEASURES = frozenset({"消费量", "折标量"})
_PRODUCT = re.compile(r"[^\s，。；;:：、│0-9年月度的和及与]{1,14}(?:[(（][^()（）]{1,10}[)）])?$")
_NO_PRODUCT = re.compile(r"(?:园区|全区|企业|我国|国内|主要|工业|规模以上|单位|各类|分?产品|实现|其中)*")
TOTAL_ENERGY, TOTAL_CARBON, PRODUCT_ENERGY = "能源消费总量", "二氧化碳排放总量", "单位产品能耗"


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a value counts. `indicator` is as printed; `total` marks the row of a split that adds it up."""

    indicator: str = ""
    canonical: str | None = None
    dimension: str | None = None
    member: str | None = None
    scope: str | None = None
    scenario: str | None = None
    total: bool = False
    inside: bool = False
    weak: bool = False
    printed: str = ""  # the member as the plan writes it


class TableMeaning:
    """What caption and heading say of a whole table; resolves its row labels."""

    def __init__(self, lexicons: Lexicons, said: str, label_headers: tuple[str, ...]) -> None:
        self.lexicons = lexicons
        self.said = said
        self.indicators = tuple(dict.fromkeys(m.entry.name for m in lexicons.indicators.find(said)))
        self.energy, self.carbon = bool(_ENERGY.search(said)), bool(_CARBON.search(said))
        self.dimension = next((SPLIT_COLUMNS[h] for h in label_headers if h in SPLIT_COLUMNS), None)
        self.said_dimension = next((d for d, pattern in _SAID if pattern.search(said)), None)
        if self.dimension is None and (self.said_dimension != "产品" or PRODUCT_ENERGY in self.indicators):
            self.hinted = self.said_dimension
        else:
            self.hinted = self.dimension

    def indicator_for(self, unit_dimension: str | None) -> str | None:
        """The indicator that the caption gives to rows which name none themselves, settled by the unit where several fit."""
        if self.dimension == "产品" or (self.hinted == "产品" and self.energy):
            return PRODUCT_ENERGY
        if unit_dimension == "coal-equivalent" and (self.energy or not self.carbon):
            return TOTAL_ENERGY
        if unit_dimension in ("co2", "co2e") and (self.carbon or not self.energy):
            return TOTAL_CARBON
        named = [n for n in self.indicators if n not in (TOTAL_ENERGY, TOTAL_CARBON)]
        if self.energy and self.carbon:
            return None
        if self.energy and not named:
            return TOTAL_ENERGY
        if self.carbon and not named:
            return TOTAL_CARBON
        return self.indicators[0] if len(self.indicators) == 1 else None

    def resolve(self, texts: tuple[str, ...], dimensions: tuple[str | None, ...] = ()) -> Meaning:
        """What the labels of a row (left to right) stand for, as far as they say it themselves.

        `dimensions` gives for each label the split that its column is headed by (品种, 行业, 产品, 企业), if any.
        """
        labels = [split_label(without_years(t) if len(t) < 60 else t) for t in texts if t.strip()]
        headed = dimensions if len(dimensions) == len(labels) else (None,) * len(labels)
        if "企业" in headed:  # one firm a row: its industry and products only describe it
            labels, headed = [labels[headed.index("企业")]], ("企业",)
        if not labels:
            return Meaning()
        found = Meaning(inside=any(label.inside for label in labels), scope=_scope(labels))
        for depth, label in enumerate(reversed(labels)):
            part = self._label(label, headed[len(labels) - 1 - depth])
            if part is None:
                continue
            found = _joined(found, part, innermost=depth == 0)
        if (
            not found.indicator
            and found.canonical is None
            and found.member is None
            and not found.total
            and found.scenario is None
        ):
            inner = labels[-1].core
            dimension = self.hinted
            if dimension is not None:
                return replace(found, dimension=dimension, member=inner)
            if _INDUSTRY_END.search(inner) and len(inner) <= 20:
                return replace(found, dimension="行业", member=inner)
            return replace(found, indicator=inner)
        return found

    def _label(self, label: Label, headed: str | None) -> Meaning | None:
        scenario = next((m for m in label.marks if _SCENARIO.search(m)), None)
        core = label.core
        if not core:
            return Meaning(scenario=scenario) if scenario is not None else None
        if _TOTAL.match(core):
            return Meaning(total=True, scenario=scenario)
        named = SCENARIO.search(core)
        if named is not None:
            scenario, core = named.group(1), core.replace(named.group(), "").strip("下的-—:：")
            if not core:
                return Meaning(scenario=scenario)
        if headed in ("产品", "企业"):
            exact = self.lexicons.indicators.exact(core)
            if exact is None:
                return Meaning(dimension=headed, member=core, scenario=scenario)
        found = self._under(headed, core) if headed is not None else self._named(core)
        if found is None or scenario is None:
            return found
        return replace(found, scenario=scenario)

    def _under(self, dimension: str, core: str) -> Meaning | None:
        """A name in a column headed by a split (行业, 排放源): a member of that split, known or not, or an indicator."""
        exact = self.lexicons.indicators.exact(core)
        if exact is not None and exact.how == "exact":
            return self._indicator(exact, core)
        member = self._member(core, (dimension,))
        if member is not None:
            return member
        found = self._named(core)
        if found is not None and found.canonical is not None:
            return found
        return Meaning(dimension=dimension, member=core, printed=core)

    def _named(self, core: str) -> Meaning | None:
        """The indicator or member that a name stands for."""
        exact = self.lexicons.indicators.exact(core)
        if self.hinted is not None and not (exact is not None and exact.how == "exact" and self.hinted != "产品"):
            member = self._member(core, (self.hinted,))
            if member is not None:
                return member
        if exact is not None and exact.how == "exact":
            return self._indicator(exact, core)
        member = self._member(core, ("品种", "行业", "来源"), exact_only=True)
        if member is not None:
            return member
        loose = self.lexicons.indicators.label(core, short_suffix=False)
        if loose is not None and loose.how != "weak":
            return self._indicator(loose, core)
        member = self._member(core, ("品种", "行业", "来源"))
        if member is not None:
            return member
        if loose is not None:
            return Meaning(indicator=core, canonical=loose.entry.name, weak=True)
        return None

    def _indicator(self, match: Match, core: str) -> Meaning:
        entry = match.entry
        qualifier = _QUALIFIER_NOISE.sub("", squeeze(core)[: match.start]) if match.how == "contains" else ""
        if qualifier and "产品" not in groups_of(entry, "splits"):
            part = self._member(qualifier, ("行业", "来源", "品种"))
            if part is not None and groups_of(entry, "splits"):
                return replace(part, indicator=core, canonical=entry.name)
            if len(qualifier) >= 2:
                return Meaning(core, entry.name, scope=qualifier)
        if "产品" in groups_of(entry, "splits") and core not in (entry.name, entry.title):
            bare = {
                "单位产品综合能耗",
                "产品综合能耗",
                "综合能耗",
                "主要产品能耗",
                "产品单耗",
                "单位产品电耗",
                "主要产品单耗",
            }
            if core not in bare:
                return Meaning(core, entry.name, "产品", _product_of(core, match) or core)
        return Meaning(core, entry.name)

    def _member(self, core: str, dimensions: tuple[str, ...], *, exact_only: bool = False) -> Meaning | None:
        for dimension in dimensions:
            lexicon = self.lexicons.members.get(dimension)
            match = _member_match(lexicon, core, exact_only) if lexicon is not None else None
            if match is not None:
                return Meaning(dimension=dimension, member=match.entry.name, printed=core)
        return None


def _member_match(lexicon: Lexicon, core: str, exact_only: bool) -> Match | None:
    for text in (
        core,
        re.sub(r"(?:消费量|消耗量|消费|用量|使用量|能耗|碳排放量?|排放量?|能源消费量|行业|产业)$", "", core),
    ):
        match = lexicon.exact(text) if text else None
        if match is not None:
            return match
    return None if exact_only else lexicon.label(core)


def _joined(found: Meaning, part: Meaning, *, innermost: bool) -> Meaning:
    """The meaning with what an outer label adds to it."""
    return Meaning(
        found.indicator or part.indicator,
        found.canonical or (part.canonical if not found.indicator else None),
        found.dimension or (part.dimension if not found.total else None),
        found.member or (part.member if not found.total else None),
        found.scope or part.scope,
        found.scenario or part.scenario,
        found.total or (part.total and innermost),
        found.inside,
        found.weak or (part.weak and found.canonical is None),
        found.printed or (part.printed if not found.total else ""),
    )


def _scope(labels: list[Label]) -> str | None:
    words = [scope_of("", label.core) for label in labels]
    words += [scope_of("", mark) for label in labels for mark in label.marks if len(mark) <= 6]
    return next((w for w in words if w is not None), None)


def scope_of(before: str, name: str) -> str | None:
    """What narrows an indicator: 规模以上, 全社会, or 工业 in front of energy or emissions."""
    for word, pattern in _SCOPE:
        if pattern.search(name) or (word == "规模以上" and pattern.search(before)):
            return word
    return None


def basis_of(labels: tuple[str, ...]) -> str | None:
    """The price or conversion basis that a label states (可比价, 当量值)."""
    for text in labels:
        for mark in split_label(text).marks:
            basis = basis_in(mark)
            if basis is not None:
                return basis
    return None


def basis_in(text: str) -> str | None:
    """The first price or conversion basis named in a text; prices of a year are called alike (2010年价)."""
    hit = _BASIS.search(text)
    if hit is None:
        return None
    return f"{hit.group(1)}年价" if hit.group(1) else hit.group()


def _product_of(core: str, match: Match) -> str:
    return product_in(core[: match.start]) if len(squeeze(core)) == len(core) else ""


def product_in(before: str) -> str:
    """The product that is named right before its indicator (乙烯 of 乙烯单位产品综合能耗), "" where none is."""
    name = _PRODUCT.search(before)
    product = name.group() if name is not None else ""
    return "" if _NO_PRODUCT.fullmatch(product) else product


def column_indicator(lexicons: Lexicons, name: str) -> tuple[str, str | None, bool]:
    """What the header of a value column says beyond its year: (text, canonical indicator, whether it is a share)."""
    if not name:
        return "", None, False
    series = lexicons.columns.get("series")
    measure = series.exact(name) if series is not None else None
    if measure is not None and measure.entry.name == "占比":
        return name, None, True
    exact = lexicons.indicators.exact(name)
    if exact is not None and exact.how == "exact":
        return name, exact.entry.name, False
    if measure is not None and measure.entry.name in _ENERGY_MEASURES:
        return name, TOTAL_ENERGY, False
    if measure is not None and measure.entry.name == "排放量":
        return name, TOTAL_CARBON, False
    loose = lexicons.indicators.label(name, short_suffix=False)
    return name, (loose.entry.name if loose is not None and loose.how != "weak" else None), False
