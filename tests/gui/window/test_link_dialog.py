"""No link opens before the reader has seen the whole address."""

from __future__ import annotations

import pytest
from PySide6 import QtCore, QtGui, QtWidgets

from briefing_app.gui.window.link_dialog import LinkDialog, host_in_punycode, is_allowed


@pytest.mark.parametrize(
    ("address", "allowed"),
    [
        ("https://example.org/a?b#c", True),
        ("HTTP://example.org", True),
        ("mailto:desk@example.org", True),
        ("https://пример.рф/", True),
        ("javascript:alert(1)", False),
        ("JaVaScRiPt:alert(1)", False),
        ("\x01javascript:alert(1)", False),
        ("file:///etc/passwd", False),
        ("smb://host/share", False),
        ("qrc:/x", False),
        ("vbscript:x", False),
        ("data:text/html,x", False),
        ("//example.org/x", False),
        ("https:///no-host", False),
        ("https://exam\u202eple.org/", False),
        ("example.org", False),
        ("", False),
    ],
)
def test_which_addresses_may_be_opened(address: str, allowed: bool) -> None:
    assert is_allowed(address) is allowed


def test_look_alike_letters_show_in_the_host() -> None:
    assert host_in_punycode("https://аpple.com/") == "xn--pple-43d.com"


def texts(dialog: LinkDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QtWidgets.QLabel))


def test_the_dialog_shows_the_whole_address_and_what_is_odd_about_it(qtbot) -> None:
    dialog = LinkDialog("https://lse.ac.uk@evil.example/path")
    qtbot.addWidget(dialog)
    assert dialog.field.text() == "https://lse.ac.uk@evil.example/path"
    assert "evil.example" in texts(dialog)
    assert "“lse.ac.uk” before the @" in texts(dialog)
    assert dialog.copy_button.isDefault()


def test_copying_is_the_default_and_opens_nothing(qtbot) -> None:
    dialog = LinkDialog("https://example.org/")
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.keyClick(dialog, QtCore.Qt.Key.Key_Return)
    assert QtGui.QGuiApplication.clipboard().text() == "https://example.org/"
    assert dialog.result() == QtWidgets.QDialog.DialogCode.Accepted


def test_opening_hands_over_exactly_that_address(qtbot, monkeypatch) -> None:
    opened = []
    monkeypatch.setattr(
        QtGui.QDesktopServices,
        "openUrl",
        lambda url: opened.append(bytes(url.toEncoded()).decode()),
    )
    dialog = LinkDialog("https://example.org/a%20b")
    qtbot.addWidget(dialog)
    qtbot.mouseClick(dialog.open_button, QtCore.Qt.MouseButton.LeftButton)
    assert opened == ["https://example.org/a%20b"]


def test_what_may_not_be_opened_cannot_be_clicked(qtbot) -> None:
    dialog = LinkDialog("javascript:alert(1)")
    qtbot.addWidget(dialog)
    assert not dialog.open_button.isEnabled()
