"""A briefing as one `.briefing` file: the same briefing gives the same bytes."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Final

import msgspec

from briefing_app import __version__
from briefing_app.errors import PackError
from briefing_app.model.pack_format import (
    FORMAT,
    MANIFEST_NAME,
    MEDIA_TYPE,
    MIMETYPE_NAME,
    MOST_BYTES,
    MOST_MEMBER_BYTES,
    MOST_MEMBERS,
    PackedFile,
    PackManifest,
)
from briefing_app.sha256 import sha256_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefing_app.model.briefing import Briefing

_DATE: Final = (1980, 1, 1, 0, 0, 0)
_UNIX: Final = 3
_MODE: Final = 0o100644  # a regular file, as everybody may read it
_LEVEL: Final = 9


def briefing_pack(briefing: Briefing, files: Mapping[str, bytes]) -> bytes:
    """Return the pack of a briefing; `files` are all its files by name.

    Raises:
        PackError: it is larger than a pack may be.
    """
    contents = dict(sorted(files.items()))
    _check_size(contents)
    listed = tuple(PackedFile(name, len(data), sha256_of(data)) for name, data in contents.items())
    manifest = PackManifest(
        format=FORMAT,
        id=briefing.id,
        title=briefing.title,
        version=briefing.version,
        tool=f"Briefing Viewer {__version__}",
        files=listed,
    )
    contents[MANIFEST_NAME] = msgspec.json.format(msgspec.json.encode(manifest)) + b"\n"
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(_member(MIMETYPE_NAME, zipfile.ZIP_STORED), MEDIA_TYPE)
        for name in sorted(contents):
            member = _member(name, zipfile.ZIP_DEFLATED)
            archive.writestr(member, contents[name], compresslevel=_LEVEL)
    return buffer.getvalue()


def _member(name: str, method: int) -> zipfile.ZipInfo:
    member = zipfile.ZipInfo(name, _DATE)
    member.create_system = _UNIX
    member.external_attr = _MODE << 16
    member.compress_type = method
    return member


def _check_size(contents: dict[str, bytes]) -> None:
    mib = 1024 * 1024
    largest = max(contents, key=lambda name: len(contents[name]), default="")
    if len(contents) > MOST_MEMBERS - 2:
        raise PackError(f"The briefing has more files than a pack may hold ({MOST_MEMBERS}).")
    if largest and len(contents[largest]) > MOST_MEMBER_BYTES:
        raise PackError(f"'{largest}' is larger than {MOST_MEMBER_BYTES // mib} MiB.")
    if sum(map(len, contents.values())) > MOST_BYTES:
        raise PackError(f"The briefing is larger than {MOST_BYTES // mib} MiB; leave out pictures.")
