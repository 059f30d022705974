"""Loading: a path on disk -> a briefing and every problem found on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.loading.briefing_store import open_store
from briefing_app.loading.loaded_briefing import LoadedBriefing

if TYPE_CHECKING:
    from pathlib import Path


def load_briefing(path: Path, *, cache: bool = False) -> LoadedBriefing:
    """Return the briefing at a path, as far as it can be read, with every problem in it.

    With `cache` a briefing that `briefing_cache.remember` kept is taken from there, unless a byte
    of it has changed; remembering it is left to the caller, who knows when there is time.

    Raises:
        ContentError: there is no briefing, its pack is refused, or its briefing.yaml is missing,
            is not YAML, or lacks what every briefing needs. `problems` of the error says where.
    """
    folder = open_store(path)
    if cache:
        from briefing_app.loading.briefing_cache import recall

        recalled = recall(folder)
        if recalled:
            return LoadedBriefing(*recalled[:2], folder, recalled[2], from_cache=True)
    # Not at the top: a briefing from the cache needs neither YAML nor Markdown.
    from briefing_app.loading.read_briefing import read_briefing

    briefing, problems, files = read_briefing(folder)
    return LoadedBriefing(briefing, problems, folder, files)
