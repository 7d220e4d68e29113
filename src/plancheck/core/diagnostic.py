"""A user's mistake as a value: what is wrong, what to do, and where (message, help and place are three fields)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a text file (line and column count from 1) or in a workbook (`sheet`, `cell`) or under a `key`."""

    file: str
    line: int | None = None
    column: int | None = None
    length: int = 1
    source_line: str | None = None
    key: str | None = None
    sheet: str | None = None
    cell: str | None = None


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One mistake. `code` is stable (for tests and look-up); `message` is one Chinese sentence; `help` says what to do."""

    code: str
    message: str
    place: Place
    help: str | None = None
    severity: str = "error"  # "error" stops the work, "warning" does not


class UserError(Exception):
    """Cannot go on because of what the user gave; carries diagnostics and the exit code of the command.

    Exit codes: 2 wrong usage, 3 plan or data unreadable, 4 rule pack broken.
    """

    def __init__(self, exit_code: int, diagnostics: tuple[Diagnostic, ...]) -> None:
        super().__init__("；".join(d.message for d in diagnostics))
        self.exit_code = exit_code
        self.diagnostics = diagnostics
