"""The front page as plain data: what it rests on, key judgements, key figures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from briefing_app.handout.printable_text import plain_runs, shortened
from briefing_app.model.claim import Family, Status
from briefing_app.model.evidence import evidence
from briefing_app.model.figures import amount, qualifier_words, unit_words
from briefing_app.model.grading_words import likelihood_words
from briefing_app.model.key_figures import key_figures
from briefing_app.model.source_support import SourceSupport, support_of
from briefing_app.model.standing import standing_status

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefing_app.model.claim import Claim, Figure
    from briefing_app.model.cross_references import CrossReferences
    from briefing_app.model.source import Source

_LABEL_LETTERS = 120  # the claim table has the whole statement
_TYPE_WORDS = {
    "article": ("article", "articles"),
    "article-journal": ("journal article", "journal articles"),
    "article-magazine": ("magazine article", "magazine articles"),
    "article-newspaper": ("newspaper article", "newspaper articles"),
    "book": ("book", "books"),
    "chapter": ("book chapter", "book chapters"),
    "dataset": ("data set", "data sets"),
    "interview": ("interview", "interviews"),
    "legislation": ("law", "laws"),
    "paper-conference": ("conference paper", "conference papers"),
    "post": ("post", "posts"),
    "post-weblog": ("blog article", "blog articles"),
    "report": ("report", "reports"),
    "speech": ("speech", "speeches"),
    "thesis": ("thesis", "theses"),
    "webpage": ("web page", "web pages"),
}


def counted(number: int, singular: str, plural: str = "") -> str:
    """Return `1 claim`, `2 claims`."""
    return f"{number} {singular if number == 1 else plural or singular + 's'}"


def rests_on(cross_references: CrossReferences) -> str:
    """Return what the claims rest on: `1 blog article; 2 sources behind it are named`."""
    support = SourceSupport(cross_references)
    direct, behind = support.cited, support.behind
    if not direct:
        return "no named source"
    words = _grouped(direct)
    if behind:
        verb = "source behind {} is named" if len(behind) == 1 else "sources behind {} are named"
        words += f"; {len(behind)} {verb.format('it' if len(direct) == 1 else 'them')}"
    return words


def _grouped(sources: Iterable[Source]) -> str:
    counts: dict[tuple[str, str], int] = {}
    for source in sources:
        if source.genre:
            genre = source.genre[:1].lower() + source.genre[1:]
            words = (genre, genre + "s")
        else:
            words = _TYPE_WORDS.get(source.type, ("source", "sources"))
        counts[words] = counts.get(words, 0) + 1
    if len(counts) > 3:
        return counted(sum(counts.values()), "source")
    return ", ".join(counted(number, *words) for words, number in counts.items())


def grading(claim: Claim, cross_references: CrossReferences) -> str:
    """Return how a judgement is graded and borne: `Assessment; confidence not stated, 1 origin`."""
    words = [claim.type.value.capitalize()]
    status = standing_status(claim, cross_references)
    if status is not Status.CURRENT:
        words.append(status.value)
    if claim.likelihood:
        words.append(likelihood_words(claim))
    if claim.confidence:
        confidence = claim.confidence.value.replace("-", " ")
        words.append(f"confidence {confidence}")
    elif claim.family is Family.JUDGED:
        words.append("confidence not stated")
    _, behind = support_of(claim, cross_references)
    support = counted(behind, "origin") if behind else "no source named"
    return f"{words[0]}; {', '.join([*words[1:], support])}"


def key_judgements(ids: tuple[str, ...], cross_references: CrossReferences) -> list[dict[str, Any]]:
    """Return the cards of the front page, in the briefing's order."""
    cards = []
    for claim_id in ids:
        claim = cross_references.claims.get(claim_id)
        if claim is None:
            continue
        found = evidence(claim, cross_references)
        cards.append(
            {
                "id": claim.id,
                "text": plain_runs(claim.text),
                "grading": grading(claim, cross_references),
                "basis": plain_runs(f"Basis: {claim.basis}" if claim.basis else ""),
                "for": [written_out(i, cross_references) for i in found.in_favour],
                "against": [written_out(i, cross_references) for i in found.against],
                "open": [written_out(i, cross_references) for i in found.unresolved],
            }
        )
    return cards


def written_out(claim_id: str, cross_references: CrossReferences) -> dict[str, Any]:
    """Return a claim's id and statement, and how it stands where it is not current."""
    claim = cross_references.claims[claim_id]
    status = standing_status(claim, cross_references)
    standing = "" if status is Status.CURRENT else f" [{status.value}]"
    return {"id": claim_id, "text": plain_runs(f"{claim.text}{standing}")}


def figure_cards(cross_references: CrossReferences) -> list[dict[str, Any]]:
    """Return the cards of the key figures, exact and said ones alike."""
    return [_figure_card(*found, cross_references) for found in key_figures(cross_references)]


def _figure_card(claim: Claim, figure: Figure, cross_references: CrossReferences) -> dict[str, Any]:
    said = claim.family is Family.SAID
    words = qualifier_words(figure.qualifier)
    if standing_status(claim, cross_references) is Status.DISPUTED:
        words = f"{words}, disputed" if words else "disputed"
    if said:
        words = f"{words}, as stated" if words else "as stated"
    unit = unit_words(figure)
    label = figure.name or unit
    if unit and unit.casefold() not in label.casefold():
        label = f"{unit}, {label}"
    date = figure.as_of or claim.date
    return {
        "id": claim.id,
        "qualifier": words,
        "said": said,
        "amount": plain_runs(amount(figure, short=True)),
        "label": plain_runs(shortened(label, _LABEL_LETTERS)),
        "date": plain_runs(date.display() if date else ""),
        "via": plain_runs(", ".join(_named(claim, cross_references))),
    }


def _named(claim: Claim, cross_references: CrossReferences) -> list[str]:
    """Whom each of its sources names for it, else the source itself."""
    names = (cross_references.name_of(c.attributed_to or c.id) for c in claim.sources)
    return list(dict.fromkeys(names))
