"""What rests on what: the claims of each source, the sources behind it, and those never cited.

Support is counted twice: by source, where a claim was read, and by origin, where it comes from.
What a withdrawn or superseded claim cites is listed with the rest, and counts for nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.model.origins import origins, relays_of
from briefing_app.model.standing import standing_claims, stands

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefing_app.model.claim import Claim
    from briefing_app.model.cross_references import CrossReferences
    from briefing_app.model.source import Source


def support_of(claim: Claim, references: CrossReferences) -> tuple[int, int]:
    """Return how many sources a claim names, and how many origins; whether or not it stands."""
    sources = {citation.id for citation in claim.sources}
    return len(sources), len(origins(claim, references.sources))


def count_support(claims: Iterable[Claim], references: CrossReferences) -> tuple[int, int]:
    """Return how many sources, and how many origins, hold up those of the claims that stand."""
    sources: set[str] = set()
    found: set[str] = set()
    for claim in standing_claims(claims):
        sources.update(citation.id for citation in claim.sources)
        found.update(origins(claim, references.sources))
    return len(sources), len(found)


def cited_sources(references: CrossReferences) -> tuple[Source, ...]:
    """Return the sources that claims cite which stand, in the briefing's order."""
    claims = standing_claims(references.briefing.claims)
    cited = {citation.id for claim in claims for citation in claim.sources}
    return tuple(source for source in references.briefing.sources if source.id in cited)


class SourceSupport:
    """Look-ups over one briefing; made once, never changed."""

    def __init__(self, references: CrossReferences) -> None:
        """Put every claim with its sources; linear in the size of the briefing."""
        self.references = references
        self._direct: dict[str, list[Claim]] = {}
        self._behind: dict[str, list[Claim]] = {}
        self._alone: dict[str, list[Claim]] = {}
        self._unnamed: dict[str, list[Claim]] = {}
        for claim in references.in_text_order():
            self._enter(claim)
        claims = standing_claims(references.in_text_order())
        self.sourced = tuple(claim for claim in claims if claim.sources)
        self.unnamed = tuple(claim for claim in claims if claim.further_source)
        self._upheld = {citation.id for claim in self.sourced for citation in claim.sources}
        self._upheld_behind = {
            name for name, found in self._behind.items() if any(map(stands, found))
        }

    def _enter(self, claim: Claim) -> None:
        cited = dict.fromkeys([citation.id for citation in claim.sources])
        for name in cited:
            self._direct.setdefault(name, []).append(claim)
            if len(cited) == 1:
                self._alone.setdefault(name, []).append(claim)
        for citation in claim.sources:
            behind = citation.attributed_to
            if behind and behind not in cited and behind in self.references.sources:
                self._enter_once(self._behind, behind, claim)
            if citation.further_source:
                self._enter_once(self._unnamed, citation.id, claim)

    @staticmethod
    def _enter_once(table: dict[str, list[Claim]], name: str, claim: Claim) -> None:
        """Enter a claim that may have been entered just before."""
        claims = table.setdefault(name, [])
        if not claims or claims[-1] is not claim:
            claims.append(claim)

    def counted(self, claims: Iterable[Claim]) -> tuple[int, int]:
        """Return how many sources, and how many origins, hold up those of the claims that stand."""
        return count_support(claims, self.references)

    def claims(self, source_id: str) -> tuple[Claim, ...]:
        """Return the claims that cite the source, in the order of the text."""
        return tuple(self._direct.get(source_id, ()))

    def claims_behind(self, source_id: str) -> tuple[Claim, ...]:
        """Return the claims that another source takes from this one."""
        return tuple(self._behind.get(source_id, ()))

    def alone(self, source_id: str) -> tuple[Claim, ...]:
        """Return the claims that cite no other source; without it they would have none."""
        return tuple(self._alone.get(source_id, ()))

    def unnamed_of(self, source_id: str) -> tuple[Claim, ...]:
        """Return the claims for which the source points on to a page that cannot be named."""
        return tuple(self._unnamed.get(source_id, ()))

    def cites(self, source_id: str) -> tuple[Source, ...]:
        """Return the sources that are known through this one."""
        found = self.references.briefing.sources
        return tuple(source for source in found if source.cited_by == source_id)

    def chain(self, source_id: str) -> tuple[Source, ...]:
        """Return through whom the source is known: the one that cites it first."""
        sources = self.references.sources
        return tuple(sources[name] for name in relays_of(source_id, sources))

    @property
    def cited(self) -> tuple[Source, ...]:
        """The sources that claims cite which stand."""
        return cited_sources(self.references)

    @property
    def behind(self) -> tuple[Source, ...]:
        """The sources that no claim cites which stands, but that are behind one that is cited."""
        found = self.references.briefing.sources
        return tuple(
            source
            for source in found
            if source.id not in self._upheld
            and (source.id in self._upheld_behind or self._leads_to_cited(source.id))
        )

    @property
    def no_longer_cited(self) -> tuple[Source, ...]:
        """The sources that only claims name which no longer stand."""
        return tuple(s for s in self.unused if self._was_used(s.id))

    @property
    def never_cited(self) -> tuple[Source, ...]:
        """The sources that no claim rests on or ever did, directly or through another one."""
        return tuple(s for s in self.unused if not self._was_used(s.id))

    @property
    def unused(self) -> tuple[Source, ...]:
        """The sources that hold up nothing: those no longer cited, and those that never were."""
        used = {source.id for source in (*self.cited, *self.behind)}
        return tuple(s for s in self.references.briefing.sources if s.id not in used)

    def _was_used(self, source_id: str) -> bool:
        names = (source_id, *(source.id for source in self.chain(source_id)))
        return source_id in self._behind or any(name in self._direct for name in names)

    def _leads_to_cited(self, source_id: str) -> bool:
        return any(source.id in self._upheld for source in self.chain(source_id))
