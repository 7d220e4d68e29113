"""What the data file states, in the types of the plan's own facts. Keys count from 1: `projects[1].investment`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from pydantic import BaseModel

from plancheck.core.quantity import Quantity
from plancheck.core.vocabulary import Vocabulary
from plancheck.facts.data_parts import Field, top_fields
from plancheck.facts.model import Fact, Period, Point, SubmissionFacts
from plancheck.submission.entries import read_entries, read_value, unread_values
from plancheck.submission.evidenced import Source
from plancheck.submission.load import Submission
from plancheck.submission.model import Emission, Energy, Product, Series
from plancheck.submission.rows import project, region_target, target, task
from plancheck.submission.values import Problem, read_flag, read_quantity, surface, unify

AnyFact = Fact[str] | Fact[Quantity] | Fact[Period] | Fact[bool]
ENERGY = ("能源消费量", "能源消费总量", "综合能源消费量", "综合能源消费总量")
EMISSIONS = ("二氧化碳排放量", "二氧化碳排放总量", "碳排放总量", "碳排放量")
OUTPUT = ("产量", "产品产量")
_LEVELS = {
    "national": "national", "国家级": "national", "国家": "national", "provincial": "provincial", "省级": "provincial",
    "自治区级": "provincial", "直辖市级": "provincial", "municipal": "municipal", "市级": "municipal", "地市级": "municipal",
    "county": "county", "县级": "county", "区县级": "county", "县区级": "county",
}  # fmt: skip
_STATUSES = {
    "built": "built", "已建成": "built", "建成": "built", "已命名": "built", "已验收": "built",
    "under-construction": "under-construction", "在建": "under-construction", "建设中": "under-construction",
    "创建中": "under-construction", "已批准建设": "under-construction",
    "proposed": "proposed", "拟建": "proposed", "拟开展": "proposed", "申报": "proposed", "申报中": "proposed", "拟创建": "proposed",
}  # fmt: skip
_INDEX = re.compile(r"\[\d+\]")
_DATES = frozenset({"plan_date", "park.approved_on"})
_QUANTITIES = {
    "park.area": (None, ("km2",)), "total_investment": (None, ("CNY", "USD")), "funding.amount": (None, ("CNY", "USD")),
    "funding.share": (None, ("%",)),
}  # fmt: skip


def submission_facts(submission: Submission, vocabulary: Vocabulary) -> SubmissionFacts:
    """The facts of a data file; indicator names are matched to the vocabulary by exact folded name or alias.

    `entries` holds the declared parts. `values` holds every further value under its key (`park.name`,
    `total_investment`, `organization.lead.name`); a list that the user declared empty is there as the text 无.
    """
    source, model = Source(submission, vocabulary), submission.model
    stated = SubmissionFacts(
        projects=tuple(project(source, row, f"projects[{i}]") for i, row in enumerate(model.projects, 1)),
        targets=tuple(target(source, row, f"targets[{i}]") for i, row in enumerate(model.targets, 1)),
        points=tuple(_points(source)),
        tasks=tuple(task(source, row, f"tasks[{i}]") for i, row in enumerate(model.tasks, 1)),
        region_targets=tuple(
            region_target(source, row, f"region_targets[{i}]") for i, row in enumerate(model.region_targets, 1)
        ),
    )
    values, entries = _values(source), read_entries(source)  # values: what has not become a fact above
    unread = tuple(unread_values(submission, values, entries))
    return replace(stated, values=values, entries=entries, unread=unread)


def _points(source: Source) -> Iterator[Point]:
    model = source.submission.model
    for i, row in enumerate(model.series, 1):
        source.used |= {f"series[{i}].{k}" for k in ("indicator", "unit", "dimension", "member", "scope", "scenario")}
        yield from _yearly(source, f"series[{i}]", row, (row.indicator or "",), (row.dimension, row.member))
    for i, fuel in enumerate(model.energy, 1):
        source.used |= {f"energy[{i}].{k}" for k in ("fuel", "unit", "scope", "scenario")}
        yield from _yearly(source, f"energy[{i}]", fuel, ENERGY, ("品种", fuel.fuel), substance=False)
    for i, emission in enumerate(model.emissions, 1):
        source.used |= {f"emissions[{i}].{k}" for k in ("source", "unit", "scope", "scenario")}
        yield from _yearly(source, f"emissions[{i}]", emission, EMISSIONS, ("来源", emission.source), usual="tCO2")
    for i, product in enumerate(model.products, 1):
        source.used |= {f"products[{i}].{k}" for k in ("indicator", "unit")}
        names = (product.indicator,) if product.indicator else OUTPUT
        yield from _yearly(source, f"products[{i}]", product, names, ("产品", product.name), substance=False)


def _yearly(
    source: Source,
    key: str,
    row: Series | Energy | Emission | Product,
    names: tuple[str, ...],
    split: tuple[str | None, str | None],
    *,
    usual: str | None = None,
    substance: bool = True,
) -> Iterator[Point]:
    """One point a year. `names` are what the vocabulary may call the indicator; `substance` lets it tell which tonnes."""
    canonical = next((c for c in map(source.canonical, names) if c is not None), None)
    if usual is None and substance:
        usual = source.usual_unit(canonical)
    written = getattr(row, "forecast", None)
    flag = read_flag(written) if written is not None else False
    source.used.add(f"{key}.forecast")
    for year, text in sorted(row.values.items()):
        value = source.quantity(f"{key}.values.{year}", text, row.unit, usual=usual)
        if value is None:
            continue
        if isinstance(flag, Problem):
            value = replace(value, status="resembles", reason=f"不知道是不是预测值：{flag.reason}")
        yield Point(
            names[0], canonical, year, value, *split,
            getattr(row, "scope", None), flag is True, getattr(row, "scenario", None), "data",
        )  # fmt: skip


def _values(source: Source) -> Mapping[str, AnyFact]:
    found: dict[str, AnyFact] = {}
    model = source.submission.model
    for i, row in enumerate(model.energy, 1):
        if row.factor is not None:
            for name, unit in (("tce", "tce"), ("tco2", "tCO2")):
                fact = _factor(source, f"energy[{i}].factor.{name}", getattr(row.factor, name), unit, row.unit)
                if fact is not None:
                    found[f"energy[{i}].factor.{name}"] = fact
    for name in model.empty:
        found[name] = Fact("无", (source.evidence(name, "无"),))
    declared = {field.key: field for field in top_fields()}
    for key, text in _leaves(model, ""):
        field = declared.get(_INDEX.sub("", key).partition(".")[0])
        if field is not None:
            fact_ = _declared_value(source, field, key, text)
        else:
            fact_ = None if key in source.used or key.startswith("empty") else _value(source, key, text)
        if fact_ is not None:
            found[key] = fact_
    return MappingProxyType(found)


def _declared_value(source: Source, field: Field, key: str, text: str) -> AnyFact | None:
    """A value of a part that stands once, by its dotted key; what lists hold is in the entries."""
    for step in key.split(".")[1:]:
        if field.part is None or field.kind != "part" or "[" in step:
            return None
        field = field.part.field(step)
    return read_value(source, field, key, text, None) if field.kind not in ("parts", "amounts") else None


def _value(source: Source, key: str, text: str) -> AnyFact | None:
    kind = _INDEX.sub("", key)
    if kind in _DATES:
        return source.date(key, text)
    if kind == "construction_period":
        return source.period(key, text)
    if kind == "park.level":
        return source.read(
            key,
            text,
            lambda t: _LEVELS.get(unify(t).lower()) or Problem(f"“{t}”不是园区级别，请写国家级、省级、市级或县级"),
        )
    if kind == "park.status":
        return source.read(
            key,
            text,
            lambda t: _STATUSES.get(unify(t).lower()) or Problem(f"“{t}”不是建设状态，请写已建成、在建或拟建"),
        )
    if kind in _QUANTITIES:
        unit, kinds = _QUANTITIES[kind]
        return source.quantity(key, text, unit, kinds)
    return source.text(key, text)


def _factor(source: Source, key: str, text: str | None, numerator: str, row_unit: str | None) -> Fact[Quantity] | None:
    """A conversion factor. A bare number is per tonne for a mass, else per the row's unit as written (万千瓦时)."""
    known = surface(row_unit or "")

    def reader(t: str) -> Quantity | Problem:
        stated = read_quantity(t, "倍")
        if isinstance(stated, Problem) or stated.unit != "x":
            return read_quantity(t)
        if known is None:
            return Problem(f"“{t}”没有写单位，能源的单位也没有写明")
        per = Quantity(stated.value, f"{numerator}/{known[0]}", text=stated.text, step=stated.step)
        if known[0] in ("t", "kg") or known[1] == 1 or stated.value is None:
            return per
        return replace(per, value=stated.value / known[1], step=(stated.step or 1) / known[1])

    return source.read(key, text, reader, Quantity.show)


def _leaves(part: BaseModel, at: str) -> Iterator[tuple[str, str]]:
    """Every text of a part with its key; yearly values are points and left out."""
    for name in type(part).model_fields:
        value, key = getattr(part, name), f"{at}.{name}" if at else name
        if isinstance(value, str):
            yield key, value
        elif isinstance(value, BaseModel):
            yield from _leaves(value, key)
        elif isinstance(value, dict):
            yield from ((f"{key}.{k}", v) for k, v in value.items() if isinstance(k, str) and isinstance(v, str))
        elif isinstance(value, tuple):
            for i, item in enumerate(value, 1):
                if isinstance(item, BaseModel):
                    yield from _leaves(item, f"{key}[{i}]")
            names = [item for item in value if isinstance(item, str)]
            if names:
                yield key, "、".join(names)
