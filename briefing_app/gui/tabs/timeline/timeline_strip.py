"""All years true to scale, with a frame around what is shown wide below."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

from briefing_app.gui.kit.painted_label import scaled
from briefing_app.gui.kit.pen import Pen
from briefing_app.gui.tabs.timeline.timeline_scale import (
    TimeScale,
    fitted_frame,
    panned,
    placed_ticks,
    range_words,
    zoomed,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.gui.theme.theme import Theme
    from briefing_app.model.timeline import DatedClaim, Span

ZOOM_FACTOR = 0.7  # of the days, for one step
PAN_SHARE = 0.15  # of the frame, for one step
_HANDLE_PX = 8
_DOT_PX, _DOT_STEP_PX = 3, 4
_TICK_LEAST_PX = 60
_RADIUS_PX = 6


class TimelineStrip(QtWidgets.QWidget):
    """Drag the frame or its ends; arrow keys move it, Shift with them its end, + and - size it."""

    frame_changed = QtCore.Signal(object)  # Span

    def __init__(self, theme: Theme, whole: Span, parent: QtWidgets.QWidget | None = None) -> None:
        """Show `whole`; the frame is at first around all of it."""
        super().__init__(parent)
        self.theme = theme
        self._whole, self._frame = whole, whole
        self._claims: Sequence[DatedClaim] = ()
        self._piles: tuple[int, list[tuple[int, list[str]]], int] | None = None
        self._grip = ""  # what is dragged: "start", "end" or "frame"
        self._grip_day = 0.0
        self._grip_frame = whole
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleDescription(
            self.tr("Left and Right move the frame, + and − make it narrower or wider.")
        )
        self.set_frame(whole)

    def set_theme(self, theme: Theme) -> None:
        """Take new colours and sizes."""
        self.theme = theme
        self._piles = None
        self.update()

    def set_frame(self, frame: Span) -> None:
        """Show which days are wide below."""
        self._frame = frame
        self.setAccessibleName(self.tr("Shown wide: {days}").format(days=range_words(frame)))
        self.update()

    def set_claims(self, claims: Sequence[DatedClaim]) -> None:
        """Draw these claims as dots."""
        self._claims = claims
        self._piles = None
        self.update()

    def _scale(self) -> TimeScale:
        return TimeScale(self._whole, self._whole, self.width())

    def _leading(self, x: float) -> float:
        return self.width() - x if self.isRightToLeft() else x

    # drawing

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        """Draw ground, years, claims and frame."""
        painter = QtGui.QPainter(self)
        pen = Pen(painter, self.theme, self.width(), mirrored=self.isRightToLeft())
        theme, scale = self.theme, self._scale()
        line = theme.line_px("meta")
        frame = theme.colour("edge") if theme.framed else None
        height = self.height()
        pen.fill(
            0, 2, self.width(), height - 4, theme.colour("win"), radius=_RADIUS_PX, frame=frame
        )
        left, right = scale.x(self._frame.first), scale.x(self._frame.end)
        ground = theme.colour("accent_bg")
        accent = theme.colour("accent")
        width = max(right - left, 2 * _HANDLE_PX)
        left = min(left, self.width() - width)
        pen.fill(left, 1, width, height - 2, ground, radius=_RADIUS_PX, frame=accent, frame_px=1.5)
        base = height - line - 5
        for tick in placed_ticks(scale.wide, scaled(theme, _TICK_LEAST_PX)):
            wide = pen.text_width(tick.words, "meta")
            inside = wide / 2 < tick.x < self.width() - wide / 2
            near = wide / 2 + _HANDLE_PX  # a handle would lie on the words
            if inside and all(abs(tick.x - edge) > near for edge in (left, left + width)):
                pen.rule(tick.x, base + 1, 1, theme.colour("edge"), 3)
                x = tick.x - wide / 2
                pen.text(tick.words, "meta", x, base + 3, theme.colour("ink2"))
        self._draw_dots(pen, base)
        words = self.tr("shown wide below: {days}").format(days=range_words(self._frame))
        room = left - 2 * _HANDLE_PX
        if (wide := pen.text_width(words, "meta_strong")) <= room:
            pen.text(words, "meta_strong", room + _HANDLE_PX - wide, 5, accent)
        tall = height * 0.42
        for edge in (left - 2, left + width - _HANDLE_PX + 2):
            x = min(max(edge, 0), self.width() - _HANDLE_PX)
            pen.fill(x, (height - tall) / 2, _HANDLE_PX, tall, accent, radius=3)
        if self.hasFocus():
            pen.focus_ring(3, 3, self.width() - 6, height - 6, _RADIUS_PX - 2)
        painter.end()

    def _draw_dots(self, pen: Pen, base: float) -> None:
        """A dot for each claim where they are few, columns of their share where they are many."""
        piles, highest = self._heights()
        room = base - 6
        dots = highest * _DOT_STEP_PX <= room
        for x, families in piles:
            if dots:
                for number, family in enumerate(families):
                    y = base - (number + 1) * _DOT_STEP_PX
                    pen.rule(x, y, _DOT_PX, self.theme.colour(family), _DOT_PX)
                continue
            y = base
            for family, count in Counter(families).items():
                tall = max(room * count / highest, 1.0)
                y -= tall
                pen.rule(x, max(y, 4.0), _DOT_PX, self.theme.colour(family), min(tall, y + tall))

    def _heights(self) -> tuple[list[tuple[int, list[str]]], int]:
        if self._piles is None or self._piles[0] != self.width():
            columns: dict[int, list[str]] = {}
            first, per_day = self._whole.first, self.width() / self._whole.days / _DOT_STEP_PX
            for item in self._claims:
                names = columns.setdefault(int((item.first - first) * per_day), [])
                names.append(item.claim.family)
            piles = [(column * _DOT_STEP_PX, sorted(names)) for column, names in columns.items()]
            highest = max((len(names) for _, names in piles), default=1)
            self._piles = (self.width(), piles, highest)
        return self._piles[1], self._piles[2]

    # what the reader does

    def _grip_at(self, x: float) -> str:
        scale = self._scale()
        left, right = scale.x(self._frame.first), scale.x(self._frame.end)
        if abs(x - left) <= _HANDLE_PX and x <= (left + right) / 2:
            return "start"
        if abs(x - right) <= _HANDLE_PX:
            return "end"
        return "frame" if left < x < right else ""

    def mousePressEvent(self, event: QtGui.QMouseEvent) -> None:
        """Take hold of the frame, or bring it to where the pointer is."""
        if event.button() != QtCore.Qt.MouseButton.LeftButton:
            event.ignore()
            return
        x = self._leading(event.position().x())
        day = self._day(x)
        self._grip = self._grip_at(x)
        if not self._grip:
            middle = (self._frame.first + self._frame.end) / 2
            self._show(panned(self._frame, self._whole, day - middle))
            self._grip = "frame"
        self._grip_day, self._grip_frame = day, self._frame

    def _day(self, x: float) -> float:
        return self._whole.first + x * self._whole.days / max(self.width(), 1)

    def mouseMoveEvent(self, event: QtGui.QMouseEvent) -> None:
        """Move what is held."""
        x = self._leading(event.position().x())
        if not self._grip:
            shapes = QtCore.Qt.CursorShape
            over = self._grip_at(x)
            sizing = over in ("start", "end")
            self.setCursor(
                shapes.SizeHorCursor
                if sizing
                else shapes.OpenHandCursor
                if over
                else shapes.ArrowCursor
            )
            return
        moved = self._day(x) - self._grip_day
        held = self._grip_frame
        if self._grip == "frame":
            self._show(panned(held, self._whole, moved))
        elif self._grip == "start":
            first = min(held.first + moved, held.end - 1)
            self._show(fitted_frame(first, held.end, self._whole))
        else:
            self._show(fitted_frame(held.first, max(held.end + moved, held.first + 1), self._whole))

    def mouseReleaseEvent(self, _event: QtGui.QMouseEvent) -> None:
        """Let go."""
        self._grip = ""

    def wheelEvent(self, event: QtGui.QWheelEvent) -> None:
        """Zoom around the middle of the frame."""
        turn = event.angleDelta().y()
        if turn:
            self._show(zoomed(self._frame, self._whole, ZOOM_FACTOR ** (turn / 120)))
        event.accept()

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        """Arrow keys move the frame, with Shift its end; other keys are the view's."""
        keys = QtCore.Qt.Key
        step = {keys.Key_Left: -1, keys.Key_Right: 1}.get(QtCore.Qt.Key(event.key()))
        if step is None or event.modifiers() & QtCore.Qt.KeyboardModifier.ControlModifier:
            event.ignore()
            return
        days = step * (-1 if self.isRightToLeft() else 1) * self._frame.days * PAN_SHARE
        if event.modifiers() & QtCore.Qt.KeyboardModifier.ShiftModifier:
            self._show(fitted_frame(self._frame.first, self._frame.end + days, self._whole))
        else:
            self._show(panned(self._frame, self._whole, days))

    def _show(self, frame: Span) -> None:
        if frame != self._frame:
            self.set_frame(frame)
            self.frame_changed.emit(frame)

    def focusInEvent(self, event: QtGui.QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QtGui.QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.update()
