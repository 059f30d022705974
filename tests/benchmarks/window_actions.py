"""How long the window takes to a first answer with 20,000 claims: CPU time of its own thread, in ms.

Every action is done as the reader does it, on a window that is shown offscreen; it ends when what
was asked for is laid out and painted. Work of other threads and of the machine's other users is not
counted. The aim is 100 ms for each.
"""

import os
import sys
import time

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ.setdefault("QT_FONT_DPI", "96")

import msgspec
from PySide6 import QtCore, QtGui, QtWidgets
from synthetic_claims import make_briefing

from briefing_app import paths
from briefing_app.gui.application import make_application
from briefing_app.gui.main_window import MainWindow
from briefing_app.gui.settings_store import SettingsStore
from briefing_app.gui.theme.theme_keeper import ThemeKeeper
from briefing_app.gui.window_state import WindowState
from briefing_app.model.cross_references import CrossReferences
from briefing_app.model.option import PolicyOption, Standing
from briefing_app.open_briefing import open_briefing

COUNT = 20_000
OPTIONS, PER_OPTION = 6, 30
AIM_MS = 100
ROUNDS = 3
SLICE_MS = 10
LONGEST_WAIT_MS = 60_000


def large_briefing(count=COUNT):
    """Return the made-up briefing, with options that name some of its claims."""
    briefing = make_briefing(count)
    ids = iter(claim.id for claim in briefing.claims[:: count // (2 * OPTIONS * PER_OPTION)])
    options = tuple(
        PolicyOption(
            f"p{n}",
            f"Course {n}",
            Standing.AUTHOR if n % 2 else Standing.DESCRIBED,
            in_favour=tuple(next(ids) for _ in range(PER_OPTION)),
            against=tuple(next(ids) for _ in range(PER_OPTION)),
        )
        for n in range(OPTIONS)
    )
    last = msgspec.structs.replace(briefing.sections[-1], has_options=True)
    return msgspec.structs.replace(
        briefing, options=options, sections=(*briefing.sections[:-1], last)
    )


class Stopwatch:
    """Does things and remembers how much CPU time the window's thread took for each."""

    def __init__(self, window):
        self.window = window
        self.took = {}

    def paint(self):
        """Let what is due be laid out and painted now."""
        QtCore.QCoreApplication.sendPostedEvents()
        for widget in (self.window, *self.window.findChildren(QtWidgets.QWidget)):
            if widget.isVisible() and widget.testAttribute(QtCore.Qt.WidgetAttribute.WA_PendingUpdate):
                pass
        self.window.grab()

    def measure(self, name, act, *, grabs=True):
        begun = time.thread_time()
        act()
        QtCore.QCoreApplication.sendPostedEvents()
        QtWidgets.QApplication.processEvents()
        milliseconds = (time.thread_time() - begun) * 1000
        self.took.setdefault(name, []).append(milliseconds)


def settle(condition):
    loop = QtCore.QEventLoop()
    timer = QtCore.QTimer()
    timer.timeout.connect(lambda: condition() and loop.quit())
    timer.start(SLICE_MS)
    QtCore.QTimer.singleShot(LONGEST_WAIT_MS, loop.quit)
    loop.exec()
