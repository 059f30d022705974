"""What a handout carries: the briefing itself; and what other PDFs carry."""

from __future__ import annotations

import io
import subprocess
import sys
import zlib

import msgspec
import pikepdf
import pytest

from briefing_app.errors import ContentError
from briefing_app.handout.compile_handout import make_handout
from briefing_app.handout.handout_plan import Depth, HandoutPlan
from briefing_app.loading.load_briefing import load_briefing
from briefing_app.open_briefing import open_briefing, pack_to_attach, packed
from tests.handout.conftest import (
    page_texts,
    printed,
    small_briefing,
)

PLANS = {
    "full": HandoutPlan(),
    "one page": HandoutPlan(depth=Depth.ONE_PAGE),
}


@pytest.fixture(scope="module")
def opened(shipped_briefing_path):
    return open_briefing(shipped_briefing_path, cache=False)


@pytest.fixture(scope="module")
def handouts(opened):
    """The shipped briefing's handouts by plan, each made once."""
    made = {}

    def handout(name):
        if name not in made:
            made[name] = make_handout(
                opened.briefing, PLANS[name], {}, opened.folder.read, lambda: packed(opened)
            )
        return made[name]

    return handout


def test_the_handout_opens_as_the_briefing(handouts, opened, tmp_path):
    file = tmp_path / "handout.pdf"
    file.write_bytes(handouts("one page"))
    again = open_briefing(file, cache=False)
    assert again.briefing == opened.briefing
    assert again.folder.origin == "handout"
    assert packed(again) == packed(opened)


def test_the_last_page_says_whether_it_carries_the_briefing(handouts, shipped):
    words = "carries the whole briefing"
    assert words in " ".join(page_texts(handouts("full"))[-1].split())
    assert words not in " ".join(" ".join(page_texts(printed(shipped.briefing))).split())


def test_a_handout_without_a_briefing_says_so(tmp_path):
    file = tmp_path / "plain.pdf"
    file.write_bytes(printed(small_briefing()))
    with pytest.raises(ContentError, match="carries no briefing"):
        load_briefing(file)


def test_files_that_changed_meanwhile_are_not_attached(opened):
    other = msgspec.structs.replace(opened.briefing, content_hash="0" * 64)
    assert pack_to_attach(msgspec.structs.replace(opened, briefing=other)) == b""


def with_attachments(tmp_path, **files):
    pdf = pikepdf.new()
    pdf.add_blank_page()
    for name, data in files.items():
        pdf.attachments[f"{name}.briefing"] = pikepdf.AttachedFileSpec(pdf, data)
    file = tmp_path / "hostile.pdf"
    pdf.save(file)
    return file


@pytest.mark.parametrize(
    ("files", "words"),
    [
        ({}, "carries no briefing"),
        ({"a": b"PK\3\4 and nothing else"}, "cut off"),
        ({"a": b""}, "damaged"),
        ({"a": b"x", "b": b"y"}, "more than one"),
    ],
)
def test_hostile_attachments(tmp_path, files, words):
    with pytest.raises(ContentError, match=words):
        load_briefing(with_attachments(tmp_path, **files))


def test_an_attachment_that_unpacks_without_end(tmp_path, monkeypatch):
    monkeypatch.setattr("briefing_app.loading.read_handout.MOST_BYTES", 100_000)
    file = with_attachments(tmp_path, a=b"0" * 200_000)
    assert file.stat().st_size < 10_000
    with pytest.raises(ContentError, match="too large"):
        load_briefing(file)


@pytest.mark.parametrize("cut", [10, 500, 5_000, 200_000])
def test_a_damaged_pdf_is_refused_in_a_sentence(tmp_path, handouts, cut):
    file = tmp_path / "cut.pdf"
    file.write_bytes(handouts("full")[:cut])
    with pytest.raises(ContentError, match=r"cut\.pdf"):
        load_briefing(file)


def test_a_pdf_with_a_password(tmp_path, handouts):
    file = tmp_path / "locked.pdf"
    with pikepdf.open(io.BytesIO(handouts("one page"))) as pdf:
        pdf.save(file, encryption=pikepdf.Encryption(owner="o", user="u"))
    with pytest.raises(ContentError, match="password"):
        load_briefing(file)


def bomb(kind, unpacked):
    """A PDF whose cross-references or objects unpack to so many bytes."""
    packer = zlib.compressobj(9)
    parts = [packer.compress(bytes(1 << 20)) for _ in range(unpacked >> 20)]
    packed_zeros = b"".join((*parts, packer.flush()))
    about = {
        "xref": b"/Type /XRef /Size 8 /W [1 4 2] /Root 1 0 R",
        "objects": b"/Type /ObjStm /N 1 /First 5",
    }
    stream = b"5 0 obj\n<< %s /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream\nendobj\n"
    body = b"%PDF-1.7\n" + stream % (about[kind], len(packed_zeros), packed_zeros)
    if kind == "xref":
        return body + b"startxref\n9\n%%EOF\n"
    entries = b"\x02\0\0\0\x05\0\0" * 5 + b"\x01\0\0\0\x09\0\0"
    table = zlib.compress(entries)
    place = len(body)
    body += b"6 0 obj\n<< /Type /XRef /Size 6 /W [1 4 2] /Root 1 0 R /Filter /FlateDecode "
    body += b"/Length %d >>\nstream\n%s\nendstream\nendobj\n" % (len(table), table)
    return body + b"startxref\n%d\n%%%%EOF\n" % place


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limits")
@pytest.mark.parametrize("kind", ["xref", "objects"])
def test_a_small_file_that_unpacks_to_more_than_there_is(tmp_path, monkeypatch, kind):
    monkeypatch.setattr("briefing_app.loading.read_handout.MOST_MEMORY", 256 << 20)
    file = tmp_path / "bomb.pdf"
    file.write_bytes(bomb(kind, 400 << 20))
    assert file.stat().st_size < 1 << 20
    with pytest.raises(ContentError, match=r"bomb\.pdf unpacks to more"):
        load_briefing(file)


def test_a_pdf_that_takes_for_ever_is_given_up(tmp_path, monkeypatch, handouts):
    def too_long(*_args, **_options):
        raise subprocess.TimeoutExpired("child", 60)

    monkeypatch.setattr(subprocess, "run", too_long)
    file = tmp_path / "slow.pdf"
    file.write_bytes(handouts("one page"))
    with pytest.raises(ContentError, match="takes too long"):
        load_briefing(file)
