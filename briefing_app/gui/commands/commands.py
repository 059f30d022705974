"""What the menus do: each action's slot, and when an action can be chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

from briefing_app.gui.commands.command_lists import CommandLists
from briefing_app.gui.commands.recent_menu import RecentMenu
from briefing_app.gui.commands.view_commands import ViewCommands
from briefing_app.gui.export.exporting import Exporting
from briefing_app.gui.handout.handout_desk import HandoutDesk
from briefing_app.gui.lens.lens import LensCommands
from briefing_app.gui.opening.live_reload import LiveReload
from briefing_app.gui.opening.opening import Opening

if TYPE_CHECKING:
    from briefing_app.gui.window.main_window import MainWindow

_SECTION_KEYS = 9


class Commands(QtCore.QObject):
    """Carries out the menus' actions on one window."""

    def __init__(self, window: MainWindow) -> None:
        """Fill the menus and connect every action."""
        super().__init__(window)
        self._window = window
        self.handout = HandoutDesk(window)
        self.opening = Opening(window)
        self.opening.opened.connect(self.fill_sections)
        self.opening.opened.connect(self.handout.follow)
        self.view = ViewCommands(window)
        self.exporting = Exporting(window)
        self.lists = CommandLists(window)
        self.lens = LensCommands(window)
        self.opening.opened.connect(self.lens.follow)
        self.view.projector.turned.connect(self.lens.set_bare)
        self.live_reload = LiveReload(window, self.opening)
        self._fill_menus()
        window.jumps.navigation_changed.connect(self._update_navigation)
        window.reading.selection_changed.connect(self._update_selection)
        window.layout_widget.index_shown_changed.connect(self._tick_index)
        window.escaped.connect(self._escape)
        self._update_navigation()
        self._update_selection()
        self._tick_index()

    def _fill_menus(self) -> None:
        window = self._window
        opening, view = self.opening, self.view
        table = window.actions_table
        table.fill(
            {
                "open_folder": opening.open_folder,
                "open_file": opening.open_file,
                "export": self.exporting.open_dialog,
                "handout": self.handout.open,
                "print": self.handout.print,
                "close": self._close,
                "quit": QtWidgets.QApplication.closeAllWindows,
                "copy": self._copy,
                "copy_citation": self._copy_citation,
                "find": window.bars.find,
                "find_next": self._find_next,
                "find_previous": self._find_previous,
                "search": window.index.search,
                "index": window.layout_widget.toggle,
                "as_of": self.lens.ask_for_day,
                "back": window.jumps.back,
                "forward": window.jumps.forward,
                "next_claim": self._next_claim,
                "previous_claim": self._previous_claim,
                "show_in_text": self._show_in_text,
                "palette": self.lists.open_palette,
                "next_tab": self._next_tab,
                "previous_tab": self._previous_tab,
                "reload": opening.reload,
                "live_reload": self._toggle_live_reload,
                "problems": opening.show_problems,
                "manual": opening.open_manual,
                "shortcuts": self.lists.show_shortcuts,
                "about": self._about,
                **view.slots(),
            }
        )
        window.addActions(list(table.by_name.values()))
        self._recent = RecentMenu(table.submenus["recent"], window.state)
        self._recent.path_chosen.connect(opening.open_dropped)
        view.fill_choices()
        self.lens.fill_choices()
        table.check("live_reload", checked=window.settings.current.live_reload)
        self.fill_sections()

    def fill_sections(self) -> None:
        """List the tabs of the briefing under Go, with Ctrl+1 to Ctrl+9."""
        bar = self._window.tab_bar
        menu = self._window.actions_table.submenus["sections"]
        menu.clear()
        for number in range(bar.count()):
            action = menu.addAction(bar.tabData(number)[1].replace("&", "&&"))
            action.setData(number)
            if number < _SECTION_KEYS:
                action.setShortcut(QtGui.QKeySequence(f"Ctrl+{number + 1}"))
            action.triggered.connect(self._open_section)

    @QtCore.Slot()
    def _open_section(self) -> None:
        action = self.sender()
        if isinstance(action, QtGui.QAction):
            self._window.tab_bar.setCurrentIndex(int(action.data()))

    @QtCore.Slot()
    def _tick_index(self) -> None:
        shown = self._window.layout_widget.is_index_shown
        self._window.actions_table.check("index", checked=shown)

    @QtCore.Slot()
    def _update_navigation(self) -> None:
        navigation = self._window.jumps.navigation
        self._window.actions_table.enable("back", enabled=navigation.can_go_back)
        self._window.actions_table.enable("forward", enabled=navigation.can_go_forward)

    @QtCore.Slot()
    def _update_selection(self) -> None:
        selected = bool(self._window.reading.selected)
        for name in ("copy_citation", "show_in_text"):
            self._window.actions_table.enable(name, enabled=selected)

    # small ones

    def _toggle_live_reload(self) -> None:
        settings = self._window.settings
        settings.change(live_reload=not settings.current.live_reload)
        self.live_reload.follow()

    @QtCore.Slot()
    def _escape(self) -> None:
        """End one thing at a time: the projector view, else the drawer, else the lens."""
        if self.view.projector.is_on:
            self.view.projector.leave()
        elif self._window.layout_widget.is_drawer:
            self._window.layout_widget.close_drawer()
        else:
            self.lens.put_away()

    def _close(self) -> None:
        self._window.close()

    def _copy(self) -> None:
        focus = QtWidgets.QApplication.focusWidget()
        copy = getattr(focus, "copy", None)
        if copy is not None:
            copy()
        elif prose := self._window.stack.prose():
            prose.copy()

    def _copy_citation(self) -> None:
        self._window.copying.copy_citation()

    def _find_next(self) -> None:
        self._window.bars.find_again(forward=True)

    def _find_previous(self) -> None:
        self._window.bars.find_again(forward=False)

    def _next_claim(self) -> None:
        self._window.jumps.step_in_text(forward=True)

    def _previous_claim(self) -> None:
        self._window.jumps.step_in_text(forward=False)

    def _show_in_text(self) -> None:
        selected = self._window.reading.selected
        if selected:
            self._window.jumps.go_to_claim(selected)

    def _next_tab(self) -> None:
        self._step_tab(1)

    def _previous_tab(self) -> None:
        self._step_tab(-1)

    def _step_tab(self, step: int) -> None:
        bar = self._window.tab_bar
        bar.setCurrentIndex((bar.currentIndex() + step) % bar.count())

    def _about(self) -> None:
        from briefing_app.gui.commands.about_dialog import AboutDialog

        AboutDialog(self._window.reading.opened.briefing, self._window).exec()
