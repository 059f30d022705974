"""The reading pane: one section's prose in a column, its claims marked and named in the margins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

from briefing_app.gui.kit.announce import announce
from briefing_app.gui.kit.flash import Flash
from briefing_app.gui.prose.prose_column import ProseStyle
from briefing_app.gui.prose.prose_hover import ProseHover
from briefing_app.gui.prose.prose_links import ProseLinks
from briefing_app.gui.prose.prose_menu import ProseMenu
from briefing_app.gui.prose.prose_pointer import Pointed, pointed_at
from briefing_app.gui.state.reading_place import paragraph_now, place_in

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from briefing_app.gui.state.reading_place import ReadingPlace
    from briefing_app.gui.theme.theme import Theme
    from briefing_app.model.cross_references import CrossReferences
    from briefing_app.model.prose import Block

__all__ = ["ProseStyle", "ProseView"]  # who makes a view needs both

_WHEEL_STEP = 120  # eighths of a degree


class ProseView(ProseLinks):
    """One section, or the bottom line, to read; nothing is followed, fetched or run."""

    claim_selected = QtCore.Signal(str)
    claim_activated = QtCore.Signal(str)  # double-clicked: to be shown where its section says it
    place_changed = QtCore.Signal(int)  # ¶ of the topmost paragraph in view
    citation_requested = QtCore.Signal(str)  # claim id
    place_copied_requested = QtCore.Signal(int)  # ¶ number
    zoom_requested = QtCore.Signal(int)  # steps; positive is larger

    def __init__(
        self,
        blocks: Sequence[Block],
        references: CrossReferences,
        theme: Theme,
        *,
        section_id: str,
        style: ProseStyle,
        read_picture: Callable[[str], bytes],
        title: str = "",
        subtitle: str = "",
        parent: QtWidgets.QWidget | None = None,
    ) -> None:
        """Show `blocks`; `read_picture` gives a picture's bytes or raises a BriefingError."""
        super().__init__(
            blocks,
            references,
            theme,
            style=style,
            read_picture=read_picture,
            title=title,
            subtitle=subtitle,
            parent=parent,
        )
        self.section_id = section_id
        self._last_paragraph = 0
        self._wheel = 0
        self._pressed: QtCore.QPoint | None = None
        self._flash = Flash(self)
        self._flash.strength_changed.connect(self._set_flash_strength)
        self._hover = ProseHover(self, references, theme)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        if self._made.places.marks or not self._made.is_complete:
            self.setAccessibleDescription(
                self.tr(
                    "F6 and Shift+F6 step through the claims, Enter selects the claim, "
                    "Ctrl+Space shows who says it."
                )
            )

    # what others ask

    def set_theme(self, theme: Theme) -> None:
        """Restyle: colours, faces or the reading size."""
        self._flash.stop()
        self._hover.set_theme(theme)
        super().set_theme(theme)

    def select_claim(self, claim_id: str | None) -> None:
        """Light a claim's words and id; None lights none."""
        if (claim_id or "") != self._state.selected:
            self._flash.stop()
            self._state.selected = claim_id or ""
            self.viewport().update()

    def show_claim(self, claim_id: str, *, flash: bool) -> bool:
        """Select a claim and scroll to where it is first said; return whether it is said here."""
        if not self._made.places.marks_of(claim_id):
            self.finish_building()
        self.select_claim(claim_id)
        marks = self._made.places.marks_of(claim_id)
        if not marks:
            return False
        self.scroll_to(self._made.places.marks[marks[0]].start)
        self.put_caret(self._made.places.marks[marks[0]].start)
        if flash:
            self._flash.start()
        return True

    def show_paragraph(self, number: int) -> bool:
        """Scroll to a paragraph; return whether there is one of that number."""
        if self._made.places.unit_numbered(number) is None:
            self.finish_building()
        unit = self._made.places.unit_numbered(number)
        if unit is not None:
            self.scroll_to(unit.start)
            self.put_caret(unit.start)
        return unit is not None

    def scroll_state(self) -> ReadingPlace | None:
        """Return the paragraph at the top; None at the very top of the text."""
        seen = self.paragraph_at_top()
        return place_in(self.references, self.section_id, *seen) if seen is not None else None

    def take_scroll_state(self, place: ReadingPlace) -> None:
        """Scroll to the paragraph that `scroll_state` told of, wherever it stands now."""
        number = paragraph_now(place, self.references)
        if number:
            self.show_paragraph_at(number, place.share)

    def next_claim(self) -> str | None:
        """Move the keyboard to the next claim; return its id, None after the last one."""
        return self._step(1)

    def previous_claim(self) -> str | None:
        """Move the keyboard to the claim before; return its id, None before the first one."""
        return self._step(-1)

    def current_claim(self) -> str | None:
        """Return the claim that the keyboard is on, else the selected one."""
        return self._state.keyboard_claim or self._state.selected or None

    def claims_in_selection(self) -> tuple[str, ...]:
        """Return the claims that the selected words say, whole or in part."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return ()
        places = self._made.places
        marks = places.marks_between(cursor.selectionStart(), cursor.selectionEnd())
        return tuple(dict.fromkeys(claim for n in marks for claim in places.marks[n].claims))

    def claim_at(self, position: QtCore.QPoint) -> str | None:
        """Return the claim at a place of the viewport: its words, or its id in the margin."""
        pointed = self.pointed_at(position)
        return pointed.claims[0] if pointed and pointed.claims else None

    def pointed_at(self, position: QtCore.QPoint) -> Pointed | None:
        """Return what can be clicked at a place of the viewport."""
        point = QtCore.QPointF(position) + QtCore.QPointF(0, self._scrolled())
        metrics = self._painter.number_metrics
        return pointed_at(self._geometry, self._made.places, point, metrics)

    def marks_of(self, claim_id: str) -> list[int]:
        """Return the indexes of the marks that say a claim."""
        return self._made.places.marks_of(claim_id)

    def claims_of(self, mark: int) -> tuple[str, ...]:
        """Return the claims that a mark says."""
        return self._made.places.marks[mark].claims

    def light_hovered(self, mark: int) -> None:
        """Light the words that the pointer is on; -1 = none."""
        if mark != self._state.hovered_mark:
            self._state.hovered_mark = mark
            self.viewport().update()

    # steps from claim to claim

    def go_to_stop(self, mark: int, claim_id: str) -> None:
        """Put the keyboard on a claim of the text and select it."""
        self._go_to(mark, claim_id)
        self._select(claim_id)

    def _step(self, by: int) -> str | None:
        self.finish_building()
        stops = self.claim_stops()
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
        scroll = self._scrolled()
        units = self._geometry.units_between(scroll, scroll + self.viewport().height())
        start = self._made.places.units[units[0][0]].start if units else 0
        marks = self._made.places.marks
        below = [n for n, (mark, _) in enumerate(stops) if marks[mark].start >= start]
        if by > 0:
            return below[0] if below else len(stops)
        return (below[0] if below else len(stops)) - 1

    def _go_to(self, mark: int, claim_id: str) -> None:
        self._state.current_mark, self._state.keyboard_claim = mark, claim_id
        self._hover.hide_now()
        place = self._made.places.marks[mark]
        self.show_span(place.start, place.end)
        self.put_caret(place.start)
        self.viewport().update()
        announce(self, self.claim_sentence(claim_id))

    # slots

    @QtCore.Slot(float)
    def _set_flash_strength(self, strength: float) -> None:
        self._state.flash_strength = strength
        self.viewport().update()

    @QtCore.Slot()
    def _on_scrolled(self) -> None:
        self._hover.hide_now()
        number = self.first_visible_paragraph()
        if number and number != self._last_paragraph:
            self._last_paragraph = number
            self.place_changed.emit(number)

    # keyboard, pointer, wheel

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        """Act on the claim that the keyboard is on; leave the window's own keys to the window."""
        key, keys = event.key(), QtCore.Qt.Key
        modifiers = QtCore.Qt.KeyboardModifier
        if key == keys.Key_Escape:
            if not self._hover.hide_now() and not self._leave_keyboard_claim():
                event.ignore()
        elif key == keys.Key_Space and event.modifiers() == modifiers.ControlModifier:
            self._hover.show_for_keyboard(*self.claim_of_keyboard())
        elif key in (keys.Key_Return, keys.Key_Enter) and self._enter():
            event.accept()
        elif event.modifiers() & modifiers.AltModifier:
            event.ignore()  # Alt+Left and the like are the window's, not the browser's
        else:
            super().keyPressEvent(event)

    def _enter(self) -> bool:
        """Select the claim that the keyboard is on, or follow the caret's link; False for none."""
        mark, claim_id = self.claim_of_keyboard()
        if self._state.current_mark < 0 and self.follow_link_at_caret():
            return True
        if mark >= 0 and claim_id:
            self._select(claim_id)
            return True
        return False

    def _select(self, claim_id: str) -> None:
        self._hover.hide_now()
        self.select_claim(claim_id)
        self.claim_selected.emit(claim_id)

    def mousePressEvent(self, event: QtGui.QMouseEvent) -> None:
        """Note where a click begins."""
        self._pressed = None
        self._hover.hide_now()
        if event.button() == QtCore.Qt.MouseButton.LeftButton:
            self._pressed = event.position().toPoint()
            pointed = self.pointed_at(self._pressed)
            if pointed and pointed.in_margin:
                event.accept()
                return
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QtGui.QMouseEvent) -> None:
        """Take a click, but not a drag, for what it stands on."""
        pressed, self._pressed = self._pressed, None
        here = event.position().toPoint()
        super().mouseReleaseEvent(event)
        if pressed is None or event.button() != QtCore.Qt.MouseButton.LeftButton:
            return
        distance = (here - pressed).manhattanLength()
        if distance >= QtWidgets.QApplication.startDragDistance() or self.anchorAt(here):
            return
        pointed = self.pointed_at(here)
        if pointed is None or (self.textCursor().hasSelection() and not pointed.in_margin):
            return
        if pointed.number:
            self.place_copied_requested.emit(pointed.number)
        else:
            self._leave_keyboard_claim()
            self._select(self._next_of(pointed.claims))

    def mouseDoubleClickEvent(self, event: QtGui.QMouseEvent) -> None:
        """Ask for the claim to be shown where its section says it; else select the word.

        In a section's own text two clicks on words are wanted for the word.
        """
        pointed = self.pointed_at(event.position().toPoint())
        if pointed and pointed.claims and (pointed.in_margin or self._prose_style.embedded):
            self.claim_activated.emit(pointed.claims[0])
        else:
            super().mouseDoubleClickEvent(event)

    def _next_of(self, claims: tuple[str, ...]) -> str:
        """The claim that a click on words means; with several, each click goes on to the next."""
        if self._state.selected in claims:
            return claims[(claims.index(self._state.selected) + 1) % len(claims)]
        return claims[0]

    def mouseMoveEvent(self, event: QtGui.QMouseEvent) -> None:
        """Show what can be clicked, and the record of the claim that the pointer rests on."""
        super().mouseMoveEvent(event)
        if event.buttons() != QtCore.Qt.MouseButton.NoButton:
            self._hover.hide_now()
            return
        here = event.position().toPoint()
        pointed = self.pointed_at(here)
        if pointed is not None:
            self.viewport().setCursor(QtCore.Qt.CursorShape.PointingHandCursor)
        elif not self.anchorAt(here):
            in_text = self._geometry.column.left <= here.x() <= self._geometry.column.right
            shape = QtCore.Qt.CursorShape
            self.viewport().setCursor(shape.IBeamCursor if in_text else shape.ArrowCursor)
        self._hover.point_at(pointed, here)

    def leaveEvent(self, event: QtCore.QEvent) -> None:
        """Let the hover card go, unless the pointer goes to it."""
        self._hover.point_at(None, QtCore.QPoint())
        super().leaveEvent(event)

    def hideEvent(self, event: QtGui.QHideEvent) -> None:
        """Take the hover card and the flash away with the text."""
        self._hover.hide_now()
        self._flash.stop()
        super().hideEvent(event)

    def wheelEvent(self, event: QtGui.QWheelEvent) -> None:
        """Ask for another reading size with Ctrl; else scroll, or let the page scroll."""
        if event.modifiers() & QtCore.Qt.KeyboardModifier.ControlModifier:
            self._wheel += event.angleDelta().y()
            steps = int(self._wheel / _WHEEL_STEP)
            self._wheel -= steps * _WHEEL_STEP
            if steps:
                self.zoom_requested.emit(steps)
            event.accept()
        elif self._prose_style.embedded:
            event.ignore()
        else:
            super().wheelEvent(event)

    def contextMenuEvent(self, event: QtGui.QContextMenuEvent) -> None:
        """Offer what can be copied here."""
        self._hover.hide_now()
        by_mouse = event.reason() == QtGui.QContextMenuEvent.Reason.Mouse
        where = event.pos() if by_mouse else self._place_of_keyboard()
        menu = ProseMenu(self, where, by_mouse=by_mouse)
        menu.popup(self.viewport().mapToGlobal(where))

    def _place_of_keyboard(self) -> QtCore.QPoint:
        """Where in the viewport the claim or the caret is that the keyboard is on, else the top."""
        mark, _ = self.claim_of_keyboard()
        place = self.words_box(mark).center() if mark >= 0 else self.cursorRect().center()
        if self.viewport().rect().contains(place) and (mark >= 0 or self.textCursor().position()):
            return place
        span = self.span_at_top()
        if span is not None:
            place = self.box_of(*span).bottomLeft()
        return QtCore.QPoint(place.x(), max(place.y(), 0))

    def paragraph_at(self, position: QtCore.QPoint) -> int:
        """Return the ¶ number of what is at a place of the viewport; 0 where none is numbered."""
        y = position.y() + self._scrolled()
        for index, _ in self._geometry.units_between(y, y):
            if self._made.places.units[index].number:
                return self._made.places.units[index].number
        return 0
