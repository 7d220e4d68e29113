"""Which parts of the data file a pack looks at: what the template for it needs to ask."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from plancheck.facts.data_parts import Listed, listed_parts
from plancheck.language import syntax as s
from plancheck.packs.model import Pack

_YEARLY = ("series", "energy", "emissions", "products")
_BY_FUNCTION: dict[str, tuple[str, ...]] = {
    "projects": ("projects",),
    "tasks": ("tasks",),
    "subtasks": ("tasks",),
    "contributions": ("tasks",),
    "target": ("targets",),
    "targets": ("targets",),
    "restated": ("targets",),
    "restated_years": ("targets",),
    "region_target": ("region_targets",),
    "region_targets": ("region_targets",),
    "counterparts": ("targets", "region_targets"),
    "project_sums": ("projects",),
    "project_groups": ("projects",),
    "stated": ("funding",),
    "figures": ("figures",),
    **dict.fromkeys(("value", "statements", "series_years", "forecast", "members", "parts_sum", "shares_sum"), _YEARLY),
}


def needed_parts(pack: Pack) -> frozenset[str]:
    """The keys of the data file (`projects`, `admission.applications`) that the rules of a pack look at."""
    found: set[str] = set()
    for call in _calls(pack.rules):
        found.update(_BY_FUNCTION.get(call.name, ()))
        first = call.args[0] if call.args else None
        if call.name in ("entries", "entry") and isinstance(first, s.Entity):
            found.update(_keys(listed_parts()[first.text]))
        if call.name == "data" and isinstance(first, s.Text):
            found.add(first.value.partition(".")[0].partition("[")[0])
    return frozenset(found)


def _keys(listed: Listed) -> Iterator[str]:
    yield listed.key
    for other in listed_parts().values():
        if listed.single and other.key.startswith(f"{listed.key}."):
            yield other.key


def _calls(node: object) -> Iterator[s.Call]:
    if isinstance(node, tuple):
        for item in node:
            yield from _calls(item)
    elif dataclasses.is_dataclass(node) and not isinstance(node, type):
        if isinstance(node, s.Call):
            yield node
        for field in dataclasses.fields(node):
            yield from _calls(getattr(node, field.name))
