"""A briefing as one file: the same bytes every time, and opened as if it were the folder."""

from __future__ import annotations

import hashlib
import json
import shutil
import zipfile

import pytest

from briefing_app import paths
from briefing_app.errors import ContentError, PackError, UnsafePathError
from briefing_app.export import make_pack as packing
from briefing_app.export.make_pack import briefing_pack
from briefing_app.loading.briefing_cache import remember
from briefing_app.loading.load_briefing import load_briefing
from briefing_app.model.pack_format import MEDIA_TYPE
from tests.handout.conftest import png

EVERYTHING = "tests/fixtures/valid/everything"


def packed(loaded):
    return briefing_pack(loaded.briefing, {n: loaded.folder.read(n) for n in loaded.files})


@pytest.fixture(params=["shipped", "manual", "everything"])
def folder(request, repository):
    folders = {"shipped": paths.shipped_briefing(), "manual": paths.manual()}
    return folders.get(request.param, repository / EVERYTHING)


@pytest.fixture
def pack(folder, tmp_path):
    file = tmp_path / "handed-on.briefing"
    file.write_bytes(packed(load_briefing(folder)))
    return file


def test_a_pack_opens_as_the_folder_does(folder, pack):
    ours, theirs = load_briefing(folder), load_briefing(pack)
    assert theirs.briefing == ours.briefing
    assert (theirs.problems, theirs.files) == (ours.problems, ours.files)
    assert [theirs.folder.read(name) for name in theirs.files] == [
        ours.folder.read(name) for name in ours.files
    ]
    assert (ours.folder.origin, theirs.folder.origin) == ("folder", "pack")


def test_the_same_briefing_gives_the_same_bytes(folder, pack, tmp_path):
    copy = shutil.copytree(folder, tmp_path / "copy")
    (copy / "draft.txt").write_text("not part of the briefing")
    assert packed(load_briefing(copy)) == pack.read_bytes()
    assert packed(load_briefing(pack)) == pack.read_bytes()


def test_layout(pack):
    data = pack.read_bytes()
    assert data[30:38] == b"mimetype"
    assert data[38 : 38 + len(MEDIA_TYPE)] == MEDIA_TYPE.encode()
    with zipfile.ZipFile(pack) as archive:
        assert archive.testzip() is None
        members = archive.infolist()
        names = [member.filename for member in members]
        manifest = json.loads(archive.read("META-INF/manifest.json"))
        listed = {file["path"]: file["sha256"] for file in manifest["files"]}
        hashes = {name: hashlib.sha256(archive.read(name)).hexdigest() for name in names[2:]}
    assert names[1:] == sorted(names[1:])
    assert hashes == listed
    assert {member.date_time for member in members} == {(1980, 1, 1, 0, 0, 0)}
    assert {member.external_attr >> 16 for member in members} == {0o100644}
    assert {(m.create_system, m.extra, m.comment) for m in members} == {(3, b"", b"")}


def test_what_is_not_in_the_pack_is_not_read(pack, tmp_path):
    (tmp_path / "beside.md").write_text("beside")
    store = load_briefing(pack).folder
    for name in ("beside.md", "mimetype", "META-INF/manifest.json"):
        with pytest.raises(ContentError, match="there is no file"):
            store.read(name)
    with pytest.raises(UnsafePathError):
        store.read("../beside.md")
    with pytest.raises(ContentError, match="larger than 10 bytes"):
        store.read("briefing.yaml", limit=10)


def test_what_is_open_stays_when_the_file_is_replaced(pack):
    store = load_briefing(pack).folder
    before = store.read("briefing.yaml")
    pack.write_bytes(b"something else")
    assert store.read("briefing.yaml") == before


def test_a_pack_is_remembered_like_a_folder(pack):
    first = load_briefing(pack, cache=True)
    remember(first)
    again = load_briefing(pack, cache=True)
    assert again.from_cache
    assert again.briefing == first.briefing


def test_pictures_are_packed(repository, tmp_path):
    folder = shutil.copytree(repository / "tests/fixtures/valid/minimal", tmp_path / "briefing")
    prose = next(folder.rglob("*.md"))
    prose.write_text(prose.read_text() + "\n\n![A square](square.png)\n")
    (folder / "square.png").write_bytes(png())
    file = tmp_path / "x.briefing"
    file.write_bytes(packed(load_briefing(folder)))
    assert load_briefing(file).folder.read("square.png") == png()


@pytest.mark.parametrize(
    ("name", "value"), [("MOST_MEMBERS", 5), ("MOST_MEMBER_BYTES", 1000), ("MOST_BYTES", 5000)]
)
def test_a_briefing_that_is_too_large_is_not_packed(monkeypatch, name, value):
    monkeypatch.setattr(packing, name, value)
    with pytest.raises(PackError, match="than"):
        packed(load_briefing(paths.shipped_briefing()))


@pytest.mark.parametrize("data", [b"", b"just words", b"\x89PNG\r\n\x1a\n"])
def test_a_file_that_is_no_briefing(tmp_path, data):
    file = tmp_path / "x.briefing"
    file.write_bytes(data)
    with pytest.raises(ContentError, match="holds no briefing"):
        load_briefing(file)
