"""The examples of the grammar: each finds something in the briefing that it is made of."""

from __future__ import annotations

import msgspec
import pytest

from briefing_app import paths
from briefing_app.loading.load_briefing import load_briefing
from briefing_app.model.cross_references import CrossReferences
from briefing_app.open_briefing import build_index
from briefing_app.search.query.example_queries import example_queries
from briefing_app.search.results import Filters, Order
from tests.benchmarks.synthetic_claims import make_briefing


def examples_of(briefing):
    return example_queries(CrossReferences(briefing).in_text_order())


@pytest.mark.parametrize("made_up", [0, 40, 900])
def test_every_example_finds_a_claim(shipped_briefing_path, made_up):
    shipped = load_briefing(shipped_briefing_path).briefing
    briefing = make_briefing(made_up) if made_up else shipped
    index = build_index(briefing)
    examples = examples_of(briefing)
    for kind, query in examples.items():
        results = index.search(query, Filters(), Order.BEST)
        assert results.total, (kind, query)
        assert results.notices == (), (kind, query)
    assert {"word", "without", "either", "brackets", "actor", "date range"} <= set(examples)


def test_the_shipped_briefing_shows_every_kind(shipped_briefing_path):
    examples = examples_of(load_briefing(shipped_briefing_path).briefing)
    assert len(examples) == 21
    assert examples["word"] == "ceasefire"


def test_a_briefing_without_claims_has_no_examples():
    briefing = load_briefing(paths.manual()).briefing
    bare = msgspec.structs.replace(briefing, claims=(), options=(), key_judgments=())
    assert examples_of(bare) == {}
