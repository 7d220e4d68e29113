"""The main story of a package: its parts found and opened, its body walked, header and footer texts gathered."""

from __future__ import annotations

from dataclasses import dataclass, field

from plancheck.document.body import Walk
from plancheck.document.numbering import Numbering
from plancheck.document.ooxml import W
from plancheck.document.package import Package
from plancheck.document.raw import RawBlock, RawParagraph
from plancheck.document.sniff import unreadable
from plancheck.document.styles import Styles

_MAX_MARGIN_PARTS = 60


@dataclass(slots=True)
class Story:
    """The blocks of a document, the texts of its headers and footers, and counts of what was not read."""

    blocks: list[RawBlock] = field(default_factory=list)
    margins: list[str] = field(default_factory=list)
    noticed: dict[str, int] = field(default_factory=dict)


def main_story(package: Package, depth: int = 0) -> Story:
    """Walk the main part of `package`; raises `UserError` (exit code 3) where it is not a Word document."""
    part = package.main_part()
    root = package.xml(part)
    if root.tag != W + "document":
        raise unreadable(package.name, "document.wrong-root", "文件里的正文不是 Word 文档的格式，无法读取。")
    links = package.relationships(part)
    by_kind = {link.kind: link.target for link in reversed(links) if not link.external}
    noticed: dict[str, int] = {}
    roots = {}
    for kind in ("styles", "numbering"):
        target = by_kind.get(kind)
        roots[kind] = package.optional_xml(target) if target and target != part else None
        if roots[kind] is None and target and package.has(target):
            noticed[f"{kind}-unread"] = 1
    styles = Styles(roots["styles"])
    numbering = Numbering(roots["numbering"], styles)
    body = root.find(W + "body")
    story = Story()
    if body is None:
        return story
    walk = Walk(package, part, root, styles, numbering, depth=depth)
    story.blocks = walk.blocks(body)
    if depth == 0:
        targets = dict.fromkeys(x.target for x in links if x.kind in ("header", "footer") and not x.external)
        for target in list(targets)[:_MAX_MARGIN_PARTS]:
            margin = package.optional_xml(target) if target != part else None
            if margin is None:
                continue
            inner = Walk(package, target, margin, styles, numbering, depth=2)
            story.margins.extend(b.text for b in inner.blocks(margin) if isinstance(b, RawParagraph))
    story.noticed = {**noticed, **walk.noticed}
    return story
