"""Sources as CSL-JSON."""

from __future__ import annotations

import pytest

from briefing_app.export.csl_items import csl_date, csl_item
from briefing_app.model.dates import EdtfDate
from briefing_app.model.source import Name, Reliability, Source


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("2022", {"date-parts": [[2022]]}),
        ("2022-05", {"date-parts": [[2022, 5]]}),
        ("2022-05-06", {"date-parts": [[2022, 5, 6]]}),
        ("2001/2003-04", {"date-parts": [[2001], [2003, 4]]}),
        ("1950~", {"date-parts": [[1950]], "circa": 1}),
        ("1950?", {"date-parts": [[1950]], "circa": 1}),
        ("195X", {"literal": "1950s"}),
        ("19XX", {"literal": "20th century"}),
        ("2016/..", {"literal": "since 2016"}),
        ("/2016", {"literal": "before 2016"}),
    ],
)
def test_date(edtf, expected):
    assert csl_date(EdtfDate(edtf)) == expected


def test_item_has_csl_variables_and_none_of_ours():
    source = Source(
        "khan-2022",
        "book",
        title="T",
        title_short="t",
        container_title="C",
        publisher_place="P",
        author=(Name("Khan", "Sara"), Name(literal="UN")),
        url="https://example.org",
        doi="10.1/2",
        note="ours",
        reliability=Reliability.B,
        cited_by="other",
    )
    assert csl_item(source) == {
        "id": "khan-2022",
        "type": "book",
        "title": "T",
        "title-short": "t",
        "container-title": "C",
        "publisher-place": "P",
        "author": [{"family": "Khan", "given": "Sara"}, {"literal": "UN"}],
        "URL": "https://example.org",
        "DOI": "10.1/2",
    }
