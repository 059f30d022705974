"""The page that stands where a briefing could not be opened: what is wrong and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtWidgets

if TYPE_CHECKING:
    from pathlib import Path

    from briefing_app.errors import ContentError
    from briefing_app.gui.theme.theme import Theme


class FailurePage(QtWidgets.QWidget):
    """A plain page, not a message box: the reader can copy it and try again."""

    back_requested = QtCore.Signal()
    retry_requested = QtCore.Signal()
    open_requested = QtCore.Signal()

    def __init__(self, theme: Theme, parent: QtWidgets.QWidget | None = None) -> None:
        """Start without a failure."""
        super().__init__(parent)
        self.heading = QtWidgets.QLabel(self.tr("This briefing cannot be opened"))
        self.place = QtWidgets.QLabel()
        self.place.setTextInteractionFlags(
            QtCore.Qt.TextInteractionFlag.TextSelectableByMouse
            | QtCore.Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.problems = QtWidgets.QPlainTextEdit()
        self.problems.setReadOnly(True)
        self.problems.setAccessibleName(self.tr("What is wrong, one problem a line"))
        for label in (self.heading, self.place):
            label.setTextFormat(QtCore.Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.retry = QtWidgets.QPushButton(self.tr("Try again"))
        self.open_other = QtWidgets.QPushButton(self.tr("Open another folder…"))
        self.back = QtWidgets.QPushButton(self.tr("Back to the briefing"))
        self.retry.clicked.connect(self.retry_requested)
        self.open_other.clicked.connect(self.open_requested)
        self.back.clicked.connect(self.back_requested)
        self._lay_out()
        self.set_theme(theme)

    def _lay_out(self) -> None:
        buttons = QtWidgets.QHBoxLayout()
        for button in (self.retry, self.open_other, self.back):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QtWidgets.QVBoxLayout()
        column.setSpacing(12)
        column.addWidget(self.heading)
        column.addWidget(self.place)
        column.addWidget(self.problems)
        column.addLayout(buttons)
        column.addStretch(1)
        row = QtWidgets.QHBoxLayout(self)
        row.setContentsMargins(28, 48, 28, 28)
        row.addStretch(1)
        row.addLayout(column, 6)
        row.addStretch(1)

    def show_failure(self, path: Path, error: ContentError, *, can_go_back: bool) -> None:
        """Say what is wrong with the briefing at `path`."""
        self.place.setText(f"{path}\n{error}")
        self.problems.setPlainText("\n".join(str(problem) for problem in error.problems))
        self.problems.setVisible(bool(error.problems))
        self.back.setVisible(can_go_back)
        self.setAccessibleName(f"{self.heading.text()}: {error}")
        self.retry.setFocus()

    def set_theme(self, theme: Theme) -> None:
        """Take new colours and sizes."""
        self.setAutoFillBackground(True)
        palette = self.palette()
        palette.setColor(palette.ColorRole.Window, theme.colour("paper"))
        self.setPalette(palette)
        self.heading.setFont(theme.font("page_title"))
        self.place.setFont(theme.font("row"))
        self.problems.setFont(theme.font("id"))
