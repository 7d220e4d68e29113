"""The data file as pydantic models: which keys there are and which of them hold a list, a part or a text.

Values stay texts as written; `facts` reads them exactly and says which it could not read. The parts whose entries
rules go through (`goals`, `activities`) are declared in `facts.data_parts`; `whole` adds them to `DataFile`.
"""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

Text = str | None
Yearly = dict[int, str | None]
Named = dict[str, str | None]
Names = tuple[str, ...]


class Part(BaseModel):
    """A part of the data file: frozen, and no key that is not declared."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, defer_build=True)

    note: Text = None


class Park(Part):
    """The park itself."""

    name: Text = None
    level: Text = None
    status: Text = None
    kind: Text = None
    region: Text = None
    area: Text = None
    applicant: Text = None
    industries: Names = ()
    approved_on: Text = None
    approved_by: Text = None


class RegionTarget(Part):
    """What the park's own region must reach in the same period."""

    indicator: Text = None
    reduction: Text = None
    increase: Text = None
    base_year: Text = None
    target_year: Text = None
    region: Text = None
    source: Text = None


class Series(Part):
    """Yearly values of an indicator: park total, or one `member` of the split `dimension` (行业, 品种, 产品)."""

    indicator: Text = None
    unit: Text = None
    dimension: Text = None
    member: Text = None
    scope: Text = None
    forecast: Text = None
    scenario: Text = None
    source: Text = None
    values: Yearly = {}


class Factor(Part):
    """Conversion factors of a fuel: tonnes of coal equivalent and of CO2."""

    tce: Text = None
    tco2: Text = None


class Energy(Part):
    """Yearly consumption of a fuel."""

    fuel: Text = None
    unit: Text = None
    factor: Factor | None = None
    scope: Text = None
    forecast: Text = None
    scenario: Text = None
    source: Text = None
    values: Yearly = {}


class Emission(Part):
    """Yearly emissions of a source."""

    source: Text = None
    unit: Text = None
    scope: Text = None
    forecast: Text = None
    scenario: Text = None
    values: Yearly = {}


class Product(Part):
    """Yearly output (or another indicator) of a product."""

    name: Text = None
    industry: Text = None
    indicator: Text = None
    unit: Text = None
    source: Text = None
    values: Yearly = {}


class Level(Part):
    """The level of an indicator in a year."""

    year: Text = None
    value: Text = None


class TargetRow(Part):
    """What the park commits itself to for an indicator."""

    indicator: Text = None
    level: Text = None
    group: Text = None
    base: Level | None = None
    target: Level | None = None
    unit: Text = None
    reduction: Text = None
    increase: Text = None
    per: Text = None
    definition: Text = None
    source: Text = None
    tasks: Names = ()


class TaskRow(Part):
    """A task of the plan."""

    id: Text = None
    name: Text = None
    field: Text = None
    content: Text = None
    schedule: Text = None
    effect: Text = None
    indicators: Names = ()
    contribution: Text = None
    priority: Text = None
    owner: Text = None


class ProjectRow(Part):
    """A project of the plan."""

    id: Text = None
    name: Text = None
    type: Text = None
    owner: Text = None
    content: Text = None
    start: Text = None
    end: Text = None
    period: Text = None
    steps: Text = None
    investment: Text = None
    funding: Text = None
    effect: Text = None
    saving: Text = None
    reduction: Text = None
    task: Text = None


class Funding(Part):
    """A source of funds."""

    source: Text = None
    amount: Text = None
    share: Text = None


class FigureRow(Part):
    """A figure that comes with the plan as a file."""

    name: Text = None
    file: Text = None
    kind: Text = None


class DataFile(Part):
    """The written part of the data file. `empty` names the lists that the user declared empty (无)."""

    park: Park | None = None
    plan_date: Text = None
    construction_period: Text = None
    total_investment: Text = None
    region_targets: tuple[RegionTarget, ...] = ()
    series: tuple[Series, ...] = ()
    energy: tuple[Energy, ...] = ()
    emissions: tuple[Emission, ...] = ()
    products: tuple[Product, ...] = ()
    targets: tuple[TargetRow, ...] = ()
    tasks: tuple[TaskRow, ...] = ()
    projects: tuple[ProjectRow, ...] = ()
    funding: tuple[Funding, ...] = ()
    figures: tuple[FigureRow, ...] = ()
    empty: Names = ()
