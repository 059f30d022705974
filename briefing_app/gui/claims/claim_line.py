"""A claim as one entry of a list: its id in the family's colour, its whole sentence beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtGui

from briefing_app.gui.kit.painted_item import BLEED_PX, ClaimItem
from briefing_app.gui.kit.painted_label import scaled
from briefing_app.gui.words import model_words as words
from briefing_app.gui.words.claim_standing import standing_sign, standing_word

if TYPE_CHECKING:
    from PySide6 import QtWidgets

    from briefing_app.gui.kit.pen import Pen
    from briefing_app.gui.kit.text_block import TextBlock
    from briefing_app.gui.theme.theme import Theme
    from briefing_app.model.claim import Claim
    from briefing_app.model.cross_references import CrossReferences

PADDING_PX = 3  # above and below: half of the gap between two lines
_ID_PX = 34
_ID_GAP_PX = 6


def id_column_px(theme: Theme, ids: list[str]) -> int:
    """Return the width of the id column: 34 px, more where an id needs it."""
    longest = max(ids, key=len, default="")  # ids are set in mono
    widest = QtGui.QFontMetricsF(theme.font("id")).horizontalAdvance(longest)
    return max(scaled(theme, _ID_PX), round(widest) + _ID_GAP_PX)


class ClaimLine(ClaimItem):
    """One claim in a column of claims."""

    def __init__(
        self,
        theme: Theme,
        claim: Claim,
        references: CrossReferences,
        context: str = "",
        parent: QtWidgets.QWidget | None = None,
    ) -> None:
        """`context` is read out before the sentence: `Against, Military operations`."""
        family = words.family_word(claim.family)
        standing = standing_word(claim, references)
        spoken = f"{claim.id}. {claim.text} {family}{', ' if standing else ''}{standing}."
        super().__init__(
            theme, claim.id, claim.text, f"{context}: {spoken}" if context else spoken, parent
        )
        self._family = claim.family
        self.shown_id = claim.id + standing_sign(claim, references)
        self._block: TextBlock | None = None
        self._laid_out: tuple[int, int, bool] | None = None  # width, id column, direction
        self.id_px = 0  # width of the id column; 0 = as this id needs
        self.laid_out_px = 0  # height, once laid out

    def lay_out(self, width: int) -> int:
        """Wrap the sentence beside the id; return the height in px."""
        self.id_px = self.id_px or id_column_px(self.theme, [self.shown_id])
        wanted = (width, self.id_px, self.isRightToLeft())
        if wanted == self._laid_out:
            return self.laid_out_px
        self._laid_out = wanted
        self._block = self.block(self.statement, "option_claim", width - self.id_px)
        self.laid_out_px = self._block.height + 2 * PADDING_PX
        return self.laid_out_px

    def set_theme(self, theme: Theme) -> None:
        """Take new colours and sizes; the owner lays out again."""
        self._laid_out, self.id_px = None, 0
        super().set_theme(theme)

    def paint_content(self, pen: Pen) -> None:
        """Draw the id, in the accent where selected, and the sentence."""
        theme = self.theme
        own = theme.colour("ink") if self.is_greyed else theme.family_colour(self._family)
        ink = theme.colour("accent") if self.is_selected else own
        lower = (theme.line_px("option_claim") - theme.line_px("id")) / 2
        pen.text(self.shown_id, "id", BLEED_PX, PADDING_PX + lower, ink)
        if self._block is not None:
            width = self.width() - 2 * BLEED_PX - self.id_px
            x = BLEED_PX + self.id_px
            pen.draw_block(self._block, x, PADDING_PX, width, theme.colour("ink"), hits=self.hits)
