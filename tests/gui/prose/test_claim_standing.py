"""How a claim stands is told in the margin by a sign and on its card by a word."""

from __future__ import annotations

import pytest
from PySide6 import QtWidgets

from briefing_app.gui.claims.claim_line import ClaimLine
from briefing_app.gui.claims.claim_rows import ClaimRow
from briefing_app.gui.claims.claim_strip import ClaimStrip
from briefing_app.gui.claims.hover_card import HoverCard
from briefing_app.gui.prose.prose_view import ProseStyle, ProseView
from briefing_app.gui.theme.theme import LIGHT, Theme
from briefing_app.gui.words.claim_record import context_words, record_lines
from briefing_app.gui.words.claim_standing import standing_sign, standing_word
from briefing_app.model.briefing import Briefing, Section
from briefing_app.model.claim import Claim, ClaimType, Relation, RelationType, Status
from briefing_app.model.cross_references import CrossReferences
from briefing_app.model.dates import EdtfDate
from briefing_app.model.prose import ClaimMark, Paragraph, RichText

DAY = EdtfDate("2022-05-06")
CASES = [
    ("current", "", ""),
    ("updated", "→", "updated"),
    ("superseded", "→", "superseded"),
    ("disputed", "≠", "disputed"),
    ("withdrawn", "×", "withdrawn"),
]


def references_with(*claims: Claim) -> CrossReferences:
    marks = (ClaimMark(0, 4, ("C1",)),)
    section = Section("s", "S", (Paragraph(RichText("Said here.", marks), 1),))
    return CrossReferences(Briefing("b", "B", "en", "1", DAY, DAY, (), (section,), claims, ()))


def claim(claim_id: str = "C1", **more) -> Claim:
    return Claim(claim_id, "s", ClaimType.FACT, "A sentence.", **more)


@pytest.mark.parametrize(("status", "sign", "word"), CASES)
def test_in_the_margin_and_on_the_card(qtbot, status: str, sign: str, word: str) -> None:
    references = references_with(claim(status=Status(status)))
    theme = Theme(LIGHT)
    view = ProseView(
        references.sections["s"].blocks, references, theme,
        section_id="s", style=ProseStyle(), read_picture=lambda name: b"",
    )  # fmt: skip
    qtbot.addWidget(view)
    view.resize(900, 400)
    view.show()
    texts = [
        label.text for _, unit in view.body.geometry.units_between(0, 400) for label in unit.labels
    ]
    assert texts == [f"C1{sign}"]
    window = QtWidgets.QWidget()
    qtbot.addWidget(window)
    card = HoverCard(references, theme, window)
    card.show_claims(["C1"], view.places.words_box(0))
    assert (f"{word} · no date given" in card.accessibleDescription()) is bool(word)


@pytest.mark.parametrize("kind", ["contradicts", "undercuts"])
def test_a_claim_that_another_stands_against_is_disputed(kind: str) -> None:
    other = claim("C2", relations=(Relation(RelationType(kind), "C1"),))
    references = references_with(claim(), other)
    target, against = references.claims.values()
    assert standing_sign(target, references) == "≠"
    assert standing_word(target, references) == "disputed"
    # a contradiction is one of both; what undercuts another claim is not undercut itself
    assert standing_word(against, references) == ("disputed" if kind == "contradicts" else "")


@pytest.mark.parametrize(("status", "sign", "word"), CASES)
def test_in_lists_and_on_the_strip(qtbot, status: str, sign: str, word: str) -> None:
    one = claim(status=Status(status))
    references = references_with(one)
    theme = Theme(LIGHT)
    spoken = [
        ClaimRow(one, references, dated=None).sentence,
        context_words(one, references),
        record_lines(one, references)[0].text,
    ]
    line, strip = ClaimLine(theme, one, references), ClaimStrip(references, theme)
    for widget in (line, strip):
        qtbot.addWidget(widget)
    strip.show_claim("C1")
    spoken += [line.accessibleName(), strip.text()]
    others = {other for _, _, other in CASES if other not in ("", word)}
    assert all(word in said for said in spoken)
    assert not any(other in said for said in spoken for other in others)
    assert line.shown_id == f"C1{sign}"
