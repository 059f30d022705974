"""What comes nearest where few claims or none have every word."""

import pytest

from briefing_app.search.answer.asked_for import claims_asked_for, kind_named
from briefing_app.search.results import Filters, Order


def search(index, query, **options):
    return index.search(query, Filters(), Order.BEST, **options)


@pytest.mark.parametrize(
    ("query", "first", "missing", "meant"),
    [
        ("code of hospitality", "H16", ("hospitality",), ()),
        ("20th anniversary", "K7", ("anniversary",), ()),
        ("truce", "R17", (), (("truce", "ceasefire"),)),
        ("pardon for militants", "R22", ("militants",), (("pardon", "amnesty"),)),
        ("prisoners zebra december", "R18", ("zebra",), ()),
    ],
)
def test_the_claim_with_most_of_it_comes_first_and_says_why(index, query, first, missing, meant):
    results = search(index, query)
    assert (results.total, list(results.claims)) == (0, [])
    near = results.nearest[0]
    assert (near.id, near.missing, near.meant) == (first, missing, meant)
    assert not results.nothing_near


def test_a_pasted_sentence_finds_the_claim_that_says_it(index):
    pasted = (
        "The Taliban refused to hand over leaders of al-Qaeda to the Americans, because their "
        "tribal code obliges them to protect guests."
    )
    assert {hit.id for hit in search(index, pasted).nearest[:3]} >= {"H15", "H16"}


@pytest.mark.parametrize(
    "query",
    [
        '"code of hospitality"',
        "=truce",
        "truce -prisoners",
        "type:event truce",
        "truce OR armistice",
        "truc*",
        "date:2021 truce",
    ],
)
def test_operators_stay_strict(index, query):
    assert search(index, query).nearest == ()


@pytest.mark.parametrize("query", ["opium production", "election results 2024", "zzzz qqqq"])
def test_where_the_briefing_says_nothing_it_says_so(index, query):
    results = search(index, query)
    assert results.total == 0
    assert results.nothing_near


def test_what_was_found_is_not_listed_again_nor_anything_counted(index):
    results = search(index, "ceasefire amnesty")
    found = [hit.id for hit in results.claims]
    assert found == ["R22"]
    assert results.total == 1
    assert results.nearest
    assert not {hit.id for hit in results.nearest} & set(found)
    assert sum(facet.count for facet in results.facets.sections) == 1


def test_where_enough_is_found_nothing_near_is_looked_for(index):
    assert search(index, "ceasefire").nearest == ()
    assert search(index, "").nearest == ()


@pytest.mark.parametrize(
    ("query", "read_as", "ids"),
    [
        ("what does the TTP itself claim", "actor:ttp type:statement", {"R16", "R20", "R21"}),
        ("What did the TTP want?", "actor:ttp type:statement", {"R16", "R20", "R21"}),
        ("what should pakistan do", "type:recommendation", {"O12"}),
    ],
)
def test_a_question_for_a_kind_of_claim_has_all_of_that_kind(index, query, read_as, ids):
    results = search(index, query)
    assert results.read_as == read_as
    assert ids <= {hit.id for hit in results.claims}
    assert results.total == len(results.claims)
    assert results.notices[0].message.startswith("Every ")
    assert results.claims[0].id != "R13"  # that is Pakistan's, about the TTP


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("summer 2021", {"I2", "K8"}),
        ("late 2021", {"R17", "R18", "R19"}),
        ("the end of 2021", {"R17", "R18", "R19"}),
        ("early 2022", {"R11"}),
    ],
)
def test_a_part_of_a_year_is_its_months(index, query, found):
    assert found <= {hit.id for hit in search(index, query).claims}


@pytest.mark.parametrize("query", ["how many people died", "financial cost of terror", "what does"])
def test_no_key_press_shows_nothing(index, query):
    for end in range(1, len(query) + 1):
        results = search(index, query[:end], typing=True)
        others = results.paragraphs or results.entities or results.sources
        assert results.claims or results.nearest or others, query[:end]
        assert not results.nothing_near


PASTED = (
    "In exchange for the release of some prisoners, the TTP announced in November 2021 that it "
    "would hold a ceasefire: “a first step” (so its spokesman) - for a month."
)


@pytest.mark.parametrize(
    ("query", "first"),
    [
        (PASTED, ["R17"]),
        (f"actor:ttp {PASTED}", []),  # a field is an operator however long the query is
        ('"' + PASTED.partition(":")[0] + '"', []),  # and so is a quotation of the whole
    ],
)
def test_signs_are_no_operators_in_text_that_was_pasted(index, query, first):
    results = index.search(query, Filters(), Order.BEST)
    assert [hit.id for hit in results.nearest[:1]] == first
    assert results.total == 0


@pytest.mark.parametrize(
    ("query", "read_as", "first"),
    [
        ("recommendations", "type:recommendation", "O12"),
        ("all statistics?", "type:statistic", "R2"),
    ],
)
def test_a_type_is_listed_by_its_name_where_no_claim_says_it(index, query, read_as, first):
    results = index.search(query, Filters(), Order.BEST)
    assert (results.read_as, results.claims[0].id) == (read_as, first)
    assert results.total == len(results.claims)


@pytest.mark.parametrize("begun", ["what does", "what should", "all the", "summer"])
@pytest.mark.parametrize("more", [" " * 20_000, " a" * 10_000, "\u00a0" * 20_000, " the" * 5_000])
def test_no_text_that_is_pasted_keeps_a_question_looking_for_ever(begun, more):
    query = f"{begun}{more}"
    assert claims_asked_for(query, lambda _name: ("somebody",)) is None
    assert kind_named(query) is None
    assert claims_asked_for("what  does\u00a0 X \t say ?", lambda _name: ("x",)) is not None


def test_a_text_of_many_words_is_read_as_far_as_it_counts(index):
    words = " ".join(f"word{n} ceasefire" for n in range(300))
    assert search(index, words).nearest[0].id == "R17"


def test_a_word_that_the_briefing_has_does_not_go_on_in_what_is_near(index):
    """`UN` is said by R7; "under", "unilaterally" and "Union" only begin so."""
    assert [hit.id for hit in search(index, "admission to the UN").nearest] == ["R7"]
