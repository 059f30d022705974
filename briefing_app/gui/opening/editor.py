"""Opening a file of the briefing in the author's editor, at a line.

Nothing goes through a shell, the path is absolute and so no option, and only texts are opened:
what a briefing holds is never run.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6 import QtCore

from briefing_app.gui.window.save_places import open_outside
from briefing_app.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Mapping

_TEXTS = (".yaml", ".yml", ".md", ".markdown")
_PLACE = re.compile(r"\{(file|line|column)\}")
# how editors are told the line; those that are not here take `+LINE FILE`, or the file alone
_BY_COLON = {"subl", "sublime_text", "zed", "hx", "helix", "micro"}
_BY_GOTO = {"code", "code-insiders", "codium", "vscodium", "cursor"}
_BY_PLUS = {
    "vim", "nvim", "vi", "gvim", "nano", "emacs", "emacsclient", "gedit", "gnome-text-editor",
    "pluma", "xed", "mousepad", "geany", "kak", "joe", "mcedit", "featherpad",
}  # fmt: skip
_BY_LINE = {"kate", "kwrite"}
_IN_TERMINAL = {"vim", "nvim", "vi", "nano", "kak", "joe", "mcedit", "hx", "helix", "micro"}
_TERMINAL = "x-terminal-emulator"


def can_be_opened(file: Path) -> bool:
    """Whether a file is a text that is there."""
    return file.suffix.lower() in _TEXTS and file.is_file()


def editor_command(
    setting: str, environ: Mapping[str, str], file: Path, line: int, column: int = 1
) -> list[str]:
    """Return program and arguments that open a file at a line; empty: the desktop's default.

    `setting` is the reader's: a program with arguments, in which `{file}`, `{line}` and
    `{column}` are filled in. With the default one, $VISUAL and $EDITOR are asked.
    """
    own = "" if setting == Settings().editor else setting
    for words in (own, environ.get("VISUAL", ""), environ.get("EDITOR", "")):
        try:
            parts = shlex.split(words, posix=os.name == "posix")
        except ValueError:  # a quotation mark that is not closed
            continue
        program = shutil.which(parts[0]) if parts else None
        if program is None:
            continue
        command = [program, *_arguments(parts, file.absolute(), max(line, 1), max(column, 1))]
        if Path(parts[0]).stem not in _IN_TERMINAL:
            return command
        terminal = shutil.which(_TERMINAL)
        if terminal is not None:
            return [terminal, "-e", *command]
    return []


def _arguments(parts: list[str], file: Path, line: int, column: int) -> list[str]:
    """What follows the program: the author's own arguments, then file and line as it takes them."""
    name, own = Path(parts[0]).stem, parts[1:]
    if any(_PLACE.search(part) for part in own):
        values = {"file": str(file), "line": str(line), "column": str(column)}
        return [_PLACE.sub(lambda place: values[place[1]], part) for part in own]
    if name in _BY_GOTO:
        return [*own, "--goto", f"{file}:{line}:{column}"]
    if name in _BY_COLON:
        return [*own, f"{file}:{line}:{column}"]
    if name in _BY_LINE:
        return [*own, "--line", str(line), str(file)]
    return [*own, f"+{line}", str(file)] if name in _BY_PLUS else [*own, str(file)]


def open_at_line(file: Path, line: int, column: int, setting: str) -> bool:
    """Open a text in the editor; False if it is no text, or nothing could be started."""
    if not can_be_opened(file):
        return False
    command = editor_command(setting, os.environ, file, line, column)
    if not command:
        open_outside(file)
        return True
    started = QtCore.QProcess.startDetached(command[0], command[1:])
    return bool(started[0] if isinstance(started, tuple) else started)
