"""Line icons on a 16 px grid, drawn in the ink that is asked for; mirrored where they point."""

from __future__ import annotations

from PySide6 import QtCore, QtGui

# Each icon: strokes of points on a 16 x 16 grid; ("o", cx, cy, r) is a ring,
# ("r", x, y, width, height, radius) a box.
_STROKES: dict[str, tuple[tuple[object, ...], ...]] = {
    "search": (("o", 7, 7, 4.5), (10.4, 10.4, 14, 14)),
    "close": ((4, 4, 12, 12), (12, 4, 4, 12)),
    "chevron_down": ((4, 6, 8, 10, 12, 6),),
    "chevron_up": ((4, 10, 8, 6, 12, 10),),
    "chevron_left": ((10, 4, 6, 8, 10, 12),),
    "chevron_right": ((6, 4, 10, 8, 6, 12),),
    "arrow_left": ((3, 8, 13, 8), (7, 4, 3, 8, 7, 12)),
    "arrow_right": ((3, 8, 13, 8), (9, 4, 13, 8, 9, 12)),
    "copy": (("r", 5.5, 5.5, 8, 8, 1.5), (10.5, 5.5, 10.5, 2.5, 2.5, 2.5, 2.5, 10.5, 5.5, 10.5)),
    "panel": (("r", 2, 2.5, 12, 11, 1.5), (9.5, 2.5, 9.5, 13.5)),
    "list": (
        (5.5, 4, 14, 4),
        (5.5, 8, 14, 8),
        (5.5, 12, 14, 12),
        (2, 4, 2.6, 4),
        (2, 8, 2.6, 8),
        (2, 12, 2.6, 12),
    ),
    "paragraph": ((2.5, 4, 13.5, 4), (2.5, 7, 13.5, 7), (2.5, 10, 13.5, 10), (2.5, 13, 9, 13)),
    "people": (
        ("o", 6, 5.5, 2.5),
        (1.5, 13.5, 2, 11, 4, 9.8, 8, 9.8, 10, 11, 10.5, 13.5),
        (10, 3.2, 11.8, 4.2, 11.8, 6.8, 10, 7.8),
        (12, 10, 13.6, 11, 14.2, 13.5),
    ),
    "person": (("o", 8, 5, 2.7), (3, 13.6, 3.5, 11, 5.6, 9.7, 10.4, 9.7, 12.5, 11, 13, 13.6)),
    "flag": ((3.5, 14, 3.5, 2.5, 12.5, 2.5, 10.6, 5.6, 12.5, 8.7, 3.5, 8.7),),
    "pin": (
        ("o", 8, 6.3, 1.7),
        (8, 14.2, 4.6, 9.6, 3.6, 6.6, 4.6, 3.4, 8, 1.9, 11.4, 3.4, 12.4, 6.6, 11.4, 9.6, 8, 14.2),
    ),
    "building": (
        (2, 6, 8, 2, 14, 6, 2, 6),
        (4, 6, 4, 12),
        (8, 6, 8, 12),
        (12, 6, 12, 12),
        (2, 13.6, 14, 13.6),
    ),
    "document": (
        (9.5, 1.8, 3.5, 1.8, 3.5, 14.2, 12.5, 14.2, 12.5, 4.8, 9.5, 1.8),
        (6, 7, 10, 7),
        (6, 10, 10, 10),
    ),
    "book": (
        (8, 4, 6, 3, 2, 3, 2, 12, 6, 12, 8, 13, 10, 12, 14, 12, 14, 3, 10, 3, 8, 4),
        (8, 4, 8, 13),
    ),
    "help": (
        ("o", 8, 8, 6.2),
        (6.1, 6.4, 6.4, 5.2, 7.3, 4.6, 8.7, 4.6, 9.6, 5.2, 9.9, 6.3, 9.5, 7.2, 8, 8.3, 8, 9.4),
        (8, 11.4, 8, 11.6),
    ),
    "warning": ((8, 2.5, 14.5, 13.5, 1.5, 13.5, 8, 2.5), (8, 6.5, 8, 9.6), (8, 11.4, 8, 11.8)),
    "plus": ((8, 3, 8, 13), (3, 8, 13, 8)),
    "minus": ((3, 8, 13, 8),),
    "check": ((3, 8.5, 6.5, 12, 13, 4.5),),
    "link_out": ((5, 11, 12, 4), (6.5, 4, 12, 4, 12, 9.5)),
    "folder": ((1.8, 12.8, 1.8, 3.4, 6, 3.4, 7.4, 5, 14.2, 5, 14.2, 12.8, 1.8, 12.8),),
}
_POINTING = {
    "arrow_left",
    "arrow_right",
    "chevron_left",
    "chevron_right",
    "panel",
    "list",
    "paragraph",
    "link_out",
}
_STROKE_PX = 1.3


def names() -> tuple[str, ...]:
    """Return the names of all icons."""
    return tuple(_STROKES)


def draw(
    painter: QtGui.QPainter,
    name: str,
    box: QtCore.QRectF,
    colour: QtGui.QColor,
    *,
    mirrored: bool = False,
) -> None:
    """Draw an icon into a square box.

    Raises:
        KeyError: there is no such icon.
    """
    painter.save()
    painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing)
    pen = QtGui.QPen(colour, _STROKE_PX)
    pen.setCapStyle(QtCore.Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(QtCore.Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(QtCore.Qt.BrushStyle.NoBrush)
    painter.translate(box.topLeft())
    painter.scale(box.width() / 16, box.height() / 16)
    if mirrored and name in _POINTING:
        painter.translate(16, 0)
        painter.scale(-1, 1)
    for stroke in _STROKES[name]:
        _draw_stroke(painter, stroke)
    painter.restore()


def _draw_stroke(painter: QtGui.QPainter, stroke: tuple[object, ...]) -> None:
    kind, *rest = stroke
    if kind == "o":
        x, y, radius = (float(str(n)) for n in rest)
        painter.drawEllipse(QtCore.QPointF(x, y), radius, radius)
    elif kind == "r":
        x, y, width, height, radius = (float(str(n)) for n in rest)
        painter.drawRoundedRect(QtCore.QRectF(x, y, width, height), radius, radius)
    else:
        numbers = [float(str(n)) for n in stroke]
        points = [QtCore.QPointF(x, y) for x, y in zip(numbers[::2], numbers[1::2], strict=True)]
        painter.drawPolyline(points)


def pixmap(
    name: str, colour: QtGui.QColor, *, size_px: int = 16, ratio: float = 1.0
) -> QtGui.QPixmap:
    """Return the icon as a picture, for buttons and menus.

    Raises:
        KeyError: there is no such icon.
    """
    picture = QtGui.QPixmap(round(size_px * ratio), round(size_px * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(QtCore.Qt.GlobalColor.transparent)
    painter = QtGui.QPainter(picture)
    mirrored = QtGui.QGuiApplication.isRightToLeft()
    draw(painter, name, QtCore.QRectF(0, 0, size_px, size_px), colour, mirrored=mirrored)
    painter.end()
    return picture
