"""The options in the handout: each whole, its claims written out for and against."""

from __future__ import annotations

import msgspec
import pytest

from briefing_app.handout.handout_plan import HandoutPlan, Paper
from briefing_app.model.claim import Citation, Claim, ClaimType
from briefing_app.model.option import PolicyOption, Standing
from tests.handout.conftest import page_texts, printed, small_briefing, squeezed


@pytest.mark.parametrize("paper", Paper)
def test_an_option_stands_on_one_page_with_all_its_claims(shipped, paper):
    briefing = shipped.briefing
    claims = {claim.id: claim.text for claim in briefing.claims}
    plan = HandoutPlan(paper=paper, claim_table=False)
    pages = [squeezed(text) for text in page_texts(printed(briefing, plan))]
    for option in briefing.options:
        wanted = [option.title]
        wanted += [claims[i] for i in (*option.in_favour, *option.against, *option.unresolved)]
        assert any(all(squeezed(words) in page for words in wanted) for page in pages), option.id


@pytest.mark.parametrize("side", ["in_favour", "against"])
def test_an_option_that_is_longer_than_a_page_loses_nothing(side):
    claims = tuple(
        Claim(f"C{n}", "vote", ClaimType.EVENT, f"Vote {n} was lost.", sources=(Citation("s"),))
        for n in range(1, 121)
    )
    ids = tuple(claim.id for claim in claims)
    options = (
        msgspec.structs.replace(PolicyOption("o", "Vote again", Standing.AUTHOR), **{side: ids}),
        PolicyOption("p", "Do nothing", Standing.DESCRIBED, in_favour=("C1",)),
    )
    briefing = small_briefing(claims=claims, options=options)
    pages = page_texts(printed(briefing, HandoutPlan(claim_table=False)))
    words = squeezed("".join(pages))
    for claim in claims:
        assert squeezed(claim.text) in words
    assert sum("Against, or open" in page for page in pages) >= 2
