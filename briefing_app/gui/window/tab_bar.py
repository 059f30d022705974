"""The tabs: names with a quiet count and a line under the current one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

from briefing_app.gui.kit.pen import Pen
from briefing_app.gui.window.tab_arrows import TabArrows

if TYPE_CHECKING:
    from briefing_app.gui.theme.theme import Theme

_HEIGHT_PX = 40
PADDING_PX = 12  # at each side of a tab
_COUNT_GAP_PX = 7
_LINE_PX = 3
_CUT_AIR_PX = 6  # between a name that is cut and the edge
_RULE_PX = 17  # from the tab before to the tab after a rule


class TabBar(QtWidgets.QTabBar):
    """A painted tab bar; keyboard, screen reader and overflow are QTabBar's own."""

    def __init__(self, theme: Theme, parent: QtWidgets.QWidget | None = None) -> None:
        """Start without tabs."""
        super().__init__(parent)
        self._theme = theme
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(QtCore.Qt.TextElideMode.ElideNone)
        self.setMouseTracking(True)
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.TabFocus)
        self._by_keyboard = False
        self._arrows = TabArrows(self, theme)
        self.setAccessibleName(self.tr("Sections of the briefing"))
        self.setFont(theme.font("tab"))

    def set_tabs(self, tabs: list[tuple[str, str, int, bool]]) -> None:
        """Show tabs given as (key, title, number of claims; 0 = no number, rule before it)."""
        blocked = self.blockSignals(True)
        while self.count():
            self.removeTab(0)
        for key, title, count, rule in tabs:
            index = self.addTab(title.replace("&", "&&"))  # one alone would make a key
            self.setTabData(index, (key, title, count, rule))
            if count:
                one, more = self.tr("{title}, 1 claim"), self.tr("{title}, {count} claims")
                words = one if count == 1 else more
                self.setAccessibleTabName(index, words.format(title=title, count=count))
        self.blockSignals(blocked)
        self.updateGeometry()

    def key(self, index: int) -> str:
        """Return the key of a tab; empty if there is none."""
        data = self.tabData(index)
        return str(data[0]) if data else ""

    def title(self, key: str) -> str:
        """Return the title of the tab with this key; empty if there is none."""
        data = self.tabData(self.index_of(key))
        return str(data[1]) if data else ""

    def index_of(self, key: str) -> int:
        """Return the index of the tab with this key; -1 if there is none."""
        return next((n for n in range(self.count()) if self.key(n) == key), -1)

    def set_theme(self, theme: Theme) -> None:
        """Take new colours and sizes."""
        self._theme = theme
        self._arrows.set_theme(theme)
        self.setFont(theme.font("tab"))
        self.updateGeometry()
        self.update()

    def tabSizeHint(self, index: int) -> QtCore.QSize:
        """As wide as the name in its heaviest form, and the count."""
        _, title, count, rule = self.tabData(index) or ("", "", 0, False)
        heavy = QtGui.QFontMetricsF(self._theme.font("tab_current"))
        width = heavy.horizontalAdvance(title) + 2 * PADDING_PX
        if count:
            quiet = QtGui.QFontMetricsF(self._theme.font("meta_strong"))
            width += quiet.horizontalAdvance(str(count)) + _COUNT_GAP_PX
        width += _RULE_PX if rule else 0
        return QtCore.QSize(round(width), max(_HEIGHT_PX, self._theme.line_px("tab") + 20))

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        """Draw every tab that can be seen."""
        painter = QtGui.QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("win"))
        for index in range(self.count()):
            area = self.tabRect(index)
            if area.intersects(event.rect()):
                self._draw_tab(painter, index, area)
        painter.end()

    def _draw_tab(self, painter: QtGui.QPainter, index: int, area: QtCore.QRect) -> None:
        theme = self._theme
        _, title, count, rule = self.tabData(index) or ("", "", 0, False)
        current = index == self.currentIndex()
        # asks the X server where the pointer is only if it is here
        pointed = self.underMouse() and area.contains(self.mapFromGlobal(QtGui.QCursor.pos()))
        painter.save()
        painter.translate(area.topLeft())
        pen = Pen(painter, theme, area.width(), mirrored=self.isRightToLeft())
        start: float = PADDING_PX + (_RULE_PX if rule else 0)
        if rule:
            middle = area.height() / 2
            pen.rule(_RULE_PX / 2, middle - 9, 1, theme.colour("rule"), 18)
        role = "tab_current" if current else "tab"
        ink = theme.colour("ink" if current or pointed else "ink2")
        line = theme.line_px(role)
        top = (area.height() - line) / 2
        number = str(count) if count else ""
        before, after = self._cut(area)
        if before > start or after > PADDING_PX:
            start, title, number = self._cut_name(pen, start, title, number, area)
        width = pen.text(title, role, start, top, ink)
        if number:
            x = start + width + _COUNT_GAP_PX
            y = (area.height() - theme.line_px("meta_strong")) / 2
            width += _COUNT_GAP_PX + pen.text(number, "meta_strong", x, y, theme.colour("ink3"))
        if current:
            y = area.height() - _LINE_PX
            pen.fill(start, y, width, _LINE_PX, theme.colour("accent"), radius=1.5)
        if current and self.hasFocus() and self._by_keyboard:
            pen.focus_ring(start - 6, 5, width + 12, area.height() - 11, 6)
        painter.restore()

    def _cut(self, area: QtCore.QRect) -> tuple[int, int]:
        """Return how much of a tab in px is out of sight at its leading and trailing side."""
        left, right = self._arrows.free_of(self.width())
        cut = max(left - area.left(), 0), max(area.right() + 1 - right, 0)
        return (cut[1], cut[0]) if self.isRightToLeft() else cut

    def _cut_name(
        self, pen: Pen, start: float, title: str, number: str, area: QtCore.QRect
    ) -> tuple[float, str, str]:
        """Return where a tab begins that is partly out of sight, its name cut to fit, its count."""
        before, after = self._cut(area)
        count = pen.text_width(number, "meta_strong") + _COUNT_GAP_PX if number else 0.0
        metrics = QtGui.QFontMetricsF(self._theme.font("tab"))
        modes = QtCore.Qt.TextElideMode
        if before > start:
            end = area.width() - PADDING_PX - count
            title = metrics.elidedText(title, modes.ElideLeft, max(end - before - _CUT_AIR_PX, 0))
            start = end - metrics.horizontalAdvance(title)
        if after > PADDING_PX:
            room = area.width() - after - _CUT_AIR_PX - start
            if metrics.horizontalAdvance(title) + count > room:
                number = ""
            title = metrics.elidedText(title, modes.ElideRight, max(room, 0))
        return start, title if len(title) > 1 else "", number if title else ""

    def focusInEvent(self, event: QtGui.QFocusEvent) -> None:
        """Show the ring where the keyboard brought the focus here, not at the start."""
        reason = event.reason()
        self._by_keyboard = reason in (
            QtCore.Qt.FocusReason.TabFocusReason,
            QtCore.Qt.FocusReason.BacktabFocusReason,
            QtCore.Qt.FocusReason.ShortcutFocusReason,
        )
        super().focusInEvent(event)

    def mouseMoveEvent(self, event: QtGui.QMouseEvent) -> None:
        """Redraw so that the tab under the pointer darkens."""
        self.update()
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QtCore.QEvent) -> None:
        """Redraw when the pointer is gone."""
        self.update()
        super().leaveEvent(event)
