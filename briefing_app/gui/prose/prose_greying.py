"""The words of a text that a lens greys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtGui, QtWidgets

if TYPE_CHECKING:
    from briefing_app.gui.prose.prose_body import ProseBody
    from briefing_app.gui.prose.prose_places import ProsePlaces
    from briefing_app.model.claim_lens import Seen


def grey(text: QtWidgets.QTextEdit, body: ProseBody, lens: Seen | None) -> None:
    """Grey what a lens greys of `body`, which `text` shows, as far as it is built."""
    document = body.document
    spans = greyed_spans(body.places, lens, document.characterCount() - 1) if lens else []
    colour = body.theme.colour("dimmed")
    text.setExtraSelections(greyed_selections(document, spans, colour))


def greyed_spans(places: ProsePlaces, lens: Seen, end: int) -> list[tuple[int, int]]:
    """Return the stretches of a document, up to `end`, that are greyed; sorted."""
    if not lens.greys_rest:
        marks = places.marks
        return [(mark.start, mark.end) for mark in marks if lens.lit.isdisjoint(mark.claims)]
    found, begin = [], 0
    for mark in places.marks:
        if not lens.lit.isdisjoint(mark.claims):
            if mark.start > begin:
                found.append((begin, mark.start))
            begin = max(begin, mark.end)
    if end > begin:
        found.append((begin, end))
    return found


def greyed_selections(
    document: QtGui.QTextDocument, spans: list[tuple[int, int]], colour: QtGui.QColor
) -> list[QtWidgets.QTextEdit.ExtraSelection]:
    """Return spans as what a text view shows in another colour, the document untouched."""
    grey = QtGui.QTextCharFormat()
    grey.setForeground(colour)
    found = []
    for start, end in spans:
        selection = QtWidgets.QTextEdit.ExtraSelection()
        cursor = QtGui.QTextCursor(document)
        cursor.setPosition(start)
        cursor.setPosition(end, QtGui.QTextCursor.MoveMode.KeepAnchor)
        selection.cursor = cursor
        selection.format = grey
        found.append(selection)
    return found
