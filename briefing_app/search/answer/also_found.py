"""What an answer has besides what was typed: the other names and words that were found."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from briefing_app.search.words.tokens import terms

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from briefing_app.search.query.expansion import Expansion
    from briefing_app.search.results import ParagraphHit
    from briefing_app.search.words.lexicon import Lexicon

_MOST_ADDED = 24  # words and names that are looked for to be told


def also_found(
    expansion: Expansion,
    lexicon: Lexicon,
    called: Callable[[str], Sequence[str]],
    says: Callable[[tuple[str, ...]], bool],
    paragraphs: Sequence[ParagraphHit],
) -> tuple[str, ...]:
    """Return what was found besides what was typed: other names first, forms of words last.

    Only what a claim that was found says, or a paragraph. `called` are an entity's spellings.
    """
    added: dict[tuple[str, ...], str] = {}
    for words in expansion.added:
        added.setdefault(words, _written(words, lexicon))
    for entity, own in expansion.named:
        for spelling in called(entity):
            words = terms(spelling)
            if _spoken(own) not in _spoken(words):  # else it has what was typed
                added.setdefault(words, spelling)
    for words in expansion.forms:
        added.setdefault(words, _written(words, lexicon))
    if not added:
        return ()
    prose = ".".join(_spoken(terms(hit.text)) for hit in paragraphs)
    found = {
        _spoken(words): written
        for words, written in itertools.islice(added.items(), _MOST_ADDED)
        if written and (says(words) or _spoken(words) in prose)
    }
    return tuple(
        written
        for words, written in found.items()
        if words.count(" ") == 2 or not any(words in o and words != o for o in found)
    )


def _written(words: tuple[str, ...], lexicon: Lexicon) -> str:
    name = lexicon.aliases.written(words)
    return name or " ".join(map(lexicon.vocabulary.written, words)).strip()


def _spoken(words: Iterable[str]) -> str:
    """Return words with a space before and after each, to be looked for in one another."""
    return " ".join(("", *words, ""))
