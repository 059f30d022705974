"""Printed page numbers: from 1 to the last, and each link leads to the page that it names."""

from __future__ import annotations

import pytest

from briefing_app.command_line.new import new
from briefing_app.errors import HandoutError
from briefing_app.handout import compile_handout
from briefing_app.handout.handout_plan import Depth, HandoutPlan, Paper
from briefing_app.loading.load_briefing import load_briefing
from briefing_app.model.briefing import Section
from tests.conftest import ROOT
from tests.handout.conftest import (
    numbered_links,
    page_texts,
    paragraph,
    printed,
    small_briefing,
    wrong_page_numbers,
)  # fmt: skip

FIXTURES = sorted(path.name for path in (ROOT / "tests" / "fixtures" / "valid").iterdir())
PLANS = {
    "full": HandoutPlan(),
    "letter": HandoutPlan(paper=Paper.LETTER),
    "large print": HandoutPlan(large_print=True),
    "one page": HandoutPlan(depth=Depth.ONE_PAGE),
}
WORDS = "Nobody had expected the vote to be lost by so many, least of all those who had lost it. "


@pytest.fixture(scope="module")
def load(tmp_path_factory):
    """Load a briefing by name: a fixture, the manual, or the one that `new` writes."""

    def loaded(name: str):
        if name == "starter":
            folder = tmp_path_factory.mktemp("starter") / "briefing"
            assert new(folder) == 0
        elif name == "manual":
            folder = ROOT / "content" / "manual"
        else:
            folder = ROOT / "tests" / "fixtures" / "valid" / name
        return load_briefing(folder)

    return loaded


@pytest.mark.parametrize("form", PLANS)
@pytest.mark.parametrize("name", [*FIXTURES, "starter", "manual"])
def test_numbers_of_pages_and_links(load, capsys, name, form):
    loaded = load(name)
    pdf = printed(loaded.briefing, PLANS[form], loaded.folder.read)
    assert wrong_page_numbers(pdf) == []
    if PLANS[form].depth is Depth.FULL:
        assert len(numbered_links(pdf)) > len(loaded.briefing.sections)


@pytest.mark.parametrize(
    ("summary", "body", "at_least", "at_most"),
    [  # paragraphs of the bottom line and of the section, and how many pages they come to
        (1, 1, 2, 3),
        (8, 1, 2, 3),
        (11, 1, 2, 4),  # about where the front page begins to run over
        (12, 1, 2, 4),
        (13, 1, 2, 4),
        (14, 8, 3, 5),
        (30, 20, 6, 12),
        (2, 50, 10, 18),
        (40, 130, 30, 42),
    ],
)
def test_documents_of_any_length(summary, body, at_least, at_most):
    """A front page that fits, just fits, and runs over; short and long texts behind it."""
    opening = paragraph("The vote was lost. " + WORDS * 3, C1="The vote was lost")
    briefing = small_briefing(
        summary=(opening, *(paragraph(WORDS * 4, 2 + i) for i in range(summary - 1))),
        sections=(
            Section(
                "vote",
                "The vote",
                (
                    *(paragraph(WORDS * 8, 1 + i) for i in range(body - 1)),
                    paragraph("In 1947 the vote was lost.", body, C1="was lost"),
                ),
            ),
        ),
    )
    pdf = printed(briefing)
    assert at_least <= len(page_texts(pdf)) <= at_most
    assert wrong_page_numbers(pdf) == []


@pytest.mark.parametrize(
    "warned_of",
    [
        "#context if here().page() == 1 { pagebreak() }\n#context counter(page).final()",
        '#text(font: "No such face")[a]',
    ],
)
def test_whatever_typst_warns_of_is_a_failure(monkeypatch, caplog, warned_of):
    """Pages that do not settle bear wrong numbers: better none than such."""
    files = compile_handout.template_files()
    files["main.typ"] = files["main.typ"].replace("#if one-page", f"{warned_of}\n#if one-page")
    monkeypatch.setattr(compile_handout, "template_files", lambda: files)
    with pytest.raises(HandoutError):
        printed(small_briefing())
    assert "warnings" in caplog.text
    caplog.clear()
