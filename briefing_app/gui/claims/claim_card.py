"""The card of the selected claim, below the list: the record in full, and what to do with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

from briefing_app.gui.claims.claim_card_body import ClaimCardBody
from briefing_app.gui.kit.painted_buttons import ActionButton, IconButton, LinkButton
from briefing_app.gui.kit.pen import Pen, badge_height
from briefing_app.gui.words import claim_record
from briefing_app.gui.words import model_words as words

if TYPE_CHECKING:
    from briefing_app.gui.theme.theme import Theme
    from briefing_app.model.claim import Claim
    from briefing_app.model.cross_references import CrossReferences
    from briefing_app.search.results import Span

_PADDING_PX = 16
_TOP_PX = 12
_GAP_PX = 8
_SHARE = 0.45  # of its column's height, at most


class ClaimCard(QtWidgets.QWidget):
    """Head, statement, record, buttons; folds to its short form, scrolls when too tall."""

    show_requested = QtCore.Signal(str)
    citation_requested = QtCore.Signal(str)
    claim_link_activated = QtCore.Signal(str)
    place_link_activated = QtCore.Signal(str, int)  # section id, paragraph
    entity_link_activated = QtCore.Signal(str)
    source_link_activated = QtCore.Signal(str)
    query_requested = QtCore.Signal(str)  # to list claims that share something with this one
    show_all_requested = QtCore.Signal()
    height_changed = QtCore.Signal()
    folded_changed = QtCore.Signal(bool)

    def __init__(
        self, references: CrossReferences, theme: Theme, parent: QtWidgets.QWidget | None = None
    ) -> None:
        """Start hidden: no claim is selected."""
        super().__init__(parent)
        self._references = references
        self._theme = theme
        self._claim: Claim | None = None
        self._folded = False
        self._tight = False  # there is no room for the whole of it
        self._opened_when_tight = False
        self._fold = IconButton("", "chevron_down", theme, side_px=24, parent=self)
        self._fold.clicked.connect(self._on_fold)
        self._not_listed = QtWidgets.QLabel(self.tr("Not among these results."), self)
        self._show_all = LinkButton(self.tr("Show all"), theme, parent=self)
        self._show_all.setAccessibleName(self.tr("Show all claims"))
        self._show_all.clicked.connect(self.show_all_requested)
        self._body = ClaimCardBody(references, theme)
        self._body.link_followed.connect(self._on_link)
        self.scroll_area = QtWidgets.QScrollArea(self)
        self._show = ActionButton(
            self.tr("Show in text"), theme, icon="arrow_right", primary=True, parent=self
        )
        self._show.clicked.connect(self._on_show)
        self.copy_button = ActionButton(
            self.tr("Copy with citation"), theme, icon="copy", parent=self
        )
        self.copy_button.clicked.connect(self._on_copy)
        self._hint = QtWidgets.QLabel("Ctrl+Shift+C", self)
        self._set_up()
        self.set_listed(listed=True)
        self.set_theme(theme)
        self._name_fold()
        self.hide()

    def _set_up(self) -> None:
        self.scroll_area.setFrameShape(QtWidgets.QFrame.Shape.NoFrame)
        self.scroll_area.setHorizontalScrollBarPolicy(QtCore.Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroll_area.setFocusPolicy(QtCore.Qt.FocusPolicy.NoFocus)
        self.scroll_area.setWidget(self._body)
        self.scroll_area.viewport().setAutoFillBackground(False)
        self._body.setAutoFillBackground(False)
        for label in (self._not_listed, self._hint):
            label.setTextFormat(QtCore.Qt.TextFormat.PlainText)
        keys = QtGui.QKeySequence("Ctrl+Shift+C")
        self._hint.setText(keys.toString(QtGui.QKeySequence.SequenceFormat.NativeText))
        for before, after in (
            (self._fold, self._show_all),
            (self._show_all, self._body),
            (self._body, self._show),
            (self._show, self.copy_button),
        ):
            QtWidgets.QWidget.setTabOrder(before, after)

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        self._theme = theme
        for part in (self._fold, self._show_all, self._body, self._show, self.copy_button):
            part.set_theme(theme)
        for label in (self._not_listed, self._hint):
            label.setFont(theme.font("meta"))
            palette = label.palette()
            palette.setColor(QtGui.QPalette.ColorRole.WindowText, theme.colour("ink2"))
            label.setPalette(palette)
        self._arrange()
        self.height_changed.emit()

    def claim_under(self, _place: QtCore.QPoint | None) -> tuple[str, QtCore.QRect]:
        """Return the claim and its box."""
        return self.claim_id(), self.rect()

    def claim_id(self) -> str:
        """Return the id of the claim it shows; empty if none."""
        return self._claim.id if self._claim else ""

    def show_claim(self, claim_id: str, matched: tuple[Span, ...] = ()) -> None:
        """Show a claim; `matched` are the query's words in its statement."""
        claim = self._references.claims[claim_id]
        is_new = claim is not self._claim
        self._claim = claim
        self._body.show_claim(claim, matched)
        kind = words.type_word(claim.type)
        self.setAccessibleName(self.tr("Claim {0}, {1}").format(claim.id, kind))
        self.setVisible(True)
        self._arrange()
        if is_new:
            self.scroll_area.verticalScrollBar().setValue(0)
        self.height_changed.emit()
        self.update()

    def set_listed(self, *, listed: bool) -> None:
        """Say whether the list has the claim; if not, a line says so."""
        if self._not_listed.isVisibleTo(self) == (not listed):
            return
        self._not_listed.setVisible(not listed)
        self._show_all.setVisible(not listed)
        self._arrange()
        self.height_changed.emit()

    def is_folded(self) -> bool:
        """Return whether only its short form is shown: by wish, or for want of room."""
        return not self._opened_when_tight if self._tight else self._folded

    def set_folded(self, folded: bool) -> None:
        """Fold to the short form, or open, from now on."""
        if folded != self._folded:
            self._folded = folded
            self._follow_fold()
            self.folded_changed.emit(folded)

    def set_tight(self, *, tight: bool) -> None:
        """Show the short form where there is little room; opened there, it is for this time."""
        if tight != self._tight:
            self._tight, self._opened_when_tight = tight, False
            self._follow_fold()

    def _follow_fold(self) -> None:
        folded = self.is_folded()
        self._body.set_folded(folded=folded, tight=self._tight)
        for part in (self._show, self.copy_button):
            part.setVisible(not folded)
        self._name_fold()
        self._arrange()
        self.height_changed.emit()

    def _name_fold(self) -> None:
        folded = self.is_folded()
        self._fold.set_icon("chevron_up" if folded else "chevron_down")
        self._fold.set_name(self.tr("Show details") if folded else self.tr("Hide details"))

    def fit_into(self, column: QtCore.QSize, *, tight: bool) -> bool:
        """Take the height it needs, up to its share of a column; return whether that is new."""
        self.set_tight(tight=tight)
        wanted = self.preferred_height(column.width())
        height = min(wanted, round(column.height() * _SHARE))
        is_new = height != self.height() or not self.isVisible()
        if is_new:
            self.setFixedHeight(height)
        return is_new

    def preferred_height(self, width: int) -> int:
        """Return the height in pixels at which nothing needs to scroll."""
        return self._above() + self._body.lay_out(width - 2 * _PADDING_PX) + self._below()

    def _above(self) -> int:
        head = _TOP_PX + max(self._theme.px(24), self._theme.line_px("id_card")) + 4
        if self._not_listed.isVisibleTo(self):
            head += self._theme.line_px("meta") + 4
        return head

    def _below(self) -> int:
        return 12 if self.is_folded() else _GAP_PX + self._show.sizeHint().height() + 14

    def _arrange(self) -> None:
        width, mirrored = self.width(), self.isRightToLeft()

        def place(part: QtWidgets.QWidget, x: int, y: int, w: int, h: int) -> None:
            part.setGeometry(width - x - w if mirrored else x, y, w, h)

        fold = self._theme.px(24)  # its icon ends where the words do
        place(self._fold, width - _PADDING_PX - fold + 4, _TOP_PX, fold, fold)
        above, below = self._above(), self._below()
        line = self._theme.line_px("meta")
        note = self._not_listed.sizeHint().width()
        place(self._not_listed, _PADDING_PX, above - line - 6, note, line)
        link = self._show_all.sizeHint()
        place(self._show_all, _PADDING_PX + note + 8, above - line - 7, link.width(), link.height())
        inner = width - 2 * _PADDING_PX
        content = self._body.lay_out(inner)
        room = max(0, self.height() - above - below)
        self._body.resize(inner, content)
        # the bar stands in the padding, so that the words do not move when it comes
        place(self.scroll_area, _PADDING_PX, above, inner + _PADDING_PX, room)
        if mirrored:
            self.scroll_area.setGeometry(0, above, inner + _PADDING_PX, room)
        self._arrange_buttons(place, width)

    def _arrange_buttons(self, place: object, width: int) -> None:
        assert callable(place)
        self.copy_button.setText(self.tr("Copy with citation"))
        room = width - 2 * _PADDING_PX - self._show.sizeHint().width() - _GAP_PX
        if self.copy_button.sizeHint().width() > room:
            self.copy_button.setText(self.tr("Copy"))
        show, copy = self._show.sizeHint(), self.copy_button.sizeHint()
        y = self.height() - 14 - show.height()
        place(self._show, _PADDING_PX, y, show.width(), show.height())
        x = _PADDING_PX + show.width() + _GAP_PX
        place(self.copy_button, x, y, copy.width(), copy.height())
        hint = self._hint.sizeHint().width()
        left = width - _PADDING_PX - hint
        place(self._hint, left, y, hint, show.height())
        self._hint.setVisible(not self.is_folded() and left >= x + copy.width() + _GAP_PX)

    def resizeEvent(self, _event: QtGui.QResizeEvent) -> None:
        """Place the parts."""
        self._arrange()

    def changeEvent(self, event: QtCore.QEvent) -> None:
        """Follow a change of the layout direction."""
        super().changeEvent(event)
        if event.type() == QtCore.QEvent.Type.LayoutDirectionChange:
            self._arrange()

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        """Home and End go to the ends of the record; the other keys scroll by themselves."""
        bar = self.scroll_area.verticalScrollBar()
        if event.key() == QtCore.Qt.Key.Key_Home:
            bar.setValue(bar.minimum())
        elif event.key() == QtCore.Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        """Draw the ground and the head."""
        painter = QtGui.QPainter(self)
        theme = self._theme
        pen = Pen(painter, theme, self.width(), mirrored=self.isRightToLeft())
        pen.rule(0, 0, self.width(), theme.colour("raised"), self.height())
        pen.rule(0, 0, self.width(), theme.colour("rule"))
        claim = self._claim
        if claim is not None:
            x = float(_PADDING_PX)
            middle = _TOP_PX + 12
            y = middle - theme.line_px("id_card") / 2
            x += pen.text(claim.id, "id_card", x, y, theme.colour("accent"), max_width=160) + 10
            x += pen.badge(
                words.type_word(claim.type), claim.family, x, middle - badge_height(theme) / 2
            )
            context = claim_record.context_words(claim, self._references)
            room = self.width() - x - 8 - _PADDING_PX - self._theme.px(24)
            y = middle - theme.line_px("meta") / 2
            pen.text(context, "meta", x + 8, y, theme.colour("ink2"), max_width=max(room, 1))
        painter.end()

    @QtCore.Slot()
    def _on_fold(self) -> None:
        if self._tight:
            self._opened_when_tight = not self._opened_when_tight
            self._follow_fold()
        else:
            self.set_folded(not self._folded)

    @QtCore.Slot()
    def _on_show(self) -> None:
        self.show_requested.emit(self.claim_id())

    @QtCore.Slot()
    def _on_copy(self) -> None:
        self.citation_requested.emit(self.claim_id())

    @QtCore.Slot(str)
    def _on_link(self, target: str) -> None:
        kind, _, rest = target.partition(":")
        if kind == "claim":
            self.claim_link_activated.emit(rest)
        elif kind == "place":
            section, _, paragraph = rest.rpartition("#")
            self.place_link_activated.emit(section, int(paragraph))
        elif kind == "entity":
            self.entity_link_activated.emit(rest)
        elif kind == "source":
            self.source_link_activated.emit(rest)
        elif kind == "query":
            self.query_requested.emit(rest)
