"""Where the index of a large briefing is kept, and how it is written and taken up again.

A file is written under another name and put in its place in one step, and never changed after
that, so that any number of processes may read it. It may be damaged or deleted at any time.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import sqlite3
import sys
import time
from hashlib import sha256
from typing import TYPE_CHECKING

from briefing_app import paths
from briefing_app.search.engines.file.schema import file_key

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Fill = Callable[[sqlite3.Connection], None]

_KEPT = 4  # index files; the oldest go
_ABANDONED = 3600  # seconds after which nobody writes an unfinished file any more
_READ_CACHE_KIB = 32 * 1024
_WRITE_CACHE_KIB = 128 * 1024


def index_file(briefing_id: str, content_hash: str) -> Path | None:
    """Return the index file of a briefing's content; None if there is nowhere to keep it."""
    folder = paths.cache_folder()
    if folder is None or not content_hash:
        return None
    owner = sha256(briefing_id.encode()).hexdigest()[:12]
    return folder / "search" / f"{owner}-{file_key(content_hash)}.sqlite"


def connect(file: Path) -> sqlite3.Connection:
    """Return a connection that reads an index file; closing it may be done in any thread.

    Raises:
        sqlite3.Error: there is none, or it cannot be read.
    """
    address = f"{file.absolute().as_uri()}?mode=ro&immutable=1"
    connection = sqlite3.connect(
        address, uri=True, check_same_thread=False, isolation_level=None, cached_statements=64
    )
    connection.execute(f"PRAGMA cache_size = -{_READ_CACHE_KIB}")
    return connection


def is_sound(file: Path, claims: int) -> bool:
    """Whether a file can be used; looked through whole only if a reader ended uncleanly."""
    if not file.is_file():
        return False
    unclean = _left_open(file)
    try:
        with contextlib.closing(connect(file)) as connection:
            (size,) = connection.execute("SELECT value FROM meta WHERE name = 'size'").fetchone()
            if size != claims:
                return False
            if unclean:
                (said,) = connection.execute("PRAGMA quick_check(1)").fetchone()
                if said != "ok":
                    return False
    except (sqlite3.Error, TypeError):
        return False
    for marker in unclean:
        with contextlib.suppress(OSError):
            marker.unlink()
    with contextlib.suppress(OSError):
        os.utime(file)
    return True


def mark_open(file: Path) -> Path | None:
    """Note that this process reads a file; return what to delete at its end."""
    marker = file.with_name(f"{file.name}.{os.getpid()}.open")
    try:
        marker.touch()
    except OSError:
        return None
    return marker


def _left_open(file: Path) -> list[Path]:
    """Return the marks of processes that ended without taking them away."""
    try:
        markers = list(file.parent.glob(f"{file.name}.*.open"))
    except OSError:
        return []
    return [marker for marker in markers if not _runs(int(f"0{marker.suffixes[-2][1:]}"))]


def _runs(process: int) -> bool:
    if process == os.getpid():
        return True
    if sys.platform == "win32":
        return False  # asking would end the process there
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True


def write(file: Path, fill: Fill) -> None:
    """Write an index file, whole or not at all, and delete the oldest others.

    Raises:
        OSError: the folder cannot be written.
        sqlite3.Error: the disk is full or the file cannot be written.
    """
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    temporary = file.with_name(f".{file.name}.{secrets.token_hex(4)}.tmp")
    try:
        with contextlib.closing(sqlite3.connect(temporary, isolation_level=None)) as connection:
            # nobody reads the file before it is whole, and an unfinished one is thrown away
            connection.execute("PRAGMA journal_mode = OFF")
            connection.execute("PRAGMA synchronous = OFF")
            connection.execute("PRAGMA temp_store = MEMORY")
            connection.execute(f"PRAGMA cache_size = -{_WRITE_CACHE_KIB}")
            fill(connection)
        temporary.chmod(0o600)
        with open(temporary, "rb+") as stream:
            os.fsync(stream.fileno())
        os.replace(temporary, file)
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
    _prune(file)


def _prune(file: Path) -> None:
    """Delete the oldest index files, and what builds and readers that were killed have left."""
    with contextlib.suppress(OSError):
        others = sorted(
            (other for other in file.parent.glob("*.sqlite") if other != file),
            key=lambda other: other.stat().st_mtime,
            reverse=True,
        )
        for other in others[_KEPT - 1 :]:
            other.unlink()
        for unfinished in file.parent.glob(".*.tmp"):
            if unfinished.stat().st_mtime < time.time() - _ABANDONED:
                unfinished.unlink()
        for marker in file.parent.glob("*.open"):
            if not marker.with_name(marker.name.partition(".sqlite")[0] + ".sqlite").exists():
                marker.unlink()
