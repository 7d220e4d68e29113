"""How much of a submission was read: counts that a report states, so that silence is never taken for success."""

from __future__ import annotations

from typing import NamedTuple

from plancheck.document.model import Paragraph, Table
from plancheck.facts.facts import Facts


class FactsCoverage(NamedTuple):
    """Visible characters in all and below a recognised heading; tables, projects, targets and points read."""

    characters: int
    attributed: int
    tables: int
    tables_recognised: int
    projects: int
    targets: int
    series_points: int


def coverage(facts: Facts) -> FactsCoverage:
    """The coverage counts of `facts`. Characters are Chinese characters, letters and digits of text and tables."""
    document = facts.document
    known = {match.section for matches in facts.sections.values() for match in matches if match.how != "resembles"}
    attributed_to: dict[int, bool] = {0: False}
    for section in document.sections[1:]:
        attributed_to[section.index] = section.index in known or attributed_to.get(section.parent, False)
    characters = attributed = 0
    for block in document.blocks:
        if isinstance(block, Paragraph):
            size = _letters(block.text)
        elif isinstance(block, Table):
            size = _letters_of_table(block)
        else:
            continue
        characters += size
        attributed += size if attributed_to.get(block.section, False) else 0
    return FactsCoverage(
        characters=characters,
        attributed=attributed,
        tables=sum(1 for _ in document.tables()),
        tables_recognised=sum(1 for table in facts.tables if table.kind != "other" and table.read),
        projects=len(facts.projects),
        targets=len(facts.targets),
        series_points=len(facts.points),
    )


def _letters(text: str) -> int:
    return sum(map(str.isalnum, text))


def _letters_of_table(table: Table) -> int:
    return sum(_letters(cell.text) + sum(map(_letters_of_table, cell.tables)) for cell in table.cells)
