"""A source: a CSL-JSON item and what is known of its worth."""

from __future__ import annotations

import enum

import msgspec

from briefing_app.model.dates import EdtfDate, Precision


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


class Name(
    msgspec.Struct,
    frozen=True,
    forbid_unknown_fields=True,
    omit_defaults=True,
    rename=lambda name: name.replace("_", "-"),
):
    """A CSL name: family and given, or a literal for an organisation."""

    family: str = ""
    given: str = ""
    literal: str = ""
    non_dropping_particle: str = ""
    dropping_particle: str = ""
    suffix: str = ""
    comma_suffix: bool = False
    static_ordering: bool = False
    parse_names: bool = False

    @property
    def short(self) -> str:
        """What a sentence calls it: `van der Berg`."""
        family = self.family and joined_particles(self.non_dropping_particle, self.family)
        return family or self.literal or self.given

    @property
    def full(self) -> str:
        """All of it, in the order of speech: `Anna van der Berg`, `Martin King Jr.`."""
        family = joined_particles(self.dropping_particle, self.non_dropping_particle, self.family)
        return " ".join(p for p in (self.given, family, self.suffix) if p) or self.literal


def joined_particles(*parts: str) -> str:
    """Return the parts with blanks between, but after `d'` and `al-`."""
    text = ""
    for part in parts:
        if part:
            leaning = not text or text.endswith(("'", "’", "-"))
            text += part if leaning else f" {part}"
    return text


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
        "csl": "other variables of CSL",
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
    csl: str = ""  # the variables that have no field here, and dates as they came: a JSON object
    # ours
    reliability: Reliability | None = None
    cited_by: str = ""  # the source through which we know of this one
    availability: Availability = Availability.AVAILABLE

    @property
    def short_name(self) -> str:
        """What a sentence calls it: its citation label, else author and year, else title."""
        if self.citation_label:
            return self.citation_label
        names = [name.short for name in self.author]
        names = [name for name in names if name]
        who = " and ".join(names[:2]) if len(names) < 3 else f"{names[0]} et al."
        year = _year(self.issued) if self.issued else ""
        return f"{who} {year}".strip() if who else self.title_short or self.title or self.id


def _year(date: EdtfDate) -> str:
    """The year in which it began, or else ended; `1950s`, `20th century`."""
    point = date.start or date.end
    assert point is not None
    if point.precision < Precision.YEAR:
        return point.display().removeprefix("about ").removesuffix(" (uncertain)")
    return str(point.first.year)
