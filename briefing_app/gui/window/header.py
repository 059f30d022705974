"""The header: what one is reading, as of when, and how it may be handled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

from briefing_app.gui.kit.display_text import plain_tool_tip
from briefing_app.gui.kit.pen import Pen

if TYPE_CHECKING:
    from briefing_app.gui.theme.theme import Theme
    from briefing_app.model.briefing import Briefing

_PADDING_PX, _NARROW_PADDING_PX = 28, 20
_HEIGHT_PX, _NARROW_HEIGHT_PX = 56, 48
_PILL_PX, _PILL_AIR_PX, _PILL_GAP_PX = 20, 16, 6
_TITLE_GAP_PX = 18


class Header(QtWidgets.QLabel):
    """Title, information cut-off, handling mark and version on one line."""

    def __init__(self, theme: Theme, parent: QtWidgets.QWidget | None = None) -> None:
        """Start without a briefing."""
        super().__init__(parent)
        self._theme = theme
        self._title = self._as_of = self._handling = self._version = ""
        self._narrow = self._two_lines = False
        self.setSizePolicy(QtWidgets.QSizePolicy.Policy.Ignored, QtWidgets.QSizePolicy.Policy.Fixed)

    def set_briefing(self, briefing: Briefing | None) -> None:
        """Show a briefing's title, cut-off, handling and version."""
        if briefing is None:
            self._title = self._as_of = self._handling = self._version = ""
        else:
            self._title = briefing.title
            self._as_of = self.tr("As of {date}").format(date=briefing.as_of.display())
            self._handling = briefing.handling.value if briefing.handling else ""
            self._version = self.tr("version {number}").format(number=briefing.version)
        parts = (self._title, self._as_of, self._handling, self._version)
        self.setAccessibleName(", ".join(part for part in parts if part))
        self.setToolTip(plain_tool_tip(self._title))
        # or the tool tip is read, with its mark-up
        self.setAccessibleDescription(self.tr("The briefing that is open"))
        self._divide()
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Take new colours and sizes."""
        self._theme = theme
        self._divide()
        self.updateGeometry()
        self.update()

    def set_narrow(self, narrow: bool) -> None:
        """Use the smaller form of narrow windows."""
        if narrow != self._narrow:
            self._narrow = narrow
            self._divide()
            self.updateGeometry()
            self.update()

    @property
    def padding_px(self) -> int:
        """How far from the leading edge the title begins, in px."""
        return _NARROW_PADDING_PX if self._narrow else _PADDING_PX

    @property
    def _title_role(self) -> str:
        return "window_title_narrow" if self._narrow else "window_title"

    def sizeHint(self) -> QtCore.QSize:
        """One line of title with air above and below, and one of pills where they need it."""
        height = _NARROW_HEIGHT_PX if self._narrow else _HEIGHT_PX
        height = max(height, self._theme.line_px(self._title_role) + 20)
        return QtCore.QSize(400, height + (self._pill_height() + 6 if self._two_lines else 0))

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        """Give the title a line of its own where it would be cut."""
        super().resizeEvent(event)
        self._divide()

    def _divide(self) -> None:
        words = QtGui.QFontMetricsF(self._theme.font(self._title_role))
        title = words.horizontalAdvance(self._title)
        room = self.width() - 2 * self.padding_px
        divided = title + _TITLE_GAP_PX + self._pills_width() > room > 0
        if divided != self._two_lines:
            self._two_lines = divided
            self.updateGeometry()
            self.update()

    def _pill_height(self) -> int:
        return max(_PILL_PX, self._theme.line_px("badge") + 4)

    def _pills_width(self) -> float:
        metrics = QtGui.QFontMetricsF(self._theme.font("badge"))
        pills = (text for text in (self._as_of, self._handling) if text)
        return sum(metrics.horizontalAdvance(p) + _PILL_AIR_PX + _PILL_GAP_PX for p in pills)

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        """Draw the line; the title gives way first."""
        painter = QtGui.QPainter(self)
        theme = self._theme
        painter.fillRect(self.rect(), theme.colour("win"))
        mirrored = self.isRightToLeft()
        pen = Pen(painter, theme, self.width(), mirrored=mirrored)
        padding = self.padding_px
        pills = [
            (self._as_of, "accent", "accent_bg", None),
            (self._handling, "ink", "win", theme.colour("edge")),
        ]
        line = theme.line_px(self._title_role)
        room = self.width() - 2 * padding
        second = self._pill_height() + 6 if self._two_lines else 0
        middle = (self.height() - second) / 2 + 2
        top, x = middle - line / 2, float(padding)
        ink = theme.colour("ink")
        x += pen.text(self._title, self._title_role, x, top, ink, max_width=room) + _TITLE_GAP_PX
        if second:
            x, middle = float(padding), middle + line / 2 + 4 + self._pill_height() / 2
        version_width = pen.text_width(self._version, "meta") + _PILL_GAP_PX
        # the version is said in About as well
        has_version = x + self._pills_width() + version_width <= self.width() - padding
        for text, pill_ink, ground, frame in pills:
            if text:
                x += self._pill(pen, text, x, middle, pill_ink, ground, frame) + _PILL_GAP_PX
        if has_version:
            meta = theme.line_px("meta")
            pen.text(
                self._version, "meta", x + _PILL_GAP_PX, middle - meta / 2, theme.colour("ink2")
            )
        painter.end()

    def _pill(
        self,
        pen: Pen,
        text: str,
        x: float,
        middle: float,
        ink: str,
        ground: str,
        frame: QtGui.QColor | None,
    ) -> float:
        theme = self._theme
        width = pen.text_width(text, "badge") + _PILL_AIR_PX
        height = self._pill_height()
        if theme.framed:
            frame = theme.colour("edge" if ink == "ink" else "accent")
        top = middle - height / 2
        pen.fill(x, top, width, height, theme.colour(ground), radius=4, frame=frame)
        line = theme.line_px("badge")
        pen.text(text, "badge", x + 8, middle - line / 2, theme.colour(ink))
        return width
