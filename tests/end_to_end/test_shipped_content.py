"""The shipped briefing says what the fact list behind it says, and looks no better supported.

The tables below are that list, row by row: the row's number is the claim's id.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing_app.loading.load_briefing import load_briefing
from briefing_app.model.claim import Confidence, Family
from briefing_app.model.cross_references import SUMMARY, CrossReferences
from briefing_app.model.option import Standing
from briefing_app.model.origins import origins
from briefing_app.model.prose import rich_texts

if TYPE_CHECKING:
    from pathlib import Path

    from briefing_app.model.briefing import Briefing
    from briefing_app.model.prose import Block

SECTIONS = {
    "overview": "I1-assessment I2-event I3-fact I4-statement I5-assessment",
    "history": """
        H1-event H2-assessment H3-event H4-event H5-event H6-event H7-assessment H8-event H9-event
        H10-assessment H11-fact H12-event H13-assessment H14-event H15-event H16-assessment
        H17-event H18-event""",
    "takeover": """
        K1-fact K2-event K3-statement K4-event K5-fact K6-fact K7-event K8-event K9-event K10-event
        K11-statement K12-event K13-assessment""",
    "terrorism": """
        R1-event R2-statistic R3-statistic R4-assessment R5-assessment R6-assessment R7-statistic
        R8-assessment R9-fact R10-event R11-event R12-statistic R13-statement R14-event R15-fact
        R16-statement R17-event R18-statistic R19-event R20-statement R21-statement R22-assessment
        R23-fact""",
    "policy-options": """
        O1-fact O2-event O3-event O4-assessment O5-statement O6-fact O7-fact O8-assessment
        O9-statement O10-assessment O11-assessment O12-recommendation""",
}
ROWS = [(section, *row.split("-")) for section, rows in SECTIONS.items() for row in rows.split()]
CAUSES = {"H2", "H7", "H13", "H16", "R4"}
LINKED = {
    "H1",
    "H6",
    "H9",
    "H12",
    "K4",
    "K7",
    "K9",
    "K10",
    "R2",
    "R3",
    "R7",
    "R9",
    "R11",
    "R12",
    "R16",
    "R18",
    "R21",
    "R22",
}
PARAGRAPHS = {  # heading of the article -> the last claim of each of its paragraphs
    "Introduction": "I5",
    "Background": "H7 H14 H18",
    "The Taliban’s Takeover": "K4 K9 K13",
    "Pakistan’s Growing Terrorism Problem": "R7 R12 R23",
    "Conclusion": "O12",
}
FIGURES = {
    "R2": "more-than 80000 lives",
    "R3": "more-than 100000000000 USD",
    "R7": "more-than 6000 terrorists",
    "R12": "272 incidents",
    "R18": "80 prisoners",
    "R20": "102 prisoners",
}
DATES = {
    "I2": "2021-07/2021-08",
    "I3": "2022-05-06",
    "H1": "1947",
    "H3": "195X",
    "H8": "1979",
    "H12": "1992",
    "H14": "1996",
    "H15": "2001-09-11/",
    "K4": "2020",
    "K8": "2021-07/2021-08",
    "R2": "2001/2021",
    "R3": "2001/2021",
    "R7": "2020",
    "R9": "2021-08/..",
    "R11": "2022-03",
    "R12": "2021-08/2022-03",
    "R17": "2021-11",
    "R18": "2021-12",
    "R19": "2021-12",
    "R20": "/2021-11",
    "R23": "2022-05-06",
    "O7": "2022-05-06",
}
OPTIONS = [
    (Standing.AUTHOR, "O1 O2 O4", "O3 O8", ""),
    (Standing.DESCRIBED, "R13 R14 R15 R16 R17", "R19 R20 R21 R22 R23 O3", ""),
    (Standing.DESCRIBED, "R5", "R6 R21 R23", ""),
    (Standing.AUTHOR, "K10 K11 K12 O5 O6", "", ""),
    (Standing.AUTHOR, "O7 O9 O10", "O8", ""),
    (Standing.AUTHOR, "O12 R10 R11", "", "O11"),
]
SPELLINGS = """
    Afghan Taliban|Taleban|Talibaan|طالبان|Islamic Emirate of Afghanistan|IEA
    Tehrik-e-Taliban Pakistan|TTP|Tehreek-e-Taliban|Tehrik-i-Taliban|Pakistani Taliban
    تحریک طالبان پاکستان|Islamic State – Khorasan Province|ISKP|IS-K|ISIS-K|Daesh Khorasan
    al-Qaeda|Al Qaeda|al-Qaida|AQ|القاعدة|Daoud Khan|Daud|Dawood|Dawud
    Zulfikar Ali Bhutto|Zulfiqar|ذوالفقار علی بھٹو|Burhanuddin Rabbani|Burhanudin|Borhanuddin
    Siraj Haqqani|Sirajuddin|Haqani|Ashraf Ghani|Joe Biden|Biden administration
    Afghan National Army|ANA|NATO|United Nations|UN|mujahideen|mujahidin|mojahedin
    Afghanistan|Kabul|Pakistan|Islamabad|United States|Washington|Soviet Union|British Raj
    China|Qatar|Russia|Gulf states|Durand Line|Balochistan|Baluchistan|ex-FATA
    Khyber Pakhtunkhwa|KP|Pakhtunkhwa|Peshawar|Peshawer|پشاور|Doha|Lakki Marwat|Swat
    Bajaur|Bajour|Dir|Swabi|کابل|Pashtunwali|Pukhtunwali|Pakhtunwali|Peshawar Accord|Doha deal
    South Asia Terrorism Portal|SATP|Shia"""


@pytest.fixture(scope="module")
def briefing(shipped_briefing_path: Path) -> Briefing:
    loaded = load_briefing(shipped_briefing_path)
    assert [str(problem) for problem in loaded.problems] == []
    return loaded.briefing


@pytest.fixture(scope="module")
def references(briefing: Briefing) -> CrossReferences:
    return CrossReferences(briefing)


def words(blocks: tuple[Block, ...]) -> int:
    return sum(len(text.text.split()) for _, text in rich_texts(blocks))


def test_one_claim_a_row_in_the_order_of_the_list(briefing: Briefing) -> None:
    claims = [(c.section, c.id, c.type.value) for c in briefing.claims]
    assert claims == ROWS
    assert len(claims) == 71


def test_claims_are_short_and_stand_alone(briefing: Briefing) -> None:
    leaning = ("that ", "this ", "it ", "they ", "these ", "those ", "there ", "he ", "she ")
    for claim in briefing.claims:
        assert len(claim.text) <= 170, claim.id
        assert claim.text.endswith(".") and ". " not in claim.text, claim.id
        assert not claim.text.lower().startswith(leaning), claim.id
        assert len(claim.label) <= 45, claim.id


def test_timeline_and_options_have_labels(briefing: Briefing, references: CrossReferences) -> None:
    needed = [c for c in briefing.claims if c.date or references.options(c.id)]
    assert [c.id for c in needed if not c.label] == []


@pytest.mark.parametrize("claim_id", [row[1] for row in ROWS])
def test_each_claim_is_said_in_its_own_section(references: CrossReferences, claim_id: str) -> None:
    mentions = references.mentions(claim_id)
    own = [m for m in mentions if m.section == references.claims[claim_id].section]
    assert own
    assert all(m.paragraph for m in own)
    assert not any(m.words.endswith((".", ",", ";")) for m in mentions)


def test_every_claim_has_one_origin_and_a_place_in_the_article(briefing: Briefing) -> None:
    sources = {source.id: source for source in briefing.sources}
    for claim in briefing.claims:
        assert len(origins(claim, sources)) == 1, claim.id
        assert [citation.id for citation in claim.sources] == ["ahmed-2022"], claim.id
    places = [(c.id, c.sources[0].locator) for c in briefing.claims]
    assert places[0][1].section == "Lead" and places[0][1].paragraph == ""
    expected = []
    rows = iter([claim_id for claim_id, _ in places[1:]])
    for heading, last_claims in PARAGRAPHS.items():
        for number, last in enumerate(last_claims.split(), 1):
            for claim_id in rows:
                expected.append((claim_id, heading, str(number)))
                if claim_id == last:
                    break
    assert [(i, place.section, place.paragraph) for i, place in places[1:]] == expected


def test_links_that_cannot_be_named_are_marked_where_the_article_has_them(
    briefing: Briefing,
) -> None:
    assert {c.id for c in briefing.claims if c.further_source} == LINKED
    unseen = [s for s in briefing.sources if s.id != "ahmed-2022"]
    assert {s.id for s in unseen} == {"un-report-2020", "satp"}
    assert all(s.cited_by == "ahmed-2022" and not s.url and not s.doi for s in unseen)


def test_who_is_quoted_by_the_article(briefing: Briefing) -> None:
    quoted = {c.id: c.sources[0].attributed_to for c in briefing.claims}
    assert (quoted["R7"], quoted["R12"]) == ("un-report-2020", "satp")
    entity_ids = {entity.id for entity in briefing.entities}
    for claim in briefing.claims:
        if claim.id not in ("R7", "R12") and quoted[claim.id]:
            assert claim.family is Family.SAID, claim.id
            assert quoted[claim.id] in entity_ids, claim.id
    assert {i for i, who in quoted.items() if who == "ttp"} == {"R16", "R20", "R21"}


def test_no_judgement_is_graded(briefing: Briefing) -> None:
    for claim in briefing.claims:
        expected = Confidence.NOT_STATED if claim.type.value == "assessment" else None
        assert claim.confidence is expected, claim.id
        assert claim.likelihood is None and not claim.basis, claim.id
    assert {c.id for c in briefing.claims if "cause" in c.tags} == CAUSES


def test_figures_are_data(briefing: Briefing) -> None:
    figures = {
        claim.id: f"{figure.qualifier or ''} {figure.value:.0f} {figure.unit}".strip()
        for claim in briefing.claims
        for figure in claim.figures
    }
    assert figures == FIGURES
    disputed = next(c for c in briefing.claims if c.id == "R20")
    assert "TTP’s claim" in disputed.note
    assert "R18" in {relation.to for relation in disputed.relations}


def test_only_dates_that_the_article_gives(briefing: Briefing) -> None:
    assert {c.id: c.date.text for c in briefing.claims if c.date} == DATES


def test_the_options_side_by_side(briefing: Briefing) -> None:
    options = [
        (o.standing, *(" ".join(ids) for ids in (o.in_favour, o.against, o.unresolved)))
        for o in briefing.options
    ]
    assert options == OPTIONS


def test_every_spelling_is_listed_once(briefing: Briefing) -> None:
    listed = [s.casefold() for entity in briefing.entities for s in entity.spellings]
    assert len(set(listed)) == len(listed)
    wanted = [s.strip() for line in SPELLINGS.splitlines() for s in line.split("|") if s.strip()]
    assert [s for s in wanted if s.casefold() not in listed] == []


def test_length_of_summary_and_prose(briefing: Briefing) -> None:
    summary = words(briefing.summary)
    assert summary <= 120
    assert 1500 <= summary + sum(section.word_count for section in briefing.sections) <= 2200


def test_front_page(briefing: Briefing, references: CrossReferences) -> None:
    assert (briefing.as_of.text, briefing.handling) == ("2022-05-06", "TLP:CLEAR")
    assert briefing.key_judgments == ("K13", "R6", "O4", "O12")
    for claim_id in briefing.key_judgments:
        assert SUMMARY in {m.section for m in references.mentions(claim_id)}


def test_manual_has_no_problems_and_no_claims(repository: Path) -> None:
    loaded = load_briefing(repository / "content" / "manual")
    assert [str(problem) for problem in loaded.problems] == []
    assert loaded.briefing.claims == ()
