"""Where the keyboard is, in words that hold in a window whose parts were made anew."""

from __future__ import annotations

from typing import NamedTuple

from PySide6 import QtCore, QtWidgets


class FocusPlace(NamedTuple):
    """The way from the window to a part; the claim it shows; where its text cursor stands."""

    way: tuple[tuple[str, int], ...]  # of each part on it the class, and its number among such
    claim: str = ""
    cursor: int = -1


def focus_place(window: QtWidgets.QWidget) -> FocusPlace | None:
    """Return where in a window the keyboard is; None if it is elsewhere."""
    part = QtWidgets.QApplication.focusWidget()
    if part is None or not window.isAncestorOf(part):
        return None
    claim = (
        str(getattr(part, "claim_id", "")) if isinstance(part, QtWidgets.QAbstractButton) else ""
    )
    cursor = part.cursorPosition() if isinstance(part, QtWidgets.QLineEdit) else -1
    way = []
    while part is not window:
        parent = part.parentWidget()
        assert parent is not None  # the window is above it
        way.append((type(part).__name__, _alike(parent, type(part).__name__).index(part)))
        part = parent
    return FocusPlace(tuple(reversed(way)), claim, cursor)


def focus_again(window: QtWidgets.QWidget, place: FocusPlace) -> bool:
    """Give the keyboard to the part that stands there now; False if none does that could take it.

    A part that shows a claim is found by the claim, wherever else it stands on its page.
    """
    part = window
    for name, number in place.way:
        alike = _alike(part, name)
        if place.claim and (name, number) == place.way[-1]:
            showing = [other for other in alike if getattr(other, "claim_id", "") == place.claim]
            if showing:
                part = showing[0]
                break
        if number >= len(alike):
            return False
        part = alike[number]
    if not part.isVisible() or part.focusPolicy() == QtCore.Qt.FocusPolicy.NoFocus:
        return False
    part.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)
    if isinstance(part, QtWidgets.QLineEdit):
        part.setCursorPosition(place.cursor)
    return True


def _alike(parent: QtWidgets.QWidget, name: str) -> list[QtWidgets.QWidget]:
    """The children of one class that can be seen, in the order they were made or raised in."""
    only = QtCore.Qt.FindChildOption.FindDirectChildrenOnly
    children = parent.findChildren(QtWidgets.QWidget, options=only)
    return [child for child in children if type(child).__name__ == name and not child.isHidden()]
