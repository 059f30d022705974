"""Saving where a reader said: what may be replaced, and what is written into as it is."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from briefing_app.errors import OtherKindError, WriteError
from briefing_app.save_file import PACK, PDF, is_of_kind, save_file, text_kind

CSV = text_kind(".csv")
NEW = {PDF: b"%PDF-1.7 new", PACK: b"PK\x03\x04 new", CSV: b"id,text\n"}


@pytest.mark.parametrize(
    ("name", "old", "kind", "same"),
    [
        ("out.pdf", b"%PDF-1.4 old", PDF, True),
        ("out.PDF", b"%PDF-1.4 old", PDF, True),
        ("out", b"%PDF-1.4 old", PDF, True),
        ("out.pdf", b"no PDF at all", PDF, False),
        ("out.docx", b"PK\x03\x04 a letter", PDF, False),
        ("out.docx", b"PK\x03\x04 a letter", PACK, False),
        ("out.briefing", b"PK\x03\x04 old", PACK, True),
        ("out.csv", b"id;text\n", CSV, True),
        ("out.csv", b"%PDF-1.4 old", CSV, False),
        ("out.csv", b"a\0b", CSV, False),
        ("out.yaml", b"- id: A\n", CSV, False),
    ],
)
def test_another_kind_of_file_is_replaced_only_when_asked_to(tmp_path, name, old, kind, same):
    target = tmp_path / name
    target.write_bytes(old)
    assert is_of_kind(target, kind) is same
    if not same:
        with pytest.raises(OtherKindError, match=r"is there and is not a .*; it was left as it is"):
            save_file(target, NEW[kind], kind)
        assert target.read_bytes() == old
    save_file(target, NEW[kind], kind, replace_other_kinds=True)
    assert target.read_bytes() == NEW[kind]
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_an_empty_file_is_of_any_kind(tmp_path):
    target = tmp_path / "letter.docx"
    target.touch()
    save_file(target, NEW[PDF], PDF)
    assert target.read_bytes() == NEW[PDF]


def by_name(file):
    return file


def by_link(file):
    link = file.with_name("link.pdf")
    link.symlink_to(file.name)
    return link


def by_hard_link(file):
    link = file.with_name("again.pdf")
    link.hardlink_to(file)
    return link


def by_another_path(file):
    return file.parent / ".." / file.parent.name / file.name


@pytest.mark.parametrize("way", [by_name, by_link, by_hard_link, by_another_path])
def test_a_file_of_the_briefing_is_never_replaced(tmp_path, way):
    own = tmp_path / "own.pdf"
    own.write_bytes(b"%PDF-1.7 the briefing")
    with pytest.raises(WriteError, match="a file of the briefing itself and was left as it is"):
        save_file(way(own), NEW[PDF], PDF, own=[own], replace_other_kinds=True)
    assert own.read_bytes() == b"%PDF-1.7 the briefing"


def test_a_link_stays_and_its_file_is_replaced(tmp_path):
    (tmp_path / "there").mkdir()
    link = tmp_path / "latest.pdf"
    link.symlink_to("there/handout.pdf")
    for data in (b"%PDF-1.7 first", b"%PDF-1.7 second"):  # the first time it leads nowhere
        save_file(link, data, PDF)
        assert link.is_symlink()
        assert (tmp_path / "there" / "handout.pdf").read_bytes() == data


def test_a_write_protected_file_is_left_as_it_is(tmp_path):
    target = tmp_path / "out.pdf"
    target.write_bytes(b"%PDF-1.7 old")
    target.chmod(0o444)
    with pytest.raises(WriteError, match="write-protected"):
        save_file(target, NEW[PDF], PDF, replace_other_kinds=True)
    assert target.read_bytes() == b"%PDF-1.7 old"


def test_a_pipe_gets_the_data_and_stays_a_pipe(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()
    save_file(pipe, NEW[PDF], PDF)
    reader.join()
    assert read == [NEW[PDF]]
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_a_device_gets_the_data_and_stays_a_device():
    save_file(Path(os.devnull), b"x", PDF)
    assert stat.S_ISCHR(os.stat(os.devnull).st_mode)


def test_a_socket_is_refused(tmp_path):
    import socket

    name = os.path.relpath(tmp_path / "socket")  # socket paths end at 107 bytes
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(name)
        with pytest.raises(WriteError, match="no file that can be written"):
            save_file(tmp_path / "socket", b"x", PDF)


@pytest.mark.parametrize("name", ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"])
def test_what_the_shell_writes_into_is_written_on(tmp_path, name):
    """`(echo first; briefing-app … -o /dev/stdout) > out.pdf` keeps the first line."""
    code = (
        "import pathlib, sys; print('first', flush=True)\n"
        "from briefing_app.save_file import PDF, save_file\n"
        "save_file(pathlib.Path(sys.argv[1]), b'%PDF-1.7 new', PDF)\n"
        "print(' last')\n"
    )
    out = tmp_path / "out.pdf"
    with out.open("wb") as stream:
        subprocess.run([sys.executable, "-c", code, name], stdout=stream, check=True)
    assert out.read_bytes() == b"first\n%PDF-1.7 new last\n"
