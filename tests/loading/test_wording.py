"""Which words in a judgement are warned of, and which are left alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing_app.loading.load_briefing import load_briefing

if TYPE_CHECKING:
    from pathlib import Path

_MANIFEST = (
    "format: 1\nid: w\ntitle: W\nlanguage: en\nversion: 1\nissued: 2024\nas_of: 2024\n"
    "summary: Words.\nsections: [{id: s, title: S, file: s.md}]\nclaims: claims.yaml\n"
)


def messages(folder: Path, text: str, more: str) -> list[str]:
    (folder / "briefing.yaml").write_text(_MANIFEST, "utf-8")
    (folder / "s.md").write_text("[Words]{claim=A}.", "utf-8")
    claim = f"- id: A\n  section: s\n  text: >-\n    {text}\n{more}"
    (folder / "claims.yaml").write_text(claim, "utf-8")
    return [problem.message for problem in load_briefing(folder).problems]


ASSESSMENT = "  type: assessment\n  confidence: not-stated\n"
FORECAST = "  type: forecast\n  likelihood: likely\n  horizon: 2024/2025\n"


@pytest.mark.parametrize(
    "text",
    [
        "The author’s guess is that the lack of a decision could be behind it.",
        "It fell, the author holds, because talks could not go on.",
        "The article suggests that the deal may fail.",
        "According to the ministry the deal may fail.",
        "The ministry calls it a deal that “may fail”.",
        'The ministry calls it a deal that "might" fail.',
        "On 6 May 2022 the deal failed.",
        "In May the deal failed.",
        "The remote areas of the province are its weak point.",
        "The mayor’s confidence in the deal is gone.",
        "The deal can fail.",
    ],
)
def test_left_alone(tmp_path: Path, text: str):
    assert messages(tmp_path, text, ASSESSMENT) == []


@pytest.mark.parametrize(
    ("text", "more", "word"),
    [
        ("The deal may fail.", ASSESSMENT, "'may'"),
        ("Perhaps the deal fails.", ASSESSMENT, "'Perhaps'"),
        ("The deal could possibly fail.", FORECAST, "'could'"),
        ("Failure cannot be ruled out.", ASSESSMENT, "'cannot be ruled out'"),
        ("The deal may fail, “perhaps”.", ASSESSMENT, "'may'"),
        ("The deal is very unlikely to hold.", FORECAST, "'very unlikely'"),
        ("The deal is almost certain to hold.", FORECAST, "'almost certain'"),
        ("The deal will probably hold.", FORECAST, "'probably'"),
        ("With high confidence, it is likely to hold.", FORECAST, "'high confidence'"),
        ("Roughly even odds and very likely both.", ASSESSMENT, "'Roughly even odds'"),
    ],
)
def test_warned_of(tmp_path: Path, text: str, more: str, word: str):
    (message,) = messages(tmp_path, text, more)
    assert word in message


@pytest.mark.parametrize("kind", ["gap", "assumption", "option", "recommendation"])
def test_other_types_may_hedge(tmp_path: Path, kind: str):
    assert messages(tmp_path, "The deal may fail.", f"  type: {kind}\n") == []
