"""Which marks a handout may bear, and what its pages say of them."""

from __future__ import annotations

import io

import msgspec
import pikepdf
import pytest

from briefing_app.errors import HandoutError
from briefing_app.handout.handout_data import handout_data
from briefing_app.handout.handout_plan import (
    COPY_LETTERS,
    WATERMARK_LETTERS,
    Colour,
    HandoutPlan,
    handling_of,
    possible_handlings,
)
from briefing_app.model.briefing import Handling
from tests.handout.conftest import no_pictures, page_texts, printed, small_briefing

ORDERED = ["TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED"]


def document(plan, **changes):
    made = handout_data(small_briefing(**changes), plan, {}, no_pictures)
    return msgspec.json.decode(made.document)


@pytest.mark.parametrize("own", [None, *ORDERED])
@pytest.mark.parametrize("wanted", [None, *ORDERED])
def test_a_mark_may_be_stricter_and_never_laxer(own, wanted):
    briefing = small_briefing(handling=Handling(own) if own else None)
    plan = HandoutPlan(handling=Handling(wanted) if wanted else None)
    if own and wanted and ORDERED.index(wanted) < ORDERED.index(own):
        with pytest.raises(HandoutError, match="lets more people have it"):
            handling_of(briefing, plan)
        assert plan.handling not in possible_handlings(briefing)
    else:
        assert handling_of(briefing, plan) == (wanted or own)
        assert wanted is None or plan.handling in possible_handlings(briefing)


def test_another_mark_stands_on_every_page_and_in_the_metadata():
    briefing = small_briefing(handling=Handling.GREEN)
    pdf = printed(briefing, HandoutPlan(handling=Handling.AMBER_STRICT))
    for text in page_texts(pdf):
        assert "TLP:GREEN" not in text
        assert text.count("TLP:AMBER+STRICT") >= 2
    with pikepdf.open(io.BytesIO(pdf)) as file:
        assert str(file.docinfo["/Keywords"]) == "TLP:AMBER+STRICT"
        assert "TLP:AMBER+STRICT" in str(file.docinfo["/Subject"])
        assert "Version 1.0.0" in str(file.docinfo["/Subject"])


def test_watermark_and_copy_number_stand_on_every_page():
    plan = HandoutPlan(watermark="For A. Reader", copy_number="3 of 12")
    texts = page_texts(printed(small_briefing(), plan))
    assert len(texts) > 1
    for text in texts:
        line = " ".join(text.split())
        assert "Copy 3 of 12" in line
        assert "ForA.Reader" in line.replace(" ", "")


def test_the_watermark_is_not_read_aloud():
    """It is an artifact: no structure element holds it."""
    with pikepdf.open(io.BytesIO(printed(small_briefing(), HandoutPlan(watermark="DRAFT")))) as pdf:
        for sheet in pdf.pages:
            marked, outlined = [], 0
            for operands, operator in pikepdf.parse_content_stream(sheet):
                if str(operator) in ("BMC", "BDC"):
                    marked.append(str(operands[0]))
                elif str(operator) == "EMC":
                    marked.pop()
                elif str(operator) == "Tr" and int(operands[0]) == 2:  # filled and stroked
                    assert "/Artifact" in marked
                    outlined += 1
            assert outlined


def test_long_words_are_cut_and_lines_joined():
    record = document(HandoutPlan(watermark="for\nyour eyes " * 9, copy_number="1 " * 99))
    assert len(record["watermark"]) <= WATERMARK_LETTERS
    assert record["watermark"].startswith("for your eyes")
    assert len(record["copy"]) <= COPY_LETTERS


def test_without_notes_no_note_is_printed():
    noted = msgspec.structs.replace(small_briefing().claims[0], note="A misprint in the source.")
    with_notes = page_texts(printed(small_briefing(claims=(noted,))))
    without = page_texts(printed(small_briefing(claims=(noted,)), HandoutPlan(notes=False)))
    assert "misprint" in " ".join(with_notes)
    assert "misprint" not in " ".join(without)


def test_without_the_timeline(shipped):
    whole = page_texts(printed(shipped.briefing))
    without = page_texts(printed(shipped.briefing, HandoutPlan(timeline=False)))
    assert "Timeline" in whole[0]
    assert "Timeline" not in without[0]


def test_the_chosen_claims_narrow_the_timeline(shipped):
    text = page_texts(printed(shipped.briefing, HandoutPlan(claims=("R12", "R17"))))[1]
    assert "272 terrorist incidents" in text
    assert "Soviet" not in text


@pytest.mark.parametrize("colour", Colour)
def test_colour_reaches_the_pages(colour):
    assert document(HandoutPlan(colour=colour))["grey"] is (colour is Colour.GREY)
