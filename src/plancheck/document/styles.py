"""The style chain: outline level, numbering, bold, size, East Asian font and hidden text, resolved through basedOn."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from plancheck.document.ooxml import VAL, W, first, number, switch, val

if TYPE_CHECKING:
    from lxml.etree import _Element

_HEAVY_FONTS = ("黑体", "simhei", "小标宋", "heiti", "微软雅黑", "雅黑", "方正大标宋", "华文中宋", "stheiti")
MAX_CHAIN = 50
_B, _SZ, _FONTS, _VANISH, _COLOR, _EAST_ASIA = (W + n for n in ("b", "sz", "rFonts", "vanish", "color", "eastAsia"))


class Look(NamedTuple):
    """How text looks: `None` where nothing is stated. `size` is in half points."""

    bold: bool | None = None
    size: int | None = None
    heavy: bool | None = None
    hidden: bool | None = None
    pale: bool | None = None  # white letters, or too small to see
    font: str | None = None

    def over(self, below: Look) -> Look:
        """This look laid over `below`: what is stated here wins."""
        if self is PLAIN:
            return below
        if below is PLAIN:
            return self
        return Look(
            below.bold if self.bold is None else self.bold,
            below.size if self.size is None else self.size,
            below.heavy if self.heavy is None else self.heavy,
            below.hidden if self.hidden is None else self.hidden,
            below.pale if self.pale is None else self.pale,
            below.font if self.font is None else self.font,
        )


PLAIN = Look()


class Style(NamedTuple):
    """A style with its chain resolved. `outline` counts from 1 (0 none); `toc` marks styles of contents entries."""

    name: str = ""
    look: Look = PLAIN
    outline: int | None = None
    numbering: tuple[str, int | None] | None = None
    centred: bool | None = None
    toc: bool = False
    title: bool = False


NO_STYLE = Style()


def read_look(properties: _Element | None) -> Look:
    """The look that a `w:rPr` states."""
    if properties is None or not len(properties):
        return PLAIN
    bold = size = heavy = hidden = pale = font = None
    for child in properties:
        tag = child.tag
        if tag == _B:
            bold = child.get(VAL, "1") not in ("0", "false", "off")
        elif tag == _SZ:
            size = number(child.get(VAL), 1, 400)
            if size is not None and size <= 4:
                pale = True
        elif tag == _FONTS:
            font = child.get(_EAST_ASIA)
            if font:
                heavy = any(f in font.lower() for f in _HEAVY_FONTS)
        elif tag == _VANISH:
            hidden = child.get(VAL, "1") not in ("0", "false", "off")
        elif tag == _COLOR and child.get(VAL, "").upper() == "FFFFFF":
            pale = True
    if bold is None and size is None and heavy is None and hidden is None and pale is None:
        return PLAIN
    return Look(bold, size, heavy, hidden, pale, font)


class Styles:
    """The styles of a document, resolved when asked for and kept."""

    def __init__(self, root: _Element | None) -> None:
        self._elements: dict[str, _Element] = {}
        self._known: dict[str, Style] = {}
        self.default_paragraph = NO_STYLE
        self.base = PLAIN
        if root is None:
            return
        defaults = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        self.base = read_look(defaults)
        default = None
        for element in root.iterchildren(W + "style"):
            key = element.get(W + "styleId")
            if key is None:
                continue
            self._elements.setdefault(key, element)
            if element.get(W + "type") == "paragraph" and element.get(W + "default") in ("1", "true", "on"):
                default = key
        self._default_key = default
        if default is not None:
            self.default_paragraph = self.get(default)

    def get(self, key: str | None) -> Style:
        """The style of an id with everything it inherits; an unknown id is the plain style."""
        if key is None:
            return self.default_paragraph
        found = self._known.get(key)
        if found is not None:
            return found
        chain: list[_Element] = []
        seen: set[str] = set()
        at: str | None = key
        while at is not None and at not in seen and at in self._elements and len(chain) < MAX_CHAIN:
            seen.add(at)
            element = self._elements[at]
            chain.append(element)
            at = val(element, W + "basedOn")
        style = NO_STYLE
        for element in reversed(chain):
            style = _lay_over(element, style)
        self._known[key] = style
        return style


def _lay_over(element: _Element, below: Style) -> Style:
    name = val(element, W + "name") or ""
    low = name.lower()
    properties = element.find(W + "pPr")
    outline = below.outline
    numbering = below.numbering
    centred = below.centred
    if properties is not None:
        level = number(val(properties, W + "outlineLvl"), 0, 9)
        if level is not None:
            outline = 0 if level == 9 else level + 1
        stated = numbering_of(properties)
        if stated is not None:
            ident, depth = stated
            numbering = (ident or (numbering[0] if numbering else ""), depth)
        align = val(properties, W + "jc")
        centred = centred if align is None else align == "center"
    built_in = _heading_name(low)
    if built_in and (properties is None or properties.find(W + "outlineLvl") is None):
        outline = built_in
    return below._replace(
        name=name,
        look=read_look(element.find(W + "rPr")).over(below.look),
        outline=outline,
        numbering=numbering,
        centred=centred,
        toc=below.toc
        or (low.startswith("toc ") and low[4:5].isdigit())
        or low.startswith(("目录 ", "table of figures", "图表目录")),
        title=below.title or low in ("title", "标题", "文档标题"),
    )


_NAMES = {f"{prefix}{n}": n for prefix in ("heading ", "heading", "标题 ", "标题") for n in range(1, 10)}
_NAMES.update({f"{'一二三四五六'[n - 1]}级标题": n for n in range(1, 7)})
_NAMES.update({f"标题{'一二三四五六'[n - 1]}": n for n in range(1, 7)})


def _heading_name(low: str) -> int:
    """The level that a style's name tells (heading 1, 标题 1, 一级标题); 0 for none."""
    return _NAMES.get(low.strip(), 0)


def numbering_of(properties: _Element) -> tuple[str, int | None] | None:
    """`w:numPr` of a `w:pPr`: the numbering id ("" where only a level is stated) and the level from 0."""
    stated = first(properties, W + "numPr")
    if stated is None:
        return None
    ident = val(stated, W + "numId")
    level = number(val(stated, W + "ilvl"), 0, 8)
    return (ident or "", level)


def deleted_mark(properties: _Element) -> bool:
    """Whether the paragraph mark is tracked as deleted or moved away, which joins the paragraph with the next."""
    run = first(properties, W + "rPr")
    return run is not None and (first(run, W + "del") is not None or first(run, W + "moveFrom") is not None)


def separator_mark(properties: _Element) -> bool:
    """Whether the paragraph mark is a style separator: the next paragraph goes on in the same line."""
    return switch(first(properties, W + "rPr"), W + "specVanish") is True
