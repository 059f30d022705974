"""What the margin says of a claim: kind, date, through whom, and what the reader must know."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from briefing_app.handout.printable_text import plain_runs, widest_word
from briefing_app.model.claim import Family
from briefing_app.model.grading_words import grading_words
from briefing_app.model.standing import standing_status

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefing_app.model.claim import Claim
    from briefing_app.model.cross_references import CrossReferences


def margin_entry(
    claim: Claim, cross_references: CrossReferences, *, with_note: bool
) -> dict[str, Any]:
    """Return the note beside a paragraph; `ink` tells what somebody says or judges from reports."""
    record: dict[str, Any] = {
        "id": claim.id,
        "kind": plain_runs(kind(claim, cross_references)),
        "family": claim.family.value,
        "ink": claim.family is not Family.REPORTED,
    }
    rest = [claim.date.display()] if claim.date else []
    if origins := via(claim, cross_references):
        rest.append(f"via {', '.join(origins)}")
    if rest:
        record["rest"] = plain_runs(" · ".join(rest))
    if claim.further_source:
        record["arrow"] = True
    words = [kind(claim, cross_references), *rest]
    if with_note and claim.note:
        record["note"] = plain_runs(claim.note)
        words.append(claim.note)
    record["wide"] = round(widest_word(" ".join(words)), 1)
    return record


def kind(claim: Claim, cross_references: CrossReferences) -> str:
    """Return the type, whose it is and how it is graded: `statement by TTP`, `forecast, likely`."""
    words = [claim.type.value]
    speakers = speakers_of(claim, cross_references)
    if speakers and claim.family is Family.SAID:
        words = [f"{claim.type.value} by {', '.join(speakers)}"]
    status = standing_status(claim, cross_references)
    return ", ".join([*words, *grading_words(claim, status)])


def speakers_of(claim: Claim, cross_references: CrossReferences) -> list[str]:
    """Return the people and groups to whom the claim's sources ascribe it; no sources."""
    named = (c.attributed_to for c in claim.sources if c.attributed_to)
    known = cross_references.sources
    return list(dict.fromkeys(cross_references.name_of(n) for n in named if n not in known))


def via(
    claim: Claim, cross_references: CrossReferences, forms: Mapping[str, str] | None = None
) -> list[str]:
    """Return those whom the claim's sources name for it, but for whom the type names already.

    `forms` has other names for sources, by id.
    """
    others = forms or {}
    ids = (c.attributed_to for c in claim.sources if c.attributed_to)
    names = (others.get(i) or cross_references.name_of(i) for i in ids)
    said = speakers_of(claim, cross_references) if claim.family is Family.SAID else []
    return [name for name in dict.fromkeys(names) if name not in said]
