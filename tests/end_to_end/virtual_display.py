"""A display without a screen, for windows that have to be real."""

from __future__ import annotations

import contextlib
import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextlib.contextmanager
def virtual_display(width: int = 1600, height: int = 1000) -> Iterator[str]:
    """Yield the name of a display of its own, such as `:3`, of so many pixels; it needs Xvfb.

    Without `-noreset` the server begins anew when its last client goes, and whoever comes just then
    is refused: 14 of 300 were.
    """
    screen = ["-screen", "0", f"{width}x{height}x24"]
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", "1", "-noreset", *screen, "-nolisten", "tcp"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield f":{server.stdout.readline().decode().strip()}"
    finally:
        server.terminate()
        server.wait()
        server.stdout.close()
