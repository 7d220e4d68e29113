"""Names of the OOXML vocabulary, and small helpers to read attributes without trusting them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
PIC = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
DGM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
V = "{urn:schemas-microsoft-com:vml}"
OFFICE = "{urn:schemas-microsoft-com:office:office}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
WPG = "{http://schemas.microsoft.com/office/word/2010/wordprocessingGroup}"
WPC = "{http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas}"
PKG_REL = "{http://schemas.openxmlformats.org/package/2006/relationships}"

VAL = W + "val"

_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", R),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", M),
    (b"http://purl.oclc.org/ooxml/drawingml/main", A),
    (b"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing", WP),
    (b"http://purl.oclc.org/ooxml/drawingml/picture", PIC),
    (b"http://purl.oclc.org/ooxml/drawingml/chart", C),
    (b"http://purl.oclc.org/ooxml/drawingml/diagram", DGM),
)


def transitional(data: bytes) -> bytes:
    """XML of ISO 29500 Strict with its namespaces turned into the transitional ones that all readers here know."""
    if b"http://purl.oclc.org/ooxml/" in data:
        for strict, name in _STRICT:
            data = data.replace(strict, name[1:-1].encode())
    return data


def number(text: str | None, low: int, high: int) -> int | None:
    """An integer attribute clamped into `low`..`high`; `None` where it is absent or no integer."""
    if text is None or len(text) > 20:
        return None
    try:
        value = int(float(text)) if "." in text else int(text)
    except (ValueError, OverflowError):
        return None
    return max(low, min(high, value))


def first(parent: _Element, name: str) -> _Element | None:
    """The first child `name` of `parent`: what `find` gives, in a fraction of its time."""
    for child in parent.iterchildren(name):
        return child
    return None


def val(parent: _Element | None, name: str) -> str | None:
    """The `w:val` of the child `name` of `parent`."""
    if parent is None:
        return None
    child = first(parent, name)
    return None if child is None else child.get(VAL)


def switch(parent: _Element | None, name: str) -> bool | None:
    """A toggle such as `w:b`: True, False, or `None` where it is not stated."""
    if parent is None:
        return None
    child = first(parent, name)
    if child is None:
        return None
    return child.get(VAL, "1") not in ("0", "false", "off", "none")
