"""pytest-qt's bot, whose waits end only when something hangs."""

from functools import partialmethod

import shiboken6
from PySide6 import QtTest
from pytestqt.qtbot import QtBot

from tests.patience import HANG_MS

_WAITS = ("waitSignal", "waitSignals", "waitUntil", "waitCallback", "waitExposed", "waitActive")


class PatientBot(QtBot):
    """Waits as long as it takes, and lets go of the mouse."""

    def mouseDClick(self, widget, *how, **place) -> None:
        """Click twice; QTest leaves the button down, for the pointer of every later test too."""
        QtTest.QTest.mouseDClick(widget, *how, **place)
        if shiboken6.isValid(widget):
            QtTest.QTest.mouseRelease(widget, *how, **place)


for _name in _WAITS:
    setattr(PatientBot, _name, partialmethod(getattr(QtBot, _name), timeout=HANG_MS))
