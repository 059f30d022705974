"""The author's checks on claims, sources and entities.

What is asked of judgements follows ICD 203 (2015): likelihood belongs to forecasts, confidence to
judgements and with a basis, and one origin is little ground for high confidence. Reliability is the
Admiralty code's, where F is unknown and not worst.
"""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Final

from briefing_app.loading.check_references import cycles
from briefing_app.loading.check_wording import WordingCheck
from briefing_app.loading.read_inline_prose import safe_address
from briefing_app.model.claim import (
    ClaimType,
    Confidence,
    Locator,
    RelationType,
)
from briefing_app.model.origins import origins
from briefing_app.model.source import Reliability

if TYPE_CHECKING:
    from briefing_app.loading.material import Material
    from briefing_app.loading.problem_list import Spot
    from briefing_app.model.claim import Citation, Claim, Figure
    from briefing_app.model.source import Source

_TEXT_LENGTH: Final = 170
_LABEL_LENGTH: Final = 45
_ON_TIMELINE: Final = 90  # letters that the timeline shows of a sentence
_MOST_NAMED: Final = 6
_NEED_SOURCE: Final = (
    ClaimType.FACT,
    ClaimType.EVENT,
    ClaimType.STATEMENT,
    ClaimType.STATISTIC,
)
_JUDGED: Final = (ClaimType.ASSESSMENT, ClaimType.FORECAST)
_AHEAD: Final = (ClaimType.FORECAST, ClaimType.OPTION, ClaimType.RECOMMENDATION)
_GRADED: Final = (Confidence.LOW, Confidence.MODERATE, Confidence.HIGH)
_GRADING: Final = ("confidence", "basis", "likelihood", "horizon")
_POOR: Final = (Reliability.D, Reliability.E)
LANGUAGE: Final = re.compile(
    r"[A-Za-z]{2,3}(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|[0-9]{3}))?(?:-[A-Za-z0-9]{5,8})*\Z"
)
# CSL 1.0.2, appendix III
_CSL_TYPES: Final = frozenset(
    (
        *("article", "article-journal", "article-magazine", "article-newspaper", "bill", "book"),
        *("broadcast", "chapter", "classic", "collection", "dataset", "document", "entry"),
        *("entry-dictionary", "entry-encyclopedia", "event", "figure", "graphic", "hearing"),
        *("interview", "legal_case", "legislation", "manuscript", "map", "motion_picture"),
        *("musical_score", "pamphlet", "paper-conference", "patent", "performance"),
        *("periodical", "personal_communication", "post", "post-weblog", "regulation", "report"),
        *("review", "review-book", "software", "song", "speech", "standard", "thesis", "treaty"),
        "webpage",
    )
)


class ClaimCheck:
    """Checks what each claim says of itself."""

    def __init__(self, material: Material) -> None:
        self._material = material
        self._problems = material.problems
        self._known_sources = {source.id: source for _, source in material.sources}
        self._cut_off = material.manifest.as_of.last_day

    def run(self) -> None:
        """Note what an author should mend."""
        material = self._material
        for spot, claim in material.claims:
            self._length(spot, claim)
            if not any(spot.at(key) in material.spoilt for key in _GRADING):
                self._grading(spot, claim)
            self._sources(spot, claim)
            for number, figure in enumerate(claim.figures):
                at = spot.at("figures", number)
                if at not in material.spoilt:
                    self._figure(at, figure)
            first = claim.date.first_day if claim.date else None
            ahead = claim.type in _AHEAD
            if first and self._cut_off and first > self._cut_off and not ahead:
                message = f"this is after the information cut-off, {self._as_of()}"
                self._problems.warning(spot.at("date"), message)
        WordingCheck(self._material).run()
        self._relations()
        self._labels()

    def _labels(self) -> None:
        """Note once which claims the timeline has no words for but the first of their sentence."""
        cut = [
            (spot, claim)
            for spot, claim in self._material.claims
            if claim.date and not claim.label and len(claim.text.rstrip(".")) > _ON_TIMELINE
        ]
        if cut:
            ids = ", ".join(claim.id for _, claim in cut[:_MOST_NAMED])
            more = f" and {len(cut) - _MOST_NAMED} more" if len(cut) > _MOST_NAMED else ""
            message = (
                f"the timeline shows only the first words of {ids}{more}: write a 'label' of at "
                f"most {_LABEL_LENGTH} characters"
            )
            self._problems.warning(cut[0][0].at("text"), message)

    def _as_of(self) -> str:
        return self._material.manifest.as_of.display()

    def _length(self, spot: Spot, claim: Claim) -> None:
        for key, text, most in (
            ("text", claim.text, _TEXT_LENGTH),
            ("label", claim.label, _LABEL_LENGTH),
        ):
            if len(text) > most:
                message = f"{len(text)} characters; at most {most} can be taken in at a glance"
                self._problems.warning(spot.at(key), message)
        if not claim.text.strip():
            self._problems.error(spot.at("text"), "'text' is empty")

    def _grading(self, spot: Spot, claim: Claim) -> None:
        kind = claim.type.value
        warn, error = self._problems.warning, self._problems.error
        if claim.type is ClaimType.FORECAST:
            for key, value in (("likelihood", claim.likelihood), ("horizon", claim.horizon)):
                if value is None:
                    error(spot, f"the forecast '{claim.id}' has no {key}")
        else:
            for key, value in (("likelihood", claim.likelihood), ("horizon", claim.horizon)):
                if value is not None:
                    warn(spot.at(key), f"only forecasts have a {key}; this is of the type {kind}")
        if claim.type not in _JUDGED:
            if claim.confidence is not None:
                message = (
                    f"only assessments and forecasts have a confidence; this is of the type {kind}"
                )
                warn(spot.at("confidence"), message)
        elif claim.confidence is None and claim.type is ClaimType.ASSESSMENT:
            warn(spot, f"the assessment '{claim.id}' has no confidence; 'not-stated' is one")
        elif claim.confidence in _GRADED and not claim.basis:
            warn(spot.at("confidence"), "a confidence needs a basis: what does it rest on?")
        if claim.basis and claim.confidence not in _GRADED:
            warn(spot.at("basis"), "a basis belongs to a confidence of low, moderate or high")

    def _sources(self, spot: Spot, claim: Claim) -> None:
        warn = self._problems.warning
        if not claim.sources:
            if spot.at("sources") not in self._material.spoilt and claim.type in _NEED_SOURCE:
                message = f"'{claim.id}' is of the type {claim.type.value} and has no source"
                self._problems.error(spot, message)
            return
        for number, citation in enumerate(claim.sources):
            at = spot.at("sources", number)
            if citation.locator == Locator() and at not in self._material.spoilt:
                warn(at, f"no locator says where in '{citation.id}' it stands")
        if claim.confidence is Confidence.HIGH and len(origins(claim, self._known_sources)) == 1:
            message = "high confidence, but everything comes from one origin"
            warn(spot.at("confidence"), message)
        if all(self._is_poor(citation) for citation in claim.sources):
            warn(spot.at("sources"), "all of its sources are graded D or E")

    def _is_poor(self, citation: Citation) -> bool:
        source = self._known_sources.get(citation.id)
        return source is not None and source.reliability in _POOR

    def _figure(self, spot: Spot, figure: Figure) -> None:
        error = self._problems.error
        numbers = {"value": figure.value, "low": figure.low, "high": figure.high}
        given = {key: number for key, number in numbers.items() if number is not None}
        if not figure.unit.strip():
            error(spot.at("unit"), "a figure needs a unit: what is counted or measured?")
        if not given:
            error(spot, "a figure needs a value, or low and high")
        for key, number in given.items():
            if not math.isfinite(number):
                error(spot.at(key), "this is no number")
        if figure.value is None and len(given) == 1:
            error(spot, "a figure without a value needs low and high")
        order = [given[key] for key in ("low", "value", "high") if key in given]
        if order != sorted(order):
            error(spot, "low, value and high are not in this order")

    def _relations(self) -> None:
        spots = {claim.id: spot for spot, claim in self._material.claims}
        derived: dict[str, list[str]] = {}
        signs: dict[tuple[str, str], set[RelationType]] = {}
        for spot, claim in self._material.claims:
            for number, relation in enumerate(claim.relations):
                if relation.type is RelationType.DERIVES_FROM and relation.to != claim.id:
                    derived.setdefault(claim.id, []).append(relation.to)
                if relation.type not in (RelationType.SUPPORTS, RelationType.CONTRADICTS):
                    continue
                pair = (min(claim.id, relation.to), max(claim.id, relation.to))
                known = signs.setdefault(pair, set())
                if known and relation.type not in known:
                    message = f"'{pair[0]}' and '{pair[1]}' support and contradict each other"
                    self._problems.warning(spot.at("relations", number), message)
                known.add(relation.type)
        for path in cycles(derived):
            if path[0] in spots:
                message = f"each is derived from the next, in a circle: {' → '.join(path)}"
                self._problems.warning(spots[path[0]].at("relations"), message)


class SourceCheck:
    """Checks sources and entities."""

    def __init__(self, material: Material) -> None:
        self._material = material
        self._problems = material.problems

    def run(self) -> None:
        """Note what an author should mend."""
        used = self._used()
        # A claim that had to be left out may be the one that cites it.
        hidden = self._material.broken_ids or "claim" in self._material.unread
        cited = {citation.id for _, claim in self._material.claims for citation in claim.sources}
        for spot, source in self._material.sources:
            if source.id not in used and not hidden:
                message = f"nothing cites the source '{source.id}'"
                self._problems.warning(spot, message)
            self._source(spot, source, cited=source.id in cited)
        links = {s.id: [s.cited_by] for _, s in self._material.sources if s.cited_by != s.id}
        spots = {source.id: spot for spot, source in self._material.sources}
        for path in cycles({name: to for name, to in links.items() if to[0]}):
            if path[0] in spots:
                message = f"each is cited by the next, in a circle: {' → '.join(path)}"
                self._problems.error(spots[path[0]].at("cited_by"), message)
        self._spellings()

    def _used(self) -> set[str]:
        """The sources that claims rest on, and those through which these are known."""
        used: set[str] = set()
        for _, claim in self._material.claims:
            for citation in claim.sources:
                used |= {citation.id, citation.attributed_to}
        through = {source.id: source.cited_by for _, source in self._material.sources}
        waiting = list(used)
        while waiting:
            relay = through.get(waiting.pop(), "")
            if relay and relay not in used:
                used.add(relay)
                waiting.append(relay)
        return used

    def _source(self, spot: Spot, source: Source, *, cited: bool) -> None:
        warn = self._problems.warning
        if source.type not in _CSL_TYPES:
            hint = self._problems.did_you_mean(source.type, _CSL_TYPES)
            warn(spot.at("type"), f"'{source.type[:40]}' is no CSL item type{hint}")
        if not (source.title or source.citation_label):
            warn(spot, f"the source '{source.id}' has no title")
        if source.url and not safe_address(source.url):
            warn(spot.at("URL"), "an address begins with http:// or https://")
        if source.doi and not re.match(r"10\.\d{4,9}/\S+\Z", source.doi):
            warn(spot.at("DOI"), "a DOI is written 10.…/…, without an address before it")
        if source.language and not LANGUAGE.match(source.language):
            message = f"'{source.language[:40]}' is no language tag; write en, en-GB, ur-PK"
            warn(spot.at("language"), message)
        cut_off = self._material.manifest.as_of
        issued = source.issued.first_day if source.issued else None
        if cited and issued and cut_off.last_day and issued > cut_off.last_day:
            message = f"this came out after the information cut-off, {cut_off.display()}"
            warn(spot.at("issued"), message)

    def _spellings(self) -> None:
        first: dict[str, str] = {}
        for spot, entity in self._material.entities:
            for spelling in entity.spellings:
                other = first.setdefault(spelling.casefold(), entity.id)
                if other != entity.id:
                    message = f"'{spelling}' is a spelling of '{other}' too"
                    self._problems.warning(self._spelling_spot(spot, entity, spelling), message)

    @staticmethod
    def _spelling_spot(spot: Spot, entity: object, spelling: str) -> Spot:
        aliases: tuple[str, ...] = getattr(entity, "aliases", ())
        if spelling in aliases:
            return spot.at("aliases", aliases.index(spelling))
        return spot.at("short" if spelling == getattr(entity, "short", "") else "name")
