"""What README.md and the manual say can be typed into the search field finds claims."""

import re

import pytest

from briefing_app.loading.load_briefing import load_briefing
from briefing_app.model.cross_references import CrossReferences
from briefing_app.open_briefing import build_index
from briefing_app.search.query.completion import QueryCompletion
from briefing_app.search.query.example_queries import example_queries
from briefing_app.search.query.parser import FIELDS
from briefing_app.search.results import Filters, Order
from tests.architecture.documents import README, SECTIONS

PAGE = SECTIONS["searching"]
NO_QUERY = r"\w+:|OR|NOT|\|"  # a field's or an operator's name
QUERIES = [p.text for p in PAGE.of_kind("code") if not re.fullmatch(NO_QUERY, p.text)]
(BLOCK,) = (p.text for p in README.of_kind("block") if p.heading == "Search")
README_QUERIES = [re.split(r" {2,}", line)[0] for line in BLOCK.splitlines()]
KINDS = {  # what the page of examples in the window shows: how one of the manual looks
    "word": r"\w+",
    "all": r"80 thousand",
    "phrase": r'".+ .+"',
    "exact": r"=\w+",
    "beginning": r"\w+\*",
    "without": r"-\w+",
    "either": r"\w+ OR \w+",
    "brackets": r"\(.+\) .+",
    **{field: rf"{field}:.+" for field in FIELDS if field not in ("date", "status")},
    "date": r".* date:[\d-]+",
    "date range": r"date:.+\.\..+",
    "date before": r"date:<=.+",
    "date after": r"date:.+\.\.",
}


@pytest.fixture(scope="module")
def briefing(shipped_briefing_path):
    return load_briefing(shipped_briefing_path).briefing


@pytest.fixture(scope="module")
def index(briefing):
    return build_index(briefing)


@pytest.mark.parametrize("query", [*QUERIES, *(q for q in README_QUERIES if q != "?")])
def test_the_query_finds_claims_without_a_notice(index, query):
    results = index.search(query, Filters(), Order.BEST)
    assert results.notices == ()
    assert results.total


def test_queries_are_found():
    assert len(QUERIES) > 30
    assert len(README_QUERIES) == 9
    assert "?" in README_QUERIES


@pytest.mark.parametrize(
    ("typed", "becomes"), [("act", "actor:"), ("actor:pakistani tal", "actor:ttp")]
)
def test_what_is_typed_becomes_what_readme_says(briefing, index, typed, becomes):
    code = [p.text for p in README.of_kind("code") if p.heading == "Search"]
    assert {typed, becomes} <= set(code)
    first = QueryCompletion(briefing, index.value_counts()).suggest(typed, len(typed))[0]
    assert (typed[: first.start] + first.text + typed[first.end :]).strip() == becomes


# the other way round


def test_the_manual_has_every_field():
    rows = PAGE.table("Fields")
    assert sorted(rows) == sorted(f"{field}:" for field in FIELDS)
    assert [name for name, row in rows.items() if not row[2][0].startswith(name)] == []


def test_the_manual_has_every_kind_of_query(briefing):
    examples = example_queries(CrossReferences(briefing).in_text_order())
    assert set(KINDS) == set(examples)
    missing = [
        kind for kind, looks in KINDS.items() if not any(re.fullmatch(looks, q) for q in QUERIES)
    ]
    assert missing == []
