"""Characters that Word stores outside plain text: symbol fonts, superscript digits, equations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plancheck.document.ooxml import VAL, M, W

if TYPE_CHECKING:
    from lxml.etree import _Element

_SYMBOL = {
    0xA3: "≤", 0xB3: "≥", 0xB1: "±", 0xB4: "×", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0xA5: "∞", 0xB0: "°", 0x61: "α", 0x62: "β",
    0x67: "γ", 0x64: "δ", 0x44: "Δ", 0x6D: "μ", 0x70: "π", 0x71: "θ", 0x73: "σ", 0x53: "Σ", 0x77: "ω", 0x68: "η", 0x6C: "λ",
    0xAE: "→", 0xAC: "←", 0xAD: "↑", 0xAF: "↓", 0xB7: "•", 0xE5: "∑", 0xD7: "·", 0x2D: "−", 0x2B: "+", 0x3D: "=", 0xA2: "′",
}  # fmt: skip
_WINGDINGS = {
    0xFE: "☑", 0xFD: "☒", 0xFC: "✓", 0xFB: "✗", 0xA8: "☐", 0x6F: "☐", 0x71: "☐", 0x6E: "■", 0xA7: "•", 0x6C: "●", 0xD8: "➢",
    0xE0: "→", 0xDF: "←", 0x75: "◆", 0xAB: "★", 0x4A: "☺", 0x28: "☎", 0x2A: "✉",
}  # fmt: skip
_WINGDINGS2 = {0x52: "☑", 0x54: "☒", 0xA3: "☐", 0x50: "✓", 0x4F: "✗", 0x53: "☒", 0x56: "☒"}
_WINGDINGS2.update({0x6A + i: chr(0x2460 + i) for i in range(10)})
_RAISED = str.maketrans("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")


def symbol_text(element: _Element) -> str:
    """The visible character of a `w:sym`; a character that is not known reads as □ so that nothing is lost silently."""
    font = element.get(W + "font", "").lower()
    try:
        code = int(element.get(W + "char", ""), 16)
    except ValueError:
        return ""
    low = code - 0xF000 if 0xF000 <= code <= 0xF0FF else code
    table = (
        _SYMBOL
        if "symbol" in font
        else _WINGDINGS2
        if "wingdings 2" in font
        else _WINGDINGS
        if "wingdings" in font
        else {}
    )
    if low in table:
        return table[low]
    if 0xF000 <= code <= 0xF0FF:
        return chr(low) if "symbol" in font and 0x20 <= low < 0x7F else "□"
    return chr(code) if 0x20 <= code < 0xD800 or 0xE000 <= code < 0x110000 else ""


def raised(text: str) -> str:
    """Superscript digits as Unicode has them, so that 10⁸ never reads as 108; other superscripts stay as they are."""
    stripped = text.strip()
    if stripped and all(c in "0123456789+-−" for c in stripped) and any(c.isdigit() for c in stripped):
        return text.translate(_RAISED)
    return text


def math_text(element: _Element) -> str:
    """An equation in one line: a/b for fractions, x² or x^(n) for powers, √(x) for roots."""
    tag = element.tag
    if tag == M + "t" or tag == W + "t":
        return element.text or ""
    if tag == M + "f":
        return f"{_grouped(_child(element, 'num'))}/{_grouped(_child(element, 'den'))}"
    if tag in (M + "sSup", M + "sSubSup"):
        power = _child(element, "sup")
        shown = raised(power)
        return f"{_child(element, 'e')}{_child(element, 'sub')}{shown if shown != power else '^' + _grouped(power)}"
    if tag == M + "rad":
        degree = _child(element, "deg").strip()
        return f"{degree}√{_grouped(_child(element, 'e'))}"
    if tag == M + "nary":
        char = element.find(f"{M}naryPr/{M}chr")
        sign = "∫" if char is None else char.get(M + "val", "∑")
        low, high = _child(element, "sub"), _child(element, "sup")
        bounds = f"({low}…{high})" if low or high else ""
        return f"{sign}{bounds}{_child(element, 'e')}"
    if tag == M + "d":
        begin = element.find(f"{M}dPr/{M}begChr")
        end = element.find(f"{M}dPr/{M}endChr")
        left = "(" if begin is None else begin.get(M + "val", "(")
        right = ")" if end is None else end.get(M + "val", ")")
        return left + ",".join(math_text(e) for e in element.iterchildren(M + "e")) + right
    if tag == M + "ctrlPr" or tag == W + "rPr" or (isinstance(tag, str) and tag.endswith("Pr")):
        return ""
    return "".join(math_text(child) for child in element)


def _child(element: _Element, name: str) -> str:
    child = element.find(M + name)
    return "" if child is None else math_text(child)


def _grouped(text: str) -> str:
    return f"({text})" if any(c in text for c in "+-−×*/ ") else text


def ruby_base(element: _Element) -> str:
    """The base text of a `w:ruby` (the characters, not the reading above them)."""
    base = element.find(W + "rubyBase")
    return "" if base is None else "".join(t.text or "" for t in base.iter(W + "t"))


def is_on(element: _Element) -> bool:
    """Whether a toggle element is on."""
    return element.get(VAL, "1") not in ("0", "false", "off")
