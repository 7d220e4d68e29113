"""What each task contributes to the targets, from tables of contribution (贡献率, 减排量, 优先级)."""

from __future__ import annotations

from plancheck.core.quantity import Quantity
from plancheck.document.model import Document
from plancheck.facts.cell_facts import Places, quantity_fact
from plancheck.facts.labels import split_label
from plancheck.facts.lexicon import squeeze
from plancheck.facts.model import Contribution, Fact, TypedTable
from plancheck.facts.placeholder import is_placeholder
from plancheck.facts.project_fields import as_substance
from plancheck.facts.tables import open_view

_TOTALS = ("合计", "总计", "共计", "小计", "总量")


def read_contributions(document: Document, typed: tuple[TypedTable, ...]) -> tuple[Contribution, ...]:
    """The rows of every table of kind "contribution", totals marked as such, in reading order."""
    tables = {table.number: table for table in document.tables()}
    found: list[Contribution] = []
    for one in typed:
        if one.kind != "contribution":
            continue
        grid = open_view(tables, one)
        places = Places(document, tables[one.table])
        columns = {name: place - 1 for name, place in one.columns.items()}
        label = columns.get("重点任务", columns.get("指标名称"))
        if label is None:
            continue
        for row in range(len(grid.body)):
            cell = grid.body[row][label]
            name = " ".join(cell.text.split()) if cell is not None else ""
            core = split_label(name).core
            if not core or is_placeholder(name) or squeeze(name) in {squeeze(t) for t in grid.headers[label]}:
                continue
            facts: dict[str, Fact[Quantity] | None] = {}
            for field in ("贡献率", "贡献量"):
                column = columns.get(field)
                if column is None:
                    facts[field] = None
                    continue
                value = grid.body[row][column]
                headers = grid.headers[column]
                unit = next((u for u in (split_label(t).unit for t in reversed(headers)) if u), None)
                place = places.of(value, row=row + grid.header_rows + 1, column=column + 1)
                fact = quantity_fact(
                    value.text if value is not None else "", place, unit or ("%" if field == "贡献率" else one.unit)
                )
                facts[field] = _named(fact, "".join(headers)) if field == "贡献量" else fact
            first = columns.get("优先级")
            found.append(
                Contribution(
                    task=core,
                    rate=facts["贡献率"],
                    amount=facts["贡献量"],
                    priority=(grid.text(row, first) or None) if first is not None else None,
                    total=core.startswith(_TOTALS),
                    evidence=places.of(cell),
                    section=one.section,
                )
            )
    return tuple(found)


def _named(fact: Fact[Quantity], header: str) -> Fact[Quantity]:
    """Tonnes of a column of saved energy are coal equivalent, those of reductions CO2."""
    if fact.value is None:
        return fact
    unit = "tce" if "节能" in header else "tCO2"
    return Fact(as_substance(fact.value, unit), fact.evidence, fact.status, fact.reason)
