"""Checks of a pack's vocabulary: names once, aliases of two sections kept apart, units and parents that exist."""

from __future__ import annotations

from collections.abc import Callable

from plancheck.core.diagnostic import Diagnostic, Place
from plancheck.core.units import parse_surface
from plancheck.language import syntax as s
from plancheck.language.hints import near

WhereOf = Callable[[s.Pos], Place]


def check_words(sources: tuple[s.Source, ...], where: WhereOf) -> tuple[Diagnostic, ...]:
    """What is wrong with the declared entries, in file order."""
    found: list[Diagnostic] = []
    names: dict[tuple[str, str], s.EntryDecl] = {}
    entries = [e for source in sources for e in source.entries]
    for entry in entries:
        key = (entry.kind, entry.name)
        if entry.amends:
            if key not in names:
                close = near(entry.name, [n for k, n in names if k == entry.kind])
                help_ = f"您是不是想写“{close}”？" if close else None
                found.append(Diagnostic("amend", f"没有“{entry.name}”可以补充", where(entry.pos), help_))
            continue
        if key in names:
            first = where(names[key].pos)
            help_ = f"第一次在 {first.file} 第{first.line}行；要补充别名请写 amend"
            found.append(Diagnostic("duplicate", f"“{entry.name}”定义了两次", where(entry.pos), help_))
        names[key] = entry
        found.extend(_check_properties(entry, names, entries, where))
    found.extend(_check_section_aliases(entries, where))
    found.extend(_check_stages(sources, where))
    return tuple(found)


def _check_properties(
    entry: s.EntryDecl, names: dict[tuple[str, str], s.EntryDecl], entries: list[s.EntryDecl], where: WhereOf
) -> list[Diagnostic]:
    found = []
    properties = dict(entry.properties)
    unit = properties.get("unit")
    if unit is not None and parse_surface(unit) is None:
        help_ = "改用单位表里的写法，如 万元、吨标准煤/万元、%"
        found.append(Diagnostic("unit", f"“{entry.name}”的单位“{unit}”不认识", where(entry.pos), help_))
    parent = properties.get("under")
    sections = [e.name for e in entries if e.kind == "section"]
    if parent is not None and entry.kind == "section" and parent not in sections:
        close = near(parent, sections)
        meant = f"您是不是想写“{close}”？" if close else None
        found.append(Diagnostic("under", f"“{entry.name}”的上级“{parent}”没有定义", where(entry.pos), meant))
    return found


def _check_stages(sources: tuple[s.Source, ...], where: WhereOf) -> list[Diagnostic]:
    """A stage that titles are said to tell must be one that the pack judges."""
    found = []
    for pack in (pack for source in sources for pack in source.packs if pack.judges):
        for stage in dict.fromkeys(stage for stage, _ in pack.stage_titled if stage not in pack.judges):
            help_ = f"可以写：{'、'.join(pack.judges)}"
            found.append(Diagnostic("stage", f"titled … as {stage}：judges 里没有这个阶段", where(pack.pos), help_))
    return found


def _check_section_aliases(entries: list[s.EntryDecl], where: WhereOf) -> list[Diagnostic]:
    """An alias that two sections of one level share would make a heading answer to both."""
    found = []
    owner: dict[tuple[str, str], s.EntryDecl] = {}
    for entry in entries:
        if entry.kind != "section":
            continue
        properties = dict(entry.properties)
        scope = f"{properties.get('level', '')} {properties.get('under', '')}"
        for alias in dict.fromkeys((entry.title or entry.name, entry.name, *entry.also)):
            known = owner.setdefault((scope, alias), entry)
            if known.name != entry.name:
                message = f"别名“{alias}”同时属于“{known.name}”和“{entry.name}”"
                found.append(Diagnostic("shared-alias", message, where(entry.pos), "只留在其中一处，或改成 weak"))
    return found
