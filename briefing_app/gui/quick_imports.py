"""Imports the libraries that the first paint needs without what they do only in case.

It takes 25 ms instead of 65 (CPU), and changes nothing that this program uses:

- msgspec tries `typing_extensions` first and falls back to `typing`, which has all of it from
  Python 3.11 on; the former is only ever installed for other packages.
- msgspec imports its readers of JSON, TOML and YAML and its type inspector, and PySide6 what
  writes stub files and explains wrong arguments (three regular expressions of 6,000 letters each).
  They are needed seldom or never, so they are loaded when first used.
- PySide6 wraps `import` so that `from __feature__ import …` works, and for that reads the source
  of every module imported after it. It keeps the plain `import` in `builtins.__orig_import__`.
"""

from __future__ import annotations

import builtins
import sys
import threading
from importlib.machinery import PathFinder
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence
    from importlib.abc import Loader
    from importlib.machinery import ModuleSpec
    from types import ModuleType

_UNWANTED = "typing_extensions"
_SUPPORT = "shibokensupport.signature"
_LATER = (
    *("msgspec.inspect", "msgspec.json", "msgspec.toml", "msgspec.yaml"),
    *(f"{_SUPPORT}.layout", f"{_SUPPORT}.parser", f"{_SUPPORT}.lib.enum_sig"),
    *(f"{_SUPPORT}.lib.pyi_generator", f"{_SUPPORT}.lib.tool"),
    *("tempfile", "zipfile"),
)


class _LaterFinder:
    """Finds the modules in `_LATER` as usual, but has them loaded when first used."""

    @staticmethod
    def find_spec(
        name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if name not in _LATER:
            return None
        spec = PathFinder.find_spec(name, path, target)
        if spec is not None and spec.loader is not None:
            later: Any = _LaterLoader(spec.loader)
            spec.loader = later
        return spec


class _LaterLoader:
    """Leaves a module empty until a name is looked up that it does not have (PEP 562)."""

    def __init__(self, loader: Loader) -> None:
        self._loader = loader

    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        return self._loader.create_module(spec)

    def exec_module(self, module: ModuleType) -> None:
        lock = threading.RLock()
        begun = False

        def load(name: str) -> Any:
            nonlocal begun
            with lock:  # another thread waits here until all is there
                if not begun:
                    begun = True
                    self._loader.exec_module(module)
                    del module.__getattr__
            if name in vars(module):
                return vars(module)[name]
            raise AttributeError(f"module {module.__name__!r} has no attribute {name!r}")

        module.__getattr__ = load  # type: ignore[method-assign]


def import_quickly() -> None:
    """Import msgspec and Qt's three libraries; call it before anything else imports them."""
    hidden = _UNWANTED not in sys.modules
    if hidden:
        sys.modules[_UNWANTED] = None  # type: ignore[assignment]  # "cannot be imported"
    sys.meta_path.insert(0, _LaterFinder)
    try:
        import msgspec  # noqa: F401

        if hidden:
            del sys.modules[_UNWANTED]
        import PySide6  # noqa: F401
    finally:
        sys.meta_path.remove(_LaterFinder)
    plain = getattr(builtins, "__orig_import__", None)
    if plain is not None:
        builtins.__import__ = plain
    from PySide6 import QtCore, QtGui, QtWidgets  # noqa: F401
