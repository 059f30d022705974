"""Many briefings in one window, and many windows, leave nothing behind."""

from __future__ import annotations

import gc
import sys
import threading
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import msgspec
import pytest
import shiboken6
from PySide6 import QtCore, QtWidgets

from briefing_app.gui.application import Session

OPENINGS = 24
EVERY_OPENING = OPENINGS // 3  # of one of the three briefings: what grows less is no leak
WARM = 6  # until everything that is kept for good is there
MOST_MB = 6.0  # of the memory's growth from then on; a leaked briefing is 1 to 2 MB
ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.slow


class Census(NamedTuple):
    """What there is, after everything has gone that will go."""

    objects: Counter[str]
    widgets: int
    windows: int
    threads: int
    python_threads: int
    megabytes: float


def take_census() -> Census:
    for _ in range(3):
        QtWidgets.QApplication.processEvents()
        QtCore.QCoreApplication.sendPostedEvents(None, QtCore.QEvent.Type.DeferredDelete)
        gc.collect()
    objects = (o for o in gc.get_objects() if is_alive(o) or is_ours(o))
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return Census(
        Counter(type(o).__name__ for o in objects),
        len(QtWidgets.QApplication.allWidgets()),
        len(QtWidgets.QApplication.topLevelWidgets()),
        len(list(Path("/proc/self/task").iterdir())),
        threading.active_count(),
        pages * 4096 / 1e6,
    )


def is_alive(candidate: object) -> bool:
    """Whether it is an object of Qt's; PySide keeps the empty shells of some that have gone."""
    return isinstance(candidate, QtCore.QObject) and shiboken6.isValid(candidate)


def is_ours(candidate: object) -> bool:
    """Whether it is of our making; not a mere value, which the collector knows or not by chance.

    Whoever keeps values is counted.
    """
    if isinstance(candidate, msgspec.Struct):
        return False
    return str(type(candidate).__module__).startswith("briefing_app.gui")


def assert_nothing_grew(before: Census, after: Census) -> None:
    grown = {
        kind: (before.objects[kind], count)
        for kind, count in after.objects.items()
        if count - before.objects[kind] >= EVERY_OPENING
    }
    assert grown == {}
    assert after.widgets <= before.widgets
    assert after.windows <= before.windows
    assert after.python_threads <= before.python_threads
    assert after.threads <= before.threads + 2  # the pool's, that come and go
    assert after.megabytes - before.megabytes < MOST_MB


def visit(window: QtWidgets.QMainWindow) -> None:
    """Every tab, a jump, a search and the find bar."""
    for number in range(window.tab_bar.count()):
        window.tab_bar.setCurrentIndex(number)
        QtWidgets.QApplication.processEvents()
    claims = list(window.reading.references.claims)
    if claims:
        window.jumps.go_to_claim(claims[-1])
    window.index.panel.set_query("the")
    window.actions_table.by_name["find"].trigger()
    QtWidgets.QApplication.processEvents()


@pytest.fixture(autouse=True)
def runner_set_aside(monkeypatch):
    """Count and collect what the windows make, and not go through all that the test runner holds.

    No window sets anything aside: its garbage could be the window before.
    """
    gc.collect()
    gc.freeze()
    monkeypatch.setattr(gc, "freeze", lambda: None)
    yield
    gc.unfreeze()


@pytest.fixture
def briefings(shipped_briefing_path):
    return (
        ROOT / "tests" / "fixtures" / "valid" / "minimal",
        ROOT / "content" / "manual",
        shipped_briefing_path,
    )


def test_many_briefings_in_one_window_leave_nothing(open_desk, briefings, qtbot) -> None:
    desk = open_desk(briefings[-1])

    def open_each() -> None:
        for path in briefings:
            with qtbot.waitSignal(desk.window.index.built):
                desk.session.commands.opening.open_path(path)
            visit(desk.window)
        gc.collect()

    for _ in range(WARM // len(briefings)):
        open_each()
    before = take_census()
    for _ in range(OPENINGS // len(briefings) + 1):
        open_each()
    assert_nothing_grew(before, take_census())


def test_many_windows_leave_nothing(qtbot, monkeypatch, briefings) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)  # each session installs its own
    before = None
    for number in range(WARM + OPENINGS):
        if number == WARM:
            before = take_census()
        session = Session(briefings[0])
        session.start()
        with qtbot.waitSignal(session.window.index.built):
            pass
        visit(session.window)
        session.window.close()
        session.window.deleteLater()
        del session
        gc.collect()
    assert_nothing_grew(before, take_census())
