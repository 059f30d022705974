"""What can be clicked in a handout: each link covers its words and says where it leads."""

from __future__ import annotations

import ctypes
import io
import re

import pikepdf
import pypdfium2
import pytest

from briefing_app.handout.handout_plan import HandoutPlan
from tests.handout.conftest import printed

RAW = pypdfium2.raw
PLANS = {
    "full": HandoutPlan(),
    "large print": HandoutPlan(large_print=True),
}


@pytest.fixture(scope="module")
def pdf_of(shipped):
    made = {}

    def pdf(form):
        if form not in made:
            made[form] = printed(shipped.briefing, PLANS[form], shipped.folder.read)
        return made[form]

    return pdf


def links(pdf):
    """Box, page it leads to (from 0; none: out of the handout) and words of each link, by page."""
    with pypdfium2.PdfDocument(pdf) as document:
        for number, sheet in enumerate(document):
            words = sheet.get_textpage()
            place, link = ctypes.c_int(0), RAW.FPDF_LINK()
            while RAW.FPDFLink_Enumerate(sheet, place, link):
                box = RAW.FS_RECTF()
                RAW.FPDFLink_GetAnnotRect(link, box)
                aim = RAW.FPDFLink_GetDest(document, link)
                page = RAW.FPDFDest_GetDestPageIndex(document, aim) if aim else None
                edges = (box.left, box.bottom, box.right, box.top)
                yield number, edges, page, words.get_text_bounded(*edges)


@pytest.mark.parametrize("form", PLANS)
def test_each_link_is_as_large_as_its_words(pdf_of, shipped, form):
    """Also the raised claim numbers, which must not open their line, have room for a pointer."""
    ids = {claim.id for claim in shipped.briefing.claims}
    found = list(links(pdf_of(form)))
    assert len(found) > 20
    for number, (left, bottom, right, top), _, words in found:
        assert right - left > 3, (number, words)
        assert top - bottom > 6, (number, words)
        assert words.strip(), (number, left, bottom)
    assert ids & {words.strip() for _, _, _, words in found}


@pytest.mark.parametrize("form", PLANS)
def test_a_link_says_which_claim_it_leads_to(pdf_of, shipped, form):
    """What a screen reader is told of the link, PDF/UA-1 §7.18.5."""
    ids = {claim.id for claim in shipped.briefing.claims}
    with pikepdf.open(io.BytesIO(pdf_of(form))) as document:
        named = [
            (str(link.Dest).removeprefix("claim-"), str(link.Contents))
            for sheet in document.pages
            for link in sheet.get("/Annots", ())
            if isinstance(link.get("/Dest"), pikepdf.String)
        ]
    assert len(named) > 10
    for claim_id, words in named:
        if claim_id in ids:
            assert re.fullmatch(rf"Claim {claim_id}, page \d+", words)
