"""The box that says as of when everything here holds, and what it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui

from briefing_app.gui.kit.painted_label import PaintedLabel, scaled
from briefing_app.model.dates import EdtfDate, Precision
from briefing_app.model.source_support import cited_sources

if TYPE_CHECKING:
    from PySide6 import QtWidgets

    from briefing_app.gui.kit.pen import Pen
    from briefing_app.gui.kit.text_block import TextBlock
    from briefing_app.gui.theme.theme import Theme
    from briefing_app.model.cross_references import CrossReferences
    from briefing_app.model.limits_of_knowledge import LimitsOfKnowledge

_PADDING_PX = 16
_NAMED_SOURCES = 2  # so many are named; more are only counted
_RULE_GAP_PX = 9
_DATE_GAP_PX = 4  # above and below the date
_COLUMN_MIN_PX = 190


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
    return _tr("“Now” and “so far” mean {when}.").format(when=when)


def _counted(one: str, more: str, number: int) -> str:
    return _tr(one if number == 1 else more).replace("%n", f"{number:,}")


def support_words(references: CrossReferences, limits: LimitsOfKnowledge) -> tuple[str, str]:
    """Return (claims and sources counted, what the sources are called); empty without claims."""
    if not limits.claims:
        return "", ""
    claims = _counted("%n claim", "%n claims", limits.claims)
    if not limits.sources_cited:
        return claims, _tr("No source is cited.")
    sources = _counted("%n source", "%n sources", limits.sources_cited)
    words = _tr("{claims} from {sources}")
    if limits.unsourced:
        words = _tr("{claims}, {sourced} of them from {sources}")
    sourced = f"{limits.claims - limits.unsourced:,}"
    counted = words.format(claims=claims, sourced=sourced, sources=sources)
    if limits.sources_cited > _NAMED_SOURCES:
        return counted, _tr("Sources cited directly.")
    return counted, "; ".join(_source_names(references))


def _source_names(references: CrossReferences) -> list[str]:
    parts = ((source.short_name, source.container_title) for source in cited_sources(references))
    return [", ".join(part for part in pair if part) for pair in parts]


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
        as_of = briefing.as_of
        self._dates = (as_of.display(long_month=True), as_of.display())
        meaning = cut_off_words(as_of) if briefing.issued != as_of else ""
        self._upper = " ".join(part for part in (meaning, _tr("Nothing later is in here.")) if part)
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
        sentences = [self._upper, *(text for text, _, _ in self._lower)]
        spoken = f"{self._kicker}: {self._dates[0]}. {' '.join(sentences)}"
        super().__init__(theme, spoken, parent)
        self._blocks: list[tuple[TextBlock, float, float, str]] = []  # at x, y, in an ink
        self._rule = (0.0, 0.0, 0.0, 0.0)
        self._column_px = 0

    def lay_out(self, width: int) -> int:
        """Wrap the words inside the frame; return the height in px. Wide boxes have two columns."""
        self._blocks.clear()
        inner = width - 2 * _PADDING_PX
        two = bool(self._lower) and inner >= 2 * scaled(self.theme, _COLUMN_MIN_PX)
        column = (inner - 2 * _RULE_GAP_PX) // 2 if two else inner
        y = self._put_upper(column)
        if not self._lower:
            return round(y) + _PADDING_PX
        if two:
            x = _PADDING_PX + column + 2 * _RULE_GAP_PX
            lower = self._put_lower(x, _PADDING_PX + 2, column)
            height = max(y, lower) + _PADDING_PX
            self._rule = (x - _RULE_GAP_PX, _PADDING_PX, 1, height - 2 * _PADDING_PX)
            return round(height)
        self._rule = (_PADDING_PX, y + _RULE_GAP_PX - 1, inner, 1)
        y = self._put_lower(_PADDING_PX, y + 2 * _RULE_GAP_PX, inner)
        return round(y) + _PADDING_PX

    def _put_upper(self, width: int) -> float:
        y = self._put(self._kicker.upper(), "kicker", "accent", _PADDING_PX, _PADDING_PX, width)
        metrics = QtGui.QFontMetricsF(self.theme.font("cut_off"))
        fitting = [date for date in self._dates if metrics.horizontalAdvance(date) <= width]
        date = (fitting or self._dates[-1:])[0]
        y = self._put(date, "cut_off", "ink", _PADDING_PX, y + _DATE_GAP_PX, width)
        return self._put(self._upper, "detail", "ink2", _PADDING_PX, y + _DATE_GAP_PX, width)

    def _put_lower(self, x: float, y: float, width: int) -> float:
        for text, role, ink in self._lower:
            y = self._put(text, role, ink, x, y, width)
        return y

    def _put(self, text: str, role: str, ink: str, x: float, y: float, width: int) -> float:
        """Lay one text out at a place; return where the next begins."""
        block = self.block(text, role, width)
        self._blocks.append((block, x, y, ink))
        self._column_px = width
        return y + block.height

    def paint_content(self, pen: Pen) -> None:
        """Draw the frame, the rule and the words."""
        theme = self.theme
        frame = theme.colour("rule")
        pen.fill(0, 0, self.width(), self.height(), theme.colour("raised"), radius=8, frame=frame)
        if self._lower:
            x, y, width, height = self._rule
            pen.painter.fillRect(pen.box(x, y, width, height), theme.colour("hair"))
        for block, left, top, ink in self._blocks:
            pen.draw_block(block, left, top, self._column_px, theme.colour(ink))
