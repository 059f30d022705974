"""Announcements on the accessibility bus, also for screen readers that do not know them yet.

Orca says announcements since version 45; Debian 12 has 43, which says a notification instead, and
leaves the word "notification" out where it stands in a status bar. Both at once would be said
twice, so the bus is asked what is listened to.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6 import QtCore, QtDBus, QtGui, QtWidgets

_BUS = "a11y"  # Qt's own connection to the accessibility bus
_REGISTRY = "org.a11y.atspi.Registry"
_REGISTRY_PATH = "/org/a11y/atspi/registry"
_ANNOUNCEMENTS = "object:announcement"

Announce = Callable[[QtWidgets.QWidget, str], None]


def speak(widget: QtWidgets.QWidget, words: str, announce: Announce) -> None:
    """Have a sentence about a widget said: by `announce`, or as notification."""
    ask = QtDBus.QDBusMessage.createMethodCall(
        _REGISTRY, _REGISTRY_PATH, _REGISTRY, "GetRegisteredEvents"
    )
    _Question(widget, words, announce, QtDBus.QDBusConnection(_BUS).asyncCall(ask))


class _Question(QtDBus.QDBusPendingCallWatcher):
    """Waits for what is listened to, then has the words said; goes with the widget."""

    def __init__(
        self,
        widget: QtWidgets.QWidget,
        words: str,
        announce: Announce,
        call: QtDBus.QDBusPendingCall,
    ) -> None:
        super().__init__(call, widget)
        self._widget, self._words, self._announce = widget, words, announce
        self.finished.connect(self._answer)

    @QtCore.Slot()
    def _answer(self) -> None:
        # PySide cannot take the strings out of the answer, but writes them all
        if _ANNOUNCEMENTS in repr(self.reply()).casefold():
            self._announce(self._widget, self._words)
        else:
            notify(self._widget, self._words)
        self.deleteLater()


def notify(widget: QtWidgets.QWidget, words: str) -> None:
    """Have a sentence said as a notification of the main window: Orca would name a dialog first."""
    window = widget.window()
    while (parent := window.parentWidget()) is not None:
        window = parent.window()
    name = SpokenNotice.__name__
    notice = window.findChild(SpokenNotice, name) or SpokenNotice(_NoticeBar(window), name)
    notice.say(words)


class _NoticeBar(QtWidgets.QStatusBar):
    """Where a notification stands: on a window, painting nothing and taking nothing."""

    def __init__(self, window: QtWidgets.QWidget) -> None:
        super().__init__(window)
        self.setSizeGripEnabled(False)
        self.setAttribute(QtCore.Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setGeometry(0, 0, 1, 1)
        self.show()

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        """Paint nothing."""


class SpokenNotice(QtWidgets.QWidget):
    """What was said last in a window, told as a notification."""

    def __init__(self, bar: QtWidgets.QStatusBar, name: str) -> None:
        """Stand in a bar that is shown."""
        super().__init__(bar)
        self.setObjectName(name)
        self.resize(1, 1)
        self.show()

    def say(self, words: str) -> None:
        """Tell that a notification with these words has come up."""
        self.setAccessibleName(words)
        shown = QtGui.QAccessible.Event.ObjectShow
        QtGui.QAccessible.updateAccessibility(QtGui.QAccessibleEvent(self, shown))


def _interface_for(class_name: str, thing: QtCore.QObject) -> QtGui.QAccessibleInterface | None:
    if class_name == SpokenNotice.__name__ and isinstance(thing, QtWidgets.QWidget):
        role = QtGui.QAccessible.Role.Notification
        return QtWidgets.QAccessibleWidget(thing, role)
    return None


QtGui.QAccessible.installFactory(_interface_for)
