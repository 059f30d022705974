"""Every form in which claims and sources leave the program as data: one record each.

The command line and the dialog read `FORMATS`: a new form is a record here and a function that
makes the file, whose module is imported only when the file is made.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from briefing_app.model.claim import Claim
    from briefing_app.model.cross_references import CrossReferences
    from briefing_app.model.source import Source


class Selection(NamedTuple):
    """What goes into a file; the last three are for tables."""

    claims: Sequence[Claim]
    sources: Sequence[Source]
    known: CrossReferences
    columns: Sequence[str]
    exact: bool
    separator: str = "comma"  # the name of one of csv_table.SEPARATORS


class ExportFormat(NamedTuple):
    """One form: what it is called, and how its file is made."""

    name: str  # on the command line, and in what is remembered of the dialog
    suffix: str
    title: str  # in the dialog; the letter after "&" is its key
    explanation: str
    make: Callable[[Selection], bytes]  # UTF-8
    is_table: bool = False  # has columns to choose, and cells that a spreadsheet may change
    has_claims: bool = True  # else the sources alone, for reference managers


def _csv(chosen: Selection) -> bytes:
    from briefing_app.export.claim_columns import claim_rows
    from briefing_app.export.csv_table import SEPARATORS, csv_table

    rows = claim_rows(chosen.claims, chosen.known, chosen.columns)
    separator = SEPARATORS[chosen.separator]
    return csv_table(chosen.columns, rows, exact=chosen.exact, separator=separator)


def _markdown(chosen: Selection) -> bytes:
    from briefing_app.export.citation import references
    from briefing_app.export.markdown_list import markdown_list

    listed = {i: found.text for i, found in references(chosen.sources).items()}
    return markdown_list(chosen.claims, chosen.sources, chosen.known, listed).encode()


def _json_ld(chosen: Selection) -> bytes:
    from briefing_app.export.json_ld import json_ld

    return json_ld(chosen.claims, chosen.sources, chosen.known)


def _csl_json(chosen: Selection) -> bytes:
    from briefing_app.export.csl_items import csl_json

    return csl_json(chosen.sources)


def _bibtex(chosen: Selection) -> bytes:
    from briefing_app.export.bibtex import bibtex

    return bibtex(chosen.sources).encode()


CSV: Final = ExportFormat(
    "csv", ".csv", "&Table (CSV)", "A row for each claim, for spreadsheets", _csv, is_table=True
)
MARKDOWN: Final = ExportFormat(
    "markdown", ".md", "Te&xt (Markdown)", "The claims by section, with their sources", _markdown
)
JSON_LD: Final = ExportFormat(
    "json-ld",
    ".jsonld",
    "&Linked data (JSON-LD)",
    "Claims in the words of schema.org, for other programs",
    _json_ld,
)
CSL_JSON: Final = ExportFormat(
    "csl-json",
    ".json",
    "&Sources (CSL-JSON)",
    "For Zotero and other reference managers",
    _csl_json,
    has_claims=False,
)
BIBTEX: Final = ExportFormat(
    "bibtex", ".bib", "So&urces (BibTeX)", "For LaTeX and JabRef", _bibtex, has_claims=False
)
FORMATS: Final = (CSV, MARKDOWN, JSON_LD, CSL_JSON, BIBTEX)


def format_named(name: str) -> ExportFormat:
    """Return the form of a name.

    Raises:
        KeyError: there is none.
    """
    return {form.name: form for form in FORMATS}[name]
