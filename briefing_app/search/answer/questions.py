"""What to answer to a question whose words no claim has all: what has all but one, and says so.

Who asks brings words along that the answer need not have: "which general walked across the bridge?"
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from briefing_app.search.answer.notices import word_is_left_out
from briefing_app.search.results import RelaxationKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing_app.search.results import Results

_ASKING = frozenset(["how", "what", "when", "where", "which", "who", "whom", "whose", "why"])
_MARKS = ("?", "؟")
_FEWEST_WORDS = 3  # that tell anything: less one of two is hardly what was asked


def is_question(query: str) -> bool:
    """Whether a query is put as a question, in English words or by its mark."""
    words = query.split()
    return len(words) > 1 and (words[0].lower() in _ASKING or query.rstrip().endswith(_MARKS))


def answer_question(results: Results, telling: int, answer: Callable[[str], Results]) -> Results:
    """Return the results of a question, or, where no claim has all its words, of all but one.

    `telling` counts its words that are no fillers. Of several words to leave out it is the one
    whose absence finds the fewest claims: what is left says most.
    """
    if results.total or telling < _FEWEST_WORDS or not is_question(results.query):
        return results
    kinds = {offer.kind for offer in results.relaxations}
    if RelaxationKind.WORDS not in kinds or RelaxationKind.FILTER in kinds:
        return results  # where a filter keeps claims out, the results say so
    offers = [offer for offer in results.relaxations if offer.kind is RelaxationKind.WORDS]
    best = min(offers, key=lambda offer: offer.total)
    found = answer(best.query)
    if not found.total:
        return results
    notices = (*results.notices, word_is_left_out(results.query, best.left_out))
    return msgspec.structs.replace(
        found, query=results.query, read_as=best.query, notices=notices, relaxations=()
    )
