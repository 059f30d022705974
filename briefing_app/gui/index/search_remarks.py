"""What is said below the search field about how the query was read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

from briefing_app.gui.kit.painted_buttons import LinkButton
from briefing_app.gui.kit.pen import Pen
from briefing_app.gui.kit.text_block import TextBlock

if TYPE_CHECKING:
    from briefing_app.gui.theme.theme import Theme
    from briefing_app.search.results import Results

_NAMES_SHOWN = 3


class SearchRemarks(QtWidgets.QWidget):
    """What was added to the query ("also: …") and what is odd about it; mostly nothing."""

    exactly_requested = QtCore.Signal(str)  # the query that finds only the words as typed

    def __init__(self, theme: Theme, parent: QtWidgets.QWidget | None = None) -> None:
        """Start empty and hidden."""
        super().__init__(parent)
        self._theme = theme
        self._text = ""
        self._query = ""
        self._block: TextBlock | None = None
        self._exactly = LinkButton("", theme, role="meta", parent=self)
        self._exactly.clicked.connect(self._on_exactly)
        policy = QtWidgets.QSizePolicy(
            QtWidgets.QSizePolicy.Policy.Preferred, QtWidgets.QSizePolicy.Policy.Fixed
        )
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        self._theme = theme
        self._exactly.set_theme(theme)
        self._arrange()

    def show_remarks(self, results: Results) -> None:
        """Say how a query was read."""
        lines = [notice.message for notice in results.notices]
        if results.also:
            lines.append(self._also(results.also))
        exact = results.only_typed
        text = "\n".join(lines)
        if text == self._text and exact == self._query:
            return
        self._text, self._query = text, exact
        self._exactly.setVisible(bool(exact))
        shown = results.answered.strip()
        shown = shown if len(shown) <= 24 else f"{shown[:23]}…"
        self._exactly.setText(self.tr("only exactly “{0}”").format(shown))
        self._exactly.setAccessibleName(self._exactly.text())
        self.setAccessibleName(text)
        self.setVisible(bool(text))
        self._arrange()

    def _also(self, added: tuple[str, ...]) -> str:
        names, left_out = ", ".join(added[:_NAMES_SHOWN]), len(added) - _NAMES_SHOWN
        if left_out > 0:
            return self.tr("also: {0} and {1} more").format(names, left_out)
        return self.tr("also: {0}").format(names)

    def hasHeightForWidth(self) -> bool:
        """Return true: the remarks wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height in pixels."""
        return self._laid_out(width)[1]

    def sizeHint(self) -> QtCore.QSize:
        """Return one line."""
        width = self.width()
        return QtCore.QSize(width, self.heightForWidth(width))

    def _laid_out(self, width: int) -> tuple[TextBlock, int]:
        theme = self._theme
        line = theme.line_px("meta")
        block = TextBlock(
            self._text.replace("\n", "\u2028"),
            theme.font("meta"),
            line,
            width,
            mirrored=self.isRightToLeft(),
        )
        beside = block.height == line and self._fits_beside(block, width)
        return block, block.height + (line if self._query and not beside else 0)

    def _fits_beside(self, block: TextBlock, width: int) -> bool:
        return block.natural_width + 12 + self._exactly.sizeHint().width() <= width

    def _arrange(self) -> None:
        self._block, height = self._laid_out(self.width())
        link = self._exactly.sizeHint()
        beside = height == self._block.height
        x = round(self._block.natural_width) + 12 if beside else 0
        y = height - link.height()
        width = min(link.width(), self.width())
        left = self.width() - x - width if self.isRightToLeft() else x
        self._exactly.setGeometry(left, y, width, link.height())
        self.updateGeometry()
        self.update()

    def resizeEvent(self, _event: QtGui.QResizeEvent) -> None:
        """Wrap again."""
        self._arrange()

    @QtCore.Slot()
    def _on_exactly(self) -> None:
        self.exactly_requested.emit(self._query)

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        """Draw the notes."""
        if self._block is None:
            return
        painter = QtGui.QPainter(self)
        pen = Pen(painter, self._theme, self.width(), mirrored=self.isRightToLeft())
        pen.draw_block(self._block, 0, 0, self.width(), self._theme.colour("ink2"))
        painter.end()
