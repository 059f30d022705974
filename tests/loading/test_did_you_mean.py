"""What was meant by a name that the format, or the briefing, does not know."""

from __future__ import annotations

import pytest

from briefing_app.loading.did_you_mean import SYNONYMS, nearest_name
from briefing_app.model.claim import (
    ClaimType,
    Confidence,
    Likelihood,
    Qualifier,
    RelationType,
    Status,
)
from briefing_app.model.entity import EntityKind


@pytest.mark.parametrize(
    ("written", "known", "meant"),
    [
        ("titel", ["title", "text"], "title"),
        ("Journal", ["article-journal", "book"], "article-journal"),
        ("journal", ["book"], ""),  # a synonym of what is not asked for here
        ("wholly-other", ["title"], ""),
        ("t" * 200, ["title"], ""),
    ],
)
def test_the_name_that_was_meant(written: str, known: list[str], meant: str) -> None:
    assert nearest_name(written, known) == meant
    assert nearest_name(written, iter(known)) == meant


def test_every_synonym_leads_to_a_word_of_the_format() -> None:
    words = {
        member.value
        for kind in (ClaimType, Confidence, Likelihood, Qualifier, Status, RelationType, EntityKind)
        for member in kind
    }
    sources = {"article-journal", "article-newspaper", "post-weblog", "webpage"}
    assert set(SYNONYMS.values()) <= words | sources
    assert not set(SYNONYMS) & words
