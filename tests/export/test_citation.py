"""References and citations in the four styles."""

from __future__ import annotations

import subprocess
import sys

import msgspec
import pytest

from briefing_app.export.citation import CitationStyle, citation_text, references
from briefing_app.model.briefing import Briefing
from briefing_app.model.claim import Citation, Claim, ClaimType, Locator
from briefing_app.model.dates import EdtfDate
from briefing_app.model.entity import Entity, EntityKind
from briefing_app.model.source import Availability, Name, Source

ARTICLE = Source(
    "khan-2022",
    "post-weblog",
    title="Borders and neighbours",
    author=(Name("Khan", "Sara Maria"),),
    container_title="South Asia Blog",
    issued=EdtfDate("2022-05-06"),
    url="https://example.org/a?b=1&c=2",
    language="en",
)
REPORT = Source(
    "un",
    "report",
    title="[report of 2020; no title given]",
    author=(Name(literal="United Nations"),),
    issued=EdtfDate("2020"),
    cited_by="khan-2022",
    availability=Availability.LINK_NOT_AVAILABLE,
)
PORTAL = Source("satp", "dataset", title="Terrorism Portal")
JOURNAL = Source(
    "roe",
    "article-journal",
    title="A study",
    author=(Name("Roe", "Ann"), Name("Doe", "John")),
    container_title="Journal of Things",
    volume="12",
    issue="3",
    page="45-67",
    issued=EdtfDate("2019-11"),
)


@pytest.mark.parametrize(
    ("style", "source", "expected"),
    [
        (
            "chicago-author-date",
            ARTICLE,
            "Khan, Sara Maria. 2022. “Borders and Neighbours”. South Asia Blog, May 6. "
            "https://example.org/a?b=1&c=2.",
        ),
        (
            "apa",
            ARTICLE,
            "Khan, S. M. (2022, May 6). Borders and neighbours. South Asia Blog. "
            "https://example.org/a?b=1&c=2",
        ),
        (
            "mla",
            ARTICLE,
            "Khan, Sara Maria. “Borders and Neighbours”. South Asia Blog, 6 May 2022, "
            "https://example.org/a?b=1&c=2.",
        ),
        (
            "ieee",
            ARTICLE,
            "S. M. Khan, “Borders and neighbours”, South Asia Blog, May 06, 2022. [Online]. "
            "Available: https://example.org/a?b=1&c=2",
        ),
        (
            "ieee",
            JOURNAL,
            "A. Roe and J. Doe, “A study”, Journal of Things, vol. 12, no. 3, pp. 45–67, "
            "Nov. 2019.",
        ),
        (
            "chicago-author-date",
            JOURNAL,
            "Roe, Ann, and John Doe. 2019. “A Study”. Journal of Things 12 (3): 45–67.",
        ),
        (
            "chicago-author-date",
            REPORT,
            "United Nations. 2020. [report of 2020; no title given]. "
            "Cited by Khan 2022; link not available.",
        ),
        ("chicago-author-date", PORTAL, "“Terrorism Portal”. n.d."),
        ("apa", PORTAL, "Terrorism Portal. (n.d.). [Dataset]."),
        ("mla", PORTAL, "“Terrorism Portal”."),
    ],
)
def test_reference(style, source, expected):
    assert references([source, ARTICLE], style)[source.id].text == expected


def test_italics_and_address_are_told_apart():
    runs = references([ARTICLE])["khan-2022"].runs
    assert [run.text for run in runs if run.italic] == ["South Asia Blog"]
    assert [run.address for run in runs if run.address] == ["https://example.org/a?b=1&c=2"]
    assert "".join(run.text for run in runs).startswith("Khan, Sara Maria.")


@pytest.mark.parametrize("style", CitationStyle)
@pytest.mark.parametrize(
    "source",
    [
        Source("x", "interview", author=(Name("Q", "R"),), issued=EdtfDate("1950~")),
        Source("x", "no-such-type"),
        Source("x", "book", title="T", issued=EdtfDate("195X")),
        Source("x", "book", title="T", issued=EdtfDate("2016/..")),
        Source("x", "book", title="T", issued=EdtfDate("2001/2003"), accessed=EdtfDate("2004")),
        Source("x", "book", title="\ue000T\ue001 \\ { } [ ( * + ?", author=(Name("F"),)),
        Source("x", "webpage", title="<script>alert(1)</script> & more", url="javascript:x"),
        Source("X.y-Z", "book", title="T", editor=(Name("E", "D"),), edition="second"),
        Source("x", "chapter", title=" ", container_title="C", author=(Name("A"), Name())),
    ],
)
def test_any_source_has_a_reference(style, source):
    reference = references([source], style)[source.id]
    assert reference.text.strip()
    assert "\ue000" not in reference.text
    assert "\ue001" not in reference.text
    assert "<script" not in reference.html
    assert all(run.address.startswith(("", "http")) for run in reference.runs)
    assert "javascript:" not in "".join(run.address for run in reference.runs)


@pytest.mark.parametrize("style", ["", "harvard", "../apa"])
def test_unknown_style(style):
    with pytest.raises(ValueError, match="CitationStyle"):
        references([ARTICLE], style)


def claim(**changes):
    citation = Citation("khan-2022", Locator(section="Background", paragraph="2"), **changes)
    return Claim("H1", "history", ClaimType.EVENT, "The vote was <lost>.", sources=(citation,))


def briefing(*claims):
    return Briefing(
        "b",
        "Neighbours & others",
        "en",
        "1.2.0",
        EdtfDate("2026-11-22"),
        EdtfDate("2022-05-06"),
        (),
        (),
        claims,
        (ARTICLE, REPORT, PORTAL),
        (Entity("ttp", EntityKind.GROUP, "Tehrik-e-Taliban Pakistan", "TTP"),),
    )


def test_citation_says_what_where_and_which_version():
    plain, rich = citation_text(claim(), briefing(claim()))
    assert plain.splitlines() == [
        "The vote was <lost>.",
        "Khan, Sara Maria. 2022. “Borders and Neighbours”. South Asia Blog, May 6. "
        "https://example.org/a?b=1&c=2. Background, ¶2.",
        "Claim H1 (event) in “Neighbours & others”, version 1.2.0, information as of 6 May 2022.",
    ]
    assert "The vote was &lt;lost&gt;." in rich
    assert "<i>South Asia Blog</i>" in rich
    assert '<a href="https://example.org/a?b=1&amp;c=2">' in rich


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"attributed_to": "ttp"}, "Background, ¶2; attributed to TTP."),
        ({"attributed_to": "un"}, "Background, ¶2; citing United Nations 2020."),
        (
            {"further_source": True},
            "Background, ¶2; further source behind it, link not available.",
        ),
    ],
)
def test_citation_owns_up_to_what_stands_behind(changes, expected):
    plain, _ = citation_text(claim(**changes), briefing())
    assert expected in plain


def test_what_runs_from_right_to_left_says_so_and_turns_nothing_else():
    turned = Claim("H1", "s", ClaimType.FACT, "آتش‌بس اعلام کرد.", sources=(Citation("khan-2022"),))
    named = msgspec.structs.replace(briefing(turned), title="مرز و TTP")
    plain, rich = citation_text(turned, named)
    assert rich.startswith('<p dir="rtl" style="text-align: right">آتش')
    assert rich.count("dir=") == 1
    assert "in “\u2068مرز و TTP\u2069”, version" in plain
    assert "\u2068" not in citation_text(claim(), briefing(claim()))[0]


@pytest.mark.parametrize("style", ["apa", "ieee"])
def test_the_place_does_not_run_into_an_address(style):
    plain, rich = citation_text(claim(), briefing(claim()), style)
    assert plain.splitlines()[1:3] == [
        references([ARTICLE], style)["khan-2022"].text,
        "Background, ¶2.",
    ]
    assert "</a><br>Background, ¶2.</p>" in rich


def test_selected_words_take_the_place_of_the_statement():
    plain, _ = citation_text(claim(), briefing(), words="the vote")
    assert plain.splitlines()[0] == "the vote"
    assert "The vote was" not in plain


def test_a_claim_without_a_source_names_none():
    bare = Claim("G1", "s", ClaimType.GAP, "Nobody knows.")
    assert citation_text(bare, briefing(bare))[0].splitlines() == [
        "Nobody knows.",
        "Claim G1 (gap) in “Neighbours & others”, version 1.2.0, information as of 6 May 2022.",
    ]


def test_a_source_known_through_another_says_so():
    indirect = Claim("G1", "s", ClaimType.FACT, "So it is.", sources=(Citation("un"),))
    plain, _ = citation_text(indirect, briefing(indirect))
    assert "Cited by Khan 2022; link not available." in plain


def test_citeproc_is_loaded_when_it_is_needed(repository):
    probe = (
        "import sys, briefing_app.export.citation\n"
        "print({'citeproc', 'lxml'} & {name.split('.')[0] for name in sys.modules})"
    )
    run = subprocess.run(
        [sys.executable, "-c", probe], capture_output=True, text=True, check=True, cwd=repository
    )
    assert run.stdout.strip() == "set()"
