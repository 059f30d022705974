"""The marks of claims that were found, against a definition of their own.

A span is a whole word or several; what was asked for exactly is marked everywhere and nothing else
is; anything else that is marked is a completion, was told (`also`), or names whom a word names.
"""

import random
import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.search.results import Filters, Order
from briefing_app.search.words.stop_words import STOP_WORDS

WORD = re.compile(r"[^\W\d_]+")


def plain(text):
    """Return lower-case words without accents, one space between them."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    return " ".join(
        re.findall(r"[^\W_]+", "".join(c for c in letters if not unicodedata.combining(c)))
    )


def search(index, query):
    return index.search(query, Filters(), Order.BEST)


def spoken_words(text):
    return [
        w for w in WORD.findall(text) if len(w) > 2 and w.isascii() and w.lower() not in STOP_WORDS
    ]


def check_borders(text, spans):
    at = 0
    for start, end in spans:
        assert at <= start < end <= len(text)
        assert not text[start - 1 : start].isalnum() or start == 0
        assert not text[end : end + 1].isalnum()
        at = end


@given(seed=st.integers(0, 10_000))
def test_an_exact_word_is_marked_everywhere_and_nothing_else(index, shipped, seed):
    choice = random.Random(seed)
    claims = shipped.cross_references.claims
    word = choice.choice(spoken_words(choice.choice(list(claims.values())).text))
    hits = search(index, f"={word}").claims
    assert hits
    for hit in hits:
        text = claims[hit.id].text
        pattern = re.compile(
            rf"(?<![^\W_]){re.escape(word)}(?=['’]s\b|[^\w'’]|_|['’](?!\w)|$)", re.IGNORECASE
        )
        assert hit.matched == tuple(match.span() for match in pattern.finditer(text))


@given(seed=st.integers(0, 10_000))
def test_a_phrase_is_one_mark(index, shipped, seed):
    choice = random.Random(seed)
    claims = shipped.cross_references.claims
    claim = choice.choice(list(claims.values()))
    pairs = re.findall(r"(?<![^\W_])(?=([A-Za-z]{3,} [A-Za-z]{3,})(?![\w'’-]))", claim.text)
    if not pairs:
        return
    pair = choice.choice(pairs)
    (hit,) = [hit for hit in search(index, f'"{pair}" ').claims if hit.id == claim.id]
    marked = [claim.text[start:end].casefold() for start, end in hit.matched]
    assert marked
    assert {re.sub(r"\s+", " ", text) for text in marked} == {pair.casefold()}


def misspelt(word, choice):
    at = choice.randrange(len(word) - 1)
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


@given(seed=st.integers(0, 10_000))
def test_whatever_is_marked_is_a_completion_or_told_or_a_name(index, shipped, seed):
    choice = random.Random(seed)
    claims = shipped.cross_references.claims
    entities = {entity.id: entity for entity in shipped.briefing.entities}
    spoken = spoken_words(choice.choice(list(claims.values())).text)
    words = choice.sample(spoken, min(choice.randint(1, 2), len(spoken)))
    typed = [misspelt(word, choice) if choice.random() < 0.3 else word for word in words]
    results = search(index, " ".join(typed))
    told = {plain(name) for name in results.also}
    begun = tuple(map(plain, typed))
    for hit in results.claims:
        claim = claims[hit.id]
        check_borders(claim.text, hit.matched)
        near = [entities[name] for name in (*claim.actors, *claim.places) if name in entities]
        named = {plain(spelling) for entity in near for spelling in entity.spellings}
        for start, end in hit.matched:
            marked = plain(claim.text[start:end])
            without_izafat = re.sub(r" [ei] ", " ", marked)
            assert (
                marked.startswith(begun)
                or not told.isdisjoint({marked, without_izafat})
                or any(plain(word) in told for word in marked.split())
                or marked in named
                or without_izafat in {re.sub(r" [ei] ", " ", name) for name in named}
            ), (typed, hit.id, marked, results.also)


@pytest.mark.parametrize(
    "query", ["ceasefire", "ttp prisoners", "pakistani taliban", "80000", "daud"]
)
def test_every_claim_that_was_found_shows_why_or_is_about_it(index, shipped, query):
    claims = shipped.cross_references.claims
    hits = search(index, query).claims
    assert hits
    for hit in hits:
        assert hit.matched or claims[hit.id].actors
