"""Reads the index of a large briefing from any thread, and makes it anew when it is damaged."""

from __future__ import annotations

import contextlib
import sqlite3
import threading
import weakref
from typing import TYPE_CHECKING, Any

from briefing_app.errors import SearchIndexCancelled, SearchIndexError
from briefing_app.search.engines.file.index_file import connect, is_sound, write

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from briefing_app.search.engines.file.index_file import Fill

_DAMAGED = (sqlite3.Error, ValueError)  # ValueError: letters that are none, even in a message


class IndexDatabase:
    """Each thread has a connection of its own to the file; without a file all share one."""

    def __init__(self, file: Path | None, claims: int, fill: Fill) -> None:
        """Take up the file, or write it; in memory if it cannot be written.

        Raises:
            SearchIndexCancelled: the building was cancelled.
            SearchIndexError: it cannot be built at all.
        """
        self.notice = ""
        self.was_built = file is None or not is_sound(file, claims)
        self._file = file
        self._claims = claims
        self._fill = fill
        self._lock = threading.RLock()
        self._connections: dict[int, sqlite3.Connection] = {}
        self._shared: sqlite3.Connection | None = None
        if file is None:
            self._build_in_memory()
        elif self.was_built:
            self._build(file)
        self._finalizer = weakref.finalize(self, _end, self._connections)

    def rows(self, statement: str, values: Sequence[Any] = ()) -> list[Any]:
        """Return the rows of a query.

        Raises:
            SearchIndexCancelled: `interrupt` was called.
            SearchIndexError: it cannot be read, nor built again.
        """
        try:
            return self._fetch(statement, values)
        except _DAMAGED as error:
            _raise_if_interrupted(error)
            self.mend()
        try:
            return self._fetch(statement, values)
        except _DAMAGED as error:
            _raise_if_interrupted(error)
            raise SearchIndexError(f"The search index cannot be read: {error}.") from error

    def interrupt(self) -> None:
        """Stop what runs in other threads."""
        own = threading.get_ident()
        for thread, connection in list(self._connections.items()):
            if thread != own:
                with contextlib.suppress(sqlite3.ProgrammingError):  # closed meanwhile
                    connection.interrupt()

    def close(self) -> None:
        """Let go of the file."""
        self._finalizer()

    def _fetch(self, statement: str, values: Sequence[Any]) -> list[Any]:
        if self._shared is not None:
            with self._lock:
                return self._shared.execute(statement, values).fetchall()
        return self._connection().execute(statement, values).fetchall()

    def _connection(self) -> sqlite3.Connection:
        thread = threading.get_ident()
        connection = self._connections.get(thread)
        if connection is None:
            assert self._file is not None
            connection = self._connections[thread] = connect(self._file)
        return connection

    def mend(self) -> None:
        """Throw a damaged file away; whichever thread notices first does it.

        Raises:
            SearchIndexError: it cannot be built again.
        """
        damaged = self._connections.get(threading.get_ident())
        with self._lock:
            if self._shared is not None:
                return
            if damaged is not None and damaged is not self._connections.get(threading.get_ident()):
                return
            self._connections.clear()
            assert self._file is not None
            # another thread or process may have mended it meanwhile
            if not is_sound(self._file, self._claims):
                self._build(self._file)

    def _build(self, file: Path) -> None:
        try:
            write(file, self._fill)
        except (OSError, sqlite3.Error) as error:
            reason = getattr(error, "strerror", None) or str(error)
            self.notice = (
                f"The search index cannot be kept in {file.parent}: {reason}. "
                "It is built again at every start; make room or let the folder be written."
            )
            self._build_in_memory()

    def _build_in_memory(self) -> None:
        connection = sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None)
        try:
            self._fill(connection)
        except sqlite3.Error as error:
            connection.close()
            raise SearchIndexError(f"The search index cannot be built: {error}.") from error
        except SearchIndexCancelled:
            connection.close()
            raise
        self._shared = connection
        self._connections[-1] = connection


def _raise_if_interrupted(error: Exception) -> None:
    if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_INTERRUPT:
        raise SearchIndexCancelled("The search was stopped.") from error


def _end(connections: dict[int, sqlite3.Connection]) -> None:
    for connection in connections.values():
        with contextlib.suppress(sqlite3.Error):
            connection.close()
    connections.clear()
