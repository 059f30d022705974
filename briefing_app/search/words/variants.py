"""The variants of one word, each with how sure it is to be what was meant."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import msgspec

from briefing_app.search.words.amounts import in_figures, same_amounts
from briefing_app.search.words.vocabulary import ONE_LETTER_OFF, SAME_SOUND
from briefing_app.search.words.written_days import begun_days, same_days

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefing_app.search.words.vocabulary import Vocabulary, Weighted

    Phrase = tuple[str, ...]

ITSELF, SAME_ARTICLE, ALIAS, JOINED = 1.0, 0.9, 0.85, 0.8
PREFIX = 0.7  # factor for a word that only begins with what was typed
_COMPLETIONS = 16  # most frequent words that a word being typed may become
_MOST_PHRASES = 24
_MOST_REMEMBERED = 2000  # words, so that a key press only looks the last one up
_SHORTEST_BEGINNING = 3  # letters of a shortened word

_ARTICLES = ("al", "ul", "el", "il")  # the Arabic article inside names: Zia ul-Haq, Zia al-Haq


class Variant(msgspec.Struct, frozen=True):
    """One spelling of a group: terms that follow one another."""

    terms: tuple[str, ...]
    weight: float
    prefix: bool = False  # the last term may go on
    completions: int | None = None  # in how many ways at most, the most frequent first
    guess: bool = False  # a correction of what may be misspelt


class FoundVariants(msgspec.Struct, frozen=True):
    """The variants of a word, the word itself first.

    `told` are other names and corrections, `forms` other forms of the same word.
    """

    variants: tuple[Variant, ...]
    told: tuple[Phrase, ...] = ()
    forms: tuple[Phrase, ...] = ()


class WordVariants:
    """Looks the variants of words up in a briefing's vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._known: dict[tuple[Phrase, bool, bool, bool], FoundVariants] = {}

    def of(
        self, terms: Phrase, *, typing: bool, guess: bool, unfinished: bool = False
    ) -> FoundVariants:
        """Return the variants of a word, or of the words that a hyphen joins.

        `typing`: the last word may go on; `guess`: it may be misspelt, if nothing else matches;
        `unfinished`: nothing has it so far, so it may become any word that begins a little like it.
        """
        key = (terms, typing, guess, unfinished)
        found = self._known.get(key)
        if found is None:
            if len(self._known) >= _MOST_REMEMBERED:
                self._known.clear()
            if len(terms) == 1:
                found = self._single(terms[0], typing=typing, guess=guess)
            else:
                found = self._several(terms, typing=typing, guess=guess)
            self._known[key] = found = self._gone_on(terms[-1], found) if unfinished else found
        return found

    def _gone_on(self, term: str, found: FoundVariants) -> FoundVariants:
        """Return the variants with guesses at how an unfinished word goes on."""
        there = {variant.terms for variant in found.variants}
        begun = [
            (word, w) for word, w in self._vocabulary.begun_alike(term) if (word,) not in there
        ]
        guesses = tuple(Variant((word,), weight, guess=True) for word, weight in begun)
        told = (*found.told, *((word,) for word, _ in begun))
        return FoundVariants((*found.variants, *guesses), told, found.forms)

    def _several(self, terms: Phrase, *, typing: bool, guess: bool) -> FoundVariants:
        completions = _COMPLETIONS if typing else None
        variants = [Variant(terms, ITSELF, typing, completions)]
        joined = self._single("".join(terms), typing=typing, guess=guess)
        variants.extend(
            msgspec.structs.replace(variant, weight=variant.weight * JOINED)
            for variant in joined.variants
            if variant.terms != terms
        )
        variants.extend(Variant(other, JOINED) for other in _same_figures(terms))
        if typing:
            variants.extend(Variant(day, JOINED, prefix=True) for day in begun_days(terms))
        each = [self._single(term, typing=False, guess=guess) for term in terms]
        phrases = itertools.islice(
            itertools.product(*(found.variants for found in each)), 1, _MOST_PHRASES
        )
        for parts in phrases:
            words = tuple(term for part in parts for term in part.terms)
            weight, guessed = min(p.weight for p in parts), any(p.guess for p in parts)
            variants.append(Variant(words, weight, guess=guessed))
        told = tuple(word for found in each for word in found.told)
        forms = tuple(word for found in each for word in found.forms)
        return FoundVariants(tuple(variants), told, forms)

    def _single(self, term: str, *, typing: bool, guess: bool) -> FoundVariants:
        words = self._vocabulary
        forms = words.forms(term)
        others, told = self._otherwise(term, forms, guess=guess)
        begins = typing or (guess and not others and len(term) >= _SHORTEST_BEGINNING)
        for other in _ARTICLES if term in _ARTICLES else ():
            if other != term and other in words:
                others.setdefault((other,), SAME_ARTICLE)
        known = term in words or (begins and words.completes(term))
        begins = typing or (begins and known and term not in words)  # shortened: `humanit aid`
        itself = Variant((term,), ITSELF, begins, _COMPLETIONS if begins else None)
        if typing and guess and not known and not others:
            begun = words.begun_names(term)
            others.update(((name,), weight * PREFIX) for name, weight in begun)
        corrections: dict[Phrase, float] = {}
        if guess and (not known or term in words):
            related = words.relatives(term)
            others = {(word,): weight for word, weight in related} | others
            forms = (*forms, *related)
        if guess and not known and max(others.values(), default=0.0) < SAME_SOUND:
            corrections = self._corrections(term, others, typing=typing)
        told.extend(corrections)
        variants = (
            itself,
            *(Variant(other, weight) for other, weight in others.items()),
            *(Variant(other, weight, guess=True) for other, weight in corrections.items()),
        )
        if typing:
            variants += tuple(Variant(day, JOINED, prefix=True) for day in begun_days((term,)))
        own_forms = tuple(dict.fromkeys((o,) for o, _ in forms if (o,) not in told))
        return FoundVariants(variants, tuple(told), own_forms)

    def _otherwise(
        self, term: str, forms: Weighted, *, guess: bool
    ) -> tuple[dict[Phrase, float], list[Phrase]]:
        """Return how else a word is written, and which of that is to be told."""
        words = self._vocabulary
        others: dict[Phrase, float] = {(name,): weight for name, weight in words.spellings(term)}
        told = list(others)
        for other, weight in forms:
            others.setdefault((other,), weight)
        parts = dict.fromkeys(words.parts(term), JOINED)
        if guess and not (others or parts):
            parts = dict(words.names_together(term))
        told.extend(parts)
        others = parts | others
        for figures in _same_figures((term,)):
            others.setdefault(figures, JOINED)
        return others, told

    def _corrections(
        self, term: str, others: Mapping[Phrase, float], *, typing: bool
    ) -> dict[Phrase, float]:
        """Return what an unknown word may be misspelt for: what is near, if it has other forms."""
        nearest = self._vocabulary.misspelt(term, typing=typing and not others)
        if others and not (nearest and nearest[0][1] >= ONE_LETTER_OFF):
            return {}
        return {(word,): weight for word, weight in nearest if (word,) not in others}


def _same_figures(terms: Phrase) -> list[Phrase]:
    """Return other ways to write an amount or a day."""
    number, count = in_figures(terms)
    if count == len(terms) > 1:
        return [(number,), *same_amounts((number,))]
    return [*same_amounts(terms), *same_days(terms)]
