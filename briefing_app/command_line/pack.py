"""`pack`: a briefing as one file to hand on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.atomic_write import write_atomically
from briefing_app.command_line.briefings import CannotOpen, opened
from briefing_app.command_line.output import say
from briefing_app.export.briefing_pack import briefing_pack

if TYPE_CHECKING:
    from pathlib import Path


def pack(path: Path, output: Path) -> int:
    """Write the pack; return 0, or 1 or 2 if the briefing has errors or is not there.

    Raises:
        PackError: it is too large.
        WriteError: the file could not be written.
    """
    try:
        found = opened(path)
    except CannotOpen as error:
        return error.code
    if found.loaded.has_errors:
        say("A briefing is packed when it is free of errors. Nothing was written.")
        return 1
    data = briefing_pack(found.briefing, found.loaded.files, found.folder.read)
    write_atomically(output, data)
    return 0
