"""Memory that large work has used, given back to the system."""

from __future__ import annotations

import contextlib
import sys

_ARENA_MAX = -8  # M_ARENA_MAX of malloc.h


def share_one_heap() -> None:
    """Let threads that start from now on use the program's heap.

    On Linux each would have its own, out of which little is given back. Measured after a handout
    of 4,500 claims: 3 MB.
    """
    _ask_c_library("mallopt", _ARENA_MAX, 1)


def give_memory_back() -> None:
    """Let the C library return what was freed; on Linux it keeps it until it is asked.

    Measured: 10 to 18 MB after a handout of 4,500 claims. Takes some milliseconds: in a thread.
    """
    import linecache

    linecache.clearcache()  # shiboken reads the source of each module that imports Qt: 1.4 MB
    _ask_c_library("malloc_trim", 0)


def _ask_c_library(function: str, *numbers: int) -> None:
    if not sys.platform.startswith("linux"):
        return
    import ctypes

    with contextlib.suppress(AttributeError, OSError):  # a C library without it
        getattr(ctypes.CDLL(None), function)(*numbers)
