"""What the problem bar says."""

from __future__ import annotations

import pytest

from briefing_app.gui.words.problem_words import has_errors, problem_sentence
from briefing_app.model.problem import Problem, Severity

ERROR = Problem("claims.yaml", 1, 1, Severity.ERROR, "", "wrong")
WARNING = Problem("claims.yaml", 2, 1, Severity.WARNING, "", "odd")


@pytest.mark.parametrize(
    ("problems", "sentence"),
    [
        ([], "This briefing has no problems."),
        ([WARNING], "This briefing has 1 warning."),
        ([ERROR], "This briefing has 1 error. What could not be read is left out."),
        (
            [ERROR, ERROR, WARNING, WARNING],
            "This briefing has 2 errors and 2 warnings. What could not be read is left out.",
        ),
    ],
)
def test_problems_are_counted_in_a_sentence(problems, sentence) -> None:
    assert problem_sentence(problems) == sentence
    assert has_errors(problems) == (ERROR in problems)
