"""Keys of the window that lead out of the handout dialog."""

from __future__ import annotations

import pytest
from PySide6 import QtGui

from tests.architecture.documents import SECTIONS


@pytest.mark.parametrize(("key", "name"), [("Ctrl+K", "palette"), ("F1", "manual")])
def test_keys_of_the_window_lead_out_of_the_dialog(desk, handout, key: str, name: str) -> None:
    triggered = []
    desk.window.actions_table.by_name[name].triggered.connect(lambda: triggered.append(name))
    shortcuts = handout.dialog.findChildren(QtGui.QShortcut)
    found = [s for s in shortcuts if s.key() == QtGui.QKeySequence(key)]
    assert len(found) == 1
    found[0].activated.emit()
    assert triggered == [name]
    assert desk.session.commands.handout.dialog is None


def test_the_manual_has_every_key_of_the_dialog(handout) -> None:
    shortcuts = handout.dialog.findChildren(QtGui.QShortcut)
    real = {key.toString() for s in shortcuts for key in s.keys()}  # noqa: SIM118 - no dictionary
    rows = SECTIONS["keyboard"].table("In the handout")
    told = {key for cell in rows for key in cell.replace("Page ", "Pg").split(", ")}
    assert told - real == {"Enter", "Esc"}  # the pages' and the dialog's own
    assert real - told <= {"Ctrl+=", "Ctrl+F4", "Ctrl+G", "Zoom Out", "Find", "Close", "Help"}
