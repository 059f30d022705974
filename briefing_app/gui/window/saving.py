"""Saving where the reader says: never over the briefing, over another kind only when asked."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6 import QtCore, QtWidgets

from briefing_app.errors import OtherKindError
from briefing_app.save_file import save_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from briefing_app.gui.work.background import Background
    from briefing_app.save_file import FileKind


def _tr(text: str) -> str:
    return QtCore.QCoreApplication.translate("saving", text)


def chosen_target(
    parent: QtWidgets.QWidget, caption: str, suggestion: Path, kinds: str
) -> Path | None:
    """Let the reader choose where to save; None if they would rather not.

    A name without an ending gets that of the suggestion, before it is asked whether to replace.
    """
    dialog = QtWidgets.QFileDialog(parent, caption, str(suggestion.parent), kinds)
    dialog.setAcceptMode(QtWidgets.QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QtWidgets.QFileDialog.FileMode.AnyFile)
    dialog.setDefaultSuffix(suggestion.suffix)
    dialog.selectFile(suggestion.name)
    try:
        chosen = dialog.selectedFiles() if dialog.exec() else []
    finally:
        dialog.deleteLater()
    return Path(chosen[0]) if chosen and chosen[0] else None


def ask_to_replace(words: str) -> bool:
    """Ask whether a file that is there may be replaced; `words` say which it is."""
    box = QtWidgets.QMessageBox(QtWidgets.QApplication.activeWindow())
    box.setIcon(QtWidgets.QMessageBox.Icon.Warning)
    box.setWindowTitle(_tr("Replace a file"))
    box.setTextFormat(QtCore.Qt.TextFormat.PlainText)
    box.setText(words)
    replace = box.addButton(_tr("Replace"), QtWidgets.QMessageBox.ButtonRole.DestructiveRole)
    keep = box.addButton(_tr("Keep the file"), QtWidgets.QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(keep)
    box.setEscapeButton(keep)
    try:
        box.exec()
        return box.clickedButton() is replace
    finally:
        box.deleteLater()


def save(
    background: Background,
    target: Path,
    data: Callable[[], bytes],
    kind: FileKind,
    own: Iterable[Path],
    *,
    done: Callable[[Path], None],
    failed: Callable[[Exception], None],
    may_replace: Callable[[str], bool] = ask_to_replace,
) -> None:
    """Save off the window's thread; `own` are the files of the open briefing."""
    kept = tuple(own)

    def work(*, replace: bool) -> Path:
        save_file(target, data(), kind, own=kept, replace_other_kinds=replace)
        return target

    def not_saved(error: Exception) -> None:
        if isinstance(error, OtherKindError) and may_replace(str(error)):
            background.run(lambda: work(replace=True), done, failed)
        else:
            failed(error)

    background.run(lambda: work(replace=False), done, not_saved)
