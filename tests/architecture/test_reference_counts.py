"""PySide6 keeps the count of None.

PySide6 6.12.0 on Python 3.11 drops a reference for each call from C++ to a Python override that
returns None, until the interpreter aborts. None never dies from Python 3.12 on.
"""

import sys

import pytest
from PySide6 import QtCore, QtWidgets

CALLS = 2_000  # None starts with some 5,800 references: enough to see, too few to abort
pytestmark = pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal")


class EmptyRows(QtCore.QAbstractTableModel):
    def rowCount(self, parent=None):
        return 10

    def columnCount(self, parent=None):
        return 1

    def data(self, index, role=0):
        return None


class Painted(QtWidgets.QWidget):
    calls = 0

    def paintEvent(self, event):
        self.calls += 1


def references_lost(work, calls):
    work(10)
    before = sys.getrefcount(None)
    work(calls)
    return before - sys.getrefcount(None)


def test_data_through_a_proxy(qapp):
    model = EmptyRows()
    proxy = QtCore.QSortFilterProxyModel()
    proxy.setSourceModel(model)

    def read(calls):
        for number in range(calls):
            proxy.data(proxy.index(number % 10, 0))

    assert abs(references_lost(read, 1_000)) < 100


def test_paint_events(qtbot):
    widget = Painted()
    qtbot.addWidget(widget)
    widget.resize(4, 4)
    with qtbot.waitExposed(widget):
        widget.show()

    def paint(calls):
        for _ in range(calls):
            widget.repaint()

    assert abs(references_lost(paint, CALLS)) < 100
    assert widget.calls >= CALLS
