"""What the user is told about the reading: nothing to read, pictures only, no headings, contents that differ."""

from __future__ import annotations

from collections.abc import Sequence

from plancheck.document.captions import caption_kind
from plancheck.document.labels import compact, parse_label, tidy_title
from plancheck.document.model import Block, Figure, Paragraph, ReadingNote, Section, Table


def count_characters(block: Block) -> int:
    """Chinese characters, letters and digits in a block."""
    if isinstance(block, Paragraph):
        return sum(map(str.isalnum, block.text))
    if isinstance(block, Table):
        return sum(sum(map(str.isalnum, c.text)) + sum(count_characters(t) for t in c.tables) for c in block.cells)
    return 0


def content_notes(blocks: Sequence[Block], sections: Sequence[Section], contents: Sequence[str]) -> list[ReadingNote]:
    """The notes that the content of a document gives rise to."""
    notes: list[ReadingNote] = []
    written = any(isinstance(b, (Paragraph, Table)) for b in blocks)
    if not written:
        if any(isinstance(b, Figure) for b in blocks):
            notes.append(ReadingNote("pictures-only", "文档只有图片，没有可读的文字，可能是扫描件。请提交文字版。"))
        else:
            notes.append(ReadingNote("empty-document", "正文为空，没有读到任何内容。"))
        return notes
    pictures = sum(isinstance(b, Figure) and b.present for b in blocks)
    letters = sum(count_characters(b) for b in blocks) if pictures else 0
    if pictures and letters < 200 and pictures * 100 > letters:
        notes.append(
            ReadingNote("pictures-only", "文字很少而图片较多，正文可能是扫描图片。图片里的文字没有读取，请提交文字版。")
        )
    if len(sections) == 1:
        notes.append(ReadingNote("no-headings", "没有识别到章节标题，按章节检查的内容需要人工核对。"))
    notes.extend(_contents_note(sections, contents))
    return notes


def _contents_note(sections: Sequence[Section], contents: Sequence[str]) -> list[ReadingNote]:
    if not contents:
        return []
    seen = {compact(s.label + s.title) for s in sections} | {compact(s.title) for s in sections}
    missing = [
        e for e in contents if compact(e) not in seen and not caption_kind(e) and not _known_without_label(e, seen)
    ]
    if not missing:
        return []
    shown = "、".join(f"“{m[:30]}”" for m in missing[:3])
    more = f"等 {len(missing)} 条" if len(missing) > 3 else ""
    return [ReadingNote("contents-differ", f"目录中的{shown}{more}在正文里没有找到同名标题，目录可能没有更新。")]


def _known_without_label(entry: str, seen: set[str]) -> bool:
    label = parse_label(entry)
    return label is not None and compact(tidy_title(entry[label.end :])) in seen
