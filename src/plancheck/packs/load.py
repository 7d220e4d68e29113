"""From a pack's folder to a checked pack: read, parse, join vocabulary and extensions, check, cache.

A pack is a folder with `*.rules` files (read in name order), `requirements.yaml` and `examples/*.yaml`. A single
`.rules` file that says `extends …` is a pack too.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path
from types import MappingProxyType
from typing import Any

from plancheck.core.diagnostic import Diagnostic, Place, UserError
from plancheck.core.resources import resource_dir
from plancheck.core.units import parse_surface
from plancheck.core.vocabulary import Entry, Vocabulary
from plancheck.language import syntax as s
from plancheck.packs import cache
from plancheck.packs.model import Pack, Setting

EXIT_BROKEN_PACK = 4
_HEAD_LINES = {"uses": "shared", "includes": "included", "extends": "base"}
_HEAD_WORDS = ("}", "{", "judges", "issuer", "titled", "period", "extends", "uses", "includes")
_ROLES = ("shared", "included", "base", "pack")
Checked = tuple[tuple[s.Source, ...], tuple[s.Rule, ...], tuple[tuple[str, tuple[str, ...]], ...]]


@dataclass(frozen=True)
class Loaded:
    """A pack, or what is wrong with it; warnings come with a pack."""

    pack: Pack | None
    diagnostics: tuple[Diagnostic, ...]


def installed_packs() -> tuple[str, ...]:
    """The ids of the packs that come with the program, in name order."""
    root = resource_dir("rules")
    return tuple(sorted(p.name for p in root.iterdir() if (p / "00-pack.rules").is_file()))


def load_pack(name: str, settings: Mapping[str, str] | None = None, *, use_cache: bool = True) -> Pack:
    """The pack of an id, a folder or an `extends` file, with settings of the user's put in force.

    Raises UserError (exit code 2 for an unknown pack or setting, 4 for a broken pack) with all diagnostics.
    """
    loaded = read_pack(name, settings, use_cache=use_cache)
    if loaded.pack is None:
        raise UserError(EXIT_BROKEN_PACK, loaded.diagnostics)
    return loaded.pack


def read_pack(name: str, settings: Mapping[str, str] | None = None, *, use_cache: bool = True) -> Loaded:
    """As `load_pack`, but gives a broken pack's diagnostics (and a whole pack's warnings) back as values."""
    folder, files = _locate(name)
    texts = _read_all(folder, files)
    digest = cache.digest_of([(_name(path), text) for path, text, _ in texts] + _registry_texts(texts))
    stored = cache.load(digest) if use_cache else None
    if stored is not None:
        sources, rules, kin = stored
        return _finish(folder, texts, (sources, rules, kin), digest, settings or {}, ())
    from plancheck.language.parse import parse_source

    parsed: list[s.Source] = []
    found: list[Diagnostic] = []
    for index, (path, text, _) in enumerate(texts):
        source, mistakes = parse_source(text, path, index)
        found.extend(mistakes)
        if source is not None:
            parsed.append(source)
    if found:
        return Loaded(None, tuple(found))
    rules, mistakes = _check(folder, texts, tuple(parsed))
    if any(d.severity == "error" for d in mistakes):
        return Loaded(None, mistakes)
    kin = _relations(texts)
    bare = tuple(replace(source, path=_name(source.path), rules=()) for source in parsed)
    checked: Checked = cache.stripped((bare, rules, kin))
    if use_cache:
        cache.store(digest, checked)
    return _finish(folder, texts, checked, digest, settings or {}, mistakes)


def _name(path: str) -> str:
    """A file's name within its pack: the same wherever the program is installed."""
    return "/".join(Path(path).parts[-2:])


def _registry_texts(texts: list[tuple[str, str, str]]) -> list[tuple[str, str]]:
    files = [folder / "requirements.yaml" for folder in _folders(texts)]
    return [(_name(str(f)), f.read_text("utf-8")) for f in files if f.is_file()]


def _locate(name: str) -> tuple[Path, tuple[Path, ...]]:
    path = Path(name)
    if path.suffix == ".rules" and path.is_file():
        return path.parent, (path,)
    for folder in (path, resource_dir("rules") / name):
        if folder.is_dir() and any(folder.glob("*.rules")):
            return folder, tuple(sorted(folder.glob("*.rules")))
    known = "、".join(installed_packs())
    raise UserError(2, (Diagnostic("pack", f"没有规则包“{name}”", Place(name), f"现有的规则包：{known}"),))


def _read_all(folder: Path, files: tuple[Path, ...]) -> list[tuple[str, str, str]]:
    """(path, text, role) of all files: shared vocabularies, included packs, then the extended pack, then the pack itself."""
    own = [(str(f), _text(f), "pack") for f in files]
    head = "\n".join(t for _, t, _ in own)
    before: list[tuple[str, str, str]] = []
    for line in head.splitlines():
        words = line.replace(",", " ").split("#")[0].split()
        for keyword, role in _HEAD_LINES.items():
            if keyword not in words:
                continue
            for other in words[words.index(keyword) + 1 :]:
                if other in _HEAD_WORDS:
                    break
                named = _shared(other) if keyword == "uses" else _read_all(*_locate(other))
                before.extend((path, text, role if r in ("pack", "base") else r) for path, text, r in named)
    seen: dict[str, tuple[str, str, str]] = {}
    for path, text, role in sorted(before, key=lambda file: _ROLES.index(file[2])):
        seen.setdefault(path, (path, text, role))
    for path, text, role in own:
        seen.setdefault(path, (path, text, role))
    return list(seen.values())


def _shared(name: str) -> list[tuple[str, str, str]]:
    root = resource_dir("rules") / "shared"
    path = root / f"{name}.rules"
    if not path.is_file():
        known = "、".join(sorted(p.stem for p in root.glob("*.rules")))
        raise UserError(
            EXIT_BROKEN_PACK, (Diagnostic("uses", f"没有共用词表“{name}”", Place(name), f"现有的词表：{known}"),)
        )
    return [(str(path), _text(path), "shared")]


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        place = Place(str(path))
        raise UserError(
            EXIT_BROKEN_PACK, (Diagnostic("encoding", f"{path.name} 不是 UTF-8 编码", place, "另存为 UTF-8 编码"),)
        ) from error


def _check(
    folder: Path, texts: list[tuple[str, str, str]], parsed: tuple[s.Source, ...]
) -> tuple[tuple[s.Rule, ...], tuple[Diagnostic, ...]]:
    from plancheck.judgement.schema import SCHEMA
    from plancheck.language.check import check_rules
    from plancheck.language.names import Names
    from plancheck.language.parse import place_of
    from plancheck.packs.registry import read_registry
    from plancheck.packs.words import check_words

    def where(pos: s.Pos) -> Place:
        path, text, _ = texts[pos.file]
        return place_of(pos, path, text)

    found = list(check_words(parsed, where))
    rules = [r for source in parsed for r in source.rules]
    by_id = {r.id: i for i, r in enumerate(rules)}
    for source in parsed:
        for amendment in source.amendments:
            index = by_id.get(amendment.rule.id)
            if index is None:
                found.append(Diagnostic("amend", f"没有规则 {amendment.rule.id} 可以修改", where(amendment.pos)))
                continue
            changes = {name: getattr(amendment.rule, name) for name in amendment.changed}
            rules[index] = replace(rules[index], **changes)
    entries = _entries(parsed)
    units: dict[str, dict[str, str]] = {}
    for kind, items in entries.items():
        units[kind] = {name: entry.properties.get("canonical_unit", "") for name, entry in items.items()}
    names = Names(
        units,
        {d.name: d.value for src in parsed for d in src.settings},
        frozenset(by_id),
        _registry_ids(texts, read_registry),
    )
    checked, mistakes = check_rules(rules, names, SCHEMA, where)
    return checked, (*found, *mistakes)


def _folders(texts: list[tuple[str, str, str]]) -> list[Path]:
    """The folders of the pack and of what it extends, base first."""
    return list(dict.fromkeys(Path(path).parent for path, _, role in texts if role != "shared"))


def _relations(texts: list[tuple[str, str, str]]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    from plancheck.packs.registry import read_registry, relations

    return tuple(pair for folder in _folders(texts) for pair in relations(read_registry(folder)))


def _registry_ids(texts: list[tuple[str, str, str]], read: Any) -> frozenset[str] | None:
    ids: set[str] = set()
    any_registry = False
    extends = False
    for folder in _folders(texts):
        registry = read(folder)
        if registry is None:
            extends = True
            continue
        any_registry = True
        ids.update(r.id for r in registry.requirements)
    return frozenset(ids) if any_registry and not extends else None


def _entries(sources: tuple[s.Source, ...]) -> dict[str, dict[str, Entry]]:
    found: dict[str, dict[str, Entry]] = {}
    for source in sources:
        for decl in source.entries:
            known = found.setdefault(decl.kind, {})
            properties = dict(decl.properties)
            surface = properties.get("unit")
            if surface is not None and (parsed := parse_surface(surface)) is not None:
                properties["canonical_unit"] = parsed[0]
            before = known.get(decl.name)
            if before is not None and decl.amends:
                known[decl.name] = replace(
                    before,
                    also=tuple(dict.fromkeys((*before.also, *decl.also))),
                    weak=tuple(dict.fromkeys((*before.weak, *decl.weak))),
                    never=tuple(dict.fromkeys((*before.never, *decl.never))),
                    properties=MappingProxyType({**before.properties, **properties}),
                )
            else:
                known[decl.name] = Entry(
                    decl.kind, decl.name, decl.title, decl.also, decl.weak, decl.never, MappingProxyType(properties)
                )
    return found


def _finish(
    folder: Path,
    texts: list[tuple[str, str, str]],
    checked: Checked,
    digest: str,
    given: Mapping[str, str],
    warnings: tuple[Diagnostic, ...],
) -> Loaded:
    sources, rules, kin = checked
    packs = [p for source in sources for p in source.packs]
    if not packs:
        place = Place(str(folder))
        return Loaded(None, (Diagnostic("pack", "这些文件里没有 pack 声明", place, '加一段 pack 编号 "名称" { … }'),))
    head = packs[-1]
    base = next((p for i, src in enumerate(sources) if texts[i][2] == "base" for p in src.packs), head)
    settings: dict[str, Setting] = {}
    overrides: list[tuple[str, str, str, str]] = []
    for source in sources:
        for decl in source.settings:
            before = settings.get(decl.name)
            if before is not None:
                overrides.append((f"设置 {decl.name}", _show(before.value), _show(decl.value), head.id))
            settings[decl.name] = Setting(
                decl.name, decl.value, decl.about or (before.about if before else ""), head.id
            )
        for entry in source.entries:
            if entry.amends:
                overrides.append((f"用语 {entry.name}", "", "、".join((*entry.also, *entry.weak)), head.id))
        for amendment in source.amendments:
            overrides.append((f"规则 {amendment.rule.id}", "", "、".join(amendment.changed), head.id))
    from plancheck.packs.settings import override_settings

    settings, more = override_settings(settings, given)
    chapters: dict[str, Fraction] = {}
    verdict: tuple[s.VerdictLine, ...] = ()
    last_included = sorted(range(len(sources)), key=lambda i: texts[i][2] == "included")
    for index in last_included:  # what the pack says of an included chapter holds; where it says nothing, it comes last
        for chapter in sources[index].chapters:
            if texts[index][2] != "included" or chapter.title not in chapters:
                chapters[chapter.title] = chapter.points
        verdict = verdict if texts[index][2] == "included" and verdict else sources[index].verdict or verdict

    def role(rule: s.Rule) -> str:
        return texts[rule.pos.file][2]

    pack = Pack(
        id=head.id,
        title=head.title,
        issuer=head.issuer or base.issuer,
        judges=head.judges or base.judges or ("plan",),
        titled=head.titled or base.titled,
        period=head.period or base.period,
        stage_titled=head.stage_titled or base.stage_titled,
        rules=(*(r for r in rules if role(r) != "included"), *(r for r in rules if role(r) == "included")),
        own=frozenset(r.id for r in rules if role(r) == "pack"),
        vocabulary=Vocabulary(MappingProxyType({k: MappingProxyType(v) for k, v in _entries(sources).items()})),
        settings=MappingProxyType(settings),
        chapters=MappingProxyType(chapters),
        verdict=verdict,
        digest=f"sha256:{digest}",
        files=tuple(path for path, _, _ in texts),
        folder=folder,
        related=dict(kin),
        overrides=(*overrides, *more),
    )
    return Loaded(pack, warnings)


def _show(value: s.Expr) -> str:
    if isinstance(value, s.Number):
        return value.text
    if isinstance(value, s.Range):
        return f"{value.first}..{value.last}"
    return value.value if isinstance(value, s.Text) else "…"
