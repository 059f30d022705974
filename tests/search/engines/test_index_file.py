"""The index file of a large briefing: kept, taken up, damaged, stale, in the way, cancelled."""

import contextlib
import os
import random
import resource
import sqlite3
import subprocess
import sys
import threading

import msgspec
import pytest

from briefing_app import open_briefing, paths
from briefing_app.errors import SearchIndexCancelled
from briefing_app.model.cross_references import CrossReferences
from briefing_app.search.engines.file import index_file
from briefing_app.search.engines.file.large_index import open_index
from briefing_app.search.engines.memory.memory_index import make_memory_index
from briefing_app.search.results import Filters, Order
from tests.benchmarks.synthetic_claims import make_briefing, queries
from tests.patience import HANG_S
from tests.search.conftest import database_of

COUNT = 300


@pytest.fixture(scope="module")
def briefing():
    return make_briefing(COUNT)


@pytest.fixture(scope="module")
def expected(briefing):
    memory = make_memory_index(briefing)
    return {query: answer(memory, query) for query in queries(briefing, 12)}


def answer(index, query):
    found = index.search(query, Filters(), Order.BEST)
    return found.total, [hit.id for hit in found.claims[:50]], found.facets


def opened(briefing, *, progress=lambda *_: None, cancelled=lambda: False):
    return open_index(briefing, CrossReferences(briefing), progress=progress, cancelled=cancelled)


def files():
    return sorted((paths.cache_folder() / "search").glob("*.sqlite"))


def leftovers():
    return sorted(
        p.name for p in (paths.cache_folder() / "search").iterdir() if p.suffix != ".sqlite"
    )


def check(index, expected):
    assert {query: answer(index, query) for query in expected} == expected
    index.close()


def test_a_built_index_is_taken_up_again(briefing, expected):
    said = []
    check(opened(briefing, progress=lambda *step: said.append(step)), expected)
    assert said[-1] == (COUNT, COUNT)
    assert [done for done, _ in said] == sorted(done for done, _ in said)
    (file,) = files()
    assert leftovers() == []
    assert file.stat().st_mode & 0o077 == 0
    check(opened(briefing, progress=lambda *_: pytest.fail("built again")), expected)


def test_other_content_has_another_file_and_the_oldest_go(briefing):
    for number in range(6):
        opened(msgspec.structs.replace(briefing, content_hash=f"{number:064x}")).close()
    assert len(files()) == 4


def test_other_rules_for_words_have_another_file(briefing, monkeypatch):
    opened(briefing).close()
    monkeypatch.setattr("briefing_app.search.engines.file.schema.INDEX_VERSION", -1)
    opened(briefing).close()
    assert len(files()) == 2


def test_a_briefing_without_content_hash_is_not_kept(briefing):
    index = opened(msgspec.structs.replace(briefing, content_hash=""))
    assert index.search("", Filters(), Order.BEST).total == COUNT
    index.close()
    assert not (paths.cache_folder() / "search").exists()


DAMAGES = {
    "empty": lambda data: b"",
    "no database": lambda data: b"something else" * 1000,
    "half": lambda data: data[: len(data) // 2],
    "header": lambda data: b"\0" * 100 + data[100:],
    "middle": lambda data: data[:8192] + os.urandom(len(data) - 8192),
    "no index tables": None,
}


def damage(file, kind):
    if DAMAGES[kind] is not None:
        file.write_bytes(DAMAGES[kind](file.read_bytes()))
        return
    with contextlib.closing(sqlite3.connect(file)) as connection:
        connection.execute("DROP TABLE claim_tokens")
        connection.commit()


@pytest.mark.parametrize("kind", DAMAGES)
def test_a_damaged_file_is_built_again(briefing, expected, kind):
    opened(briefing).close()
    (file,) = files()
    damage(file, kind)
    check(opened(briefing), expected)
    check(opened(briefing, progress=lambda *_: pytest.fail("built again")), expected)


@pytest.mark.parametrize("kind", DAMAGES)
def test_a_file_damaged_while_it_is_read_is_built_again(briefing, expected, kind):
    index = opened(briefing)
    (file,) = files()
    damage(file, kind)
    check(index, expected)


def test_a_file_deleted_while_it_is_read_harms_nobody(briefing, expected):
    index = opened(briefing)
    (file,) = files()
    file.unlink()
    thread = threading.Thread(target=lambda: index.search("taliban", Filters(), Order.BEST))
    thread.start()
    thread.join()
    check(index, expected)


def test_no_flipped_byte_of_the_file_is_believed(briefing):
    opened(briefing).close()
    (file,) = files()
    whole, chance = file.read_bytes(), random.Random(25)
    assert index_file.is_sound(file, COUNT)
    pages = range(0, len(whole), 4096)
    for place in (*range(100), *(page + chance.randrange(4096) for page in pages)):
        with open(file, "rb+") as stream:
            stream.seek(place)
            stream.write(bytes([whole[place] ^ chance.randrange(1, 256)]))
        assert not index_file.is_sound(file, COUNT), place
        with open(file, "rb+") as stream:
            stream.seek(place)
            stream.write(whole[place : place + 1])
    assert index_file.is_sound(file, COUNT)


@pytest.mark.parametrize("seed", range(4))
def test_after_bit_rot_the_answers_are_the_same(briefing, expected, seed):
    opened(briefing).close()
    (file,) = files()
    chance, data = random.Random(seed), bytearray(file.read_bytes())
    for place in chance.sample(range(len(data)), 1 + 20 * seed):
        data[place] ^= 1 << chance.randrange(8)
    file.write_bytes(data)
    built = []
    check(opened(briefing, progress=lambda *step: built.append(step)), expected)
    assert built


def test_a_cache_folder_whose_name_is_too_long(briefing, expected, monkeypatch):
    place = paths.cache_folder() / ("x" * 300)
    monkeypatch.setattr(paths, "cache_folder", lambda: place)
    index = opened(briefing)
    assert "cannot be kept" in index.notice
    check(index, expected)


def test_a_cache_folder_that_may_not_be_entered(briefing, expected, tmp_path):
    opened(briefing).close()
    folder = paths.cache_folder() / "search"
    folder.chmod(0)
    for parent in folder.parents:
        if parent.owner() == folder.owner() and not parent.stat().st_mode & 0o001:
            parent.chmod(0o755)
    try:
        with as_nobody():
            index = opened(briefing)
    finally:
        folder.chmod(0o755)
    assert "cannot be kept" in index.notice
    check(index, expected)


def test_a_lock_of_another_program_keeps_nobody_out(briefing, expected):
    opened(briefing).close()
    (file,) = files()
    with contextlib.closing(sqlite3.connect(file)) as other:
        other.execute("BEGIN EXCLUSIVE")
        check(opened(briefing), expected)


def test_where_nothing_can_be_written_the_index_is_in_memory(briefing, expected):
    paths.cache_folder().parent.mkdir(parents=True, exist_ok=True)
    paths.cache_folder().write_bytes(b"in the way")
    index = opened(briefing)
    assert "cannot be kept" in index.notice
    check(index, expected)


def test_a_full_disk_leaves_the_index_in_memory(briefing, expected):
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (64 * 1024, hard))
    try:
        index = opened(briefing)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert "cannot be kept" in index.notice
    assert (files(), leftovers()) == ([], [])
    check(index, expected)


@contextlib.contextmanager
def as_nobody():
    """Let go of what the superuser may do."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.mark.parametrize("kept", [True, False], ids=["an index in it", "nothing in it"])
def test_a_cache_folder_that_may_only_be_read_is_read(briefing, expected, tmp_path, kept):
    opened(msgspec.structs.replace(briefing, content_hash="")).close()  # everything is imported
    if kept:
        opened(briefing).close()
    folder = paths.cache_folder() / "search"
    folder.mkdir(parents=True, exist_ok=True)
    for file in folder.iterdir():
        file.chmod(0o444)
    folder.chmod(0o555)
    for parent in folder.parents:
        if parent.owner() == folder.owner() and not parent.stat().st_mode & 0o001:
            parent.chmod(0o755)
    before, built = sorted(folder.iterdir()), []
    try:
        with as_nobody():
            index = opened(briefing, progress=lambda *step: built.append(step))
    finally:
        folder.chmod(0o755)
    assert bool(built) == ("cannot be kept" in index.notice) == (not kept)
    check(index, expected)
    assert sorted(folder.iterdir()) == before


def test_two_windows_read_one_file_and_either_may_close_first(briefing, expected):
    first, second = opened(briefing), opened(briefing)
    assert len(files()) == 1
    first.close()
    check(second, expected)
    check(opened(briefing, progress=lambda *_: pytest.fail("built again")), expected)
    assert leftovers() == []


def test_what_a_killed_build_left_does_no_harm_and_goes(briefing, expected):
    folder = paths.cache_folder() / "search"
    folder.mkdir(parents=True)
    file = index_file.index_file(briefing.id, briefing.content_hash)
    half = folder / f".{file.name}.0badcafe.tmp"
    half.write_bytes(b"SQLite format 3\0 and no more")
    os.utime(half, (1, 1))
    others = folder / f".{file.name}.00000000.tmp"
    others.touch()  # another window is writing it just now
    check(opened(briefing), expected)
    others.unlink()
    assert (len(files()), leftovers()) == (1, [])


@pytest.mark.parametrize("looks", [0, 1, 2, 3])
def test_a_cancelled_build_leaves_nothing(briefing, looks):
    left = [looks]

    def cancelled():
        left[0] -= 1
        return left[0] < 0

    with pytest.raises(SearchIndexCancelled):
        opened(briefing, cancelled=cancelled)
    assert (files(), leftovers()) == ([], [])


@pytest.mark.slow
def test_two_processes_may_build_at_once(briefing, expected, repository):
    script = (
        "from tests.benchmarks.synthetic_claims import make_briefing\n"
        "from tests.search.engines.test_index_file import opened, answer\n"
        f"index = opened(make_briefing({COUNT}))\n"
        "assert index.notice == ''\n"
        "print(answer(index, 'taliban')[0])\n"
    )
    both = [
        subprocess.Popen(
            [sys.executable, "-c", script], cwd=repository, stdout=subprocess.PIPE, text=True
        )
        for _ in range(2)
    ]
    total = f"{expected['taliban'][0]}\n"
    assert [process.communicate(timeout=HANG_S)[0] for process in both] == [total, total]
    assert (len(files()), leftovers()) == (1, [])


def test_a_search_can_be_stopped_from_another_thread(briefing, tmp_path):
    database = database_of(CrossReferences(briefing), tmp_path / "index.sqlite")
    stopped = []

    def count_for_ever():
        numbers = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
        try:
            database.rows(f"{numbers} SELECT max(i) FROM n")
        except SearchIndexCancelled:
            stopped.append(True)

    thread = threading.Thread(target=count_for_ever)
    thread.start()
    while thread.is_alive():
        database.interrupt()
        thread.join(0.005)
    assert stopped
    database.close()


def test_a_briefing_of_five_thousand_claims_is_large(monkeypatch, briefing, expected):
    assert open_briefing.LARGE == 5_000
    assert not open_briefing.build_index(briefing).large
    monkeypatch.setattr(open_briefing, "LARGE", COUNT)
    index = open_briefing.build_index(briefing)
    assert index.large
    check(index, expected)


def test_the_key_is_of_content_and_rules():
    file = index_file.index_file("a", "b" * 64)
    assert file == index_file.index_file("a", "b" * 64)
    assert (
        len({file, index_file.index_file("a", "c" * 64), index_file.index_file("b", "b" * 64)}) == 3
    )
