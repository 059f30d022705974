"""A problem found in a briefing: where it is and what to do about it."""

from __future__ import annotations

import enum

import msgspec


class Severity(enum.StrEnum):
    """How bad a problem is: an error spoils something, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


class Problem(msgspec.Struct, frozen=True, order=True):
    """One problem; sorts by file, line and column. Line and column count from 1; 0 = whole file."""

    file: str
    line: int
    column: int
    severity: Severity
    path: str  # where in the data: `claims.3.type`; empty if it is the file itself
    message: str

    def __str__(self) -> str:
        """Return `file:line:col: severity: path: message`, leaving out what is not known."""
        place = f"{self.file}:{self.line}:{self.column}" if self.line else self.file
        path = f"{self.path}: " if self.path else ""
        return f"{place}: {self.severity.value}: {path}{self.message}"
