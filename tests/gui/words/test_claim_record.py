"""The record of a claim says what the files say: what can be looked up, and by when."""

from __future__ import annotations

import pytest

from briefing_app.gui.words.claim_record import band_words, record_lines, support_words, who_says_so
from briefing_app.model.briefing import Briefing
from briefing_app.model.claim import Citation, Claim, ClaimType, Likelihood
from briefing_app.model.cross_references import CrossReferences
from briefing_app.model.dates import EdtfDate
from briefing_app.model.entity import Entity, EntityKind
from briefing_app.model.source import Availability, Source

DAY = EdtfDate("2026-11-15")


def references_with(claim: Claim, *sources: Source) -> CrossReferences:
    people = (Entity("minister", EntityKind.PERSON, "Anna Kellis"),)
    return CrossReferences(
        Briefing("b", "B", "en", "1", DAY, DAY, (), (), (claim,), sources, people)
    )


def claim(*citations: Citation, **more) -> Claim:
    return Claim("C1", "s", ClaimType.FORECAST, "It will rain.", sources=citations, **more)


@pytest.mark.parametrize(
    ("availability", "further", "words"),
    [
        ("available", False, "Dam log"),
        ("available", True, "Dam log · on a page that we cannot name"),
        ("link-not-available", False, "Dam log · link not available"),
        ("link-not-available", True, "Dam log · link not available"),
        ("offline", False, "Dam log · not online"),
    ],
)
def test_what_stands_behind_is_as_available_as_its_source_says(availability, further, words):
    one = claim(Citation("news", attributed_to="log", further_source=further))
    log = Source("log", "dataset", "Dam log", availability=Availability(availability))
    references = references_with(one, Source("news", "webpage", "News"), log)
    assert [(line.label, line.text) for line in who_says_so(one, references)] == [
        ("Said by", "News"),
        ("Going back to", words),
    ]


@pytest.mark.parametrize(
    ("horizon", "words"),
    [
        (None, "likely (55–80%)"),
        ("2027-02", "likely (55–80%) by Feb 2027"),
        ("2026-11-16/2026-11-19", "likely (55–80%) within 16–19 Nov 2026"),
        ("../2026-11-18", "likely (55–80%) by 18 Nov 2026"),
    ],
)
def test_by_when(horizon, words):
    when = EdtfDate(horizon) if horizon else None
    assert band_words(claim(likelihood=Likelihood.LIKELY, horizon=when)) == words


def test_one_person_in_two_papers_is_one_origin_and_two_in_one_paper_too():
    papers = Source("courier", "webpage", "Courier"), Source("radio", "broadcast", "Radio")
    in_two = claim(*(Citation(name, attributed_to="minister") for name in ("courier", "radio")))
    in_one = claim(Citation("courier", attributed_to="minister"), Citation("courier"))
    assert support_words(in_two, references_with(in_two, *papers)) == "2 sources, 1 origin"
    assert support_words(in_one, references_with(in_one, *papers)) == "1 source, 1 origin"


def test_each_source_leads_to_what_is_known_of_it_and_has_its_words_below_it():
    one = claim(
        Citation("courier", attributed_to="minister", quote="It is going to rain."),
        Citation("news", attributed_to="log", quote="Wet."),
    )
    sources = [Source(name, "webpage", name.title()) for name in ("courier", "news", "log")]
    lines = record_lines(one, references_with(one, *sources))
    assert [(line.label, line.text) for line in lines[:5]] == [
        ("Said by", "Anna Kellis, according to Courier"),
        ("In its words", "“It is going to rain.”"),
        ("Said by", "News"),
        ("In its words", "“Wet.”"),
        ("Going back to", "Log"),
    ]
    assert [run.target for line in lines[:5] for run in line.runs if run.target] == [
        "entity:minister",
        "source:courier",
        "source:news",
        "source:log",
    ]
