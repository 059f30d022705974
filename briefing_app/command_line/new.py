"""`new`: a small briefing to start from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.command_line.output import put, say
from briefing_app.new_briefing import NoNewFolderError, write_new_briefing

if TYPE_CHECKING:
    from pathlib import Path


def new(folder: Path) -> int:
    """Write the starter briefing into a new or empty folder; return 0, or 2 if it is neither.

    Raises:
        WriteError: the folder cannot be made or written to.
    """
    try:
        write_new_briefing(folder)
    except NoNewFolderError as error:
        say(str(error))
        return 2
    put(f"{folder} holds a small briefing. Change its files, then: briefing-app check {folder}")
    return 0
