"""Which claims a field of the query means: `actor:ttp`, `type:stat`, `section:history`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.model.claim import ClaimType, Confidence, Family, Status
from briefing_app.search.results import Notice
from briefing_app.search.tokens import fold, terms

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefing_app.model.briefing import Briefing
    from briefing_app.model.claim import Claim
    from briefing_app.model.source import Source
    from briefing_app.search.names import NameTable
    from briefing_app.search.query import Dates, Field, Value


class FieldValues:
    """Look-ups from a field's value to claims; claims count from 0 in the order given."""

    def __init__(self, briefing: Briefing, claims: Sequence[Claim], names: NameTable) -> None:
        self._names = names
        self._dates = [claim.date for claim in claims]
        self._section_titles = {section.id: section.title for section in briefing.sections}
        self._source_words = {source.id: _words_of(source) for source in briefing.sources}
        self._entity_names = {e.id: e.short or e.name for e in briefing.entities}
        self._claims_by: dict[str, dict[str, set[int]]] = {}
        for number, claim in enumerate(claims):
            for field, values in values_of(claim).items():
                table = self._claims_by.setdefault(field, {})
                for value in values:
                    table.setdefault(value, set()).add(number)

    def claims_dated(self, dates: Dates) -> dict[int, float]:
        """Return the claims whose date overlaps a range; 1 if it lies within, less if beyond."""
        found: dict[int, float] = {}
        for number, date in enumerate(self._dates):
            if date is not None:
                share = max(span.share_of(date) for span in dates.ranges)
                if share > 0:
                    found[number] = share
        return found

    def claims_with(self, field: Field) -> set[int]:
        """Return the claims that have one of the values."""
        table = self._claims_by.get(field.name, {})
        found: set[int] = set()
        for value in field.values:
            for key in self._keys(field.name, value.text):
                found |= table.get(key, set())
        return found

    def keys(self, field: Field) -> frozenset[str]:
        """Return the values of the field that are meant, as claims have them."""
        return frozenset(key for v in field.values for key in self._keys(field.name, v.text))

    def sections_named(self, field: Field) -> frozenset[str]:
        """Return the sections that a `section:` field means."""
        return self.keys(field)

    def unknown(self, field: Field) -> list[Notice]:
        """Return a notice for each value that means nothing in this briefing."""
        return [
            Notice(value.start, value.end, self._advice(field.name, value))
            for value in field.values
            if not self._keys(field.name, value.text)
        ]

    def _keys(self, name: str, value: str) -> Iterable[str]:
        match name:
            case "actor" | "place":
                return self._names.meant_by(value)
            case "source":
                return self._sources(value) | self._names.meant_by(value)
            case "section":
                return _beginning_with(value, self._section_titles)
            case _:
                return _beginning_with(value, dict.fromkeys(self._known(name), ""))

    def _known(self, name: str) -> Iterable[str]:
        match name:
            case "type":
                return tuple(ClaimType)
            case "family":
                return tuple(Family)
            case "confidence":
                return tuple(Confidence)
            case "status":
                return tuple(Status)
            case _:
                return self._claims_by.get(name, {})

    def _sources(self, value: str) -> frozenset[str]:
        exact = frozenset(s for s in self._source_words if fold(s) == fold(value))
        wanted = terms(value)
        return exact or frozenset(
            source
            for source, words in self._source_words.items()
            if wanted and all(any(word.startswith(w) for word in words) for w in wanted)
        )

    def _advice(self, name: str, value: Value) -> str:
        from difflib import get_close_matches

        match name:
            case "actor" | "place":
                used = self._claims_by.get(name, {})
                spelt = {self._entity_names.get(entity, entity) for entity in used}
            case "section":
                spelt = set(self._section_titles)
            case "source":
                spelt = set(self._source_words)
            case _:
                spelt = {str(key) for key in self._known(name)}
        folded = {fold(word): word for word in sorted(spelt)}
        near = get_close_matches(fold(value.text), folded, n=1, cutoff=0.5)
        if near:
            hint = f" Did you mean “{folded[near[0]]}”?"
        else:
            hint = f" Known: {', '.join(sorted(spelt)[:12])}." if 0 < len(spelt) <= 12 else ""
        return f"No {name} in this briefing is called “{value.text}”.{hint}"


def values_of(claim: Claim) -> dict[str, Iterable[str]]:
    """Return a claim's values of every field of the query language but the date."""
    cited = (name for c in claim.sources for name in (c.id, c.attributed_to) if name)
    return {
        "actor": claim.actors,
        "place": claim.places,
        "tag": claim.tags,
        "section": (claim.section,),
        "type": (claim.type,),
        "family": (claim.family,),
        "confidence": (claim.confidence,) if claim.confidence else (),
        "status": (claim.status,),
        "source": cited,
        "id": (claim.id,),
    }


def _words_of(source: Source) -> tuple[str, ...]:
    people = (n for name in source.author for n in (name.family, name.given, name.literal))
    texts = (source.id, source.title, source.title_short, source.citation_label, *people)
    return tuple(term for text in texts for term in terms(text))


def _beginning_with(value: str, titles: dict[str, str]) -> tuple[str, ...]:
    """Return the keys called so by id or title; else those whose id or title words begin so."""
    wanted = terms(value)
    exact = tuple(
        key for key, title in titles.items() if fold(key) == fold(value) or wanted == terms(title)
    )
    if exact or not wanted:
        return exact
    return tuple(
        key
        for key, title in titles.items()
        if fold(key).startswith(fold(value))
        or all(any(t.startswith(w) for t in (*terms(key), *terms(title))) for w in wanted)
    )
