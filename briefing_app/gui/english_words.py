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
    sides = QtCore.Qt.AlignmentFlag
    for label in dialog.findChildren(QtWidgets.QLabel):
        if label.alignment() & sides.AlignLeft:
            upright = label.alignment() & sides.AlignVertical_Mask
            label.setAlignment(upright | sides.AlignRight | sides.AlignAbsolute)
    for button in dialog.findChildren(QtWidgets.QPushButton):  # "Save…" and not "…Save"
        button.setLayoutDirection(QtCore.Qt.LayoutDirection.LeftToRight)
