"""What comes nearest where few claims or none have every word: those with most of what was asked.

A claim is as near as the weight of the words that it has is large; a word weighs what its rarity in
the briefing tells (BM25's inverse document frequency). A word that the briefing has not is looked
for by others of the same meaning. Nothing of this is counted as found.
"""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol

import msgspec

from briefing_app.search.answer.asked_for import what_answers
from briefing_app.search.query.expansion import AllOf, AnyOf, Group
from briefing_app.search.query.tree import And, Dates, Field, Or, Words
from briefing_app.search.ranking.certainty import groups_of, without_guesses
from briefing_app.search.ranking.evaluate import Evaluator
from briefing_app.search.ranking.inverted_index import InvertedIndex
from briefing_app.search.ranking.relevance import rarity
from briefing_app.search.ranking.searchable_text import CLAIM_WEIGHTING, claim_fields
from briefing_app.search.results import Filters, Order
from briefing_app.search.words.stop_words import STOP_WORDS
from briefing_app.search.words.thesaurus import ENGLISH
from briefing_app.search.words.tokens import tokenize
from briefing_app.search.words.variants import Variant

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

    from briefing_app.model.claim import Claim
    from briefing_app.model.cross_references import CrossReferences
    from briefing_app.search.answer.engine import Engine
    from briefing_app.search.query.expansion import Plan
    from briefing_app.search.query.tree import Query
    from briefing_app.search.words.lexicon import Lexicon
    from briefing_app.search.words.tokens import Token

FEW: Final = 5  # claims found from which on nothing near is looked for
MOST_SHOWN: Final = 5
_COUNTED_UP_TO: Final = 20_000  # claims; of more, what has a part is estimated
_MOST_HELD: Final = 2_000  # claims that have a part, up to which it is then looked for
_CANDIDATES: Final = 24
_MOST_PARTS: Final = 64  # of a pasted text
_PASTED_FROM: Final = 12  # words
_SIGNS: Final = re.compile(r"""["“”„‟«»()|=*:;!?…]|(?<!\w)[-–—]""")
SYNONYM: Final = 0.45  # certainty of a word of the same meaning
_LATER_SENSE: Final = 0.08  # by how much less likely each further one is meant
_LEAST_COVERED: Final = 0.3  # of the weight of all words, from which on a claim says something
_LEAST_OF_BEST: Final = 0.4  # of the nearest one's weight, from which on another is near as well
_ANSWERS: Final = 1.2  # how much nearer a claim is that has the kind of thing that is asked for
_RARE_WORDS: Final = 1.4  # as many rare words tell enough, however long the query
_MEANING: Final = 3.0  # what likeness in meaning counts, against all words of the query
_LEAST_ALIKE: Final = 0.15  # cosine; below it, likeness in meaning says nothing
_ALIKE_ENOUGH: Final = 0.3  # cosine of a claim that may answer alone
_STANDS_OUT: Final = 0.12  # by how much more it is alike than the fifth
_OTHERS: Final = 5
_MOST_ALIKE: Final = 8  # claims, the words of which may be wholly other


class Near(NamedTuple):
    """A claim by number: how near, what is missing of the query, what stands for what."""

    claim: int
    score: float
    missing: tuple[str, ...]
    meant: tuple[tuple[str, str], ...]
    by_meaning: bool


class Meaning(Protocol):
    """Compares a text with the claims of a briefing by what they mean."""

    def alike(self, text: str) -> Sequence[float]:
        """Return for each claim how alike they are: the cosine of two vectors."""
        ...


class _Part(NamedTuple):
    """A word or a name of the query."""

    typed: str
    plan: Plan
    plain: Plan  # without words of the same meaning
    weight: float


class _Weighed:
    """A claim as it is weighed by the words that it has."""

    __slots__ = ("claim", "covered", "meant", "missing", "score")

    def __init__(self, claim: int) -> None:
        self.claim = claim
        self.score = 0.0
        self.covered = 0.0  # a word of the same meaning counts for at least as much as is certain
        self.missing: list[str] = []
        self.meant: list[tuple[str, str]] = []


class Nearest:
    """Finds the nearest claims of one briefing."""

    def __init__(
        self,
        claims: Sequence[Claim],
        engine: Engine,
        lexicon: Lexicon,
        references: CrossReferences,
    ) -> None:
        """Take what answers the plans."""
        self._claims = claims
        self._engine = engine
        self._lexicon = lexicon
        self._references = references
        self.meaning: Meaning | None = None  # where there is a sentence model

    def of(
        self,
        query: Query,
        plan: Plan | None,
        filters: Filters,
        found: Collection[int],
        spelt_out: Callable[[Plan], Plan],
    ) -> tuple[list[Near], bool]:
        """Return the nearest claims that are not `found`, and whether they say too little."""
        if plan is None or not is_plain(query):
            return [], False
        parts = [*itertools.islice(self._parts(query, plan, spelt_out), _MOST_PARTS)]
        if len(self._claims) > _COUNTED_UP_TO:
            rare = [part for part in parts if self._estimate(part.plan) <= _MOST_HELD]
        else:
            rare = parts
        wanted = tuple(part.plan for part in rare if any(groups_of(part.plan)))
        alike = self._alike(query.text, filters)
        if not (wanted or alike):
            return [], False
        candidates: Sequence[int] = ()
        if wanted:
            any_of = AnyOf(wanted, adding=True)
            limit = _CANDIDATES + len(found)
            candidates = self._engine.find(any_of, filters, Order.BEST, limit, refine=True).claims
        fresh = [number for number in candidates if number not in found][:_CANDIDATES]
        best = sorted(alike, key=lambda number: -alike[number])[: _MOST_ALIKE + len(found)]
        fresh += [number for number in best if number not in found and number not in fresh]
        return self._weighed(fresh, parts, what_answers(query.text), alike)

    def _alike(self, text: str, filters: Filters) -> dict[int, float]:
        """How much claims that pass the filters are like a text in meaning, where they are."""
        if self.meaning is None:
            return {}
        alike = self.meaning.alike(text)
        numbers: Sequence[int] = range(len(alike))
        if filters:
            numbers = self._engine.find(None, filters, Order.TEXT, None, refine=True).claims
        return {
            number: float(alike[number]) - _LEAST_ALIKE
            for number in numbers
            if alike[number] > _LEAST_ALIKE
        }

    def _weighed(
        self,
        candidates: list[int],
        parts: list[_Part],
        answers: Callable[[Claim], bool] | None,
        alike: Mapping[int, float],
    ) -> tuple[list[Near], bool]:
        weighed = self._by_words(candidates, parts)
        whole = sum(part.weight for part in parts)
        near = []
        for one in weighed:
            score = one.score + _MEANING * whole * alike.get(one.claim, 0.0)
            by_meaning = one.score < score / 2
            if answers is not None and answers(self._claims[one.claim]):
                score *= _ANSWERS
            if score:
                told = (tuple(one.missing), tuple(one.meant))
                near.append(Near(one.claim, score, *told, by_meaning=by_meaning))
        near.sort(key=lambda one: -round(one.score, 6))
        if not near:
            return [], True
        most = max(one.covered for one in weighed)
        rare = rarity(1, max(len(self._claims), 2)) * _RARE_WORDS
        little = most < _LEAST_COVERED * whole and most < rare and not _stands_out(alike)
        kept = [one for one in near if one.score >= _LEAST_OF_BEST * near[0].score]
        return kept[:MOST_SHOWN], little

    def _by_words(self, candidates: list[int], parts: list[_Part]) -> list[_Weighed]:
        index = InvertedIndex(len(CLAIM_WEIGHTING.fields))
        for number in candidates:
            claim = self._claims[number]
            index.add(claim_fields(claim, self._engine.tokens(number), self._references))
        evaluator = Evaluator(
            index,
            CLAIM_WEIGHTING,
            lambda _field: {},
            lambda _group, _found: (0, 1),
        )
        weighed = [_Weighed(number) for number in candidates]
        unit = rarity(0, 1)
        for part in parts:
            plain, full = evaluator.strengths(part.plain), evaluator.strengths(part.plan)
            for place, one in enumerate(weighed):
                strength = max(plain.get(place, 0.0), full.get(place, 0.0)) / unit
                if not strength:
                    one.missing.append(part.typed)
                    continue
                # in the claim's context it counts for .6, in its statement for 1
                one.score += part.weight * min(strength, 1.0) ** 0.5
                said = strength if place in plain else max(strength, SYNONYM)
                one.covered += part.weight * min(said, 1.0) ** 0.5
                if place not in plain:
                    one.meant.append((part.typed, self._word_found(part, one.claim)))
        return weighed

    def _word_found(self, part: _Part, number: int) -> str:
        """The word of the claim that means the same."""
        text = self._claims[number].text
        tokens = self._engine.tokens(number)
        for group in groups_of(part.plan):
            for variant in group.variants:
                count = len(variant.terms)
                for at in range(len(tokens) - count + 1):
                    if tuple(t.term for t in tokens[at : at + count]) == variant.terms:
                        return text[tokens[at].start : tokens[at + count - 1].end]
        return ""

    def _parts(
        self, query: Query, plan: Plan, spelt_out: Callable[[Plan], Plan]
    ) -> Iterator[_Part]:
        size, tokens = max(len(self._claims), 1), tokenize(query.text)
        for part in self._paired(plan.parts if isinstance(plan, AllOf) else (plan,)):
            if not isinstance(part, Group | AllOf | AnyOf):
                continue
            whole = self._as_whole_word(part)
            plain, widened = without_guesses(whole), self._widened(whole)
            wide = spelt_out(widened)
            weight = rarity(self._holding(wide), size)
            yield _Part(_typed(part, query.text, tokens), wide, spelt_out(plain), weight)

    def _paired(self, parts: Sequence[Plan]) -> Iterator[Plan]:
        """The parts, two words as one that together mean what another word says: `pull out`."""
        at = 0
        while at < len(parts):
            two = parts[at : at + 2]
            if len(two) == 2 and all(isinstance(one, Group) and not one.entities for one in two):
                terms = tuple(term for one in two for term in _own_terms(one))
                if len(terms) == 2 and self._synonyms(terms, set()):
                    yield AllOf(tuple(two))
                    at += 2
                    continue
            yield parts[at]
            at += 1

    def _as_whole_word(self, part: Plan) -> Plan:
        """A part whose word does not go on, where the briefing has the word as it is."""
        if not isinstance(part, Group) or not part.variants[0].prefix:
            return part
        if not self._lexicon.vocabulary.has(part.variants[0].terms):
            return part
        ends = (msgspec.structs.replace(v, prefix=False, completions=None) for v in part.variants)
        return msgspec.structs.replace(part, variants=tuple(ends))

    def _holding(self, plan: Plan) -> int:
        """How many claims have a part; of very many claims about how many."""
        if len(self._claims) > _COUNTED_UP_TO:
            return min(self._estimate(plan), len(self._claims))
        return self._engine.count(plan, Filters())

    def _estimate(self, plan: Plan) -> int:
        """At most about how many claims have a part, by the counts of its words."""
        counts = self._engine.word_counts
        match plan:
            case Group(variants=variants):
                if any(variant.prefix for variant in variants):
                    return len(self._claims)  # what a word that is being typed may become
                return sum(min(counts.get(t, 0) for t in variant.terms) for variant in variants)
            case AllOf(parts=parts):
                return min(map(self._estimate, parts), default=0)
            case AnyOf(parts=parts):
                return sum(map(self._estimate, parts))
            case _:
                return 0

    def _widened(self, part: Plan) -> Plan:
        """A part with words of the same meaning; where there are some it is not misspelt."""
        if not self._lexicon.is_english:
            return part
        known: set[tuple[str, ...]] = set()
        if isinstance(part, Group) and not part.entities:
            known = {variant.terms for variant in part.variants}
        elif not (isinstance(part, AllOf) and len(part.parts) == 2):
            return part
        variants = self._synonyms(_own_terms(part), known)
        if not variants:
            return part
        # in what the claim itself says, not in the names of whom it is about
        return AnyOf((without_guesses(part), Group(variants, exact=True)))

    def _synonyms(self, own: tuple[str, ...], known: set[tuple[str, ...]]) -> tuple[Variant, ...]:
        found: dict[tuple[str, ...], Variant] = {}
        for place, other in enumerate(ENGLISH.synonyms(" ".join(own))):
            of_other = self._lexicon.variants.of(other, typing=False, guess=False).variants
            for variant in of_other:
                if STOP_WORDS.issuperset(variant.terms):
                    continue
                if variant.terms not in known and self._lexicon.vocabulary.has(variant.terms):
                    weight = SYNONYM * variant.weight / (1 + _LATER_SENSE * place)
                    found.setdefault(variant.terms, Variant(variant.terms, weight))
        return tuple(found.values())


def is_plain(query: Query) -> bool:
    """Whether a query is words alone: no operator, field, quotation or exact word."""
    nodes = query.root.nodes if isinstance(query.root, And) else (query.root,)
    return all(
        isinstance(node, Words) and not (node.quoted or node.exact or node.prefix) for node in nodes
    )


def as_pasted(query: Query) -> str:
    """Return the words of a text that was pasted, whose signs are no operators; else nothing.

    A field, an OR, or a quotation of the whole is an operator however long the query is.
    """
    words = query.text.split()
    nodes = query.root.nodes if isinstance(query.root, And) else ()
    if len(words) < _PASTED_FROM or not nodes or is_plain(query):
        return ""
    if any(isinstance(node, Field | Dates | Or) for node in nodes):
        return ""
    return " ".join(_SIGNS.sub(" ", query.text).split())


def _stands_out(alike: Mapping[int, float]) -> bool:
    """Whether one claim is so much more like the text than others that it answers it."""
    best = sorted(alike.values(), reverse=True)[:_OTHERS]
    if not best or best[0] < _ALIKE_ENOUGH - _LEAST_ALIKE:
        return False
    return len(best) < _OTHERS or best[0] - best[-1] > _STANDS_OUT


def _typed(part: Plan, text: str, tokens: Sequence[Token]) -> str:
    """What of the query a part stands for, as it was typed."""
    terms = _own_terms(part)
    for at in range(len(tokens) - len(terms) + 1):
        if tuple(token.term for token in tokens[at : at + len(terms)]) == terms:
            return text[tokens[at].start : tokens[at + len(terms) - 1].end]
    return " ".join(terms)


def _own_terms(part: Plan) -> tuple[str, ...]:
    match part:
        case Group(variants=variants):
            return variants[0].terms
        case AllOf(parts=parts):
            return tuple(term for inner in parts for term in _own_terms(inner))
        case AnyOf(parts=parts):
            return _own_terms(parts[0])
        case _:
            return ()
