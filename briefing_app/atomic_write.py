"""The one way in which this program writes a file: whole, or not at all."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from briefing_app.errors import WriteError
from briefing_app.own_files import hold, sweep_files, temporary_name


def write_atomically(target: Path, data: bytes) -> None:
    """Replace `target` by `data` in one step: temporary file, fsync, replace, fsync of the folder.

    Where `target` is a link, the file that it leads to is replaced and the link stays.

    Raises:
        WriteError: the folder is missing or read-only, the disk is full, or the target cannot be
            replaced. The old file is whole and no temporary file is left.
    """
    target = Path(os.path.realpath(target))
    temporary = temporary_name(target)
    try:
        mode = target.stat().st_mode & 0o777
    except OSError:
        mode = None
    try:
        descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
        with open(descriptor, "wb") as stream:
            hold(descriptor)
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        if mode is not None:
            os.chmod(temporary, mode)
        os.replace(temporary, target)
        _sync_folder(target.parent)
        sweep_files(target.parent, target.name)
    except OSError as error:
        raise WriteError(_explain(target, error)) from error
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)


def _sync_folder(folder: Path) -> None:
    """Make the rename itself durable, where the platform lets a folder be opened."""
    if os.name == "nt":
        return
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _explain(target: Path, error: OSError) -> str:
    advice = {
        "ENOSPC": "The disk is full: make room or choose another folder.",
        "EDQUOT": "Your disk quota is used up: make room or choose another folder.",
        "EACCES": "You may not write there: choose another folder.",
        "EPERM": "You may not write there: choose another folder.",
        "EROFS": "That disk is read-only: choose another folder.",
        "ENOENT": "The folder does not exist: choose another one.",
        "ENOTDIR": "Part of that path is not a folder: choose another one.",
        "EISDIR": "That name belongs to a folder: choose another name.",
        "ENAMETOOLONG": "The name is too long: choose a shorter one.",
    }
    import errno

    name = errno.errorcode.get(error.errno or 0, "")
    hint = advice.get(name, "Close programs that have it open, or choose another place.")
    if error.filename2 is not None and name in ("EACCES", "EPERM", "EBUSY"):
        # beside it could be written: it is the file itself that is held, as Windows does
        hint = "It is open in another program, or protected: close it there or choose another name."
    return f"{target} was not written: {error.strerror or error}. {hint}"
