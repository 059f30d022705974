"""What the list of problems leads to: the claim in the text, or the line in the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore

from briefing_app.gui.opening.problem_place import problem_place

if TYPE_CHECKING:
    from briefing_app.gui.state.settings_store import SettingsStore
    from briefing_app.gui.window.jumps import Jumps
    from briefing_app.gui.window.notice_bar import NoticeBar
    from briefing_app.gui.window.reading import Reading
    from briefing_app.gui.window.status_footer import StatusFooter
    from briefing_app.model.problem import Problem


class ProblemDesk(QtCore.QObject):
    """Hears the bar that lists problems, of whatever briefing is read at that moment."""

    def __init__(
        self,
        bar: NoticeBar,
        *,
        reading: Reading,
        jumps: Jumps,
        footer: StatusFooter,
        settings: SettingsStore,
    ) -> None:
        """Hear `bar`."""
        super().__init__(bar)
        self._reading = reading
        self._jumps = jumps
        self._footer = footer
        self._settings = settings
        bar.problem_chosen.connect(self.show_place)
        bar.file_requested.connect(self.open_file)

    @QtCore.Slot(object)
    def show_place(self, problem: Problem) -> None:
        """Show what a problem is about; say so where nothing in the window is."""
        kind, name = problem_place(problem, self._reading.opened)
        go = {
            "claim": self._jumps.go_to_claim,
            "entity": self._jumps.go_to_entity,
            "source": self._jumps.go_to_source,
            "section": self._jumps.go_to_section,
        }.get(kind)
        if go is None:
            self._footer.say(self.tr("Nothing in the window belongs to this line."))
        else:
            go(name)

    @QtCore.Slot(object)
    def open_file(self, problem: Problem) -> None:
        """Open the file of a problem at its line, in the author's editor; never of a pack."""
        from briefing_app.gui.opening.editor import open_at_line

        folder = self._reading.opened.folder
        if folder.origin != "folder":
            return
        editor = self._settings.current.editor
        file = folder.path / problem.file
        if open_at_line(file, problem.line, problem.column, editor):
            self._footer.say(self.tr("{file} is opened.").format(file=problem.file))
        else:
            self._footer.say(self.tr("{file} cannot be opened.").format(file=problem.file))
