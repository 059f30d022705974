"""The file name that a handout is offered under."""

from __future__ import annotations

import pytest

from briefing_app.handout.file_name import form_of, suggested_file_name
from briefing_app.handout.handout_plan import Colour, Depth, HandoutPlan, Paper
from briefing_app.model.briefing import Handling
from briefing_app.model.dates import EdtfDate
from tests.handout.conftest import small_briefing


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, "a-small-briefing-1.0.0-2026-11-22.pdf"),
        ({"title": "Pakistan’s CON: a/b\\c?*"}, "pakistans-con-a-b-c-1.0.0-2026-11-22.pdf"),
        ({"title": "../../etc/passwd"}, "etc-passwd-1.0.0-2026-11-22.pdf"),
        ({"title": "CON", "version": "", "id": "x"}, "con-2026-11-22.pdf"),
        ({"title": "con.x"}, "briefing-con.x-1.0.0-2026-11-22.pdf"),
        ({"title": "…"}, "small-1.0.0-2026-11-22.pdf"),
        ({"title": "طالبان"}, "طالبان-1.0.0-2026-11-22.pdf"),
        ({"issued": EdtfDate("2020/..")}, "a-small-briefing-1.0.0-2020.pdf"),
    ],
)
def test_file_name(changes, expected):
    assert suggested_file_name(small_briefing(**changes)) == expected


@pytest.mark.parametrize("title", ["word " * 100, "ط" * 300, "x" * 300])
def test_a_file_name_fits(title):
    name = suggested_file_name(small_briefing(title=title))
    assert len(name.encode()) < 200
    assert name.endswith("-1.0.0-2026-11-22.pdf")
    assert not name.startswith("-")


FORMS = [
    (HandoutPlan(), ""),
    (HandoutPlan(depth=Depth.ONE_PAGE), "-one-page"),
    (HandoutPlan(depth=Depth.ONE_PAGE, large_print=True), "-one-page-large-print"),
    (HandoutPlan(sections=(), options=False), "-claims"),
    (HandoutPlan(sections=(), claims=("C1",)), "-chosen-claims"),
    (HandoutPlan(sections=("history", "takeover")), "-history-takeover"),
    (HandoutPlan(sections=("a", "b", "c")), "-3-sections"),
    (HandoutPlan(large_print=True), "-large-print"),
    (HandoutPlan(paper=Paper.LETTER), "-letter"),
    (HandoutPlan(colour=Colour.GREY), "-grey"),
    (HandoutPlan(claim_table=False), "-without-claim-table"),
    (HandoutPlan(claim_table=False, sources=False, names=False), "-shortened"),
    (HandoutPlan(handling=Handling.AMBER_STRICT), "-tlp-amber-strict"),
    (HandoutPlan(watermark="DRAFT: not for use"), "-draft-not-for-u"),
    (HandoutPlan(copy_number="3 of 12"), "-copy-3-of-12"),
]


@pytest.mark.parametrize(("plan", "form"), FORMS)
def test_each_form_has_a_name_of_its_own(plan, form):
    name = suggested_file_name(small_briefing(), form=form_of(plan))
    assert name == f"a-small-briefing-1.0.0-2026-11-22{form}.pdf"


def test_no_two_forms_share_a_name():
    assert len({form_of(plan) for plan, _ in FORMS}) == len(FORMS)
