"""Faults of ours: the details of an exception nobody caught, written down for a report."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from briefing_app import paths
from briefing_app.atomic_write import write_atomically
from briefing_app.errors import WriteError

if TYPE_CHECKING:
    from pathlib import Path

KEPT = 20  # a fault that comes back every second must not fill the disk


def write_fault_report(details: str) -> Path | None:
    """Keep a fault's details; return the file, None where nothing can be kept."""
    folder = paths.state_folder()
    if folder is None:
        return None
    file = folder / f"fault-{time.strftime('%Y%m%d-%H%M%S')}.txt"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_atomically(file, details.encode(errors="backslashreplace"))
        for old in sorted(folder.glob("fault-*.txt"))[:-KEPT]:
            old.unlink()
    except (OSError, WriteError):
        return None
    return file
