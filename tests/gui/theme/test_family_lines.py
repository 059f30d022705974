"""The line shapes of the four families: what comes from a strip looks like what the pen draws."""

from __future__ import annotations

import pytest
from PySide6 import QtCore, QtGui

from briefing_app.gui.theme.family_lines import draw_family_line, family_pen
from briefing_app.gui.theme.theme import Theme
from briefing_app.model.claim import Family

WIDTH, HEIGHT, Y = 300, 12, 6.5


def inked(image: QtGui.QImage) -> list[bool]:
    """Whether each column of pixels has ink in it."""
    paper = QtGui.QColor("white").rgb()
    columns, rows = range(image.width()), range(image.height())
    return [any(image.pixel(x, y) != paper for y in rows) for x in columns]


def drawn(draw, ratio: float) -> list[bool]:
    size = QtCore.QSize(round(WIDTH * ratio), round(HEIGHT * ratio))
    image = QtGui.QImage(size, QtGui.QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(QtCore.Qt.GlobalColor.white)
    painter = QtGui.QPainter(image)
    painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing)
    draw(painter)
    painter.end()
    return inked(image)


@pytest.mark.parametrize("ratio", [1.0, 2.0])
@pytest.mark.parametrize("theme_name", ["light", "high-contrast"])
@pytest.mark.parametrize("family", Family)
def test_a_line_from_the_strip_is_the_line_of_the_pen(qapp, family, theme_name, ratio):
    theme = Theme(theme_name)
    line = QtCore.QLineF(20, Y, 280, Y)

    def by_pen(painter: QtGui.QPainter) -> None:
        painter.setPen(family_pen(theme, family))
        painter.drawLine(line)

    expected = drawn(by_pen, ratio)
    found = drawn(lambda painter: draw_family_line(painter, theme, family, line), ratio)
    differing = sum(one != other for one, other in zip(found, expected, strict=True))
    assert any(found)
    assert differing <= 6 * ratio  # the round ends


def test_families_without_colour_are_told_apart(qapp):
    theme = Theme("light")
    line = QtCore.QLineF(20, Y, 280, Y)
    shares = {
        sum(drawn(lambda painter, f=family: draw_family_line(painter, theme, f, line), 1.0))
        for family in Family
    }
    assert len(shares) == len(Family)


def test_a_line_longer_than_the_strip_is_drawn_too(qapp):
    theme = Theme("light")
    image = QtGui.QImage(2400, HEIGHT, QtGui.QImage.Format.Format_RGB32)
    image.fill(QtCore.Qt.GlobalColor.white)
    painter = QtGui.QPainter(image)
    draw_family_line(painter, theme, Family.JUDGED, QtCore.QLineF(0, Y, 2390, Y))
    painter.end()
    assert any(inked(image)[2300:])
