"""Whatever has no blank in it stays in its column, over no other word, and stretches no line."""

from __future__ import annotations

import functools
import itertools

import msgspec
import pytest

from briefing_app.handout.handout_plan import Depth, HandoutPlan, Paper
from briefing_app.model.briefing import Briefing, Handling, Section
from briefing_app.model.claim import (
    Citation,
    Claim,
    ClaimType,
    Confidence,
    Figure,
    Likelihood,
    Locator,
    Status,
)
from briefing_app.model.dates import EdtfDate
from briefing_app.model.entity import Entity, EntityKind
from briefing_app.model.option import PolicyOption, Standing
from briefing_app.model.prose import (
    ClaimMark,
    CodeBlock,
    Footnote,
    Heading,
    ListBlock,
    NoteReference,
    Paragraph,
    Picture,
    Quotation,
    RichText,
    Style,
    StyleSpan,
    Table,
)
from briefing_app.model.source import Name, Source
from tests.handout.conftest import page_texts, paragraph, printed, small_briefing, squeezed
from tests.handout.glyphs import MILLIMETRE, beyond, on_another, sheets

RUNS = {
    "id": "malware--33159b98-3264-4e10-a968-d67975b6272f",
    "address": "https://example.org/archive/2022/05/06/0123456789abcdef0123456789abcdef?s=AAAABBBB&x=1",
    "capitals": "W" * 60,
    "word": "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz",
    "name": "The Very Long Name of the Ministry of Agriculture and of Forests".replace(
        " ", "\u00a0"
    ),
    "digits": "1234567890" * 6,
    "underscores": "some_module_name_that_has_no_end_and_no_blank_in_it",
    "arabic": "مبمبمب" * 9,
    "path": "/usr/share/some-place/that/has_a/long_path/to-it/README.txt",
    "dots": "." * 70,
}
PLANS = {
    "full": HandoutPlan(copy_number="W" * 24),
    "letter": HandoutPlan(paper=Paper.LETTER),
    "one page": HandoutPlan(depth=Depth.ONE_PAGE, copy_number="W" * 24),
    "large print": HandoutPlan(large_print=True, copy_number="120 of 240"),
    "large print, one page": HandoutPlan(large_print=True, depth=Depth.ONE_PAGE),
}
IDS = ("indicator--8e2e2d2b-17d4-4cbf-938f-98ee46b3cd3f", "C2", "S" + "M" * 23)
HANGING = 2.5  # points that a full stop or a hyphen may hang over an edge


def words(text: str) -> RichText:
    return RichText(text)


def body(run: str):
    """Blocks of every kind with the run in each place where words may stand."""
    bold = RichText(f"It is {run}{run}.", styles=(StyleSpan(6, 6 + len(run), Style.STRONG),))
    many = tuple(f"C{n}" for n in range(2, 30))
    return (
        Heading(words(run), 2),
        Heading(words(f"Appendix F of the certificate for {run}"), 2),
        paragraph(f"In 1947 the vote was lost and {run} was found by those who had {run}."),
        Paragraph(RichText(f"The vote {run} lost.", (ClaimMark(4, 8, IDS),)), 2),
        Paragraph(RichText(f"Vote {run}", (ClaimMark(5, 5 + len(run), ("C3",)),)), 3),
        Paragraph(RichText("The words.", (ClaimMark(4, 9, many),)), 4),
        Paragraph(bold, 5),
        ListBlock(((paragraph(run),), (ListBlock(((paragraph(run),),)),)), number=6),
        ListBlock(((paragraph(run),),), ordered=True, start=100_000_000, number=7),
        Quotation((paragraph(run),), number=8),
        CodeBlock(f"{run}\n    {run}", number=9),
        Table((words(run), words("b")), ((words("a"), words(run)),), number=10),
        Table((words(run),) * 6, ((words(run),) * 6,), number=11),
        Picture("missing.png", run),
        Paragraph(RichText("So1", notes=(NoteReference(2, 3, 1),)), 12),
        Footnote(1, (paragraph(run),)),
    )


def first_claims(run: str):
    types = (ClaimType.EVENT, ClaimType.FORECAST, ClaimType.STATEMENT)
    where = Locator(section=run, page="12")
    return tuple(
        Claim(
            claim_id, "vote", types[n], f"It was {run} then.", label=run, note=run, basis=run,
            date=EdtfDate("2021-08-15/2022-09-30"), confidence=Confidence.HIGH,
            likelihood=Likelihood.VERY_UNLIKELY, horizon=EdtfDate("2027-02"),
            figures=(Figure(f"damage {run}", ("USD", run, "kg")[n], 1234567.25 + n),),
            sources=(Citation("s", where, ("minister", "t", "")[n]), Citation("t", where)),
            status=Status.DISPUTED if n == 2 else Status.CURRENT,
        )
        for n, claim_id in enumerate(IDS)
    )  # fmt: skip


def hostile(run: str) -> Briefing:
    """A briefing with the run in every field that is printed."""
    more = tuple(Claim(f"C{n}", "vote", ClaimType.FACT, "So.") for n in range(3, 30))
    return Briefing(
        id="hostile",
        title=run,
        subtitle=run,
        language="en-GB",
        version=run,
        issued=EdtfDate("2026-11-22"),
        as_of=EdtfDate("2022-05-06/2022-11-30"),
        prepared_by=run,
        summary=(paragraph(f"The {run} was lost.", C2="was lost"), ListBlock(((paragraph(run),),))),
        sections=(Section("vote", run, body(run), True), Section("b", f"Second {run}")),
        claims=(*first_claims(run), *more),
        sources=(
            Source("s", "report", title=run, author=(Name(literal=run),), genre=run, note=run),
            Source("t", "book", title=run, citation_label=run, publisher=run),
        ),
        entities=(
            Entity("minister", EntityKind.PERSON, run, run, (f"{run}a", "تحریک" * 12), run),
            Entity("other", EntityKind.PERSON, "B", note=run),
        ),
        options=(
            PolicyOption("o", run, Standing.AUTHOR, run, IDS[:2], IDS[1:2], IDS[2:]),
            PolicyOption("p", f"Two {run}", Standing.DESCRIBED, run, IDS[:1]),
        ),
        key_judgments=IDS,
        handling=Handling.AMBER_STRICT,
        content_hash="0123456789abcdef" * 4,
    )


@functools.cache
def made(form: str, run: str) -> bytes:
    return printed(hostile(RUNS[run]), PLANS[form])


@pytest.mark.parametrize(
    ("form", "run"),
    [("full", run) for run in RUNS]
    + [(form, run) for form in PLANS if form != "full" for run in ("id", "address", "capitals")],
)
def test_nothing_runs_over_an_edge_or_another_word(form, run):
    plan = PLANS[form]
    near = (26 if plan.large_print else 24) * MILLIMETRE
    for number, sheet in enumerate(sheets(made(form, run)), 1):
        of_paragraphs = [g for g in sheet.glyphs if g.left < near and g.letter in "¶0123456789"]
        text = sheet._replace(glyphs=[g for g in sheet.glyphs if g not in of_paragraphs])
        far = sheet.width - 20 * MILLIMETRE
        assert beyond(text, near - HANGING, far + HANGING) == [], number
        assert on_another(text) == [], number


@pytest.mark.parametrize("run", RUNS)
def test_each_column_of_the_claim_table_keeps_its_own(run):
    """No letter stands in the blank before the next column."""
    pdf = made("full", run)
    checked = 0
    for text, sheet in zip(page_texts(pdf), sheets(pdf), strict=True):
        if "Id Claim Type When Where Page" not in " ".join(text.split()):
            continue
        starts, rows = claim_table(sheet)
        for start in starts:
            blank = (start - 2 * MILLIMETRE, start - 1)
            assert [str(g) for g in rows if g.right > blank[0] and g.left < blank[1]] == []
            checked += 1
    assert checked >= 4


def claim_table(sheet):
    """Where its second to fifth column begin, and the letters of its rows."""
    read = "".join(g.letter for g in sheet.glyphs)
    at = read.index("IdClaimTypeWhenWherePage")
    end = read.find("Sources", at)
    rows = sheet.glyphs[at + 24 : end if end > 0 else read.index("Version", at)]
    return [sheet.glyphs[at + n].left for n in (2, 7, 11, 15)], [g for g in rows if g.size < 9]


@pytest.mark.parametrize("run", ["id", "address", "capitals", "underscores", "digits"])
def test_lines_before_an_unbreakable_run_are_not_stretched(run):
    """Between two words there is never more than about a letter's width."""
    text = RUNS[run]
    lines = " ".join(f"In the year it was {text} that we found." for _ in range(6))
    blocks = (
        Heading(words(f"Appendix F certificate for serial number {text}"), 2),
        paragraph(lines),
        Paragraph(RichText("The words.", (ClaimMark(4, 9, tuple(f"C{n}" for n in range(40))),)), 2),
    )
    claims = tuple(Claim(f"C{n}", "vote", ClaimType.FACT, "So.") for n in range(40))
    briefing = small_briefing(sections=(Section("vote", "The vote", blocks),), claims=claims)
    plan = HandoutPlan(claim_table=False, sources=False, names=False, timeline=False)
    pdf = printed(briefing, plan)
    pages = zip(page_texts(pdf), sheets(pdf), strict=True)
    page = next(sheet for text, sheet in pages if "Appendix F" in text)
    at = "".join(g.letter for g in page.glyphs).index("AppendixF")
    text = [g for g in page.glyphs[at:] if g.bottom > 25 * MILLIMETRE]
    column = [g for g in text if g.left / MILLIMETRE >= 24 and g.right / MILLIMETRE < 133]
    gaps = [
        (str(one), str(other))
        for one, other in itertools.pairwise(column)
        if abs(one.bottom - other.bottom) < 4 and other.left - one.right > 0.75 * one.size
    ]
    assert gaps == []


@pytest.mark.parametrize("run", RUNS)
def test_what_is_broken_is_copied_whole_and_without_a_hyphen_more(run):
    blocks = (paragraph(f"They found {RUNS[run]} there."),)
    briefing = small_briefing(sections=(Section("vote", "The vote", blocks),))
    whole = squeezed("".join(page_texts(printed(briefing))))
    assert squeezed(RUNS[run]) in whole


@pytest.mark.parametrize("field", ["paragraph", "cell", "note", "claim", "source"])
def test_any_number_of_long_words(field):
    """Typst gives up where one paragraph has more than some 500 words to look at."""
    many = " ".join(f"https://example.org/some/place/{n}" for n in range(700))
    claim = msgspec.structs.replace(
        small_briefing().claims[0], **({"text": many} if field == "claim" else {"note": many})
    )
    blocks = {
        "paragraph": (paragraph(many),),
        "cell": (Table((words("a"),) * 2, ((words("b"), words(many)),), number=1),),
    }
    briefing = small_briefing(
        sections=(Section("vote", "The vote", blocks.get(field, (paragraph("a"),))),),
        claims=(claim,) if field in ("note", "claim") else (),
        sources=(Source("s", "report", title="A", note=many if field == "source" else ""),),
    )
    assert "place/699" in squeezed("".join(page_texts(printed(briefing))))
