"""Claims that say in other words what is asked for: with the extra `meaning`, and without it."""

import os

import pytest

from briefing_app import paths
from briefing_app.open_briefing import build_index
from briefing_app.search.meaning import claim_meaning
from briefing_app.search.meaning.sentence_model import SentenceModel, is_installed
from briefing_app.search.results import Filters, Order

with_the_extra = pytest.mark.skipif(
    not is_installed(), reason="the extra is not installed: pip install 'briefing-viewer[meaning]'"
)


@pytest.fixture
def cache(tmp_path, monkeypatch):
    monkeypatch.setattr(paths, "cache_folder", lambda: tmp_path)
    return tmp_path / "meaning"


@pytest.fixture(scope="module")
def model():
    return SentenceModel()


@pytest.fixture
def index(shipped, cache):
    built = build_index(shipped.briefing)
    assert built.learn_meaning()
    return built


def search(index, query, filters=Filters()):  # noqa: B008  frozen
    return index.search(query, filters, Order.BEST)


def test_without_the_extra_there_is_nothing_to_learn(shipped, monkeypatch):
    monkeypatch.setattr(claim_meaning, "is_installed", lambda: False)
    assert not build_index(shipped.briefing).learn_meaning()


def test_a_model_that_cannot_be_loaded_is_as_none(monkeypatch):
    def broken():
        raise OSError("no such library")

    monkeypatch.setattr(claim_meaning, "is_installed", lambda: True)
    monkeypatch.setattr(claim_meaning, "SentenceModel", broken)
    assert claim_meaning.claim_meaning(["A claim."]) is None


@with_the_extra
@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("deaths", "R2"),
        ("how many people died", "R2"),
        ("Soviet invasion", "H8"),
        ("economic losses from militancy", "R3"),
    ],
)
def test_what_is_said_in_other_words_comes_first(index, query, first):
    results = search(index, query)
    assert (results.total, results.nothing_near) == (0, False)
    assert results.nearest[0].id == first
    assert len(results.nearest) <= 5


@with_the_extra
def test_what_was_found_stays_above_and_is_counted_alone(index, shipped):
    plain = build_index(shipped.briefing)
    for query in ("ceasefire", "haqqani", "date:2021", '"peace deal"', "actor:ttp zebra"):
        with_meaning, without = search(index, query), search(plain, query)
        assert with_meaning.claims == without.claims
        assert with_meaning.facets == without.facets
        near = {hit.id for hit in with_meaning.nearest}
        assert near.isdisjoint(hit.id for hit in with_meaning.claims)


@with_the_extra
def test_filters_hold_for_what_is_near_by_meaning(index, shipped):
    claims = shipped.cross_references.claims
    filters = Filters(sections=frozenset({claims["R11"].section}))
    found = [hit.id for hit in search(index, "deaths", filters).nearest]
    assert found
    assert {claims[claim_id].section for claim_id in found} == {claims["R11"].section}


@with_the_extra
@pytest.mark.parametrize(
    "query", ["olympic games", "who won the cricket match", "zqxv", "election results 2024"]
)
def test_what_the_briefing_is_silent_on_is_not_answered(index, query):
    results = search(index, query)
    assert results.total == 0
    assert results.nothing_near or not results.nearest


@with_the_extra
def test_a_text_means_what_its_likes_mean(model):
    ceasefire, truce, cricket = model.vectors(
        ["The ceasefire was ended.", "They called off the truce.", "He plays cricket."]
    )
    assert float(ceasefire @ truce) > 0.5 > float(ceasefire @ cricket)


@with_the_extra
@pytest.mark.parametrize("damage", ["none", "flipped", "cut", "empty", "folder", "closed"])
def test_kept_vectors_are_read_or_made_again(model, cache, damage):
    texts = [f"Claim {number} speaks of {number * 7} things." for number in range(30)]
    made = claim_meaning.ClaimMeaning(model, texts).alike("things")
    (file,) = cache.iterdir()
    data = file.read_bytes()
    match damage:
        case "flipped":
            file.write_bytes(data[:500] + bytes([data[500] ^ 1]) + data[501:])
        case "cut":
            file.write_bytes(data[:-1])
        case "empty":
            file.write_bytes(b"")
        case "folder":
            file.unlink()
            file.mkdir()
        case "closed":
            os.mkfifo(cache / "pipe")
            (cache / "pipe").replace(file)
    again = claim_meaning.ClaimMeaning(model, texts).alike("things")
    assert again == pytest.approx(made, abs=0.002)


@with_the_extra
def test_only_the_newest_vectors_are_kept(model, cache):
    for number in range(11):
        claim_meaning.ClaimMeaning(model, [f"Claim {n} of {number}" for n in range(20)])
    assert len(list(cache.glob("*.vectors"))) == 8
