"""Which columns of a table are which fields: canonical names by exact header first, then by what a header contains."""

from __future__ import annotations

from dataclasses import dataclass, field

from plancheck.facts.grid import GridView
from plancheck.facts.labels import split_label
from plancheck.facts.lexicon import How, Lexicon, Match

_BEGIN = {"起", "始", "开始", "开工", "起始", "自", "开工时间", "起始时间"}
_FINISH = {"止", "终", "结束", "竣工", "完工", "终止", "至", "投产", "截止"}
_PERIOD = "项目起止时间"
_RANK = {"exact": 0, "contains": 1, "weak": 2}


@dataclass(frozen=True, slots=True)
class Columns:
    """Columns found by canonical name (index from 0) and how each was found. `spread` lists further columns under a
    spanning header of that name (投资额 over 2014年 and 2015年)."""

    at: dict[str, int] = field(default_factory=dict)
    how: dict[str, How] = field(default_factory=dict)
    alias: dict[str, str] = field(default_factory=dict)
    spread: dict[str, tuple[int, ...]] = field(default_factory=dict)

    @property
    def weak(self) -> tuple[str, ...]:
        """Names found by a weak alias only."""
        return tuple(name for name, how in self.how.items() if how == "weak")

    def firm(self, *names: str) -> int:
        """How many of `names` were found by a firm name."""
        return sum(1 for name in names if self.how.get(name) in ("exact", "contains"))

    def has(self, *names: str) -> bool:
        """Whether one of `names` was found, be it weakly."""
        return any(name in self.at for name in names)


def find_columns(view: GridView, lexicon: Lexicon | None) -> Columns:
    """The columns of `view` that answer to entries of `lexicon`."""
    found = Columns()
    if lexicon is None:
        return found
    claims: dict[int, tuple[str, How, str, bool]] = {}
    for index, texts in enumerate(view.headers):
        if not texts or sum(len(t) for t in texts) > 60:
            continue
        claim = _claim(texts, lexicon)
        if claim is not None:
            claims[index] = claim
    for index, (name, how, alias, _) in sorted(claims.items(), key=lambda item: (_RANK[item[1][1]], item[0])):
        if name not in found.at:
            found.at[name], found.how[name], found.alias[name] = index, how, alias
    for name, first in list(found.at.items()):
        others = tuple(i for i, c in sorted(claims.items()) if c[0] == name and c[3])
        if len(others) > 1 and first in others:
            found.spread[name] = others
    return found


def _claim(texts: tuple[str, ...], lexicon: Lexicon) -> tuple[str, How, str, bool] | None:
    """(canonical name, how, alias, whether only the spanning header above says it) for one column."""
    bottom = split_label(texts[-1])
    match = _match(texts[-1], lexicon)
    if len(texts) == 1:
        return (match.entry.name, match.how, match.alias, False) if match else None
    top = _match(texts[0], lexicon)
    if top is not None and top.entry.name == _PERIOD:
        if bottom.core in _BEGIN or bottom.core.startswith(("开工", "起始", "开始")):
            return "开始时间", "exact", bottom.core, False
        if bottom.core in _FINISH or bottom.core.startswith(("竣工", "完工", "结束", "终止", "投产")):
            return "结束时间", "exact", bottom.core, False
    joined = lexicon.exact(split_label("".join(texts)).core)
    if joined is not None and joined.how == "exact":
        return joined.entry.name, "exact", joined.alias, False
    if match is not None and match.how != "weak":
        return match.entry.name, match.how, match.alias, False
    if top is not None and top.how != "weak":
        if bottom.core in ("合计", "总计", "小计", "总额", "总投资", "合计金额"):
            return top.entry.name, "exact", top.alias, False
        return top.entry.name, "contains", top.alias, True
    return (match.entry.name, match.how, match.alias, False) if match else None


def _match(text: str, lexicon: Lexicon) -> Match | None:
    label = split_label(text)
    whole = lexicon.exact(text)
    if whole is not None:
        return whole
    found = lexicon.label(label.core)
    if found is not None:
        return found
    for mark in label.marks:
        inside = lexicon.exact(mark)
        if inside is not None and inside.how == "exact":
            return Match(inside.entry, inside.alias, "contains", 0, 0)
    return None
