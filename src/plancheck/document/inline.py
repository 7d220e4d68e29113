"""The inside of a paragraph: runs and their wrappers in reading order, everything visible once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from plancheck.document.fields import FieldStack, is_contents
from plancheck.document.figures import Drawing, chosen, read_drawing
from plancheck.document.ooxml import MC, VAL, M, W, first
from plancheck.document.styles import PLAIN, Look, Styles, read_look
from plancheck.document.symbols import math_text, raised, ruby_base, symbol_text

if TYPE_CHECKING:
    from lxml.etree import _Element

_SKIP = frozenset(
    W + n for n in ("pPr", "rPr", "del", "moveFrom", "sdtPr", "sdtEndPr", "proofErr", "bookmarkStart", "bookmarkEnd", "rt",
                    "commentRangeStart", "commentRangeEnd", "smartTagPr", "customXmlPr", "delText", "delInstrText",
                    "lastRenderedPageBreak", "annotationRef", "footnoteRef", "endnoteRef", "separator", "continuationSeparator")
)  # fmt: skip
_R, _T, _RPR, _STYLE, _ALIGN = (W + n for n in ("r", "t", "rPr", "rStyle", "vertAlign"))


@dataclass(slots=True)
class Line:
    """A paragraph being gathered: its text, how the text looks, and what hangs on it."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    bold: int = 0
    bold_open: bool = True
    font: str | None = None
    font_lead: int = 0
    font_open: bool = True
    sizes: dict[int, int] = field(default_factory=dict)
    heavy: int = 0
    contents: int = 0
    pale: int = 0
    page_break: bool = False
    drawings: list[Drawing] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    hidden: int = 0

    def add(self, text: str, look: Look, in_contents: bool) -> None:
        """Append visible text with its look."""
        self.parts.append(text)
        size = len(text)
        blank = text.isspace()
        if self.bold_open:
            if look.bold or blank:
                self.bold = self.length + size
            else:
                self.bold_open = False
        if self.font_open:
            if self.length == 0:
                self.font = look.font
            if blank or look.font == self.font:
                self.font_lead = self.length + size
            else:
                self.font_open = False
        self.length += size
        if blank:
            return
        if look.size:
            self.sizes[look.size] = self.sizes.get(look.size, 0) + size
        if look.heavy:
            self.heavy += size
        if look.pale:
            self.pale += size
        if in_contents:
            self.contents += size


class Inline:
    """Reads paragraph contents into a `Line`; one for each story (body, text box, footnote), which has its own fields."""

    def __init__(self, styles: Styles, fields: FieldStack) -> None:
        self._styles = styles
        self._fields = fields
        self._line = Line()
        self._look = PLAIN
        self._run_children: dict[str, Callable[[_Element, Look], None]] = {
            W + "tab": lambda e, k: self._text("\t", k),
            W + "ptab": lambda e, k: self._text("\t", k),
            W + "cr": lambda e, k: self._text("\n", k),
            W + "br": self._break,
            W + "noBreakHyphen": lambda e, k: self._text("-", k),
            W + "sym": lambda e, k: self._text(symbol_text(e), k),
            W + "ruby": lambda e, k: self._text(ruby_base(e), k),
            W + "fldChar": self._field,
            W + "instrText": lambda e, k: self._fields.instruct(e.text or ""),
            W + "drawing": self._drawing,
            W + "pict": self._drawing,
            W + "object": self._drawing,
            W + "footnoteReference": lambda e, k: self._note("footnote", e, k),
            W + "endnoteReference": lambda e, k: self._note("endnote", e, k),
            MC + "AlternateContent": self._alternate,
        }

    def read(self, paragraph: _Element, look: Look) -> Line:
        """The visible content of a `w:p` whose style gives `look`."""
        self._line = Line()
        self._look = look
        self._walk(paragraph)
        return self._line

    def _walk(self, element: _Element) -> None:
        for child in element:
            tag = child.tag
            if tag == _R:
                self._run(child)
            elif tag in _SKIP:
                continue
            elif tag == W + "sdt":
                if not is_placeholder(child):
                    content = child.find(W + "sdtContent")
                    if content is not None:
                        self._walk(content)
            elif tag in (M + "oMath", M + "oMathPara"):
                self._text(math_text(child), self._look)
            elif tag == MC + "AlternateContent":
                branch = chosen(child)
                if branch is not None:
                    self._walk(branch)
            elif tag == W + "fldSimple" and is_contents(child.get(W + "instr", "")):
                before = self._line.length
                self._walk(child)
                self._line.contents += self._line.length - before
            elif len(child):
                self._walk(child)

    def _run(self, run: _Element) -> None:
        look = self._look
        super_ = False
        fields = self._fields
        for child in run:
            tag = child.tag
            if tag == _T:
                text = child.text
                if not text:
                    continue
                if super_ or look.hidden or not fields.visible:
                    self._text(raised(text) if super_ else text, look)
                else:
                    self._line.add(text, look, fields.in_contents)
            elif tag == _RPR:
                if len(child):
                    style = first(child, _STYLE)
                    own = read_look(child)
                    if style is not None:
                        own = own.over(self._styles.get(style.get(VAL)).look)
                    look = own.over(look)
                    align = first(child, _ALIGN)
                    super_ = align is not None and align.get(VAL) == "superscript"
            else:
                action = self._run_children.get(tag)
                if action is not None:
                    action(child, look)

    def _text(self, text: str, look: Look) -> None:
        if not text or not self._fields.visible:
            return
        if look.hidden:
            self._line.hidden += len(text)
            return
        self._line.add(text, look, self._fields.in_contents)

    def _break(self, element: _Element, look: Look) -> None:
        if element.get(W + "type") in ("page", "column") and self._line.length == 0:
            self._line.page_break = True
            return
        self._text("\n", look)

    def _field(self, element: _Element, look: Look) -> None:
        shown = self._fields.mark(element)
        if shown and not look.hidden:
            self._line.add(shown, look, False)

    def _drawing(self, element: _Element, look: Look) -> None:
        if look.hidden:
            return
        self._line.drawings.append(read_drawing(element))

    def _note(self, kind: str, element: _Element, look: Look) -> None:
        if not look.hidden and self._fields.visible:
            self._line.notes.append((kind, element.get(W + "id", "")))

    def _alternate(self, element: _Element, look: Look) -> None:
        branch = chosen(element)
        if branch is None:
            return
        for child in branch:
            action = self._run_children.get(child.tag)
            if action is not None:
                action(child, look)
            elif child.tag == _T:
                self._text(child.text or "", look)
            elif child.tag == _R:
                self._run(child)


def is_placeholder(control: _Element) -> bool:
    """Whether a content control still shows its prompt (单击此处输入文字), which is not content."""
    properties = control.find(W + "sdtPr")
    if properties is None:
        return False
    showing = properties.find(W + "showingPlcHdr")
    return showing is not None and showing.get(VAL, "1") not in ("0", "false", "off")
