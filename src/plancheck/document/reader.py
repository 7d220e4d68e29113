"""Reading a plan: `read_document` turns a .docx file into a frozen `Document`."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from plancheck.document.model import Document, ReadingNote
from plancheck.document.sniff import unreadable

_MESSAGES = {
    "hidden-text": "文档含有隐藏文字（{n} 个字），隐藏文字不作为方案内容读取。",
    "pale-text": "文档含有白色或极小的文字（{n} 个字），读者看不到，请核实。",
    "embedded-object": "文档嵌有 {n} 个对象（如 Excel、Visio），对象内部的文字没有读取。",
    "equation-object": "文档嵌有 {n} 个旧版公式对象，公式内容没有读取。",
    "chunk-unread": "文档嵌有 {n} 个其他文件，其中的内容没有读取。",
    "styles-unread": "文档的样式信息已损坏，标题只能按编号和外观识别。",
    "numbering-unread": "文档的编号信息已损坏，自动编号没有读取。",
}


def read_document(path: Path) -> Document:
    """Read the plan at `path`.

    Raises `UserError` with exit code 3 and one Chinese sentence where the file cannot be read: missing, empty, not a
    Word document, encrypted, damaged, or unsafe to open.
    """
    from plancheck.document.assemble import assemble
    from plancheck.document.package import MAX_FILE, Package
    from plancheck.document.story import main_story

    name = path.name
    try:
        if path.is_dir():
            raise unreadable(name, "document.is-folder", "给出的是文件夹，不是文件。", "请给出一个 .docx 文件。")
        if path.stat().st_size > MAX_FILE:
            raise unreadable(
                name, "document.too-large", f"文件超过 {MAX_FILE >> 20} MB，无法读取。", "请压缩文中图片后再提交。"
            )
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise unreadable(
            name, "document.missing-file", f"找不到文件 {path}。", "请检查文件名和路径是否正确。"
        ) from error
    except (OSError, ValueError) as error:
        raise unreadable(
            name, "document.not-readable", f"文件 {path} 打不开。", "请检查文件是否存在、是否有读取权限。"
        ) from error
    package = Package(name, data)
    story = main_story(package)
    return assemble(
        story.blocks, name=name, sha256=package.sha256, margins=story.margins, notes=reading_notes(story.noticed)
    )


def reading_notes(noticed: Mapping[str, int]) -> list[ReadingNote]:
    """The notes for counts of what was not read."""
    return [ReadingNote(code, _MESSAGES[code].format(n=count)) for code, count in noticed.items() if code in _MESSAGES]
