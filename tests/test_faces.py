"""Letters that no face of the handout has."""

from __future__ import annotations

import pytest

from briefing_app.faces import letters_without_face, named, what_is_lacking
from briefing_app.loading.load_briefing import load_briefing
from briefing_app.model.printed_texts import texts_of_briefing


@pytest.mark.parametrize(
    ("text", "lacking"),
    [
        ("plain, naïve – “quoted” ↗ ¶ −", ""),
        ("Ελλάδα Россия Việt", ""),
        ("طالبان ٹی پښتو", ""),
        ("הגשר הישן, שָׁלוֹם", ""),
        ("a\tb\nc\u00a0d\u200be", ""),
        ("桥 桥 梁", "桥梁"),
        ("a\ue000b", "\ue000"),
    ],
)
def test_which_letters_have_no_face(text, lacking):
    assert letters_without_face([text]) == tuple(sorted(lacking))


@pytest.mark.parametrize(
    ("letters", "words"),
    [
        ("中", "1 letter has no face in the handout, which shows \ufffd instead: Chinese 中"),
        ("สก", "2 letters have no face in the handout, which shows \ufffd instead: Thai ก ส"),
        ("😀", "1 letter has no face in the handout, which shows \ufffd instead: signs 😀"),
    ],
)
def test_what_is_said_of_them(letters, words):
    assert what_is_lacking(letters_without_face([letters])) == words


def test_of_each_script_some_are_named():
    assert named("აბგდევზთიკ") == "Georgian ა ბ გ დ ე ვ ზ თ and 2 more"
    assert named("\ue000") == "signs U+E000"


def test_all_that_the_shipped_briefing_prints_has_a_face(shipped_briefing_path):
    briefing = load_briefing(shipped_briefing_path).briefing
    assert letters_without_face(texts_of_briefing(briefing)) == ()
