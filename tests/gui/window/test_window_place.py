"""The window stands whole on its screen, at its first start and where it was left."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from PySide6 import QtCore, QtWidgets

from briefing_app.gui.state.window_state import WindowState
from briefing_app.gui.window.window_place import keep_on_screen, place_on_screen, restore_place
from tests.end_to_end.virtual_display import virtual_display
from tests.patience import HANG_S

FRAME = QtCore.QMargins(1, 20, 1, 5)
LAPTOP, BESIDE = (0, 0, 1366, 738), (1366, -200, 1920, 1080)
ABOVE = (0, -1080, 1920, 1080)


@pytest.mark.parametrize(
    ("left", "screens", "stands"),
    [
        # as it was left
        ((40, 60, 900, 600), [LAPTOP], (40, 60, 900, 600)),
        ((1500, -100, 900, 600), [LAPTOP, BESIDE], (1500, -100, 900, 600)),
        ((200, -900, 900, 600), [LAPTOP, ABOVE], (200, -900, 900, 600)),
        # larger than the screen, frame and all
        ((0, 0, 1440, 900), [LAPTOP], (1, 20, 1364, 713)),
        ((0, 20, 1366, 738), [LAPTOP], (1, 20, 1364, 713)),
        # over an edge
        ((-300, 20, 900, 600), [LAPTOP], (1, 20, 900, 600)),
        ((1000, 500, 900, 600), [LAPTOP], (465, 133, 900, 600)),
        ((0, 0, 900, 600), [LAPTOP], (1, 20, 900, 600)),
        # on a screen that is gone, and half on another
        ((5000, 5000, 900, 600), [LAPTOP], (465, 133, 900, 600)),
        ((1300, 100, 900, 600), [LAPTOP, BESIDE], (1367, 100, 900, 600)),
    ],
)
def test_the_nearest_place_on_a_screen(left, screens, stands) -> None:
    areas = [QtCore.QRect(*screen) for screen in screens]
    assert place_on_screen(QtCore.QRect(*left), FRAME, areas) == QtCore.QRect(*stands)


@pytest.mark.parametrize(
    ("x", "y", "width", "height"),
    [
        (None, None, 1440, 900),
        (None, 5, 1440, 900),
        (2**31, 0, 900, 600),
        (-(2**40), 2**40, 2**40, 2**40),
        (5, 5, -4, 0),
    ],
)
def test_whatever_was_kept_leads_to_a_window_on_the_screen(qtbot, x, y, width, height) -> None:
    window = QtWidgets.QWidget()
    qtbot.addWidget(window)
    window.setMinimumSize(100, 80)
    restored = restore_place(window, WindowState(x=x, y=y, width=width, height=height))
    window.show()
    keep_on_screen(window, restored)
    assert window.screen().availableGeometry().contains(window.frameGeometry())
    assert window.width() >= 100


STARTS = """
import sys
from PySide6 import QtCore
from briefing_app.gui.application import Session, make_application
application = make_application(sys.argv[:1])
session = Session(None)
session.start()
window = session.window
def look():
    outer, screen = window.frameGeometry(), window.screen().availableGeometry()
    print(*outer.getRect(), window.geometry().y() - outer.y(), screen.contains(outer))
    window.close()
window.index.built.connect(look, QtCore.Qt.ConnectionType.QueuedConnection)
application.exec()
"""


@pytest.mark.slow
@pytest.mark.needs("Xvfb", "openbox")
def test_it_does_not_wander_from_start_to_start_under_a_window_manager(repository) -> None:
    with virtual_display(1280, 800) as display:
        surroundings = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        surroundings["PYTHONPATH"] = str(repository)
        manager = subprocess.Popen(["openbox"], env=surroundings, stderr=subprocess.DEVNULL)
        try:
            told = [
                subprocess.run(
                    [sys.executable, "-c", STARTS],
                    env=surroundings,
                    check=True,
                    capture_output=True,
                    text=True,
                    timeout=HANG_S,
                ).stdout.split()
                for _ in range(3)
            ]
        finally:
            manager.terminate()
            manager.wait()
    assert int(told[0][4]) > 0, "the window has no frame"
    assert [start[5] for start in told] == ["True"] * 3
    assert told[0] == told[1] == told[2]
