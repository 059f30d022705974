"""Which claims a field of the query means: `actor:ttp`, `type:stat`, `section:history`."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Protocol

import msgspec

from briefing_app.model.claim import ClaimType, Confidence, Family, Status
from briefing_app.search.query.tree import Field
from briefing_app.search.results import Notice
from briefing_app.search.words.name_keys import same_name
from briefing_app.search.words.named_entities import entities_named
from briefing_app.search.words.stemming import stemmer
from briefing_app.search.words.tokens import fold, terms

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Container, Iterable, Mapping, Sequence

    from briefing_app.model.briefing import Briefing
    from briefing_app.model.claim import Claim
    from briefing_app.model.source import Source
    from briefing_app.search.query.tree import Value
    from briefing_app.search.words.lexicon import Lexicon

_MOST_REMEMBERED = 500  # values
_MOST_COMPARED = 5_000  # ids that an unknown one is compared with
_NEAR = 50  # percent alike from which on a name is offered for a misspelt one
_LISTED = 12
_TOLD = 3


class UsedValues(Protocol):
    """Which values of fields some claim has."""

    def values(self, field: str) -> Collection[str]:
        """Return the values of a field, `tag` or `id`, that some claim has."""
        ...

    def is_used(self, field: str, value: str) -> bool:
        """Whether a claim has a value; of `id`: whether one is called so, or begins so."""
        ...


class SectionNames:
    """Which sections a `section:` field means."""

    def __init__(self, briefing: Briefing) -> None:
        self.titles = {section.id: section.title for section in briefing.sections}
        self._stem = stemmer(briefing.language)

    def named(self, field: Field) -> frozenset[str]:
        """Return the ids of the sections that one of the field's values means."""
        found = (_called(value.text, self.titles, self._stem) for value in field.values)
        return frozenset(itertools.chain.from_iterable(found))


class FieldValues:
    """What the values of fields mean in one briefing."""

    def __init__(self, briefing: Briefing, used: UsedValues, lexicon: Lexicon) -> None:
        self._used = used
        self._lexicon = lexicon
        self._stem = stemmer(briefing.language)
        self._meant: dict[tuple[str, str], frozenset[str]] = {}
        self._section_titles = {section.id: section.title for section in briefing.sections}
        self._source_words = {source.id: _words_of(source) for source in briefing.sources}
        self._source_names = {source.id: _names_of(source) for source in briefing.sources}
        self._spellings = {e.id: (e.short or e.name, *e.spellings) for e in briefing.entities}

    def keys(self, field: Field) -> frozenset[str]:
        """Return the values of the field that are meant, as claims have them."""
        return frozenset(key for v in field.values for key in self._keys(field.name, v.text))

    def unknown(self, field: Field) -> list[Notice]:
        """Return a notice for each value that means nothing in this briefing, or nothing here."""
        found = []
        for value in field.values:
            keys = self._keys(field.name, value.text)
            if not keys:
                advice = self._advice(field.name, value)
                found.append(Notice(value.start, value.end, advice))
            elif not any(self._used.is_used(field.name, key) for key in keys):
                message = f"No claim has {self._written(field.name, keys)} as its {field.name}."
                found.append(Notice(value.start, value.end, message))
        return found

    def _written(self, name: str, keys: Iterable[str]) -> str:
        """Return what to call the values: names of entities, else the values themselves."""
        table: Mapping[str, Sequence[str]] = {}
        if name in ("actor", "place"):
            table = self._spellings
        elif name == "source":
            table = {**self._spellings, **self._source_names}
        names = {key: (table.get(key) or (self._section_titles.get(key, key),))[0] for key in keys}
        return " or ".join(f"“{written}”" for written in sorted(names.values())[:_TOLD])

    def _keys(self, name: str, value: str) -> frozenset[str]:
        known = self._meant.get((name, value))
        if known is None:
            if len(self._meant) >= _MOST_REMEMBERED:
                self._meant.clear()
            known = self._meant[name, value] = frozenset(self._look_up(name, value))
        return known

    def _look_up(self, name: str, value: str) -> Iterable[str]:
        match name:
            case "actor" | "place":
                return entities_named(value, self._lexicon)
            case "source":
                return self._sources(value)
            case "section":
                return _called(value, self._section_titles, self._stem)
            case "id":
                return (value,) if self._used.is_used(name, value) else ()
            case _:
                return _called(value, dict.fromkeys(self._known(name), ""), self._stem)

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
                values = self._used.values(name)
                return values if len(values) <= _MOST_COMPARED or name != "id" else ()

    def _sources(self, value: str) -> frozenset[str]:
        """Return the sources called so: id, title or author, spelt in any way; and who is cited."""
        ids = (*self._source_words, *self._spellings)
        exact = frozenset(known for known in ids if fold(known) == fold(value))
        wanted = terms(value)
        if exact or not wanted:
            return exact
        begun = frozenset(
            source
            for source, words in self._source_words.items()
            if all(any(word.startswith(w) for word in words) for w in wanted)
        )
        if not begun:
            begun = frozenset(
                source
                for source, words in self._source_words.items()
                if all(any(same_name(w, word) for word in words) for w in wanted)
            )
        return begun | entities_named(value, self._lexicon)

    def _advice(self, name: str, value: Value) -> str:
        from rapidfuzz import fuzz, process

        spelt = {fold(written): written for written in self._to_offer(name)}
        best = process.extractOne(fold(value.text), spelt.keys(), scorer=fuzz.ratio)
        if best and best[1] >= _NEAR:
            hint = f" Did you mean “{spelt[best[0]]}”?"
        else:
            first = sorted(set(self._names_to_list(name)), key=str.casefold)
            more = ", …" if len(first) > _LISTED else ""
            hint = f" Known: {', '.join(first[:_LISTED])}{more}." if first else ""
        return f"No {name} in this briefing is called “{value.text}”.{hint}"

    def _to_offer(self, name: str) -> list[str]:
        """Return every way to write a value that some claim has."""
        if name in ("actor", "place"):
            used = filter(lambda key: self._used.is_used(name, key), self._spellings)
            return [spelling for key in used for spelling in self._spellings[key]]
        if name == "section":
            return [*self._section_titles, *self._section_titles.values()]
        if name == "source":
            return [written for names in self._source_names.values() for written in names]
        return list(map(str, self._known(name)))

    def _names_to_list(self, name: str) -> Iterable[str]:
        if name in ("actor", "place"):
            return (s[0] for key, s in self._spellings.items() if self._used.is_used(name, key))
        if name == "section":
            return self._section_titles.values()
        return self._source_names if name == "source" else map(str, self._known(name))


def _called(value: str, titles: Mapping[str, str], stem: Callable[[str], str]) -> tuple[str, ...]:
    """Return the keys called so by id or title, else with words that begin so, else forms."""
    wanted, folded = terms(value), fold(value)
    exact = tuple(k for k, t in titles.items() if fold(k) == folded or (t and wanted == terms(t)))
    if exact or not wanted:
        return exact
    words = {key: (*terms(key), *terms(title)) for key, title in titles.items()}
    begun = tuple(key for key, own in words.items() if _begins_so(key, own, folded, wanted))
    stems = {stem(word) for word in wanted}
    return begun or tuple(key for key, own in words.items() if stems <= set(map(stem, own)))


def id_begins(claim_id: str, value: str) -> bool:
    """Whether an id begins as a value does, or has words that begin as each of the value's."""
    folded = fold(value)
    return bool(folded) and _begins_so(claim_id, terms(claim_id), folded, terms(value))


def _begins_so(key: str, own: Sequence[str], folded: str, wanted: Sequence[str]) -> bool:
    if fold(key).startswith(folded):
        return True
    return bool(wanted) and all(any(word.startswith(w) for word in own) for w in wanted)


def values_of(claim: Claim, contested: Container[str] = ()) -> dict[str, Iterable[str]]:
    """Return a claim's values of every field of the query language but the date.

    `contested` holds the claims against which another one stands; they are disputed as well.
    """
    cited = (name for c in claim.sources for name in (c.id, c.attributed_to) if name)
    return {
        "actor": claim.actors,
        "place": claim.places,
        "tag": claim.tags,
        "section": (claim.section,),
        "type": (claim.type,),
        "family": (claim.family,),
        "confidence": (claim.confidence,) if claim.confidence else (),
        "status": (claim.status, Status.DISPUTED) if claim.id in contested else (claim.status,),
        "source": cited,
        "id": (claim.id,),
    }


def fields_in(node: object) -> list[Field]:
    """Return every field of a query's tree."""
    if isinstance(node, Field):
        return [node]
    if isinstance(node, msgspec.Struct):
        inner = getattr(node, "nodes", None) or (getattr(node, "node", None),)
        return [field for part in inner for field in fields_in(part)]
    return []


def _names_of(source: Source) -> tuple[str, ...]:
    """Return how a reader may write a source: its id, its names, its authors."""
    people = (
        text
        for name in (*source.author, *source.editor)
        for text in (name.literal, name.family, f"{name.given} {name.family}".strip())
    )
    texts = (source.id, source.citation_label, source.title_short, source.title, *people)
    return tuple(dict.fromkeys(filter(None, texts)))


def _words_of(source: Source) -> tuple[str, ...]:
    others = (source.container_title, source.publisher)
    return tuple(term for text in (*_names_of(source), *others) for term in terms(text))
