"""`check`: every problem of a briefing, one a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from briefing_app.command_line.output import put, put_aside, say
from briefing_app.command_line.printable import printable
from briefing_app.errors import ContentError
from briefing_app.loading.load_briefing import load_briefing
from briefing_app.model.problem import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from briefing_app.model.problem import Problem


def check(paths: Sequence[Path]) -> int:
    """Print the problems of each briefing; return 1 if one is an error, 2 if one is not there."""
    return max(_check_one(path) for path in paths)


def _check_one(path: Path) -> int:
    try:
        problems = load_briefing(path).problems
    except ContentError as error:
        print_problems(path, error.problems)
        if not error.problems:
            say(str(error))
        return 1 if path.exists() else 2
    print_problems(path, problems)
    return int(any(problem.severity is Severity.ERROR for problem in problems))


def print_problems(path: Path, problems: Iterable[Problem], *, on_stderr: bool = False) -> None:
    """Print problems as editors and build servers read them, files named from where we stand."""
    folder = path.parent if path.is_file() and path.suffix in (".yaml", ".yml") else path
    for problem in problems:
        line = str(msgspec.structs.replace(problem, file=str(folder / problem.file)))
        (put_aside if on_stderr else put)(printable(line))
