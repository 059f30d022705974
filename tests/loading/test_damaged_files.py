"""Whatever is cut from a briefing or flipped in it: it loads, or says where it is wrong."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.errors import ContentError
from briefing_app.loading.load_briefing import load_briefing

VALID = Path(__file__).parent.parent / "fixtures" / "valid" / "minimal"
NAMES = sorted(str(file.relative_to(VALID)) for file in VALID.rglob("*") if file.is_file())


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copytree(VALID, tmp_path_factory.mktemp("damaged") / "briefing"))


def _check(folder: Path, name: str, data: bytes) -> None:
    """Load with one file replaced; every problem must lie inside its file."""
    (folder / name).write_bytes(data)
    try:
        problems = load_briefing(folder).problems
    except ContentError as error:
        problems = error.problems
        assert problems
    finally:
        (folder / name).write_bytes((VALID / name).read_bytes())
    for problem in problems:
        file = data if problem.file == name else (folder / problem.file).read_bytes()
        lines = file.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n")
        assert problem.message
        assert 1 <= problem.line <= lines.count("\n") + 1
        assert 1 <= problem.column <= len(lines.split("\n")[problem.line - 1]) + 2


@given(name=st.sampled_from(NAMES), cut=st.data())
def test_cut_off(folder: Path, name: str, cut: st.DataObject):
    data = (VALID / name).read_bytes()
    _check(folder, name, data[: cut.draw(st.integers(0, len(data)))])


@given(name=st.sampled_from(NAMES), flip=st.data(), value=st.integers(0, 255))
def test_one_byte_changed(folder: Path, name: str, flip: st.DataObject, value: int):
    data = bytearray((VALID / name).read_bytes())
    data[flip.draw(st.integers(0, len(data) - 1))] = value
    _check(folder, name, bytes(data))


@given(name=st.sampled_from(NAMES), where=st.data())
def test_a_piece_taken_out_or_doubled(folder: Path, name: str, where: st.DataObject):
    data = (VALID / name).read_bytes()
    start = where.draw(st.integers(0, len(data)))
    end = where.draw(st.integers(start, min(len(data), start + 80)))
    piece = data[start:end] * where.draw(st.sampled_from([0, 2, 3]))
    _check(folder, name, data[:start] + piece + data[end:])


@given(
    name=st.sampled_from(NAMES),
    text=st.text(
        st.sampled_from(list("abA1 \n\t-:#[]{}'\"|>&*!%@`~?,.=\\_<()^é\u202e\u2028\x00ط")),
        max_size=60,
    ),
    where=st.data(),
)
def test_signs_thrown_in(folder: Path, name: str, text: str, where: st.DataObject):
    data = (VALID / name).read_text("utf-8")
    at = where.draw(st.integers(0, len(data)))
    _check(folder, name, (data[:at] + text + data[at:]).encode())


@given(name=st.sampled_from(NAMES), data=st.binary(max_size=300))
def test_any_bytes(folder: Path, name: str, data: bytes):
    _check(folder, name, data)
