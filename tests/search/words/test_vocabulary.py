"""The words of a briefing: what is made of them does not hang on the order they were met in."""

import os
import random
import subprocess
import sys

import pytest

from briefing_app.search.words.tokens import tokenize
from briefing_app.search.words.vocabulary import Vocabulary

TEXT = (
    "In Kabul the Tehrik and the Taraki and the Tarakai met; attackers attacked, an attack and "
    "attacks were states of a state, the Torkham and the Turkham stated."
)
WORDS = sorted({token.term for token in tokenize(TEXT)})


def vocabulary(words):
    texts = [(TEXT, tokenize(TEXT))]
    return Vocabulary(dict.fromkeys(words, 1), texts, [("taraki",)], language="en")


@pytest.mark.parametrize("asked", ["spellings", "forms", "relatives", "misspelt", "begun_alike"])
def test_equal_words_are_in_the_same_order_however_they_were_counted(asked):
    shuffled = random.Random(4).sample(WORDS, len(WORDS))
    one, other = vocabulary(WORDS), vocabulary(shuffled)
    for word in [*WORDS, "tareki", "torkam", "stated", "attak", "tar"]:
        assert getattr(one, asked)(word) == getattr(other, asked)(word)


def test_an_answer_is_the_same_in_every_process(repository, shipped_briefing_path):
    code = (
        "import sys; from pathlib import Path\n"
        "from briefing_app.open_briefing import build_index, open_briefing\n"
        "from briefing_app.search.results import Filters, Order\n"
        "index = build_index(open_briefing(Path(sys.argv[1]), cache=False).briefing)\n"
        "found = index.search('تره کی', Filters(), Order.BEST, typing=True)\n"
        "print(ascii([tuple(found.claims), found.also, found.paragraphs]))\n"
    )
    arguments = [sys.executable, "-c", code, str(shipped_briefing_path)]
    said = {
        subprocess.run(
            arguments,
            cwd=repository,
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "2")
    }
    assert len(said) == 1
