"""Where something stands, as a value: in the plan (section, paragraph, cell) or in the data file (key).

Values that are made by the ten thousand are named tuples: a frozen dataclass takes five times as long to make, and
much longer to compare or hash.
"""

from __future__ import annotations

from typing import Literal, NamedTuple


class Location(NamedTuple):
    """One place in a submission. All numbers count from 1, as a reader counts; `None` means not applicable.

    `section` is the heading path from the top chapter down to the nearest heading above the place (with the
    visible numbers). `paragraph` counts all non-empty body paragraphs in reading order. `row` and `column` are grid
    positions of a table. `span` is a half-open character range in the paragraph's or cell's text.
    `key` is the data file's key (`projects[3].investment`), with sheet and cell for a workbook.
    """

    source: Literal["document", "data"] = "document"
    section: tuple[str, ...] = ()
    paragraph: int | None = None
    table: int | None = None
    row: int | None = None
    column: int | None = None
    span: tuple[int, int] | None = None
    key: str | None = None

    def at_span(self, start: int, end: int) -> Location:
        """The same place, narrowed to characters `start` to `end` (half open)."""
        return self._replace(span=(start, end))


class Evidence(NamedTuple):
    """What was seen at a place: the excerpt that a reader finds there, and the normalised value read from it."""

    location: Location
    excerpt: str
    value: str | None = None
