"""Real disks that are full or read-only: the old file stays whole, and a sentence says what to do.

Each case mounts a small disk of its own in a private mount namespace; skipped where the system
does not allow that.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

import pytest

from tests.patience import HANG_S

KB = 1024
DISK_KB, OLD = 64, "what was here before"


def _can_mount():
    unshare = shutil.which("unshare")
    if unshare is None:
        return False
    words = [unshare, "-rm", "mount", "-t", "tmpfs", "none", "/mnt"]
    return subprocess.run(words, capture_output=True, check=False).returncode == 0


pytestmark = pytest.mark.skipif(not _can_mount(), reason="no disk of one's own can be mounted here")

COMMANDS = {
    "handout": ["handout", "-o", "OUT", "--force"],
    "csv": ["export", "--format", "csv", "-o", "OUT", "--force"],
    "json-ld": ["export", "--format", "json-ld", "-o", "OUT", "--force"],
    "pack": ["pack", "BRIEFING", "-o", "OUT", "--force"],
}
DISKS = {
    "full": (
        f"head -c {(DISK_KB - 12) * KB} /dev/zero > disk/filler",
        "The disk is full: make room",
    ),
    "read-only": ("mount -o remount,ro disk", "choose another folder"),
}


@pytest.mark.parametrize("disk", DISKS)
@pytest.mark.parametrize("command", COMMANDS)
def test_the_old_file_stays_whole(command, disk, tmp_path, repository, shipped_briefing_path):
    spoil, advice = DISKS[disk]
    (tmp_path / "disk").mkdir()
    places = {"OUT": str(tmp_path / "disk" / "out"), "BRIEFING": str(shipped_briefing_path)}
    words = [places.get(word, word) for word in COMMANDS[command]]
    script = (
        f"mount -t tmpfs -o size={DISK_KB}k none disk && printf '{OLD}' > disk/out && {spoil} && "
        '"$@"; code=$?; ls -A disk; cat disk/out; exit $code'
    )
    ran = subprocess.run(
        ["unshare", "-rm", "sh", "-c", script, "sh", sys.executable, "-m", "briefing_app", *words],
        cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(repository)},
        capture_output=True, text=True, check=False, timeout=HANG_S,
    )  # fmt: skip
    left = {"full": ["filler", "out"], "read-only": ["out"]}[disk]
    assert ran.returncode == 2, ran.stderr
    assert ran.stdout.splitlines() == [*left, OLD]
    assert advice in ran.stderr
    assert str(tmp_path / "disk" / "out") in ran.stderr
    assert "Traceback" not in ran.stderr
