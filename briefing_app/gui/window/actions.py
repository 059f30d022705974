"""Every action of the window in one table: its words, its keys and its menu."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, cast

from PySide6 import QtCore, QtGui, QtWidgets

from briefing_app.gui.words.english_words import keep_ends

if TYPE_CHECKING:
    from collections.abc import Callable


class ActionRow(NamedTuple):
    """One action: `keys` are a standard key or sequences in portable text; "-" rules a line off."""

    name: str
    words: str
    keys: QtGui.QKeySequence.StandardKey | tuple[str, ...] = ()
    checkable: bool = False


# the name is what translation tools look for; Qt's stub says that it returns object
QT_TRANSLATE_NOOP = cast("Callable[[str, str], str]", QtCore.QT_TRANSLATE_NOOP)

_TITLES = (
    QT_TRANSLATE_NOOP("actions", "&File"),
    QT_TRANSLATE_NOOP("actions", "&Edit"),
    QT_TRANSLATE_NOOP("actions", "&View"),
    QT_TRANSLATE_NOOP("actions", "&Go"),
    QT_TRANSLATE_NOOP("actions", "&Tools"),
    QT_TRANSLATE_NOOP("actions", "&Help"),
)
_RULE = ActionRow("-", "")


def _rows() -> tuple[tuple[ActionRow, ...], ...]:
    """The actions of each menu, in the order of the desktop's conventions."""
    row, standard = ActionRow, QtGui.QKeySequence.StandardKey
    return (
        (
            row("new", QT_TRANSLATE_NOOP("actions", "&New…")),
            row("new_window", QT_TRANSLATE_NOOP("actions", "New &window"), ("Ctrl+N",)),
            _RULE,
            row("open_folder", QT_TRANSLATE_NOOP("actions", "&Open folder…"), standard.Open),
            row(
                "open_file",
                QT_TRANSLATE_NOOP("actions", "Open &file…"),
                ("Ctrl+Shift+O",),
            ),
            row("recent", QT_TRANSLATE_NOOP("actions", "Open &recent")),
            row("open_in", QT_TRANSLATE_NOOP("actions", "Open &in")),
            _RULE,
            row("handout", QT_TRANSLATE_NOOP("actions", "&Handout…"), ("Ctrl+Shift+P",)),
            row("print", QT_TRANSLATE_NOOP("actions", "&Print…"), standard.Print),
            row("export", QT_TRANSLATE_NOOP("actions", "&Export…"), ("Ctrl+E",)),
            row("pack", QT_TRANSLATE_NOOP("actions", "Hand on as .&briefing…")),
            _RULE,
            row("close", QT_TRANSLATE_NOOP("actions", "&Close window"), standard.Close),
            row("quit", QT_TRANSLATE_NOOP("actions", "&Quit"), ("Ctrl+Q",)),
        ),
        (
            row("copy", QT_TRANSLATE_NOOP("actions", "&Copy"), standard.Copy),
            row(
                "copy_citation",
                QT_TRANSLATE_NOOP("actions", "Copy with c&itation"),
                ("Ctrl+Shift+C",),
            ),
            _RULE,
            row("find", QT_TRANSLATE_NOOP("actions", "&Find in text…"), standard.Find),
            row("find_next", QT_TRANSLATE_NOOP("actions", "Find &next"), ("F3", "Ctrl+G")),
            row("find_previous", QT_TRANSLATE_NOOP("actions", "Find &previous"), ("Shift+F3",)),
            row("search", QT_TRANSLATE_NOOP("actions", "&Search claims"), ("Ctrl+Shift+F", "/")),
            _RULE,
            row("citation_style", QT_TRANSLATE_NOOP("actions", "Citation s&tyle")),
        ),
        (
            row("index", QT_TRANSLATE_NOOP("actions", "Claim &index"), ("F9",), checkable=True),
            row("widen", QT_TRANSLATE_NOOP("actions", "Width &of the index"), ("Shift+F9",)),
            _RULE,
            row("zoom_in", QT_TRANSLATE_NOOP("actions", "&Larger text"), ("Ctrl++", "Ctrl+=")),
            row("zoom_out", QT_TRANSLATE_NOOP("actions", "&Smaller text"), standard.ZoomOut),
            row("zoom_reset", QT_TRANSLATE_NOOP("actions", "&Normal text size"), ("Ctrl+0",)),
            _RULE,
            row("colours", QT_TRANSLATE_NOOP("actions", "&Colours")),
            row("only", QT_TRANSLATE_NOOP("actions", "Sho&w only")),
            row("as_of", QT_TRANSLATE_NOOP("actions", "As of a &day…"), ("Ctrl+Shift+D",)),
            _RULE,
            row("measure", QT_TRANSLATE_NOOP("actions", "Line wid&th")),
            row("justified", QT_TRANSLATE_NOOP("actions", "&Justified lines"), checkable=True),
            row("claim_lines", QT_TRANSLATE_NOOP("actions", "Lines &under claims")),
            row(
                "caret", QT_TRANSLATE_NOOP("actions", "C&aret in the text"), ("F7",), checkable=True
            ),
            row("problems", QT_TRANSLATE_NOOP("actions", "Pro&blems")),
            _RULE,
            row("projector", QT_TRANSLATE_NOOP("actions", "&Projector view"), ("F11",)),
            row(
                "full_screen",
                QT_TRANSLATE_NOOP("actions", "&Full screen"),
                ("Shift+F11",),
                checkable=True,
            ),
        ),
        (
            row("back", QT_TRANSLATE_NOOP("actions", "&Back"), ("Alt+Left",)),
            row("forward", QT_TRANSLATE_NOOP("actions", "&Forward"), ("Alt+Right",)),
            _RULE,
            row("next_claim", QT_TRANSLATE_NOOP("actions", "&Next claim in the text"), ("F6",)),
            row(
                "previous_claim",
                QT_TRANSLATE_NOOP("actions", "&Previous claim in the text"),
                ("Shift+F6",),
            ),
            row(
                "show_in_text",
                QT_TRANSLATE_NOOP("actions", "&Show claim in the text"),
                ("Ctrl+Return",),
            ),
            _RULE,
            row("palette", QT_TRANSLATE_NOOP("actions", "&Go to or do anything…"), ("Ctrl+K",)),
            _RULE,
            row("next_tab", QT_TRANSLATE_NOOP("actions", "Ne&xt tab"), ("Ctrl+Tab", "Ctrl+PgDown")),
            row(
                "previous_tab",
                QT_TRANSLATE_NOOP("actions", "P&revious tab"),
                ("Ctrl+Shift+Tab", "Ctrl+PgUp"),
            ),
            row("sections", QT_TRANSLATE_NOOP("actions", "Sec&tion")),
        ),
        (
            row("reload", QT_TRANSLATE_NOOP("actions", "&Reload the briefing"), ("F5", "Ctrl+R")),
            row(
                "live_reload",
                QT_TRANSLATE_NOOP("actions", "&Follow changes on disk"),
                checkable=True,
            ),
        ),
        (
            row("manual", QT_TRANSLATE_NOOP("actions", "User &manual"), standard.HelpContents),
            row("shortcuts", QT_TRANSLATE_NOOP("actions", "&Keyboard shortcuts…"), ("Ctrl+?",)),
            _RULE,
            row("about", QT_TRANSLATE_NOOP("actions", "&About Briefing Viewer")),
        ),
    )


class Actions(QtCore.QObject):
    """The window's actions by name, in menus and by key."""

    MENUS = (
        "recent", "open_in", "citation_style", "colours", "claim_lines", "only", "measure",
        "sections",
    )  # fmt: skip

    def __init__(self, window: QtWidgets.QMainWindow) -> None:
        """Put the menu titles up; the actions follow in `fill`, after the first paint."""
        super().__init__(window)
        self._window = window
        self._menus: dict[str, QtWidgets.QMenu] = {}
        self.by_name: dict[str, QtGui.QAction] = {}
        self.submenus: dict[str, QtWidgets.QMenu] = {}
        for title in _TITLES:
            words = QtCore.QCoreApplication.translate("actions", title)
            self._menus[title] = window.menuBar().addMenu(words)

    def fill(self, slots: dict[str, Callable[[], None]]) -> None:
        """Make every action and connect it to the slot of its name.

        Raises:
            KeyError: an action has no slot.
        """
        for title, rows in zip(_TITLES, _rows(), strict=True):
            menu = self._menus[title]
            for row in rows:
                if row.name == "-":
                    menu.addSeparator()
                elif row.name in self.MENUS:
                    words = QtCore.QCoreApplication.translate("actions", row.words)
                    self.submenus[row.name] = menu.addMenu(words)
                else:
                    self._add(menu, row, slots[row.name])
        self.turn_round()

    def turn_round(self) -> None:
        """Write the entries as the window runs."""
        keep_ends(self.by_name.values(), mirrored=self._window.isRightToLeft())

    def _add(self, menu: QtWidgets.QMenu, row: ActionRow, slot: Callable[[], None]) -> None:
        words = QtCore.QCoreApplication.translate("actions", row.words)
        action = QtGui.QAction(words, self._window)
        if isinstance(row.keys, tuple):
            action.setShortcuts([QtGui.QKeySequence(keys) for keys in row.keys])
        else:
            action.setShortcuts(row.keys)
        action.setCheckable(row.checkable)
        if row.name == "quit":
            action.setMenuRole(QtGui.QAction.MenuRole.QuitRole)
        elif row.name == "about":
            action.setMenuRole(QtGui.QAction.MenuRole.AboutRole)
        action.triggered.connect(slot)
        menu.addAction(action)
        self.by_name[row.name] = action

    def menus(self) -> tuple[QtWidgets.QMenu, ...]:
        """Return the menus of the menu bar, in their order."""
        return tuple(self._menus.values())

    def submenu_of(self, action: QtGui.QAction) -> QtWidgets.QMenu | None:
        """Return the submenu that an action of a menu opens; None if it opens none."""
        # by its own action: QAction.menu() can hand on a menu that Python then deletes
        found = (menu for menu in self.submenus.values() if menu.menuAction() is action)
        return next(found, None)

    def enable(self, name: str, *, enabled: bool) -> None:
        """Switch an action on or off, once it is there."""
        if name in self.by_name:
            self.by_name[name].setEnabled(enabled)

    def check(self, name: str, *, checked: bool) -> None:
        """Tick an action, once it is there."""
        if name in self.by_name:
            self.by_name[name].setChecked(checked)

    def offer_choices(
        self,
        name: str,
        choices: list[tuple[str, str]],
        current: str,
        choose: Callable[[str], None],
    ) -> None:
        """Fill a submenu with exclusive choices (value, words)."""
        menu = self.submenus.get(name)
        if menu is None:
            return
        menu.clear()
        group = QtGui.QActionGroup(menu)
        for value, words in choices:
            action = QtGui.QAction(words, group)
            action.setCheckable(True)
            action.setChecked(value == current)
            action.setData(value)
            menu.addAction(action)
        group.triggered.connect(lambda action: choose(action.data()))
