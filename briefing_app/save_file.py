"""Saving where the reader said: not over the briefing, nor unasked over a file of another kind."""

from __future__ import annotations

import os
import re
import stat
from typing import TYPE_CHECKING, Final, NamedTuple

from briefing_app.atomic_write import write_atomically
from briefing_app.errors import OtherKindError, WriteError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

_HEAD_BYTES: Final = 4096
_NO_TEXT: Final = (b"%PDF-", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"\xd0\xcf\x11\xe0")
_DESCRIPTOR = re.compile(r"/dev/(?:(stdout)|(stderr)|fd/(\d+))|/proc/self/fd/(\d+)")


class FileKind(NamedTuple):
    """What a file is, by the end of its name and by how it begins."""

    name: str  # `a PDF`
    suffixes: tuple[str, ...]  # in small letters
    begins: bytes = b""  # nothing for text


PDF: Final = FileKind("a PDF", (".pdf",), b"%PDF-")
PACK: Final = FileKind("a briefing pack", (".briefing",), b"PK\x03\x04")
_ALSO: Final = {".jsonld": (".json",), ".md": (".markdown",)}


def text_kind(suffix: str) -> FileKind:
    """Return the kind of a text file whose name ends with `suffix`."""
    return FileKind(f"a {suffix} file", (suffix, *_ALSO.get(suffix, ())))


def save_file(
    target: Path,
    data: bytes,
    kind: FileKind,
    *,
    own: Iterable[Path] = (),
    replace_other_kinds: bool = False,
) -> None:
    """Write a file whole, or not at all; into a device or a pipe write the data as it comes.

    `own` are the files of the open briefing. A link is followed.

    Raises:
        OtherKindError: there is a file that is not of this kind; `replace_other_kinds` replaces it.
        WriteError: that is a file of the briefing, is write-protected, or cannot be written.
    """
    check_target(target, kind, own=own, replace_other_kinds=replace_other_kinds)
    descriptor = _descriptor(target)
    if descriptor is not None:
        _write_into(target, lambda: os.dup(descriptor), data)
    elif _takes_what_comes(target):
        _write_into(target, lambda: os.open(target, os.O_WRONLY), data)
    else:
        write_atomically(target, data)


def check_target(
    target: Path, kind: FileKind, *, own: Iterable[Path] = (), replace_other_kinds: bool = False
) -> None:
    """Refuse a place that `save_file` would refuse, before the data is made.

    Raises:
        OtherKindError, WriteError: as `save_file`.
    """
    try:
        there = os.stat(target)
    except OSError:
        return  # nothing is there; what else is wrong is told when it is written
    if any(_is_same(there, path) for path in own):
        raise WriteError(
            f"{target} is a file of the briefing itself and was left as it is. Choose another name."
        )
    if _descriptor(target) is not None or stat.S_ISDIR(there.st_mode):
        return
    if stat.S_ISBLK(there.st_mode) or stat.S_ISSOCK(there.st_mode):
        raise WriteError(f"{target} is no file that can be written. Choose another name.")
    if not there.st_mode & 0o222 or (
        # where the folder cannot be written either, that is what is told when it is written
        not os.access(target, os.W_OK) and os.access(target.parent, os.W_OK)
    ):
        raise WriteError(f"{target} is write-protected and was left as it is. Choose another name.")
    if replace_other_kinds or not stat.S_ISREG(there.st_mode) or not there.st_size:
        return
    if not is_of_kind(target, kind):
        raise OtherKindError(f"{target} is there and is not {kind.name}; it was left as it is.")


def is_of_kind(file: Path, kind: FileKind) -> bool:
    """Whether a file is of a kind by its name, which may have no end, and by how it begins."""
    try:
        with file.open("rb") as stream:
            head = stream.read(_HEAD_BYTES)
    except OSError:
        return False
    if file.suffix and file.suffix.lower() not in kind.suffixes:
        return False
    if kind.begins:
        return head.startswith(kind.begins)
    return not head.startswith(_NO_TEXT) and b"\0" not in head


def _descriptor(target: Path) -> int | None:
    """The open file that a name such as /dev/stdout stands for.

    Opened anew by that name, a file that the shell writes into would be begun from its start.
    """
    found = _DESCRIPTOR.fullmatch(str(target))
    if found is None:
        return None
    if found[1] or found[2]:
        return 1 if found[1] else 2
    return int(found[3] or found[4])


def _takes_what_comes(target: Path) -> bool:
    try:
        mode = os.stat(target).st_mode
    except OSError:
        return False
    return stat.S_ISFIFO(mode) or stat.S_ISCHR(mode)


def _write_into(target: Path, opened: Callable[[], int], data: bytes) -> None:
    try:
        with open(opened(), "wb") as stream:
            stream.write(data)
    except OSError as error:
        raise WriteError(f"{target} was not written: {error.strerror or error}.") from error


def _is_same(there: os.stat_result, path: Path) -> bool:
    try:
        return os.path.samestat(there, os.stat(path))
    except OSError:
        return False
