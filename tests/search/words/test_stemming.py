"""Forms of one word, in the briefing's language."""

import pytest

from briefing_app.search.words.stemming import stemmer


@pytest.mark.parametrize(
    "forms",
    [
        "attack attacks attacked attacking",
        "recognise recognises recognising",
        "ministry ministries",
        "flee fled fleeing",
        "grow grew grown",
        "fall fell fallen falls",
        "hold held",
        "withdraw withdrew withdrawn withdrawing",
        "strike struck strikes",
        "lose lost losing",
    ],
)
def test_english_forms_meet(forms):
    assert len({stemmer("en-GB")(form) for form in forms.split()}) == 1


def test_other_languages_have_their_own_endings():
    assert stemmer("de")("häuser") == stemmer("de")("häusern")
    assert stemmer("de")("fled") != stemmer("de")("flee")


def test_a_language_without_a_stemmer_keeps_its_words():
    assert stemmer("ps")("attacks") == "attacks"
