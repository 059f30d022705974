"""The pages say how sure, by when and what is no longer held, and keep numbers apart."""

from __future__ import annotations

import re

import pypdfium2
import pytest

from briefing_app.handout.front_page_data import figure_cards, grading, key_judgements, written_out
from briefing_app.handout.handout_plan import Depth, HandoutPlan
from briefing_app.handout.limits_data import limits
from briefing_app.handout.marginalia import kind, via
from briefing_app.handout.one_page_timeline_data import timeline_strip
from briefing_app.handout.timeline_data import timeline
from briefing_app.model.briefing import Section
from briefing_app.model.claim import (
    Citation,
    Claim,
    ClaimType,
    Confidence,
    Figure,
    Likelihood,
    Relation,
    RelationType,
    Status,
)
from briefing_app.model.cross_references import CrossReferences
from briefing_app.model.dates import EdtfDate
from briefing_app.model.entity import Entity, EntityKind
from briefing_app.model.prose import ClaimMark, Footnote, NoteReference, Paragraph, RichText
from tests.handout.conftest import page_texts, paragraph, printed, small_briefing

FORECAST = Claim(
    "F1", "vote", ClaimType.FORECAST, "The dam will fail.",
    likelihood=Likelihood.VERY_UNLIKELY, horizon=EdtfDate("2027-02"),
    confidence=Confidence.HIGH, basis="An inspection.", sources=(Citation("s"),),
)  # fmt: skip


def known(*claims: Claim, **changes: object) -> CrossReferences:
    return CrossReferences(small_briefing(claims=claims, **changes))


def test_a_forecast_says_by_when_and_on_what_basis() -> None:
    references = known(FORECAST)
    assert kind(FORECAST, references) == "forecast, very unlikely by Feb 2027, high confidence"
    assert grading(FORECAST, references) == (
        "Forecast; very unlikely by Feb 2027, confidence high, 1 origin"
    )
    (card,) = key_judgements(("F1",), references)
    assert card["basis"] == "Basis: An inspection."


def test_what_is_no_longer_held_is_no_key_figure_and_is_marked_where_it_stands() -> None:
    claims = [
        Claim(
            f"C{n}", "vote", ClaimType.STATISTIC, "A number.", status=status,
            figures=(Figure("damage", "USD", 1e6 + n),), sources=(Citation("s"), Citation("t")),
        )
        for n, status in enumerate(Status)
    ]  # fmt: skip
    references = known(*claims)
    shown = {card["id"]: card for card in figure_cards(references)}
    assert [references.claims[name].status for name in shown] == ["current", "updated", "disputed"]
    assert [card["qualifier"] for card in shown.values()] == ["", "", "disputed"]
    assert {card["via"] for card in shown.values()} == {"A report, t"}
    texts = [written_out(claim.id, references)["text"] for claim in claims]
    assert texts == ["A number."] + [f"A number. [{s.value}]" for s in list(Status)[1:]]


def test_disagreement_leaves_out_what_was_taken_back_and_names_what_is_undercut() -> None:
    claims = (
        FORECAST,
        Claim("U", "vote", ClaimType.FACT, "It leaks.",
              relations=(Relation(RelationType.UNDERCUTS, "F1"),)),
        Claim("W", "vote", ClaimType.FACT, "It broke.", status=Status.WITHDRAWN,
              relations=(Relation(RelationType.CONTRADICTS, "F1"),)),
    )  # fmt: skip
    lines = {line["term"]: line["ids"] for line in limits(known(*claims))}
    assert lines["Disagreement"] == ["U", "F1"]
    assert lines["Standing"] == ["W"]


def test_a_claim_number_and_a_note_number_stand_apart() -> None:
    text = RichText("The vote was lost.1", (ClaimMark(0, 17, ("C1",)),),
                    notes=(NoteReference(18, 19, 1),))  # fmt: skip
    section = Section("vote", "The vote", (Paragraph(text, 1), Footnote(1, (paragraph("So."),))))
    words = "\n".join(page_texts(printed(small_briefing(sections=(section,), summary=()))))
    assert re.search(r"lost\.\s?C1\s+1\b", words)


def test_what_runs_over_the_front_page_is_followed_at_once() -> None:
    judged = [
        Claim(f"J{n}", "vote", ClaimType.ASSESSMENT, f"The water rises for the {n}th time. " * 4,
              confidence=Confidence.LOW, basis="What two officials remember of it. " * 3)
        for n in range(14)
    ]  # fmt: skip
    briefing = small_briefing(claims=tuple(judged), key_judgments=tuple(c.id for c in judged))
    second = page_texts(printed(briefing))[1]
    assert "Basis: What two officials" in second
    assert "How to read this handout" in second


def test_only_people_are_named_as_those_who_state_something() -> None:
    news = Claim(
        "N", "vote", ClaimType.STATEMENT, "There is no danger.",
        sources=(Citation("news", attributed_to="s"), Citation("s", attributed_to="minister")),
    )  # fmt: skip
    people = (Entity("minister", EntityKind.PERSON, "Anna Kellis"),)
    references = known(news, entities=people)
    assert kind(news, references) == "statement by Anna Kellis"
    assert via(news, references) == ["A report"]


def test_claims_without_a_source_are_not_said_to_rest_on_some() -> None:
    bare = Claim("B", "vote", ClaimType.GAP, "Nobody knows.")
    other = Claim("O", "vote", ClaimType.FACT, "So.", sources=(Citation("s"), Citation("t")))
    lines = {line["term"]: line["text"] for line in limits(known(bare, other))}
    assert lines["Support"].startswith("1 of 2 claims rest on 2 sources; 1 names none.")


def test_a_claim_that_another_stands_against_is_called_disputed_on_paper_too() -> None:
    against = Claim("X", "vote", ClaimType.FACT, "It leaks.",
                    relations=(Relation(RelationType.UNDERCUTS, "F1"),))  # fmt: skip
    references = known(FORECAST, against)
    assert kind(FORECAST, references).startswith("forecast, disputed, very unlikely")
    assert grading(FORECAST, references).startswith("Forecast; disputed, very unlikely")
    assert written_out("F1", references)["text"] == "The dam will fail. [disputed]"
    assert kind(against, references) == "fact"


def test_the_timeline_tells_what_was_taken_back_and_the_small_one_leaves_it_out() -> None:
    claims = tuple(
        Claim(f"T{n}", "vote", ClaimType.EVENT, f"Event {n}.", date=EdtfDate(f"202{n}"),
              status=status)
        for n, status in enumerate(Status)
    )  # fmt: skip
    references = known(*claims)
    full = timeline(claims, references)
    assert full is not None
    labels = [row["label"] for scale in full["scales"] for row in scale["rows"]]
    assert labels == ["Event 0"] + [f"Event {n} [{s.value}]" for n, s in enumerate(Status) if n]
    small = timeline_strip(references)
    assert small is not None
    shown = {references.claims[row["id"]].status for row in small["rows"]}
    assert shown == {Status.CURRENT, Status.UPDATED, Status.DISPUTED}


@pytest.mark.parametrize("depth", ["full", "one-page"])
@pytest.mark.parametrize("day", ["2026-11-15", "2026-09-30", "2022-05-06", "2026-09/2026-12"])
def test_the_whole_day_of_the_information_stands_in_its_box(day: str, depth: str) -> None:
    briefing = small_briefing(as_of=EdtfDate(day))
    document = pypdfium2.PdfDocument(printed(briefing, HandoutPlan(depth=Depth(depth))))
    page = document[0]
    text = page.get_textpage()
    words = briefing.as_of.display(long_month=True)
    letters = "".join(text.get_text_range().split())
    assert "".join(words.split()) in letters
    right = page.get_width() - 15 / 25.4 * 72
    boxes = [text.get_charbox(n) for n in range(text.count_chars())]
    assert max(box[2] for box in boxes) <= right
