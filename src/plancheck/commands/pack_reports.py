"""`plancheck packs coverage` and `plancheck packs diff`: a pack against its source text, and against another pack."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from plancheck.core.diagnostic import Diagnostic, Place, UserError
from plancheck.packs.coverage import CoverageRow

_OBLIGATION = {"shall": "应", "should": "宜", "may": "可", "info": "告知"}


def show_coverage(options: argparse.Namespace) -> int:
    """1 where a requirement has no rule, else 0. With `--source` the text is gone through line by line."""
    from plancheck.packs.coverage import coverage_rows
    from plancheck.packs.load import load_pack
    from plancheck.packs.registry import read_registry

    pack = load_pack(options.pack)
    registry = read_registry(pack.folder)
    if registry is None:
        message = f"规则包 {pack.id} 没有要求登记表，无从对照"
        help_ = "在规则包文件夹里建 requirements.yaml；扩展包请对照它所扩展的规则包"
        raise UserError(2, (Diagnostic("registry", message, Place(str(pack.folder)), help_),))
    rows = coverage_rows(pack)
    if options.source is None:
        for row in rows:
            print(f"{row.requirement.id}\t{row.requirement.locator}\t{row.requirement.subject}\t{row.state}")
    else:
        _show_source(options, rows, registry.text_sha256)
    covered = sum(row.state.startswith("规则") for row in rows)
    context = sum(row.requirement.check == "context" for row in rows)
    missing = sum(row.state == "缺规则" for row in rows)
    print(f"共 {len(rows)} 条：有规则 {covered} 条，不向方案提要求 {context} 条，缺规则 {missing} 条")
    return 1 if missing else 0


def _show_source(options: argparse.Namespace, rows: Sequence[CoverageRow], sha256: str) -> None:
    from plancheck.packs.source_coverage import is_short, read_source_text, source_coverage

    text, same = read_source_text(options.source, sha256)
    found = source_coverage(rows, text, same)
    if same is None:
        print("提示：登记表里没有原文的校验值（source.text_sha256），无法核对这是不是登记时所用的原文。\n")
    for line in found.lines:
        print(f"第{line.number}行　{line.text}")
        for row, quoted in line.rows:
            entry = row.requirement
            word = _OBLIGATION.get(entry.modality, entry.modality)
            quote = "" if quoted == line.text else f"　“{quoted}”"
            print(f"    {entry.id}\t{entry.locator}\t{word}\t{row.state}{quote}")
        for piece in line.uncovered:
            if not is_short(piece):
                print(f"    未登记：{piece}")
    print()
    for row in found.astray:
        where = "没有标明原文位置" if row.requirement.span == (0, 0) else "标明的位置不在原文里"
        print(f"{row.requirement.id}\t{row.requirement.locator}\t{row.state}\t{where}")
    listed = [piece for piece in found.uncovered if not is_short(piece)]
    short = len(found.uncovered) - len(listed)
    print(
        f"原文 {len(found.lines)} 段；没有登记的文字 {len(listed)} 处（多为标题），另有连接词一类的零星字词 {short} 处。"
    )


def show_diff(options: argparse.Namespace) -> int:
    """0 where both packs could be loaded, whether they differ or not."""
    from plancheck.packs.diff import pack_changes
    from plancheck.packs.load import load_pack

    before, after = load_pack(options.pack), load_pack(options.other)
    changes = pack_changes(before, after)
    if options.format == "json":
        import dataclasses
        import json

        sides = {
            side: {"id": pack.id, "title": pack.title, "digest": pack.digest}
            for side, pack in (("before", before), ("after", after))
        }
        told = [dataclasses.asdict(change) for change in changes]
        print(json.dumps(sides | {"changes": told}, ensure_ascii=False, indent=1))
        return 0
    print(f"原来：{before.title}（{options.pack}）\n现在：{after.title}（{options.other}）")
    parts = dict.fromkeys(change.part for change in changes)
    for part in parts:
        print(f"\n■ {part}")
        for change in changes:
            if change.part == part:
                print(f"  {change.sentence}")
    counts = "，".join(f"{part} {sum(c.part == part for c in changes)} 处" for part in parts)
    print(f"\n共 {len(changes)} 处不同（{counts}）。" if changes else "\n两者没有不同。")
    return 0
