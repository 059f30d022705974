"""The files of one briefing as they are read: each once, with its text and its digest."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Final

from briefing_app.errors import BriefingError
from briefing_app.loading.briefing_folder import MIB
from briefing_app.loading.picture_header import MOST_PIXELS, picture_kind, pixel_size
from briefing_app.loading.text_checks import TextFault, decode
from briefing_app.model.problem import Problem, Severity
from briefing_app.sha256 import sha256_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefing_app.loading.briefing_store import BriefingStore

DATA_LIMIT: Final = 8 * MIB
PROSE_LIMIT: Final = 2 * MIB
PICTURE_LIMIT: Final = 32 * MIB

_ENDINGS: Final = {".png": "png", ".jpg": "jpeg", ".jpeg": "jpeg", ".gif": "gif", ".webp": "webp"}

# (name, number of bytes, SHA-256 of the bytes)
FileDigest = tuple[str, int, str]


def digest(name: str, data: bytes) -> FileDigest:
    """Return what identifies one file."""
    return name, len(data), sha256_of(data)


def content_hash(digests: Iterable[FileDigest]) -> str:
    """Return one SHA-256 for a set of files: over each name, length and digest, by name."""
    whole = hashlib.sha256()
    for name, size, value in sorted(digests):
        whole.update(f"{name}\0{size}\0{value}\n".encode())
    return whole.hexdigest()


class BriefingFiles:
    """Reads files and remembers exactly which; so the content hash covers what was shown."""

    def __init__(self, folder: BriefingStore) -> None:
        self.folder = folder
        self.texts: dict[str, str] = {}
        self._digests: dict[str, FileDigest] = {}
        self._picture_faults: dict[str, str] = {}

    @property
    def names(self) -> tuple[str, ...]:
        """The files that were read, sorted."""
        return tuple(sorted(self._digests))

    @property
    def content_hash(self) -> str:
        """The hash over all files that were read."""
        return content_hash(self._digests.values())

    def _read(self, name: str, limit: int) -> bytes:
        data = self.folder.read(name, limit)
        self._digests[name] = digest(name, data)
        return data

    def text(self, name: str, limit: int) -> str:
        """Return a text file.

        Raises:
            BriefingError: it cannot be read.
            TextFault: it is not UTF-8.
        """
        if name not in self.texts:
            self.texts[name] = decode(self._read(name, limit))
        return self.texts[name]

    def picture_fault(self, name: str) -> str:
        """Return why a picture cannot be shown; nothing if it can."""
        if name not in self._picture_faults:
            self._picture_faults[name] = self._examine(name)
        return self._picture_faults[name]

    def _examine(self, name: str) -> str:
        suffix = f".{name.rpartition('.')[2].lower()}"
        try:
            if suffix not in _ENDINGS:
                # The name's own fault first: an address is no picture either way.
                self.folder.check_name(name)
                return "pictures are PNG, JPEG, GIF or WebP files"
            data = self._read(name, PICTURE_LIMIT)
        except BriefingError as error:
            return str(error)
        if picture_kind(data) != _ENDINGS[suffix]:
            return f"'{name}' does not hold what its ending says"
        size = pixel_size(data)
        if size is None:
            return f"'{name}' is damaged: it does not say how large it is"
        if size[0] * size[1] > MOST_PIXELS:
            return f"'{name}' is too large: {size[0]} × {size[1]} pixels, of 40 million at most"
        return ""


def text_problem(name: str, fault: TextFault, severity: Severity = Severity.ERROR) -> Problem:
    """Return the problem that a fault in a file is."""
    return Problem(name, fault.line, fault.column, severity, "", fault.message)
