"""Watches the files of a briefing on disk and tells, once they are at rest, that they changed."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6 import QtCore

from briefing_app.gui.work.single_shot import single_shot

if TYPE_CHECKING:
    from collections.abc import Iterable

REST_MS = 250  # an editor that saves writes, renames and touches within this time
_LONGEST_S = 2.0  # a program that never rests is not waited for any longer
_MOST_NAMES = 5_000
_BESIDE = (".swp", ".swx", ".tmp", ".bak", ".part", "~")  # what editors leave beside a file

Signature = frozenset[tuple[str, int, int, int]]


def signature(path: Path, folders: Iterable[Path]) -> Signature:
    """Return what tells one state of the files from another: names, sizes, times, file numbers.

    Of a pack only itself; of a briefing's folder what lies in `folders`, without editors' own.
    """
    if path.is_file() and path.name != "briefing.yaml":
        return frozenset(_state_of(path))
    found: set[tuple[str, int, int, int]] = set()
    for folder in folders:
        try:
            with os.scandir(folder) as entries:
                names = [
                    entry.path
                    for entry, _ in zip(entries, range(_MOST_NAMES), strict=False)
                    if not entry.name.startswith(".") and not entry.name.endswith(_BESIDE)
                ]
        except OSError:
            continue
        for name in names:
            found.update(_state_of(Path(name)))
    return frozenset(found)


def _state_of(path: Path) -> list[tuple[str, int, int, int]]:
    try:
        state = path.stat()
    except OSError:
        return []
    return [(str(path), state.st_size, state.st_mtime_ns, state.st_ino)]


class FolderWatch(QtCore.QObject):
    """Watches paths; files that are replaced by a save are taken up again."""

    changed = QtCore.Signal()

    def __init__(self, parent: QtCore.QObject) -> None:
        """Watch nothing yet."""
        super().__init__(parent)
        self._watcher: QtCore.QFileSystemWatcher | None = None
        self._paths: list[str] = []
        self._since = 0.0
        self._rest = single_shot(self, REST_MS)
        self._rest.timeout.connect(self._tell)

    def watch(self, paths: Iterable[Path]) -> None:
        """Watch these files and folders, and no others."""
        self.stop()
        self._paths = [str(path) for path in paths]
        self._watcher = QtCore.QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(self._wait)
        self._watcher.directoryChanged.connect(self._wait)
        self._arm()

    def stop(self) -> None:
        """Watch nothing any more."""
        self._rest.stop()
        if self._watcher is not None:
            self._watcher.deleteLater()
            self._watcher = None

    def _arm(self) -> None:
        """Take up what is there and not watched: a file that was replaced is another file."""
        if self._watcher is not None:
            watched = {*self._watcher.files(), *self._watcher.directories()}
            missing = [p for p in self._paths if p not in watched and Path(p).exists()]
            if missing:
                self._watcher.addPaths(missing)

    @QtCore.Slot()
    def _wait(self) -> None:
        """Wait until nothing more happens, but not for ever."""
        now = time.monotonic()
        if not self._rest.isActive():
            self._since = now
        if now - self._since < _LONGEST_S:
            self._rest.start()

    @QtCore.Slot()
    def _tell(self) -> None:
        self._arm()
        self.changed.emit()
