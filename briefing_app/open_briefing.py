"""Opening a briefing: loaded, cross-referenced and indexed, alike for window and command line."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from briefing_app import paths
from briefing_app.loading.briefing_store import BriefingStore
from briefing_app.loading.load_briefing import load_briefing
from briefing_app.loading.loaded_briefing import LoadedBriefing
from briefing_app.model.briefing import Briefing
from briefing_app.model.cross_references import CrossReferences
from briefing_app.model.problem import Problem

if TYPE_CHECKING:
    from briefing_app.search.claim_index import ClaimIndex
    from briefing_app.search.engines.file.build import Cancelled, Progress

LARGE = 5_000  # claims from which on the index is a file
ALIASES = "aliases.txt"  # the reader's own, in the folder of the settings


class OpenBriefing(msgspec.Struct, frozen=True, eq=False):
    """A briefing that is open: what it says, what is wrong with it, where it came from."""

    briefing: Briefing
    cross_references: CrossReferences
    problems: tuple[Problem, ...]
    folder: BriefingStore  # reads the briefing's files, and nothing outside it
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


def packed(opened: OpenBriefing) -> bytes:
    """Return the briefing as the bytes of a `.briefing` file.

    Raises:
        PackError: it has errors, is too large, or its files have changed since it was opened.
        BriefingError: a file of it can no longer be read.
    """
    from briefing_app.errors import PackError
    from briefing_app.export.make_pack import briefing_pack
    from briefing_app.loading.briefing_files import content_hash, digest

    if opened.loaded.has_errors:
        raise PackError("A briefing is packed when it is free of errors. Nothing was written.")
    files = {name: opened.folder.read(name) for name in opened.loaded.files}
    digests = [digest(name, data) for name, data in files.items()]
    if content_hash(digests) != opened.briefing.content_hash:
        raise PackError("The briefing's files have changed since it was opened. Open it again.")
    return briefing_pack(opened.briefing, files)


def own_files(opened: OpenBriefing) -> tuple[Path, ...]:
    """Return the files that the briefing is made of: those of its folder, or its one file."""
    place = opened.folder.path
    if opened.folder.origin != "folder":
        return (place,)
    return tuple(place / name for name in opened.loaded.files)


def pack_to_attach(opened: OpenBriefing) -> bytes:
    """Return the pack that a handout carries; nothing where the briefing cannot be packed."""
    from briefing_app.errors import BriefingError

    try:
        return packed(opened)
    except BriefingError:
        return b""


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
        from briefing_app.search.engines.memory.memory_index import make_memory_index

        return make_memory_index(briefing, known_aliases(), references)
    from briefing_app.search.engines.file.large_index import open_index

    return open_index(
        briefing,
        references or CrossReferences(briefing),
        known_aliases(),
        progress=progress or (lambda _done, _all: None),
        cancelled=cancelled or (lambda: False),
    )


def known_aliases() -> tuple[tuple[str, ...], ...]:
    """Return the names that things go by: the lists that are shipped, then the reader's own."""
    from briefing_app.search.words.aliases import read_aliases

    files = sorted(paths.resource("aliases").glob("*.txt"))
    settings = paths.settings_folder()
    if settings is not None:
        files.append(settings / ALIASES)
    found: list[tuple[str, ...]] = []
    for file in files:
        with contextlib.suppress(OSError):  # most readers have no list of their own
            found.extend(read_aliases(file))
    return tuple(found)
