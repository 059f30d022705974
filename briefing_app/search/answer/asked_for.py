"""What kind of answer a question asks for, and questions that ask for a kind of claim.

In English: `how many` asks for a figure, `when` for a date; `what does X say` asks for what X
states, all of it; `what should X do` for recommendations.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from briefing_app.model.claim import ClaimType
from briefing_app.search.answer.notices import kind_is_listed

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing_app.model.claim import Claim
    from briefing_app.search.results import Notice

# of a query with one blank between words: with more of them these would look for ever
_SAID_BY: Final = re.compile(
    r"what (?:do|does|did|has|have) (?P<who>.+?) (?:(?:it|them)sel(?:f|ves) )?"
    r"(?:says?|said|(?:claim|want|demand)(?:s|ed)?|argue[sd]?|states?|stated|thinks?|believes?"
    r"|announce[sd]?) ?\??",
    re.IGNORECASE,
)
_SHOULD: Final = re.compile(
    r"what (?:should|must|ought|could|can) (?P<who>.+?) (?:to )?do\b.*", re.IGNORECASE
)
_LONGEST_QUESTION = 200  # letters; what is longer was pasted
_ALSO_CALLED: Final = {
    "figure": ClaimType.STATISTIC,
    "judgement": ClaimType.ASSESSMENT,
    "judgment": ClaimType.ASSESSMENT,
}
_TYPE: Final = re.compile(
    rf"(?:all |the )*(?P<type>{'|'.join((*ClaimType, *_ALSO_CALLED))})s? ?\??", re.IGNORECASE
)
_REASON: Final = re.compile(r"\b(?:because|reasons?|caus\w+|led to|guess|behind|answer to)\b")
_ANSWERING: Final[tuple[tuple[re.Pattern[str], Callable[[Claim], bool]], ...]] = (
    (re.compile(r"\bhow (?:many|much|often|large|big|long|old)\b"), lambda c: bool(c.figures)),
    (re.compile(r"\b(?:when|since when|what year|what date)\b"), lambda c: c.date is not None),
    (re.compile(r"\bwhere\b"), lambda c: bool(c.places)),
    (re.compile(r"\b(?:who|whom|whose)\b"), lambda c: bool(c.actors)),
    (re.compile(r"\b(?:why|how come)\b"), lambda c: _REASON.search(c.text.lower()) is not None),
)


def what_answers(query: str) -> Callable[[Claim], bool] | None:
    """Return what tells whether a claim has the kind of thing that a question asks for."""
    lowered = query.lower()
    return next((answers for words, answers in _ANSWERING if words.search(lowered)), None)


class AskedFor(NamedTuple):
    """The query for a kind of claim, what is said of it, and whose claims come first."""

    query: str
    told: Notice
    first: tuple[str, ...] = ()


def claims_asked_for(query: str, called: Callable[[str], tuple[str, ...]]) -> AskedFor | None:
    """Return the kind of claim that a question asks for; None if for none.

    `called` gives the ids of the entities of that name.
    """
    asked = " ".join(query.split())
    if len(asked) > _LONGEST_QUESTION:
        return None
    if said := _SAID_BY.fullmatch(asked):
        who = called(said["who"])
        if who:
            told = kind_is_listed(ClaimType.STATEMENT, said["who"])
            return AskedFor(f"actor:{','.join(who)} type:{ClaimType.STATEMENT}", told, who)
    if _SHOULD.fullmatch(asked):
        kind = ClaimType.RECOMMENDATION
        return AskedFor(f"type:{kind}", kind_is_listed(kind))
    return None


def kind_named(query: str) -> AskedFor | None:
    """Return the query for the type that is all a query names, as the window calls types."""
    named = _TYPE.fullmatch(" ".join(query.split()))
    if named is None:
        return None
    word = named["type"].lower()
    kind = _ALSO_CALLED.get(word, word)
    return AskedFor(f"type:{kind}", kind_is_listed(kind))
