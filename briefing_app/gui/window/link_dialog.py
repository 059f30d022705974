"""The question before a link is opened: the whole address, with what a reader should notice."""

from __future__ import annotations

from PySide6 import QtCore, QtGui, QtWidgets

_SCHEMES = ("http", "https", "mailto")


def is_allowed(address: str) -> bool:
    """Return whether an address may be opened: http, https or mailto, nothing hidden in it."""
    if any(not letter.isprintable() for letter in address):
        return False
    url = QtCore.QUrl(address, QtCore.QUrl.ParsingMode.StrictMode)
    scheme = url.scheme().lower()
    return url.isValid() and scheme in _SCHEMES and bool(url.host() or scheme == "mailto")


def host_in_punycode(address: str) -> str:
    """Return the host as the network sees it, so that look-alike letters show."""
    return QtCore.QUrl(address).host(QtCore.QUrl.ComponentFormattingOption.FullyEncoded)


class LinkDialog(QtWidgets.QDialog):
    """Shows where a link leads; copying is the default, opening is the second choice."""

    def __init__(self, address: str, parent: QtWidgets.QWidget | None = None) -> None:
        """Ask about one address."""
        super().__init__(parent)
        self.address = address
        self.setWindowTitle(self.tr("Open a link"))
        self.setMinimumWidth(520)
        column = QtWidgets.QVBoxLayout(self)
        question = QtWidgets.QLabel(
            self.tr("This briefing links to a page outside. Nothing has been opened yet.")
        )
        question.setWordWrap(True)
        column.addWidget(question)
        self.field = QtWidgets.QLineEdit(address)
        self.field.setReadOnly(True)
        self.field.setCursorPosition(0)
        self.field.setAccessibleName(self.tr("The whole address"))
        column.addWidget(self.field)
        for text in self._warnings():
            label = QtWidgets.QLabel(text)
            label.setTextFormat(QtCore.Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            column.addWidget(label)
        self.copy_button = QtWidgets.QPushButton(self.tr("Copy address"))
        self.open_button = QtWidgets.QPushButton(self.tr("Open in browser"))
        self.cancel_button = QtWidgets.QPushButton(self.tr("Cancel"))
        self.copy_button.setDefault(True)
        self.open_button.setEnabled(is_allowed(address))
        self.copy_button.clicked.connect(self._copy)
        self.open_button.clicked.connect(self._open)
        self.cancel_button.clicked.connect(self.reject)
        row = QtWidgets.QHBoxLayout()
        row.addStretch(1)
        for button in (self.copy_button, self.open_button, self.cancel_button):
            row.addWidget(button)
        column.addLayout(row)

    def _warnings(self) -> list[str]:
        host = host_in_punycode(self.address)
        found = []
        if host:
            found.append(self.tr("Host: {host}").format(host=host))
        user = QtCore.QUrl(self.address).userName()
        if user:
            words = self.tr("“{user}” before the @ is a user name, not the place it leads to.")
            found.append(words.format(user=user))
        if not is_allowed(self.address):
            found.append(self.tr("Only http, https and mailto addresses can be opened."))
        return found

    @QtCore.Slot()
    def _copy(self) -> None:
        QtGui.QGuiApplication.clipboard().setText(self.address)
        self.accept()

    @QtCore.Slot()
    def _open(self) -> None:
        QtGui.QDesktopServices.openUrl(QtCore.QUrl(self.address))
        self.accept()
