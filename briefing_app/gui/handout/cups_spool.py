"""What Qt leaves undone with CUPS: a job that is taken back, and one that the printer refuses.

Qt's engine writes the job into a temporary file of CUPS and sends that when the painter ends, also
after `QPrinter.abort()`, and does not ask what became of it (qtbase, qprintengine_pdf).
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import shutil
import sys
from typing import TYPE_CHECKING

from briefing_app.own_files import temporary_folder

if TYPE_CHECKING:
    from collections.abc import Callable

_LIBRARY = "libcups.so.2"
_FIRST_ERROR = 0x0400  # RFC 8011, section 4.1.6.2: client errors begin here


class Spool:
    """A folder of its own for the file of one job; without it nothing is sent."""

    def __init__(self) -> None:
        """Make the folder."""
        self._folder = temporary_folder("briefing-viewer-print-")

    def begin(self, begin: Callable[[], bool]) -> bool:
        """Call `begin`, which opens the job's file, so that it lies in the folder."""
        before = os.environ.get("TMPDIR")
        os.environ["TMPDIR"] = str(self._folder)  # read by cupsTempFd
        try:
            return begin()
        finally:
            if before is None:
                del os.environ["TMPDIR"]
            else:
                os.environ["TMPDIR"] = before

    def remove(self) -> None:
        """Remove the folder; what has not been sent is not sent any more."""
        shutil.rmtree(self._folder, ignore_errors=True)


def refusal() -> str:
    """Return why CUPS did not take what this thread sent last, in its words; empty if it did."""
    if not sys.platform.startswith("linux"):
        return ""
    with contextlib.suppress(AttributeError, OSError):  # no CUPS here
        library = ctypes.CDLL(_LIBRARY)
        library.cupsLastErrorString.restype = ctypes.c_char_p
        if library.cupsLastError() >= _FIRST_ERROR:
            return (library.cupsLastErrorString() or b"").decode(errors="replace") or "no reason"
    return ""
