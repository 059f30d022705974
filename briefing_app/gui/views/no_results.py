"""What the claim index says when nothing was found, and the way out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

from briefing_app.gui.views.painted_buttons import ActionButton
from briefing_app.gui.views.pen import Pen
from briefing_app.gui.views.text_block import TextBlock

if TYPE_CHECKING:
    from briefing_app.gui.theme.theme import Theme

_PADDING_PX = 16


class NoResults(QtWidgets.QLabel):
    """Title, reason, and a button where a filter is the reason."""

    clear_requested = QtCore.Signal()

    def __init__(self, theme: Theme, parent: QtWidgets.QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._theme = theme
        self._title, self._reason = "", ""
        self.setTextFormat(QtCore.Qt.TextFormat.PlainText)
        self._clear = ActionButton(self.tr("Clear filters"), theme, icon="close", parent=self)
        self._clear.clicked.connect(self.clear_requested)

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        self._theme = theme
        self._clear.set_theme(theme)
        self.update()

    def explain(self, title: str, reason: str, *, filtered: bool) -> None:
        """Say what was not found and why; `filtered` offers to clear the filters."""
        self._title, self._reason = title, reason
        self.setText(f"{title}\n{reason}")
        self._clear.setVisible(filtered)
        self._arrange()
        self.update()

    def _blocks(self) -> tuple[TextBlock, TextBlock]:
        width = self.width() - 2 * _PADDING_PX
        theme, mirrored = self._theme, self.isRightToLeft()
        made = [
            TextBlock(text, theme.font(role), theme.line_px(role), width, mirrored=mirrored)
            for text, role in ((self._title, "list_head"), (self._reason, "detail"))
        ]
        return made[0], made[1]

    def _arrange(self) -> None:
        title, reason = self._blocks()
        size = self._clear.sizeHint()
        y = 20 + title.height + 4 + reason.height + 12
        x = self.width() - _PADDING_PX - size.width() if self.isRightToLeft() else _PADDING_PX
        self._clear.setGeometry(x, y, size.width(), size.height())

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        """Wrap again."""
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        """Draw the words."""
        painter = QtGui.QPainter(self)
        theme = self._theme
        pen = Pen(painter, theme, self.width(), mirrored=self.isRightToLeft())
        title, reason = self._blocks()
        width = self.width() - 2 * _PADDING_PX
        y = 20 + pen.draw_block(title, _PADDING_PX, 20, width, theme.colour("ink")) + 4
        pen.draw_block(reason, _PADDING_PX, y, width, theme.colour("ink2"))
        painter.end()
