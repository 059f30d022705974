"""The words and buttons above the options: how many, in what order, and which are compared."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING

from PySide6 import QtCore, QtWidgets

from briefing_app.gui.kit.page_switch import PageSwitch
from briefing_app.gui.kit.painted_buttons import LinkButton
from briefing_app.gui.kit.painted_label import PaintedText

if TYPE_CHECKING:
    from briefing_app.gui.theme.theme import Theme

_GAP_PX = 16


class OptionOrder(enum.IntEnum):
    """How options are ordered."""

    STANDING = 0
    MOST_FOR = 1
    MOST_AGAINST = 2


class OptionControls(QtWidgets.QWidget):
    """A switch for the order, and words that say how many there are or what is compared."""

    order_chosen = QtCore.Signal(int)
    all_requested = QtCore.Signal()
    words_changed = QtCore.Signal()  # the owner lays out again

    def __init__(self, theme: Theme, summary: str, parent: QtWidgets.QWidget | None = None) -> None:
        """Order by standing; `summary` is said while nothing is compared."""
        super().__init__(parent)
        self._summary = summary
        titles = [self.tr("By standing"), self.tr("Most for"), self.tr("Most against")]
        self._switch = PageSwitch(theme, titles, self)
        self._switch.setAccessibleName(self.tr("Order of the options"))
        self._switch.page_chosen.connect(self.order_chosen)
        self._words = PaintedText(theme, summary, "meta", "ink2", self)
        self._all = LinkButton("", theme, role="meta", parent=self)
        self._all.clicked.connect(self.all_requested)
        self._all.hide()

    def set_theme(self, theme: Theme) -> None:
        """Take new colours and sizes; the owner lays out again."""
        for part in (self._switch, self._words, self._all):
            part.set_theme(theme)

    def say(self, words: str, way_back: str) -> None:
        """Say what is chosen to compare and what the link back is called; empty: the summary."""
        self._words.setText(words or self._summary)
        self._all.setText(way_back)
        self._all.setAccessibleName(way_back)
        self._all.setVisible(bool(way_back))
        self.words_changed.emit()

    def choose_order(self, order: OptionOrder) -> None:
        """Show an order as chosen, without a signal."""
        self._switch.choose(order)

    def offer_order(self, *, offered: bool) -> None:
        """Show the switch for the order, or the words alone."""
        self._switch.setVisible(offered)
        self.words_changed.emit()

    def lay_out(self, width: int) -> int:
        """Put the words beside the switch, or below it; return the height in px."""
        none = QtCore.QSize(0, 0)
        switch = none if self._switch.isHidden() else self._switch.sizeHint()
        link = none if self._all.isHidden() else self._all.sizeHint()
        self._place(0, 0, switch, self._switch, width)
        wanted = self._words.natural_width()
        x = switch.width() + _GAP_PX if switch.width() else 0
        after = link.width() + _GAP_PX if link.width() else 0
        beside = x + wanted + after <= width
        if not beside:
            x, wanted = 0, max(min(wanted, width - after), 1)
        tall = self._words.lay_out(wanted)
        row = max(switch.height(), tall)
        y = (row - tall) // 2 if beside or not switch.height() else row + _GAP_PX // 2
        self._place(x, y, QtCore.QSize(wanted, tall), self._words, width)
        self._place(x + wanted + _GAP_PX, y, link, self._all, width)
        return row if beside else y + tall

    def _place(
        self, x: int, y: int, size: QtCore.QSize, part: QtWidgets.QWidget, width: int
    ) -> None:
        left = width - x - size.width() if self.isRightToLeft() else x
        part.setGeometry(QtCore.QRect(QtCore.QPoint(left, y), size))
