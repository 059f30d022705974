"""One rule for every count: what was withdrawn or superseded is listed, and counts for nothing."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import msgspec
import pytest

from briefing_app.export.citation import citation_text
from briefing_app.export.exports import exported
from briefing_app.export.formats import CSV
from briefing_app.gui.claims.claim_rows import support_note
from briefing_app.gui.tabs.overview.cut_off_box import support_words
from briefing_app.gui.tabs.overview.overview_words import judgements_note
from briefing_app.gui.tabs.sources.source_rows import summary
from briefing_app.handout import front_page_data
from briefing_app.handout.back_matter_data import source_entries
from briefing_app.handout.limits_data import limits
from briefing_app.handout.one_page_timeline_data import timeline_strip
from briefing_app.model import standing
from briefing_app.model.claim import (
    Citation,
    Claim,
    ClaimType,
    Confidence,
    Figure,
    Relation,
    RelationType,
    Status,
)
from briefing_app.model.claim_lens import Only, counts
from briefing_app.model.counter_claims import counter_claims
from briefing_app.model.cross_references import CrossReferences
from briefing_app.model.dates import EdtfDate
from briefing_app.model.entity import Entity, EntityKind
from briefing_app.model.entity_claims import EntityClaims
from briefing_app.model.evidence import evidence
from briefing_app.model.key_figures import key_figures
from briefing_app.model.limits_of_knowledge import limits_of_knowledge
from briefing_app.model.source import Source
from briefing_app.model.source_support import SourceSupport, count_support, support_of
from briefing_app.search.engines.memory.memory_index import make_memory_index
from briefing_app.search.results import Filters, Order
from tests.handout.conftest import small_briefing

if TYPE_CHECKING:
    from briefing_app.model.briefing import Briefing

STATUSES = {
    "CU": "current",
    "UP": "updated",
    "DI": "disputed",
    "WI": "withdrawn",
    "SU": "superseded",
}
STAND = {"CU", "UP", "DI"}


def claims_of(claim_id: str, status: Status) -> tuple[Claim, ...]:
    """A judgement with all that can be counted of it, and a gap, an event and an objection."""
    own = claim_id.lower()
    judged = Claim(
        claim_id, "vote", ClaimType.ASSESSMENT, f"{claim_id} is so.", status=status,
        confidence=Confidence.LOW, actors=("council",), places=("hall",),
        figures=(Figure("votes", "votes", 3.0),),
        sources=(
            Citation(f"{own}-paper", attributed_to=f"{own}-survey"),
            Citation(f"{own}-letter", further_source=True),
        ),
        relations=(Relation(RelationType.SUPPORTS, "KEY"),),
    )  # fmt: skip
    named = {"section": "vote", "text": "So it is.", "status": status}
    return (
        judged,
        Claim(f"{claim_id}-gap", type=ClaimType.GAP, **named),
        Claim(f"{claim_id}-event", type=ClaimType.EVENT, date=EdtfDate("1947"), **named),
        Claim(
            f"{claim_id}-no", type=ClaimType.FACT,
            relations=(Relation(RelationType.UNDERCUTS, "KEY"),), **named,
        ),
    )  # fmt: skip


KEY = Claim("KEY", "vote", ClaimType.FACT, "The vote was lost.")
BRIEFING = small_briefing(
    summary=(),
    sections=(),
    claims=(KEY, *(c for name, word in STATUSES.items() for c in claims_of(name, Status(word)))),
    entities=(
        Entity("council", EntityKind.GROUP, "Council"),
        Entity("hall", EntityKind.PLACE, "Hall"),
    ),
    sources=tuple(
        Source(f"{name.lower()}-{kind}", "report", title=f"{name} {kind}")
        for name in STATUSES
        for kind in ("paper", "survey", "letter")
    ),
)
KNOWN = CrossReferences(BRIEFING)
LIMITS = limits_of_knowledge(KNOWN)
SUPPORT = SourceSupport(KNOWN)
PEOPLE = EntityClaims(KNOWN)
JUDGED = tuple(KNOWN.claims[name] for name in STATUSES)
LINES = {line["term"]: line["ids"] for line in limits(KNOWN)}


def found(briefing: Briefing, query: str) -> set[str]:
    """The ids that a search finds."""
    results = make_memory_index(briefing).search(query, Filters(), Order.BEST)
    return {hit.id for hit in results.claims}


def of_claims(ids) -> set[str]:
    """Whose claims they are."""
    return {i.partition("-")[0].upper() for i in ids} - {"KEY"}


NAMED = {  # what names the claims, or their sources, that it counts
    "what stands": lambda: [c.id for c in standing.standing_claims(JUDGED)],
    "by id": lambda: standing.standing_ids((*KNOWN.claims, "nowhere"), KNOWN),
    "evidence for": lambda: evidence(KEY, KNOWN).in_favour,
    "evidence against": lambda: evidence(KEY, KNOWN).against,
    "counter-claims": lambda: [other.id for _, other in counter_claims(KEY, KNOWN)],
    "gaps": lambda: LIMITS.gaps,
    "claims with sources": lambda: [c.id for c in SUPPORT.sourced],
    "claims with further sources": lambda: [c.id for c in SUPPORT.unnamed],
    "sources cited": lambda: [s.id for s in SUPPORT.cited],
    "sources behind them": lambda: [s.id for s in SUPPORT.behind],
    "key figures": lambda: [claim.id for claim, _ in key_figures(KNOWN)],
    "timeline of the one-page form": lambda: [r["id"] for r in timeline_strip(KNOWN)["rows"]],
    "open questions of the handout": lambda: LINES["Open questions"],
    "disagreement in the handout": lambda: LINES["Disagreement"],
    "sources in the handout that hold something up": lambda: [
        source.id
        for source, entry in zip(
            BRIEFING.sources, source_entries(BRIEFING.sources, {}, KNOWN), strict=True
        )
        if "Behind 1 of 13 claims" in str(entry["worth"]).replace("\u00a0", " ")
    ],
    "against it, in a citation": lambda: (
        citation_text(KEY, BRIEFING)[0].partition("against it ")[2].partition(")")[0].split(", ")
    ),
    "against it, in a table": lambda: [
        words.split()[0]
        for words in next(
            csv.DictReader(io.StringIO(exported(BRIEFING, CSV, exact=True).decode("utf-8-sig")))
        )["against"].split("; ")
    ],
}
NUMBERS = {  # how many there are with five claims of each sort, three of which stand
    "support of many": (lambda: count_support(JUDGED, KNOWN), (6, 6)),
    "claims, but for the key one": (lambda: LIMITS.claims - 1, 12),
    "sources cited": (lambda: LIMITS.sources_cited, 6),
    "claims with two origins": (lambda: LIMITS.multiple_origins, 3),
    "judgements": (lambda: (LIMITS.judgements, LIMITS.judgements_ungraded), (3, 0)),
    "further sources": (lambda: LIMITS.further_sources, 3),
    "claims without a date": (lambda: LIMITS.undated - 1, 9),
    "claims without a source": (lambda: LIMITS.unsourced - 1, 9),
    "taken back": (lambda: LIMITS.taken_back, 8),
    "claims that name an entity": (lambda: PEOPLE.count("council"), 3),
    "claims that name two": (lambda: [c.claims for c in PEOPLE.companions("hall")], [3]),
    "no longer cited": (lambda: of_claims(s.id for s in SUPPORT.no_longer_cited), {"WI", "SU"}),
    "never cited": (lambda: SUPPORT.never_cited, ()),
    "words on the overview": (
        lambda: support_words(KNOWN, LIMITS)[0],
        "13 claims, 3 of them from 6 sources",
    ),
    "words on the sources": (
        lambda: summary(SUPPORT).partition(";")[0],
        "3 claims rest on 6 sources",
    ),
    "words over a list": (
        lambda: support_note(JUDGED, KNOWN),
        "3 claims  ·  6 sources, 6 origins  ·  2 withdrawn or superseded",
    ),
    "words on the key judgements": (
        lambda: judgements_note([KEY, *JUDGED[2:]]),
        "Confidence as the sources state it",
    ),
    "what the handout rests on": (
        lambda: front_page_data.rests_on(KNOWN),
        "6 reports; 3 sources behind them are named",
    ),
}


@pytest.mark.parametrize("count", NAMED)
def test_what_names_what_it_counts_names_what_stands(count) -> None:
    assert of_claims(NAMED[count]()) == STAND


@pytest.mark.parametrize("count", NUMBERS)
def test_a_number_counts_what_stands(count) -> None:
    counted, expected = NUMBERS[count]
    assert counted() == expected


@pytest.mark.parametrize("name", STATUSES)
def test_of_itself_a_claim_says_what_it_names(name) -> None:
    assert support_of(KNOWN.claims[name], KNOWN) == (2, 2)


def test_lists_have_all_and_say_how_many_that_is() -> None:
    everyone = set(STATUSES)
    assert of_claims(c.id for c in PEOPLE.claims("council")) == everyone
    for name in STATUSES:
        assert [c.id for c in SUPPORT.claims(f"{name.lower()}-paper")] == [name]
    assert counts(KNOWN)[Only.ALL] == len(BRIEFING.claims) == 21
    assert of_claims(found(BRIEFING, "actor:council")) == everyone
    assert exported(BRIEFING, CSV).decode().count("\r\n") == 22


def test_disputed_is_what_the_briefing_says_and_what_another_claim_stands_against() -> None:
    against = Claim(
        "X", "vote", ClaimType.FACT, "No.", relations=(Relation(RelationType.UNDERCUTS, "CU"),)
    )
    withdrawn = msgspec.structs.replace(
        against, id="Y", status=Status.WITHDRAWN, relations=(Relation(RelationType.UNDERCUTS, "X"),)
    )
    briefing = msgspec.structs.replace(BRIEFING, claims=(*BRIEFING.claims, against, withdrawn))
    known = CrossReferences(briefing)
    disputed = {
        claim.id
        for claim in briefing.claims
        if standing.standing_status(claim, known) is Status.DISPUTED
    }
    by_status = {claim.id for claim in briefing.claims if claim.status is Status.DISPUTED}
    assert disputed == {"CU", "KEY", *by_status}
    assert standing.contested(briefing.claims) == disputed - by_status
    assert limits_of_knowledge(known).disputed == counts(known)[Only.DISPUTED] == len(disputed)
    assert found(briefing, "status:disputed") == disputed
