"""The words that the window uses for what the model calls by id; all pass through translation."""

from __future__ import annotations

from typing import Any

from PySide6 import QtCore

from briefing_app.model.claim import ClaimType, Confidence, Family, Likelihood, RelationType, Status
from briefing_app.model.entity import EntityKind
from briefing_app.model.source import Availability, Reliability

_FAMILIES: dict[Family, Any] = {
    Family.REPORTED: QtCore.QT_TRANSLATE_NOOP("words", "Reported"),
    Family.SAID: QtCore.QT_TRANSLATE_NOOP("words", "Said"),
    Family.JUDGED: QtCore.QT_TRANSLATE_NOOP("words", "Judged"),
    Family.ADVISED: QtCore.QT_TRANSLATE_NOOP("words", "Advised"),
}
_TYPES: dict[ClaimType, Any] = {
    ClaimType.EVENT: QtCore.QT_TRANSLATE_NOOP("words", "Event"),
    ClaimType.FACT: QtCore.QT_TRANSLATE_NOOP("words", "Fact"),
    ClaimType.STATEMENT: QtCore.QT_TRANSLATE_NOOP("words", "Statement"),
    ClaimType.STATISTIC: QtCore.QT_TRANSLATE_NOOP("words", "Statistic"),
    ClaimType.ASSESSMENT: QtCore.QT_TRANSLATE_NOOP("words", "Assessment"),
    ClaimType.FORECAST: QtCore.QT_TRANSLATE_NOOP("words", "Forecast"),
    ClaimType.ASSUMPTION: QtCore.QT_TRANSLATE_NOOP("words", "Assumption"),
    ClaimType.GAP: QtCore.QT_TRANSLATE_NOOP("words", "Gap"),
    ClaimType.OPTION: QtCore.QT_TRANSLATE_NOOP("words", "Option"),
    ClaimType.RECOMMENDATION: QtCore.QT_TRANSLATE_NOOP("words", "Recommendation"),
}
_CONFIDENCES: dict[Confidence, Any] = {
    Confidence.LOW: QtCore.QT_TRANSLATE_NOOP("words", "low confidence"),
    Confidence.MODERATE: QtCore.QT_TRANSLATE_NOOP("words", "moderate confidence"),
    Confidence.HIGH: QtCore.QT_TRANSLATE_NOOP("words", "high confidence"),
    Confidence.NOT_STATED: QtCore.QT_TRANSLATE_NOOP("words", "confidence not stated"),
}
_LIKELIHOODS: dict[Likelihood, Any] = {
    Likelihood.ALMOST_NO_CHANCE: QtCore.QT_TRANSLATE_NOOP("words", "almost no chance"),
    Likelihood.VERY_UNLIKELY: QtCore.QT_TRANSLATE_NOOP("words", "very unlikely"),
    Likelihood.UNLIKELY: QtCore.QT_TRANSLATE_NOOP("words", "unlikely"),
    Likelihood.EVEN: QtCore.QT_TRANSLATE_NOOP("words", "roughly even chance"),
    Likelihood.LIKELY: QtCore.QT_TRANSLATE_NOOP("words", "likely"),
    Likelihood.VERY_LIKELY: QtCore.QT_TRANSLATE_NOOP("words", "very likely"),
    Likelihood.ALMOST_CERTAIN: QtCore.QT_TRANSLATE_NOOP("words", "almost certain"),
}
# (seen from the claim that has the relation, seen from its target)
_RELATIONS: dict[RelationType, Any] = {
    RelationType.SUPPORTS: (
        QtCore.QT_TRANSLATE_NOOP("words", "supports"),
        QtCore.QT_TRANSLATE_NOOP("words", "supported by"),
    ),
    RelationType.CONTRADICTS: (
        QtCore.QT_TRANSLATE_NOOP("words", "stands against"),
        QtCore.QT_TRANSLATE_NOOP("words", "stands against"),
    ),
    RelationType.QUALIFIES: (
        QtCore.QT_TRANSLATE_NOOP("words", "qualifies"),
        QtCore.QT_TRANSLATE_NOOP("words", "qualified by"),
    ),
    RelationType.UNDERCUTS: (
        QtCore.QT_TRANSLATE_NOOP("words", "undercuts"),
        QtCore.QT_TRANSLATE_NOOP("words", "undercut by"),
    ),
    RelationType.DERIVES_FROM: (
        QtCore.QT_TRANSLATE_NOOP("words", "follows from"),
        QtCore.QT_TRANSLATE_NOOP("words", "leads to"),
    ),
    RelationType.UPDATES: (
        QtCore.QT_TRANSLATE_NOOP("words", "updates"),
        QtCore.QT_TRANSLATE_NOOP("words", "updated by"),
    ),
    RelationType.SAME_AS: (
        QtCore.QT_TRANSLATE_NOOP("words", "same as"),
        QtCore.QT_TRANSLATE_NOOP("words", "same as"),
    ),
    RelationType.EXAMPLE_OF: (
        QtCore.QT_TRANSLATE_NOOP("words", "example of"),
        QtCore.QT_TRANSLATE_NOOP("words", "has the example"),
    ),
    RelationType.EXPLAINS: (
        QtCore.QT_TRANSLATE_NOOP("words", "explains"),
        QtCore.QT_TRANSLATE_NOOP("words", "explained by"),
    ),
}
_STATUSES: dict[Status, Any] = {
    Status.CURRENT: QtCore.QT_TRANSLATE_NOOP("words", "current"),
    Status.UPDATED: QtCore.QT_TRANSLATE_NOOP("words", "updated"),
    Status.SUPERSEDED: QtCore.QT_TRANSLATE_NOOP("words", "superseded"),
    Status.DISPUTED: QtCore.QT_TRANSLATE_NOOP("words", "disputed"),
    Status.WITHDRAWN: QtCore.QT_TRANSLATE_NOOP("words", "withdrawn"),
}
_KINDS: dict[EntityKind, Any] = {
    EntityKind.PERSON: QtCore.QT_TRANSLATE_NOOP("words", "Person"),
    EntityKind.GROUP: QtCore.QT_TRANSLATE_NOOP("words", "Group"),
    EntityKind.STATE: QtCore.QT_TRANSLATE_NOOP("words", "State"),
    EntityKind.AGENCY: QtCore.QT_TRANSLATE_NOOP("words", "Agency"),
    EntityKind.PLACE: QtCore.QT_TRANSLATE_NOOP("words", "Place"),
    EntityKind.AGREEMENT: QtCore.QT_TRANSLATE_NOOP("words", "Agreement"),
    EntityKind.TERM: QtCore.QT_TRANSLATE_NOOP("words", "Term"),
}

_KIND_GROUPS: dict[EntityKind, Any] = {
    EntityKind.PERSON: QtCore.QT_TRANSLATE_NOOP("words", "People"),
    EntityKind.GROUP: QtCore.QT_TRANSLATE_NOOP("words", "Groups"),
    EntityKind.STATE: QtCore.QT_TRANSLATE_NOOP("words", "States"),
    EntityKind.AGENCY: QtCore.QT_TRANSLATE_NOOP("words", "Organisations"),
    EntityKind.PLACE: QtCore.QT_TRANSLATE_NOOP("words", "Places"),
    EntityKind.AGREEMENT: QtCore.QT_TRANSLATE_NOOP("words", "Agreements"),
    EntityKind.TERM: QtCore.QT_TRANSLATE_NOOP("words", "Terms"),
}

# the Admiralty code's words for sources (NATO AJP-2.1); F means unknown, not worst
_RELIABILITIES: dict[Reliability, Any] = {
    Reliability.A: QtCore.QT_TRANSLATE_NOOP("words", "completely reliable"),
    Reliability.B: QtCore.QT_TRANSLATE_NOOP("words", "usually reliable"),
    Reliability.C: QtCore.QT_TRANSLATE_NOOP("words", "fairly reliable"),
    Reliability.D: QtCore.QT_TRANSLATE_NOOP("words", "not usually reliable"),
    Reliability.E: QtCore.QT_TRANSLATE_NOOP("words", "unreliable"),
    Reliability.F: QtCore.QT_TRANSLATE_NOOP("words", "cannot be judged"),
}
_AVAILABILITIES: dict[Availability, Any] = {
    Availability.AVAILABLE: QtCore.QT_TRANSLATE_NOOP("words", "can be looked up"),
    Availability.LINK_NOT_AVAILABLE: QtCore.QT_TRANSLATE_NOOP("words", "link not available"),
    Availability.OFFLINE: QtCore.QT_TRANSLATE_NOOP("words", "not online"),
}


def _tr(text: str) -> str:
    return QtCore.QCoreApplication.translate("words", text)


def family_word(family: Family) -> str:
    """Return the family's word: `Judged`."""
    return _tr(_FAMILIES[family])


def type_word(claim_type: ClaimType) -> str:
    """Return the type's word: `Assessment`."""
    return _tr(_TYPES[claim_type])


def confidence_words(confidence: Confidence) -> str:
    """Return the confidence in words: `confidence not stated`."""
    return _tr(_CONFIDENCES[confidence])


def likelihood_words(likelihood: Likelihood) -> str:
    """Return the likelihood with its band: `likely (55–80%)`."""
    low, high = likelihood.band_percent
    return f"{_tr(_LIKELIHOODS[likelihood])} ({low}–{high}%)"


def relation_words(relation: RelationType, *, incoming: bool = False) -> str:
    """Return the relation as seen from the claim that has it, or from its target."""
    return _tr(_RELATIONS[relation][1 if incoming else 0])


def status_word(status: Status) -> str:
    """Return the status in a word: `disputed`."""
    return _tr(_STATUSES[status])


def kind_word(kind: EntityKind) -> str:
    """Return the entity's kind: `Group`."""
    return _tr(_KINDS[kind])


def kind_group_words(kind: EntityKind) -> str:
    """Return what all entities of a kind are called: `Groups`."""
    return _tr(_KIND_GROUPS[kind])


def reliability_words(reliability: Reliability | None) -> str:
    """Return the reliability in words: `cannot be judged (F)`."""
    if reliability is None:
        return _tr("not rated")
    return f"{_tr(_RELIABILITIES[reliability])} ({reliability.value})"


def availability_words(availability: Availability) -> str:
    """Return whether a source can be looked up: `link not available`."""
    return _tr(_AVAILABILITIES[availability])
