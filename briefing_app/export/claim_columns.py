"""What a claim table can show: each column, and its words for a claim."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefing_app.errors import ExportError
from briefing_app.model.counter_claims import counter_claims
from briefing_app.model.cross_references import SUMMARY, CrossReferences
from briefing_app.model.figures import in_words
from briefing_app.model.origins import origins

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from briefing_app.model.claim import Claim


def _names(ids: Iterable[str], known: CrossReferences) -> str:
    return "; ".join(known.name_of(i) for i in ids)


def _said_in(claim: Claim, known: CrossReferences) -> str:
    """The places in the text that say it: `History ¶3`."""
    places = []
    for mention in known.mentions(claim.id):
        section = known.sections.get(mention.section)
        title = "Summary" if mention.section == SUMMARY or section is None else section.title
        places.append(f"{title} ¶{mention.paragraph}" if mention.paragraph else title)
    return "; ".join(dict.fromkeys(places))


def _section_title(claim: Claim, known: CrossReferences) -> str:
    section = known.sections.get(claim.section)
    return section.title if section else claim.section


def _locators(claim: Claim, known: CrossReferences) -> str:
    return "; ".join(
        f"{known.name_of(citation.id)}: {citation.locator.display()}"
        for citation in claim.sources
        if citation.locator.display()
    )


_COLUMNS: Final[dict[str, Callable[[Claim, CrossReferences], str]]] = {
    "id": lambda claim, _: claim.id,
    "section": _section_title,
    "type": lambda claim, _: claim.type.value,
    "family": lambda claim, _: claim.family.value,
    "text": lambda claim, _: claim.text,
    "label": lambda claim, _: claim.label,
    "date": lambda claim, _: claim.date.text if claim.date else "",
    "date_in_words": lambda claim, _: claim.date.display() if claim.date else "",
    "confidence": lambda claim, _: claim.confidence.value if claim.confidence else "",
    "basis": lambda claim, _: claim.basis,
    "likelihood": lambda claim, _: claim.likelihood.value if claim.likelihood else "",
    "horizon": lambda claim, _: claim.horizon.text if claim.horizon else "",
    "actors": lambda claim, known: _names(claim.actors, known),
    "places": lambda claim, known: _names(claim.places, known),
    "tags": lambda claim, _: "; ".join(claim.tags),
    "figures": lambda claim, _: "; ".join(
        f"{figure.name}: {in_words(figure)}" for figure in claim.figures
    ),
    "sources": lambda claim, known: _names(dict.fromkeys(c.id for c in claim.sources), known),
    "locators": _locators,
    "attributed_to": lambda claim, known: _names(
        dict.fromkeys(c.attributed_to for c in claim.sources if c.attributed_to), known
    ),
    "origins": lambda claim, known: _names(origins(claim, known.sources), known),
    "relations": lambda claim, _: "; ".join(
        f"{relation.type.value} {relation.to}" for relation in claim.relations
    ),
    "against": lambda claim, known: "; ".join(
        f"{other.id} {kind.value}" for kind, other in counter_claims(claim, known)
    ),
    "status": lambda claim, _: claim.status.value,
    "note": lambda claim, _: claim.note,
    "said_in": _said_in,
    "briefing": lambda _, known: known.briefing.id,
    "version": lambda _, known: known.briefing.version,
    "as_of": lambda _, known: known.briefing.as_of.text,
}
COLUMNS: Final = tuple(_COLUMNS)


def claim_rows(
    claims: Iterable[Claim], known: CrossReferences, columns: Sequence[str] = COLUMNS
) -> list[list[str]]:
    """Return a row of words for each claim, in the order of `columns`.

    Raises:
        ExportError: there is no such column, or none is named.
    """
    unknown = [column for column in columns if column not in _COLUMNS]
    if unknown or not columns:
        what = f"There is no column “{unknown[0]}”." if unknown else "No column is named."
        raise ExportError(f"{what} There are: {', '.join(COLUMNS)}.")
    words = [_COLUMNS[column] for column in columns]
    return [[write(claim, known) for write in words] for claim in claims]
