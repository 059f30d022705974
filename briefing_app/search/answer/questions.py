"""What to answer to a question whose words no claim has all: what has all but one, and says so.

Who asks brings words along that the answer need not have: "which general walked across the bridge?"
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from briefing_app.search.results import Notice, RelaxationKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing_app.search.results import Relaxation, Results

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
    notices = (*results.notices, _notice(results.query, best))
    return msgspec.structs.replace(
        found, query=results.query, read_as=best.query, notices=notices, relaxations=()
    )


def _notice(query: str, offer: Relaxation) -> Notice:
    match = re.search(rf"(?<!\w){re.escape(offer.left_out)}(?!\w)", query)
    start = match.start() if match else max(query.find(offer.left_out), 0)
    message = f"No claim has “{offer.left_out}” as well: what the other words find is listed."
    return Notice(start, start + len(offer.left_out), message)
