"""The numbers of the sample plans for lcip-2014 hang together."""

from __future__ import annotations

from typing import Any

import pytest

from corpus.builder.figures import total
from corpus.sources import plan_module as module_of

COMPLIANT = ("compliant-a", "compliant-b")


def plan_module(name: str) -> Any:
    return module_of("lcip-2014", name)


@pytest.mark.parametrize("name", [*COMPLIANT, "defects"])
def test_parts_add_up(name: str) -> None:
    plan = plan_module(name)
    park = plan.PARK
    for year in range(3):
        assert total([v[year] for v in park.fuel_tce.values()]) == park.energy[year]
        assert total([v[year] for v in park.industry_energy.values()]) == park.energy[year]
        assert total([v[year] for v in park.industry_co2.values()]) == park.co2[year]
        assert total([v[year] for v in park.fuel_shares.values()]) == 100
    assert total(plan.AMOUNTS) == park.reduction
    assert total(plan.RATES) == 100


@pytest.mark.parametrize("name", [*COMPLIANT, "defects"])
def test_targets_match_their_rates_and_the_forecast(name: str) -> None:
    park = plan_module(name).PARK
    for base, goal, cut in (
        (park.carbon_intensity[2], park.carbon_target, park.carbon_cut),
        (park.energy_intensity[2], park.energy_target, park.energy_cut),
    ):
        assert abs((base - goal) / base * 100 - type(base)(cut)) < type(base)("0.1")
    assert abs(park.future_co2[3] / park.future_value_added[3] - park.carbon_target) < type(park.carbon_target)("0.001")
    assert 1.7 < float(park.co2[2] / park.energy[2]) < 3.2


@pytest.mark.parametrize("name", COMPLIANT)
def test_projects_fit_the_plan(name: str) -> None:
    plan = plan_module(name)
    tasks = {t.key: amount for t, amount in zip(plan.TASKS, plan.AMOUNTS, strict=True)}
    for task, amount in tasks.items():
        assert sum(p.co2 for p in plan.PROJECTS if p.task == task) <= amount * 10000
    for project in plan.PROJECTS:
        assert (2014, 1) <= project.start < project.end <= (2016, 12)
    assert len({p.name for p in plan.PROJECTS}) == len(plan.PROJECTS)
