"""The one way to answer: whatever finds the claims, what is told of them is decided here."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

import msgspec

from briefing_app.search.answer.also_found import also_found
from briefing_app.search.answer.hit_list import HitList
from briefing_app.search.answer.questions import answer_question
from briefing_app.search.answer.reading import Reader
from briefing_app.search.answer.relaxation import only_typed, relaxations, telling_parts
from briefing_app.search.answer.unfinished import answer_so_far
from briefing_app.search.query.parser import parse
from briefing_app.search.ranking.begun_words import BegunWords
from briefing_app.search.ranking.certainty import has_guesses, is_guess
from briefing_app.search.results import Results

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from briefing_app.model.claim import Claim
    from briefing_app.search.answer.engine import Engine, Found
    from briefing_app.search.answer.other_results import OtherResults
    from briefing_app.search.answer.reading import Reading
    from briefing_app.search.query.expansion import Plan
    from briefing_app.search.query.field_values import FieldValues
    from briefing_app.search.results import Filters, Order, Relaxation, Span
    from briefing_app.search.words.lexicon import Lexicon


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
    ) -> None:
        """Take the claims in the order of the text, the number of each id, and what finds them."""
        self._claims = claims
        self._numbers = numbers
        self._engine = engine
        self._lexicon = lexicon
        self._others = others
        self._reader = Reader(lexicon, fields, others.entities.holding)
        self._begun_words = BegunWords(engine.word_counts)

    @property
    def large(self) -> bool:
        """Whether a search may take longer than a frame."""
        return self._engine.large

    @property
    def notice(self) -> str:
        """What the reader should know about the index; empty if nothing."""
        return self._engine.notice

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

        def answer(text: str, *, unfinished: bool = False) -> Results:
            reading = self._reader.read(text, unfinished=unfinished)
            return self._answer(reading, filters, order, most, refine=refine)

        results = answer(query)
        if results.whole and typing:
            results = answer_so_far(results, answer)
        if results.whole and not results.total:
            results = answer_question(results, len(telling_parts(parse(query))), answer)
        return results

    def _answer(
        self, reading: Reading, filters: Filters, order: Order, limit: int | None, *, refine: bool
    ) -> Results:
        query = reading.query
        plan = self._spelt_out(reading.plan)
        found = self._engine.find(plan, filters, order, limit, refine=refine)
        offers: tuple[Relaxation, ...] = ()
        if found.whole and not found.total:
            offers = relaxations(query, filters, self._lexicon.vocabulary, self._total)
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

    def _spelt_out(self, plan: Plan | None) -> Plan | None:
        return None if plan is None else self._begun_words.spelt_out(plan)

    def _total(self, query: str, filters: Filters) -> int:
        plan = self._spelt_out(self._reader.plan(query))
        return 0 if plan is None else self._engine.count(plan, filters)

    def _hits(self, found: Found, plan: Plan | None, reading: Reading) -> HitList:
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


def _guesses(found: Found, plan: Plan | None) -> Callable[[int], bool]:
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
