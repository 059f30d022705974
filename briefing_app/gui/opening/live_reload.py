"""Follows the briefing on disk: what an author saves is shown at once, a broken save is not."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, NamedTuple

from PySide6 import QtCore, QtWidgets

from briefing_app.errors import ContentError
from briefing_app.gui.kit.display_text import left_to_right
from briefing_app.gui.opening.focus_place import focus_again, focus_place
from briefing_app.gui.opening.folder_watch import FolderWatch, signature
from briefing_app.gui.window.notice_bar import Tone
from briefing_app.gui.words.problem_words import has_errors
from briefing_app.gui.work.single_shot import single_shot
from briefing_app.model.problem import Problem, Severity

if TYPE_CHECKING:
    from pathlib import Path

    from briefing_app.gui.opening.failures import Failures
    from briefing_app.gui.opening.folder_watch import Signature
    from briefing_app.gui.opening.opening import Opening
    from briefing_app.gui.state.settings_store import SettingsStore
    from briefing_app.gui.tabs.tab_stack import TabStack
    from briefing_app.gui.window.jumps import Jumps
    from briefing_app.gui.window.notice_bar import NoticeBar
    from briefing_app.gui.window.reading import Reading
    from briefing_app.gui.window.status_footer import StatusFooter
    from briefing_app.gui.work.background import Background
    from briefing_app.open_briefing import OpenBriefing

_MOST_FILES = 200  # of a briefing that could not be opened
_SECOND_LOOK_MS = 500  # a file may be missing for a moment while it is replaced


class _Look(NamedTuple):
    """What a look at the disk found; neither of the last two where nothing had changed."""

    signature: Signature
    is_there: bool = True
    opened: OpenBriefing | None = None
    error: ContentError | None = None


class LiveReload(QtCore.QObject):
    """Watches the open briefing of one window; reads it off the GUI thread, one look at a time."""

    looked = QtCore.Signal()  # a look at the disk is over, whatever came of it

    def __init__(
        self,
        window: QtWidgets.QWidget,
        opening: Opening,
        failures: Failures,
        *,
        reading: Reading,
        jumps: Jumps,
        stack: TabStack,
        problem_bar: NoticeBar,
        footer: StatusFooter,
        settings: SettingsStore,
        background: Background,
    ) -> None:
        """Watch what is open, unless the reader does not want it."""
        super().__init__(window)
        self._window = window
        self._opening = opening
        self._failures = failures
        self._reading = reading
        self._jumps = jumps
        self._stack = stack
        self._problem_bar = problem_bar
        self._footer = footer
        self._settings = settings
        self._background = background
        self._watch = FolderWatch(self)
        self._watch.changed.connect(self._look)
        self._above = FolderWatch(self)  # tells when the folder itself goes or comes back
        self._above.changed.connect(self._look_for_it)
        self._is_there = True
        self._seen: Signature | None = None
        self._folders: list[Path] = []
        self._path = reading.opened.path
        self._job = 0
        self._again = self._is_broken = self._looked_twice = False
        self._second = single_shot(self, _SECOND_LOOK_MS)
        self._second.timeout.connect(self._look_again)
        self._failed = FolderWatch(self)
        self._failed.changed.connect(self._try_again)
        self._failed_folders: list[Path] = []
        self._failed_state: Signature = frozenset()
        opening.opened.connect(self.follow)
        opening.returned.connect(self._look_if_following)
        failures.shown.connect(self._watch_failed)
        self.follow()

    @QtCore.Slot()
    def follow(self) -> None:
        """Watch the briefing that is open now."""
        self.stop()
        self._is_broken = False
        self._is_there = True
        opened = self._reading.opened
        if not self._settings.current.live_reload:
            return
        self._path = opened.path
        self._watch_files()
        self._above.watch(opened.folder.path.absolute().parents)
        # the state that was read is told from a later one by its content, not by this
        self._seen = None

    def _watch_files(self) -> None:
        opened = self._reading.opened
        root = opened.folder.path
        if opened.folder.origin == "folder":
            files = [root / name for name in opened.loaded.files]
            self._folders = sorted({root, *(file.parent for file in files)})
            self._watch.watch([*self._folders, *files])
        else:
            self._folders = [root.parent]
            self._watch.watch([root.parent, root])

    @QtCore.Slot()
    def stop(self) -> None:
        """Watch nothing, and forget a look that is under way."""
        self._watch.stop()
        self._above.stop()
        self._failed.stop()
        self._second.stop()
        self._background.drop(self._job)
        self._job = 0
        self._again = self._looked_twice = False

    def is_looking(self) -> bool:
        """Whether a look at the disk is under way, or about to be."""
        return bool(self._job) or self._second.isActive()

    @QtCore.Slot()
    def _watch_failed(self) -> None:
        """Watch what could not be opened: its author may be mending it."""
        path = self._failures.path
        if path is None or not self._settings.current.live_reload:
            return
        if path.is_dir():
            inside = itertools.chain(path.glob("*.yaml"), path.glob("*/*.md"))
            files = list(itertools.islice(inside, _MOST_FILES))
            self._failed_folders = sorted({path, *(file.parent for file in files)})
            self._failed.watch([*self._failed_folders, *files])
        else:
            self._failed_folders = []
            self._failed.watch([path.parent, path])
        self._failed_state = signature(path, self._failed_folders)

    @QtCore.Slot()
    def _try_again(self) -> None:
        """Open what could not be opened, if it is another one now."""
        page, path = self._failures.page, self._failures.path
        if page is None or path is None or not page.isVisible():
            return
        folders = self._failed_folders or ([path] if path.is_dir() else [])
        if signature(path, folders) != self._failed_state:
            self._opening.retry()

    # looking

    @QtCore.Slot()
    def _look_for_it(self) -> None:
        """Look again where the briefing has gone, or is there again."""
        if self._path.exists() != self._is_there:
            self._watch_files()  # what is there now may be another folder of the same name
            self._look()

    @QtCore.Slot()
    def _look_if_following(self) -> None:
        """Look at a briefing that was left: it may have changed while nobody watched it."""
        if self._settings.current.live_reload:
            self._look()

    @QtCore.Slot()
    def _look(self) -> None:
        self._looked_twice = False
        self._look_again()

    @QtCore.Slot()
    def _look_again(self) -> None:
        if self._job:
            self._again = True
            return
        path, folders, seen = self._path, self._folders, self._seen
        self._job = self._background.run(
            lambda: _look_at(path, folders, seen), self._take, self._give_up
        )

    def _give_up(self, error: Exception) -> None:
        self._job = 0
        raise error

    def _take(self, look: _Look) -> None:
        self._job = 0
        self._seen = look.signature
        if self._again:
            self._again = False
            self._look_again()
            return
        if look.error is not None and not self._looked_twice:
            self._looked_twice = True
            self._seen = None
            self._second.start()
            return
        self._is_there = look.is_there
        if not look.is_there:
            self._say_it_is_gone()
        elif look.error is not None:
            self._keep_last_good(look.error.problems, str(look.error))
        elif look.opened is not None:
            self._compare(look.opened)
        self.looked.emit()

    def _compare(self, opened: OpenBriefing) -> None:
        """Show what is on disk, if it says anything else and is no worse than what is shown."""
        shown = self._reading.opened
        if opened.briefing.content_hash == shown.briefing.content_hash:
            if self._is_broken:  # mended by going back to what is shown
                self._is_broken = False
                self._opening.report_problems(shown)
                self._footer.say(self.tr("The briefing on disk is in order again."))
            return
        if has_errors(opened.problems) and not has_errors(shown.problems):
            self._keep_last_good(opened.problems, "")
            return
        self._show(opened)

    def _say_it_is_gone(self) -> None:
        """Say that there is no such folder or file any more; what is shown stays."""
        self._is_broken = True
        opened = self._reading.opened
        gone = self.tr("The folder of this briefing is no longer there: {path}.")
        if opened.folder.origin != "folder":
            gone = self.tr("The file of this briefing is no longer there: {path}.")
        words = gone.format(path=left_to_right(str(opened.folder.path)))
        advice = self.tr(
            "It was renamed, moved or deleted. You are reading the version that was there last; "
            "put it back, or open it from where it is now."
        )
        self._problem_bar.say(f"{words} {advice}", tone=Tone.ERROR)
        self._footer.say(words)

    def _keep_last_good(self, problems: tuple[Problem, ...], message: str) -> None:
        """Say which line broke the save; what is shown stays."""
        self._is_broken = True
        errors = [problem for problem in problems if problem.severity is Severity.ERROR]
        what = str(errors[0]) if errors else message
        what = what if what.endswith((".", "!", "?")) else f"{what}."
        words = self.tr("The last save cannot be shown. {what}").format(what=what)
        kept = self.tr("You are reading the version before it.")
        self._problem_bar.say(
            f"{words} {kept}",
            tone=Tone.ERROR,
            details=problems,
            has_files=self._reading.opened.folder.origin == "folder",
        )
        self._footer.say(words)

    def _show(self, opened: OpenBriefing) -> None:
        """Show another state of the briefing where the reader is; the keyboard stays."""
        focused = QtWidgets.QApplication.focusWidget()
        in_text = focused is not None and self._stack.isAncestorOf(focused)
        place = focus_place(self._window)
        self._opening.show_again(opened)
        if not (place and focus_again(self._window, place)) and in_text:
            self._jumps.focus_text()
        words = self.tr("Changed on disk: now version {version}")
        self._footer.say(words.format(version=opened.briefing.version))


def _look_at(path: Path, folders: list[Path], seen: Signature | None) -> _Look:
    """Read the briefing, if the files are not as they were at the last look."""
    from briefing_app.open_briefing import open_briefing

    now = signature(path, folders)
    if now == seen:
        return _Look(now, path.exists())
    try:
        return _Look(now, opened=open_briefing(path, cache=False))
    except ContentError as error:
        return _Look(now, path.exists(), error=error)
