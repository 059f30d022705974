"""What the briefing cannot tell its reader, put into words from its own counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from briefing_app.handout.front_page_data import counted
from briefing_app.handout.printable_text import plain_runs
from briefing_app.model.claim import Status
from briefing_app.model.limits_of_knowledge import limits_of_knowledge
from briefing_app.model.source import Availability
from briefing_app.model.standing import AGAINST, standing_claims, standing_ids

if TYPE_CHECKING:
    from briefing_app.model.cross_references import CrossReferences
    from briefing_app.model.limits_of_knowledge import LimitsOfKnowledge


def limits(cross_references: CrossReferences) -> list[dict[str, Any]]:
    """Return the lines of the box, none without claims: a term, what is so, the claims meant."""
    counts = limits_of_knowledge(cross_references)
    if not counts.claims:
        return []
    lines: list[tuple[str, str, tuple[str, ...]]] = [
        ("Support", _support(counts, cross_references), ()),
        ("Grading", _grading(counts), ()),
        ("Pages not known", _further(counts), ()),
        ("Not looked up", _unavailable(cross_references), ()),
        ("Dates", _undated(counts), ()),
        *_disagreement(cross_references),
        *_doubtful(cross_references),
        ("Open questions", "The briefing itself says what is not known:", counts.gaps),
        ("The day", _day(cross_references), ()),
    ]
    return [
        {"term": term, "text": plain_runs(text), "ids": list(ids[:24])}
        for term, text, ids in lines
        if text and (term != "Open questions" or ids)
    ]


def _day(cross_references: CrossReferences) -> str:
    as_of = cross_references.briefing.as_of.display(long_month=True)
    return f"Information as of {as_of}. What came later is not known here, unless a claim says so."


def _support(counts: LimitsOfKnowledge, cross_references: CrossReferences) -> str:
    if counts.sources_cited == 0:
        return "No claim names a source."
    if counts.sources_cited == 1:
        standing = standing_claims(cross_references.briefing.claims)
        used = next(citation.id for claim in standing for citation in claim.sources)
        words = f"Every sourced claim comes from one source, {cross_references.name_of(used)}."
    else:
        rest = f"rest on {counted(counts.sources_cited, 'source')}"
        words = f"The {counted(counts.claims, 'claim')} {rest}."
        if counts.unsourced:
            sourced = counts.claims - counts.unsourced
            verb = "name" if counts.unsourced > 1 else "names"
            words = f"{sourced} of {counted(counts.claims, 'claim')} {rest}; "
            words += f"{counts.unsourced} {verb} none."
    if counts.multiple_origins == 0:
        return f"{words} No claim has a second origin that bears it out."
    verb = "has" if counts.multiple_origins == 1 else "have"
    return f"{words} {counts.multiple_origins} of them {verb} more than one origin."


def _grading(counts: LimitsOfKnowledge) -> str:
    if not counts.judgements:
        return ""
    total = counted(counts.judgements, "judgement")
    if counts.judgements_ungraded == counts.judgements:
        if counts.judgements == 1:
            return "Nobody says how confident the one judgement is."
        return f"None of the {total} says how confident its author is."
    if counts.judgements_ungraded:
        verb = "does" if counts.judgements_ungraded == 1 else "do"
        return f"{counts.judgements_ungraded} of {total} {verb} not say how sure the author is."
    return ""


def _further(counts: LimitsOfKnowledge) -> str:
    if not counts.further_sources:
        return ""
    verb = "rests" if counts.further_sources == 1 else "rest"
    return (
        f"{counts.further_sources} of {counted(counts.claims, 'claim')} {verb} on a page behind "
        "the source that is not known to us; an arrow\u00a0↗ marks them."
    )


def _unavailable(cross_references: CrossReferences) -> str:
    names = [
        source.short_name
        for source in cross_references.briefing.sources
        if source.availability is Availability.LINK_NOT_AVAILABLE
    ]
    if not names:
        return ""
    # the names last: one in Arabic letters would turn the sentence round
    return f"Named, but could not be looked up: {in_words(names)}."


def in_words(names: list[str], limit: int = 4) -> str:
    """Return `A, B and C`, or the first few and how many more."""
    if len(names) > limit:
        return f"{', '.join(names[:limit])} and {len(names) - limit} more"
    return " and ".join(part for part in (", ".join(names[:-1]), names[-1]) if part)


def _undated(counts: LimitsOfKnowledge) -> str:
    if not counts.undated:
        return ""
    verb = "has" if counts.undated == 1 else "have"
    return f"{counts.undated} of {counted(counts.claims, 'claim')} {verb} no date."


def _disagreement(cross_references: CrossReferences) -> list[tuple[str, str, tuple[str, ...]]]:
    pairs = [
        (claim.id, relation.to)
        for claim in standing_claims(cross_references.briefing.claims)
        for relation in claim.relations
        if relation.type in AGAINST and standing_ids([relation.to], cross_references)
    ]
    ids = [claim_id for pair in pairs for claim_id in pair]
    if not ids:
        return []
    text = "Claims that contradict or undercut one another stand side by side, undecided:"
    return [("Disagreement", text, tuple(dict.fromkeys(ids)))]


def _doubtful(cross_references: CrossReferences) -> list[tuple[str, str, tuple[str, ...]]]:
    doubtful = (Status.DISPUTED, Status.SUPERSEDED, Status.WITHDRAWN)
    ids = tuple(c.id for c in cross_references.briefing.claims if c.status in doubtful)
    return [("Standing", "Disputed, superseded or withdrawn:", ids)] if ids else []
