"""What the claim index says where no claim was found, and the ways out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

from briefing_app.gui.kit.painted_buttons import ActionButton, LinkButton
from briefing_app.gui.kit.pen import Pen
from briefing_app.gui.kit.text_block import TextBlock
from briefing_app.search.results import RelaxationKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefing_app.gui.theme.theme import Theme
    from briefing_app.search.results import Relaxation

_PADDING_PX = 16
_TOP_PX = 20
_OFFERS_SHOWN = 5
_OFFER_PADDING_PX = 4  # above and below the words of an offer
_OFFER_GAP_PX = 10
_MOST_PX = 16_777_215  # Qt's own bound of a widget's height


class NoResults(QtWidgets.QLabel):
    """Title, reason, wider searches that find something, a button where filters are the reason."""

    clear_requested = QtCore.Signal()
    query_requested = QtCore.Signal(str)  # one that was offered
    filter_left_out = QtCore.Signal(str)  # the field of `Filters` to go without
    near_requested = QtCore.Signal()  # what has some of the words
    left_at_top = QtCore.Signal()  # Up on the first way out
    left_at_bottom = QtCore.Signal()  # Down on the last one

    def __init__(self, theme: Theme, parent: QtWidgets.QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._theme = theme
        self._title, self._reason = "", ""
        self._offers: list[tuple[LinkButton, str]] = []  # a link, and what is said beside it
        self._wishes: dict[LinkButton, Relaxation] = {}
        self._alone = True
        self.setTextFormat(QtCore.Qt.TextFormat.PlainText)
        self._clear = ActionButton(self.tr("Clear filters"), theme, icon="close", parent=self)
        self._clear.clicked.connect(self.clear_requested)
        self._clear.installEventFilter(self)
        self._near = LinkButton(self.tr("Show what comes nearest"), theme, role="row", parent=self)
        self._near.setAccessibleName(self._near.text())
        self._near.clicked.connect(self.near_requested)
        self._near.installEventFilter(self)
        self._near.hide()

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        self._theme = theme
        self._clear.set_theme(theme)
        self._near.set_theme(theme)
        for link, _ in self._offers:
            link.set_theme(theme)
        self._arrange()
        self.update()

    def set_alone(self, *, alone: bool) -> None:
        """Take all the room, or only what the words need: other things found stand below."""
        self._alone = alone
        self._arrange()

    def explain(
        self,
        title: str,
        reason: str,
        *,
        filtered: bool,
        offers: Sequence[Relaxation] = (),
        filter_names: Mapping[str, str] | None = None,
        near: bool = False,
    ) -> None:
        """Say what was not found and why; `filtered` offers to clear the filters.

        `near` offers what has some of the words.

        `filter_names` are what the reader calls the fields of `Filters` that an offer leaves out.
        """
        self._title, self._reason = title, reason
        self.setText(f"{title}\n{reason}")
        self._clear.setVisible(filtered)
        self._near.setVisible(near)
        for link, _ in self._offers:
            link.hide()
            link.deleteLater()
        self._wishes.clear()
        names = filter_names or {}
        self._offers = [self._make_offer(offer, names) for offer in offers[:_OFFERS_SHOWN]]
        self._arrange()
        self.update()

    def _make_offer(self, offer: Relaxation, names: Mapping[str, str]) -> tuple[LinkButton, str]:
        count = self.tr("1 claim")
        if offer.total != 1:
            count = self.tr("{0} claims").format(f"{offer.total:,}")
        words, spoken = offer.query, self.tr("Search for “{0}”: {1}")
        if offer.kind is RelaxationKind.FILTER:
            words = self.tr("without the filter {0}").format(names.get(offer.filter, offer.filter))
            spoken, beside = self.tr("Search {0}: {1}"), count
        elif offer.kind is RelaxationKind.SPELLING:
            beside = self.tr("{0}, spelt otherwise than “{1}”").format(count, offer.left_out)
        else:
            beside = self.tr("{0}, without “{1}”").format(count, offer.left_out)
        link = LinkButton(words, self._theme, role="row", parent=self)
        link.setAccessibleName(spoken.format(words, beside))
        link.clicked.connect(self._on_offer)
        link.installEventFilter(self)
        link.show()
        self._wishes[link] = offer
        return link, beside

    def has_ways_out(self) -> bool:
        """Return whether there is anything to press."""
        return bool(self._ways())

    def _ways(self) -> list[QtWidgets.QAbstractButton]:
        ways: list[QtWidgets.QAbstractButton] = [link for link, _ in self._offers]
        if self._near.isVisibleTo(self):
            ways.append(self._near)
        if self._clear.isVisibleTo(self):
            ways.append(self._clear)
        return ways

    def take_focus(self) -> None:
        """Hand the keyboard to the first way out, if there is one."""
        ways = self._ways()
        if ways:
            ways[0].setFocus(QtCore.Qt.FocusReason.TabFocusReason)

    @QtCore.Slot()
    def _on_offer(self) -> None:
        link = self.sender()
        offer = self._wishes.get(link) if isinstance(link, LinkButton) else None
        if offer is None:
            return
        if offer.kind is RelaxationKind.FILTER:
            self.left_at_top.emit()  # the keyboard goes back to the field: this link goes
            self.filter_left_out.emit(offer.filter)
        else:
            self.query_requested.emit(offer.query)

    def eventFilter(self, watched: QtCore.QObject, event: QtCore.QEvent) -> bool:
        """Move between the ways out by the arrow keys, and beyond them."""
        if isinstance(event, QtGui.QKeyEvent) and event.type() == QtCore.QEvent.Type.KeyPress:
            key = event.key()
            if key in (QtCore.Qt.Key.Key_Up, QtCore.Qt.Key.Key_Down):
                self._step(watched, -1 if key == QtCore.Qt.Key.Key_Up else 1)
                return True
        return super().eventFilter(watched, event)

    def _step(self, way: QtCore.QObject, by: int) -> None:
        ways = self._ways()
        to = next((n for n, known in enumerate(ways) if known is way), 0) + by
        if to < 0:
            self.left_at_top.emit()
        elif to < len(ways):
            ways[to].setFocus(QtCore.Qt.FocusReason.TabFocusReason)
        else:
            self.left_at_bottom.emit()

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
        near = self._near.isVisibleTo(self)
        if near:
            size = self._near.sizeHint()
            self._place(self._near, y + _OFFER_PADDING_PX, min(size.width(), room), size.height())
            y += size.height() + 2 * _OFFER_PADDING_PX
        size = self._clear.sizeHint()
        if self._clear.isVisibleTo(self):
            y += 8 if self._offers or near else 0
            self._place(self._clear, y, size.width(), size.height())
            y += size.height()
        if self._alone:
            self._take_all_room()
        else:
            self.setFixedHeight(y + _TOP_PX)

    def _take_all_room(self) -> None:
        self.setMinimumHeight(0)
        self.setMaximumHeight(_MOST_PX)

    def minimumSizeHint(self) -> QtCore.QSize:
        """Return the least that is of use; the words wrap."""
        return QtCore.QSize(120, 60)

    def sizeHint(self) -> QtCore.QSize:
        """Return that any size will do."""
        return self.minimumSizeHint()

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
