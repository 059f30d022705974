"""Which theme is on: the reader's choice, or the system's, followed live."""

from __future__ import annotations

from PySide6 import QtCore, QtGui, QtWidgets

from briefing_app.gui.theme.palette import make_palette, make_style_sheet
from briefing_app.gui.theme.theme import DARK, HIGH_CONTRAST, LIGHT, Theme

SYSTEM = "system"
CHOICES = (SYSTEM, LIGHT, DARK, HIGH_CONTRAST)


class ThemeKeeper(QtCore.QObject):
    """Holds the current theme and puts it on the whole application."""

    theme_changed = QtCore.Signal(object)

    def __init__(self, choice: str, reading_px: int) -> None:
        """Put on the theme that the choice asks for."""
        super().__init__()
        self.choice = choice if choice in CHOICES else SYSTEM
        self.theme = Theme(self._wanted(), reading_px=reading_px)
        self._put_on()
        hints = QtGui.QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._follow_system)

    def choose(self, choice: str) -> None:
        """Take the reader's choice: one of `CHOICES`."""
        self.choice = choice
        self._change(self._wanted(), self.theme.reading_px)

    def set_reading_px(self, reading_px: int) -> None:
        """Take a new size of body text, in px; all other sizes follow."""
        self._change(self.theme.name, reading_px)

    def _wanted(self) -> str:
        if self.choice != SYSTEM:
            return self.choice
        hints = QtGui.QGuiApplication.styleHints()
        # absent before Qt 6.10; says that the system asks for strong contrast
        accessibility = getattr(hints, "accessibility", lambda: None)()
        preference = getattr(accessibility, "contrastPreference", lambda: None)()
        if getattr(preference, "name", "") == "HighContrast":
            return HIGH_CONTRAST
        return DARK if hints.colorScheme() == QtCore.Qt.ColorScheme.Dark else LIGHT

    def _change(self, name: str, reading_px: int) -> None:
        if name == self.theme.name and reading_px == self.theme.reading_px:
            return
        self.theme = Theme(name, reading_px=reading_px)
        self._put_on()
        self.theme_changed.emit(self.theme)

    def _put_on(self) -> None:
        QtWidgets.QApplication.setPalette(make_palette(self.theme))
        QtWidgets.QApplication.setFont(self.theme.font("menu"))
        application = QtWidgets.QApplication.instance()
        assert isinstance(application, QtWidgets.QApplication)
        if application.styleSheet():
            # to take one sheet away and put another on costs Qt 16 ms, to replace it 60
            application.setStyleSheet("")
        application.setStyleSheet(make_style_sheet(self.theme))

    @QtCore.Slot()
    def _follow_system(self) -> None:
        self._change(self._wanted(), self.theme.reading_px)
