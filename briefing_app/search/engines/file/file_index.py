"""The claim index of a large briefing: SQLite FTS5 finds candidates, the best are scored exactly.

Ranking inside FTS5 reads every posting of every word, so that a letter or two over a million
claims take seconds. Words are therefore looked up in the vocabulary first: where there is little to
read, the answer is the whole one at once; else the first answer is made of the first claims that
match, and the ranked one follows when it is asked for (`refine`).
"""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, TypeVar

import msgspec

from briefing_app.errors import SearchIndexError
from briefing_app.model.claim import Status
from briefing_app.model.standing import contested
from briefing_app.search.answer.facets import FacetCounts
from briefing_app.search.answer.other_results import Entities, Sources
from briefing_app.search.answer.time_order import in_time_order
from briefing_app.search.engines.file.candidates import Candidates
from briefing_app.search.engines.file.expression import Compiler, Match
from briefing_app.search.engines.file.finding import RANKED, FtsSearch, Store
from briefing_app.search.engines.file.schema import (
    COLUMNS,
    FIELD_BREAK,
    VALUE_BREAK,
    facet_token,
    stored,
)
from briefing_app.search.engines.memory.memory_index import Found, MemoryIndex
from briefing_app.search.query.field_values import FieldValues, values_of
from briefing_app.search.query.parser import Dates, Field
from briefing_app.search.ranking.begun_words import Completions
from briefing_app.search.ranking.certainty import groups_of, needs_guess, without_guesses
from briefing_app.search.ranking.evaluate import Evaluator
from briefing_app.search.ranking.searchable_text import CLAIM_WEIGHTING
from briefing_app.search.results import Facets, Order
from briefing_app.search.words.lexicon import add_up
from briefing_app.search.words.tokens import fold, terms, tokenize
from briefing_app.search.words.vocabulary import Vocabulary
from briefing_app.search.words.written_words import WrittenWords

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from briefing_app.model.briefing import Briefing
    from briefing_app.model.cross_references import CrossReferences
    from briefing_app.search.engines.file.database import IndexDatabase
    from briefing_app.search.engines.file.expression import Frequency
    from briefing_app.search.engines.memory.memory_index import Reading
    from briefing_app.search.query.expansion import Group, Plan
    from briefing_app.search.results import Filters
    from briefing_app.search.words.lexicon import Things
    from briefing_app.search.words.tokens import Token

_Kind = TypeVar("_Kind")

_PART = 500  # rows that are asked for at once
_KEPT_COUNTS = 4_096
_CHECKED = 1_000  # claims of an answer that are told from guesses, where only some are


_ROWS_OF = "SELECT rowid - 1 FROM claim WHERE claim MATCH ?"


class FtsIndex(MemoryIndex):
    """Implements `ClaimIndex` over an index file; all but the claims is held in memory."""

    large = True

    def __init__(
        self,
        briefing: Briefing,
        references: CrossReferences,
        database: IndexDatabase,
        aliases: Things = (),
    ) -> None:
        """Take up an index that was built."""
        self._database = database
        self._counts: dict[tuple[str, bool], int] = {}
        self._group_counts: dict[Group, int] = {}
        self._pairs: dict[tuple[str, str], bool] = {}
        self._contested = contested(briefing.claims)
        super().__init__(briefing, aliases, references)
        self._lexicon.vocabulary.get_ready()

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

    def _index_claims(self, briefing: Briefing, references: CrossReferences) -> None:
        del references
        claims = self._claims
        date_values = tuple(self._meta("date_values", list[str]))
        entity_counts = self._meta("entity_counts", dict[str, int])
        used = {"tag": self._meta("tags", list[str])}
        used["actor"] = used["place"] = list(entity_counts)
        self._whole_facets = self._meta("facets", Facets)
        self._fields = _FieldKeys(
            briefing, self._entities_named, used, self._has_id, self._frequency
        )
        self._facets = FacetCounts(claims, (s.id for s in briefing.sections), date_values)
        self._entities = Entities(briefing, entity_counts)
        self._source_counts = self._meta("source_counts", dict[str, int])
        self._sources = Sources(briefing, self._source_counts)
        self._word_counts = self._meta("word_counts", dict[str, int])
        self._completions = Completions(self._word_counts)
        self._numbers = {claim.id: n for n, claim in enumerate(claims)}
        self._id_of = lambda doc: claims[doc].id
        self._in_time: array[int] | None = None
        self._compiler = Compiler(len(claims), self._frequency, self._fields.keys, self._id_match)
        self._store = Store(
            self._compiler,
            self._facets,
            self._query,
            self._count_matches,
            self._evaluate,
            self._share,
            self._in_order_of_time,
            self._said,
        )

    def value_counts(self) -> Mapping[str, Mapping[str, int]]:
        """Return for each field but `id` how many claims have each value."""
        counts = self._fields.counts()  # here: which values there are
        counts |= {"status": dict.fromkeys(Status, 0), "source": self._source_counts}
        facets = {"type": "types", "family": "families", "section": "sections"}
        facets |= {"confidence": "confidences", "actor": "actors", "place": "places"}
        for field, name in facets.items():
            counts[field] = {v.value: v.count for v in getattr(self._whole_facets, name)}
        for field in ("tag", "status"):
            counts[field] = {
                value: self._frequency(facet_token(field, value)) for value in counts.get(field, {})
            }
        return counts

    def _meta(self, name: str, kind: type[_Kind]) -> _Kind:
        ((value,),) = self._database.rows("SELECT value FROM meta WHERE name = ?", (name,))
        try:
            return msgspec.json.decode(value, type=kind)
        except msgspec.MsgspecError as error:
            raise SearchIndexError(f"The search index is damaged ({name}).") from error

    def _vocabulary(self, counts: Iterable[Mapping[str, int]], language: str) -> Vocabulary:
        return Vocabulary(
            add_up(counts),
            self._paragraphs.texts(),
            self._names.phrases(),
            language=language,
            read_before=(self._meta("written_words", WrittenWords), self._has_pair),
        )

    # what is asked of the vocabulary

    def _has_pair(self, pair: tuple[str, str]) -> bool:
        """Whether the two words stand side by side in a claim."""
        known = self._pairs.get(pair)
        if known is None:
            text = f'{COLUMNS[0]} : "{" ".join(map(stored, pair))}"'
            if len(self._pairs) >= _KEPT_COUNTS:
                self._pairs.clear()
            known = self._pairs[pair] = bool(self._query(text, 1))
        return known

    def _frequency(self, term: str, *, prefix: bool = False) -> int:
        """Return how many claims have a stored term; an upper bound for a prefix."""
        known = self._counts.get((term, prefix))
        if known is None:
            if prefix:
                rows = self._database.rows(
                    "SELECT sum(df) FROM vocab WHERE term >= ? AND term < ?",
                    (term, term + "\U0010ffff"),
                )
            else:
                rows = self._database.rows("SELECT df FROM vocab WHERE term = ?", (term,))
            known = (rows[0][0] or 0) if rows else 0
            if len(self._counts) >= _KEPT_COUNTS:
                self._counts.clear()
            self._counts[term, prefix] = known
        return known

    def _has_id(self, value: str) -> bool:
        return self._id_match(value).rows > 0

    def _id_match(self, value: str) -> Match:
        """Return what finds the claims that an `id:` means: so called, else beginning so."""
        token = facet_token("id", value)
        called = self._frequency(token)
        if called:
            return Match(f'"{token}"', called, called)
        rows = self._frequency(token, prefix=True)
        text = f'"{token}" *'
        words = [stored(word) for word in terms(value)]
        if words:
            parts = " AND ".join(f'{COLUMNS[1]} : "{word}" *' for word in words)
            rows += min(self._frequency(word, prefix=True) for word in words)
            text = f"({text} OR ({parts}))"
        return Match(text, min(rows, len(self._claims)), rows)

    def _holding(self, group: Group) -> int:
        """Return how many claims hold a group; estimated where that is a large part of them."""
        known = self._group_counts.get(group)
        if known is None:
            match = self._compiler.group(group)
            known = match.rows
            if known <= RANKED:
                known = self._count_matches(match.text)
            if len(self._group_counts) >= _KEPT_COUNTS:
                self._group_counts.clear()
            self._group_counts[group] = known
        return known

    def _count_matches(self, text: str) -> int:
        rows = self._database.rows("SELECT count(*) FROM claim WHERE claim MATCH ?", (text,))
        return int(rows[0][0])

    # finding

    def _find(
        self,
        reading: Reading,
        filters: Filters,
        order: Order,
        limit: int | None,
        *,
        refine: bool,
    ) -> Found:
        plan = reading.expansion.plan
        end = limit if limit is None else max(limit, 0)
        if plan is None and not filters:
            listed = self._by_time() if order is Order.DATE else range(len(self._claims))
            hits = self._hit_list(listed[:end], (), reading, lambda _doc: False)
            return Found(hits, len(self._claims), self._whole_facets, lambda _phrase: False)
        plan = None if plan is None else self._completions.spelt_out(plan)
        search = FtsSearch(self._store, plan, filters, refine=refine)
        answer = search.answer(order, end)
        facets, counted = search.facets()
        # the shorter queries that are offered where nothing is found may be dear ones
        whole = refine or (answer.whole and counted and answer.total > 0)
        guessed = self._guesses(answer.claims, reading, search.uncorrected)
        hits = self._hit_list(answer.claims, answer.scores, reading, guessed)
        return Found(hits, answer.total, facets, search.says, whole)

    def _count(self, plan: Plan, filters: Filters) -> int:
        plan = self._completions.spelt_out(plan)
        return FtsSearch(self._store, plan, filters, refine=True).count()

    def _evaluate(self, docs: Iterable[int], plan: Plan) -> dict[int, float]:
        """Return those of the claims that answer a plan, with their scores."""
        numbers = sorted(docs)
        rows: list[str] = [""] * len(numbers)
        if any(True for _ in groups_of(plan)):
            rows = self._token_rows(numbers)
        index = Candidates(plan, rows, self._holding, len(self._claims))

        def look_up(field: Field | Dates) -> dict[int, float]:
            shares = ((n, self._share(field, doc)) for n, doc in enumerate(numbers))
            return {n: share for n, share in shares if share is not None}

        found = Evaluator(index, CLAIM_WEIGHTING, look_up).scores(plan)
        return {numbers[n]: score for n, score in found.items()}

    def _token_rows(self, numbers: list[int]) -> list[str]:
        found: dict[int, str] = {}
        for start in range(0, len(numbers), _PART):
            part = [n + 1 for n in numbers[start : start + _PART]]
            marks = ", ".join("?" * len(part))
            statement = f"SELECT doc, terms FROM claim_tokens WHERE doc IN ({marks})"  # noqa: S608
            found.update(self._database.rows(statement, part))
        return [found[n + 1] for n in numbers]

    def _said(self, docs: Sequence[int]) -> str:
        own = len(CLAIM_WEIGHTING.exact_fields)
        assert CLAIM_WEIGHTING.exact_fields == set(range(own))
        rows = (row.split(FIELD_BREAK)[:own] for row in self._token_rows(sorted(docs)))
        return "".join(f" {text} {VALUE_BREAK}" for fields in rows for text in fields)

    def _share(self, field: Field | Dates, doc: int) -> float | None:
        """Return how far a claim answers a field; None if it does not."""
        claim = self._claims[doc]
        if isinstance(field, Dates):
            share = max(s.share_of(claim.date) for s in field.ranges) if claim.date else 0.0
            return share if share > 0 else None
        if field.name == "id":
            met = any(self._is_called(claim.id, value.text) for value in field.values)
        else:
            met = not self._fields.keys(field).isdisjoint(
                values_of(claim, self._contested)[field.name]
            )
        return 0.0 if met else None

    def _is_called(self, claim_id: str, value: str) -> bool:
        folded, wanted = fold(claim_id), terms(value)
        if self._frequency(facet_token("id", value)):
            return folded == fold(value)
        own = terms(claim_id)
        begun = bool(wanted) and all(any(t.startswith(w) for t in own) for w in wanted)
        return folded.startswith(fold(value)) or begun

    def _by_time(self) -> array[int]:
        if self._in_time is None:
            ((value,),) = self._database.rows("SELECT value FROM meta WHERE name = 'by_date'")
            self._in_time = array("I", value)
        return self._in_time

    def _in_order_of_time(self, docs: Sequence[int]) -> list[int]:
        if len(docs) < len(self._claims) // 100:
            order = in_time_order([self._claims[doc] for doc in docs])
            return [docs[n] for n in order]
        chosen = set(docs)
        return [doc for doc in self._by_time() if doc in chosen]

    def _tokens_of(self, doc: int) -> list[Token]:
        return tokenize(self._claims[doc].text)

    def _guesses(
        self, docs: Sequence[int], reading: Reading, uncorrected: Callable[[], frozenset[int]]
    ) -> Callable[[int], bool]:
        """Return what tells whether a claim answers only with a word corrected.

        That is looked up now, since hits are made in the window's thread: word by word for the
        first of them, by one expression for the others.
        """
        plan = reading.expansion.plan
        if plan is None or not reading.expansion.guessed:
            return lambda _doc: False
        if needs_guess(plan):
            return lambda _doc: True
        first = docs[:_CHECKED]
        certain = self._evaluate(first, self._completions.spelt_out(without_guesses(plan)))
        guessed = frozenset(first) - certain.keys()
        others = docs[_CHECKED:]
        if others:
            guessed |= frozenset(others) - uncorrected()
        return guessed.__contains__

    def _query(self, text: str, limit: int | None, *, ranked: bool = False) -> list[int]:
        """Return the claims that an FTS5 expression finds, best or first ones first."""
        end = " ORDER BY rank" if ranked else ""
        values = (text, -1 if limit is None else limit)
        rows = self._database.rows(f"{_ROWS_OF}{end} LIMIT ?", values)
        return [row[0] for row in rows]


class _FieldKeys(FieldValues):
    """What the values of fields mean; which claims have them is asked of the index."""

    def __init__(
        self,
        briefing: Briefing,
        entities_named: Callable[[str], frozenset[str]],
        used: Mapping[str, Iterable[str]],
        has_id: Callable[[str], bool],
        frequency: Frequency,
    ) -> None:
        super().__init__(briefing, (), entities_named)
        self._claims_by = {name: {key: set() for key in keys} for name, keys in used.items()}
        self._has_id = has_id
        self._frequency = frequency

    def _look_up(self, name: str, value: str) -> Iterable[str]:
        if name == "id":
            return (value,) if self._has_id(value) else ()
        return super()._look_up(name, value)

    def _is_used(self, name: str, key: str) -> bool:
        return name == "id" or self._frequency(facet_token(name, key)) > 0
