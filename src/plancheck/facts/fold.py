"""Length-preserving folding: one character in, one character out, so that offsets in folded text are offsets in the original."""

from __future__ import annotations

from functools import lru_cache

_FULL_WIDTH = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F) if chr(code) not in "，～"}
_SUBSCRIPTS = {ord(c): str(i) for i, c in enumerate("₀₁₂₃₄₅₆₇₈₉")}
_SINGLES = {
    " ": "\u00a0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000",
    "-": "‐‑‒–—―−─━﹣－",
    "~": "～〜∼∽˜〰",
    "%": "﹪",
    "2": "²",
    "3": "³",
    "〇": "○◯",
    "/": "∕⁄",
    "≥": "≧⩾",
    "≤": "≦⩽",
    "<": "﹤",
    ">": "﹥",
    ".": "．",
    ":": "︰﹕",
    "(": "﹙",
    ")": "﹚",
    "·": "•∙⋅・",
    # Traditional forms that occur in numerals and in the names of units.
    "两": "兩",
    "负": "負",
    "万": "萬",
    "亿": "億",
    "点": "點",
    "个": "個",
    "几": "幾",
    "余": "餘",
    "贰": "貳",
    "陆": "陸",
    "叁": "參",
    "吨": "噸",
}
_MAP: dict[int, str] = {
    **_FULL_WIDTH,
    **_SUBSCRIPTS,
    **{ord(source): target for target, sources in _SINGLES.items() for source in sources},
}


@lru_cache(maxsize=8192)  # readers of different facts fold the same cells and sentences
def fold(text: str) -> str:
    """`text` with full-width forms, dashes, blanks, subscripts and traditional numerals in one form, of the same length.

    The full-width comma stays, for it ends clauses as often as it groups digits; 零 stays, for words are built with it.
    """
    return text.translate(_MAP)
