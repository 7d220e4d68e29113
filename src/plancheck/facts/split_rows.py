"""Rows under an 其中 whose names are in no vocabulary: they belong to the split of the rows beside them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from plancheck.core.lazy_pattern import lazy_pattern
from plancheck.facts.row_meaning import Meaning

# What such a name ends in says that the row counts something else (钢材产量, 企业数), not a part of the indicator above.
_OTHER_COUNT = lazy_pattern(
    r"(?:量|率|值|数|额|积|度|能力|规模|收入|利润|税|产|比重|占比|比例|强度|能耗|单耗|系数|因子)$"
)
_LONGEST_NAME = 20

_BOUGHT = frozenset({"电力", "热力"})

Row = tuple[Meaning | None, str | None]  # what a row stands for (None: no words) and the dimension of its own unit


def with_unnamed_members(rows: Sequence[Row], splits: Callable[[str], tuple[str, ...]]) -> list[Meaning | None]:
    """The meanings of the rows, those of unknown names under an 其中 made members of the split that goes on there.

    `splits` gives the splits of an indicator. The split is that of the nearest known member above or else below; where
    none is known, the indicator's first one.
    """
    found = [meaning for meaning, _ in rows]
    parent: Row = (None, None)
    block: list[int] = []
    for at, (meaning, unit) in enumerate(rows):
        if meaning is not None and meaning.canonical is not None and meaning.member is None and not meaning.total:
            _close(found, block, parent, splits)
            parent, block = (meaning, unit), []
        elif block or (meaning is not None and meaning.inside):
            if meaning is not None and _may_be_part(meaning, unit, parent):
                block.append(at)
            else:
                _close(found, block, parent, splits)
                parent, block = (None, None), []
    _close(found, block, parent, splits)
    return found


def bought_as_sources(meanings: list[Meaning | None]) -> list[Meaning | None]:
    """Bought electricity and heat beside other sources of emissions (燃料燃烧) are sources, too, and no fuels."""
    members = [m for m in meanings if m is not None and m.member is not None and m.canonical is None]
    fuels = {m.member for m in members if m.dimension == "品种"}
    if {m.dimension for m in members} != {"来源", "品种"} or not fuels <= _BOUGHT:
        return meanings
    return [
        replace(m, dimension="来源", member=m.printed or m.member) if m in members and m.dimension == "品种" else m
        for m in meanings
    ]


def unnamed_before_total(rows: Sequence[Row], meanings: list[Meaning | None]) -> list[Meaning | None]:
    """Rows of unknown names among the members of one split that a row of totals closes are members of it, too."""
    members = [i for i, m in enumerate(meanings) if m is not None and m.member is not None and not m.total]
    totals = [i for i, m in enumerate(meanings) if m is not None and m.total]
    dimensions = {m.dimension for i in members if (m := meanings[i]) is not None}
    if len(dimensions) != 1 or len(totals) != 1 or any(unit is not None for _, unit in rows):
        return meanings
    found = list(meanings)
    for at in range(min(members), totals[0]):
        meaning = found[at]
        if meaning is not None and _is_unnamed(meaning) and not _OTHER_COUNT.search(meaning.indicator):
            name = meaning.indicator
            found[at] = replace(meaning, indicator="", dimension=next(iter(dimensions)), member=name, printed=name)
    return found


def _may_be_part(meaning: Meaning, unit: str | None, parent: Row) -> bool:
    if parent[0] is None or (unit is not None and parent[1] is not None and unit != parent[1]):
        return False
    if meaning.member is not None or meaning.total:
        return True
    return _is_unnamed(meaning) and not _OTHER_COUNT.search(meaning.indicator)


def _is_unnamed(meaning: Meaning) -> bool:
    plain = meaning.canonical is None and meaning.member is None and not meaning.total and meaning.scenario is None
    return plain and 0 < len(meaning.indicator) <= _LONGEST_NAME


def _close(
    found: list[Meaning | None], block: list[int], parent: Row, splits: Callable[[str], tuple[str, ...]]
) -> None:
    """Give the unknown names of one block their split."""
    possible = splits(parent[0].canonical) if parent[0] is not None and parent[0].canonical is not None else ()
    if not possible:
        return
    known = [m.dimension for at in block if (m := found[at]) is not None and m.dimension is not None]
    dimension = known[0] if known else possible[0]
    for at in block:
        meaning = found[at]
        if meaning is None:
            continue
        if meaning.dimension is not None:
            dimension = meaning.dimension
        elif _is_unnamed(meaning):
            name = meaning.indicator
            found[at] = replace(meaning, indicator="", dimension=dimension, member=name, inside=True, printed=name)
