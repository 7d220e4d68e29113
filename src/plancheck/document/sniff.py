"""What kind of file the bytes really are, told by their first bytes and not by the file's name."""

from __future__ import annotations

from plancheck.core.diagnostic import Diagnostic, Place, UserError

SAVE_AS_DOCX = "请用 Word 或 WPS 打开原文件，另存为 .docx 格式后再提交。"


def unreadable(name: str, code: str, message: str, help: str | None = SAVE_AS_DOCX) -> UserError:
    """The error of a plan that cannot be read: exit code 3, one Chinese sentence, and what to do."""
    return UserError(3, (Diagnostic(code, message, Place(name), help),))


def check_kind(name: str, head: bytes, size: int) -> None:
    """Raise `UserError` naming the true kind unless the bytes may be a zip container. `head` is the first 4 KiB."""
    if size == 0:
        raise unreadable(
            name, "document.empty-file", "文件是空的，没有任何内容。", "请确认文件已完整保存或上传，再重新提交。"
        )
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return
    kind = _kind(head)
    if kind is None:
        raise unreadable(name, "document.not-docx", "文件不是 Word 文档（.docx）。")
    code, what = kind
    if code == "encrypted":
        raise unreadable(
            name, "document.encrypted", "文档设有打开密码，无法读取。", "请取消文档的打开密码，保存后再提交。"
        )
    raise unreadable(name, f"document.is-{code}", f"文件不是 .docx 格式，实际是{what}。")


def _kind(head: bytes) -> tuple[str, str] | None:
    if head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        # The directory entry that Word writes for a password-protected .docx stands within the first sectors or later;
        # the reader passes a longer head for this kind.
        if "EncryptedPackage".encode("utf-16-le") in head:
            return "encrypted", ""
        return "ole", "旧版 Office 文件（.doc、.wps 或 .xls）"
    text = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    low = text[:2048].lower()
    if text.startswith(b"%PDF"):
        return "pdf", " PDF 文件"
    if text.startswith(b"{\\rtf"):
        return "rtf", " RTF 文件"
    if low.startswith((b"mime-version", b"from:", b"content-type: multipart")):
        return "mhtml", "网页存档（MHTML）文件"
    if b"schemas.microsoft.com/office/2006/xmlpackage" in low or b"pkg:package" in low:
        return "flat-opc", " Word XML（Flat OPC）文件"
    if b"w:worddocument" in low or b"schemas.microsoft.com/office/word/2003" in low:
        return "word2003", " Word 2003 XML 文件"
    if low.startswith((b"<!doctype html", b"<html")) or b"<html" in low:
        return "html", "网页（HTML）文件"
    if text.startswith(b"<?xml"):
        return "xml", " XML 文件"
    if head.startswith((b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM")):
        return "image", "图片文件"
    if head.startswith((b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b")):
        return "archive", "压缩包"
    if head.strip(b"\x00") and b"\x00" not in head:
        return "text", "纯文本文件"
    return None
