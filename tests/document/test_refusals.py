"""What cannot be read is refused with one Chinese sentence, its true kind and what to do; never with a traceback."""

from __future__ import annotations

import time
import zipfile
from pathlib import Path

import pytest

from document.docx_parts import p, write
from plancheck.core.diagnostic import UserError
from plancheck.document.reader import read_document


def refusal(path: Path) -> tuple[str, str]:
    """The code and the sentence that `path` is refused with."""
    with pytest.raises(UserError) as caught:
        read_document(path)
    assert caught.value.exit_code == 3
    (diagnostic,) = caught.value.diagnostics
    assert diagnostic.message.endswith("。")
    assert diagnostic.help
    return diagnostic.code, diagnostic.message


KINDS = {
    "empty-file": (b"", "空"),
    "is-pdf": (b"%PDF-1.7\n", "PDF"),
    "is-rtf": (b"{\\rtf1 x}", "RTF"),
    "is-html": (b"<html><body>x</body></html>", "HTML"),
    "is-mhtml": (b"MIME-Version: 1.0\nContent-Type: multipart/related\n", "MHTML"),
    "is-flat-opc": (
        b'<?xml version="1.0"?><pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"/>',
        "Flat OPC",
    ),
    "is-word2003": (b'<?xml version="1.0"?><w:wordDocument/>', "Word 2003"),
    "is-ole": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), ".doc"),
    "encrypted": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(5000) + "EncryptedPackage".encode("utf-16-le"), "密码"),
    "is-image": (b"\x89PNG\r\n\x1a\n", "图片"),
    "is-text": ("一、总则".encode("gb18030"), "纯文本"),
    "not-docx": (bytes(100), "不是 Word"),
    "broken-zip": (b"PK\x03\x04" + bytes(50), "损坏"),
}


@pytest.mark.parametrize("code", KINDS)
def test_true_kind_is_named(code: str, tmp_path: Path) -> None:
    data, word = KINDS[code]
    path = tmp_path / "方案.docx"
    path.write_bytes(data)
    found, message = refusal(path)
    assert found == f"document.{code}"
    assert word in message


def test_missing_file_and_folder(tmp_path: Path) -> None:
    assert refusal(tmp_path / "没有.docx")[0] == "document.missing-file"
    assert refusal(tmp_path)[0] == "document.is-folder"


def packed(path: Path, entries: dict[str, bytes], *, method: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", method) as out:
        for name, data in entries.items():
            out.writestr(name, data)
    return path


def test_other_packages(tmp_path: Path) -> None:
    assert refusal(packed(tmp_path / "a.docx", {"xl/workbook.xml": b"<x/>"}))[0] == "document.is-xlsx"
    assert refusal(packed(tmp_path / "b.docx", {"ppt/presentation.xml": b"<x/>"}))[0] == "document.is-pptx"
    assert refusal(packed(tmp_path / "c.docx", {"x.txt": b"x"}))[0] == "document.no-main-part"
    assert refusal(packed(tmp_path / "d.docx", {"word/document.xml": b"<x/>"}))[0] == "document.wrong-root"
    assert refusal(packed(tmp_path / "e.docx", {"word/document.xml": b"<x>"}))[0] == "document.bad-xml"


def test_limits(tmp_path: Path) -> None:
    many = {f"x/{n}": b"" for n in range(10_001)}
    assert refusal(packed(tmp_path / "a.docx", many, method=zipfile.ZIP_STORED))[0] == "document.too-many-parts"
    start = time.perf_counter()
    bomb = b"<w:document>" + b" " * (65 << 20)
    assert refusal(packed(tmp_path / "b.docx", {"word/document.xml": bomb}))[0] == "document.part-too-large"
    tags = b"<a>" + b"<b/>" * 1_500_001 + b"</a>"
    assert refusal(packed(tmp_path / "c.docx", {"word/document.xml": tags}))[0] == "document.too-much-markup"
    assert time.perf_counter() - start < 5


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_document_types_are_refused(encoding: str, tmp_path: Path) -> None:
    text = (
        f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]><x>&e;</x>'
    )
    assert refusal(packed(tmp_path / "a.docx", {"word/document.xml": text.encode(encoding)}))[0] == "document.doctype"


def test_two_main_parts(tmp_path: Path) -> None:
    entries = {"word/document.xml": b"<a/>", "Word/Document.xml": b"<a/>"}
    assert refusal(packed(tmp_path / "a.docx", entries))[0] == "document.doubled-part"


def test_broken_side_parts_do_not_stop_the_reading(tmp_path: Path) -> None:
    path = write(tmp_path / "a.docx", p("正文"), parts={}, numbers="")
    broken = tmp_path / "b.docx"
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(broken, "w") as out:
        for name in source.namelist():
            out.writestr(name, b"<broken" if name.endswith("styles.xml") else source.read(name))
    document = read_document(broken)
    assert document.characters == 2
    assert "styles-unread" in {n.code for n in document.notes}
