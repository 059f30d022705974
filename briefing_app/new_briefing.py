"""A small briefing to start from."""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING

from briefing_app import paths
from briefing_app.atomic_write import write_atomically
from briefing_app.errors import BriefingError, WriteError

if TYPE_CHECKING:
    from pathlib import Path


class NoNewFolderError(BriefingError):
    """There is something already where the new briefing is to be."""


def write_new_briefing(folder: Path) -> None:
    """Write the starter briefing into a new or empty folder.

    Raises:
        NoNewFolderError: it is a file, or not empty.
        WriteError: the folder cannot be made or written to.
    """
    if folder.exists() and not folder.is_dir():
        raise NoNewFolderError(f"{folder} is a file; name a new folder.")
    if folder.is_dir() and any(folder.iterdir()):
        raise NoNewFolderError(
            f"{folder} is not empty, and nothing in it is overwritten. Name a new folder."
        )
    starter = paths.resource("starter")
    for file in sorted(path for path in starter.rglob("*") if path.is_file()):
        target = folder / file.relative_to(starter)
        data = file.read_bytes()
        if file.name == "briefing.yaml":
            data = _filled_in(data.decode(), folder.resolve().name).encode()
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise WriteError(
                f"{target.parent} cannot be made: {error.strerror or error}"
            ) from error
        write_atomically(target, data)


def _filled_in(text: str, name: str) -> str:
    """Return the starter's briefing.yaml with an id, a title and today's date."""
    identifier = re.sub(r"[^A-Za-z0-9._-]+", "-", name).strip("-._")[:64] or "new-briefing"
    if not identifier[0].isalpha():
        identifier = f"briefing-{identifier}"[:64]
    title = re.sub(r"[-_.\s]+", " ", identifier).strip().capitalize()
    today = datetime.datetime.now(datetime.UTC).astimezone().date().isoformat()
    replacements = {
        "id: new-briefing": f'id: "{identifier}"',
        "title: New briefing": f'title: "{title}"',
        "issued: 2026-01-01": f"issued: {today}",
        "as_of: 2026-01-01": f"as_of: {today}",
    }
    for old, line in replacements.items():
        text = text.replace(old, line, 1)
    return text
