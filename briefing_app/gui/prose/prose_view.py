"""The reading pane: one section's prose in a column, its claims marked and named in the margins."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
from PySide6 import QtCore, QtGui, QtWidgets

from briefing_app.gui.kit import accessible_class
from briefing_app.gui.kit.pen import Pen
from briefing_app.gui.prose.page_scroll import PageScroll
from briefing_app.gui.prose.places_in_view import PlacesInView
from briefing_app.gui.prose.prose_body import ProseBody
from briefing_app.gui.prose.prose_caret import ProseCaret
from briefing_app.gui.prose.prose_column import ProseStyle
from briefing_app.gui.prose.prose_hover import ProseHover
from briefing_app.gui.prose.prose_lights import ProseLights
from briefing_app.gui.prose.prose_links import ProseLinks
from briefing_app.gui.prose.prose_marks import ProseMarks
from briefing_app.gui.prose.prose_menu import AtHand, ProseMenu
from briefing_app.gui.prose.prose_mouse import ProseMouse
from briefing_app.gui.prose.prose_names import ProseNames
from briefing_app.gui.prose.prose_scroll import ProseScroll
from briefing_app.gui.prose.prose_state import ProseState
from briefing_app.gui.state.reading_place import paragraph_now, place_in
from briefing_app.gui.words.claim_record import paragraph_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from briefing_app.gui.prose.screen_reader_stops import ScreenReaderStops
    from briefing_app.gui.state.reading_place import ReadingPlace
    from briefing_app.gui.theme.theme import Theme
    from briefing_app.model.claim_lens import Seen
    from briefing_app.model.cross_references import CrossReferences
    from briefing_app.model.prose import Block

__all__ = ["ProseStyle", "ProseView"]  # who makes a view needs both

_LEAST_EMBEDDED_PX = 120
_RING_RADIUS_PX = 4
_RESIZED = QtCore.Qt.WidgetAttribute.WA_Resized


class ProseView(accessible_class.QTextEdit):
    """One section, or the bottom line, to read; nothing is followed, fetched or run.

    The parts do the work and know Qt's text widget, not this class: `body` (the text as it is set),
    `places` (where it stands in the viewport), `scroller`, `caret`, `marks` (its claims), `links`,
    `lights` (what stands out).
    """

    claim_selected = QtCore.Signal(str)
    claim_activated = QtCore.Signal(str)  # double-clicked: to be shown where its section says it
    place_changed = QtCore.Signal(int)  # ¶ of the topmost paragraph in view
    citation_requested = QtCore.Signal(str)  # claim id
    place_copied_requested = QtCore.Signal(int)  # ¶ number
    zoom_requested = QtCore.Signal(int)  # steps; positive is larger
    link_requested = QtCore.Signal(str)  # address

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
        area: QtWidgets.QScrollArea | None = None,
        parent: QtWidgets.QWidget | None = None,
    ) -> None:
        """Show `blocks`; `read_picture` gives a picture's bytes or raises a BriefingError.

        `area` is what scrolls where the text lies on a page with other things.
        """
        super().__init__(parent)
        self.section_id = section_id
        self.references = references
        self._last_paragraph = 0
        self._ring_shown = False
        self._stops: ScreenReaderStops | None = None  # made once a screen reader is there
        self._blank = QtGui.QImage(1, 1, QtGui.QImage.Format.Format_ARGB32)
        self._blank.fill(0)
        self._state = ProseState()
        self.body = ProseBody(
            self,
            blocks,
            theme,
            style,
            read_picture=read_picture,
            sign_of=self._sign_of,
            title=title,
            subtitle=subtitle,
        )
        self._make_parts(area)
        self._set_up_widget(title)
        self._connect_parts()
        self._set_anew(theme, style)

    def _make_parts(self, area: QtWidgets.QScrollArea | None) -> None:
        body, references = self.body, self.references
        self.places = PlacesInView(self, body)
        self.scroller = PageScroll(self, body, area) if area else ProseScroll(self, body)
        self.caret = ProseCaret(self, self.places)
        self.lights = ProseLights(self, body, self._state, references)
        self.links = ProseLinks(self, body, self.scroller)
        self.marks = ProseMarks(
            self,
            body,
            self._state,
            scroller=self.scroller,
            caret=self.caret,
            references=references,
        )
        self._hover = ProseHover(
            self,
            self.places,
            self.marks,
            scroller=self.scroller,
            names=ProseNames(self, body, self.places, references),
            references=references,
            theme=body.theme,
        )
        embedded = body.style.embedded
        self._mouse = ProseMouse(self, self.places, self.marks, self._hover, embedded=embedded)

    def _connect_parts(self) -> None:
        self.body.completed.connect(self._meet_screen_reader)
        self.body.picture_ready.connect(self.viewport().update)
        self.body.picture_lost.connect(self._set_without_picture)
        self.caret.moved.connect(self._follow_caret)
        self.links.followed.connect(self.link_requested)
        self.marks.keyboard_moved.connect(self._hover.hide_now)
        self.marks.chosen.connect(self._hover.hide_now)
        self.marks.chosen.connect(self.claim_selected)
        self._mouse.number_clicked.connect(self.place_copied_requested)
        self._mouse.claim_activated.connect(self.claim_activated)
        self._mouse.zoom_requested.connect(self.zoom_requested)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    def _set_up_widget(self, title: str) -> None:
        self.setFrameShape(QtWidgets.QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setReadOnly(True)
        # a viewport of ours: to find out what class Qt's own one has takes PySide 16 ms
        self.setViewport(QtWidgets.QWidget())
        self.viewport().setAutoFillBackground(False)
        self.viewport().setCursor(QtCore.Qt.CursorShape.IBeamCursor)
        self.viewport().setMouseTracking(True)
        off = QtCore.Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setHorizontalScrollBarPolicy(off)
        if self.body.style.embedded:
            self.setVerticalScrollBarPolicy(off)
            policy = self.sizePolicy()
            policy.setHeightForWidth(True)
            policy.setVerticalPolicy(QtWidgets.QSizePolicy.Policy.Minimum)
            self.setSizePolicy(policy)
        self.setAccessibleName(title or self.tr("Bottom line"))

    def _sign_of(self, claim_id: str) -> str:
        from briefing_app.gui.words.claim_standing import standing_sign

        claim = self.references.claims.get(claim_id)
        return standing_sign(claim, self.references) if claim else ""

    # setting the text

    def _set_anew(self, theme: Theme, style: ProseStyle) -> None:
        """Set the text: at first, and when theme, reading size or lines change."""
        self._colour(theme)
        self.body.set_anew(theme, style)
        self.lights.suit_document()
        if self.body.places.marks or not self.body.is_complete:
            self.setAccessibleDescription(
                self.tr(
                    "F6 and Shift+F6 step through the claims, Enter selects the claim, "
                    "Ctrl+Space shows who says it."
                )
            )

    def _colour(self, theme: Theme) -> None:
        palette = self.palette()
        role, colour = QtGui.QPalette.ColorRole, theme.colour
        palette.setColor(role.Base, colour("paper"))
        palette.setColor(role.Text, colour("ink"))
        palette.setColor(role.Link, colour("accent"))
        palette.setColor(role.Highlight, colour("accent"))
        palette.setColor(role.HighlightedText, colour("accent_ink"))
        self.setPalette(palette)

    @QtCore.Slot()
    def _set_without_picture(self) -> None:
        self.set_theme(self.body.theme)

    def set_theme(self, theme: Theme) -> None:
        """Restyle: colours, faces or the reading size."""
        self._restyle(theme, self.body.style)

    def set_lines(self, measure_px: int, *, justified: bool) -> None:
        """Set the text in lines of another width, which end on one edge or not."""
        old = self.body.style
        style = msgspec.structs.replace(old, measure_px=measure_px, justified=justified)
        if style != old and not style.embedded:
            self._restyle(self.body.theme, style)

    def _restyle(self, theme: Theme, style: ProseStyle) -> None:
        self.marks.flash.stop()
        self._hover.set_theme(theme)
        line, cursor = self.scroller.top_line(), self.textCursor()
        self._set_anew(theme, style)
        by_keys = QtCore.Qt.TextInteractionFlag.TextSelectableByKeyboard
        if cursor.hasSelection() or self.textInteractionFlags() & by_keys:
            self.body.finish()
            kept = self.textCursor()
            kept.setPosition(cursor.anchor())
            kept.setPosition(cursor.position(), QtGui.QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(kept)
        self.scroller.restore(line)
        self.updateGeometry()
        self.viewport().update()

    # what others ask

    def set_mark_strength(self, strength: str) -> None:
        """Show the lines under claims `quiet`, `strong` or `off`."""
        self.lights.set_mark_strength(strength)

    def set_lens(self, lens: Seen | None) -> None:
        """Let the words of some claims stand out and grey others; None greys nothing."""
        self.lights.set_lens(lens)

    def set_hits(self, spans_of: Callable[[str], Iterable[tuple[int, int]] | None] | None) -> None:
        """Mark the words that a search matches: `spans_of` gives a text's spans in code points."""
        self.lights.set_hits(spans_of)

    def set_found(self, spans: list[tuple[int, int]], current: int) -> None:
        """Mark what the find bar found, as sorted document positions; -1 = none is current."""
        self.lights.set_found(spans, current)
        if 0 <= current < len(spans):
            self.caret.put(spans[current][0])

    def select_claim(self, claim_id: str | None) -> None:
        """Light a claim's words and id; None lights none."""
        self.marks.select(claim_id)

    def hold_hover(self, *, held: bool) -> None:
        """Show no record at the pointer for a while, or do so again."""
        self._hover.hold(held=held)

    def show_claim(self, claim_id: str, *, flash: bool) -> bool:
        """Select a claim and scroll to where it is first said; return whether it is said here."""
        return self.marks.show(claim_id, flash=flash)

    def show_paragraph(self, number: int) -> bool:
        """Scroll to a paragraph; return whether there is one of that number."""
        unit = self.scroller.paragraph(number)
        if unit is not None:
            self.scroller.show_position(unit.start)
            self.caret.put(unit.start)
        return unit is not None

    def show_paragraph_at_top(self, number: int) -> None:
        """Scroll so that a paragraph, with the heading over it, begins at the top."""
        unit = self.scroller.paragraph(number)
        if unit is not None:
            self.caret.put(unit.start)
            self.scroller.begin_at_paragraph(number)

    def scroll_value(self) -> int:
        """Return how far the text, or the page that it lies on, is scrolled, in pixels."""
        return self.scroller.value()

    def set_scroll_value(self, value: int) -> None:
        """Scroll to where `scroll_value` was."""
        self.scroller.set_value(value)

    def scroll_state(self) -> ReadingPlace | None:
        """Return the paragraph at the top; None at the very top of the text."""
        seen = self.scroller.paragraph_at_top()
        return place_in(self.references, self.section_id, *seen) if seen is not None else None

    def take_scroll_state(self, place: ReadingPlace) -> None:
        """Scroll to the paragraph that `scroll_state` told of, wherever it stands now."""
        number = paragraph_now(place, self.references)
        if number:
            self.scroller.show_paragraph_at(number, place.share)

    def next_claim(self) -> str | None:
        """Move the keyboard to the next claim; return its id, None after the last one."""
        return self.marks.step(1)

    def previous_claim(self) -> str | None:
        """Move the keyboard to the claim before; return its id, None before the first one."""
        return self.marks.step(-1)

    def current_claim(self) -> str | None:
        """Return the claim that the keyboard is on, else the selected one."""
        return self.marks.current_claim()

    def selected_plain_text(self) -> str:
        """Return the selected words as the briefing has them."""
        cursor = self.textCursor()
        return self.body.places.source_text(cursor.selectionStart(), cursor.selectionEnd())

    def fit_height(self, width: int) -> int:
        """Return how high the view is to be in a width, in px, so that nothing is cut."""
        return self.heightForWidth(width)

    # slots

    @QtCore.Slot()
    def _on_scrolled(self) -> None:
        self._hover.hide_now()
        number = self.scroller.first_visible_paragraph()
        if number and number != self._last_paragraph:
            self._last_paragraph = number
            self.place_changed.emit(number)

    @QtCore.Slot(int)
    def _follow_caret(self, position: int) -> None:
        self.scroller.follow_caret(position)

    @QtCore.Slot()
    def _meet_screen_reader(self) -> None:
        """Give a screen reader, where one is there, the caret and the text's claims and links."""
        if not (self.body.is_complete and self.isVisible() and QtGui.QAccessible.isActive()):
            return
        self.caret.suit_reader()
        if self._stops is None:
            from briefing_app.gui.prose.screen_reader_stops import ScreenReaderStops

            self._stops = ScreenReaderStops(self, self.places, self.marks, self.links)
        self._stops.refresh()

    # Qt's: the text

    def loadResource(self, _kind: int, _name: QtCore.QUrl | str) -> Any:
        """Return an empty picture: with None, Qt would load one from the disk by its name."""
        return self._blank

    def createMimeDataFromSelection(self) -> QtCore.QMimeData:
        """Return the selected words as plain text, without what is there for display only."""
        data = QtCore.QMimeData()
        data.setText(self.selected_plain_text())
        return data

    # Qt's: layout

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        """Keep the line at the top where it is while the column changes."""
        if self.body.has_width and event.size().width() == event.oldSize().width():
            super().resizeEvent(event)
        else:
            line = self.scroller.top_line() if self.body.has_width else None
            self._fit(event)
            if self.viewport().width() != event.size().width():  # the scroll bar came or went
                self._fit(QtGui.QResizeEvent(self.viewport().size(), event.size()))
            self.scroller.restore(line)
            self.scroller.do_what_waited()
            if self.body.style.embedded:
                self.updateGeometry()
        if self._stops is not None:
            self._meet_screen_reader()

    def _fit(self, event: QtGui.QResizeEvent) -> None:
        """Set the column for the viewport's new width."""
        with self.body.fitted_to(event.size().width()):
            super().resizeEvent(event)

    def showEvent(self, event: QtGui.QShowEvent) -> None:
        """Stay where a jump before the first show has led; Qt would go to the text cursor."""
        line = self.scroller.top_line()
        super().showEvent(event)
        if line is None:
            self.verticalScrollBar().setValue(0)
        else:
            self.scroller.restore(line)
        QtCore.QTimer.singleShot(0, self, self._meet_screen_reader)

    def hideEvent(self, event: QtGui.QHideEvent) -> None:
        """Take the hover card and the flash away with the text."""
        self._hover.hide_now()
        self.marks.flash.stop()
        super().hideEvent(event)

    def changeEvent(self, event: QtCore.QEvent) -> None:
        """Turn the margins round when the window is mirrored."""
        super().changeEvent(event)
        if event.type() == QtCore.QEvent.Type.LayoutDirectionChange:
            self.body.turn_round()

    def heightForWidth(self, width: int) -> int:
        """Return how high the whole text is in a width, for embedding."""
        if not self.body.style.embedded:
            return super().heightForWidth(width)
        return self.body.height_in(width)

    def sizeHint(self) -> QtCore.QSize:
        """Return the size that the text asks for where it is embedded."""
        if not self.body.style.embedded:
            return super().sizeHint()
        measure = self.body.full_measure_px()
        width = self.width() if self.testAttribute(_RESIZED) else measure
        return QtCore.QSize(measure, self.heightForWidth(width))

    def minimumSizeHint(self) -> QtCore.QSize:
        """Return the least size: embedded text is never cut."""
        if not self.body.style.embedded:
            return super().minimumSizeHint()
        return QtCore.QSize(_LEAST_EMBEDDED_PX, self.heightForWidth(max(self.width(), 1)))

    # Qt's: painting

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        """Paint the paper and what lies under and beside the words, then the words."""
        painter = QtGui.QPainter(self.viewport())
        self.lights.paint(painter, event.rect())
        painter.end()
        super().paintEvent(event)
        if self._ring_shown and self.hasFocus():
            painter = QtGui.QPainter(self.viewport())
            width, height = self.viewport().width(), self.viewport().height()
            pen = Pen(painter, self.body.theme, width)
            pen.focus_ring(2, 2, width - 4, height - 4, _RING_RADIUS_PX)
            painter.end()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Keep the ring where it is: Qt moves what is painted."""
        super().scrollContentsBy(dx, dy)
        if self._ring_shown:
            self.viewport().update()

    # Qt's: keyboard

    def focusInEvent(self, event: QtGui.QFocusEvent) -> None:
        """Show the ring when keys brought the focus; a screen reader may have come meanwhile."""
        reasons = QtCore.Qt.FocusReason
        if event.reason() != reasons.ActiveWindowFocusReason:
            by_tab = (reasons.TabFocusReason, reasons.BacktabFocusReason)
            self._ring_shown = event.reason() in by_tab
        super().focusInEvent(event)
        self.viewport().update()
        self.caret.come_into_view()
        QtCore.QTimer.singleShot(0, self, self._meet_screen_reader)

    def focusOutEvent(self, event: QtGui.QFocusEvent) -> None:
        """Hide the ring."""
        super().focusOutEvent(event)
        self.viewport().update()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's own name
        """Go to the next link, and say where it leads."""
        moved = super().focusNextPrevChild(next)
        if moved:
            self.links.announce_selected()
        return moved

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        """Act on the claim that the keyboard is on; leave the window's own keys to the window."""
        key, keys = event.key(), QtCore.Qt.Key
        modifiers = QtCore.Qt.KeyboardModifier
        if key == keys.Key_Escape:
            if not self._hover.hide_now() and not self.marks.leave():
                event.ignore()
        elif key == keys.Key_Space and event.modifiers() == modifiers.ControlModifier:
            self._hover.show_for_keyboard(*self.marks.of_keyboard())
        elif key in (keys.Key_Return, keys.Key_Enter) and self._enter():
            event.accept()
        elif event.modifiers() & modifiers.AltModifier:
            event.ignore()  # Alt+Left and the like are the window's, not the browser's
        else:
            super().keyPressEvent(event)

    def _enter(self) -> bool:
        """Select the claim that the keyboard is on, or follow the caret's link; False for none."""
        mark, claim_id = self.marks.of_keyboard()
        on_caret = self.caret.is_on and not self.textCursor().hasSelection()
        if on_caret and not self.marks.has_keyboard and self.links.follow_at(self.caret.position()):
            return True
        if mark >= 0 and claim_id:
            self.marks.choose(claim_id)
            return True
        return False

    # Qt's: pointer

    def mousePressEvent(self, event: QtGui.QMouseEvent) -> None:
        """Note where a click begins."""
        if self._mouse.press(event):
            event.accept()
        else:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QtGui.QMouseEvent) -> None:
        """Take a click, but not a drag, for what it stands on."""
        super().mouseReleaseEvent(event)
        self._mouse.release(event)

    def mouseDoubleClickEvent(self, event: QtGui.QMouseEvent) -> None:
        """Ask for the claim to be shown where its section says it; else select the word."""
        if not self._mouse.double_click(event):
            super().mouseDoubleClickEvent(event)

    def mouseMoveEvent(self, event: QtGui.QMouseEvent) -> None:
        """Show what can be clicked, and the record of the claim that the pointer rests on."""
        super().mouseMoveEvent(event)
        self._mouse.move(event)

    def leaveEvent(self, event: QtCore.QEvent) -> None:
        """Let the hover card go, unless the pointer goes to it."""
        self._hover.point_at(None, QtCore.QPoint())
        super().leaveEvent(event)

    def wheelEvent(self, event: QtGui.QWheelEvent) -> None:
        """Ask for another reading size with Ctrl; else scroll, or let the page scroll."""
        if not self._mouse.wheel(event):
            super().wheelEvent(event)

    def contextMenuEvent(self, event: QtGui.QContextMenuEvent) -> None:
        """Offer what can be copied here."""
        self._hover.hide_now()
        by_mouse = event.reason() == QtGui.QContextMenuEvent.Reason.Mouse
        where = event.pos() if by_mouse else self._place_of_keyboard()
        claim = self.places.claim_at(where) if by_mouse else self.marks.of_keyboard()[1]
        selected = self.marks.selected_claims()
        number = self.places.paragraph_at(where)
        at_hand = AtHand(
            claim=claim or (selected[0] if selected else ""),
            paragraph=number,
            place=paragraph_words(self.section_id, number, self.references) if number else "",
            address=self.links.address_at(where),
        )
        menu = ProseMenu(self, at_hand)
        menu.citation_requested.connect(self.citation_requested)
        menu.place_copied_requested.connect(self.place_copied_requested)
        menu.popup(self.viewport().mapToGlobal(where))

    def _place_of_keyboard(self) -> QtCore.QPoint:
        """Where in the viewport the claim or the caret is that the keyboard is on, else the top."""
        mark, _ = self.marks.of_keyboard()
        place = self.places.words_box(mark).center() if mark >= 0 else self.cursorRect().center()
        if self.viewport().rect().contains(place) and (mark >= 0 or self.textCursor().position()):
            return place
        span = self.scroller.span_at_top()
        if span is not None:
            place = self.places.box_of(*span).bottomLeft()
        return QtCore.QPoint(place.x(), max(place.y(), 0))
