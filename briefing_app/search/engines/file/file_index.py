"""The claim index of a large briefing: SQLite FTS5 finds candidates, the best are scored exactly.

Ranking inside FTS5 reads every posting of every word, so that a letter or two over a million
claims take seconds. Words are therefore looked up in the vocabulary first: where there is little to
read, the answer is the whole one at once; else the first answer is made of the first claims that
match, and the ranked one follows when it is asked for (`refine`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.search.answer.answers import Answers
from briefing_app.search.answer.engine import FoundClaims
from briefing_app.search.answer.facets import FacetCounts
from briefing_app.search.answer.other_results import OtherResults
from briefing_app.search.answer.time_order import TimeOrder
from briefing_app.search.engines.file.candidates import index_of
from briefing_app.search.engines.file.expression import Compiler
from briefing_app.search.engines.file.finding import RANKED, Finding, Store
from briefing_app.search.engines.file.stored_values import StoredValues
from briefing_app.search.engines.file.tables import Tables
from briefing_app.search.query.field_values import FieldValues
from briefing_app.search.query.tree import Dates
from briefing_app.search.ranking.certainty import groups_of
from briefing_app.search.ranking.evaluate import Evaluator
from briefing_app.search.ranking.searchable_text import CLAIM_WEIGHTING
from briefing_app.search.results import Facets, Order
from briefing_app.search.words.lexicon import add_up, make_lexicon
from briefing_app.search.words.names import NameTable
from briefing_app.search.words.tokens import tokenize
from briefing_app.search.words.vocabulary import Vocabulary
from briefing_app.search.words.written_words import WrittenWords

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefing_app.model.briefing import Briefing
    from briefing_app.model.claim import Claim
    from briefing_app.model.cross_references import CrossReferences
    from briefing_app.search.engines.file.database import IndexDatabase
    from briefing_app.search.query.expansion import Group, Plan
    from briefing_app.search.query.tree import Field
    from briefing_app.search.results import Filters
    from briefing_app.search.words.lexicon import Things
    from briefing_app.search.words.tokens import Token

_KEPT_COUNTS = 4_096


def read_file_index(
    briefing: Briefing,
    references: CrossReferences,
    database: IndexDatabase,
    aliases: Things = (),
) -> Answers:
    """Return the index of a briefing over its index file; all but the claims is held in memory.

    Raises:
        SearchIndexError: the file cannot be read, nor built again.
    """
    tables = Tables(database)
    claims, language = references.in_text_order(), briefing.language
    counts_of = dict[str, int]
    others = OtherResults(
        briefing,
        tables.meta("entity_counts", counts_of),
        tables.meta("source_counts", counts_of),
    )
    names = NameTable(briefing.entities)
    word_counts = tables.meta("word_counts", counts_of)
    vocabulary = Vocabulary(
        add_up((word_counts, *others.word_counts())),
        others.paragraphs.texts(),
        names.phrases(),
        language=language,
        read_before=(tables.meta("written_words", WrittenWords), tables.has_pair),
    )
    lexicon = make_lexicon(names, aliases, vocabulary, language)
    numbers = {claim.id: number for number, claim in enumerate(claims)}
    facets = tables.meta("facets", Facets)
    values = StoredValues(claims, numbers.keys(), tables, facets)
    fields = FieldValues(briefing, values, lexicon)
    sections = (section.id for section in briefing.sections)
    counted = FacetCounts(claims, sections, tuple(tables.meta("date_values", list[str])))
    engine = FileEngine(claims, database, tables, values, fields, counted, facets, word_counts)
    vocabulary.get_ready()
    return Answers(claims, numbers, engine, lexicon, fields, others, references)


class FileEngine:
    """Implements `Engine` over an index file."""

    large = True

    def __init__(
        self,
        claims: Sequence[Claim],
        database: IndexDatabase,
        tables: Tables,
        values: StoredValues,
        fields: FieldValues,
        facets: FacetCounts,
        whole_facets: Facets,
        word_counts: Mapping[str, int],
    ) -> None:
        """Take up an index that was built; `whole_facets` are those of all claims."""
        self.word_counts = word_counts
        self._claims = claims
        self._database = database
        self._tables = tables
        self._values = values
        self._fields = fields
        self._whole_facets = whole_facets
        self._group_counts: dict[Group, int] = {}
        self._by_time = TimeOrder(claims, tables.by_date)
        self._compiler = Compiler(len(claims), tables.frequency, fields.keys, values.ids_meant)
        self._store = Store(claims, tables, self._compiler, facets, self._evaluate, self._by_time)

    @property
    def notice(self) -> str:
        """Where the index is kept only in memory: why."""
        return self._database.notice

    def interrupt(self) -> None:
        """Stop the searches that run in other threads."""
        self._database.interrupt()

    def close(self) -> None:
        """Let go of the index file."""
        self._database.close()

    def tokens(self, claim: int) -> Sequence[Token]:
        """Return the tokens of a claim's text."""
        return tokenize(self._claims[claim].text)

    def value_counts(self) -> Mapping[str, Mapping[str, int]]:
        """Return for each field but `id` how many claims have each value."""
        return self._values.counts()

    def find(
        self, plan: Plan | None, filters: Filters, order: Order, limit: int | None, *, refine: bool
    ) -> FoundClaims:
        """Return what answers a plan; every claim answers None."""
        if plan is None and not filters:
            size = len(self._claims)
            listed = self._by_time.whole() if order is Order.DATE else range(size)
            return FoundClaims(
                listed[:limit], (), size, self._whole_facets, lambda _phrase: False, frozenset
            )
        finding = Finding(self._store, plan, filters, refine=refine)
        answer = finding.answer(order, limit)
        facets, counted = finding.facets()
        # the shorter queries that are offered where nothing is found may be dear ones
        whole = refine or (answer.whole and counted and answer.total > 0)
        return FoundClaims(
            answer.claims,
            answer.scores,
            answer.total,
            facets,
            finding.says,
            finding.uncorrected,
            whole,
        )

    def count(self, plan: Plan, filters: Filters) -> int:
        """Return how many claims answer a plan and pass the filters."""
        return Finding(self._store, plan, filters, refine=True).count()

    def _evaluate(self, docs: Sequence[int], plan: Plan) -> dict[int, float]:
        """Return those of the claims that answer a plan, with their scores."""
        numbers = sorted(docs)
        rows: Sequence[str] = [""] * len(numbers)
        if any(True for _ in groups_of(plan)):
            rows = self._tables.token_rows(numbers)

        def look_up(field: Field | Dates) -> dict[int, float]:
            if isinstance(field, Dates):
                shares = (
                    (n, field.share_of(self._claims[doc].date)) for n, doc in enumerate(numbers)
                )
                return {n: share for n, share in shares if share > 0}
            has = self._values.has
            return {n: 0.0 for n, doc in enumerate(numbers) if has(doc, field, self._fields)}

        def spread(group: Group, found: int) -> tuple[int, int]:
            return max(self._holding(group), found), len(self._claims)

        index = index_of(plan, rows)
        found = Evaluator(index, CLAIM_WEIGHTING, look_up, spread).scores(plan)
        return {numbers[n]: score for n, score in found.items()}

    def _holding(self, group: Group) -> int:
        """Return how many claims hold a group; estimated where that is a large part of them."""
        known = self._group_counts.get(group)
        if known is None:
            match = self._compiler.group(group)
            known = match.rows
            if known <= RANKED:
                known = self._tables.count(match.text)
            if len(self._group_counts) >= _KEPT_COUNTS:
                self._group_counts.clear()
            self._group_counts[group] = known
        return known
