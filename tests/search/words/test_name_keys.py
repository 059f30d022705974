"""Spellings of one name share a key; different names do not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.search.words.name_keys import name_keys
from briefing_app.search.words.tokens import fold


@pytest.mark.parametrize(
    "spellings",
    [
        "dawood dawud",
        "daud daoud",
        "qandahar kandahar",
        "haqqani haqani",
        "tehreek tehrik",
        "wardak vardak",
        "djihad jihad dschihad",
        "taschkent tashkent",
    ],
)
def test_spellings_that_sound_alike(spellings):
    assert len({name_keys(spelling).sound for spelling in spellings.split()}) == 1


@pytest.mark.parametrize(
    "spellings",
    [
        "daoud daud dawood dawud داود",
        "massoud masood masud مسعود",
        "najibullah najeebullah نجیبالله",
        "hekmatyar hikmatyar حکمتیار",
        "peshawar peshawer پشاور",
        "herat hirat هرات",
        "abdullah عبدالله",
        "mojaddedi mujaddidi",
        "burhanuddin borhanuddin",
    ],
)
def test_spellings_with_the_same_consonants(spellings):
    assert len({name_keys(fold(spelling)).consonants for spelling in spellings.split()}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("kabul", "kunar"), ("swat", "swabi"), ("ghani", "khan"), ("chaman", "shaman")],
)
def test_different_names_stay_apart(one, other):
    assert set(name_keys(one)).isdisjoint(name_keys(other))


def test_an_honorific_may_be_missing():
    assert name_keys("sirajuddin").stem == name_keys("siraj").sound


@pytest.mark.parametrize("word", ["", "al", "80000", "r17", "中国", "ישראל"])
def test_what_can_be_no_name_has_no_key(word):
    assert not any(name_keys(word))


@given(st.text(min_size=1))
def test_any_word_may_be_asked(word):
    assert all(isinstance(key, str) for key in name_keys(fold(word)))
