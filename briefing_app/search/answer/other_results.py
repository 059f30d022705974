"""What is found beside claims: paragraphs of prose, entities, sources; each in its own list."""

from __future__ import annotations

import functools
from collections import Counter
from typing import TYPE_CHECKING, TypeVar

import msgspec

from briefing_app.model.cross_references import SUMMARY
from briefing_app.model.prose import rich_texts
from briefing_app.search.query.field_values import SectionNames
from briefing_app.search.query.tree import Field
from briefing_app.search.ranking.begun_words import BegunWords
from briefing_app.search.ranking.evaluate import Evaluator, Weighting
from briefing_app.search.ranking.inverted_index import InvertedIndex
from briefing_app.search.ranking.searchable_text import (
    ENTITY_WEIGHTING,
    SOURCE_WEIGHTING,
    source_texts,
)
from briefing_app.search.results import EntityHit, ParagraphHit, SourceHit
from briefing_app.search.words.tokens import Token, terms, tokenize

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from briefing_app.model.briefing import Briefing
    from briefing_app.model.claim import Claim
    from briefing_app.search.answer.highlight import Highlighter
    from briefing_app.search.answer.query_reading import QueryReading
    from briefing_app.search.query.expansion import Group, Plan
    from briefing_app.search.query.tree import Dates
    from briefing_app.search.results import Filters, Results, Span

    # what to mark in tokens, and whose names may stand for what was typed
    Spans = Callable[[Sequence[Token], frozenset[str] | None], tuple[Span, ...]]

_NOBODY: frozenset[str] = frozenset()
_KEPT_TEXTS = 512  # that are marked again with every letter that is typed
_Hit = TypeVar("_Hit", ParagraphHit, EntityHit, SourceHit)


def claims_by_entity(claims: Iterable[Claim]) -> Counter[str]:
    """Return how many claims name each entity as actor or place."""
    return Counter(name for claim in claims for name in {*claim.actors, *claim.places})


def claims_by_source(claims: Iterable[Claim]) -> Counter[str]:
    """Return how many claims rest on each source, directly or through another."""
    return Counter(
        name
        for claim in claims
        for name in {n for c in claim.sources for n in (c.id, c.attributed_to) if n}
    )


def _best(scores: dict[int, float], limit: int | None) -> list[int]:
    ranked = sorted(scores, key=lambda doc: (-scores[doc], doc))
    return ranked if limit is None else ranked[: max(limit, 0)]


def _nothing(_field: Field | Dates) -> dict[int, float]:
    return {}


class Paragraphs:
    """The prose, a document for each run of text; options belong to the section that shows them."""

    def __init__(self, briefing: Briefing) -> None:
        self._section_names = SectionNames(briefing)
        self._rows: list[tuple[str, int, str, list[Token]]] = []
        index = InvertedIndex(1)
        parts = [(SUMMARY, briefing.summary), *((s.id, s.blocks) for s in briefing.sections)]
        texts = [
            (section, number, text.text)
            for section, blocks in parts
            for number, text in rich_texts(blocks)
        ]
        shown_in = next((s.id for s in briefing.sections if s.has_options), None)
        if shown_in is not None:
            texts.extend(
                (shown_in, 0, f"{option.title}. {option.summary}".strip())
                for option in briefing.options
            )
        for section, number, text in texts:
            tokens = tokenize(text)
            if tokens:
                self._rows.append((section, number, text, tokens))
                index.add((([token.term for token in tokens],),))
        self._evaluator = Evaluator(index, Weighting(), self._in_sections)
        self.counts = index.counts()
        self._begun_words = BegunWords(self.counts)

    def texts(self) -> Iterable[tuple[str, Sequence[Token]]]:
        """Return every paragraph with its tokens."""
        return ((text, tokens) for _, _, text, tokens in self._rows)

    def find(
        self, plan: Plan, spans: Spans, sections: frozenset[str], limit: int | None
    ) -> tuple[ParagraphHit, ...]:
        """Return the paragraphs that answer the plan, best first; empty `sections` means all."""
        scores = self._evaluator.scores(self._begun_words.spelt_out(plan))
        if sections:
            scores = {doc: s for doc, s in scores.items() if self._rows[doc][0] in sections}
        hits = []
        for doc in _best(scores, limit):
            section, number, text, tokens = self._rows[doc]
            hits.append(ParagraphHit(section, number, text, scores[doc], spans(tokens, None)))
        return tuple(hits)

    def _in_sections(self, field: Field | Dates) -> dict[int, float]:
        if not isinstance(field, Field) or field.name != "section":
            return {}
        named = self._section_names.named(field)
        return {doc: 0.0 for doc, row in enumerate(self._rows) if row[0] in named}


class Entities:
    """People, groups, places …, found by any spelling."""

    def __init__(self, briefing: Briefing, counts: Mapping[str, int]) -> None:
        self._counts = counts
        self._entities = briefing.entities
        self._spellings = [
            [(spelling, tokenize(spelling)) for spelling in entity.spellings]
            for entity in briefing.entities
        ]
        self._by_id = {entity.id: entity for entity in briefing.entities}
        index = InvertedIndex(1)
        for spellings in self._spellings:
            index.add(([[token.term for token in tokens] for _, tokens in spellings],))
        self._evaluator = Evaluator(index, ENTITY_WEIGHTING, _nothing)
        self.counts = index.counts()
        self._begun_words = BegunWords(self.counts)

    def find(
        self, plan: Plan, highlighter: Highlighter, limit: int | None
    ) -> tuple[EntityHit, ...]:
        """Return the entities that answer the plan; those called just so come first."""
        scores = self._evaluator.scores(self._begun_words.spelt_out(plan))
        closeness = {doc: self._closeness(doc, highlighter) for doc in scores}
        ranked = sorted(scores, key=lambda doc: (-closeness[doc][0], -scores[doc], doc))
        hits = []
        for doc in ranked[: limit if limit is None else max(limit, 0)]:
            entity = self._entities[doc]
            matched = highlighter.spans(self._spellings[doc][0][1], _NOBODY)
            score, spelling = scores[doc], closeness[doc][1]
            count = self._counts.get(entity.id, 0)
            hits.append(EntityHit(entity.id, entity.name, score, count, spelling, matched))
        return tuple(hits)

    def _closeness(self, doc: int, highlighter: Highlighter) -> tuple[float, str]:
        """Return the largest share of a spelling that was typed, and that spelling.

        The spelling is empty if the name has as much of what was typed.
        """
        shares: list[tuple[float, int, int, str]] = []
        for spelling, tokens in self._spellings[doc]:
            letters = sum(end - start for start, end in highlighter.spans(tokens, _NOBODY))
            typed = sum(end - start for start, end in highlighter.spans_as_typed(tokens))
            shares.append((letters / len(spelling), typed, letters, spelling))
        share, typed, letters, spelling = max(shares)
        as_good = shares[0][1] >= typed if typed else shares[0][2] >= letters
        return round(share, 3), "" if as_good else spelling

    def holding(self, group: Group) -> frozenset[str]:
        """Return the entities with the group's words in a spelling."""
        spelt = self._begun_words.spelt_out(group)
        return frozenset(self._entities[doc].id for doc in self._evaluator.documents(spelt))

    def called(self, entity: str) -> tuple[str, ...]:
        """Return the entity's spellings."""
        return self._by_id[entity].spellings


class Sources:
    """Sources, found by title, author, publisher, year."""

    def __init__(self, briefing: Briefing, counts: Mapping[str, int]) -> None:
        self._counts = counts
        self._sources = briefing.sources
        self._titles = [source.title or source.short_name for source in briefing.sources]
        self._tokens = [tokenize(title) for title in self._titles]
        index = InvertedIndex(2)
        for source, tokens in zip(briefing.sources, self._tokens, strict=True):
            others = [terms(text) for text in source_texts(source) if text]
            index.add((([token.term for token in tokens],), others))
        self._evaluator = Evaluator(index, SOURCE_WEIGHTING, _nothing)
        self.counts = index.counts()
        self._begun_words = BegunWords(self.counts)

    def find(self, plan: Plan, spans: Spans, limit: int | None) -> tuple[SourceHit, ...]:
        """Return the sources that answer the plan, best first."""
        scores = self._evaluator.scores(self._begun_words.spelt_out(plan))
        hits = []
        for doc in _best(scores, limit):
            source = self._sources[doc]
            title, count = self._titles[doc], self._counts.get(source.id, 0)
            hits.append(
                SourceHit(source.id, title, scores[doc], count, spans(self._tokens[doc], None))
            )
        return tuple(hits)


class OtherResults:
    """Paragraphs, entities and sources of one briefing."""

    def __init__(
        self,
        briefing: Briefing,
        claims_by_entity: Mapping[str, int],
        claims_by_source: Mapping[str, int],
    ) -> None:
        """Read them; the counts are those of `claims_by_entity` and `claims_by_source`."""
        self.paragraphs = Paragraphs(briefing)
        self.entities = Entities(briefing, claims_by_entity)
        self._sources = Sources(briefing, claims_by_source)
        self._tokens = dict(self.paragraphs.texts())

    def word_counts(self) -> tuple[Mapping[str, int], ...]:
        """Return for each kind how many fields have each word."""
        return self.paragraphs.counts, self.entities.counts, self._sources.counts

    def tokens(self, text: str) -> Sequence[Token]:
        """Return the tokens of any text; those that were read before are known."""
        return self._tokens.get(text) or _tokens(text)

    def added_to(
        self, results: Results, reading: QueryReading, filters: Filters, limit: int | None
    ) -> Results:
        """Return the results with what is found beside claims."""
        plan, highlighter = reading.plan, reading.highlighter
        if plan is None or not reading.expansion.marked:
            return results
        spans, sections = highlighter.spans, filters.sections
        only_sections = not msgspec.structs.replace(filters, sections=frozenset())
        paragraphs = self.paragraphs.find(plan, spans, sections, limit) if only_sections else ()
        entities = () if filters else self.entities.find(plan, highlighter, limit)
        sources = () if filters else self._sources.find(plan, spans, limit)
        if reading.expansion.guessed:

            def told(hit: _Hit, text: str) -> _Hit:
                similar = highlighter.similar(text, self.tokens(text))
                return msgspec.structs.replace(hit, similar=similar)

            paragraphs = tuple(told(hit, hit.text) for hit in paragraphs)
            entities = tuple(told(hit, hit.spelling or hit.name) for hit in entities)
            sources = tuple(told(hit, hit.title) for hit in sources)
        return msgspec.structs.replace(
            results, paragraphs=paragraphs, entities=entities, sources=sources
        )


@functools.lru_cache(maxsize=_KEPT_TEXTS)
def _tokens(text: str) -> list[Token]:
    """Return the tokens of a text that is marked again with every letter that is typed."""
    return tokenize(text)
