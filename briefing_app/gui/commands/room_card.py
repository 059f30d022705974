"""Who says so, on the wall: the record of a claim that is clicked in the projector view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore

from briefing_app.gui.kit.announce import announce
from briefing_app.gui.theme.theme import Theme

if TYPE_CHECKING:
    from PySide6 import QtWidgets

    from briefing_app.gui.claims.hover_card import HoverCard
    from briefing_app.gui.tabs.tab_stack import TabStack
    from briefing_app.gui.theme.theme_keeper import ThemeKeeper
    from briefing_app.gui.window.reading import Reading

_LARGER = 1.3  # than the projected text, whose letters the card's small print is to match


class RoomCard(QtCore.QObject):
    """Stays until Esc, the next click or the next paragraph; the pointer may go elsewhere."""

    def __init__(
        self, window: QtWidgets.QWidget, *, reading: Reading, stack: TabStack, keeper: ThemeKeeper
    ) -> None:
        """Show nothing yet."""
        super().__init__(window)
        self._window = window
        self._reading = reading
        self._stack = stack
        self._keeper = keeper
        self._card: HoverCard | None = None

    @property
    def claim(self) -> str:
        """The claim whose record is shown; empty if none is."""
        shown = self._card is not None and self._card.isVisible()
        return self._card.claims()[0] if shown and self._card else ""

    def show(self, claim_id: str) -> None:
        """Show the record of a claim beside its words, in letters for the last row."""
        from briefing_app.gui.claims.hover_card import HoverCard
        from briefing_app.gui.window.looked_at import box_of_claim

        self.hide()
        theme = self._keeper.theme
        large = Theme(theme.name, reading_px=round(theme.reading_px * _LARGER))
        hint = self.tr("Esc closes")
        self._card = card = HoverCard(self._reading.references, large, self._window, hint=hint)
        card.dismissed.connect(self._let_go)
        box = box_of_claim(claim_id, self._window)
        near = QtCore.QRect(self._window.mapFromGlobal(box.topLeft()), box.size())
        if box.isEmpty():
            near = QtCore.QRect(self._window.rect().center(), QtCore.QSize(1, 1))
        if card.show_claims((claim_id,), near):
            self._hold(held=True)
            announce(card, card.accessibleDescription())

    def hide(self) -> None:
        """Take the card away."""
        if self._card is not None:
            self._card.dismiss()

    @QtCore.Slot()
    def _let_go(self) -> None:
        self._hold(held=False)
        if self._card is not None:
            self._card.deleteLater()
            self._card = None

    def _hold(self, *, held: bool) -> None:
        """Let the small cards rest, which would come over the large one."""
        for text in self._stack.texts():
            text.hold_hover(held=held)
