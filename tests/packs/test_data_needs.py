"""Which parts of the data file a pack's rules look at."""

from __future__ import annotations

from pathlib import Path

from plancheck.packs.data_needs import needed_parts
from tests.rulekit import pack


def needs(folder: Path, *bodies: str) -> frozenset[str]:
    rules = "".join(
        f'rule test-pack/{i} shall "一" {{ clause 一\n{body} otherwise "无" }}\n' for i, body in enumerate(bodies)
    )
    return needed_parts(pack(folder, rules))


def test_parts_that_rules_name(tmp_path: Path) -> None:
    assert needs(tmp_path, "require entries(goals) is given") == {"goals"}
    assert needs(tmp_path, "require entries(applications) is given") == {"admission.applications"}
    assert needs(tmp_path, 'require data("park.status") = "built"', "require submission_date is given") == {"park"}


def test_a_single_part_with_the_lists_in_it(tmp_path: Path) -> None:
    assert needs(tmp_path, "require entry(admission).list is given") == {
        "admission", "admission.applications", "admission.exits",
    }  # fmt: skip


def test_parts_behind_the_plans_own_facts(tmp_path: Path) -> None:
    body = "for each p in projects where (some y in series_years(工业增加值) has y = 2012)\nrequire p.投资额 is given"
    head = needs(tmp_path, body)
    assert head == {"projects", "series", "energy", "emissions", "products"}
    nested = "require (some m in entries(measures) has (some t in tasks has t.name = m.action))"
    assert needs(tmp_path, nested) == {"measures", "tasks"}
