"""The sources: what each is worth, what rests on it, and what it goes back to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest
from PySide6 import QtCore

from briefing_app.gui.claims.claim_rows import ClaimRow
from briefing_app.gui.tabs.sources.source_rows import (
    ReferenceRow,
    fold_target,
    goto_target,
    source_target,
    summary,
)
from briefing_app.gui.tabs.sources.sources_view import SourcesView
from briefing_app.gui.theme.theme import DARK, HIGH_CONTRAST, LIGHT, Theme
from briefing_app.gui.words.claim_record import claim_target
from briefing_app.model.claim import Citation
from briefing_app.model.cross_references import CrossReferences
from briefing_app.model.source import Availability, Reliability, Source
from briefing_app.model.source_support import SourceSupport, count_support

if TYPE_CHECKING:
    from briefing_app.model.briefing import Briefing

Key = QtCore.Qt.Key
AHMED = "ahmed-2022"


@pytest.fixture
def make(qtbot):
    def made(briefing: Briefing, width: int = 956, style: list[str] | None = None) -> SourcesView:
        chosen = style or ["chicago-author-date"]
        view = SourcesView(CrossReferences(briefing), Theme(LIGHT), lambda: chosen[0])
        qtbot.addWidget(view)
        view.resize(width, 740)
        with qtbot.waitExposed(view):
            view.show()
        qtbot.waitUntil(lambda: not view._timer.isActive())
        return view

    return made


@pytest.fixture
def view(make, briefing):
    return make(briefing)


def sentences(view: SourcesView) -> list[str]:
    return [row.sentence for row in view._page.rows]


def press(qtbot, view: SourcesView, target: str) -> None:
    assert view._page.choose(target)
    qtbot.keyClick(view._page, Key.Key_Return)


def with_sources(briefing: Briefing, *sources: Source, **cited: tuple[str, ...]) -> Briefing:
    """The briefing with only some claims, each of which cites the sources given for it."""
    claims = tuple(
        msgspec.structs.replace(claim, sources=tuple(map(Citation, cited[claim.id])), relations=())
        for claim in briefing.claims
        if claim.id in cited
    )
    return msgspec.structs.replace(
        briefing, claims=claims, sources=sources, options=(), key_judgments=()
    )


def test_the_line_at_the_top_sums_up(view, briefing):
    unnamed = sum(claim.further_source for claim in briefing.claims)
    assert sentences(view)[1] == (
        "71 claims rest on 1 source; 2 sources behind it are named; "
        f"{unnamed} claims rest on pages that cannot be named."
    )
    assert view._page.accessibleDescription() == sentences(view)[1]


def test_each_source_says_its_reference_and_worth_in_words(view):
    said = sentences(view)
    assert any(line.startswith("Ahmed, Zahid Shahab. 2022. “Taliban’s Takeover") for line in said)
    assert "Reliability: cannot be judged (F)" in said
    assert "Availability: can be looked up" in said
    assert said.count("Availability: link not available") == 2
    assert "Reliability: not rated" in said


def test_support_is_counted_by_source_and_origin(view, briefing):
    said = sentences(view)
    assert "Ahmed 2022, 71 claims  ·  1 source, 3 origins" in said  # itself, the UN report, SATP
    assert "UN report 2020, 1 claim  ·  1 source, 1 origin" in said
    assert any(line.startswith("Claims that it supports; all stand on it alone") for line in said)


def test_the_claims_are_shown_and_hidden_by_enter(view, qtbot):
    target = fold_target("supports", AHMED)
    assert not any(isinstance(row, ClaimRow) for row in view._page.rows)
    press(qtbot, view, target)
    assert sum(isinstance(row, ClaimRow) for row in view._page.rows) == 71
    assert view._page.current_target() == target
    assert view._page.rows[view._page.row_of(target)].sentence.endswith("shown")
    qtbot.keyClick(view._page, Key.Key_Return)
    assert not any(isinstance(row, ClaimRow) for row in view._page.rows)


def test_the_title_of_a_source_opens_its_claims_by_click(view, qtbot):
    page = view._page
    page.choose(source_target(AHMED))
    box = page.visualRect(page.currentIndex())
    qtbot.mouseClick(page.viewport(), QtCore.Qt.MouseButton.LeftButton, pos=box.center())
    assert page.row_of(claim_target("H1")) > 0


def test_a_claim_is_selected_and_shown_in_the_text(view, qtbot):
    press(qtbot, view, fold_target("supports", AHMED))
    assert view.show_claim("R12", flash=False)
    with qtbot.waitSignal(view.claim_selected) as selected:
        qtbot.keyClick(view._page, Key.Key_Return)
    with qtbot.waitSignal(view.claim_activated) as activated:
        qtbot.keyClick(view._page, Key.Key_Return, QtCore.Qt.KeyboardModifier.ControlModifier)
    assert selected.args == activated.args == ["R12"]
    view.select_claim("R12")
    assert view._page.row_of(claim_target("R12")) == view._page.currentIndex().row()


def test_what_it_cites_leads_there_and_back(view, qtbot):
    with qtbot.waitSignal(view.item_changed) as there:
        press(qtbot, view, goto_target("satp"))
    assert there.args == ["satp"] == [view.item()]
    assert view._page.current_target() == source_target("satp")
    with qtbot.waitSignal(view.item_changed) as back:
        press(qtbot, view, goto_target(AHMED))
    assert back.args == [AHMED]


def test_only_a_web_address_can_be_opened_and_only_by_asking(make, qtbot, briefing):
    sources = (
        Source("a", "book", title="A", url="https://example.org/a"),
        Source("b", "book", title="B", url="file:///etc/passwd"),
        Source(
            "c",
            "book",
            title="C",
            url="https://example.org/c",
            availability=Availability.LINK_NOT_AVAILABLE,
        ),
    )
    view = make(with_sources(briefing, *sources, H1=("a", "b", "c")))
    links = [row.target for row in view._page.rows if row.target.startswith("link:")]
    assert links == ["link:https://example.org/a"]
    with qtbot.waitSignal(view.link_requested) as asked:
        press(qtbot, view, links[0])
    assert asked.args == ["https://example.org/a"]


def test_claims_on_one_source_alone_are_told_from_those_on_two(make, qtbot, briefing):
    sources = (Source("a", "book", title="A"), Source("b", "book", title="B"))
    view = make(with_sources(briefing, *sources, H1=("a",), H2=("a", "b"), H3=("b",)))
    press(qtbot, view, fold_target("alone", "a"))
    assert [row.claim.id for row in view._page.rows if isinstance(row, ClaimRow)] == ["H1"]
    press(qtbot, view, fold_target("supports", "b"))
    listed = [row.claim.id for row in view._page.rows if isinstance(row, ClaimRow)]
    assert listed == ["H1", "H2", "H3"]


def test_a_source_that_is_never_cited_stands_apart(make, briefing):
    sources = (Source("a", "book", title="A"), Source("z", "book", title="Zoo"))
    view = make(with_sources(briefing, *sources, H1=("a",)))
    said = sentences(view)
    assert said[1] == "1 claim rests on 1 source; 1 source is not cited."
    head = said.index("Never cited. 1 source")
    assert said.index("Zoo, not cited by any claim") > head > said.index("Cited. 1 source")


def test_a_chain_of_sources_is_followed_and_a_ring_ends(briefing):
    sources = (
        Source("a", "book", title="A"),
        Source("b", "book", title="B", cited_by="a"),
        Source("c", "book", title="C", cited_by="b"),
        Source("x", "book", title="X", cited_by="y"),
        Source("y", "book", title="Y", cited_by="x"),
    )
    support = SourceSupport(CrossReferences(with_sources(briefing, *sources, H1=("a",))))
    assert [source.id for source in support.chain("c")] == ["b", "a"]
    assert [source.id for source in support.chain("x")] == ["y"]
    assert [source.id for source in support.behind] == ["b", "c"]
    assert [source.id for source in support.never_cited] == ["x", "y"]
    assert summary(support) == "1 claim rests on 1 source; 2 sources behind it are named; " + (
        "2 sources are not cited."
    )


@pytest.mark.parametrize(
    ("reliability", "words"),
    [
        (Reliability.A, "completely reliable (A)"),
        (Reliability.E, "unreliable (E)"),
        (Reliability.F, "cannot be judged (F)"),
        (None, "not rated"),
    ],
)
def test_reliability_is_said_in_words(make, briefing, reliability, words):
    source = Source("a", "book", title="A", reliability=reliability)
    view = make(with_sources(briefing, source, H1=("a",)))
    assert f"Reliability: {words}" in sentences(view)


def test_references_follow_the_citation_style(make, qtbot, briefing):
    style = ["apa"]
    view = make(briefing, style=style)

    def reference() -> str:
        return next(row.sentence for row in view._page.rows if isinstance(row, ReferenceRow))

    before = reference()
    assert "(2022" in before
    style[0] = "ieee"
    view.follow_style()
    qtbot.waitUntil(lambda: not view._timer.isActive())
    assert reference() != before


@pytest.mark.parametrize("scheme", [LIGHT, DARK, HIGH_CONTRAST])
@pytest.mark.parametrize("width", [1390, 700, 420])
def test_every_row_has_room_for_its_words(make, qtbot, briefing, scheme, width):
    view = make(briefing, width=width)
    press(qtbot, view, fold_target("supports", AHMED))
    view.set_theme(Theme(scheme, reading_px=24))
    for number, row in enumerate(view._page.rows):
        assert view._page.rowHeight(number) == row.height(view._page._look, view._page.words_px())
    view.setLayoutDirection(QtCore.Qt.LayoutDirection.RightToLeft)
    assert view._page._look.mirrored
    assert view.prose_views() == []


def test_nothing_is_worked_out_while_it_is_hidden(make, briefing):
    style = ["apa"]
    view = make(briefing, style=style)
    view.hide()
    style[0] = "mla"
    view.follow_style()
    assert not view._timer.isActive()


def test_support_is_counted_once_for_each_origin(briefing):
    references = CrossReferences(briefing)
    assert count_support((), references) == (0, 0)
    assert count_support(briefing.claims[:1], references) == (1, 1)
    assert count_support(briefing.claims, references) == (1, 3)
