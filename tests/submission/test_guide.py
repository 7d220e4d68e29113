"""The guide to the data file is what the model says."""

from __future__ import annotations

from pathlib import Path

from plancheck.facts.data_parts import records, top_fields
from plancheck.submission.guide import data_file_guide

GUIDE = Path(__file__).parents[2] / "docs" / "data-file.md"


def test_the_guide_is_current() -> None:
    written = GUIDE.read_text(encoding="utf-8")
    assert written == data_file_guide(), "run: python -m plancheck.submission.guide > docs/data-file.md"


def test_every_part_and_key_is_in_it() -> None:
    written = data_file_guide()
    for field in top_fields():
        assert f"### {field.title} `{field.key}`" in written
    for part in records().values():
        for field in part.fields if part.record != "amount" else ():
            assert f"| `{field.key}` | {field.title}" in written, (part.record, field.key)
            assert field.purpose in written
            for word in field.words:
                assert f"{word.names[0]}（`{word.word}`）" in written


def test_a_table_has_the_same_cells_in_every_row() -> None:
    width = 0
    for line in data_file_guide().splitlines():
        cells = line.count("|")
        assert cells in (0, width) or not width, line
        width = cells
