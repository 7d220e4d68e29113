"""What the region asks of the park is no target of its own where the park sets one itself (分解到园区的任务是…)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from plancheck.facts.model import Target

_ASSIGNED = re.compile(
    r"(?:下达|分解|分配|核定)[到给至]?[^，。；]{0,6}(?:园区|[本我]区|开发区|高新区|经开区)的?[^，。；]{0,4}(?:任务|指标|目标|要求)|"
    r"要求[本我]?(?:园区|区|开发区|高新区|经开区)(?![内各]|企业|各?部门|管委会)"
)


def is_assigned(target: Target) -> bool:
    """Whether a sentence of the plan states the target as one that was handed down to the park."""
    return target.origin == "prose" and any(_ASSIGNED.search(e.excerpt) for e in target.evidence)


def without_assigned(prose: Iterable[Target], others: Iterable[Target] = ()) -> tuple[Target, ...]:
    """The targets of sentences but for those handed down, where the park states its own for the same year.

    `others` are targets from elsewhere (tables). One that the park only takes over stays: it is the park's target then.
    """
    stated = tuple(prose)
    own = {(t.canonical, _year(t)) for t in (*others, *stated) if t.canonical is not None and not is_assigned(t)}
    return tuple(t for t in stated if not is_assigned(t) or (t.canonical, _year(t)) not in own)


def _year(target: Target) -> int | None:
    return target.target_year.value if target.target_year is not None else None
