"""What is shown differs from the text only where it may, and offsets find their way back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.gui.kit.display_text import (
    LONGEST_RUN,
    displayed,
    is_arabic,
    kept_together,
    left_to_right,
    verbatim,
)
from briefing_app.gui.prose.prose_places import TextRun

BREAK = "\u200b"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("US-led forces", "US\u2011led forces"),
        ("al-Qaeda", "al\u2011Qaeda"),
        ("Tehrik-e-Taliban", "Tehrik\u2011e\u2011Taliban"),
        ("counter-terrorism", "counter-terrorism"),
        ("2001-2021", "2001-2021"),
        ("one - two", "one - two"),
        ("first\nsecond", "first\u2028second"),
        ("", ""),
    ],
)
def test_short_pieces_stay_with_their_hyphen(text, shown):
    assert displayed(text) == (shown, ())


@pytest.mark.parametrize(
    ("text", "breaks"),
    [
        ("x" * LONGEST_RUN, ()),
        ("x" * (LONGEST_RUN + 1), (LONGEST_RUN,)),
        ("see " + "x" * 450, (204, 404)),
        ("a " * 300, ()),
        ("a" * LONGEST_RUN + "e\u0301", (LONGEST_RUN,)),
        ("a" * LONGEST_RUN + "\u0301b", (LONGEST_RUN + 1,)),  # the accent stays on its letter
    ],
)
def test_runs_that_cannot_be_wrapped_are_broken(text, breaks):
    shown, found = verbatim(text)
    assert found == breaks
    assert shown.replace(BREAK, "") == text


def test_a_heap_of_accents_is_broken_too():
    shown, breaks = verbatim("a" + "\u0301" * 2000)
    assert len(breaks) >= 9
    assert max(len(piece) for piece in shown.split(BREAK)) < 2 * LONGEST_RUN


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("پاکستان نے کہا", True),
        ("The TTP (تحریک طالبان)", False),
        ("تحریک طالبان (TTP)", True),
        ("plain", False),
        ("۱۲", True),
        ("", False),
    ],
)
def test_the_script_decides_the_direction(text, expected):
    assert is_arabic(text) is expected


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@given(
    st.text(st.sampled_from("ab \n-é\U0001f600"), max_size=40).map(lambda s: s + "x" * 250 + s),
    st.data(),
)
def test_offsets_lead_to_the_same_letter_and_back(text, data):
    shown, breaks = displayed(text)
    run = TextRun(7, 7 + units(shown), text, breaks)
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    (first, last), *_ = run.spans([(start, end)])
    encoded = shown.encode("utf-16-le")
    piece = encoded[2 * (first - 7) : 2 * (last - 7)].decode("utf-16-le")
    plain = piece.replace(BREAK, "").replace("\u2011", "-").replace("\u2028", "\n")
    assert plain == text[start:end]
    assert run.offset(first) == start
    assert run.offset(last) == end


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("handout-1.0.0.pdf", "handout-1.0.0.pdf"),
        ("طالبان-کے-1.0.0.pdf", "\u2066\u2067طالبان-کے\u2069-1.0.0.pdf\u2069"),
        ("/media/سرحد/b 2.pdf", "\u2066/media/\u2067سرحد\u2069/b 2.pdf\u2069"),
        ("", ""),
    ],
)
def test_a_name_runs_from_left_to_right_but_for_its_words_that_do_not(text, shown) -> None:
    assert left_to_right(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("South Asia @ LSE", "South Asia\u00a0@\u00a0LSE"),
        ("see § 4, § 5", "see §\u00a04, §\u00a05"),
        ("a & b", "a &\u00a0b"),
        ("US-led", "US\u2011led"),
        ("a@b c", "a@b c"),
    ],
)
def test_a_sign_stays_with_what_follows_it(text, shown) -> None:
    assert kept_together(text) == shown
