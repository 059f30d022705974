"""What stands out in a text: the lines under claims, search hits, found places, what is greyed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui

from briefing_app.gui.prose.prose_hits import ProseHits
from briefing_app.gui.prose.prose_painter import ProsePainter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6 import QtWidgets

    from briefing_app.gui.prose.prose_body import ProseBody
    from briefing_app.gui.prose.prose_state import ProseState
    from briefing_app.model.claim import Family
    from briefing_app.model.claim_lens import Seen
    from briefing_app.model.cross_references import CrossReferences


class ProseLights(QtCore.QObject):
    """Takes what is to stand out in one text, and paints it under and beside the words."""

    def __init__(
        self,
        text: QtWidgets.QTextEdit,
        body: ProseBody,
        state: ProseState,
        references: CrossReferences,
    ) -> None:
        """Light nothing yet."""
        super().__init__(text)
        self._text = text
        self._body = body
        self._state = state
        self._references = references
        self._hits = ProseHits()
        self._is_greyed = False
        self._painter = self._new_painter()
        body.geometry_changed.connect(self._look_anew)
        body.completed.connect(self._grey)

    def suit_document(self) -> None:
        """Go on with the document that the body has now."""
        self._painter = self._new_painter()
        self._grey()

    def _new_painter(self) -> ProsePainter:
        body = self._body
        return ProsePainter(
            body.theme, body.places, self._state, self._family_of, self._hits.segments
        )

    def _family_of(self, claim_id: str) -> Family | None:
        claim = self._references.claims.get(claim_id)
        return claim.family if claim else None

    @QtCore.Slot()
    def _look_anew(self) -> None:
        self._hits.look_in(self._body.places, self._body.geometry)

    def set_mark_strength(self, strength: str) -> None:
        """Show the lines under claims `quiet`, `strong` or `off`."""
        self._state.mark_strength = strength
        self._text.viewport().update()

    def set_lens(self, lens: Seen | None) -> None:
        """Let the words of some claims stand out and grey others; None greys nothing."""
        self._state.lens = lens
        self._grey()
        self._text.viewport().update()

    @QtCore.Slot()
    def _grey(self) -> None:
        """Grey what the lens greys, as far as the text is set."""
        lens = self._state.lens
        if lens is not None or self._is_greyed:
            from briefing_app.gui.prose.prose_greying import grey

            self._is_greyed = lens is not None
            grey(self._text, self._body, lens)

    def set_hits(self, spans_of: Callable[[str], Iterable[tuple[int, int]] | None] | None) -> None:
        """Mark the words that a search matches: `spans_of` gives a text's spans in code points."""
        self._hits.search_for(spans_of)
        self._text.viewport().update()

    def set_found(self, spans: list[tuple[int, int]], current: int) -> None:
        """Mark sorted stretches of the document; -1 = none is current."""
        self._state.found, self._state.found_current = spans, current
        self._text.viewport().update()

    def paint(self, painter: QtGui.QPainter, area: QtCore.QRect) -> None:
        """Paint a part of the viewport: the paper, and all but the words."""
        painter.fillRect(area, self._body.theme.colour("paper"))
        scroll = self._text.verticalScrollBar().value()
        painter.translate(0, -scroll)
        top, bottom = area.top() + scroll, area.bottom() + 1 + scroll
        self._painter.paint(painter, self._body.geometry, top, bottom)
