"""One project from the texts of its fields: the eight fields as facts, its effects, and whether it is engineering."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from plancheck.core.lazy_pattern import lazy_pattern
from plancheck.core.location import Evidence
from plancheck.core.quantity import Quantity
from plancheck.facts.cell_facts import period_fact, quantity_fact, text_fact
from plancheck.facts.lexicon import squeeze
from plancheck.facts.model import Fact, Period, Project, Status
from plancheck.facts.quantities import read_quantities

FieldFact = Fact[str] | Fact[Period] | Fact[Quantity]
TEXT_FIELDS = ("项目类型", "项目名称", "实施主体", "主要内容", "投资方式", "预期效果", "所属任务", "实施计划")
_BARE_NUMBER = lazy_pattern(r"[0-9][0-9,]*(?:\.[0-9]+)?(?![0-9,.]*\s*[0-9万亿元%％年月家项个])")
_END_ONLY = ("完成", "竣工", "节点", "投产", "建成", "达产")
_SOFT = lazy_pattern(r"能力建设|政策|制度|培训|宣传|机制|软课题|课题|非工程|标准体系")
_SOFTER = lazy_pattern(r"管理|研究|统计")  # also part of what engineering is called: 能源管理中心, 低碳管理类
_HARD = lazy_pattern(r"工程|改造|平台|系统|中心|装置|设备|管网|电站|机组|生产线|基地|建设项目")
_NAME_NOISE = re.compile(r"[“”\"'‘’《》〈〉「」\s]")
_EFFECT_UNITS = {"节能量": ("tce", "节能"), "减碳量": ("tCO2", "减碳")}
_WORTH = frozenset({"tce", "kgce", "t", "tCO2", "kgCO2", "tCO2e", "kWh", "MWh", "m3", "GJ", "%", "pp"})


class RawField(NamedTuple):
    """What stands for a field: its text, place, the unit of its header or note, and the header that named it."""

    text: str
    evidence: Evidence
    unit: str | None = None
    alias: str = ""
    weak: bool = False


def name_key(name: str) -> str:
    """What two spellings of one project's name have in common: quotation marks and blanks do not count."""
    return _NAME_NOISE.sub("", squeeze(name)).strip("：:。，,；;.")


def build_project(name: str, raw: Mapping[str, RawField], evidence: tuple[Evidence, ...]) -> Project:
    """A project from its raw fields (canonical names; also 开始时间, 结束时间, 节能量, 减碳量)."""
    fields: dict[str, FieldFact] = {}
    for field in TEXT_FIELDS:
        if field in raw:
            status, reason = _firmness(field, raw[field])
            said = _with_unit(raw[field]) if field == "投资方式" else raw[field].text
            fields[field] = text_fact(said, raw[field].evidence, status=status, reason=reason)
    if "投资额" in raw:
        item = raw["投资额"]
        status, reason = _firmness("投资额", item)
        fields["投资额"] = quantity_fact(
            item.text, item.evidence, item.unit, as_unit="CNY", status=status, reason=reason
        )
    period = _period(raw)
    if period is not None:
        fields["项目起止时间"] = period
    effects = list(_effects(raw))
    _join_effects(raw, fields)
    return Project(name, MappingProxyType(fields), evidence, tuple(effects), engineering=is_engineering(name, fields))


def _with_unit(item: RawField) -> str:
    """The sources of funds with the unit of their column (资金来源（亿元）: 自筹0.38、贷款0.22) after each bare number."""
    if item.unit is None or "元" not in item.unit:
        return item.text
    return _BARE_NUMBER.sub(lambda m: m.group() + (item.unit or ""), item.text)


def is_engineering(name: str, fields: Mapping[str, FieldFact]) -> bool:
    """False for capacity building, policy and management without investment (they need no funds and no dates)."""
    investment = fields.get("投资额")
    if investment is not None and investment.status not in ("blank",):
        value = investment.value
        if not (isinstance(value, Quantity) and value.value == 0):
            return True
    kind = fields.get("项目类型")
    said = kind.value if kind is not None and isinstance(kind.value, str) else name
    if _SOFT.search(said):
        return False
    return _SOFTER.search(said) is None or _HARD.search(name) is not None


def _firmness(field: str, raw: RawField) -> tuple[Status, str]:
    if raw.weak:
        return "resembles", f"表头写的是“{raw.alias}”，与“{field}”只是相近。"
    return "stated", ""


def _period(raw: Mapping[str, RawField]) -> Fact[Period] | None:
    begin, finish = raw.get("开始时间"), raw.get("结束时间")
    whole = raw.get("项目起止时间") or (raw.get("实施计划") if begin is None and finish is None else None)
    if whole is not None:
        status, reason = _firmness("项目起止时间", whole)
        fact = period_fact(
            whole.text, whole.evidence, end_only=any(w in whole.alias for w in _END_ONLY), status=status, reason=reason
        )
        if fact.value is not None or (begin is None and finish is None):
            return fact
    if begin is None and finish is None:
        return None
    return join_dates(
        period_fact(begin.text, begin.evidence) if begin else None,
        period_fact(finish.text, finish.evidence) if finish else None,
    )


def join_dates(first: Fact[Period] | None, last: Fact[Period] | None) -> Fact[Period] | None:
    """One span from a fact of the start and one of the end."""
    given = [fact for fact in (first, last) if fact is not None]
    if not given:
        return None
    evidence = tuple(e for fact in given for e in fact.evidence)
    bad = next((fact for fact in given if fact.status == "unreadable"), None)
    if bad is not None:
        return Fact(None, evidence, "unreadable", bad.reason)
    start = (first.value.start or first.value.end) if first is not None and first.value is not None else None
    end = (last.value.end or last.value.start) if last is not None and last.value is not None else None
    if start is None and end is None:
        return Fact(None, evidence, "blank", given[0].reason)
    return Fact(Period(start, end), evidence)


def _effects(raw: Mapping[str, RawField]) -> list[Fact[Quantity]]:
    found: list[Fact[Quantity]] = []
    item = raw.get("预期效果")
    if item is not None:
        for span in read_quantities(item.text, unit=item.unit):
            if span.quantity.unit.split("/")[0] in _WORTH:
                place = Evidence(item.evidence.location.at_span(span.start, span.end), span.text, span.quantity.show())
                found.append(Fact(span.quantity, (place,), "resembles" if item.weak else "stated"))
    for name, (unit, _) in _EFFECT_UNITS.items():
        item = raw.get(name)
        if item is None:
            continue
        fact = quantity_fact(item.text, item.evidence, item.unit)
        if fact.value is not None:
            found.append(Fact(as_substance(fact.value, unit), fact.evidence, fact.status, fact.reason))
    return found


def as_substance(quantity: Quantity, unit: str) -> Quantity:
    """Plain tonnes in a column of saved coal equivalent or of CO2 are tonnes of that."""
    if quantity.unit in ("t", "t/a"):
        return Quantity(
            quantity.value,
            unit,
            quantity.low,
            quantity.high,
            quantity.comparator,
            quantity.approx,
            quantity.text,
            quantity.step,
        )
    return quantity


def _join_effects(raw: Mapping[str, RawField], fields: dict[str, FieldFact]) -> None:
    """Where amounts of saving or reduction have columns of their own, they are the expected effect."""
    stated = fields.get("预期效果")
    if stated is not None and stated.status != "blank":
        return
    parts: list[str] = []
    evidence: list[Evidence] = []
    asked = False
    for name in _EFFECT_UNITS:
        item = raw.get(name)
        if item is None:
            continue
        asked = True
        evidence.append(item.evidence)
        fact = text_fact(item.text, item.evidence)
        if fact.value is not None:
            bare = fact.value.replace(",", "").replace(".", "").isdigit()
            parts.append(f"{name}{fact.value}{item.unit or '' if bare else ''}")
    if parts:
        fields["预期效果"] = Fact("；".join(parts), tuple(evidence))
    elif asked and stated is None:
        fields["预期效果"] = Fact(None, tuple(evidence), "blank", "这一格没有填写内容。")
