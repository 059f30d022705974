"""The program's own files beside others of its kind: one writer at a time, none left by the dead.

A temporary file or folder bears the number of its maker, which holds a lock on it as long as it
lives; the system lets go of both however the process ends.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_FOLDERS: Final = ("briefing-handout-", "briefing-viewer-print-")
_FILE: Final = re.compile(r"\..+\.(?:(\d+)-)?[0-9a-f]{8}\.tmp", re.DOTALL)
_FOLDER: Final = re.compile(f"(?:{'|'.join(_FOLDERS)})(?:([0-9]+)-)?[a-z0-9_]{{8}}")
_LOCK: Final = ".lock"
_ABANDONED_S: Final = 3600  # what bears no number was left by an older version
_NO_WAITING: Final = getattr(os, "O_NONBLOCK", 0)
_TRIES, _PAUSE_S = 200, 0.01


def temporary_name(target: Path) -> Path:
    """Return the name under which a file is written before it takes its place."""
    return target.parent / f".{target.name[:200]}.{os.getpid()}-{os.urandom(4).hex()}.tmp"


def temporary_folder(prefix: str) -> Path:
    """Return a new folder that only this user may enter; `prefix` is one that is swept.

    Raises:
        OSError: it cannot be made.
    """
    return Path(tempfile.mkdtemp(prefix=f"{prefix}{os.getpid()}-"))


def hold(descriptor: int) -> bool:
    """Lock an open file until it is closed; return False if another process holds it."""
    if sys.platform == "win32":
        return True  # what is open there can neither be deleted nor replaced
    import fcntl

    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return True  # a disk without locks: the maker's number has to do
    return True


@contextlib.contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Keep other processes of this program from changing what is in a folder meanwhile.

    One that stands still for two seconds is waited for no longer.
    """
    flags = os.O_RDWR | os.O_CREAT if sys.platform == "win32" else os.O_RDONLY
    place = folder / _LOCK if sys.platform == "win32" else folder
    try:
        descriptor = os.open(place, flags)
    except OSError:
        yield  # where nothing can be locked, nothing can be written
        return
    try:
        for _ in range(_TRIES):
            if hold(descriptor):
                break
            time.sleep(_PAUSE_S)
        yield
    finally:
        os.close(descriptor)


def sweep_files(folder: Path, target: str = "") -> None:
    """Delete the temporary files of processes that ended while they wrote; of one file, or all."""
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            found = _FILE.fullmatch(entry.name)
            if found is None or not entry.name.startswith(f".{target[:200]}"):
                continue
            with contextlib.suppress(OSError):
                if _is_abandoned(entry, found[1]) and _nobody_holds(entry.path):
                    Path(entry.path).unlink()


def sweep_folders() -> None:
    """Delete the temporary folders of this user whose makers have ended."""
    with contextlib.suppress(OSError), os.scandir(tempfile.gettempdir()) as entries:
        for entry in entries:
            found = _FOLDER.fullmatch(entry.name)
            with contextlib.suppress(OSError):
                if found and entry.is_dir(follow_symlinks=False) and _is_abandoned(entry, found[1]):
                    shutil.rmtree(entry.path, ignore_errors=True)


def set_aside(file: Path) -> Path:
    """Rename what cannot be read to `NAME.damaged-DATE` and return where it is now.

    Raises:
        OSError: it cannot be renamed.
    """
    day = time.strftime("%Y-%m-%d")
    names = [
        f"{file.name}.damaged-{day}",
        *(f"{file.name}.damaged-{day}-{n}" for n in range(2, 99)),
    ]
    aside = next((file.with_name(n) for n in names if not os.path.lexists(file.with_name(n))), None)
    aside = aside or file.with_name(names[-1])
    os.replace(file, aside)
    return aside


def _is_abandoned(entry: os.DirEntry[str], maker: str | None) -> bool:
    details = entry.stat(follow_symlinks=False)
    if hasattr(os, "getuid") and details.st_uid != os.getuid():
        return False
    if maker is None:
        return details.st_mtime < time.time() - _ABANDONED_S
    return not _runs(int(maker))


def _nobody_holds(path: str) -> bool:
    """Whether no process, perhaps one of another computer on the same disk, still writes a file."""
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | _NO_WAITING)
    try:
        return hold(descriptor)
    finally:
        os.close(descriptor)


def _runs(process: int) -> bool:
    if process == os.getpid():
        return True
    if sys.platform == "win32":
        import ctypes

        handle = ctypes.windll.kernel32.OpenProcess(0x1000, 0, process)  # limited information
        if handle:
            ctypes.windll.kernel32.CloseHandle(handle)
        return bool(handle)
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:
        return True  # somebody else's
    return True
