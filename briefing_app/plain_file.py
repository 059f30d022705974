"""Reads a file that the program keeps for itself; it waits on no pipe that bears the name."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_BINARY = getattr(os, "O_BINARY", 0)  # Windows


def read_plain_file(file: Path, most: int) -> bytes:
    """Return the bytes of a regular file, `most` of them at the most.

    Raises:
        OSError: there is none, it cannot be read, or it is a folder, a pipe or a device.
    """
    try:
        # a pipe without a writer, and some devices, would hold an ordinary open for ever
        descriptor = os.open(file, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | _BINARY)
    except ValueError as error:  # a name that no system has: NUL in it, or half a character
        raise OSError(str(error)) from error
    with open(descriptor, "rb") as stream:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise OSError("it is not a plain file")
        return stream.read(most)
