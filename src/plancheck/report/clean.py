"""Text from a plan made safe to show: control characters become visible or vanish, so they can steer no terminal."""

from __future__ import annotations

_KEPT_AS_SPACE = "\t\n\r\v\f\x1c\x1d\x1e\x1f\x85\u2028\u2029"
_DIRECTION_MARKS = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF)

_VISIBLE: dict[int, str | None] = {
    **{code: chr(0x2400 + code) for code in range(0x20)},  # ESC is shown as ␛, NUL as ␀
    0x7F: "␡",
    **dict.fromkeys(range(0x80, 0xA0), "\ufffd"),
    **dict.fromkeys(range(0xD800, 0xE000), "\ufffd"),  # halves of a broken pair cannot be written as UTF-8
    0xFFFE: "\ufffd",
    0xFFFF: "\ufffd",
    **{ord(character): " " for character in _KEPT_AS_SPACE},
    **dict.fromkeys(_DIRECTION_MARKS, None),  # they could make a reader see another order than the plan has
}


def one_line(text: str) -> str:
    """`text` on one line: breaks and tabs as single spaces, other control characters as visible signs."""
    if text.isprintable():
        return text
    return " ".join(part for part in text.translate(_VISIBLE).split(" ") if part)


def shorten(text: str, limit: int | None) -> tuple[str, int]:
    """The first `limit` characters of `text` and how many were left out (0: nothing; limit None: all of it)."""
    if limit is None or len(text) <= limit + limit // 4:  # a few more characters read better than a cut
        return text, 0
    return text[:limit], len(text) - limit
