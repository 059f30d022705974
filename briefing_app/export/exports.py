"""Claims and sources leave the program as data, in one of the forms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.export.claim_columns import COLUMNS
from briefing_app.export.formats import Selection
from briefing_app.model.cross_references import CrossReferences

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefing_app.export.formats import ExportFormat
    from briefing_app.model.briefing import Briefing
    from briefing_app.model.claim import Claim
    from briefing_app.model.source import Source


def exported(
    briefing: Briefing,
    form: ExportFormat,
    *,
    claims: Iterable[str] | None = None,
    columns: Sequence[str] = COLUMNS,
    exact: bool = False,
    separator: str = "comma",
) -> bytes:
    """Return the file's bytes, UTF-8.

    `claims` are the ids of those to export, in their order (None: all, in the order of the text);
    sources are those that they rest on. `columns`, `exact` and `separator` (`comma`,
    `semicolon` or `tab`) are for tables.

    Raises:
        ExportError: there is no such column.
    """
    known = CrossReferences(briefing)
    chosen = known.in_text_order()
    if claims is not None:
        chosen = tuple(known.claims[claim_id] for claim_id in claims)
    sources = briefing.sources if claims is None else _sources_of(chosen, known)
    return form.make(Selection(chosen, sources, known, columns, exact, separator))


def _sources_of(claims: Iterable[Claim], known: CrossReferences) -> tuple[Source, ...]:
    """The sources that the claims rest on, directly or behind another; in the briefing's order."""
    used = {i for claim in claims for c in claim.sources for i in (c.id, c.attributed_to)}
    return tuple(source for source in known.briefing.sources if source.id in used)
