"""A claim: one sentence that can be found, traced to its source and weighed."""

from __future__ import annotations

import enum

import msgspec

from briefing_app.model.dates import EdtfDate


class ClaimType(enum.StrEnum):
    """What kind of claim it is."""

    __hash__ = str.__hash__  # as equality is; the enum's own is three times slower
    EVENT = "event"
    FACT = "fact"
    STATEMENT = "statement"
    STATISTIC = "statistic"
    ASSESSMENT = "assessment"
    FORECAST = "forecast"
    ASSUMPTION = "assumption"
    GAP = "gap"
    OPTION = "option"
    RECOMMENDATION = "recommendation"

    @property
    def family(self) -> Family:
        """The family that answers "who says so?" for this type."""
        return _FAMILIES[self]


class Family(enum.StrEnum):
    """The four answers to "who says so?"; one word, colour and line shape each."""

    __hash__ = str.__hash__
    REPORTED = "reported"
    SAID = "said"
    JUDGED = "judged"
    ADVISED = "advised"


_FAMILIES = {
    ClaimType.EVENT: Family.REPORTED,
    ClaimType.FACT: Family.REPORTED,
    ClaimType.STATISTIC: Family.REPORTED,
    ClaimType.ASSUMPTION: Family.REPORTED,
    ClaimType.GAP: Family.REPORTED,
    ClaimType.STATEMENT: Family.SAID,
    ClaimType.ASSESSMENT: Family.JUDGED,
    ClaimType.FORECAST: Family.JUDGED,
    ClaimType.OPTION: Family.ADVISED,
    ClaimType.RECOMMENDATION: Family.ADVISED,
}


class Confidence(enum.StrEnum):
    """How sure the judgement is (ICD 203); never how likely the event is."""

    LOW = "low"
    MODERATE = "moderate"
    HIGH = "high"
    NOT_STATED = "not-stated"


class Likelihood(enum.StrEnum):
    """How likely a forecast event is, as an ICD 203 band."""

    ALMOST_NO_CHANCE = "almost-no-chance"
    VERY_UNLIKELY = "very-unlikely"
    UNLIKELY = "unlikely"
    EVEN = "even"
    LIKELY = "likely"
    VERY_LIKELY = "very-likely"
    ALMOST_CERTAIN = "almost-certain"

    @property
    def band_percent(self) -> tuple[int, int]:
        """The band in percent, both ends included (ICD 203, 2015, section D.6.e)."""
        return _BANDS[self]


_BANDS = {
    Likelihood.ALMOST_NO_CHANCE: (1, 5),
    Likelihood.VERY_UNLIKELY: (5, 20),
    Likelihood.UNLIKELY: (20, 45),
    Likelihood.EVEN: (45, 55),
    Likelihood.LIKELY: (55, 80),
    Likelihood.VERY_LIKELY: (80, 95),
    Likelihood.ALMOST_CERTAIN: (95, 99),
}


class RelationType(enum.StrEnum):
    """How one claim bears on another."""

    SUPPORTS = "supports"
    CONTRADICTS = "contradicts"
    QUALIFIES = "qualifies"
    UNDERCUTS = "undercuts"
    DERIVES_FROM = "derives-from"
    UPDATES = "updates"
    SAME_AS = "same-as"
    EXAMPLE_OF = "example-of"
    EXPLAINS = "explains"


class Status(enum.StrEnum):
    """Whether the claim still stands."""

    CURRENT = "current"
    UPDATED = "updated"
    SUPERSEDED = "superseded"
    DISPUTED = "disputed"
    WITHDRAWN = "withdrawn"


class Qualifier(enum.StrEnum):
    """How a figure is meant."""

    EXACTLY = "exactly"
    ABOUT = "about"
    MORE_THAN = "more-than"
    LESS_THAN = "less-than"
    AT_LEAST = "at-least"
    AT_MOST = "at-most"


class Figure(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A number that the claim gives, as data: `more than 80,000 lives`.

    Without a qualifier the source gives the plain number, and does not say how exact it is.
    """

    name: str
    unit: str  # words ("incidents"), UCUM, or an ISO 4217 code for money ("USD")
    value: float | None = None
    qualifier: Qualifier | None = None
    low: float | None = None
    high: float | None = None
    as_of: EdtfDate | None = None


class Locator(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Where in the source it stands, under CSL's locator labels."""

    section: str = ""
    paragraph: str = ""
    page: str = ""
    chapter: str = ""
    figure: str = ""
    table: str = ""
    line: str = ""
    timestamp: str = ""
    note: str = ""
    appendix: str = ""

    def display(self, *, quoted: bool = False) -> str:
        """Return the place in words, in the order of the fields: `Background, ¶1`, `p. 3`.

        With `quoted` the heading of a section stands in quotation marks.
        """
        named = {field: getattr(self, field) for field in _LOCATOR_WORDS}
        if quoted and self.section:
            named["section"] = f"“{self.section}”"
        return ", ".join(
            f"{_LOCATOR_WORDS[field]}{value}" for field, value in named.items() if value
        )


_LOCATOR_WORDS = {
    "section": "",
    "paragraph": "¶",
    "page": "p. ",
    "chapter": "ch. ",
    "figure": "fig. ",
    "table": "table ",
    "line": "line ",
    "timestamp": "at ",
    "note": "note ",
    "appendix": "app. ",
}


class Citation(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One source of a claim: which, where in it, and through whom."""

    id: str
    locator: Locator = Locator()
    attributed_to: str = ""  # whom the source names: a source id, else an entity id
    further_source: bool = False  # the source points to a page that we cannot name
    quote: str = ""


class Relation(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What a claim does to another one."""

    type: RelationType
    to: str
    note: str = ""


class Claim(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One point, in one sentence that stands alone."""

    id: str
    section: str
    type: ClaimType
    text: str
    label: str = ""
    date: EdtfDate | None = None
    confidence: Confidence | None = None
    basis: str = ""
    likelihood: Likelihood | None = None
    horizon: EdtfDate | None = None
    actors: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = ()
    sources: tuple[Citation, ...] = ()
    relations: tuple[Relation, ...] = ()
    status: Status = Status.CURRENT
    note: str = ""

    @property
    def family(self) -> Family:
        """The family of this claim's type."""
        return self.type.family

    @property
    def further_source(self) -> bool:
        """Whether it rests on a page behind its source that we cannot name."""
        return any(citation.further_source for citation in self.sources)
