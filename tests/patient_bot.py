"""pytest-qt's bot, whose waits end only when something hangs."""

from functools import partialmethod

from pytestqt.qtbot import QtBot

from tests.patience import HANG_MS

_WAITS = ("waitSignal", "waitSignals", "waitUntil", "waitCallback", "waitExposed", "waitActive")


class PatientBot(QtBot):
    """Waits as long as it takes."""


for _name in _WAITS:
    setattr(PatientBot, _name, partialmethod(getattr(QtBot, _name), timeout=HANG_MS))
