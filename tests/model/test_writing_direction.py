"""Which languages run from right to left, by their tags."""

from __future__ import annotations

import pytest

from briefing_app.model.writing_direction import runs_right_to_left


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
