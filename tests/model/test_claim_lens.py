"""What stands out through a lens: by kind, by support, and by the day."""

from __future__ import annotations

import datetime

import pytest

from briefing_app.model.claim import (
    Citation,
    Claim,
    ClaimType,
    Relation,
    RelationType,
    Status,
)
from briefing_app.model.claim_lens import Lens, Only, Timing, see, timing, turning_day
from briefing_app.model.cross_references import IncomingRelation
from briefing_app.model.dates import EdtfDate
from briefing_app.model.source import Source

DAY = datetime.date(2021, 8, 15)


class References:
    """As much of the cross-references as a lens asks for."""

    def __init__(self, *claims: Claim, sources: tuple[Source, ...] = ()) -> None:
        self.claims = {claim.id: claim for claim in claims}
        self.sources = {source.id: source for source in sources}

    def incoming(self, claim_id: str):
        return [
            IncomingRelation(relation.type, claim.id, relation.note)
            for claim in self.claims.values()
            for relation in claim.relations
            if relation.to == claim_id
        ]


def claim(kind: str = "event", date: str = "", **more) -> Claim:
    return Claim(
        more.pop("id", "C1"),
        "history",
        ClaimType(kind),
        "A sentence.",
        date=EdtfDate(date) if date else None,
        **more,
    )


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2021-08-15", "before"),
        ("2021-08-16", "later"),
        ("1947", "before"),
        ("195X", "before"),
        ("2021", "perhaps"),
        ("2021-08", "perhaps"),
        ("2021-09", "later"),
        ("202X", "perhaps"),
        ("2021-07/2021-08", "perhaps"),
        ("2021-08/2022-03", "later"),
        ("2001/2021-08-15", "before"),
        ("2016/..", "before"),
        ("2021-08/..", "perhaps"),
        ("2022/..", "later"),
        ("../2020", "before"),
        ("../2022", "later"),
        ("/2021-11", "perhaps"),
        ("/2020", "before"),
        ("2001-09-11/", "perhaps"),
        ("", "undated"),
    ],
)
def test_an_event_counts_by_its_own_date(date: str, expected: str) -> None:
    one = claim(date=date)
    assert timing(one, References(one), DAY) is Timing(expected)


@pytest.mark.parametrize(
    ("issued", "expected"),
    [("2020-05", "before"), ("2021", "perhaps"), ("2022-05-06", "later"), ("", "undated")],
)
@pytest.mark.parametrize("kind", ["assessment", "forecast", "recommendation", "option"])
def test_a_judgement_counts_by_the_date_of_its_source(kind: str, issued: str, expected) -> None:
    source = Source("s", "book", issued=EdtfDate(issued) if issued else None)
    one = claim(kind, "1947", sources=(Citation("s"),))
    assert timing(one, References(one, sources=(source,)), DAY) is Timing(expected)


def test_a_judgement_that_a_source_hands_on_is_as_old_as_its_origin() -> None:
    sources = (
        Source("s", "book", issued=EdtfDate("2022")),
        Source("o", "report", issued=EdtfDate("2019")),
    )
    one = claim("assessment", sources=(Citation("s", attributed_to="o"),))
    assert timing(one, References(one, sources=sources), DAY) is Timing.BEFORE


@pytest.mark.parametrize(
    ("date", "day"),
    [
        ("1947", datetime.date(1947, 1, 1)),
        ("2021-08/2022-03", datetime.date(2022, 3, 1)),
        ("2016/..", datetime.date(2016, 1, 1)),
        ("/2021-11", None),
        ("", None),
    ],
)
def test_on_the_turning_day_a_claim_is_no_longer_later(date: str, day) -> None:
    one = claim(date=date)
    references = References(one)
    assert turning_day(one, references) == day
    if day:
        assert timing(one, references, day) is not Timing.LATER
        assert timing(one, references, day - datetime.timedelta(1)) is Timing.LATER


ALL = References(
    claim(id="E", date="2020"),
    claim("statement", id="S", date="2022"),
    claim("assessment", id="A", relations=(Relation(RelationType.CONTRADICTS, "E"),)),
    claim("recommendation", id="R", relations=(Relation(RelationType.QUALIFIES, "S"),)),
    claim("fact", id="F", sources=(Citation("s", further_source=True),)),
    claim("gap", id="G", status=Status.DISPUTED),
)


@pytest.mark.parametrize(
    ("only", "lit"),
    [
        ("all", "ESARFG"),
        ("reported", "EFG"),
        ("said", "S"),
        ("judged", "A"),
        ("advised", "R"),
        ("further-source", "F"),
        ("disputed", "EAG"),
    ],
)
def test_what_stands_out(only: str, lit: str) -> None:
    seen = see(ALL, Lens(Only(only)))
    assert seen.lit == frozenset(lit)
    assert seen.greys_rest is (only != "all")


def test_both_together() -> None:
    seen = see(ALL, Lens(Only.ALL, DAY))
    assert (seen.later, seen.undated) == (frozenset("S"), frozenset("ARFG"))
    assert seen.lit == frozenset("EARFG")
    assert not seen.greys_rest
    assert see(ALL, Lens(Only.SAID, DAY)).lit == frozenset()


@pytest.mark.parametrize(
    ("kind", "status", "lit"),
    [
        ("contradicts", "current", "XY"),
        ("undercuts", "current", "Y"),  # X stands against Y, nothing against X
        ("qualifies", "current", ""),
        ("contradicts", "withdrawn", ""),  # what was taken back stands against nothing
        ("undercuts", "superseded", ""),
        ("contradicts", "disputed", "XY"),
    ],
)
def test_disputed_is_what_another_claim_stands_against(kind: str, status: str, lit: str) -> None:
    against = (Relation(RelationType(kind), "Y"),)
    references = References(
        claim(id="X", relations=against, status=Status(status)), claim(id="Y"), claim(id="Z")
    )
    assert see(references, Lens(Only.DISPUTED)).lit == frozenset(lit)
