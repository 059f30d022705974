"""Where the reader looks while something is copied: a button, a selection, a claim."""

from __future__ import annotations

from PySide6 import QtCore, QtWidgets

from briefing_app.gui.claims.claim_card import ClaimCard
from briefing_app.gui.claims.claim_strip import ClaimStrip
from briefing_app.gui.prose.prose_view import ProseView


def box_in_focus() -> QtCore.QRect:
    """Return the pressed button, the selected words or else the field, on the screen."""
    focused = QtWidgets.QApplication.focusWidget()
    if focused is None:
        return QtCore.QRect()
    if isinstance(focused, ProseView) and focused.textCursor().hasSelection():
        return box_of_selection(focused)
    if isinstance(focused, QtWidgets.QAbstractButton | QtWidgets.QLineEdit | ClaimCard):
        return _on_screen(focused, focused.rect())
    shown = focused.visibleRegion().boundingRect()
    return _on_screen(focused, QtCore.QRect(shown.center(), QtCore.QSize(1, 1)))


def box_of_button() -> QtCore.QRect:
    """Return the button that was pressed last, if the keyboard is on one; else an empty box."""
    focused = QtWidgets.QApplication.focusWidget()
    is_button = isinstance(focused, QtWidgets.QAbstractButton) and focused.isVisible()
    return _on_screen(focused, focused.rect()) if focused and is_button else QtCore.QRect()


def box_of_selection(text: ProseView) -> QtCore.QRect:
    """Return the first line of the words selected in a text, on the screen."""
    cursor = text.textCursor()
    return _in_text(text, text.places.box_of(cursor.selectionStart(), cursor.selectionEnd()))


def box_of_paragraph(text: ProseView, number: int) -> QtCore.QRect:
    """Return the first line of a paragraph, on the screen; empty if there is none."""
    unit = text.body.places.unit_numbered(number)
    return _in_text(text, text.places.box_of(unit.start, unit.end)) if unit else QtCore.QRect()


def box_of_claim(claim_id: str, window: QtWidgets.QWidget) -> QtCore.QRect:
    """Return where a window shows a claim: its card, its strip, or its words in a text."""
    records: list[ClaimCard | ClaimStrip] = [
        *window.findChildren(ClaimCard),
        *window.findChildren(ClaimStrip),
    ]
    for record in records:
        if record.isVisible() and record.claim_id() == claim_id:
            button = record.copy_button
            part = button if button.isVisible() else record
            return _on_screen(part, part.rect())
    for text in window.findChildren(ProseView):
        if text.isVisible():
            for mark in text.marks.of(claim_id):
                box = _in_text(text, text.places.words_box(mark))
                if not box.isEmpty():
                    return box
    return QtCore.QRect()


def _in_text(text: ProseView, box: QtCore.QRect) -> QtCore.QRect:
    """A box of a text's viewport on the screen, as far as it is in view; else empty."""
    viewport = text.viewport()
    return _on_screen(viewport, box.intersected(viewport.visibleRegion().boundingRect()))


def _on_screen(widget: QtWidgets.QWidget, box: QtCore.QRect) -> QtCore.QRect:
    return QtCore.QRect(widget.mapToGlobal(box.topLeft()), box.size())
