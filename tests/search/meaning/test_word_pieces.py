"""Word pieces: numbers as the tokenizer that the model was trained with gives them."""

import pytest

from briefing_app import paths
from briefing_app.search.meaning.word_pieces import MOST_PIECES, WordPieces

BEGIN, END, UNKNOWN = 101, 102, 100


@pytest.fixture(scope="module")
def pieces():
    return WordPieces(paths.resource("meaning", "vocabulary.txt"))


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("", []),
        (
            "Taliban’s TTP isn't naïve",
            [16597, 1521, 1055, 23746, 2361, 3475, 1005, 1056, 15743],
        ),
        (
            "$100bn, 80,000 (2021–22)",
            [1002, 2531, 24700, 1010, 3770, 1010, 2199, 1006, 25682, 1516, 2570, 1007],
        ),
        ("طالبان", [1286, 25573, 23673, 29816, 18511]),
        ("中国", [1746, 1799]),
        ("x\u200by", [1060, 2100]),  # what has no width joins
        ("x\ny\u00a0z", [1060, 1061, 1062]),
        ("a" * 101, [UNKNOWN]),
        ("\U0001f600", [UNKNOWN]),
    ],
)
def test_the_numbers_of_a_text(pieces, text, numbers):
    assert pieces.of(text) == [BEGIN, *numbers, END]


@pytest.mark.parametrize("text", ["long " * 300, "un" * 40 + " " + "word, " * 200, "\n" * 9_000])
def test_a_text_is_read_as_far_as_the_model_does(pieces, text):
    found = pieces.of(text)
    assert (found[0], found[-1]) == (BEGIN, END)
    assert len(found) <= MOST_PIECES
