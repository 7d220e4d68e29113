"""Layout of Chinese text for a terminal: cell widths, line breaks by Chinese rules, styles as escape codes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.cells import cell_len, get_character_cell_size

Run = tuple[str, str]  # text and the name of its style ("" for none)

# A line starts with none of these, and ends with none of those (kinsoku).
_NOT_FIRST = frozenset("，。、；：？！）】》〉」』”’％%,.;:?!)]}…～·")
_NOT_LAST = frozenset("（【《〈「『“‘([{￥$#№")

_STYLES = {
    "strong": "1",
    "dim": "2",
    "good": "1;32",
    "bad": "1;31",
    "warn": "1;33",
    "heading": "1;36",
    "place": "36",
}


def paint(text: str, style: str) -> str:
    """`text` in a named style as escape codes (SGR)."""
    return f"\x1b[{_STYLES[style]}m{text}\x1b[0m" if style and text else text


def width_of(text: str) -> int:
    """Terminal cells that `text` takes: two for a Chinese character."""
    return len(text) if text.isascii() else cell_len(text)


def pad(text: str, width: int, *, right: bool = False) -> str:
    """`text` filled with spaces to `width` cells, on the left where `right` aligned; never cut."""
    fill = " " * max(0, width - width_of(text))
    return fill + text if right else text + fill


def lay_out(runs: Sequence[Run], width: int, *, first: str, rest: str, color: bool) -> Iterator[str]:
    """The lines of `runs` in `width` cells; the first line begins with `first`, further ones with `rest`."""
    text = "".join(run[0] for run in runs)
    starts: list[tuple[int, str]] = []
    at = 0
    for run in runs:
        starts.append((at, run[1]))
        at += len(run[0])
    prefix = first
    for start, end in breaks(text, width - width_of(first), width - width_of(rest)):
        body = _painted(text, starts, start, end) if color else text[start:end]
        yield (prefix + body).rstrip(" ")
        prefix = rest


def _painted(text: str, starts: Sequence[tuple[int, str]], start: int, end: int) -> str:
    parts: list[str] = []
    for index, (begin, style) in enumerate(starts):
        finish = starts[index + 1][0] if index + 1 < len(starts) else len(text)
        if begin < end and finish > start:
            parts.append(paint(text[max(begin, start) : min(finish, end)], style))
    return "".join(parts)


def breaks(text: str, first_width: int, width: int) -> Iterator[tuple[int, int]]:
    """Where `text` is broken: half-open ranges, each at most `width` cells wide (the first `first_width`).

    Breaks stand at spaces and between Chinese characters, not before closing nor after opening punctuation; a word
    wider than a line is broken anywhere. Every character but the spaces at a break is in exactly one range. Linear.
    """
    if not text:
        yield 0, 0
        return
    room = max(first_width, 2)
    start = used = 0  # of the line being filled
    chance = chance_used = 0  # the last place where it may be broken, and the cells up to there
    before, before_wide = "", False
    for index, character in enumerate(text):
        cells = (
            1 if character < "\x7f" else 2 if "\u4e00" <= character <= "\u9fff" else get_character_cell_size(character)
        )
        wide = cells == 2 and character not in _NOT_FIRST
        free = before == " " or ((wide or before_wide) and character not in _NOT_FIRST)
        if index > start and free and before not in _NOT_LAST and character != " ":
            chance, chance_used = index, used
        while used + cells > room and index > start and character != " ":
            if chance <= start:
                chance, chance_used = _prefix(text, start, index, room)
            yield start, _without_spaces(text, start, chance)
            start, used, room = chance, used - chance_used, max(width, 2)
            chance_used = 0
        used += cells
        before, before_wide = character, cells == 2
    yield start, _without_spaces(text, start, len(text))


def _prefix(text: str, start: int, end: int, room: int) -> tuple[int, int]:
    """The longest part of a word from `start` that fits into `room` cells (one character at least), and its cells."""
    used = 0
    for at in range(start, end):
        cells = get_character_cell_size(text[at])
        if used + cells > room and at > start:
            return at, used
        used += cells
    return end, used


def _without_spaces(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] == " ":
        end -= 1
    return end
