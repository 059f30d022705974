"""The briefing that a handout PDF carries (ISO 19005-3: an associated file)."""

from __future__ import annotations

import json
import logging
import os
import subprocess
from typing import TYPE_CHECKING, Final

from briefing_app.child_process import HIDDEN, child_command
from briefing_app.errors import ContentError
from briefing_app.loading import read_handout_child
from briefing_app.loading.read_pack import BriefingPack
from briefing_app.model.pack_format import MOST_BYTES, PACK_ENDING

if TYPE_CHECKING:
    from pathlib import Path

_MIB: Final = 1024 * 1024
MOST_MEMORY: Final = 1024 * _MIB  # address space of the process
_LONGEST_S: Final = 60  # on a busy machine; the processor's time is limited in the process itself
_log = logging.getLogger(__name__)


def attached_pack(path: Path) -> BriefingPack:
    """Return the pack in a PDF. A process of its own, with limits, takes it out.

    Raises:
        ContentError: the PDF cannot be read, carries no briefing, or the pack in it is refused.
    """
    try:
        if path.stat().st_size > MOST_BYTES:
            raise ContentError(f"{path} is larger than {MOST_BYTES // _MIB} MiB and is not opened.")
        found = _run(path)
    except OSError as error:
        raise ContentError(f"{path} cannot be read: {error.strerror or error}.") from error
    if found is None or found.returncode < 0:
        raise ContentError(f"{path} unpacks to more than is opened, or takes too long.")
    if found.returncode == read_handout_child.REFUSED:
        raise ContentError(f"{path} {found.stdout.decode(errors='replace')}")
    if found.returncode:
        _log.error("Reading %s failed: %s", path, found.stderr.decode(errors="replace"))
        raise ContentError(f"{path} cannot be opened here: the log says why.")
    return BriefingPack(path, found.stdout, origin="handout")


def _run(path: Path) -> subprocess.CompletedProcess[bytes] | None:
    """The process, ended; None if it took too long."""
    request = {
        "path": os.fspath(path),
        "ending": PACK_ENDING,
        "most_bytes": MOST_BYTES,
        "most_memory": MOST_MEMORY,
    }
    try:
        return subprocess.run(  # noqa: S603 -- our own interpreter and our own file
            child_command(read_handout_child.__file__),
            input=json.dumps(request).encode(),
            capture_output=True,
            timeout=_LONGEST_S,
            check=False,
            creationflags=HIDDEN,
        )
    except subprocess.TimeoutExpired:
        return None
