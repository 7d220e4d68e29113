"""The sample plans are reproducible, are what the repository holds, and their numbers hang together."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document

from corpus.build import files
from corpus.builder.figures import total
from corpus.builder.word import write_word
from corpus.sources import PLANS, plan_module

CORPUS = Path(__file__).parents[2] / "corpus"
BUILT = dict(files())
COMPLIANT = ("compliant-a", "compliant-b")


def members(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


@pytest.mark.parametrize("name", sorted(BUILT))
def test_committed_file_is_what_the_sources_build(name: str) -> None:
    kept = (CORPUS / name).read_bytes()
    if name.endswith(".yaml"):
        assert kept == BUILT[name]
    else:
        assert members(kept) == members(BUILT[name])


@pytest.mark.parametrize("name", PLANS)
def test_second_build_is_byte_identical(name: str) -> None:
    plan = plan_module(name)
    assert write_word(plan.blocks(), plan.PROFILE, plan.TITLE) == BUILT[f"lcip-2014/{name}.docx"]


@pytest.mark.parametrize("name", PLANS)
def test_plan_has_the_length_of_a_real_one(name: str) -> None:
    document = Document(BytesIO(BUILT[f"lcip-2014/{name}.docx"]))
    body = "".join(t.text or "" for t in document.element.body.iter() if t.tag.endswith("}t"))
    assert len(re.findall(r"[\u4e00-\u9fff]", body)) >= 8000


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
