"""Arrow keys between painted parts: to the nearest one that lies in the key's direction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtWidgets

from briefing_app.gui.kit.painted_item import PaintedItem

if TYPE_CHECKING:
    from collections.abc import Iterable

_SIDEWAYS_COST = 4  # a step aside weighs this much against a step ahead
_ROOM_PX = 24  # kept in view above and below what has the focus


def move_focus(area: QtWidgets.QScrollArea, key: int) -> bool:
    """Move the focus among the area's parts by an arrow key; return whether it moved."""
    current = area.focusWidget()
    if not isinstance(current, PaintedItem):
        return False
    found = nearest(current, area.findChildren(PaintedItem), key)
    if found is None:
        return False
    found.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)
    area.ensureWidgetVisible(found, 0, _ROOM_PX)
    return True


def nearest(
    current: QtWidgets.QWidget, others: Iterable[QtWidgets.QWidget], key: int
) -> QtWidgets.QWidget | None:
    """Return the nearest visible widget in an arrow key's direction; None if there is none."""
    keys = QtCore.Qt.Key
    upright = key in (keys.Key_Up, keys.Key_Down)
    if not upright and key not in (keys.Key_Left, keys.Key_Right):
        return None
    forward = key in (keys.Key_Down, keys.Key_Right)
    window = current.window()
    here = _box(current, window)
    best: tuple[float, QtWidgets.QWidget] | None = None
    for other in others:
        if other is current or not other.isVisibleTo(window):
            continue
        cost = _cost(here, _box(other, window), upright=upright, forward=forward)
        if cost is not None and (best is None or cost < best[0]):
            best = (cost, other)
    return best[1] if best else None


def _box(widget: QtWidgets.QWidget, window: QtWidgets.QWidget) -> QtCore.QRect:
    return QtCore.QRect(widget.mapTo(window, QtCore.QPoint(0, 0)), widget.size())


def _cost(here: QtCore.QRect, there: QtCore.QRect, *, upright: bool, forward: bool) -> float | None:
    if not upright:
        here, there = here.transposed(), there.transposed()
        here.moveTo(here.y(), here.x())
        there.moveTo(there.y(), there.x())
    ahead = there.top() - here.bottom() if forward else here.top() - there.bottom()
    if ahead < -min(here.height(), there.height()) / 2:
        return None
    overlap = min(here.right(), there.right()) - max(here.left(), there.left())
    return ahead + (_SIDEWAYS_COST * -overlap if overlap < 0 else 0)
