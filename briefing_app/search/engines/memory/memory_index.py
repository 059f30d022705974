"""The claim index of a briefing, held in memory: built in milliseconds, answers in less."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from briefing_app.model.cross_references import CrossReferences
from briefing_app.search.answer.answers import Answers
from briefing_app.search.answer.engine import FoundClaims
from briefing_app.search.answer.facets import FacetCounts
from briefing_app.search.answer.other_results import (
    OtherResults,
    claims_by_entity,
    claims_by_source,
)
from briefing_app.search.answer.time_order import TimeOrder, in_time_order
from briefing_app.search.engines.memory.claims_by_value import ClaimsByValue
from briefing_app.search.query.field_values import FieldValues
from briefing_app.search.query.tree import Field
from briefing_app.search.ranking.evaluate import Evaluator
from briefing_app.search.ranking.inverted_index import InvertedIndex
from briefing_app.search.ranking.searchable_text import CLAIM_WEIGHTING, claim_fields
from briefing_app.search.results import Order
from briefing_app.search.words.lexicon import add_up, make_lexicon
from briefing_app.search.words.names import NameTable
from briefing_app.search.words.tokens import Token, tokenize
from briefing_app.search.words.vocabulary import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefing_app.model.briefing import Briefing
    from briefing_app.model.claim import Claim
    from briefing_app.search.query.expansion import Plan
    from briefing_app.search.query.tree import Dates
    from briefing_app.search.results import Filters
    from briefing_app.search.words.lexicon import Things


def make_memory_index(
    briefing: Briefing, aliases: Things = (), references: CrossReferences | None = None
) -> Answers:
    """Return the index of a briefing; building it is linear in the briefing's size.

    `aliases` are the names of things that may go by other names in the briefing.
    """
    references = references or CrossReferences(briefing)
    claims, language = references.in_text_order(), briefing.language
    words = ClaimWords(claims, references)
    others = OtherResults(briefing, claims_by_entity(claims), claims_by_source(claims))
    names = NameTable(briefing.entities)
    texts = itertools.chain(
        zip((claim.text for claim in claims), words.tokens, strict=True), others.paragraphs.texts()
    )
    counts = add_up((words.counts, *others.word_counts()))
    vocabulary = Vocabulary(counts, texts, names.phrases(), language=language)
    lexicon = make_lexicon(names, aliases, vocabulary, language)
    values = ClaimsByValue(claims)
    fields = FieldValues(briefing, values, lexicon)
    engine = MemoryEngine(briefing, claims, words, values, fields)
    numbers = {claim.id: number for number, claim in enumerate(claims)}
    return Answers(claims, numbers, engine, lexicon, fields, others, references)


class ClaimWords:
    """The words of all claims."""

    def __init__(self, claims: Sequence[Claim], references: CrossReferences) -> None:
        self.tokens: list[list[Token]] = []
        self.index = InvertedIndex(len(CLAIM_WEIGHTING.fields))
        for claim in claims:
            tokens = tokenize(claim.text)
            self.tokens.append(tokens)
            self.index.add(claim_fields(claim, tokens, references))
        self.counts = self.index.counts()


class MemoryEngine:
    """Implements `Engine`: every answer is the whole one."""

    large = False
    notice = ""

    def __init__(
        self,
        briefing: Briefing,
        claims: Sequence[Claim],
        words: ClaimWords,
        values: ClaimsByValue,
        fields: FieldValues,
    ) -> None:
        self.word_counts: Mapping[str, int] = words.counts
        self._claims = claims
        self._tokens = words.tokens
        self._values = values
        self._fields = fields
        self._facets = FacetCounts(claims, (section.id for section in briefing.sections))
        self._evaluator = Evaluator(words.index, CLAIM_WEIGHTING, self._look_up)
        self._by_time = TimeOrder(claims, lambda: in_time_order(claims))

    def find(
        self,
        plan: Plan | None,
        filters: Filters,
        order: Order,
        limit: int | None,
        *,
        refine: bool,  # noqa: ARG002  every answer is the whole one
    ) -> FoundClaims:
        """Return what answers a plan; every claim answers None."""
        scores = self._scores(plan)
        passing, facets = self._facets.narrow(scores, filters)
        passing.sort()
        if order is Order.DATE:
            passing = self._by_time.of(passing)
        elif order is Order.BEST and plan is not None:
            passing.sort(key=scores.__getitem__, reverse=True)  # equal ones stay in order
        passed, listed = frozenset(passing), passing[:limit]
        return FoundClaims(
            listed,
            [scores[claim] for claim in listed] if plan is not None else (),
            len(passing),
            facets,
            lambda words: self._evaluator.says(passed, words),
            lambda: passed,
        )

    def _scores(self, plan: Plan | None) -> Mapping[int, float]:
        if plan is None:
            return dict.fromkeys(range(len(self._claims)), 0.0)
        return self._evaluator.scores(plan)

    def count(self, plan: Plan, filters: Filters) -> int:
        """Return how many claims answer a plan and pass the filters."""
        return len(self._facets.narrow(self._evaluator.documents(plan), filters)[0])

    def tokens(self, claim: int) -> Sequence[Token]:
        """Return the tokens of a claim's text."""
        return self._tokens[claim]

    def value_counts(self) -> Mapping[str, Mapping[str, int]]:
        """Return for each field of the query language how many claims have each value."""
        return self._values.counts()

    def interrupt(self) -> None:
        """Do nothing: a search here is over before it could be stopped."""

    def close(self) -> None:
        """Do nothing: there is no file."""

    def _look_up(self, field: Field | Dates) -> dict[int, float]:
        if isinstance(field, Field):
            return dict.fromkeys(
                self._values.with_values(field.name, self._fields.keys(field)), 0.0
            )
        return self._values.dated(field)
