"""Python processes of our own: for work on what others wrote, and what has to be ended."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Final

HIDDEN: Final[int] = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # creation flags, Windows only


def child_command(file: str) -> list[str]:
    """Return the command that runs one of our files; its arguments are our import path."""
    # -I and -S: no user settings and no .pth files; the child gets our import path with its order.
    import_path = [str(Path(entry).resolve()) for entry in sys.path if entry]
    return [sys.executable, "-I", "-S", str(Path(file).resolve()), *import_path]
