"""A `.briefing` file, read in place: nothing of it is ever written to the disk."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from briefing_app.errors import ContentError
from briefing_app.loading.briefing_folder import MIB, too_large
from briefing_app.loading.file_names import name_parts
from briefing_app.loading.pack_archive import PackArchive
from briefing_app.model.pack_format import (
    FORMAT,
    MANIFEST_NAME,
    MEDIA_TYPE,
    MIMETYPE_NAME,
    MOST_BYTES,
    PackManifest,
)
from briefing_app.sha256 import sha256_of

if TYPE_CHECKING:
    from pathlib import Path

    from briefing_app.model.pack_format import PackedFile

_RESERVED: Final = (MIMETYPE_NAME, MANIFEST_NAME)
_NO_PACK: Final = "it is a zip, but no briefing: briefing-app pack makes one"


class BriefingPack:
    """Reads the files of one pack; every file in it was compared with the manifest."""

    def __init__(self, path: Path, data: bytes, *, origin: str = "pack") -> None:
        """Take the bytes of a pack that stands in the file at `path`.

        Raises:
            ContentError: it is damaged, breaks a rule, or was altered after it was packed.
        """
        self.path = path.absolute()
        self.origin = origin
        self._archive = PackArchive(data, str(path))
        self.manifest = self._read_manifest()
        self._check_files()

    @staticmethod
    def check_name(name: str) -> None:
        """Check a name without reading anything.

        Raises:
            UnsafePathError: the name is not allowed; the message says why.
        """
        name_parts(name)

    def read(self, name: str, limit: int = 32 * MIB) -> bytes:
        """Return the bytes of a file of the briefing, of at most `limit` bytes.

        Raises:
            UnsafePathError: the name is not allowed.
            ContentError: there is no such file, it is damaged, or it is larger than `limit`.
        """
        self.check_name(name)
        member = self._archive.members.get(name)
        if member is None or name in _RESERVED:
            raise ContentError(f"there is no file '{name}'")
        if member.file_size > limit:
            raise ContentError(too_large(name, limit))
        return self._archive.read(name)

    def _read_manifest(self) -> PackManifest:
        archive = self._archive
        first = min(archive.members.values(), key=lambda m: m.header_offset, default=None)
        is_marked = (
            first is not None and first.filename == MIMETYPE_NAME and not first.compress_type
        )
        if not is_marked or archive.read(MIMETYPE_NAME) != MEDIA_TYPE.encode():
            raise archive.fault(_NO_PACK)
        if MANIFEST_NAME not in archive.members:
            raise archive.fault(f"it has no {MANIFEST_NAME}")
        try:
            manifest = msgspec.json.decode(archive.read(MANIFEST_NAME), type=PackManifest)
        except (msgspec.MsgspecError, UnicodeDecodeError) as error:
            raise archive.fault(f"{MANIFEST_NAME} in it cannot be understood") from error
        if manifest.format != FORMAT:
            raise archive.fault(f"this program reads format {FORMAT} of packs, not another")
        return manifest

    def _check_files(self) -> None:
        listed = {file.path: file for file in self.manifest.files}
        there = self._archive.members.keys() - set(_RESERVED)
        altered = sorted(there ^ listed.keys())
        altered += [name for name in sorted(there & listed.keys()) if self._differs(listed[name])]
        if altered or len(listed) < len(self.manifest.files):
            names = ", ".join(f"'{name[:80]}'" for name in altered[:5])
            more = f" and {len(altered) - 5} more" if len(altered) > 5 else ""
            raise self._archive.fault(
                f"it was altered after it was packed ({names or MANIFEST_NAME}{more})"
            )

    def _differs(self, file: PackedFile) -> bool:
        data = self._archive.read(file.path)
        return len(data) != file.size or sha256_of(data) != file.sha256


def packed_file(path: Path) -> BriefingPack:
    """Return the pack in a file.

    It is taken into memory whole, so that what is shown stays the same when the file is replaced.

    Raises:
        ContentError: it cannot be read, is damaged, breaks a rule, or was altered.
    """
    try:
        with path.open("rb") as stream:
            data = stream.read(MOST_BYTES + 1)
    except OSError as error:
        raise ContentError(f"{path} cannot be read: {error.strerror or error}.") from error
    return BriefingPack(path, data)
