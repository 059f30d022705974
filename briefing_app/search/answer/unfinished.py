"""What to answer while the last word of a query is being typed and nothing has it so far."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import msgspec

from briefing_app.search.answer.notices import everything_is_listed, other_is_listed
from briefing_app.search.query.parser import FIELDS, parse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing_app.search.results import Notice, Results

_ENDS = ")”»"
_QUOTES = '"“”„‟«»'
_SHORTEST_FIELD = 3  # letters of a word from which on it may be the name of a field
_OPEN = "(|"  # after which a new word begins


class AnswersQuery(Protocol):
    """Finds claims and all else."""

    def __call__(self, text: str, *, unfinished: bool = False) -> Results:
        """Return what a query finds; `unfinished`: its last word is guessed freely."""
        ...


def answer_so_far(results: Results, answer: AnswersQuery) -> Results:
    """Return the results of a query that is being typed, or others where it finds nothing so far.

    The first of these that finds anything: the query with guesses at how its last word goes on; the
    words before that, or the beginning of the only word; every claim. Where only a filter keeps
    claims out, the results stay, since they say so.
    """
    query = results.query
    hidden = any(offer.filter for offer in results.relaxations)
    if not (_is_unfinished(query) and is_empty(results)) or hidden:
        return results
    start = _last_word(query)
    if not _begins_field(query[start:]):
        guessed = answer(query, unfinished=True)
        if not is_empty(guessed):
            return guessed
    for other, notice in _queries_so_far(query, start):
        found = answer(other)
        if found.total:
            notices = (*results.notices, notice)
            return msgspec.structs.replace(found, query=query, read_as=other, notices=notices)
    return results


def _last_word(query: str) -> int:
    """Return where the last word begins, signs and name of a field included."""
    return max(query.rfind(" "), query.rfind("\u00a0"), *map(query.rfind, _OPEN)) + 1


def _is_unfinished(query: str) -> bool:
    """Whether the last word of a query may go on."""
    return may_go_on(query) and not query[-1:].isspace()


def may_go_on(query: str) -> bool:
    """Whether a query that is being typed may go on, with its last word or another."""
    last = query[-1:]
    if not last or last in _ENDS:
        return False
    return last not in _QUOTES or sum(query.count(quote) for quote in _QUOTES) % 2 == 1


def is_empty(results: Results) -> bool:
    """Whether nothing of any kind was found, nor comes near."""
    others = results.paragraphs or results.entities or results.sources or results.nearest
    return not (results.total or results.claims or others)


def everything_so_far(query: str, word: str, answer: AnswersQuery) -> Results:
    """Return every claim, as what a query that says nothing so far is answered with."""
    results = answer("")
    notices = (everything_is_listed(query, word),) if word else ()
    return msgspec.structs.replace(results, query=query, read_as="", notices=notices)


def _queries_so_far(query: str, start: int) -> Iterator[tuple[str, Notice]]:
    """Yield the queries to try, each with what to say of it; the last word is at `start`."""
    before, word = query[:start].rstrip(), query[start:]
    if word.startswith("="):
        other = f'{before} "{word[1:].lstrip(_QUOTES)}'.lstrip()
        yield other, other_is_listed(query, start, word[1:])
    if before and parse(before).root is not None:
        yield before, other_is_listed(query, start, before)
        return
    if not _begins_field(word):
        for end in range(len(word) - 1, 0, -1):
            yield query[: start + end], other_is_listed(query, start, word[:end])
    yield "", everything_is_listed(query, word)


def _begins_field(word: str) -> bool:
    """Whether a word is, or may become, the name of a field."""
    name = word.partition(":")[0].lower()
    return len(name) >= _SHORTEST_FIELD and any(field.startswith(name) for field in FIELDS)
