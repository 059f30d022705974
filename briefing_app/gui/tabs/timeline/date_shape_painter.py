"""How each kind of date is drawn: exact, partial, from–to, open and not known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui

from briefing_app.model.date_shape import DateShape

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.gui.kit.pen import Pen

_OUTLINE_PX = 1.5
_DASHES = [3.0, 2.0]
_HOLLOW = (DateShape.YEAR, DateShape.DECADE)
_FADES_OUT = (DateShape.OPEN_END, DateShape.UNKNOWN_END)
_FADES_IN = (DateShape.OPEN_START, DateShape.UNKNOWN_START)
_NOT_KNOWN = (DateShape.UNKNOWN_END, DateShape.UNKNOWN_START)
_TIP_PX = 10  # at a fading end, for the arrow or the question mark


def draw_shape(
    pen: Pen,
    shape: DateShape,
    box: tuple[float, float, float, float],
    ink: QtGui.QColor,
    breaks: Sequence[tuple[float, float]] = (),
) -> None:
    """Draw a date's mark into (x, y, width, height), x from the leading edge.

    In `breaks`, as px from and to, a bar is only a line: no time passes there.
    """
    x, y, width, height = box
    painter = pen.painter
    painter.save()
    if shape is DateShape.DAY:
        _diamond(pen, box, ink)
    elif shape is DateShape.CUT_OFF:
        painter.setPen(QtGui.QPen(ink, 2))
        painter.setBrush(pen.theme.colour("paper"))
        side = min(width, height) - 2
        painter.drawEllipse(pen.box(x + (width - side) / 2, y + (height - side) / 2, side, side))
    elif shape in _HOLLOW:
        outline = QtGui.QPen(ink, _OUTLINE_PX)
        if shape is DateShape.DECADE:
            outline.setDashPattern(_DASHES)
        painter.setPen(outline)
        painter.setBrush(pen.theme.colour("paper"))
        area = pen.box(x, y + 1, width, height - 2).adjusted(0.75, 0.75, -0.75, -0.75)
        painter.drawRoundedRect(area, 3, 3)
    elif shape in _FADES_IN or shape in _FADES_OUT:
        _fading(pen, shape, box, ink)
    elif shape is DateShape.INTERVAL:
        tall = box[3]
        _bar(pen, (x, y + tall * 0.18, width, tall * 0.64), ink, breaks)
        for end in (x, x + width - 2):  # both ends are known
            pen.rule(end, y, 2, ink, height)
    else:
        _bar(pen, box, ink, breaks)
    painter.restore()


def _diamond(pen: Pen, box: tuple[float, float, float, float], ink: QtGui.QColor) -> None:
    area = pen.box(*box)
    middle, half = area.center(), min(area.width(), area.height()) / 2
    corners = ((0, -half), (half, 0), (0, half), (-half, 0))
    pen.painter.setPen(QtCore.Qt.PenStyle.NoPen)
    pen.painter.setBrush(ink)
    pen.painter.drawPolygon([middle + QtCore.QPointF(dx, dy) for dx, dy in corners])


def _bar(
    pen: Pen,
    box: tuple[float, float, float, float],
    ink: QtGui.QColor,
    breaks: Sequence[tuple[float, float]],
) -> None:
    x, y, width, height = box
    start, stop = x, x + width
    for left, right in breaks:
        if start < left and right < stop:
            pen.fill(start, y + 1, left - start, height - 2, ink, radius=3)
            pen.rule(left, y + height / 2 - 0.75, right - left, ink, 1.5)
            start = right
    pen.fill(start, y + 1, stop - start, height - 2, ink, radius=3)


def _fading(
    pen: Pen, shape: DateShape, box: tuple[float, float, float, float], ink: QtGui.QColor
) -> None:
    x, y, width, height = box
    outwards = shape in _FADES_OUT
    tip = _TIP_PX * height / 11
    bar = pen.box(x if outwards else x + tip, y + 1, max(width - tip, 4), height - 2)
    clear = QtGui.QColor(ink)
    clear.setAlpha(30)
    to_right = outwards != pen.mirrored
    solid, faint = bar.topLeft(), bar.topRight()
    if not to_right:
        solid, faint = faint, solid
    fade = QtGui.QLinearGradient(solid, faint)
    fade.setColorAt(0, ink)
    fade.setColorAt(0.35, ink)
    fade.setColorAt(1, clear)
    painter = pen.painter
    painter.setPen(QtCore.Qt.PenStyle.NoPen)
    painter.setBrush(QtGui.QBrush(fade))
    painter.drawRoundedRect(bar, 3, 3)
    start = x + width - tip if outwards else x
    if shape in _NOT_KNOWN:
        line = pen.theme.line_px("badge")
        ink_left = start + (tip - pen.text_width("?", "badge")) / 2
        pen.text("?", "badge", ink_left, y + (height - line) / 2, ink)
        return
    end = pen.box(start, y, tip, height)
    unit = tip / _TIP_PX
    point, back = end.right() - 2 * unit, end.right() - 6 * unit
    if not to_right:
        point, back = end.left() + 2 * unit, end.left() + 6 * unit
    middle, rise = end.center().y(), height * 0.36
    stroke = QtGui.QPen(ink, _OUTLINE_PX)
    stroke.setCapStyle(QtCore.Qt.PenCapStyle.RoundCap)
    painter.setPen(stroke)
    painter.drawPolyline(
        [
            QtCore.QPointF(back, middle - rise),
            QtCore.QPointF(point, middle),
            QtCore.QPointF(back, middle + rise),
        ]
    )
