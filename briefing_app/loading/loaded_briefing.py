"""A briefing as it was loaded, with what is wrong with it."""

from __future__ import annotations

import msgspec

from briefing_app.loading.briefing_store import BriefingStore
from briefing_app.model.briefing import Briefing
from briefing_app.model.problem import Problem, Severity


class LoadedBriefing(msgspec.Struct, frozen=True):
    """A briefing, what is wrong with it, and where to read its files."""

    briefing: Briefing
    problems: tuple[Problem, ...]  # sorted by file, line and column
    folder: BriefingStore  # or the pack that stands for it
    files: tuple[str, ...]  # every file that the briefing names and that could be read
    from_cache: bool = False

    @property
    def has_errors(self) -> bool:
        """Whether something in it is spoilt; warnings do not count."""
        return any(problem.severity is Severity.ERROR for problem in self.problems)
