"""What the claim index says when nothing was found, and the way out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

from briefing_app.gui.views.painted_buttons import ActionButton, LinkButton
from briefing_app.gui.views.pen import Pen
from briefing_app.gui.views.text_block import TextBlock

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.gui.theme.theme import Theme
    from briefing_app.search.results import Relaxation

_PADDING_PX = 16
_TOP_PX = 20
_OFFERS_SHOWN = 5
_OFFER_PADDING_PX = 4  # above and below the words of an offer
_OFFER_GAP_PX = 10


class NoResults(QtWidgets.QLabel):
    """Title, reason, shorter queries that find something, a button where a filter is the reason."""

    clear_requested = QtCore.Signal()
    query_requested = QtCore.Signal(str)  # a shorter one that was offered
    left_at_top = QtCore.Signal()  # Up on the first offer

    def __init__(self, theme: Theme, parent: QtWidgets.QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._theme = theme
        self._title, self._reason = "", ""
        self._offers: list[tuple[LinkButton, str]] = []  # a link, and what is said beside it
        self.setTextFormat(QtCore.Qt.TextFormat.PlainText)
        self._clear = ActionButton(self.tr("Clear filters"), theme, icon="close", parent=self)
        self._clear.clicked.connect(self.clear_requested)

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        self._theme = theme
        self._clear.set_theme(theme)
        for link, _ in self._offers:
            link.set_theme(theme)
        self._arrange()
        self.update()

    def explain(
        self,
        title: str,
        reason: str,
        *,
        filtered: bool,
        offers: Sequence[Relaxation] = (),
    ) -> None:
        """Say what was not found and why; `filtered` offers to clear the filters."""
        self._title, self._reason = title, reason
        self.setText(f"{title}\n{reason}")
        self._clear.setVisible(filtered)
        for link, _ in self._offers:
            link.hide()
            link.deleteLater()
        self._offers = [self._make_offer(offer) for offer in offers[:_OFFERS_SHOWN]]
        self._arrange()
        self.update()

    def _make_offer(self, offer: Relaxation) -> tuple[LinkButton, str]:
        count = self.tr("1 claim")
        if offer.total != 1:
            count = self.tr("{0} claims").format(f"{offer.total:,}")
        beside = self.tr("{0}, without “{1}”").format(count, offer.left_out)
        link = LinkButton(offer.query, self._theme, role="row", parent=self)
        link.setAccessibleName(self.tr("Search for “{0}”: {1}").format(offer.query, beside))
        link.clicked.connect(self._on_offer)
        link.installEventFilter(self)
        link.show()
        return link, beside

    def take_focus(self) -> None:
        """Hand the keyboard to the first way out, if there is one."""
        ways: list[QtWidgets.QWidget] = [link for link, _ in self._offers]
        if self._clear.isVisibleTo(self):
            ways.append(self._clear)
        if ways:
            ways[0].setFocus(QtCore.Qt.FocusReason.TabFocusReason)

    @QtCore.Slot()
    def _on_offer(self) -> None:
        link = self.sender()
        if isinstance(link, LinkButton):
            self.query_requested.emit(link.text())

    def eventFilter(self, watched: QtCore.QObject, event: QtCore.QEvent) -> bool:
        """Move between the offers by the arrow keys; Up on the first one leaves."""
        if isinstance(event, QtGui.QKeyEvent) and event.type() == QtCore.QEvent.Type.KeyPress:
            key = event.key()
            if key in (QtCore.Qt.Key.Key_Up, QtCore.Qt.Key.Key_Down):
                self._step(watched, -1 if key == QtCore.Qt.Key.Key_Up else 1)
                return True
        return super().eventFilter(watched, event)

    def _step(self, link: QtCore.QObject, by: int) -> None:
        links = [known for known, _ in self._offers]
        to = next((n for n, known in enumerate(links) if known is link), 0) + by
        if to < 0:
            self.left_at_top.emit()
        elif to < len(links):
            links[to].setFocus(QtCore.Qt.FocusReason.TabFocusReason)

    def _blocks(self) -> tuple[TextBlock, TextBlock]:
        width = self.width() - 2 * _PADDING_PX
        theme, mirrored = self._theme, self.isRightToLeft()
        made = [
            TextBlock(text, theme.font(role), theme.line_px(role), width, mirrored=mirrored)
            for text, role in ((self._title, "list_head"), (self._reason, "detail"))
        ]
        return made[0], made[1]

    def _arrange(self) -> None:
        y = self._offers_top()
        room = self.width() - 2 * _PADDING_PX
        for link, _ in self._offers:
            size = link.sizeHint()
            width = min(size.width(), room)
            self._place(link, y + _OFFER_PADDING_PX, width, size.height())
            y += size.height() + 2 * _OFFER_PADDING_PX
        size = self._clear.sizeHint()
        self._place(self._clear, y + (8 if self._offers else 0), size.width(), size.height())

    def _place(self, part: QtWidgets.QWidget, y: int, width: int, height: int) -> None:
        x = self.width() - _PADDING_PX - width if self.isRightToLeft() else _PADDING_PX
        part.setGeometry(x, y, width, height)

    def _offers_top(self) -> int:
        title, reason = self._blocks()
        return _TOP_PX + title.height + 4 + reason.height + (8 if self._offers else 12)

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
        y = _TOP_PX + pen.draw_block(title, _PADDING_PX, _TOP_PX, width, theme.colour("ink")) + 4
        pen.draw_block(reason, _PADDING_PX, y, width, theme.colour("ink2"))
        for link, beside in self._offers:
            x = _PADDING_PX + link.width() + _OFFER_GAP_PX
            room = self.width() - _PADDING_PX - x
            if room > theme.line_px("meta") * 2:
                middle = link.geometry().center().y() + 1 - theme.line_px("meta") / 2
                pen.text(beside, "meta", x, middle, theme.colour("ink2"), max_width=room)
        painter.end()
