"""Each form of the handout: to standard, the same twice, each claim in its place, its pack."""

from __future__ import annotations

import io
import re
from typing import NamedTuple

import pikepdf
import pypdfium2
import pytest

from briefing_app.command_line.briefings import found_claims
from briefing_app.command_line.pack import pack
from briefing_app.export.citation import references
from briefing_app.handout.compile_handout import make_handout
from briefing_app.handout.handout_plan import Colour, Depth, HandoutPlan, Paper
from briefing_app.model.briefing import Handling
from briefing_app.open_briefing import open_briefing, pack_to_attach
from tests.handout.conftest import conformance_failures, destinations, page_texts
from tests.handout.glyphs import sheets

SHIPPED = {
    "full": HandoutPlan(),
    "one page": HandoutPlan(depth=Depth.ONE_PAGE),
    "three sections": HandoutPlan(sections=("history", "takeover", "terrorism")),
    "a search's claims": HandoutPlan(),
    "letter": HandoutPlan(paper=Paper.LETTER),
    "letter, one page": HandoutPlan(paper=Paper.LETTER, depth=Depth.ONE_PAGE),
    "grey": HandoutPlan(colour=Colour.GREY),
    "large print": HandoutPlan(large_print=True),
    "large print, letter, one page": HandoutPlan(
        large_print=True, paper=Paper.LETTER, depth=Depth.ONE_PAGE
    ),
    "no table": HandoutPlan(claim_table=False),
    "text only": HandoutPlan(
        options=False,
        claim_table=False,
        sources=False,
        names=False,
        timeline=False,
        notes=False,
    ),
    "marked": HandoutPlan(handling=Handling.RED, watermark="DRAFT #*_<>$\\", copy_number="3 of 12"),
}
MIXED = {
    "mixed": HandoutPlan(),
    "mixed, large print": HandoutPlan(large_print=True, watermark="پیش‌نویس"),
    "mixed, one page": HandoutPlan(depth=Depth.ONE_PAGE),
}
FORMS = [*SHIPPED, *MIXED]
WHOLE = {"full", "letter", "grey", "large print", "marked", "mixed", "mixed, large print"}


class Made(NamedTuple):
    """A handout with the briefing that it is of."""

    opened: object
    plan: HandoutPlan
    pdf: bytes


def compiled(opened, plan):
    listed = references(opened.briefing.sources)
    return make_handout(
        opened.briefing, plan, listed, opened.folder.read, lambda: pack_to_attach(opened)
    )


@pytest.fixture(scope="module")
def briefings(shipped_briefing_path, repository):
    """Path and briefing: the shipped one, and one from right to left with English in it."""
    mixed = repository / "tests/fixtures/valid/right-to-left"
    return {
        name: (path, open_briefing(path, cache=False))
        for name, path in (("shipped", shipped_briefing_path), ("mixed", mixed))
    }


@pytest.fixture(scope="module")
def handouts(briefings):
    """Each form, made once."""
    made = {}

    def handout(form):
        if form not in made:
            _, opened = briefings["mixed" if form in MIXED else "shipped"]
            plan = MIXED.get(form) or SHIPPED[form]
            if form == "a search's claims":
                plan = HandoutPlan(claims=found_claims(opened.briefing, "ceasefire"))
                assert plan.claims
            made[form] = Made(opened, plan, compiled(opened, plan))
        return made[form]

    return handout


@pytest.mark.parametrize("form", FORMS)
def test_no_rule_of_the_standards_is_broken(handouts, form):
    assert conformance_failures(handouts(form).pdf) == []


@pytest.mark.parametrize("form", FORMS)
def test_same_bytes_twice(handouts, form):
    made = handouts(form)
    assert compiled(made.opened, made.plan) == made.pdf


def is_in(claim_id, text, form, before=""):
    """PDFium turns Latin words round on lines that run mostly from right to left."""
    spellings = [claim_id, claim_id[::-1]] if form in MIXED else [claim_id]
    return any(re.search(rf"{before}{i}(?!\d)", text) for i in spellings)


@pytest.mark.parametrize("form", FORMS)
def test_each_claim_is_found_where_it_stands(handouts, form):
    """`handout.pdf#claim-R12` opens at the number R12; each number that is printed has a place."""
    made = handouts(form)
    ids = {claim.id for claim in made.opened.briefing.claims}
    places = {
        name.removeprefix("claim-"): place
        for name, place in destinations(made.pdf).items()
        if name.startswith("claim-")
    }
    with pypdfium2.PdfDocument(made.pdf) as document:
        for claim_id, (number, top) in places.items():
            below = document[number].get_textpage().get_text_bounded(top=top, bottom=top - 40)
            assert is_in(claim_id, below, form), (claim_id, below)
    words = " ".join(page_texts(made.pdf))
    shown = {i for i in ids if is_in(i, words, form, before=r"(?<![A-Za-z\d])")}
    assert len(shown) > 2
    assert shown <= places.keys() <= ids
    if form in WHOLE:
        assert places.keys() == ids


@pytest.mark.parametrize("form", FORMS)
def test_it_carries_what_the_pack_command_writes(handouts, briefings, tmp_path, form):
    path, _ = briefings["mixed" if form in MIXED else "shipped"]
    assert pack(path, tmp_path / "x.briefing", force=False) == 0
    with pikepdf.open(io.BytesIO(handouts(form).pdf)) as pdf:
        (attachment,) = pdf.attachments.values()
        assert attachment.get_file().read_bytes() == (tmp_path / "x.briefing").read_bytes()
        assert attachment.relationship == pikepdf.Name.Source
        assert attachment.filename.endswith("-2026-11-22.briefing")
        assert len(pdf.Root.AF) == 1


@pytest.mark.parametrize("form", FORMS)
def test_every_page_says_what_it_is(handouts, form):
    made = handouts(form)
    briefing = made.opened.briefing
    mark = (made.plan.handling or briefing.handling).value
    texts = page_texts(made.pdf)
    for number, text in enumerate(texts, 1):
        words = set(re.findall(r"[\w.:]+", text))
        if form in MIXED:
            assert {"Version", briefing.version, "Page", str(len(texts))} <= words
            continue
        line = " ".join(text.split())
        assert text.count(mark) >= 2
        assert f"Page {number} of {len(texts)}" in line
        assert f"Version {briefing.version}" in line
        assert "6 May 2022" in line.replace("\u00a0", " ")
        assert f"Content {briefing.content_hash[:8]}" in line


def test_one_page_is_one_page(handouts):
    for form in ("one page", "letter, one page", "mixed, one page"):
        assert len(page_texts(handouts(form).pdf)) == 1, form


@pytest.mark.parametrize("form", ["full", "letter", "large print", "no table"])
def test_no_heading_stands_alone_at_the_foot(handouts, form):
    with pypdfium2.PdfDocument(handouts(form).pdf) as document:
        for entry in document.get_toc():
            place = entry.get_dest()
            sheet, (_, top, *_) = document[place.get_index()], place.get_view()[1]
            foot = sheet.get_height() * 0.105
            words = sheet.get_textpage().get_text_bounded(top=top - 36, bottom=foot)
            assert len(words.split()) > 6, (form, entry.get_title(), words)


def test_titles_in_the_claim_table_stand_with_their_rows(handouts):
    made = handouts("large print")
    titles = {section.title for section in made.opened.briefing.sections}
    tables = [text for text in page_texts(made.pdf) if re.search(r"^Id\s+Claim\s*$", text, re.M)]
    assert len(tables) > 3
    for text in tables:
        lines = [line.strip() for line in text.splitlines()]
        for title in titles & set(lines):
            following = lines[lines.index(title) + 1]
            assert re.match(r"[A-Z]\d+\b", following), (title, following)


def text_sizes(pdf):
    """The sizes of all letters outside the running head and foot, in points."""
    with pypdfium2.PdfDocument(pdf) as document:
        for sheet in document:
            height = sheet.get_height()
            for item in sheet.get_objects([pypdfium2.raw.FPDF_PAGEOBJ_TEXT]):
                left, bottom, right, top = item.get_bounds()
                if bottom > 96 and top < height - 96 and right - left > 1:
                    yield round(item.get_font_size() * abs(item.get_matrix().a), 1)


@pytest.mark.parametrize("form", ["full", "letter", "one page", "grey", "marked", "mixed"])
def test_nothing_is_smaller_than_seven_and_a_half_points(handouts, form):
    """Raised numbers and the words of frame and timeline not either."""
    sizes = {glyph.size for sheet in sheets(handouts(form).pdf) for glyph in sheet.glyphs}
    assert min(sizes) >= 7.5


@pytest.mark.parametrize("form", ["large print", "large print, letter, one page"])
def test_large_print_is_large(handouts, form):
    """Sixteen points or more, but for the raised numbers, which are twelve."""
    sizes = set(text_sizes(handouts(form).pdf))
    assert min(sizes) >= 12
    assert {size for size in sizes if size < 16} <= {12.0, 12.1}


@pytest.mark.parametrize("form", ["large print", "grey"])
def test_nothing_is_cut_that_the_usual_form_has(handouts, form):
    made = handouts(form)
    words = re.sub(r"\W+", "", "".join(page_texts(made.pdf)))
    for claim in made.opened.briefing.claims:
        assert re.sub(r"\W+", "", claim.text) in words, claim.id


def test_large_print_stays_on_the_sheet(handouts):
    with pypdfium2.PdfDocument(handouts("large print").pdf) as document:
        for number, sheet in enumerate(document, 1):
            width, height = sheet.get_size()
            for item in sheet.get_objects([pypdfium2.raw.FPDF_PAGEOBJ_TEXT]):
                left, bottom, right, top = item.get_bounds()
                assert left > 20, number
                assert right < width - 50, number
                assert bottom > 30, number
                assert top < height - 30, number


def test_grey_has_no_colour(handouts):
    with pypdfium2.PdfDocument(handouts("grey").pdf) as document:
        for sheet in document:
            picture = sheet.render(scale=0.5).to_pil().convert("RGB")
            reds, greens, blues = (band.getextrema() for band in picture.split())
            assert reds == greens == blues
            spread = max(max(p) - min(p) for _, p in picture.getcolors(1 << 24))
            assert spread == 0
