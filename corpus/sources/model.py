"""The numbers of an invented park: energy, emissions, intensities, targets and forecast computed from a few inputs.

Amounts: energy in 万吨标准煤, emissions in 万吨二氧化碳, value added in 亿元, intensities per 万元. Every number is
rounded once, to what the plan prints, and later numbers are computed from the printed ones.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from corpus.builder.figures import exact, rounded, shares, split, total

YEARS = (2010, 2011, 2012)
FUTURE = (2013, 2014, 2015, 2016)
TRIPLE = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Fuel:
    """A fuel: physical unit, factors per unit (tce and tCO2) and amounts of three years in `scale` units."""

    name: str
    unit: str
    tce: str
    co2: str
    amounts: TRIPLE
    scale: int = 10000  # 万吨 and 万立方米 and 万千瓦时 are ten thousand units


@dataclass(frozen=True)
class Park:
    """Inputs of a park; the properties are its computed and rounded numbers, lists run over `YEARS`."""

    fuels: Sequence[Fuel]
    industries: Mapping[str, tuple[TRIPLE, TRIPLE]]  # name: energy weights, emission weights
    value_added: TRIPLE
    growth: str
    carbon_cut: str
    energy_cut: str
    services: int = 0  # how many of the last industries are not industry

    @cached_property
    def fuel_tce(self) -> dict[str, list[Decimal]]:
        """万吨标准煤 by fuel and year."""
        return {f.name: [self._amount(f, i, f.tce) for i in range(3)] for f in self.fuels}

    @cached_property
    def fuel_co2(self) -> dict[str, list[Decimal]]:
        """万吨二氧化碳 by fuel and year."""
        return {f.name: [self._amount(f, i, f.co2) for i in range(3)] for f in self.fuels}

    @staticmethod
    def _amount(fuel: Fuel, year: int, factor: str) -> Decimal:
        return rounded(exact(fuel.amounts[year]) * fuel.scale * exact(factor) / 10000, 2)

    @cached_property
    def energy(self) -> list[Decimal]:
        """Total energy consumption."""
        return [total([v[i] for v in self.fuel_tce.values()]) for i in range(3)]

    @cached_property
    def co2(self) -> list[Decimal]:
        """Total emissions."""
        return [total([v[i] for v in self.fuel_co2.values()]) for i in range(3)]

    @cached_property
    def fuel_shares(self) -> dict[str, list[Decimal]]:
        """Percent of the total by fuel and year."""
        return _by_member(list(self.fuel_tce), [shares([v[i] for v in self.fuel_tce.values()]) for i in range(3)])

    @cached_property
    def industry_energy(self) -> dict[str, list[Decimal]]:
        """Energy by industry and year; adds to `energy`."""
        return self._industries(0, self.energy)

    @cached_property
    def industry_co2(self) -> dict[str, list[Decimal]]:
        """Emissions by industry and year; adds to `co2`."""
        return self._industries(1, self.co2)

    def _industries(self, which: int, totals: Sequence[Decimal]) -> dict[str, list[Decimal]]:
        weights = [pair[which] for pair in self.industries.values()]
        return _by_member(list(self.industries), [split(totals[i], [exact(w[i]) for w in weights]) for i in range(3)])

    def _industrial(self, members: Mapping[str, list[Decimal]]) -> list[Decimal]:
        kept = list(members.values())[: len(members) - self.services]
        return [total([m[i] for m in kept]) for i in range(3)]

    @cached_property
    def industrial_energy(self) -> list[Decimal]:
        """Energy of industry alone."""
        return self._industrial(self.industry_energy)

    @cached_property
    def industrial_co2(self) -> list[Decimal]:
        """Emissions of industry alone."""
        return self._industrial(self.industry_co2)

    @cached_property
    def energy_intensity(self) -> list[Decimal]:
        """吨标准煤/万元, three decimals."""
        return [rounded(e / exact(v), 3) for e, v in zip(self.industrial_energy, self.value_added, strict=True)]

    @cached_property
    def carbon_intensity(self) -> list[Decimal]:
        """吨二氧化碳/万元, three decimals."""
        return [rounded(e / exact(v), 3) for e, v in zip(self.industrial_co2, self.value_added, strict=True)]

    @cached_property
    def carbon_target(self) -> Decimal:
        """Carbon intensity 2016."""
        return rounded(self.carbon_intensity[2] * (1 - exact(self.carbon_cut) / 100), 3)

    @cached_property
    def energy_target(self) -> Decimal:
        """Energy intensity 2016."""
        return rounded(self.energy_intensity[2] * (1 - exact(self.energy_cut) / 100), 3)

    @cached_property
    def future_value_added(self) -> list[Decimal]:
        """Value added 2013 to 2016."""
        base, rate = exact(self.value_added[2]), 1 + exact(self.growth) / 100
        return [rounded(base * rate**n, 2) for n in range(1, 5)]

    def _path(self, base: Decimal, target: Decimal) -> list[Decimal]:
        rate = float(target / base) ** 0.25
        return [*(rounded(Decimal(repr(float(base) * rate**n)), 3) for n in range(1, 4)), target]

    @cached_property
    def future_carbon_intensity(self) -> list[Decimal]:
        """Carbon intensity 2013 to 2016 in the low-carbon scenario."""
        return self._path(self.carbon_intensity[2], self.carbon_target)

    @cached_property
    def future_energy_intensity(self) -> list[Decimal]:
        """Energy intensity 2013 to 2016 in the low-carbon scenario."""
        return self._path(self.energy_intensity[2], self.energy_target)

    def _product(self, intensity: Sequence[Decimal]) -> list[Decimal]:
        return [rounded(i * v, 2) for i, v in zip(intensity, self.future_value_added, strict=True)]

    @cached_property
    def future_co2(self) -> list[Decimal]:
        """Industrial emissions 2013 to 2016, low-carbon scenario."""
        return self._product(self.future_carbon_intensity)

    @cached_property
    def future_energy(self) -> list[Decimal]:
        """Industrial energy 2013 to 2016, low-carbon scenario."""
        return self._product(self.future_energy_intensity)

    @cached_property
    def frozen_co2(self) -> list[Decimal]:
        """Industrial emissions 2013 to 2016 if the intensity of 2012 stayed."""
        return self._product([self.carbon_intensity[2]] * 4)

    @cached_property
    def frozen_energy(self) -> list[Decimal]:
        """Industrial energy 2013 to 2016 if the intensity of 2012 stayed."""
        return self._product([self.energy_intensity[2]] * 4)

    @property
    def reduction(self) -> Decimal:
        """What the overall target saves in 2016 against the frozen scenario, 万吨二氧化碳."""
        return self.frozen_co2[3] - self.future_co2[3]

    @property
    def saving(self) -> Decimal:
        """What the energy target saves in 2016 against the frozen scenario, 万吨标准煤."""
        return self.frozen_energy[3] - self.future_energy[3]


def _by_member(names: Sequence[str], per_year: Sequence[Sequence[Decimal]]) -> dict[str, list[Decimal]]:
    return {name: [year[i] for year in per_year] for i, name in enumerate(names)}


@dataclass(frozen=True, slots=True)
class Project:
    """A project: eight fields of the guide and its numbers (万元, 吨标准煤/年, 吨二氧化碳/年)."""

    kind: str
    name: str
    owner: str
    content: str
    start: tuple[int, int]
    end: tuple[int, int]
    own: int
    loan: int
    public: int
    tce: int
    co2: int
    task: str
    more: str = ""
    text: str = ""

    @property
    def investment(self) -> int:
        """Total investment in 万元."""
        return self.own + self.loan + self.public

    @property
    def funding(self) -> str:
        """The way of funding in words with amounts."""
        parts = (("企业自筹", self.own), ("银行贷款", self.loan), ("财政资金", self.public))
        return "，".join(f"{name}{amount}万元" for name, amount in parts if amount)

    @property
    def effect(self) -> str:
        """The expected effect in words with amounts."""
        amounts = [f"年节能{self.tce}吨标准煤"] if self.tce else []
        if self.co2:
            amounts.append(f"年减排{self.co2}吨二氧化碳")
        return "，".join([*([self.more] if self.more else []), *amounts])

    @property
    def period(self) -> str:
        """2014年3月—2015年6月."""
        return f"{self.start[0]}年{self.start[1]}月—{self.end[0]}年{self.end[1]}月"


@dataclass(frozen=True, slots=True)
class SubTask:
    """A sub-task (分项任务) with its share of the reduction; `weight` shapes the contribution."""

    key: str
    name: str
    field: str
    weight: int
    owner: str
    steps: tuple[str, str, str]
    indicator: str


@dataclass(frozen=True, slots=True)
class Indicator:
    """A third-level indicator."""

    group: str
    name: str
    unit: str
    base: str
    target: str
    source: str
