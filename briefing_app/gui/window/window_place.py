"""Where the window stands on the screen: whole, with its frame, and where it was left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.gui.state.window_state import WindowState

_FARTHEST_PX = 1 << 24  # from the first screen; no desktop is as large, and Qt counts in 32 bits


def restore_place(window: QtWidgets.QWidget, state: WindowState) -> QtCore.QSize:
    """Put a window that is not yet shown where it was left, as far as that is on a screen.

    Returns the size that it got.
    """
    # what the frame takes is not known before the window manager has drawn it
    title_bar = window.style().pixelMetric(QtWidgets.QStyle.PixelMetric.PM_TitleBarHeight)
    screens = _screens(window)
    x, y = state.x, state.y
    known = x is not None and y is not None and max(abs(x), abs(y)) < _FARTHEST_PX
    spot = QtCore.QPoint(x or 0, y or 0) if known else screens[0].topLeft()
    size = QtCore.QSize(min(state.width, _FARTHEST_PX), min(state.height, _FARTHEST_PX))
    left = QtCore.QRect(spot, size.expandedTo(window.minimumSize()))
    place = place_on_screen(left, QtCore.QMargins(0, title_bar, 0, 0), screens)
    if known and _screen_of(left, screens) is not None:
        window.setGeometry(place)  # without the frame, as it is kept; move() would count it
    else:
        window.resize(place.size())
    if state.maximized:
        window.setWindowState(QtCore.Qt.WindowState.WindowMaximized)
    return place.size()


def keep_on_screen(window: QtWidgets.QWidget, restored: QtCore.QSize) -> None:
    """Move and shrink a window whose frame, now that it has one, reaches over its screen's edge.

    One that has another size than it was restored to is left alone: somebody wants it so.
    """
    if window.size() != restored:
        return
    inner, outer = window.geometry(), window.frameGeometry()
    frame = QtCore.QMargins(
        inner.left() - outer.left(),
        inner.top() - outer.top(),
        outer.right() - inner.right(),
        outer.bottom() - inner.bottom(),
    )
    place = place_on_screen(inner, frame, _screens(window))
    if place != inner:
        window.setGeometry(place)


def remember_place(window: QtWidgets.QWidget, state: WindowState) -> None:
    """Write into the state where a window stands: what its frame encloses, not filling a screen."""
    state.maximized = window.isMaximized()
    filled = state.maximized or window.isFullScreen()
    area = window.normalGeometry() if filled else window.geometry()
    state.x, state.y = area.x(), area.y()
    state.width, state.height = area.width(), area.height()


def place_on_screen(
    place: QtCore.QRect, frame: QtCore.QMargins, screens: Sequence[QtCore.QRect]
) -> QtCore.QRect:
    """Return the nearest place where a window and its frame are whole on one screen.

    `screens` are their usable areas, the window's own first; where the place is on none, that is
    taken. All in device-independent pixels.
    """
    screen = (_screen_of(place, screens) or screens[0]).marginsRemoved(frame)
    size = place.size().boundedTo(screen.size())
    x = max(screen.left(), min(place.x(), screen.left() + screen.width() - size.width()))
    y = max(screen.top(), min(place.y(), screen.top() + screen.height() - size.height()))
    return QtCore.QRect(QtCore.QPoint(x, y), size)


def _screen_of(place: QtCore.QRect, screens: Sequence[QtCore.QRect]) -> QtCore.QRect | None:
    """The screen that holds most of a place."""

    def shared(screen: QtCore.QRect) -> int:
        common = screen.intersected(place)
        return common.width() * common.height() if common.isValid() else 0

    most = max(screens, key=shared)
    return most if shared(most) else None


def _screens(window: QtWidgets.QWidget) -> list[QtCore.QRect]:
    own = window.screen()
    others = [screen for screen in QtGui.QGuiApplication.screens() if screen is not own]
    return [screen.availableGeometry() for screen in (own, *others)]
