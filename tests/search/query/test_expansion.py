"""What is added to a query, what is told of it, and how sure it is."""

import re
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.model.figures import in_words
from briefing_app.search.results import Filters, Order
from tests.search.query_table import QUERIES


def search(index, query):
    return index.search(query, Filters(), Order.BEST)


@pytest.mark.parametrize(
    ("query", "told", "back"),
    [
        ("dawood khan", "Daoud", "=dawood =khan"),
        ("peshwar mosque", "Peshawar", "=peshwar =mosque"),
        ("counterterorism", "counterterrorism", "=counterterorism"),
        ("zulfiqar cell", "Zulfikar", "=zulfiqar =cell"),
        ("ISIS-K", "ISKP", "=ISIS-K"),
        ("exfata merger", "ex-FATA", "=exfata =merger"),
        ("actor:ttp dawood OR (ceasfire the)", "ceasefire", "actor:ttp =dawood OR (=ceasfire the)"),
    ],
)
def test_what_was_added_is_told_with_the_way_back(index, query, told, back):
    results = search(index, query)
    assert told in results.also
    assert results.only_typed == back
    assert search(index, back).also == ()


@pytest.mark.parametrize(
    "query", ["", "mosque", "spillover", "=attacks", "=dawood", '"dawood"', "-dawood"]
)
def test_nothing_is_told_where_nothing_was_added(index, query):
    results = search(index, query)
    assert (results.also, results.only_typed) == ((), "")


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("attacks", {"attacked", "attack"}),
        ("recognise", {"recognises", "recognising", "recognised"}),
        ("recognised prisoners", set()),  # no claim says both
        ("withdrawal biden", set()),  # no claim with Biden has another form
        ("attacks date:1979", set()),
    ],
)
def test_forms_of_common_words_are_told_if_a_claim_that_was_found_says_them(index, query, told):
    assert set(search(index, query).also) == told


def test_names_are_told_before_forms_of_common_words(index):
    assert search(index, "dawood backed").also == ("Daoud", "Daoud Khan", "backing")


@pytest.mark.parametrize("query", [q for q in QUERIES if q])
def test_only_what_is_said_there_is_told(index, shipped, query):
    results = search(index, query)
    claims = shipped.cross_references.claims
    said = [hit.text for hit in results.paragraphs]
    for hit in results.claims:
        claim = claims[hit.id]
        figures = [f"{figure.name} {in_words(figure)}" for figure in claim.figures]
        said += [claim.text, claim.label, claim.note, claim.basis, *claim.tags, *figures]
    everything = " ".join(re.findall(r"\w+", " ".join(said).casefold()))
    for word in results.also:
        plain = re.sub(r"-[ei]-", " ", word.casefold())
        least = " ".join(re.findall(r"\w+", plain))
        izafat = re.sub(r" [ei] ", " ", everything)
        assert least in everything or least in izafat, (query, word)


def test_forms_of_a_word_are_found_and_the_word_itself_first(index):
    hits = search(index, "recognition unilateral").claims
    assert {"O9", "O10"} <= {hit.id for hit in hits}
    assert hits[0].id in ("O9", "O10")


def test_a_name_has_no_forms_so_another_ending_is_a_guess(index):
    assert all(hit.guessed for hit in search(index, "swating").claims)
    assert search(index, "bajauring").claims == ()


@pytest.mark.parametrize("query", ["ceasfire", "amnesti terorism OR ceasfire", "peshxwar ceasfire"])
def test_guesses_are_labelled(index, query):
    claims = search(index, query).claims
    assert all(hit.guessed for hit in claims)


@pytest.mark.parametrize("query", ["ceasefire", "daud", "suspended", "counter terrorism", "ceas"])
def test_what_needs_no_guess_is_not(index, query):
    claims = search(index, query).claims
    assert claims
    assert not any(hit.guessed for hit in claims)


def test_either_side_of_or_is_judged_by_itself(index):
    guessed = {hit.id: hit.guessed for hit in search(index, "amnesty OR mosqe").claims}
    assert (guessed["R22"], guessed["R11"]) == (False, True)


def test_the_word_as_it_is_typed_comes_before_its_other_forms(index):
    scores = {hit.id: hit.score for hit in search(index, "=suspended ceasefire OR suspends").claims}
    assert scores["R19"] == max(scores.values())


@pytest.mark.parametrize("query", ["qqqqqq", "zzyzx khan", "x" * 60, "80001"])
def test_what_is_like_nothing_finds_nothing(index, query):
    assert search(index, query).claims == ()


@given(st.text(alphabet="abdehikmnorstuwyz' -=\"*", max_size=24))
def test_the_way_back_adds_nothing(index, query):
    results = search(index, query)
    assert bool(results.only_typed) <= bool(results.also)
    if results.only_typed:
        exact = search(index, results.only_typed)
        assert not any(hit.guessed for hit in exact.claims)


@pytest.mark.slow
def test_what_only_misspelt_words_need_is_not_loaded_before(repository, shipped_briefing_path):
    code = (
        "import sys; from pathlib import Path\n"
        "from briefing_app.open_briefing import build_index, open_briefing\n"
        "from briefing_app.search.results import Filters, Order\n"
        "index = build_index(open_briefing(Path(sys.argv[1]), cache=False).briefing)\n"
        "index.search('ceasefire amnesty', Filters(), Order.BEST)\n"
        "assert 'rapidfuzz' not in sys.modules\n"
        "assert index.search('ceasfire', Filters(), Order.BEST).total\n"
        "assert 'rapidfuzz' in sys.modules\n"
    )
    arguments = [sys.executable, "-c", code, str(shipped_briefing_path)]
    said = subprocess.run(arguments, cwd=repository, capture_output=True, text=True, check=False)
    assert said.stderr == ""
