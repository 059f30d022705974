"""The claim card and the strip: the record, its links, what can be done with it."""

from __future__ import annotations

import pytest
from PySide6 import QtCore, QtGui, QtWidgets

from briefing_app.gui.claims.claim_card import ClaimCard
from briefing_app.gui.claims.claim_card_body import ClaimCardBody, RecordLink
from briefing_app.gui.claims.claim_strip import ClaimStrip
from briefing_app.gui.kit.runs_block import RunsBlock
from briefing_app.gui.theme.theme import Theme
from briefing_app.gui.words import claim_record
from briefing_app.loading.load_briefing import load_briefing
from briefing_app.model.cross_references import CrossReferences

Key = QtCore.Qt.Key
LEFT = QtCore.Qt.MouseButton.LeftButton


@pytest.fixture
def card(qtbot, references):
    card = ClaimCard(references, Theme("light"))
    qtbot.addWidget(card)
    card.resize(484, 300)
    card.show_claim("R12")
    card.activateWindow()
    qtbot.waitUntil(card.isActiveWindow)
    return card


def button(widget, name: str) -> QtWidgets.QAbstractButton:
    buttons = widget.findChildren(QtWidgets.QAbstractButton)
    return next(b for b in buttons if name in (b.text(), b.accessibleName()))


@pytest.mark.parametrize(
    ("name", "signal"),
    [("Show in text", "show_requested"), ("Copy with citation", "citation_requested")],
)
def test_buttons(qtbot, card, name, signal):
    with qtbot.waitSignal(getattr(card, signal)) as heard:
        qtbot.mouseClick(button(card, name), LEFT)
    assert heard.args == ["R12"]
    with qtbot.waitSignal(getattr(card, signal)):
        qtbot.keyClick(button(card, name), Key.Key_Return)


def test_every_claim_shows_its_whole_record(card, references):
    body = card.findChild(ClaimCardBody)
    for claim in references.briefing.claims:
        card.show_claim(claim.id)
        assert claim.text in body.text()
        for line in claim_record.record_lines(claim, references):
            assert f"{line.label}: {line.text}" in body.text()
        assert card.preferred_height(484) > 100


def test_links_lead_to_claims_and_places(qtbot, card, references):
    targets = {
        run.target: run.text
        for line in claim_record.record_lines(references.claims["R12"], references)
        for run in line.runs
        if run.target
    }
    links = {link.text(): link for link in card.findChildren(RecordLink)}
    assert set(links) == set(targets.values())
    assert {target.partition(":")[0] for target in targets} == {"claim", "place", "source"}
    for target, text in targets.items():
        kind, _, rest = target.partition(":")
        if kind == "source":
            with qtbot.waitSignal(card.source_link_activated) as heard:
                qtbot.mouseClick(links[text], LEFT)
            assert heard.args == [rest]
        elif kind == "claim":
            with qtbot.waitSignal(card.claim_link_activated) as heard:
                qtbot.mouseClick(links[text], LEFT)
            assert heard.args == [rest]
        else:
            with qtbot.waitSignal(card.place_link_activated) as heard:
                qtbot.keyClick(links[text], Key.Key_Space)
            section, _, paragraph = rest.rpartition("#")
            assert heard.args == [section, int(paragraph)]


@pytest.mark.parametrize("width", [300, 484, 900])
@pytest.mark.parametrize("mirrored", [False, True])
def test_links_stand_over_their_words(qtbot, card, width, mirrored):
    directions = QtCore.Qt.LayoutDirection
    card.setLayoutDirection(directions.RightToLeft if mirrored else directions.LeftToRight)
    card.resize(width, 600)
    body = card.findChild(ClaimCardBody)
    boxes = [link.geometry() for link in card.findChildren(RecordLink)]
    assert all(body.rect().contains(box) for box in boxes)
    assert not any(a.intersects(b) for n, a in enumerate(boxes) for b in boxes[:n])


def test_it_folds_to_the_statement(qtbot, card, references):
    tall = card.preferred_height(484)
    fold = button(card, "Hide details")
    with qtbot.waitSignal(card.folded_changed) as heard:
        qtbot.mouseClick(fold, LEFT)
    assert heard.args == [True]
    assert fold.accessibleName() == "Show details"
    assert card.preferred_height(484) < tall / 2
    assert not any(link.isVisible() for link in card.findChildren(RecordLink))
    card.show_claim("R8")
    assert not any(link.isVisible() for link in card.findChildren(RecordLink))
    qtbot.mouseClick(fold, LEFT)
    visible = {link.text() for link in card.findChildren(RecordLink) if link.isVisible()}
    lines = claim_record.record_lines(references.claims["R8"], references)
    assert visible == {run.text for line in lines for run in line.runs if run.target}


def test_it_scrolls_where_it_is_too_tall(card):
    card.resize(300, 160)
    bar = card.findChild(QtWidgets.QScrollArea).verticalScrollBar()
    assert bar.maximum() > 0
    card.resize(300, card.preferred_height(300))
    assert bar.maximum() == 0


def test_its_text_can_be_copied(qtbot, card, references):
    body = card.findChild(ClaimCardBody)
    body.setFocus()
    qtbot.keyClick(body, Key.Key_C, QtCore.Qt.KeyboardModifier.ControlModifier)
    copied = QtGui.QGuiApplication.clipboard().text()
    assert copied.startswith(f"R12. {references.claims['R12'].text}\nSaid by: ")


def test_a_claim_that_is_not_listed(qtbot, card):
    before = card.preferred_height(484)
    card.set_listed(listed=False)
    assert card.preferred_height(484) > before
    with qtbot.waitSignal(card.show_all_requested):
        qtbot.mouseClick(button(card, "Show all"), LEFT)


def test_runs_wrap_but_links_do_not(qapp):
    runs = (
        claim_record.Run("said in a long row of words and then "),
        claim_record.Run("Policy options ¶3", target="place:policy-options#3"),
        claim_record.Run(" 𝔘 and "),
        claim_record.Run("Bottom line", target="place:#0"),
    )
    theme = Theme("light")
    narrow = RunsBlock(runs, theme, 180)
    assert narrow.height > RunsBlock(runs, theme, 900).height
    widths = {n: narrow.boxes(n)[0].width() for n in (1, 3)}
    metrics = QtGui.QFontMetricsF(theme.font("detail"))
    for number, width in widths.items():
        assert width == pytest.approx(metrics.horizontalAdvance(runs[number].text), abs=1.5)


@pytest.fixture
def strip(qtbot, references):
    strip = ClaimStrip(references, Theme("light"))
    qtbot.addWidget(strip)
    strip.resize(980, strip.sizeHint().height())
    strip.show_claim("H12")
    strip.show()
    return strip


@pytest.mark.parametrize(
    ("name", "signal", "arguments"),
    [
        ("Previous claim", "previous_requested", []),
        ("Next claim", "next_requested", []),
        ("Close", "close_requested", []),
        ("Details", "details_requested", ["H12"]),
        ("Copy", "citation_requested", ["H12"]),
    ],
)
def test_the_strips_buttons(qtbot, strip, name, signal, arguments):
    with qtbot.waitSignal(getattr(strip, signal)) as heard:
        qtbot.mouseClick(button(strip, name), LEFT)
    assert heard.args == arguments


def test_the_strip_is_read_out_whole(strip, references):
    assert strip.height() == 86
    assert references.claims["H12"].text in strip.text()
    assert strip.text().endswith("1 source, 1 origin")


def test_the_strips_ends(strip):
    strip.set_neighbours(previous=False, following=True)
    assert not button(strip, "Previous claim").isEnabled()
    assert button(strip, "Next claim").isEnabled()


def test_the_record_has_basis_band_quote_and_the_relations_notes(qtbot, repository):
    everything = repository / "tests" / "fixtures" / "valid" / "everything"
    card = ClaimCard(CrossReferences(load_briefing(everything).briefing), Theme("light"))
    qtbot.addWidget(card)
    body = card.findChild(ClaimCardBody)
    card.show_claim("E6")
    record = body.record_text()
    assert "Basis: One survey." in record
    assert "low confidence · likely (55–80%) within Mar–Aug 2024" in record
    card.show_claim("E1")
    assert "In its words: “the level rose by 3.2 m”" in body.record_text()
    card.show_claim("E2")
    shown = [link for link in card.findChildren(RecordLink) if not link.isHidden()]
    link = next(link for link in shown if link.text() == "E3")
    assert link.accessibleDescription().startswith("As the minister puts it. The minister said")


def test_the_source_of_a_claim_is_opened_from_its_card(desk):
    desk.window.jumps.go_to_claim("R12")
    link = next(
        link
        for link in desk.window.findChildren(RecordLink)
        if link.isVisible() and link.text().startswith("Ahmed")
    )
    desk.qtbot.mouseClick(link, LEFT)
    assert (desk.tab, desk.window.stack.item()) == ("sources", "ahmed-2022")
    desk.act("back")
    assert desk.tab == "terrorism"


def test_a_long_name_goes_on_in_the_next_line_and_can_be_pressed_there(qtbot, card):
    link = RecordLink("A name", "source:x", Theme("light"), card)
    first, second = QtCore.QRect(100, 0, 50, 18), QtCore.QRect(0, 18, 40, 18)
    link.cover([first, second])
    link.show()
    heard = []
    link.followed.connect(heard.append)
    for box in (first, second):
        target = card.childAt(box.center())
        qtbot.mouseClick(target, LEFT, pos=target.mapFrom(card, box.center()))
    assert heard == ["source:x", "source:x"]
    assert card.childAt(60, 30) is not link
