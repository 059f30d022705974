"""A briefing's folder: the only way in which loading reads a file.

A name is opened part by part from a handle on the folder, and no part may be a symbolic link; so
what is read lies in the folder whatever changes on the disk meanwhile. Paths are never compared as
text.
"""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from typing import Final

from briefing_app.errors import ContentError, UnsafePathError
from briefing_app.loading.file_names import name_parts

MIB: Final = 1024 * 1024
_FILE_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)  # a FIFO must not hold the program
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)
_FOLDER_FLAGS = _FILE_FLAGS | getattr(os, "O_DIRECTORY", 0)
_HAS_HANDLES = os.open in os.supports_dir_fd and hasattr(os, "O_NOFOLLOW")


class BriefingFolder:
    """Reads the files of one briefing and nothing else."""

    origin: Final = "folder"

    def __init__(self, path: Path) -> None:
        """Take the folder; it may itself be reached through a link, as the user named it.

        Raises:
            ContentError: there is nothing of this name.
        """
        self.path = Path(os.path.abspath(path))  # noqa: PTH100 - resolve() would follow links
        if not os.path.isdir(self.path):  # noqa: PTH112 - Path.is_dir raises on some paths
            raise ContentError(
                f"{path}: there is no such file or folder. "
                "Name a briefing: its folder, a .briefing file or a handout."
            )

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
            UnsafePathError: the name leads outside, goes through a link, or is no regular file.
            ContentError: there is no such file, it cannot be read, or it is larger than `limit`.
        """
        parts = name_parts(name)
        try:
            descriptor = self._open(parts)
        except OSError as error:
            raise _explained(name, error) from error
        try:
            _check_kind(name, os.fstat(descriptor).st_mode)
            with open(descriptor, "rb", closefd=False) as stream:
                data = stream.read(limit + 1)
        except OSError as error:
            raise _explained(name, error) from error
        finally:
            os.close(descriptor)
        if len(data) > limit:
            raise ContentError(too_large(name, limit))
        return data

    def _open(self, parts: tuple[str, ...]) -> int:
        return self._open_by_handle(parts) if _HAS_HANDLES else self._open_checked(parts)

    def _open_by_handle(self, parts: tuple[str, ...]) -> int:
        # The root alone may be a link: the user chose it.
        handle = os.open(self.path, _FOLDER_FLAGS & ~os.O_NOFOLLOW)
        try:
            for part in parts[:-1]:
                inner = os.open(part, _FOLDER_FLAGS, dir_fd=handle)
                os.close(handle)
                handle = inner
            return os.open(parts[-1], _FILE_FLAGS, dir_fd=handle)
        finally:
            os.close(handle)

    def _open_checked(self, parts: tuple[str, ...]) -> int:
        """Where there are no folder handles (Windows): look at each part, then open."""
        place = self.path
        for part in parts:
            place /= part
            details = place.lstat()
            reparse = getattr(details, "st_reparse_tag", 0)
            if stat.S_ISLNK(details.st_mode) or reparse:
                raise OSError(errno.ELOOP, "a link")
        _check_kind("/".join(parts), details.st_mode)
        return os.open(place, _FILE_FLAGS)


def too_large(name: str, limit: int) -> str:
    """Return what is said of a file of more than `limit` bytes."""
    size = f"{limit // MIB} MiB" if limit >= MIB else f"{limit} bytes"
    return f"'{name}' is larger than {size}; split it or make it less"


_UNSAFE = {
    errno.ELOOP: "is a symbolic link; links are not followed",
    errno.EMLINK: "is a symbolic link; links are not followed",
    errno.ENOTDIR: "goes through a link or a file; only folders of the briefing may be on the way",
    errno.EISDIR: "is a folder, not a file",
    errno.ENXIO: "is not a regular file",
    errno.ENODEV: "is not a regular file",
}
_UNREADABLE = {
    errno.EACCES: "may not be read; change its permissions",
    errno.EPERM: "may not be read; change its permissions",
}


def _check_kind(name: str, mode: int) -> None:
    if stat.S_ISDIR(mode):
        raise UnsafePathError(f"'{name}' {_UNSAFE[errno.EISDIR]}")
    if not stat.S_ISREG(mode):
        raise UnsafePathError(f"'{name}' {_UNSAFE[errno.ENODEV]}")


def _explained(name: str, error: OSError) -> ContentError | UnsafePathError:
    code = error.errno or 0
    if code in _UNSAFE:
        return UnsafePathError(f"'{name}' {_UNSAFE[code]}")
    if code == errno.ENOENT:
        return ContentError(f"there is no file '{name}'")
    reason = _UNREADABLE.get(code, f"cannot be read: {error.strerror or error}")
    return ContentError(f"'{name}' {reason}")
