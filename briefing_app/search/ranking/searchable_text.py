"""What of a claim, an entity and a source can be searched for, and how much each part weighs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.model.figures import in_words
from briefing_app.search.ranking.evaluate import Weighting
from briefing_app.search.words.tokens import Token, id_terms, terms

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefing_app.model.claim import Claim
    from briefing_app.model.cross_references import CrossReferences
    from briefing_app.model.source import Source

# Statement, id, label, details, context. A claim is one sentence: neither its length nor saying a
# word twice makes it a better answer; equal ones keep the order of the text. A quoted word must be
# in what the claim itself says, not in the names of whom it is about.
CLAIM_WEIGHTING = Weighting(
    fields=(1.0, 3.0, 0.6, 0.4, 0.35),
    headings=frozenset({2}),
    exact_fields=frozenset({0, 1, 2, 3}),
    repetition=False,
    brevity=0.0,
)
ENTITY_WEIGHTING = Weighting(aliases=False, repetition=False)
SOURCE_WEIGHTING = Weighting(fields=(1.0, 0.6), exact_fields=frozenset({0, 1}), brevity=0.0)


def claim_fields(
    claim: Claim, tokens: Sequence[Token], references: CrossReferences
) -> tuple[Iterable[Sequence[str]], ...]:
    """Return the values of a claim's fields: statement, id, label, details, context.

    Details are the claim's own: tags, figures, note, basis, its date in words. Context is what it
    belongs to: every spelling of its actors, places and those it cites, its section's title.
    """
    figures = (f"{figure.name} {in_words(figure)}" for figure in claim.figures)
    dates = (claim.date.display(long_month=True), claim.date.text) if claim.date else ()
    details = (*claim.tags, *figures, claim.note, claim.basis, *dates)
    return (
        ([token.term for token in tokens],),
        (id_terms(claim.id),),
        (terms(claim.label),),
        [terms(text) for text in details if text],
        [terms(text) for text in _context(claim, references)],
    )


def _context(claim: Claim, references: CrossReferences) -> list[str]:
    texts: list[str] = []
    cited = (citation.attributed_to for citation in claim.sources)
    for name in dict.fromkeys((*claim.actors, *claim.places, *cited)):
        if name in references.entities:
            texts.extend(references.entities[name].spellings)
        elif name in references.sources:
            source = references.sources[name]
            texts.extend(t for t in (source.short_name, source.title) if t)
    if claim.section in references.sections:
        texts.append(references.sections[claim.section].title)
    return texts


def source_texts(source: Source) -> tuple[str, ...]:
    """Return what a source is looked for by, besides its title."""
    people = (
        " ".join(part for part in (name.given, name.family, name.literal) if part)
        for name in (*source.author, *source.editor)
    )
    return (
        source.id,
        source.title_short,
        source.citation_label,
        *people,
        source.container_title,
        source.publisher,
        source.abstract,
        source.note,
        source.issued.text if source.issued else "",
    )
