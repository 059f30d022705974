"""Claims as Markdown (CommonMark 0.31), by section, with their sources."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefing_app.model.claim import Citation, Claim
    from briefing_app.model.cross_references import CrossReferences
    from briefing_app.model.source import Source

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
    facts = [claim.type.value]
    if claim.date:
        facts.append(claim.date.display())
    if claim.likelihood:
        facts.append(claim.likelihood.value)
    cited = "; ".join(_cited(citation, known) for citation in claim.sources)
    parts = [f"- **{escaped(claim.id)}**", escaped(claim.text), f"*({escaped(', '.join(facts))})*"]
    if cited:
        parts.append(f"— {escaped(cited)}")
    if claim.note:
        parts.append(f"Note: {escaped(claim.note)}")
    return " ".join(parts)


def _cited(citation: Citation, known: CrossReferences) -> str:
    words = known.name_of(citation.id)
    if place := citation.locator.display():
        words += f", {place}"
    if citation.attributed_to:
        words += f", citing {known.name_of(citation.attributed_to)}"
    return words
