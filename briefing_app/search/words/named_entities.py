"""Whom a value of `actor:` or `place:` names, however it is spelt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.search.words.name_keys import name_keys
from briefing_app.search.words.tokens import fold, terms

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from briefing_app.search.words.lexicon import Lexicon

    Phrase = tuple[str, ...]

_SHORTEST_BEGINNING = 4  # letters that sound as a name begins


def entities_named(value: str, lexicon: Lexicon) -> frozenset[str]:
    """Return the entities that a value means; empty if it is near none of them.

    The first of these that finds any: the id or a whole spelling; another name in a list of
    aliases; a spelling with the words run together or apart; one whose words begin so; one that
    sounds so; the longest spelling inside the value (`president ashraf ghani`). What may be
    misspelt is not guessed at.
    """
    wanted = terms(value)
    if not wanted:
        return frozenset()
    for step in (_called, _run_together, _beginning, _sounding, _inside):
        found = step(value, wanted, lexicon)
        if found:
            return found
    return frozenset()


def _called(value: str, wanted: Phrase, lexicon: Lexicon) -> frozenset[str]:
    by_id = lexicon.names.with_id(value)
    exactly = frozenset((*by_id, *lexicon.names.called(wanted)))
    return exactly or frozenset(lexicon.aliases.called(wanted).entities)


def _run_together(_value: str, wanted: Phrase, lexicon: Lexicon) -> frozenset[str]:
    whole = "".join(wanted)
    return _with_spelling(lexicon, lambda spelling: "".join(spelling) == whole)


def _beginning(value: str, wanted: Phrase, lexicon: Lexicon) -> frozenset[str]:
    begun = _with_spelling(
        lexicon, lambda spelling: all(any(t.startswith(w) for t in spelling) for w in wanted)
    )
    folded = fold(value)
    return begun | {e for e in lexicon.names.spellings if fold(e).startswith(folded)}


def _sounding(_value: str, wanted: Phrase, lexicon: Lexicon) -> frozenset[str]:
    words = lexicon.vocabulary
    alike = [
        {word, *(other for other, _ in (*words.spellings(word), *words.forms(word)))}
        for word in wanted
    ]
    exactly = _with_spelling(
        lexicon, lambda spelling: not any(a.isdisjoint(spelling) for a in alike)
    )
    sounds = [name_keys(word).sound for word in wanted]
    if exactly or min(map(len, sounds)) < _SHORTEST_BEGINNING:
        return exactly

    def begins_so(spelling: Phrase) -> bool:
        own = [name_keys(word).sound for word in spelling]
        return all(any(sound.startswith(wanted) for sound in own) for wanted in sounds)

    return _with_spelling(lexicon, begins_so)


def _inside(_value: str, wanted: Phrase, lexicon: Lexicon) -> frozenset[str]:
    for count in range(len(wanted) - 1, 0, -1):
        found: set[str] = set()
        for part in _runs(wanted, count):
            found.update(lexicon.names.called(part) or lexicon.aliases.called(part).entities)
        if found:
            return frozenset(found)
    return frozenset()


def _runs(words: Phrase, count: int) -> Iterator[Phrase]:
    return (words[at : at + count] for at in range(len(words) - count + 1))


def _with_spelling(lexicon: Lexicon, meets: Callable[[Phrase], bool]) -> frozenset[str]:
    spellings = lexicon.names.spellings
    return frozenset(entity for entity, every in spellings.items() if any(map(meets, every)))
