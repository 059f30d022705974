"""The keys of the handout dialog, those that readers of PDF and of this program are used to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtGui

from briefing_app.gui.handout.page_layout import Fit

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing_app.gui.handout.handout_dialog import HandoutDialog


def add_keys(dialog: HandoutDialog) -> None:
    """Give the dialog its keys."""
    view, find, standard = dialog.view, dialog.find_bar, QtGui.QKeySequence.StandardKey

    def larger() -> None:
        view.zoom(1)

    def smaller() -> None:
        view.zoom(-1)

    def fit_width() -> None:
        view.set_fit(Fit.WIDTH)

    def next_page() -> None:
        view.step_page(1)

    def page_before() -> None:
        view.step_page(-1)

    def palette() -> None:
        dialog.command_requested.emit("palette")

    def manual() -> None:
        dialog.command_requested.emit("manual")

    keys: tuple[tuple[str | QtGui.QKeySequence.StandardKey, Callable[[], object]], ...] = (
        (standard.Save, dialog.save),
        (standard.Print, dialog.print),
        (standard.Close, dialog.close),
        (standard.Find, find.open_bar),
        ("F3", find.find_next),
        ("Shift+F3", find.find_previous),
        ("Ctrl++", larger),
        ("Ctrl+=", larger),
        (standard.ZoomOut, smaller),
        ("Ctrl+0", fit_width),
        ("Ctrl+L", dialog.bar.focus_page),
        ("Ctrl+PgDown", next_page),
        ("Ctrl+PgUp", page_before),
        ("Ctrl+J", dialog.bar.show_contents),
        ("Ctrl+K", palette),
        (standard.HelpContents, manual),
        ("F6", view.go_to_next_link),
        ("Shift+F6", view.go_to_previous_link),
        ("Alt+Left", dialog.go_back),
        ("Alt+Right", dialog.go_forward),
    )
    for key, act in keys:
        QtGui.QShortcut(QtGui.QKeySequence(key), dialog).activated.connect(act)
