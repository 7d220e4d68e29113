"""Tables that several plans share in kind, made from a park's numbers; captions and names differ from plan to plan."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from corpus.builder.content import Table
from corpus.builder.figures import shares, total
from corpus.sources.model import FUTURE, YEARS, Indicator, Park, Project, SubTask


def series_rows(members: Mapping[str, Sequence[Decimal]], sum_name: str = "合计") -> list[list[str]]:
    """One row per member with three yearly values, then the row of sums."""
    rows = [[name, *(str(v) for v in values)] for name, values in members.items()]
    sums = [total([v[i] for v in members.values()]) for i in range(3)]
    return [*rows, [sum_name, *(str(s) for s in sums)]]


def with_shares(caption: str, head: str, amount: str, members: Mapping[str, Sequence[Decimal]], note: str) -> Table:
    """Amounts and shares per year under a two-row header with merged years."""
    columns = [shares([v[i] for v in members.values()]) for i in range(3)]
    top, low = [head], [head]
    for year in YEARS:
        top += [f"{year}年", ""]
        low += [amount, "占比（%）"]
    rows = [top, low]
    for n, (name, values) in enumerate(members.items()):
        cells = [name]
        for i in range(3):
            cells += [str(values[i]), str(columns[i][n])]
        rows.append(cells)
    sums: list[str] = ["合计"]
    for i in range(3):
        sums += [str(total([v[i] for v in members.values()])), "100.0"]
    rows.append(sums)
    return Table(caption, rows, note, 2, ((0, 0, 1, 0), (0, 1, 0, 2), (0, 3, 0, 4), (0, 5, 0, 6)))


def forecast(caption: str, park: Park, note: str = "") -> Table:
    """Value added, energy and emissions 2012 to 2016 in two scenarios."""
    future = [str(y) for y in FUTURE]

    def row(name: str, unit: str, base: object, values: Sequence[object]) -> list[str]:
        return [name, unit, str(base), *(str(v) for v in values)]

    rows = [
        ["指标", "单位", "2012年", *(f"{y}年" for y in future)],
        row("工业增加值", "亿元", park.value_added[2], park.future_value_added),
        row("能源消费总量（低碳情景）", "万吨标准煤", park.industrial_energy[2], park.future_energy),
        row("二氧化碳排放总量（基准情景）", "万吨二氧化碳", park.industrial_co2[2], park.frozen_co2),
        row("二氧化碳排放总量（低碳情景）", "万吨二氧化碳", park.industrial_co2[2], park.future_co2),
        row("单位工业增加值能耗（低碳情景）", "吨标准煤/万元", park.energy_intensity[2], park.future_energy_intensity),
        row("单位工业增加值二氧化碳排放（低碳情景）", "吨二氧化碳/万元", park.carbon_intensity[2], park.future_carbon_intensity),
    ]  # fmt: skip
    return Table(caption, rows, note)


def vertical_runs(names: Sequence[str], first_row: int, column: int) -> list[tuple[int, int, int, int]]:
    """Merged ranges for equal neighbouring names in a column."""
    runs, start = [], 0
    for i in range(1, len(names) + 1):
        if i == len(names) or names[i] != names[start]:
            if i - start > 1:
                runs.append((first_row + start, column, first_row + i - 1, column))
            start = i
    return runs


def filled(indicators: Sequence[Indicator], values: Mapping[str, str]) -> list[Indicator]:
    """Indicators whose base or target stands as `{name}` get it from `values`."""
    return [
        Indicator(i.group, i.name, i.unit, i.base.format_map(values), i.target.format_map(values), i.source)
        for i in indicators
    ]


def contributions(park: Park, tasks: Sequence[SubTask]) -> tuple[list[Decimal], list[Decimal]]:
    """万吨二氧化碳 and percent per task; the first adds to the target's reduction, the second to 100."""
    from corpus.builder.figures import split

    amounts = split(park.reduction, [Decimal(t.weight) for t in tasks])
    return amounts, shares(amounts)


def schedule(caption: str, tasks: Sequence[SubTask], head: Sequence[str]) -> Table:
    """The work plan by year with responsible units."""
    rows = [list(head)]
    rows += [[str(n), t.name, *t.steps, t.owner] for n, t in enumerate(tasks, 1)]
    return Table(caption, rows)


def project_total(projects: Sequence[Project], what: str) -> int:
    """The sum of a numeric attribute over the projects."""
    return sum(int(getattr(p, what)) for p in projects)
