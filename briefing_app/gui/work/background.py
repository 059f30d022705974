"""Long work off the GUI thread: what to run, what on success, what on failure."""

from __future__ import annotations

import contextlib
import traceback
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6 import QtCore

if TYPE_CHECKING:
    from collections.abc import Callable


def _carry_out(owner: Background, number: int, work: Callable[[], Any]) -> None:
    """Do the work in a pool thread and report through the GUI side's signal."""
    try:
        result, error = work(), None
    except Exception as failure:  # noqa: BLE001  handed to on_failed in the GUI thread
        failure.add_note(traceback.format_exc())
        result, error = None, failure
    with contextlib.suppress(RuntimeError):  # the owner has gone: nobody waits for the answer
        owner.finished.emit(number, result, error)


def _end(pool: QtCore.QThreadPool) -> None:
    """Let a pool that is about to go begin nothing more, and wait here for what runs.

    Its destructor would wait as well, but at times with Python's lock in its hands (a widget is
    replaced, a test waits for a window), and the work that it waits for could never end.
    """
    pool.clear()
    pool.waitForDone()


class Background(QtCore.QObject):
    """Runs work in a thread; answers arrive in the GUI thread, late ones are dropped.

    The signal is owned here, on the GUI side: a signal owned by the job would run its receivers in
    the worker.
    """

    finished = QtCore.Signal(int, object, object)

    def __init__(self, parent: QtCore.QObject | None = None) -> None:
        """Use a pool of our own, so that closing can wait for it."""
        super().__init__(parent)
        self._pool = QtCore.QThreadPool(self)
        self._pool.setMaxThreadCount(2)
        self.destroyed.connect(partial(_end, self._pool))
        self._waiting: dict[int, tuple[Callable[[Any], None], Callable[[Exception], None]]] = {}
        self._last_number = 0
        self.finished.connect(self._deliver, QtCore.Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        work: Callable[[], Any],
        on_done: Callable[[Any], None],
        on_failed: Callable[[Exception], None],
    ) -> int:
        """Start `work` in a thread; return a job number for `drop`."""
        self._last_number += 1
        self._waiting[self._last_number] = (on_done, on_failed)
        # not as a QRunnable of ours: the pool would keep it, and with it all that the work knows
        self._pool.start(partial(_carry_out, self, self._last_number, work))
        return self._last_number

    def drop(self, number: int) -> None:
        """Forget a job: whatever it answers is not wanted any more."""
        self._waiting.pop(number, None)

    def is_busy(self) -> bool:
        """Whether an answer is still awaited."""
        return bool(self._waiting)

    def waits_for(self, number: int) -> bool:
        """Whether a job's answer is still awaited."""
        return number in self._waiting

    def wait(self) -> None:
        """Wait until no job runs; for closing down."""
        self._waiting.clear()
        self._pool.waitForDone()

    @QtCore.Slot(int, object, object)
    def _deliver(self, number: int, result: Any, error: Exception | None) -> None:
        on_done, on_failed = self._waiting.pop(number, (None, None))
        if error is not None:
            if on_failed:
                on_failed(error)
        elif on_done:
            on_done(result)
