"""Nothing outside a briefing's folder is read, whatever its files are called."""

from __future__ import annotations

import contextlib
import os
import sys
import threading
from pathlib import Path

import pytest

from briefing_app.errors import BriefingError, ContentError, UnsafePathError
from briefing_app.loading import briefing_folder
from briefing_app.loading.briefing_folder import BriefingFolder
from briefing_app.loading.file_names import name_parts
from tests.patience import HANG_S

UNSAFE = [
    "",
    ".",
    "..",
    "/etc/passwd",
    "//host/share",
    "../x",
    "a/../x",
    "a/./x",
    "a//x",
    "a/",
    "./x",
    "a\\x",
    "\\\\host\\x",
    "C:x",
    "C:/x",
    "file:x",
    "file:///x",
    "http://x",
    "data:x",
    "~/x",
    "~root/x",
    "$HOME/x",
    "a/${X}",
    "%2e%2e/x",
    "%TEMP%",
    "con",
    "CON.md",
    "a/nul",
    "a/AUX.txt",
    "COM1",
    "lpt9.md",
    "com¹",
    "a.md::$DATA",
    "a.md:x",
    "a.",
    "a./x",
    "a ",
    " a",
    "a /x",
    "a\0b",
    "a\nb",
    "a\u202eb",
    "a\u200bb",
    "a?b",
    "a*b",
    "a<b",
    'a"b',
    "a|b",
    "e\u0301.md",
    "x" * 256,
    "é" * 200,
    "/".join("abcdefghij"),
]


@pytest.mark.parametrize("name", UNSAFE)
def test_unsafe_names(name: str, tmp_path: Path):
    with pytest.raises(UnsafePathError) as caught:
        name_parts(name)
    assert "\0" not in str(caught.value)
    assert "\u202e" not in str(caught.value)
    with pytest.raises(UnsafePathError):
        BriefingFolder(tmp_path).read(name)


@pytest.mark.parametrize("name", ["a", "a/b.md", "sections/ü.md", "conference.md", ".x", "a b.md"])
def test_safe_names(name: str, tmp_path: Path):
    file = tmp_path / name
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(b"here")

    assert BriefingFolder(tmp_path).read(name) == b"here"


@pytest.fixture(params=["handles", "checks"])
def folder(request, tmp_path: Path, monkeypatch) -> Path:
    """A folder beside a secret, read both ways: with folder handles and without (Windows)."""
    if request.param == "checks":
        monkeypatch.setattr(briefing_folder, "_HAS_HANDLES", False)
    elif not briefing_folder._HAS_HANDLES:
        pytest.skip("no folder handles here")
    (tmp_path / "secret").write_bytes(b"secret")
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "x").write_bytes(b"secret")
    inside = tmp_path / "inside"
    (inside / "real").mkdir(parents=True)
    (inside / "real" / "x").write_bytes(b"x")
    return inside


def test_reads_files(folder: Path):
    assert BriefingFolder(folder).read("real/x") == b"x"


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
@pytest.mark.parametrize(
    ("name", "target"),
    [
        ("link", "../secret"),
        ("link", "/etc/passwd"),
        ("link", "/dev/zero"),
        ("link", "real/x"),
        ("link", "link"),
        ("linked/x", "../outside"),
        ("linked/x", "real"),
        ("linked/x", "."),
    ],
)
def test_links_are_not_followed(folder: Path, name: str, target: str):
    (folder / Path(name).parts[0]).symlink_to(target)

    with pytest.raises(UnsafePathError, match="link"):
        BriefingFolder(folder).read(name)


@pytest.mark.skipif(sys.platform == "win32", reason="no FIFOs there")
def test_a_fifo_is_refused_at_once(folder: Path):
    os.mkfifo(folder / "pipe")
    caught: list[BriefingError] = []

    def work() -> None:
        try:
            BriefingFolder(folder).read("pipe")
        except UnsafePathError as error:
            caught.append(error)

    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    thread.join(timeout=HANG_S)

    assert not thread.is_alive()
    assert "regular file" in str(caught[0])


@pytest.mark.skipif(not Path("/dev/zero").exists() or os.geteuid() != 0, reason="needs root")
def test_a_device_is_refused(folder: Path):
    try:
        os.mknod(folder / "zero", 0o600 | 0o020000, os.makedev(1, 5))
    except PermissionError:
        pytest.skip("no devices in this container")
    with pytest.raises(UnsafePathError, match="regular file"):
        BriefingFolder(folder).read("zero")


@pytest.mark.parametrize(
    ("name", "kind", "words"),
    [
        ("real", UnsafePathError, "folder"),
        ("real/x/y", UnsafePathError, "link or a file"),
        ("real/none", ContentError, "there is no file 'real/none'"),
        ("none/x", ContentError, "there is no file"),
    ],
)
def test_what_is_no_file(folder: Path, name: str, kind: type[BriefingError], words: str):
    with pytest.raises(kind, match=words):
        BriefingFolder(folder).read(name)


def test_the_limit_counts_bytes_that_are_there(folder: Path):
    (folder / "big").write_bytes(b"x" * 100)

    assert len(BriefingFolder(folder).read("big", limit=100)) == 100
    with pytest.raises(ContentError, match="larger than 99 bytes"):
        BriefingFolder(folder).read("big", limit=99)


def test_a_sparse_giant_is_not_read_whole(folder: Path):
    with open(folder / "giant", "wb") as stream:
        stream.truncate(1 << 40)
    with pytest.raises(ContentError, match="larger"):
        BriefingFolder(folder).read("giant", limit=1000)


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
def test_the_folder_itself_may_be_a_link(folder: Path, tmp_path: Path):
    (tmp_path / "shortcut").symlink_to(folder)
    assert BriefingFolder(tmp_path / "shortcut").read("real/x") == b"x"


def test_no_descriptor_is_left_open(folder: Path):
    if not Path("/proc/self/fd").exists():
        pytest.skip("no list of descriptors here")
    before = len(list(Path("/proc/self/fd").iterdir()))
    for name in ("real/x", "real", "none", "real/none/x", "real/x/y"):
        with contextlib.suppress(BriefingError):
            BriefingFolder(folder).read(name)
    assert len(list(Path("/proc/self/fd").iterdir())) == before
