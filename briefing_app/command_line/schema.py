"""`schema`: the JSON Schemas of the content files, for editors."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from briefing_app.atomic_write import write_atomically
from briefing_app.command_line.output import put_bytes, say
from briefing_app.errors import WriteError
from briefing_app.loading.json_schema import schemas

if TYPE_CHECKING:
    from pathlib import Path


def schema(name: str | None, folder: Path | None) -> int:
    """Print the schemas as one JSON object by file name, or one of them, or write them as files.

    Raises:
        WriteError: the folder cannot be made or written to.
    """
    known = schemas()
    if name is not None and name not in known:
        say(f"There is no schema “{name}”. There are: {', '.join(known)}.")
        return 2
    chosen = known if name is None else {name: known[name]}
    if folder is None:
        parts = {key: msgspec.Raw(value) for key, value in chosen.items()}
        put_bytes(known[name] if name else msgspec.json.format(msgspec.json.encode(parts)) + b"\n")
        return 0
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise WriteError(f"{folder} cannot be made: {error.strerror or error}") from error
    for key, value in chosen.items():
        write_atomically(folder / key, value)
    return 0
