"""What has just happened, said aloud by a screen reader."""

from __future__ import annotations

from PySide6 import QtGui, QtWidgets


def announce(widget: QtWidgets.QWidget, words: str) -> None:
    """Have a screen reader say a sentence, where one is listening; the keyboard stays where it is.

    Nothing is said for a widget that cannot be seen: before the first paint there is nobody to
    hear, and the classes behind it would cost the start some time.
    """
    if words and widget.isVisible() and QtGui.QAccessible.isActive():
        event = QtGui.QAccessibleAnnouncementEvent(widget, words)
        QtGui.QAccessible.updateAccessibility(event)
