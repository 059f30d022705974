"""A PDF in a process of its own: its page sizes and outline, its pages as pictures, its words.

A process, since PDFium may be used by one thread only, keeps its memory, and reads files that
others wrote.
"""

from __future__ import annotations

import contextlib
import json
import subprocess
import threading
from typing import Any

import msgspec

from briefing_app.child_process import HIDDEN, child_command
from briefing_app.errors import HandoutError
from briefing_app.gui.handout import page_child
from briefing_app.gui.handout.page_child import LENGTHS

DIED = (
    "The pages cannot be shown: the process that draws them was ended from outside, perhaps for "
    "want of memory. Close other programs and show the pages again."
)


class Bookmark(msgspec.Struct, frozen=True, array_like=True):
    """An entry of the outline: where it leads, in points from the top of the page."""

    level: int
    title: str
    page: int
    top: float


class Book(msgspec.Struct, frozen=True):
    """What is known of a PDF before a page is drawn; sizes are in points."""

    sizes: tuple[tuple[float, float], ...]
    outline: tuple[Bookmark, ...]


class PageLink(msgspec.Struct, frozen=True, array_like=True):
    """What can be clicked on a page: a box for each of its lines, its words, where it leads.

    The page is -1 for what leads out of the PDF, to an address.
    """

    boxes: tuple[tuple[float, float, float, float], ...]
    words: str
    page: int
    top: float
    address: str


class PageProcess:
    """The process and its two pipes; one thread may `tell` while another one `hears`."""

    def __init__(self) -> None:
        """Hold the place of a process; `start` makes it."""
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()
        self._ended = False

    def start(self) -> None:
        """Start the process; nothing if it was ended before it began.

        Raises:
            HandoutError: it cannot be started.
        """
        with self._lock:
            if self._ended:
                return
            try:
                self._process = subprocess.Popen(  # noqa: S603 -- our own file
                    child_command(page_child.__file__),
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL,
                    creationflags=HIDDEN,
                )
            except OSError as error:
                raise HandoutError(
                    f"The pages cannot be shown: {error.strerror or error}. Close other programs "
                    "and show the pages again."
                ) from error

    @property
    def process_id(self) -> int | None:
        """The system's number of the process; None while there is none."""
        return self._process.pid if self._process else None

    def tell(self, question: dict[str, Any], payload: bytes = b"") -> None:
        """Send a question; one that no longer reaches the process is lost."""
        pipe = self._process.stdin if self._process else None
        if pipe is None:
            return
        words = json.dumps(question).encode()
        with contextlib.suppress(OSError, ValueError):  # it has ended: `hear` says so
            pipe.write(LENGTHS.pack(len(words), len(payload)) + words)
            pipe.write(payload)
            pipe.flush()

    def hear(self) -> tuple[dict[str, Any], bytes] | None:
        """Return the next answer; None when the process has ended."""
        pipe = self._process.stdout if self._process else None
        if pipe is None:
            return None
        try:
            lengths = pipe.read(LENGTHS.size)
            if len(lengths) < LENGTHS.size:
                return None
            words, size = LENGTHS.unpack(lengths)
            message, payload = pipe.read(words), pipe.read(size)
        except (OSError, ValueError):
            return None
        return None if len(payload) < size else (json.loads(message), payload)

    def end(self) -> None:
        """End the process; may be called from any thread, and more than once."""
        with self._lock:
            self._ended = True
            process = self._process
        if process is not None and process.poll() is None:
            with contextlib.suppress(OSError):
                process.kill()

    def clean_up(self) -> None:
        """Wait until the process has gone and close its pipes; nobody uses it any more."""
        self.end()
        if self._process is not None:
            self._process.wait()
            for pipe in (self._process.stdin, self._process.stdout):
                if pipe is not None:
                    with contextlib.suppress(OSError):
                        pipe.close()


def read_book(answer: dict[str, Any]) -> Book:
    """Return what an `opened` answer says."""
    return msgspec.convert({"sizes": answer["sizes"], "outline": answer["outline"]}, Book)


def read_links(answer: dict[str, Any]) -> tuple[PageLink, ...]:
    """Return what a `links` answer says."""
    return msgspec.convert(answer["links"], tuple[PageLink, ...])
