"""Claims as JSON-LD 1.1 in the words of schema.org; the context stands in the file itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import msgspec

from briefing_app.model.cross_references import SUMMARY
from briefing_app.model.source import joined_particles

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefing_app.model.claim import Citation, Claim, Figure
    from briefing_app.model.cross_references import CrossReferences
    from briefing_app.model.source import Name, Source

_CONTEXT: Final = {
    "@version": 1.1,
    "@vocab": "https://schema.org/",
    "url": {"@type": "@id"},
}
_KINDS: Final = {
    "article-journal": "ScholarlyArticle",
    "article-newspaper": "NewsArticle",
    "article-magazine": "Article",
    "post-weblog": "BlogPosting",
    "webpage": "WebPage",
    "book": "Book",
    "chapter": "Chapter",
    "report": "Report",
    "dataset": "Dataset",
    "thesis": "Thesis",
}
_LINKS: Final = ("https://", "http://")


def json_ld(claims: Sequence[Claim], sources: Iterable[Source], known: CrossReferences) -> bytes:
    """Return one document: the briefing, the claims in it, and the sources that they cite."""
    briefing = known.briefing
    root = f"urn:briefing:{_quoted(briefing.id)}:{_quoted(briefing.version)}"
    report: dict[str, Any] = {
        "@id": root,
        "@type": "Report",
        "name": briefing.title,
        "identifier": briefing.id,
        "version": briefing.version,
        "inLanguage": briefing.language,
        "datePublished": briefing.issued.text,
        "contentReferenceTime": briefing.as_of.text,
    }
    if briefing.prepared_by:
        report["creator"] = {"@type": "Organization", "name": briefing.prepared_by}
    if briefing.handling:
        report["conditionsOfAccess"] = briefing.handling.value
    graph = [report]
    graph += [_claim(claim, known, root) for claim in claims]
    graph += [_source(source, root) for source in sources]
    document = {"@context": _CONTEXT, "@graph": graph}
    return msgspec.json.format(msgspec.json.encode(document)) + b"\n"


def _quoted(text: str) -> str:
    """Return text as a part of an address (RFC 3986, section 2.1)."""
    return "".join(
        c if c.isascii() and (c.isalnum() or c in "-._~") else f"%{c.encode().hex(' ').upper()}"
        for c in text
    ).replace(" ", "%")


def _claim(claim: Claim, known: CrossReferences, root: str) -> dict[str, Any]:
    record: dict[str, Any] = {
        "@id": f"{root}#claim-{claim.id}",
        "@type": "Claim",
        "identifier": claim.id,
        "text": claim.text,
        "additionalType": claim.type.value,
        "creativeWorkStatus": claim.status.value,
        "inLanguage": known.briefing.language,
        "isPartOf": {"@id": root},
        "appearance": _appearances(claim, known, root),
    }
    optional = {
        "alternateName": claim.label,
        "temporalCoverage": claim.date.text if claim.date else "",
        "keywords": list(claim.tags),
        "about": [_named(i, known, root) for i in claim.actors],
        "contentLocation": [{**_named(i, known, root), "@type": "Place"} for i in claim.places],
        "citation": [_citation(citation, known, root) for citation in claim.sources],
        "variableMeasured": [_figure(figure) for figure in claim.figures],
        "additionalProperty": [*_judgement(claim), *_relations(claim, known, root)],
        "abstract": claim.note,
    }
    return record | {key: value for key, value in optional.items() if value}


def _appearances(claim: Claim, known: CrossReferences, root: str) -> list[dict[str, Any]]:
    """Where the briefing says it, in which words."""
    found = []
    for mention in known.mentions(claim.id):
        section = known.sections.get(mention.section)
        title = "Summary" if mention.section == SUMMARY or section is None else section.title
        entry: dict[str, Any] = {
            "@type": "CreativeWork",
            "isPartOf": {"@id": root},
            "name": title,
            "text": mention.words,
        }
        if mention.paragraph:
            entry["position"] = mention.paragraph
        found.append(entry)
    return found


def _citation(citation: Citation, known: CrossReferences, root: str) -> dict[str, Any]:
    """The cited place: a part of the source, with whom the source names for it."""
    entry: dict[str, Any] = {
        "@type": "CreativeWork",
        "isPartOf": {"@id": f"{root}#source-{citation.id}"},
    }
    if place := citation.locator.display():
        entry["name"] = place
    if citation.quote:
        entry["text"] = citation.quote
    if citation.further_source:
        entry["description"] = "points to a further page that cannot be named"
    if citation.attributed_to:
        entry["isBasedOn"] = (
            {"@id": f"{root}#source-{citation.attributed_to}"}
            if citation.attributed_to in known.sources
            else _named(citation.attributed_to, known, root)
        )
    return entry


def _named(reference: str, known: CrossReferences, root: str) -> dict[str, Any]:
    return {
        "@id": f"{root}#entity-{_quoted(reference)}",
        "@type": "Thing",
        "name": known.name_of(reference),
    }


def _figure(figure: Figure) -> dict[str, Any]:
    values = {"value": figure.value, "minValue": figure.low, "maxValue": figure.high}
    return {
        "@type": "PropertyValue",
        "name": figure.name,
        "unitText": figure.unit,
        **({"description": figure.qualifier.value} if figure.qualifier else {}),
        **{key: value for key, value in values.items() if value is not None},
    }


def _judgement(claim: Claim) -> list[dict[str, Any]]:
    """Confidence and likelihood in the analyst's words; never a rating of truth."""
    values = {
        "confidence": claim.confidence.value if claim.confidence else "",
        "basis": claim.basis,
        "likelihood": claim.likelihood.value if claim.likelihood else "",
        "horizon": claim.horizon.text if claim.horizon else "",
    }
    return [
        {"@type": "PropertyValue", "name": name, "value": value}
        for name, value in values.items()
        if value
    ]


def _relations(claim: Claim, known: CrossReferences, root: str) -> list[dict[str, Any]]:
    """What it does to other claims; schema.org has no relations between claims of its own."""
    found = []
    for relation in claim.relations:
        if relation.to in known.claims:
            entry: dict[str, Any] = {
                "@type": "PropertyValue",
                "name": relation.type.value,
                "valueReference": {"@id": f"{root}#claim-{relation.to}"},
            }
            if relation.note:
                entry["description"] = relation.note
            found.append(entry)
    return found


def _source(source: Source, root: str) -> dict[str, Any]:
    optional: dict[str, Any] = {
        "alternateName": source.title_short,
        "author": [_person(name) for name in source.author],
        "editor": [_person(name) for name in source.editor],
        "datePublished": source.issued.text if source.issued else "",
        "isPartOf": {"@type": "CreativeWork", "name": source.container_title}
        if source.container_title
        else None,
        "publisher": {"@type": "Organization", "name": source.publisher}
        if source.publisher
        else None,
        "inLanguage": source.language,
        "url": source.url if source.url.startswith(_LINKS) else "",
        "identifier": f"doi:{source.doi}" if source.doi else "",
        "isbn": source.isbn,
    }
    return {
        "@id": f"{root}#source-{source.id}",
        "@type": _KINDS.get(source.type, "CreativeWork"),
        "name": source.title or source.short_name,
    } | {key: value for key, value in optional.items() if value}


def _person(name: Name) -> dict[str, Any]:
    if name.literal:
        return {"@type": "Organization", "name": name.literal}
    parts = {
        "familyName": joined_particles(name.non_dropping_particle, name.family),
        "givenName": " ".join(part for part in (name.given, name.dropping_particle) if part),
        "honorificSuffix": name.suffix,
    }
    return {"@type": "Person"} | {key: value for key, value in parts.items() if value}
