"""Paragraphs as plain words: what the first paint shows in the place of prose to read.

Every line stands to the pixel where the marked text will have it, so that nothing moves when that
follows some 30 ms later; a QTextBrowser with all that belongs to it takes a tenth of the start.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui

from briefing_app.gui.kit.display_text import displayed, has_right_to_left
from briefing_app.gui.kit.painted_label import PaintedLabel
from briefing_app.gui.prose.prose_column import ProseStyle, column_in
from briefing_app.model.prose import Paragraph

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6 import QtWidgets

    from briefing_app.gui.kit.pen import Pen
    from briefing_app.gui.theme.theme import Theme
    from briefing_app.model.prose import Block

_PARAGRAPH_GAP_PX = 13  # at the reading size 17, as in prose


class PlainProse(PaintedLabel):
    """The words of paragraphs that have neither links nor notes nor styles."""

    def __init__(
        self,
        blocks: Sequence[Block],
        theme: Theme,
        style: ProseStyle,
        parent: QtWidgets.QWidget | None = None,
    ) -> None:
        """Take the words of `blocks`, which `can_show` has said yes to."""
        self._texts = [b.content.text for b in blocks if isinstance(b, Paragraph)]
        super().__init__(theme, "\n\n".join(self._texts), parent)
        self._style = style
        self._layouts: list[QtGui.QTextLayout] = []

    @staticmethod
    def can_show(blocks: Sequence[Block]) -> bool:
        """Return whether the blocks look the same as plain words, but for the claims' lines."""
        return all(
            isinstance(block, Paragraph)
            and not (block.content.styles or block.content.links or block.content.notes)
            and not has_right_to_left(block.content.text)
            for block in blocks
        )

    def lay_out(self, width: int) -> int:
        """Wrap the words to the column that prose has in this width; return the height in px."""
        theme = self.theme
        column = column_in(width, self._style, theme, mirrored=self.isRightToLeft())
        least = theme.line_px(self._style.role)
        gap = round(_PARAGRAPH_GAP_PX * theme.line_px("body") / 27)
        option = QtGui.QTextOption()
        option.setWrapMode(QtGui.QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layouts.clear()
        y = 0.0
        for text in self._texts:
            layout = QtGui.QTextLayout(displayed(text)[0], theme.font(self._style.role))
            layout.setTextOption(option)
            layout.beginLayout()
            while (line := layout.createLine()).isValid():
                line.setLineWidth(column.width)
                height = max(line.height(), least)
                line.setPosition(QtCore.QPointF(column.left, y + height - line.height()))
                y += height
            layout.endLayout()
            self._layouts.append(layout)
            y += gap
        return round(max(y - gap, 0) + 0.5)

    def fit_height(self, width: int) -> int:
        """Return how high the view is to be in a width, in px; lays it out for that."""
        return self.lay_out(width)

    def paint_content(self, pen: Pen) -> None:
        """Draw the words."""
        pen.painter.setPen(self.theme.colour("ink"))
        for layout in self._layouts:
            layout.draw(pen.painter, QtCore.QPointF())
