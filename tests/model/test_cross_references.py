"""What points to what, and what a briefing does not know, in the smallest whole briefing."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing_app.loading.load_briefing import load_briefing
from briefing_app.model.claim import ClaimType, Confidence, Family, Likelihood, RelationType
from briefing_app.model.cross_references import SUMMARY, CrossReferences, IncomingRelation
from briefing_app.model.limits_of_knowledge import limits_of_knowledge
from briefing_app.model.origins import origins
from briefing_app.model.problem import Problem, Severity
from briefing_app.model.prose import rich_texts

MINIMAL = Path(__file__).parent.parent / "fixtures" / "valid" / "minimal"


@pytest.fixture(scope="module")
def refs() -> CrossReferences:
    return CrossReferences(load_briefing(MINIMAL).briefing)


def test_mentions(refs: CrossReferences):
    found = [(m.section, m.paragraph, m.words) for m in refs.mentions("A1")]
    assert found == [
        ("overview", 1, "the county closed the bridge"),
        (SUMMARY, 1, "closed in February 2024"),
    ]
    assert [(m.section, m.paragraph) for m in refs.mentions("A5")] == [("choices", 2)]
    assert refs.mentions("none") == ()


def test_relations_from_the_other_side(refs: CrossReferences):
    assert refs.incoming("A1") == (IncomingRelation(RelationType.SUPPORTS, "A3", ""),)
    assert refs.incoming("A3") == ()


def test_options_of_a_claim(refs: CrossReferences):
    assert [option.id for option in refs.options("A5")] == ["ferry"]
    assert [option.id for option in refs.options("A4")] == ["ferry"]
    assert refs.options("A1") == ()


def test_claims_in_order(refs: CrossReferences):
    assert [claim.id for claim in refs.claims_of_section("choices")] == ["A4", "A5"]
    assert [claim.id for claim in refs.in_text_order()] == ["A1", "A2", "A3", "A4", "A5"]


@pytest.mark.parametrize(
    ("reference", "name"),
    [
        ("survey-2024", "Okafor and Bridge Office 2024"),
        ("toll-log", "Toll log"),
        ("county", "County"),
        ("ferry-point", "Ferry Point"),
        ("none", "none"),
    ],
)
def test_names_in_a_sentence(refs: CrossReferences, reference: str, name: str):
    assert refs.name_of(reference) == name


def test_origins_are_counted_behind_the_relay(refs: CrossReferences):
    assert origins(refs.claims["A1"], refs.sources) == ("survey-2024",)
    assert origins(refs.claims["A2"], refs.sources) == ("toll-log",)
    assert refs.claims["A2"].further_source


def test_limits_of_knowledge(refs: CrossReferences):
    limits = limits_of_knowledge(refs)

    assert (limits.claims, limits.sources_cited, limits.multiple_origins) == (5, 1, 0)
    assert (limits.judgements, limits.judgements_ungraded) == (2, 1)
    assert (limits.further_sources, limits.undated, limits.gaps) == (1, 3, ())


def test_every_type_has_a_family_and_every_band_is_wide():
    assert {kind.family for kind in ClaimType} == set(Family)
    bands = [band.band_percent for band in Likelihood]
    assert bands == sorted(bands)
    assert all(low < high for low, high in bands)
    assert Confidence.NOT_STATED.value == "not-stated"


def test_words_of_a_section_count_notes_and_lists(refs: CrossReferences):
    section = refs.sections["choices"]
    text = " ".join(text.text for _, text in rich_texts(section.blocks))
    assert section.word_count == len(text.split()) == 21


@pytest.mark.parametrize(
    ("problem", "line"),
    [
        (Problem("a.yaml", 3, 5, Severity.ERROR, "0.id", "no"), "a.yaml:3:5: error: 0.id: no"),
        (Problem("a.md", 3, 5, Severity.WARNING, "", "no"), "a.md:3:5: warning: no"),
        (Problem("a.yaml", 0, 0, Severity.ERROR, "", "no"), "a.yaml: error: no"),
    ],
)
def test_problems_as_lines(problem: Problem, line: str):
    assert str(problem) == line
