"""The claims that a text says: which one is lit, where the keyboard is, the way to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore

from briefing_app.gui.kit.announce import announce
from briefing_app.gui.kit.flash import Flash

if TYPE_CHECKING:
    from PySide6 import QtWidgets

    from briefing_app.gui.prose.prose_body import ProseBody
    from briefing_app.gui.prose.prose_caret import ProseCaret
    from briefing_app.gui.prose.prose_scroll import ProseScroll
    from briefing_app.gui.prose.prose_state import ProseState
    from briefing_app.model.cross_references import CrossReferences


class ProseMarks(QtCore.QObject):
    """The marked words of one text; a mark is called by its index."""

    chosen = QtCore.Signal(str)  # claim id: by a click or Enter
    keyboard_moved = QtCore.Signal()  # to another claim

    def __init__(
        self,
        text: QtWidgets.QTextEdit,
        body: ProseBody,
        state: ProseState,
        *,
        scroller: ProseScroll,
        caret: ProseCaret,
        references: CrossReferences,
    ) -> None:
        """Light nothing yet."""
        super().__init__(text)
        self._text = text
        self._body = body
        self._state = state
        self._scroller = scroller
        self._caret = caret
        self._references = references
        self.flash = Flash(text)
        self.flash.strength_changed.connect(self._set_flash_strength)
        caret.moved.connect(self._follow_caret)

    # which there are

    def of(self, claim_id: str) -> list[int]:
        """Return the marks that say a claim."""
        return self._body.places.marks_of(claim_id)

    def claims_of(self, mark: int) -> tuple[str, ...]:
        """Return the claims that a mark says."""
        return self._body.places.marks[mark].claims

    def stops(self) -> list[tuple[int, str]]:
        """Return the claims in the order of the text, each with its mark."""
        marks = self._body.places.marks
        return [(n, claim) for n, mark in enumerate(marks) for claim in mark.claims]

    def sentence(self, claim_id: str) -> str:
        """Return a claim as a screen reader reads it."""
        claim = self._references.claims.get(claim_id)
        return f"{claim_id}. {claim.text}" if claim else claim_id

    def selected_claims(self) -> tuple[str, ...]:
        """Return the claims that the selected words say, whole or in part."""
        cursor = self._text.textCursor()
        if not cursor.hasSelection():
            return ()
        marks = self._body.places.marks_between(cursor.selectionStart(), cursor.selectionEnd())
        return tuple(dict.fromkeys(claim for n in marks for claim in self.claims_of(n)))

    # what is lit

    def select(self, claim_id: str | None) -> None:
        """Light a claim's words and id; None lights none."""
        if (claim_id or "") != self._state.selected:
            self.flash.stop()
            self._state.selected = claim_id or ""
            self._text.viewport().update()

    def choose(self, claim_id: str) -> None:
        """Light a claim because the reader wants it, and tell of it."""
        self.select(claim_id)
        self.chosen.emit(claim_id)

    def choose_next_of(self, claims: tuple[str, ...]) -> None:
        """Choose the claim that a click on words means; each click goes on to the next."""
        index = claims.index(self._state.selected) + 1 if self._state.selected in claims else 0
        self.choose(claims[index % len(claims)])

    def light_hovered(self, mark: int) -> None:
        """Light the words that the pointer is on; -1 = none."""
        if mark != self._state.hovered_mark:
            self._state.hovered_mark = mark
            self._text.viewport().update()

    @QtCore.Slot(float)
    def _set_flash_strength(self, strength: float) -> None:
        self._state.flash_strength = strength
        self._text.viewport().update()

    def show(self, claim_id: str, *, flash: bool) -> bool:
        """Select a claim and scroll to where it is first said; return whether it is said here."""
        if not self.of(claim_id):
            self._body.finish()
        self.select(claim_id)
        marks = self.of(claim_id)
        if not marks:
            return False
        start = self._body.places.marks[marks[0]].start
        self._scroller.show_position(start)
        self._caret.put(start)
        if flash:
            self.flash.start()
        return True

    # where the keyboard is

    def current_claim(self) -> str | None:
        """Return the claim that the keyboard is on, else the selected one."""
        return self._state.keyboard_claim or self._state.selected or None

    @property
    def has_keyboard(self) -> bool:
        """Whether the keyboard has been moved to a claim, by more than a caret."""
        return self._state.current_mark >= 0

    def of_keyboard(self) -> tuple[int, str | None]:
        """Return the mark and the claim that the keyboard or the caret is on; -1 for no mark."""
        state = self._state
        if not self.has_keyboard and self._caret.is_on:
            here = self._caret.position()
            for mark in self._body.places.marks_between(here, here + 1):
                claims = self.claims_of(mark)
                return mark, state.selected if state.selected in claims else claims[0]
        return state.current_mark, state.keyboard_claim or state.selected or None

    def step(self, by: int) -> str | None:
        """Move the keyboard to the next claim (1) or the one before (-1); return its id.

        None after the last one and before the first one.
        """
        self._body.finish()
        stops = self.stops()
        if not stops:
            return None
        here = (self._state.current_mark, self._state.keyboard_claim)
        index = stops.index(here) + by if here in stops else self._first_stop(stops, by)
        if not 0 <= index < len(stops):
            return None
        self._go_to(*stops[index])
        return stops[index][1]

    def _first_stop(self, stops: list[tuple[int, str]], by: int) -> int:
        """The first stop in view, going down; the last one above the middle, going up."""
        scroll, height = self._text.verticalScrollBar().value(), self._text.viewport().height()
        places = self._body.places
        units = self._body.geometry.units_between(scroll, scroll + height)
        start = places.units[units[0][0]].start if units else 0
        below = [n for n, (mark, _) in enumerate(stops) if places.marks[mark].start >= start]
        if by > 0:
            return below[0] if below else len(stops)
        return (below[0] if below else len(stops)) - 1

    def go_to(self, mark: int, claim_id: str) -> None:
        """Put the keyboard on a claim of the text and choose it."""
        self._go_to(mark, claim_id)
        self.choose(claim_id)

    def _go_to(self, mark: int, claim_id: str) -> None:
        self._state.current_mark, self._state.keyboard_claim = mark, claim_id
        self.keyboard_moved.emit()
        place = self._body.places.marks[mark]
        self._scroller.show_span(place.start, place.end)
        self._caret.put(place.start)
        self._text.viewport().update()
        announce(self._text, self.sentence(claim_id))

    def leave(self) -> bool:
        """Take the keyboard off the claims; return whether it was on one."""
        if not self.has_keyboard:
            return False
        self._state.current_mark, self._state.keyboard_claim = -1, ""
        self._text.viewport().update()
        return True

    @QtCore.Slot(int)
    def _follow_caret(self, position: int) -> None:
        """Leave the claim that the keyboard was on when the caret leaves its words."""
        if self.has_keyboard:
            place = self._body.places.marks[self._state.current_mark]
            if not place.start <= position <= place.end:
                self.leave()
