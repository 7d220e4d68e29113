"""The zip package behind a .docx: limits before anything is inflated, parts found by relationship, safe XML."""

from __future__ import annotations

import hashlib
import posixpath
import zipfile
import zlib
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

from plancheck.core.diagnostic import UserError
from plancheck.document.ooxml import PKG_REL, transitional
from plancheck.document.sniff import check_kind, unreadable

if TYPE_CHECKING:
    from lxml.etree import _Element

MAX_FILE = 200 << 20
MAX_ENTRIES = 10_000
MAX_PART = 64 << 20
MAX_TOTAL = 160 << 20
MAX_MARKUP = 1_500_000  # `<` characters in a part; the largest good file seen has 0.5 million
_BROKEN = "文件可能没有传完整或已损坏，请用 Word 重新打开并另存后再提交。"


class Relationship(NamedTuple):
    """A relationship of a part: the last word of its type (`footnotes`, `image` …) and the part name it leads to."""

    kind: str
    target: str
    external: bool


class Package:
    """An opened package. Part names are looked up without regard to case, back-slashes or leading slashes."""

    def __init__(self, name: str, data: bytes) -> None:
        """Check the kind and the table of contents of `data`; raises `UserError` (exit code 3)."""
        self.name = name
        if len(data) > MAX_FILE:
            raise unreadable(
                name, "document.too-large", f"文件超过 {MAX_FILE >> 20} MB，无法读取。", "请压缩文中图片后再提交。"
            )
        ole = data.startswith(b"\xd0\xcf\x11\xe0")
        check_kind(name, data[: 1 << 20] if ole else data[:4096], len(data))
        self._total = 0
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OverflowError) as error:
            raise unreadable(name, "document.broken-zip", "文件已损坏，无法作为 Word 文档打开。", _BROKEN) from error
        infos = self._zip.infolist()
        if len(infos) > MAX_ENTRIES:
            raise unreadable(name, "document.too-many-parts", f"文档内部的文件超过 {MAX_ENTRIES} 个，无法安全读取。")
        self._parts: dict[str, zipfile.ZipInfo] = {}
        self._doubled: set[str] = set()
        for info in infos:
            key = _key(info.filename)
            if key in self._parts:
                self._doubled.add(key)
            self._parts[key] = info
        self.sha256 = hashlib.sha256(data).hexdigest()

    def has(self, part: str) -> bool:
        """Whether the package holds the part."""
        return _key(part) in self._parts

    def main_part(self) -> str:
        """The name of the main document part; raises `UserError` where there is none or more than one."""
        part = next((r.target for r in self.relationships("") if r.kind == "officeDocument" and not r.external), None)
        if part is None or not self.has(part):
            part = "word/document.xml"
        if not self.has(part):
            if self.has("xl/workbook.xml"):
                raise unreadable(
                    self.name,
                    "document.is-xlsx",
                    "文件不是 Word 文档，实际是 Excel 工作簿。",
                    "请提交 Word 格式的方案文本。",
                )
            if self.has("ppt/presentation.xml"):
                raise unreadable(
                    self.name,
                    "document.is-pptx",
                    "文件不是 Word 文档，实际是 PowerPoint 演示文稿。",
                    "请提交 Word 格式的方案文本。",
                )
            raise unreadable(self.name, "document.no-main-part", "文件里没有 Word 正文，不是完整的 .docx 文档。")
        if part.lower().startswith("xl/"):
            raise unreadable(
                self.name,
                "document.is-xlsx",
                "文件不是 Word 文档，实际是 Excel 工作簿。",
                "请提交 Word 格式的方案文本。",
            )
        if part.lower().startswith("ppt/"):
            raise unreadable(
                self.name,
                "document.is-pptx",
                "文件不是 Word 文档，实际是 PowerPoint 演示文稿。",
                "请提交 Word 格式的方案文本。",
            )
        if _key(part) in self._doubled:
            raise unreadable(
                self.name,
                "document.doubled-part",
                "文件里有两份正文，不同软件会读出不同内容。",
                "请用 Word 打开并另存后再提交。",
            )
        return part

    def relationships(self, part: str) -> tuple[Relationship, ...]:
        """The relationships of a part (`""` for the package), ids dropped; empty where there are none."""
        return tuple(self.relationship_ids(part).values())

    def relationship_ids(self, part: str) -> dict[str, Relationship]:
        """The relationships of a part by id; targets are names inside the package."""
        folder, base = posixpath.split(part)
        where = posixpath.join(folder, "_rels", base + ".rels")
        if not self.has(where):
            return {}
        found: dict[str, Relationship] = {}
        for rel in self.xml(where).iter(PKG_REL + "Relationship"):
            kind = rel.get("Type", "").rstrip("/").rpartition("/")[2]
            external = rel.get("TargetMode", "") == "External"
            target = rel.get("Target", "")
            if not external:
                target = unquote(target).replace("\\", "/").partition("#")[0]
                target = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
                target = posixpath.normpath(target).lstrip("./")
            found[rel.get("Id", "")] = Relationship(kind, target, external)
        return found

    def read(self, part: str) -> bytes:
        """The bytes of a part, never more than the limits allow; raises `UserError` where it cannot be read."""
        info = self._parts[_key(part)]
        if info.flag_bits & 1:
            raise unreadable(
                self.name, "document.encrypted", "文档内容已加密，无法读取。", "请取消加密，保存后再提交。"
            )
        limit = min(MAX_PART, MAX_TOTAL - self._total)
        try:
            with self._zip.open(info) as stream:
                data = stream.read(limit + 1)
        except (
            zipfile.BadZipFile,
            zlib.error,
            NotImplementedError,
            RuntimeError,
            EOFError,
            OSError,
            ValueError,
        ) as error:
            raise unreadable(
                self.name, "document.part-unreadable", f"文件已损坏，内部文件 {part} 读不出来。", _BROKEN
            ) from error
        if len(data) > limit:
            raise unreadable(self.name, "document.part-too-large", f"文档内部文件 {part} 展开后过大，无法安全读取。")
        self._total += len(data)
        return data

    def xml(self, part: str) -> _Element:
        """The root element of an XML part; refuses document types, overlong and malformed XML with `UserError`."""
        return parse_xml(self.name, part, self.read(part))

    def optional_xml(self, part: str) -> _Element | None:
        """As `xml`, but `None` where the part is absent or broken (a document type is still refused)."""
        if not self.has(part):
            return None
        try:
            return self.xml(part)
        except UserError as error:
            if error.diagnostics[0].code in ("document.part-unreadable", "document.bad-xml"):
                return None
            raise


def parse_xml(name: str, part: str, data: bytes) -> _Element:
    """Parse untrusted XML: no document type, no entities, no network, no more markup than `MAX_MARKUP`."""
    from lxml import etree

    if data.count(b"<") > MAX_MARKUP:
        raise unreadable(name, "document.too-much-markup", f"文档内部文件 {part} 的标记过多，无法安全读取。")
    declares = b"<!DOCTYPE" in data
    if not declares:
        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )
        try:
            root = etree.fromstring(transitional(data), parser)
        except (etree.XMLSyntaxError, ValueError, LookupError) as error:
            raise unreadable(
                name, "document.bad-xml", f"文件已损坏，内部文件 {part} 不是合格的 XML。", _BROKEN
            ) from error
        declares = root.getroottree().docinfo.internalDTD is not None
    if declares:
        raise unreadable(
            name,
            "document.doctype",
            f"文档内部文件 {part} 含有不安全的声明（DTD），已拒绝读取。",
            "请用 Word 打开并另存后再提交。",
        )
    return root


def _key(part: str) -> str:
    return part.replace("\\", "/").lstrip("/").lower()
