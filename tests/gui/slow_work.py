"""What may take long, and is never done in the window's thread once the window is open."""

from __future__ import annotations

import importlib
import sys
import threading
from functools import wraps
from inspect import unwrap
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pytest

# reading, searching's preparation, writing: each takes as long as the briefing is large
FUNCTIONS = (
    ("briefing_app.open_briefing", "open_briefing"),
    ("briefing_app.open_briefing", "build_index"),
    ("briefing_app.open_briefing", "packed"),
    ("briefing_app.open_briefing", "remember_opened"),
    ("briefing_app.handout.handout_data", "handout_data"),
    ("briefing_app.handout.compile_handout", "make_handout"),
    ("briefing_app.export.exports", "exported"),
    ("briefing_app.gui.work.memory", "give_memory_back"),
)
METHODS = (
    ("briefing_app.handout.compile_handout", "HandoutCompilation", "start"),
    ("briefing_app.handout.compile_handout", "HandoutCompilation", "wait"),
    ("briefing_app.handout.compile_handout", "HandoutCompilation", "cancel"),
)


class SlowWork:
    """Notes, from `watch` on, what of it the program does in the thread that watches.

    What a test itself calls, to have a pack or to compare with, is no work of the window.
    """

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.done_here: list[str] = []
        self.done_elsewhere: list[str] = []
        self._thread = 0
        for module, name in FUNCTIONS:
            original = unwrap(getattr(importlib.import_module(module), name))
            noting = self._noting(original)
            for holder in [m for n, m in sys.modules.items() if n.startswith("briefing_app.")]:
                # a module that was first imported during another test holds what that one had noted
                if callable(held := getattr(holder, name, None)) and unwrap(held) is original:
                    monkeypatch.setattr(holder, name, noting)
        for module, owner, name in METHODS:
            kind = getattr(importlib.import_module(module), owner)
            monkeypatch.setattr(kind, name, self._noting(getattr(kind, name)))

    def watch(self) -> None:
        self._thread = threading.get_ident()

    def rest(self) -> None:
        """Note nothing: before a window is shown there is none to be held up."""
        self._thread = 0

    def _noting(self, original):
        @wraps(original)
        def noting(*arguments, **options):
            here = threading.get_ident() == self._thread
            if not sys._getframe(1).f_globals["__name__"].startswith("tests."):
                (self.done_here if here else self.done_elsewhere).append(original.__qualname__)
            return original(*arguments, **options)

        return noting
