"""Painted things to press: hover ground, focus ring, keys and a name for screen readers."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

from briefing_app.gui.kit.pen import Pen
from briefing_app.gui.kit.text_block import TextBlock

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from briefing_app.gui.theme.theme import Theme
    from briefing_app.model.claim_lens import Seen

BLEED_PX = 8  # how far the ground reaches beyond the words, at either side
_RADIUS_PX = 6
_BAR_PX = 3


class PaintedItem(QtWidgets.QAbstractButton):
    """Base of painted parts with an action. Click, Enter and Space press it (`clicked`)."""

    activated = QtCore.Signal()  # pressed twice, or by Ctrl+Enter: a stronger wish than `clicked`

    def __init__(self, theme: Theme, name: str, parent: QtWidgets.QWidget | None = None) -> None:
        """`name` is the whole sentence that a screen reader reads."""
        super().__init__(parent)
        self.theme = theme
        self.is_selected = False
        self._ring_shown = False
        self._hint = ""
        self.setAccessibleName(name)
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.StrongFocus)
        self.setAttribute(QtCore.Qt.WidgetAttribute.WA_Hover)
        self.setCursor(QtCore.Qt.CursorShape.PointingHandCursor)

    def set_theme(self, theme: Theme) -> None:
        """Take new colours and sizes; the owner lays out again."""
        self.theme = theme
        self.update()

    def set_selected(self, selected: bool) -> None:
        """Light the part, or not."""
        if selected != self.is_selected:
            self.is_selected = selected
            self._describe()
            self.update()

    def set_hint(self, hint: str) -> None:
        """Tell screen readers what else can be done here."""
        self._hint = hint
        self._describe()

    def _describe(self) -> None:
        parts = (*self._states(), self._hint)
        self.setAccessibleDescription(" ".join(part for part in parts if part))

    def _states(self) -> list[str]:
        return [self.tr("Selected.")] if self.is_selected else []

    def block(self, text: str, role: str, width: float, *, max_lines: int = 0) -> TextBlock:
        """Return a text laid out in a role of the type scale."""
        mirrored = self.isRightToLeft()
        return TextBlock.in_role(
            self.theme, text, role, width, mirrored=mirrored, max_lines=max_lines
        )

    @abstractmethod
    def paint_content(self, pen: Pen) -> None:
        """Draw the words; they start `BLEED_PX` from the leading edge."""

    def sizeHint(self) -> QtCore.QSize:
        """As large as it has been made; the owner sets the place."""
        return self.size()

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        """Draw ground, words and ring."""
        painter = QtGui.QPainter(self)
        pen = Pen(painter, self.theme, self.width(), mirrored=self.isRightToLeft())
        self._paint_ground(pen)
        self.paint_content(pen)
        if self.hasFocus() and self._ring_shown:
            inset = 5 if self.is_selected and self.theme.framed else 2  # within the frame
            width, height = self.width() - 2 * inset, self.height() - 2 * inset
            pen.focus_ring(inset, inset, width, height, _RADIUS_PX - 2)
        painter.end()

    def _paint_ground(self, pen: Pen) -> None:
        width, height = self.width(), self.height()
        if self.is_selected:
            frame = self.theme.colour("accent") if self.theme.framed else None
            ground = self.theme.colour("accent_bg")
            pen.fill(0, 0, width, height, ground, radius=_RADIUS_PX, frame=frame)
            bar = self.theme.colour("accent")
            pen.fill(0, 3, _BAR_PX, height - 6, bar, radius=_BAR_PX / 2)
        elif self.underMouse() or self.isDown():
            pen.fill(0, 0, width, height, self.theme.colour("hover"), radius=_RADIUS_PX)

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        """Enter presses, Ctrl+Enter activates; arrows are left to the view around."""
        self._show_ring()
        key = event.key()
        if key in (QtCore.Qt.Key.Key_Return, QtCore.Qt.Key.Key_Enter):
            if event.modifiers() & QtCore.Qt.KeyboardModifier.ControlModifier:
                self.activated.emit()
            else:
                self.click()
        elif key == QtCore.Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def mouseDoubleClickEvent(self, event: QtGui.QMouseEvent) -> None:
        """Activate; the first click has pressed already."""
        if event.button() == QtCore.Qt.MouseButton.LeftButton:
            self.activated.emit()

    def focusInEvent(self, event: QtGui.QFocusEvent) -> None:
        """Show the ring where keys brought the focus; coming back to the window changes nothing."""
        reason = QtCore.Qt.FocusReason
        if event.reason() == reason.MouseFocusReason:
            self._ring_shown = False
        elif event.reason() != reason.ActiveWindowFocusReason:
            self._ring_shown = True
        super().focusInEvent(event)
        self.update()

    def _show_ring(self) -> None:
        if not self._ring_shown:
            self._ring_shown = True
            self.update()


class ClaimItem(PaintedItem):
    """A painted part that stands for a claim: pressing selects it, activating shows it."""

    claim_selected = QtCore.Signal(str)
    claim_activated = QtCore.Signal(str)

    def __init__(
        self,
        theme: Theme,
        claim_id: str,
        statement: str,
        name: str,
        parent: QtWidgets.QWidget | None = None,
    ) -> None:
        """`statement` is what hits are looked for in."""
        super().__init__(theme, name, parent)
        self.claim_id = claim_id
        self.statement = statement
        self.hits: tuple[tuple[int, int], ...] = ()
        self.is_greyed = False
        self.clicked.connect(self._select)
        self.activated.connect(self._activate)
        self.set_hint(self.tr("Enter selects it, Ctrl+Enter shows it in the text."))

    def set_hits(self, find: Callable[[str], Iterable[tuple[int, int]] | None] | None) -> None:
        """Show the spans (code points) that `find` gives for the statement; None shows none."""
        hits = tuple((find(self.statement) if find else None) or ())
        if hits != self.hits:
            self.hits = hits
            self.update()

    def claim_under(self, _place: QtCore.QPoint | None) -> tuple[str, QtCore.QRect]:
        """Return the claim and its box."""
        return self.claim_id, self.rect()

    def set_lens(self, lens: Seen | None) -> None:
        """Grey the claim where it does not stand out; None greys nothing."""
        greyed = lens is not None and self.claim_id not in lens.lit
        if greyed != self.is_greyed:
            self.is_greyed = greyed
            self._describe()
            self.update()

    def _states(self) -> list[str]:
        return [*super()._states(), *([self.tr("Greyed.")] if self.is_greyed else [])]

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        """Draw it; greyed, unless it is selected, in the ink of the greyed words of the text."""
        theme = self.theme
        if self.is_greyed and not self.is_selected:
            self.theme = theme.dimmed()
        super().paintEvent(event)
        self.theme = theme

    @QtCore.Slot()
    def _select(self) -> None:
        self.claim_selected.emit(self.claim_id)

    @QtCore.Slot()
    def _activate(self) -> None:
        self.claim_activated.emit(self.claim_id)
