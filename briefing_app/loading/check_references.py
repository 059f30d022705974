"""References: every id that a part of the briefing names must be there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefing_app.model.claim import Family, RelationType
from briefing_app.model.problem import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from briefing_app.loading.material import Material, ProsePart
    from briefing_app.loading.problem_list import Spot
    from briefing_app.model.claim import Claim

_MOST_CYCLES: Final = 20


class ReferenceCheck:
    """Looks up every reference of one briefing."""

    def __init__(self, material: Material) -> None:
        self._material = material
        self._problems = material.problems
        self._sections = {section.entry.id for section in material.sections}
        self._claims = {claim.id: claim for _, claim in material.claims}
        self._sources = {source.id for _, source in material.sources}
        self._entities = {entity.id for _, entity in material.entities}
        self._ids_by_name: dict[str, str] = {}

    def run(self) -> None:
        """Note every reference that leads nowhere."""
        for spot, claim in self._material.claims:
            self._claim(spot, claim)
        for spot, source in self._material.sources:
            if source.cited_by == source.id:
                self._problems.error(spot.at("cited_by"), "a source cannot be cited by itself")
            elif source.cited_by:
                self._known(source.cited_by, "source", self._sources, spot.at("cited_by"))
        for spot, option in self._material.options:
            named = (("for", option.in_favour), ("against", option.against))
            for key, claims in (*named, ("open", option.unresolved)):
                self._all_known(claims, "claim", self._claims, spot.at(key))
            for claim_id in set(option.in_favour) & set(option.against):
                message = f"'{claim_id}' counts for this option and against it"
                self._problems.warning(spot.at("against"), message)
        self._key_judgements()
        parts = [section.part for section in self._material.sections]
        for part in (*parts, self._material.summary):
            if part is not None:
                self._marks(part)

    def _known(self, name: str, word: str, known: Iterable[str], spot: Spot) -> bool:
        """Whether a name is known; notes it if not."""
        if name in known:
            return True
        if name not in self._material.broken_ids and word not in self._material.unread:
            self._problems.error(spot, self._unknown(name, word, known))
        return False

    def _unknown(self, name: str, word: str, known: Iterable[str]) -> str:
        named = self._by_name().get(name.casefold(), "") if word != "claim" else ""
        if named and named in known:
            return f"there is no {word} '{name[:70]}'; its id stands here: '{named}'"
        hint = self._problems.did_you_mean(name, known)
        return f"there is no {word} '{name[:70]}'{hint}"

    def _by_name(self) -> dict[str, str]:
        """The ids of sources and entities by their names and spellings."""
        if not self._ids_by_name:
            for _, source in self._material.sources:
                for text in (source.title, source.title_short, source.short_name):
                    self._ids_by_name.setdefault(text.casefold(), source.id)
            for _, entity in self._material.entities:
                for text in entity.spellings:
                    self._ids_by_name.setdefault(text.casefold(), entity.id)
        return self._ids_by_name

    def _all_known(self, names: tuple[str, ...], word: str, known: Iterable[str], at: Spot) -> None:
        for number, name in enumerate(names):
            self._known(name, word, known, at.at(number))

    def _claim(self, spot: Spot, claim: Claim) -> None:
        self._known(claim.section, "section", self._sections, spot.at("section"))
        self._all_known(claim.actors, "entity", self._entities, spot.at("actors"))
        self._all_known(claim.places, "entity", self._entities, spot.at("places"))
        for number, citation in enumerate(claim.sources):
            at = spot.at("sources", number)
            self._known(citation.id, "source", self._sources, at.at("id"))
            if citation.attributed_to:
                known = self._sources | self._entities
                if not {"source", "entity"} & self._material.unread:
                    word = "source or entity"
                    self._known(citation.attributed_to, word, known, at.at("attributed_to"))
        seen: set[tuple[RelationType, str]] = set()
        for number, relation in enumerate(claim.relations):
            at = spot.at("relations", number, "to")
            if relation.to == claim.id:
                self._problems.error(at, "a claim has no relation to itself")
            elif self._known(relation.to, "claim", self._claims, at):
                if (relation.type, relation.to) in seen:
                    self._problems.warning(at, "this relation is already there")
                seen.add((relation.type, relation.to))

    def _key_judgements(self) -> None:
        manifest = self._material.manifest
        at = self._material.root.at("key_judgments")
        for number, name in enumerate(manifest.key_judgments):
            if self._known(name, "claim", self._claims, at.at(number)):
                claim = self._claims[name]
                if claim.family not in (Family.JUDGED, Family.ADVISED):
                    message = (
                        f"'{name}' is of the type {claim.type.value}; a key judgement is an "
                        "assessment, a forecast, an option or a recommendation"
                    )
                    self._problems.warning(at.at(number), message)
            if name in manifest.key_judgments[:number]:
                self._problems.warning(at.at(number), f"'{name}' is already there")

    def _marks(self, part: ProsePart) -> None:
        for line, column, name in part.prose.marks:
            if name not in self._claims and name not in self._material.broken_ids:
                if "claim" in self._material.unread:
                    return
                message = self._unknown(name, "claim", self._claims)
                self._problems.add(part.problem(line, column, Severity.ERROR, message))


def cycles(edges: Mapping[str, list[str]]) -> list[tuple[str, ...]]:
    """Return a path for each cycle that a walk from node to node meets, up to 20; no recursion."""
    found: list[tuple[str, ...]] = []
    done: set[str] = set()
    for start in edges:
        path: dict[str, None] = {}
        waiting = [iter((start,))]
        while waiting:
            node = next(waiting[-1], None)
            if node is None:
                waiting.pop()
                if path:
                    done.add(path.popitem()[0])
            elif node in path:
                if len(found) == _MOST_CYCLES:
                    return found
                nodes = list(path)
                found.append((*nodes[nodes.index(node) :], node))
            elif node not in done:
                path[node] = None
                waiting.append(iter(edges.get(node, ())))
    return found
