"""Where the files of one briefing are read from: a folder, a pack, or a pack in a handout."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Protocol

from briefing_app.errors import ContentError
from briefing_app.loading.briefing_folder import BriefingFolder

if TYPE_CHECKING:
    from pathlib import Path

_HEAD = 1024  # a PDF may begin this late (ISO 32000-1, annex H.3.4.1, note 13)


class BriefingStore(Protocol):
    """Reads the files of one briefing and nothing else."""

    @property
    def path(self) -> Path:
        """The folder or file, absolute."""

    @property
    def origin(self) -> str:
        """What it is in one word: `folder`, `pack` or `handout`."""

    def check_name(self, name: str) -> None:
        """Check a name without reading anything.

        Raises:
            UnsafePathError: the name is not allowed; the message says why.
        """

    def read(self, name: str, limit: int = ...) -> bytes:
        """Return the bytes of a file of the briefing, of at most `limit` bytes.

        Raises:
            UnsafePathError: the name is not allowed.
            ContentError: there is no such file, it cannot be read, or it is larger than `limit`.
        """


def open_store(path: Path) -> BriefingStore:
    """Return what reads the briefing at a path; a file is told by its first bytes, not its name.

    Raises:
        ContentError: there is nothing, or nothing that holds a briefing; the message says what.
    """
    if path.name == "briefing.yaml":
        return BriefingFolder(path.parent)
    if not os.path.isfile(path):  # noqa: PTH113 - Path.is_file raises on some paths
        return BriefingFolder(path)
    # Only here: most briefings are folders, and zip and PDF readers take time to import.
    try:
        with path.open("rb") as stream:
            head = stream.read(_HEAD)
    except OSError as error:
        raise ContentError(f"{path} cannot be read: {error.strerror or error}.") from error
    if kind := _other_archive(head):
        raise ContentError(
            f"{path} is {kind}, no briefing. Open a briefing's folder, a .briefing file, or a "
            "handout PDF that carries its briefing."
        )
    if head.startswith(b"PK"):
        from briefing_app.loading.read_pack import packed_file

        return packed_file(path)
    if b"%PDF-" in head:
        from briefing_app.loading.read_handout import attached_pack

        return attached_pack(path)
    raise ContentError(
        f"{path} holds no briefing. Open a briefing's folder, a .briefing file, or a handout PDF "
        "that carries its briefing."
    )


def _other_archive(head: bytes) -> str:
    """What a zip of another program is, told by its first member; nothing if that does not say."""
    if not head.startswith(b"PK\3\4"):
        return ""
    first = head[30:]
    if first.startswith(b"mimetypeapplication/epub+zip"):
        return "a book (EPUB)"
    if first.startswith(b"mimetypeapplication/vnd.oasis.opendocument."):
        return "an OpenDocument file (LibreOffice)"
    if first.startswith((b"[Content_Types].xml", b"_rels/.rels", b"docProps/")):
        return "an Office document (Word, Excel or PowerPoint)"
    return ""
