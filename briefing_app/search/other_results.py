"""What is found beside claims: paragraphs of prose, entities, sources; each in its own list."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from briefing_app.model.cross_references import SUMMARY
from briefing_app.model.prose import rich_texts
from briefing_app.search.evaluate import Evaluator
from briefing_app.search.inverted_index import InvertedIndex
from briefing_app.search.query import Field
from briefing_app.search.results import EntityHit, ParagraphHit, SourceHit
from briefing_app.search.searchable_text import source_texts
from briefing_app.search.tokens import Token, terms, tokenize

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from briefing_app.model.briefing import Briefing
    from briefing_app.model.claim import Claim
    from briefing_app.search.expansion import Group, Plan
    from briefing_app.search.field_values import FieldValues
    from briefing_app.search.query import Dates
    from briefing_app.search.results import Span

    Spans = Callable[[Sequence[Token]], tuple[Span, ...]]


def _best(scores: dict[int, float], limit: int | None) -> list[int]:
    ranked = sorted(scores, key=lambda doc: (-scores[doc], doc))
    return ranked if limit is None else ranked[: max(limit, 0)]


def _nothing(_field: Field | Dates) -> Collection[int]:
    return ()


class Paragraphs:
    """The prose, a document for each run of text; options belong to the section that shows them."""

    def __init__(self, briefing: Briefing, fields: FieldValues) -> None:
        self._fields = fields
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
        self._evaluator = Evaluator(index, (1.0,), self._in_sections)

    def find(
        self, plan: Plan, spans: Spans, sections: frozenset[str], limit: int | None
    ) -> tuple[ParagraphHit, ...]:
        """Return the paragraphs that answer the plan, best first; empty `sections` means all."""
        scores = self._evaluator.scores(plan)
        if sections:
            scores = {doc: s for doc, s in scores.items() if self._rows[doc][0] in sections}
        hits = []
        for doc in _best(scores, limit):
            section, number, text, tokens = self._rows[doc]
            hits.append(ParagraphHit(section, number, text, scores[doc], spans(tokens)))
        return tuple(hits)

    def _in_sections(self, field: Field | Dates) -> Collection[int]:
        if not isinstance(field, Field) or field.name != "section":
            return ()
        named = self._fields.sections_named(field)
        return [doc for doc, row in enumerate(self._rows) if row[0] in named]


class Entities:
    """People, groups, places …, found by any spelling."""

    def __init__(self, briefing: Briefing, claims: Sequence[Claim]) -> None:
        self._entities = briefing.entities
        self._tokens = [tokenize(entity.name) for entity in briefing.entities]
        self._by_id = {entity.id: entity for entity in briefing.entities}
        index = InvertedIndex(1)
        for entity in briefing.entities:
            index.add(([terms(spelling) for spelling in entity.spellings],))
        self._evaluator = Evaluator(index, (1.0,), _nothing)
        self._counts: Counter[str] = Counter()
        for claim in claims:
            self._counts.update({*claim.actors, *claim.places})

    def find(self, plan: Plan, spans: Spans, limit: int | None) -> tuple[EntityHit, ...]:
        """Return the entities that answer the plan, best first."""
        scores = self._evaluator.scores(plan)
        hits = []
        for doc in _best(scores, limit):
            entity = self._entities[doc]
            matched = spans(self._tokens[doc])
            spelling = "" if matched else self._spelling(doc, spans)
            count = self._counts[entity.id]
            hits.append(EntityHit(entity.id, entity.name, scores[doc], count, spelling, matched))
        return tuple(hits)

    def _spelling(self, doc: int, spans: Spans) -> str:
        """Return the spelling that has most of the query's words."""
        others = self._entities[doc].spellings[1:]
        return max(others, key=lambda text: len(spans(tokenize(text))), default="")

    def holding(self, group: Group) -> frozenset[str]:
        """Return the entities with the group's words in a spelling."""
        return frozenset(self._entities[doc].id for doc in self._evaluator.documents(group))

    def called(self, entity: str) -> tuple[str, ...]:
        """Return the entity's spellings."""
        return self._by_id[entity].spellings


class Sources:
    """Sources, found by title, author, publisher, year."""

    def __init__(self, briefing: Briefing, claims: Sequence[Claim]) -> None:
        self._sources = briefing.sources
        self._titles = [source.title or source.short_name for source in briefing.sources]
        self._tokens = [tokenize(title) for title in self._titles]
        index = InvertedIndex(2)
        for source, tokens in zip(briefing.sources, self._tokens, strict=True):
            others = [terms(text) for text in source_texts(source) if text]
            index.add((([token.term for token in tokens],), others))
        self._evaluator = Evaluator(index, (1.0, 0.6), _nothing)
        self._counts: Counter[str] = Counter()
        for claim in claims:
            self._counts.update({n for c in claim.sources for n in (c.id, c.attributed_to) if n})

    def find(self, plan: Plan, spans: Spans, limit: int | None) -> tuple[SourceHit, ...]:
        """Return the sources that answer the plan, best first."""
        scores = self._evaluator.scores(plan)
        hits = []
        for doc in _best(scores, limit):
            source = self._sources[doc]
            title, count = self._titles[doc], self._counts[source.id]
            hits.append(SourceHit(source.id, title, scores[doc], count, spans(self._tokens[doc])))
        return tuple(hits)
