"""The timeline as data: how dates are drawn, which scale they lie on, what is counted instead."""

from __future__ import annotations

import pytest

from briefing_app.handout.timeline_data import MOST_ROWS, drawn_as, timeline
from briefing_app.model.claim import Citation, Claim, ClaimType
from briefing_app.model.cross_references import CrossReferences
from briefing_app.model.dates import EdtfDate
from briefing_app.model.source import Source
from tests.handout.conftest import small_briefing


def dated(*dates, **fields):
    return tuple(
        Claim(
            f"C{n}",
            "vote",
            fields.get("kind", ClaimType.EVENT),
            f"Statement {n}.",
            label=fields.get("label", ""),
            date=EdtfDate(date) if date else None,
            sources=(Citation("s", attributed_to=fields.get("by", "")),),
        )
        for n, date in enumerate(dates, 1)
    )


def made(*dates, **fields):
    claims = dated(*dates, **fields)
    briefing = small_briefing(
        claims=claims, sources=(Source("s", "report", title="A report"), Source("ttp", "speech"))
    )
    return timeline(claims, CrossReferences(briefing))


@pytest.mark.parametrize(
    ("date", "shape"),
    [
        ("2021-08-15", "day"),
        ("2021-08", "within"),
        ("2021", "within"),
        ("195X", "within"),
        ("2021~", "about"),
        ("2021-08-15?", "about"),
        ("2001/2021", "throughout"),
        ("2021-08/..", "since"),
        ("../2021", "until"),
        ("2001-09-11/", "after"),
        ("/2021-11", "before"),
    ],
)
def test_each_kind_of_date_has_a_shape_of_its_own(date, shape):
    assert drawn_as(EdtfDate(date)) == shape


def test_rows_are_in_time_order_with_the_words_of_their_date():
    record = made("2021-11", "1979", "2001/2021")
    rows = [row for scale in record["scales"] for row in scale["rows"]]
    assert [(row["id"], row["when"]) for row in rows] == [
        ("C2", "1979"),
        ("C3", "2001–2021"),
        ("C1", "Nov\u00a02021"),
    ]


def test_places_lie_on_the_scale_in_order():
    dates = ("1947", "195X", "2001-09-11/", "../2020", "2021-08/..", "2022-05-06", "9999")
    for scale in made(*dates)["scales"]:
        for row in scale["rows"]:
            assert 0 <= row["from"] <= row["to"] <= 1
        places = [tick["at"] for tick in scale["ticks"]]
        assert places == sorted(places)
        assert 2 <= len(places) <= 12


def test_what_is_still_so_reaches_to_the_cut_off():
    (scale,) = made("2021-08/..", "2021-09", "2021-10")["scales"]
    assert scale["rows"][0]["to"] == pytest.approx(scale["cut_off"])


def test_a_dense_end_has_a_scale_of_its_own():
    record = made("1947", "1955", "1979", "1992", *(f"2021-{m:02}" for m in range(1, 11)))
    upper, lower = record["scales"]
    assert [row["id"] for row in upper["rows"]] == ["C1", "C2", "C3", "C4"]
    assert len(lower["rows"]) == 10
    assert upper["lens_from"] == 2021
    assert 0.9 < upper["lens"][0] < upper["lens"][1] <= 1
    assert "Jul" in {tick["words"] for tick in lower["ticks"]}


def test_dates_that_lie_evenly_have_one_scale():
    assert len(made(*(str(year) for year in range(1950, 2020, 5)))["scales"]) == 1


def test_events_without_a_date_are_named_instead():
    assert made("2020", "", "2021")["undated"] == ["C2"]


@pytest.mark.parametrize("dates", [(), ("2020",), ("", "")])
def test_too_few_dates_for_a_timeline(dates):
    assert made(*dates) is None


def test_the_label_says_whose_claim_it_is():
    record = made("2020", "2021", kind=ClaimType.STATEMENT, label="The vote was fair", by="ttp")
    assert record["scales"][0]["rows"][0]["label"] == "The vote was fair (via ttp)"  # a source
    record = made("2020", "2021", kind=ClaimType.STATEMENT, label="The vote was fair", by="mayor")
    assert record["scales"][0]["rows"][0]["label"] == "The vote was fair (says mayor)"


def test_too_many_for_a_row_each_are_counted():
    dates = [f"{1900 + n}" for n in range(MOST_ROWS + 1)]
    record = made(*dates, "1900", "1901")
    assert record["scales"] == []
    assert sum(period["count"] for period in record["periods"]) == MOST_ROWS + 3
    assert len(record["periods"]) <= 41
    assert max(period["share"] for period in record["periods"]) == 1


def test_ends_of_the_calendar():
    record = made("0001", "0099", "9999-12-31", "9999/..")
    for scale in record["scales"]:
        assert all(0 <= row["from"] <= 1 for row in scale["rows"])
