"""What a query may go on with, offered below the search field; the keyboard stays in the field."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6 import QtCore, QtGui, QtWidgets

from briefing_app.gui.kit.announce import announce
from briefing_app.gui.kit.pen import Pen
from briefing_app.gui.words import model_words as words
from briefing_app.model.claim import ClaimType, Confidence, Family, Status

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.gui.theme.theme import Theme
    from briefing_app.search.query.completion import Suggestion

    ModelIndex = QtCore.QModelIndex | QtCore.QPersistentModelIndex

DISPLAY_ROLE, ACCESSIBLE_TEXT_ROLE = 0, 11  # Qt.ItemDataRole, as numbers: the enum is slow to load
ROW_ROLE = 0x0100
_NO_INDEX = QtCore.QModelIndex()
_ROWS_SHOWN = 8
_ROW_PADDING_PX = 6
_SIDE_PX = 12
_GAP_PX = 12
_EDGE_PX = 4  # between the frame and the rows
_SHADOW_PX = 10
_SHADOW_ALPHA = (3, 4, 5, 6, 8, 9)
_RADIUS_PX = 8
_VALUE_SHARE = 0.44  # of the width, at most, for what is put in


class SuggestionModel(QtCore.QAbstractListModel):
    """One row a suggestion."""

    def __init__(self, parent: QtCore.QObject) -> None:
        """Start empty."""
        super().__init__(parent)
        self.suggestions: tuple[Suggestion, ...] = ()

    def set_suggestions(self, suggestions: Sequence[Suggestion]) -> None:
        """Offer others."""
        self.beginResetModel()
        self.suggestions = tuple(suggestions)
        self.endResetModel()

    def rowCount(self, parent: ModelIndex = _NO_INDEX) -> int:
        """Return how many there are."""
        return 0 if parent.isValid() else len(self.suggestions)

    def data(self, index: ModelIndex, role: int = DISPLAY_ROLE) -> Any:
        """Return what is put in, the sentence for a screen reader, or the suggestion itself."""
        if not index.isValid():
            return None
        suggestion = self.suggestions[index.row()]
        if role == ROW_ROLE:
            return suggestion
        if role == DISPLAY_ROLE:
            return suggestion.text
        return self.sentence(suggestion) if role == ACCESSIBLE_TEXT_ROLE else None

    def sentence(self, suggestion: Suggestion) -> str:
        """Return a suggestion as a screen reader says it."""
        parts = [suggestion.text, self.name(suggestion), self.count(suggestion)]
        return ", ".join(filter(None, parts))

    def count(self, suggestion: Suggestion) -> str:
        """Return how many claims have the value; empty for a field."""
        if not suggestion.value:
            return ""
        if suggestion.count == 1:
            return self.tr("1 claim")
        return self.tr("{0} claims").format(f"{suggestion.count:,}")

    def name(self, suggestion: Suggestion) -> str:
        """Return what a value is called, or what a field finds; empty where it says so itself."""
        if not suggestion.value:
            return self._field_words().get(suggestion.field, "")
        name = suggestion.name or self._word(suggestion.field, suggestion.value)
        if suggestion.called and suggestion.called != name:
            return self.tr("{0} · also {1}").format(name, suggestion.called)
        return name

    def _field_words(self) -> dict[str, str]:
        return {
            "actor": self.tr("who is involved"),
            "place": self.tr("where it happened"),
            "tag": self.tr("tag set by the author"),
            "section": self.tr("section of the briefing"),
            "type": self.tr("kind of claim"),
            "confidence": self.tr("stated confidence"),
            "source": self.tr("source it rests on"),
            "id": self.tr("number of a claim"),
            "date": self.tr("a date or a range, 2021-08..2022"),
            "family": self.tr("reported, said, judged, advised"),
            "status": self.tr("current, superseded, disputed …"),
        }

    @staticmethod
    def _word(field: str, value: str) -> str:
        match field:
            case "type":
                return words.type_word(ClaimType(value))
            case "family":
                return words.family_word(Family(value))
            case "confidence":
                return words.confidence_words(Confidence(value))
            case "status":
                return words.status_word(Status(value))
            case _:
                return ""


class _Delegate(QtWidgets.QStyledItemDelegate):
    """Draws value, name and count in columns."""

    def __init__(self, rows: SuggestionModel, theme: Theme) -> None:
        super().__init__(rows)
        self._rows = rows
        self.theme = theme
        self.mirrored = False
        self.chosen = -1
        self.longest_px = 0.0  # of what is put in

    def row_px(self) -> int:
        return max(self.theme.line_px("id_row"), self.theme.line_px("row")) + 2 * _ROW_PADDING_PX

    def sizeHint(self, option: QtWidgets.QStyleOptionViewItem, _index: ModelIndex) -> QtCore.QSize:
        """Return one line."""
        width: int = option.rect.width()
        return QtCore.QSize(width, self.row_px())

    def measure(self) -> None:
        """Find out how wide the column of values is."""
        metrics = QtGui.QFontMetricsF(self.theme.font("id_row"))
        texts = (suggestion.text for suggestion in self._rows.suggestions)
        self.longest_px = max(map(metrics.horizontalAdvance, texts), default=0.0) + 1

    def paint(
        self,
        painter: QtGui.QPainter,
        option: QtWidgets.QStyleOptionViewItem,
        index: ModelIndex,
    ) -> None:
        """Draw a row."""
        suggestion: Suggestion = index.data(ROW_ROLE)
        area: QtCore.QRect = option.rect
        theme = self.theme
        painter.save()
        painter.translate(area.topLeft())
        pen = Pen(painter, theme, area.width(), mirrored=self.mirrored)
        if index.row() == self.chosen:
            ground, frame = theme.colour("accent_bg"), theme.colour("accent")
            shown = frame if theme.framed else None
            pen.fill(0, 0, pen.width, area.height(), ground, radius=6, frame=shown, frame_px=2)
            pen.fill(0, 4, 3, area.height() - 8, frame, radius=1.5)
        x = float(_SIDE_PX)
        value = min(self.longest_px, pen.width * _VALUE_SHARE)
        middle = area.height() / 2
        ink, quiet = theme.colour("ink"), theme.colour("ink2")
        y = middle - theme.line_px("id_row") / 2
        pen.text(suggestion.text, "id_row", x, y, ink, max_width=value)
        count = f"{suggestion.count:,}" if suggestion.value else ""
        room = pen.text_width(count, "meta")
        y = middle - theme.line_px("meta") / 2
        pen.text(count, "meta", pen.width - _SIDE_PX - room, y, quiet)
        x += value + _GAP_PX
        room = pen.width - _SIDE_PX - (room + _GAP_PX if count else 0) - x
        if room > theme.line_px("row"):
            y = middle - theme.line_px("row") / 2
            pen.text(self._rows.name(suggestion), "row", x, y, quiet, max_width=room)
        painter.restore()


class SuggestionPopup(QtWidgets.QFrame):
    """A card over the window with the suggestions in it, and how to take one."""

    taken = QtCore.Signal(object)  # Suggestion

    def __init__(self, theme: Theme, window: QtWidgets.QWidget) -> None:
        """Be hidden; `window` is what the card is kept inside of."""
        super().__init__(window)
        self._theme = theme
        self._rows = SuggestionModel(self)
        self._delegate = _Delegate(self._rows, theme)
        self._list = QtWidgets.QListView(self)
        self._list.setModel(self._rows)
        self._list.setItemDelegate(self._delegate)
        self._list.setFrameShape(QtWidgets.QFrame.Shape.NoFrame)
        self._list.setUniformItemSizes(True)
        self._list.setMouseTracking(True)
        self._list.setAccessibleName(self.tr("Suggestions"))
        self._list.setHorizontalScrollBarPolicy(QtCore.Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.entered.connect(self._on_pointed)
        self._list.clicked.connect(self._on_clicked)
        for part in (self, self._list, self._list.viewport()):
            part.setFocusPolicy(QtCore.Qt.FocusPolicy.NoFocus)
        self.setCursor(QtCore.Qt.CursorShape.ArrowCursor)
        self.set_theme(theme)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        self._theme = self._delegate.theme = theme
        palette = self._list.palette()
        palette.setColor(QtGui.QPalette.ColorRole.Base, theme.colour("raised"))
        palette.setColor(QtGui.QPalette.ColorRole.Highlight, QtCore.Qt.GlobalColor.transparent)
        self._list.setPalette(palette)
        self._list.viewport().setPalette(palette)
        self.update()

    def suggestions(self) -> tuple[Suggestion, ...]:
        """Return what is offered, chosen or not."""
        return self._rows.suggestions

    def offer(self, suggestions: Sequence[Suggestion], field: QtCore.QRect) -> None:
        """Offer these below the field, whose box is given in the window; none of them is chosen."""
        if not suggestions:
            self.hide()
            return
        new = tuple(suggestions) != self._rows.suggestions
        if new:
            self._rows.set_suggestions(suggestions)
        self._delegate.measure()
        self._choose(-1)
        self._delegate.mirrored = self.isRightToLeft()
        self._place(field)
        if not self.isVisible():
            self.show()
        self.raise_()
        if new:
            announce(self, self._opening_words())

    def chosen(self) -> Suggestion | None:
        """Return the one that the reader has moved to."""
        number = self._delegate.chosen
        return self._rows.suggestions[number] if number >= 0 else None

    def step(self, by: int) -> bool:
        """Choose another; return False at the ends, where there is none."""
        number = self._delegate.chosen + by
        if not -1 <= number < len(self._rows.suggestions):
            return False
        self._choose(number)
        if number >= 0:
            place = self.tr("{0} of {1}").format(number + 1, len(self._rows.suggestions))
            chosen = self._rows.suggestions[number]
            announce(self, f"{self._rows.sentence(chosen)}, {place}")
        return True

    def take(self) -> None:
        """Take the chosen one, or else the first."""
        self.taken.emit(self.chosen() or self._rows.suggestions[0])

    def _choose(self, number: int) -> None:
        self._delegate.chosen = number
        index = self._rows.index(number, 0) if number >= 0 else QtCore.QModelIndex()
        self._list.setCurrentIndex(index)
        if number < 0:
            self._list.scrollToTop()
        self._list.viewport().update()

    def _opening_words(self) -> str:
        number = len(self._rows.suggestions)
        if number == 1:
            said = self._rows.sentence(self._rows.suggestions[0])
            return self.tr("1 suggestion: {0}. Tab takes it.").format(said)
        return self.tr("{0} suggestions. Down chooses, Tab takes.").format(number)

    @QtCore.Slot(QtCore.QModelIndex)
    def _on_pointed(self, index: QtCore.QModelIndex) -> None:
        self._delegate.chosen = index.row()
        self._list.viewport().update()

    @QtCore.Slot(QtCore.QModelIndex)
    def _on_clicked(self, index: QtCore.QModelIndex) -> None:
        self.taken.emit(index.data(ROW_ROLE))

    # place and paint

    def _place(self, field: QtCore.QRect) -> None:
        air, row = _SHADOW_PX, self._delegate.row_px()
        shown = min(len(self._rows.suggestions), _ROWS_SHOWN)
        foot = self._foot_px()
        window = self.window().height()
        top = field.bottom() + 3
        room = window - top - foot - 2 * _EDGE_PX - 8
        list_px = max(min(shown * row, room // row * row), row)
        card = QtCore.QRect(field.left(), top, field.width(), list_px + foot + 2 * _EDGE_PX)
        self.setGeometry(card.adjusted(-air, -air, air, air))
        inside = air + _EDGE_PX
        self._list.setGeometry(inside, inside, card.width() - 2 * _EDGE_PX, list_px)
        self._list.visualRect(self._rows.index(0, 0))  # lays out now, or it paints twice

    def _foot_px(self) -> int:
        return self._theme.line_px("meta") + 10

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        """Draw shadow, card and foot."""
        painter = QtGui.QPainter(self)
        theme, air = self._theme, _SHADOW_PX
        pen = Pen(painter, theme, self.width(), mirrored=self.isRightToLeft())
        card = QtCore.QRectF(self.rect()).adjusted(air, air, -air, -air)
        painter.setPen(QtCore.Qt.PenStyle.NoPen)
        for step, alpha in enumerate(_SHADOW_ALPHA):
            grown = len(_SHADOW_ALPHA) - step
            painter.setBrush(QtGui.QColor(0, 0, 0, alpha))
            shade = card.adjusted(-grown, -grown + 2, grown, grown + 3)
            painter.drawRoundedRect(shade, _RADIUS_PX + grown, _RADIUS_PX + grown)
        frame, ground = theme.colour("edge"), theme.colour("raised")
        pen.fill(air, air, card.width(), card.height(), ground, radius=_RADIUS_PX, frame=frame)
        top = self.height() - air - self._foot_px()
        pen.rule(air + 1, top, card.width() - 2, theme.colour("hair"))
        hint = self.tr("↓ chooses   Tab takes   Esc closes")
        x = air + _EDGE_PX + _SIDE_PX
        room = card.width() - 2 * (_EDGE_PX + _SIDE_PX)
        pen.text(hint, "meta", x, top + 5, theme.colour("ink2"), max_width=room)
        painter.end()
