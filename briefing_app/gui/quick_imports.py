"""Imports the libraries that the first paint needs without what they do only in case.

Measured of some 150 ms; none of it changes what this program uses:

- msgspec tries `typing_extensions` first and falls back to `typing`, which has all of it from
  Python 3.11 on; the former is only ever installed for other packages (15 ms).
- msgspec imports its readers of JSON, TOML and YAML and its type inspector, which are needed
  later or never: they load when first touched, by the standard library's lazy loader (9 ms).
- PySide6 wraps `import` so that `from __feature__ import …` works, and for that reads the source
  of every module imported after it. It keeps the plain `import` in `builtins.__orig_import__`
  (15 ms).
"""

from __future__ import annotations

import builtins
import sys
from importlib.machinery import PathFinder
from importlib.util import LazyLoader
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from importlib.machinery import ModuleSpec
    from types import ModuleType

_UNWANTED = "typing_extensions"
_LATER = ("msgspec.inspect", "msgspec.json", "msgspec.toml", "msgspec.yaml")


class _LaterFinder:
    """Finds the modules in `_LATER` as usual, but has them loaded when first touched."""

    @staticmethod
    def find_spec(
        name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if name not in _LATER:
            return None
        spec = PathFinder.find_spec(name, path, target)
        if spec is not None and spec.loader is not None:
            spec.loader = LazyLoader(spec.loader)
        return spec


def import_quickly() -> None:
    """Import msgspec and Qt's three libraries; call it before anything else imports them."""
    hidden = _UNWANTED not in sys.modules
    if hidden:
        sys.modules[_UNWANTED] = None  # type: ignore[assignment]  # "cannot be imported"
    sys.meta_path.insert(0, _LaterFinder)
    try:
        import msgspec  # noqa: F401
    finally:
        sys.meta_path.remove(_LaterFinder)
        if hidden:
            del sys.modules[_UNWANTED]
    from PySide6 import QtCore, QtGui, QtWidgets  # noqa: F401

    plain = getattr(builtins, "__orig_import__", None)
    if plain is not None:
        builtins.__import__ = plain


def load_the_rest() -> None:
    """Load what `import_quickly` put off; before threads do, which could meet it half loaded."""
    for name in _LATER:
        module = sys.modules.get(name)
        if module is not None:
            module.__dict__  # noqa: B018 - any touch loads it
