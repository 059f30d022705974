"""Work in threads: however its owner goes, nobody waits for the other for ever."""

from __future__ import annotations

import os
import threading
from typing import TYPE_CHECKING

import pytest
import shiboken6
from PySide6 import QtCore, QtTest, QtWidgets

from briefing_app.gui.work.background import Background

if TYPE_CHECKING:
    from collections.abc import Callable


def replaced(owner: QtWidgets.QWidget) -> None:
    area = QtWidgets.QScrollArea()
    area.setWidget(owner)
    area.setWidget(QtWidgets.QWidget())


def waited_for(owner: QtWidgets.QWidget) -> None:
    owner.deleteLater()
    window = QtWidgets.QWidget()
    window.show()
    QtTest.QTest.qWaitForWindowExposed(window)


def swept(owner: QtWidgets.QWidget) -> None:
    owner.deleteLater()
    QtCore.QCoreApplication.sendPostedEvents(owner, QtCore.QEvent.Type.DeferredDelete)


@pytest.mark.parametrize("goes", [replaced, waited_for, swept, shiboken6.delete])
def test_an_owner_goes_while_its_work_runs(qapp, goes: Callable[[QtWidgets.QWidget], None]):
    """Some calls of Qt hold Python's lock while they destroy things; the work needs it to end."""
    begun, ended, not_wanted = threading.Event(), threading.Event(), threading.Event()

    def work() -> None:
        begun.set()
        for _ in range(100):
            os.stat(os.curdir)  # gives Python's lock away, and needs it again
        ended.set()

    owner = QtWidgets.QWidget()
    background = Background(owner)
    for _ in range(2):
        background.run(work, print, print)
    background.run(not_wanted.set, print, print)
    begun.wait()
    goes(owner)
    assert ended.is_set()
    assert not shiboken6.isValid(background)
    del background
