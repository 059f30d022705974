"""Every form in which claims and sources leave the program as data."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING

import msgspec

from briefing_app.export.claim_columns import COLUMNS, claim_rows
from briefing_app.model.cross_references import CrossReferences

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefing_app.model.briefing import Briefing
    from briefing_app.model.claim import Claim
    from briefing_app.model.source import Source


class ExportFormat(enum.StrEnum):
    """Claims as a table, a text or linked data; sources for reference managers."""

    CSV = "csv"
    CSL_JSON = "csl-json"
    BIBTEX = "bibtex"
    MARKDOWN = "markdown"
    JSON_LD = "json-ld"


def exported(
    briefing: Briefing,
    form: ExportFormat,
    *,
    claims: Iterable[str] | None = None,
    columns: Sequence[str] = COLUMNS,
    exact: bool = False,
) -> bytes:
    """Return the file's bytes, UTF-8.

    `claims` are the ids of those to export, in their order (None: all, in the order of the text);
    sources are those that they rest on. `columns` and `exact` are for CSV.

    Raises:
        ExportError: there is no such column.
    """
    known = CrossReferences(briefing)
    chosen = known.in_text_order()
    if claims is not None:
        chosen = tuple(known.claims[claim_id] for claim_id in claims)
    sources = briefing.sources if claims is None else _sources_of(chosen, known)
    match form:
        case ExportFormat.CSV:
            from briefing_app.export.csv_table import csv_table

            return csv_table(columns, claim_rows(chosen, known, columns), exact=exact)
        case ExportFormat.CSL_JSON:
            from briefing_app.export.csl_items import csl_item

            items = [csl_item(source) for source in sources]
            return msgspec.json.format(msgspec.json.encode(items)) + b"\n"
        case ExportFormat.BIBTEX:
            from briefing_app.export.bibtex import bibtex

            return bibtex(sources).encode()
        case ExportFormat.MARKDOWN:
            from briefing_app.export.citation import references
            from briefing_app.export.markdown_list import markdown_list

            listed = {i: found.text for i, found in references(sources).items()}
            return markdown_list(chosen, sources, known, listed).encode()
        case ExportFormat.JSON_LD:
            from briefing_app.export.json_ld import json_ld

            return json_ld(chosen, sources, known)


def _sources_of(claims: Iterable[Claim], known: CrossReferences) -> tuple[Source, ...]:
    """The sources that the claims rest on, directly or behind another; in the briefing's order."""
    used = {i for claim in claims for c in claim.sources for i in (c.id, c.attributed_to)}
    return tuple(source for source in known.briefing.sources if source.id in used)
