"""Pages for the window: asked for and answered without the GUI thread ever waiting."""

from __future__ import annotations

import queue
import threading
from typing import TYPE_CHECKING, Any

from PySide6 import QtCore, QtGui

from briefing_app.errors import HandoutError
from briefing_app.gui.handout.page_process import DIED, PageProcess, read_book, read_links

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_Questions = queue.SimpleQueue[tuple[dict[str, Any], bytes] | None]
Box = tuple[float, float, float, float]  # left, top, right, bottom
Hit = tuple[Box, ...]


class _Gate:
    """What a thread may still tell the window: nothing once it is shut."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._is_open = True

    def shut(self) -> None:
        """Return when nothing is being told any more."""
        with self._lock:
            self._is_open = False

    def tell(self, emit: Callable[[], None]) -> None:
        """Emit a signal whose owner cannot go meanwhile."""
        with self._lock:
            if self._is_open:
                emit()


class PageSource(QtCore.QObject):
    """One PDF at a time; what is asked of an older one is never answered."""

    opened = QtCore.Signal(object)  # Book
    page_drawn = QtCore.Signal(int, QtGui.QImage)  # page from 0, picture
    hits_found = QtCore.Signal(int, object)  # page, its hits: boxes in points
    search_ended = QtCore.Signal()
    text_read = QtCore.Signal(int, str)
    links_read = QtCore.Signal(int, object)  # page, its links
    failed = QtCore.Signal(str)
    _heard = QtCore.Signal(object, object, object)  # process, answer, picture

    def __init__(self, parent: QtCore.QObject | None = None) -> None:
        """Hold no PDF; the process starts with the first one."""
        super().__init__(parent)
        self._process: PageProcess | None = None
        self._gate = _Gate()
        self._questions: _Questions = queue.SimpleQueue()
        self._number = 0
        self._search = 0
        # the signal is emitted by a thread of Python's
        self._heard.connect(self._deliver, QtCore.Qt.ConnectionType.QueuedConnection)

    @property
    def process_id(self) -> int | None:
        """The system's number of the process that draws; None while there is none."""
        return self._process.process_id if self._process else None

    def open(self, pdf: bytes) -> None:
        """Take another PDF; `opened` follows, or `failed`."""
        self._number += 1
        if self._process is None:
            self._start()
        self._ask({"ask": "open", "id": self._number}, pdf)

    def want(self, pages: Sequence[tuple[int, int, int]]) -> None:
        """Ask for pages (number, width and height in pixels) in place of those asked for before."""
        self._ask({"ask": "want", "pages": list(pages)})

    def find(self, text: str, start: int) -> None:
        """Search for a text from a page on; an empty one ends the search."""
        self._search += 1
        self._ask({"ask": "find", "id": self._search, "text": text, "start": start})

    def read_text(self, page: int) -> None:
        """Ask for the words of a page."""
        self._ask({"ask": "text", "page": page})

    def read_links(self, page: int) -> None:
        """Ask for the links of a page."""
        self._ask({"ask": "links", "id": self._number, "page": page})

    def stop(self) -> None:
        """End the process and forget what was asked of it."""
        process, self._process = self._process, None
        self._gate.shut()
        if process is not None:
            self._questions.put(None)
            process.end()

    def _ask(self, question: dict[str, Any], payload: bytes = b"") -> None:
        if self._process is not None:
            self._questions.put((question, payload))

    def _start(self) -> None:
        self._process = process = PageProcess()
        questions: _Questions = queue.SimpleQueue()
        self._questions = questions
        self._gate = gate = _Gate()
        arguments = (process, questions, gate)
        threading.Thread(target=self._run, args=arguments, name="handout pages").start()

    def _run(self, process: PageProcess, questions: _Questions, gate: _Gate) -> None:
        """Start the process and hand its answers on, until it ends."""

        def tell(words: dict[str, Any], picture: Any = None) -> None:
            gate.tell(lambda: self._heard.emit(process, words, picture))

        try:
            process.start()
        except HandoutError as error:
            tell({"say": "failed", "words": str(error)})
            return
        writer = threading.Thread(target=_hand_over, args=(process, questions))
        writer.start()
        while (answer := process.hear()) is not None:
            words, payload = answer
            tell(words, _picture(words, payload) if payload else None)
        questions.put(None)
        process.end()
        writer.join()
        process.clean_up()
        tell({"say": "failed", "words": DIED})

    @QtCore.Slot(object, object, object)
    def _deliver(self, process: PageProcess, words: dict[str, Any], picture: Any) -> None:
        if process is not self._process:
            return
        kind = words["say"]
        if kind == "opened":
            if words["id"] == self._number:
                self.opened.emit(read_book(words))
        elif kind == "drawn":
            self.page_drawn.emit(words["page"], picture)
        elif kind == "found":
            if words["id"] == self._search:
                self.hits_found.emit(words["page"], words["hits"])
        elif kind == "searched":
            if words["id"] == self._search:
                self.search_ended.emit()
        elif kind == "text":
            self.text_read.emit(words["page"], words["text"])
        elif kind == "links":
            if words["id"] == self._number:
                self.links_read.emit(words["page"], read_links(words))
        else:
            self._process = None
            self.failed.emit(words["words"])


def _hand_over(process: PageProcess, questions: _Questions) -> None:
    while (question := questions.get()) is not None:
        process.tell(*question)


def _picture(words: dict[str, Any], payload: bytes) -> QtGui.QImage:
    kind = QtGui.QImage.Format.Format_RGB32
    size = (words["width"], words["height"], words["stride"])
    return QtGui.QImage(payload, *size, kind).copy()  # else it would borrow the bytes
