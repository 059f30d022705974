"""Opening the briefings that a command names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app import paths
from briefing_app.command_line.check import print_problems
from briefing_app.command_line.output import say
from briefing_app.errors import ContentError
from briefing_app.model.problem import Severity
from briefing_app.open_briefing import OpenBriefing, open_briefing

if TYPE_CHECKING:
    from pathlib import Path


class CannotOpen(Exception):
    """A briefing that was named cannot be opened; what there is to say has been said."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


def opened(path: Path | None) -> OpenBriefing:
    """Return a briefing (None: the shipped one); errors in it are pointed out on stderr.

    Raises:
        CannotOpen: with the exit code, after the reason was printed on stderr.
    """
    path = path or paths.shipped_briefing()
    try:
        found = open_briefing(path)
    except ContentError as error:
        say(str(error))
        print_problems(path, error.problems, on_stderr=True)
        raise CannotOpen(1 if path.exists() else 2) from error
    errors = sum(problem.severity is Severity.ERROR for problem in found.problems)
    if errors:
        what = "an error" if errors == 1 else f"{errors} errors"
        say(f"{path} has {what}; see briefing-app check {path}")
    return found
