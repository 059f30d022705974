"""What the menus do: each action's slot, and when an action can be chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

from briefing_app.gui.commands.command_lists import CommandLists
from briefing_app.gui.commands.projector import Projector
from briefing_app.gui.commands.recent_menu import RecentMenu
from briefing_app.gui.commands.text_caret import TextCaret
from briefing_app.gui.commands.view_commands import ViewCommands
from briefing_app.gui.export.exporting import Exporting
from briefing_app.gui.export.handing_on import HandingOn
from briefing_app.gui.handout.handout_desk import HandoutDesk
from briefing_app.gui.lens.lens import LensCommands
from briefing_app.gui.opening.failures import Failures
from briefing_app.gui.opening.live_reload import LiveReload
from briefing_app.gui.opening.opening import Opening
from briefing_app.gui.opening.problem_desk import ProblemDesk

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing_app.gui.commands.command_finding import CommandFinding
    from briefing_app.gui.window.window_parts import WindowParts

_SECTION_KEYS = 9


class Commands(QtCore.QObject):
    """Makes what carries out the menus' actions, each with the parts of the window that it uses."""

    def __init__(self, parts: WindowParts) -> None:
        """Fill the menus and connect every action."""
        super().__init__(parts.frame)
        self._frame = parts.frame
        self._actions = parts.actions
        self._tab_bar = parts.tab_bar
        self._layout = parts.layout
        self._reading = parts.reading
        self._jumps = parts.jumps
        self._settings = parts.settings
        self._make_opening(parts)
        self._make_view(parts)
        self._make_lens(parts)
        self._make_lists(parts)
        self._make_ways_out(parts)
        self._fill_menus(parts)
        parts.copying.listen()
        parts.jumps.navigation_changed.connect(self._update_navigation)
        parts.reading.selection_changed.connect(self._update_selection)
        parts.layout.index_shown_changed.connect(self._tick_index)
        self._update_navigation()
        self._update_selection()
        self._tick_index()

    # what works with which parts

    def _make_opening(self, parts: WindowParts) -> None:
        self.failures = Failures(
            stack=parts.stack, text_side=parts.text_side, jumps=parts.jumps, keeper=parts.keeper
        )
        parts.jumps.navigation_changed.connect(self.failures.leave)
        parts.tab_bar.tabBarClicked.connect(self.failures.leave)
        self.opening = Opening(
            parts.frame,
            parts.take,
            reading=parts.reading,
            jumps=parts.jumps,
            failures=self.failures,
            problem_bar=parts.problem_bar,
            task_bar=parts.task_bar,
            state=parts.state,
            settings=parts.settings,
            background=parts.background,
        )
        self.problems = ProblemDesk(
            parts.problem_bar,
            reading=parts.reading,
            jumps=parts.jumps,
            footer=parts.footer,
            settings=parts.settings,
        )
        self.live_reload = LiveReload(
            parts.frame,
            self.opening,
            self.failures,
            reading=parts.reading,
            jumps=parts.jumps,
            stack=parts.stack,
            problem_bar=parts.problem_bar,
            footer=parts.footer,
            settings=parts.settings,
            background=parts.background,
        )
        self.opening.opened.connect(self.fill_sections)
        self.opening.ways_changed.connect(self._update_navigation)
        self.opening.returned.connect(self._update_navigation)

    def _make_view(self, parts: WindowParts) -> None:
        self.projector = Projector(
            parts.frame,
            (parts.frame.menuBar(), parts.header, parts.tab_bar, parts.footer),
            reading=parts.reading,
            jumps=parts.jumps,
            stack=parts.stack,
            tab_bar=parts.tab_bar,
            layout=parts.layout,
            keeper=parts.keeper,
        )
        caret = TextCaret(
            parts.frame, stack=parts.stack, settings=parts.settings, footer=parts.footer
        )
        self.view = ViewCommands(
            parts.frame,
            self.projector,
            caret,
            actions=parts.actions,
            stack=parts.stack,
            layout=parts.layout,
            footer=parts.footer,
            keeper=parts.keeper,
            settings=parts.settings,
        )

    def _make_lens(self, parts: WindowParts) -> None:
        self.lens = LensCommands(
            reading=parts.reading,
            jumps=parts.jumps,
            stack=parts.stack,
            index=parts.index_side,
            text_side=parts.text_side,
            actions=parts.actions,
            keeper=parts.keeper,
        )
        self.opening.opened.connect(self.lens.follow)
        self.projector.turned.connect(self.lens.set_bare)

    def _make_lists(self, parts: WindowParts) -> None:
        def make_finding() -> CommandFinding:
            from briefing_app.gui.commands.command_finding import CommandFinding
            from briefing_app.gui.commands.command_palette import CommandPalette
            from briefing_app.gui.commands.entry_doing import EntryDoing

            palette = CommandPalette(parts.keeper.theme, parts.frame)
            parts.keeper.theme_changed.connect(palette.set_theme)
            doing = EntryDoing(
                jumps=parts.jumps,
                tab_bar=parts.tab_bar,
                index=parts.index_side,
                actions=parts.actions,
            )
            return CommandFinding(
                palette,
                doing,
                reading=parts.reading,
                stack=parts.stack,
                tab_bar=parts.tab_bar,
                index=parts.index_side,
                actions=parts.actions,
                state=parts.state,
                background=parts.background,
            )

        self.lists = CommandLists(
            parts.frame, make_finding, actions=parts.actions, keeper=parts.keeper
        )

    def _make_ways_out(self, parts: WindowParts) -> None:
        self.handout = HandoutDesk(
            parts.frame,
            reading=parts.reading,
            index=parts.index_side,
            actions=parts.actions,
            task_bar=parts.task_bar,
            keeper=parts.keeper,
            settings=parts.settings,
            state=parts.state,
        )
        self.opening.opened.connect(self.handout.follow)
        self.exporting = Exporting(
            parts.frame,
            reading=parts.reading,
            index=parts.index_side,
            task_bar=parts.task_bar,
            keeper=parts.keeper,
            state=parts.state,
            background=parts.background,
        )

        self.handing_on = HandingOn(
            parts.frame,
            self.opening.open_chosen,
            reading=parts.reading,
            task_bar=parts.task_bar,
            state=parts.state,
            background=parts.background,
        )

    # menus

    def _fill_menus(self, parts: WindowParts) -> None:
        table = self._actions
        table.fill(self._slots(parts))
        self._frame.addActions(list(table.by_name.values()))
        self._recent = RecentMenu(table.submenus["recent"], parts.state)
        self._recent.path_chosen.connect(self.opening.open_dropped)
        self.view.fill_choices()
        self._fill_open_in()
        self.lens.fill_choices()
        table.check("live_reload", checked=self._settings.current.live_reload)
        self.fill_sections()

    def _fill_open_in(self) -> None:
        choices = [
            ("this-window", self.tr("This window")),
            ("new-window", self.tr("New window")),
            ("ask", self.tr("Ask each time")),
        ]
        current = self._settings.current.open_in
        self._actions.offer_choices("open_in", choices, current, self._choose_open_in)

    def _choose_open_in(self, where: str) -> None:
        self._settings.change(open_in=where)

    def _slots(self, parts: WindowParts) -> dict[str, Callable[[], None]]:
        opening, jumps, bars, copying = self.opening, parts.jumps, parts.bars, parts.copying
        return {
            "new": self.handing_on.new,
            "new_window": opening.open_window,
            "pack": self.handing_on.pack,
            "open_folder": opening.open_folder,
            "open_file": opening.open_file,
            "export": self.exporting.open_dialog,
            "handout": self.handout.open,
            "print": self.handout.print,
            "close": self._close,
            "quit": QtWidgets.QApplication.closeAllWindows,
            "copy": copying.copy,
            "copy_citation": copying.copy_selected,
            "find": bars.find,
            "find_next": bars.find_next,
            "find_previous": bars.find_previous,
            "search": parts.index_side.search,
            "index": parts.layout.toggle,
            "as_of": self.lens.ask_for_day,
            "back": self._back,
            "forward": self._forward,
            "next_claim": jumps.next_claim,
            "previous_claim": jumps.previous_claim,
            "show_in_text": jumps.go_to_selected,
            "palette": self.lists.open_palette,
            "next_tab": jumps.next_tab,
            "previous_tab": jumps.previous_tab,
            "reload": opening.reload,
            "live_reload": self._toggle_live_reload,
            "problems": opening.show_problems,
            "manual": opening.open_manual,
            "shortcuts": self.lists.show_shortcuts,
            "about": self._about,
            **self.view.slots(),
        }

    def fill_sections(self) -> None:
        """List the tabs of the briefing under Go, with Ctrl+1 to Ctrl+9."""
        bar = self._tab_bar
        menu = self._actions.submenus["sections"]
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
            self._tab_bar.setCurrentIndex(int(action.data()))

    @QtCore.Slot()
    def _tick_index(self) -> None:
        self._actions.check("index", checked=self._layout.is_index_shown)

    @QtCore.Slot()
    def _update_navigation(self) -> None:
        navigation, opening = self._jumps.navigation, self.opening
        back = navigation.can_go_back or opening.can_go_back
        forward = navigation.can_go_forward or opening.can_go_forward
        self._actions.enable("back", enabled=back)
        self._actions.enable("forward", enabled=forward)

    def _back(self) -> None:
        """Go back in what is read; from where it began, to the briefing before it."""
        if self._jumps.navigation.can_go_back:
            self._jumps.back()
        else:
            self.opening.back()

    def _forward(self) -> None:
        if self._jumps.navigation.can_go_forward:
            self._jumps.forward()
        else:
            self.opening.forward()

    @QtCore.Slot()
    def _update_selection(self) -> None:
        for name in ("copy_citation", "show_in_text"):
            self._actions.enable(name, enabled=bool(self._reading.selected))

    # small ones

    def _toggle_live_reload(self) -> None:
        self._settings.change(live_reload=not self._settings.current.live_reload)
        self.live_reload.follow()

    @QtCore.Slot()
    def escape(self) -> None:
        """End one thing at a time: the projector view, else the drawer, else the lens."""
        if self.projector.is_on:
            self.projector.leave()
        elif self._layout.is_drawer:
            self._layout.close_drawer()
        else:
            self.lens.put_away()

    @QtCore.Slot()
    def leave(self) -> None:
        """End what runs: the window closes."""
        self.handout.leave()
        self.projector.hide_hint()
        self.live_reload.stop()

    def _close(self) -> None:
        self._frame.close()

    def _about(self) -> None:
        from briefing_app.gui.commands.about_dialog import AboutDialog

        AboutDialog(self._reading.opened.briefing, self._frame).exec()
