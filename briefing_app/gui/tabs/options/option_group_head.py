"""The head of a group of options, and the legend of the ids' colours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui

from briefing_app.gui.kit.painted_label import PaintedLabel
from briefing_app.gui.words import model_words as words
from briefing_app.model.option import Standing

if TYPE_CHECKING:
    from PySide6 import QtWidgets

    from briefing_app.gui.kit.pen import Pen
    from briefing_app.gui.kit.text_block import TextBlock
    from briefing_app.gui.theme.theme import Theme
    from briefing_app.model.claim import Family

_RULE_PX = 3
_TOP_PX = 10
_GAP_PX = 10


def _tr(text: str) -> str:
    return QtCore.QCoreApplication.translate("option_group_head", text)


def standing_words(standing: Standing) -> tuple[str, str]:
    """Return (title, note) for the options of one standing."""
    if standing is Standing.AUTHOR:
        note = _tr("said or plainly implied; the arrangement is ours")
        return _tr("The author’s options"), note
    return _tr("Only described"), _tr("courses that the source reports, without proposing them")


class OptionGroupHead(PaintedLabel):
    """What the options below have in common, under a rule."""

    def __init__(
        self,
        theme: Theme,
        title: str,
        note: str,
        parent: QtWidgets.QWidget | None = None,
        *,
        own: bool = False,
    ) -> None:
        """`own` options are the author's; their rule is in the accent."""
        self._own = own
        self._title, self._note = title, note
        super().__init__(theme, f"{title}: {note}", parent)
        self._note_block: TextBlock | None = None
        self._note_x = 0.0
        self._note_y = 0.0

    def title_width(self) -> float:
        """Return how wide in px title and note are on one line."""
        note = QtGui.QFontMetricsF(self.theme.font("meta")).horizontalAdvance(self._note)
        return self._own_width() + _GAP_PX + note

    def _own_width(self) -> float:
        return QtGui.QFontMetricsF(self.theme.font("button")).horizontalAdvance(self._title)

    def set_note(self, note: str) -> None:
        """Say something else beside the title; the owner lays out again."""
        self._note = note
        self.setText(f"{self._title}: {note}")

    def lay_out(self, width: int) -> int:
        """Put the note beside the title, or below it; return the height in px."""
        line, note = self.theme.line_px("button"), self.theme.line_px("meta")
        if self.title_width() <= width:
            self._note_x, self._note_y = self._own_width() + _GAP_PX, _TOP_PX + (line - note) / 2
            self._note_block = self.block(self._note, "meta", width - self._note_x)
            return _TOP_PX + line
        self._note_x, self._note_y = 0, _TOP_PX + line
        self._note_block = self.block(self._note, "meta", width)
        return _TOP_PX + line + self._note_block.height

    def paint_content(self, pen: Pen) -> None:
        """Draw the rule, the title and the note."""
        theme = self.theme
        rule = theme.colour("accent" if self._own else "edge")
        pen.rule(0, 0, self.width(), rule, _RULE_PX)
        pen.text(self._title, "button", 0, _TOP_PX, theme.colour("accent" if self._own else "ink"))
        if self._note_block is not None:
            room = self.width() - self._note_x
            ink = theme.colour("ink3")
            pen.draw_block(self._note_block, self._note_x, self._note_y, room, ink)


class FamilyLegend(PaintedLabel):
    """What the colours of the ids mean, each word over its family's line."""

    _LINE_BELOW_PX = 2
    _WORD_GAP_PX = 12

    def __init__(
        self, theme: Theme, families: list[Family], parent: QtWidgets.QWidget | None = None
    ) -> None:
        """Name the families that occur."""
        self._lead = _tr("Ids:")
        self._words = [(family, words.family_word(family).lower()) for family in families]
        listed = ", ".join(word for _, word in self._words)
        super().__init__(theme, f"{self._lead} {listed}", parent)

    def natural_width(self) -> int:
        """Return how wide in px the legend is."""
        metrics = QtGui.QFontMetricsF(self.theme.font("meta_strong"))
        width = QtGui.QFontMetricsF(self.theme.font("meta")).horizontalAdvance(self._lead)
        for _, word in self._words:
            width += self._WORD_GAP_PX + metrics.horizontalAdvance(word)
        return round(width + 1)

    def lay_out(self, _width: int) -> int:
        """Return the height in px of the one line."""
        return self.theme.line_px("meta") + 2 * self._LINE_BELOW_PX

    def paint_content(self, pen: Pen) -> None:
        """Draw every family's word in its ink, over its line."""
        theme = self.theme
        x = pen.text(self._lead, "meta", 0, 0, theme.colour("ink3"))
        y = theme.line_px("meta") + self._LINE_BELOW_PX - 1
        for family, word in self._words:
            x += self._WORD_GAP_PX
            ink = theme.family_colour(family)
            width = pen.text(word, "meta_strong", x, 0, ink, max_width=max(self.width() - x, 1))
            pen.family_line(family, x, y, width)
            x += width
