"""Fills an index file from a briefing."""

from __future__ import annotations

from array import array
from collections import Counter
from typing import TYPE_CHECKING

import msgspec

from briefing_app.errors import SearchIndexCancelled
from briefing_app.model.standing import contested
from briefing_app.search.answer.facets import FacetCounts
from briefing_app.search.answer.other_results import claims_by_entity, claims_by_source
from briefing_app.search.answer.time_order import in_time_order
from briefing_app.search.engines.file.schema import (
    COLUMNS,
    FIELD_BREAK,
    FINISH,
    RANK,
    SCHEMA,
    facet_tokens,
    field_text,
    stored,
)
from briefing_app.search.ranking.searchable_text import claim_fields
from briefing_app.search.results import Filters
from briefing_app.search.words.tokens import tokenize
from briefing_app.search.words.written_words import WrittenWords

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Mapping, Sequence

    from briefing_app.model.claim import Claim
    from briefing_app.model.cross_references import CrossReferences

    Progress = Callable[[int, int], None]  # claims done, claims in all
    Cancelled = Callable[[], bool]

_BATCH = 500  # claims between two looks at `cancelled`
_HASH_BYTES = 64 << 20  # postings that are gathered before they are written out
_TOKENS_SHARE = 0.8  # of the time; the rest is merging


def fill(
    connection: sqlite3.Connection,
    claims: Sequence[Claim],
    references: CrossReferences,
    *,
    progress: Progress,
    cancelled: Cancelled,
) -> None:
    """Write the whole index; `claims` are in the order of the text, claim n is row n + 1.

    Raises:
        SearchIndexCancelled: `cancelled` said so.
        sqlite3.Error: the file cannot be written.
    """
    connection.executescript(SCHEMA)
    connection.execute("BEGIN")
    connection.execute("INSERT INTO claim(claim, rank) VALUES('hashsize', ?)", (_HASH_BYTES,))
    connection.execute("INSERT INTO claim(claim, rank) VALUES('rank', ?)", (RANK,))
    marks = ", ".join("?" * (len(COLUMNS) + 2))
    insert = f"INSERT INTO claim(rowid, {', '.join(COLUMNS)}, facet) VALUES({marks})"
    words, word_counts = WrittenWords(), Counter[str]()
    disputed = contested(claims)
    for start in range(0, len(claims), _BATCH):
        if cancelled():
            raise SearchIndexCancelled("The search index was not finished.")
        rows, kept = [], []
        for number, claim in enumerate(claims[start : start + _BATCH], start + 1):
            tokens = tokenize(claim.text)
            fields = [tuple(map(tuple, f)) for f in claim_fields(claim, tokens, references)]
            words.read(claim.text, tokens)
            for values in fields:
                word_counts.update({term for value in values for term in value})
            texts = [field_text(values) for values in fields]
            rows.append((number, *map(_as_stored, texts), facet_tokens(claim, disputed)))
            kept.append((number, FIELD_BREAK.join(texts)))
        connection.executemany(insert, rows)
        connection.executemany("INSERT INTO claim_tokens VALUES(?, ?)", kept)
        progress(round(start * _TOKENS_SHARE), len(claims))
    connection.set_progress_handler(lambda: 1 if cancelled() else 0, 100_000)
    for statement in FINISH:
        if cancelled():
            raise SearchIndexCancelled("The search index was not finished.")
        connection.execute(statement)
    connection.set_progress_handler(None, 0)
    _write_meta(connection, claims, references)
    _write_words(connection, words, word_counts)
    connection.execute("COMMIT")
    progress(len(claims), len(claims))


def _as_stored(text: str) -> str:
    return text if text.isascii() else " ".join(map(stored, text.split(" ")))


def _write_meta(
    connection: sqlite3.Connection, claims: Sequence[Claim], references: CrossReferences
) -> None:
    sections = (section.id for section in references.briefing.sections)
    counts = FacetCounts(claims, sections)
    _, facets = counts.narrow(range(len(claims)), Filters())
    values = {
        "size": len(claims),
        "facets": msgspec.json.encode(facets),
        "date_values": msgspec.json.encode(counts.date_values),
        "tags": msgspec.json.encode(sorted({tag for claim in claims for tag in claim.tags})),
        "entity_counts": msgspec.json.encode(claims_by_entity(claims)),
        "source_counts": msgspec.json.encode(claims_by_source(claims)),
        "by_date": array("I", in_time_order(claims)).tobytes(),
    }
    connection.executemany("INSERT INTO meta VALUES(?, ?)", values.items())


def _write_words(
    connection: sqlite3.Connection, words: WrittenWords, word_counts: Mapping[str, int]
) -> None:
    values = {
        "written_words": msgspec.json.encode(words),
        "word_counts": msgspec.json.encode(word_counts),
    }
    connection.executemany("INSERT INTO meta VALUES(?, ?)", values.items())
