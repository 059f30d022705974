"""Remembers a read briefing as MessagePack, so that the next start needs neither YAML nor Markdown.

What is remembered counts only if every file of the briefing has the same bytes as then and the
program has not changed. It lies in the cache folder, is decoded into the same types as the
briefing itself, and may be deleted or damaged at any time: a file begins with the SHA-256 of what
follows, since a flipped bit mostly leaves a valid briefing that says something else.
"""

from __future__ import annotations

import hashlib
import os
from typing import TYPE_CHECKING, Final

import msgspec

from briefing_app import __version__, paths
from briefing_app.errors import BriefingError
from briefing_app.loading.briefing_files import content_hash, digest
from briefing_app.loading.date_hooks import decode_hook, encode_hook
from briefing_app.model.briefing import Briefing
from briefing_app.model.problem import Problem
from briefing_app.plain_file import read_plain_file
from briefing_app.sha256 import sha256_of

if TYPE_CHECKING:
    from pathlib import Path

    from briefing_app.loading.briefing_store import BriefingStore
    from briefing_app.loading.loaded_briefing import LoadedBriefing

_FORMAT: Final = 2
_SEAL: Final = hashlib.sha256().digest_size
_MOST_BYTES: Final = 64 * 1024 * 1024


class _Remembered(msgspec.Struct, frozen=True):
    """One file of the cache; the briefing is decoded only once the rest fits."""

    program: str
    folder: str
    files: tuple[str, ...]
    content_hash: str
    problems: tuple[Problem, ...]
    briefing: msgspec.Raw


def recall(folder: BriefingStore) -> tuple[Briefing, tuple[Problem, ...], tuple[str, ...]] | None:
    """Return briefing, problems and files as they were remembered; None if anything differs."""
    file = _cache_file(folder.path)
    if file is None:
        return None
    try:
        data = read_plain_file(file, _MOST_BYTES)
        if data[:_SEAL] != _seal(body := data[_SEAL:]):
            return None
        kept = msgspec.msgpack.decode(body, type=_Remembered)
        if kept.program != _program() or kept.folder != str(folder.path):
            return None
        digests = [digest(name, folder.read(name)) for name in kept.files]
        if content_hash(digests) != kept.content_hash:
            return None
        briefing = msgspec.msgpack.decode(kept.briefing, type=Briefing, dec_hook=decode_hook)
    except (OSError, BriefingError, msgspec.MsgspecError, ValueError, RecursionError):
        return None
    return briefing, kept.problems, kept.files


def remember(loaded: LoadedBriefing) -> None:
    """Keep a briefing for the next start, if it is free of errors; quietly do nothing if not.

    Raises:
        WriteError: the cache folder cannot be written.
    """
    file = _cache_file(loaded.folder.path)
    if file is None or loaded.from_cache or loaded.has_errors:
        return
    from briefing_app.atomic_write import write_atomically
    from briefing_app.errors import WriteError

    kept = _Remembered(
        program=_program(),
        folder=str(loaded.folder.path),
        files=loaded.files,
        content_hash=loaded.briefing.content_hash,
        problems=loaded.problems,
        briefing=msgspec.Raw(msgspec.msgpack.encode(loaded.briefing, enc_hook=encode_hook)),
    )
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise WriteError(f"{file.parent} cannot be made: {error.strerror or error}") from error
    body = msgspec.msgpack.encode(kept)
    write_atomically(file, _seal(body) + body)


def _seal(body: bytes) -> bytes:
    return bytes.fromhex(sha256_of(body))


def _cache_file(folder: Path) -> Path | None:
    base = paths.cache_folder()
    if base is None:
        return None
    name = hashlib.sha256(os.fsencode(folder)).hexdigest()[:32]
    return base / "briefings" / f"{name}.msgpack"


def _program() -> str:
    """What reads briefings, down to its last change: a new check must be run on old content too."""
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))  # noqa: PTH100, PTH120
    stamp = hashlib.sha256()
    for part in ("loading", "model"):
        try:
            entries = sorted(os.scandir(os.path.join(package, part)), key=lambda e: e.name)  # noqa: PTH118
        except OSError:
            continue  # inside a bundle: the version alone tells
        for entry in entries:
            if entry.name.endswith(".py"):
                details = entry.stat()
                line = f"{part}/{entry.name} {details.st_size} {details.st_mtime_ns}\n"
                stamp.update(line.encode())
    return f"{_FORMAT} {__version__} {stamp.hexdigest()}"
