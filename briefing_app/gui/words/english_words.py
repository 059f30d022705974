"""The interface's English words in a mirrored window: begun at its side, ended as written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

if TYPE_CHECKING:
    from collections.abc import Iterable

_LEFT_TO_RIGHT_MARK = "\u200e"  # after "Export…": else the dots would stand before the word


def keep_ends(actions: Iterable[QtGui.QAction], *, mirrored: bool) -> None:
    """Keep the last signs of menu entries at their end, or take the mark away again."""
    for action in actions:
        text = action.text().removesuffix(_LEFT_TO_RIGHT_MARK)
        if mirrored and text and not text[-1].isalnum():
            text += _LEFT_TO_RIGHT_MARK
        if text != action.text():
            action.setText(text)


def settle_dialog(dialog: QtWidgets.QWidget) -> None:
    """Let the labels of a mirrored dialog begin at its side; Qt goes by their letters."""
    if not dialog.isRightToLeft():
        return
    for label in dialog.findChildren(QtWidgets.QLabel):
        begin_at_side(label)
    for button in dialog.findChildren(QtWidgets.QPushButton):  # "Save…" and not "…Save"
        if not button.text()[-1:].isalnum():
            button.setText(button.text().removesuffix(_LEFT_TO_RIGHT_MARK) + _LEFT_TO_RIGHT_MARK)
        button.setLayoutDirection(QtCore.Qt.LayoutDirection.LeftToRight)


def begin_at_side(label: QtWidgets.QLabel) -> None:
    """Let a label's words begin at the window's side, whichever way they run."""
    sides, now = QtCore.Qt.AlignmentFlag, label.alignment()
    mirrored = label.isRightToLeft()
    if now & (sides.AlignLeft if mirrored else sides.AlignAbsolute):
        side = sides.AlignRight | sides.AlignAbsolute if mirrored else sides.AlignLeft
        label.setAlignment(now & sides.AlignVertical_Mask | side)
