"""Which languages run from right to left, by their tags."""

from __future__ import annotations

import pytest

from briefing_app.model.writing_direction import begins_right_to_left, isolated, runs_right_to_left


@pytest.mark.parametrize(
    ("language", "right_to_left"),
    [
        ("ur", True),
        ("ur-PK", True),
        ("UR_pk", True),
        ("ps-AF", True),
        ("prs", True),  # Dari
        ("fa-AF", True),
        ("ar", True),
        ("he-IL", True),
        ("iw", True),  # as Hebrew was called before
        ("sd", True),
        ("pa", False),
        ("pa-Arab-PK", True),
        ("ur-Latn", False),
        ("az-Arab", True),
        ("en-GB", False),
        ("en-Arab", True),
        ("ru", False),
        ("zh-Hant", False),
        ("x-arab", True),
        ("", False),
    ],
)
def test_a_language_runs_as_its_script_does(language, right_to_left) -> None:
    assert runs_right_to_left(language) == right_to_left


@pytest.mark.parametrize(
    ("text", "expected"),
    [("plain", False), ("", False), ("12 طالبان", True), ("NATO طالبان", False), ("אב", True)],
)
def test_a_text_runs_as_its_first_letter_does(text, expected):
    assert begins_right_to_left(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"), [("TTP", "TTP"), ("", ""), ("مرز و TTP", "\u2068مرز و TTP\u2069")]
)
def test_a_name_that_turns_is_set_apart(text, expected):
    assert isolated(text) == expected
