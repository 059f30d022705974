"""How long the window was deaf, in CPU time of its thread: another load on the machine adds none.

A thread rings every few ms and the window's thread has to hear it; what a test asks of the window
without an event loop (keys, clicks, menu actions) is timed from outside. What the test itself does
between two waits counts as nobody's time.
"""

from __future__ import annotations

import gc
import threading
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from PySide6 import QtCore, QtTest

from tests.gui.machine_speed import slowness

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pytest

LIMIT_MS = 100.0
# Opening a window is no answer to a key: the reader sees the first page meanwhile. Its bars are the
# start's own (design and `make bench`); this one is for what nobody has meant.
START_LIMIT_MS = 250.0
_RING_S = 0.004
_INPUTS = ("keyClick", "keyPress", "keyRelease", "mouseClick", "mouseDClick", "mousePress",
           "mouseRelease", "mouseMove")  # fmt: skip


class Block(NamedTuple):
    """One time in which the window's thread heard nothing."""

    cpu_ms: float
    what: str
    test: str


LONGEST: list[Block] = []  # of each test of this run; told at its end
OPENINGS: list[Block] = []  # of each window that was opened


class Watchdog(QtCore.QObject):
    """Watches the thread that it is made in, from `start` to `stop`."""

    _rung = QtCore.Signal()

    def __init__(self, test: str) -> None:
        super().__init__()
        self._test = test
        self.longest = Block(0.0, "", test)
        self._since = time.thread_time()
        self._heard, self._ends = threading.Event(), threading.Event()
        self._thread = threading.Thread(target=self._ring, name="watchdog")
        self._rung.connect(self._hear, QtCore.Qt.ConnectionType.QueuedConnection)

    def start(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Begin to ring, and to time what tests do to the window."""
        gc.freeze()  # to go through what the test runner holds is no work of the window
        loop, application = QtCore.QEventLoop, QtCore.QCoreApplication
        monkeypatch.setattr(loop, "exec", self._from_here_on(loop.exec))
        process = staticmethod(self._from_here_on(application.processEvents))
        monkeypatch.setattr(application, "processEvents", process)
        for name in _INPUTS:
            timed = self._timed(getattr(QtTest.QTest, name), name)
            monkeypatch.setattr(QtTest.QTest, name, staticmethod(timed))
        self._thread.start()

    def opened(self) -> None:
        """Begin anew after a window has been opened; that is timed apart."""
        spent = self.longest.cpu_ms
        enough = spent < START_LIMIT_MS or spent < START_LIMIT_MS * slowness()
        assert enough, f"opening took {spent:.0f} ms of CPU time in one piece"
        OPENINGS.append(self.longest)
        self.longest = Block(0.0, "", self._test)
        self._since = time.thread_time()

    def stop(self) -> Block:
        """Return the longest block."""
        self._ends.set()
        self._heard.set()
        self._thread.join()
        self._rung.disconnect()
        gc.unfreeze()
        LONGEST.append(self.longest)
        return self.longest

    @contextmanager
    def timing(self, what: str) -> Iterator[None]:
        """Time what is done within, if no event loop runs there."""
        self._since = began = time.thread_time()
        yield
        if self._since == began:  # else a loop of its own was timed
            self._note(what)
        self._since = time.thread_time()

    def _timed(self, original, name: str):
        def act(*arguments, **options):
            with self.timing(name):
                return original(*arguments, **options)

        return act

    def _from_here_on(self, original):
        def execute(*arguments):
            self._since = time.thread_time()
            return original(*arguments)

        return execute

    def _ring(self) -> None:
        while not self._ends.is_set():
            self._heard.clear()
            self._rung.emit()
            self._heard.wait()
            time.sleep(_RING_S)

    @QtCore.Slot()
    def _hear(self) -> None:
        self._note("events")
        self._since = time.thread_time()
        self._heard.set()

    def _note(self, what: str) -> None:
        spent = (time.thread_time() - self._since) * 1000
        if spent > self.longest.cpu_ms:
            self.longest = Block(spent, what, self._test)
