"""The zip of a pack, checked from end to end before anything in it is decompressed.

Stricter than zip (APPNOTE 6.3.10): members stand one after another without gaps, from the first
byte to the directory, and the directory runs to the end of the file. So nothing is hidden before,
between, under or after them.
"""

from __future__ import annotations

import io
import stat
import struct
import unicodedata
import zipfile
import zlib
from typing import TYPE_CHECKING, Final

from briefing_app.errors import BriefingError, ContentError
from briefing_app.loading.file_names import name_parts
from briefing_app.model.pack_format import MOST_BYTES, MOST_MEMBER_BYTES, MOST_MEMBERS

if TYPE_CHECKING:
    from collections.abc import Iterable

_MIB: Final = 1024 * 1024
_MOST_RATIO: Final = 200
_MOST_DIRECTORY: Final = 4 * _MIB
_END: Final = struct.Struct("<4s4H2LH")
_LOCAL: Final = struct.Struct("<4s5H3L2H")
_UTF8: Final = 0x0800
_ALLOWED_FLAGS: Final = _UTF8 | 0x0006  # the latter: how hard deflate tried
_FOLDER_ATTRIBUTE: Final = 0x10
# All that the standard library raises on a damaged archive
_DAMAGE: Final = (
    zipfile.BadZipFile, struct.error, EOFError, ValueError, NotImplementedError, OverflowError,
    IndexError,
)  # fmt: skip


class PackArchive:
    """The members of one pack by name; reading one gives all of it or an error."""

    def __init__(self, data: bytes, shown: str) -> None:
        """Check the archive, called `shown` in messages.

        Raises:
            ContentError: it breaks a rule; the message names the member and the rule.
        """
        self._data = data
        self._shown = shown
        self._begins: dict[str, int] = {}  # where the bytes of a member begin
        try:
            directory = self._check_end()
            members = zipfile.ZipFile(io.BytesIO(data)).infolist()
            self.members = {member.filename: member for member in members}
            self._check_members(members, directory)
        except _DAMAGE as error:
            raise self.fault("it is damaged") from error

    def fault(self, reason: str) -> ContentError:
        """Return the error that says why the pack is refused."""
        return ContentError(f"{self._shown} is not opened: {reason}. Ask for a new copy.")

    def read(self, name: str) -> bytes:
        """Return a member; never more than it declares.

        Raises:
            ContentError: it is damaged.
        """
        member, begin = self.members[name], self._begins[name]
        data = self._data[begin : begin + member.compress_size]
        if member.compress_type == zipfile.ZIP_DEFLATED:
            unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
            try:
                data = unpacker.decompress(data, member.file_size + 1)
            except zlib.error as error:
                raise self.fault(f"'{name}' in it is damaged") from error
            if not unpacker.eof or unpacker.unused_data:
                raise self.fault(f"'{name}' in it is not as long as it says")
        if len(data) != member.file_size:
            raise self.fault(f"'{name}' in it is not as long as it says")
        if zlib.crc32(data) != member.CRC:
            raise self.fault(f"'{name}' in it is damaged")
        return data

    def _check_end(self) -> int:
        """Return where the directory begins, after a look at the record at the very end."""
        size = len(self._data)
        if size > MOST_BYTES:
            raise self.fault(f"it is larger than {MOST_BYTES // _MIB} MiB")
        if size < _END.size:
            raise self.fault("it is cut off")
        mark, disk, start_disk, here, count, length, begin, comment = _END.unpack_from(
            self._data, size - _END.size
        )
        if mark != b"PK\5\6" or comment:
            raise self.fault("it is cut off, or something stands after its end")
        if disk or start_disk or here != count or begin + length + _END.size != size:
            raise self.fault("its directory is not where it should be")
        if count > MOST_MEMBERS or length > _MOST_DIRECTORY:
            raise self.fault(f"it has more than {MOST_MEMBERS} files in it")
        return int(begin)

    def _check_members(self, members: list[zipfile.ZipInfo], directory: int) -> None:
        if len(members) > MOST_MEMBERS:
            raise self.fault(f"it has more than {MOST_MEMBERS} files in it")
        self._check_names([member.orig_filename for member in members])
        for member in members:
            if reason := _member_fault(member):
                raise self.fault(f"'{member.filename}' in it {reason}")
        if sum(member.file_size for member in members) > MOST_BYTES:
            raise self.fault(f"it holds more than {MOST_BYTES // _MIB} MiB")
        position = 0
        for member in sorted(members, key=lambda m: m.header_offset):
            if member.header_offset != position:
                raise self.fault(f"'{member.filename}' in it overlaps another file or leaves a gap")
            position = self._check_header(member) + member.compress_size
        if position != directory:
            raise self.fault("its files do not end where its directory begins")

    def _check_header(self, member: zipfile.ZipInfo) -> int:
        """Return where the data of a member begins; its own header must say what is listed."""
        at = member.header_offset
        mark, _, flags, method, _, _, crc, packed, size, name, extra = _LOCAL.unpack_from(
            self._data, at
        )
        at += _LOCAL.size
        encoding = "utf-8" if flags & _UTF8 else "cp437"
        there = (flags, method, crc, packed, size, self._data[at : at + name])
        listed = (
            member.flag_bits, member.compress_type, member.CRC, member.compress_size,
            member.file_size, member.orig_filename.encode(encoding),
        )  # fmt: skip
        if mark != b"PK\3\4" or there != listed:
            raise self.fault(f"'{member.filename}' in it says two different things about itself")
        begin = int(at + name + extra)
        self._begins[member.filename] = begin
        return begin

    def _check_names(self, names: Iterable[str]) -> None:
        """No two names may mean one file on some platform, and none a file and a folder."""
        seen: dict[str, str] = {}
        folders = set()
        for name in names:
            try:
                parts = name_parts(name)
            except BriefingError as error:
                raise self.fault(str(error)) from error
            key = unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())
            if key in seen:
                raise self.fault(f"'{seen[key]}' and '{name}' in it mean the same file")
            seen[key] = name
            key_parts = key.split("/")
            folders |= {"/".join(key_parts[:depth]) for depth in range(1, len(parts))}
        for key in folders & seen.keys():
            raise self.fault(f"'{seen[key]}' in it is a file and a folder")


def _member_fault(member: zipfile.ZipInfo) -> str:
    """Return what is wrong with one entry of the directory; nothing if it may be read."""
    kind = stat.S_IFMT(member.external_attr >> 16)
    ratio = member.file_size / max(member.compress_size, 1)
    rules = (
        (member.flag_bits & 0x1, "is encrypted"),
        (member.flag_bits & ~_ALLOWED_FLAGS, "is packed in a way that is not read"),
        (
            member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED),
            "is compressed in a way that is not read",
        ),
        (kind not in (0, stat.S_IFREG), "is a link, a folder or a device"),
        (member.external_attr & _FOLDER_ATTRIBUTE, "is a folder"),
        (member.file_size > MOST_MEMBER_BYTES, f"is larger than {MOST_MEMBER_BYTES // _MIB} MiB"),
        (ratio > _MOST_RATIO and member.file_size > _MIB, "is compressed too far to be honest"),
    )
    return next((reason for broken, reason in rules if broken), "")
