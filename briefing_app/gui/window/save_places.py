"""Where files are saved first, and showing where one was saved."""

from __future__ import annotations

from pathlib import Path

from PySide6 import QtCore, QtGui

from briefing_app import paths


def first_folder(last: str) -> Path:
    """Return the folder used last; else the documents, or home where there are none."""
    documents = QtCore.QStandardPaths.StandardLocation.DocumentsLocation
    wanted = (last, QtCore.QStandardPaths.writableLocation(documents))
    found = (Path(name) for name in wanted if name and is_there(Path(name)) and Path(name).is_dir())
    return next(found, paths.home() or Path.cwd())


def is_there(path: Path) -> bool:
    """Whether there is something; not where it may not be looked for, or no system has the name."""
    try:
        path.stat()
    except (OSError, ValueError):
        return False
    return True


def open_outside(path: Path) -> None:
    """Open a file or a folder in the program that the system has for it."""
    QtGui.QDesktopServices.openUrl(QtCore.QUrl.fromLocalFile(str(path)))
