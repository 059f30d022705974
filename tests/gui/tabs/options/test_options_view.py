"""Options side by side: columns, both ways of choosing a claim, and the switch to the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest
from PySide6 import QtCore, QtGui

from briefing_app.gui.kit.page_switch import _Segment
from briefing_app.gui.prose.prose_column import ProseStyle
from briefing_app.gui.prose.prose_view import ProseView
from briefing_app.gui.tabs.options.option_column import OptionHead, RowHead
from briefing_app.gui.tabs.options.option_group_head import FamilyLegend, OptionGroupHead
from briefing_app.gui.tabs.options.options_view import OptionsView
from briefing_app.gui.tabs.options.policy_view import PolicyView
from briefing_app.gui.tabs.section.section_page import SectionPage
from briefing_app.gui.theme.theme import HIGH_CONTRAST, LIGHT, Theme
from briefing_app.model.cross_references import CrossReferences
from briefing_app.model.option import PolicyOption, Standing

if TYPE_CHECKING:
    from briefing_app.model.briefing import Briefing


def no_picture(_path: str) -> bytes:
    raise AssertionError("no picture is named here")


@pytest.fixture
def show(qtbot):
    def shown(widget, width: int = 1390, height: int = 740):
        qtbot.addWidget(widget)
        widget.resize(width, height)
        with qtbot.waitExposed(widget):
            widget.show()
        return widget

    return shown


@pytest.fixture
def options(show, briefing):
    return show(OptionsView(CrossReferences(briefing), Theme(LIGHT)))


@pytest.fixture
def policy(show, briefing):
    references, theme = CrossReferences(briefing), Theme(LIGHT)
    section = references.sections["policy-options"]

    def make_text() -> SectionPage:
        return SectionPage(section, references, theme, style=ProseStyle(), read_picture=no_picture)

    return show(PolicyView(references, theme, make_text))


def heads(view: OptionsView) -> list[OptionHead]:
    return view.findChildren(OptionHead)


def lines_of(view: OptionsView, claim_id: str) -> list[QtCore.QObject]:
    return [line for line in view.claim_lines() if line.claim_id == claim_id]


def some_options(briefing: Briefing, count: int) -> Briefing:
    ids = [claim.id for claim in briefing.claims]
    made = tuple(
        PolicyOption(
            f"o{n}",
            f"Option number {n}",
            Standing.AUTHOR if n % 3 else Standing.DESCRIBED,
            "What it means.",
            tuple(ids[n : n + 3]),
            tuple(ids[n + 3 : n + 4]),
        )
        for n in range(count)
    )
    return msgspec.structs.replace(briefing, options=made)


def test_options_are_grouped_by_whose_they_are(options):
    spoken = [head.text() for head in heads(options)]
    assert [text.split(":")[0] for text in spoken] == [
        "Option 1, the author’s",
        "Option 4, the author’s",
        "Option 5, the author’s",
        "Option 6, the author’s",
        "Option 2, only described",
        "Option 3, only described",
    ]
    shown = [head for head in options.findChildren(OptionGroupHead) if not head.isHidden()]
    titles = [head.text().split(":")[0] for head in shown]
    assert titles == ["The author’s options", "Only described"]


def test_rows_say_how_many_claims_there_are(options):
    rows = [head.text() for head in options.findChildren(RowHead)]
    assert rows[:3] == ["For: 3", "Against: 2", "Open: none given"]


def test_the_legend_names_the_families_that_occur(options):
    assert options.findChild(FamilyLegend).text() == "Ids: reported, said, judged, advised"


def test_a_claim_line_says_where_it_counts_and_its_whole_sentence(options, briefing):
    texts = {claim.id: claim.text for claim in briefing.claims}
    against_one, against_two = lines_of(options, "O3")
    assert against_one.accessibleName() == f"Against option 1: O3. {texts['O3']} Reported."
    assert against_two.accessibleName().startswith("Against option 2: O3. ")
    interface = QtGui.QAccessible.queryAccessibleInterface(against_one)
    assert interface.role() == QtGui.QAccessible.Role.Button


def test_a_selected_claim_is_lit_in_every_column(options):
    options.select_claim("O3")
    assert [line.claim_id for line in options.claim_lines() if line.is_selected] == ["O3", "O3"]
    options.select_claim(None)
    assert not any(line.is_selected for line in options.claim_lines())


def test_columns_stand_beside_each_other_with_rows_aligned(options):
    assert len({head.y() for head in heads(options)}) == 1
    assert min(head.width() for head in heads(options)) >= 150
    rows = options.findChildren(RowHead)
    author, described = rows[: 4 * 3], rows[4 * 3 :]
    for group in (author, described):
        for number in range(3):
            assert len({row.y() for row in group[number::3]}) == 1


@pytest.mark.parametrize(("width", "rows"), [(1390, 1), (956, 2), (700, 3), (330, 6)])
def test_narrower_views_have_more_rows(show, briefing, width, rows):
    view = show(OptionsView(CrossReferences(briefing), Theme(LIGHT)), width)
    assert len({head.y() for head in heads(view)}) == rows
    assert all(view._sheet.rect().contains(line.geometry()) for line in view.claim_lines())


@pytest.mark.parametrize("count", [0, 1, 2, 7, 12])
def test_any_number_of_options_can_be_shown(show, briefing, count):
    changed = some_options(briefing, count)
    view = show(OptionsView(CrossReferences(changed), Theme(HIGH_CONTRAST)))
    assert len(heads(view)) == count
    assert all(head.isVisible() for head in heads(view))
    shown = [line.geometry() for line in view.claim_lines()]
    for number, box in enumerate(shown):
        for other in shown[number + 1 :]:
            assert box.intersected(other).width() <= 0 or box.intersected(other).height() <= 0


def test_mirrored_the_first_option_stands_at_the_right(options):
    options.setLayoutDirection(QtCore.Qt.LayoutDirection.RightToLeft)
    shown = heads(options)
    assert shown[0].x() > shown[1].x() > shown[-1].x()


def test_arrow_keys_move_down_a_column_and_across(qtbot, options):
    first = options.claim_lines()[0]
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)
    qtbot.keyClick(first, QtCore.Qt.Key.Key_Down)
    assert options.focusWidget().claim_id == "O2"
    qtbot.keyClick(options.focusWidget(), QtCore.Qt.Key.Key_Up)
    qtbot.keyClick(options.focusWidget(), QtCore.Qt.Key.Key_Right)
    assert options.focusWidget().claim_id == "K10"


def test_keys_and_clicks_select_and_activate(qtbot, options):
    line = options.claim_lines()[0]
    with qtbot.waitSignal(options.claim_selected) as caught:
        qtbot.mouseClick(line, QtCore.Qt.MouseButton.LeftButton)
    assert caught.args == ["O1"]
    with qtbot.waitSignal(options.claim_selected):
        qtbot.keyClick(line, QtCore.Qt.Key.Key_Return)
    with qtbot.waitSignal(options.text_requested):
        qtbot.keyClick(line, QtCore.Qt.Key.Key_Return, QtCore.Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(options.text_requested):
        qtbot.mouseDClick(line, QtCore.Qt.MouseButton.LeftButton)


def test_a_line_out_of_sight_is_scrolled_to(show, briefing):
    view = show(OptionsView(CrossReferences(briefing), Theme(LIGHT)), 700, 400)
    assert view.show_line("R23")
    line = lines_of(view, "R23")[0]
    top = line.mapTo(view, QtCore.QPoint(0, 0)).y()
    assert 0 <= top <= view.height() - line.height()
    assert not view.show_line("H1")


def test_the_switch_shows_the_text_and_comes_back(qtbot, policy):
    side_by_side, text = policy._switch.findChildren(_Segment)
    assert policy.is_side_by_side()
    assert policy.findChildren(ProseView) == []
    assert policy.prose_views() == []
    qtbot.mouseClick(text, QtCore.Qt.MouseButton.LeftButton)
    assert not policy.is_side_by_side()
    assert len(policy.prose_views()) == 1
    qtbot.keyClick(side_by_side, QtCore.Qt.Key.Key_Return)
    assert policy.is_side_by_side()
    assert side_by_side.isChecked()
    assert len(policy.findChildren(ProseView)) == 1


def test_showing_a_claim_goes_to_the_text(policy):
    assert policy.show_claim("O3", flash=False)
    assert not policy.is_side_by_side()
    policy.set_side_by_side()
    assert not policy.show_claim("H1", flash=False)
    assert policy.is_side_by_side()


def test_showing_a_place_goes_to_the_text(policy):
    assert not policy.show_place("history", 1)
    assert policy.is_side_by_side()
    assert policy.show_place("policy-options", 1)
    assert not policy.is_side_by_side()


def test_activating_shows_a_claim_here_or_asks_for_it_elsewhere(qtbot, policy):
    options = policy.findChild(OptionsView)
    elsewhere = lines_of(options, "R13")[0]
    with qtbot.waitSignal(policy.claim_activated) as caught:
        qtbot.mouseDClick(elsewhere, QtCore.Qt.MouseButton.LeftButton)
    assert caught.args == ["R13"]
    assert policy.is_side_by_side()
    with qtbot.assertNotEmitted(policy.claim_activated):
        qtbot.mouseDClick(lines_of(options, "O1")[0], QtCore.Qt.MouseButton.LeftButton)
    assert not policy.is_side_by_side()


def test_a_claim_of_the_text_is_asked_for_as_in_every_section(qtbot, policy):
    policy.show_text()
    (text,) = policy.prose_views()
    with qtbot.waitSignal(policy.claim_activated) as caught:
        text.claim_activated.emit("O1")
    assert caught.args == ["O1"]


def test_what_was_selected_before_the_text_was_made_is_lit_there(policy):
    policy.select_claim("O4")
    policy.set_hits(lambda text: [(0, 3)])
    policy.show_text()
    assert policy.prose_views()[0].current_claim() == "O4"


def test_another_theme_reaches_both_pages(policy):
    policy.show_text()
    theme = Theme(HIGH_CONTRAST)
    policy.set_theme(theme)
    assert all(line.theme is theme for line in policy.findChild(OptionsView).claim_lines())


def titles_in_order(options) -> list[int]:
    """The numbers of the options that are shown, from the leading edge."""
    shown = [column for column in options._columns if not column.compare.isHidden()]
    placed = sorted(shown, key=lambda column: (column.compare.y(), column.compare.x()))
    by_x = sorted(placed, key=lambda column: column.compare.x())
    return [column.number for column in by_x]


@pytest.mark.parametrize(
    ("segment", "order", "head"),
    [
        ("By standing", [1, 4, 5, 6, 2, 3], "The author’s options"),
        ("Most for", [2, 4, 1, 5, 6, 3], "Most claims for first"),
        ("Most against", [2, 3, 1, 5, 4, 6], "Most claims against first"),
    ],
)
def test_options_are_ordered_by_keys(qtbot, policy, segment, order, head):
    options = policy.findChild(OptionsView)
    chosen = next(s for s in options.controls.findChildren(_Segment) if s.text() == segment)
    chosen.setFocus()
    qtbot.keyClick(chosen, QtCore.Qt.Key.Key_Return)
    assert titles_in_order(options) == order
    shown = [h.text() for h in options.findChildren(OptionGroupHead) if not h.isHidden()]
    assert shown[0].startswith(head)
    spoken = [h.text().split(",")[0] for h in heads(options)]  # as a screen reader meets them
    assert spoken == [f"Option {number}" for number in order]


def test_two_options_are_compared_by_keys_and_all_come_back(qtbot, policy):
    options = policy.findChild(OptionsView)
    first, second = options._columns[0].compare, options._columns[1].compare
    assert first.accessibleName() == "Compare: option 1, Go on engaging Kabul on the TTP"
    first.setFocus()
    qtbot.keyClick(first, QtCore.Qt.Key.Key_Return)
    assert first.isChecked()
    assert second.text() == "Compare with 1"
    assert "Option 1 is chosen" in options.controls._words.text()
    qtbot.keyClick(second, QtCore.Qt.Key.Key_Space)
    assert titles_in_order(options) == [1, 2]
    assert options.controls._words.text() == "Comparing options 1 and 2."
    (head,) = [h.text() for h in options.findChildren(OptionGroupHead) if not h.isHidden()]
    assert head == "Two options compared: in both: O3"
    assert {line.width() for line in options.claim_lines() if not line.isHidden()} == {
        options._columns[0].lines[0].width()
    }
    back = options.controls._all
    assert back.text() == "Show all options"
    qtbot.keyClick(back, QtCore.Qt.Key.Key_Return)
    assert len(titles_in_order(options)) == 6
    assert not first.isChecked()
    assert options.controls._words.text().startswith("6 options")


def test_a_claim_that_is_not_compared_brings_all_options_back(policy):
    options = policy.findChild(OptionsView)
    for column in options._columns[:2]:
        column.compare.click()
    assert options.show_line("R5")  # only option 3 has it
    assert len(titles_in_order(options)) == 6
    assert not options.show_line("H1")


def test_a_lone_option_is_not_compared(show, briefing):
    lone = msgspec.structs.replace(briefing, options=briefing.options[:1])
    view = show(OptionsView(CrossReferences(lone), Theme(LIGHT)))
    assert titles_in_order(view) == []
    assert not any(s.isVisibleTo(view.controls) for s in view.controls.findChildren(_Segment))


def test_the_order_is_not_offered_beside_the_text(policy):
    segments = policy.findChild(OptionsView).controls.findChildren(_Segment)
    policy.show_text()
    assert not any(segment.isVisible() for segment in segments)
    policy.set_side_by_side()
    assert all(segment.isVisible() for segment in segments)
