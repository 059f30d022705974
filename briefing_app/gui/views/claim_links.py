"""The claims of a text as a list for screen readers: QTextBrowser tells them of no links.

Nothing is painted and nothing takes the pointer or the keyboard: the list lies over the words, and
each row says that it stands where the words stand.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6 import QtCore, QtGui, QtWidgets

from briefing_app.gui.views.follow_selection import FollowSelection
from briefing_app.gui.views.page_row_delegate import ACCESSIBLE_TEXT_ROLE, DISPLAY_ROLE

if TYPE_CHECKING:
    from briefing_app.gui.views.page_row_delegate import ModelIndex
    from briefing_app.gui.views.prose_pane import ProsePane

_NO_INDEX = QtCore.QModelIndex()


class _ClaimStops(QtCore.QAbstractListModel):
    """One row for each claim of each mark, in the order of the text."""

    def __init__(self, text: ProsePane, parent: QtCore.QObject) -> None:
        super().__init__(parent)
        self._text = text
        self.stops: list[tuple[int, str]] = []

    def take(self, stops: list[tuple[int, str]]) -> None:
        if stops != self.stops:
            self.beginResetModel()
            self.stops = stops
            self.endResetModel()

    def rowCount(self, parent: ModelIndex = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self.stops)

    def data(self, index: ModelIndex, role: int = DISPLAY_ROLE) -> Any:
        if index.isValid() and role in (DISPLAY_ROLE, ACCESSIBLE_TEXT_ROLE):
            return self._text.claim_sentence(self.stops[index.row()][1])
        return None


class ClaimLinks(QtWidgets.QListView):
    """Selecting a row puts the text's keyboard on that claim and selects it."""

    def __init__(self, text: ProsePane) -> None:
        """Lie over `text`, a view that has been shown."""
        super().__init__(text)
        self._text = text
        self._stops = _ClaimStops(text, self)
        self.setModel(self._stops)
        self.setUniformItemSizes(True)
        self.setFrameShape(QtWidgets.QFrame.Shape.NoFrame)
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.NoFocus)
        self.setAttribute(QtCore.Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(QtCore.Qt.WidgetAttribute.WA_NoSystemBackground)
        self.viewport().setAutoFillBackground(False)
        off = QtCore.Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setHorizontalScrollBarPolicy(off)
        self.setVerticalScrollBarPolicy(off)
        self.setAccessibleName(self.tr("Claims in this text"))
        FollowSelection(self)

    def refresh(self) -> None:
        """List the claims that the text has by now, and lie where it lies."""
        self._stops.take(self._text.claim_stops())
        self.setGeometry(self._text.viewport().geometry())
        self.show()

    def visualRect(self, index: ModelIndex) -> QtCore.QRect:
        """Return where the words of a row stand."""
        if not 0 <= index.row() < len(self._stops.stops):
            return QtCore.QRect()
        return self._text.words_box(self._stops.stops[index.row()][0])

    def indexAt(self, point: QtCore.QPoint) -> QtCore.QModelIndex:
        """Return the row whose words stand at a point."""
        stops = enumerate(self._stops.stops)
        rows = (n for n, (mark, _) in stops if self._text.words_box(mark).contains(point))
        return self._stops.index(next(rows, -1), 0)

    def scrollTo(self, _index: ModelIndex, _hint: Any = None) -> None:
        """Do nothing: the text scrolls."""

    def currentChanged(self, current: ModelIndex, _previous: ModelIndex) -> None:
        """Go to a claim in the text."""
        if current.isValid():
            self._text.go_to_stop(*self._stops.stops[current.row()])

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        """Paint nothing."""
