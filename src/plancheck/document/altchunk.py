"""Text embedded as a whole file (altChunk): web pages, web archives, documents and plain text, to a bounded depth."""

from __future__ import annotations

from email import message_from_bytes, policy
from html.parser import HTMLParser

from plancheck.core.diagnostic import UserError
from plancheck.document.package import Package
from plancheck.document.raw import RawBlock, RawCell, RawFigure, RawParagraph, RawRow, RawTable

_BLOCKS = frozenset(
    [
        "p",
        "div",
        "li",
        "br",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "tr",
        "table",
        "ul",
        "ol",
        "section",
        "article",
        "blockquote",
        "dd",
        "dt",
        "hr",
        "body",
    ]
)
_SILENT = frozenset(["script", "style", "head", "title", "noscript", "template"])
_SPACE = " \t\r\n"


def chunk_blocks(package: Package, part: str, depth: int, noticed: dict[str, int]) -> list[RawBlock]:
    """The blocks of an embedded file. What cannot be read is counted in `noticed` under `chunk-unread`."""
    try:
        data = package.read(part)
        if data.startswith(b"PK\x03\x04"):
            from plancheck.document.story import main_story

            return main_story(Package(package.name, data), depth).blocks
    except UserError:
        noticed["chunk-unread"] = noticed.get("chunk-unread", 0) + 1
        return []
    head = data[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith((b"mime-version", b"from:", b"content-type:")):
        return html_blocks(_html_of_archive(data))
    if b"<html" in data[:4096].lower() or head.startswith(b"<"):
        return html_blocks(_decoded(data))
    if head.startswith(b"{\\rtf") or b"\x00" in data[:4096]:
        noticed["chunk-unread"] = noticed.get("chunk-unread", 0) + 1
        return []
    return [RawParagraph(line.strip()) for line in _decoded(data).splitlines()]


def html_blocks(text: str) -> list[RawBlock]:
    """Paragraphs, headings, tables and pictures of a web page."""
    reader = _Page()
    reader.feed(text)
    reader.close()
    reader.flush()
    return reader.blocks


def _html_of_archive(data: bytes) -> str:
    message = message_from_bytes(data, policy=policy.default)
    for piece in message.walk():
        if piece.get_content_type() == "text/html":
            payload = piece.get_payload(decode=True)
            if isinstance(payload, bytes):
                return _decoded(payload)
    return ""


def _decoded(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("gb18030", "replace")


class _Page(HTMLParser):
    """Gathers blocks; a nested table's text stays in the cell of the outer one."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[RawBlock] = []
        self._text: list[str] = []
        self._silent = 0
        self._outline = 0
        self._table: RawTable | None = None
        self._depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self._silent += 1
            return
        if tag in _BLOCKS or tag in ("td", "th"):
            self.flush()
        if len(tag) == 2 and tag[0] == "h" and tag[1] in "123456":
            self._outline = int(tag[1])
        elif tag == "table":
            self._depth += 1
            if self._depth == 1:
                self._table = RawTable()
        elif tag == "tr" and self._table is not None and self._depth == 1:
            self._table.rows.append(RawRow())
        elif tag in ("td", "th") and self._table is not None and self._depth == 1 and self._table.rows:
            span = dict(attrs).get("colspan") or "1"
            wide = min(int(span), 200) if span.isdecimal() and len(span) < 6 and int(span) else 1
            row = self._table.rows[-1]
            row.header = row.header or tag == "th"
            row.cells.append(RawCell([], wide))
        elif tag == "img":
            self.flush()
            self._put(RawFigure(dict(attrs).get("alt") or ""))

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
            return
        if tag in _BLOCKS or tag in ("td", "th"):
            self.flush()
        if len(tag) == 2 and tag[0] == "h":
            self._outline = 0
        if tag == "table" and self._depth:
            self._depth -= 1
            if self._depth == 0 and self._table is not None:
                self.blocks.append(self._table)
                self._table = None

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self._text.append(data)

    def flush(self) -> None:
        """End the running paragraph."""
        text = " ".join("".join(self._text).split())
        self._text.clear()
        if text:
            self._put(RawParagraph(text, outline=self._outline, in_table=self._table is not None))

    def _put(self, block: RawBlock) -> None:
        if self._table is None:
            self.blocks.append(block)
        elif self._table.rows and self._table.rows[-1].cells:
            self._table.rows[-1].cells[-1].blocks.append(block)
