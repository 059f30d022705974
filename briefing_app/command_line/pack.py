"""`pack`: a briefing as one file to hand on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.command_line.briefings import CannotOpen, opened
from briefing_app.command_line.output import say
from briefing_app.command_line.saving import target
from briefing_app.errors import PackError
from briefing_app.open_briefing import packed
from briefing_app.save_file import PACK

if TYPE_CHECKING:
    from pathlib import Path


def pack(path: Path, output: Path, *, force: bool) -> int:
    """Write the pack; return 0, or 1 or 2 if the briefing has errors or is not there.

    Raises:
        WriteError: the file could not be written.
    """
    try:
        found = opened(path)
    except CannotOpen as error:
        return error.code
    place = target(output, PACK, found, force=force)
    try:
        data = packed(found)
    except PackError as error:
        say(str(error))
        return 1
    place.save(data)
    return 0
