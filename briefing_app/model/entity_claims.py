"""Which claims name whom: the claims of a person, group or place, and who else is named in them.

All are listed; only those that stand are counted.
"""

from __future__ import annotations

import datetime
import enum
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from briefing_app.model.prose import rich_texts
from briefing_app.model.standing import standing_claims, stands

if TYPE_CHECKING:
    from briefing_app.model.claim import Claim, ClaimType, Family
    from briefing_app.model.cross_references import CrossReferences
    from briefing_app.model.dates import EdtfDate
    from briefing_app.model.entity import Entity


class Passage(msgspec.Struct, frozen=True):
    """A section that says claims about someone, and in which paragraphs."""

    section: str  # section id; empty for the summary
    paragraphs: tuple[int, ...]  # without 0, ascending
    claims: int  # that stand


class Tie(enum.Enum):
    """How two are named in one claim; it does not say who acts on whom, but who acts, and where."""

    BOTH_ACT = "both act"
    ACTS_THERE = "it acts, the other is the place"
    ACTS_HERE = "the other acts, it is the place"
    BOTH_PLACES = "both are places"


_TIES = {  # whether it acts, whether the other does
    (True, True): Tie.BOTH_ACT,
    (True, False): Tie.ACTS_THERE,
    (False, True): Tie.ACTS_HERE,
    (False, False): Tie.BOTH_PLACES,
}


class Companion(NamedTuple):
    """Someone or something that claims name as well."""

    entity: Entity
    claims: int  # how many name both
    family: Family  # of most of these claims
    tie: Tie  # in most of these claims


class EntityClaims:
    """Look-ups over one briefing; made once, never changed."""

    def __init__(self, references: CrossReferences) -> None:
        """Put every claim with whom it names, in time order."""
        self._references = references
        last = (datetime.date.max, datetime.date.max)
        dates = {claim.date.text: claim.date for claim in references.briefing.claims if claim.date}
        keys = {text: _time_key(date) for text, date in dates.items()}
        in_time = sorted(
            references.in_text_order(),
            key=lambda claim: keys[claim.date.text] if claim.date else last,
        )
        self._claims: dict[str, list[Claim]] = {}
        for claim in in_time:
            for name in dict.fromkeys((*claim.actors, *claim.places)):
                self._claims.setdefault(name, []).append(claim)

    def claims(self, entity_id: str) -> tuple[Claim, ...]:
        """Return the claims that name it as actor or place: in time order, undated ones last."""
        return tuple(self._claims.get(entity_id, ()))

    def count(self, entity_id: str) -> int:
        """Return how many claims name it that stand."""
        return len(standing_claims(self._claims.get(entity_id, ())))

    def companions(self, entity_id: str) -> tuple[Companion, ...]:
        """Return who else its claims name: those who share most claims with it first."""
        counts: Counter[str] = Counter()
        families: dict[str, Counter[Family]] = {}
        ties: dict[str, Counter[tuple[bool, bool]]] = {}
        for (name, kind, *acting), number in self._shared(entity_id).items():
            counts[name] += number
            families.setdefault(name, Counter())[kind.family] += number
            ties.setdefault(name, Counter())[acting[0], acting[1]] += number
        entities = self._references.entities
        found = [
            Companion(
                entities[name],
                count,
                families[name].most_common(1)[0][0],
                _TIES[ties[name].most_common(1)[0][0]],
            )
            for name, count in counts.items()
            if name != entity_id and name in entities
        ]
        return tuple(sorted(found, key=lambda one: (-one.claims, one.entity.name.casefold())))

    def _shared(self, entity_id: str) -> Counter[tuple[str, ClaimType, bool, bool]]:
        """Count (other, type, whether it acts, whether the other does) over the entity's claims."""
        found: Counter[tuple[str, ClaimType, bool, bool]] = Counter()
        for claim in standing_claims(self._claims.get(entity_id, ())):
            actors, kind = claim.actors, claim.type
            acts = entity_id in actors
            for name in actors:
                found[name, kind, acts, True] += 1
            for name in claim.places:
                if name not in actors:
                    found[name, kind, acts, False] += 1
        return found

    def passages(self, entity_id: str) -> tuple[Passage, ...]:
        """Return where the text says its claims: the sections in order, then the summary.

        Where no claim names it, the paragraphs that have one of its spellings.
        """
        claims = self._claims.get(entity_id)
        places: dict[str, tuple[set[int], set[str]]] = {}
        if claims:
            for claim in claims:
                for mention in self._references.mentions(claim.id):
                    numbers, said = places.setdefault(mention.section, (set(), set()))
                    numbers.add(mention.paragraph)
                    if stands(claim):
                        said.add(claim.id)
        else:
            for section, paragraph in self._spelt_out(self._references.entities[entity_id]):
                places.setdefault(section, (set(), set()))[0].add(paragraph)
        order = [*(section.id for section in self._references.briefing.sections), ""]
        return tuple(
            Passage(name, tuple(sorted(places[name][0] - {0})), len(places[name][1]))
            for name in order
            if name in places
        )

    def _spelt_out(self, entity: Entity) -> list[tuple[str, int]]:
        briefing = self._references.briefing
        parts = [(s.id, s.blocks) for s in briefing.sections]
        return [
            (section, paragraph)
            for section, blocks in (*parts, ("", briefing.summary))
            for paragraph, text in rich_texts(blocks)
            if any(_has_word(text.text, spelling) for spelling in entity.spellings)
        ]


def _time_key(date: EdtfDate) -> tuple[datetime.date, datetime.date]:
    """A key that puts what was before a month ahead of what was in it."""
    if date.start is None and date.end is not None:
        return date.end.first, datetime.date.min
    return date.sort_key


def _has_word(text: str, word: str) -> bool:
    """Whether a text has a word or words, not as a part of a longer word."""
    start = text.find(word)
    while start >= 0:
        end = start + len(word)
        before, after = text[start - 1 : start], text[end : end + 1]
        if not before.isalnum() and not after.isalnum():
            return True
        start = text.find(word, start + 1)
    return False
