"""Painted words that only stand there: a label to screen readers, set on the exact line grid."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

from briefing_app.gui.kit.pen import Pen
from briefing_app.gui.kit.text_block import TextBlock

if TYPE_CHECKING:
    from briefing_app.gui.theme.theme import Theme


def scaled(theme: Theme, px: float) -> int:
    """Return a size given in px at 100 % in px at the text size in use."""
    return theme.px(px)


class PaintedLabel(QtWidgets.QLabel):
    """Base of painted parts without an action; `text()` is what screen readers read."""

    def __init__(self, theme: Theme, text: str, parent: QtWidgets.QWidget | None = None) -> None:
        """Hold the words; nothing is laid out until a width is known."""
        super().__init__(parent)
        self.theme = theme
        self.setTextFormat(QtCore.Qt.TextFormat.PlainText)
        self.setText(text)

    def set_theme(self, theme: Theme) -> None:
        """Take new colours and sizes; the owner lays out again."""
        self.theme = theme
        self.update()

    def block(self, text: str, role: str, width: float, *, max_lines: int = 0) -> TextBlock:
        """Return a text laid out in a role of the type scale."""
        mirrored = self.isRightToLeft()
        return TextBlock.in_role(
            self.theme, text, role, width, mirrored=mirrored, max_lines=max_lines
        )

    @abstractmethod
    def lay_out(self, width: int) -> int:
        """Lay the words out to a width in px; return the height in px."""

    @abstractmethod
    def paint_content(self, pen: Pen) -> None:
        """Draw what `lay_out` has set."""

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        """Draw through the pen, which mirrors where the layout does."""
        painter = QtGui.QPainter(self)
        self.paint_content(Pen(painter, self.theme, self.width(), mirrored=self.isRightToLeft()))
        painter.end()


class PaintedText(PaintedLabel):
    """A text in one role of the type scale and one ink."""

    def __init__(
        self,
        theme: Theme,
        text: str,
        role: str,
        ink: str = "ink",
        parent: QtWidgets.QWidget | None = None,
    ) -> None:
        """`role` and `ink` are names of the type scale and of the colours."""
        super().__init__(theme, text, parent)
        self._role = role
        self._ink = ink
        self._block: TextBlock | None = None

    def natural_width(self) -> int:
        """Return how wide in px the text is on one line."""
        metrics = QtGui.QFontMetricsF(self.theme.font(self._role))
        return round(metrics.horizontalAdvance(self.text()) + 2)

    def lay_out(self, width: int) -> int:
        """Wrap the text; return the height in px."""
        self._block = self.block(self.text(), self._role, width)
        return self._block.height

    def paint_content(self, pen: Pen) -> None:
        """Draw the text."""
        if self._block is not None:
            pen.draw_block(self._block, 0, 0, self.width(), self.theme.colour(self._ink))


class TitledText(PaintedLabel):
    """A line in semi-bold and a quieter text below it."""

    def __init__(
        self, theme: Theme, title: str, detail: str, parent: QtWidgets.QWidget | None = None
    ) -> None:
        """Hold both texts."""
        super().__init__(theme, f"{title} {detail}", parent)
        self._title = title
        self._detail = detail
        self._blocks: list[TextBlock] = []

    def lay_out(self, width: int) -> int:
        """Wrap both texts; return the height in px."""
        self._blocks = [
            self.block(self._title, "detail_strong", width),
            self.block(self._detail, "detail", width),
        ]
        return sum(block.height for block in self._blocks)

    def paint_content(self, pen: Pen) -> None:
        """Draw the title, and the detail in the second ink."""
        y = 0.0
        for block, ink in zip(self._blocks, ("ink", "ink2"), strict=False):
            y += pen.draw_block(block, 0, y, self.width(), self.theme.colour(ink))


class SectionHead(PaintedLabel):
    """A rule, a title in semi-bold, and a quiet note at the trailing edge."""

    _RULE_PX = 1.4
    _TOP_PX = 10

    def __init__(
        self, theme: Theme, title: str, note: str = "", parent: QtWidgets.QWidget | None = None
    ) -> None:
        """Hold the title and the note."""
        super().__init__(theme, f"{title}. {note}" if note else title, parent)
        self._title = title
        self._note = note
        self._note_block: TextBlock | None = None
        self._note_below = False

    def lay_out(self, width: int) -> int:
        """Put the note beside the title, below it where it does not fit; return the height."""
        title = QtGui.QFontMetricsF(self.theme.font("tab_current")).horizontalAdvance(self._title)
        height = self._TOP_PX + self.theme.line_px("tab_current")
        self._note_block = None
        if self._note:
            note = QtGui.QFontMetricsF(self.theme.font("meta")).horizontalAdvance(self._note)
            self._note_below = title + 20 + note > width
            if self._note_below:
                self._note_block = self.block(self._note, "meta", width)
                height += self._note_block.height
        return height

    def paint_content(self, pen: Pen) -> None:
        """Draw the rule, the title and the note."""
        theme = self.theme
        pen.rule(0, 0, self.width(), theme.colour("ink"), self._RULE_PX)
        pen.text(self._title, "tab_current", 0, self._TOP_PX, theme.colour("ink"))
        if not self._note:
            return
        if self._note_block is not None:
            y = self._TOP_PX + theme.line_px("tab_current")
            pen.draw_block(self._note_block, 0, y, self.width(), theme.colour("ink3"))
            return
        lower = (theme.line_px("tab_current") - theme.line_px("meta")) / 2
        x = self.width() - pen.text_width(self._note, "meta")
        pen.text(self._note, "meta", x, self._TOP_PX + lower, theme.colour("ink3"))
