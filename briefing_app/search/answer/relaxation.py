"""Other queries to offer: wider ones when nothing was found, and one for just what was typed.

They are offered, never searched for unasked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from briefing_app.search.query.tree import And, Dates, Field, Not, Or, Words
from briefing_app.search.results import Relaxation, RelaxationKind
from briefing_app.search.words.stop_words import STOP_WORDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from briefing_app.search.query.tree import Node, Query
    from briefing_app.search.results import Filters
    from briefing_app.search.words.vocabulary import Vocabulary

_MOST_CORRECTIONS = 3  # of one word
_MOST_PARTS = 8  # a longer query is a pasted text: nobody wants it back less one word


def relaxations(
    query: Query,
    filters: Filters,
    vocabulary: Vocabulary,
    total: Callable[[str, Filters], int],
    *,
    shorter: bool = True,
) -> tuple[Relaxation, ...]:
    """Return the wider searches that find claims; `total` counts what a query finds.

    `shorter`: those with fewer words, too.
    """
    kinds, found = RelaxationKind, []
    for other, word in corrected_queries(query, vocabulary):
        if count := total(other, filters):
            found.append(Relaxation(other, word, count, kinds.SPELLING))
    found.sort(key=lambda offer: -offer.total)
    for name in filters.__struct_fields__:
        if getattr(filters, name):
            wider = msgspec.structs.replace(filters, **{name: frozenset()})
            if count := total(query.text, wider):
                found.append(Relaxation(query.text, "", count, kinds.FILTER, name))
    for other, left_out in shorter_queries(query) if shorter else ():
        if count := total(other, filters):
            found.append(Relaxation(other, left_out, count))
    return tuple(found)


def shorter_queries(query: Query) -> Iterator[tuple[str, str]]:
    """Yield (query without one of its parts, that part as it was typed), fields first.

    What must not be there stays: to leave out a `-word` would be no help.
    """
    wanted = telling_parts(query)
    if len(wanted) > _MOST_PARTS:
        return
    wanted.sort(key=lambda node: not isinstance(node, Field | Dates))
    for node in wanted:
        if isinstance(node, Words | Field | Dates) and len(wanted) > 1:
            start, end = _with_signs(query.text, node.start, node.end)
            left = " ".join((query.text[:start] + " " + query.text[end:]).split())
            if len(left) < len(query.text):  # not where brackets would only move apart
                yield left, query.text[start:end].strip()


def telling_parts(query: Query) -> list[Node]:
    """Return the parts of which each must be there and none is a mere filler."""
    root = query.root
    nodes = root.nodes if isinstance(root, And) else ()
    return [node for node in nodes if not (isinstance(node, Not) or _is_filler(node))]


def only_fillers(query: Query) -> bool:
    """Whether a query has words, and none that tells anything: `what does the`."""
    root = query.root
    nodes = root.nodes if isinstance(root, And) else (root,) if root is not None else ()
    return bool(nodes) and all(map(_is_filler, nodes))


def corrected_queries(query: Query, vocabulary: Vocabulary) -> Iterator[tuple[str, str]]:
    """Yield (query with one word spelt in another way, that word as it was typed)."""
    words = [node for node in _words_in(query.root) if len(node.terms) == 1 and not node.prefix]
    for node in words[:_MOST_PARTS]:
        if node.terms[0] not in STOP_WORDS:
            for term, _ in vocabulary.misspelt(node.terms[0])[:_MOST_CORRECTIONS]:
                corrected = query.text[: node.start] + (vocabulary.written(term) or term)
                yield corrected + query.text[node.end :], query.text[node.start : node.end]


def only_typed(query: Query) -> str:
    """Return the query that looks for its words just as they are typed."""
    text = query.text
    for node in sorted(_words_in(query.root), key=lambda node: -node.start):
        if not (node.prefix or _is_filler(node)):
            text = f"{text[: node.start]}={text[node.start :]}"
    return text.strip()


def _is_filler(node: Node) -> bool:
    if not isinstance(node, Words) or node.cased or node.quoted or node.exact:
        return False
    return len(node.terms) == 1 and node.terms[0] in STOP_WORDS


def _words_in(node: Node | None) -> Iterator[Words]:
    """Yield the words that must be there and that are neither quoted nor exact."""
    if isinstance(node, Words) and not (node.quoted or node.exact):
        yield node
    elif isinstance(node, And | Or):
        for part in node.nodes:
            yield from _words_in(part)


def _with_signs(text: str, start: int, end: int) -> tuple[int, int]:
    """Take in the quotation marks and the sign that belong to the part."""
    while start > 0 and text[start - 1] in '="“„«':
        start -= 1
    while end < len(text) and text[end] in '"”«»':
        end += 1
    return start, end
