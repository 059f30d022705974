"""Origins: what is told twice, in whatever way, counts once."""

from __future__ import annotations

import pytest

from briefing_app.model.claim import Citation, Claim, ClaimType
from briefing_app.model.origins import origins
from briefing_app.model.source import Source

# the chronicle is known through the chapter, the chapter through the study
SOURCES = {
    source.id: source
    for source in (
        Source(id="bulletin", type="report"),
        Source(id="courier", type="article-newspaper"),
        Source(id="radio", type="broadcast"),
        Source(id="study", type="article-journal"),
        Source(id="chapter", type="chapter", cited_by="study"),
        Source(id="chronicle", type="book", cited_by="chapter"),
        Source(id="radar", type="dataset", cited_by="bulletin"),
        Source(id="round", type="report", cited_by="about"),
        Source(id="about", type="report", cited_by="round"),
    )
}


@pytest.mark.parametrize(
    ("cited", "found"),
    [
        ((), ()),
        (("bulletin",), ("bulletin",)),
        (("bulletin", "bulletin"), ("bulletin",)),
        (("bulletin", "study"), ("bulletin", "study")),
        # a relay
        (("bulletin", "courier>bulletin"), ("bulletin",)),
        (("courier>bulletin", "radio>bulletin"), ("bulletin",)),
        (("courier>bulletin", "radio"), ("bulletin", "radio")),
        # known through one another, however far
        (("study", "chapter"), ("chapter",)),
        (("study", "study>chapter"), ("chapter",)),
        (("study>chapter", "study>chronicle"), ("chronicle",)),
        (("study", "radio>chronicle"), ("chronicle",)),
        (("bulletin>radar", "radio>bulletin"), ("radar",)),
        (("courier", "study>chronicle"), ("courier", "chronicle")),
        # two behind one source stay two
        (("study>radar", "study>chronicle"), ("radar", "chronicle")),
        # people
        (("courier>@minister",), ("courier",)),
        (("courier>@minister", "courier>@mayor"), ("courier",)),
        (("courier>@minister", "radio>@minister"), ("@minister",)),
        (("courier>@minister", "radio>@mayor"), ("courier", "radio")),
        (("courier>@minister", "courier", "radio>@minister"), ("courier", "radio")),
        (("courier>@minister", "radio>@minister", "study"), ("@minister", "study")),
        # a circle, which is an error of its own, does not take the origin away
        (("round", "about"), ("round",)),
    ],
)
def test_what_is_told_twice_counts_once(cited: tuple[str, ...], found: tuple[str, ...]):
    citations = [Citation(id=name, attributed_to=who) for name, _, who in map(_split, cited)]
    claim = Claim(id="A", section="s", type=ClaimType.FACT, text="Water.", sources=tuple(citations))

    assert origins(claim, SOURCES) == found


def _split(text: str) -> tuple[str, str, str]:
    return text.partition(">")
