"""The list of all keyboard shortcuts, made from the table of actions; it can be searched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

from briefing_app.gui.commands.command_entries import key_words, menu_actions
from briefing_app.gui.commands.command_list import CommandList
from briefing_app.gui.commands.command_matching import Entry, EntryMatcher
from briefing_app.gui.commands.command_rows import Head
from briefing_app.gui.commands.key_words import view_keys
from briefing_app.gui.index.search_field import SearchField
from briefing_app.gui.words.english_words import settle_dialog

if TYPE_CHECKING:
    from briefing_app.gui.commands.command_rows import Row
    from briefing_app.gui.theme.theme import Theme
    from briefing_app.gui.window.actions import Actions

_SIZE = QtCore.QSize(620, 720)
_PADDING_PX = 20


class ShortcutList(QtWidgets.QDialog):
    """Every action under its menu with its keys; Enter or a click does it."""

    def __init__(self, table: Actions, theme: Theme, parent: QtWidgets.QWidget) -> None:
        """List the actions of a table, then the keys that only single views know."""
        super().__init__(parent)
        self._theme = theme
        self._actions: dict[str, QtGui.QAction] = {}
        self._groups = self._read(table)
        self._matcher = EntryMatcher(entry for _, entries in self._groups for entry in entries)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self.field = SearchField(
            theme,
            self,
            placeholder=self.tr("Find an action or a key"),
            name=self.tr("Find an action or a key"),
            keys=self.tr("Arrow keys move through what is found, Enter does it, Esc closes."),
        )
        self.list = CommandList(theme, self.field, self)
        self.list.leave_icons_out()
        self.list.setAccessibleName(self.tr("Keyboard shortcuts"))
        self._lay_out()
        self.field.query_edited.connect(self._find)
        self.list.chosen.connect(self._do)
        self.list.left.connect(self.reject)
        self._copy.clicked.connect(self._copy_all)
        self._close.clicked.connect(self.reject)
        settle_dialog(self)
        self._find("")
        self.field.setFocus()

    def _lay_out(self) -> None:
        palette = self.palette()
        palette.setColor(QtGui.QPalette.ColorRole.Window, self._theme.colour("raised"))
        self.setPalette(palette)
        title = QtWidgets.QLabel(self.windowTitle())
        title.setFont(self._theme.font("page_title"))
        self._copy = QtWidgets.QPushButton(self.tr("Copy the list"))
        self._close = QtWidgets.QPushButton(self.tr("Close"))
        for button in (self._copy, self._close):
            button.setAutoDefault(False)  # Enter in the field is the list's
        top = QtWidgets.QVBoxLayout()
        top.setContentsMargins(_PADDING_PX, _PADDING_PX, _PADDING_PX, 0)
        top.setSpacing(12)
        top.addWidget(title)
        top.addWidget(self.field)
        foot = QtWidgets.QHBoxLayout()
        foot.setContentsMargins(_PADDING_PX, 8, _PADDING_PX, 16)
        foot.setSpacing(8)
        foot.addStretch(1)
        foot.addWidget(self._copy)
        foot.addWidget(self._close)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(top)
        column.addWidget(self.list, 1)
        column.addLayout(foot)
        parent = self.parentWidget()
        room = parent.size() if parent is not None else _SIZE
        scale = self._theme.line_px("row") / 19
        self.resize((_SIZE * scale).boundedTo(room - QtCore.QSize(40, 60)))

    def _read(self, table: Actions) -> list[tuple[str, list[Entry]]]:
        groups: dict[str, list[Entry]] = {}
        for key, menu, text, action in menu_actions(table):
            if key.startswith("action:"):
                self._actions[key] = action
                keys = key_words(action)
                entry = Entry(key, text, "action", keys=keys, others=(keys,), is_on=True)
                groups.setdefault(menu, []).append(entry)
        found = list(groups.items())
        for place, rows in view_keys():
            entries = [
                Entry(f"view:{row.words}", row.words, "action", keys=row.keys, others=(row.keys,))
                for row in rows
            ]
            found.append((place, entries))
        return found

    @QtCore.Slot(str)
    def _find(self, query: str) -> None:
        found = {entry.key: entry for _, entry in self._matcher.rank(query)}
        rows: list[Row] = []
        for title, entries in self._groups:
            kept = [found.get(e.key, e) for e in entries if not query.strip() or e.key in found]
            if kept:
                rows += [Head(title), *kept]
        self.list.set_rows(rows or [Head(self.tr("Nothing is called “{0}”").format(query.strip()))])

    @QtCore.Slot(object)
    def _do(self, entry: Entry) -> None:
        """Close, then do what was chosen."""
        action = self._actions.get(entry.key)
        if action is not None and action.isEnabled():
            self.accept()
            action.trigger()

    def as_text(self) -> str:
        """Return the whole list as plain text, fit for printing."""
        lines = [self.windowTitle(), ""]
        for title, entries in self._groups:
            lines.append(title)
            lines += [f"  {entry.keys:<24}{entry.title}".rstrip() for entry in entries]
            lines.append("")
        return "\n".join(lines)

    @QtCore.Slot()
    def _copy_all(self) -> None:
        QtGui.QGuiApplication.clipboard().setText(self.as_text())
