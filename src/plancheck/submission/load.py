"""Loading a data file: YAML, JSON or XLSX → a frozen `Submission`, or one `UserError` with all mistakes."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from plancheck.core.diagnostic import Diagnostic, Place, UserError
from plancheck.core.location import Location
from plancheck.submission.tree import MAX_BYTES, Entries, Reading

if TYPE_CHECKING:
    from plancheck.submission.model import DataFile

UNREADABLE = 3


@dataclass(frozen=True, slots=True)
class Submission:
    """A data file as loaded: its model, where it came from, and the place of every key (`projects[3].investment`).

    `warnings` are diagnostics that did not stop the loading (a row of totals left out); they are to be shown.
    """

    model: DataFile
    path: Path
    sha256: str
    places: Mapping[str, Place]
    warnings: tuple[Diagnostic, ...] = ()

    def location(self, key: str) -> Location:
        """The location of a key for evidence; in a workbook the key is followed by its sheet and cell."""
        place = self.places.get(key)
        if place is not None and place.sheet and place.cell:
            return Location(source="data", key=f"{key}（{place.sheet}!{place.cell}）")
        return Location(source="data", key=key)


def load_submission(path: Path) -> Submission:
    """The data file at `path` (.yaml, .yml, .json or .xlsx).

    Raises `UserError` (exit code 3) with every mistake found, each with its place.
    """
    content = _content(path)
    return _build(path, content, _read(path, content))


def submission_from_text(text: str, name: str = "data.yaml") -> Submission:
    """A data file given as YAML text (rule examples); same checks and same errors as a file."""
    from plancheck.submission.yamlform import read_yaml

    return _build(Path(name), text.encode(), read_yaml(text, name))


def _build(path: Path, content: bytes, reading: Reading) -> Submission:
    errors = [d for d in reading.diagnostics if d.severity == "error"]
    warnings = tuple(d for d in reading.diagnostics if d.severity != "error")
    if reading.root is None:
        raise UserError(UNREADABLE, tuple(errors))

    from pydantic import ValidationError

    from plancheck.submission.model import DataFile
    from plancheck.submission.shape import Shaper
    from plancheck.submission.whole import model_for

    shaper = Shaper()
    whole = model_for(name for name, _, _ in reading.root.entries) if isinstance(reading.root, Entries) else DataFile
    values = shaper.part(reading.root, whole, "")
    errors += shaper.diagnostics
    if errors:
        raise UserError(UNREADABLE, tuple(sorted(errors, key=_order)))
    if shaper.empty:
        values["empty"] = [*dict.fromkeys([*values.get("empty", ()), *shaper.empty])]
    try:
        model = whole.model_validate(_tuples(values))
    except ValidationError as error:
        raise UserError(UNREADABLE, tuple(_misfit(e["loc"], path, shaper.places) for e in error.errors())) from None
    digest = hashlib.sha256(content).hexdigest()
    return Submission(model, path, digest, MappingProxyType(shaper.places), warnings)


def _content(path: Path) -> bytes:
    place = Place(str(path))
    try:
        if path.is_dir():
            raise _refusal("data-not-a-file", f"“{path.name}”是文件夹，不是数据文件", place, "请给出数据文件本身。")
        with path.open("rb") as stream:
            content = stream.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise _refusal("data-not-found", f"找不到数据文件“{path.name}”", place, "请检查路径和文件名。") from None
    except OSError:
        raise _refusal(
            "data-unreadable", f"打不开数据文件“{path.name}”", place, "请检查文件的读取权限，或另存一份。"
        ) from None
    if len(content) > MAX_BYTES:
        limit = MAX_BYTES // 1024 // 1024
        raise _refusal("data-too-large", f"数据文件超过 {limit} MB", place, "请只保留要填报的内容，去掉图片和附件。")
    return content


def _read(path: Path, content: bytes) -> Reading:
    ending = path.suffix.lower()
    if ending == ".xlsx":
        from plancheck.submission.xlsxform import read_xlsx

        return read_xlsx(content, str(path))
    if ending not in (".yaml", ".yml", ".json"):
        message = f"“{path.name}”不是能读的数据文件"
        raise _refusal("data-kind", message, Place(str(path)), "请使用 .yaml、.json 或 .xlsx 格式。")
    text = _text(path, content)
    if ending == ".json":
        from plancheck.submission.jsonform import read_json

        return read_json(text, str(path))
    from plancheck.submission.yamlform import read_yaml

    return read_yaml(text, str(path))


def _text(path: Path, content: bytes) -> str:
    encodings = ("utf-16",) if content[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig", "gb18030")
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not any(ord(c) < 32 and c not in "\t\r\n" for c in text):
            return text
    raise _refusal("data-not-text", f"“{path.name}”不是文本文件", Place(str(path)), "请用文本编辑器另存为 UTF-8 编码。")


def _refusal(code: str, message: str, place: Place, help_: str) -> UserError:
    return UserError(UNREADABLE, (Diagnostic(code, message, place, help_),))


def _order(diagnostic: Diagnostic) -> tuple[int, str]:
    return (diagnostic.place.line or 0, diagnostic.place.sheet or "")


def _tuples(value: object) -> object:
    """Lists as tuples, which is what the strict model takes."""
    if isinstance(value, dict):
        return {key: _tuples(inner) for key, inner in value.items()}
    return tuple(_tuples(inner) for inner in value) if isinstance(value, list) else value


def _misfit(loc: tuple[int | str, ...], path: Path, places: Mapping[str, Place]) -> Diagnostic:
    key = ""
    for step in loc:
        key += f"[{step + 1}]" if isinstance(step, int) else f".{step}" if key else step
    return Diagnostic(
        "data-misfit", f"“{key}”的内容不合要求", places.get(key, Place(str(path), key=key)), "请对照数据文件模板填写。"
    )
