"""What a handout carries: the briefing itself, and a named place for every claim."""

from __future__ import annotations

import io

import msgspec
import pikepdf
import pypdfium2
import pytest

from briefing_app.errors import ContentError
from briefing_app.handout.compile_handout import make_handout
from briefing_app.handout.handout_plan import Depth, HandoutPlan, Paper
from briefing_app.loading.load_briefing import load_briefing
from briefing_app.open_briefing import open_briefing, pack_to_attach, packed
from tests.handout.conftest import (
    conformance_failures,
    destinations,
    page_texts,
    printed,
    small_briefing,
)

PLANS = {
    "full": HandoutPlan(),
    "letter": HandoutPlan(paper=Paper.LETTER),
    "one page": HandoutPlan(depth=Depth.ONE_PAGE),
    "three sections": HandoutPlan(sections=("history", "takeover", "terrorism")),
    "claims": HandoutPlan(claims=("R12", "R2")),
    "no table": HandoutPlan(claim_table=False),
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


@pytest.mark.parametrize("name", PLANS)
def test_it_carries_the_briefing_byte_for_byte(handouts, opened, name):
    with pikepdf.open(io.BytesIO(handouts(name))) as pdf:
        (attachment,) = pdf.attachments.values()
        assert attachment.get_file().read_bytes() == packed(opened)
        assert attachment.relationship == pikepdf.Name.Source
        assert len(pdf.Root.AF) == 1
        assert (
            attachment.filename == "pakistan-after-the-taliban-takeover-1.0.0-2026-11-22.briefing"
        )


@pytest.mark.parametrize("name", PLANS)
def test_it_stays_accessible_and_archivable(handouts, name):
    assert conformance_failures(handouts(name)) == []


@pytest.mark.parametrize("name", PLANS)
def test_each_destination_is_where_the_claim_stands(handouts, opened, name):
    pdf = handouts(name)
    known = {claim.id for claim in opened.briefing.claims}
    places = destinations(pdf)
    found = {name.removeprefix("claim-") for name in places if name.startswith("claim-")}
    with pypdfium2.PdfDocument(pdf) as document:
        for claim_id in found:
            number, top = places[f"claim-{claim_id}"]
            below = document[number].get_textpage().get_text_bounded(top=top, bottom=top - 40)
            assert claim_id in below, (claim_id, number, below)
    assert found == known if name in ("full", "letter", "no table") else found <= known
    assert {"K13", "R6"} <= found  # key judgements stand in each of them


def test_every_claim_that_is_printed_has_a_destination(handouts, opened):
    words = " ".join(page_texts(handouts("one page"))).split()
    found = set(destinations(handouts("one page")))
    shown = {f"claim-{c.id}" for c in opened.briefing.claims if c.id in words}
    assert len(shown) > 3
    assert shown <= found


def test_same_bytes_twice(opened):
    plan = PLANS["one page"]
    first, second = (
        make_handout(opened.briefing, plan, {}, opened.folder.read, lambda: packed(opened))
        for _ in range(2)
    )
    assert first == second


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
    monkeypatch.setattr("briefing_app.loading.handout_attachment.MOST_BYTES", 100_000)
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
