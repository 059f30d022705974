"""What is remembered of a briefing is used only while nothing has changed."""

from __future__ import annotations

import hashlib
import os
import random
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import pytest

from briefing_app import paths
from briefing_app.errors import WriteError
from briefing_app.loading import briefing_cache
from briefing_app.loading.briefing_cache import remember
from briefing_app.loading.load_briefing import load_briefing

if TYPE_CHECKING:
    from briefing_app.loading.loaded_briefing import LoadedBriefing

SEAL = 32  # bytes of SHA-256 at the beginning of a file
VALID = Path(__file__).parent.parent / "fixtures" / "valid" / "minimal"


@pytest.fixture(autouse=True)
def cache_home(tmp_path: Path, monkeypatch) -> Path:
    monkeypatch.setattr(paths, "cache_folder", lambda: tmp_path / "cache")
    return tmp_path / "cache"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(VALID, tmp_path / "briefing"))


def cached(folder: Path) -> LoadedBriefing:
    return load_briefing(folder, cache=True)


def _cache_file(cache_home: Path) -> Path:
    (file,) = (cache_home / "briefings").iterdir()
    return file


def test_what_is_recalled_is_what_was_loaded(folder: Path):
    first = cached(folder)
    remember(first)
    second = cached(folder)

    assert (first.from_cache, second.from_cache) == (False, True)
    assert second.briefing == first.briefing
    assert (second.problems, second.files) == (first.problems, first.files)


@pytest.mark.parametrize(
    "source",
    [paths.shipped_briefing(), paths.manual(), VALID.parent / "everything"],
    ids=lambda p: p.name,
)
def test_whole_briefings_survive_the_cache(source: Path):
    first = load_briefing(source)
    remember(first)
    second = cached(source)
    assert second.from_cache
    assert second.briefing == first.briefing


def test_warnings_are_remembered(folder: Path):
    (folder / "sections/choices.md").write_text("[It stays shut]{claim=A4}; a ferry?", "utf-8")
    first = cached(folder)
    assert first.problems
    assert not first.has_errors
    remember(first)

    assert cached(folder).from_cache
    assert cached(folder).problems == first.problems


def test_errors_are_not(folder: Path, cache_home: Path):
    (folder / "sections/choices.md").write_text("[It stays shut]{claim=B4}", "utf-8")
    first = cached(folder)
    assert first.has_errors
    remember(first)

    assert not cache_home.exists()


@pytest.mark.parametrize("name", load_briefing(VALID).files)
def test_any_change_is_seen(folder: Path, name: str):
    remember(cached(folder))
    file = folder / name
    before = file.stat()
    file.write_bytes(file.read_bytes().replace(b"\n", b" \n", 1))
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))

    assert not cached(folder).from_cache


def test_a_file_that_went_away_is_seen(folder: Path):
    remember(cached(folder))
    (folder / "options.yaml").unlink()

    loaded = cached(folder)

    assert not loaded.from_cache
    assert loaded.has_errors


def test_a_changed_program_reads_anew(folder: Path, monkeypatch):
    remember(cached(folder))
    monkeypatch.setattr(briefing_cache, "__version__", "99.0")

    assert not cached(folder).from_cache


def test_another_folder_with_the_same_content_is_its_own(folder: Path, tmp_path: Path):
    remember(cached(folder))
    shutil.copytree(folder, tmp_path / "twin")

    assert not cached(tmp_path / "twin").from_cache


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: b"",
        lambda data: data[: len(data) // 2],
        lambda data: data.replace(b"\xa4type\xa5event", b"\xa4type\xa4evnt"),
        lambda data: data.replace(b"2024-02", b"2024-20"),
        lambda data: b"\xff" + data,
        lambda data: b"\x90",
        lambda data: b"\x91" * 100_000,
        lambda data: data.replace(b"\xabclaims.yaml", b"\xab/etc/passwd"),
        lambda data: data.replace(b"\xabclaims.yaml", b"\xa9../secret"),
    ],
)
def test_a_damaged_cache_is_as_good_as_none(folder: Path, cache_home: Path, damage):
    remember(cached(folder))
    file = _cache_file(cache_home)
    changed = damage(file.read_bytes())
    assert changed != file.read_bytes()
    file.write_bytes(changed)

    loaded = cached(folder)

    assert not loaded.from_cache
    assert loaded.problems == ()


def resealed(body: bytes) -> bytes:
    return hashlib.sha256(body).digest() + body


@pytest.mark.parametrize(
    "damage",
    [
        lambda body: body.replace(b"\xa4type\xa5event", b"\xa4type\xa4evnt"),
        lambda body: b"\x91" * 100_000,
        lambda body: body.replace(b"\xabclaims.yaml", b"\xab/etc/passwd"),
        lambda body: body.replace(b"\xabclaims.yaml", b"\xa9../secret"),
        lambda body: b"",
    ],
)
def test_a_cache_that_was_made_so_is_as_good_as_none(folder: Path, cache_home: Path, damage):
    remember(cached(folder))
    file = _cache_file(cache_home)
    body = file.read_bytes()[SEAL:]
    assert resealed(body) == file.read_bytes()
    file.write_bytes(resealed(damage(body)))

    assert not cached(folder).from_cache


def test_no_flipped_byte_changes_what_is_read(folder: Path, cache_home: Path):
    first = cached(folder)
    remember(first)
    file = _cache_file(cache_home)
    whole = file.read_bytes()
    chance = random.Random(25)
    places = [*range(SEAL + 8), *chance.sample(range(len(whole)), 400), len(whole) - 1]
    for place in places:
        damaged = bytearray(whole)
        damaged[place] ^= chance.randrange(1, 256)
        file.write_bytes(damaged)
        found = cached(folder)
        assert not found.from_cache, place
        assert found.briefing == first.briefing


def test_a_damaged_cache_is_written_anew(folder: Path, cache_home: Path):
    remember(cached(folder))
    file = _cache_file(cache_home)
    file.write_bytes(file.read_bytes()[:-1])
    remember(cached(folder))

    assert cached(folder).from_cache


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no such files on this system")
@pytest.mark.parametrize("make", [os.mkdir, getattr(os, "mkfifo", None)], ids=["folder", "pipe"])
def test_what_is_no_file_in_the_cache_is_passed_over(folder: Path, cache_home: Path, make):
    remember(cached(folder))
    file = _cache_file(cache_home)
    file.unlink()
    make(file)

    assert not cached(folder).from_cache


def test_remembering_twice_writes_once(folder: Path, cache_home: Path):
    remember(cached(folder))
    file = _cache_file(cache_home)
    before = file.stat().st_mtime_ns
    remember(cached(folder))

    assert file.stat().st_mtime_ns == before
    assert msgspec.msgpack.decode(file.read_bytes()[SEAL:])["folder"] == str(folder)


def test_without_a_home_nothing_is_remembered(folder: Path, monkeypatch):
    monkeypatch.setattr(paths, "cache_folder", lambda: None)
    remember(cached(folder))

    assert not cached(folder).from_cache


def test_a_cache_that_cannot_be_made_is_said(folder: Path, cache_home: Path):
    cache_home.write_bytes(b"a file is in the way")

    with pytest.raises(WriteError, match="cannot be made"):
        remember(cached(folder))
    assert not cached(folder).from_cache


@pytest.mark.slow
def test_a_second_start_needs_neither_yaml_nor_markdown(folder: Path, tmp_path: Path):
    code = (
        "import sys; from pathlib import Path\n"
        "from briefing_app.loading.load_briefing import load_briefing\n"
        "from briefing_app.loading.briefing_cache import remember\n"
        "loaded = load_briefing(Path(sys.argv[1]), cache=True)\n"
        "print(loaded.from_cache, 'yaml' in sys.modules, 'markdown_it' in sys.modules)\n"
        "remember(loaded)\n"
    )
    env = {**os.environ, "XDG_CACHE_HOME": str(tmp_path / "x"), "LOCALAPPDATA": str(tmp_path / "x")}
    env |= {"HOME": str(tmp_path)}
    root = Path(briefing_cache.__file__).parents[2]
    printed = [
        subprocess.run(
            [sys.executable, "-c", code, str(folder)],
            env=env,
            cwd=root,
            check=True,
            capture_output=True,
            text=True,
        ).stdout.split()
        for _ in range(2)
    ]
    assert printed == [["False", "True", "True"], ["True", "False", "False"]]
