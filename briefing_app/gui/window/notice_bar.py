"""A bar for what the reader should know now: problems, progress, what was saved."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING

from PySide6 import QtCore, QtWidgets

from briefing_app.gui.kit.announce import announce
from briefing_app.gui.window.index_rail import RailButton
from briefing_app.gui.words.english_words import begin_at_side

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from briefing_app.gui.theme.theme import Theme

_LINES_SHOWN = 50


class Tone(enum.Enum):
    """How much a notice matters."""

    INFO = "accent"
    WARNING = "warning"
    ERROR = "error"


class NoticeBar(QtWidgets.QFrame):
    """One sentence with buttons; can carry a busy bar, and a list that unfolds."""

    closed = QtCore.Signal()

    def __init__(self, theme: Theme, parent: QtWidgets.QWidget | None = None) -> None:
        """Start hidden."""
        super().__init__(parent)
        self._theme = theme
        self._tone = Tone.INFO
        self._buttons: list[QtWidgets.QPushButton] = []
        self._built = False
        self.hide()

    def _build(self) -> None:
        """Make the parts when there is something to say: the first paint does without them."""
        self._built = True
        self.text = QtWidgets.QLabel()
        self.text.setTextFormat(QtCore.Qt.TextFormat.PlainText)
        self.text.setWordWrap(True)
        self.busy = QtWidgets.QProgressBar()
        self.busy.setRange(0, 0)
        self.busy.setTextVisible(False)
        self.busy.setFixedSize(120, 8)
        self.busy.setAccessibleName(self.tr("Working"))
        self.details = QtWidgets.QPlainTextEdit()
        self.details.setReadOnly(True)
        self.details.setFixedHeight(140)
        self.details.setAccessibleName(self.tr("Problems, one a line"))
        close_words = self.tr("Close this notice")
        self.close_button = RailButton("close", close_words, close_words, self._theme)
        self.close_button.clicked.connect(self.dismiss)
        self._row = QtWidgets.QHBoxLayout()
        self._row.setSpacing(8)
        self._row.addWidget(self.text, 1)
        self._row.addWidget(self.busy)
        self._row.addWidget(self.close_button)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(28, 6, 12, 6)
        column.addLayout(self._row)
        column.addWidget(self.details)

    def say(
        self,
        text: str,
        *,
        tone: Tone = Tone.INFO,
        buttons: Sequence[tuple[str, Callable[[], None]]] = (),
        details: Sequence[str] = (),
        busy: bool = False,
    ) -> None:
        """Show a sentence with buttons (word, what it does); `details` unfold on request."""
        if not self._built:
            self._build()
        for button in self._buttons:
            self._row.removeWidget(button)
            button.deleteLater()
        self._buttons = []
        self._tone = tone
        self.text.setText(text)
        begin_at_side(self.text)
        self.setAccessibleName(text)
        self.busy.setVisible(busy)
        self.close_button.setVisible(not busy)
        self.details.hide()
        if details:
            shown = list(details[:_LINES_SHOWN])
            if len(details) > _LINES_SHOWN:
                shown.append(self.tr("and {n} more").format(n=len(details) - _LINES_SHOWN))
            self.details.setPlainText("\n".join(shown))
            self._add_button(self.tr("Show problems"), self._unfold)
        for word, act in buttons:
            self._add_button(word, act)
        self._restyle()
        self.show()
        announce(self, text)

    def take_back(self, text: str) -> None:
        """Hide the bar if it still says a sentence, which is no longer true."""
        if self._built and self.text.text() == text:
            self.hide()

    def dismiss(self) -> None:
        """Hide the bar."""
        self.hide()
        self.closed.emit()

    def _add_button(self, word: str, act: Callable[[], None]) -> None:
        button = QtWidgets.QPushButton(word)
        button.clicked.connect(act)
        self._row.insertWidget(self._row.count() - 2, button)
        self._buttons.append(button)

    @QtCore.Slot()
    def _unfold(self) -> None:
        folded = self.details.isHidden()
        self.details.setVisible(folded)
        self._buttons[0].setText(self.tr("Hide problems") if folded else self.tr("Show problems"))

    def set_theme(self, theme: Theme) -> None:
        """Take new colours."""
        self._theme = theme
        if self._built:
            self.close_button.set_theme(theme)
            self._restyle()

    def _restyle(self) -> None:
        role = self._tone.value
        values = self._theme.values
        ground = values["accent_bg" if self._tone is Tone.INFO else f"{role}_bg"]
        self.setStyleSheet(
            f"NoticeBar {{ background: {ground}; border-bottom: 1px solid {values[role]}; }}"
            f"QLabel {{ color: {values['ink']}; }}"
        )
        self.text.setFont(self._theme.font("menu"))
        self.details.setFont(self._theme.font("id"))
