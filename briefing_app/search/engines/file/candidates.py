"""The best candidates of a large index, as an inverted index of their own for exact scoring."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from briefing_app.search.engines.file.schema import COLUMNS, FIELD_BREAK, VALUE_BREAK
from briefing_app.search.ranking.certainty import groups_of
from briefing_app.search.ranking.inverted_index import VALUE_GAP, InvertedIndex
from briefing_app.search.ranking.searchable_text import CLAIM_WEIGHTING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefing_app.search.query.expansion import Plan


def index_of(plan: Plan, rows: Iterable[str]) -> InvertedIndex:
    """Return an index of candidates, for each its `claim_tokens`; it has the plan's words only."""
    words: set[str] = set()
    begun: set[str] = set()
    for group in groups_of(plan):
        for variant in (*group.variants, *group.aliases):
            words.update(variant.terms)
            if variant.prefix:
                begun.add(variant.terms[-1])
    beginnings = tuple(begun)
    postings: dict[str, dict[int, list[int]]] = {}
    lengths: list[int] = []
    slots = itertools.count(0, len(COLUMNS))  # the first one of each
    for first, row in zip(slots, rows, strict=False):
        for field, text in enumerate(row.split(FIELD_BREAK)):
            position = 0
            for term in text.split(" "):
                if term == VALUE_BREAK:
                    position += VALUE_GAP
                    continue
                if term in words or (beginnings and term.startswith(beginnings)):
                    postings.setdefault(term, {}).setdefault(first + field, []).append(position)
                position += 1
            if field == 0:
                lengths.append(position)
    return InvertedIndex(len(COLUMNS), postings, lengths)


def said_by(rows: Iterable[str]) -> str:
    """Return what candidates themselves say, a space before and after each word."""
    own = len(CLAIM_WEIGHTING.exact_fields)
    assert CLAIM_WEIGHTING.exact_fields == set(range(own))
    texts = (text for row in rows for text in row.split(FIELD_BREAK)[:own])
    return "".join(f" {text} {VALUE_BREAK}" for text in texts)
