"""What rests on what: the claims of each source, the sources behind it, and those never cited.

Support is counted twice: by source, where a claim was read, and by origin, where it comes from.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.model.origins import origins, relays_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefing_app.model.claim import Claim
    from briefing_app.model.cross_references import CrossReferences
    from briefing_app.model.source import Source


def count_support(claims: Iterable[Claim], references: CrossReferences) -> tuple[int, int]:
    """Return how many sources, and how many origins, stand behind some claims."""
    sources: set[str] = set()
    found: set[str] = set()
    for claim in claims:
        sources.update(citation.id for citation in claim.sources)
        found.update(origins(claim, references.sources))
    return len(sources), len(found)


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
        claims = references.in_text_order()
        self.sourced = tuple(claim for claim in claims if claim.sources)
        self.unnamed = tuple(claim for claim in claims if claim.further_source)

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
        """Return how many sources, and how many origins, stand behind some claims."""
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
        """The sources that claims cite."""
        return tuple(s for s in self.references.briefing.sources if s.id in self._direct)

    @property
    def behind(self) -> tuple[Source, ...]:
        """The sources that no claim cites, but that stand behind one that is cited."""
        found = self.references.briefing.sources
        return tuple(
            source
            for source in found
            if source.id not in self._direct
            and (source.id in self._behind or self._leads_to_cited(source.id))
        )

    @property
    def never_cited(self) -> tuple[Source, ...]:
        """The sources that no claim rests on, directly or through another one."""
        used = {source.id for source in (*self.cited, *self.behind)}
        return tuple(s for s in self.references.briefing.sources if s.id not in used)

    def _leads_to_cited(self, source_id: str) -> bool:
        return any(source.id in self._direct for source in self.chain(source_id))
