"""Pieces of a data file made from a park's numbers, with the keys of the data contract."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from corpus.sources.model import YEARS, Fuel, Indicator, Park, Project, SubTask


def series_part(
    indicator: str, unit: str, yearly: Sequence[Decimal | str], years: Sequence[int] = YEARS
) -> dict[str, Any]:
    """Yearly values of an indicator."""
    return {"indicator": indicator, "unit": unit, "values": {y: float(v) for y, v in zip(years, yearly, strict=True)}}


def energy_part(fuel: Fuel) -> dict[str, Any]:
    """A fuel in its plain unit (without 万), factors per that unit."""
    amounts = {y: round(float(a) * fuel.scale) for y, a in zip(YEARS, fuel.amounts, strict=True)}
    factor = {"tce": float(fuel.tce), "tco2": float(fuel.co2)}
    return {"fuel": fuel.name, "unit": fuel.unit.removeprefix("万"), "values": amounts, "factor": factor}


def overall_targets(park: Park) -> list[dict[str, Any]]:
    """The two overall targets."""
    carbon = (park.carbon_intensity[2], park.carbon_target, park.carbon_cut)
    energy = (park.energy_intensity[2], park.energy_target, park.energy_cut)
    names = (("单位工业增加值二氧化碳排放", "吨二氧化碳/万元", carbon), ("单位工业增加值能耗", "吨标准煤/万元", energy))
    return [
        {
            "indicator": name,
            "level": 1,
            "base": {"year": 2012, "value": float(base)},
            "target": {"year": 2016, "value": float(goal)},
            "unit": unit,
            "reduction": f"{cut}%",
        }
        for name, unit, (base, goal, cut) in names
    ]


def third_targets(indicators: Sequence[Indicator]) -> list[dict[str, Any]]:
    """The third-level indicators (those with numbers)."""
    return [
        {
            "indicator": i.name,
            "level": 3,
            "group": i.group,
            "base": {"year": 2012, "value": float(i.base)},
            "target": {"year": 2016, "value": float(i.target)},
            "unit": i.unit,
        }
        for i in indicators
    ]


def task_part(tasks: Sequence[SubTask], rates: Sequence[Decimal]) -> list[dict[str, Any]]:
    """The sub-tasks with their indicator and contribution."""
    return [
        {"id": t.key, "name": t.name, "indicators": [t.indicator], "contribution": f"{rate}%"}
        for t, rate in zip(tasks, rates, strict=True)
    ]


def project_part(project: Project, investment: str | None) -> dict[str, Any]:
    """A project; without `investment` the key is left out."""
    part: dict[str, Any] = {
        "name": project.name,
        "type": project.kind,
        "owner": project.owner,
        "content": project.content,
        "start": f"{project.start[0]}-{project.start[1]:02}",
        "end": f"{project.end[0]}-{project.end[1]:02}",
    }
    if investment is not None:
        part["investment"] = investment
    part |= {"funding": project.funding, "effect": project.effect}
    return part | {"reduction": f"{project.co2} 吨二氧化碳", "task": project.task}
