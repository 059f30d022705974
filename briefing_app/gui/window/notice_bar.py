"""A bar for what the reader should know now: problems, progress, what was saved."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING

from PySide6 import QtCore, QtWidgets

from briefing_app.gui.kit.announce import announce
from briefing_app.gui.kit.problem_rows import ProblemRows
from briefing_app.gui.window.index_rail import RailButton
from briefing_app.gui.words.english_words import begin_at_side

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from briefing_app.gui.theme.theme import Theme
    from briefing_app.model.problem import Problem


class Tone(enum.Enum):
    """How much a notice matters."""

    INFO = "accent"
    WARNING = "warning"
    ERROR = "error"


class NoticeBar(QtWidgets.QFrame):
    """One sentence with buttons; can carry a busy bar, and a list that unfolds."""

    closed = QtCore.Signal()
    problem_chosen = QtCore.Signal(object)  # Problem, of the list that unfolds
    file_requested = QtCore.Signal(object)  # Problem: its file is to be opened at its line

    def __init__(self, theme: Theme, parent: QtWidgets.QWidget | None = None) -> None:
        """Start hidden."""
        super().__init__(parent)
        self._theme = theme
        self._tone = Tone.INFO
        self._buttons: list[QtWidgets.QPushButton] = []
        self._built = self._has_files = False
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
        self.details = ProblemRows()
        self.details.problem_chosen.connect(self.problem_chosen)
        self.details.file_requested.connect(self.file_requested)
        self.open_file = QtWidgets.QPushButton(self.tr("Open the file at this line"))
        self.open_file.clicked.connect(self.details.ask_for_file)
        self.open_file.hide()
        close_words = self.tr("Close this notice")
        self.close_button = RailButton("close", close_words, close_words, self._theme)
        self.close_button.clicked.connect(self.dismiss)
        self._row = QtWidgets.QHBoxLayout()
        self._row.setSpacing(8)
        self._row.addWidget(self.text, 1)
        self._row.addWidget(self.busy)
        self._row.addWidget(self.open_file)
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
        details: Sequence[Problem | str] = (),
        has_files: bool = False,
        busy: bool = False,
    ) -> None:
        """Show a sentence with buttons (word, what it does); `details` unfold on request.

        `has_files` offers to open the file of each problem among them.
        """
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
        self.open_file.hide()
        self._has_files = has_files
        if details:
            self.details.list_problems(details, has_files=has_files)
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
        self._row.insertWidget(self._row.count() - 3, button)
        self._buttons.append(button)

    @QtCore.Slot()
    def _unfold(self) -> None:
        folded = self.details.isHidden()
        self.details.setVisible(folded)
        self.open_file.setVisible(folded and self._has_files)
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
        self.details.set_theme(self._theme)
