"""The handout of the shipped briefing, read back from the PDF."""

from __future__ import annotations

import io
import re

import pikepdf
import pypdfium2
import pytest

from briefing_app.handout.compile_handout import make_handout
from briefing_app.handout.handout_plan import Depth, HandoutPlan, Paper
from tests.handout.conftest import (
    destinations,
    page_texts,
    printed,
    squeezed,
)

PLANS = {
    "full": HandoutPlan(),
    "letter": HandoutPlan(paper=Paper.LETTER),
    "one-page": HandoutPlan(depth=Depth.ONE_PAGE),
    "one-page-letter": HandoutPlan(depth=Depth.ONE_PAGE, paper=Paper.LETTER),
}


@pytest.fixture(scope="module")
def texts(shipped_pdf):
    return page_texts(shipped_pdf)


def test_every_statement_and_id_can_be_read(shipped, texts):
    printed_text = squeezed("".join(texts))
    for claim in shipped.briefing.claims:
        assert squeezed(claim.text) in printed_text, claim.id
        assert re.search(rf"\b{re.escape(claim.id)}\b", " ".join(texts)), claim.id


def test_every_paragraph_can_be_read(shipped, texts):
    ids = "|".join(re.escape(claim.id) for claim in shipped.briefing.claims)
    bare = re.sub(rf"(?<=[\w.,;:!?”’)])\s*(?:{ids})(?=\W|$)", "", "\n".join(texts))
    text = squeezed(bare)
    for section in shipped.briefing.sections:
        for block in section.blocks:
            words = squeezed(block.content.text)
            assert words[:60] in text, f"{section.id}: {block.content.text[:60]}"


def test_the_table_head_stands_on_every_page_of_the_table(shipped, texts):
    ids = "|".join(re.escape(claim.id) for claim in shipped.briefing.claims)
    row = re.compile(rf"^(?:{ids}) ", re.MULTILINE)
    start = next(n for n, t in enumerate(texts) if "“Where” is the place in" in " ".join(t.split()))
    end = next(n for n, t in enumerate(texts) if n > start and "\nSources" in t.replace("\r", ""))
    assert end > start
    pages = [text for text in texts[start : end + 1] if row.search(text)]
    assert len(pages) > 1
    for text in pages:
        assert re.search(r"Id\s+Claim\s+Type\s+When\s+Where\s+Page", text)


def test_rows_are_not_split(shipped, texts):
    """Each statement of the table is whole on one page."""
    start = next(n for n, t in enumerate(texts) if "“Where” is the place in" in " ".join(t.split()))
    pages = [squeezed(text) for text in texts[start:]]
    for claim in shipped.briefing.claims:
        assert any(squeezed(claim.id + claim.text) in text for text in pages), claim.id


def test_outline_and_properties(shipped, shipped_pdf):
    briefing = shipped.briefing
    with pikepdf.open(io.BytesIO(shipped_pdf)) as pdf:
        with pdf.open_outline() as outline:
            titles = [str(item.title) for item in outline.root]
        assert str(pdf.docinfo["/Title"]) == briefing.title
        assert str(pdf.docinfo["/Author"]) == briefing.prepared_by
        assert str(pdf.docinfo["/CreationDate"]).startswith("D:20261122")
        assert str(pdf.Root.Lang) == briefing.language
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
    for section in briefing.sections:
        assert section.title in titles
    assert {"How to read this handout", "Claim table", "Sources", "About this handout"} <= {*titles}


def test_contents_lead_to_their_pages(shipped_pdf, texts):
    document = pypdfium2.PdfDocument(shipped_pdf)
    pages = {b.get_title(): b.get_dest().get_index() + 1 for b in document.get_toc()}
    document.close()
    first = " ".join(texts[0].split())
    assert f"Terrorism {pages['Terrorism']} " in first
    assert f"Claim table {pages['Claim table']} " in first


def test_claims_link_both_ways(shipped, shipped_pdf):
    with pikepdf.open(io.BytesIO(shipped_pdf)) as pdf:
        links = [
            (number, annotation)
            for number, sheet in enumerate(pdf.pages)
            for annotation in sheet.get("/Annots", [])
            if annotation.get("/Subtype") == "/Link" and "/Dest" in annotation
        ]
        order = {sheet.obj.objgen: number for number, sheet in enumerate(pdf.pages)}
        named = destinations(shipped_pdf)
        jumps = {
            (number, named[str(a.Dest)][0] if _is_name(a.Dest) else order[a.Dest[0].objgen])
            for number, a in links
        }
    forward = [jump for jump in jumps if jump[0] < jump[1]]
    back = [jump for jump in jumps if jump[0] > jump[1]]
    assert len(links) > 3 * len(shipped.briefing.claims)
    assert forward
    assert back


def test_only_web_and_mail_addresses_leave_the_file(shipped_pdf):
    with pikepdf.open(io.BytesIO(shipped_pdf)) as pdf:
        actions = [
            annotation.A
            for sheet in pdf.pages
            for annotation in sheet.get("/Annots", [])
            if "/A" in annotation
        ]
        kinds = {str(action.S) for action in actions}
        addresses = {str(action.URI) for action in actions if "/URI" in action}
        assert "/OpenAction" not in pdf.Root
        assert "/AA" not in pdf.Root
    assert kinds <= {"/URI", "/GoTo"}
    assert addresses
    assert all(address.startswith("https://") for address in addresses)


def test_all_fonts_are_embedded(shipped_pdf):
    with pikepdf.open(io.BytesIO(shipped_pdf)) as pdf:
        descriptors = [o for o in pdf.objects if _is(o, "/FontDescriptor")]
        assert descriptors
        for descriptor in descriptors:
            assert {"/FontFile", "/FontFile2", "/FontFile3"} & set(descriptor.keys())


def _is_name(destination):
    return isinstance(destination, pikepdf.String)


def _is(candidate, kind):
    return isinstance(candidate, pikepdf.Dictionary) and candidate.get("/Type") == kind


@pytest.mark.parametrize("name", ["one-page", "one-page-letter"])
def test_one_page_is_one_page(shipped, name):
    texts = page_texts(printed(shipped.briefing, PLANS[name]))
    assert len(texts) == 1
    words = squeezed(texts[0])
    claims = {claim.id: claim for claim in shipped.briefing.claims}
    for claim_id in shipped.briefing.key_judgments:
        assert squeezed(claims[claim_id].text) in words


@pytest.mark.parametrize(("name", "size"), [("full", (595, 842)), ("letter", (612, 792))])
def test_paper(shipped, name, size):
    document = pypdfium2.PdfDocument(printed(shipped.briefing, PLANS[name]))
    sizes = {tuple(round(side) for side in sheet.get_size()) for sheet in document}
    document.close()
    assert sizes == {size}


def test_chosen_sections_only(shipped):
    plan = HandoutPlan(sections=("terrorism",), options=False)
    text = squeezed("".join(page_texts(printed(shipped.briefing, plan))))
    by_section = {c.section: c for c in shipped.briefing.claims}
    assert squeezed(by_section["terrorism"].text) in text
    assert squeezed(by_section["history"].text) not in text
    assert "apartofthatbriefing" in text


def test_chosen_claims_only(shipped):
    plan = HandoutPlan(claims=("R12", "R2", "unknown"))
    text = " ".join("".join(page_texts(printed(shipped.briefing, plan))).split())
    assert f"2 of the {len(shipped.briefing.claims)} claims of the briefing" in text


def test_bare_references_do_too(shipped):
    pdf = make_handout(shipped.briefing, HandoutPlan(), {}, shipped.folder.read)
    assert "South Asia Terrorism Portal" in "".join(page_texts(pdf))
