"""Tables of contents, automatic or typed by hand: told apart from the headings that they repeat."""

from __future__ import annotations

from collections.abc import Sequence

from plancheck.document.labels import compact, parse_label
from plancheck.document.raw import RawBlock, RawFigure, RawParagraph

_LEADERS = frozenset(".…·．⋯_—-－‥・ \t　")
_TITLES = frozenset(("目录", "目次", "contents", "目录contents"))
_LONGEST = 120
_LONGEST_TITLE = 10


def _is_contents_title(text: str) -> bool:
    """Whether a compacted line heads a table of contents (目录, 方案目录)."""
    return text in _TITLES or (len(text) <= _LONGEST_TITLE and text.endswith(("目录", "目次")))


def split_contents(blocks: Sequence[RawBlock]) -> tuple[list[RawBlock], list[str], int | None]:
    """The blocks without contents entries, the entries without leaders and page numbers, and where the first one stood
    (index into the blocks returned), or `None` where there is no table of contents."""
    gone: set[int] = set()
    entries: list[str] = []
    texts = [
        compact(b.label + b.text) if isinstance(b, RawParagraph) and len(b.text) < _LONGEST else "" for b in blocks
    ]
    for index, block in enumerate(blocks):
        if isinstance(block, RawParagraph) and block.toc and _may_be_entry(block):
            gone.add(index)
    gone |= _typed(blocks, texts, gone)
    if not gone:
        return list(blocks), [], None
    first = min(gone)
    for index in range(first - 1, max(-1, first - 3), -1):
        if _is_contents_title(texts[index]):
            gone.add(index)
            first = index
    for index in sorted(gone):
        block = blocks[index]
        if isinstance(block, RawParagraph) and not _is_contents_title(texts[index]):
            for piece in (block.label + block.text).split("\n"):
                entry = strip_page(piece)
                if entry:
                    entries.append(entry)
    kept = [b for i, b in enumerate(blocks) if i not in gone]
    return kept, entries, first


def _compacted(blocks: Sequence[RawBlock]) -> list[str]:
    """Short lines for comparison, "" for others; where nothing names a table of contents, nothing needs comparing."""
    words = ("录", "次", "ontents", "ONTENTS")
    if not any(
        isinstance(b, RawParagraph) and len(b.text) < 30 and (b.toc or any(w in b.text for w in words)) for b in blocks
    ):
        return [""] * len(blocks)
    return [compact(b.label + b.text) if isinstance(b, RawParagraph) and len(b.text) < _LONGEST else "" for b in blocks]


def _may_be_entry(block: RawParagraph) -> bool:
    """A paragraph under an open contents field that is long prose is text that a stray field swallowed."""
    return len(block.text) < _LONGEST or "\t" in block.text or "\n" in block.text


def _typed(blocks: Sequence[RawBlock], texts: Sequence[str], known: set[int]) -> set[int]:
    found: set[int] = set()
    later: dict[str, int] = {}
    for index, text in enumerate(texts):
        if text:
            later[text] = index
    at = 0
    while at < len(blocks):
        titled = _is_contents_title(texts[at])
        run: list[int] = []
        after = at + 1 if titled else at
        while after < len(blocks):
            block = blocks[after]
            if after in known or isinstance(block, RawFigure):
                after += 1
                continue
            if not isinstance(block, RawParagraph):
                break
            if not block.text.strip():
                after += 1
                continue
            paged = has_page(block.text)
            repeats = titled and bool(texts[after]) and later.get(texts[after], -1) > after
            if not paged and not repeats:
                break
            run.append(after)
            after += 1
        # A repeated line under 目录 counts only where the repetition lies behind the whole list.
        while run and not has_page(_text(blocks[run[-1]])) and later.get(texts[run[-1]], -1) <= run[-1]:
            run.pop()
        while titled and run and after < len(blocks) and _goes_on(_text(blocks[run[-1]]), _text(blocks[after])):
            run.append(after)
            after += 1
        if (titled and len(run) >= 2) or (len(run) >= 3 and all(has_page(_text(blocks[i])) for i in run)):
            found.update(run)
            if titled:
                found.add(at)
        at = max(after, at + 1)
    return found


def _goes_on(last: str, line: str) -> bool:
    """Whether a line under 目录 counts on from the entry before it (第六章 after 第五章), though nothing repeats it."""
    one, two = parse_label(last), parse_label(line)
    if one is None or two is None or len(line) > 40 or one.kind != two.kind or not one.numbers:
        return False
    return two.numbers == (*one.numbers[:-1], one.numbers[-1] + 1)


def _text(block: RawBlock) -> str:
    return block.text if isinstance(block, RawParagraph) else ""


def has_page(text: str) -> bool:
    """Whether a line ends like a contents entry: leaders (dots, a tab, wide blanks) and a page number."""
    if len(text) > 3 * _LONGEST:
        return False
    bare = text.rstrip().rstrip(")）-—")
    digits = len(bare) - len(bare.rstrip("0123456789"))
    if not 0 < digits <= 3:
        return False
    front = bare[: len(bare) - digits].rstrip("(（-—")
    title = front.rstrip("".join(_LEADERS))
    gap = front[len(title) :]
    if len(title) < 2:
        return False
    return "\t" in gap or "…" in gap or sum(c in ".·．⋯_‥・—-－" for c in gap) >= 3 or len(gap) >= 4


def strip_page(text: str) -> str:
    """A contents entry without its leaders and page number."""
    text = text.strip()
    if has_page(text):
        text = text.rstrip(")）-— ").rstrip("0123456789").rstrip("(（").rstrip("".join(_LEADERS))
    return " ".join(text.replace("\t", " ").split())
