"""What the menus do: opening, saving, zooming, colours, help."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

from briefing_app import paths
from briefing_app.errors import ContentError
from briefing_app.export.citation import CitationStyle
from briefing_app.gui.handout_task import HandoutTask
from briefing_app.gui.problem_words import has_errors, problem_sentence
from briefing_app.gui.recent_menu import RecentMenu
from briefing_app.gui.views.notice_bar import Tone

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing_app.gui.main_window import MainWindow
    from briefing_app.gui.navigation import Place
    from briefing_app.gui.views.failure_page import FailurePage
    from briefing_app.open_briefing import OpenBriefing

_ZOOM_STEP_PX = 1
_SMALLEST_PX, _NORMAL_PX, _LARGEST_PX = 15, 17, 24
_SECTION_KEYS = 9


def ask_for_folder(parent: QtWidgets.QWidget, start: str) -> str:
    """Let the reader choose a briefing's folder; empty if they would rather not."""
    caption = QtCore.QCoreApplication.translate("commands", "Open a briefing's folder")
    return QtWidgets.QFileDialog.getExistingDirectory(parent, caption, start)


def _is_manual(path: Path) -> bool:
    return path.resolve() == paths.manual().resolve()


class Commands(QtCore.QObject):
    """Carries out the menus' actions on one window."""

    def __init__(
        self,
        window: MainWindow,
        ask_for_folder: Callable[[QtWidgets.QWidget, str], str] = ask_for_folder,
    ) -> None:
        """Fill the menus and connect every action."""
        super().__init__(window)
        self._window = window
        self._ask_for_folder = ask_for_folder
        self._failure: FailurePage | None = None
        self._failed_path: Path | None = None
        self._open_job = 0
        self._before_manual: tuple[OpenBriefing, Place | None] | None = None
        self.handout = HandoutTask(window, window.background, window.task_bar)
        self.handout.saved.connect(self._remember_handout)
        self._fill_menus()
        window.stack.zoom_requested.connect(self.zoom)
        window.folder_dropped.connect(self.open_dropped)
        window.reading.navigation_changed.connect(self._update_navigation)
        window.reading.navigation_changed.connect(self._leave_failure_page)
        window.tab_bar.tabBarClicked.connect(self._leave_failure_page)
        window.reading.selection_changed.connect(self._update_selection)
        window.layout_widget.index_shown_changed.connect(self._tick_index)
        self._update_navigation()
        self._update_selection()
        self._tick_index()

    def _fill_menus(self) -> None:
        window, reading = self._window, self._window.reading
        table = window.actions_table
        table.fill(
            {
                "open_folder": self.open_folder,
                "save_handout": self.save_handout,
                "close": self._close,
                "quit": QtWidgets.QApplication.closeAllWindows,
                "copy": self._copy,
                "copy_citation": self._copy_citation,
                "find": reading.find,
                "find_next": self._find_next,
                "find_previous": self._find_previous,
                "search": reading.search,
                "index": window.layout_widget.toggle,
                "zoom_in": self._zoom_in,
                "zoom_out": self._zoom_out,
                "zoom_reset": self._zoom_reset,
                "full_screen": self._toggle_full_screen,
                "back": reading.back,
                "forward": reading.forward,
                "next_claim": self._next_claim,
                "previous_claim": self._previous_claim,
                "show_in_text": self._show_in_text,
                "next_tab": self._next_tab,
                "previous_tab": self._previous_tab,
                "reload": self.reload,
                "problems": self.show_problems,
                "manual": self.open_manual,
                "about": self._about,
            }
        )
        window.addActions(list(table.by_name.values()))
        self._recent = RecentMenu(table.submenus["recent"], window.state)
        self._recent.path_chosen.connect(self.open_dropped)
        self._fill_choices()
        self.fill_sections()

    def _fill_choices(self) -> None:
        window = self._window
        table, settings = window.actions_table, window.settings.current
        colours = [
            ("system", self.tr("As the system")),
            ("light", self.tr("Light")),
            ("dark", self.tr("Dark")),
            ("high-contrast", self.tr("High contrast")),
        ]
        table.offer_choices("colours", colours, window.keeper.choice, self._choose_colours)
        lines = [
            ("quiet", self.tr("Quiet")),
            ("strong", self.tr("Strong")),
            ("off", self.tr("Off")),
        ]
        table.offer_choices("claim_lines", lines, settings.claim_lines, self._choose_lines)
        styles = [(style.value, style.display_name) for style in CitationStyle]
        table.offer_choices("citation_style", styles, settings.citation_style, self._choose_style)

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

    # opening

    def open_folder(self) -> None:
        """Ask for a folder and open the briefing in it."""
        start = self._window.state.last_folder or str(paths.content_folder())
        name = self._ask_for_folder(self._window, start)
        if name:
            self._window.state.last_folder = str(Path(name).parent)
            self.open_path(Path(name))

    @QtCore.Slot(str)
    def open_dropped(self, name: str) -> None:
        """Open a folder that was dropped on the window, or the folder of a file in it."""
        path = Path(name)
        self.open_path(path.parent if path.name == "briefing.yaml" else path)

    @QtCore.Slot()
    def open_manual(self) -> None:
        """Open the user manual; a bar leads back to what was read before."""
        reading = self._window.reading
        if not _is_manual(reading.opened.path):
            self._before_manual = (reading.opened, reading.here())
        self.open_path(paths.manual())

    def _offer_way_back(self) -> None:
        """Say that this is the manual, with a button that leads back to the briefing."""
        if self._before_manual is None or self.handout.is_running:
            return
        back = self.tr("Back to “{title}”").format(title=self._before_manual[0].briefing.title)
        words = self.tr("This is the user manual.")
        self._window.task_bar.say(words, buttons=[(back, self._leave_manual)])

    @QtCore.Slot()
    def _leave_manual(self) -> None:
        if self._before_manual is not None:
            opened, place = self._before_manual
            self._show_opened(opened, place)

    @QtCore.Slot()
    def reload(self) -> None:
        """Read the briefing from disk again and stay where one is."""
        self.open_path(self._window.reading.opened.path)

    def open_path(self, path: Path) -> None:
        """Open a briefing off the GUI thread; what is shown stays until the new one is there."""
        from briefing_app.open_briefing import open_briefing

        window = self._window
        window.background.drop(self._open_job)
        self._failed_path = path
        self._open_job = window.background.run(
            lambda: open_briefing(path, cache=False), self._opened, self._not_opened
        )

    def _opened(self, opened: OpenBriefing) -> None:
        window = self._window
        same = opened.path.resolve() == window.reading.opened.path.resolve()
        self._show_opened(opened, window.reading.here() if same else None)

    def _show_opened(self, opened: OpenBriefing, place: Place | None) -> None:
        window = self._window
        self._leave_failure_page()
        window.take(opened, place=place)
        self.fill_sections()
        self._report_problems(opened)
        if _is_manual(opened.path):
            self._offer_way_back()
            return
        window.state.remember_briefing(opened.path.resolve())
        if self._before_manual is not None:
            self._before_manual = None
            if not self.handout.is_running:
                window.task_bar.hide()

    def _not_opened(self, error: Exception) -> None:
        if not isinstance(error, ContentError):
            raise error
        assert self._failed_path is not None
        self.show_failure(self._failed_path, error, can_go_back=True)

    def show_failure(self, path: Path, error: ContentError, *, can_go_back: bool) -> None:
        """Show why a briefing cannot be opened; the last good one stays behind the page."""
        if self._failure is None:
            from briefing_app.gui.views.failure_page import FailurePage

            self._failure = FailurePage(self._window.keeper.theme)
            self._failure.back_requested.connect(self._leave_failure_page)
            self._failure.retry_requested.connect(self._retry)
            self._failure.open_requested.connect(self.open_folder)
            self._window.keeper.theme_changed.connect(self._failure.set_theme)
            self._window.add_under_text(self._failure)
        self._failure.show_failure(path, error, can_go_back=can_go_back)
        self._window.stack.hide()
        self._failure.show()

    @QtCore.Slot()
    def _leave_failure_page(self) -> None:
        if self._failure is not None and self._failure.isVisible():
            focused = QtWidgets.QApplication.focusWidget() or self._window
            had_focus = self._failure.isAncestorOf(focused)
            self._failure.hide()
            self._window.stack.show()
            if had_focus:
                self._window.reading.focus_text()

    @QtCore.Slot()
    def _retry(self) -> None:
        if self._failed_path is not None:
            self.open_path(self._failed_path)

    def _report_problems(self, opened: OpenBriefing) -> None:
        if opened.problems:
            self.show_problems()
        else:
            self._window.problem_bar.hide()

    @QtCore.Slot()
    def show_problems(self) -> None:
        """List the briefing's problems in a bar above the text."""
        problems = self._window.reading.opened.problems
        tone = Tone.ERROR if has_errors(problems) else Tone.WARNING
        self._window.problem_bar.say(
            problem_sentence(problems),
            tone=tone if problems else Tone.INFO,
            details=[str(problem) for problem in problems],
        )

    # the handout

    @QtCore.Slot()
    def save_handout(self) -> None:
        """Make the handout of the open briefing and save it as PDF."""
        style = self._window.settings.current.citation_style
        self.handout.start(self._window.reading.opened, self._handout_folder(), style)

    def _handout_folder(self) -> Path:
        """Where the last handout went; at first the documents, or home where there are none."""
        documents = QtCore.QStandardPaths.StandardLocation.DocumentsLocation
        wanted = (
            self._window.state.last_handout_folder,
            QtCore.QStandardPaths.writableLocation(documents),
        )
        found = (Path(name) for name in wanted if name and Path(name).is_dir())
        return next(found, paths.home() or Path.cwd())

    @QtCore.Slot(object)
    def _remember_handout(self, target: Path) -> None:
        self._window.state.last_handout_folder = str(target.parent)

    # view

    @QtCore.Slot(int)
    def zoom(self, steps: int) -> None:
        """Make the text larger or smaller by steps; 0 sets it back."""
        now = self._window.keeper.theme.reading_px
        wanted = now + steps * _ZOOM_STEP_PX if steps else _NORMAL_PX
        size = min(max(wanted, _SMALLEST_PX), _LARGEST_PX)
        self._window.keeper.set_reading_px(size)
        self._window.settings.change(reading_px=size)
        self._window.footer.say(self.tr("Text size {size}").format(size=size))

    def _zoom_in(self) -> None:
        self.zoom(1)

    def _zoom_out(self) -> None:
        self.zoom(-1)

    def _zoom_reset(self) -> None:
        self.zoom(0)

    def _choose_colours(self, choice: str) -> None:
        self._window.keeper.choose(choice)
        self._window.settings.change(colour_scheme=choice)

    def _choose_lines(self, strength: str) -> None:
        self._window.settings.change(claim_lines=strength)
        self._window.apply_claim_lines()

    def _choose_style(self, style: str) -> None:
        self._window.settings.change(citation_style=style)
        self._window.stack.follow_style()

    def _toggle_full_screen(self) -> None:
        window = self._window
        if window.isFullScreen():
            window.showNormal()
        else:
            window.showFullScreen()
        window.actions_table.check("full_screen", checked=window.isFullScreen())

    @QtCore.Slot()
    def _tick_index(self) -> None:
        shown = self._window.layout_widget.is_index_shown
        self._window.actions_table.check("index", checked=shown)

    @QtCore.Slot()
    def _update_navigation(self) -> None:
        navigation = self._window.reading.navigation
        self._window.actions_table.enable("back", enabled=navigation.can_go_back)
        self._window.actions_table.enable("forward", enabled=navigation.can_go_forward)

    @QtCore.Slot()
    def _update_selection(self) -> None:
        selected = bool(self._window.reading.selected)
        for name in ("copy_citation", "show_in_text"):
            self._window.actions_table.enable(name, enabled=selected)

    # small ones

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
        self._window.reading.copy_citation()

    def _find_next(self) -> None:
        self._window.reading.find_again(forward=True)

    def _find_previous(self) -> None:
        self._window.reading.find_again(forward=False)

    def _next_claim(self) -> None:
        self._window.reading.step_in_text(forward=True)

    def _previous_claim(self) -> None:
        self._window.reading.step_in_text(forward=False)

    def _show_in_text(self) -> None:
        selected = self._window.reading.selected
        if selected:
            self._window.reading.go_to_claim(selected)

    def _next_tab(self) -> None:
        self._step_tab(1)

    def _previous_tab(self) -> None:
        self._step_tab(-1)

    def _step_tab(self, step: int) -> None:
        bar = self._window.tab_bar
        bar.setCurrentIndex((bar.currentIndex() + step) % bar.count())

    def _about(self) -> None:
        from briefing_app.gui.views.about_dialog import AboutDialog

        AboutDialog(self._window.reading.opened.briefing, self._window).exec()
