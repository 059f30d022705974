"""A source: a CSL-JSON item and what is known of its worth."""

from __future__ import annotations

import enum

import msgspec

from briefing_app.model.dates import EdtfDate


class Reliability(enum.StrEnum):
    """Admiralty code for the source; F is unknown, not worst."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"
    F = "F"


class Availability(enum.StrEnum):
    """Whether a reader can look the source up."""

    AVAILABLE = "available"
    LINK_NOT_AVAILABLE = "link-not-available"
    OFFLINE = "offline"


class Name(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A CSL name: family and given, or a literal for an organisation."""

    family: str = ""
    given: str = ""
    literal: str = ""


class Source(
    msgspec.Struct,
    frozen=True,
    forbid_unknown_fields=True,
    omit_defaults=True,
    rename={
        "container_title": "container-title",
        "publisher_place": "publisher-place",
        "title_short": "title-short",
        "citation_label": "citation-label",
        "collection_title": "collection-title",
        "url": "URL",
        "doi": "DOI",
        "isbn": "ISBN",
    },
):
    """One source. Keys are CSL-JSON variables; the last block is ours."""

    id: str
    type: str  # a CSL item type: article-journal, book, dataset, post-weblog, report, webpage …
    title: str = ""
    title_short: str = ""
    citation_label: str = ""  # what the text calls it: "Ahmed 2022"
    author: tuple[Name, ...] = ()
    editor: tuple[Name, ...] = ()
    issued: EdtfDate | None = None
    accessed: EdtfDate | None = None
    container_title: str = ""
    collection_title: str = ""
    publisher: str = ""
    publisher_place: str = ""
    edition: str = ""
    volume: str = ""
    issue: str = ""
    number: str = ""
    page: str = ""
    genre: str = ""
    medium: str = ""
    language: str = ""
    abstract: str = ""
    note: str = ""
    url: str = ""
    doi: str = ""
    isbn: str = ""
    # ours
    reliability: Reliability | None = None
    cited_by: str = ""  # the source through which we know of this one
    availability: Availability = Availability.AVAILABLE

    @property
    def short_name(self) -> str:
        """What a sentence calls it: its citation label, else author and year, else title."""
        if self.citation_label:
            return self.citation_label
        names = [name.family or name.literal for name in self.author]
        who = " and ".join(names[:2]) if len(names) < 3 else f"{names[0]} et al."
        year = self.issued.text[:4] if self.issued else ""
        return f"{who} {year}".strip() if who else self.title_short or self.title or self.id
