"""The `.briefing` pack: a zip whose first member says what it is and whose manifest lists the rest.

The first member follows EPUB's container (OCF 3.3, section 4.3): `mimetype`, stored, uncompressed.
"""

from __future__ import annotations

from typing import Final

import msgspec

MEDIA_TYPE: Final = "application/x-briefing+zip"
MIMETYPE_NAME: Final = "mimetype"
MANIFEST_NAME: Final = "META-INF/manifest.json"
PACK_ENDING: Final = ".briefing"
FORMAT: Final = 1

MOST_MEMBERS: Final = 5000
MOST_MEMBER_BYTES: Final = 64 * 1024 * 1024
MOST_BYTES: Final = 512 * 1024 * 1024  # of all members together, and of the pack itself


class PackedFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One file of the briefing as the manifest lists it."""

    path: str
    size: int  # bytes
    sha256: str  # 64 hexadecimal digits


class PackManifest(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """META-INF/manifest.json: which briefing it is, and every file in it, sorted by path."""

    format: int
    id: str
    title: str
    version: str
    tool: str
    files: tuple[PackedFile, ...]
