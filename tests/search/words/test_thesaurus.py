"""Words of the same meaning, looked up in the file of WordNet."""

import pytest

from briefing_app.search.words.thesaurus import ENGLISH


@pytest.mark.parametrize(
    ("word", "same"),
    [
        ("truce", "cease fire"),
        ("truces", "armistice"),
        ("pardon", "amnesty"),
        ("pardoned", "amnesty"),
        ("cease fire", "truce"),
        ("retreating", "withdraw"),
    ],
)
def test_a_word_or_the_base_of_it(word, same):
    assert tuple(same.split()) in ENGLISH.synonyms(word)


@pytest.mark.parametrize("word", ["", "zzzz", "کابل", "a" * 5_000, "\t", "\n", "|"])
def test_what_is_no_english_word_has_none(word):
    assert ENGLISH.synonyms(word) == ()


def test_every_word_of_the_file_is_found(repository):
    lines = (
        (repository / "resources" / "thesaurus" / "synonyms.txt").read_text("utf-8").splitlines()
    )
    for line in (lines[0], lines[-1], *lines[:: len(lines) // 200]):
        word, _, others = line.partition("\t")
        assert {tuple(other.split()) for other in others.split("|")} <= {
            *ENGLISH.synonyms(word),
            (word,),
        }
