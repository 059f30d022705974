"""What a notice says of the problems in a briefing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore

from briefing_app.model.problem import Severity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.model.problem import Problem


def _tr(text: str) -> str:
    return QtCore.QCoreApplication.translate("problem_words", text)


def has_errors(problems: Sequence[Problem]) -> bool:
    """Return whether anything was left out: an error, not only warnings."""
    return any(problem.severity is Severity.ERROR for problem in problems)


def greeting_problems(problems: Sequence[Problem], origin: str) -> list[Problem]:
    """Return what a reader is told on opening: of a briefing that was handed on, errors alone.

    Warnings are its author's, who opens the folder.
    """
    if origin == "folder":
        return list(problems)
    return [problem for problem in problems if problem.severity is Severity.ERROR]


def problem_sentence(problems: Sequence[Problem]) -> str:
    """Return how many errors and warnings a briefing has, and what that means to the reader."""
    if not problems:
        return _tr("This briefing has no problems.")
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    warnings = len(problems) - errors
    counts = []
    if errors:
        counts.append(_tr("1 error") if errors == 1 else _tr("{n} errors").format(n=errors))
    if warnings:
        words = _tr("1 warning") if warnings == 1 else _tr("{n} warnings").format(n=warnings)
        counts.append(words)
    said = _tr("This briefing has {counts}.").format(counts=_tr(" and ").join(counts))
    return f"{said} {_tr('What could not be read is left out.')}" if errors else said
