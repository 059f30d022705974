"""The handout as text, before it is set."""

from __future__ import annotations

import json

import pytest

from briefing_app.handout.back_matter_data import id_range, shortened_ids
from briefing_app.handout.claim_table_data import claim_table
from briefing_app.handout.file_name import suggested_file_name
from briefing_app.handout.front_page_data import evidence, grading, key_figures, rests_on
from briefing_app.handout.handout_data import handout_data
from briefing_app.handout.handout_plan import Depth, HandoutPlan, Paper
from briefing_app.handout.limits_data import limits
from briefing_app.handout.margin_notes import margin_note
from briefing_app.handout.options_size import SIZES_PT, options_layout
from briefing_app.model.briefing import Section
from briefing_app.model.claim import (
    Citation,
    Claim,
    ClaimType,
    Confidence,
    Figure,
    Likelihood,
    Locator,
    Qualifier,
    Relation,
    RelationType,
    Status,
)
from briefing_app.model.cross_references import CrossReferences
from briefing_app.model.dates import EdtfDate
from briefing_app.model.option import PolicyOption, Standing
from briefing_app.model.prose import (
    Heading,
    Link,
    Paragraph,
    RichText,
    Style,
    StyleSpan,
)
from briefing_app.model.source import Availability, Source
from tests.handout.conftest import no_pictures, paragraph, small_briefing


def data(briefing, plan=None):
    return json.loads(handout_data(briefing, plan or HandoutPlan(), {}, no_pictures).document)


def first_runs(*blocks):
    section = Section("vote", "The vote", blocks)
    return data(small_briefing(sections=(section,)))["sections"][0]["blocks"][0]["runs"]


def claim(claim_id="C1", kind=ClaimType.FACT, **fields):
    return Claim(claim_id, "vote", kind, fields.pop("text", f"{claim_id} is so."), **fields)


def known(*claims, **changes):
    return CrossReferences(small_briefing(claims=claims, **changes))


@pytest.mark.parametrize(
    ("text", "words", "before", "after"),
    [
        ("It was lost. And then", "was lost", "It was lost.", " And then"),
        ("It was lost, and then", "was lost", "It was lost,", " and then"),
        ("“It was lost.” And", "was lost", "“It was lost.”", " And"),
        ("It was lost and then", "was lost", "It was lost", " and then"),
        ("It was lost (so it is)", "was lost", "It was lost", " (so it is)"),
    ],
)
def test_a_mark_stands_behind_its_words_and_what_closes_them(text, words, before, after):
    runs = first_runs(paragraph(text, C1=words))
    at = next(n for n, run in enumerate(runs) if "m" in run)
    assert "".join(run["t"] for run in runs[:at]) == before
    assert "".join(run["t"] for run in runs[at + 1 :]) == after


def test_only_the_first_mark_is_the_place_that_the_table_names():
    section = Section("vote", "V", (paragraph("lost", 1, C1="lost"), paragraph("so", 2, C1="so")))
    blocks = data(small_briefing(sections=(section,)))["sections"][0]["blocks"]
    said = [run["said"] for block in blocks for run in block["runs"] if "m" in run]
    assert said == [["C1"], []]


def test_styles_and_links_are_cut_apart():
    text = RichText(
        "one two three",
        styles=(StyleSpan(0, 7, Style.EMPHASIS), StyleSpan(4, 13, Style.STRONG)),
        links=(Link(8, 13, "https://example.org"),),
    )
    assert first_runs(Paragraph(text, 1)) == [
        {"t": "one ", "s": ["emphasis"]},
        {"t": "two", "s": ["emphasis", "strong"]},
        {"t": " ", "s": ["strong"]},
        {"t": "three", "s": ["strong"], "u": "https://example.org"},
    ]


def test_no_heading_level_is_skipped():
    blocks = tuple(Heading(RichText(f"h{level}"), level) for level in (4, 2, 6, 3))
    section = Section("vote", "V", blocks)
    found = data(small_briefing(sections=(section,)))["sections"][0]["blocks"]
    assert [block["level"] for block in found] == [2, 2, 3, 3]


@pytest.mark.parametrize(
    ("fields", "kind", "rest"),
    [
        ({}, "fact", None),
        ({"date": EdtfDate("2021-11")}, "fact", "Nov\u00a02021"),
        (
            {"kind": ClaimType.STATEMENT, "sources": (Citation("s", attributed_to="t"),)},
            "statement by The Times",
            None,
        ),
        ({"status": Status.DISPUTED}, "fact, disputed", None),
        ({"sources": (Citation("s", attributed_to="t"),)}, "fact", "via The Times"),
        (
            {"kind": ClaimType.FORECAST, "likelihood": Likelihood.EVEN},
            "forecast, roughly even chance",
            None,
        ),
        (
            {"kind": ClaimType.ASSESSMENT, "confidence": Confidence.HIGH},
            "assessment, high confidence",
            None,
        ),
        ({"kind": ClaimType.ASSESSMENT, "confidence": Confidence.NOT_STATED}, "assessment", None),
    ],
)
def test_margin_note(fields, kind, rest):
    times = Source("t", "article-newspaper", title="The Times", citation_label="The Times")
    one = claim(**fields)
    note = margin_note(one, known(one, sources=(times,)), with_note=True)
    assert (note["kind"], note.get("rest")) == (kind, rest)
    assert note["ink"] is (one.type is not ClaimType.FACT)


def test_a_note_is_given_once():
    section = Section("vote", "V", (paragraph("lost", 1, C1="lost"), paragraph("so", 2, C1="so")))
    briefing = small_briefing(sections=(section,), claims=(claim(note="mind this"),))
    blocks = data(briefing)["sections"][0]["blocks"]
    assert [block["notes"][0].get("note") for block in blocks] == ["mind this", None]


def test_evidence_comes_from_the_relations():
    key = claim("K1", relations=(Relation(RelationType.DERIVES_FROM, "C2"),))
    others = (
        claim("C1", relations=(Relation(RelationType.SUPPORTS, "K1"),)),
        claim("C2"),
        claim("C3", relations=(Relation(RelationType.UNDERCUTS, "K1"),)),
        claim("C4", relations=(Relation(RelationType.SAME_AS, "K1"),)),
    )
    assert evidence(key, known(key, *others)) == (["C1", "C2"], ["C3"])


def test_a_judgement_without_relations_is_read_with_its_option():
    claims = [claim(name) for name in ("K1", "C1", "C2", "C3")]
    option = PolicyOption("o", "O", Standing.AUTHOR, "", ("K1", "C1"), ("C2",), ("C3", "gone"))
    assert evidence(claims[0], known(*claims, options=(option,))) == (["C1"], ["C2", "C3"])


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"kind": ClaimType.ASSESSMENT}, "Assessment; confidence not stated, no source named"),
        (
            {"kind": ClaimType.ASSESSMENT, "confidence": Confidence.LOW},
            "Assessment; confidence low, no source named",
        ),
        (
            {"kind": ClaimType.RECOMMENDATION, "sources": (Citation("s"),)},
            "Recommendation; 1 origin",
        ),
        (
            {"sources": (Citation("s"), Citation("s", attributed_to="t"), Citation("u"))},
            "Fact; 3 origins",
        ),
    ],
)
def test_grading(fields, expected):
    assert grading(claim(**fields)) == expected


def test_key_figures_are_worded_by_their_data():
    claims = (
        claim(
            "C1",
            figures=(Figure("damage", "USD", 1e11, Qualifier.MORE_THAN), Figure("x", "y", 1.0)),
            date=EdtfDate("2001/2021"),
            sources=(Citation("s"),),
        ),
        claim("C2", ClaimType.STATEMENT, figures=(Figure("prisoners", "people", 102.0),)),
        claim("C3", figures=(Figure("spread", "percent", low=3.0, high=5.0),)),
        claim("C4", figures=(Figure("nothing", "people"),)),
    )
    cards = key_figures(known(*claims))
    assert [(c["id"], c["qualifier"], c["amount"], c["label"], c["date"]) for c in cards] == [
        ("C1", "more than", "US$100\u00a0bn", "damage", "2001–2021"),
        ("C2", "as stated", "102", "people, prisoners", ""),
        ("C3", "", "3–5%", "spread", ""),
    ]


@pytest.mark.parametrize(
    ("sources", "cited", "expected"),
    [
        ((), (), "no named source"),
        ((Source("s", "report"),), ("s",), "1 report"),
        ((Source("s", "report"), Source("t", "report")), ("s", "t"), "2 reports"),
        (
            (Source("s", "post", genre="Opinion article"), Source("t", "book", cited_by="s")),
            ("s",),
            "1 opinion article; 1 source behind it is named",
        ),
        (
            tuple(Source(t, t) for t in ("book", "report", "thesis", "webpage")),
            ("book", "report", "thesis", "webpage"),
            "4 sources",
        ),
    ],
)
def test_rests_on(sources, cited, expected):
    one = claim(sources=tuple(Citation(i) for i in cited))
    assert rests_on(known(one, sources=sources)) == expected


@pytest.mark.parametrize(
    ("ids", "expected"),
    [
        ([], ""),
        (["H1"], "Claim H1"),
        (["H1", "H2", "H3"], "Claims H1–H3"),
        (["H9", "H10"], "Claims H9–H10"),
        (["H1", "H3"], "2 claims"),
        (["a.b", "a.c"], "2 claims"),
    ],
)
def test_id_range(ids, expected):
    assert id_range(ids) == expected


def test_shortened_ids():
    assert shortened_ids(["A", "B"]) == "A B"
    assert shortened_ids([f"A{n}" for n in range(14)]).endswith("A11 and 2 more")


def located(claim_id, section, paragraph="1", source="s"):
    return claim(
        claim_id, sources=(Citation(source, Locator(section=section, paragraph=paragraph)),)
    )


@pytest.mark.parametrize(
    ("places", "codes", "where"),
    [
        (["Lead", "Background"], [], ["Lead, ¶1", "Background, ¶1"]),
        (
            ["Lead", "The Taliban’s Takeover"],
            ["L", "T"],
            ["L ¶1", "T ¶1"],
        ),
        (["A long first part", "A long second part"], ["A", "B"], ["A ¶1", "B ¶1"]),
    ],
)
def test_places_in_the_only_source(places, codes, where):
    claims = [located(f"C{n}", place) for n, place in enumerate(places)]
    table = claim_table(claims, known(*claims))
    assert [place["code"] for place in table["places"]] == codes
    assert [row["where"] for group in table["claim_groups"] for row in group["rows"]] == where
    assert table["only_source"] == "A report"


def test_places_in_several_sources_name_them():
    claims = [located("C1", "Lead"), located("C2", "Lead", source="t")]
    sources = (Source("s", "report", title="One"), Source("t", "report", title="Two"))
    table = claim_table(claims, known(*claims, sources=sources))
    rows = [row["where"] for group in table["claim_groups"] for row in group["rows"]]
    assert rows == ["One, Lead, ¶1", "Two, Lead, ¶1"]
    assert table["places"] == []


def limit_lines(*claims, **changes):
    return {line["term"]: line["text"] for line in limits(known(*claims, **changes))}


def test_limits_count_what_the_briefing_has():
    claims = (
        claim("C1", ClaimType.ASSESSMENT, sources=(Citation("s", further_source=True),)),
        claim(
            "C2", date=EdtfDate("2020"), sources=(Citation("s"), Citation("s", attributed_to="t"))
        ),
        claim("C3", ClaimType.GAP, relations=(Relation(RelationType.CONTRADICTS, "C2"),)),
        claim("C4", status=Status.WITHDRAWN),
    )
    sources = (
        Source("s", "report", title="A report"),
        Source("t", "report", title="Hidden", availability=Availability.LINK_NOT_AVAILABLE),
    )
    lines = limits(known(*claims, sources=sources))
    assert {line["term"]: line["text"] for line in lines} == {
        "Support": "Every sourced claim comes from one source, A report. "
        "1 of them has more than one origin.",
        "Grading": "Nobody says how confident the one judgement is.",
        "Pages not known": "1 of 4 claims rests on a page behind the source that is not known to "
        "us; an arrow\u00a0↗ marks them.",
        "Not looked up": "Hidden is named, but could not be looked up.",
        "Dates": "3 of 4 claims have no date.",
        "Disagreement": "Claims that contradict one another stand side by side, undecided:",
        "Standing": "Disputed, superseded or withdrawn:",
        "Open questions": "The briefing itself says what is not known:",
        "The day": "Information as of 6\u00a0May\u00a02022. What came later is not known here, "
        "unless a claim says so.",
    }
    assert {line["term"]: line["ids"] for line in lines if line["ids"]} == {
        "Disagreement": ["C3", "C2"],
        "Standing": ["C4"],
        "Open questions": ["C3"],
    }


@pytest.mark.parametrize(
    ("claims", "term", "text"),
    [
        ((), "Support", None),
        ((claim(),), "Support", "No claim names a source."),
        ((claim(),), "Grading", None),
        ((claim(),), "Pages not known", None),
        ((claim(date=EdtfDate("2020")),), "Dates", None),
        (
            (claim(kind=ClaimType.ASSESSMENT), claim("C2", ClaimType.FORECAST)),
            "Grading",
            "None of the 2 judgements says how confident its author is.",
        ),
        (
            (
                claim(kind=ClaimType.ASSESSMENT, confidence=Confidence.LOW),
                claim("C2", ClaimType.FORECAST),
            ),
            "Grading",
            "1 of 2 judgements does not say how sure the author is.",
        ),
    ],
)
def test_limits_say_only_what_is_so(claims, term, text):
    assert limit_lines(*claims).get(term) == (text and text)


@pytest.mark.parametrize("paper", Paper)
def test_options_take_the_largest_type_that_needs_no_more_sheets(paper):
    def option(claims, letters=80):
        lines = [{"id": f"C{n}", "text": "x" * letters} for n in range(claims)]
        return {"title": "An option", "summary": "", "for": lines, "against": lines, "open": []}

    few = options_layout([option(2)] * 3, paper)
    assert few["size"] == SIZES_PT[0]
    assert few["breaks"] == [False] * 3
    some = options_layout([option(6)] * 3, paper)
    assert some["size"] < few["size"]
    tall = options_layout([option(60), option(1)], paper)
    assert tall["breaks"] == [True, False]
    assert options_layout([], paper)["breaks"] == []


def test_a_chosen_section_brings_the_claims_it_speaks_of():
    sections = (
        Section("vote", "V", (paragraph("lost", C1="lost"),)),
        Section("other", "O", (paragraph("and so", C2="so"),)),
    )
    claims = (claim(), Claim("C2", "third", ClaimType.FACT, "So."), claim("C9"))
    briefing = small_briefing(sections=sections, claims=claims, summary=())
    document = data(briefing, HandoutPlan(sections=("other",)))
    assert [section["title"] for section in document["sections"]] == ["O"]
    assert document["listed"] == ["C2"]
    assert "chosen by whoever printed it" in str(document["about"])


def test_the_one_page_form_has_no_text():
    document = data(small_briefing(), HandoutPlan(depth=Depth.ONE_PAGE))
    assert "sections" not in document
    assert document["front"]["summary"]["blocks"]


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
