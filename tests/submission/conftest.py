"""Data files written from text or rows, and facts made comparable across formats."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from plancheck.core.diagnostic import Diagnostic, UserError
from plancheck.core.location import Location
from plancheck.submission.load import Submission, load_submission

Write = Callable[[str, str], Path]
Book = Callable[[Mapping[str, Sequence[Sequence[Any]]]], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes a text file and gives its path."""

    def writer(name: str, text: str) -> Path:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return writer


@pytest.fixture
def book(tmp_path: Path) -> Book:
    """Writes a workbook from rows by sheet title and gives its path."""
    return lambda sheets: write_book(tmp_path / "data.xlsx", sheets)


def write_book(path: Path, sheets: Mapping[str, Sequence[Sequence[Any]]]) -> Path:
    """A workbook with the given rows; a value may be (value, number format)."""
    from openpyxl import Workbook

    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for title, rows in sheets.items():
        sheet = workbook.create_sheet(title)
        for r, row in enumerate(rows, start=1):
            for c, value in enumerate(row, start=1):
                cell = sheet.cell(r, c)
                cell.value, cell.number_format = value if isinstance(value, tuple) else (value, cell.number_format)
    workbook.save(path)
    return path


def mistakes(path: Path) -> tuple[Diagnostic, ...]:
    """The diagnostics with which a data file is refused (exit code 3)."""
    try:
        load_submission(path)
    except UserError as error:
        assert error.exit_code == 3
        return error.diagnostics
    raise AssertionError("the file was loaded without a mistake")


def loaded(path: Path) -> Submission:
    """A data file that must load."""
    return load_submission(path)


def comparable(value: Any) -> Any:
    """Facts as plain data; a workbook's sheet and cell are dropped from the keys."""
    if isinstance(value, Location):
        return ((value.key or "").partition("（")[0], value.span)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return (
            type(value).__name__,
            *((f.name, comparable(getattr(value, f.name))) for f in dataclasses.fields(value)),
        )
    if isinstance(value, Mapping):
        return {key: comparable(inner) for key, inner in value.items()}
    if isinstance(value, (tuple, list)):
        return [comparable(inner) for inner in value]
    return value
