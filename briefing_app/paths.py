"""Where content, resources and the user's own data are, in a checkout and in an installed wheel.

The folder rules (XDG base directories, Apple's and Windows' own) are written out here: a library
for them would be imported before the first paint. An unset HOME is met in `home()`.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

_APP = "briefing-viewer"
_PACKAGE = Path(__file__).resolve().parent


def _bundled(name: str) -> Path:
    """A folder beside the package in a checkout, inside it in a wheel."""
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent / name


def content_folder() -> Path:
    """Return the folder of the shipped briefings."""
    return _bundled("content")


def shipped_briefing() -> Path:
    """Return the briefing that is opened on the first start."""
    return content_folder() / "pakistan-afghanistan-2022"


def manual() -> Path:
    """Return the user manual, itself a briefing."""
    return content_folder() / "manual"


def resource(*parts: str) -> Path:
    """Return the path of one of the program's own resources."""
    return _bundled("resources").joinpath(*parts)


def home() -> Path | None:
    """Return the user's home folder; None where the system knows none."""
    try:
        path = Path("~").expanduser()
    except RuntimeError:
        return None
    return path if path.is_absolute() and path != Path("/") else None


def _user_folder(variable: str, unix: str, mac: str, windows: str) -> Path | None:
    base: Path | None
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA", "")
        base = Path(local) / _APP / windows if local else None
    elif sys.platform == "darwin":
        base = home()
        base = base / mac / _APP if base else None
    else:
        named = os.environ.get(variable, "")
        if named and os.path.isabs(named):  # XDG: relative paths are to be ignored
            base = Path(named) / _APP
        else:
            base = home()
            base = base / unix / _APP if base else None
    return base


def settings_folder() -> Path | None:
    """Return where settings are kept; None if there is no home to keep them in."""
    return _user_folder("XDG_CONFIG_HOME", ".config", "Library/Preferences", "settings")


def state_folder() -> Path | None:
    """Return where window state and the list of recent briefings are kept."""
    return _user_folder("XDG_STATE_HOME", ".local/state", "Library/Application Support", "state")


def cache_folder() -> Path | None:
    """Return where things are kept that can be made again at any time."""
    return _user_folder("XDG_CACHE_HOME", ".cache", "Library/Caches", "cache")
