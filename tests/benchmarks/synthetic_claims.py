"""Made-up claims for measuring: the same for the same number, words as common as in real text.

Words follow Zipf's law over a vocabulary that grows with the number of claims; a claim has about
20 words, up to two actors, a place, a date and a source.
"""

import bisect
import itertools
import random

from briefing_app.model.briefing import Briefing, Section
from briefing_app.model.claim import Citation, Claim, ClaimType, Confidence
from briefing_app.model.dates import EdtfDate
from briefing_app.model.entity import Entity, EntityKind
from briefing_app.model.source import Source

_COMMON = (
    "the of in and to a that on by for with government taliban pakistan afghanistan border attack "
    "police mosque ceasefire talks refugees province district killed injured report minister army "
    "said since under after group security forces agreement trade school women aid economy"
)
_SYLLABLES = [a + b for a in "bdfghjklmnprstvwyz" for b in ("a", "e", "i", "o", "u", "ar", "en")]
_TYPES = tuple(ClaimType)
_CONFIDENCES = tuple(Confidence)


def vocabulary(size: int, source: random.Random) -> list[str]:
    """Return words, the most common first; no two alike."""
    words = dict.fromkeys(_COMMON.split())
    while len(words) < size:
        words["".join(source.choices(_SYLLABLES, k=source.choice((2, 3, 3, 4))))] = None
    return list(words)


def make_briefing(count: int) -> Briefing:
    """Return a briefing with `count` claims."""
    source = random.Random(count)
    words = vocabulary(min(2_000 + count // 4, 150_000), source)
    weights = list(itertools.accumulate(1 / (rank + 2.7) for rank in range(len(words))))
    entities = [
        Entity(f"e{n}", EntityKind.GROUP if n % 3 else EntityKind.PLACE, _name(words, n, source))
        for n in range(400)
    ]
    dates = [EdtfDate(f"{year}-{month:02}") for year in range(1947, 2023) for month in range(1, 13)]
    sections = tuple(Section(f"s{n}", f"Section {n}") for n in range(8))

    def claim(number: int) -> Claim:
        length = source.randint(12, 28)
        places = (bisect.bisect(weights, source.random() * weights[-1]) for _ in range(length))
        text = " ".join(words[min(place, len(words) - 1)] for place in places)
        kind = source.choice(_TYPES)
        return Claim(
            id=f"C{number}",
            section=f"s{number * 8 // count}",
            type=kind,
            text=f"{text.capitalize()} {source.randint(1, 99_999):,}.",
            date=source.choice(dates) if source.random() < 0.8 else None,
            confidence=source.choice(_CONFIDENCES) if kind is ClaimType.ASSESSMENT else None,
            actors=tuple({f"e{int(source.paretovariate(0.5)) % 400}" for _ in range(2)}),
            places=(f"e{source.randrange(0, 400, 3)}",),
            tags=(source.choice(("cause", "effect", "trend")),),
            sources=(Citation(f"q{source.randrange(50)}"),),
        )

    return Briefing(
        id=f"synthetic-{count}",
        title="Made-up claims",
        language="en",
        version="1",
        issued=EdtfDate("2022"),
        as_of=EdtfDate("2022"),
        summary=(),
        sections=sections,
        claims=tuple(claim(number) for number in range(count)),
        sources=tuple(Source(f"q{n}", "report", title=f"Report {n}") for n in range(50)),
        entities=tuple(entities),
        content_hash=f"{count:064x}",
    )


def _name(words: list[str], number: int, source: random.Random) -> str:
    return f"{words[40 + number].capitalize()} {source.choice(words[40:]).capitalize()}"


def queries(briefing: Briefing, count: int = 40) -> list[str]:
    """Return what may be typed: words of the claims, one to four, some with a field."""
    source = random.Random(1)
    found = ["taliban", "peshawar mosque", "ceasefire 2021", "type:event attack", "-taliban police"]
    while len(found) < count:
        text = source.choice(briefing.claims).text.rstrip(".").split()
        start = source.randrange(len(text))
        found.append(" ".join(text[start : start + source.randint(1, 4)]).lower())
    return found
