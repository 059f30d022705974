"""When the hover card comes and goes: after a rest on the words, at once by the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore

from briefing_app.gui.kit.announce import announce
from briefing_app.gui.prose.prose_pointer import Pointed

if TYPE_CHECKING:
    from PySide6 import QtWidgets

    from briefing_app.gui.claims.hover_card import HoverCard
    from briefing_app.gui.prose.places_in_view import PlacesInView
    from briefing_app.gui.prose.prose_marks import ProseMarks
    from briefing_app.gui.prose.prose_names import NamePlace, ProseNames
    from briefing_app.gui.prose.prose_scroll import ProseScroll
    from briefing_app.gui.theme.theme import Theme
    from briefing_app.model.cross_references import CrossReferences

REST_MS = 350
_MOST_NAMES = 4  # explained at once
_GRACE_MS = 300  # to get from the words to the card


class ProseHover(QtCore.QObject):
    """Watches the pointer for one text; makes the card when it is first wanted."""

    def __init__(
        self,
        text: QtWidgets.QAbstractScrollArea,
        places: PlacesInView,
        marks: ProseMarks,
        *,
        scroller: ProseScroll,
        names: ProseNames,
        references: CrossReferences,
        theme: Theme,
    ) -> None:
        """Show nothing yet."""
        super().__init__(text)
        self._text = text
        self._places = places
        self._marks = marks
        self._scroller = scroller
        self._names = names
        self._references = references
        self._theme = theme
        self._card: HoverCard | None = None
        self._pointed: Pointed | None = None
        self._name: NamePlace | None = None
        self._held = False
        self._where = QtCore.QPoint()
        self._rest = self._timer(REST_MS, self._show)
        self._grace = self._timer(_GRACE_MS, self._leave)

    def _timer(self, milliseconds: int, slot: object) -> QtCore.QTimer:
        timer = QtCore.QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(slot)
        return timer

    def set_theme(self, theme: Theme) -> None:
        """Restyle the card; its words may stand elsewhere now, so it goes."""
        self._theme = theme
        self.hide_now()
        if self._card is not None:
            self._card.set_theme(theme)

    def hold(self, *, held: bool) -> None:
        """Show no card at the pointer for a while, or do so again."""
        self._held = held
        if held:
            self.hide_now()

    def point_at(self, pointed: Pointed | None, where: QtCore.QPoint) -> None:
        """Take note of what the pointer is on; `where` is in the viewport."""
        if pointed is not None and not pointed.claims:
            pointed = None
        in_margin = pointed is not None and pointed.in_margin
        name = None if in_margin else self._names.at(where)
        if pointed is None and name is not None:
            pointed = Pointed()
        if pointed is None:
            self._rest.stop()
            if self.is_shown():
                if not self._grace.isActive() and self._pointed is not None:
                    self._grace.start()
            else:
                self._marks.light_hovered(-1)
            self._pointed = None if not self.is_shown() else self._pointed
            return
        self._grace.stop()
        same = self._pointed is not None and self._pointed.mark == pointed.mark
        same = same and (name is None or name == self._name)
        if same and (self.is_shown() or self._rest.isActive()):
            return
        self._where, self._name = where, name
        self._pointed = pointed
        self._marks.light_hovered(pointed.mark)
        self._rest.start()

    def show_for_keyboard(self, mark: int, claim_id: str | None) -> None:
        """Show the record of the claim that the keyboard is on, at once."""
        if mark < 0 and claim_id:
            marks = self._marks.of(claim_id)
            mark = marks[0] if marks else -1
        if mark >= 0 and claim_id:
            self._rest.stop()
            self._pointed = None
            claims = (claim_id, *(c for c in self._marks.claims_of(mark) if c != claim_id))
            box = self._places.words_box(mark)
            names = self._names.between(*self._places.span_of(mark))
            self._place(claims, self._places.words_around(mark, box.center()), names)
            self._tell()
        elif mark < 0:
            self._show_names_of_paragraph()

    def _show_names_of_paragraph(self) -> None:
        """Explain the names of the topmost paragraph, where the keyboard is on no claim."""
        span = self._scroller.span_at_top()
        names = self._names.between(*span) if span is not None else []
        if span is not None and names:
            self._rest.stop()
            self._pointed = None
            box = self._places.box_of(*span)
            box.moveTop(max(box.top(), 0))
            self._place((), box, names)
            self._tell()

    def _tell(self) -> None:
        """Have a screen reader say what the card says."""
        if self._card is not None and self.is_shown():
            announce(self._card, self._card.accessibleDescription())

    def is_shown(self) -> bool:
        """Whether the card is to be seen."""
        return self._card is not None and self._card.isVisible()

    def hide_now(self) -> bool:
        """Take the card away; return whether there was one."""
        self._rest.stop()
        self._grace.stop()
        self._pointed = None
        was_shown = self.is_shown()
        if self._card is not None:
            self._card.dismiss()
        self._marks.light_hovered(-1)
        return was_shown

    @QtCore.Slot()
    def _show(self) -> None:
        if self._pointed is not None and not self._held:
            names = [self._name] if self._name is not None else []
            if self._pointed.mark >= 0:
                box = self._places.words_around(self._pointed.mark, self._where)
            elif self._name is not None:
                box = self._places.box_of(self._name.start, self._name.end)
            else:
                return
            self._place(self._pointed.claims, box, names)

    def _place(self, claims: tuple[str, ...], box: QtCore.QRect, names: list[NamePlace]) -> None:
        window = self._text.window()
        if self._card is None or self._card.parentWidget() is not window:
            from briefing_app.gui.claims.hover_card import HoverCard

            if self._card is not None:
                self._card.deleteLater()
            self._card = HoverCard(self._references, self._theme, window)
            self._card.left.connect(self._grace.start)
            self._card.dismissed.connect(self._on_dismissed)
            self._text.destroyed.connect(self._card.deleteLater)
        finder, names = self._names.finder, names[:_MOST_NAMES]
        lines = [finder.explanation(place.name) for place in names]
        self._card.set_names(lines, " ".join(finder.spoken(place.name) for place in names))
        corner = self._text.viewport().mapTo(window, box.topLeft())
        self._card.show_claims(claims, QtCore.QRect(corner, box.size()))

    @QtCore.Slot()
    def _leave(self) -> None:
        """The pointer has not come back in time: the card goes, unless the pointer is on it."""
        if self._card is not None and self._card.underMouse():
            return
        self.hide_now()

    @QtCore.Slot()
    def _on_dismissed(self) -> None:
        self._pointed = None
        self._marks.light_hovered(-1)
