"""What the find bar says of its search, and the words after it that lead to another tab."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtWidgets

from briefing_app.gui.kit.painted_buttons import LinkButton

if TYPE_CHECKING:
    from briefing_app.gui.theme.theme import Theme


class FindCount(QtWidgets.QWidget):
    """`3 of 17`, or `Not in this tab;` with a link `5 in other tabs`."""

    followed = QtCore.Signal()

    def __init__(self, theme: Theme, parent: QtWidgets.QWidget | None = None) -> None:
        """Say nothing yet."""
        super().__init__(parent)
        self._theme = theme
        self._missing = False
        self._words = QtWidgets.QLabel()
        self._words.setTextFormat(QtCore.Qt.TextFormat.PlainText)
        self._link = LinkButton(self.tr("in other tabs"), theme, role="meta")
        self._link.setAccessibleDescription(self.tr("Goes to the next tab that has it."))
        self._link.clicked.connect(self.followed)
        self._link.hide()
        row = QtWidgets.QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(5)
        row.addWidget(self._words)
        row.addWidget(self._link)
        self.set_theme(theme)

    def say(self, words: str, *, missing: bool = False, link: str = "") -> None:
        """Show words, `missing` as an error, and a link after them."""
        self._missing = missing
        self._words.setText(words)
        self._words.setAccessibleName(words)
        self._link.setVisible(bool(link))
        if link:
            self._link.setText(link)
            self._link.setAccessibleName(link)
            self._link.updateGeometry()
        self._colour()

    def words(self) -> str:
        """Return the words without the link."""
        return self._words.text()

    def text(self) -> str:
        """Return words and link as they are read."""
        return f"{self.words()} {self._link.text()}" if self.leads_on else self.words()

    @property
    def leads_on(self) -> bool:
        """Whether there is a link."""
        return not self._link.isHidden()

    def set_theme(self, theme: Theme) -> None:
        """Restyle."""
        self._theme = theme
        self._words.setFont(theme.font("meta"))
        self._link.set_theme(theme)
        self._colour()

    def _colour(self) -> None:
        role = "error" if self._missing else "ink2"
        self._words.setStyleSheet(f"color: {self._theme.values[role]};")
