"""Where the index of a large briefing is kept, and how it is written and taken up again.

A file is written under another name and put in its place in one step, and never changed after
that, so that any number of processes may read it. It may be damaged or deleted at any time.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
import zlib
from hashlib import sha256
from typing import TYPE_CHECKING, BinaryIO, Final

from briefing_app import paths
from briefing_app.own_files import sweep_files, temporary_name
from briefing_app.search.engines.file.schema import file_key

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Fill = Callable[[sqlite3.Connection], None]

_KEPT = 4  # index files; the oldest go
_READ_CACHE_KIB = 32 * 1024
_WRITE_CACHE_KIB = 128 * 1024
_SEAL_AT: Final = 68  # the application id of an SQLite file's header: it is kept for our use
_SEAL_BYTES: Final = 4
_PIECE = 1 << 20  # bytes


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
    """Whether a file is as it was written, byte by byte, and is of so many claims."""
    try:
        if not is_sealed(file):
            return False
        with contextlib.closing(connect(file)) as connection:
            (size,) = connection.execute("SELECT value FROM meta WHERE name = 'size'").fetchone()
    except (OSError, sqlite3.Error, TypeError, ValueError):
        return False
    with contextlib.suppress(OSError):
        os.utime(file)
    return bool(size == claims)


def is_sealed(file: Path) -> bool:
    """Whether a file bears the checksum of what it holds: SQLite notices few flipped bits itself.

    Raises:
        OSError: it cannot be read.
    """
    if not file.is_file():
        return False
    with open(file, "rb") as stream:
        checksum = _checksum(stream)
        stream.seek(_SEAL_AT)
        return stream.read(_SEAL_BYTES) == checksum


def _seal(file: Path) -> None:
    with open(file, "rb+") as stream:
        checksum = _checksum(stream)
        stream.seek(_SEAL_AT)
        stream.write(checksum)
        stream.flush()
        os.fsync(stream.fileno())


def _checksum(stream: BinaryIO) -> bytes:
    """Return the CRC-32 of a file but for the four bytes that keep it; 3 GB/s, lets threads in."""
    stream.seek(0)
    found = zlib.crc32(stream.read(_SEAL_AT))
    stream.seek(_SEAL_AT + _SEAL_BYTES)
    while piece := stream.read(_PIECE):
        found = zlib.crc32(piece, found)
    return found.to_bytes(_SEAL_BYTES, "big")


def write(file: Path, fill: Fill) -> None:
    """Write an index file, whole or not at all, and delete the oldest others.

    Raises:
        OSError: the folder cannot be written.
        sqlite3.Error: the disk is full or the file cannot be written.
    """
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    temporary = temporary_name(file)
    try:
        with contextlib.closing(sqlite3.connect(temporary, isolation_level=None)) as connection:
            # nobody reads the file before it is whole, and an unfinished one is thrown away
            connection.execute("PRAGMA journal_mode = OFF")
            connection.execute("PRAGMA synchronous = OFF")
            connection.execute("PRAGMA temp_store = MEMORY")
            connection.execute(f"PRAGMA cache_size = -{_WRITE_CACHE_KIB}")
            fill(connection)
        temporary.chmod(0o600)
        _seal(temporary)
        os.replace(temporary, file)
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
    _prune(file)


def _prune(file: Path) -> None:
    """Delete the oldest index files, and what builds that were killed have left."""
    with contextlib.suppress(OSError):
        others = sorted(
            (other for other in file.parent.glob("*.sqlite") if other != file),
            key=lambda other: other.stat().st_mtime,
            reverse=True,
        )
        for other in others[_KEPT - 1 :]:
            other.unlink()
    sweep_files(file.parent)
