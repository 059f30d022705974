"""Handout data -> PDF, set by Typst in a process of its own.

A process, since a compile cannot be interrupted, keeps its memory, and works on what others wrote.
"""

from __future__ import annotations

import contextlib
import json
import logging
import shutil
import subprocess
import threading
from typing import TYPE_CHECKING

from briefing_app import paths
from briefing_app.child_process import HIDDEN, child_command
from briefing_app.errors import HandoutCancelled, HandoutError
from briefing_app.handout import compile_child
from briefing_app.handout.handout_data import handout_data
from briefing_app.own_files import sweep_folders, temporary_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from briefing_app.handout.handout_data import HandoutData
    from briefing_app.handout.handout_plan import HandoutPlan
    from briefing_app.handout.references import PrintableReference
    from briefing_app.model.briefing import Briefing

STANDARDS = ("a-3a", "ua-1")
_log = logging.getLogger(__name__)


class HandoutCompilation:
    """One compile. `start`, then `wait`; `cancel` may be called from any thread at any time."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._cancelled = False
        self._folder: Path | None = None
        self._request = b""

    def start(self, data: HandoutData | Callable[[], HandoutData]) -> None:
        """Start the process that sets the pages; `wait` hands it the work.

        Data that has yet to be made is made while the process gets ready.

        Raises:
            HandoutError: the process cannot be started or there is no room for its files.
            HandoutCancelled: it was cancelled before it began.
        """
        try:
            self._folder = folder = temporary_folder("briefing-handout-")
            sweep_folders()
            with self._lock:
                self._process = None if self._cancelled else _spawn(folder)
            if self._process is not None:
                self._hand_over(data() if callable(data) else data, folder)
        except BaseException as error:
            self._stop()
            self._clean_up()
            if self._process is not None:
                with self._process:  # closes its pipes
                    pass
            if not isinstance(error, OSError):
                raise
            raise HandoutError(
                f"The handout cannot be made: {error.strerror or error}. Look whether the "
                "temporary folder has room and may be written to, and try again."
            ) from error
        if self._process is None:
            self._clean_up()
            raise HandoutCancelled("The handout was cancelled.")

    def _hand_over(self, data: HandoutData, folder: Path) -> None:
        for name, picture in data.pictures.items():
            (folder / name).write_bytes(picture)
        (folder / "pack").write_bytes(data.pack)
        self._request = _request(data, folder)

    def wait(self) -> bytes:
        """Return the PDF, as soon as it is there.

        Raises:
            HandoutCancelled: `cancel` was called.
            HandoutError: the pages could not be set; Typst's own words are in the log.
        """
        process = self._process
        if process is None or process.stdin is None:
            raise HandoutError("The handout was not started.")
        # the pipe stays open: that it closes tells the process that nobody waits any more
        lifeline, process.stdin = process.stdin, None
        try:
            with contextlib.suppress(OSError):  # it has ended already: that is told below
                lifeline.write(self._request + b"\n")
                lifeline.flush()
            output, errors = process.communicate()
        finally:
            self._stop()
            with contextlib.suppress(OSError):
                lifeline.close()
            self._clean_up()
        if self._cancelled:
            raise HandoutCancelled("The handout was cancelled.")
        if process.returncode == 0 and output.startswith(b"%PDF-"):
            return output
        raise _failure(process.returncode, output, errors)

    def cancel(self) -> None:
        """Stop the compile; `wait` then raises HandoutCancelled."""
        with self._lock:
            self._cancelled = True
        self._stop()

    def _stop(self) -> None:
        with self._lock:
            process = self._process
            if process is not None and process.poll() is None:
                with contextlib.suppress(OSError):
                    process.kill()
        if process is not None:
            process.wait()

    def _clean_up(self) -> None:
        folder, self._folder, self._request = self._folder, None, b""
        if folder is not None:
            shutil.rmtree(folder, ignore_errors=True)


def make_handout(
    briefing: Briefing,
    plan: HandoutPlan,
    references: Mapping[str, PrintableReference],
    read_picture: Callable[[str], bytes],
    pack: Callable[[], bytes] = bytes,
    tell: Callable[[HandoutData], None] | None = None,
) -> bytes:
    """Return the PDF. `read_picture` gives the bytes of a picture by its path in the briefing.

    `pack` gives the briefing as a `.briefing` file, for the PDF to carry; empty for none. `tell`
    is given the data before the pages are set.

    Raises:
        HandoutError: the pages could not be set.
    """

    def data() -> HandoutData:
        made = handout_data(briefing, plan, references, read_picture, pack())
        if tell is not None:
            tell(made)
        return made

    compilation = HandoutCompilation()
    compilation.start(data)
    return compilation.wait()


def template_files() -> dict[str, str]:
    """Return the template's files by name."""
    folder = paths.resource("handout")
    return {path.name: path.read_text("utf-8") for path in sorted(folder.glob("*.typ"))}


def _request(data: HandoutData, root: Path) -> bytes:
    request = {
        "data": data.document.decode(),
        "pictures": sorted(data.pictures),
        "timestamp": data.timestamp,
        "templates": template_files(),
        "font_folder": str(paths.resource("fonts")),
        "root": str(root),
        "standards": STANDARDS,
    }
    return json.dumps(request).encode()


def _spawn(folder: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(  # noqa: S603 -- our own interpreter and our own file
        child_command(compile_child.__file__),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=folder,
        creationflags=HIDDEN,
    )


def _failure(code: int, output: bytes, errors: bytes) -> HandoutError:
    detail = (output if code == compile_child.FAILED else errors).decode(errors="replace")
    _log.error("Setting the handout failed with exit code %s: %s", code, detail)
    if code == compile_child.FAILED:
        return HandoutError(
            "The handout could not be set: the briefing holds something that the page layout "
            "cannot show. Leave out sections to find which, and report it with the log."
        )
    if code < 0 or not errors:
        return HandoutError(
            "The handout was not made: the process that sets its pages was ended from outside, "
            "perhaps for want of memory. Close other programs or choose fewer sections, and try "
            "again."
        )
    return HandoutError(
        "The handout was not made: the process that sets its pages cannot run here. "
        "Install the program anew; the log says what is missing."
    )
