"""The claims and links of a text as lists for screen readers: Qt tells them of none in a text.

Nothing is painted and nothing takes the pointer or the keyboard: a list lies over the words, and
each row says that it stands where the words stand.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
from PySide6 import QtCore, QtGui, QtWidgets

from briefing_app.gui.kit.follow_selection import FollowSelection
from briefing_app.gui.kit.page_row_delegate import ACCESSIBLE_TEXT_ROLE, DISPLAY_ROLE

if TYPE_CHECKING:
    from briefing_app.gui.kit.page_row_delegate import ModelIndex
    from briefing_app.gui.prose.places_in_view import PlacesInView
    from briefing_app.gui.prose.prose_links import ProseLinks
    from briefing_app.gui.prose.prose_marks import ProseMarks

_NO_INDEX = QtCore.QModelIndex()


class Stop(msgspec.Struct, frozen=True):
    """Words that a screen reader can go to, by their document positions, and what it reads."""

    start: int
    end: int
    words: str


class _Stops(QtCore.QAbstractListModel):
    """One row for each stop, in the order of the text."""

    def __init__(self, parent: QtCore.QObject) -> None:
        super().__init__(parent)
        self.stops: list[Stop] = []

    def take(self, stops: list[Stop]) -> None:
        if stops != self.stops:
            self.beginResetModel()
            self.stops = stops
            self.endResetModel()

    def rowCount(self, parent: ModelIndex = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self.stops)

    def data(self, index: ModelIndex, role: int = DISPLAY_ROLE) -> Any:
        if index.isValid() and role in (DISPLAY_ROLE, ACCESSIBLE_TEXT_ROLE):
            return self.stops[index.row()].words
        return None


class StopList(QtWidgets.QListView):
    """Lies over the words; tells of a row that has become the current one."""

    row_reached = QtCore.Signal(int)

    def __init__(
        self, text: QtWidgets.QAbstractScrollArea, places: PlacesInView, name: str
    ) -> None:
        """Lie over `text`, a view that has been shown."""
        super().__init__(text)
        self._text = text
        self._places = places
        self._stops = _Stops(self)
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
        self.setAccessibleName(name)
        FollowSelection(self)

    def show_stops(self, stops: list[Stop]) -> None:
        """List the stops that the text has by now, and lie where it lies."""
        self._stops.take(stops)
        self.setGeometry(self._text.viewport().geometry())
        self.setVisible(bool(stops))

    def visualRect(self, index: ModelIndex) -> QtCore.QRect:
        """Return where the words of a row stand."""
        if not 0 <= index.row() < len(self._stops.stops):
            return QtCore.QRect()
        stop = self._stops.stops[index.row()]
        return self._places.box_of(stop.start, stop.end)

    def indexAt(self, point: QtCore.QPoint) -> QtCore.QModelIndex:
        """Return the row whose words stand at a point."""
        stops = enumerate(self._stops.stops)
        boxes = ((n, self._places.box_of(stop.start, stop.end)) for n, stop in stops)
        return self._stops.index(next((n for n, box in boxes if box.contains(point)), -1), 0)

    def scrollTo(self, _index: ModelIndex, _hint: Any = None) -> None:
        """Do nothing: the text scrolls."""

    def currentChanged(self, current: ModelIndex, _previous: ModelIndex) -> None:
        """Tell where to go in the text."""
        if current.isValid():
            self.row_reached.emit(current.row())

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        """Paint nothing."""


class ScreenReaderStops(QtCore.QObject):
    """Two lists over one text: its claims, and its links, on which Enter asks before it opens."""

    def __init__(
        self,
        text: QtWidgets.QAbstractScrollArea,
        places: PlacesInView,
        marks: ProseMarks,
        links: ProseLinks,
    ) -> None:
        """Lie over `text`, a view that has been shown."""
        super().__init__(text)
        self._places = places
        self._marks = marks
        self._links = links
        self.of_claims = StopList(text, places, self.tr("Claims in this text"))
        self.of_links = StopList(text, places, self.tr("Links in this text"))
        self._claims: list[tuple[int, str]] = []
        self.of_claims.row_reached.connect(self._go_to_claim)
        self.of_links.row_reached.connect(self._go_to_link)

    def refresh(self) -> None:
        """List the claims and links that the text has by now."""
        self._claims = self._marks.stops()
        self.of_claims.show_stops(
            [
                Stop(*self._places.span_of(mark), self._marks.sentence(claim))
                for mark, claim in self._claims
            ]
        )
        self.of_links.show_stops([Stop(*span, words) for span, words in self._links.stops()])

    @QtCore.Slot(int)
    def _go_to_claim(self, row: int) -> None:
        """Put the keyboard on a claim and select it."""
        self._marks.go_to(*self._claims[row])

    @QtCore.Slot(int)
    def _go_to_link(self, row: int) -> None:
        """Put the keyboard on a link."""
        self._links.go_to(row)
