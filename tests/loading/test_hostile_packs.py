"""Packs that somebody made or altered on purpose: each is refused in a sentence, none is run."""

from __future__ import annotations

import hashlib
import io
import json
import random
import struct
import zipfile
import zlib
from types import SimpleNamespace

import pytest

from briefing_app.errors import ContentError
from briefing_app.loading import pack_archive
from briefing_app.loading.load_briefing import load_briefing
from briefing_app.loading.read_pack import packed_file
from briefing_app.model.pack_format import MEDIA_TYPE, MIMETYPE_NAME
from tests.work_counter import WorkCounter

MANIFEST = "META-INF/manifest.json"
BRIEFING = b"""format: 1
id: small
title: Small
language: en
version: 1.0.0
issued: 2026-01-01
as_of: 2026-01-01
summary: Text.
sections: [{id: a, title: A, file: a.md}]
"""
FILES = {"a.md": b"Words.\n", "briefing.yaml": BRIEFING}


def member(name, *, mode=0o100644, system=3, flags=0):
    info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    info.external_attr, info.create_system = mode << 16, system
    info.flag_bits |= flags
    return info


def manifest(files, **changes):
    listed = [
        {"path": name, "size": len(data), "sha256": hashlib.sha256(data).hexdigest()}
        for name, data in sorted(files.items())
    ]
    whole = {"format": 1, "id": "small", "title": "Small", "version": "1", "tool": "test"}
    return json.dumps(whole | {"files": listed} | changes).encode()


def pack(files=FILES, *, extra=(), listed=None, mimetype=MEDIA_TYPE, **changes):
    """A pack of our own making; `extra` are (member, data) that follow the files."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        if mimetype is not None:
            archive.writestr(member(MIMETYPE_NAME), mimetype)
        archive.writestr(member(MANIFEST), manifest(listed or files, **changes))
        for name, data in files.items():
            archive.writestr(member(name), data, zipfile.ZIP_DEFLATED)
        for info, data in extra:
            archive.writestr(info, data, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def with_member(name, data=b"x", **options):
    return pack(extra=[(member(name, **options), data)], listed=FILES | {name: data})


def twins(first, second):
    return pack(FILES | {first: b"1", second: b"1"})


def patched(data, name, *, local=True, central=True, **fields):
    """Change header fields of one member where they stand: flags, method, crc, packed, size."""
    shape = {"flags": (6, "H"), "method": (8, "H"), "crc": (14, "I"), "packed": (18, "I")}
    shape |= {"size": (22, "I")}
    out = bytearray(data)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        info, begin = archive.getinfo(name), archive.start_dir
    entry = data.index(name.encode(), begin) - 46
    for field, value in fields.items():
        offset, kind = shape[field]
        if local:
            struct.pack_into(f"<{kind}", out, info.header_offset + offset, value)
        if central:
            struct.pack_into(f"<{kind}", out, entry + offset + 2, value)
    return bytes(out)


def directory_moved_to(data, name, position):
    """The directory's entry of `name` points at another place."""
    out = bytearray(data)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entry = data.index(name.encode(), archive.start_dir) - 46
    struct.pack_into("<I", out, entry + 42, position)
    return bytes(out)


def many_members(count, *, lie=None):
    """A zip with so many members; the end record says `lie` where it is given."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(member(MIMETYPE_NAME), MEDIA_TYPE)
        for number in range(count):
            archive.writestr(member(f"f{number}"), b"")
    data = bytearray(buffer.getvalue())
    if lie is not None:
        struct.pack_into("<HH", data, len(data) - 14, lie, lie)
    return bytes(data)


def with_gap():
    """Bytes that belong to no member stand between the files and the directory."""
    data = pack()
    end = len(data) - 22
    begin = struct.unpack_from("<I", data, end + 16)[0]
    out = bytearray(data[:begin] + b"hidden" + data[begin:])
    struct.pack_into("<I", out, len(out) - 6, begin + 6)
    return bytes(out)


def size_lie():
    """A megabyte that says it is ten bytes, with a checksum that fits the ten."""
    data = b"0" * 1_000_000
    whole = pack(FILES | {"big.md": data}, listed=FILES | {"big.md": data[:10]})
    return patched(whole, "big.md", size=10, crc=zlib.crc32(data[:10]))


def broken_crc():
    return patched(pack(), "a.md", crc=1)


def header_mismatch():
    data = bytearray(pack())
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as archive:
        at = archive.getinfo("a.md").header_offset
    data[at + 30 : at + 34] = b"b.md"
    return bytes(data)


def nul_name():
    data = with_member("b.md_x.txt")
    return data.replace(b"b.md_x.txt", b"b.md\0x.txt")


BOMB = b"0" * (70 * 1024 * 1024)
CASES = {
    "empty": (b"PK", "cut off"),
    "no end": (b"PK\3\4" + b"x" * 100, "cut off"),
    "truncated": (pack()[:-30], "cut off"),
    "half": (pack()[: len(pack()) // 2], "cut off"),
    "trailing junk": (pack() + b"junk", "after its end"),
    "trailing zip": (pack() + pack(), "where it should be"),
    "prefix": (b"PK junk" + pack(), "where it should be"),
    "comment": (pack()[:-2] + b"\1\0x", "after its end"),
    "gap": (with_gap(), "end where its directory begins"),
    "overlap": (directory_moved_to(pack(), "briefing.yaml", 0), "overlaps"),
    "same data twice": (
        directory_moved_to(with_member("b.md", b"Words.\n"), "b.md", 64), "overlaps",
    ),
    "70 000 members": (many_members(70_000), "where it should be"),
    "6 000 members": (many_members(6_000), "more than 5000"),
    "70 000 that say they are 10": (many_members(70_000, lie=10), "."),
    "6 000 that say they are 10": (many_members(6_000, lie=10), "more than 5000"),
    "bomb": (with_member("bomb.md", BOMB), "64 MiB"),
    "ratio": (with_member("bomb.md", b"0" * 5_000_000), "too far to be honest"),
    "size lie, small": (size_lie(), "not as long"),
    "size lie, large": (patched(pack(), "a.md", size=50_000), "not as long"),
    "huge packed size": (patched(pack(), "a.md", packed=0xFFFFFFF0), "overlaps"),
    "size lie in one header": (patched(pack(), "a.md", central=False, size=3), "two different"),
    "crc": (broken_crc(), "damaged"),
    "encrypted": (patched(pack(), "a.md", flags=1), "encrypted"),
    "strong encryption": (patched(pack(), "a.md", flags=0x41), "encrypted"),
    "data descriptor": (patched(pack(), "a.md", flags=8), "not read"),
    "bzip2": (patched(pack(), "a.md", method=12), "not read"),
    "lzma": (patched(pack(), "a.md", method=14), "not read"),
    "stored that was deflated": (patched(pack(), "a.md", method=0), "not as long"),
    "names differ": (header_mismatch(), "two different"),
    "symlink": (with_member("link", b"/etc/passwd", mode=0o120777), "a link"),
    "device": (with_member("dev", b"", mode=0o020666), "a device"),
    "fifo": (with_member("pipe", b"", mode=0o010666), "a device"),
    "folder": (with_member("folder/", b""), "empty part"),
    "folder without slash": (with_member("folder", b"", mode=0o040755), "a folder"),
    "duplicate": (None, "mean the same file"),
    "case twins": (twins("A.md", "A.MD"), "mean the same file"),
    "sharp s": (twins("straße.md", "STRASSE.md"), "mean the same file"),
    "decomposed": (with_member("e\u0301.md"), "NFC"),
    "file and folder": (twins("x", "x/y.md"), "a file and a folder"),
    "case of a folder": (twins("X", "x/y.md"), "a file and a folder"),
    "no mimetype": (pack(mimetype=None), "no briefing"),
    "another mimetype": (pack(mimetype="application/epub+zip"), "no briefing"),
    "unlisted": (pack(extra=[(member("b.md"), b"x")], listed=FILES), "altered.*'b.md'"),
    "missing": (pack(listed=FILES | {"b.md": b"x"}), "altered.*'b.md'"),
    "other words": (pack(FILES, listed=FILES | {"a.md": b"Wxrds.\n"}), "altered.*'a.md'"),
    "listed twice": (None, "altered"),
    "no manifest": (None, "no META-INF"),
    "manifest is no JSON": (None, "cannot be understood"),
    "manifest of tomorrow": (pack(format=2), "format 1"),
    "unknown key": (pack(signature="x"), "cannot be understood"),
}  # fmt: skip
for number, name in enumerate(
    ("../evil", "a/../../evil", "/etc/passwd", "C:evil", "C:/evil", "a\\..\\evil", "~/evil",
     "$HOME/x", "con.txt", "a/nul", "a:stream", "a.", "a ", "./a", "a//b", "%2e%2e/x", "file:x",
     "a\nb", "a\u202eb", "/".join("abcdefghij"))
):  # fmt: skip
    CASES[f"slip {number}"] = (with_member(name), "not allowed as a file name")


def rebuilt(case):
    """The packs that need the writer to be misused."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(member(MIMETYPE_NAME), MEDIA_TYPE)
        if case == "manifest is no JSON":
            archive.writestr(member(MANIFEST), b"{")
        if case == "listed twice":
            archive.writestr(member("a.md"), FILES["a.md"])
            listed = json.loads(manifest({"a.md": FILES["a.md"]}))
            listed["files"] *= 2
            archive.writestr(member(MANIFEST), json.dumps(listed))
        if case == "duplicate":
            archive.writestr(member("a.md"), b"1")
            with pytest.warns(UserWarning, match="Duplicate"):
                archive.writestr(member("a.md"), b"2")
    return buffer.getvalue()


@pytest.fixture
def unpacked(monkeypatch):
    """How many bytes each member gave that was unpacked."""
    sizes = []

    class Unpacker:
        def __init__(self, *options):
            self._real = zlib.decompressobj(*options)

        def __getattr__(self, name):
            return getattr(self._real, name)

        def decompress(self, *arguments):
            data = self._real.decompress(*arguments)
            sizes.append(len(data))
            return data

    real = SimpleNamespace(**vars(zlib) | {"decompressobj": Unpacker})
    monkeypatch.setattr(pack_archive, "zlib", real)
    return sizes


def test_an_honest_pack_is_unpacked_and_counted(tmp_path, unpacked):
    file = tmp_path / "x.briefing"
    file.write_bytes(pack())
    load_briefing(file)
    assert set(unpacked) >= {len(data) for data in FILES.values()}


@pytest.mark.parametrize("case", CASES)
def test_a_hostile_pack_is_refused_in_a_sentence(tmp_path, case, unpacked):
    given, words = CASES[case]
    data = rebuilt(case) if given is None else given
    file = tmp_path / "x.briefing"
    file.write_bytes(data)
    with pytest.raises(ContentError, match=words) as caught, WorkCounter() as work:
        load_briefing(file)
    # a directory is gone through once: 30 steps a member
    assert work.steps < 6000 + 60 * data.count(b"PK\1\2")
    assert sum(unpacked) < 1000, "a bomb was unpacked"
    assert str(file) in str(caught.value)
    assert list(tmp_path.iterdir()) == [file]


def test_a_nul_in_a_name_hides_nothing(tmp_path):
    file = tmp_path / "x.briefing"
    file.write_bytes(nul_name())
    with pytest.raises(ContentError, match="hidden characters"):
        load_briefing(file)


def test_the_pack_that_the_cases_start_from_opens(tmp_path):
    file = tmp_path / "x.briefing"
    file.write_bytes(pack())
    assert load_briefing(file).briefing.title == "Small"


def test_a_pack_in_a_pack_is_only_a_file(tmp_path):
    file = tmp_path / "x.briefing"
    file.write_bytes(pack(FILES | {"inner.briefing": pack()}))
    assert packed_file(file).read("inner.briefing") == pack()
    assert load_briefing(file).files == ("a.md", "briefing.yaml")


@pytest.mark.parametrize("seed", range(40))
def test_random_damage_never_gives_other_words(tmp_path, seed):
    """A changed byte is either noticed or changes nothing that is read."""
    chance = random.Random(seed)
    data = bytearray(pack())
    for _ in range(chance.choice((1, 1, 2, 8))):
        data[chance.randrange(len(data))] = chance.randrange(256)
    file = tmp_path / "x.briefing"
    file.write_bytes(data)
    try:
        store = packed_file(file)
    except ContentError:
        return
    assert {name: store.read(name) for name in FILES} == FILES
