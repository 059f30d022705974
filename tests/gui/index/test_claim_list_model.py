"""Rows of the claim index: heads and hits, and what a screen reader says of them."""

from __future__ import annotations

import sys

import pytest

from briefing_app.gui.index.claim_list_model import (
    ACCESSIBLE_TEXT_ROLE,
    ROW_ROLE,
    ClaimListModel,
    GroupHead,
)
from briefing_app.gui.index.paragraph_excerpt import excerpt
from briefing_app.search.results import ClaimHit, EntityHit, ParagraphHit, Results, SourceHit

PARAGRAPH = ParagraphHit("terrorism", 5, "The TTP announced a ceasefire.", 1.0, ((4, 7),))
ENTITY = EntityHit("ttp", "Tehrik-e-Taliban Pakistan", 1.0, 14, "Tehreek-e-Taliban", ((0, 6),))
SOURCE = SourceHit("ahmed-2022", "The Taliban’s return", 1.0, 71)
CLAIMS = (ClaimHit("R12", 2.0, ((0, 3),)), ClaimHit("K13", 1.0))


@pytest.fixture
def model(references, qapp):
    return ClaimListModel(references)


def rows(model: ClaimListModel) -> list[object]:
    return [model.index(n, 0).data(ROW_ROLE) for n in range(model.rowCount())]


@pytest.mark.parametrize(
    ("results", "expected"),
    [
        (Results("", (), 0), []),
        (Results("", CLAIMS, 2), [*CLAIMS]),
        (Results("ttp", CLAIMS, 2), [GroupHead("Claims", 2), *CLAIMS]),
        (Results("ttp", CLAIMS, 900), [GroupHead("Claims", 900), *CLAIMS]),
        (
            Results("ttp", (), 0, (PARAGRAPH,), (ENTITY,), (SOURCE,)),
            [
                GroupHead("Text", 1),
                PARAGRAPH,
                GroupHead("People and places", 1),
                ENTITY,
                GroupHead("Sources", 1),
                SOURCE,
            ],
        ),
    ],
)
def test_rows(model, qtmodeltester, results, expected):
    model.set_results(results)
    assert rows(model) == expected
    qtmodeltester.check(model)


def test_only_a_new_answer_resets(model, qtbot):
    assert model.set_results(Results("ttp", CLAIMS, 2))
    with qtbot.assertNotEmitted(model.modelReset):
        assert not model.set_results(Results("ttp ", CLAIMS, 2))
    with qtbot.waitSignal(model.modelReset):
        assert model.set_results(Results("ttp", CLAIMS[::-1], 2))


def test_a_claim_is_found_by_its_id(model):
    model.set_results(Results("ttp", CLAIMS, 2, (PARAGRAPH,)))
    assert [model.row_of_claim(i) for i in ("R12", "K13", "H1")] == [1, 2, -1]
    assert model.first_hit_row() == 1
    model.set_results(Results("", CLAIMS, 2))
    assert [model.row_of_claim("R12"), model.first_hit_row()] == [0, 0]


def test_heads_cannot_be_selected(model):
    model.set_results(Results("ttp", CLAIMS, 2))
    selectable = [bool(model.index(n, 0).flags().value & 1) for n in range(3)]
    assert selectable == [False, True, True]


def test_rows_are_read_as_sentences(model, references):
    model.set_results(Results("ttp", CLAIMS[:1], 1, (PARAGRAPH,), (ENTITY,), (SOURCE,)))
    said = [model.index(n, 0).data(ACCESSIBLE_TEXT_ROLE) for n in range(model.rowCount())]
    statement = references.claims["R12"].text
    assert said == [
        "Claims: 1",
        f"R12. {statement} Statistic, Aug 2021 – Mar 2022, Terrorism.",
        "Text: 1",
        "The TTP announced a ceasefire. Terrorism ¶5.",
        "People and places: 1",
        "Tehrik-e-Taliban Pakistan Group, 14 claims, found by the spelling “Tehreek-e-Taliban”.",
        "Sources: 1",
        "The Taliban’s return 71 claims.",
    ]


def test_data_keeps_none_alive(model):
    """PySide6 6.12.0 drops a reference to None for each None that C++ is given."""
    model.set_results(Results("", CLAIMS, 2))
    index = model.index(0, 0)
    index.data(9)
    before = sys.getrefcount(None)
    for _ in range(1000):
        index.data(9)
    assert abs(sys.getrefcount(None) - before) < 100


LONG = " ".join(f"word{n}" for n in range(80))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("short text", ["text"]),
        (LONG, []),
        (LONG, ["word0"]),
        (LONG, ["word40"]),
        (LONG, ["word79"]),
        (LONG, ["word3", "word50"]),
        (LONG, ["word10", "word20", "word30", "word40", "word50", "word60"]),
        ("x" * 5000, []),
        ("𝔘" * 300 + " needle " + "𝔘" * 300, ["needle"]),
    ],
)
def test_excerpt_keeps_its_hits(text, words):
    matched = [(text.index(word), text.index(word) + len(word)) for word in words]
    shown, spans = excerpt(text, matched)
    assert 0 < len(shown.strip("… ")) <= 400
    assert [shown[a:b] for a, b in spans] == words[: len(spans)]
    assert bool(spans) == bool(words)
    for piece in filter(None, shown.strip("… ").split(" … ")):
        assert piece.strip() in text
