"""Where a query's words stand in a text, so that the reader sees why it was found."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from briefing_app.search.results import Span
    from briefing_app.search.words.tokens import Token
    from briefing_app.search.words.variants import Variant


class Matcher:
    """Finds a set of variants in token lists."""

    def __init__(self, variants: Iterable[Variant]) -> None:
        self._words: set[str] = set()
        self._phrases: dict[str, list[Variant]] = {}
        beginnings: list[str] = []
        for variant in variants:
            if len(variant.terms) > 1:
                self._phrases.setdefault(variant.terms[0], []).append(variant)
            elif variant.prefix:
                beginnings.append(variant.terms[0])
            else:
                self._words.add(variant.terms[0])
        self._beginnings = tuple(beginnings)

    def find(self, tokens: Sequence[Token]) -> list[Span]:
        """Return the spans of every match, in order; a phrase is one span."""
        spans: list[Span] = []
        for n, (term, start, end) in enumerate(tokens):
            if term in self._words or (self._beginnings and term.startswith(self._beginnings)):
                spans.append((start, end))
            for phrase in self._phrases.get(term, ()):
                last = n + len(phrase.terms) - 1
                if _stands_at(tokens, n, phrase):
                    spans.append((start, tokens[last].end))
        return spans


def _stands_at(tokens: Sequence[Token], n: int, phrase: Variant) -> bool:
    *first, last = phrase.terms
    if n + len(first) >= len(tokens):
        return False
    if any(tokens[n + k].term != term for k, term in enumerate(first)):
        return False
    end = tokens[n + len(first)].term
    return end.startswith(last) if phrase.prefix else end == last


class Mark(msgspec.Struct, frozen=True):
    """One thing to mark: as it was typed, else whom it names, else its words one by one."""

    typed: Matcher
    itself: Matcher  # the first spelling only, the one that was typed
    entities: frozenset[str] = frozenset()
    words: Matcher | None = None
    guesses: Matcher | None = None  # of what was typed, where that is nowhere


class Highlighter:
    """Marks one query in any text. Where a text says TTP, `tehreek` marks that."""

    def __init__(self, marks: Sequence[Mark], name_matcher: Callable[[str], Matcher]) -> None:
        self._marks = marks
        self._name_matcher = name_matcher

    def spans_as_typed(self, tokens: Sequence[Token]) -> tuple[Span, ...]:
        """Return the spans of what was typed, in no other spelling."""
        return merged(span for mark in self._marks for span in mark.itself.find(tokens))

    def similar(self, text: str, tokens: Sequence[Token]) -> tuple[str, ...]:
        """Return the words of a text, each once, that are only similar to what was typed."""
        found = (s for m in self._marks if m.guesses for s in m.guesses.find(tokens))
        words = (text[start:end] for start, end in merged(found))
        return tuple({word.casefold(): word for word in words}.values())

    def spans(
        self, tokens: Sequence[Token], named: frozenset[str] | None = None
    ) -> tuple[Span, ...]:
        """Return the spans, sorted and not overlapping.

        `named` are the entities that the text may speak of: None for any, empty for none.
        """
        found: list[Span] = []
        for mark in self._marks:
            own = mark.typed.find(tokens)
            if not own:
                for entity in mark.entities if named is None else mark.entities & named:
                    own.extend(self._name_matcher(entity).find(tokens))
            if not own and mark.words is not None:
                own = mark.words.find(tokens)
            found.extend(own)
        return merged(found)


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return the spans in order, overlapping ones joined."""
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)
