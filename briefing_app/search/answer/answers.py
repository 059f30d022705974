"""The one way to answer: whatever finds the claims, what is told of them is decided here."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

import msgspec

from briefing_app.search.answer.also_found import also_found
from briefing_app.search.answer.asked_for import claims_asked_for, kind_named, what_answers
from briefing_app.search.answer.hit_list import HitList
from briefing_app.search.answer.nearest import FEW, Nearest, as_pasted, is_plain
from briefing_app.search.answer.query_reading import Reader
from briefing_app.search.answer.questions import answer_question, is_question
from briefing_app.search.answer.relaxation import (
    only_fillers,
    only_typed,
    relaxations,
    telling_parts,
)
from briefing_app.search.answer.unfinished import (
    answer_so_far,
    everything_so_far,
    is_empty,
    may_go_on,
)
from briefing_app.search.query.parser import parse
from briefing_app.search.ranking.begun_words import BegunWords
from briefing_app.search.ranking.certainty import has_guesses, is_guess
from briefing_app.search.results import NearHit, Order, Results
from briefing_app.search.words.stop_words import STOP_WORDS
from briefing_app.search.words.tokens import terms

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from briefing_app.model.claim import Claim
    from briefing_app.model.cross_references import CrossReferences
    from briefing_app.search.answer.asked_for import AskedFor
    from briefing_app.search.answer.engine import Engine, FoundClaims
    from briefing_app.search.answer.other_results import OtherResults
    from briefing_app.search.answer.query_reading import QueryReading
    from briefing_app.search.query.expansion import Plan
    from briefing_app.search.query.field_values import FieldValues
    from briefing_app.search.query.tree import Query
    from briefing_app.search.results import Filters, Relaxation, Span
    from briefing_app.search.words.lexicon import Lexicon

_MOST_PUT_IN_ORDER = 500  # statements of one


class Answers:
    """Implements `ClaimIndex` over an engine."""

    def __init__(
        self,
        claims: Sequence[Claim],
        numbers: Mapping[str, int],
        engine: Engine,
        lexicon: Lexicon,
        fields: FieldValues,
        others: OtherResults,
        references: CrossReferences,
    ) -> None:
        """Take the claims in the order of the text, the number of each id, and what finds them."""
        self._claims = claims
        self._numbers = numbers
        self._engine = engine
        self._lexicon = lexicon
        self._others = others
        self._reader = Reader(lexicon, fields, others.entities.holding)
        self._begun_words = BegunWords(engine.word_counts)
        self._nearest = Nearest(claims, engine, lexicon, references)

    @property
    def large(self) -> bool:
        """Whether a search may take longer than a frame."""
        return self._engine.large

    @property
    def notice(self) -> str:
        """What the reader should know about the index; empty if nothing."""
        return self._engine.notice

    def learn_meaning(self) -> bool:
        """Load what compares by meaning; return whether there is such for these claims."""
        if self._nearest.meaning is None and self._lexicon.is_english:
            from briefing_app.search.meaning.claim_meaning import claim_meaning

            self._nearest.meaning = claim_meaning([claim.text for claim in self._claims])
        return self._nearest.meaning is not None

    def interrupt(self) -> None:
        """Stop the searches that run in other threads."""
        self._engine.interrupt()

    def close(self) -> None:
        """Let go of what the engine holds open."""
        self._engine.close()

    def value_counts(self) -> Mapping[str, Mapping[str, int]]:
        """Return for each field of the query language how many claims have each value."""
        return self._engine.value_counts()

    def marks(self, query: str) -> Callable[[str], tuple[Span, ...]]:
        """Return what says where the query's words match any text."""
        last = self._reader.last
        as_before = last is not None and last.query.text == query and last.unfinished
        highlighter = self._reader.read(query, unfinished=as_before).highlighter
        return functools.cache(lambda text: highlighter.spans(self._others.tokens(text)))

    def matched_spans(self, query: str, text: str) -> tuple[Span, ...]:
        """Return where the query's words match any `text`: sorted, not overlapping."""
        return self.marks(query)(text)

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
        most = limit if limit is None else max(limit, 0)
        read = parse(query)
        # while words alone are typed, what comes nearest is offer enough
        shorter = not typing or is_question(query) or not is_plain(read)

        def answer(text: str, *, unfinished: bool = False) -> Results:
            reading = self._reader.read(text, unfinished=unfinished)
            return self._answer(reading, filters, order, most, refine=refine, shorter=shorter)

        asked_for = claims_asked_for(query, self._called)
        if asked_for:
            found = answer(asked_for.query)
            if found.total:
                return self._asked(query, asked_for, found)
        results = answer(query)
        if typing and results.whole and not results.total and only_fillers(read):
            return everything_so_far(query, "", answer)
        if results.whole and typing:
            results = answer_so_far(results, answer)
        if results.whole and not results.total:
            if kind := kind_named(query):
                found = answer(kind.query)
                return self._asked(query, kind, found) if found.total else results
            results = answer_question(results, len(telling_parts(read)), answer)
        results = self._with_nearest(results, read, filters, order)
        if typing and may_go_on(query):
            results = msgspec.structs.replace(results, nothing_near=False)
            if is_empty(results) and not results.relaxations and is_plain(read):
                return everything_so_far(query, query.strip(), answer)
        return results

    def _called(self, name: str) -> tuple[str, ...]:
        """Return whose name it is."""
        words = terms(name)
        while words and words[0] in STOP_WORDS:
            words = words[1:]
        return tuple(self._lexicon.aliases.called(words).entities)

    def _asked(self, query: str, asked_for: AskedFor, found: Results) -> Results:
        """Return the claims of the kind that a question asks for as its answer."""
        hits = found.claims
        if asked_for.first and len(hits) <= _MOST_PUT_IN_ORDER:
            claims, numbers, who = self._claims, self._numbers, set(asked_for.first)
            # whoever is named first is who says it
            hits = sorted(hits, key=lambda hit: who.isdisjoint(claims[numbers[hit.id]].actors[:1]))
        return msgspec.structs.replace(
            found,
            query=query,
            claims=tuple(hits),
            read_as=asked_for.query,
            notices=(asked_for.told, *found.notices),
        )

    def _with_nearest(
        self, results: Results, query: Query, filters: Filters, order: Order
    ) -> Results:
        """Add what comes nearest to the few claims that were found, or to none."""
        few = results.whole and results.total < FEW and order is Order.BEST
        if not few or query.root is None or results.read_as == "":
            return results
        reading = self._reader.read(as_pasted(query) or query.text)
        found = frozenset(self._numbers[hit.id] for hit in results.claims)
        near, little = self._nearest.of(
            reading.query, reading.plan, filters, found, self._begun_words.spelt_out
        )
        if little and results.total:
            return results  # what says so little is not worth a row below what was found
        marked = reading.highlighter
        hits = tuple(
            NearHit(
                self._claims[one.claim].id,
                one.score,
                marked.spans(self._engine.tokens(one.claim)),
                missing=one.missing,
                meant=one.meant,
                by_meaning=one.by_meaning,
            )
            for one in near
        )
        return msgspec.structs.replace(results, nearest=hits, nothing_near=little)

    def _answer(
        self,
        reading: QueryReading,
        filters: Filters,
        order: Order,
        limit: int | None,
        *,
        refine: bool,
        shorter: bool,
    ) -> Results:
        query = reading.query
        plan = self._spelt_out(reading.plan)
        found = self._engine.find(plan, filters, order, limit, refine=refine)
        if order is Order.BEST:
            found = self._answering_first(found, query.text)
        offers: tuple[Relaxation, ...] = ()
        if found.whole and not found.total:
            vocabulary = self._lexicon.vocabulary
            offers = relaxations(query, filters, vocabulary, self._total, shorter=shorter)
        results = Results(
            query=query.text,
            claims=self._hits(found, plan, reading),
            total=found.total,
            facets=found.facets,
            notices=reading.notices,
            relaxations=offers,
            whole=found.whole,
        )
        results = self._others.added_to(results, reading, filters, limit)
        called = self._others.entities.called
        also = also_found(reading.expansion, self._lexicon, called, found.says, results.paragraphs)
        way_back = only_typed(query) if also else ""
        return msgspec.structs.replace(results, also=also, only_typed=way_back)

    def _answering_first(self, found: FoundClaims, query: str) -> FoundClaims:
        """Return claims that can answer a question before as sure ones that cannot."""
        answers = what_answers(query)
        if answers is None or len(found.scores) < len(found.claims) or not found.whole:
            return found
        scored = sorted(
            zip(found.claims, found.scores, strict=True),
            key=lambda pair: (int(pair[1]), answers(self._claims[pair[0]])),
            reverse=True,
        )
        claims, scores = zip(*scored, strict=True) if scored else ((), ())
        return found._replace(claims=claims, scores=scores)

    def _spelt_out(self, plan: Plan | None) -> Plan | None:
        return None if plan is None else self._begun_words.spelt_out(plan)

    def _total(self, query: str, filters: Filters) -> int:
        plan = self._spelt_out(self._reader.plan(query))
        return 0 if plan is None else self._engine.count(plan, filters)

    def _hits(self, found: FoundClaims, plan: Plan | None, reading: QueryReading) -> HitList:
        """Return claims as hits; what is to be marked is looked for in those that are looked at."""
        claims, tokens, highlighter = self._claims, self._engine.tokens, reading.highlighter

        @functools.cache
        def marked(number: int) -> tuple[Span, ...]:
            claim = claims[number]
            return highlighter.spans(tokens(number), frozenset((*claim.actors, *claim.places)))

        @functools.cache
        def similar(number: int) -> tuple[str, ...]:
            return highlighter.similar(claims[number].text, tokens(number))

        return HitList(
            found.claims,
            found.scores,
            lambda number: claims[number].id,
            marked if reading.expansion.marked else lambda _number: (),
            lambda claim_id: self._numbers.get(claim_id, -1),
            _guesses(found, plan),
            similar,
            reading.query.text,
        )


def _guesses(found: FoundClaims, plan: Plan | None) -> Callable[[int], bool]:
    """Return what tells whether a claim answers only with a word corrected.

    That is looked up now, since hits are made in the window's thread.
    """
    if plan is None or not has_guesses(plan):
        return lambda _number: False
    scored = zip(found.claims, found.scores, strict=False)
    guessed = {number for number, score in scored if is_guess(score)}
    others = found.claims[len(found.scores) :]
    if others:
        uncorrected = found.uncorrected()
        guessed.update(number for number in others if number not in uncorrected)
    return guessed.__contains__
