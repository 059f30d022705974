"""Opens the index of a large briefing: taken up from the cache folder, or built there."""

from __future__ import annotations

import contextlib
import ctypes
from typing import TYPE_CHECKING

from briefing_app.search.engines.file.build import fill
from briefing_app.search.engines.file.database import IndexDatabase
from briefing_app.search.engines.file.file_index import read_file_index
from briefing_app.search.engines.file.index_file import index_file

if TYPE_CHECKING:
    import sqlite3

    from briefing_app.model.briefing import Briefing
    from briefing_app.model.cross_references import CrossReferences
    from briefing_app.search.answer.answers import Answers
    from briefing_app.search.engines.file.build import Cancelled, Progress
    from briefing_app.search.words.lexicon import Things


def open_index(
    briefing: Briefing,
    references: CrossReferences,
    aliases: Things = (),
    *,
    progress: Progress,
    cancelled: Cancelled,
) -> Answers:
    """Return the index of a briefing of any size, whether its file is there, stale or damaged.

    Raises:
        SearchIndexCancelled: `cancelled` said so.
        SearchIndexError: it can be built neither in the cache folder nor in memory.
    """
    claims = references.in_text_order()

    def write(connection: sqlite3.Connection) -> None:
        fill(connection, claims, references, progress=progress, cancelled=cancelled)

    file = index_file(briefing.id, briefing.content_hash)
    database = IndexDatabase(file, len(claims), write)
    if database.was_built:
        _give_memory_back()
    return read_file_index(briefing, references, database, aliases)


def _give_memory_back() -> None:
    """Hand what the building needed back to the system, where the C library would keep it."""
    with contextlib.suppress(OSError, AttributeError, TypeError):
        ctypes.CDLL(None).malloc_trim(0)  # glibc: malloc_trim(3)
