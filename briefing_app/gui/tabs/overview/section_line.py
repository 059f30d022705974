"""A line that leads to a section: title, what it is about, its claims and its reading time."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui

from briefing_app.gui.kit.painted_item import BLEED_PX, PaintedItem
from briefing_app.gui.kit.painted_label import scaled
from briefing_app.model.prose import Heading, rich_texts

if TYPE_CHECKING:
    from PySide6 import QtWidgets

    from briefing_app.gui.kit.pen import Pen
    from briefing_app.gui.kit.text_block import TextBlock
    from briefing_app.gui.theme.theme import Theme
    from briefing_app.model.briefing import Section

_WORDS_A_MINUTE = 230
_PADDING_PX = 6
_ICON_PX = 16
_GAP_PX = 12
_TITLE_MIN_PX = 40
_ABOUT_FROM_PX, _ABOUT_LINES = 420, 2  # in a narrower list the titles stand alone
_ABOUT_MOST = 400  # characters; two lines hold fewer
_SENTENCE_END = re.compile(r"(?<=[.!?\u061f\u06d4])\s")


def reading_minutes(section: Section) -> int:
    """Return how many minutes the section takes to read, at 230 words a minute; at least one."""
    return max(1, round(section.word_count / _WORDS_A_MINUTE))


def length_words(section: Section, claims: int) -> str:
    """Return how long a section is: `18 claims · 3 min`."""
    minutes = _tr("%n min", reading_minutes(section))
    if not claims:
        return minutes
    counted = _tr("%n claim" if claims == 1 else "%n claims", claims)
    return f"{counted} · {minutes}"


def about_words(section: Section) -> str:
    """Return what a section is about in its author's words: its headings, else how it begins."""
    headings = [
        block
        for block in section.blocks
        if isinstance(block, Heading) and block.content.text.strip()
    ]
    if headings:
        highest = min(heading.level for heading in headings)
        found = (h.content.text.strip() for h in headings if h.level == highest)
        return " · ".join(found)[:_ABOUT_MOST]
    first = next((rich.text for _, rich in rich_texts(section.blocks) if rich.text.strip()), "")
    return _SENTENCE_END.split(first.strip(), maxsplit=1)[0][:_ABOUT_MOST]


def _tr(text: str, number: int) -> str:
    return QtCore.QCoreApplication.translate("section_line", text, "", number)


class SectionLine(PaintedItem):
    """One section of the briefing."""

    section_requested = QtCore.Signal(str)

    def __init__(
        self,
        theme: Theme,
        section: Section,
        claims: int,
        parent: QtWidgets.QWidget | None = None,
    ) -> None:
        """Gather the words."""
        self._title = section.title
        self._note = length_words(section, claims)
        minutes = reading_minutes(section)
        spoken = _tr("%n minute to read" if minutes == 1 else "%n minutes to read", minutes)
        counted = [_tr("%n claim" if claims == 1 else "%n claims", claims)] if claims else []
        self._about = about_words(section)
        name = ", ".join((section.title, *counted, spoken))
        name = f"{name}. {self._about}" if self._about else name
        super().__init__(theme, name, parent)
        self._section = section.id
        self._block: TextBlock | None = None
        self._about_block: TextBlock | None = None
        self._title_px = self._about_px = 0.0
        self.has_arrow = True
        self.clicked.connect(self._request)
        self.activated.connect(self._request)

    @QtCore.Slot()
    def _request(self) -> None:
        self.section_requested.emit(self._section)

    def natural_width(self) -> float:
        """Return how wide in px the line is with its arrow, on one line."""
        title = QtGui.QFontMetricsF(self.theme.font("judgement")).horizontalAdvance(self._title)
        note = QtGui.QFontMetricsF(self.theme.font("meta")).horizontalAdvance(self._note)
        return title + note + self.theme.px(_ICON_PX) + 2 * _GAP_PX

    def lay_out(self, width: int) -> int:
        """Wrap the title and what it is about; return the height in px."""
        note = QtGui.QFontMetricsF(self.theme.font("meta")).horizontalAdvance(self._note) + _GAP_PX
        arrow = self.theme.px(_ICON_PX) + _GAP_PX if self.has_arrow else 0
        self._title_px = max(width - note - arrow, _TITLE_MIN_PX)
        self._block = self.block(self._title, "judgement", self._title_px)
        self._about_block = None
        if not self._about or width < scaled(self.theme, _ABOUT_FROM_PX):
            return self._block.height + 2 * _PADDING_PX
        self._about_px = float(width - arrow)
        self._about_block = self.block(
            self._about, "detail", self._about_px, max_lines=_ABOUT_LINES
        )
        return self._block.height + self._about_block.height + 2 * _PADDING_PX

    def paint_content(self, pen: Pen) -> None:
        """Draw the title, the note and an arrow."""
        if self._block is None:
            return
        theme = self.theme
        ink = theme.colour("ink")
        pen.draw_block(self._block, BLEED_PX, _PADDING_PX, self._title_px, ink)
        x = float(self.width() - BLEED_PX)
        if self._about_block is not None:
            y, quiet = _PADDING_PX + self._block.height, theme.colour("ink2")
            pen.draw_block(self._about_block, BLEED_PX, y, self._about_px, quiet)
        middle = _PADDING_PX + self._block.height / 2
        if self.has_arrow:
            icon = theme.px(_ICON_PX)
            x -= icon
            pen.icon("arrow_right", x, middle - icon / 2, theme.colour("accent"), icon)
            x -= _GAP_PX
        x -= pen.text_width(self._note, "meta")
        pen.text(self._note, "meta", x, middle - theme.line_px("meta") / 2, theme.colour("ink3"))
