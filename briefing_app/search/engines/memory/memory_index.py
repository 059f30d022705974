"""The claim index of a briefing, held in memory: built in milliseconds, answers in less."""

from __future__ import annotations

import functools
import itertools
from typing import TYPE_CHECKING, NamedTuple, TypeVar

import msgspec

from briefing_app.model.cross_references import CrossReferences
from briefing_app.search.answer.also_found import also_found
from briefing_app.search.answer.facets import FacetCounts
from briefing_app.search.answer.highlight import Highlighter, Mark, Matcher
from briefing_app.search.answer.hit_list import HitList
from briefing_app.search.answer.other_results import (
    Entities,
    Paragraphs,
    Sources,
    claims_by_entity,
    claims_by_source,
)
from briefing_app.search.answer.questions import answer_question
from briefing_app.search.answer.relaxation import only_typed, relaxations, telling_parts
from briefing_app.search.answer.time_order import in_time_order
from briefing_app.search.answer.unfinished import answer_so_far
from briefing_app.search.query.expansion import Expansion, Group, expand
from briefing_app.search.query.field_values import FieldValues, fields_in
from briefing_app.search.query.parser import Field, Query, parse
from briefing_app.search.ranking.certainty import without_guesses
from briefing_app.search.ranking.evaluate import Evaluator
from briefing_app.search.ranking.inverted_index import InvertedIndex
from briefing_app.search.ranking.searchable_text import CLAIM_WEIGHTING, claim_fields
from briefing_app.search.results import (
    ClaimHit,
    EntityHit,
    Notice,
    Order,
    ParagraphHit,
    Results,
    SourceHit,
)
from briefing_app.search.words.lexicon import add_up, make_lexicon
from briefing_app.search.words.named_entities import entities_named
from briefing_app.search.words.names import NameTable
from briefing_app.search.words.tokens import Token, tokenize
from briefing_app.search.words.variants import ITSELF, Variant
from briefing_app.search.words.vocabulary import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from briefing_app.model.briefing import Briefing
    from briefing_app.search.query.expansion import Plan
    from briefing_app.search.query.parser import Dates
    from briefing_app.search.results import ClaimHit, Facets, Filters, Relaxation, Span
    from briefing_app.search.words.lexicon import Things

_Hit = TypeVar("_Hit", ParagraphHit, EntityHit, SourceHit)

_KEPT_TEXTS = 512  # that are marked again with every letter that is typed
_SHORTEST_PART_OF_A_NAME = 3  # letters from which on part of a name marks the whole name


class Reading(msgspec.Struct, frozen=True):
    """A query with everything that was made of it; kept for the next call with the same one."""

    query: Query
    expansion: Expansion
    highlighter: Highlighter
    notices: tuple[Notice, ...]
    unfinished: bool = False  # its last word is guessed freely


class Found(NamedTuple):
    """The claims' part of an answer."""

    claims: Sequence[ClaimHit]
    total: int
    facets: Facets
    says: Callable[[tuple[str, ...]], bool]  # whether one of them says these words
    whole: bool = True


class MemoryIndex:
    """Implements `ClaimIndex` for one briefing."""

    large: bool = False

    def __init__(
        self,
        briefing: Briefing,
        aliases: Things = (),
        references: CrossReferences | None = None,
    ) -> None:
        """Build the index; linear in the size of the briefing.

        `aliases` are the names of things that may go by other names in the briefing.
        """
        references = references or CrossReferences(briefing)
        self._claims = references.in_text_order()
        self._names = NameTable(briefing.entities)
        self._name_matchers: dict[str, Matcher] = {}
        self._reading: Reading | None = None
        self._index_claims(briefing, references)
        self._paragraphs = Paragraphs(briefing, self._fields)
        self._read_texts = dict(self._paragraphs.texts())
        others = (self._paragraphs, self._entities, self._sources)
        counts = (self._word_counts, *(other.counts for other in others))
        self._lexicon = make_lexicon(
            self._names, aliases, self._vocabulary(counts, briefing.language), briefing.language
        )

    def _vocabulary(self, counts: Iterable[Mapping[str, int]], language: str) -> Vocabulary:
        words = zip((claim.text for claim in self._claims), self._tokens, strict=True)
        texts = itertools.chain(words, self._paragraphs.texts())
        return Vocabulary(add_up(counts), texts, self._names.phrases(), language=language)

    def _index_claims(self, briefing: Briefing, references: CrossReferences) -> None:
        self._fields = FieldValues(briefing, self._claims, self._entities_named)
        self._facets = FacetCounts(self._claims, (s.id for s in briefing.sections))
        self._tokens: list[list[Token]] = []
        index = InvertedIndex(len(CLAIM_WEIGHTING.fields))
        for claim in self._claims:
            tokens = tokenize(claim.text)
            self._tokens.append(tokens)
            index.add(claim_fields(claim, tokens, references))
        self._evaluator = Evaluator(index, CLAIM_WEIGHTING, self._claims_with)
        self._numbers = {claim.id: n for n, claim in enumerate(self._claims)}
        self._id_of: Callable[[int], str] = list(self._numbers).__getitem__
        self._by_date = self._ranks_by_date()
        self._entities = Entities(briefing, claims_by_entity(self._claims))
        self._sources = Sources(briefing, claims_by_source(self._claims))
        self._word_counts = index.counts()

    def _entities_named(self, value: str) -> frozenset[str]:
        return entities_named(value, self._lexicon)

    def search(
        self,
        query: str,
        filters: Filters,
        order: Order,
        *,
        limit: int | None = None,
        refine: bool = True,
        typing: bool = False,
    ) -> Results:
        """Return what the query finds; any string is valid, an empty one finds all claims."""

        def answer(text: str, *, unfinished: bool = False) -> Results:
            reading = self._read(text, unfinished=unfinished)
            return self._answer(reading, filters, order, limit, refine=refine)

        results = answer(query)
        if results.whole and typing:
            results = answer_so_far(results, answer)
        if results.whole and not results.total:
            results = answer_question(results, len(telling_parts(parse(query))), answer)
        return results

    def _answer(
        self, reading: Reading, filters: Filters, order: Order, limit: int | None, *, refine: bool
    ) -> Results:
        plan, query = reading.expansion.plan, reading.query
        found = self._find(reading, filters, order, limit, refine=refine)
        offers: tuple[Relaxation, ...] = ()
        if found.whole and not found.total:
            offers = relaxations(query, filters, self._lexicon.vocabulary, self._total)
        results = Results(
            query=query.text,
            claims=found.claims,
            total=found.total,
            facets=found.facets,
            notices=reading.notices,
            relaxations=offers,
            whole=found.whole,
        )
        if plan is not None and reading.expansion.marked:
            results = self._with_others(results, plan, reading, filters, limit)
        also = also_found(
            reading.expansion, self._lexicon, self._entities.called, found.says, results.paragraphs
        )
        way_back = only_typed(query) if also else ""
        return msgspec.structs.replace(results, also=also, only_typed=way_back)

    def _with_others(
        self, results: Results, plan: Plan, reading: Reading, filters: Filters, limit: int | None
    ) -> Results:
        """Return the results with what is found beside claims."""
        spans = reading.highlighter.spans
        only_sections = not msgspec.structs.replace(filters, sections=frozenset())
        sections = filters.sections
        paragraphs = self._paragraphs.find(plan, spans, sections, limit) if only_sections else ()
        entities = () if filters else self._entities.find(plan, reading.highlighter, limit)
        sources = () if filters else self._sources.find(plan, spans, limit)
        if reading.expansion.guessed:

            def similar(text: str) -> tuple[str, ...]:
                return reading.highlighter.similar(text, self._tokens_in(text))

            paragraphs = tuple(_guessed(hit, similar(hit.text)) for hit in paragraphs)
            entities = tuple(_guessed(hit, similar(hit.spelling or hit.name)) for hit in entities)
            sources = tuple(_guessed(hit, similar(hit.title)) for hit in sources)
        return msgspec.structs.replace(
            results, paragraphs=paragraphs, entities=entities, sources=sources
        )

    def value_counts(self) -> Mapping[str, Mapping[str, int]]:
        """Return for each field of the query language how many claims have each value."""
        return self._fields.counts()

    @property
    def notice(self) -> str:
        """Nothing: there is no file that might fail."""
        return ""

    def interrupt(self) -> None:
        """Do nothing: a search here is over before it could be stopped."""

    def _find(
        self,
        reading: Reading,
        filters: Filters,
        order: Order,
        limit: int | None,
        *,
        refine: bool,  # noqa: ARG002  every answer is the whole one
    ) -> Found:
        """Return the claims that answer the query, in order."""
        plan = reading.expansion.plan
        scores = (
            dict.fromkeys(range(len(self._claims)), 0.0)
            if plan is None
            else self._evaluator.scores(plan)
        )
        passing, facets = self._facets.narrow(scores, filters)
        hits = self._hits(passing, scores, order, limit, reading)
        passed = frozenset(passing)
        return Found(hits, len(passing), facets, lambda words: self._evaluator.says(passed, words))

    def _count(self, plan: Plan, filters: Filters) -> int:
        """Return how many claims answer a plan."""
        return len(self._facets.narrow(self._evaluator.scores(plan), filters)[0])

    def _total(self, query: str, filters: Filters) -> int:
        plan = expand(parse(query).root, self._lexicon).plan
        if plan is None:
            return 0
        return self._count(plan, filters)

    def marks(self, query: str) -> Callable[[str], tuple[Span, ...]]:
        """Return what says where the query's words match any text."""
        last = self._reading
        as_before = last is not None and last.query.text == query and last.unfinished
        highlighter = self._read(query, unfinished=as_before).highlighter
        return functools.cache(lambda text: highlighter.spans(self._tokens_in(text)))

    def matched_spans(self, query: str, text: str) -> tuple[Span, ...]:
        """Return where the query's words match any `text`: sorted, not overlapping."""
        return self.marks(query)(text)

    def _read(self, text: str, *, unfinished: bool = False) -> Reading:
        reading = self._reading
        if reading is not None and (reading.query.text, reading.unfinished) == (text, unfinished):
            return reading
        query = parse(text)
        expansion = expand(query.root, self._lexicon, unfinished=unfinished)
        marks = [
            Mark(
                Matcher(marked.group.variants),
                Matcher(marked.group.variants[:1]),
                self._entities_meant(marked.group),
                Matcher(marked.words) if marked.words else None,
                Matcher(marked.group.variants[1:]) if marked.group.guessed else None,
            )
            for marked in expansion.marked
        ]
        notices = [*query.notices]
        for field in fields_in(query.root):
            notices.extend(self._fields.unknown(field))
        reading = Reading(
            query,
            expansion,
            Highlighter(marks, self._name_matcher),
            tuple(sorted(notices, key=lambda notice: notice.start)),
            unfinished,
        )
        self._reading = reading
        return reading

    def _entities_meant(self, group: Group) -> frozenset[str]:
        """Return whose name a text may have in place of the group's words."""
        if group.exact:
            return frozenset()
        if group.entities:
            return group.entities
        if max(len(v.terms[-1]) for v in group.variants) < _SHORTEST_PART_OF_A_NAME:
            return frozenset()
        return self._entities.holding(group)

    def _name_matcher(self, entity: str) -> Matcher:
        matcher = self._name_matchers.get(entity)
        if matcher is None:
            spellings = self._names.spellings[entity]
            matcher = Matcher(Variant(spelling, ITSELF) for spelling in spellings)
            self._name_matchers[entity] = matcher
        return matcher

    def _claims_with(self, field: Field | Dates) -> dict[int, float]:
        if isinstance(field, Field):
            return dict.fromkeys(self._fields.claims_with(field), 0.0)
        return self._fields.claims_dated(field)

    def _hits(
        self,
        passing: list[int],
        scores: dict[int, float],
        order: Order,
        limit: int | None,
        reading: Reading,
    ) -> Sequence[ClaimHit]:
        match order:
            case Order.TEXT:
                passing.sort()
            case Order.DATE:
                passing.sort(key=self._by_date.__getitem__)
            case Order.BEST:
                passing.sort()
                passing.sort(key=scores.__getitem__, reverse=True)  # equal ones stay in order
        plan = reading.expansion.plan
        certain = scores.keys()
        if reading.expansion.guessed and plan is not None:
            certain = self._evaluator.scores(without_guesses(plan)).keys()
        listed = passing[: limit if limit is None else max(limit, 0)]
        return self._hit_list(
            listed,
            [scores[claim] for claim in listed] if plan else (),
            reading,
            lambda doc: doc not in certain,
        )

    def _hit_list(
        self,
        docs: Sequence[int],
        scores: Sequence[float],
        reading: Reading,
        guessed: Callable[[int], bool],
    ) -> HitList:
        """Return claims as hits; what is to be marked is looked for in those that are looked at."""
        claims, highlighter = self._claims, reading.highlighter

        @functools.cache
        def marked(doc: int) -> tuple[Span, ...]:
            return highlighter.spans(self._tokens_of(doc), self._names_in(doc))

        @functools.cache
        def similar(doc: int) -> tuple[str, ...]:
            return highlighter.similar(claims[doc].text, self._tokens_of(doc))

        return HitList(
            docs,
            scores,
            self._id_of,
            marked if reading.expansion.marked else lambda _doc: (),
            lambda claim_id: self._numbers.get(claim_id, -1),
            guessed,
            similar,
            reading.query.text,
        )

    def _tokens_in(self, text: str) -> Sequence[Token]:
        return self._read_texts.get(text) or _tokens(text)

    def _tokens_of(self, doc: int) -> list[Token]:
        return self._tokens[doc]

    def _names_in(self, doc: int) -> frozenset[str]:
        claim = self._claims[doc]
        return frozenset((*claim.actors, *claim.places))

    def _ranks_by_date(self) -> list[int]:
        """Return each claim's place in time."""
        ranks = [0] * len(self._claims)
        for rank, claim in enumerate(in_time_order(self._claims)):
            ranks[claim] = rank
        return ranks


@functools.lru_cache(maxsize=_KEPT_TEXTS)
def _tokens(text: str) -> list[Token]:
    """Return the tokens of a text that is marked again with every letter that is typed."""
    return tokenize(text)


def _guessed(hit: _Hit, similar: tuple[str, ...]) -> _Hit:
    return msgspec.structs.replace(hit, similar=similar)
