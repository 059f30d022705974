"""Claims as Markdown (CommonMark 0.31), by section, with their sources."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing_app.model.claim import RelationType
from briefing_app.model.counter_claims import counter_claims
from briefing_app.model.grading_words import grading_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefing_app.model.claim import Citation, Claim
    from briefing_app.model.cross_references import CrossReferences
    from briefing_app.model.source import Source

_AGAINST = {
    RelationType.CONTRADICTS: "contradicted by",
    RelationType.UNDERCUTS: "undercut by",
    RelationType.QUALIFIES: "qualified by",
}
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>&~|$#!^])")


def markdown_list(
    claims: Sequence[Claim],
    sources: Sequence[Source],
    known: CrossReferences,
    references: Mapping[str, str],
) -> str:
    """Return the document; `references` are the formatted sources by id, in plain text."""
    briefing = known.briefing
    facts = [f"Version {briefing.version}", f"as of {briefing.as_of.display(long_month=True)}"]
    if briefing.handling:
        facts.append(briefing.handling.value)
    lines = [f"# {escaped(briefing.title)}", "", escaped(" · ".join(facts)), ""]
    section = None
    for claim in claims:
        if claim.section != section:
            section = claim.section
            title = known.sections[section].title if section in known.sections else section
            lines += ["", f"## {escaped(title)}", ""] if lines[-1] else [f"## {escaped(title)}", ""]
        lines.append(_item(claim, known))
    if sources:
        lines += ["", "## Sources", ""]
        lines += [
            f"- **{escaped(source.short_name)}** {escaped(references.get(source.id, source.title))}"
            for source in sources
        ]
    return "\n".join(lines) + "\n"


def escaped(text: str) -> str:
    """Return text on one line that Markdown shows as it is."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))


def _item(claim: Claim, known: CrossReferences) -> str:
    facts = [claim.type.value, *grading_words(claim, claim.status)]
    if claim.date:
        facts.insert(1, claim.date.display())
    cited = "; ".join(_cited(citation, known) for citation in claim.sources)
    parts = [f"- **{escaped(claim.id)}**", escaped(claim.text), f"*({escaped(', '.join(facts))})*"]
    if cited:
        parts.append(f"— {escaped(cited)}.")
    if claim.basis:
        parts.append(f"Basis: {escaped(claim.basis)}")
    against = [f"{_AGAINST[kind]} {other.id}" for kind, other in counter_claims(claim, known)]
    if against:
        parts.append(f"Against it: {escaped(', '.join(against))}.")
    if claim.note:
        parts.append(f"Note: {escaped(claim.note)}")
    return " ".join(parts)


def _cited(citation: Citation, known: CrossReferences) -> str:
    words = known.name_of(citation.id)
    if place := citation.locator.display():
        words += f", {place}"
    if citation.attributed_to:
        word = "citing" if citation.attributed_to in known.sources else "attributed to"
        words += f", {word} {known.name_of(citation.attributed_to)}"
    if citation.further_source:
        words += ", further source behind it"
    return words
