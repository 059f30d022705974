"""Loading: a path on disk -> a briefing and every problem found on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from briefing_app.loading.briefing_folder import BriefingFolder
from briefing_app.model.briefing import Briefing
from briefing_app.model.problem import Problem

if TYPE_CHECKING:
    from pathlib import Path


class LoadedBriefing(msgspec.Struct, frozen=True):
    """A briefing, what is wrong with it, and the folder to read its pictures from."""

    briefing: Briefing
    problems: tuple[Problem, ...]  # sorted by file, line and column
    folder: BriefingFolder
    files: tuple[str, ...]  # every file that the briefing names and that could be read


def load_briefing(path: Path, *, cache: bool = False) -> LoadedBriefing:
    """Return the briefing in a folder, as far as it can be read, with every problem in it.

    With `cache` a briefing that was remembered is taken from there if no byte of it has changed.

    Raises:
        ContentError: there is no such folder, or its briefing.yaml is missing, is not YAML, or
            lacks what every briefing needs. `problems` of the error says where.
    """
    folder = BriefingFolder(path.parent if path.name == "briefing.yaml" else path)
    # Not at the top: a briefing from the cache needs neither YAML nor Markdown.
    from briefing_app.loading.read_briefing import read_briefing

    briefing, problems, files = read_briefing(folder)
    return LoadedBriefing(briefing, problems, folder, files)
