"""Opening a briefing: loaded, cross-referenced and indexed, alike for window and command line."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from briefing_app.loading.briefing_folder import BriefingFolder
from briefing_app.loading.load_briefing import LoadedBriefing, load_briefing
from briefing_app.model.briefing import Briefing
from briefing_app.model.cross_references import CrossReferences
from briefing_app.model.problem import Problem

if TYPE_CHECKING:
    from briefing_app.search.claim_index import ClaimIndex
    from briefing_app.search.fts_build import Cancelled, Progress

LARGE = 5_000  # claims from which on the index is a file


class OpenBriefing(msgspec.Struct, frozen=True, eq=False):
    """A briefing that is open: what it says, what is wrong with it, where it came from."""

    briefing: Briefing
    cross_references: CrossReferences
    problems: tuple[Problem, ...]
    folder: BriefingFolder  # reads the briefing's pictures, and nothing outside it
    path: Path  # as it was asked for
    loaded: LoadedBriefing  # what `remember_opened` keeps


def open_briefing(path: Path, *, cache: bool = True) -> OpenBriefing:
    """Return the briefing at a path, with every problem that still lets it be read.

    Raises:
        ContentError: it cannot be read at all; `problems` of the error says where and why.
    """
    loaded = load_briefing(path, cache=cache)
    return OpenBriefing(
        loaded.briefing,
        CrossReferences(loaded.briefing),
        loaded.problems,
        loaded.folder,
        path,
        loaded,
    )


def remember_opened(opened: OpenBriefing) -> None:
    """Keep what was read, so that the next start is quicker; nothing if it has errors.

    Raises:
        WriteError: the cache folder cannot be written.
    """
    from briefing_app.loading.briefing_cache import remember

    remember(opened.loaded)


def build_index(
    briefing: Briefing,
    *,
    references: CrossReferences | None = None,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> ClaimIndex:
    """Return the claim index of a briefing; apart, because the first paint does not need it.

    A large briefing has a file in the cache folder, which is made or taken up. Meanwhile `progress`
    is called with claims done and claims in all, and `cancelled` is asked whether to go on.

    Raises:
        SearchIndexCancelled: `cancelled` said so.
        SearchIndexError: the index cannot be built.
    """
    if len(briefing.claims) < LARGE:
        from briefing_app.search.memory_index import MemoryIndex

        return MemoryIndex(briefing, references)
    from briefing_app.search.large_index import open_index

    return open_index(
        briefing,
        references or CrossReferences(briefing),
        progress=progress or (lambda _done, _all: None),
        cancelled=cancelled or (lambda: False),
    )
