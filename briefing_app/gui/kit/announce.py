"""What has just happened, said aloud by a screen reader."""

from __future__ import annotations

from PySide6 import QtGui, QtWidgets

_ON_A_BUS = ("xcb", "wayland")  # platforms whose screen readers listen on the accessibility bus


def announce(widget: QtWidgets.QWidget, words: str) -> None:
    """Have a screen reader say a sentence, where one is listening; the keyboard stays where it is.

    Nothing is said for a widget that cannot be seen: before the first paint there is nobody to
    hear, and the classes behind it would cost the start some time.
    """
    if not (words and widget.isVisible() and QtGui.QAccessible.isActive()):
        return
    if QtGui.QGuiApplication.platformName() in _ON_A_BUS:
        from briefing_app.gui.kit.spoken_notice import speak

        speak(widget, words, _send)
    else:
        _send(widget, words)


def _send(widget: QtWidgets.QWidget, words: str) -> None:
    """Send what screen readers of today say aloud."""
    QtGui.QAccessible.updateAccessibility(QtGui.QAccessibleAnnouncementEvent(widget, words))
