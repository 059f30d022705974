"""The pointer over prose: what a click, a double click, a move and the wheel mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

if TYPE_CHECKING:
    from briefing_app.gui.prose.places_in_view import PlacesInView
    from briefing_app.gui.prose.prose_hover import ProseHover
    from briefing_app.gui.prose.prose_marks import ProseMarks

_WHEEL_STEP = 120  # eighths of a degree


class ProseMouse(QtCore.QObject):
    """Takes the mouse events of one text, or says that they are Qt's."""

    number_clicked = QtCore.Signal(int)  # ¶
    claim_activated = QtCore.Signal(str)  # claim id: double-clicked
    zoom_requested = QtCore.Signal(int)  # steps; positive is larger

    def __init__(
        self,
        text: QtWidgets.QTextBrowser,
        places: PlacesInView,
        marks: ProseMarks,
        hover: ProseHover,
        *,
        embedded: bool,
    ) -> None:
        """Have seen nothing yet; an `embedded` text leaves scrolling to its page."""
        super().__init__(text)
        self._text = text
        self._places = places
        self._marks = marks
        self._hover = hover
        self._embedded = embedded
        self._pressed: QtCore.QPoint | None = None
        self._wheel = 0

    def press(self, event: QtGui.QMouseEvent) -> bool:
        """Note where a click begins; return whether it is on something in the margin."""
        self._pressed = None
        self._hover.hide_now()
        if event.button() != QtCore.Qt.MouseButton.LeftButton:
            return False
        self._pressed = event.position().toPoint()
        pointed = self._places.pointed_at(self._pressed)
        return pointed is not None and pointed.in_margin

    def release(self, event: QtGui.QMouseEvent) -> None:
        """Take a click, but not a drag, for what it stands on; once Qt has had the event."""
        pressed, self._pressed = self._pressed, None
        here = event.position().toPoint()
        if pressed is None or event.button() != QtCore.Qt.MouseButton.LeftButton:
            return
        distance = (here - pressed).manhattanLength()
        if distance >= QtWidgets.QApplication.startDragDistance() or self._text.anchorAt(here):
            return
        pointed = self._places.pointed_at(here)
        if pointed is None or (self._text.textCursor().hasSelection() and not pointed.in_margin):
            return
        if pointed.number:
            self.number_clicked.emit(pointed.number)
        else:
            self._marks.leave()
            self._marks.choose_next_of(pointed.claims)

    def double_click(self, event: QtGui.QMouseEvent) -> bool:
        """Ask for the claim to be shown where its section says it; return whether it was meant.

        In a section's own text two clicks on words are wanted for the word.
        """
        pointed = self._places.pointed_at(event.position().toPoint())
        if pointed and pointed.claims and (pointed.in_margin or self._embedded):
            self.claim_activated.emit(pointed.claims[0])
            return True
        return False

    def move(self, event: QtGui.QMouseEvent) -> None:
        """Show what can be clicked, and the record of the claim that the pointer rests on."""
        if event.buttons() != QtCore.Qt.MouseButton.NoButton:
            self._hover.hide_now()
            return
        here = event.position().toPoint()
        pointed = self._places.pointed_at(here)
        shape, viewport = QtCore.Qt.CursorShape, self._text.viewport()
        if pointed is not None:
            viewport.setCursor(shape.PointingHandCursor)
        elif not self._text.anchorAt(here):
            in_text = self._places.is_in_column(here)
            viewport.setCursor(shape.IBeamCursor if in_text else shape.ArrowCursor)
        self._hover.point_at(pointed, here)

    def wheel(self, event: QtGui.QWheelEvent) -> bool:
        """Ask for another reading size with Ctrl; return whether Qt is not to scroll."""
        if event.modifiers() & QtCore.Qt.KeyboardModifier.ControlModifier:
            self._wheel += event.angleDelta().y()
            steps = int(self._wheel / _WHEEL_STEP)
            self._wheel -= steps * _WHEEL_STEP
            if steps:
                self.zoom_requested.emit(steps)
            event.accept()
            return True
        if self._embedded:
            event.ignore()  # the page scrolls
        return self._embedded
