"""The box that says as of when everything here holds, and what it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore

from briefing_app.gui.views.painted_label import PaintedLabel
from briefing_app.model.dates import EdtfDate, Precision

if TYPE_CHECKING:
    from PySide6 import QtWidgets

    from briefing_app.gui.theme.theme import Theme
    from briefing_app.gui.views.pen import Pen
    from briefing_app.gui.views.text_block import TextBlock
    from briefing_app.model.cross_references import CrossReferences
    from briefing_app.model.limits_of_knowledge import LimitsOfKnowledge

_PADDING_PX = 16
_NAMED_SOURCES = 2  # so many are named; more are only counted
_RULE_GAP_PX = 9


def _tr(text: str, number: int = -1) -> str:
    return QtCore.QCoreApplication.translate("cut_off_box", text, "", number)


def cut_off_words(as_of: EdtfDate) -> str:
    """Return what the cut-off means for the reader."""
    point = as_of.end or as_of.start
    precision = point.precision if point else Precision.YEAR
    when = {
        Precision.DAY: _tr("that day"),
        Precision.MONTH: _tr("that month"),
        Precision.YEAR: _tr("that year"),
    }.get(precision, _tr("that time"))
    return _tr("“Now” and “so far” mean {when}. Nothing later is in here.").format(when=when)


def support_words(references: CrossReferences, limits: LimitsOfKnowledge) -> tuple[str, str]:
    """Return (claims and sources counted, what the sources are called); empty without claims."""
    if not limits.claims:
        return "", ""
    claims = _tr("%n claim" if limits.claims == 1 else "%n claims", limits.claims)
    if not limits.sources_cited:
        return claims, _tr("No source is cited.")
    one = limits.sources_cited == 1
    sources = _tr("%n source" if one else "%n sources", limits.sources_cited)
    counted = _tr("{claims} from {sources}").format(claims=claims, sources=sources)
    if limits.sources_cited > _NAMED_SOURCES:
        return counted, _tr("Sources cited directly.")
    return counted, "; ".join(_source_names(references))


def _source_names(references: CrossReferences) -> list[str]:
    cited = {citation.id for claim in references.briefing.claims for citation in claim.sources}
    names = []
    for source in references.briefing.sources:
        if source.id in cited:
            parts = (source.short_name, source.container_title)
            names.append(", ".join(part for part in parts if part))
    return names


class CutOffBox(PaintedLabel):
    """The information cut-off."""

    def __init__(
        self,
        theme: Theme,
        references: CrossReferences,
        limits: LimitsOfKnowledge,
        parent: QtWidgets.QWidget | None = None,
    ) -> None:
        """Gather the words."""
        briefing = references.briefing
        self._kicker = _tr("Information cut-off")
        self._date = briefing.as_of.display(long_month=True)
        self._upper = [(cut_off_words(briefing.as_of), "detail", "ink2")]
        counted, named = support_words(references, limits)
        edition = ""
        if briefing.issued != briefing.as_of:
            edition = _tr("Edition of {date}").format(date=briefing.issued.display())
        self._lower = [
            (text, role, ink)
            for text, role, ink in (
                (counted, "detail_strong", "ink"),
                (named, "detail", "ink2"),
                (edition, "meta", "ink3"),
            )
            if text
        ]
        sentences = [text for text, _, _ in (*self._upper, *self._lower)]
        spoken = f"{self._kicker}: {self._date}. {' '.join(sentences)}"
        super().__init__(theme, spoken, parent)
        self._blocks: list[tuple[TextBlock, str]] = []

    def lay_out(self, width: int) -> int:
        """Wrap the words inside the frame; return the height in px."""
        inner = width - 2 * _PADDING_PX
        date = self.block(self._date, "cut_off", inner)
        self._blocks = [(self.block(self._kicker.upper(), "kicker", inner), "accent")]
        self._blocks.append((date, "ink"))
        for text, role, ink in (*self._upper, *self._lower):
            self._blocks.append((self.block(text, role, inner), ink))
        height = sum(block.height for block, _ in self._blocks)
        return height + 2 * _PADDING_PX + (2 * _RULE_GAP_PX if self._lower else 0) + 8

    def paint_content(self, pen: Pen) -> None:
        """Draw the frame, and the words from top to bottom."""
        theme = self.theme
        inner = self.width() - 2 * _PADDING_PX
        frame = theme.colour("rule")
        pen.fill(0, 0, self.width(), self.height(), theme.colour("raised"), radius=8, frame=frame)
        y = float(_PADDING_PX)
        for number, (block, ink) in enumerate(self._blocks):
            if number in (1, 2):
                y += 4
            if number == 2 + len(self._upper):
                y += _RULE_GAP_PX
                pen.rule(_PADDING_PX, y - 1, inner, theme.colour("hair"))
                y += _RULE_GAP_PX
            y += pen.draw_block(block, _PADDING_PX, y, inner, theme.colour(ink))
