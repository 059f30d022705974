"""A passage is found again by its words, wherever its paragraph went."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.model.anchor import Anchor, AnchoredWords, anchor_at, find, paragraph_texts
from briefing_app.model.briefing import Briefing, Section
from briefing_app.model.cross_references import CrossReferences
from briefing_app.model.dates import EdtfDate
from briefing_app.model.prose import Heading, ListBlock, Paragraph, RichText

DAY = EdtfDate("2026")


def known(*texts: str) -> CrossReferences:
    """A section with a heading and these paragraphs."""
    blocks = (
        Heading(RichText("A vote"), 2),
        *(Paragraph(RichText(text), number) for number, text in enumerate(texts, 1)),
    )
    section = Section("vote", "The vote", blocks)
    return CrossReferences(Briefing("b", "B", "en", "1", DAY, DAY, (), (section,), ()))


def anchored(words: str, *texts: str, paragraph: int = 1) -> Anchor:
    start = texts[paragraph - 1].index(words)
    return anchor_at(known(*texts), "vote", paragraph, start, start + len(words))


def test_an_anchor_has_the_words_and_what_is_around_them() -> None:
    text = "Long before the council met, the vote was lost, and nobody asked for another one."
    before, after = "Long before the council met, ", ", and nobody asked for another o"
    assert anchored("the vote was lost", text) == Anchor(
        "vote", 1, "the vote was lost", before, after
    )


@pytest.mark.parametrize(
    ("words", "before", "after", "paragraph", "found"),
    [
        ("was lost", ["It was lost."], ["It was lost."], 1, (1, "It ")),
        ("was lost", ["It was lost."], ["New.", "New.", "It was lost."], 1, (3, "It ")),
        ("was lost", ["It was lost."], ["At last it was lost."], 1, (1, "At last it ")),
        ("was lost", ["A was lost.", "B was lost."], ["B was lost.", "A was lost."], 2, (1, "B ")),
        ("So.", ["So. It was."], ["It was so. So. It was.", "So. It was."], 1, (2, "")),
        ("lost", ["lost, lost, won"], ["lost, lost, won"], 1, (1, "")),
        ("lost", ["x", "A, lost."], ["A, lost.", "x", "x", "A, lost."], 2, (1, "A, ")),
        ("lost", ["It was lost."], ["It was won."], 1, None),
        ("lost", ["It was lost."], [], 1, None),
    ],
    ids=["as it was", "put in before", "words put in", "changed places", "a beginning stays one",
         "the first", "the nearest", "gone", "no text"],
)  # fmt: skip
def test_words_are_found_where_they_stand_now(words, before, after, paragraph, found) -> None:
    anchor = anchored(words, *before, paragraph=paragraph)
    place = find(anchor, known(*after))
    if found is None:
        assert place is None
        return
    assert place is not None
    text = after[place.paragraph - 1]
    assert (place.paragraph, text[: place.start]) == found
    assert text[place.start : place.end] == words


@given(st.lists(st.text(min_size=1, max_size=60), min_size=1, max_size=6), st.data())
def test_in_the_same_edition_the_very_words_are_found(texts, data) -> None:
    number = data.draw(st.integers(1, len(texts)))
    text = texts[number - 1]
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    references = known(*texts)
    place = find(anchor_at(references, "vote", number, start, end), references)
    assert place is not None
    assert texts[place.paragraph - 1][place.start : place.end] == text[start:end]


def test_a_list_is_one_paragraph_with_its_items_on_lines() -> None:
    items = tuple((Paragraph(RichText(words)),) for words in ("One", "two"))
    section = Section("vote", "The vote", (ListBlock(items, ordered=False, number=1),))
    references = CrossReferences(Briefing("b", "B", "en", "1", DAY, DAY, (), (section,), ()))
    assert paragraph_texts(references, "vote") == {1: "One\ntwo"}
    assert find(Anchor("vote", 1, "two"), references) == AnchoredWords(1, 4, 7)


def test_without_a_section_or_a_quote_there_is_nothing_to_find() -> None:
    references = known("It was lost.")
    assert anchor_at(references, "other", 1, 0, 4) == Anchor("other", 1)
    assert find(Anchor("other", 1, "lost"), references) is None
    assert find(Anchor("vote", 1), references) is None
