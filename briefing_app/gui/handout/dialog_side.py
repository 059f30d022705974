"""The left side of the handout dialog: title, choices that scroll, the file in words, buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

from briefing_app.gui.kit.painted_buttons import ActionButton
from briefing_app.gui.kit.painted_label import scaled

if TYPE_CHECKING:
    from briefing_app.gui.handout.choices_panel import ChoicesPanel
    from briefing_app.gui.theme.theme import Theme

_WIDTH_PX = 328
_PADDING_PX = 22
_MOST_OF_WINDOW = 0.44


class _WideButton(ActionButton):
    """A button as wide as its place, its words in the middle."""

    def __init__(self, text: str, theme: Theme, *, primary: bool = False) -> None:
        super().__init__(text, theme, primary=primary)
        policy = QtWidgets.QSizePolicy.Policy
        self.setSizePolicy(policy.Expanding, policy.Fixed)

    def words_x(self, words: float) -> float:
        return max(super().words_x(words), (self.width() - words) / 2)


class DialogSide(QtWidgets.QWidget):
    """Frames the choices; the dialog hears its buttons."""

    def __init__(
        self, choices: ChoicesPanel, theme: Theme, parent: QtWidgets.QWidget | None = None
    ) -> None:
        """Put the choices into their frame."""
        super().__init__(parent)
        self._theme = theme
        self.save = _WideButton(self.tr("Save PDF…"), theme, primary=True)
        self.print = _WideButton(self.tr("Print…"), theme)
        self.close_button = _WideButton(self.tr("Close"), theme)
        self._title = QtWidgets.QLabel(self.tr("Handout"))
        self._about = QtWidgets.QLabel(self.tr("What you see beside this is the file itself."))
        self._seal_title = QtWidgets.QLabel(self.tr("Readable by screen readers, fit for archives"))
        self._seal = QtWidgets.QLabel()
        for label in (self._about, self._seal_title, self._seal):
            label.setWordWrap(True)
        self._size = QtWidgets.QLabel()
        self._choices = choices
        self._inner = QtWidgets.QWidget()
        self._scroll = QtWidgets.QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QtWidgets.QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(QtCore.Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(QtCore.Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._inner)
        inner = QtWidgets.QVBoxLayout(self._inner)
        inner.setContentsMargins(_PADDING_PX, 20, _PADDING_PX, 16)
        inner.setSpacing(0)
        parts = ((self._title, 2), (self._about, 14), (choices, 14), (self._seal_title, 0))
        for part, gap in (*parts, (self._seal, 0)):
            inner.addWidget(part)
            inner.addSpacing(gap)
        inner.addStretch(1)
        self._foot = QtWidgets.QWidget()
        foot = QtWidgets.QVBoxLayout(self._foot)
        foot.setContentsMargins(_PADDING_PX, 12, _PADDING_PX, 16)
        foot.setSpacing(8)
        foot.addWidget(self._size)
        foot.addWidget(self.save)
        pair = QtWidgets.QHBoxLayout()
        pair.setSpacing(8)
        pair.addWidget(self.print)
        pair.addWidget(self.close_button)
        foot.addLayout(pair)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._scroll, 1)
        column.addWidget(self._foot)
        self.setAutoFillBackground(True)
        self.say_file("", carries_briefing=True)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take new colours and sizes."""
        self._theme = theme
        for widget in (self, self._inner, self._scroll.viewport()):
            palette = widget.palette()
            palette.setColor(QtGui.QPalette.ColorRole.Window, theme.colour("panel"))
            widget.setPalette(palette)
        for button in (self.save, self.print, self.close_button):
            button.set_theme(theme)
        for label, role, ink in (
            (self._title, "page_title", "ink"),
            (self._about, "detail", "ink2"),
            (self._seal_title, "detail_strong", "ink"),
            (self._seal, "detail", "ink2"),
            (self._size, "meta", "ink2"),
        ):
            label.setFont(theme.font(role))
            label.setStyleSheet(f"color: {theme.values[ink]};")
        self.update()

    def replace_choices(self, choices: ChoicesPanel) -> None:
        """Put other choices in the place of those there are."""
        layout = self._inner.layout()
        assert layout is not None
        layout.replaceWidget(self._choices, choices)
        self._choices.deleteLater()
        self._choices = choices

    def say_file(self, size: str, *, carries_briefing: bool) -> None:
        """Say how large the file is and what it is fit for."""
        self._size.setText(size or " ")
        self._seal.setText(
            self.tr("PDF/UA-1 and PDF/A-3a. The briefing is in it and can be opened from it again.")
            if carries_briefing
            else self.tr("PDF/UA-1 and PDF/A-3a. The briefing itself is not in it.")
        )

    def fit_to(self, window_px: int) -> None:
        """Take a width that leaves most of the window to the pages."""
        self.setFixedWidth(min(scaled(self._theme, _WIDTH_PX), round(window_px * _MOST_OF_WINDOW)))

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        """Draw the hairlines to the pages and above the buttons."""
        super().paintEvent(event)
        painter = QtGui.QPainter(self)
        hair = self._theme.colour("hair")
        edge = 0 if self.isRightToLeft() else self.width() - 1
        painter.fillRect(edge, 0, 1, self.height(), hair)
        painter.fillRect(0, self._foot.y(), self.width(), 1, hair)
        painter.end()
