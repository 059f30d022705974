"""Imports the libraries that the first paint needs without what they do only in case.

It takes 49 ms instead of 86 (CPU), and changes nothing that this program uses:

- msgspec tries `typing_extensions` first and falls back to `typing`, which has all of it from
  Python 3.11 on; the former is only ever installed for other packages.
- hashlib takes OpenSSL's library, 3.4 MB, and does without where there is none.
- msgspec imports its readers of JSON, TOML and YAML and its type inspector, and PySide6 what
  writes stub files and explains wrong arguments (three regular expressions of 6,000 letters each),
  and what they stand on. They are needed seldom or never, so they are loaded when first used.
- PySide6 wraps `import` so that `from __feature__ import …` works, and for that reads the source
  of every module imported after it. It keeps the plain `import` in `builtins.__orig_import__`.
- PySide6 builds 145 enums of 2,665 members; `enum` asks at each whether it is set twice.
"""

from __future__ import annotations

import builtins
import contextlib
import sys
import threading
from enum import EnumType
from importlib.machinery import PathFinder
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from importlib.abc import Loader
    from importlib.machinery import ModuleSpec
    from types import ModuleType

_SUPPORT = "shibokensupport.signature"
_LATER = (
    *("msgspec.inspect", "msgspec.json", "msgspec.toml", "msgspec.yaml"),
    *(f"{_SUPPORT}.errorhandler", f"{_SUPPORT}.layout", f"{_SUPPORT}.parser"),
    *(f"{_SUPPORT}.lib.enum_sig", f"{_SUPPORT}.lib.pyi_generator", f"{_SUPPORT}.lib.tool"),
    *("base64", "inspect", "tempfile", "textwrap", "traceback", "zipfile"),
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
    """Import msgspec, hashlib and Qt's three libraries, before anything else imports them."""
    sys.meta_path.insert(0, _LaterFinder)
    try:
        with _hidden("typing_extensions"):
            import msgspec  # noqa: F401
        with _hidden("_hashlib"):
            import hashlib  # noqa: F401
        with _unguarded_enums():
            _import_qt()
    finally:
        sys.meta_path.remove(_LaterFinder)


@contextlib.contextmanager
def _hidden(name: str) -> Iterator[None]:
    """Let a module seem not to be installed."""
    there = name in sys.modules
    if not there:
        sys.modules[name] = None  # type: ignore[assignment]  # "cannot be imported"
    try:
        yield
    finally:
        if not there:
            del sys.modules[name]


@contextlib.contextmanager
def _unguarded_enums() -> Iterator[None]:
    """Let members of enums be set without asking each time whether one is set twice."""
    guards = {name: vars(EnumType)[name] for name in ("__setattr__", "__delattr__")}
    for name in guards:
        delattr(EnumType, name)
    try:
        yield
    finally:
        for name, guard in guards.items():
            setattr(EnumType, name, guard)


def _import_qt() -> None:
    import inspect

    kept = vars(inspect).get("getsource")
    inspect.getsource = _no_source  # type: ignore[assignment]
    import PySide6  # noqa: F401

    plain = getattr(builtins, "__orig_import__", None)
    if plain is not None:
        builtins.__import__ = plain
    if vars(inspect)["getsource"] is _no_source:  # else the module was loaded meanwhile
        if kept is None:
            del inspect.getsource  # the module is loaded, the real one with it, when it is wanted
        else:
            inspect.getsource = kept
    from PySide6 import QtCore, QtGui, QtWidgets  # noqa: F401

    # every picture asks for these sooner or later
    _ = QtCore.Qt, QtCore.QEvent, QtGui.QFont, QtGui.QPalette, QtGui.QGradient, QtGui.QTextOption


def _no_source(_: object) -> str:
    raise OSError
