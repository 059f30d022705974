"""How a page of the handout looks on the desk: paper, shadow, marked hits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.gui.theme.theme import Theme

_SHADOW = ((4, 10), (3, 14), (2, 20), (1, 30))  # px around the sheet, darkness of 255
_LIGHT_HIT = QtGui.QColor("#FFE08A")  # a page is white in every theme, so its hits are too
_CURRENT_HIT = QtGui.QColor("#F4B740")
_FRAME = QtGui.QColor("#1B1E23")
_LINK_FRAME = QtGui.QColor("#0B5FBF")


class PagePainter:
    """Draws for one paint event; boxes are in pixels of the whole, `shift` is what is scrolled."""

    def __init__(self, painter: QtGui.QPainter, theme: Theme, shift: QtCore.QPoint) -> None:
        """Take over a painter."""
        self._painter = painter
        self._theme = theme
        self._shift = shift

    def sheet(self, box: QtCore.QRect, picture: QtGui.QImage | None) -> None:
        """Draw a page: blank paper until its picture is there."""
        painter, area = self._painter, box.translated(-self._shift)
        if self._theme.framed or self._theme.is_dark:
            painter.fillRect(area.adjusted(-1, -1, 1, 1), self._theme.colour("rule"))
        else:
            for spread, darkness in _SHADOW:
                shade = QtGui.QColor(60, 52, 30, darkness)
                painter.fillRect(area.adjusted(-spread + 1, 0, spread, spread + 1), shade)
        if picture is None:
            painter.fillRect(area, QtCore.Qt.GlobalColor.white)
            return
        ratio = painter.device().devicePixelRatioF()
        exact = picture.width() == round(area.width() * ratio)
        smooth = QtGui.QPainter.RenderHint.SmoothPixmapTransform
        painter.setRenderHint(smooth, not exact)
        painter.drawImage(area, picture)

    def hit(self, areas: Sequence[QtCore.QRectF], *, current: bool) -> None:
        """Mark a place that was found; the current one has a frame as well."""
        painter = self._painter
        for area in areas:
            box = area.translated(-QtCore.QPointF(self._shift)).adjusted(-1.5, -1.5, 1.5, 1.5)
            mode = QtGui.QPainter.CompositionMode
            painter.setCompositionMode(mode.CompositionMode_Multiply)  # the letters stay black
            painter.fillRect(box, _CURRENT_HIT if current else _LIGHT_HIT)
            painter.setCompositionMode(mode.CompositionMode_SourceOver)
            if current:
                painter.setPen(QtGui.QPen(_FRAME, 1.2))
                painter.setBrush(QtCore.Qt.BrushStyle.NoBrush)
                painter.drawRect(box)

    def band(self, area: QtCore.QRectF) -> None:
        """Mark the line that a link led to."""
        painter, mode = self._painter, QtGui.QPainter.CompositionMode
        painter.setCompositionMode(mode.CompositionMode_Multiply)
        painter.fillRect(area.translated(-QtCore.QPointF(self._shift)), _LIGHT_HIT)
        painter.setCompositionMode(mode.CompositionMode_SourceOver)

    def frame(self, areas: Sequence[QtCore.QRectF]) -> None:
        """Frame the link that the keyboard is on; in the same blue on paper in every theme."""
        self._painter.setPen(QtGui.QPen(_LINK_FRAME, 2))
        self._painter.setBrush(QtCore.Qt.BrushStyle.NoBrush)
        for area in areas:
            box = area.translated(-QtCore.QPointF(self._shift)).adjusted(-2.5, -2.5, 2.5, 2.5)
            self._painter.drawRoundedRect(box, 2, 2)

    def ring(self, area: QtCore.QRect) -> None:
        """Show that the keyboard is here."""
        self._painter.setPen(QtGui.QPen(self._theme.colour("focus"), 2))
        self._painter.setBrush(QtCore.Qt.BrushStyle.NoBrush)
        self._painter.drawRect(area.adjusted(1, 1, -1, -1))
