"""The keys of the handout dialog, those that readers of PDF and of this program are used to."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6 import QtGui

from briefing_app.gui.handout.page_layout import Fit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6 import QtWidgets

    from briefing_app.gui.handout.find_in_pages import FindInPages
    from briefing_app.gui.handout.page_bar import PageBar
    from briefing_app.gui.handout.page_view import PageView

    KeyedAct = tuple[str | QtGui.QKeySequence.StandardKey, Callable[[], object]]


def add_keys(
    dialog: QtWidgets.QWidget,
    *,
    pages: PageView,
    find_bar: FindInPages,
    bar: PageBar,
    command: Callable[[str], object],
    acts: Iterable[KeyedAct],
) -> None:
    """Give the dialog its keys: those of its parts, and `acts`, what it does itself.

    `command` does one of the window's actions.
    """
    standard = QtGui.QKeySequence.StandardKey
    of_parts: tuple[KeyedAct, ...] = (
        (standard.Find, find_bar.open_bar),
        ("F3", find_bar.find_next),
        ("Shift+F3", find_bar.find_previous),
        ("Ctrl++", partial(pages.zoom, 1)),
        ("Ctrl+=", partial(pages.zoom, 1)),
        (standard.ZoomOut, partial(pages.zoom, -1)),
        ("Ctrl+0", partial(pages.set_fit, Fit.WIDTH)),
        ("Ctrl+L", bar.focus_page),
        ("Ctrl+PgDown", partial(pages.step_page, 1)),
        ("Ctrl+PgUp", partial(pages.step_page, -1)),
        ("Ctrl+J", bar.show_contents),
        ("Ctrl+K", partial(command, "palette")),
        (standard.HelpContents, partial(command, "manual")),
        ("F6", pages.links.go_to_next),
        ("Shift+F6", pages.links.go_to_previous),
    )
    for key, act in (*of_parts, *acts):
        QtGui.QShortcut(QtGui.QKeySequence(key), dialog).activated.connect(act)
