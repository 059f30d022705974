"""Opening the briefings that a command names, and finding the claims in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app import paths
from briefing_app.command_line.check import print_problems
from briefing_app.command_line.output import say
from briefing_app.errors import ContentError
from briefing_app.model.problem import Severity
from briefing_app.open_briefing import OpenBriefing, build_index, open_briefing
from briefing_app.search.results import Filters, Order

if TYPE_CHECKING:
    from pathlib import Path

    from briefing_app.model.briefing import Briefing


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


def found_claims(briefing: Briefing, query: str | None) -> tuple[str, ...] | None:
    """Return the ids of the claims that the query finds, in the order of the text."""
    if query is None:
        return None
    results = build_index(briefing).search(query, Filters(), Order.TEXT)
    for notice in results.notices:
        say(notice.message)
    if not results.claims:
        say(f"No claim is found by “{query}”.")
    return tuple(hit.id for hit in results.claims)
