"""The header: what one is reading, as of when, and how it may be handled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

from briefing_app.gui.views.display_text import plain_tool_tip
from briefing_app.gui.views.pen import Pen

if TYPE_CHECKING:
    from briefing_app.gui.theme.theme import Theme
    from briefing_app.model.briefing import Briefing

_PADDING_PX, _NARROW_PADDING_PX = 28, 20
_HEIGHT_PX, _NARROW_HEIGHT_PX = 56, 48
_PILL_PX = 20


class Header(QtWidgets.QLabel):
    """Title, information cut-off, handling mark and version on one line."""

    def __init__(self, theme: Theme, parent: QtWidgets.QWidget | None = None) -> None:
        """Start without a briefing."""
        super().__init__(parent)
        self._theme = theme
        self._title = self._as_of = self._handling = self._version = ""
        self._narrow = False
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
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Take new colours and sizes."""
        self._theme = theme
        self.updateGeometry()
        self.update()

    def set_narrow(self, narrow: bool) -> None:
        """Use the smaller form of narrow windows."""
        if narrow != self._narrow:
            self._narrow = narrow
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
        """One line of title with air above and below."""
        height = _NARROW_HEIGHT_PX if self._narrow else _HEIGHT_PX
        return QtCore.QSize(400, max(height, self._theme.line_px(self._title_role) + 20))

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
        pills_width = sum(pen.text_width(p[0], "badge") + 24 for p in pills if p[0])
        version_width = pen.text_width(self._version, "meta") + 12
        room = self.width() - 2 * padding - pills_width - version_width
        if room < 220:  # the version is said in About as well
            room, version_width = room + version_width, 0
        line = theme.line_px(self._title_role)
        middle = self.height() / 2 + 2
        x = float(padding)
        x += pen.text(
            self._title, self._title_role, x, middle - line / 2, theme.colour("ink"), max_width=room
        )
        x += 18
        for text, ink, ground, frame in pills:
            if text:
                x += self._pill(pen, text, x, middle, ink=ink, ground=ground, frame=frame) + 6
        if version_width:
            meta = theme.line_px("meta")
            pen.text(self._version, "meta", x + 6, middle - meta / 2, theme.colour("ink2"))
        painter.end()

    def _pill(
        self,
        pen: Pen,
        text: str,
        x: float,
        middle: float,
        *,
        ink: str,
        ground: str,
        frame: QtGui.QColor | None,
    ) -> float:
        theme = self._theme
        width = pen.text_width(text, "badge") + 16
        height = max(_PILL_PX, theme.line_px("badge") + 4)
        if theme.framed:
            frame = theme.colour("edge" if ink == "ink" else "accent")
        top = middle - height / 2
        pen.fill(x, top, width, height, theme.colour(ground), radius=4, frame=frame)
        line = theme.line_px("badge")
        pen.text(text, "badge", x + 8, middle - line / 2, theme.colour(ink))
        return width
